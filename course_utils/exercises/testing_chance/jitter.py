"""Exercise 16.6 of notebook 16: random changes of examples that draw from one generator."""

from __future__ import annotations

import random

import numpy as np
import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.testing_chance import solutions
from course_utils.exercises.testing_chance.jitter_mistakes import MISTAKES, Jitter

FAR = 8.0  # many standard deviations of the noise: the sign shows whether a row was mirrored


def _states() -> dict[str, object]:
    return {
        "PyTorch's": torch.get_rng_state().tolist(),
        "NumPy's": str(np.random.get_state()),
        "Python's": random.getstate(),
    }


def _states_touched(answer: Jitter) -> str:
    """Say which global states are others after a call."""
    before = _states()
    answer(torch.ones(5, 3), torch.Generator().manual_seed(1))
    after = _states()
    touched = [name for name in before if before[name] != after[name]]
    return f"{' and '.join(touched)} global state has changed" if touched else "none has changed"


def _repeats(answer: Jitter) -> str:
    """Say whether the result follows the generator."""
    X = torch.full((40, 3), FAR)
    generator = torch.Generator().manual_seed(2)
    first, second = answer(X, generator), answer(X, generator)
    again = answer(X, torch.Generator().manual_seed(2))
    if torch.equal(first, again):
        if torch.equal(first, second):
            return "two calls with one generator give the same result"
        return "new results in each call; a generator seeded alike gives the same ones"
    others = []
    if not torch.equal(first.sign(), again.sign()):
        others.append("signs")
    if not torch.allclose(first.abs(), again.abs()):
        others.append("noise")
    return f"a generator seeded alike gives other {' and other '.join(others)}"


def _rows(answer: Jitter) -> str:
    """Say what is mirrored together."""
    after = answer(torch.full((300, 4), FAR), torch.Generator().manual_seed(3))
    if after.shape != (300, 4):
        return f"a result of shape {tuple(after.shape)}"
    if float(after.abs().min()) < FAR / 2:
        return "some entries lose their size"
    mirrored = after < 0
    if not mirrored.any():
        return "nothing is mirrored"
    if mirrored.all():
        return "everything is mirrored"
    if not torch.equal(mirrored.all(dim=1), mirrored.any(dim=1)):
        return "entries of one example have coins of their own"
    # 300 coins: six standard deviations are 0.17
    share = float(mirrored[:, 0].double().mean())
    return "half of the examples" if abs(share - 0.5) < 0.17 else f"{share:.0%} of the examples"


def _noise(answer: Jitter) -> str:
    """Say how the noise scatters."""
    after = answer(torch.full((500, 8), FAR), torch.Generator().manual_seed(4))
    noise = after.double() * after.double().sign() - FAR
    noise = noise if float(after.abs().min()) > FAR / 2 else after.double()
    if (noise == noise[:1]).all() or (noise == noise[:, :1]).all():
        return "the same in each row or column" if noise.std() > 0 else "none"
    # 4,000 numbers: the standard deviation is known to about one percent
    mean, spread = float(noise.mean()), float(noise.std())
    near = abs(mean) < 0.02 and 0.09 < spread < 0.11
    if near:
        return "around 0, standard deviation 0.1"
    return f"around {round(mean, 1) + 0.0:g}, standard deviation {spread:.2g}"


def _by_rand(X: Tensor, generator: Generator) -> Tensor:
    mirrored = torch.rand(len(X), generator=generator) < 0.5
    noise = torch.empty_like(X).normal_(0.0, 0.1, generator=generator)
    return torch.where(mirrored.unsqueeze(1), -X, X) + noise


def _row_by_row(X: Tensor, generator: Generator) -> Tensor:
    rows = []
    for row in X:
        sign = 1 if torch.rand((), generator=generator) < 0.5 else -1
        rows.append(sign * (row + 0.1 * torch.randn(len(row), generator=generator)))
    return torch.stack(rows)


JITTER_TO_MEND = Exercise(
    number="16.6",
    name="jitter_to_mend",
    title="One source of chance",
    level="change",
    hints=(
        "Which calls in the function draw, and from which state? `drew_from` of section 16.8 can "
        "tell. Each of them needs another source.",
        "`torch.randn` takes a `generator`. For the signs, toss a coin for each example, of shape "
        "(N, 1), and turn 0 and 1 into −1 and 1.",
        "`coins = torch.randint(0, 2, (len(X), 1), generator=generator)`, and a sign is 2 times a "
        "coin minus 1.",
    ),
    learned="one generator as an argument: the draws repeat, and disturb nobody else's",
    cases=(
        Case("the global states after a call", (), _states_touched),
        Case("three calls, two of them with one generator", (), _repeats),
        Case("300 examples of eights: what is mirrored", (), _rows),
        Case("the noise of 500 examples", (), _noise),
    ),
    reference=solutions.jitter_to_mend,
    correct=(_by_rand, _row_by_row),
    mistakes=MISTAKES,
)
