"""What a class answers to the exercises of notebook 09, and what it is told."""

import pytest

from tests.exercises.helpers import assert_told

# The code as given, with one place or another to go wrong.
DROP = """
def answer(h, p, generator):
    {before}
    drawn = {drawn}
    keep = {keep}
    {middle}
    return {back}
"""
RIGHT_DROP = {
    "before": "pass",
    "drawn": "torch.rand(h.shape, generator=generator)",
    "keep": "(drawn >= p).to(h.device)",
    "middle": "pass",
    "back": "keep * h / (1 - p)",
}


def drop(**changed: str) -> str:
    return DROP.format(**(RIGHT_DROP | changed))


def drawn(code: str) -> str:
    return drop(drawn=code)


# (number, code, verdict, a fragment of the hint, or after "!" of the message)
KEEP_THE_MEAN = [
    ("9.2", drop(), "right", ""),
    ("9.2", drop(back="keep * (h / (1 - p))"), "right", ""),
    ("9.2", drop(back="keep / (1 - p) * h"), "right", ""),
    ("9.2", drop(back="(keep * h).div(1 - p)"), "right", ""),
    ("9.2", drop(keep="drawn < 1 - p"), "right", ""),
    ("9.2", drop(keep="drawn > p if p else torch.ones_like(h)"), "right", ""),
    ("9.2", drop(middle="if p == 0: return h"), "right", ""),
    ("9.2", drop(back="h.masked_fill(~keep, 0) / (1 - p)"), "right", ""),
    ("9.2", drop(back="torch.where(keep, h / (1 - p), 0.0)"), "right", ""),
    ("9.2", drop(back="h.double() * keep / (1 - p)"), "right", ""),
    ("9.2", drop(drawn="torch.rand(h.numel(), generator=generator).reshape(h.shape)"), "right", ""),
    ("9.2", drop(drawn="torch.empty(h.shape).uniform_(generator=generator)"), "right", ""),
    ("9.2", "def answer(h, p, generator): ...", "open", ""),
    ("9.2", drop(back="keep * h"), "open", ""),
    # the factor
    ("9.2", drop(back="keep * h * (1 - p)"), "wrong", "smaller still"),
    ("9.2", drop(back="keep * h * p"), "wrong", "multiplied by p"),
    (
        "9.2",
        drop(back="keep * h / p if p else h"),
        "wrong",
        "divided by the share that was dropped",
    ),
    ("9.2", drop(back="keep * h / p"), "wrong", "divided by the share that was dropped"),
    ("9.2", drop(back="keep * h / (1 - p) ** 0.5"), "wrong", "mean of the squares"),
    ("9.2", drop(back="keep * h / (1 - p) ** 2"), "wrong", "twice"),
    ("9.2", drop(keep="(drawn >= p) / (1 - p)"), "wrong", "twice"),
    ("9.2", drop(back="keep * h * (1 + p)"), "wrong", "close"),
    ("9.2", drop(back="keep * h * 2"), "wrong", "doubled"),
    ("9.2", drop(back="keep * h / 0.8"), "wrong", "!0 or 1.25"),
    ("9.2", drop(back="keep * h / keep.float().mean()"), "wrong", "happened|how many others"),
    ("9.2", drop(back="keep * h * keep.numel() / keep.sum()"), "wrong", "how many others"),
    ("9.2", drop(middle="out = keep * h", back="out * h.mean() / out.mean()"), "wrong", "forced"),
    ("9.2", drop(back="keep * h + p * h"), "wrong", "added to the dropped"),
    (
        "9.2",
        drop(middle="out = keep * h", back="out + h.mean() - out.mean()"),
        "wrong",
        "same number is added",
    ),
    ("9.2", drop(back="keep.float() / (1 - p)"), "wrong", "where does h"),
    ("9.2", drop(back="h / (1 - p)"), "wrong", "mask is missing"),
    ("9.2", drop(back="h"), "wrong", "nothing is dropped"),
    ("9.2", drop(back="h.clone()"), "wrong", "nothing is dropped"),
    # the mask
    ("9.2", drop(keep="drawn < p"), "wrong", "this comparison"),
    (
        "9.2",
        drop(keep="drawn <= p", back="keep * h / p if p else 0 * h"),
        "wrong",
        "that of being kept",
    ),
    ("9.2", drop(keep="drawn < p", back="keep * h"), "wrong", "nothing is rescaled"),
    ("9.2", drawn("torch.randn(h.shape, generator=generator)"), "wrong", "randn"),
    ("9.2", drawn("torch.rand(h.shape[-1], generator=generator)"), "wrong", "same entries"),
    (
        "9.2",
        drawn("torch.rand(h.shape[1:], generator=generator)"),
        "wrong",
        "same entries|one coin",
    ),
    (
        "9.2",
        drawn("torch.rand(len(h), generator=generator).reshape(-1, *[1] * (h.ndim - 1))"),
        "wrong",
        "whole rows",
    ),
    ("9.2", drawn("torch.rand(len(h), 1, generator=generator)"), "wrong", "whole rows"),
    ("9.2", drawn("torch.rand(1, generator=generator)"), "wrong", "one coin decides"),
    ("9.2", drawn("torch.rand((), generator=generator)"), "wrong", "one coin decides"),
    (
        "9.2",
        drawn("torch.rand(h.shape[0], h.shape[1], generator=generator)"),
        "wrong",
        "!raised|shape",
    ),
    (
        "9.2",
        drawn("torch.rand(h.shape if h.ndim < 3 else (*h.shape[:2], 1), generator=generator)"),
        "wrong",
        "three axes",
    ),
    (
        "9.2",
        drop(
            keep="torch.ones(h.numel())",
            middle="keep[torch.randperm(h.numel(), generator=generator)[:round(p * h.numel())]] = 0; keep = keep.reshape(h.shape)",
        ),
        "wrong",
        "same number",
    ),
    # the source of chance
    ("9.2", drawn("torch.rand(h.shape)"), "wrong", "generator"),
    ("9.2", drawn("torch.rand_like(h)"), "wrong", "generator"),
    ("9.2", "lambda h, p, generator: F.dropout(h, p)", "wrong", "generator"),
    ("9.2", "lambda h, p, generator: nn.Dropout(p)(h)", "wrong", "generator"),
    ("9.2", drawn("torch.from_numpy(np.random.rand(*h.shape)).float()"), "wrong", "generator"),
    (
        "9.2",
        drawn("torch.rand(h.shape, generator=torch.Generator().manual_seed(0))"),
        "wrong",
        "same entries",
    ),
    (
        "9.2",
        drop(before="generator = torch.Generator().manual_seed(generator.initial_seed())"),
        "wrong",
        "same entries",
    ),
    (
        "9.2",
        drop(before="torch.manual_seed(generator.initial_seed())", drawn="torch.rand(h.shape)"),
        "wrong",
        "same entries",
    ),
    # the rest
    ("9.2", drop(back="(keep * h / (1 - p)).detach()"), "wrong", "no gradient"),
    ("9.2", drop(before="h = h.detach()"), "wrong", "no gradient"),
    ("9.2", "@torch.no_grad()" + drop(), "wrong", "no gradient"),
    ("9.2", drop(back="torch.tensor((keep * h / (1 - p)).tolist())"), "wrong", "no gradient"),
    ("9.2", drop(before="h /= 1 - p", back="keep * h"), "wrong", "!changed what it was given"),
    (
        "9.2",
        drop(back="h.masked_fill_(~keep, 0).div_(1 - p)"),
        "wrong",
        "!changed what it was given",
    ),
    ("9.2", drop(middle="h[~keep] = 0", back="h / (1 - p)"), "wrong", "!changed what it was given"),
    ("9.2", drop(back="(h / (1 - p))[keep]"), "wrong", "!"),
    ("9.2", drop(back="None"), "wrong", "!`return`"),
]

