"""What a class answers to the exercises of notebook 05, and what it is told."""

import pytest

from tests.exercises.helpers import assert_told

# (number, code, verdict, a fragment of the hint, or after "!" of the message)
EXAMPLES_NEEDED = [
    ("5.1", "900", "right", ""),
    ("5.1", "round(0.9 * 0.1 / 0.01**2)", "right", ""),
    ("5.1", "0.9 * 0.1 / 0.01**2", "right", ""),
    ("5.1", "0.9 * (1 - 0.9) / 0.01**2", "right", ""),
    ("5.1", "(0.3 / 0.01) ** 2", "right", ""),
    ("5.1", "np.int64(900)", "right", ""),
    ("5.1", "torch.tensor(900)", "right", ""),
    ("5.1", "torch.tensor([900.0])", "right", ""),
    ("5.1", "from fractions import Fraction\nanswer = Fraction(900)", "right", ""),
    ("5.1", "math.ceil(0.9 * 0.1 / 0.01**2)", "right", ""),
    ("5.1", "int(0.9 * (1 - 0.9) / 0.01**2)", "right", ""),
    ("5.1", "...", "open", ""),
    ("5.1", "9", "wrong", "stands a root"),
    ("5.1", "30", "wrong", "root"),
    ("5.1", "3", "wrong", "square"),
    ("5.1", "81", "wrong", "squared together"),
    ("5.1", "3000", "wrong", "root"),
    ("5.1", "1600", "wrong", "p = 0.8"),
    ("5.1", "2500", "wrong", "p = 0.5"),
    ("5.1", "9000", "wrong", "p alone"),
    ("5.1", "8100", "wrong", "twice"),
    ("5.1", "1000", "wrong", "1 − p alone"),
    ("5.1", "round((1 - 0.9) / 0.01**2)", "wrong", "1 − p alone"),
    ("5.1", "90", "wrong", "factor is missing"),
    ("5.1", "10", "wrong", "factor is missing"),
    ("5.1", "10_000", "wrong", "how often the classifier is right"),
    ("5.1", "100", "wrong", "once each"),
    ("5.1", "3600", "wrong", "two standard deviations"),
    ("5.1", "3457", "wrong", "1.96"),
    ("5.1", "math.ceil(0.09 * (1.96 / 0.01) ** 2)", "wrong", "1.96"),
    ("5.1", "225", "wrong", "0.02"),
    ("5.1", "90_000", "wrong", "0.001"),
    ("5.1", "450", "wrong", "half of what"),
    ("5.1", "1800", "wrong", "twice what"),
    ("5.1", "-900", "wrong", "sign"),
    ("5.1", "0.3", "wrong", "one toss"),
    ("5.1", "0.09", "wrong", "variance of one"),
    ("5.1", "0.03", "wrong", "below 1"),
    ("5.1", "math.sqrt(0.9 * 0.1 / 200)", "wrong", "below 1"),
    ("5.1", "0.0212", "wrong", "below 1"),
    ("5.1", "0.09 * 0.01", "wrong", "below 1"),
    ("5.1", "0.09 * 0.01**2", "wrong", "below 1"),
    ("5.1", "1 / 900", "wrong", "upside down"),
    ("5.1", "'900'", "wrong", "!without quotes"),
    ("5.1", "17", "wrong", "!another number Got: the number 17$"),
    ("5.1", "math.inf", "wrong", "!another number"),
    ("5.1", "math.nan", "wrong", "!another number"),
]

