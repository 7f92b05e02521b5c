"""The words of the exercises: those of the page, and no solution among them."""

import re

import pytest

from course_utils.checks import judge
from course_utils.exercises import Exercise, all_exercises, load

EXERCISES = [e for e in all_exercises() if e.number < "2"]


def texts_of(exercise: Exercise) -> list[str]:
    return [
        exercise.title,
        exercise.learned,
        *(case.text for case in exercise.cases),
        *(mistake.hint for mistake in exercise.mistakes),
    ]


@pytest.mark.parametrize("exercise", EXERCISES, ids=[e.number for e in EXERCISES])
def test_the_words_are_those_that_the_page_has_taught(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        # A failing program and two names of losses are the only errors; the page says "miss".
        rest = re.sub(r"(squared|absolute) error|an error", "", text)
        assert not re.search(r"dimension|operand|\berrors?\b|Error|dŷ", rest), text
        if exercise.number < "1.5":
            assert "derivative" not in text


def test_hints_point_the_way_and_do_not_walk_it() -> None:
    spoilers = {
        "0.1": r"\blen|how long|shape|numel",
        "1.1": r"5/3|1\.666|1\.667",
        "1.2": r"\*\*|two characters|t_u \*=",
        "1.3": r"\(11, 11\)|11 × 11",
    }
    for number, spoiler in spoilers.items():
        for mistake in load(number).mistakes:
            assert not re.search(spoiler, mistake.hint), mistake.hint


def test_findings_about_a_loss_read_as_sentences_do() -> None:
    absolute = judge(load("1.6"), lambda y_hat, y: (y_hat - y).abs().mean()).text
    assert (
        "  Wanted: at least 3 times as much\n  Got:    2.0 times as much (0.02 against 0.01)\n"
        in absolute
    )
    signed = judge(load("1.6"), lambda y_hat, y: (y_hat - y).mean()).text
    assert "  Wanted: a positive number\n  Got:    a negative number\n" in signed
    counting = judge(load("1.6"), lambda y_hat, y: ((y_hat - y).abs() > 1).float().mean()).text
    assert "  Wanted: a positive number\n  Got:    zero\n" in counting
    listed = judge(load("1.6"), lambda y_hat, y: (y_hat - y).abs().tolist()).text
    assert "  Wanted: one number\n  Got:    a list of 3 entries" in listed
    forgot = judge(load("1.6"), lambda y_hat, y: [y_hat - y, None][1]).text
    assert "Wanted one number, got None: a function that ends without `return`" in " ".join(
        forgot.split()
    )
