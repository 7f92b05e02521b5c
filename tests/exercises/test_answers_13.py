"""What learners answer in notebook 13: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]

SIX_SUMS: list[Answer] = [
    ("13.1", "('exact','lost','rounded','lost','rounded','exact')", "right", ""),
    ("13.1", "['EXACT','lost','rounded','Lost','rounded','exact']", "right", ""),
    ("13.1", "np.array(['exact','lost','rounded','lost','rounded','exact'])", "right", ""),
    (
        "13.1",
        "('exact','lost','lost','lost','rounded','exact')",
        "wrong",
        "Sum C: 3 is more than the gap",
    ),
    (
        "13.1",
        "('exact','rounded','rounded','lost','rounded','exact')",
        "wrong",
        "Sum B: half of the gap at 1,000",
    ),
    (
        "13.1",
        "('exact','lost','rounded','rounded','rounded','exact')",
        "wrong",
        "Sum D: at 100,000,000 the gap is 8\\.",
    ),
    (
        "13.1",
        "('exact','lost','exact','lost','rounded','exact')",
        "wrong",
        "Sum C would be odd, and the gap",
    ),
    (
        "13.1",
        "('exact','lost','rounded','lost','lost','exact')",
        "wrong",
        "Sum E: at 100,000,000 the gap is 8\\.",
    ),
    (
        "13.1",
        "('exact','lost','rounded','lost','rounded','rounded')",
        "wrong",
        "Sum F: float32 has 23 binary digits after",
    ),
    (
        "13.1",
        "('exact','lost','rounded','lost','rounded','lost')",
        "wrong",
        "Sum F: 2 to the power of −20",
    ),
    (
        "13.1",
        "('rounded','lost','rounded','lost','rounded','exact')",
        "wrong",
        "Sum A is 0\\.75, which is 0\\.11 in",
    ),
    ("13.1", "('exact',)*6", "wrong", "Sum B would need the number 1,000\\.00001\\. How"),
    ("13.1", "('lost',)*6", "wrong", "Not everything small is lost\\. Compare it with"),
    ("13.1", "('rounded',)*6", "wrong", "Where the nearest number is the first one"),
    (
        "13.1",
        "'exact lost rounded lost rounded exact'",
        "wrong",
        "Six words are asked for, one for each",
    ),
    ("13.1", "('exact','lost','rounded')", "wrong", "!Got: the tuple \\('exact', 'lost',"),
    (
        "13.1",
        "('exact','lost','rounded','lost','rounded','right')",
        "wrong",
        "!Got: the tuple \\('exact', 'lost',",
    ),
    (
        "13.1",
        "(0.75, 1000.0, 16777220, 1e8, 100000008, 1.00000095)",
        "wrong",
        "These are the results\\. Compare each with the",
    ),
    (
        "13.1",
        "(True, False, False, False, False, True)",
        "wrong",
        "!Got: the tuple \\(True, False,",
    ),
    ("13.1", "...", "open", ""),
]

OTHER_CLASS: list[Answer] = [
    ("13.2", "lambda z: torch.sigmoid(-z)", "right", ""),
    ("13.2", "lambda z: 1 / (1 + torch.exp(z))", "right", ""),
    ("13.2", "lambda z: 1 / (1 + z.exp())", "right", ""),
    ("13.2", "lambda z: F.logsigmoid(-z).exp()", "right", ""),
    ("13.2", "lambda z: torch.exp(-F.softplus(z))", "right", ""),
    ("13.2", "lambda z: torch.sigmoid(-z.double()).float()", "right", ""),
    ("13.2", "lambda z: torch.special.expit(-z)", "right", ""),
    ("13.2", "lambda z: 1 - torch.sigmoid(z)", "open", ""),
    ("13.2", "lambda z: 1.0 - 1 / (1 + torch.exp(-z))", "open", ""),
    (
        "13.2",
        "lambda z: (1 - torch.sigmoid(z.double())).float()",
        "wrong",
        "`float64` moves the limit, to a logit of",
    ),
    (
        "13.2",
        "lambda z: 1 - torch.sigmoid(z.double())",
        "wrong",
        "`float64` moves the limit, to a logit of",
    ),
    (
        "13.2",
        "lambda z: torch.exp(-z) / (1 + torch.exp(-z))",
        "wrong",
        "Right for large logits\\. At −100 the exponential",
    ),
    ("13.2", "lambda z: torch.exp(-z)", "wrong", "For large logits this is right\\. Which 1"),
    (
        "13.2",
        "lambda z: -torch.sigmoid(z)",
        "wrong",
        "A probability cannot be negative\\. Where does the",
    ),
    ("13.2", "lambda z: 1 - torch.sigmoid(-z)", "wrong", "1 minus it, and of −z: that is"),
    ("13.2", "torch.sigmoid", "wrong", "This is the probability of class 1\\. For"),
    (
        "13.2",
        "lambda z: (1 - torch.sigmoid(z)).clamp(min=1e-12)",
        "wrong",
        "1e-12 was put or added",
    ),
    (
        "13.2",
        "lambda z: 1 - torch.sigmoid(z) + 1e-9",
        "wrong",
        "A small number was added, the same",
    ),
    (
        "13.2",
        "lambda z: (1 - torch.sigmoid(z)).clamp(min=1e-30)",
        "wrong",
        "1e-30 was put or added",
    ),
    (
        "13.2",
        "lambda z: (1 - torch.sigmoid(z)).clamp(min=torch.finfo(torch.float32).eps)",
        "wrong",
        "1\\.19209e-07 was put or added",
    ),
    (
        "13.2",
        "lambda z: (1 - torch.sigmoid(z)).clamp(min=1e-6)",
        "wrong",
        "1e-06 was put or added",
    ),
    ("13.2", "lambda z: torch.sigmoid(-z.double())", "right", ""),
    (
        "13.2",
        "lambda z: torch.where(z > 15, torch.exp(-z), 1 - torch.sigmoid(z))",
        "wrong",
        "Two formulas, and neither is quite right near",
    ),
    (
        "13.2",
        "lambda z: torch.where(z > 0, torch.exp(-z), 1 - torch.sigmoid(z))",
        "wrong",
        "For positive logits e\\^\\(−z\\) stands alone here\\. Which",
    ),
    ("13.2", "lambda z: -z", "wrong", "−z is the logit of class 0\\. Its"),
    ("13.2", "lambda z: F.logsigmoid(-z)", "wrong", "This is the logarithm of what is asked"),
    (
        "13.2",
        "lambda z: 0.5 - 0.5 * torch.tanh(z / 2)",
        "wrong",
        "The same function with tanh, and tanh is",
    ),
    (
        "13.2",
        "lambda z: 0.5 * torch.erfc(z)",
        "wrong",
        "!Got: the tensor \\[0\\.997661, 0\\.76025,",
    ),
    ("13.2", "lambda z: 1 / (1 - torch.exp(z))", "wrong", "There is a minus below the line, and"),
    (
        "13.2",
        "lambda z: torch.softmax(-z, dim=0)",
        "wrong",
        "Softmax over the examples makes them compete\\. The",
    ),
    (
        "13.2",
        "lambda z: torch.softmax(torch.stack([torch.zeros_like(z), z], 1), dim=1)",
        "wrong",
        "These are the probabilities of both classes, right",
    ),
    ("13.2", "lambda z: torch.sigmoid(-z).sum()", "wrong", "This is the sum of what is asked"),
    ("13.2", "def answer(z): ...", "open", ""),
    ("13.2", "9.4e-14", "wrong", "!Wanted a function, got the"),
    (
        "13.2",
        "lambda z: torch.tensor([1 - 1 / (1 + math.exp(-v)) for v in z.tolist()])",
        "wrong",
        "`float64` moves the limit, to a logit of",
    ),
    ("13.2", "lambda z: torch.log1p(-torch.sigmoid(z)).exp()", "open", ""),
]

LOOP = """
def answer(x):
    total, lost = 0.0, 0.0
    for n in x.tolist():
        t = {term}
        new = total + t
        lost {loss}
        total = new
    {end}