SPREAD_OF_A_SUM = [
    ("9.4", "2.5", "right", ""),
    ("9.4", "5 / 2", "right", ""),
    ("9.4", "math.sqrt(6.25)", "right", ""),
    ("9.4", "(0.2 / 0.8) ** 0.5 * math.hypot(3, 4)", "right", ""),
    ("9.4", "torch.tensor([3.0, 4.0]).norm() / 2", "right", ""),
    ("9.4", "np.float32(2.5)", "right", ""),
    ("9.4", "...", "open", ""),
    ("9.4", "6.25", "wrong", "variance of the sum"),
    ("9.4", "3.5", "wrong", "standard deviations were added"),
    ("9.4", "2", "wrong", "without the division"),
    ("9.4", "2.0", "wrong", "without the division"),
    ("9.4", "7", "wrong", "on average"),
    ("9.4", "10", "wrong", "on its head"),
    ("9.4", "1.25", "wrong", "belongs to the variance"),
    ("9.4", "math.sqrt(5)", "wrong", "below the fraction bar"),
    ("9.4", "2.236", "wrong", "below the fraction bar"),
    ("9.4", "math.sqrt(0.25 * 7)", "wrong", "square of its value"),
    ("9.4", "math.sqrt(25 / 0.8)", "wrong", "above the fraction bar"),
    ("9.4", "math.sqrt(0.8 * 25)", "wrong", "above the fraction bar"),
    ("9.4", "5", "wrong", "where does p"),
    ("9.4", "12.25", "wrong", "added first"),
    ("9.4", "1.75", "wrong", "belongs to the squares"),
    ("9.4", "12.5", "wrong", "fraction alone"),
    ("9.4", "0.25", "wrong", "3 and 4 come in"),
    ("9.4", "0.5", "wrong", "3 and 4 come in"),
    ("9.4", "4", "wrong", "this is a variance"),
    ("9.4", "2.8", "wrong", "division by 1 − p is missing"),
    ("9.4", "1.5", "wrong", "first unit alone"),
    ("9.4", "1.7678", "wrong", "one of the two units"),
    ("9.4", "0.357", "wrong", "relative"),
    ("9.4", "5.6", "wrong", "on average without"),
    ("9.4", "-2.5", "wrong", "sign"),
    ("9.4", "(2.5, 2.5)", "wrong", "!number"),
    ("9.4", "'2.5'", "wrong", "!without quotes"),
    ("9.4", "17", "wrong", "!another number"),
]

