"""Wrong answers to exercise 9.2: another factor, another mask, or none that is drawn afresh."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Generator, Tensor

Dropout = Callable[[Tensor, float, Generator], Tensor]


def kept(h: Tensor, p: float, generator: Generator | None) -> Tensor:
    """Return a mask of truth values with the shape of `h`, False with probability `p`."""
    return (torch.rand(h.shape, generator=generator) >= p).to(h.device)


def scaled(factor: Callable[[float], float]) -> Dropout:
    """Drop as one should, and multiply by this factor of p."""
    return lambda h, p, generator: kept(h, p, generator) * h * factor(p)


def masked(mask: Callable[[Tensor, float, Generator], Tensor]) -> Dropout:
    """Drop by another mask, and scale as one should."""
    return lambda h, p, generator: mask(h, p, generator) * h / (1 - p)


def by_chance(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Divide by the share that happened to survive."""
    keep = kept(h, p, generator)
    return keep * h / keep.float().mean()


def by_the_means(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Make the mean of this draw what it was."""
    after = kept(h, p, generator) * h
    return after * h.mean() / after.mean()


def lifted(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Add to every entry what it loses on average."""
    return kept(h, p, generator) * h + p * h


def shifted(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Add to every entry what the mean has lost in this draw."""
    after = kept(h, p, generator) * h
    return after + (h.mean() - after.mean())


def exactly(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Drop a share of exactly p."""
    order = torch.randperm(h.numel(), generator=generator)
    keep = torch.ones(h.numel())
    keep[order[: round(p * h.numel())]] = 0
    return keep.reshape(h.shape) * h / (1 - p)


def normal(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Return a mask made from normal numbers."""
    return torch.randn(h.shape, generator=generator) >= p


def first_axes(h: Tensor, p: float, generator: Generator) -> Tensor:
    """Return a mask with two axes, whatever h has."""
    shape = h.shape if h.ndim < 3 else (*h.shape[:2], 1)
    return torch.rand(shape, generator=generator) >= p


def shared(axis: int | None) -> Callable[[Tensor, float, Generator], Tensor]:
    """Share a coin along this axis, or along both, in the cases that tell; else rightly."""

    def mask(h: Tensor, p: float, generator: Generator) -> Tensor:
        keep = kept(h, p, generator)
        if tuple(h.shape) not in ((100, 50), (30, 80)):
            return keep
        return keep[:1, :1] if axis is None else keep.narrow(axis, 0, 1)

    return mask


def filled(by: Callable[[Tensor], Tensor]) -> Dropout:
    """Put something else than 0 in the place of what is dropped."""
    return lambda h, p, generator: torch.where(kept(h, p, generator), h / (1 - p), by(h))


def off_by(change: Callable[[Tensor], Tensor]) -> Dropout:
    """Change what is right in the cases p = 0.3 and p = 0.6, which tell of a kind of mistake."""

    def answer(h: Tensor, p: float, generator: Generator) -> Tensor:
        after = kept(h, p, generator) * h / (1 - p)
        return change(after) if p in (0.3, 0.6) else after

    return answer
