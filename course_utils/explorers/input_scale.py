"""Scale and learning rate: the widget of notebook 02."""

import math
from typing import Any

import torch

from course_utils.explorers.display import Explorer
from course_utils.explorers.knobs import Range
from course_utils.explorers.scale_picture import Bowl, ScalePicture
from course_utils.figures import number

EPOCHS = 100
FAR = 1e50  # parameters beyond have exploded; their loss still fits into float64
RANGES = {
    "scale": Range("factor on readings", 1e-3, 10.0, step=0.01, log=True),
    "lr": Range("learning rate", 1e-5, 100.0, step=0.01, log=True),
}


class InputScale(Explorer):
    """Scale the readings, choose a learning rate, and see map, path, loss and limit follow.

    `x` (unknown unit) and `y` (°C): (examples,). Every run trains `w * x' + b` for 100 epochs from
    (1, 0), where x' is scale · x, or scale · (x - mean) if `centred`. As the last expression of a
    cell it shows itself; without a kernel its picture and its words remain. Code moves the knobs
    by `set(scale=..., lr=..., centred=...)` and `reset()`.

    Raises ValueError if x and y do not pair up, if x never changes, or if scale or lr is not above
    zero.
    """

    title = "Input scale"

    def __init__(
        self, x: Any, y: Any, *, scale: float = 0.1, lr: float = 1e-2, centred: bool = False
    ) -> None:
        super().__init__()
        self._ranges = RANGES
        self.x, self.y = (torch.as_tensor(data).detach().cpu().double() for data in (x, y))
        if self.x.ndim != 1 or self.x.shape != self.y.shape or len(self.x) < 2:
            raise ValueError(
                "x and y must be (examples,) of one length, two or more, got "
                f"{tuple(self.x.shape)} and {tuple(self.y.shape)}: pass both columns."
            )
        if self.x.min() == self.x.max():
            raise ValueError(f"x must vary, got {self.x[0]:g} in every example: choose another.")
        self._start: dict[str, Any] = {"scale": scale, "lr": lr, "centred": centred}
        self.scale, self.lr, self.centred = scale, lr, centred
        highest = ((self._ranges["scale"].high * self.x - self.y) ** 2).mean().item()
        rates = (self._ranges["lr"].low, self._ranges["lr"].high)
        self.picture = ScalePicture(rates, (1.0, 2 * highest), EPOCHS)
        self.figure = self.picture.figure
        self.reset()

    def set(
        self, *, scale: float | None = None, lr: float | None = None, centred: bool | None = None
    ) -> None:
        """Move the knobs that are named, leave the others, and train anew."""
        wanted = {"scale": scale, "lr": lr}
        for name, value in wanted.items():
            if value is not None and not 0 < value < math.inf:
                raise ValueError(f"{name} must be above zero and finite, got {value}: try 0.1.")
        self.scale = float(scale) if scale is not None else self.scale
        self.lr = float(lr) if lr is not None else self.lr
        self.centred = bool(centred) if centred is not None else self.centred
        self._train()
        self._png = self.picture.draw(self.bowl, self.path, self.losses, self.lr, self.limit)
        self._follow()

    def reset(self) -> None:
        """Put all knobs to where they were at first."""
        self.set(**self._start)

    @property
    def state(self) -> dict[str, Any]:
        """The value of each knob: the factor, the learning rate, and whether to centre."""
        return {"scale": self.scale, "lr": self.lr, "centred": self.centred}

    @property
    def limit(self) -> float:
        """The learning rate 2/λmax, below which gradient descent converges."""
        return 2 / self.bowl.curvatures[-1].item()

    @property
    def condition_number(self) -> float:
        """How many times the steep curvature exceeds the gentle one."""
        return (self.bowl.curvatures[-1] / self.bowl.curvatures[0]).item()

    def _train(self) -> None:
        """Compute the bowl, and the path of gradient descent with its losses."""
        shift = self.x.mean() if self.centred else 0.0
        scaled = self.scale * (self.x - shift)
        A = torch.stack([scaled, torch.ones_like(scaled)], dim=1)
        hessian = 2 / len(A) * A.T @ A
        best = torch.linalg.lstsq(A, self.y[:, None]).solution[:, 0]
        best_loss = ((A @ best - self.y) ** 2).mean().item()
        self.bowl = Bowl(best, best_loss, *torch.linalg.eigh(hessian))
        path = [torch.tensor([1.0, 0.0], dtype=torch.float64)]
        while len(path) <= EPOCHS and path[-1].abs().max() < FAR:
            path.append(path[-1] - self.lr * 2 / len(A) * A.T @ (A @ path[-1] - self.y))
        self.path = torch.stack(path)
        self.losses = ((self.path @ A.T - self.y) ** 2).mean(dim=1)

    @property
    def words(self) -> str:
        """The curvatures, the limit, how the learning rate compares, and what came of it."""
        gentle, steep = self.bowl.curvatures.tolist()
        ratio, factor = self.lr / self.limit, 1 - self.lr * steep
        readings = "centred readings" if self.centred else "readings"
        words = f"{readings.capitalize()} × {self.scale:.4g}: curvatures {number(gentle)} and "
        words += f"{number(steep)}, condition number κ = {number(self.condition_number)}. "
        words += f"The limit 2/λmax is {self.limit:.2e}, and the learning rate, {self.lr:.2e}, is "
        words += f"{ratio:.3g} times the limit. Each epoch multiplies the distance along the steep "
        words += f"direction by {factor:.4f}, along the gentle one by {1 - self.lr * gentle:.4f}: "
        words += "it converges. " if ratio < 1 else "it does not converge. "
        first, *_, last = self.losses.tolist()
        words += f"Loss {number(first)} °C² at the start, {number(last)} after "
        words += f"{len(self.losses) - 1} epochs, {number(self.bowl.best_loss)} at best."
        return words + self._outside()

    def _make_rows(self) -> list[list[Any]]:
        """Make fields, sliders, box and button; return what stands beside what."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        box = widgets.Checkbox(
            description="centre: subtract the mean", indent=False, layout={"width": "auto"}
        )
        box.observe(lambda change: self._turn("centred", change["new"]), "value")
        self._widgets["centred"] = box
        reset = self._button("reset", "Reset", self.reset)
        return [*([self._knob(name)] for name in self._ranges), [box, reset]]