ROWS = """
def answer(X, p, generator):
    {before}
    keep = {draw}({shape}, generator={generator}) {sign} p
    {middle}
    return {back}
"""
RIGHT_ROWS = {
    "before": "pass",
    "draw": "torch.rand",
    "shape": "len(X), X.shape[1], 1",
    "generator": "generator",
    "sign": ">=",
    "middle": "pass",
    "back": "X * keep / (1 - p)",
}


def rows(**changed: str) -> str:
    return ROWS.format(**(RIGHT_ROWS | changed))


COLLECTED = """
def answer(X, p, generator):
    images = []
    for image in X:
        keep = torch.rand(len(image), generator=generator) >= p
        images.append(image * keep[:, None] / (1 - p))
    return torch.stack(images)
"""

DROP_ROWS = [
    ("9.3", rows(), "right", ""),
    ("9.3", rows(shape="*X.shape[:2], 1"), "right", ""),
    ("9.3", rows(shape="X.shape[:2]", back="X * keep.unsqueeze(2) / (1 - p)"), "right", ""),
    ("9.3", rows(shape="X.shape[:-1]", back="X * keep[..., None] / (1 - p)"), "right", ""),
    (
        "9.3",
        rows(shape="X.shape[:2]", back="torch.einsum('nrc,nr->nrc', X, keep / (1 - p))"),
        "right",
        "",
    ),
    ("9.3", rows(sign="<=", before="p = 1 - p", back="X * keep / p"), "right", ""),
    ("9.3", rows(middle="X = X.clone(); X[~keep[:, :, 0]] = 0", back="X / (1 - p)"), "right", ""),
    ("9.3", rows(back="X.double() * keep / (1 - p)"), "right", ""),
    ("9.3", COLLECTED, "right", ""),
    ("9.3", "def answer(X, p, generator): ...", "open", ""),
    # what goes together
    ("9.3", rows(shape="X.shape"), "wrong", "each pixel has a coin"),
    ("9.3", rows(shape="X.shape", back="X * keep"), "wrong", "each pixel has a coin"),
    ("9.3", rows(shape="X.shape[1:]"), "wrong", "all images share"),
    ("9.3", rows(shape="X.shape[1], 1"), "wrong", "the same rows"),
    ("9.3", rows(shape="1, X.shape[1], 1"), "wrong", "the same rows"),
    ("9.3", rows(shape="len(X), 1, X.shape[2]"), "wrong", "these are columns"),
    ("9.3", rows(shape="X.shape[2]"), "wrong", "these are columns, the same"),
    ("9.3", rows(shape="1, 1, X.shape[2]"), "wrong", "these are columns, the same"),
    ("9.3", rows(shape="len(X), 1, 1"), "wrong", "takes all rows"),
    (
        "9.3",
        rows(shape="len(X)", back="X * keep[:, None, None] / (1 - p)"),
        "wrong",
        "takes all rows",
    ),
    ("9.3", rows(shape="X.shape[:2]"), "wrong", "!RuntimeError"),
    ("9.3", rows(shape="len(X), X.shape[2], 1"), "wrong", "!RuntimeError"),
    (
        "9.3",
        rows(middle="X = X * (torch.rand(len(X), 1, X.shape[2], generator=generator) >= p)"),
        "wrong",
        "columns",
    ),
    (
        "9.3",
        rows(
            before="order = torch.rand(X.shape[:2], generator=generator).argsort(dim=1)",
            middle="keep = (order >= round(p * X.shape[1]))[..., None]",
        ),
        "wrong",
        "same number of rows",
    ),
    # the factor
    ("9.3", rows(back="X * keep"), "wrong", "expectation"),
    ("9.3", rows(back="X * keep / p if p else X"), "wrong", "probability does a row survive"),
    ("9.3", rows(back="X * keep / p"), "wrong", "probability does a row survive"),
    ("9.3", rows(back="X * keep * (1 - p)"), "wrong", "shrink"),
    ("9.3", rows(back="X * keep * (1 + p)"), "wrong", "0.75"),
    ("9.3", rows(back="X * keep / (1 - p) ** 0.5"), "wrong", "root"),
    ("9.3", rows(back="X * keep / (1 - p) ** 2"), "wrong", "twice"),
    ("9.3", rows(back="X * keep / keep.float().mean()"), "wrong", "happened"),
    (
        "9.3",
        rows(back="X * keep / keep.float().mean(dim=1, keepdim=True)"),
        "wrong",
        "!several|nan",
    ),
    ("9.3", rows(back="X / (1 - p)"), "wrong", "mask is missing"),
    ("9.3", rows(back="X"), "wrong", "as they were"),
    # which way round, and by what chance
    ("9.3", rows(sign="<"), "wrong", "this comparison"),
    ("9.3", rows(sign="<", back="X * keep"), "wrong", "nothing is rescaled"),
    ("9.3", rows(sign="<", back="X * keep / p if p else 0 * X"), "wrong", "that of being kept"),
    ("9.3", rows(draw="torch.randn"), "wrong", "randn"),
    ("9.3", rows(generator="None"), "wrong", "nobody can repeat"),
    ("9.3", "lambda X, p, generator: F.dropout1d(X, p)", "wrong", "nobody can repeat"),
    ("9.3", "lambda X, p, generator: F.dropout(X, p)", "wrong", "each pixel"),
    ("9.3", rows(generator="torch.Generator().manual_seed(0)"), "wrong", "the same rows"),
    (
        "9.3",
        rows(before="generator = torch.Generator().manual_seed(generator.initial_seed())"),
        "wrong",
        "the same rows",
    ),
    # the rest
    ("9.3", rows(middle="X *= keep", back="X / (1 - p)"), "wrong", "!changed what it was given"),
    (
        "9.3",
        rows(middle="X[~keep[:, :, 0]] = 0", back="X / (1 - p)"),
        "wrong",
        "!changed what it was given",
    ),
    ("9.3", rows(back="X[keep[:, :, 0]] / (1 - p)"), "wrong", "!shape"),
    ("9.3", rows(back="None"), "wrong", "!`return`"),
]

