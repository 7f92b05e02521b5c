"""The mistakes of exercise 3.7 of notebook 03: checks that one cannot trust."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.measuring import Function, judging
from course_utils.exercises.autograd.tolerances import TOLERANCES


def _by_autograd(f: Function, point: Tensor, gradient: Tensor) -> bool:
    leaf = point.clone().requires_grad_()
    return torch.allclose(torch.autograd.grad(f(leaf), leaf)[0], gradient, rtol=1e-3, atol=1e-6)


def _gradcheck(f: Function, point: Tensor, gradient: Tensor) -> bool:
    return torch.autograd.gradcheck(f, point.clone().requires_grad_())


def _quiet_gradcheck(f: Function, point: Tensor, gradient: Tensor) -> bool:
    return torch.autograd.gradcheck(f, point.clone().requires_grad_(), raise_exception=False)


def _allowed(claimed: Tensor) -> Tensor:
    return 1e-5 + 1e-3 * claimed.abs()


def _each(found: Tensor, claimed: Tensor) -> Tensor:
    return (found - claimed).abs() <= _allowed(claimed)


# Those that differ in many cases come first: whoever differs in a part of these is told so.
_ALWAYS = (
    Mistake(
        "always False",
        lambda f, point, gradient: False,
        "Right gradients are rejected, all of them. Do you measure well (both ways, a small δ, "
        "float64), and do you ask for equal floats?",
    ),
    Mistake(
        "always True",
        lambda f, point, gradient: True,
        "Everything passes, wrong gradients too. Is the claimed gradient looked at?",
    ),
    Mistake(
        "turned around",
        judging(lambda found, claimed: not bool(_each(found, claimed).all())),
        "Exactly the wrong way round: True is for gradients that agree.",
    ),
    Mistake(
        "the wrong sign",
        judging(lambda found, claimed: bool(_each(-found, claimed).all())),
        "What you measure has the wrong sign, and so a gradient of the wrong sign passes: which "
        "value is taken from which?",
    ),
    Mistake(
        "a factor too many",
        judging(lambda found, claimed: bool(_each(2 * found, claimed).all())),
        "Right gradients are rejected unless they are 0. Is what you measure off by a factor? Look "
        "at it beside the claimed slopes in the first case.",
    ),
    Mistake(
        "one answer for each entry",
        judging(_each),
        "One answer is wanted for the whole gradient: do all entries agree?",
    ),
    Mistake(
        "gradcheck",
        _gradcheck,
        "gradcheck tests PyTorch's own gradient of f. The claimed one was never looked at.",
    ),
    Mistake(
        "a quiet gradcheck",
        _quiet_gradcheck,
        "This asks gradcheck whether autograd is right. Is the gradient that was handed in?",
    ),
    Mistake(
        "autograd",
        _by_autograd,
        "This compares with autograd, which differentiates what was written: a detach in f, and "
        "it is wrong. How else does one get a slope?",
    ),
)

_PARTS = (
    Mistake(
        "the first entry only",
        judging(lambda found, claimed: bool(_each(found, claimed)[0])),
        "Wrong entries behind the first are not found. Every parameter has a slope of its own.",
    ),
    Mistake(
        "the last entry only",
        judging(lambda found, claimed: bool(_each(found, claimed)[-1])),
        "Wrong entries before the last are not found: does each entry overwrite the verdict on "
        "those before?",
    ),
    Mistake(
        "one right entry is enough",
        judging(lambda found, claimed: bool(_each(found, claimed).any())),
        "A gradient passes as soon as one entry is right. What should hold for the others?",
    ),
    Mistake(
        "compares signs",
        judging(lambda found, claimed: bool((found.sign() == claimed.sign()).all())),
        "Only the signs are compared. How large may the difference be?",
    ),
    Mistake(
        "compares sizes",
        judging(lambda found, claimed: torch.allclose(found.abs(), claimed.abs(), 1e-3, 1e-5)),
        "A gradient of the wrong sign passes: are sizes compared in place of slopes?",
    ),
    Mistake(
        "sorts before it compares",
        judging(
            lambda found, claimed: torch.allclose(
                found.sort().values, claimed.sort().values, 1e-3, 1e-5
            )
        ),
        "Two exchanged entries are not found: each slope belongs to one parameter.",
    ),
    Mistake(
        "compares sums",
        judging(lambda found, claimed: torch.allclose(found.sum(), claimed.sum(), 1e-3, 1e-5)),
        "Two exchanged entries are not found: their sum is the same. Move one entry at a time.",
    ),
    Mistake(
        "compares norms",
        judging(lambda found, claimed: torch.allclose(found.norm(), claimed.norm(), 1e-3, 1e-5)),
        "Two lengths are compared, and a gradient of the wrong sign has the same length. Compare "
        "entry by entry.",
    ),
    Mistake(
        "compares directions",
        judging(lambda found, claimed: bool(F.cosine_similarity(found, claimed, dim=0) > 0.99999)),
        "The direction is not enough: with a single parameter every slope of the right sign "
        "passes. Compare entry by entry.",
    ),
    Mistake(
        "compares lengths",
        judging(
            lambda found, claimed: bool((found - claimed).norm() <= 1e-5 + 1e-3 * claimed.norm())
        ),
        "A wrong slope of 1.5 hides behind one of a million. Compare entry by entry.",
    ),
    Mistake(
        "compares lengths, relatively",
        judging(lambda found, claimed: bool((found - claimed).norm() / claimed.norm() < 1e-3)),
        "One length is compared with another, so that a wrong slope hides behind a large one; and "
        "where all slopes are 0 you divide by 0.",
    ),
    Mistake(
        "nan passes",
        judging(
            lambda found, claimed: not bool(((found - claimed).abs() > _allowed(claimed)).any())
        ),
        "nan passes: neither `>` nor `<=` holds for it. Ask whether all entries are close, and not "
        "whether one is far.",
    ),
    Mistake(
        "too large only",
        judging(lambda found, claimed: bool((claimed - found <= _allowed(claimed)).all())),
        "A slope that is claimed too small passes. What of the sign of the difference?",
    ),
    Mistake(
        "too small only",
        judging(lambda found, claimed: bool((found - claimed <= _allowed(claimed)).all())),
        "A slope that is claimed too large passes. What of the sign of the difference?",
    ),
    Mistake(
        "a tolerance with a sign",
        judging(
            lambda found, claimed: bool(((found - claimed).abs() <= 1e-5 + 1e-3 * claimed).all())
        ),
        "For negative slopes what you allow is negative, and so nothing passes. How large is a "
        "slope, without its sign?",
    ),
)

MISTAKES = _ALWAYS + _PARTS + TOLERANCES
