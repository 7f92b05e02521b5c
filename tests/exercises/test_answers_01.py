"""What a class answers to the exercises of notebook 01, and what it is told."""

import pytest

from tests.exercises.helpers import assert_told

RATES = """
def answer(f, x, delta):
    rates = []
    for i in range(len(x)):
        step = torch.zeros_like(x)
        step[i] = {step}
        rates.append({rate})
    return {result}
"""
CENTRAL = "(f(x + step) - f(x - step)) / (2 * delta)"

BEND = """
def answer(t_u, t_c, w2, w1, b):
    p = {p}
    d = {d}
    return {result}
"""

FIT = """
def answer(t_u, t_c, lr, num_epochs):
    w2, w1, b = {start}
    for epoch in {loop}:
        d = {d}
        dw2, dw1, db = {slopes}
        {update}
    return {result}
"""

AUTOGRAD_FIT = """
def answer(t_u, t_c, lr, num_epochs):
    params = torch.tensor([0.0, 1.0, 0.0], requires_grad=True)
    for epoch in range(num_epochs):
        loss = ((params[0] * t_u**2 + params[1] * t_u + params[2] - t_c) ** 2).{loss}()
        loss.backward()
        with torch.no_grad():
            params {sign} lr * params.grad
        {zero}
    return params
"""


def rates(rate: str = CENTRAL, step: str = "delta", result: str = "torch.stack(rates)") -> str:
    return RATES.format(rate=rate, step=step, result=result)


def in_copies(ahead: str, behind: str, rate: str, result: str = "r") -> str:
    return (
        "def answer(f, x, delta):\n    r = torch.zeros(len(x))\n    for i in range(len(x)):\n"
        f"        up, down = {ahead}, {behind}\n        up[i] += delta\n        down[i] -= delta\n"
        f"        r[i] = {rate}\n    return {result}"
    )


def bend(
    result: str = "torch.stack([(d * t_u**2).sum(), (d * t_u).sum(), d.sum()])",
    d: str = "2 * (p - t_c) / len(t_c)",
    p: str = "w2 * t_u**2 + w1 * t_u + b",
) -> str:
    return BEND.format(p=p, d=d, result=result)


def fit(**changes: str) -> str:
    parts = {
        "start": "0.0, 1.0, 0.0",
        "loop": "range(num_epochs)",
        "d": "2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)",
        "slopes": "(d * t_u**2).sum(), (d * t_u).sum(), d.sum()",
        "update": "w2, w1, b = w2 - lr * dw2, w1 - lr * dw1, b - lr * db",
        "result": "torch.tensor([w2, w1, b])",
    }
    return FIT.format(**(parts | changes))


def steps(factor: str, sign: str = "-") -> str:
    """The update with a factor in place of lr."""
    return f"w2, w1, b = w2 {sign} {factor} * dw2, w1 {sign} {factor} * dw1, b {sign} {factor} * db"


def autograd_fit(loss: str = "mean", sign: str = "-=", zero: str = "params.grad = None") -> str:
    return AUTOGRAD_FIT.format(loss=loss, sign=sign, zero=zero)


def loss(code: str) -> str:
    body = code if "return" in code else f"return {code}"
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return f"def answer(y_hat, y):\n    d = y_hat - y\n    s = d.abs()\n{lines}"


