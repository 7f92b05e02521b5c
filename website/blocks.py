"""The blocks of a text cell, and the first sentence of a paragraph."""

from __future__ import annotations

import re
from typing import NamedTuple

ENDS = re.compile(r"[.?!](?:\*\*|\))?(?=\s+[A-Z`*$“\"(\[λκημσ]|\s*$)")
SPANS = re.compile(r"`[^`]*`|\$[^$]*\$|\[[^\]]*\]\([^)]*\)")
SHORT = re.compile(r"(?:^\d+|\b[A-Z]|\bno|\be\.g|\bi\.e|\bcf|\bvs|\bFig)\.$")


class Block(NamedTuple):
    """A piece of a text cell: its kind, and its Markdown."""

    kind: str
    text: str


def blocks(text: str) -> list[Block]:
    """Return the blocks of a text cell in order.

    The kinds are heading, quote, formula, list, table, code, html and paragraph.
    """
    found: list[Block] = []
    lines = text.strip("\n").split("\n")
    place = 0
    while place < len(lines):
        start = place
        fence = next((sign for sign in ("```", "$$") if lines[place].lstrip().startswith(sign)), "")
        if fence:
            # A formula may begin and end in one line.
            closed = (
                fence == "$$" and lines[place].rstrip().endswith("$$") and len(lines[place]) > 2
            )
            place += 1
            while not closed and place < len(lines):
                closed = lines[place].rstrip().endswith(fence)
                place += 1
        else:
            while place < len(lines) and lines[place].strip():
                place += 1
        piece = "\n".join(lines[start:place]).strip("\n")
        if piece.strip():
            found.append(Block(_kind(piece), piece))
        while place < len(lines) and not lines[place].strip():
            place += 1
    return found


def first_sentence(paragraph: str) -> str:
    """Return the first sentence of a paragraph; what stands in code or formulas ends none.

    Nor does the number of an entry of a list.

    >>> first_sentence("Take `a. B` first. Then go on.")
    'Take `a. B` first.'
    >>> first_sentence("3. It fell. A lot.")
    '3. It fell.'
    """
    text = " ".join(paragraph.split())
    masked = SPANS.sub(lambda span: "x" * len(span[0]), text)
    for end in ENDS.finditer(masked):
        if not SHORT.search(masked[: end.end()]):
            return text[: end.end()]
    return text


def _kind(piece: str) -> str:
    first = piece.lstrip()
    if first.startswith("#"):
        return "heading"
    if first.startswith(">"):
        return "quote"
    if first.startswith("$$"):
        return "formula"
    if first.startswith("```"):
        return "code"
    if re.match(r"(?:[-*]|\d+\.) ", first):
        return "list"
    if first.startswith("|"):
        return "table"
    return "html" if first.startswith("<") else "paragraph"
