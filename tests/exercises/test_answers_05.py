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
    ("5.1", "0.3", "wrong", "one answer"),
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
    ("5.2", "('less freedom', 'more freedom', 'smaller steps', 'more epochs')", "right", ""),
    ("5.2", "['less freedom', 'more freedom', 'smaller steps', 'more epochs']", "right", ""),
    (
        "5.2",
        "np.array(['less freedom', 'more freedom', 'smaller steps', 'more epochs'])",
        "right",
        "",
    ),
    (
        "5.2",
        "tuple(np.array(['less freedom', 'more freedom', 'smaller steps', 'more epochs']))",
        "right",
        "",
    ),
    ("5.2", "'less freedom, more freedom, smaller steps, more epochs'.split(', ')", "right", ""),
    ("5.2", "('less freedom ', 'more freedom', 'smaller steps', 'more epochs')", "right", ""),
    ("5.2", "('LESS FREEDOM', 'MORE FREEDOM', 'SMALLER STEPS', 'MORE EPOCHS')", "right", ""),
    ("5.2", "('less_freedom', 'more_freedom', 'smaller_steps', 'more_epochs')", "right", ""),
    ("5.2", "...", "open", ""),
    (
        "5.2",
        "('more freedom', 'more freedom', 'smaller steps', 'more epochs')",
        "wrong",
        "lowest training loss",
    ),
    (
        "5.2",
        "('smaller steps', 'more freedom', 'smaller steps', 'more epochs')",
        "wrong",
        "too long",
    ),
    (
        "5.2",
        "('more epochs', 'more freedom', 'smaller steps', 'more epochs')",
        "wrong",
        "0 at epoch 100 and 1.9",
    ),
    (
        "5.2",
        "('less freedom', 'less freedom', 'smaller steps', 'more epochs')",
        "wrong",
        "not follow even",
    ),
    (
        "5.2",
        "('less freedom', 'smaller steps', 'smaller steps', 'more epochs')",
        "wrong",
        "other learning rates",
    ),
    (
        "5.2",
        "('less freedom', 'more epochs', 'smaller steps', 'more epochs')",
        "wrong",
        "stood still",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'less freedom', 'more epochs')",
        "wrong",
        "a training loss that falls",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'more freedom', 'more epochs')",
        "wrong",
        "does not stand still",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'more epochs', 'more epochs')",
        "wrong",
        "grow and grow",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaller steps', 'more freedom')",
        "wrong",
        "at rest at the end",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaller steps', 'less freedom')",
        "wrong",
        "sign of overfitting",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaller steps', 'smaller steps')",
        "wrong",
        "from start to end",
    ),
    (
        "5.2",
        "('more epochs', 'more freedom', 'less freedom', 'smaller steps')",
        "wrong",
        "training loss that grows",
    ),
    (
        "5.2",
        "('smaller steps', 'more freedom', 'less freedom', 'more epochs')",
        "wrong",
        "rise with it",
    ),
    (
        "5.2",
        "('more freedom', 'less freedom', 'smaller steps', 'more epochs')",
        "wrong",
        "follows its training",
    ),
    (
        "5.2",
        "('less freedom', 'more epochs', 'smaller steps', 'more freedom')",
        "wrong",
        "still falls",
    ),
    (
        "5.2",
        "('less freedom', 'less freedom', 'less freedom', 'more epochs')",
        "wrong",
        "not follow even",
    ),
    (
        "5.2",
        "('more freedom', 'more freedom', 'less freedom', 'more epochs')",
        "wrong",
        "lowest training loss",
    ),
    (
        "5.2",
        "('less freedom', 'less freedom', 'less freedom', 'less freedom')",
        "wrong",
        "not follow even",
    ),
    ("5.2", "('more epochs', 'more epochs', 'more epochs', 'more epochs')", "wrong", "epoch 100"),
    (
        "5.2",
        "('overfitting', 'more freedom', 'smaller steps', 'more epochs')",
        "wrong",
        '!"overfitting" is none of the words',
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaler steps', 'more epochs')",
        "wrong",
        '!"smaler steps" is none',
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaller steps')",
        "wrong",
        "!4 entries, these are 3",
    ),
    (
        "5.2",
        "('less freedom', 'more freedom', 'smaller steps', 'more epochs', 'more epochs')",
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
    ("5.4", loop(), "right", ""),
    ("5.4", loop(stop="epoch - keep >= patience"), "right", ""),
    ("5.4", loop(best="float('inf')", stop="waited == patience", end="return keep"), "right", ""),
    ("5.4", loop(back="float(keep)"), "right", ""),
    ("5.4", loop(back="np.int64(keep)"), "right", ""),
    ("5.4", loop(back="torch.tensor(keep)"), "right", ""),
    ("5.4", loop(back="keep if len(val_losses) else None"), "right", ""),
    ("5.4", loop(best="val_losses[0]", keep="1", start="[1:], start=2"), "right", ""),
    ("5.4", loop(best="val_losses[0]", keep="1", stop="epoch - keep >= patience"), "right", ""),
    ("5.4", loop(update="print(epoch); best, keep, waited = loss, epoch, 0"), "right", ""),
    ("5.4", RECURSIVE, "right", ""),
    ("5.4", WHILE, "right", ""),
    ("5.4", "def answer(val_losses, patience): ...", "open", ""),
    ("5.4", GIVEN.format(back="epoch", end="len(val_losses)"), "open", ""),
    # accepted once, and wrong
    ("5.4", loop(better="loss < best - 1e-3"), "wrong", "small improvement"),
    ("5.4", loop(better="loss < best - 0.05"), "wrong", "small improvement"),
    ("5.4", loop(better="loss < best * 0.9999"), "wrong", "small improvement"),
    ("5.4", loop(better="round(loss, 2) < best"), "wrong", "small improvement"),
    ("5.4", loop(best="10"), "wrong", "too low"),
    ("5.4", loop(best="100", keep="1"), "wrong", "too low"),
    ("5.4", loop(best="1e9"), "wrong", "too low"),
    ("5.4", loop(best="999.0", keep="1"), "wrong", "too low"),
    (
        "5.4",
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
    ("5.4", loop(back="[keep, val_losses.sort()][0]"), "wrong", "!changed what it was given"),
    ("5.4", loop(update="best, keep, waited = val_losses.pop(0), epoch, 0"), "wrong", "!`pop`"),
    # when to stop
    ("5.4", loop(stop="waited > patience"), "wrong", "one epoch more"),
    ("5.4", loop(stop="epoch - keep > patience"), "wrong", "one epoch more"),
    ("5.4", loop(stop="waited >= patience + 1"), "wrong", "one epoch more"),
    ("5.4", loop(stop="epoch - keep >= patience - 1 and epoch > keep"), "wrong", "one epoch fewer"),
    ("5.4", loop(stop="waited and waited >= patience - 1"), "wrong", "one epoch fewer"),
    ("5.4", loop(stop="waited >= 3"), "wrong", "whatever `patience`"),
    ("5.4", loop(stop="waited >= 2"), "wrong", "whatever `patience`"),
    ("5.4", loop(stop="waited >= 1"), "wrong", "second argument"),
    ("5.4", loop(stop="waited == 1"), "wrong", "second argument"),
    ("5.4", loop(stop="False"), "wrong", "never run"),
    ("5.4", loop(stop="waited >= len(val_losses)"), "wrong", "never run"),
    ("5.4", loop(stop="waited >= patience", end="continue"), "wrong", "never run"),
    (
        "5.4",
        "lambda val_losses, patience: val_losses.index(min(val_losses)) + 1",
        "wrong",
        "never run",
    ),
    ("5.4", "lambda val_losses, patience: val_losses.index(min(val_losses))", "wrong", "never run"),
    (
        "5.4",
        "lambda val_losses, patience: int(torch.tensor(val_losses).argmin())",
        "wrong",
        "never run",
    ),
    (
        "5.4",
        "lambda losses, patience: len(losses) - losses[::-1].index(min(losses))",
        "wrong",
        "never run",
    ),
    ("5.4", loop(update="best, keep = loss, epoch"), "wrong", "counter"),
    ("5.4", RISES.format(sign=">=", other="0", back="keep", end="keep"), "wrong", "one before"),
    ("5.4", RISES.format(sign=">", other="0", back="keep", end="keep"), "wrong", "one before"),
    (
        "5.4",
        RISES.format(sign=">=", other="rises", back="keep", end="keep"),
        "wrong",
        "count the rises",
    ),
    ("5.4", RISES.format(sign=">", other="rises", back="keep", end="keep"), "wrong", "rises"),
    (
        "5.4",
        RISES.format(sign=">", other="0", back="epoch", end="len(val_losses)"),
        "wrong",
        "return the last epoch",
    ),
    # which epoch to keep
    ("5.4", GIVEN.format(back="epoch - 1", end="len(val_losses)"), "wrong", "first rise"),
    ("5.4", GIVEN.format(back="epoch - patience", end="len(val_losses)"), "wrong", "first rise"),
    ("5.4", loop(back="epoch"), "wrong", "Whose parameters"),
    ("5.4", loop(back="epoch - patience"), "wrong", "if the list ends"),
    ("5.4", loop(end="return keep", back="epoch"), "wrong", "last epoch"),
    ("5.4", loop(end="return keep", back="len(val_losses)"), "wrong", "last epoch"),
    ("5.4", loop(end="return keep", back="None"), "wrong", "nothing comes back"),
    ("5.4", loop(end="return epoch - patience", back="len(val_losses)"), "wrong", "last epoch"),
    ("5.4", loop(back="best"), "wrong", "lowest loss"),
    ("5.4", loop(back="keep - 1"), "wrong", "too low"),
    ("5.4", loop(start=""), "wrong", "number does the first epoch"),
    ("5.4", loop(back="keep + 1"), "wrong", "too high|too large"),
    ("5.4", loop(better="loss <= best"), "wrong", "as low as"),
    ("5.4", loop(better="not loss > best", stop="epoch - keep >= patience"), "wrong", "as low as"),
    ("5.4", loop(better="loss > best"), "wrong", "begin|began"),
    ("5.4", loop(better="loss > best", best="-math.inf"), "wrong", "highest"),
    ("5.4", loop(better="loss > best", best="val_losses[0]", keep="1"), "wrong", "highest"),
    ("5.4", loop(best="0"), "wrong", "no epoch 0"),
    ("5.4", loop(best="0", keep="1"), "wrong", "search began"),
    ("5.4", loop(best="1.0"), "wrong", "too low"),
    ("5.4", loop(best="1.0", keep="1"), "wrong", "too low"),
    ("5.4", loop(best="val_losses[0]"), "wrong", "first epoch"),
    ("5.4", loop(best="val_losses[0]", keep="1"), "wrong", "first epoch itself"),
    ("5.4", loop(best="val_losses[0]", start="[1:], start=2"), "wrong", "0 comes back"),
    (
        "5.4",
        loop(update="keep, waited = epoch, 0", best="val_losses[0]", keep="1"),
        "wrong",
        "first one",
    ),
    ("5.4", loop(update="keep, waited = epoch, 0"), "wrong", "move along"),
    ("5.4", loop(stop="True", end="return keep"), "wrong", "`return` inside"),
    ("5.4", loop(back="(keep, best)"), "wrong", "!got: the tuple"),
    ("5.4", loop(back="[keep]"), "wrong", "!list"),
    ("5.4", loop(back="f'epoch {keep}'"), "wrong", "!wanted"),
    ("5.4", "lambda val_losses, patience: 3", "wrong", "every case|whatever"),
    ("5.4", "lambda val_losses, patience: patience", "wrong", "!Got: the number 2"),
    ("5.4", "lambda val_losses, patience: len(val_losses)", "wrong", "every case"),
    (
        "5.4",
        "lambda val_losses, patience: len(val_losses) - patience",
        "wrong",
        "only if patience ran out",
    ),
    (
        "5.4",
        loop().replace("(val_losses, patience)", "(patience, val_losses)"),
        "wrong",
        "!TypeError",
    ),
    ("5.4", loop(back="print(keep)"), "wrong", "!`return`"),
]

# Descent with weight decay, with one place or another to go wrong.
DECAY_LOOP = """
def answer(X, y, w, b, lr, lam, num_epochs):
    {before}
    for epoch in range({rounds}):
        miss = {miss}
        {between}
        slope_w = {slope_w}
        slope_b = {slope_b}
        w = {w}
        b = {b}
        {end}
    return {back}
"""
RIGHT_DECAY = {
    "before": "pass",
    "rounds": "num_epochs",
    "miss": "X @ w + b - y",
    "between": "pass",
    "slope_w": "2 / len(y) * X.T @ miss + lam * w",
    "slope_b": "2 * miss.mean()",
    "w": "w - lr * slope_w",
    "b": "b - lr * slope_b",
    "end": "pass",
    "back": "w, b",
}


def decay(**changed: str) -> str:
    return DECAY_LOOP.format(**(RIGHT_DECAY | changed))


DATA_SLOPE = "2 / len(y) * X.T @ miss"
DECAY_BY_AUTOGRAD = """
def answer(X, y, w, b, lr, lam, num_epochs):
    w, b = w.clone().requires_grad_(), b.clone().requires_grad_()
    optimizer = torch.optim.SGD({groups}, lr=lr)
    for _ in range(num_epochs):
        loss = ((X @ w + b - y) ** 2).mean(){penalty}
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return w, b
"""
TWO_GROUPS = "[{'params': [w], 'weight_decay': lam}, {'params': [b]}]"

DECAY = [
    ("5.3", decay(), "right", ""),
    ("5.3", decay(back="[w, b]"), "right", ""),
    ("5.3", decay(slope_w="2 * (X * miss.reshape(-1, 1)).mean(dim=0) + lam * w"), "right", ""),
    ("5.3", decay(slope_w=DATA_SLOPE, w="(1 - lr * lam) * w - lr * slope_w"), "right", ""),
    ("5.3", decay(slope_w=DATA_SLOPE, between="w = w * (1 - lr * lam)"), "right", ""),
    ("5.3", decay(slope_b="2 / len(y) * miss.sum()", back="w, b.item()"), "right", ""),
    ("5.3", DECAY_BY_AUTOGRAD.format(groups=TWO_GROUPS, penalty=""), "right", ""),
    (
        "5.3",
        DECAY_BY_AUTOGRAD.format(groups="[w, b]", penalty=" + lam / 2 * (w**2).sum()"),
        "right",
        "",
    ),
    ("5.3", "def answer(X, y, w, b, lr, lam, num_epochs): ...", "open", ""),
    # the pull
    ("5.3", decay(slope_w=DATA_SLOPE), "wrong", "no effect"),
    ("5.3", decay(slope_b="2 * miss.mean() + lam * b"), "wrong", "no penalty"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam / 2 * w"), "wrong", "half as fast"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + 2 * lam * w"), "wrong", "twice as fast"),
    ("5.3", decay(slope_w=DATA_SLOPE + " - lam * w"), "wrong", "away from zero"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam"), "wrong", "the same for each"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam * w.sign()"), "wrong", "same amount"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam * w**2"), "wrong", "another power"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam / 2 * (w**2).sum()"), "wrong", "needs its gradient"),
    ("5.3", decay(slope_w=DATA_SLOPE + " + lam * w.norm()"), "wrong", "length of w"),
    ("5.3", decay(slope_w="2 / len(y) * (X.T @ miss + lam * w)"), "wrong", "2/N"),
    ("5.3", decay(slope_w="(2 * X.T @ miss + lam * w) / len(y)"), "wrong", "number of examples"),
    ("5.3", decay(slope_w=DATA_SLOPE, w="(1 - lam) * w - lr * slope_w"), "wrong", "learning rate"),
    (
        "5.3",
        decay(slope_w=DATA_SLOPE, w="(1 - lr * lam) * (w - lr * slope_w)"),
        "wrong",
        "after the step",
    ),
    (
        "5.3",
        decay(slope_w=DATA_SLOPE, miss="X @ (w * (1 - lr * lam)) + b - y").replace(
            "w - lr * slope_w", "w * (1 - lr * lam) - lr * slope_w"
        ),
        "wrong",
        "before the predictions",
    ),
    ("5.3", decay(slope_w=DATA_SLOPE + " + 0.01 * w"), "wrong", "penalty|λ"),
    # the slopes
    ("5.3", decay(slope_w="2 * X.T @ miss + lam * w"), "wrong", "too far"),
    ("5.3", decay(slope_b="2 * miss.sum()"), "wrong", "b moves too far"),
    (
        "5.3",
        decay(slope_w="2 * X.T @ miss + lam * w", slope_b="2 * miss.sum()"),
        "wrong",
        "a mean, not a sum",
    ),
    ("5.3", decay(slope_b="miss.mean()"), "wrong", "b moves half"),
    ("5.3", decay(slope_w="X.T @ miss / len(y) + lam * w"), "wrong", "moves w half"),
    ("5.3", decay(miss="y - X @ w - b"), "wrong", "other way round"),
    ("5.3", decay(w="w + lr * slope_w", b="b + lr * slope_b"), "wrong", "climbs"),
    ("5.3", decay(slope_w="2 * (X * miss.reshape(-1, 1)).mean() + lam * w"), "wrong", "λ = 0"),
    ("5.3", decay(slope_b="2 * (X @ w + b - y).mean().abs()"), "wrong", "λ = 0"),
    ("5.3", decay(b="b"), "wrong", "still has a slope"),
    # the loop
    ("5.3", decay(end="return w, b"), "wrong", "end too early"),
    ("5.3", decay(rounds="num_epochs + 1"), "wrong", "one epoch more"),
    ("5.3", decay(rounds="1, num_epochs"), "wrong", "one epoch fewer"),
    ("5.3", decay(before="w = torch.zeros_like(w)"), "wrong", "begin at zero"),
    ("5.3", decay(before="b = torch.zeros_like(b)"), "wrong", "begins at zero"),
    (
        "5.3",
        decay(w="w - lr * slope_w", slope_b="2 * (X @ (w - lr * slope_w) + b - y).mean()"),
        "wrong",
        "both slopes first",
    ),
    ("5.3", decay(end="lr = 0.9 * lr"), "wrong", "epoch to epoch"),
    ("5.3", decay(before="lr = 0.1"), "wrong", "λ = 0"),
    # what comes back
    ("5.3", decay(back="b, w"), "wrong", "First the weights"),
    ("5.3", decay(back="w"), "wrong", "bias is wanted"),
    ("5.3", decay(back="(miss**2).mean()"), "wrong", "!one number"),
    ("5.3", decay(back="None"), "wrong", "!`return`"),
    (
        "5.3",
        decay(between="w -= lr * lam * w", slope_w=DATA_SLOPE),
        "wrong",
        "!changed what it was",
    ),
]

