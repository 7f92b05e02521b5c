"""The notebooks as slides whose cells run: copies for JupyterLab's extension RISE."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course_utils import lab
from course_utils.given import as_given, numbered, read, sources
from course_utils.surroundings import python_call, say
from course_utils.teaching.handouts import write_untouched

FOLDER = "lecture"
# The theme whose fonts come with it: the others ask a server for theirs. A slide that is too high
# for the screen can be scrolled.
LOOK = {"theme": "white", "scroll": True, "center": False, "slideNumber": "c/t"}
# RISE takes this file from beside the notebooks: text that can be read from the last row.
CSS = """body {
  --jp-content-font-size1: 24px;
  --jp-code-font-size: 20px;
  --jp-code-line-height: 1.3;
  --jp-content-line-height: 1.45;
}
.reveal .slides { text-align: left; }
.reveal .jp-RenderedHTMLCommon img, .reveal .jp-OutputArea-output img { max-height: 62vh; }
"""


def open_lecture(course: Path, number: str | None, arguments: Sequence[str]) -> int:
    """Open the notebooks, with their stored outputs, in JupyterLab with RISE; return its status.

    With a `number`, "04", its slides are opened at once, without one JupyterLab itself. The copies
    are in lecture/; one in which somebody has changed the text of a cell is kept. `arguments` go to
    JupyterLab. Raises ValueError for a number that belongs to no notebook, and where RISE is not
    installed, before anything is written; OSError where a copy cannot be written.
    """
    chosen = _find(course, number) if number else None
    if importlib.util.find_spec("jupyterlab_rise") is None:
        raise ValueError(
            "lecture: wanted JupyterLab's extension RISE in this Python, got none; remedy: make "
            f"lecture, or {python_call('pip install -r requirements-teach.txt')}"
        )
    for line in write_untouched(course, FOLDER, copies(course)):
        say(line)
    (course / FOLDER / "rise.css").write_text(CSS, encoding="utf-8")
    say(
        "Space goes on, Shift-Enter runs the chosen cell, ? shows the keys; from JupyterLab, Alt-R."
    )
    where = [f"--LabApp.default_url=/rise/{chosen.name}"] if chosen else []
    return lab.serve(course / FOLDER, [*where, *arguments], first=not chosen)


def copies(course: Path) -> dict[str, bytes]:
    """Return the notebooks with their outputs, and with what RISE is to know about them."""
    found = {}
    for path in sources(course):
        notebook: Any = read(path)
        notebook["metadata"]["rise"] = LOOK
        found[path.name] = as_given(notebook, with_outputs=True)
    return found


def _find(course: Path, number: str) -> Path:
    known = numbered(course)
    if number.zfill(2) not in known:
        raise ValueError(
            f"lecture: wanted the number of a notebook, one of {', '.join(known)}; got {number!r}"
        )
    return known[number.zfill(2)]