REGIMES = [
    ("5.2", "('overfitting', 'no learning', 'acceptable', 'ideal')", "right", ""),
    ("5.2", "['overfitting', 'no learning', 'acceptable', 'ideal']", "right", ""),
    ("5.2", "np.array(['overfitting', 'no learning', 'acceptable', 'ideal'])", "right", ""),
    ("5.2", "tuple(np.array(['overfitting', 'no learning', 'acceptable', 'ideal']))", "right", ""),
    ("5.2", "'overfitting, no learning, acceptable, ideal'.split(', ')", "right", ""),
    ("5.2", "('overfitting ', 'no learning', 'acceptable', 'ideal')", "right", ""),
    ("5.2", "('Overfitting', 'No learning', 'Acceptable', 'Ideal')", "right", ""),
    ("5.2", "('OVERFITTING', 'NO LEARNING', 'ACCEPTABLE', 'IDEAL')", "right", ""),
    ("5.2", "('overfitting', 'no_learning', 'acceptable', 'ideal')", "right", ""),
    ("5.2", "...", "open", ""),
    ("5.2", "('overfitting', 'no learning', 'ideal', 'acceptable')", "wrong", "end together"),
    ("5.2", "('overfitting', 'no learning', 'overfitting', 'ideal')", "wrong", "rise again"),
    ("5.2", "('overfitting', 'no learning', 'overfitting', 'acceptable')", "wrong", "rise again"),
    ("5.2", "('overfitting', 'no learning', 'overfitting', 'overfitting')", "wrong", "rise again"),
    ("5.2", "('overfitting', 'acceptable', 'acceptable', 'ideal')", "wrong", "since epoch 10"),
    ("5.2", "('overfitting', 'ideal', 'acceptable', 'ideal')", "wrong", "stand still"),
    ("5.2", "('acceptable', 'no learning', 'overfitting', 'ideal')", "wrong", "1 and 3"),
    ("5.2", "('no learning', 'overfitting', 'acceptable', 'ideal')", "wrong", "1 and 2"),
    ("5.2", "('no learning', 'overfitting', 'ideal', 'acceptable')", "wrong", "were listed"),
    ("5.2", "('overfitting', 'no learning', 'ideal', 'ideal')", "wrong", "run 3 end"),
    ("5.2", "('overfitting', 'no learning', 'acceptable', 'acceptable')", "wrong", "gap in run 4"),
    ("5.2", "('overfitting', 'no learning', 'acceptable', 'overfitting')", "wrong", "run 4"),
    ("5.2", "('ideal', 'no learning', 'acceptable', 'ideal')", "wrong", "after epoch 100"),
    ("5.2", "('ideal', 'no learning', 'acceptable', 'overfitting')", "wrong", "after epoch 100"),
    ("5.2", "('ideal', 'acceptable', 'overfitting', 'no learning')", "wrong", "after epoch 100"),
    ("5.2", "('acceptable', 'no learning', 'acceptable', 'ideal')", "wrong", "at the end"),
    (
        "5.2",
        "('no learning', 'no learning', 'acceptable', 'ideal')",
        "wrong",
        "training loss falls",
    ),
    ("5.2", "('overfitting', 'overfitting', 'acceptable', 'ideal')", "wrong", "come down"),
    (
        "5.2",
        "('overfitting', 'no learning', 'no learning', 'ideal')",
        "wrong",
        "run 3 comes to rest",
    ),
    (
        "5.2",
        "('overfitting', 'no learning', 'acceptable', 'no learning')",
        "wrong",
        "run 4 comes to rest",
    ),
    ("5.2", "('overfitting', 'ideal', 'acceptable', 'no learning')", "wrong", "stand still"),
    ("5.2", "('no learning', 'overfitting', 'ideal', 'overfitting')", "wrong", "A to D"),
    ("5.2", "('overfitting',) * 4", "wrong", "come down"),
    ("5.2", "('ideal',) * 4", "wrong", "epoch 100"),
    ("5.2", "('B', 'A', 'D', 'C')", "wrong", '!"B" is none of the words'),
    (
        "5.2",
        "('overfiting', 'no learning', 'acceptable', 'ideal')",
        "wrong",
        '!"overfiting" is none',
    ),
    (
        "5.2",
        "('overfitting', 'no learning', 'aceptable', 'ideal')",
        "wrong",
        '!"aceptable" is none',
    ),
    (
        "5.2",
        "('overfitting', 'underfitting', 'acceptable', 'ideal')",
        "wrong",
        '!"underfitting" is none',
    ),
    ("5.2", "('overfitting', 'no learning', 'good', 'ideal')", "wrong", '!"good" is none'),
    (
        "5.2",
        "('overfitting', 'no learning' 'acceptable', 'ideal')",
        "wrong",
        "!4 entries, these are 3",
    ),
    ("5.2", "('overfitting', 'no learning', 'acceptable')", "wrong", "!4 entries, these are 3"),
    (
        "5.2",
        "('overfitting', 'no learning', 'acceptable', 'ideal', 'ideal')",
        "wrong",
        "!these are 5",
    ),
    ("5.2", "(2, 1, 4, 3)", "wrong", "!wanted a word, got the number"),
    ("5.2", "()", "wrong", "!4 entries, these are 0"),
]

# The loop of early stopping, with one place or another to go wrong.
LOOP = """
def answer(val_losses, patience):
    best, keep, waited = {best}, {keep}, 0
    for epoch, loss in enumerate(val_losses{start}):
        if {better}:
            {update}
        else:
            waited += 1
        if {stop}:
            {end}
    return {back}
"""
RIGHT_LOOP = {
    "best": "math.inf",
    "keep": "0",
    "start": ", start=1",
    "better": "loss < best",
    "update": "best, keep, waited = loss, epoch, 0",
    "stop": "waited >= patience",
    "end": "break",
    "back": "keep",
}


def loop(**changed: str) -> str:
    return LOOP.format(**(RIGHT_LOOP | changed))


# The code that is given, with another epoch returned.
GIVEN = """
def answer(val_losses, patience):
    previous = math.inf
    for epoch, loss in enumerate(val_losses, start=1):
        if loss > previous:
            return {back}
        previous = loss
    return {end}
"""

# Counting rises from one epoch to the next.
RISES = """
def answer(val_losses, patience):
    keep, rises = 1, 0
    for epoch in range(2, len(val_losses) + 1):
        if val_losses[epoch - 1] < val_losses[keep - 1]:
            keep = epoch
        if val_losses[epoch - 1] {sign} val_losses[epoch - 2]:
            rises += 1
        else:
            rises = {other}
        if rises >= patience:
            return {back}
    return {end}
"""
RECURSIVE = """
def answer(val_losses, patience, epoch=1, keep=1):
    if epoch > len(val_losses) or epoch - keep > patience:
        return keep
    if val_losses[epoch - 1] < val_losses[keep - 1]:
        keep = epoch
    if epoch - keep == patience:
        return keep
    return answer(val_losses, patience, epoch + 1, keep)
"""
WHILE = """
def answer(val_losses, patience):
    i, best = 0, 0
    while i < len(val_losses):
        if val_losses[i] < val_losses[best]:
            best = i
        if i - best >= patience:
            break
        i += 1
    return best + 1
"""

