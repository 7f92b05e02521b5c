"""Exercise 9.2 of notebook 09: dropout that keeps the expectation."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.dropout import masks_mistakes, solutions

Dropout = Callable[[Tensor, float, Generator], Tensor]


def _by_where(h: Tensor, p: float, generator: Generator) -> Tensor:
    dropped = torch.rand(h.shape, generator=generator) < p
    return torch.where(dropped.to(h.device), torch.zeros_like(h), h / (1 - p))


def _by_bernoulli(h: Tensor, p: float, generator: Generator) -> Tensor:
    return h * torch.bernoulli(torch.full(h.shape, 1 - p), generator=generator) / (1 - p)


def _kept_below(h: Tensor, p: float, generator: Generator) -> Tensor:
    h = h * (torch.rand(h.shape, generator=generator, dtype=torch.float64) < 1 - p)
    h /= 1 - p
    return h


def _mean(answer: Dropout, p: float) -> str:
    """Say what becomes of the mean of many ones."""
    # Not all at once: large tensors are copied by several threads, which may wait for each other.
    generator = torch.Generator().manual_seed(3)
    draws = [answer(torch.ones(80, 100), p, generator).double().mean().item() for _ in range(4)]
    after = sum(draws) / len(draws)
    spread = (p / (1 - p) / 32_000) ** 0.5
    # Six standard deviations: about two draws in a billion lie outside.
    words = "1" if abs(after - 1) < 6 * spread + 1e-6 else f"{after:.2f}"
    return f"32,000 ones: their mean becomes {words}"


def _zeros(answer: Dropout, p: float) -> str:
    """Say what share of many numbers, none of them 0, becomes 0."""
    h = 1 + torch.rand(80, 100, generator=torch.Generator().manual_seed(4))
    share = (answer(h, p, torch.Generator().manual_seed(5)) == 0).double().mean().item()
    return f"about {10 * round(10 * share)} % become 0"


def _together(answer: Dropout, *shape: int) -> str:
    """Say which entries share a coin."""
    generator = torch.Generator().manual_seed(9)
    draws = [answer(torch.ones(shape), 0.5, generator) == 0 for _ in range(6)]
    if not any(zero.any() for zero in draws):
        return "no entry becomes 0"
    zero = next((zero for zero in draws if zero.any() and not zero.all()), None)
    if zero is None:
        return "all entries share one coin"
    shared = [
        axis
        for axis in range(zero.ndim)
        if (zero == zero.select(axis, 0).unsqueeze(axis)).all() and zero.shape[axis] > 1
    ]
    if not shared:
        return "each entry has a coin of its own"
    return f"entries along axis {' and axis '.join(map(str, shared))} share a coin"


def _become(answer: Dropout, value: float, p: float) -> str:
    """Say which numbers many equal numbers become."""
    after = answer(torch.full((20, 30), value), p, torch.Generator().manual_seed(12))
    found = sorted({round(number, 3) for number in after.flatten().tolist()})
    if len(found) > 3:
        return f"{len(found)} different numbers"
    return " or ".join(f"{number:.3g}" for number in found)


def _made_up(answer: Dropout, p: float) -> str:
    """Say whether the survivors make up for the dropped ones."""
    after = answer(torch.ones(500), p, torch.Generator().manual_seed(13))
    high, low = after.max().item(), after.min().item()
    if low != 0:
        return "a dropped entry does not become 0"
    if abs(high - 1 / (1 - p)) < 1e-4:
        return "the survivors make up for the dropped ones"
    return f"the survivors are too {'small' if high < 1 / (1 - p) else 'large'}"


def _survivors(answer: Dropout, p: float) -> str:
    """Say by what the survivors are multiplied."""
    h = torch.linspace(-2.0, 3.0, 40).reshape(8, 5)
    h_after = answer(h.clone(), p, torch.Generator().manual_seed(6))
    kept_ones = h_after != 0
    ratios = (h_after[kept_ones] / h[kept_ones]).double()
    if not len(ratios):
        return "nothing survives"
    if ratios.max() - ratios.min() > 1e-4:
        return "the survivors are multiplied by several different numbers"
    return f"each survivor is multiplied by {ratios.mean():.3g}"


def _draws(answer: Dropout, p: float) -> str:
    """Say whether the masks follow the generator."""
    generator = torch.Generator().manual_seed(7)
    first, second = (answer(torch.ones(20, 20), p, generator) for _ in range(2))
    again = answer(torch.ones(20, 20), p, torch.Generator().manual_seed(7))
    if not torch.equal(first, again):
        return "a generator seeded alike gives other masks"
    if torch.equal(first, second):
        return "two calls with one generator give the same mask"
    return "new masks with each call; a generator seeded alike gives the same ones"


def _counts(answer: Dropout, p: float) -> str:
    """Say whether the number of dropped entries is left to chance."""
    generator = torch.Generator().manual_seed(10)
    counts = {int((answer(torch.ones(10, 10), p, generator) == 0).sum()) for _ in range(8)}
    if counts == {0}:
        return "no entry becomes 0"
    return f"{'always equally' if len(counts) == 1 else 'not always equally'} many are dropped"


def _gradient(answer: Dropout, p: float) -> str:
    """Say what gradient comes back to h."""
    h = torch.linspace(1.0, 2.0, 30).requires_grad_()
    after = answer(h, p, torch.Generator().manual_seed(11))
    if not after.requires_grad:
        return "no gradient comes back to h"
    (slope,) = torch.autograd.grad(after.sum(), h)
    same = torch.allclose(slope * h, after.to(h), atol=1e-5)
    return f"each entry of h gets {'its own factor' if same else 'another number'} as its gradient"


KEEP_THE_MEAN = Exercise(
    number="9.2",
    name="dropout_to_mend",
    title="Dropout that keeps the expectation",
    level="change",
    hints=(
        "Section 9.4 measured the mean after dropping: by what factor did it shrink for p = 0.2, "
        "and by what for p = 0.8? To keep the expectation, that factor has to be undone.",
        "The mask is right: leave it as it is. Take an entry of value 8 and p = 0.75. Of four "
        "draws it survives one, on average, and is 0 in three. What must it be in that one, so "
        "that the mean of the four is 8?",
        "There the 8 has to come through as 32, which is 8 / 0.25. How does 0.25 follow from "
        "p = 0.75? Put that division at the end of the last line.",
    ),
    learned="dividing what is left by 1 − p keeps the expectation of every unit",
    cases=(
        Case("ones of shape (100, 50), p = 0.5", (100, 50), _together),
        Case("what many ones become, p = 0.75", (1.0, 0.75), _become),
        Case("what many threes become, p = 0.2", (3.0, 0.2), _become),
        Case("32,000 ones, p = 0.2", (0.2,), _mean),
        Case("32,000 ones, p = 0.75", (0.75,), _mean),
        Case("numbers from 1 to 2, p = 0.2", (0.2,), _zeros),
        Case("numbers from −2 to 3, p = 0.2", (0.2,), _survivors),
        Case("numbers from −2 to 3, p = 0.75", (0.75,), _survivors),
        Case("numbers from −2 to 3, p = 0", (0.0,), _survivors),
        Case("three calls, p = 0.5", (0.5,), _draws),
        Case("500 ones, p = 0.3: their size", (0.3,), _made_up),
        Case("500 ones, p = 0.6: their size", (0.6,), _made_up),
        Case("eight calls for 100 ones, p = 0.5", (0.5,), _counts),
        Case("ones of shape (30, 80), p = 0.5", (30, 80), _together),
        Case("ones of shape (400,), p = 0.5", (400,), _together),
        Case("ones of shape (10, 20, 6), p = 0.5", (10, 20, 6), _together),
        Case("the gradient of the sum of the result, p = 0.5", (0.5,), _gradient),
        Case(
            "h of shape (2, 3), p = 0: nothing is dropped",
            (torch.tensor([[1.0, 0.0, -2.0], [3.0, 4.0, 0.5]]),),
            lambda answer, h: answer(h.clone(), 0.0, torch.Generator().manual_seed(8)),
        ),
    ),
    reference=solutions.dropout_to_mend,
    correct=(_by_where, _by_bernoulli, _kept_below),
    mistakes=masks_mistakes.MISTAKES,
)
