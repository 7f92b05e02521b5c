"""Choose hidden units, noise and epochs; see the decision boundary form while the network trains.

A callback that trained to the end would keep the kernel from reading the click on Stop. So the
live training is a task of the kernel's own event loop: a few epochs, then whatever has arrived.
"""

import asyncio
from typing import Any

from course_utils.explorers.boundary_picture import draw_boundary
from course_utils.explorers.boundary_run import DATA, NUM_TRAIN, NUM_VAL, BoundaryRun
from course_utils.explorers.display import Explorer
from course_utils.explorers.knobs import Range
from course_utils.figures import number

SLICE = 5  # epochs between two looks at the buttons
NUM_PICTURES = 8  # while training; a picture takes as long as hundreds of epochs
PAUSE = 0.15  # seconds without another turn of a knob before a training starts
MOST: dict[str, float] = {"num_hidden": 50, "noise": 0.5, "num_epochs": 1000}
RANGES = {
    "num_hidden": Range("hidden units", 0, int(MOST["num_hidden"]), step=1),
    "noise": Range("noise", 0.0, MOST["noise"], step=0.01),
    "num_epochs": Range("epochs", 10, int(MOST["num_epochs"]), step=10),
}


class DecisionBoundary(Explorer):
    """Watch a classifier of two moons or two circles learn its boundary.

    `data` is "moons" or "circles"; `num_hidden`, 0 to 50, is the number of hidden units, none of
    which makes it softmax regression; `noise`, 0 to 0.5, is the standard deviation of the points
    around their curve; `num_epochs` is 1 to 1,000. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code turns the knobs by `set(...)`
    and `reset()`, which train to the end before they return.

    Raises ValueError for another name, and for a number out of bounds.
    """

    title = "Decision boundary"

    def __init__(
        self,
        *,
        data: str = "moons",
        num_hidden: int = 10,
        noise: float = 0.2,
        num_epochs: int = 200,
    ) -> None:
        super().__init__()
        self._ranges = RANGES
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
        return f"{words}.{self._outside()}"

    @property
    def state(self) -> dict[str, Any]:
        """The value of each knob."""
        return self.knobs

    def _choose(self, **knobs: Any) -> None:
        """Check the knobs, end what is under way, and make a network that has seen nothing."""
        if unknown := set(knobs) - set(self._start):
            raise ValueError(f"a knob is one of {', '.join(self._start)}, got {unknown.pop()!r}.")
        chosen = self._start | getattr(self, "knobs", {}) | knobs
        if chosen["data"] not in DATA:
            raise ValueError(f"data must be one of {', '.join(DATA)}, got {chosen['data']!r}.")
        for name, most in MOST.items():
            least, value = 1 if name == "num_epochs" else 0, chosen[name]
            if name == "noise" and not least <= value <= most:
                raise ValueError(f"{name} must be {least} to {most:g}, got {value}.")
            if name != "noise" and value not in range(least, int(most) + 1):
                ends = f"{least} to {most:g}"
                raise ValueError(f"{name} must be an integer from {ends}, got {value}.")
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
        self._show_knobs()

    async def _train_in_slices(self, run: BoundaryRun) -> None:
        """Train, a few epochs at a time; in between the kernel reads its messages."""
        due = 0.0
        await asyncio.sleep(PAUSE)  # a slide brings many values: the last one is trained with
        while run.epoch < run.num_epochs:
            run.advance(SLICE)
            if run.epoch >= due or run.epoch == run.num_epochs:
                due += run.num_epochs / NUM_PICTURES
                self._draw()
            elif self._widgets:
                self._widgets["progress"].value = run.epoch
            await asyncio.sleep(0.005)  # a stop arrives here, as a cancellation

    def _draw(self) -> None:
        """Draw the run as it is now, and let words, picture and knobs follow."""
        units = self.knobs["num_hidden"]
        title = f"{units} hidden units" if units else "softmax regression"
        self.figure, self._png = draw_boundary(self.run, title)
        self._follow()

    def _show_knobs(self) -> None:
        super()._show_knobs()
        if self._widgets:
            self._widgets["progress"].max = self.run.num_epochs
            self._widgets["progress"].value = self.run.epoch
            ended = self.run.epoch == self.run.num_epochs
            self._widgets["stop"].disabled = ended or not self.is_training

    def _take(self, name: str, value: Any) -> None:
        self._train(**{name: value})

    def _make_rows(self) -> list[list[Any]]:
        """Make menu, fields, sliders and buttons; return what stands beside what."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        last = [
            self._button("train", "Train", self._train),
            self._button("stop", "Stop", self.stop, disabled=True),
            self._button("reset", "Reset", lambda: self._train(**self._start)),
            widgets.IntProgress(min=0, description="progress"),
        ]
        self._widgets["progress"] = last[-1]
        knobs = [[self._knob(name)] for name in self._ranges]
        return [[self._choice("data", list(DATA))], *knobs, last]
