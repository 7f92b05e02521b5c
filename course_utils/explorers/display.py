"""How every explorer shows itself: live, with its words, and as a still picture."""

import base64
import html
from typing import Any

from matplotlib.figure import Figure

from course_utils.figures import describe, shrink_png


def show_picture(widgets: dict[str, Any], words: str, png: str) -> None:
    """Put the words and the picture, a PNG in base64, into the HTML widgets of these names."""
    said = html.escape(words)
    # A status is read aloud by a screen reader when it changes.
    widgets["words"].value = f'<p role="status">{said}</p>'
    picture = f'<img alt="{said}" style="max-width: 100%" src="data:image/png;base64,{png}">'
    widgets["picture"].value = picture


def mime_bundle(box: Any, words: str, figure: Figure, png: str) -> tuple[dict, dict]:
    """Return the live widget, and for readers without a kernel a small picture and its words."""
    # Only what is stored is made small: the live picture has to be quick.
    stored = base64.b64encode(shrink_png(base64.b64decode(png))).decode("ascii")
    text = f"{words}\n\n{describe(figure)}"
    bundle = {
        "application/vnd.jupyter.widget-view+json": {
            "version_major": 2,
            "version_minor": 0,
            "model_id": box.model_id,
        },
        "image/png": stored,
        "text/plain": text,
    }
    return bundle, {"image/png": {"alt": text}}