KEPT = "modes = [(part, part.training) for part in model.modules()]"
BACK = "for part, mode in modes: part.training = mode"

ACCURACY = """
def answer(model, X, y):
    {before}
    with torch.no_grad():
        fraction = {fraction}
    {after}
    return {back}
"""
RIGHT_ACCURACY = {
    "before": f"was = model.training; {KEPT}; model.eval()",
    "fraction": "(model(X).argmax(dim=1) == y).float().mean().item()",
    "after": BACK,
    "back": "fraction",
}


def accuracy(**changed: str) -> str:
    return ACCURACY.format(**(RIGHT_ACCURACY | changed))


ON_A_COPY = """
import copy

def answer(model, X, y):
    return accuracy_of(copy.deepcopy(model).eval(), X, y)

def accuracy_of(model, X, y):
    return (model(X).argmax(dim=1) == y).float().mean()
"""

MEASURE_ACCURACY = [
    ("9.1", accuracy(), "right", ""),
    ("9.1", accuracy(before=f"{KEPT}; model.train(False)"), "right", ""),
    ("9.1", accuracy(after="for m, mode in modes: m.train(mode)"), "right", ""),
    (
        "9.1",
        accuracy(after="for m, mode in modes: m.training = True if mode else False"),
        "right",
        "",
    ),
    ("9.1", accuracy(fraction="(model(X).argmax(dim=1) == y).sum().item() / len(y)"), "right", ""),
    (
        "9.1",
        accuracy(fraction="(model(X).topk(1).indices[:, 0] == y).double().mean()"),
        "right",
        "",
    ),
    ("9.1", accuracy(fraction="np.mean(model(X).argmax(dim=1).numpy() == y.numpy())"), "right", ""),
    (
        "9.1",
        accuracy(
            before="modes = [m.training for m in model.modules()]; model.eval()",
            after="[setattr(m, 'training', mode) for m, mode in zip(model.modules(), modes)]",
        ),
        "right",
        "",
    ),
    ("9.1", ON_A_COPY, "right", ""),
    ("9.1", accuracy(after="model.train(was)"), "wrong", "gives this mode to all parts"),
    ("9.1", accuracy(after="if was: model.train()"), "wrong", "gives this mode to all parts|whole"),
    (
        "9.1",
        accuracy(after="model.train() if was else model.eval()"),
        "wrong",
        "gives this mode to all parts",
    ),
    ("9.1", accuracy(after="model.training = was"), "wrong", "in whole or in part"),
    ("9.1", accuracy(after="for m in model.children(): m.train(was)"), "wrong", "!mode"),
    ("9.1", "def answer(model, X, y): ...", "open", ""),
    ("9.1", accuracy(before="pass", after="pass"), "open", ""),
    ("9.1", accuracy(before=KEPT), "open", ""),
    ("9.1", accuracy(after="pass"), "wrong", "left, in whole or in part"),
    ("9.1", accuracy(after="model.eval()"), "wrong", "left, in whole or in part"),
    (
        "9.1",
        accuracy(before="model.training = False", after="pass"),
        "wrong",
        "in whole or in part",
    ),
    ("9.1", accuracy(before="pass", after="model.eval()"), "wrong", "in whole or in part"),
    ("9.1", accuracy(before="model[0].eval()", after="pass"), "wrong", "in whole or in part"),
    ("9.1", accuracy(after="model.train()"), "wrong", "which of the two was it before"),
    (
        "9.1",
        accuracy(before=f"model.eval(); {KEPT}"),
        "wrong",
        "left, in whole or in part",
    ),
    ("9.1", accuracy(after="model.train(not was)"), "wrong", "`not`"),
    ("9.1", accuracy(before="model.train()", after="pass"), "wrong", "switches it off"),
    ("9.1", accuracy(before="pass", after="model.train()"), "wrong", "switches it off"),
    (
        "9.1",
        accuracy(before=f"{KEPT}; model.train()"),
        "wrong",
        "switches dropout off",
    ),
    ("9.1", accuracy(back="100 * fraction"), "wrong", "fraction from 0 to 1"),
    ("9.1", accuracy(back="fraction * len(y)"), "wrong", "counts the right ones"),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax(dim=1) == y).sum().item()"),
        "wrong",
        "counts the right ones",
    ),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax(dim=1) != y).float().mean().item()"),
        "wrong",
        "wrong ones",
    ),
    ("9.1", accuracy(back="1 - fraction"), "wrong", "wrong ones"),
    ("9.1", accuracy(fraction="model(X).argmax(dim=1) == y"), "wrong", "one by one"),
    (
        "9.1",
        accuracy(fraction="(model(X).argmin(dim=1) == y).float().mean().item()"),
        "wrong",
        "lowest logit",
    ),
    ("9.1", accuracy(fraction="F.cross_entropy(model(X), y).item()"), "wrong", "cross-entropy"),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax(dim=0) == y).float().mean().item()"),
        "wrong",
        "!RuntimeError",
    ),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax() == y).float().mean().item()"),
        "wrong",
        "all examples together",
    ),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax(dim=1) == y).sum().item() / model(X).numel()"),
        "wrong",
        "too many",
    ),
    ("9.1", accuracy(fraction="(model(X).argmax(dim=1) == y).sum().item() / 40"), "wrong", "by 40"),
    (
        "9.1",
        accuracy(fraction="(model(X).argmax(dim=1) == y).sum().item() // len(y)"),
        "wrong",
        "//|point",
    ),
    ("9.1", accuracy(back="round(fraction, 1)"), "wrong", "rounded"),
    (
        "9.1",
        accuracy(before=f"{KEPT}; model.eval(); y += 0 * y + 1"),
        "wrong",
        "!changed what it was given",
    ),
    ("9.1", accuracy(back="None"), "wrong", "!`return`"),
]

