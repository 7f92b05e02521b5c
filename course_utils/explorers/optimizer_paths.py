"""Choose an optimizer, a landscape, a learning rate and a momentum; see the path and the loss."""

import math
from typing import Any

from course_utils.explorers.display import Explorer
from course_utils.explorers.knobs import Range, said
from course_utils.explorers.optimizer_picture import draw_run
from course_utils.figures import number
from course_utils.landscapes import LANDSCAPES
from course_utils.optimizers import RULES, descend

RANGES = {
    "lr": Range("learning rate", 1e-5, 10.0, step=0.02, log=True),
    "momentum": Range("momentum", 0.0, 0.99, step=0.01),
}


class OptimizerPaths(Explorer):
    """Watch an optimizer on one of four landscapes: its path over the map, and its loss.

    `optimizer` is a name in `optimizers.RULES`, `landscape` one in `landscapes.LANDSCAPES`; `lr` is
    above zero and `momentum`, from 0 to less than 1, is μ, or β₁ for adam and adamw. As the last
    expression of a cell it shows itself; without a kernel its picture and its words remain. Code
    turns the knobs by `set(...)` and `reset()`.

    Raises ValueError for another name, and for a learning rate or momentum out of bounds.
    """

    title = "Optimizer paths"

    def __init__(
        self,
        *,
        optimizer: str = "sgd",
        landscape: str = "thermometer × 0.1",
        lr: float = 0.01,
        momentum: float = 0.9,
        num_steps: int = 200,
    ) -> None:
        super().__init__()
        self._ranges = RANGES
        self.num_steps = num_steps
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
        self._follow()

    def reset(self) -> None:
        """Put all knobs to where they were at first."""
        self.set(**self._start)

    @property
    def state(self) -> dict[str, Any]:
        """The value of each knob."""
        return self.knobs

    @property
    def has_momentum(self) -> bool:
        """Whether the momentum knob does anything for the chosen optimizer."""
        return self.knobs["optimizer"] not in ("sgd", "rmsprop")

    @property
    def words(self) -> str:
        """The chosen knobs, where the path ends, and its loss."""
        knobs, (x, y), last = self.knobs, self.path[-1].tolist(), self.losses[-1].item()
        words = f"{knobs['optimizer']} on {knobs['landscape']}, lr = {said(knobs['lr'])}"
        words += f", momentum = {knobs['momentum']:.2f}" if self.has_momentum else ""
        finite = self.losses.isfinite()
        if not finite.all():
            step = int((~finite).int().argmax())
            words += f": the loss is not finite from step {step} on; take a smaller rate."
            return words + self._outside()
        lowest = number(self.losses.min().item())
        words += f": after {self.num_steps} steps at ({number(x)}, {number(y)}), "
        return words + f"loss {number(last)}, lowest on the way {lowest}." + self._outside()

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
        title = f"{self.knobs['optimizer']}, lr = {said(lr)}"
        self.figure, self._png = draw_run(land, self.path, title)

    def _show_knobs(self) -> None:
        super()._show_knobs()
        if self._widgets:
            self._widgets["momentum"].disabled = not self.has_momentum

    def _make_rows(self) -> list[list[Any]]:
        """Make menus, fields, sliders and button; return what stands beside what."""
        menus = [
            self._choice("optimizer", list(RULES)),
            self._choice("landscape", list(LANDSCAPES)),
        ]
        reset = self._button("reset", "Reset", self.reset)
        return [menus, *([self._knob(name)] for name in self._ranges), [reset]]
