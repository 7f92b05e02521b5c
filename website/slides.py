"""A notebook as slides: what can be read from the last row; the prose becomes the speaker's notes.

A slide holds a section's first sentence, its formulas, the prediction, a cell of code with what it
shows, and the finding in a sentence. What answers a prediction comes as a fragment, a key later.
"""

from __future__ import annotations

import math
import struct
from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from course_utils.teaching.cells import has_tag, source_of
from website.blocks import Block, blocks, first_sentence

HEIGHT = 625  # pixels for the pieces of a slide of 1280 × 720, below its title
TEXT, CODE = 36, 25  # pixels a line
IN_A_LINE, CODE_IN_A_LINE = 92, 101  # characters
PICTURE = 440  # the greatest height of a picture; its width ends at 1200
FEW = 6  # entries of a list or rows of a table that a slide can hold
LEAST = 40  # characters of a sentence that stands alone
MOST_LINES = 20  # of an output


@dataclass
class Piece:
    """Something on a slide: lead, formula, predict, code, output, table, picture, finding, list …

    `fragment` says that it comes a key later.
    """

    kind: str
    text: str
    height: int
    fragment: bool = False
    alt: str = ""


@dataclass
class Slide:
    """A slide: its title, its pieces, and the notes of whoever speaks, as Markdown."""

    title: str
    pieces: list[Piece] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many pixels are still free."""
        return HEIGHT - sum(piece.height for piece in self.pieces)


def slides(notebook: Any) -> list[Slide]:
    """Return the slides of a notebook of the course, in order."""
    deck = _Deck()
    for place, cell in enumerate(notebook["cells"]):
        source = source_of(cell)
        if cell["cell_type"] == "markdown":
            if place == 0:
                deck.open(source)
            elif source.startswith("### Exercise"):
                deck.exercise(source)
            elif source.startswith("## Summary"):
                deck.summary(source)
            elif not source.startswith("## Sources"):
                deck.text(source)
        elif has_tag(cell, "exercise"):
            deck.put([_code(source)])
            deck.new(deck.section)  # where what follows belongs
        elif not has_tag(cell, "check") and not is_preparation(source):
            deck.code(cell, source)
    return [slide for slide in deck.slides if slide.pieces]


def is_preparation(source: str) -> bool:
    """Say whether a cell only imports and sets up: that is no matter for a slide."""
    lines = [line for line in source.split("\n") if line.strip()]
    return source.startswith(("import ", "from ")) or any("prepare(" in line for line in lines[:8])


class _Deck:
    """The slides made so far; the last one is filled until something no longer fits."""

    def __init__(self) -> None:
        self.slides: list[Slide] = []
        self.waiting = False  # for the answer to a prediction
        self.section = ""  # the title to which the deck returns after an exercise

    def new(self, title: str) -> None:
        self.slides.append(Slide(title))
        self.waiting = False

    def put(self, pieces: list[Piece]) -> None:
        """Add pieces that belong together, on this slide where they fit, else on one more."""
        last = self.slides[-1]
        if sum(piece.height for piece in pieces) > last.left and last.pieces:
            waiting = self.waiting
            self.new(last.title)
            self.waiting = waiting
        for piece in pieces:
            if piece.height > self.slides[-1].left and self.slides[-1].pieces:
                self.slides.append(Slide(last.title))
            self.slides[-1].pieces.append(piece)

    def open(self, source: str) -> None:
        heading, *rest = blocks(source)
        question = next(block.text.strip("*") for block in rest if block.text.startswith("**"))
        self.new(heading.text.lstrip("# "))
        self.put([Piece("question", question, 120)])
        self.slides[-1].notes.append(source.partition("\n")[2])
        aims = [block for block in rest if block.kind == "list"][:1]
        if aims:
            self.new("You will be able to")
            self.put([_text("list", aims[0].text)])

    def exercise(self, source: str) -> None:
        heading, *rest = blocks(source)
        self.new(heading.text.lstrip("# "))
        for block in rest:
            shown = _shown(block)
            if block.kind == "paragraph" and self.slides[-1].left > HEIGHT // 2:
                shown = _text("task", block.text if len(block.text) < 420 else _two(block.text))
            fits = shown and shown.height < self.slides[-1].left - 3 * CODE
            if shown and (fits or shown.kind == "list"):
                self.put([shown])
        self.slides[-1].notes.append(source)

    def summary(self, source: str) -> None:
        _, *rest = blocks(source)
        self.new("Summary")
        for block in rest:
            if block.kind == "list":
                for item in _items(block.text):
                    self.put([_text("list", _finding(item))])
        self.slides[-1].notes.append(source)

    def text(self, source: str) -> None:
        found = blocks(source)
        opening = bool(found) and found[0].kind == "heading"
        if opening:
            self.section = found[0].text.lstrip("# ")
            self.new(self.section)
            found = found[1:]
        said = False
        for block in found:
            if block.kind == "paragraph" and not said:
                said = True
                kind = "lead" if opening else "finding"
                piece = _text(kind, first_sentence(block.text))
                if not opening and self.slides:
                    piece = self.fit(piece, block.text)
                piece.fragment = not opening and self.waiting
                self.put([piece])
            elif shown := _shown(block):
                self.put([shown])
            if block.kind == "quote" and "redict" in block.text:
                self.waiting = True
        if self.slides:
            self.slides[-1].notes.append(source)

    def fit(self, finding: Piece, paragraph: str) -> Piece:
        """Return a finding, with one more sentence where it tells little or stands alone."""
        left = self.slides[-1].left
        if finding.height > left:
            return _text(finding.kind, _two(paragraph))  # a slide of its own
        longer = _text(finding.kind, _finding(paragraph))
        return longer if longer.height <= left else finding

    def code(self, cell: Any, source: str) -> None:
        hidden = cell["metadata"].get("jupyter", {}).get("source_hidden")
        pieces = [] if hidden else [_code(source)]
        outputs = [piece for output in cell["outputs"] for piece in _output(output)]
        for piece in outputs:
            piece.fragment = self.waiting
        self.waiting = self.waiting and not outputs
        waiting = self.waiting
        self.put(pieces + [piece for piece in outputs if piece.kind != "picture"])
        for piece in outputs:
            if piece.kind == "picture":
                self.put([piece])
        self.waiting = waiting


def _shown(block: Block) -> Piece | None:
    """Return a block that stands on the slide as it is; prose does not."""
    if block.kind == "formula":
        return Piece("formula", block.text, 70 + 30 * block.text.count("\\\\"))
    if block.kind == "quote":
        text = block.text.replace("\n>", "\n").lstrip("> ")
        return _text("predict", text, extra=24)
    if block.kind == "list" and len(_items(block.text)) <= FEW:
        return _text("list", block.text)
    if block.kind == "table" and block.text.count("\n") <= FEW + 1:
        return Piece("table", block.text, 40 * (block.text.count("\n") + 1))
    if block.kind == "code" and block.text.count("\n") <= MOST_LINES:
        return Piece("fenced", block.text, CODE * block.text.count("\n") + 20)
    return None


def _text(kind: str, text: str, extra: int = 0) -> Piece:
    lines = sum(math.ceil(max(len(line), 1) / IN_A_LINE) for line in text.split("\n"))
    return Piece(kind, text, TEXT * lines + 14 + extra)


def _code(source: str) -> Piece:
    lines = sum(math.ceil(max(len(line), 1) / CODE_IN_A_LINE) for line in source.split("\n"))
    return Piece("code", source, CODE * lines + 34)


def _output(output: Any) -> list[Piece]:
    data = output.get("data", {})
    if "image/png" in data:
        picture = "".join(data["image/png"])
        width, height = struct.unpack(">II", b64decode(picture)[16:24])
        scale = min(1200 / width, PICTURE / height, 1.6)
        alt = output.get("metadata", {}).get("image/png", {}).get("alt", "")
        return [Piece("picture", picture, math.ceil(scale * height) + 16, alt=alt)]
    html = "".join(data.get("text/html", ""))
    if html.startswith("<details") or "<small>" in html:
        return []
    if "<table" in html:
        return [Piece("html", html, 34 * html.count("<tr") + 20)]
    text = "".join(output.get("text", "")) or "".join(data.get("text/plain", ""))
    if output.get("output_type") == "error":
        text = f"{output['ename']}: {output['evalue']}"
    lines = text.rstrip("\n").split("\n")
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "…"]
    tall = sum(math.ceil(max(len(line), 1) / CODE_IN_A_LINE) for line in lines)
    return [Piece("output", "\n".join(lines), CODE * tall + 24)] if text.strip() else []


def _items(text: str) -> list[str]:
    items: list[str] = []
    for line in text.split("\n"):
        if line[:1].strip():
            items.append(line)
        else:
            items[-1] += f" {line.strip()}"
    return items


def _finding(text: str) -> str:
    """Return the first sentence, and the second where the first alone would tell little.

    >>> _finding("No. The step was too long. So take a shorter one.")
    'No. The step was too long.'
    """
    return first_sentence(text) if len(first_sentence(text)) >= LEAST else _two(text)


def _two(text: str) -> str:
    text = " ".join(text.split())
    first = first_sentence(text)
    return f"{first} {first_sentence(text[len(first) :].strip())}".strip()
