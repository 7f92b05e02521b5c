"""The picture beside the sliders for scale and lr: the loss, the map with its path, the limit."""

import math
from typing import Any, NamedTuple

import torch
from torch import Tensor

from course_utils.explorers.drawing import draw_png, new_figure
from course_utils.figures import PALETTE, number

RINGS = (0.02, 0.1, 0.4, 1.0)  # shares of the excess loss at the start, which lies on the last one


class Bowl(NamedTuple):
    """The mean squared error of `w * x + b` as a bowl: where it is lowest, and how it is bent."""

    best: Tensor  # (w, b) at the lowest point, (2,)
    best_loss: float
    curvatures: Tensor  # the eigenvalues of the Hessian, (2,), ascending
    directions: Tensor  # its eigenvectors, the columns of (2, 2)

    def ring(self, excess: float) -> Tensor:
        """Return 361 points (w, b), as (2, 361), where the loss exceeds the best one by `excess`.

        The excess is half the sum of curvature times squared distance along each direction, so
        that the half-axes of the ellipse are sqrt(2 · excess / curvature).
        """
        turn = torch.linspace(0, 2 * math.pi, 361, dtype=torch.float64)
        half_axes = (2 * excess / self.curvatures).sqrt()
        circle = torch.stack([turn.cos(), turn.sin()])
        return self.best[:, None] + self.directions @ (half_axes[:, None] * circle)


class ScalePicture:
    """Three plots that follow a run: its losses, its learning rate beside the limit, its path.

    `lr_range` and `loss_range` (°C²): the ends of the axes; `epochs`: of the longest run.
    """

    def __init__(
        self, lr_range: tuple[float, float], loss_range: tuple[float, float], epochs: int
    ) -> None:
        margins = {"right": 0.99, "bottom": 0.12, "top": 0.92, "hspace": 0.75}
        self.figure = new_figure(4.4, **margins)
        grid = self.figure.add_gridspec(2, 2, height_ratios=(3.4, 1))
        self.losses = self.figure.add_subplot(grid[0, 0])
        self.rates = self.figure.add_subplot(grid[1, 0])
        self.map = self.figure.add_subplot(grid[:, 1])
        (self.curve,) = self.losses.semilogy([], [], color=PALETTE[0], label="loss")
        self.losses.set(xlabel="epoch", ylabel="loss (°C²)", xlim=(0, epochs), ylim=loss_range)
        self._make_rates(lr_range)
        self._make_map()

    def _make_rates(self, lr_range: tuple[float, float]) -> None:
        axes = self.rates
        self.beyond = axes.axvspan(1, 2)
        self.limit = axes.axvline(1, color="black")
        (self.rate,) = axes.plot([], [], "s", color=PALETTE[1], markersize=9)
        axes.text(0.02, 0.5, "converges", transform=axes.transAxes, va="center")
        axes.text(0.98, 0.5, "diverges", transform=axes.transAxes, va="center", ha="right")
        axes.set(xscale="log", xlim=lr_range, ylim=(0, 1), yticks=[], xlabel="learning rate")

    def _make_map(self) -> None:
        ink = PALETTE[1]
        self.rings = [self.map.plot([], [], "-", color="#555555", linewidth=1)[0] for _ in RINGS]
        (self.path,) = self.map.plot([], [], "-o", color=ink, markersize=4, linewidth=1)
        (self.start,) = self.map.plot(
            [1], [0], "o", color=ink, markersize=9, markerfacecolor="white", label="start (1, 0)"
        )
        (self.lowest,) = self.map.plot([], [], "*", color="black", markersize=12)
        self.map.set(xlabel="w (°C per unit of the scaled reading)", ylabel="b (°C)")
        self.map.set_aspect("equal")

    def draw(self, bowl: Bowl, path: Tensor, losses: Tensor, lr: float, limit: float) -> str:
        """Let every plot follow and return the PNG in base64.

        `path`: (steps + 1, 2), rows (w, b), and `losses`: (steps + 1,), both with the start.
        """
        top = self.losses.get_ylim()[1]
        self.curve.set_data(range(len(losses)), losses.clamp(max=10 * top))
        above, last = "" if losses[-1] <= top else " (above)", number(losses[-1].item())
        self.losses.set_title(f"loss after {len(losses) - 1} epochs: {last}{above}")
        self.beyond.remove()  # which kind of shape it is, and how to move it, is up to matplotlib
        look: Any = {"facecolor": "#DDDDDD", "edgecolor": "white", "hatch": "//"}
        self.beyond = self.rates.axvspan(limit, 10 * self.rates.get_xlim()[1], **look)
        self.limit.set_xdata([limit, limit])
        self.rate.set_data([lr], [0.5])
        labels = [f"limit 2/λmax = {limit:.2e}", f"lr = {lr:.2e}"]
        for artist, label in zip((self.limit, self.rate), labels, strict=True):
            artist.set_label(label)
        place: Any = {"loc": "lower left", "bbox_to_anchor": (-0.02, 0.98), "ncols": 2}
        self.rates.legend(frameon=False, handlelength=1.2, **place)
        self._draw_map(bowl, path, losses[0].item() - bowl.best_loss)
        return draw_png(self.figure)

    def _draw_map(self, bowl: Bowl, path: Tensor, start_excess: float) -> None:
        """Draw rings and path around the lowest point, with one length for w and b."""
        reach = 1.3 * (path[0] - bowl.best).abs().max().item()  # so the start is in sight
        for ring, share in zip(self.rings, RINGS, strict=True):
            ring.set_data(*bowl.ring(share * start_excess))
        self.rings[0].set_label("equal loss")
        outside = (path - bowl.best).abs().amax(dim=1) > reach
        shown = int(outside.int().argmax()) if outside.any() else len(path) - 1
        self.path.set_data(*path[: shown + 1].T)
        self.path.set_label(f"path, {shown} steps")
        self.lowest.set_data(*bowl.best[:, None])
        self.lowest.set_label("lowest loss")
        (w, b), kappa = bowl.best.tolist(), (bowl.curvatures[1] / bowl.curvatures[0]).item()
        self.map.set(xlim=(w - reach, w + reach), ylim=(b - reach, b + reach))
        left = f", path off this map at step {shown}" if outside.any() else ""
        self.map.set_title(f"κ = {number(kappa)}{left}")
        self.map.legend(loc="upper right", frameon=True, framealpha=0.9)