# (number, code, verdict, a fragment of the hint, or after "!" of the message)
ANSWERS = [
    # 1.1
    ("1.1", "('lower b', 'lower w and raise b', 'raise w', 'raise w and lower b')", "right", ""),
    ("1.1", "['lower b', 'lower w and raise b', 'raise w', 'raise w and lower b']", "right", ""),
    ("1.1", "('Lower b', 'Lower w and raise b', 'Raise w', 'Raise w and lower b')", "right", ""),
    ("1.1", "('lower_b', 'lower_w_and_raise_b', 'raise_w', 'raise_w_and_lower_b')", "right", ""),
    ("1.1", "...", "open", ""),
    ("1.1", "('raise b', 'raise w and lower b', 'lower w', 'lower w and raise b')", "wrong", "other way round"),
    ("1.1", "('lower b', 'lower w', 'raise w', 'raise w')", "wrong", "about the reading 0"),
    ("1.1", "('lower b', 'lower w', 'raise w', 'raise w and lower b')", "wrong", "makes up for that"),
    ("1.1", "('lower b', 'lower w and raise b', 'raise w', 'raise w')", "wrong", "makes up for that"),
    ("1.1", "('lower b', 'lower w and raise b', 'raise w', 'lower b')", "wrong", "not the same"),
    ("1.1", "('lower w', 'lower w and raise b', 'raise w', 'raise w and lower b')", "wrong", "misses are equal"),
    ("1.1", "('raise b', 'lower w and raise b', 'raise w', 'raise w and lower b')", "wrong", "still further"),
    ("1.1", "('lower b', 'lower w and raise b', 'raise b', 'raise w and lower b')", "wrong", "4, 10 and 16"),
    ("1.1", "('lower b', 'lower w and raise b', 'lower w', 'raise w and lower b')", "wrong", "Does less w lift"),
    ("1.1", "('lower b', 'lower w and raise b', 'raise w and lower b', 'raise w and lower b')", "wrong", "left for b"),
    ("1.1", "('lower b', 'raise w and lower b', 'raise w', 'raise w and lower b')", "wrong", "steeper still"),
    ("1.1", "('lower b', 'raise w and lower b', 'raise w', 'lower w and raise b')", "wrong", "steeper|flatter"),
    ("1.1", "('lower b', 'lower b', 'raise w', 'raise w and lower b')", "wrong", "two signs"),
    ("1.1", "'lower b'", "wrong", "Four words"),
    ("1.1", "('lower b', 'lower w and raise b', 'raise w')", "wrong", "!Wanted are 4 entries"),
    ("1.1", "(-6, -0.3, 0.2, 0.2)", "wrong", "!word"),
    # 1.2
    ("1.2", "(2500, 50)", "right", ""),
    ("1.2", "[2500, 50]", "right", ""),
    ("1.2", "torch.tensor([2500, 50])", "right", ""),
    ("1.2", "(2500.0, 50.0)", "right", ""),
    ("1.2", "(50 * 50, 50)", "right", ""),
    ("1.2", "(np.int64(2500), np.int64(50))", "right", ""),
    ("1.2", "((torch.zeros(50, 1) - torch.zeros(50)).numel(), 50)", "right", ""),
    ("1.2", "...", "open", ""),
    ("1.2", "(50, 50)", "wrong", "one above the other"),
    ("1.2", "(torch.zeros(50, 1) - torch.zeros(50)).shape", "wrong", "how many numbers does it hold"),
    ("1.2", "(2500, 2500)", "wrong", "its own"),
    ("1.2", "(2500, 1)", "wrong", "how many rows"),
    ("1.2", "(2500, 0)", "wrong", "among them"),
    ("1.2", "(2500, 2450)", "wrong", "another example"),
    ("1.2", "(2500, 49)", "wrong", "own target"),
    ("1.2", "(2500, 100)", "wrong", "not twice"),
    ("1.2", "(2450, 50)", "wrong", "leaves those out"),
    ("1.2", "(2450, 0)", "wrong", "holds the others"),
    ("1.2", "(50, 2500)", "wrong", "changed places"),
    ("1.2", "(1275, 50)", "wrong", "different squares"),
    ("1.2", "(50, 1)", "wrong", "sizes of y_hat"),
    ("1.2", "(50, 0)", "wrong", "repeated"),
    ("1.2", "(1, 50)", "wrong", "shape of y"),
    ("1.2", "(1, 1)", "wrong", "of how many squares"),
    ("1.2", "(121, 11)", "wrong", "eleven days"),
    ("1.2", "(100, 50)", "wrong", "adds"),
    ("1.2", "(51, 50)", "wrong", "adds"),
    ("1.2", "(51, 1)", "wrong", "adds"),
    ("1.2", "2500", "wrong", "Two numbers"),
    ("1.2", "50", "wrong", "Two numbers"),
    ("1.2", "'it fails'", "wrong", "error"),
    ("1.2", "'(2500, 50)'", "wrong", "quotes"),
    ("1.2", "None", "wrong", "error"),
    ("1.2", "(2500,)", "wrong", "!Wanted are 2 entries"),
    # 1.3
    ("1.3", rates(), "right", ""),
    ("1.3", in_copies("x.clone()", "x.clone()", "(f(up) - f(down)) / (2 * delta)"), "right", ""),
    ("1.3", in_copies("x.clone()", "x.clone()", "(f(up) - f(down)).item() / (up - down)[i].item()"), "right", ""),
    ("1.3", "lambda f, x, delta: torch.stack([(f(x + e) - f(x - e)) / 2 / delta for e in delta * torch.eye(len(x))])", "right", ""),
    ("1.3", "lambda f, x, delta: torch.tensor([float(f(x + e) - f(x - e)) / (2 * delta) for e in delta * torch.eye(len(x))])", "right", ""),
    ("1.3", rates("(f(x.double() + step) - f(x.double() - step)) / (2 * delta)"), "right", ""),
    ("1.3", "def answer(f, x, delta):\n    r = []\n    for i in range(len(x)):\n        old = x[i].item()\n        x[i] = old + delta\n        up = f(x)\n        x[i] = old - delta\n        down = f(x)\n        x[i] = old\n        r.append((up - down) / (2 * delta))\n    return torch.stack(r)", "right", ""),
    ("1.3", "lambda f, x, delta: np.array([float(f(x + e) - f(x - e)) / (2 * delta) for e in delta * torch.eye(len(x))])", "right", ""),
    ("1.3", rates("f((x + step)) / (2 * delta) - f(x - step) / (2 * delta)"), "right", ""),
    ("1.3", rates("((f(x + step) - f(x)) / delta + (f(x) - f(x - step)) / delta) / 2"), "right", ""),
    ("1.3", "def answer(f, x, delta):\n    r = torch.zeros(len(x))\n    for i in range(len(x)):\n        x[i] += delta\n        up = f(x)\n        x[i] -= 2 * delta\n        r[i] = (up - f(x)) / (2 * delta)\n        x[i] += delta\n    return r", "wrong", "exactly|rounding"),
    ("1.3", rates("(f(x + step) - f(x - step)) / 1.0", "0.5"), "wrong", "caller chooses|delta"),
    ("1.3", rates("(f(x + step) - f(x - step)) / 0.002", "0.001"), "wrong", "caller chooses|delta"),
    ("1.3", rates("(f(x + step) - f(x - step)) / 0.2", "0.1"), "wrong", "caller chooses|delta"),
    ("1.3", rates(step="0.1"), "wrong", "delta"),
    ("1.3", rates(step="1.0"), "wrong", "by delta"),
    ("1.3", "lambda f, x, delta: torch.stack([(f(x + e) - f(x - e)) / (2 * delta) for e in torch.eye(len(x))])", "wrong", "by delta"),
    ("1.3", rates("(f(x + step) - f(x)) / delta"), "wrong", "ahead only"),
    ("1.3", rates("(f(x) - f(x - step)) / delta"), "wrong", "back only"),
    ("1.3", rates("(f(x + step) - f(x)) / (2 * delta)"), "wrong", "ahead"),
    ("1.3", rates("(f(x) - f(x - step)) / (2 * delta)"), "wrong", "behind"),
    ("1.3", rates("(f(x + step) - f(x - step)) / delta"), "wrong", "how far apart"),
    ("1.3", rates("(f(x + step) - f(x - step)) / 2"), "wrong", "divided|delta"),
    ("1.3", rates("f(x + step) - f(x - step)"), "wrong", "divided"),
    ("1.3", rates("(f(x + step) - f(x - step)) * (2 * delta)"), "wrong", "multipl|divid"),
    ("1.3", rates("(f(x + step) - f(x - step)) / 2 * delta"), "wrong", "left to right"),
    ("1.3", rates("f(x + step) - f(x - step) / 2 * delta"), "wrong", "Parentheses"),
    ("1.3", rates("f(x + step) - f(x - step) / (2 * delta)"), "wrong", "Parentheses"),
    ("1.3", rates("(f(x + step) + f(x - step)) / (2 * delta)"), "wrong", "difference|minus|sum"),
    ("1.3", rates("(f(x - step) - f(x + step)) / (2 * delta)"), "wrong", "sign"),
    ("1.3", rates("abs(f(x + step) - f(x - step)) / (2 * delta)"), "wrong", "sign"),
    ("1.3", rates("(f(x + step) - f(x - step)) / (4 * delta)"), "wrong", "half"),
    ("1.3", rates("(f(x + step) - f(x - step)) / delta**2"), "wrong", "run|apart|divi"),
    ("1.3", rates("(f(x + step) - 2 * f(x) + f(x - step)) / delta**2"), "wrong", "bend|curv"),
    ("1.3", rates("(f(x + step / 2) - f(x - step / 2)) / delta"), "wrong", "delta is|to one side|half"),
    ("1.3", rates("(f(x + step / 2) - f(x - step / 2)) / (2 * delta)"), "wrong", "delta is|to one side|half"),
    ("1.3", rates("(f(x + 2 * step) - f(x - 2 * step)) / (4 * delta)"), "wrong", "twice|delta"),
    ("1.3", rates("(f(step) - f(-step)) / (2 * delta)"), "wrong", "rest|0"),
    ("1.3", "def answer(f, x, delta):\n    r = []\n    for i in range(len(x)):\n        a, b = torch.zeros(len(x)), torch.zeros(len(x))\n        a[i], b[i] = x[i] + delta, x[i] - delta\n        r.append((f(a) - f(b)) / (2 * delta))\n    return torch.stack(r)", "wrong", "rest|0"),
    ("1.3", rates("(f(x[i] + step) - f(x[i] - step)) / (2 * delta)"), "wrong", "rest|whole"),
    ("1.3", rates(step="delta * x[i]"), "wrong", "distance itself|fraction"),
    ("1.3", rates("(f(x * (1 + step)) - f(x * (1 - step))) / (2 * delta)"), "wrong", "distance itself|fraction"),
    ("1.3", rates("(f(x + step) - f(x - step)) / (2 * delta * x[i])", "delta * x[i]"), "wrong", "distance|fraction"),
    ("1.3", rates(result="torch.stack(rates).mean()"), "wrong", "one slope for each|one by one"),
    ("1.3", rates(result="torch.stack(rates).sum()"), "wrong", "one slope for each|one by one"),
    ("1.3", rates(result="sum(rates)"), "wrong", "one slope for each|one by one"),
    ("1.3", rates(result="torch.stack(rates).cumsum(0)"), "wrong", "alone|added"),
    ("1.3", rates(result="torch.stack(rates[::-1])"), "wrong", "order|reverse"),
    ("1.3", rates(result="rates[0]"), "wrong", "first"),
    ("1.3", rates(result="rates[-1]"), "wrong", "last|one slope for each"),
    ("1.3", rates(result="torch.stack(rates[:1])"), "wrong", "first"),
    ("1.3", rates(result="rates"), "wrong", "!torch.stack"),
    ("1.3", rates(result="tuple(rates)"), "wrong", "!torch.stack"),
    ("1.3", rates(result="torch.stack(rates).reshape(-1, 1)"), "wrong", "!shape|shape"),
    ("1.3", rates("f(x + step) + delta - f(x)"), "wrong", "into f|result"),
    ("1.3", rates("(f(x) + delta - (f(x) - delta)) / (2 * delta)"), "wrong", "into f|result"),
    ("1.3", "lambda f, x, delta: (f(x + delta) - f(x - delta)) / (2 * delta)", "wrong", "all entries"),
    ("1.3", rates("(f(x + delta) - f(x - delta)) / (2 * delta)"), "wrong", "all entries"),
    ("1.3", rates("(f(x + delta) - f(x)) / delta"), "wrong", "all entries"),
    ("1.3", rates("(f(x[i] + delta) - f(x[i] - delta)) / (2 * delta)"), "wrong", "whole tensor"),
    ("1.3", in_copies("x", "x", "(f(up) - f(down)) / (2 * delta)"), "wrong", "copy|moved|other"),
    ("1.3", in_copies("x.clone()", "x", "(f(up) - f(down)) / (2 * delta)"), "wrong", "copy|moved"),
    ("1.3", "def answer(f, x, delta):\n    r, step = torch.zeros(len(x)), torch.zeros(len(x))\n    for i in range(len(x)):\n        step[i] = delta\n        r[i] = (f(x + step) - f(x - step)) / (2 * delta)\n    return r", "wrong", "back at rest"),
    ("1.3", "def answer(f, x, delta):\n    up, down, r = x.clone(), x.clone(), torch.zeros(len(x))\n    for i in range(len(x)):\n        up[i] += delta\n        down[i] -= delta\n        r[i] = (f(up) - f(down)) / (2 * delta)\n    return r", "wrong", "back at rest"),
    ("1.3", "def answer(f, x, delta):\n    r = torch.zeros(len(x))\n    for i in range(len(x)):\n        x[i] += delta\n        up = f(x)\n        x[i] -= 2 * delta\n        r[i] = (up - f(x)) / (2 * delta)\n    return r", "wrong", "moved"),
    ("1.3", "def answer(f, x, delta):\n    x = x.clone().requires_grad_()\n    f(x).backward()\n    return x.grad", "wrong", "exact"),
    ("1.3", "lambda f, x, delta: torch.autograd.functional.jacobian(f, x)", "wrong", "exact"),
    ("1.3", "lambda f, x, delta: torch.tensor([3 * x[0] ** 2, -4.0])", "wrong", "`delta`"),
    ("1.3", "lambda f, x, delta: torch.zeros(len(x))", "wrong", "0"),
    ("1.3", "def answer(f, x, delta):\n    for i in range(len(x)):\n        step = torch.zeros_like(x)\n        step[i] = delta\n        r = (f(x + step) - f(x - step)) / (2 * delta)\n    return r", "wrong", "last|each entry"),
    ("1.3", rates("(f(x + step) - f(x - step)) / (2 * step)"), "wrong", "!shape|nan"),
    ("1.3", rates("(x + step - (x - step)) / (2 * delta)"), "wrong", "f"),
    ("1.3", rates("f(x + step)"), "wrong", "ahead|one place|compare|two"),
    ("1.3", rates("f(x + step) / (2 * delta)"), "wrong", "ahead|one place|compare|two"),
    ("1.3", rates("(f(x - step) - f(x)) / delta"), "wrong", "back only"),
    ("1.3", rates("(f(x) - f(x + step)) / delta"), "wrong", "ahead only"),
    ("1.3", rates("(f(x + 2 * step) - f(x)) / (2 * delta)"), "wrong", "ahead"),
    ("1.3", rates("f(x + step) / (2 * delta) - f(x - step)"), "wrong", "first value"),
    ("1.3", rates().replace("step[i]", "step[0]"), "wrong", "same entry"),
    ("1.3", rates().replace("step[i]", "step[-1]"), "wrong", "same entry"),
    ("1.3", "def answer(f, x, delta):\n    r = torch.zeros(len(x))\n    for i in range(len(x)):\n        up, down = x.clone(), x.clone()\n        up[i], down[i] = delta, -delta\n        r[i] = (f(up) - f(down)) / (2 * delta)\n    return r", "wrong", "set to delta"),
    ("1.3", rates("round(float(f(x + step) - f(x - step)) / (2 * delta), 1)", result="torch.tensor(rates)"), "wrong", "rounded"),
    # 1.4
    ("1.4", bend(), "right", ""),
    ("1.4", bend("torch.stack([(d * t_u**2).mean(), (d * t_u).mean(), d.mean()])", "2 * (p - t_c)"), "right", ""),
    ("1.4", bend("torch.tensor([d @ t_u**2, d @ t_u, d.sum()])"), "right", ""),
    ("1.4", bend("torch.stack([t_u**2, t_u, torch.ones_like(t_u)]) @ d"), "right", ""),
    ("1.4", bend("np.array([(d * t_u**2).sum().item(), (d * t_u).sum().item(), d.sum().item()])"), "right", ""),
    ("1.4", "def answer(t_u, t_c, w2, w1, b):\n    p = torch.tensor([w2, w1, b], requires_grad=True)\n    F.mse_loss(p[0] * t_u**2 + p[1] * t_u + p[2], t_c).backward()\n    return p.grad", "right", ""),
    ("1.4", bend("torch.stack([(d * t_u**2).mean(), (d * t_u).mean(), d.mean()])"), "wrong", "divide by N"),
    ("1.4", bend("torch.stack([(d * t_u**2).sum(), (d * t_u).sum(), d.mean()])"), "wrong", "slope for b"),
    ("1.4", bend("torch.stack([(d * t_u**2).mean(), (d * t_u).sum(), d.sum()])"), "wrong", "slope for w2"),
    ("1.4", bend(d="2 * (p - t_c)"), "wrong", "too long"),
    ("1.4", bend(d="(p - t_c) / len(t_c)"), "wrong", "Half"),
    ("1.4", bend(d="(p - t_c)"), "wrong", "Two things"),
    ("1.4", bend(d="2 * (p - t_c) / 11"), "wrong", "11"),
    ("1.4", bend(d="4 * (p - t_c) / len(t_c)"), "wrong", "Twice"),
    ("1.4", bend(d="2 * (t_c - p) / len(t_c)"), "wrong", "opposite direction"),
    ("1.4", bend(d="(p - t_c) ** 2 / len(t_c)"), "wrong", "squared"),
    ("1.4", bend(d="2 * (p - t_c) ** 2 / len(t_c)"), "wrong", "still squared"),
    ("1.4", bend(d="torch.sign(p - t_c) / len(t_c)"), "wrong", "sizes"),
    ("1.4", bend(d="2 * (p - t_c).abs() / len(t_c)"), "wrong", "signs"),
    ("1.4", bend("torch.stack([(d * t_u).sum(), (d * t_u).sum(), d.sum()])"), "wrong", "alike"),
    ("1.4", bend("torch.stack([(d * 2 * t_u).sum(), (d * t_u).sum(), d.sum()])"), "wrong", "the reading rests"),
    ("1.4", bend("torch.stack([(d * 2 * w2 * t_u).sum(), (d * t_u).sum(), d.sum()])"), "wrong", "w2 moves"),
    ("1.4", bend("torch.stack([(d * 2 * t_u).sum(), d.sum(), 0 * d.sum()])"), "wrong", "parameters move"),
    ("1.4", bend("torch.stack([(d * 2 * w2 * t_u).sum(), (d * w1).sum() * t_u[0] / t_u[0], d.sum()])"), "wrong", "data rest"),
    ("1.4", bend("torch.stack([(d * w2 * t_u**2).sum(), (d * w1 * t_u).sum(), (d * b).sum()])"), "wrong", "whole terms"),
    ("1.4", bend("torch.stack([(d * w2 * t_u**2).sum(), (d * t_u).sum(), d.sum()])"), "wrong", "come into the factor"),
    ("1.4", bend("torch.stack([(d * w2 * t_u**2).sum(), (d * w1 * t_u).sum(), d.sum()])"), "wrong", "without w1"),
    ("1.4", bend("torch.stack([(d * t_u**2).sum(), (d * w1 * t_u).sum(), d.sum()])"), "wrong", "come into the factor"),
    ("1.4", bend("torch.stack([(d * t_u**2).sum(), (d * t_u).sum(), (d * b).sum()])"), "wrong", "When b grows"),
    ("1.4", bend("torch.stack([(d * t_u**2).sum(), (d * t_u).sum(), torch.tensor(0.0)])"), "wrong", "always 0"),
    ("1.4", bend("torch.stack([(d * w2).sum(), (d * w1).sum(), d.sum()])"), "wrong", "made of parameters"),
    ("1.4", bend("torch.stack([d.sum(), d.sum(), d.sum()])"), "wrong", "alike"),
    ("1.4", bend("torch.stack([d.sum() * (t_u**2).sum(), d.sum() * t_u.sum(), d.sum()])"), "wrong", "product"),
    ("1.4", bend(p="w1 * t_u + b"), "wrong", "straight line"),
    ("1.4", bend(p="w2 * t_u**2 + w1 * t_u"), "wrong", "last term"),
    ("1.4", bend(p="(w2 * t_u) ** 2 + w1 * t_u + b"), "wrong", "squared as well"),
    ("1.4", bend(p="w1 * t_u**2 + w2 * t_u + b"), "wrong", "changed places"),
    ("1.4", bend(p="w2 * t_u * 2 + w1 * t_u + b"), "wrong", "doubled"),
    ("1.4", bend("torch.stack([d.sum(), (d * t_u).sum(), (d * t_u**2).sum()])"), "wrong", "reverse order"),
    ("1.4", bend("torch.stack([(d * t_u).sum(), (d * t_u**2).sum(), d.sum()])"), "wrong", "changed places"),
    ("1.4", bend("torch.stack([(d * t_u).sum(), d.sum()])"), "wrong", "three parameters"),
    ("1.4", bend("torch.stack([d * t_u**2, d * t_u, d])"), "wrong", "example"),
    ("1.4", bend("((d * t_u**2).sum(), (d * t_u).sum(), d.sum())"), "wrong", "!torch.stack"),
    ("1.4", bend("(d * t_u**2).sum() + (d * t_u).sum() + d.sum()"), "wrong", "added up"),
    ("1.4", bend("((p - t_c) ** 2).mean()"), "wrong", "loss itself"),
    ("1.4", bend("None"), "wrong", "!got None"),
    ("1.4", "def answer(t_u, t_c, w2, w1, b):\n    t_u *= 2 / len(t_u)\n    return t_u[:3]", "wrong", "!caller's tensor|changed"),
    # 1.5
    ("1.5", loss("torch.sqrt(1 + d**2).mean() - 1"), "right", ""),
    ("1.5", loss("F.huber_loss(y_hat, y)"), "right", ""),
    ("1.5", "nn.HuberLoss()", "right", ""),
    ("1.5", "nn.SmoothL1Loss(beta=2.0)", "right", ""),
    ("1.5", loss("torch.where(s < 1, 0.5 * d**2, s - 0.5).mean()"), "right", ""),
    ("1.5", loss("torch.where(s < 1, d**2, 2 * s - 1).mean()"), "right", ""),
    ("1.5", loss("torch.log(torch.cosh(d)).mean()"), "wrong", "left the range"),
    ("1.5", loss("(torch.logaddexp(d, -d) - math.log(2)).mean()"), "right", ""),
    ("1.5", loss("(s + F.softplus(-2 * s) - math.log(2)).mean()"), "right", ""),
    ("1.5", loss("torch.log1p(d**2).mean()"), "wrong", "second valley"),
    ("1.5", loss("(d**2 / (1 + d**2)).mean()"), "wrong", "second valley"),
    ("1.5", loss("(1 - torch.exp(-d**2)).mean()"), "wrong", "flat"),
    ("1.5", loss("(torch.sqrt(1 + s) - 1).mean()"), "wrong", "corner"),
    ("1.5", loss("((1 + d**2) ** 0.25 - 1).mean()"), "wrong", "second valley"),
    ("1.5", loss("((1 + d**2) ** 0.55 - 1).mean()"), "right", ""),
    ("1.5", loss("(d * torch.tanh(d)).mean()"), "right", ""),
    ("1.5", loss("(s**1.585).mean()"), "wrong", "too high|power"),
    ("1.5", loss("torch.minimum(d**2, s).mean()"), "wrong", "new corner"),
    ("1.5", loss("torch.where(s < 1, d**2, s).mean()"), "wrong", "new corner"),
    ("1.5", loss("torch.where(s < 1, 0.5 * d**2, s).mean()"), "wrong", "new corner"),
    ("1.5", loss("torch.where(s <= 5, d**2, 5 * s).mean()"), "wrong", "new corner"),
    ("1.5", loss("torch.where(s < 5, d**2, 10 * s - 25).mean()"), "right", ""),
    ("1.5", loss("(d**2 / (1 + s)).mean()"), "right", ""),
    ("1.5", loss("torch.clamp(d**2, max=100).mean()"), "wrong", "flat"),
    ("1.5", loss("torch.clamp(d**2, max=1).mean()"), "wrong", "flat"),
    ("1.5", loss("(torch.tanh(d) ** 2).mean()"), "wrong", "flat"),
    ("1.5", loss("torch.where(s < 1, d**2, s**0).mean()"), "wrong", "flat"),
    ("1.5", loss("(s**1.2).mean()"), "wrong", "round enough"),
    ("1.5", loss("(torch.hypot(torch.tensor(30.0), d) - 30).mean()"), "wrong", "too late"),
    ("1.5", loss("(torch.hypot(torch.tensor(10.0), d) - 10).sum() / len(y)"), "right", ""),
    ("1.5", loss("sum(math.log(math.cosh(m)) for m in d.tolist()) / len(d)"), "wrong", "!OverflowError"),
    ("1.5", loss("np.mean(np.log1p(d.numpy() ** 2))"), "wrong", "second valley"),
    ("1.5", loss("torch.where(d > 0, torch.log1p(d**2), torch.log1p(3 * d**2)).mean()"), "wrong", "second valley"),
    ("1.5", loss("(torch.arctan(d) ** 2).mean()"), "wrong", "second valley"),
    ("1.5", loss("(torch.tanh(s) ** 2 + torch.log1p(d**2)).mean()"), "wrong", "second valley"),
    ("1.5", loss("torch.relu(s - 0.01).mean()"), "wrong", "free|nothing|small"),
    ("1.5", loss("(torch.sin(d) ** 2).mean()"), "wrong", "larger|wave|again"),
    ("1.5", loss("(1 - torch.cos(d)).mean()"), "wrong", "larger|wave|again"),
    ("1.5", loss("(d**2 / (1 + d**4)).mean()"), "wrong", "larger|less"),
    ("1.5", loss("(d**2 * torch.exp(-s)).mean()"), "wrong", "larger|less"),
    ("1.5", loss("d.mean()"), "wrong", "cancel"),
    ("1.5", loss("d.mean().abs()"), "wrong", "cancelled"),
    ("1.5", loss("d.mean() ** 2"), "wrong", "cancelled"),
    ("1.5", loss("d.sum().abs()"), "wrong", "cancelled"),
    ("1.5", loss("torch.log(torch.cosh(d.mean()))"), "wrong", "cancelled"),
    ("1.5", loss("(d**2).mean()"), "wrong", "four times"),
    ("1.5", loss("(d**2).mean() / 2"), "wrong", "four times"),
    ("1.5", loss("F.mse_loss(y_hat, y)"), "wrong", "four times"),
    ("1.5", loss("s.mean()"), "wrong", "corner"),
    ("1.5", loss("2 * s.mean()"), "wrong", "corner"),
    ("1.5", loss("F.l1_loss(y_hat, y)"), "wrong", "corner"),
    ("1.5", loss("torch.log1p(s).mean()"), "wrong", "corner"),
    ("1.5", loss("s.sqrt().mean()"), "wrong", "corner"),
    ("1.5", loss("(s ** (1 / 3)).mean()"), "wrong", "corner"),
    ("1.5", loss("torch.tanh(s).mean()"), "wrong", "corner"),
    ("1.5", loss("(s / (1 + s)).mean()"), "wrong", "corner"),
    ("1.5", loss("(1 - torch.exp(-s)).mean()"), "wrong", "corner|flat"),
    ("1.5", loss("s.clamp(max=10).mean()"), "wrong", "corner"),
    ("1.5", loss("(s + d**2).mean()"), "wrong", "far out"),
    ("1.5", loss("(0.5 * s + 0.5 * d**2).mean()"), "wrong", "far out"),
    ("1.5", loss("torch.maximum(s, d**2).mean()"), "wrong", "far out"),
    ("1.5", loss("torch.where(s < 1, s, d**2).mean()"), "wrong", "places|far out"),
    ("1.5", loss("torch.where(s > 1, d**2, s).mean()"), "wrong", "places|far out"),
    ("1.5", loss("(s**1.5).mean()"), "wrong", "power|between|round"),
    ("1.5", loss("(s**1.7).mean()"), "wrong", "power|between|forgiv"),
    ("1.5", loss("(s**3).mean()"), "wrong", "four times|more|far"),
    ("1.5", loss("(d**4).mean()"), "wrong", "four times|more|far"),
    ("1.5", loss("(torch.cosh(d) - 1).mean()"), "wrong", "four times|more|far"),
    ("1.5", loss("(d**2).mean().sqrt()"), "wrong", "undoes"),
    ("1.5", loss("torch.sqrt(1 + (d**2).mean()) - 1"), "wrong", "each miss"),
    ("1.5", loss("torch.log1p((d**2).mean())"), "wrong", "each miss"),
    ("1.5", loss("torch.log1p((d**2).sum())"), "wrong", "each miss"),
    ("1.5", loss("((d**2).mean() * s.mean()).sqrt()"), "wrong", "each miss"),
    ("1.5", loss("F.huber_loss(y_hat / (1 + y.std(correction=0)), y / (1 + y.std(correction=0)))"), "wrong", "each miss"),
    ("1.5", loss("s.median()"), "wrong", "median"),
    ("1.5", loss("(d**2).median()"), "wrong", "median"),
    ("1.5", loss("torch.log1p(d**2).median()"), "wrong", "median"),
    ("1.5", loss("s.sort().values[:max(1, len(s) - 1)].mean()"), "wrong", "throws|count"),
    ("1.5", loss("torch.log1p(d**2).sort().values[:max(1, len(s) - 1)].mean()"), "wrong", "throws|count"),
    ("1.5", loss("s.max()"), "wrong", "largest|each"),
    ("1.5", loss("s.sum()"), "wrong", "sum"),
    ("1.5", loss("(d**2).sum()"), "wrong", "sum"),
    ("1.5", loss("F.huber_loss(y_hat, y, reduction='sum')"), "wrong", "sum"),
    ("1.5", loss("torch.log1p(d**2).sum()"), "wrong", "sum"),
    ("1.5", loss("torch.log1p(d**2).sum() / 3"), "wrong", "number of examples|fixed|how many"),
    ("1.5", loss("torch.log1p(d**2).sum() / 11"), "wrong", "number of examples|fixed|how many"),
    ("1.5", loss("s"), "wrong", "one number"),
    ("1.5", loss("torch.log1p(d**2)"), "wrong", "one number"),
    ("1.5", loss("F.huber_loss(y_hat, y, reduction='none')"), "wrong", "one number"),
    ("1.5", loss("(s > 1).float().mean()"), "wrong", "counts"),
    ("1.5", loss("(s > 0).float().mean()"), "wrong", "counts"),
    ("1.5", loss("torch.sqrt(1 + d**2).mean()"), "wrong", "perfect"),
    ("1.5", loss("torch.cosh(d).log().mean() + 1"), "wrong", "perfect"),
    ("1.5", loss("torch.log(2 + d**2).mean()"), "wrong", "perfect"),
    ("1.5", loss("torch.sqrt(1 + d**2).mean() - 2"), "wrong", "!negative|perfect"),
    ("1.5", loss("-torch.log1p(d**2).mean()"), "wrong", "negative|sign"),
    ("1.5", loss("torch.where(d < 1, d**2, 2 * d - 1).mean()"), "wrong", "one side"),
    ("1.5", loss("torch.where(d > -1, d**2, -2 * d - 1).mean()"), "wrong", "one side"),
    ("1.5", loss("torch.where(d < 1, d**2, d).mean()"), "wrong", "one side"),
    ("1.5", loss("(torch.exp(d) - 1 - d).mean()"), "wrong", "one side"),
    ("1.5", loss("torch.relu(d).mean()"), "wrong", "one side|too low"),
    ("1.5", loss("torch.log1p(torch.relu(d) ** 2).mean()"), "wrong", "one side|too low"),
    ("1.5", loss("torch.log1p(torch.relu(-d) ** 2).mean()"), "wrong", "one side|too high"),
    ("1.5", loss("torch.log(d**2).mean()"), "wrong", "logarithm"),
    ("1.5", loss("torch.log1p(d).mean()"), "wrong", "logarithm"),
    ("1.5", loss("torch.log(s).mean()"), "wrong", "logarithm"),
    ("1.5", loss("(s / y.abs()).mean()"), "wrong", "target"),
    ("1.5", loss("torch.log1p((d / y) ** 2).mean()"), "wrong", "target"),
    ("1.5", loss("((s / s.max()) ** 2).mean()"), "wrong", "0/0|largest"),
    ("1.5", loss("torch.where(s < 1, d**2, s**0 * 0).mean()"), "wrong", "nothing|costs"),
    ("1.5", loss("if s < 1:\n    return d**2\nreturn s"), "wrong", "torch.where|each"),
    ("1.5", loss("return 0.0"), "wrong", "!zero"),
    ("1.5", "def answer(y_hat, y):\n    y_hat -= y\n    return torch.log1p(y_hat**2).mean()", "wrong", "!caller's tensor"),
    ("1.5", loss("torch.sigmoid(s).mean()"), "wrong", "perfect"),
    ("1.5", loss("(torch.sigmoid(s) - 0.5).mean()"), "wrong", "corner"),
    ("1.5", loss("torch.clamp(d, -1, 1).mean()"), "wrong", "cancel"),
    ("1.5", loss("torch.clamp(s, max=1).mean()"), "wrong", "corner"),
    ("1.5", loss("torch.sqrt((d**2).sum())"), "wrong", "corner"),
    ("1.5", loss("torch.where(s < 1, d**2, 100 - s).mean()"), "wrong", "turn back"),
    ("1.5", loss("torch.where(d > 0, torch.log1p(d**2), d**2).mean()"), "wrong", "one side"),
    ("1.5", loss("torch.log1p(d.sum() ** 2)"), "wrong", "cancelled"),
    # 1.6
    ("1.6", fit(), "right", ""),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u + b - t_c)", slopes="(d * t_u**2).mean(), (d * t_u).mean(), d.mean()"), "right", ""),
    ("1.6", fit(result="np.array([float(w2), float(w1), float(b)])"), "right", ""),
    ("1.6", fit(result="torch.stack([w2, w1, b]).double()"), "right", ""),
    ("1.6", autograd_fit(), "right", ""),
    ("1.6", autograd_fit(zero="params.grad.zero_()"), "right", ""),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    p = nn.Parameter(torch.tensor([0.0, 1.0, 0.0]))\n    o = torch.optim.SGD([p], lr=lr)\n    for _ in range(num_epochs):\n        o.zero_grad()\n        F.mse_loss(p[0] * t_u**2 + p[1] * t_u + p[2], t_c).backward()\n        o.step()\n    return p", "right", ""),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    A = torch.stack([t_u**2, t_u, torch.ones_like(t_u)], dim=1)\n    p = torch.tensor([0.0, 1.0, 0.0])\n    for _ in range(num_epochs):\n        p = p - lr * 2 / len(t_u) * A.T @ (A @ p - t_c)\n    return p", "right", ""),
    ("1.6", fit(update=steps("lr", "+")), "wrong", "uphill"),
    ("1.6", fit(update="w2, w1, b = w2 - lr * dw2, w1 - lr * dw1, b + lr * db"), "wrong", "b goes uphill"),
    ("1.6", fit(update="w2, w1, b = w2 + lr * dw2, w1 - lr * dw1, b - lr * db"), "wrong", "w2 goes uphill"),
    ("1.6", fit(start="0.0, 0.0, 0.0"), "wrong", r"\(0, 0, 0\)"),
    ("1.6", fit(start="1.0, 0.0, 0.0"), "wrong", "changed places"),
    ("1.6", fit(start="1.0, 1.0, 0.0"), "wrong", "begin"),
    ("1.6", fit(start="1.0, 1.0, 1.0"), "wrong", "begin"),
    ("1.6", fit(start="torch.randn(3)"), "wrong", "!Got"),
    ("1.6", fit(update="w2 = w2 - lr * dw2; d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c); w1 = w1 - lr * (d * t_u).sum(); d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c); b = b - lr * d.sum()"), "wrong", "new w2"),
    ("1.6", fit(slopes="(d * t_u**2).mean(), (d * t_u).mean(), d.mean()"), "wrong", "second division"),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u + b - t_c)"), "wrong", "too long"),
    ("1.6", fit(d="(w2 * t_u**2 + w1 * t_u + b - t_c)"), "wrong", "Two things"),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / 11"), "wrong", "11"),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / num_epochs"), "wrong", "over the examples"),
    ("1.6", fit(d="(w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)"), "wrong", "half as long"),
    ("1.6", fit(d="4 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)"), "wrong", "twice as long"),
    ("1.6", fit(slopes="(d * t_u**2).mean(), (d * t_u).sum(), d.sum()"), "wrong", "slope for w2"),
    ("1.6", fit(slopes="(d * t_u**2).sum(), (d * t_u).mean(), d.sum()"), "wrong", "slope for w1"),
    ("1.6", fit(slopes="(d * t_u**2).sum(), (d * t_u).sum(), d.mean()"), "wrong", "slope for b"),
    ("1.6", fit(d="2 * (t_u - t_c) / len(t_c)"), "wrong", "at the start"),
    ("1.6", fit(loop="range(num_epochs - 1)"), "wrong", "One step is missing"),
    ("1.6", fit(loop="range(1, num_epochs)"), "wrong", "One step is missing"),
    ("1.6", fit(loop="range(num_epochs + 1)"), "wrong", "One step too many"),
    ("1.6", fit(loop="[num_epochs]"), "wrong", "one step"),
    ("1.6", fit().replace("return", "    return"), "wrong", "`return`"),
    ("1.6", fit().replace("        d =", "        w2, w1, b = 0.0, 1.0, 0.0\n        d ="), "wrong", "anew"),
    ("1.6", fit(update=steps("1.0")), "wrong", "lr"),
    ("1.6", fit(update=steps("lr**2")), "wrong", "lr"),
    ("1.6", fit(update=steps("lr / (epoch + 1)")), "wrong", "shorter"),
    ("1.6", fit(update=steps("lr / num_epochs")), "wrong", "each step"),
    ("1.6", fit(update="w2, w1, b = w2 * (1 - lr * dw2), w1 * (1 - lr * dw1), b * (1 - lr * db)"), "wrong", "multiplied"),
    ("1.6", fit(update="w2, w1 = w2 - lr * dw2, w1 - lr * dw1"), "wrong", "b rests"),
    ("1.6", fit(update="w1, b = w1 - lr * dw1, b - lr * db"), "wrong", "w2 rests"),
    ("1.6", fit(update="w2, b = w2 - lr * dw2, b - lr * db"), "wrong", "w1 rests"),
    ("1.6", fit(update="w2 = w2 - lr * dw2", result="torch.tensor([w2, w1, b])"), "wrong", "others rest"),
    ("1.6", fit(update="w2, w1, b = -lr * dw2, -lr * dw1, -lr * db"), "wrong", "starts from where"),
    ("1.6", fit(slopes="(d * t_u).sum(), (d * t_u).sum(), d.sum()"), "wrong", "when w2|w2 grows"),
    ("1.6", fit(slopes="(d * 2 * t_u).sum(), (d * t_u).sum(), d.sum()"), "wrong", "the reading rests"),
    ("1.6", fit(slopes="(d * t_u**2).sum(), (d * t_u).sum(), (d * t_u).sum()"), "wrong", "b grows"),
    ("1.6", fit(slopes="d.sum(), d.sum(), d.sum()"), "wrong", "all alike"),
    ("1.6", fit(slopes="d.sum(), (d * t_u).sum(), (d * t_u**2).sum()"), "wrong", "changed places"),
    ("1.6", fit(slopes="(d * t_u).sum(), (d * t_u**2).sum(), d.sum()"), "wrong", "changed places"),
    ("1.6", fit(slopes="(d * t_u**2).sum() * 2, (d * t_u).sum(), d.sum()"), "wrong", "slope for w2"),
    ("1.6", fit(d="2 * (w1 * t_u + b - t_c) / len(t_c)"), "wrong", "straight line"),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u - t_c) / len(t_c)"), "wrong", "without b"),
    ("1.6", fit(d="2 * ((w2 * t_u) ** 2 + w1 * t_u + b - t_c) / len(t_c)"), "wrong", "squared as well"),
    ("1.6", fit(d="2 * (w2 * t_u**2 + w1 * t_u + b - t_c) ** 2 / len(t_c)"), "wrong", "still squared"),
    ("1.6", fit(d="2 * (t_c - w2 * t_u**2 - w1 * t_u - b) / len(t_c)"), "wrong", "uphill"),
    ("1.6", fit(update=steps("lr * (dw2 + dw1 + db) / 1", "-").replace(" / 1 * dw2", "").replace(" / 1 * dw1", "").replace(" / 1 * db", "")), "wrong", "added up"),
    ("1.6", fit(result="torch.tensor([b, w1, w2])"), "wrong", "reversed"),
    ("1.6", fit(result="torch.tensor([w1, w2, b])"), "wrong", "places"),
    ("1.6", fit(result="torch.tensor([w1, b])"), "wrong", "three parameters"),
    ("1.6", fit(result="torch.stack([dw2, dw1, db])"), "wrong", "gradient"),
    ("1.6", fit(result="(w2, w1, b)"), "wrong", "!torch.stack"),
    ("1.6", fit(result="w2"), "wrong", "!shape|number|both"),
    ("1.6", fit(result="((w2 * t_u**2 + w1 * t_u + b - t_c) ** 2).mean()"), "wrong", "loss"),
    ("1.6", fit(result="torch.tensor([0.0, 1.0, 0.0])"), "wrong", "no step"),
    ("1.6", fit(update="w2_new, w1_new, b_new = w2 - lr * dw2, w1 - lr * dw1, b - lr * db"), "wrong", "no step"),
    ("1.6", autograd_fit(zero="pass"), "wrong", "backward"),
    ("1.6", autograd_fit(loss="sum"), "wrong", "too long"),
    ("1.6", autograd_fit(sign="+="), "wrong", "uphill"),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    w, b = 1.0, 0.0\n    for _ in range(num_epochs):\n        d = 2 * (w * t_u + b - t_c) / len(t_c)\n        w, b = w - lr * (d * t_u).sum(), b - lr * d.sum()\n    return torch.tensor([w, b])", "wrong", "!shape"),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    w2, w1, b = 0.0, 1.0, 0.0\n    for _ in range(num_epochs):\n        for u, c in zip(t_u, t_c):\n            d = 2 * (w2 * u**2 + w1 * u + b - c)\n            w2, w1, b = w2 - lr * d * u**2, w1 - lr * d * u, b - lr * d\n    return torch.tensor([w2, w1, b])", "wrong", "example"),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    w2, w1, b = torch.tensor([0, 1, 0])\n    for _ in range(num_epochs):\n        d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)\n        dw2, dw1, db = (d * t_u**2).sum(), (d * t_u).sum(), d.sum()\n        w2 -= lr * dw2\n        w1 -= lr * dw1\n        b -= lr * db\n    return torch.stack([w2, w1, b])", "wrong", "whole numbers"),
    ("1.6", "lambda t_u, t_c, lr, num_epochs: torch.tensor([0.0, 5.37, -17.3])", "wrong", "!5.37"),
    ("1.6", "def answer(t_u, t_c, lr, num_epochs):\n    t_u -= t_u.mean()\n    return torch.stack([t_u[0], t_u[1], t_c[0]])", "wrong", "!changed|caller"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answers_get_their_verdict_and_a_word_that_helps(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
