"""Hints in steps, and solutions, as a learner calls them."""

import ast
from collections.abc import Callable

import pytest

from course_utils.checks import CheckError, hint, solution
from course_utils.exercises import all_exercises, load, solution_of

EXERCISES = {exercise.number: exercise for exercise in all_exercises()}


def test_hints_come_one_after_the_other(capsys: pytest.CaptureFixture[str]) -> None:
    hint("0.1")
    first = capsys.readouterr().out
    assert first.startswith("Hint 1 of 3 for 0.1 · An average of your own\n")
    assert 'hint("0.1", 2) says more.' in first
    hint("0.1", 3)
    last = capsys.readouterr().out
    assert "the last one" in last
    assert 'solution("0.1")' in last
    assert max(map(len, (first + last).splitlines())) <= 92


@pytest.mark.parametrize("step", [0, 4, -1, True, "2", 1.5, None])
def test_a_step_that_there_is_not_is_told(step: object) -> None:
    with pytest.raises(CheckError, match="wanted a step from 1 to 3; got "):
        hint("0.1", step)  # type: ignore[arg-type]


@pytest.mark.parametrize("number", ["8.88", 1.2, "", "one", None])
def test_a_number_that_is_no_exercise_is_told(number: object) -> None:
    for call in (hint, solution):
        with pytest.raises(CheckError, match="wanted the number of an exercise in quotes"):
            call(number)  # type: ignore[arg-type]


def test_a_solution_is_shown_as_python(
    run_cell: Callable[[str], str], capsys: pytest.CaptureFixture[str]
) -> None:
    solution("0.1")
    source = solution_of("0.1")
    assert capsys.readouterr().out == f"A solution of 0.1 · An average of your own\n\n{source}\n"
    run_cell("from course_utils.checks import solution")
    assert source in run_cell('solution("0.1")')


@pytest.mark.parametrize("number", EXERCISES)
def test_every_exercise_has_a_name_hints_and_one_solution(number: str) -> None:
    exercise = EXERCISES[number]
    assert exercise.name.isidentifier()
    assert 1 <= len(exercise.hints) <= 3
    assert len(set(exercise.hints)) == len(exercise.hints)
    source = solution_of(number)
    ast.parse(source)
    assert exercise.name in source
    if callable(exercise.reference):
        assert exercise.reference.__module__.endswith(".solutions")
        assert exercise.reference.__qualname__ == exercise.name


@pytest.mark.parametrize("number", EXERCISES)
def test_a_hint_does_not_say_the_answer(number: str) -> None:
    """The last line of code of a solution stands in no hint, nor does the value asked for."""
    exercise = load(number)
    last = solution_of(number).splitlines()[-1].partition("  #")[0].strip().removeprefix("return ")
    said = " ".join(exercise.hints)
    assert len(last) < 8 or last not in said
    if not callable(exercise.reference):
        assert last.partition(" = ")[2] not in said
