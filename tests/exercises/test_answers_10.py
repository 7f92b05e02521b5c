"""Answers to the exercises of notebook 10, right and wrong, and what learners are told."""

import pytest

from tests.exercises.helpers import assert_told


def epoch(lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines.splitlines())
    return f"def answer(X, y, batch_size, generator):\n{body}"


ONE = "p = torch.randperm(len(X), generator=generator)\n"
CUT = "return list(zip(X.split(batch_size), y.split(batch_size)))"
PAIRS = [
    ("right", ONE + "X, y = X[p], y[p]\n" + CUT, ""),
    ("right", ONE + "return [(X[i], y[i]) for i in p.split(batch_size)]", ""),
    (
        "right",
        ONE
        + "for i in range(0, len(X), batch_size):\n  yield X[p[i:i + batch_size]], y[p[i:i + batch_size]]",
        "",
    ),
    ("right", ONE + "return tuple([X[i], y[i]] for i in p.split(batch_size))", ""),
    (
        "right",
        "k = torch.rand(len(y), generator=generator).argsort()\nreturn [(X[i], y[i]) for i in k.split(batch_size)]",
        "",
    ),
    (
        "right",
        "from torch.utils.data import DataLoader, TensorDataset\nreturn [tuple(b) for b in DataLoader(TensorDataset(X, y), batch_size, shuffle=True, generator=generator)]",
        "",
    ),
    (
        "open",
        "X = X[torch.randperm(len(X), generator=generator)]\ny = y[torch.randperm(len(y), generator=generator)]\n"
        + CUT,
        "!as it was given",
    ),
    ("wrong", CUT, "in the order in which they came"),
    ("wrong", ONE + "X = X[p]\n" + CUT, "labels in the old one"),
    ("wrong", ONE + "y = y[p]\n" + CUT, "rows in the old one"),
    ("wrong", "p = torch.randperm(len(X))\nX, y = X[p], y[p]\n" + CUT, "draws nothing"),
    (
        "wrong",
        "g = torch.Generator().manual_seed(0)\np = torch.randperm(len(X), generator=g)\nX, y = X[p], y[p]\n"
        + CUT,
        "every epoch has the same order",
    ),
    (
        "wrong",
        "torch.manual_seed(0)\np = torch.randperm(len(X))\nX, y = X[p], y[p]\n" + CUT,
        "every epoch has the same order",
    ),
    (
        "wrong",
        "g = torch.Generator().manual_seed(generator.initial_seed())\np = torch.randperm(len(X), generator=g)\nX, y = X[p], y[p]\n"
        + CUT,
        "second epoch",
    ),
    (
        "wrong",
        "s = generator.initial_seed()\ntorch.manual_seed(s)\np = torch.randperm(len(X))\nX, y = X[p], y[p]\n"
        + CUT,
        "second epoch",
    ),
    (
        "wrong",
        "p = torch.randint(len(X), (len(X),), generator=generator)\nX, y = X[p], y[p]\n" + CUT,
        "come twice",
    ),
    (
        "wrong",
        "pairs = list(zip(X.split(batch_size), y.split(batch_size)))\nreturn [pairs[i] for i in torch.randperm(len(pairs), generator=generator)]",
        "same neighbours",
    ),
    (
        "wrong",
        "out = []\nfor a, b in zip(X.split(batch_size), y.split(batch_size)):\n  p = torch.randperm(len(b), generator=generator)\n  out.append((a[p], b[p]))\nreturn out",
        "mixed by itself",
    ),
    (
        "wrong",
        ONE
        + "n = len(X) // batch_size\nreturn [(X[i], y[i]) for i in p[:n * batch_size].split(batch_size)]",
        "do not fill a batch",
    ),
    (
        "wrong",
        ONE
        + "return [(X[p[i:i + batch_size]], y[p[i:i + batch_size]]) for i in range(0, len(X) - batch_size, batch_size)]",
        "last batch never comes|loop end|do not fill",
    ),
    ("wrong", ONE + "return [(X[i], y[i]) for i in p.chunk(batch_size)]", "how many parts"),
    ("wrong", ONE + "return [(X[p], y[p])]", "single batch"),
    ("wrong", ONE + "return [(y[i], X[i]) for i in p.split(batch_size)]", "labels first"),
    ("wrong", ONE + "return X[p].split(batch_size), y[p].split(batch_size)", "Two long rows"),
    ("wrong", ONE + "for i in p.split(batch_size):\n  return [(X[i], y[i])]", "inside the loop"),
    (
        "wrong",
        "p = torch.randperm(batch_size, generator=generator)\nreturn [(X[p], y[p])]",
        "fill a batch",
    ),
    (
        "wrong",
        "out = []\nfor n in range(0, len(X), batch_size):\n  p = torch.randperm(len(X), generator=generator)[:batch_size]\n  out.append((X[p], y[p]))\nreturn out",
        "some come twice",
    ),
    ("wrong", "X, y = X.flip(0), y.flip(0)\n" + CUT, "same order every time"),
    ("wrong", ONE + "X[:], y[:] = X[p], y[p]\n" + CUT, "!changed what it was given"),
]

