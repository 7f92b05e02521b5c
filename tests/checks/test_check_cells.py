"""What a check shows in a cell of a real IPython shell."""

from collections.abc import Callable

from course_utils.checks import judge
from course_utils.exercises import load


def test_a_wrong_answer_in_a_cell_shows_the_block_and_nothing_else(
    run_cell: Callable[[str], str],
) -> None:
    shown = run_cell('check("1.2", (11, 1))\nprint("went on")')
    told, way_on = shown.strip().split("\n  Change the answer")
    assert told == judge(load("1.2"), (11, 1)).text
    assert "Run → Run Selected Cell and All Below" in way_on


def test_the_line_of_a_cell_is_shown(run_cell: Callable[[str], str]) -> None:
    run_cell("def average(values):\n    v = values\n    return v ^ 2")
    shown = run_cell('check("0.1", average)')
    assert "\n  At:     line 3: return v ^ 2\n" in shown
    assert "Traceback" not in shown


def test_an_untouched_stub_in_a_cell_lets_the_cell_go_on(run_cell: Callable[[str], str]) -> None:
    shown = run_cell('def average(values):\n    ...\ncheck("0.1", average)\nprint("went on")')
    assert shown == "· 0.1 · not attempted yet\nwent on\n"


def test_an_unknown_number_in_a_cell_is_one_block(run_cell: Callable[[str], str]) -> None:
    shown = run_cell('check("8.88", 1)')
    assert shown.startswith("✗ wanted the number of an exercise in quotes")
    assert len(shown.splitlines()) == 1
    assert "Run Selected Cell" not in shown
