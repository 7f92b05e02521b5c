"""Prints of an answer do not drown the verdict, and nobody waits for the keyboard."""

from typing import Any

import pytest

from course_utils.checks import judge
from course_utils.checks.trials import try_answer
from course_utils.exercises import Case, Exercise, Mistake

CASES = (Case("a", (1.0,)), Case("b", (2.0,)))
TOY = Exercise("7.1", "A toy", "build", "toys", CASES, lambda x: x, (), ())


def chatty(lines: int, end: str = "\n") -> Any:
    def answer(x: float) -> float:
        for i in range(lines):
            print(f"line {i}", end=end)
        return x

    return answer


def test_twenty_lines_are_shown_and_the_rest_is_counted(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert judge(TOY, chatty(100)).kind == "right"
    shown = capsys.readouterr().out.splitlines()
    assert shown[:20] == [f"line {i}" for i in range(20)]
    assert shown[20:] == ["  … and 180 more lines that your answer printed"]


def test_few_lines_are_shown_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    judge(TOY, chatty(3))
    assert capsys.readouterr().out == "line 0\nline 1\nline 2\n" * 2


def test_a_line_that_is_not_ended_ends_before_the_verdict(
    capsys: pytest.CaptureFixture[str],
) -> None:
    judge(TOY, chatty(1, end=""))
    assert capsys.readouterr().out == "line 0line 0\n"


def test_known_mistakes_and_the_solution_print_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def loud(x: float) -> float:
        print("ours")
        return x

    mistakes = (Mistake("loud", lambda x: loud(x) + 1, "One too many."),)
    toy = Exercise("7.1", "A toy", "build", "toys", CASES, loud, (), mistakes)
    assert "One too many." in judge(toy, lambda x: x + 1).text
    assert capsys.readouterr().out == ""


def test_input_is_refused_in_a_sentence() -> None:
    outcome = try_answer(lambda: input("How many? "))
    assert outcome.error.startswith("NobodyAnswersError: input() waits for somebody to type")
    text = " ".join(judge(TOY, lambda x: float(input())).text.split())
    assert "take what you need from the arguments" in text
