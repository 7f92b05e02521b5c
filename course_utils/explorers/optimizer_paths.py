"""Choose an optimizer, a landscape, a learning rate and a momentum; see the path and the loss."""

import math
from typing import Any

from course_utils.explorers.display import mime_bundle, show_picture
from course_utils.explorers.optimizer_picture import draw_run
from course_utils.figures import number
from course_utils.landscapes import LANDSCAPES
from course_utils.optimizers import RULES, descend

LR_EXPONENTS = (-5.0, 1.0)  # the learning-rate slider runs from 1e-5 to 10


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
        self._run()
        if self._widgets:
            self._show()

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

    def _run(self) -> None:
        """Walk the path and draw it."""
        land, rule = LANDSCAPES[self.knobs["landscape"]], RULES[self.knobs["optimizer"]]
        settings: dict[str, Any] = {}
        if self.has_momentum:
            adam = self.knobs["optimizer"].startswith("adam")
            mu = self.knobs["momentum"]
            settings = {"betas": (mu, 0.999)} if adam else {"momentum": mu}
        lr = self.knobs["lr"]
        self.path = descend(rule, land.loss_fn, land.start, lr, self.num_steps, **settings)
        self.losses = land.loss_fn(self.path)
        title = f"{self.knobs['optimizer']}, lr = {lr:.2g}"
        self.figure, self._png = draw_run(land, self.path, title)

    def _show(self) -> None:
        """Let words, picture and knobs follow the state."""
        show_picture(self._widgets, self.words, self._png)
        self._following = True
        for name, value in self.knobs.items():
            self._widgets[name].value = value  # a slider stops at its end by itself
        self._widgets["momentum"].disabled = not self.has_momentum
        self._following = False

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
            "reset": widgets.Button(description="Reset"),
            "words": widgets.HTML(),
            "picture": widgets.HTML(),
        }
        for name in self._start:
            made[name].observe(
                lambda change, name=name: self._knob_turned(name, change["new"]), "value"
            )
        made["reset"].on_click(lambda _: self.reset())
        self._widgets = made
        self._show()
        rows = [
            (made["optimizer"], made["landscape"]),
            (made["lr"], made["momentum"], made["reset"]),
        ]
        boxes = [widgets.HBox(row) for row in rows]
        return widgets.VBox([*boxes, made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        return mime_bundle(self._box, f"Optimizer paths: {self.words}", self.figure, self._png)
