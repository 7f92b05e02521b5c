"""Scale and learning rate: the widget of notebook 02."""

import math
from typing import Any

import torch

from course_utils.explorers.display import mime_bundle, show_picture
from course_utils.explorers.scale_picture import Bowl, ScalePicture
from course_utils.figures import number

EPOCHS = 100
FAR = 1e50  # parameters beyond have exploded; their loss still fits into float64


class InputScale:
    """Scale the readings, choose a learning rate, and see map, path, loss and limit follow.

    `x` (unknown unit) and `y` (°C): (examples,). Every run trains `w * x' + b` for 100 epochs from
    (0, 0), where x' is scale · x, or scale · (x - mean) if `centred`. As the last expression of a
    cell it shows itself; without a kernel its picture and its words remain. Code moves the knobs
    by `set(scale=..., lr=..., centred=...)`.

    Raises ValueError if x and y do not pair up, if x never changes, or if scale or lr is not above
    zero.
    """

    def __init__(
        self, x: Any, y: Any, *, scale: float = 0.1, lr: float = 1e-2, centred: bool = False
    ) -> None:
        self.x, self.y = (torch.as_tensor(data).detach().cpu().double() for data in (x, y))
        if self.x.ndim != 1 or self.x.shape != self.y.shape or len(self.x) < 2:
            raise ValueError(
                "x and y must be (examples,) of one length, two or more, got "
                f"{tuple(self.x.shape)} and {tuple(self.y.shape)}: pass both columns."
            )
        if self.x.min() == self.x.max():
            raise ValueError(f"x must vary, got {self.x[0]:g} in every example: choose another.")
        self._ranges = {"scale": (1e-3, 10.0), "lr": (1e-5, 100.0)}
        self.scale, self.lr, self.centred = scale, lr, centred
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the sliders follow the state and not the hand
        start_loss = (self.y**2).mean().item()
        self.picture = ScalePicture(self._ranges["lr"], (1.0, 100 * start_loss), EPOCHS)
        self.set(scale=scale, lr=lr, centred=centred)

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
        self._refresh()

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
        path = [torch.zeros(2, dtype=torch.float64)]
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
        return words + f"{len(self.losses) - 1} epochs, {number(self.bowl.best_loss)} at best."

    def _refresh(self) -> None:
        """Let the picture, the words and the sliders follow the state."""
        self._png = self.picture.draw(self.bowl, self.path, self.losses, self.lr, self.limit)
        if not self._widgets:
            return
        show_picture(self._widgets, self.words, self._png)
        self._following = True
        for name, (low, high) in self._ranges.items():
            self._widgets[name].value = min(max(getattr(self, name), low), high)
        self._widgets["centred"].value = self.centred
        self._following = False

    def _moved(self, name: str, value: Any) -> None:
        """Take over what the hand did."""
        if not self._following:
            self.set(**{name: value})

    def _make_widgets(self) -> Any:
        """Make sliders, box, words and picture; return the box that holds them."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        look: Any = {"style": {"description_width": "9em"}, "layout": {"width": "28em"}}
        names = {"scale": ("factor on readings", 0.05), "lr": ("learning rate", 0.02)}
        made: dict[str, Any] = {}
        for name, (label, step) in names.items():
            low, high = (math.log10(end) for end in self._ranges[name])
            made[name] = widgets.FloatLogSlider(
                min=low, max=high, step=step, readout_format=".2e", description=label, **look
            )
        made["centred"] = widgets.Checkbox(description="centre: subtract the mean", indent=False)
        made |= {"words": widgets.HTML(), "picture": widgets.HTML()}
        self._widgets = made
        self._refresh()
        for name in ("scale", "lr", "centred"):
            made[name].observe(lambda change, name=name: self._moved(name, change["new"]), "value")
        knobs = widgets.HBox([made["scale"], made["lr"]])
        return widgets.VBox([knobs, made["centred"], made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        return mime_bundle(self._box, f"Input scale: {self.words}", self.picture.figure, self._png)
