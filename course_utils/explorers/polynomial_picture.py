"""The picture beside the knobs of notebook 05: a polynomial among its points, and two errors."""

from typing import Any

from torch import Tensor

from course_utils.explorers.drawing import MovingPicture, new_figure
from course_utils.figures import PALETTE, number

Y_RANGE = (-2.5, 2.5)
ERROR_RANGE = (1e-3, 30.0)


class PolynomialPicture:
    """Two plots that follow a fit: the curve among its points, and the errors of all degrees.

    `x`, `y`: places, (points,), and the true curve there; `degrees`: those of the right plot.
    """

    def __init__(self, x: Tensor, y: Tensor, degrees: list[int]) -> None:
        self.x, self.degrees = x, degrees
        self.figure = new_figure(left=0.07, right=0.99, top=0.9, wspace=0.22)
        self.left, self.right = self.figure.subplots(1, 2)
        self._make_left(y)
        self._make_right()
        moving = [self.points, self.curve, self.floor, self.train, self.val, *self.here]
        self._picture = MovingPicture(self.figure, moving)

    def _make_left(self, truth: Tensor) -> None:
        axes = self.left
        axes.plot(self.x, truth, ":", color="black", label="truth, sin(πx)")
        self.points = axes.plot([], [], "o", color=PALETTE[0], markersize=4, label="training")[0]
        self.curve = axes.plot([], [], "-", color=PALETTE[1], label="fit")[0]
        axes.set(xlabel="x", ylabel="y", xlim=(-1.05, 1.05), ylim=Y_RANGE)
        axes.legend(loc="upper left", fontsize=9)

    def _make_right(self) -> None:
        axes = self.right
        look: Any = {"markersize": 4}
        self.train = axes.plot([], [], "-o", color=PALETTE[0], label="training", **look)[0]
        self.val = axes.plot([], [], "--s", color=PALETTE[1], label="validation", **look)[0]
        self.floor = axes.plot([], [], ":", color="black", label="noise")[0]
        marks = [axes.plot([], [], shape, markersize=10, fillstyle="none") for shape in "os"]
        self.here = [line for (line,) in marks]
        for line, colour in zip(self.here, PALETTE, strict=False):
            line.set(color=colour, markeredgewidth=2)
        axes.set(xlabel="degree", ylabel="mean squared error", yscale="log", ylim=ERROR_RANGE)
        axes.set_xlim(self.degrees[0] - 0.5, self.degrees[-1] + 0.5)
        axes.legend(loc="lower left", fontsize=9)
        for line, part in zip(self.here, ("training", "validation"), strict=True):
            line.set_label(f"this degree, {part}")  # after the legend, which needs no more entries

    def draw(self, points: tuple[Tensor, Tensor], curve: Tensor, errors: Tensor, at: int) -> str:
        """Let both plots follow and return the PNG in base64.

        `points`: x and y, each (examples,); `curve`: the fit at the places, (points,); `errors`:
        (2, degrees), training and validation; `at`: the place of the present degree.
        """
        self.points.set_data(*points)
        self.curve.set_data(self.x, curve)
        for line, mark, values in zip((self.train, self.val), self.here, errors, strict=True):
            line.set_data(self.degrees, values)
            mark.set_data([self.degrees[at]], [values[at].item()])
        train, val = errors[:, at].tolist()
        self.left.set_title(f"degree {self.degrees[at]}, {len(points[0])} training points")
        above = " (above)" if val > ERROR_RANGE[1] else ""
        title = f"training {number(train)}, validation {number(val)}{above}"
        self.right.set_title(title)
        return self._picture.draw_png()

    def set_floor(self, variance: float) -> None:
        """Show the mean squared size of the noise, below which no prediction gets on average."""
        self.floor.set_data(self.right.get_xlim(), [variance, variance])
