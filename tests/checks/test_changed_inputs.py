"""Noticing that an answer changes what it was given."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from course_utils.checks.trials import _MOST_CALLS_WATCHED, try_answer


def add_in_place(x: Tensor) -> Tensor:
    x += 1
    return x


def resize(x: Tensor) -> Tensor:
    return x.unsqueeze_(0)


def append(x: list[float]) -> list[float]:
    x.append(1.0)
    return x


def fill_array(x: np.ndarray) -> float:
    x[:] = 1
    return 1.0


def train(model: nn.Linear) -> float:
    nn.init.constant_(model.weight, 9.0)
    return 1.0


def overwrite(x: dict[str, Tensor]) -> float:
    x["a"].zero_()
    return 1.0


@pytest.mark.parametrize(
    ("answer", "given"),
    [
        (add_in_place, torch.zeros(3)),
        (resize, torch.zeros(1)),
        (append, [2.0]),
        (append, []),
        (fill_array, np.zeros(2)),
        (train, nn.Linear(2, 1)),
        (overwrite, {"a": torch.ones(2)}),
    ],
)
def test_changed_inputs_are_noticed_and_the_originals_kept(answer: Any, given: Any) -> None:
    before = repr(given.state_dict() if isinstance(given, nn.Module) else given)
    assert try_answer(answer, (given,)).changed
    assert repr(given.state_dict() if isinstance(given, nn.Module) else given) == before


def test_an_input_that_is_not_a_number_counts_as_unchanged() -> None:
    given = (torch.tensor([float("nan"), 1.0]), [float("nan")], {"a": (1, "b")})
    assert not try_answer(lambda *_: 1.0, given).changed


@pytest.mark.parametrize(("calls", "noticed"), [(_MOST_CALLS_WATCHED, True), (100, False)])
def test_only_the_first_calls_of_a_question_are_watched(calls: int, noticed: bool) -> None:
    # A copy of the arguments is made for each: a question with a thousand calls must stay cheap.
    def changes_at_last(x: Tensor) -> Tensor:
        changes_at_last.calls += 1  # type: ignore[attr-defined]
        return x.add_(1) if changes_at_last.calls == calls else x  # type: ignore[attr-defined]

    def ask_often(answer: Any) -> float:
        return sum(answer(torch.zeros(1)).item() for _ in range(calls))

    changes_at_last.calls = 0  # type: ignore[attr-defined]
    assert bool(try_answer(changes_at_last, (), ask_often).changed) == noticed
