"""Builds a deck for each notebook into build/slides: `make slides`, or `python -m website.decks`.

The folder works from a memory stick: nothing is fetched when it is shown.
"""

from __future__ import annotations

import html
import re
import shutil
import sys

from nbconvert.filters import markdown2html
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from course_utils.given import read
from website.assets import fetched, put_mathjax
from website.build import HERE, NOTEBOOKS, ROOT
from website.slides import Piece, Slide, slides

BUILT = ROOT / "build" / "slides"

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="icon" href="assets/icon.svg">
<link rel="stylesheet" href="assets/reveal.css">
<link rel="stylesheet" href="assets/pygments.css">
<link rel="stylesheet" href="assets/deck.css">
</head>
<body>
<div class="reveal"><div class="slides">
{sections}
</div></div>
<script>window.MathJax = {{options: {{enableMenu: false}}, startup: {{typeset: true}},
  tex: {{inlineMath: [["$", "$"]], displayMath: [["$$", "$$"]]}}}};</script>
<script src="assets/mathjax/tex-mml-chtml.js"></script>
<script src="assets/reveal.js"></script>
<script src="assets/notes.js"></script>
<script>
Reveal.initialize({{width: 1280, height: 720, margin: 0, minScale: 0.2, maxScale: 4, center: false,
  hash: true, slideNumber: "c/t", controls: false, transition: "none", plugins: [RevealNotes]}});
</script>
</body>
</html>
"""


def deck(made: list[Slide]) -> str:
    """Return the page of a deck."""
    sections = "\n".join(_section(place, slide) for place, slide in enumerate(made))
    return PAGE.format(title=html.escape(made[0].title), sections=sections)


def _section(place: int, slide: Slide) -> str:
    level = "h1" if place == 0 else "h2"
    body = "\n".join(_piece(piece) for piece in slide.pieces)
    notes = "".join(_markdown(note) for note in slide.notes)
    aside = f'<aside class="notes">{notes}</aside>' if notes else ""
    title = _inline(slide.title)
    return f"<section>\n<{level}>{title}</{level}>\n{body}\n{aside}</section>"


def _piece(piece: Piece) -> str:
    classes = f"{piece.kind} fragment" if piece.fragment else piece.kind
    return f'<div class="{classes}">{_inside(piece)}</div>'


def _inside(piece: Piece) -> str:
    if piece.kind == "code":
        return highlight(piece.text, PythonLexer(), HtmlFormatter())
    if piece.kind == "output":
        return f"<pre>{html.escape(piece.text)}</pre>"
    if piece.kind == "picture":
        height = piece.height - 16
        source = f"data:image/png;base64,{piece.text}"
        return f'<img height="{height}" src="{source}" alt="{html.escape(piece.alt)}">'
    if piece.kind == "html":
        return re.sub(r"<style.*?</style>", "", piece.text, flags=re.DOTALL)
    return _markdown(piece.text)


def _markdown(text: str) -> str:
    made = markdown2html(text)
    # Pictures of a text cell lie beside the notebook, and links lead to other notebooks.
    made = re.sub(r"<a class=\"anchor-link\".*?</a>", "", made)
    return re.sub(r'href="(\d\d_\w+)\.ipynb"', r'href="\1.html"', made)


def _inline(text: str) -> str:
    return re.sub(r"^<p>|</p>\s*$", "", _markdown(text).strip())


def build() -> list[tuple[str, int]]:
    """Write all decks and what they need; return the name of each and its number of slides."""
    shutil.rmtree(BUILT, ignore_errors=True)
    assets = BUILT / "assets"
    assets.mkdir(parents=True)
    reveal = fetched("reveal.js")
    for file in ("dist/reveal.css", "dist/reveal.js", "plugin/notes/notes.js"):
        shutil.copy(reveal / file, assets)
    put_mathjax(assets / "mathjax")
    shutil.copy(HERE / "deck.css", assets)
    shutil.copy(HERE / "static" / "icon.svg", assets)
    style = HtmlFormatter(style="default")
    (assets / "pygments.css").write_text(style.get_style_defs(".highlight"), encoding="utf-8")
    counts = []
    for path in NOTEBOOKS:
        made = slides(read(path))
        (BUILT / f"{path.stem}.html").write_text(deck(made), encoding="utf-8")
        counts.append((path.stem, len(made)))
    rows = "\n".join(f'<li><a href="{name}.html">{name}</a></li>' for name, _ in counts)
    head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title>'
    (BUILT / "index.html").write_text(f"{head}<ul>{rows}</ul></html>", encoding="utf-8")
    return counts


if __name__ == "__main__":
    for name, count in build():
        sys.stdout.write(f"{name}: {count} slides\n")
    sys.stdout.write(f"The decks are in {BUILT.relative_to(ROOT)}: open index.html.\n")