RATES = [
    ("right", "(0.2, 1024)", ""),
    ("right", "[0.05 * 512 / 128, 2 / 5 / 0.05 * 128]", ""),
    ("right", "np.array([0.2, 1024.0])", ""),
    ("right", "(__import__('fractions').Fraction(1, 5), 1024.0)", ""),
    ("wrong", "(0.05, 1024)", "rate for 128"),
    ("wrong", "(0.05 / 4, 1024)", "longer or shorter"),
    ("wrong", "(0.1, 1024)", "√4"),
    ("wrong", "(0.2, 512)", "1 / 5"),
    ("wrong", "(0.2, 0.4)", "largest rate"),
    ("wrong", "(0.2, 8)", "As large as what"),
    ("wrong", "(0.2, 4096)", "which batch size"),
    ("wrong", "(0.2, 25600)", "2 divided by it"),
    ("wrong", "(1024, 0.2)", "rate first"),
    ("wrong", "(0.1, 8192)", "the root of the batch"),
    ("wrong", "(0.2, 8192)", "would be 3.2"),
    ("wrong", "(0.4, 1024)", "largest rate that is allowed"),
    ("wrong", "(0.05 * 512, 1024)", "B itself"),
    ("wrong", "(0.8, 1024)", "square"),
    ("wrong", "(0.2, 2 / 0.05 * 128)", "taken as 2"),
    ("wrong", "(0.2, 128 * 5)", "by the curvature"),
    ("wrong", "(0.2, 2)", "as large as 512"),
    ("wrong", "(0.05, 0.4)", "rate for 128|largest rate"),
    ("wrong", "0.2", "!tuple"),
]


def mean_loss(lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines.splitlines())
    return f"def answer(model, batches):\n{body}"