ON = "[m.train() for m in model.modules() if isinstance(m, nn.Dropout)]"

VOTES = """
def answer(model, X, num_masks):
    was = model.training
    {before}
    votes = []
    with torch.no_grad():
        for i in range({rounds}):
            {inside}
            votes.append({vote})
    {after}
    return {back}
"""
RIGHT_VOTES = {
    "before": f"{KEPT}; model.eval(); {ON}",
    "rounds": "num_masks",
    "inside": "pass",
    "vote": "model(X).softmax(dim=-1)",
    "after": BACK,
    "back": "torch.stack(votes).mean(dim=0)",
}


def votes(**changed: str) -> str:
    return VOTES.format(**(RIGHT_VOTES | changed))


PREDICT_BY_MASKS = [
    ("9.6", votes(), "right", ""),
    ("9.6", votes(back="sum(votes) / num_masks"), "right", ""),
    ("9.6", votes(back="torch.cat(votes).reshape(num_masks, len(X), -1).mean(dim=0)"), "right", ""),
    ("9.6", votes(vote="F.softmax(model(X), dim=1)"), "right", ""),
    ("9.6", votes(vote="model(X).log_softmax(dim=1).exp()"), "right", ""),
    (
        "9.6",
        votes(vote="model(X)", back="torch.stack(votes).softmax(dim=-1).mean(dim=0)"),
        "right",
        "",
    ),
    ("9.6", votes(back="np.mean([v.numpy() for v in votes], axis=0)"), "right", ""),
    (
        "9.6",
        votes(
            after="for m, mode in modes: m.train(mode)", back="torch.stack(votes).double().mean(0)"
        ),
        "right",
        "",
    ),
    ("9.6", votes().replace("with torch.no_grad():", "if True:"), "right", ""),
    ("9.6", "def answer(model, X, num_masks): ...", "open", ""),
    # the mode
    ("9.6", votes(before=f"{KEPT}; model.eval()"), "wrong", "which mode are masks drawn"),
    ("9.6", votes(before=KEPT), "wrong", "comes in training mode"),
    ("9.6", votes(before=f"{KEPT}; model.train()"), "wrong", "batch normalization"),
    (
        "9.6",
        votes(before="model.train()", after="model.train(was)"),
        "wrong",
        "batch normalization",
    ),
    ("9.6", votes(before=f"{KEPT}; {ON}"), "wrong", "batch normalization"),
    ("9.6", votes(after="model.train(was)"), "wrong", "gives one mode to all parts"),
    ("9.6", votes(after="pass"), "wrong", "is left|which mode did it come|noted"),
    ("9.6", votes(after="model.train()"), "wrong", "left in training mode"),
    ("9.6", votes(after="model.eval()"), "wrong", "left in evaluation mode"),
    ("9.6", votes(after="model.train(not was)"), "wrong", "left in training mode"),
    # which numbers are averaged
    (
        "9.6",
        votes(vote="model(X)", back="torch.stack(votes).mean(dim=0).softmax(dim=-1)"),
        "wrong",
        "logits were averaged",
    ),
    ("9.6", votes(vote="model(X)"), "wrong", "mean logits"),
    ("9.6", votes(vote="model(X).softmax(dim=0)"), "wrong", "columns sum to 1"),
    (
        "9.6",
        votes(inside="z = model(X)", vote="F.one_hot(z.argmax(dim=1), z.shape[1]).float()"),
        "wrong",
        "names one class",
    ),
    (
        "9.6",
        votes(inside="z = model(X)", vote="(z == z.amax(-1, True)).float()"),
        "wrong",
        "names one class",
    ),
    ("9.6", votes(vote="model(X).log_softmax(dim=-1)"), "wrong", "logarithms of probabilities"),
    (
        "9.6",
        votes(vote="model(X).log_softmax(dim=-1)", back="torch.stack(votes).mean(dim=0).exp()"),
        "wrong",
        "logarithms were averaged",
    ),
    ("9.6", votes(vote="model(X).sigmoid()"), "wrong", "sigmoid"),
    ("9.6", votes(back="torch.stack(votes).mean(dim=0).softmax(dim=-1)"), "wrong", "twice"),
    # how
    ("9.6", votes(back="torch.stack(votes)"), "wrong", "which axis has to go"),
    ("9.6", votes(back="votes"), "wrong", "in a list"),
    ("9.6", votes(back="sum(votes)"), "wrong", "sum to the number of masks"),
    ("9.6", votes(back="torch.stack(votes).sum(dim=0)"), "wrong", "sum to the number of masks"),
    ("9.6", votes(back="sum(votes) / len(X)"), "wrong", "number of examples"),
    ("9.6", votes(back="torch.stack(votes).mean(dim=1)"), "wrong", "over the examples"),
    ("9.6", votes(back="torch.stack(votes).mean()"), "wrong", "averaged|mean"),
    ("9.6", votes(back="torch.stack(votes).amax(dim=0)"), "wrong", "largest"),
    (
        "9.6",
        votes(back="torch.stack(votes).mean(dim=0).argmax(dim=-1)"),
        "wrong",
        "classes with the highest",
    ),
    ("9.6", votes(back="votes[0]"), "wrong", "only the first pass"),
    ("9.6", votes(rounds="1"), "wrong", "how often is the model called"),
    ("9.6", votes(inside="return model(X).softmax(dim=-1)"), "wrong", "left in training mode"),
    ("9.6", votes(back="votes[-1]"), "wrong", "last"),
    (
        "9.6",
        votes(rounds="1, num_masks", back="sum(votes) / num_masks"),
        "wrong",
        "one pass is missing",
    ),
    ("9.6", votes(rounds="num_masks + 1"), "wrong", "once more"),
    ("9.6", votes(rounds="num_masks + 1", back="sum(votes) / num_masks"), "wrong", "divided by"),
    (
        "9.6",
        votes(
            inside="v = model(X).softmax(-1); m = v if not votes else (m + v) / 2",
            vote="v",
            back="m",
        ),
        "wrong",
        "each round",
    ),
    ("9.6", votes(inside="torch.manual_seed(0)"), "wrong", "same mask"),
    (
        "9.6",
        votes(
            rounds="1",
            vote="model(X.repeat(num_masks, 1)).softmax(dim=-1)",
            back="votes[0].reshape(num_masks, len(X), -1).mean(dim=0)",
        ),
        "wrong",
        "a call of its own",
    ),
    ("9.6", votes(back="torch.tensor([1 / 3] * 3).expand(len(X), 3)"), "wrong", "whatever `X`"),
    ("9.6", votes(back="None"), "wrong", "!`return`"),
]

