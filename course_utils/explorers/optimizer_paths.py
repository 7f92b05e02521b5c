"""Choose an optimizer, a landscape, a learning rate and a momentum; see the path and the loss."""

import base64
import html
import io
import math
from typing import Any

import torch
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from course_utils.descriptions import describe
from course_utils.figures import PALETTE
from course_utils.landscapes import LANDSCAPES
from course_utils.optimizers import RULES, descend
from course_utils.plotting import plot_contours
from course_utils.wording import number

LR_EXPONENTS = (-5.0, 1.0)  # the learning-rate slider runs from 1e-5 to 10
SMALLEST = 1e-16  # a loss of zero has no place on a logarithmic axis


class OptimizerPaths:
    """Watch an optimizer on one of four landscapes: its path over the map, and its loss.

    `optimizer` is a name in `optimizers.RULES`, `landscape` one in `landscapes.LANDSCAPES`; `lr` is
    above zero and `momentum`, from 0 to less than 1, is μ, or β₁ for adam and adamw. As the last
    expression of a cell it shows itself; without a kernel its picture and its words remain. Code
    turns the knobs by `set(...)` and `reset()`.

    Raises ValueError for another name, and for a learning rate or momentum out of bounds.
    """

    def __init__(
        self,
        *,
        optimizer: str = "sgd",
        landscape: str = "thermometer × 0.1",
        lr: float = 0.01,
        momentum: float = 0.9,
        num_steps: int = 200,
    ) -> None:
        self.num_steps = num_steps
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the knobs follow the state and not the hand
        first = {"optimizer": optimizer, "landscape": landscape, "lr": lr, "momentum": momentum}
        self._start: dict[str, Any] = first
        self.set(**first)

    def set(self, **knobs: Any) -> None:
        """Turn one or more of the knobs `optimizer`, `landscape`, `lr` and `momentum`."""
        if unknown := set(knobs) - set(self._start):
            raise ValueError(f"a knob is one of {', '.join(self._start)}, got {unknown.pop()!r}.")
        chosen = self._start | getattr(self, "knobs", {}) | knobs
        for name, known in (("optimizer", RULES), ("landscape", LANDSCAPES)):
            if chosen[name] not in known:
                raise ValueError(f"{name} must be one of {', '.join(known)}, got {chosen[name]!r}.")
        if not 0 < chosen["lr"] < math.inf:
            raise ValueError(f"lr must be above zero and finite, got {chosen['lr']}: try 0.01.")
        if not 0 <= chosen["momentum"] < 1:
            raise ValueError(f"momentum must be 0 or more, below 1, got {chosen['momentum']}.")
        self.knobs = chosen
        self._refresh()

    def reset(self) -> None:
        """Put all knobs to where they were at first."""
        self.set(**self._start)

    @property
    def has_momentum(self) -> bool:
        """Whether the momentum knob does anything for the chosen optimizer."""
        return self.knobs["optimizer"] not in ("sgd", "rmsprop")

    @property
    def words(self) -> str:
        """The chosen knobs, where the path ends, and its loss."""
        knobs, (x, y), last = self.knobs, self.path[-1].tolist(), self.losses[-1].item()
        words = f"{knobs['optimizer']} on {knobs['landscape']}, lr = {knobs['lr']:.2g}"
        words += f", momentum = {knobs['momentum']:.2f}" if self.has_momentum else ""
        finite = self.losses.isfinite()
        if not finite.all():
            step = int((~finite).int().argmax())
            return f"{words}: the loss is not finite from step {step} on; take a smaller rate."
        lowest = number(self.losses.min().item())
        words += f": after {self.num_steps} steps at ({number(x)}, {number(y)}), "
        return words + f"loss {number(last)}, lowest on the way {lowest}."

    def _refresh(self) -> None:
        """Walk the path, draw it, and let words and knobs follow the state."""
        land, rule = LANDSCAPES[self.knobs["landscape"]], RULES[self.knobs["optimizer"]]
        settings: dict[str, Any] = {}
        if self.has_momentum:
            adam = self.knobs["optimizer"].startswith("adam")
            mu = self.knobs["momentum"]
            settings = {"betas": (mu, 0.999)} if adam else {"momentum": mu}
        lr = self.knobs["lr"]
        self.path = descend(rule, land.loss_fn, land.start, lr, self.num_steps, **settings)
        self.losses = land.loss_fn(self.path)
        self._png = self._draw()
        if self._widgets:
            words = html.escape(self.words)
            # A status is read aloud by a screen reader when it changes.
            self._widgets["words"].value = f'<p role="status">{words}</p>'
            self._widgets["picture"].value = (
                f'<img alt="{words}" style="max-width: 100%" '
                f'src="data:image/png;base64,{self._png}">'
            )
            self._following = True
            for name, value in self.knobs.items():
                self._widgets[name].value = value  # a slider stops at its end by itself
            self._widgets["momentum"].disabled = not self.has_momentum
            self._following = False

    def _draw(self) -> str:
        """Draw map and loss; return base64 PNG."""
        land = LANDSCAPES[self.knobs["landscape"]]
        # A Figure of its own, unknown to pyplot: no cell shows it by accident.
        self.figure = Figure(figsize=(9.0, 3.8), dpi=100, layout="constrained")
        canvas = FigureCanvasAgg(self.figure)
        left, right = self.figure.subplots(1, 2)
        labels = {"x_label": land.x_label, "y_label": land.y_label}
        plot_contours(
            land.on_grid, land.x_range, land.y_range, path=self.path, ax=left, num=61, **labels
        )
        left.plot(*land.lowest, "*", markersize=13, color="black")
        left.set_title(f"{self.knobs['optimizer']}, lr = {self.knobs['lr']:.2g}")
        best = land.loss_fn(land.lowest).item()
        finite = self.losses.isfinite()
        shown = torch.where(finite, self.losses.clamp(SMALLEST, 1e30), torch.nan)
        right.semilogy(shown, color=PALETTE[1], label="loss")
        if best > 1e-6:
            right.axhline(best, color="black", linestyle=":", label="lowest possible")
        right.set(xlabel="step", ylabel="loss", xlim=(0, self.num_steps))
        right.set_title(f"loss after {self.num_steps} steps: {number(self.losses[-1].item())}")
        right.xaxis.set_major_locator(MaxNLocator(integer=True))
        right.legend(loc="upper right")
        buffer = io.BytesIO()
        canvas.print_png(buffer, metadata={"Software": None})  # the bytes name no version
        return base64.b64encode(buffer.getvalue()).decode("ascii")

    def _knob_turned(self, name: str, value: Any) -> None:
        if not self._following:
            self.set(**{name: value})

    def _make_widgets(self) -> Any:
        """Make knobs, words and picture; return the box that holds them."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        look: Any = {"style": {"description_width": "8em"}, "layout": {"width": "24em"}}
        late: Any = {"continuous_update": False, **look}  # a drawing takes longer than a slide
        low, high = LR_EXPONENTS
        made: dict[str, Any] = {
            "optimizer": widgets.Dropdown(options=list(RULES), description="optimizer", **look),
            "landscape": widgets.Dropdown(
                options=list(LANDSCAPES), description="landscape", **look
            ),
            "lr": widgets.FloatLogSlider(
                min=low, max=high, step=0.1, readout_format=".1e", description="lr", **late
            ),
            "momentum": widgets.FloatSlider(
                min=0, max=0.99, step=0.01, description="momentum", **late
            ),
            "words": widgets.HTML(),
            "picture": widgets.HTML(),
        }
        for name in self._start:
            made[name].observe(
                lambda change, name=name: self._knob_turned(name, change["new"]), "value"
            )
        reset = widgets.Button(description="Reset")
        reset.on_click(lambda _: self.reset())
        self._following, self._widgets = True, made
        self._refresh()
        rows = [(made["optimizer"], made["landscape"]), (made["lr"], made["momentum"], reset)]
        boxes = [widgets.HBox(row) for row in rows]
        return widgets.VBox([*boxes, made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        view = {"version_major": 2, "version_minor": 0, "model_id": self._box.model_id}
        words = f"Optimizer paths: {self.words}\n\n{describe(self.figure)}"
        bundle = {
            "application/vnd.jupyter.widget-view+json": view,
            "image/png": self._png,
            "text/plain": words,
        }
        return bundle, {"image/png": {"alt": words}}