EPOCH_TO_KEEP = [
    ("5.3", loop(), "right", ""),
    ("5.3", loop(stop="epoch - keep >= patience"), "right", ""),
    ("5.3", loop(best="float('inf')", stop="waited == patience", end="return keep"), "right", ""),
    ("5.3", loop(back="float(keep)"), "right", ""),
    ("5.3", loop(back="np.int64(keep)"), "right", ""),
    ("5.3", loop(back="torch.tensor(keep)"), "right", ""),
    ("5.3", loop(back="keep if len(val_losses) else None"), "right", ""),
    ("5.3", loop(best="val_losses[0]", keep="1", start="[1:], start=2"), "right", ""),
    ("5.3", loop(best="val_losses[0]", keep="1", stop="epoch - keep >= patience"), "right", ""),
    ("5.3", loop(update="print(epoch); best, keep, waited = loss, epoch, 0"), "right", ""),
    ("5.3", RECURSIVE, "right", ""),
    ("5.3", WHILE, "right", ""),
    ("5.3", "def answer(val_losses, patience): ...", "open", ""),
    ("5.3", GIVEN.format(back="epoch", end="len(val_losses)"), "open", ""),
    # accepted once, and wrong
    ("5.3", loop(better="loss < best - 1e-3"), "wrong", "small improvement"),
    ("5.3", loop(better="loss < best - 0.05"), "wrong", "small improvement"),
    ("5.3", loop(better="loss < best * 0.9999"), "wrong", "small improvement"),
    ("5.3", loop(better="round(loss, 2) < best"), "wrong", "small improvement"),
    ("5.3", loop(best="10"), "wrong", "too low"),
    ("5.3", loop(best="100", keep="1"), "wrong", "too low"),
    ("5.3", loop(best="1e9"), "wrong", "too low"),
    ("5.3", loop(best="999.0", keep="1"), "wrong", "too low"),
    (
        "5.3",
        "def answer(val_losses, patience):\n"
        "    keep = 1\n"
        "    for i in range(1, len(val_losses)):\n"
        "        if val_losses[i] < val_losses[i - 1]:\n"
        "            keep = i + 1\n"
        "        else:\n"
        "            val_losses[i] = val_losses[i - 1]\n"
        "        if i + 1 - keep >= patience:\n"
        "            break\n"
        "    return keep\n",
        "wrong",
        "!changed what it was given",
    ),
    ("5.3", loop(back="[keep, val_losses.sort()][0]"), "wrong", "!changed what it was given"),
    ("5.3", loop(update="best, keep, waited = val_losses.pop(0), epoch, 0"), "wrong", "!`pop`"),
    # when to stop
    ("5.3", loop(stop="waited > patience"), "wrong", "one epoch more"),
    ("5.3", loop(stop="epoch - keep > patience"), "wrong", "one epoch more"),
    ("5.3", loop(stop="waited >= patience + 1"), "wrong", "one epoch more"),
    ("5.3", loop(stop="epoch - keep >= patience - 1 and epoch > keep"), "wrong", "one epoch fewer"),
    ("5.3", loop(stop="waited and waited >= patience - 1"), "wrong", "one epoch fewer"),
    ("5.3", loop(stop="waited >= 3"), "wrong", "whatever `patience`"),
    ("5.3", loop(stop="waited >= 2"), "wrong", "whatever `patience`"),
    ("5.3", loop(stop="waited >= 1"), "wrong", "second argument"),
    ("5.3", loop(stop="waited == 1"), "wrong", "second argument"),
    ("5.3", loop(stop="False"), "wrong", "never run"),
    ("5.3", loop(stop="waited >= len(val_losses)"), "wrong", "never run"),
    ("5.3", loop(stop="waited >= patience", end="continue"), "wrong", "never run"),
    (
        "5.3",
        "lambda val_losses, patience: val_losses.index(min(val_losses)) + 1",
        "wrong",
        "never run",
    ),
    ("5.3", "lambda val_losses, patience: val_losses.index(min(val_losses))", "wrong", "never run"),
    (
        "5.3",
        "lambda val_losses, patience: int(torch.tensor(val_losses).argmin())",
        "wrong",
        "never run",
    ),
    (
        "5.3",
        "lambda losses, patience: len(losses) - losses[::-1].index(min(losses))",
        "wrong",
        "never run",
    ),
    ("5.3", loop(update="best, keep = loss, epoch"), "wrong", "counter"),
    ("5.3", RISES.format(sign=">=", other="0", back="keep", end="keep"), "wrong", "one before"),
    ("5.3", RISES.format(sign=">", other="0", back="keep", end="keep"), "wrong", "one before"),
    (
        "5.3",
        RISES.format(sign=">=", other="rises", back="keep", end="keep"),
        "wrong",
        "count the rises",
    ),
    ("5.3", RISES.format(sign=">", other="rises", back="keep", end="keep"), "wrong", "rises"),
    (
        "5.3",
        RISES.format(sign=">", other="0", back="epoch", end="len(val_losses)"),
        "wrong",
        "return the last epoch",
    ),
    # which epoch to keep
    ("5.3", GIVEN.format(back="epoch - 1", end="len(val_losses)"), "wrong", "first rise"),
    ("5.3", GIVEN.format(back="epoch - patience", end="len(val_losses)"), "wrong", "first rise"),
    ("5.3", loop(back="epoch"), "wrong", "Whose parameters"),
    ("5.3", loop(back="epoch - patience"), "wrong", "if the list ends"),
    ("5.3", loop(end="return keep", back="epoch"), "wrong", "last epoch"),
    ("5.3", loop(end="return keep", back="len(val_losses)"), "wrong", "last epoch"),
    ("5.3", loop(end="return keep", back="None"), "wrong", "nothing comes back"),
    ("5.3", loop(end="return epoch - patience", back="len(val_losses)"), "wrong", "last epoch"),
    ("5.3", loop(back="best"), "wrong", "lowest loss"),
    ("5.3", loop(back="keep - 1"), "wrong", "too low"),
    ("5.3", loop(start=""), "wrong", "number does the first epoch"),
    ("5.3", loop(back="keep + 1"), "wrong", "too high|too large"),
    ("5.3", loop(better="loss <= best"), "wrong", "as low as"),
    ("5.3", loop(better="not loss > best", stop="epoch - keep >= patience"), "wrong", "as low as"),
    ("5.3", loop(better="loss > best"), "wrong", "begin|began"),
    ("5.3", loop(better="loss > best", best="-math.inf"), "wrong", "highest"),
    ("5.3", loop(better="loss > best", best="val_losses[0]", keep="1"), "wrong", "highest"),
    ("5.3", loop(best="0"), "wrong", "no epoch 0"),
    ("5.3", loop(best="0", keep="1"), "wrong", "search began"),
    ("5.3", loop(best="1.0"), "wrong", "too low"),
    ("5.3", loop(best="1.0", keep="1"), "wrong", "too low"),
    ("5.3", loop(best="val_losses[0]"), "wrong", "first epoch"),
    ("5.3", loop(best="val_losses[0]", keep="1"), "wrong", "first epoch itself"),
    ("5.3", loop(best="val_losses[0]", start="[1:], start=2"), "wrong", "0 comes back"),
    (
        "5.3",
        loop(update="keep, waited = epoch, 0", best="val_losses[0]", keep="1"),
        "wrong",
        "first one",
    ),
    ("5.3", loop(update="keep, waited = epoch, 0"), "wrong", "move along"),
    ("5.3", loop(stop="True", end="return keep"), "wrong", "`return` inside"),
    ("5.3", loop(back="(keep, best)"), "wrong", "!got: the tuple"),
    ("5.3", loop(back="[keep]"), "wrong", "!list"),
    ("5.3", loop(back="f'epoch {keep}'"), "wrong", "!wanted"),
    ("5.3", "lambda val_losses, patience: 3", "wrong", "every case|whatever"),
    ("5.3", "lambda val_losses, patience: patience", "wrong", "!Got: the number 2"),
    ("5.3", "lambda val_losses, patience: len(val_losses)", "wrong", "every case"),
    (
        "5.3",
        "lambda val_losses, patience: len(val_losses) - patience",
        "wrong",
        "only if patience ran out",
    ),
    (
        "5.3",
        loop().replace("(val_losses, patience)", "(patience, val_losses)"),
        "wrong",
        "!TypeError",
    ),
    ("5.3", loop(back="print(keep)"), "wrong", "!`return`"),
]