RIGHT_REPORTS = [
    "dropped at test time",
    "fine",
    "stopped dropping",
    "not shown",
    "not scaled",
    "fine",
]


def reports(**changed: str) -> str:
    """The right verdicts, but for those changed: reports(A="fine")."""
    return repr(tuple(changed.get("ABCDEF"[at], word) for at, word in enumerate(RIGHT_REPORTS)))


SIX_REPORTS = [
    ("9.5", reports(), "right", ""),
    ("9.5", repr(RIGHT_REPORTS), "right", ""),
    ("9.5", f"np.array({RIGHT_REPORTS!r})", "right", ""),
    ("9.5", "...", "open", ""),
    ("9.5", reports(A="fine"), "wrong", "Report A"),
    ("9.5", reports(A="not scaled"), "wrong", "Report A.*call to call"),
    ("9.5", reports(A="stopped dropping"), "wrong", "Report A"),
    ("9.5", reports(B="dropped at test time"), "wrong", "Report B.*84 %"),
    ("9.5", reports(B="not shown"), "wrong", "Report B"),
    ("9.5", reports(C="fine"), "wrong", "Report C.*smooth"),
    ("9.5", reports(C="dropped at test time"), "wrong", "Report C"),
    ("9.5", reports(D="fine"), "wrong", "Report D.*luck"),
    ("9.5", reports(D="not scaled"), "wrong", "Report D"),
    ("9.5", reports(E="dropped at test time"), "wrong", "Report E"),
    ("9.5", reports(E="not shown"), "wrong", "Report E.*luck"),
    ("9.5", reports(F="not scaled"), "wrong", "Report F.*factor"),
    ("9.5", reports(F="not shown"), "wrong", "Report F"),
    (
        "9.5",
        reports(A="stopped dropping", C="dropped at test time"),
        "wrong",
        "A and C have changed places",
    ),
    ("9.5", "'fine'", "wrong", "Six verdicts"),
    ("9.5", "('fine',) * 6", "wrong", "Report [A-F]"),
]

