"""The fold below a figure, which holds its words: how to know it, and what it says.

`course_utils.figures` stores a figure as two outputs: the picture with one line of text, its
headline, and directly below it the fold as HTML.
"""

import html
import re
from collections.abc import Sequence
from itertools import zip_longest

from nbformat import NotebookNode

HTML = "text/html"
IN_WORDS = "in words"  # the kind under which the words of a fold are compared and reported
FOLD = re.compile(
    r'<details class="figure-in-words">.*?<pre[^>]*>\n?(?P<words>.*)</pre></details>\s*', re.DOTALL
)
HEADLINE = re.compile(r"(?:Plot|Figure)\b.*")  # one line; a picture with more describes itself


def words_of(output: NotebookNode | None) -> str | None:
    """Return the words of a fold, without tags and as they were before HTML; None for the rest."""
    found = _fold(output)
    return found and html.unescape(re.sub(r"<[^>]*>", "", found["words"]))


def folds_missing(outputs: Sequence[NotebookNode], pictures: Sequence[str]) -> int:
    """Return how many figures, known by picture and headline, have no words directly below them."""
    missing = 0
    for output, below in zip_longest(outputs, outputs[1:]):
        data = output.get("data", {})
        is_figure = HEADLINE.fullmatch(data.get("text/plain", "").strip())
        if is_figure and any(kind in data for kind in pictures):
            missing += not (words_of(below) or "").strip()
    return missing


def rewrap(stored: NotebookNode, came: NotebookNode) -> None:
    """Give a stored fold the form of one that came; its words stay."""
    old, new = _fold(stored), _fold(came)
    if old and new:
        start, end = new.span("words")
        stored.data = NotebookNode(came.data)
        stored.data[HTML] = new.string[:start] + old["words"] + new.string[end:]


def _fold(output: NotebookNode | None) -> re.Match[str] | None:
    shown = output.get("data", {}) if output else {}
    return FOLD.fullmatch(shown.get(HTML, ""))