# The system of equations, with one place or another to go wrong.
SYSTEM = """
def answer(A, y, lam):
    N = {N}
    P = A.shape[-1]
    I = torch.eye(P, dtype=A.dtype)
    {before}
    prices = {prices}
    {then}
    left = {left} * A.mT @ A + prices
    {middle}
    right = {right} * A.mT @ y[..., None]
    w = torch.linalg.solve(left, right)[..., 0]
    {after}
    return {back}
"""
RIGHT_SYSTEM = {
    "N": "A.shape[-2]",
    "before": "pass",
    "prices": "lam * I",
    "then": "prices[0, 0] = 0.0",
    "left": "2 / N",
    "middle": "pass",
    "right": "2 / N",
    "after": "pass",
    "back": "w",
}


def system(**changed: str) -> str:
    return SYSTEM.format(**(RIGHT_SYSTEM | changed))


STACKED = """
def answer(A, y, lam):
    n, p = A.shape[-2:]
    more = (n * lam / 2) ** 0.5 * torch.eye(p, dtype=A.dtype)[1:].expand(*A.shape[:-2], p - 1, p)
    zeros = torch.zeros(*A.shape[:-2], p - 1, dtype=A.dtype)
    rows, targets = torch.cat([A, more], dim=-2), torch.cat([y, zeros], dim=-1)
    return torch.linalg.lstsq(rows, targets[..., None]).solution[..., 0]
"""
NEWTON = """
def answer(A, y, lam):
    w = torch.zeros(*A.shape[:-2], A.shape[-1], dtype=A.dtype, requires_grad=True)
    loss = (((A @ w[..., None])[..., 0] - y) ** 2).mean(dim=-1).sum() + lam / 2 * (w[..., 1:] ** 2).sum()
    (slope,) = torch.autograd.grad(loss, w)
    prices = lam * torch.eye(A.shape[-1], dtype=A.dtype)
    prices[0] = 0
    return w.detach() - (torch.linalg.pinv(2 / A.shape[-2] * A.mT @ A + prices) @ slope[..., None])[..., 0]
"""
ONE_BY_ONE = """
def answer(A, y, lam):
    if A.ndim > 2:
        return torch.stack([answer(one, other, lam) for one, other in zip(A, y)])
    prices = torch.diag(torch.tensor([0.0] + [lam] * (A.shape[1] - 1), dtype=A.dtype))
    left = A.T @ A + len(y) / 2 * prices
    return torch.inverse(left) @ (A.T @ y)
"""
NO_ONES = """
def answer(A, y, lam):
    X = A[..., 1:]
    left = 2 / A.shape[-2] * X.mT @ X + lam * torch.eye(X.shape[-1], dtype=A.dtype)
    w = torch.linalg.solve(left, 2 / A.shape[-2] * X.mT @ y[..., None])[..., 0]
    bias = {bias}
    return torch.cat([bias, w], dim=-1)
"""

