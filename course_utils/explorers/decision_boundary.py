"""Choose hidden units, noise and epochs; see the decision boundary form while the network trains.

A callback that trained to the end would keep the kernel from reading the click on Stop. So the
live training is a task of the kernel's own event loop: a few epochs, then whatever has arrived.
"""

import asyncio
from typing import Any

from course_utils.explorers.boundary_picture import draw_boundary
from course_utils.explorers.boundary_run import DATA, NUM_TRAIN, NUM_VAL, BoundaryRun
from course_utils.explorers.display import mime_bundle, show_picture
from course_utils.figures import number

SLICE = 5  # epochs between two looks at the buttons
NUM_PICTURES = 8  # while training; a picture takes as long as hundreds of epochs
MOST: dict[str, float] = {"num_hidden": 50, "noise": 0.5, "num_epochs": 1000}


class DecisionBoundary:
    """Watch a classifier of two moons or two circles learn its boundary.

    `data` is "moons" or "circles"; `num_hidden`, 0 to 50, is the number of hidden units, none of
    which makes it softmax regression; `noise`, 0 to 0.5, is the standard deviation of the points
    around their curve; `num_epochs` is 1 to 1,000. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code turns the knobs by `set(...)`
    and `reset()`, which train to the end before they return.

    Raises ValueError for another name, and for a number out of bounds.
    """

    def __init__(
        self,
        *,
        data: str = "moons",
        num_hidden: int = 10,
        noise: float = 0.2,
        num_epochs: int = 200,
    ) -> None:
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the knobs follow the state and not the hand
        self._task: asyncio.Task[None] | None = None
        first = {"data": data, "num_hidden": num_hidden, "noise": noise, "num_epochs": num_epochs}
        self._start: dict[str, Any] = first
        self.set(**first)

    def set(self, **knobs: Any) -> None:
        """Turn one or more of the knobs, and train from a fresh start to the end."""
        self._choose(**knobs)
        self.run.advance(self.run.num_epochs)
        self._draw()

    def reset(self) -> None:
        """Put all knobs to where they were at first, and train."""
        self.set(**self._start)

    def stop(self) -> None:
        """Stop a training that is under way; what it has learned stays."""
        if self.is_training and self._task:
            self._task.cancel()
            self._draw()

    @property
    def is_training(self) -> bool:
        """Whether a training is under way in the background."""
        return self._task is not None and not self._task.done() and not self._task.cancelling()

    @property
    def words(self) -> str:
        """The chosen knobs, how far the training is, its loss and its accuracies."""
        knobs, run = self.knobs, self.run
        units = knobs["num_hidden"]
        network = f"{units} hidden unit{'' if units == 1 else 's'}" if units else "no hidden layer"
        words = f"{knobs['data']} with noise {knobs['noise']:.2f}, {network}"
        words += f": {run.epoch} of {run.num_epochs} epochs"
        if run.epoch:
            train, val = run.num_correct()
            words += f", training loss {number(run.losses[-1])}, right {train} of {NUM_TRAIN}"
            words += f"; validation loss {number(run.val_losses[-1])}, right {val} of {NUM_VAL:,}"
        return f"{words}."

    def _choose(self, **knobs: Any) -> None:
        """Check the knobs, end what is under way, and make a network that has seen nothing."""
        if unknown := set(knobs) - set(self._start):
            raise ValueError(f"a knob is one of {', '.join(self._start)}, got {unknown.pop()!r}.")
        chosen = self._start | getattr(self, "knobs", {}) | knobs
        if chosen["data"] not in DATA:
            raise ValueError(f"data must be one of {', '.join(DATA)}, got {chosen['data']!r}.")
        for name, most in MOST.items():
            least = 1 if name == "num_epochs" else 0
            if not least <= chosen[name] <= most:
                raise ValueError(f"{name} must be {least} to {most:g}, got {chosen[name]}.")
        if self._task:
            self._task.cancel()
        self.knobs = chosen
        self.run = BoundaryRun(**chosen)

    def _train(self, **knobs: Any) -> None:
        """Train while buttons can be pressed if an event loop is running, else to the end."""
        try:
            asyncio.get_running_loop()
        except RuntimeError:
            self.set(**knobs)
            return
        self._choose(**knobs)
        self._task = asyncio.ensure_future(self._train_in_slices(self.run))
        if self._widgets:
            self._widgets["stop"].disabled = False

    async def _train_in_slices(self, run: BoundaryRun) -> None:
        """Train, a few epochs at a time; in between the kernel reads its messages."""
        due = 0.0
        while run.epoch < run.num_epochs:
            run.advance(SLICE)
            if run.epoch >= due or run.epoch == run.num_epochs:
                due += run.num_epochs / NUM_PICTURES
                self._draw(ended=run.epoch == run.num_epochs)
            elif self._widgets:
                self._widgets["progress"].value = run.epoch
            await asyncio.sleep(0.005)  # a stop arrives here, as a cancellation

    def _draw(self, *, ended: bool = True) -> None:
        """Draw the run as it is now, and let words, picture and knobs follow."""
        units = self.knobs["num_hidden"]
        title = f"{units} hidden units" if units else "softmax regression"
        self.figure, self._png = draw_boundary(self.run, title)
        if not self._widgets:
            return
        show_picture(self._widgets, self.words, self._png)
        self._following = True
        for name, value in self.knobs.items():
            self._widgets[name].value = value
        self._following = False
        self._widgets["progress"].max = self.run.num_epochs
        self._widgets["progress"].value = self.run.epoch
        self._widgets["stop"].disabled = ended

    def _knob_turned(self, name: str, value: Any) -> None:
        if not self._following:
            self._train(**{name: value})

    def _make_widgets(self) -> Any:
        """Make knobs, words and picture; return the box that holds them."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        look: Any = {"style": {"description_width": "8em"}, "layout": {"width": "24em"}}
        late: Any = {"continuous_update": False, **look}  # a training takes longer than a slide
        units, noise, epochs = MOST.values()
        made: dict[str, Any] = {
            "data": widgets.Dropdown(options=list(DATA), description="data", **look),
            "num_hidden": widgets.IntSlider(min=0, max=units, description="hidden units", **late),
            "noise": widgets.FloatSlider(min=0, max=noise, step=0.05, description="noise", **late),
            "num_epochs": widgets.IntSlider(
                min=1, max=epochs, step=1, description="epochs", **late
            ),
            "train": widgets.Button(description="Train"),
            "stop": widgets.Button(description="Stop", disabled=True),
            "reset": widgets.Button(description="Reset"),
            "progress": widgets.IntProgress(min=0, description="progress", **look),
            "words": widgets.HTML(),
            "picture": widgets.HTML(),
        }
        for name in self._start:
            made[name].observe(
                lambda change, name=name: self._knob_turned(name, change["new"]), "value"
            )
        made["train"].on_click(lambda _: self._train())
        made["stop"].on_click(lambda _: self.stop())
        made["reset"].on_click(lambda _: self._train(**self._start))
        self._widgets = made
        self._draw()
        rows = [
            (made["data"], made["num_hidden"]),
            (made["noise"], made["num_epochs"]),
            (made["train"], made["stop"], made["reset"], made["progress"]),
        ]
        boxes = [widgets.HBox(row) for row in rows]
        return widgets.VBox([*boxes, made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        return mime_bundle(self._box, f"Decision boundary: {self.words}", self.figure, self._png)
