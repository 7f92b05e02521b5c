"""Exercise 3.7 of notebook 03: does a claimed gradient agree with measured slopes?"""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake

Function = Callable[[Tensor], Tensor]


def gradient_is_right(f: Function, point: Tensor, gradient: Tensor) -> bool:
    """Say whether each entry of `gradient` is the slope of `f` at `point`, both (n,), float64."""
    measured = _measured(f, point)
    return bool(((measured - gradient).abs() <= 1e-5 + 1e-3 * gradient.abs()).all())


def _measured(f: Function, point: Tensor, delta: float = 1e-5) -> Tensor:
    """Return the central difference of `f` for each entry of `point`."""
    steps = delta * torch.eye(len(point), dtype=point.dtype)
    return torch.stack([(f(point + step) - f(point - step)) / (2 * delta) for step in steps])


def _by_autograd(f: Function, point: Tensor, gradient: Tensor) -> bool:
    leaf = point.clone().requires_grad_()
    return torch.allclose(torch.autograd.grad(f(leaf), leaf)[0], gradient, rtol=1e-3, atol=1e-6)


def _with_allclose(f: Function, point: Tensor, gradient: Tensor) -> Tensor:
    close = torch.isclose(_measured(f, point, 1e-6), gradient, rtol=1e-3, atol=5e-5)
    return close.all()


def _forward_difference(f: Function, point: Tensor, gradient: Tensor) -> bool:
    steps = 1e-2 * torch.eye(len(point), dtype=point.dtype)
    measured = torch.stack([(f(point + step) - f(point)) / 1e-2 for step in steps])
    return torch.allclose(measured, gradient, rtol=1e-3, atol=1e-5)


def _first_entry_only(f: Function, point: Tensor, gradient: Tensor) -> bool:
    return bool((_measured(f, point)[0] - gradient[0]).abs() <= 1e-5 + 1e-3 * gradient[0].abs())


def _sums(f: Function, point: Tensor, gradient: Tensor) -> bool:
    return torch.allclose(_measured(f, point).sum(), gradient.sum(), rtol=1e-3, atol=1e-5)


def _lengths(f: Function, point: Tensor, gradient: Tensor) -> bool:
    miss = (_measured(f, point) - gradient).norm()
    return bool(miss <= 1e-5 + 1e-3 * gradient.norm())


def _entries(f: Function, point: Tensor, gradient: Tensor) -> Tensor:
    return torch.isclose(_measured(f, point), gradient, rtol=1e-3, atol=1e-5)


def _with(rtol: float, atol: float) -> Callable[..., bool]:
    return lambda f, point, gradient: torch.allclose(_measured(f, point), gradient, rtol, atol)


def _vector(*entries: float) -> Tensor:
    return torch.tensor(entries, dtype=torch.float64)


def _mixed(p: Tensor) -> Tensor:
    return torch.exp(2 * p[0]) * p[1] + p[2] ** 3


def _bowl(p: Tensor) -> Tensor:
    return ((p - 0.1) ** 2).sum()


def _gentle(p: Tensor) -> Tensor:
    return 0.025 * (p**2).sum()


def _valley(p: Tensor) -> Tensor:
    return (torch.exp(p) - _E * p).sum()


def _steep(p: Tensor) -> Tensor:
    return 1e5 * torch.sin(10 * p[0]) + 0.5 * p[1] ** 2


_AT = _vector(0.5, -1.0, 2.0)
_E = float(torch.exp(torch.tensor(1.0, dtype=torch.float64)))
_RIGHT = _vector(-2 * _E, _E, 12.0)  # of _mixed at _AT
_TOP = _vector(0.3, 1.0)
_SLOPES = _vector(float(1e6 * torch.cos(10 * _TOP)[0]), 1.0)  # of _steep at _TOP

GRADIENT_IS_RIGHT = Exercise(
    number="3.7",
    title="A check you can trust",
    level="build",
    learned="measure every entry on its own; near 0 allow an absolute error, elsewhere a relative",
    cases=(
        Case("a right gradient, of exp(2·p0)·p1 + p2³", (_mixed, _AT, _RIGHT)),
        Case("the same with the wrong sign", (_mixed, _AT, -_RIGHT)),
        Case(
            "the same with its last entry 1 % too large",
            (_mixed, _AT, _RIGHT * _vector(1, 1, 1.01)),
        ),
        Case("the same with two entries exchanged", (_mixed, _AT, _RIGHT[[0, 2, 1]])),
        Case(
            "a right gradient of 0: Σ (exp(p) − e·p) at p = (1, 1)",
            (_valley, _vector(1, 1), _vector(0, 0)),
        ),
        Case(
            "a right gradient with a slope of about a million and one of 1", (_steep, _TOP, _SLOPES)
        ),
        Case("the same with 1.5 in place of the 1", (_steep, _TOP, _SLOPES + _vector(0, 0.5))),
        Case(
            "a single parameter, and a slope 1 % too small",
            (_bowl, _vector(3), _vector(5.8 * 0.99)),
        ),
        Case("a slope of 0.05, claimed 1 % too large", (_gentle, _vector(1), _vector(0.0505))),
    ),
    reference=gradient_is_right,
    correct=(_by_autograd, _with_allclose, _with(1e-3, 1e-6)),
    mistakes=(
        Mistake(
            "an absolute tolerance",
            _with(0.0, 1e-6),
            "The right gradient with a slope of a million is rejected. Measuring is off by a small "
            "share of the slope, so what is allowed must grow with it.",
        ),
        Mistake(
            "a wide absolute tolerance",
            _with(0.0, 1e-3),
            "The same tolerance for all slopes is too strict for a million and too wide for 0.05. "
            "Let it grow with the slope.",
        ),
        Mistake(
            "a large floor",
            _with(1e-3, 1e-3),
            "In a slope of 0.05 an error of one per cent is 0.0005, and passes. The absolute part "
            "of what is allowed must be smaller.",
        ),
        Mistake(
            "one per cent",
            _with(0.01, 1e-6),
            "An error of one per cent must be found, and here it is just allowed. In float64 a "
            "central difference can afford a tenth of that.",
        ),
        Mistake(
            "a relative tolerance",
            _with(1e-3, 0.0),
            "A right slope of 0 is rejected: a share of 0 is 0, and the measured slope is never "
            "quite 0. Allow a small absolute error as well.",
        ),
        Mistake(
            "a wide tolerance",
            _with(0.1, 1e-5),
            "An error of one per cent passes. In float64 a central difference is good for six "
            "digits or more.",
        ),
        Mistake(
            "looks one way only",
            _forward_difference,
            "A right gradient is rejected: the measured slope is poor. Look both ways, with a "
            "delta that is neither too large nor too small (section 3.1); 1e-5 is good.",
        ),
        Mistake(
            "the first entry only",
            _first_entry_only,
            "Wrong entries behind the first are not found. Every parameter has a slope of its own.",
        ),
        Mistake(
            "compares sums",
            _sums,
            "Two exchanged entries are not found: their sum is the same. Move one entry at a time.",
        ),
        Mistake(
            "compares lengths",
            _lengths,
            "A wrong slope of 1.5 hides behind one of a million. Compare entry by entry.",
        ),
        Mistake(
            "one answer for each entry",
            _entries,
            "One answer is wanted for the whole gradient: are all entries right?",
        ),
        Mistake(
            "always True",
            lambda f, point, gradient: True,
            "Everything passes, wrong gradients too. (gradcheck tests PyTorch's gradient of f; the "
            "claimed one was never looked at.)",
        ),
    ),
)