FREE_BIAS = [
    ("5.4", system(), "right", ""),
    ("5.4", system(then="prices[0] = 0"), "right", ""),
    (
        "5.4",
        system(prices="lam * torch.diag((torch.arange(P) > 0).to(A.dtype))", then="pass"),
        "right",
        "",
    ),
    ("5.4", system(then="pass", middle="left[..., 0, 0] -= lam"), "right", ""),
    (
        "5.4",
        system(left="1", right="1", then="prices[0, 0] = 0; prices = prices * N / 2"),
        "right",
        "",
    ),
    (
        "5.4",
        system(before="A, y = A.float(), y.float(); I = I.float()"),
        "right",
        "",
    ),
    ("5.4", system(back="w.numpy()"), "right", ""),
    ("5.4", system(back="w.requires_grad_()"), "right", ""),
    ("5.4", STACKED, "right", ""),
    ("5.4", NEWTON, "right", ""),
    ("5.4", ONE_BY_ONE, "right", ""),
    ("5.4", "def answer(A, y, lam): ...", "open", ""),
    ("5.4", system(then="pass"), "open", ""),
    ("5.4", system(then="pass", middle="prices[0, 0] = 0"), "open", ""),
    # which one is free
    ("5.4", system(then="prices[-1, -1] = 0"), "wrong", "not that of the bias"),
    ("5.4", system(then="prices[-1] = 0"), "wrong", "not that of the bias"),
    ("5.4", system(then="prices[1, 1] = 0"), "wrong", "second coefficient"),
    ("5.4", system(then="prices[1:] = 0"), "wrong", "other way round"),
    ("5.4", system(then="prices[1:, 1:] = 0"), "wrong", "other way round"),
    ("5.4", system(then="prices[:] = 0"), "wrong", "without any penalty"),
    ("5.4", system(prices="0 * I"), "wrong", "without any penalty"),
    ("5.4", system(then="prices[0, 0] = 1"), "wrong", "price of its own"),
    ("5.4", system(then="prices[0, 0] = lam / 2"), "wrong", "less than the others"),
    ("5.4", system(then="prices[0, 0] = -lam"), "wrong", "below zero"),
    ("5.4", system(middle="left[..., 0, 0] -= lam"), "wrong", "below zero"),
    ("5.4", system(then="pass", after="w[..., 0] = 0"), "wrong", "comes out as zero"),
    (
        "5.4",
        system(then="pass", after="w = w * (torch.arange(P) > 0)"),
        "wrong",
        "comes out as zero",
    ),
    (
        "5.4",
        system(then="pass", after="w[..., 0] = y.mean(dim=-1)"),
        "wrong",
        "mean of the targets",
    ),
    ("5.4", NO_ONES.format(bias="torch.zeros_like(y[..., :1])"), "wrong", "comes out as zero"),
    (
        "5.4",
        NO_ONES.format(bias="y.mean(dim=-1, keepdim=True)"),
        "wrong",
        "found without any bias|without any bias",
    ),
    (
        "5.4",
        system(
            then="pass",
            after="w[..., 0] = (y - (A[..., 1:] @ w[..., 1:, None])[..., 0]).mean(dim=-1)",
        ),
        "wrong",
        "still paid for",
    ),
    (
        "5.4",
        system(
            before="m = y.mean(dim=-1, keepdim=True); y = y - m",
            then="pass",
            after="w[..., :1] += m",
        ),
        "wrong",
        "off the targets",
    ),
    # the price of the others
    ("5.4", system(prices="lam / 2 * I"), "wrong", "half of what"),
    ("5.4", system(prices="2 * lam * I"), "wrong", "twice what"),
    ("5.4", system(left="1 / N", right="1 / N"), "wrong", "twice what"),
    ("5.4", system(prices="lam / 4 * I"), "wrong", "a quarter"),
    ("5.4", system(left="4 / N", right="4 / N"), "wrong", "half of what"),
    ("5.4", system(left="1", right="1"), "wrong", "the more examples"),
    ("5.4", system(left="2", right="2"), "wrong", "N times too little"),
    ("5.4", system(prices="lam / N * I"), "wrong", "N times too little"),
    ("5.4", system(prices="2 / N * lam * I"), "wrong", "the more examples"),
    ("5.4", system(prices="lam * N * I"), "wrong", "N times too much"),
    ("5.4", system(prices="-lam * I"), "wrong", "wrong sign"),
    ("5.4", system(left="2 / N", then="prices[0, 0] = 0; prices = -prices"), "wrong", "wrong sign"),
    ("5.4", system(prices="lam**2 * I"), "wrong", "λ²"),
    ("5.4", system(prices="lam * lam * I"), "wrong", "λ²"),
    ("5.4", system(prices="1.0 * I"), "wrong", "whatever `lam`"),
    # the number of examples
    ("5.4", system(N="A.shape[-1]"), "wrong", "counts the examples"),
    ("5.4", system(N="len(y)"), "wrong", "leading axes"),
    ("5.4", system(N="A.shape[0]"), "wrong", "leading axes"),
    ("5.4", system(N="len(A)"), "wrong", "leading axes"),
    # left and right
    ("5.4", system(right="1 / N"), "wrong", "have the 2"),
    ("5.4", system(left="1 / N"), "wrong", "have the 2"),
    ("5.4", system(left="1"), "wrong", "same factor"),
    ("5.4", system(right="1"), "wrong", "same factor"),
    ("5.4", system(left="2"), "wrong", "have the N"),
    ("5.4", system(right="2"), "wrong", "have the N"),
    # where the prices stand
    ("5.4", system(then="pass", middle="left[0, 0] -= lam"), "wrong", "leading axes"),
    ("5.4", system(then="pass", middle="left[0] -= prices[0]"), "wrong", "leading axes"),
    ("5.4", system(then="pass", middle="left[..., 0, 0] = 0"), "wrong", "wiped out"),
    ("5.4", system(then="pass", middle="left[..., 0, :] = 0"), "wrong", "gone as well"),
    ("5.4", system(prices="lam * torch.ones_like(I)"), "wrong", "off the diagonal"),
    ("5.4", system(prices="lam * (1 - I)"), "wrong", "but on the diagonal"),
    (
        "5.4",
        system(prices="lam * torch.diag(torch.ones(P - 1, dtype=A.dtype), 1)"),
        "wrong",
        "by one place",
    ),
    # what comes back
    ("5.4", system(back="w[..., 1:]"), "wrong", "!shape"),
    ("5.4", system(back="w[..., None]"), "wrong", "shape"),
    ("5.4", system(back="(A @ w[..., None])[..., 0]"), "wrong", "!shape"),
    ("5.4", system(back="prices"), "wrong", "!shape"),
    ("5.4", system(after="print(w[0])", back="None"), "wrong", "!`return`"),
    ("5.4", system().replace("A.mT", "A.transpose(0, 1)"), "wrong", "!RuntimeError|shape"),
    ("5.4", system(before="A -= 0.5"), "wrong", "!changed what it was given"),
    ("5.4", system(before="y *= 2"), "wrong", "!changed what it was given"),
]

