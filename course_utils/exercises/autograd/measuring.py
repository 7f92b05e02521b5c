"""Measuring slopes, and functions to measure them of, for exercise 3.7 of notebook 03."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

Function = Callable[[Tensor], Tensor]
E_ = float(torch.exp(torch.tensor(1.0, dtype=torch.float64)))


def measured_gradient(f: Function, point: Tensor, delta: float = 1e-5) -> Tensor:
    """Return the central difference of `f` for each entry of `point`."""
    steps = delta * torch.eye(len(point), dtype=point.dtype)
    return torch.stack([(f(point + step) - f(point - step)) / (2 * delta) for step in steps])


def vector(*entries: float) -> Tensor:
    """Return these numbers as a tensor in float64."""
    return torch.tensor(entries, dtype=torch.float64)


def mixed(p: Tensor) -> Tensor:
    """Return exp(2·p0)·p1 + p2³."""
    return torch.exp(2 * p[0]) * p[1] + p[2] ** 3


def bowl(p: Tensor) -> Tensor:
    """Return the squared distance from 0.1."""
    return ((p - 0.1) ** 2).sum()


def gentle(p: Tensor) -> Tensor:
    """Return p²/160: a slope of 1/80 at 1."""
    return (p**2).sum() / 160


def lifted(p: Tensor) -> Tensor:
    """Return p²/160 + 100,000: at such values a delta of 1e-7 meets their rounding."""
    return gentle(p) + 1e5


def valley(p: Tensor) -> Tensor:
    """Return Σ (exp(p) − e·p), which is flat at 1."""
    return (torch.exp(p) - E_ * p).sum()


def steep(p: Tensor) -> Tensor:
    """Return a slope of a million in the first entry, and of 1 in the second."""
    return 1e5 * torch.sin(10 * p[0]) + 0.5 * p[1] ** 2


def steep_and_flat(p: Tensor) -> Tensor:
    """Return at (π/10, 1) a slope of −1e6 in the first entry, and of 0 in the second."""
    return 1e5 * torch.sin(10 * p[0]) + 400 * valley(p[1:])


def hidden(p: Tensor) -> Tensor:
    """Return the sum of squares, half hidden from autograd by a detach."""
    return (p * p.detach()).sum()


Verdict = Callable[[Tensor, Tensor], object]  # of the measured slopes and the claimed ones


def judging(
    verdict: Verdict, measure: Callable[[Function, Tensor], Tensor] = measured_gradient
) -> Callable:
    """Return an answer that measures and then says `verdict(measured, claimed)`."""
    return lambda f, point, gradient: verdict(measure(f, point), gradient)


def close(rtol: float, atol: float) -> Verdict:
    """Return the verdict of torch.allclose with these tolerances."""
    return lambda found, claimed: torch.allclose(found, claimed, rtol, atol)


class Asked:
    """A function that notes how far from a point it is evaluated, along one entry at a time."""

    def __init__(self, f: Function, point: Tensor) -> None:
        self._f, self._point = f, point.clone()
        self._moves: list[float] = []
        self._singly, self._together = True, False

    def __call__(self, place: Tensor) -> Tensor:
        """Note where it is asked, and answer as the function does."""
        moved = place.detach().double() - self._point
        moved = moved[moved != 0]
        self._singly &= len(moved) <= 1
        sizes = moved.abs()  # a float32 rounds the other entries: that is no move
        self._together |= int((sizes > 0.1 * sizes.max()).sum()) > 1 if len(moved) else False
        self._moves += moved.tolist()
        return self._f(place)

    def poorly(self, gradient: Tensor) -> str:
        """Say why slopes measured at these distances are off; empty if they are good enough."""
        if self._together:
            return "several at once"
        if not self._moves or not self._singly:
            return ""
        delta, both = max(map(abs, self._moves)), min(self._moves) < 0 < max(self._moves)
        if both:
            found = measured_gradient(self._f, self._point, delta)
        else:
            delta = math.copysign(delta, self._moves[0])
            steps = delta * torch.eye(len(self._point), dtype=self._point.dtype)
            here = self._f(self._point)
            found = torch.stack([(self._f(self._point + step) - here) / delta for step in steps])
        if close(1e-3, 1e-5)(found, gradient):
            return ""
        if not both:
            return "one side"
        return "far away" if delta > 1e-5 else "too near"
