"""What a learner reads who goes wrong in a way that learners do: the hint for it, and no more."""

from typing import Any

import pytest
import torch

from course_utils.checks import judge
from course_utils.exercises import load

ARGUMENTS = {
    "0.1": "values",
    "1.3": "f, x, delta",
    "1.4": "t_u, t_c, w2, w1, b",
    "1.5": "y_hat, y",
    "1.6": "t_u, t_c, lr, num_epochs",
}


def answer_of(number: str, code: str) -> Any:
    """The answer that a learner types: an expression, or the lines of a function."""
    if number not in ARGUMENTS:
        return eval(code)
    body = code if "return" in code else f"return {code}"
    lines = "\n".join(f"    {line}" for line in body.strip("\n").splitlines())
    names: dict[str, Any] = {"torch": torch, "F": torch.nn.functional}
    exec(f"def answer({ARGUMENTS[number]}):\n{lines}", names)
    return names["answer"]


def reading(number: str, code: str) -> str:
    """The whole message, without its line breaks."""
    return " ".join(judge(load(number), answer_of(number, code)).text.split())


RATES = """
rates = []
for i in range(len(x)):
    step = torch.zeros_like(x)
    step[i] = delta
    rates.append({rate})
return torch.stack(rates)
"""
CENTRAL = "(f(x + step) - f(x - step)) / (2 * delta)"
BEND = """
d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / {n}
return torch.stack([(d * {factor}).sum(), (d * t_u).sum(), d.sum()])
"""
LOOP = """
w2, w1, b = {start}
for epoch in range({steps}):
    d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c){divided}
    {update}
return torch.stack([w2, w1, b])
"""
UPDATE = "w2, w1, b = w2 - lr * (d * t_u**2).sum(), w1 - lr * (d * t_u).sum(), b - lr * d.sum()"
ONE_BY_ONE = """w2 = w2 - lr * (d * t_u**2).sum()
    d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)
    w1 = w1 - lr * (d * t_u).sum()
    d = 2 * (w2 * t_u**2 + w1 * t_u + b - t_c) / len(t_c)
    b = b - lr * d.sum()"""


def loop(**changes: str) -> str:
    start = "0.0, 1.0, 0.0"
    parts = {"start": start, "steps": "num_epochs", "divided": " / len(t_c)", "update": UPDATE}
    return LOOP.format(**(parts | changes))


def bend(n: str = "len(t_c)", factor: str = "t_u**2") -> str:
    return BEND.format(n=n, factor=factor)


