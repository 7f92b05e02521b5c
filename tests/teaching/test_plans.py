"""The plans in TEACHING.md name what their notebooks hold: sections, exercises, predictions.

The notebooks go on changing; a plan that has fallen behind sends a lecturer to the wrong place.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
NUMBER = r"\d+\.\d+"
EXERCISES = rf"exercises? {NUMBER}(?:(?:,| to| and) {NUMBER})*"


class Contents(NamedTuple):
    """What a plan may speak of. `predicted` are the sections that ask for a prediction."""

    heading: str
    question: str
    sections: list[str]
    exercises: list[str]
    predicted: set[str]


def contents(path: Path) -> Contents:
    cells = nbformat.read(path, 4).cells
    page = "\n".join(cell.source for cell in cells if cell.cell_type == "markdown")
    head, *parts = re.split(rf"^## ({NUMBER}) ", page, flags=re.M)
    bodies = dict(zip(parts[::2], parts[1::2], strict=True))
    heading, question = re.findall(r"^(?:# (.+)|\*\*(.+)\*\*)$", head, re.M)[:2]
    exercises = re.findall(rf"^### Exercise ({NUMBER}) ", page, re.M)
    predicted = {number for number, body in bodies.items() if "**Predict" in body}
    return Contents(heading[0], question[1], list(bodies), exercises, predicted)


def numbers(text: str, kind: str, known: list[str]) -> list[str]:
    """Return the numbers of sections or of exercises, with those between "4.7 to 4.9"."""
    parts = re.findall(EXERCISES, text) if kind == "exercise" else re.split(EXERCISES, text)
    found: list[str] = []
    for first, last in re.findall(rf"({NUMBER})(?: to ({NUMBER}))?", " ".join(parts)):
        whole = first in known and last in known
        found += known[known.index(first) : known.index(last) + 1] if whole else [first, last]
    return [number for number in found if number]


def bullets(plan: str, name: str) -> list[str]:
    return re.findall("^- (.+)$", plan.partition(f"**{name}")[2].partition("\n**")[0], re.M)


def faults(plan: str, book: Contents, minutes: int = 90, also: tuple[str, ...] = ()) -> list[str]:
    """Return what is wrong with a plan. `also` are numbers of another notebook that it may name."""
    plain = re.sub(r"`[^`]*`", "", plan)  # what students type is no number of a section
    rows = re.findall(r"^\| (\d+) \| (.+) \| (.+) \|$", plain, re.M)
    room = "\n".join(f"{what}; {where}" for _, what, where in rows)
    home = "".join(re.findall(r"^At home: (.+?)\.(?:\s|$)", plain, re.M))
    found = [] if plan.startswith(f"*{book.question}*") else ["question"]
    found += [] if sum(int(row[0]) for row in rows) == minutes else ["minutes"]
    found += [] if rows and rows[-1][1].startswith("closing") else ["closing"]
    for kind, known in (("section", book.sections), ("exercise", book.exercises)):
        everywhere, in_room, at_home = (numbers(part, kind, known) for part in (plain, room, home))
        found += [f"no {kind} {n}" for n in everywhere if n not in known and n not in also]
        found += [f"{kind} {n} twice or nowhere" for n in known if (n in in_room) == (n in at_home)]
    for name in ("Aims", "Predictions", "Wrong answers"):
        fewest = min(2, len(book.predicted)) if name == "Predictions" else 2
        found += [] if fewest <= len(bullets(plan, name)) <= 3 else [name]
    asked = [item.partition(" · ")[0] for item in bullets(plan, "Predictions")]
    return found + [
        f"no prediction in {number}" for number in asked if number not in book.predicted
    ]


BOOKS = [contents(path) for path in sorted((ROOT / "notebooks").glob("*.ipynb"))]
SECTION = (ROOT / "TEACHING.md").read_text(encoding="utf-8").partition("## Plans for ninety ")[2]
PARTS = re.split(r"^### (.+)\n+", SECTION, flags=re.M)[1:]
PLANS = dict(zip(PARTS[::2], PARTS[1::2], strict=True))

BOOK = Contents("99 · Tea", "How hot?", ["99.1", "99.2"], ["99.1"], {"99.1"})
PLAN = """*How hot?*
**Aims.**
- pour
- wait
| 80 | pour; exercise 99.1 | 99.1 |
| 10 | closing | – |
At home: 99.2.
**Predictions**
- 99.1 · Will it boil?
**Wrong answers**
- exercise 99.1, `0.5`: cold.
- exercise 99.1, `1.5`: cold as well.
"""
SPOILT = {
    "minutes": PLAN.replace("| 80 |", "| 70 |"),
    "closing": PLAN.replace("closing", "more"),
    "section 99.2 twice or nowhere": PLAN.replace("At home: 99.2.", ""),
    "no section 99.3": PLAN.replace("boil", "boil as in 99.3"),
    "no exercise 99.2": PLAN.replace("well", "well, as in exercise 99.2"),
    "no prediction in 99.2": PLAN.replace("- 99.1 ·", "- 99.2 ·"),
    "Aims": PLAN.replace("- wait\n", ""),
}


def test_every_notebook_has_a_plan_in_its_place() -> None:
    assert list(PLANS) == [book.heading for book in BOOKS]


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.heading[:2])
def test_a_plan_fits_its_notebook(book: Contents) -> None:
    opening = {"00": (15, ()), "01": (90, (*BOOKS[0].sections, *BOOKS[0].exercises))}
    assert faults(PLANS[book.heading], book, *opening.get(book.heading[:2], ())) == []


@pytest.mark.parametrize("fault", ["", *SPOILT])
def test_a_planted_fault_is_found(fault: str) -> None:
    assert faults(SPOILT.get(fault, PLAN), BOOK) == [fault] * bool(fault)
