"""What every explorer is: knobs, words and a picture that follow a state, live and as stored."""

import base64
import html
from collections.abc import Callable
from functools import partial
from typing import Any

from matplotlib.figure import Figure

from course_utils.explorers.knobs import Knob, Range, read
from course_utils.explorers.screen_readers import FOR_SCREEN_READERS
from course_utils.figures import describe, shrink_png

# Stored below the widget: what is in its place tomorrow depends on who shows the notebook.
NOTE = (
    "This moves only while the notebook is running. If it stands still, or if an error stands in "
    "its place, run all cells down to this one again."
)


class Explorer:
    """The base of all explorers. One of them has a `title`, a `state` and `words` for it.

    It draws its `figure` and sets `_png`, then calls `_follow`. `_ranges` names its knobs that are
    numbers. As the last expression of a cell it shows itself, and a note below.
    """

    title: str
    figure: Figure
    _png: str  # in base64
    _ranges: dict[str, Range]
    set: Any  # (**knobs); ValueError for a value that cannot be

    def __init__(self) -> None:
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the knobs follow the state and not the hand

    @property
    def state(self) -> dict[str, Any]:
        """The value of each knob."""
        raise NotImplementedError

    @property
    def words(self) -> str:
        """The state and what came of it, in sentences, for whoever does not see the picture."""
        raise NotImplementedError

    def _make_rows(self) -> list[list[Any]]:
        """Make the controls by `_knob`, `_choice`, `_button`; return what stands beside what."""
        raise NotImplementedError

    def _take(self, name: str, value: Any) -> None:
        """Take over the value of a knob; ValueError if it cannot be."""
        self.set(**{name: value})

    def _outside(self) -> str:
        """Return a sentence for each knob whose value its slider cannot show."""
        return "".join(reach.outside(self.state[name]) for name, reach in self._ranges.items())

    def _turn(self, name: str, value: Any) -> None:
        """Take over what the hand did. What cannot be is said, and nothing moves."""
        if self._following:
            return
        try:
            self._take(name, read(value) if name in self._ranges else value)
        except ValueError as error:
            self._follow(str(error))

    def _follow(self, remark: str = "") -> None:
        """Let words, picture and knobs follow the state, if they are shown."""
        if not self._widgets:
            return
        said = html.escape(self.words)
        remark = f"<strong>{html.escape(remark)}</strong> " if remark else ""
        look = "margin: 0; line-height: 1.5"
        self._widgets["words"].value = f'<p style="{look}">{remark}{said}</p>'
        # With its size the picture keeps its place while the next one is on its way.
        width, height = self.figure.canvas.get_width_height()
        self._widgets["picture"].value = (
            f'<img alt="{said}" width="{width}" height="{height}" style="max-width: 100%; '
            f'height: auto" decoding="sync" src="data:image/png;base64,{self._png}">'
        )
        self._show_knobs()

    def _show_knobs(self) -> None:
        self._following = True
        for name, value in self.state.items() if self._widgets else ():
            self._widgets[name].value = value
        self._following = False

    def _knob(self, name: str) -> Any:
        """Make field and slider of a number."""
        self._widgets[name] = Knob(self._ranges[name], partial(self._turn, name))
        return self._widgets[name].box

    def _choice(self, name: str, options: list[str]) -> Any:
        """Make a menu."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        look: Any = {"style": {"description_width": "9.5em"}, "layout": {"width": "25em"}}
        made = widgets.Dropdown(options=options, description=name, **look)
        made.observe(lambda change: self._turn(name, change["new"]), "value")
        self._widgets[name] = made
        return made

    def _button(self, name: str, label: str, do: Callable[[], Any], **traits: Any) -> Any:
        """Make a button."""
        import ipywidgets as widgets

        made = widgets.Button(description=label, layout={"width": "auto"}, **traits)
        made.on_click(lambda _: do())
        self._widgets[name] = made
        return made

    def _make_box(self) -> Any:
        """Make all widgets; return the box that holds them."""
        import ipywidgets as widgets

        wrapped = {"flex_flow": "row wrap"}
        rows = [widgets.HBox(row, layout=wrapped) for row in self._make_rows()]
        # The words stand below: as they grow and shrink, the picture stays where it is.
        picture, words = widgets.HTML(), widgets.HTML(layout={"min_height": "4.6em"})
        words.add_class("course-words")
        self._widgets |= {"picture": picture, "words": words}
        self._follow()
        unseen = widgets.HTML(FOR_SCREEN_READERS, layout={"display": "none"})
        box = widgets.VBox([*rows, picture, words, unseen])
        box.add_class("course-explorer")
        return box

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> tuple[dict, dict]:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_box()
        # Only what is stored is made small: the live picture has to be quick.
        stored = base64.b64encode(shrink_png(base64.b64decode(self._png))).decode("ascii")
        words = f"{self.title}: {self.words}"
        view = {"version_major": 2, "version_minor": 0, "model_id": self._box.model_id}
        bundle = {
            "application/vnd.jupyter.widget-view+json": view,
            "image/png": stored,
            "text/plain": f"{words}\n\n{describe(self.figure)}",
        }
        return bundle, {"image/png": {"alt": words}}

    def _ipython_display_(self) -> None:
        """Show the bundle, and a note below that stays when the widget does not."""
        from IPython.display import publish_display_data

        publish_display_data(*self._repr_mimebundle_())
        publish_display_data({"text/plain": NOTE, "text/html": f"<p><small>{NOTE}</small></p>"})