# Folds, with one place or another to go wrong.
FOLDS = """
def answer(num_examples, k, generator):
    order = {order}
    folds = {folds}
    pairs = []
    for i in range({rounds}):
        val = {val}
        train = {train}
        pairs.append({pair})
        {end}
    return {back}
"""
RIGHT_FOLDS = {
    "order": "torch.randperm(num_examples, generator=generator)",
    "folds": "order.tensor_split(k)",
    "rounds": "k",
    "val": "folds[i]",
    "train": "torch.cat([folds[j] for j in range(k) if j != i])",
    "pair": "(train, val)",
    "end": "pass",
    "back": "pairs",
}


def folds(**changed: str) -> str:
    return FOLDS.format(**(RIGHT_FOLDS | changed))


def slices(val: str, train: str, size: str = "num_examples // k") -> str:
    return folds(folds=size, val=val, train=train)


def cut(code: str) -> str:
    """Folds cut by this code, however many there are."""
    train = "torch.cat([f for j, f in enumerate(folds) if j != i])"
    return folds(folds=code, rounds="len(folds)", train=train)


SKLEARN = """
from sklearn.model_selection import KFold

def answer(num_examples, k, generator):
    order = torch.randperm(num_examples, generator=generator).numpy()
    return [(order[train], order[val]) for train, val in KFold(k).split(order)]
"""
DEALT = """
def answer(num_examples, k, generator):
    hands = [[] for _ in range(k)]
    for place, example in enumerate(torch.randperm(num_examples, generator=generator).tolist()):
        hands[place % k].append(example)
    return [([e for other in hands if other is not hand for e in other], hand) for hand in hands]
"""
ANEW = """
def answer(num_examples, k, generator):
    pairs = []
    for i in range(k):
        order = torch.randperm(num_examples, generator=generator)
        folds = order.tensor_split(k)
        val = folds[{i}]
        pairs.append((order[~torch.isin(order, val)], val))
    return pairs
"""
OTHERS = "order[~torch.isin(order, val)]"