"""


def careful(
    term: str = "n + lost", loss: str = "= t - (new - total)", end: str = "return total"
) -> str:
    """An answer to 13.3."""
    return LOOP.format(term=term, loss=loss, end=end)


PLAIN = """
def answer(x):
    total = 0.0
    for n in {numbers}:
        total += n
    return total
"""
KAHAN = """
def answer(x):
    s = torch.tensor(0.0, dtype=torch.float64)
    c = torch.zeros_like(s)
    for v in x:
        y = v - c
        t = s + y
        c = (t - s) - y
        s = t
    return s
"""
FRACTIONS = """
def answer(x):
    from fractions import Fraction
    return float(sum(Fraction(v) for v in x.tolist()))
"""
NEUMAIER = """
def answer(x):
    total, lost = 0.0, 0.0
    for n in x.tolist():
        new = total + n
        if abs(total) >= abs(n):
            lost += (total - new) + n
        else:
            lost += (n - new) + total
        total = new
    return total + lost
"""
CAREFUL_SUM: list[Answer] = [
    ("13.3", careful(), "right", ""),
    ("13.3", KAHAN, "right", ""),
    ("13.3", FRACTIONS, "wrong", "loop that carries it into the next"),
    ("13.3", "lambda x: math.fsum(x)", "wrong", "loop that carries it into the next"),
    ("13.3", "lambda x: math.fsum(x.tolist())", "wrong", "loop that carries it into the next"),
    ("13.3", NEUMAIER, "wrong", "loop that carries it into the next"),
    ("13.3", careful("n", "+= t - (new - total)", "return total + lost"), "right", ""),
    ("13.3", careful(end="return torch.tensor(total, dtype=torch.float64)"), "right", ""),
    ("13.3", "def answer(x): ...", "open", ""),
    ("13.3", PLAIN.format(numbers="x.tolist()"), "wrong", "what a plain sum gives"),
    ("13.3", PLAIN.format(numbers="x"), "wrong", "what a plain sum gives"),
    ("13.3", PLAIN.format(numbers="sorted(x.tolist(), key=abs)"), "wrong", "smallest first"),
    ("13.3", "lambda x: x.sum()", "wrong", "adds in parts"),
    ("13.3", "lambda x: np.sum(x.numpy())", "wrong", "adds in parts|Adding in parts"),
    ("13.3", "lambda x: x.mean() * len(x)", "wrong", "adds in parts"),
    ("13.3", "lambda x: x.sort().values.sum()", "wrong", "some of the ones are still lost"),
    ("13.3", careful(loss="= n - (new - total)"), "wrong", "the number alone, or"),
    ("13.3", careful("n - lost"), "wrong", "taken off the next number"),
    ("13.3", careful(loss="= (new - total) - t"), "wrong", "taken off the next number"),
    ("13.3", careful(loss="+= t - (new - total)"), "wrong", "carried along once more"),
    ("13.3", careful(loss="= t - (new - new)"), "wrong", "Which two totals"),
    ("13.3", careful("n", end="return total + lost"), "wrong", "has to go into the next number"),
    ("13.3", careful("n"), "wrong", "has to go into the next number"),
    ("13.3", careful(end="return total, lost"), "wrong", "One number is asked for"),
    ("13.3", careful(end="    return total"), "wrong", "inside the loop"),
    ("13.3", careful(end="return torch.tensor(total)"), "wrong", "makes a `float32`"),
    ("13.3", careful().replace("x.tolist()", "x.float().tolist()"), "wrong", "Keep `float64`"),
    ("13.3", careful().replace("x.tolist()", "x.tolist()[1:]"), "wrong", "first number is missing"),
    ("13.3", careful(end="return total / len(x)"), "wrong", "This is the mean"),
    ("13.3", careful(end="return lost"), "wrong", ""),
    ("13.3", careful(end="print(total)"), "wrong", "!got None"),
    ("13.3", PLAIN.format(numbers="x.numpy()"), "wrong", "Put back into the total at once"),
    ("13.3", "lambda x: x.cumsum(0)", "wrong", "all partial sums"),
]

GRADIENT_CHECKS: list[Answer] = [
    ("13.4", "('fine','fine','wrong','blind','wrong','blind')", "right", ""),
    ("13.4", "('FINE','fine','wrong','Blind','wrong','blind')", "right", ""),
    (
        "13.4",
        "('fine','wrong','wrong','blind','wrong','blind')",
        "wrong",
        "Check B: how large is the error of",
    ),
    (
        "13.4",
        "('fine','blind','wrong','blind','wrong','blind')",
        "wrong",
        "Check B is coarse, to three digits or",
    ),
    (
        "13.4",
        "('fine','fine','fine','blind','wrong','blind')",
        "wrong",
        "Check C has the settings of A, which",
    ),
    (
        "13.4",
        "('fine','fine','wrong','wrong','wrong','wrong')",
        "wrong",
        "A, B, C and E are right\\. D",
    ),
    (
        "13.4",
        "('fine','fine','wrong','wrong','wrong','blind')",
        "wrong",
        "Check D: what is 1 \\+ δ in",
    ),
    (
        "13.4",
        "('fine','fine','wrong','blind','blind','blind')",
        "wrong",
        "Check E: in float32 a central difference with",
    ),
    (
        "13.4",
        "('fine','fine','wrong','blind','fine','blind')",
        "wrong",
        "Check E is off by half\\. How far",
    ),
    (
        "13.4",
        "('fine','fine','wrong','blind','wrong','wrong')",
        "wrong",
        "Check F: is 1 \\+ δ another number",
    ),
    (
        "13.4",
        "('fine','wrong','wrong','wrong','wrong','wrong')",
        "wrong",
        "One limit for all six is too simple\\.",
    ),
    (
        "13.4",
        "('fine','fine','blind','blind','wrong','blind')",
        "wrong",
        "Check C has the settings of A\\. How",
    ),
    (
        "13.4",
        "('wrong','fine','wrong','blind','wrong','blind')",
        "wrong",
        "Check A finds ten equal digits\\. How far",
    ),
    ("13.4", "('blind',)*6", "wrong", "Checks in float32 are coarse, and not all"),
    (
        "13.4",
        "('fine','fine','wrong','blind','wrong')",
        "wrong",
        "!Got: the tuple \\('fine', 'fine',",
    ),
    ("13.4", "'fine'", "wrong", "Six words are asked for, one for each"),
    (
        "13.4",
        "('right','right','wrong','blind','wrong','blind')",
        "wrong",
        "!Got: the tuple \\('right', 'right',",
    ),
    ("13.4", "...", "open", ""),
]

CAUSES: list[Answer] = [
    (
        "13.7",
        "('overflow','lost updates','underflow','cancellation','underflow','overflow')",
        "right",
        "",
    ),
    (
        "13.7",
        "['overflow', 'lost_updates', 'underflow', 'cancellation', 'underflow', 'overflow']",
        "right",
        "",
    ),
    (
        "13.7",
        "np.array(['overflow', 'lost updates', 'underflow', 'cancellation', 'underflow', 'overflow'])",
        "right",
        "",
    ),
    (
        "13.7",
        "('underflow','lost updates','underflow','cancellation','underflow','overflow')",
        "wrong",
        "Program A: is 300, or",
    ),
    (
        "13.7",
        "('cancellation','lost updates','underflow','cancellation','underflow','overflow')",
        "wrong",
        "Program A squares and adds",
    ),
    (
        "13.7",
        "('lost updates','lost updates','underflow','cancellation','underflow','overflow')",
        "wrong",
        "What is 300²",
    ),
    (
        "13.7",
        "('overflow','overflow','underflow','cancellation','underflow','overflow')",
        "wrong",
        "In program B all numbers lie",
    ),
    (
        "13.7",
        "('overflow','underflow','underflow','cancellation','underflow','overflow')",
        "wrong",
        "Program B: at 0\\.25 the change",
    ),
    (
        "13.7",
        "('overflow','cancellation','underflow','cancellation','underflow','overflow')",
        "wrong",
        "Program B: x − m is exactly 0\\.75",
    ),
    (
        "13.7",
        "('overflow','underflow','lost updates','cancellation','underflow','overflow')",
        "wrong",
        "B and C have changed places",
    ),
    (
        "13.7",
        "('overflow','lost updates','lost updates','cancellation','underflow','overflow')",
        "wrong",
        "Program C: the gradient itself is 0",
    ),
    (
        "13.7",
        "('overflow','lost updates','cancellation','cancellation','underflow','overflow')",
        "wrong",
        "smallest positive float16",
    ),
    (
        "13.7",
        "('overflow','lost updates','overflow','cancellation','underflow','overflow')",
        "wrong",
        "In program C nothing",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','underflow','underflow','overflow')",
        "wrong",
        "no number there is tiny",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','overflow','underflow','overflow')",
        "wrong",
        "ends at 3e38",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','lost updates','underflow','overflow')",
        "wrong",
        "Program D updates nothing",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','cancellation','overflow','overflow')",
        "wrong",
        "Program E: `-inf` is the logarithm",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','cancellation','cancellation','overflow')",
        "wrong",
        "Program E multiplies",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','cancellation','lost updates','overflow')",
        "wrong",
        "How large is the product",
    ),
    (
        "13.7",
        "('overflow','lost updates','underflow','cancellation','underflow','underflow')",
        "wrong",
        "Program F: it skips a step",
    ),
    (
        "13.7",
        "('underflow','lost updates','underflow','cancellation','overflow','overflow')",
        "wrong",
        "Program A: is 300, or its square|In program B all numbers",
    ),
    (
        "13.7",
        "('overflow','lost update','underflow','cancellation','underflow','overflow')",
        "wrong",
        "!Got: the tuple \\('overflow', 'lost",
    ),
    (
        "13.7",
        "('overflow',)*6",
        "wrong",
        "Program A: is 300, or its square|In program B all numbers",
    ),
    ("13.7", "'overflow'", "wrong", "Six words are asked for, one for each"),
    ("13.7", "...", "open", ""),
]

LARGER = "torch.relu(-z)"
SMALLER = "torch.log1p(torch.exp(-z.abs()))"
LOG_SIGMOID: list[Answer] = [
    ("13.5", f"lambda z: {code}", "right", "")
    for code in (
        f"-{LARGER} - {SMALLER}",
        f"torch.minimum(z, torch.zeros_like(z)) - {SMALLER}",
        f"z.clamp(max=0) - {SMALLER}",
        "torch.where(z < 0, z - torch.log1p(z.exp()), -torch.log1p((-z).exp()))",
        "-torch.logaddexp(torch.zeros_like(z), -z)",
        "F.logsigmoid(z)",
        "-F.softplus(-z)",
        "-np.logaddexp(0, -z.numpy())",
        "torch.tensor([min(v, 0) - math.log1p(math.exp(-abs(v))) for v in z.tolist()])",
    )
]
for code, word in [
    ("torch.log(torch.sigmoid(z))", "on paper first"),
    ("torch.sigmoid(z).log()", "on paper first"),
    ("torch.log(1 / (1 + torch.exp(-z)))", "on paper first"),
    ("-torch.log(1 + torch.exp(-z))", "on paper first"),
    ("torch.log(torch.sigmoid(z.double()))", "both ends further out"),
    ("-torch.log1p(torch.exp(-z))", "The upper end is right"),
    ("torch.where(z < 0, torch.sigmoid(z).log(), -torch.log1p((-z).exp()))", "upper end is right"),
    ("torch.where(z < 0, z - torch.log1p(z.exp()), torch.sigmoid(z).log())", "lower end is right"),
    ("z - torch.log(1 + torch.exp(z))", "two nearly equal numbers"),
    ("z - torch.log1p(torch.exp(z))", "two nearly equal numbers"),
    ("z - F.softplus(z)", "two nearly equal numbers"),
    (f"-{LARGER} - torch.log(1 + torch.exp(-z.abs()))", "lower end is right"),
    ("-torch.logsumexp(torch.stack([torch.zeros_like(z), -z]), 0)", "lower end is right"),
    ("torch.log_softmax(torch.stack([z, torch.zeros_like(z)]), 0)[0]", "lower end is right"),
    (f"(-{LARGER} - (1 + torch.exp(-z.abs().double())).log()).float()", "none at 45"),
    ("[min(v, 0) - math.log1p(math.exp(-abs(v))) for v in z.tolist()]", "!wrap it in"),
    ("z.clamp(max=0)", "taken off, alone"),
    (f"-{LARGER}", "taken off, alone"),
    (f"-{SMALLER}", "has to be put back"),
    (f"{LARGER} - {SMALLER}", "be positive"),
    (f"-{LARGER} + {SMALLER}", "for both parts"),
    (f"{LARGER} + {SMALLER}", "the sign is turned round"),
    ("F.softplus(-z)", "the sign is turned round"),
    ("F.softplus(z)", "softplus"),
    ("F.logsigmoid(-z)", "class 0"),
    (f"-torch.relu(z) - {SMALLER}", "class 0"),
    (f"-{LARGER} - torch.log1p(torch.exp(-z))", "At 30 it is right"),
    (f"-{LARGER} - torch.log1p(torch.exp(z.abs()))", "minus missing"),
    (f"-{LARGER} - torch.log1p(1 + torch.exp(-z.abs()))", "one too many"),
    ("torch.log(torch.sigmoid(z).clamp(min=1e-12))", "all results are alike"),
    ("torch.log(torch.sigmoid(z).clamp(min=1e-7))", "all results are alike"),
    ("torch.log(torch.sigmoid(z) + 1e-9)", "small number was added"),
    ("torch.log(torch.sigmoid(z) + 1e-12)", "all results are alike"),
    ("torch.log(torch.sigmoid(z)).clamp(min=-100)", "cut off"),
    ("-F.binary_cross_entropy(torch.sigmoid(z), torch.ones_like(z), reduction='none')", "cut off"),
    ("torch.sigmoid(z)", "Its logarithm is asked for"),
    ("torch.log_softmax(z, dim=0)", "over the examples"),
    ("F.logsigmoid(z).mean()", "the mean"),
    ("F.logsigmoid(z).sum()", "the sum"),
    ("F.logsigmoid(z) / math.log(2)", "base 2"),
    ("torch.log2(torch.sigmoid(z))", "!wanted"),
    ("F.logsigmoid(z)[:, None]", "!shape"),
]:
    LOG_SIGMOID.append(("13.5", f"lambda z: {code}", "wrong", word))
LOG_SIGMOID.append(("13.5", "...", "open", ""))

DESCEND = """
def answer(w, gradient, num_steps):
    {start}
    for _ in range(num_steps):
        {step}
    return {result}
