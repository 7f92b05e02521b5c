"""The numbers in the text cells of a notebook must be numbers that its cells show."""

import re
from collections.abc import Iterator

from nbformat import NotebookNode

from tests.notebook_checker.cells import named_cells
from tests.notebook_checker.numerals import Number, find_numbers, supports
from tests.notebook_checker.outputs import PICTURES, parts

FEWEST_DIGITS = 3
NOT_SHOWN = ("image/svg+xml", *PICTURES)  # the coordinates of a drawing support no claim

# What is no claim: where a link leads, the tags of HTML, and numbers that only name a place.
# "Sections 1.10, 1.11 and 1.12" is one reference; `#0072B2` and `float32` hold no quantity.
_PLACE = r"(?:section|exercise|chapter|notebook|figure|equation|table|page)"
_NUMBER = r"\(?\d+(?:\.\d+)*\)?(?:\s*[–-]\s*\d+(?:\.\d+)*)?"
_MORE = r"(?:(?:\s*(?:,|and|or|to)\s*)+\(?\d{1,2}\.\d{1,2}\)?(?![\d.]*\d))*"
NO_CLAIM = re.compile(
    rf"""
      \]\([^)\s]*(?:\s+"[^"]*")?\)          # [text](where it leads "title")
    | ^\s*\[[^\]]+\]:\s*\S+                 # [name]: where it leads
    | \b(?:https?|ftp)://[^\s)>\]]+ | \bwww\.[^\s)>\]]+
    | \b(?:doi|arxiv|isbn)[:\s]\s*[\w./()-]+ | \b10\.\d{{4,}}/\S+
    | </?[A-Za-z][^<>]*> | <!--.*?-->
    | \#[0-9A-Fa-f]{{3,8}}\b
    | \b{_PLACE}[\s~]+{_NUMBER} | \b{_PLACE}s[\s~]+{_NUMBER}{_MORE} | §+\s*{_NUMBER}
    | \b(?:eqs?|pp?)\.[\s~]*{_NUMBER}
    | \b\d+(?:\.\d+){{2,}}\b                # a version
    | ^\#+\s+(?:exercise\s+)?\d+(?:\.\d+)*  # the number of a heading
    | (?<![\\\w])[A-Za-z_]\w*\d\w*\b        # an identifier, but not \times10
    """,
    re.VERBOSE | re.IGNORECASE | re.MULTILINE | re.DOTALL,
)


def unsupported_numbers(notebook: NotebookNode) -> list[str]:
    """Return a sentence for each number in a text cell that nothing in the notebook supports.

    Asked of numbers with three or more significant digits. They must appear, to the digits quoted,
    in an output, in the source of a code cell, or in the notebook's metadata `course.constants`.
    """
    constants = notebook.metadata.get("course", {}).get("constants", {})
    shown = [number for text in _shown(notebook) for number in _all_readings(text)]
    listed = [number for text in constants for number in find_numbers(text)]
    complaints = []
    for place, cell in named_cells(notebook):
        for number in quoted_numbers(cell.source) if cell.cell_type == "markdown" else []:
            if not any(supports(candidate, number) for candidate in [*shown, *listed]):
                complaints.append(f"{place}: {_complaint(number, shown)}")
    return complaints


def quoted_numbers(markdown: str) -> list[Number]:
    """Return the numbers with three or more significant digits that a text cell claims.

    >>> [number.text for number in quoted_numbers("See section 1.10: `5_883.4`, not 5.9 (float64)")]
    ['5_883.4']
    """
    claims = NO_CLAIM.sub(" § ", markdown)
    return [number for number in find_numbers(claims) if number.digits >= FEWEST_DIGITS]


def _shown(notebook: NotebookNode) -> Iterator[str]:
    """Give the sources of all code cells and the texts of all their outputs."""
    for cell in notebook.cells:
        if cell.cell_type == "code":
            yield cell.source
            yield from (
                part.text for part in parts(cell.outputs) if not part.name.endswith(NOT_SHOWN)
            )


def _all_readings(text: str) -> list[Number]:
    """Return the numbers of a text, with `1,234` read as one number and as two."""
    apart = re.sub(r"(?<=\d),(?=\d)", ", ", text)
    return find_numbers(text) + (find_numbers(apart) if apart != text else [])


def _complaint(number: Number, shown: list[Number]) -> str:
    """Say what is wrong with a number, and which shown one comes nearest."""
    nearest = min(
        shown, key=lambda candidate: abs(abs(candidate.value) - abs(number.value)), default=None
    )
    near = f"the nearest number there is {nearest.text}" if nearest else "they hold no number"
    return (
        f"{number.text} stands in no output and no source of this notebook; {near}. Show it, "
        "correct it, or list it with its source in the notebook's metadata `course.constants`."
    )