K_FOLDS = [
    ("5.5", folds(), "right", ""),
    ("5.5", folds(folds="[order[i::k] for i in range(k)]"), "right", ""),
    (
        "5.5",
        folds(
            folds="np.array_split(order, k)",
            train="np.concatenate([folds[j] for j in range(k) if j != i])",
        ),
        "right",
        "",
    ),
    ("5.5", folds(train=OTHERS), "right", ""),
    ("5.5", folds(val="folds[i].int()"), "right", ""),
    ("5.5", folds(pair="[train, val]"), "right", ""),
    ("5.5", folds(pair="(train.numpy(), val.numpy())"), "right", ""),
    ("5.5", folds(pair="(train.tolist(), val.tolist())"), "right", ""),
    ("5.5", folds(back="tuple(pairs)"), "right", ""),
    ("5.5", folds(back="zip(*zip(*pairs))"), "right", ""),
    ("5.5", SKLEARN, "right", ""),
    ("5.5", DEALT, "right", ""),
    ("5.5", "def answer(num_examples, k, generator): ...", "open", ""),
    # accepted once, and wrong
    (
        "5.5",
        folds(
            order="torch.arange(num_examples)",
            val="folds[torch.randperm(k, generator=generator)[0]] if 0 else folds[i]",
            folds="[order.tensor_split(k)[i] for i in torch.randperm(k, generator=generator)]",
        ),
        "wrong",
        "run of neighbours",
    ),
    (
        "5.5",
        folds(
            order="torch.arange(num_examples).roll(torch.randint(num_examples, (1,), generator=generator).item())"
        ),
        "wrong",
        "run of neighbours",
    ),
    (
        "5.5",
        folds(
            order="(torch.manual_seed(generator.initial_seed()), torch.randperm(num_examples))[1]"
        ),
        "wrong",
        "only its seed",
    ),
    (
        "5.5",
        folds(
            order="torch.from_numpy(np.random.default_rng(generator.initial_seed()).permutation(num_examples))"
        ),
        "wrong",
        "only its seed",
    ),
    (
        "5.5",
        folds(
            order="torch.randperm(num_examples, generator=torch.Generator().manual_seed(generator.initial_seed()))"
        ),
        "wrong",
        "only its seed",
    ),
    # shuffling
    ("5.5", folds(order="torch.arange(num_examples)"), "wrong", "shuffled"),
    (
        "5.5",
        folds(order="torch.arange(num_examples)", folds="[order[i::k] for i in range(k)]"),
        "wrong",
        "every k-th",
    ),
    (
        "5.5",
        folds(folds="torch.arange(num_examples).tensor_split(k)", train=OTHERS),
        "wrong",
        "shuffled",
    ),
    ("5.5", folds(order="torch.randperm(num_examples)"), "wrong", "does the shuffling know"),
    (
        "5.5",
        folds(order="torch.from_numpy(np.random.permutation(num_examples))"),
        "wrong",
        "does the shuffling know",
    ),
    (
        "5.5",
        folds(order="torch.randperm(num_examples, generator=torch.Generator().manual_seed(0))"),
        "wrong",
        "always in the same way",
    ),
    (
        "5.5",
        folds(order="torch.randperm(num_examples, generator=generator.manual_seed(0))"),
        "wrong",
        "!",
    ),
    (
        "5.5",
        folds(order="torch.randint(num_examples, (num_examples,), generator=generator)"),
        "wrong",
        "no permutation",
    ),
    (
        "5.5",
        folds(
            order="torch.randint(k, (num_examples,), generator=generator)",
            folds="0",
            val="(order == i).nonzero()[:, 0]",
            train="(order != i).nonzero()[:, 0]",
        ),
        "wrong",
        "left to chance",
    ),
    ("5.5", ANEW.format(i=0), "wrong", "how often should one shuffle"),
    ("5.5", ANEW.format(i="i"), "wrong", "how often should one shuffle"),
    # sizes
    ("5.5", cut("order.chunk(k)"), "wrong", "`chunk`"),
    ("5.5", cut("order.split(num_examples // k)"), "wrong", "fold of its own"),
    ("5.5", cut("order.split(-(-num_examples // k))"), "wrong", "as long as the first"),
    (
        "5.5",
        slices("order[i * -(-num_examples // k):(i + 1) * -(-num_examples // k)]", OTHERS),
        "wrong",
        "as long as the first",
    ),
    ("5.5", cut("order.split(k)"), "wrong", "k examples"),
    ("5.5", cut("order.split(1)"), "wrong", "one example"),
    ("5.5", slices("order[i * folds:(i + 1) * folds]", OTHERS), "wrong", "which ones"),
    ("5.5", cut("order[:num_examples // k * k].tensor_split(k)"), "wrong", "Where have"),
    (
        "5.5",
        slices("order[i * folds:(i + 1) * folds if i < k - 1 else num_examples]", OTHERS),
        "wrong",
        "one fold",
    ),
    ("5.5", folds(folds="order.tensor_split(5)", rounds="5", train=OTHERS), "wrong", "whatever k"),
    ("5.5", cut("order.tensor_split(5)"), "wrong", "whatever k"),
    ("5.5", folds(order="torch.randperm(30, generator=generator)"), "wrong", "thirty"),
    ("5.5", folds(order="torch.randperm(10, generator=generator)"), "wrong", "ten"),
    # which examples
    ("5.5", folds(train="order"), "wrong", "all examples"),
    ("5.5", folds(train="torch.cat(folds)"), "wrong", "all examples"),
    ("5.5", folds(train="torch.arange(num_examples)"), "wrong", "all examples"),
    ("5.5", folds(pair="(val, train)"), "wrong", "changed places"),
    ("5.5", folds(train="torch.cat(folds[:i]) if i else order[:0]"), "wrong", "folds before"),
    (
        "5.5",
        folds(train="torch.cat(folds[i + 1:]) if i < k - 1 else order[:0]"),
        "wrong",
        "folds after",
    ),
    ("5.5", folds(val="torch.isin(order, folds[i]).nonzero()[:, 0]"), "wrong", "places"),
    ("5.5", folds(train="(~torch.isin(order, val)).nonzero()[:, 0]"), "wrong", "places"),
    ("5.5", folds(rounds="k - 1"), "wrong", "last fold"),
    ("5.5", folds(rounds="1, k"), "wrong", "first fold"),
    (
        "5.5",
        folds(order="torch.randperm(num_examples, generator=generator) + 1"),
        "wrong",
        "from 1",
    ),
    # form
    ("5.5", folds(pair="val"), "wrong", "These are the folds"),
    ("5.5", folds(train="[folds[j] for j in range(k) if j != i]"), "wrong", "row of folds"),
    ("5.5", folds(train="folds[:i] + folds[i + 1:]"), "wrong", "row of folds"),
    ("5.5", folds(back="tuple(zip(*pairs))"), "wrong", "one list of pairs"),
    ("5.5", folds(back="list(map(list, zip(*pairs)))"), "wrong", "one list of pairs"),
    ("5.5", folds(back="pairs[0]"), "wrong", "single pair"),
    ("5.5", folds(end="return train, val"), "wrong", "single pair"),
    ("5.5", folds(end="return pairs"), "wrong", "single pair"),
    ("5.5", folds(back="dict(enumerate(pairs))"), "wrong", "!a dict"),
    ("5.5", folds(back="{i: val for i, (_, val) in enumerate(pairs)}"), "wrong", "!a dict"),
    ("5.5", folds(pair="(train.float(), val.float())"), "wrong", "!decimal point"),
    (
        "5.5",
        folds(
            val="torch.isin(order, folds[i]).nonzero()",
            train="(~torch.isin(order, folds[i])).nonzero()",
        ),
        "wrong",
        "!shape",
    ),
    (
        "5.5",
        folds(pair="(torch.isin(order, train), torch.isin(order, val))"),
        "wrong",
        "truth value",
    ),
    ("5.5", folds(pair="(train[:, None], val[:, None])"), "wrong", "one column"),
    ("5.5", folds(back="None"), "wrong", "!`return`"),
    ("5.5", folds(back="print(pairs)"), "wrong", "!`return`"),
    ("5.5", folds() + "answer = answer(10, 5, torch.Generator())", "wrong", "!wanted a function"),
]

