"""The measures of a notebook: words, cells, sections, and the reading time that follows from them.

`python -m tests.notebook_checker.measures [notebooks]` prints them, with what is not plain.
"""

import re
import sys
from pathlib import Path
from typing import NamedTuple

from nbformat import NotebookNode

from tests.notebook_checker.cells import headings, read_notebook, tags
from tests.notebook_checker.exercises import ROLES
from tests.notebook_checker.plain import names_bound_twice, plain_complaints

ROOT = Path(__file__).resolve().parents[2]
MOST_WORDS, MOST_CELLS, MOST_SECTIONS = 4_000, 32, 13
WORDS_A_MINUTE, MINUTES_A_CELL, MINUTES_AN_EXERCISE = 150, 1, 8
ROUNDED = 10  # minutes by which the stated time may be off
STATED = re.compile(r"reading time:\D*(?:(\d+) h(?:ours?)?\D*)?(?:(\d+) min)?", re.IGNORECASE)


class Measures(NamedTuple):
    """How long a notebook is: words of prose, code cells without exercises, sections, exercises."""

    words: int
    cells: int
    sections: int
    exercises: int

    @property
    def minutes(self) -> int:
        """The time it takes to read, run and solve."""
        reading = self.words / WORDS_A_MINUTE + self.cells * MINUTES_A_CELL
        return round(reading + self.exercises * MINUTES_AN_EXERCISE)


def measure(notebook: NotebookNode) -> Measures:
    """Return the measures of a notebook. A word is what stands between blanks in a text cell."""
    texts = [cell.source for cell in notebook.cells if cell.cell_type == "markdown"]
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    titles = [title for cell in notebook.cells for title in headings(cell)]
    return Measures(
        words=sum(len(text.split()) for text in texts),
        cells=len([cell for cell in code if not set(tags(cell)) & set(ROLES)]),
        sections=len([title for title in titles if re.match(r"## \d", title)]),
        exercises=len([cell for cell in code if "exercise" in tags(cell)]),
    )


def measure_complaints(notebook: NotebookNode) -> list[str]:
    """Return a sentence for each measure that a notebook exceeds, and for a wrong reading time."""
    found = measure(notebook)
    complaints = [
        f"the notebook has {got:,} {what}: at most {most:,}."
        for got, most, what in (
            (found.words, MOST_WORDS, "words of prose"),
            (found.cells, MOST_CELLS, "code cells without the exercises"),
            (found.sections, MOST_SECTIONS, "numbered sections"),
        )
        if got > most
    ]
    stated = STATED.search(notebook.cells[0].source) if notebook.cells else None
    minutes = 60 * int(stated[1] or 0) + int(stated[2] or 0) if stated else 0
    if abs(minutes - found.minutes) > ROUNDED:
        complaints.append(
            f"the first cell must say `Reading time: {found.minutes} minutes` or about as much, "
            f"got {minutes or 'none'}."
        )
    return complaints


def main(arguments: list[str]) -> None:
    """Print a line of measures for each notebook, and the complaints for those that are named."""
    paths = [Path(name) for name in arguments] or sorted((ROOT / "notebooks").glob("*.ipynb"))
    print("notebook, words, cells, sections, exercises, minutes, hard places, names bound twice")
    for path in paths:
        notebook = read_notebook(path)
        names = names_bound_twice(notebook)
        plain = plain_complaints(notebook, int(path.name[:2]))
        found = measure(notebook)
        print(path.stem, *found, found.minutes, len(plain) - len(names), len(names), sep=", ")
        for complaint in measure_complaints(notebook) + plain if arguments else []:
            print(f"- {complaint}")


if __name__ == "__main__":
    main(sys.argv[1:])
