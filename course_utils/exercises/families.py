"""What a whole family of wrong answers has in common, for hints that fit all of it.

A case may ask where an answer first leaves the right track, and `AS_IT_SHOULD_BE` is what is
wanted. A mistake made by `saying` is right in all other cases, so that it stands for all answers
that leave the track at that place.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Mistake

AS_IT_SHOULD_BE = "nothing"


def saying(reference: Callable, place: str, hint: str) -> Mistake:
    """Return the mistake of all answers that leave the right track at this place."""

    @functools.wraps(reference)
    def answer(*args: Any) -> Any:
        return reference(*args)

    answer.place = place  # type: ignore[attr-defined]
    return Mistake(f"family: {place}", answer, hint)


def place_of(answer: Callable, find: Callable[[], str]) -> tuple[str, str]:
    """Return the place that an answer of `saying` stands for, and else what `find` finds.

    It is a pair, because a mistake that differs in one entry of a row is taken for a partial one.
    """
    known: str | None = getattr(answer, "place", None)
    return "goes astray at", known if known else find()


def near(one: Any, other: Any) -> bool:
    """Say whether two results of an answer are tensors of one shape with about the same numbers."""
    if not isinstance(one, Tensor) or not isinstance(other, Tensor) or one.shape != other.shape:
        return False
    mine, its = one.detach().double(), other.detach().double()
    return torch.allclose(mine, its, rtol=1e-3, atol=1e-5)


def same_line(one: Any, other: Any) -> bool:
    """Say whether two tensors point along one line, forwards or backwards, and neither is 0."""
    if not isinstance(one, Tensor) or not isinstance(other, Tensor) or one.shape != other.shape:
        return False
    mine, its = one.detach().double(), other.detach().double()
    lengths = float(mine.norm() * its.norm())
    return lengths > 0 and abs(float(mine @ its)) > (1 - 1e-5) * lengths
