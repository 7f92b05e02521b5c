"""Two knobs on a straight line: the widget of notebook 01."""

import math
from typing import Any

import torch

from course_utils.explorers.display import mime_bundle, show_picture
from course_utils.explorers.line_picture import LinePicture, loss_of


class TwoKnobs:
    """Fit `t_c = w * t_u + b` by hand: two knobs, the line, the loss, and one gradient step.

    `t_u` (unknown unit) and `t_c` (°C): (examples,). `w` (°C per unit), `b` (°C) and `lr` say where
    it starts, the ranges how far the sliders reach. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code turns the knobs by `step()`,
    `reset()` and `set(w, b)`.

    Raises ValueError if the readings do not pair up or if `lr` is not above zero.
    """

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
        self.t_u, self.t_c = (torch.as_tensor(data).detach().cpu().float() for data in (t_u, t_c))
        if self.t_u.ndim != 1 or self.t_u.shape != self.t_c.shape or not len(self.t_u):
            raise ValueError(
                "t_u and t_c must be (examples,) of one length, got "
                f"{tuple(self.t_u.shape)} and {tuple(self.t_c.shape)}: pass both columns."
            )
        self._start = (float(w), float(b))
        self._ranges = {"w": w_range, "b": b_range, "lr": (1e-5, 1e-2)}
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the sliders follow the state and not the hand
        self.lr = lr
        self.picture = LinePicture(self.t_u, self.t_c, w_range, b_range, self._start)
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
        self._move_sliders()

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
        self._refresh()

    def step(self) -> None:
        """Move w and b by -lr times their gradient, unless the loss is not finite any more."""
        if math.isfinite(self.loss):
            slope_w, slope_b = self.gradient
            self.set(self.w - self.lr * slope_w, self.b - self.lr * slope_b)

    def reset(self) -> None:
        """Go back to the start and forget the trail, the points (w, b) visited so far."""
        self.trail: list[tuple[float, float]] = []
        self.set(*self._start)

    @property
    def off_map(self) -> list[str]:
        """The names of the knobs, of w and b, whose value lies outside the slider's range."""
        ranges = {name: self._ranges[name] for name in ("w", "b")}
        return [
            name for name, (low, high) in ranges.items() if not low <= getattr(self, name) <= high
        ]

    @property
    def words(self) -> str:
        """Where the knobs stand, the loss, the gradient, and whether something is out of sight."""
        slope_w, slope_b = (_said(slope, 2) for slope in self.gradient)
        words = f"w = {_said(self.w, 4)} °C per unit, b = {_said(self.b, 4)} °C, "
        words += f"loss = {_said(self.loss, 2)} °C². "
        words += f"Gradient: dℓ/dw = {slope_w}, dℓ/db = {slope_b}."
        for name in self.off_map:
            low, high = self._ranges[name]
            words += f" {name} lies outside its slider, which runs from {low} to {high}."
        if not math.isfinite(self.loss):
            words += " The loss is not finite any more: reset, and take a smaller learning rate."
        return words

    def _refresh(self) -> None:
        """Let the picture, the line of words and the sliders follow the state."""
        self._png = self.picture.draw(self.trail, off_map=bool(self.off_map))
        if self._widgets:
            show_picture(self._widgets, self.words, self._png)
        self._move_sliders()

    def _move_sliders(self) -> None:
        """Show the state on the sliders, which stop at their ends by themselves."""
        self._following = True
        for name in ("w", "b", "lr") if self._widgets else ():
            self._widgets[name].value = getattr(self, name)
        self._following = False

    def _slider_moved(self, name: str, value: float) -> None:
        """Take over what the hand did; the other knob keeps a value that its slider cannot show."""
        if self._following:
            return
        if name == "lr":
            self._lr = value
        else:
            self.set(**({"w": self.w, "b": self.b} | {name: value}))

    def _make_widgets(self) -> Any:
        """Make sliders, buttons, words and picture; return the box that holds them."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        ends = {name: {"min": low, "max": high} for name, (low, high) in self._ranges.items()}
        look: Any = {"style": {"description_width": "9em"}, "layout": {"width": "26em"}}
        made: dict[str, Any] = {
            "w": widgets.FloatSlider(
                **ends["w"], step=0.01, readout_format=".3f", description="w (°C per unit)", **look
            ),
            "b": widgets.FloatSlider(
                **ends["b"], step=0.1, readout_format=".2f", description="b (°C)", **look
            ),
            "lr": widgets.FloatLogSlider(
                value=1e-4,
                min=-5,
                max=-2,
                step=0.25,
                readout_format=".1e",
                description="learning rate",
                **look,
            ),
            "step": widgets.Button(description="Take one gradient step", layout={"width": "14em"}),
            "reset": widgets.Button(description="Reset"),
            "words": widgets.HTML(),
            "picture": widgets.HTML(),
        }
        for name in ("w", "b", "lr"):
            made[name].observe(
                lambda change, name=name: self._slider_moved(name, change["new"]), "value"
            )
        made["step"].on_click(lambda _: self.step())
        made["reset"].on_click(lambda _: self.reset())
        self._widgets = made
        self._refresh()
        buttons = widgets.HBox([made["lr"], made["step"], made["reset"]])
        knobs = widgets.HBox([made["w"], made["b"]])
        return widgets.VBox([knobs, buttons, made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        return mime_bundle(self._box, f"Two knobs: {self.words}", self.picture.figure, self._png)


def _said(value: float, digits: int) -> str:
    return f"{value:.{digits}f}" if abs(value) < 1e7 else f"{value:.3e}"