HOLD_OUT = [
    ("5.6", "('by date', 'by group', 'shuffled', 'by date', 'by group')", "right", ""),
    ("5.6", "['By date', 'by group', 'Shuffled', 'by date ', 'BY GROUP']", "right", ""),
    ("5.6", "'by date, by group, shuffled, by date, by group'.split(', ')", "right", ""),
    ("5.6", "...", "open", ""),
    ("5.6", "('shuffled', 'by group', 'shuffled', 'by date', 'by group')", "wrong", "between two"),
    ("5.6", "('by group', 'by group', 'shuffled', 'by date', 'by group')", "wrong", "one group"),
    ("5.6", "('by date', 'shuffled', 'shuffled', 'by date', 'by group')", "wrong", "writer"),
    ("5.6", "('by date', 'by date', 'shuffled', 'by date', 'by group')", "wrong", "resemble"),
    ("5.6", "('by date', 'by group', 'by date', 'by date', 'by group')", "wrong", "in no order"),
    ("5.6", "('by date', 'by group', 'by group', 'by date', 'by group')", "wrong", "once"),
    ("5.6", "('by date', 'by group', 'shuffled', 'shuffled', 'by group')", "wrong", "next month"),
    (
        "5.6",
        "('by date', 'by group', 'shuffled', 'by group', 'by group')",
        "wrong",
        "stay the same",
    ),
    ("5.6", "('by date', 'by group', 'shuffled', 'by date', 'shuffled')", "wrong", "same house"),
    ("5.6", "('by date', 'by group', 'shuffled', 'by date', 'by date')", "wrong", "one week"),
    ("5.6", "('shuffled',) * 5", "wrong", "independent"),
    ("5.6", "('by group', 'by date', 'shuffled', 'by group', 'by date')", "wrong", "later time"),
    (
        "5.6",
        "('by date', 'by group', 'random', 'by date', 'by group')",
        "wrong",
        '!"random" is none',
    ),
    ("5.6", "('by date', 'by group', 'shuffled', 'by date')", "wrong", "!5 entries, these are 4"),
    ("5.6", "(1, 2, 3, 1, 2)", "wrong", "!wanted a word"),
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
    ("5.4", loop(end="return epoch"), "wrong", "which one was best"),
    ("5.4", loop(end="return epoch - waited + 1", back="keep"), "wrong", "how far back"),
    ("5.4", loop(back="val_losses.index(best)"), "wrong", "too low"),
    ("5.4", loop(back="keep if waited >= patience else epoch"), "wrong", "the last epoch"),
    ("5.4", loop(stop="epoch - keep == patience + 1"), "wrong", "one epoch more"),
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

ANSWERS = [*EXAMPLES_NEEDED, *REGIMES, *DECAY, *EPOCH_TO_KEEP, *HOLD_OUT, *K_FOLDS, *UNSEEN]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_each_answer_is_told_what_it_needs(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
