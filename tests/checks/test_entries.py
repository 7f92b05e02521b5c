"""What is said of one entry of a row, in exercises that know nothing of the mistake."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from course_utils.checks import judge
from course_utils.exercises import Case, Exercise
from tests.checks.test_detectors import hint


@pytest.mark.parametrize(
    ("answer", "wanted"),
    [
        (lambda X: (X.sum(dim=0), X), "Entry 1: 2 times too large"),
        (lambda X: (X.mean(dim=0), 2 * X), "Entry 2: twice"),
        (lambda X: (X.mean(dim=0),), ""),
        (lambda X: (X.mean(dim=0), X.cos()), ""),
    ],
)
def test_the_first_entry_that_is_off_is_named(answer: Callable[[Tensor], Any], wanted: str) -> None:
    said = hint(lambda X: (X.mean(dim=0), X), answer)
    assert wanted in said
    assert ("Entry" in said) == bool(wanted)


def test_whole_numbers_are_right_where_only_numbers_count() -> None:
    wanted = (torch.tensor([1.0, 2.0]), torch.tensor([3.0, 4.0]), torch.tensor([5.0, 6.0]))
    toy = Exercise("7.1", "A toy", "build", "toys", (Case("the tensors", ()),), wanted, (), ())
    answer = (torch.tensor([1, 2]), torch.tensor([3.0, 5.0]), torch.tensor([5.0, 6.0]))
    assert "Right: entries 1 and 3. Not right: entry 2." in judge(toy, answer).text


def test_one_number_is_not_too_few_where_one_is_wanted() -> None:
    said = hint(lambda X: X.sum().reshape(1), lambda X: X.max())
    assert "One number came" not in said
    assert "One number came" in hint(lambda X: X.sum(dim=0), lambda X: X.max())
