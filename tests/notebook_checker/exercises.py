"""The four cells of each exercise: task, stub, check and solution."""

import ast
import re
from collections.abc import Iterator
from typing import NamedTuple

from nbformat import NotebookNode

from tests.notebook_checker.cells import headings, named_cells, output_texts, tags

ROLES = ("exercise", "check", "solution")
TASK = re.compile(r"### Exercise (\d+\.\d+)\b")
UNTOUCHED = "not attempted yet"
FEWEST_EXERCISES = 5


class Check(NamedTuple):
    """One call of `check`: the exercise, the name of the answer, and whether it is remembered."""

    number: str
    answer: str
    remembers: bool


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
        complaints += _four_cells(number, cells[place + 1 : place + 4])
    inside = {place + step for place in starts for step in (1, 2, 3)}
    for place, (name, cell) in enumerate(cells):
        role = next((role for role in ROLES if role in tags(cell)), None)
        if role and place not in inside:
            complaints.append(
                f"{name} is tagged {role} and belongs to no exercise: put the task, the stub, the "
                "check and the solution into four neighbouring cells."
            )
    return complaints


def _task(cell: NotebookNode) -> str | None:
    """Return the number of the exercise that a text cell sets."""
    found = [match for title in headings(cell) if (match := TASK.match(title))]
    return found[0][1] if found else None


def _four_cells(number: str, cells: list[tuple[str, NotebookNode]]) -> Iterator[str]:
    """Complain of the three code cells that follow the task of one exercise."""
    roles = [next((role for role in ROLES if role in tags(cell)), "no tag") for _, cell in cells]
    if roles != list(ROLES):
        yield (
            f"exercise {number}: after the task must come cells tagged exercise, check, solution, "
            f"got {', '.join(roles) or 'nothing'}."
        )
        return
    (check_name, check), (solution_name, solution) = cells[1:]
    tried, solved = _checks(check), _checks(solution)
    for name, calls in ((check_name, tried), (solution_name, solved)):
        if [call.number for call in calls] != [number]:
            got = ", ".join(f'check("{call.number}", …)' for call in calls) or "no call of check"
            yield f'{name} must call check("{number}", …) once, got {got}.'
    if any(call.remembers for call in solved):
        yield f"{solution_name}: the check of a solution must say remember=False."
    if {call.answer for call in tried} & {call.answer for call in solved}:
        yield f"{solution_name}: the solution must have another name than the reader's answer."
    if not solution.metadata.get("jupyter", {}).get("source_hidden"):
        yield f"{solution_name}: the solution must be folded (metadata jupyter.source_hidden)."
    if not any(UNTOUCHED in text for text in output_texts(check)):
        yield f'{check_name} must store "{UNTOUCHED}": leave the stub of {number} untouched.'


def _checks(cell: NotebookNode) -> list[Check]:
    """Return the calls of `check` in a cell; a cell that is no plain Python has none."""
    try:
        tree = ast.parse(cell.source)
    except SyntaxError:
        return []
    calls = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "check" and node.args:
            number = ast.literal_eval(node.args[0]) if _is_text(node.args[0]) else "?"
            answer = ast.unparse(node.args[1]) if len(node.args) > 1 else ""
            forgets = any(
                word.arg == "remember" and ast.unparse(word.value) == "False"
                for word in node.keywords
            )
            calls.append(Check(number, answer, not forgets))
    return calls


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)