MEANS = "[F.cross_entropy(model(X), y) for X, y in batches]"
SUMS = "[F.cross_entropy(model(X), y, reduction='sum') for X, y in batches]"
MEAN = [
    ("right", f"return sum(s.item() for s in {SUMS}) / sum(len(y) for X, y in batches)", ""),
    (
        "right",
        f"return np.average([m.item() for m in {MEANS}], weights=[len(y) for X, y in batches])",
        "",
    ),
    (
        "right",
        "X = torch.cat([b[0] for b in batches])\ny = torch.cat([b[1] for b in batches])\nreturn F.cross_entropy(model(X), y)",
        "",
    ),
    (
        "right",
        "return torch.cat([F.cross_entropy(model(X), y, reduction='none') for X, y in batches]).mean()",
        "",
    ),
    (
        "right",
        f"model.eval()\nwith torch.inference_mode():\n  s = {SUMS}\nreturn torch.stack(s).sum() / sum(y.numel() for X, y in batches)",
        "",
    ),
    (
        "right",
        f"model.eval()\ns = {SUMS}\nmodel.train()\nreturn sum(s) / sum(len(y) for X, y in batches)",
        "",
    ),
    ("open", f"return torch.stack({MEANS}).mean().item()", "!as it was given"),
    ("open", f"return sum({MEANS}) / len(batches)", "!as it was given"),
    ("wrong", f"return torch.stack({MEANS}).sum().item()", "adds the means"),
    ("wrong", f"return torch.stack({SUMS}).sum().item()", "sum over all examples"),
    ("wrong", f"return torch.stack({SUMS}).mean().item()", "number of batches"),
    (
        "wrong",
        f"return (torch.stack({SUMS}).sum() / sum(len(pair) for pair in batches)).item()",
        "has the length 2",
    ),
    ("wrong", f"return sum({SUMS}) / (len(batches) * len(batches[0][1]))", "batches times B"),
    (
        "wrong",
        f"s = {SUMS}\nn = 0\nfor X, y in batches:\n  n = len(y)\nreturn sum(s) / n",
        "size of one batch, the last",
    ),
    ("wrong", f"return sum({SUMS}) / len(batches[0][1])", "size of one batch, the first"),
    (
        "wrong",
        f"return sum({MEANS}) / sum(len(y) for X, y in batches)",
        "added up, for that divisor",
    ),
    (
        "wrong",
        "return sum(F.cross_entropy(model(X), y) / len(y) for X, y in batches)",
        "a small one, or less",
    ),
    (
        "wrong",
        "return sum(F.cross_entropy(model(X), y) * len(y) for X, y in batches) / len(batches)",
        "number of batches",
    ),
    ("wrong", "for X, y in batches:\n  return F.cross_entropy(model(X), y)", "inside the loop"),
    (
        "wrong",
        "for X, y in batches:\n  loss = F.cross_entropy(model(X), y)\nreturn loss",
        "Where do the others go",
    ),
    (
        "wrong",
        "batches = [b for b in batches if len(b[1]) == len(batches[0][1])]\n"
        + f"return sum({SUMS}) / sum(len(y) for X, y in batches)",
        "first one's size",
    ),
    ("wrong", f"return torch.stack({MEANS}).median()", "median"),
    ("wrong", f"return {MEANS}", "One number|one by one"),
    (
        "wrong",
        "return torch.cat([F.cross_entropy(model(X), y, reduction='none') for X, y in batches])",
        "one by one",
    ),
    (
        "wrong",
        "return sum((model(X).argmax(1) == y).sum() for X, y in batches) / sum(len(y) for X, y in batches)",
        "share|one minus|accuracy",
    ),
    (
        "wrong",
        "return sum(F.cross_entropy(model(X).softmax(1), y, reduction='sum') for X, y in batches) / sum(len(y) for X, y in batches)",
        "softmax",
    ),
    ("wrong", f"return -sum({SUMS}) / sum(len(y) for X, y in batches)", "sign"),
    ("wrong", f"return (sum({SUMS}) / sum(len(y) for X, y in batches)).exp()", "power"),
    ("wrong", f"return sum({SUMS}) / sum(X.numel() for X, y in batches)", "Half"),
    (
        "wrong",
        f"batches.pop()\nreturn sum({SUMS}) / max(1, sum(len(y) for X, y in batches))",
        "!changed",
    ),
    (
        "wrong",
        f"return round((sum({SUMS}) / sum(len(y) for X, y in batches)).item(), 3)",
        "rounded",
    ),
]

LOADER = """
from torch.utils.data import DataLoader, RandomSampler
def answer(train_set, val_set, batch_size, generator):
    {before}
    train = DataLoader({train})
    val = DataLoader({val})
    return {result}
"""


def loaders(
    train: str = "train_set, batch_size, shuffle=True, drop_last=True, generator=generator",
    val: str = "val_set, batch_size",
    before: str = "pass",
    result: str = "train, val",
) -> str:
    return LOADER.format(train=train, val=val, before=before, result=result)


