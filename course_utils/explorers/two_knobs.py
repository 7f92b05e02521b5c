"""Two knobs on a straight line: the widget of notebook 01."""

import math
from typing import Any

import torch

from course_utils.explorers.display import Explorer
from course_utils.explorers.knobs import Range
from course_utils.explorers.line_picture import LinePicture, loss_of


class TwoKnobs(Explorer):
    """Fit `t_c = w * t_u + b` by hand: two knobs, the line, the loss, and one gradient step.

    `t_u` (unknown unit) and `t_c` (°C): (examples,). `w` (°C per unit), `b` (°C) and `lr` say where
    it starts, the ranges how far the sliders reach. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code turns the knobs by `step()`,
    `reset()`, `set(w, b)` and `lr = ...`.

    Raises ValueError if the readings do not pair up or if `lr` is not above zero.
    """

    title = "Two knobs"

    def __init__(
        self,
        t_u: Any,
        t_c: Any,
        *,
        w: float = 1.0,
        b: float = 0.0,
        lr: float = 1e-4,
        w_range: tuple[float, float] = (-0.5, 1.5),
        b_range: tuple[float, float] = (-30.0, 10.0),
    ) -> None:
        super().__init__()
        self.t_u, self.t_c = (torch.as_tensor(data).detach().cpu().float() for data in (t_u, t_c))
        if self.t_u.ndim != 1 or self.t_u.shape != self.t_c.shape or not len(self.t_u):
            raise ValueError(
                "t_u and t_c must be (examples,) of one length, got "
                f"{tuple(self.t_u.shape)} and {tuple(self.t_c.shape)}: pass both columns."
            )
        self.lr = lr
        self._start = (float(w), float(b), self.lr)
        self._ranges = {
            "w": Range("w (°C per unit)", *w_range, step=(w_range[1] - w_range[0]) / 1000),
            "b": Range("b (°C)", *b_range, step=(b_range[1] - b_range[0]) / 2000),
            "lr": Range("learning rate", 1e-5, 1e-2, step=0.05, log=True),
        }
        self.picture = LinePicture(self.t_u, self.t_c, w_range, b_range, self._start[:2])
        self.figure = self.picture.figure
        self.reset()

    @property
    def lr(self) -> float:
        """The learning rate of the next step."""
        return self._lr

    @lr.setter
    def lr(self, value: float) -> None:
        if not 0 < value < math.inf:
            raise ValueError(f"lr must be above zero and finite, got {value}: try 1e-4.")
        self._lr = float(value)
        self._follow()

    @property
    def loss(self) -> float:
        """The mean squared error at (w, b) in °C²; inf or nan once the steps have exploded."""
        return loss_of(self.w, self.b, self.t_u, self.t_c).item()

    @property
    def gradient(self) -> tuple[float, float]:
        """The rates of change (dℓ/dw, dℓ/db) at (w, b), by the chain rule."""
        errors = self.w * self.t_u + self.b - self.t_c
        return (2 * (errors * self.t_u).mean()).item(), (2 * errors.mean()).item()

    def set(self, w: float, b: float) -> None:
        """Put both knobs to finite values, also to such as lie outside the sliders' range.

        Raises ValueError for nan and inf.
        """
        if not (math.isfinite(w) and math.isfinite(b)):
            raise ValueError(f"w and b must be finite, got {w} and {b}: choose other values.")
        self.w, self.b = float(w), float(b)
        self.trail.append((self.w, self.b))
        self._png = self.picture.draw(self.trail, off_map=bool(self.off_map))
        self._follow()

    def step(self) -> None:
        """Move w and b by -lr times their gradient, unless the loss is not finite any more."""
        if math.isfinite(self.loss):
            slope_w, slope_b = self.gradient
            self.set(self.w - self.lr * slope_w, self.b - self.lr * slope_b)

    def reset(self) -> None:
        """Go back to the start, with its learning rate, and forget the trail so far."""
        self.trail: list[tuple[float, float]] = []  # the points (w, b) visited
        w, b, self._lr = self._start
        self.set(w, b)

    @property
    def off_map(self) -> list[str]:
        """The names of the knobs, of w and b, whose value lies outside the slider's range."""
        return [name for name in ("w", "b") if self._ranges[name].outside(self.state[name])]

    @property
    def state(self) -> dict[str, float]:
        """The value of each knob: w, b and the learning rate."""
        return {"w": self.w, "b": self.b, "lr": self.lr}

    @property
    def words(self) -> str:
        """Where the knobs stand, the loss, the gradient, and whether something is out of sight."""
        slope_w, slope_b = (_said(slope, 2) for slope in self.gradient)
        words = f"w = {_said(self.w, 4)} °C per unit, b = {_said(self.b, 4)} °C, "
        words += f"loss = {_said(self.loss, 2)} °C². "
        words += f"Gradient: dℓ/dw = {slope_w}, dℓ/db = {slope_b}."
        words += self._outside()
        if not math.isfinite(self.loss):
            words += " The loss is not finite any more: reset, and take a smaller learning rate."
        return words

    def _take(self, name: str, value: float) -> None:
        """Take over one knob; the other keeps a value that its slider cannot show."""
        if name == "lr":
            self.lr = value
        else:
            self.set(**({"w": self.w, "b": self.b} | {name: value}))

    def _make_rows(self) -> list[list[Any]]:
        """Make fields, sliders and buttons; return what stands beside what."""
        step = self._button("step", "Take one gradient step", self.step)
        reset = self._button("reset", "Reset", self.reset)
        return [*([self._knob(name)] for name in self._ranges), [step, reset]]


def _said(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if abs(value) < 1e7 else f"{value:.3e}"
