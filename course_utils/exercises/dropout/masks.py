"""Exercise 9.1 of notebook 09: dropout that keeps the expectation."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

from course_utils.exercises import Case, Exercise, Mistake

Dropout = Callable[[Tensor, float, Generator], Tensor]


def dropout(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Return `h` with each entry dropped with probability `p`, 0 ≤ p < 1, the others rescaled."""
    return _keep(h, p, generator) * h / (1 - p)


def _keep(h: Tensor, p: float, generator: Generator | None) -> Tensor:
    """Return a mask of truth values with the shape of `h`, False with probability `p`."""
    return (torch.rand(h.shape, generator=generator) >= p).to(h.device)


def _by_where(h: Tensor, p: float, generator: Generator) -> Tensor:
    dropped = torch.rand(h.shape, generator=generator) < p
    return torch.where(dropped.to(h.device), torch.zeros_like(h), h / (1 - p))


def _by_bernoulli(h: Tensor, p: float, generator: Generator) -> Tensor:
    return h * torch.bernoulli(torch.full(h.shape, 1 - p), generator=generator) / (1 - p)


def _kept_below(h: Tensor, p: float, generator: Generator) -> Tensor:
    h = h * (torch.rand(h.shape, generator=generator) < 1 - p)
    h /= 1 - p
    return h


def _by_chance(h: Tensor, p: float, generator: Generator) -> Tensor:
    keep = _keep(h, p, generator)
    return keep * h / keep.float().mean()


def _mean(answer: Dropout, p: float) -> str:
    """Say what becomes of the mean of many ones."""
    after = answer(torch.ones(200, 500), p, torch.Generator().manual_seed(3)).double().mean().item()
    spread = (p / (1 - p) / 100_000) ** 0.5
    # Six standard deviations: about two draws in a billion lie outside.
    words = "1" if abs(after - 1) < 6 * spread + 1e-6 else f"{after:.2f}"
    return f"100,000 ones: their mean becomes {words}"


def _zeros(answer: Dropout, p: float) -> str:
    """Say what share of many numbers, none of them 0, becomes 0."""
    h = 1 + torch.rand(200, 500, generator=torch.Generator().manual_seed(4))
    share = (answer(h, p, torch.Generator().manual_seed(5)) == 0).double().mean().item()
    return f"a share of {share:.2f} becomes 0"


def _together(answer: Dropout, p: float) -> str:
    """Say which entries share a coin."""
    zero = answer(torch.ones(200, 50), p, torch.Generator().manual_seed(9)) == 0
    if not zero.any():
        return "nothing is dropped"
    if (zero == zero[:1]).all():
        return "every row loses the same entries"
    if (zero == zero[:, :1]).all():
        return "whole rows are dropped"
    return "each entry has a coin of its own"


def _survivors(answer: Dropout, p: float) -> str:
    """Say by what the survivors are multiplied."""
    h = torch.linspace(-2.0, 3.0, 40).reshape(8, 5)
    h_after = answer(h.clone(), p, torch.Generator().manual_seed(6))
    kept = h_after != 0
    ratios = (h_after[kept] / h[kept]).double()
    if not len(ratios):
        return "nothing survives"
    if ratios.max() - ratios.min() > 1e-4:
        return "the survivors are multiplied by several different numbers"
    return f"each survivor is multiplied by {ratios.mean():.4g}"


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


KEEP_THE_MEAN = Exercise(
    number="9.1",
    title="Dropout that keeps the expectation",
    level="change",
    learned="dividing what is left by 1 − p keeps the expectation of every unit",
    cases=(
        Case("ones of shape (200, 50), p = 0.5", (0.5,), _together),
        Case("h of 100,000 ones, p = 0.2", (0.2,), _mean),
        Case("h of 100,000 ones, p = 0.75", (0.75,), _mean),
        Case("numbers from 1 to 2, p = 0.2", (0.2,), _zeros),
        Case("numbers from −2 to 3, p = 0.2", (0.2,), _survivors),
        Case("numbers from −2 to 3, p = 0.75", (0.75,), _survivors),
        Case("numbers from −2 to 3, p = 0", (0.0,), _survivors),
        Case("three calls, p = 0.5", (0.5,), _draws),
        Case(
            "h of shape (2, 3), p = 0: nothing is dropped",
            (torch.tensor([[1.0, 0.0, -2.0], [3.0, 4.0, 0.5]]),),
            lambda answer, h: answer(h.clone(), 0.0, torch.Generator().manual_seed(8)),
        ),
    ),
    reference=dropout,
    correct=(_by_where, _by_bernoulli, _kept_below),
    mistakes=(
        Mistake("no scaling", lambda h, p, generator: _keep(h, p, generator) * h, given=True),
        Mistake(
            "multiplies by 1 − p",
            lambda h, p, generator: _keep(h, p, generator) * h * (1 - p),
            "The mean was too small, and now it is smaller still. Should the survivors grow or "
            "shrink to make up for the others?",
        ),
        Mistake(
            "divides by p",
            lambda h, p, generator: _keep(h, p, generator) * h / p if p else h,
            "The survivors are divided by the share that was dropped. For p = 0.75 that makes "
            "them hardly larger, though only one in four is left: which share is left?",
        ),
        Mistake(
            "divides by the root",
            lambda h, p, generator: _keep(h, p, generator) * h / (1 - p) ** 0.5,
            "The mean of the squares stays now. The mean itself does not: with what probability "
            "does an entry survive, and by what must it be multiplied then?",
        ),
        Mistake(
            "adds the dropped share",
            lambda h, p, generator: _keep(h, p, generator) * h * (1 + p),
            "At p = 0.2 this is close, at p = 0.75 it is far off. Adding a share p to what is left "
            "does not undo taking away a share p: what is 0.25 times 1.75?",
        ),
        Mistake(
            "divides by the share that happened to survive",
            _by_chance,
            "The mean of ones is right in every single draw. But the factor now depends on how "
            "many others were dropped. It should follow from p alone.",
        ),
        Mistake(
            "keeps with probability p",
            lambda h, p, generator: ~_keep(h, p, generator) * h / p if p else 0 * h,
            "The mean stays, but too many or too few become 0: p is the probability of being "
            "dropped, and here it is that of being kept.",
        ),
        Mistake(
            "compares the wrong way round",
            lambda h, p, generator: ~_keep(h, p, generator) * h / (1 - p),
            "The division is right, but too many or too few become 0: with this comparison, with "
            "what probability is an entry kept?",
        ),
        Mistake(
            "one coin for each column",
            lambda h, p, generator: _keep(h[0], p, generator) * h / (1 - p),
            "Every row of h loses the same entries. The mask needs the shape of h, so that each "
            "entry has a coin of its own.",
        ),
        Mistake(
            "one coin for each row",
            lambda h, p, generator: _keep(h[:, :1], p, generator) * h / (1 - p),
            "Whole rows go at once. The mask needs the shape of h, so that each entry has a coin "
            "of its own.",
        ),
        Mistake(
            "without the generator",
            lambda h, p, generator: _keep(h, p, None) * h / (1 - p),
            "The scaling is right. But the numbers do not come from the generator that was handed "
            "in, so nobody can repeat the draw.",
        ),
        Mistake(
            "no dropout at all",
            lambda h, p, generator: 1.0 * h,
            "The mean stays because nothing is dropped any more. Keep the mask, and make up for "
            "what it takes away.",
        ),
        Mistake(
            "scales without dropping",
            lambda h, p, generator: h / (1 - p),
            "Every entry has grown and none was dropped: the mask is missing.",
        ),
    ),
)