"""


def descends(step: str, start: str = "pass", result: str = "w") -> str:
    """The code of a descent with one of its lines written otherwise."""
    return DESCEND.format(start=start, step=step, result=result)


ROUNDED = "w = w.bfloat16()"
PLAIN = "w = w - gradient(w) / 128"
MASTER = "w = w - gradient(w.bfloat16()) / 128"
MASTER_WEIGHTS: list[Answer] = [
    ("13.6", descends(step, start, result), "right", "")
    for step, start, result in (
        (MASTER, "pass", "w"),
        ("w = w - gradient(w.bfloat16()).float() / 128", "pass", "w"),
        ("w = w - gradient(w.to(torch.bfloat16)) / 128", "pass", "w"),
        ("w -= gradient(w.bfloat16()) / 128", "w = w.clone()", "w"),
        ("master = master - gradient(master.bfloat16()).float() / 128", "master = w", "master"),
        (MASTER, "w = w.double()", "w.float()"),
        (MASTER, "w = w.double()", "w"),
        ("total = total - gradient((w + total).bfloat16()) / 128", "total = 0 * w", "w + total"),
    )
]
MASTER_WEIGHTS += [
    ("13.6", descends(step, start, result), kind, word)
    for step, start, result, kind, word in (
        (PLAIN, ROUNDED, "w", "open", ""),
        (PLAIN, ROUNDED, "w.float()", "wrong", "rounded after each step"),
        ("w = (w.float() - gradient(w) / 128).bfloat16()", ROUNDED, "w", "open", ""),
        (
            "w = (w.float() - gradient(w.bfloat16()) / 128).bfloat16()",
            "pass",
            "w",
            "wrong",
            "lost in that line",
        ),
        (
            "w = (w.float() - gradient(w.bfloat16()) / 128).bfloat16()",
            "pass",
            "w.float()",
            "wrong",
            "rounded after the step",
        ),
        (PLAIN, "pass", "w", "wrong", "gradient gets float32"),
        (PLAIN, "w = w.float()", "w", "wrong", "gradient gets float32"),
        (MASTER, "pass", "w.bfloat16()", "wrong", "the result was rounded"),
        (MASTER, "w = w.bfloat16().float()", "w", "wrong", "the weights start rounded"),
        (
            "d = d - gradient((w + d).bfloat16()) / 128",
            "d = torch.zeros_like(w).bfloat16()",
            "w + d",
            "wrong",
            "added up apart",
        ),
        ("w = w - gradient(r) / 128", "r = w.bfloat16()", "w", "wrong", "weights of the start"),
        (PLAIN, "w = w.half()", "w", "wrong", "float16 has three binary digits more"),
        ("w = w + gradient(w.bfloat16()) / 128", "pass", "w", "wrong", "uphill"),
        ("w = w - gradient(w.bfloat16())", "pass", "w", "wrong", "128 times"),
        ("return w - gradient(w.bfloat16()) / 128", "pass", "w", "wrong", "inside the loop"),
        ("w -= gradient(w.bfloat16()) / 128", "pass", "w", "wrong", "caller's w"),
        ("w = w - gradient(w.bfloat16()) / 128", "pass", "None", "wrong", "!None"),
    )
]
MASTER_WEIGHTS.append(("13.6", "...", "open", ""))

ANSWERS = [
    *SIX_SUMS,
    *OTHER_CLASS,
    *CAREFUL_SUM,
    *GRADIENT_CHECKS,
    *LOG_SIGMOID,
    *MASTER_WEIGHTS,
    *CAUSES,
]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answer(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
