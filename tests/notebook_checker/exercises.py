"""The three cells of each exercise: task, stub and check, with help below the check."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from nbformat import NotebookNode

from tests.notebook_checker.cells import headings, named_cells, output_texts, tags

ROLES = ("exercise", "check")
TASK = re.compile(r"### Exercise (\d+\.\d+)\b")
UNTOUCHED = "not attempted yet"
FEWEST_EXERCISES = 5


class Check(NamedTuple):
    """One call of `check`: the exercise, and the name of the answer."""

    number: str
    answer: str


def exercise_complaints(notebook: NotebookNode, chapter: int) -> list[str]:
    """Return a sentence for each exercise that is incomplete, out of order or misnumbered.

    Chapter 0 explains how exercises work and needs none of its own.
    """
    cells = named_cells(notebook)
    complaints: list[str] = []
    starts = {place: number for place, (_, cell) in enumerate(cells) if (number := _task(cell))}
    if chapter and len(starts) < FEWEST_EXERCISES:
        complaints.append(
            f"the notebook must have at least {FEWEST_EXERCISES} exercises, got {len(starts)}."
        )
    in_order = True
    for count, (place, number) in enumerate(starts.items(), start=1):
        if number != f"{chapter}.{count}" and in_order:
            in_order = False  # all later ones are off by the same
            complaints.append(
                f"{cells[place][0]}: the exercise must be numbered {chapter}.{count}, got {number}."
            )
        complaints += _cells_of(number, cells[place + 1 : place + 3])
    inside = {place + step for place in starts for step in (1, 2)}
    for place, (name, cell) in enumerate(cells):
        role = next((role for role in ROLES if role in tags(cell)), None)
        if role and place not in inside:
            complaints.append(
                f"{name} is tagged {role} and belongs to no exercise: put the task, the stub "
                "and the check into three neighbouring cells."
            )
    return complaints


def _task(cell: NotebookNode) -> str | None:
    """Return the number of the exercise that a text cell sets."""
    found = [match for title in headings(cell) if (match := TASK.match(title))]
    return found[0][1] if found else None


def _cells_of(number: str, cells: list[tuple[str, NotebookNode]]) -> Iterator[str]:
    """Complain of the two code cells that follow the task of one exercise."""
    roles = [next((role for role in ROLES if role in tags(cell)), "no tag") for _, cell in cells]
    if roles != list(ROLES):
        yield (
            f"exercise {number}: after the task must come cells tagged exercise, check, "
            f"got {', '.join(roles) or 'nothing'}."
        )
        return
    name, check = cells[1]
    calls = checks_in(check)
    if [call.number for call in calls] != [number]:
        got = ", ".join(f'check("{call.number}", …)' for call in calls) or "no call of check"
        yield f'{name} must call check("{number}", …) once, got {got}.'
    lines = [line.removeprefix("#").strip() for line in check.source.splitlines()[1:]]
    if lines != [f'hint("{number}")', f'solution("{number}")']:
        yield (
            f'{name}: below the check must stand `# hint("{number}")` and '
            f'`# solution("{number}")`, got {lines}.'
        )


def unfinished_exercises(notebook: NotebookNode) -> Iterator[str]:
    """Say which exercises are no longer as a learner should find them: solved, or with help."""
    for name, cell in named_cells(notebook):
        if "check" in tags(cell):
            helped = re.findall(r"^(?:hint|solution)\(.*", cell.source, re.MULTILINE)
            for call in helped:
                yield f"{name}: put a # before {call} again."
            untouched = any(UNTOUCHED in text for text in output_texts(cell))
            if checks_in(cell) and not untouched:
                number = checks_in(cell)[0].number
                yield f'{name} must store "{UNTOUCHED}": leave the stub of {number} untouched.'


def checks_in(cell: NotebookNode) -> list[Check]:
    """Return the calls of `check` in a cell; a cell that is no plain Python has none."""
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return []
    calls = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "check" and node.args:
            number = ast.literal_eval(node.args[0]) if _is_text(node.args[0]) else "?"
            calls.append(Check(number, ast.unparse(node.args[1]) if len(node.args) > 1 else ""))
    return calls


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