# Written after everything else, to see whether hints meet what nobody had foreseen.
UNSEEN = [
    ("9.2", drop(back="keep * h + (1 - p)"), "wrong", "does not become 0"),
    ("9.2", drop(keep="(drawn >= p).float() - p", back="keep * h"), "wrong", "does not become 0"),
    ("9.2", drop(back="keep * h - (1 - p)"), "wrong", "does not become 0"),
    ("9.2", drop(back="torch.where(keep, h / (1 - p), h)"), "wrong", "keep their value"),
    ("9.2", drop(back="torch.where(keep, h / (1 - p), h.mean())"), "wrong", "the mean stands"),
    ("9.2", drop(keep="drawn.round().bool()"), "wrong", "whatever p"),
    ("9.2", drop(back="keep * h * (1 + p + p**2)"), "wrong", "do not make up"),
    ("9.2", drop(back="keep * h / (1 - p) ** 3"), "wrong", "more than make up"),
    ("9.2", drop(back="(keep * h / (1 - p)).int()"), "wrong", "point is dropped"),
    ("9.2", drop(before="p = 1 - p"), "wrong", "that of being kept"),
    ("9.2", drop(back="keep * h / max(p, 1 - p)"), "wrong", "!0 or 1.33"),
    ("9.2", drop(back="(keep * h / (1 - p)).flatten()"), "wrong", "!shape"),
    ("9.6", votes(back="torch.stack(votes).median(dim=0).values"), "wrong", "median"),
    ("9.6", votes(back="torch.stack(votes).mean(dim=-1)"), "wrong", "over the classes"),
    ("9.6", votes(back="torch.cat(votes).mean(dim=0)"), "wrong", "examples together"),
    ("9.6", votes(back="torch.stack(votes).mean(dim=0).log()"), "wrong", "logarithm"),
    (
        "9.6",
        votes(vote="model(X)", back="torch.stack(votes).sum(dim=0).softmax(dim=-1)"),
        "wrong",
        "added up",
    ),
    ("9.6", votes(vote="model(X).softmax(dim=-1).round()"), "wrong", "rounded"),
    ("9.6", votes(vote="model(X).exp()"), "wrong", "exponentials"),
    ("9.6", votes(back="sum(votes) / (num_masks + 1)"), "wrong", "less than 1"),
    ("9.6", votes(back="sum(votes) / (num_masks - 0.5)"), "wrong", "more than 1"),
    ("9.6", votes(back="torch.cat(votes)"), "wrong", "below each other"),
    ("9.6", votes(before=f"{KEPT}; model.train(not was)"), "wrong", "other mode"),
    ("9.6", votes(rounds="2"), "wrong", "whatever `num_masks`"),
]

ANSWERS = [
    *KEEP_THE_MEAN,
    *SPREAD_OF_A_SUM,
    *DROP_ROWS,
    *MEASURE_ACCURACY,
    *SIX_REPORTS,
    *PREDICT_BY_MASKS,
    *UNSEEN,
]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_each_answer_is_told_what_it_needs(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
