"""A notebook as a page: pictures with their words, exercises with their help, no dead controls."""

from __future__ import annotations

import base64
import copy
import html
from pathlib import Path
from typing import Any

from course_utils.exercises import load, solution_of
from course_utils.teaching.cells import calls_of_check, has_tag

WIDGET = "This is a picture of a control that moves in the notebook:"
FOLD = 'class="figure-in-words"'


def page(notebook: Any, stem: str, pictures: Path, links: dict[str, str]) -> Any:
    """Return a notebook of the course as the site shows it.

    Its pictures are written below `pictures`, which the page knows as _static/pictures. `links`
    says where the notebook can be run or fetched, by the words that a reader sees.
    """
    made = copy.deepcopy(notebook)
    for place, cell in enumerate(made["cells"]):
        if cell["cell_type"] == "code":
            folded = cell["metadata"].get("jupyter", {}).get("source_hidden")
            cell["metadata"]["tags"] = ["hide-input"] if folded else []
            name = f"{stem}-{cell.get('id', place)}"
            cell["outputs"] = _outputs(cell, name, pictures, links)
    for place, cell in reversed(list(enumerate(notebook["cells"]))):
        if has_tag(cell, "check"):
            made["cells"][place]["outputs"] = []  # an empty stub has no more to show
            helps = [_help(call.number) for call in calls_of_check(cell)]
            made["cells"].insert(
                place + 1, _text(f"{cell.get('id', place)}-help", "\n\n".join(helps))
            )
    made["cells"].insert(1, _text("ways", _ways(links)))
    made["metadata"].pop("widgets", None)
    return made


def _outputs(cell: Any, name: str, pictures: Path, links: dict[str, str]) -> list[dict[str, Any]]:
    """Return the outputs of a cell, a picture together with its words in one piece of HTML."""
    shown: list[dict[str, Any]] = []
    for count, output in enumerate(cell["outputs"]):
        data = output.get("data", {})
        if "image/png" in data:
            file = pictures / f"{name}-{count}.png"
            file.write_bytes(base64.b64decode("".join(data["image/png"])))
            alt = output.get("metadata", {}).get("image/png", {}).get("alt", "")
            plain = "".join(data.get("text/plain", ""))
            shown.append(_html(_figure(file.name, alt or plain, plain if alt in plain else "")))
        elif FOLD in "".join(data.get("text/html", "")):
            continue_with = "".join(data["text/html"])
            shown[-1] = _html(shown[-1]["data"]["text/html"] + continue_with)
        elif "This moves only while" in "".join(data.get("text/plain", "")):
            shown.append(_html(f"<p>{WIDGET} {_anchors(links)}.</p>"))
        else:
            shown.append(output)
    return shown


def _figure(file: str, alt: str, words: str) -> str:
    said = f"<details {FOLD}><summary>in words</summary><pre>{html.escape(words)}</pre></details>"
    picture = f'<img class="course-figure" src="_static/pictures/{file}" alt="{html.escape(alt)}">'
    return picture + (said if len(words) > len(alt) else "")


def _html(source: str) -> dict[str, Any]:
    return {"output_type": "display_data", "data": {"text/html": source}, "metadata": {}}


def _text(name: str, source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _anchors(links: dict[str, str]) -> str:
    anchors = (f'<a href="{address}">{words}</a>' for words, address in links.items())
    return " · ".join(anchors)


def _ways(links: dict[str, str]) -> str:
    return f'<p class="course-ways">This page cannot be run. {_anchors(links)}</p>'


def _help(number: str) -> str:
    """Return the hints and the solution of an exercise, each folded."""
    exercise = load(number)
    many = len(exercise.hints) > 1
    folds = [
        _fold(f"Hint {step} for {number}" if many else f"Hint for {number}", text)
        for step, text in enumerate(exercise.hints, start=1)
    ]
    code = f"```python\n{solution_of(number)}\n```"
    return "\n\n".join([*folds, _fold(f"A solution of {number}", code)])


def _fold(title: str, text: str) -> str:
    return f'<details class="course-help"><summary>{title}</summary>\n\n{text}\n\n</details>'