RIGHT = [
    ("0.1", "values.mean()"),
    ("1.1", "['lower b', 'lower w and raise b', 'raise w', 'raise w and lower b']"),
    ("1.3", RATES.format(rate=CENTRAL)),
    ("1.3", "torch.stack([(f(x + e) - f(x - e)) / (2 * delta) for e in delta * torch.eye(len(x))])"),
    ("1.3", "torch.func.vmap(lambda e: (f(x + e) - f(x - e)) / (2 * delta))(delta * torch.eye(len(x)))"),
    ("1.3", "x = x.double()\n" + RATES.format(rate=CENTRAL)),
    ("1.3", "torch.tensor([(f(x + e) - f(x - e)).item() / 2 / delta for e in torch.eye(len(x)) * delta])"),
    ("1.3", """
rates = torch.zeros(len(x))
for i in range(len(x)):
    up, down = x.clone(), x.clone()
    up[i] += delta
    down[i] -= delta
    rates[i] = (f(up) - f(down)) / (2 * delta)
return rates"""),
    ("1.4", bend()),
    ("1.4", bend(n="len(t_u)", factor="t_u * t_u")),
    ("1.4", bend().replace("sum", "mean").replace("/ len(t_c)", "* 1")),
    ("1.5", "(torch.sqrt(1 + (y_hat - y) ** 2) - 1).mean()"),
    ("1.5", "(torch.logaddexp(y_hat - y, y - y_hat) - torch.tensor(2.0).log()).mean()"),
    ("1.5", "F.huber_loss(y_hat, y, delta=0.1)"),
    ("1.5", "F.huber_loss(y_hat, y, delta=10.0)"),
    ("1.5", "d = (y_hat - y).abs()\nreturn torch.where(d < 1, d**2, 2 * d - 1).mean()"),
    ("1.5", "sum(min(d * d, 2 * abs(d) - 1) if abs(d) > 1 else d * d for d in (y_hat - y).tolist()) / len(y)"),
    ("1.6", loop()),
    ("1.6", loop().replace("stack", "tensor")),
    ("1.6", loop(divided="", update=UPDATE.replace("sum", "mean"))),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code"), RIGHT)
def test_what_learners_may_write_is_right(number: str, code: str) -> None:
    assert reading(number, code).startswith(f"✓ {number} · ")


WRONG = [
    ("0.1", "values.sum() // len(values)", "rounded down"),
    ("0.1", "values.sum() / values.count_nonzero()", "A zero is a value"),
    ("0.1", "values.sum() / 3", "four values?"),
    ("1.1", "('lower b', 'lower w', 'raise w', 'raise w')", "about the reading 0"),
    ("1.1", "('raise b', 'raise w and lower b', 'lower w', 'lower w and raise b')", "other way round"),
    ("1.2", "(50, 50)", "flush right"),
    ("1.2", "2500", "Two numbers"),
    ("1.2", "(2500, 1)", "how many rows"),
    ("1.2", "'(2500, 50)'", "without quotes"),
    ("1.3", RATES.format(rate="(f(x + step) - f(x)) / delta"), "looks ahead only"),
    ("1.3", RATES.format(rate="(f(x) - f(x - step)) / delta"), "looks back only"),
    ("1.3", RATES.format(rate="(f(x + step) - f(x - step)) / delta"), "Twice"),
    ("1.3", RATES.format(rate="(f(x - step) - f(x + step)) / (2 * delta)"), "sign"),
    ("1.3", RATES.format(rate="(f(x + delta) - f(x - delta)) / (2 * delta)"), "all entries of x"),
    ("1.3", "(f(x + delta) - f(x - delta)) / (2 * delta)", "moves all entries"),
    ("1.3", RATES.format(rate=CENTRAL).replace("delta", "0.1"), "caller chooses"),
    ("1.3", RATES.format(rate=CENTRAL).replace("stack(rates)", "stack(rates)[0]"), "first"),
    ("1.3", RATES.format(rate=CENTRAL).replace("return", "    return"), "first"),
    ("1.3", RATES.format(rate="f(x + step) - f(x - step) / 2 * delta"), "second value only"),
    ("1.3", RATES.format(rate="(f(x + step) - f(x - step)) / 2 * delta"), "from left to right"),
    ("1.3", RATES.format(rate="f(x + step) - f(x - step)"), "still to be divided"),
    ("1.3", RATES.format(rate="(f(x[i] + delta) - f(x[i] - delta)) / (2 * delta)"), "whole tensor"),
    ("1.3", "up = x\nfor i in range(len(x)):\n    up[i] += delta\nreturn up", "x itself has moved"),
    ("1.3", """
rates, step = torch.zeros(len(x)), torch.zeros(len(x))
for i in range(len(x)):
    step[i] = delta
    rates[i] = (f(x + step) - f(x - step)) / (2 * delta)
return rates""", "back at rest"),
    ("1.3", RATES.format(rate=CENTRAL).replace("torch.stack(rates)", "[float(r) for r in rates]"),
     "Got: the list [19.0, 6.0]: wrap it in torch.tensor"),
    ("1.3", RATES.format(rate="(f(x + step) - f(x - step)) / (2 * 0.1)"), "divides by 0.2"),
    ("1.4", bend(n="11"), "by 11"),
    ("1.4", bend(n="1"), "too long"),
    ("1.4", bend().replace("sum", "mean"), "divide by N"),
    ("1.4", bend(factor="2 * t_u"), "the reading rests"),
    ("1.4", bend(factor="t_u"), "alike"),
    ("1.5", "(y_hat - y).abs().mean()", "corner"),
    ("1.5", "torch.log(1 + (y_hat - y).abs()).mean()", "corner"),
    ("1.5", "((y_hat - y) ** 2).mean()", "four times"),
    ("1.5", "((y_hat - y) ** 2).mean() / 2", "four times"),
    ("1.5", "((y_hat - y) ** 2).mean().sqrt()", "undoes"),
    ("1.5", "(y_hat - y).mean()", "cancel"),
    ("1.5", "(y_hat - y).abs().sum()", "sum"),
    ("1.5", "((y_hat - y) ** 2).sum()", "sum"),
    ("1.5", "(torch.sqrt(1 + (y_hat - y) ** 2) - 1).sum()", "sum"),
    ("1.5", "(y_hat - y).abs()", "one number for all of them"),
    ("1.5", "torch.sqrt(1 + (y_hat - y) ** 2) - 1", "one number for all of them"),
    ("1.5", "((y_hat - y).abs() > 1).float().mean()", "counts"),
    ("1.5", "((y_hat - y).abs() > 0.5).float().mean()", "counts"),
    ("1.5", "(y_hat != y).float().mean()", "hardly"),
    ("1.5", "torch.sqrt(1 + (y_hat - y) ** 2).mean()", "cost something"),
    ("1.5", "(1 - torch.exp(-((y_hat - y) ** 2))).mean()", "go on rising"),
    ("1.5", "((y_hat - y) ** 2).clamp(max=1).mean()", "go on rising"),
    ("1.6", loop(divided=" / 11"), "by 11"),
    ("1.6", loop().replace("w2 * t_u**2 + w1 * t_u + b - t_c", "t_u - t_c"), "at the start"),
    ("1.6", loop().replace("return", "    return"), "`return` ends"),
    ("1.6", loop(start="0.0, 0.0, 0.0"), "(0, 0, 0)"),
    ("1.6", loop(update=UPDATE.replace("sum", "mean")), "second division"),
    ("1.6", loop(update=UPDATE.replace(" - ", " + ")), "uphill"),
    ("1.6", loop(update=ONE_BY_ONE), "new w2"),
    ("1.6", loop(steps="1, num_epochs"), "One step is missing"),
    ("1.6", loop(divided=""), "too long"),
    ("1.6", "t_u = t_u.double()\n" + loop(divided=""), "too long"),
    ("1.6", loop().replace("torch.stack([w2, w1, b])", "float(w2), float(w1), float(b)"), "wrap it in torch.tensor"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "words"), WRONG)
def test_a_natural_mistake_gets_a_hint_that_says_so(number: str, code: str, words: str) -> None:
    text = reading(number, code)
    assert text.startswith(f"✗ {number} · ")
    assert words in text.split("Hint:")[-1]
