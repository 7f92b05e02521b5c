"""Telling a stub that nobody has touched from an answer."""

from typing import Any

import pytest
import torch
from torch import Tensor, nn

from course_utils.checks.trials import is_untouched, try_answer


def stub() -> None: ...


def stub_with_words(x: float) -> None:
    """Return something."""
    ...  # noqa: PIE790 - a stub as the notebooks have it


def stub_with_pass(x: float, y: int = 2) -> None:
    pass


class EmptyModel(nn.Module): ...


class EmptyMethods(nn.Module):
    """Something to fill in."""

    def forward(self, x: Tensor) -> Tensor: ...  # type: ignore[empty-body]


class HalfModel(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.layer = nn.Linear(1, 1)

    def forward(self, x: Tensor) -> Tensor: ...  # type: ignore[empty-body]


class Layers(nn.Sequential):
    pass


class Constants:
    rate = 3


UNTOUCHED = [
    ...,
    stub,
    stub_with_words,
    stub_with_pass,
    lambda x: None,
    lambda x: ...,
    EmptyModel,
    EmptyModel(),
    EmptyMethods,
    EmptyMethods(),
    HalfModel(),
]
TOUCHED = [
    None,
    0,
    "",
    lambda x: 0,
    lambda x: x,
    lambda x: [None],
    lambda x: max(x, None),
    nn.Linear(1, 1),
    Layers(nn.Linear(1, 1)),
    Constants,
    torch.zeros(0),
    abs,
]


@pytest.mark.parametrize("answer", UNTOUCHED, ids=range(len(UNTOUCHED)))
def test_a_stub_is_not_attempted(answer: Any) -> None:
    assert is_untouched(answer)
    assert try_answer(answer, (1.0,)).kind == "not attempted"


@pytest.mark.parametrize("answer", TOUCHED, ids=range(len(TOUCHED)))
def test_anything_else_is_attempted(answer: Any) -> None:
    assert not is_untouched(answer)


def test_three_dots_left_in_the_middle_are_not_attempted() -> None:
    def half_done(x: float) -> Any:
        result = ...
        return result  # noqa: RET504

    assert try_answer(half_done, (1.0,)).kind == "not attempted"
    assert try_answer(half_done, (1.0,), lambda answer, x: 2 * answer(x)).kind == "not attempted"