# Written after everything else, to see whether hints meet what nobody had foreseen.
UNSEEN = [
    ("5.3", loop(end="return epoch"), "wrong", "which one was best"),
    ("5.3", loop(end="return epoch - waited + 1", back="keep"), "wrong", "how far back"),
    ("5.3", loop(back="val_losses.index(best)"), "wrong", "too low"),
    ("5.3", loop(back="keep if waited >= patience else epoch"), "wrong", "the last epoch"),
    ("5.3", loop(stop="epoch - keep == patience + 1"), "wrong", "one epoch more"),
    ("5.4", system(prices="lam / P * I"), "wrong", "pay too little"),
    ("5.4", system(prices="lam * A.mT @ A / N"), "wrong", "pay too much"),
    ("5.4", system(prices="2 * N * lam * I"), "wrong", "pay too much"),
    ("5.4", system(prices="lam**0.5 * I"), "wrong", "root of λ"),
    ("5.4", system(N="A.shape[-2] - 1"), "wrong", "pay too little"),
    ("5.4", system(then="prices[0, 0] = lam * lam"), "wrong", "still pays something"),
    (
        "5.4",
        system(then="prices[0, 0] = 1; prices = prices * 2"),
        "wrong",
        "!as if the bias paid 2 and the slope 6",
    ),
    (
        "5.4",
        system(then="pass", before="y = y - y.mean(dim=-1, keepdim=True)"),
        "wrong",
        "never put back",
    ),
    (
        "5.5",
        folds(order="torch.randperm(num_examples - 1, generator=generator)"),
        "wrong",
        "in no part",
    ),
    (
        "5.5",
        folds(order="torch.randperm(num_examples, generator=generator).sort().values"),
        "wrong",
        "shuffled",
    ),
    ("5.5", folds(train="folds[(i + 1) % k]"), "wrong", "single fold"),
    ("5.5", folds(train="folds[i - 1]"), "wrong", "single fold"),
    ("5.5", folds(val="folds[0]"), "wrong", "same fold"),
    ("5.5", folds(val="folds[k - 1 - i]"), "wrong", "belong together"),
    ("5.5", folds(val="folds[i - 1]"), "wrong", "belong together"),
    ("5.5", folds(pair="(val, val)"), "wrong", "same examples"),
    ("5.5", folds(train="torch.cat(folds[1:])"), "wrong", "same in every round"),
    ("5.5", folds(pair="(train, val, i)"), "wrong", "!no pairs"),
    ("5.5", folds(pair="{'train': train, 'val': val}"), "wrong", "!no pairs"),
    ("5.5", folds(back="pairs * 2"), "wrong", "!10 pairs"),
    ("5.5", folds(end="break"), "wrong", "single pair"),
]

ANSWERS = [*EXAMPLES_NEEDED, *REGIMES, *EPOCH_TO_KEEP, *FREE_BIAS, *K_FOLDS, *UNSEEN]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_each_answer_is_told_what_it_needs(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
