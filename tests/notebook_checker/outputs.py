"""Compares the outputs of a cell: what counts, what is cleaned first and what is left out.

What a notebook must avoid, because the test sees it otherwise than the reader does:

- a `;` at the end of a cell: nbval runs cells outside the history, where it silences nothing;
- `clear_output`, `display(..., display_id=...)` and updates of a display: nbval keeps the first
  picture, a stored notebook the last;
- printing or drawing inside an Output widget or `interact`: nbval sees an output of the cell, the
  stored notebook has none. Draw into the widget, and show its static picture beside it;
- progress bars on stderr (tqdm's default): whatever appears on stderr fails. Use `file=sys.stdout`
  and the tag `nbval-ignore-output`, as for `%timeit`;
- what differs from run to run: sets of strings, times, random ids as in a pandas `Styler`.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import NamedTuple

from nbformat import NotebookNode

from tests.notebook_checker.compare import RTOL, Comparison, compare
from tests.notebook_checker.folds import IN_WORDS, words_of

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"  # holds a model id that is random
PICTURES = ("image/png", "image/jpeg")  # their bytes differ between machines, their words do not

OVERWRITTEN = re.compile(r"^.*\r(?=[^\n])", re.MULTILINE)
CELL_PATH = re.compile(r"[^\s'\"<>(]*ipykernel_\d+[/\\]\d+\.py")
TEMPORARY_PATH = re.compile(
    r"(?:" + re.escape(tempfile.gettempdir()) + r"|(?:/private)?/(?:var/)?tmp"
    r"|(?:/private)?/var/folders|[A-Za-z]:\\[^\s'\"<>]*\\Temp)[/\\][^\s'\"<>:,;)\]]*"
)
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,}\b")


class Part(NamedTuple):
    """One thing that an output shows, such as "output 2, text/html", and its text.

    The fold below a figure is "in words", and its text is what a reader reads there.

    describes: the text is the description of a figure
    """

    name: str
    text: str
    describes: bool = False


def merge_streams(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """Return copies of the outputs in which neighbouring streams of one name are one stream.

    Only neighbours: what was printed before a figure stays before it. A line that `\\r` overwrote
    is dropped, as on the screen.
    """
    merged: list[NotebookNode] = []
    for output in outputs:
        last = merged[-1] if merged else NotebookNode()
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            last["text"] += output["text"]
        else:
            merged.append(NotebookNode(output))
    for output in merged:
        if output["output_type"] == "stream":
            output["text"] = OVERWRITTEN.sub("", output["text"])
    return merged


def compare_outputs(
    stored: Sequence[NotebookNode],
    came: Sequence[NotebookNode],
    rtol: float = RTOL,
    atol: float | None = None,
) -> Comparison:
    """Return how the outputs that came differ from the stored ones, in order and part by part.

    Anything on stderr is a difference, also when the notebook stores it.
    """
    numbers, share, drift = 0, 0.0, ""
    difference = complain_of_stderr(came)
    for was, now in zip_longest(parts(stored), parts(came)):
        if was is None or now is None or was.name != now.name:
            difference = difference or _mismatch(was, now)
            break
        result = compare(was.text, now.text, rtol, atol, figure=was.describes)
        numbers += result.numbers
        if result.share > share:
            share, drift = result.share, result.drift
        if result.difference:
            difference = difference or f"{was.name}: {result.difference}"
    return Comparison(difference, numbers, share, drift)


def complain_of_stderr(outputs: Iterable[NotebookNode]) -> str | None:
    """Return a sentence that quotes what stands on stderr, None if nothing does."""
    lines = " ".join(part.text for part in parts(outputs) if part.name.endswith("stderr")).split()
    if not lines:
        return None
    return f"stderr must stay empty, got: {' '.join(lines)[:300]}"


def parts(outputs: Iterable[NotebookNode]) -> list[Part]:
    """Return all that a list of outputs shows, cleaned of what depends on machine and moment.

    A picture counts with its presence alone; its text/plain and the fold below it, of which only
    the words count, are parts of their own.
    """
    shown: list[Part] = []
    number = 0
    for output in merge_streams(outputs):
        found = _contents(output)
        number += bool(found)
        drawn = any(kind in PICTURES for kind, _ in found)
        shown += [
            Part(f"output {number}, {kind}", clean(text), _describes(kind, drawn))
            for kind, text in found
        ]
    return shown


def clean(text: str) -> str:
    """Replace paths of cells, temporary paths and memory addresses, and nothing else.

    >>> clean("<function f at 0x7f3a5c0e1d30> in /tmp/tmpab12/x.pt")
    '<function f at ADDRESS> in TEMPORARY_PATH'
    """
    text = CELL_PATH.sub("CELL_PATH", text)
    text = TEMPORARY_PATH.sub("TEMPORARY_PATH", text)
    return ADDRESS.sub("ADDRESS", text)


def show(outputs: Iterable[NotebookNode]) -> str:
    """Return the outputs as readable text for a report."""
    return "\n".join(f"[{part.name}]\n{part.text.rstrip()}" for part in parts(outputs))


def _contents(output: NotebookNode) -> list[tuple[str, str]]:
    """Return the kinds and texts of one output, its words before its pictures."""
    if output["output_type"] == "stream":
        return [(output["name"], output["text"])] if output["text"] else []
    if output["output_type"] == "error":
        return [("error", f"{output['ename']}: {output['evalue']}")]
    if (words := words_of(output)) is not None:
        return [(IN_WORDS, words)]
    shown = {kind: body for kind, body in output["data"].items() if kind != WIDGET_VIEW}
    return [
        (kind, _text(kind, shown[kind]))
        for kind in sorted(shown, key=lambda kind: (kind != "text/plain", kind))
    ]


def _describes(kind: str, drawn: bool) -> bool:
    """Tell whether a text describes a figure: in a fold, or beside a picture that is `drawn`."""
    return kind == IN_WORDS or (drawn and kind == "text/plain")


def _text(kind: str, body: object) -> str:
    """Return the body of one MIME type as text."""
    if kind in PICTURES:
        return "(a picture)"
    return body if isinstance(body, str) else json.dumps(body, sort_keys=True)


def _mismatch(was: Part | None, now: Part | None) -> str:
    """Say which output is missing, extra or in another place."""
    if was is None:
        assert now is not None
        return f"{now.name} came and is not stored: {now.text.strip()[:200]}"
    if now is None:
        return f"{was.name} is stored and did not come: {was.text.strip()[:200]}"
    return f"stored {was.name}, came {now.name}: {now.text.strip()[:200]}"
