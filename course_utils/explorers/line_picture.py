"""The picture beside the two knobs: the line among its readings, and the map of its loss."""

from typing import Any

import torch
from matplotlib.ticker import MaxNLocator

from course_utils.explorers.drawing import MovingPicture, new_figure
from course_utils.figures import PALETTE, number, plot_contours

Range = tuple[float, float]


def loss_of(w: Any, b: Any, t_u: torch.Tensor, t_c: torch.Tensor) -> torch.Tensor:
    """Return the mean squared errors (°C²) of `w * t_u + b` for all pairs of w and b.

    `w` and `b`: numbers or tensors of shapes that broadcast, and the losses have the shape that
    comes of it; `t_u`, `t_c`: (examples,).
    """
    w, b = torch.as_tensor(w), torch.as_tensor(b)
    return ((w[..., None] * t_u + b[..., None] - t_c) ** 2).mean(dim=-1)


class LinePicture:
    """Two plots that follow w and b: the line among its readings, and the place on the map.

    `t_u`, `t_c`: (examples,) on the CPU; `w_range`, `b_range`: the edges of the map; `start`: the
    (w, b) whose line fits into the left half.
    """

    def __init__(
        self, t_u: torch.Tensor, t_c: torch.Tensor, w_range: Range, b_range: Range, start: Range
    ) -> None:
        self.t_u, self.t_c = t_u, t_c
        self.figure = new_figure(layout="constrained")
        self.left, self.right = self.figure.subplots(1, 2)
        self._draw_line(start)
        self._draw_map(w_range, b_range)
        moving = [self.misses, self.line, self.trail, self.here]
        self._picture = MovingPicture(self.figure, moving)

    def _draw_line(self, start: Range) -> None:
        ink, axes = PALETTE[1], self.left
        margin = 0.05 * (self.t_u.max() - self.t_u.min()).item()
        self.ends = (self.t_u.min().item() - margin, self.t_u.max().item() + margin)
        self.misses = axes.vlines([], [], [], colors="#777777", linestyles=":", label="misses")
        (self.line,) = axes.plot([], [], "-", color=ink, label="w · t_u + b")
        axes.plot(self.t_u, self.t_c, "o", color=PALETTE[0], label="observed")
        shown = torch.cat([self.t_c, start[0] * self.t_u + start[1]])
        low, high = shown.min().item(), shown.max().item()
        margin = 0.15 * (high - low)
        axes.set(xlabel="reading t_u (unknown unit)", ylabel="temperature t_c (°C)")
        axes.set(xlim=self.ends, ylim=(low - margin, high + margin))
        axes.legend(loc="upper left")

    def _draw_map(self, w_range: Range, b_range: Range) -> None:
        ink, axes = PALETTE[1], self.right
        plot_contours(lambda w, b: loss_of(w, b, self.t_u, self.t_c), w_range, b_range, ax=axes)
        axes.xaxis.set_major_locator(MaxNLocator(5))
        (self.trail,) = axes.plot([], [], "-o", markersize=4, color=ink, label="trail")
        (self.here,) = axes.plot([], [], "s", markersize=9, color=ink, label="here")
        axes.legend(loc="lower left", title="contours: loss (°C²)", frameon=True, framealpha=0.9)

    def draw(self, trail: list[tuple[float, float]], *, off_map: bool) -> str:
        """Move line, misses, trail and point to the last (w, b) of the trail; return base64 PNG."""
        w, b = trail[-1]
        x = torch.tensor(self.ends)
        self.line.set_data(x, w * x + b)
        corners = [self.t_u, self.t_c, self.t_u, w * self.t_u + b]
        self.misses.set_segments(list(torch.stack(corners, dim=1).reshape(-1, 2, 2).numpy()))
        self.trail.set_data(*zip(*trail, strict=True))
        self.here.set_data([w], [b])
        loss = loss_of(w, b, self.t_u, self.t_c).item()
        self.left.set_title(f"mean squared error {number(loss)} °C²")
        title = f"w = {number(w)}, b = {number(b)}"
        self.right.set_title(f"{title}: off this map" if off_map else title)
        return self._picture.draw_png()
