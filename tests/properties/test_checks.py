"""Checks, hints and progress, with any number of an exercise and any answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.checks import (
    CheckError,
    Verdict,
    check,
    hint,
    judge,
    outcomes,
    progress,
    solution,
)
from course_utils.exercises import load
from tests.properties.promises import attempt
from tests.properties.strategies import BAD_NUMBERS, NO_TENSORS, anything, reproducible

CAME = r"\bgot\b|^✗ .*"
NO_EXERCISES = st.one_of(
    st.text(max_size=6), st.sampled_from([*BAD_NUMBERS, *NO_TENSORS]), st.just("99.1")
)


@pytest.fixture(autouse=True)
def own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No learner's progress is touched."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        patch.delenv("COURSE_PROGRESS", raising=False)
        yield


@given(NO_EXERCISES)
@reproducible(60)
def test_what_is_no_exercise_is_told(number: Any) -> None:
    for function in (hint, solution, lambda number: check(number, 1)):
        outcome = attempt(function, number, documented_by=check)
        assert isinstance(outcome.error, CheckError)
        assert len(str(outcome.error)) < 1000


@given(st.one_of(st.integers(-1, 5), st.sampled_from([*BAD_NUMBERS, *NO_TENSORS])))
@reproducible(40)
def test_a_step_of_a_hint_is_shown_or_told(step: Any) -> None:
    most = len(load("1.1").hints)
    is_step = type(step) is int and 1 <= step <= most
    assert (attempt(hint, "1.1", step).error is None) == is_step


@pytest.mark.parametrize("number", ["1.1", "1.2", "3.1", "9.1"])
@given(answer=st.one_of(anything(), st.sampled_from([print, len, dict, lambda: 3, lambda *a: a])))
@reproducible(15)
def test_any_answer_gets_a_verdict(number: str, answer: Any) -> None:
    exercise = load(number)
    verdict = attempt(judge, exercise, answer).value
    assert isinstance(verdict, Verdict)
    assert verdict.kind in ("right", "wrong", "open")
    assert verdict.text
    found = attempt(outcomes, exercise, answer).value
    assert len(found) == len(exercise.cases)
    outcome = outcome_of_check(number, answer)
    assert isinstance(outcome, CheckError) == (verdict.kind == "wrong")


def outcome_of_check(number: str, answer: Any) -> Exception | None:
    try:
        check(number, answer, remember=False)
    except CheckError as error:
        return error
    return None


@given(st.lists(st.sampled_from(["1.1", "1.2", "2.1", "7.3"]), max_size=4))
@reproducible(15)
def test_what_is_remembered_is_shown_until_it_is_forgotten(numbers: list[str]) -> None:
    progress.forget()
    for number in numbers:
        assert attempt(progress.remember, number).value == ""
    assert attempt(progress.solved).value == set(numbers)
    assert attempt(progress.show).error is None
    assert attempt(progress.forget).value == len(set(numbers))
    assert progress.solved() == set()