LOADERS = [
    ("right", loaders(), ""),
    ("right", loaders(result="[train, val]"), ""),
    ("right", loaders(val="val_set, batch_size=batch_size, shuffle=False, drop_last=False"), ""),
    ("right", loaders(val="val_set, batch_size, generator=generator"), ""),
    (
        "right",
        loaders(
            train="train_set, batch_size, sampler=RandomSampler(train_set, generator=generator), drop_last=True"
        ),
        "",
    ),
    ("wrong", loaders(train="train_set, batch_size, drop_last=True"), "random order"),
    (
        "wrong",
        loaders(train="train_set, batch_size, shuffle=True, generator=generator"),
        "leaves it out",
    ),
    (
        "wrong",
        loaders(train="train_set, batch_size, shuffle=True, drop_last=True"),
        "draws nothing",
    ),
    ("wrong", loaders(train="train_set, batch_size"), "Two settings"),
    ("wrong", loaders(val="val_set, batch_size, drop_last=True"), "should a measurement"),
    ("wrong", loaders(val="val_set, batch_size, shuffle=True"), "which setting can go"),
    (
        "wrong",
        loaders(val="val_set, batch_size, shuffle=True, drop_last=True, generator=generator"),
        "Both loaders have the same settings",
    ),
    (
        "wrong",
        loaders(
            before="generator = torch.Generator().manual_seed(1)",
        ),
        "whatever generator",
    ),
    (
        "wrong",
        loaders(before="generator.manual_seed(0)"),
        "whatever generator",
    ),
    ("wrong", loaders(val="val_set"), "where is the batch size used"),
    ("wrong", loaders(val="val_set, len(val_set)"), "come in one batch"),
    ("wrong", loaders(result="val, train"), "changed places"),
    ("wrong", loaders(val="train_set, batch_size"), "Both loaders give training"),
    ("wrong", loaders(result="list(train), list(val)"), "Two lists"),
    ("wrong", loaders(result="train"), ""),
    ("wrong", loaders(result="None"), "!None"),
]

SIZES = [
    ("right", "(32, 512, 128)", ""),
    ("right", "[32, 512, 128]", ""),
    ("right", "np.array([32, 512, 128])", ""),
    ("right", "torch.tensor([32, 512, 128])", ""),
    ("wrong", "(8192, 512, 128)", "how many examples does it see"),
    ("wrong", "(512, 512, 128)", "fewest examples"),
    ("wrong", "(128, 512, 128)", "1,408,000"),
    ("wrong", "(32, 8192, 128)", "how many seconds do all its steps"),
    ("wrong", "(32, 32, 128)", "how many seconds do all its steps"),
    ("wrong", "(32, 2048, 128)", "180 seconds"),
    ("wrong", "(32, 128, 128)", "no limit to the memory"),
    ("wrong", "(32, 512, 512)", "four steps at 128"),
    ("wrong", "(32, 512, 32)", "least memory"),
    ("wrong", "(32, 512, 2048)", "17 GB"),
    ("wrong", "(8192, 8192, 128)", "fewest steps"),
    ("wrong", "(8192, 8192, 512)", "steps"),
    ("wrong", "(512, 32, 128)", "changed places"),
    ("wrong", "(32, 512)", "!3 entries"),
    ("wrong", "('32', '512', '128')", "!number|text|str"),
]


def sweep(
    first: str = "pass",
    seed: str = "torch.Generator().manual_seed(seed)",
    model: str = "models.mlp(2, 8, 2, generator=g)",
    then: str = "pass",
    opt: str = "torch.optim.SGD(net.parameters(), lr=lr_of(b))",
    cut: str = "shuffle=True, generator=g",
    times: int = 1,
    clear: str = "opt.zero_grad()",
    inner: str = "pass",
    report: str = "F.cross_entropy(net(X), y).item()",
    result: str = "losses",
) -> str:
    return f"""
from course_utils import models
from course_utils.training import TensorBatches
def answer(X, y, batch_sizes, lr_of, seed):
    losses = []
    {first}
    for b in batch_sizes:
        g = {seed}
        net = {model}
        {then}
        opt = {opt}
        for _ in range({times}):
            for A, t in TensorBatches(X, y, batch_size=b, {cut}):
                {clear}
                loss = F.cross_entropy(net(A), t)
                loss.backward()
                opt.step()
                {inner}
        losses.append({report})
    return {result}
"""


