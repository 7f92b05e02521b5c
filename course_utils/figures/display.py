"""How a figure shows itself in a notebook: the picture, and below it, folded, its words."""

import base64
import html
import textwrap

from matplotlib.figure import Figure

from course_utils.figures.descriptions import describe, drawing_label
from course_utils.figures.grids import Panel, panels
from course_utils.figures.png import to_png
from course_utils.figures.wording import quoted

FOLD = "figure-in-words"  # the class by which the notebook checker knows the fold
LONGEST_HEADLINE = 120  # characters


def show_with_words(figure: Figure) -> None:
    """Show the picture and, as an output of its own directly below it, the fold with the words.

    JupyterLab and Notebook show images without any alternative text, so the words need a place that
    everybody sees. A figure without axes gives one output, the words alone, and no fold.
    """
    from IPython.display import publish_display_data

    words, picture = describe(figure), to_png(figure)
    if picture is None:
        publish_display_data({"text/plain": words})
        return
    line = headline(figure, words)
    png = base64.b64encode(picture).decode("ascii")
    publish_display_data({"image/png": png, "text/plain": line}, {"image/png": {"alt": line}})
    # A viewer that shows no HTML needs some text, but the words are stored only once.
    plain = "(the figure in words, as HTML)"
    publish_display_data({"text/html": fold(words), "text/plain": plain})


def fold(words: str) -> str:
    """Return HTML that is one short line until it is opened, and then shows the words as written.

    It sets no colour and no size, so that it follows the theme of the page.
    """
    # JupyterLab would break a long line in the middle of a number.
    style = "white-space: pre-wrap; word-break: normal"
    # The line end behind <pre> is not shown; the words then begin on a line of their own in a diff.
    return (
        f'<details class="{FOLD}"><summary>in words</summary><pre style="{style}">\n'
        f"{html.escape(words, quote=False)}</pre></details>"
    )


def headline(figure: Figure, words: str) -> str:
    """Return one short line that names the figure: by its title, or by what its plots show.

    `words`: the description, whose first line holds the title where there is one
    """
    first = words.partition("\n")[0]
    if '"' in first or first.startswith("Plot, "):
        return first
    names = dict.fromkeys(name for panel in panels(figure) if (name := _called(panel)))
    if not names:
        return first
    line = f"{first.removesuffix('.')}: {', '.join(names)}."
    return textwrap.shorten(line, LONGEST_HEADLINE, placeholder=" …")


def _called(panel: Panel) -> str:
    """Return the plot's title, or else what it says of itself; nothing for a colour bar."""
    if panel.axes.get_label() == "<colorbar>":
        return ""
    if panel.title:
        return quoted(panel.title).strip()
    labels = [label for label in (panel.y_label, panel.x_label) if label]
    about = " against ".join(" ".join(label.split()) for label in labels)
    return about or drawing_label(panel.axes)