SWEEP = [
    ("right", sweep(), ""),
    ("right", sweep(report="F.cross_entropy(net(X), y)"), ""),
    ("right", sweep(result="np.array(losses)"), ""),
    ("right", sweep(inner="net.zero_grad()", clear="pass"), ""),
    ("wrong", sweep(seed="torch.manual_seed(seed)"), "seeds all random numbers"),
    ("wrong", sweep(first="gg = torch.Generator().manual_seed(seed)", seed="gg"), "moved on"),
    (
        "wrong",
        sweep(
            first="gg = torch.Generator().manual_seed(seed); mm = models.mlp(2, 8, 2, generator=gg)",
            model="mm",
        ),
        "new for each size",
    ),
    ("wrong", sweep(seed="torch.Generator().manual_seed(0)"), "seed"),
    ("wrong", sweep(seed="torch.Generator().manual_seed(seed + len(losses))"), "seed of its own"),
    ("wrong", sweep(then="g = torch.Generator().manual_seed(seed)"), "generator of its own"),
    ("wrong", sweep(clear="pass"), "backward"),
    ("wrong", sweep(cut="shuffle=False"), "as they are stored"),
    ("wrong", sweep(cut="shuffle=True, generator=g, drop_last=True"), "divides the number"),
    (
        "wrong",
        sweep(opt="torch.optim.SGD(net.parameters(), lr=lr_of(batch_sizes[0]))"),
        "rate of the first",
    ),
    (
        "wrong",
        sweep(opt="torch.optim.SGD(net.parameters(), lr=lr_of(batch_sizes[-1]))"),
        "rate of the last",
    ),
    (
        "wrong",
        sweep(opt="torch.optim.SGD(net.parameters(), lr=lr_of(len(X)))"),
        "number of examples",
    ),
    ("wrong", sweep(opt="torch.optim.SGD(net.parameters(), lr=lr_of)"), "!TypeError"),
    ("wrong", sweep(opt="torch.optim.Adam(net.parameters(), lr=lr_of(b))"), "Adam"),
    (
        "wrong",
        sweep(opt="torch.optim.SGD(net.parameters(), lr=lr_of(b), momentum=0.9)"),
        "momentum",
    ),
    ("wrong", sweep(times=2), "how often does each"),
    ("wrong", sweep(report="loss.item()"), "before its step"),
    ("wrong", sweep(report="F.cross_entropy(net(A), t).item()"), "last batch alone"),
    (
        "wrong",
        sweep(then="start = F.cross_entropy(net(X), y).item()", report="start"),
        "as it was drawn",
    ),
    ("wrong", sweep(report="(net(X).argmax(1) == y).float().mean().item()"), "accuracy"),
    (
        "wrong",
        sweep(report="F.cross_entropy(net(X), y, reduction='sum').item()"),
        "sum|times too large",
    ),
    ("wrong", sweep(result="losses[-1]"), "!list"),
    ("wrong", sweep(result="sorted(losses)"), "sorted|order|first|last|right"),
    ("wrong", sweep(result="dict(zip(batch_sizes, losses))"), "!dict"),
]

ANSWERS = [
    (number, code, kind, word)
    for number, answers in {
        "10.1": [(kind, epoch(lines), word) for kind, lines, word in PAIRS],
        "10.2": [(kind, mean_loss(lines), word) for kind, lines, word in MEAN],
        "10.3": LOADERS,
        "10.4": RATES,
        "10.5": SWEEP,
        "10.6": SIZES,
    }.items()
    for kind, code, word in answers
]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_is_told_what_it_needs(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
