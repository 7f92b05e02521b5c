"""The plots that the course draws more than once: a loss curve, contours with a path, a fit."""

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm
from matplotlib.ticker import MaxNLocator

from course_utils.figures.arrays import as_array
from course_utils.figures.style import PALETTE

BACKED: Any = {"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 1.5}


def plot_loss(
    losses: Any,
    *,
    ax: Axes | None = None,
    label: str | None = None,
    log: bool = True,
    y_label: str = "loss",
) -> Axes:
    """Draw the loss of each epoch, the first being epoch 1, and return the Axes.

    `losses`: (epochs,), a tensor or numbers; `log`: a logarithmic loss axis; `y_label`: with unit.
    Where the losses stop being finite the curve ends in a cross, and words say from which epoch on.

    Raises ValueError for another shape, for no losses, and for a loss that a log axis cannot show.
    """
    values = as_array(losses)
    if values.ndim != 1 or not len(values):
        wanted = "losses must be (epochs,), one or more"
        raise ValueError(f"{wanted}, got {values.shape}: collect one for each epoch.")
    epochs, finite = np.arange(1, len(values) + 1), np.isfinite(values)
    if log and (values[finite] <= 0).any():
        lowest = values[finite].min()
        raise ValueError(f"a log axis needs losses above 0, got {lowest:.4g}: pass log=False.")
    ax = ax or plt.subplots()[1]
    # Few epochs are told apart by markers; hundreds of markers would only thicken the line.
    marker = "o" if len(values) <= 30 else ""
    (line,) = ax.plot(epochs, np.where(finite, values, np.nan), marker=marker, label=label)
    ax.set(xlabel="epoch", ylabel=y_label)
    if log and finite.any():
        ax.set_yscale("log")
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    if not finite.all():
        _mark_end(ax, values, line.get_color())
    if label:
        ax.legend()
    return ax


def _mark_end(ax: Axes, values: np.ndarray, colour: Any) -> None:
    """Say on the plot at which epoch the loss stops being a number that can be drawn."""
    finite = np.isfinite(values)
    bad = int(np.argmin(finite))
    when = f"at epoch {bad + 1}" if finite[bad:].any() else f"from epoch {bad + 1} on"
    words = f"not finite {when}"
    if bad == 0:
        ax.annotate(words, (0.5, 0.5), xycoords="axes fraction", ha="center")
        return
    last = (bad, values[bad - 1])  # the loss of epoch 1 stands at place 0
    ax.plot(*last, marker="X", markersize=11, linestyle="none", color=colour)
    # Towards the middle of the plot, where there is room.
    shift, side = (12, "left") if last[0] < np.mean(ax.get_xlim()) else (-12, "right")
    place: Any = {"xytext": (shift, 0), "textcoords": "offset points", "ha": side, "va": "center"}
    ax.annotate(words, last, **place)


def plot_contours(
    loss_of: Callable[[torch.Tensor, torch.Tensor], torch.Tensor],
    w_range: tuple[float, float],
    b_range: tuple[float, float],
    *,
    path: Any = None,
    path_label: str | None = None,
    ax: Axes | None = None,
    num: int = 101,
    device: torch.device | str = "cpu",
    x_label: str = "w (°C per unit of the reading)",
    y_label: str = "b (°C)",
    heights: bool = True,
) -> Axes:
    """Draw the heights of a loss of two parameters, with a path over them; return the Axes.

    `loss_of` is called once, with w (1, num) and b (num, 1) on `device`, and returns the losses,
    (num, num). `path`: (steps, 2), one row (w, b) for each point visited; its start is a white
    circle, its end a square, and words say where it leaves the picture. Darker means a higher loss;
    `heights` writes it on the contours. Raises ValueError for other shapes, and if no loss is
    finite.
    """
    w = torch.linspace(*w_range, num, device=device)[None, :]
    b = torch.linspace(*b_range, num, device=device)[:, None]
    with torch.no_grad():
        surface = np.ma.masked_invalid(as_array(loss_of(w, b)))
    if surface.shape != (num, num):
        wanted = f"loss_of must return one loss for each pair, ({num}, {num})"
        raise ValueError(f"{wanted}, got {surface.shape}: let w and b broadcast.")
    if not surface.count():
        raise ValueError("loss_of must be finite somewhere, got none: choose other ranges.")
    points = as_array([[0.0, 0.0]] if path is None else path)
    if points.ndim != 2 or points.shape[1] != 2 or not len(points):
        wanted = "path must be (steps, 2), one row (w, b) for each"
        raise ValueError(f"{wanted}, got {points.shape}: stack the parameters.")
    ax = ax or plt.subplots()[1]
    levels, norm = _levels(surface)
    surface = np.ma.maximum(surface, 1e-9 * surface.max()) if norm else surface  # zero has no log
    grid = (as_array(w)[0], as_array(b)[:, 0], surface)
    ax.contourf(*grid, levels=levels, norm=norm, cmap="Blues", alpha=0.5, extend="both")
    lines = ax.contour(*grid, levels=levels, norm=norm, colors="#333333", linewidths=0.7)
    if heights:
        ax.clabel(lines, fontsize=8, fmt=lambda level: f"{level:g}")
    ax.set(xlabel=x_label, ylabel=y_label, xlim=w_range, ylim=b_range)
    ax.grid(visible=False)
    if path is not None:
        _draw_path(ax, points, path_label)
    return ax


def _levels(surface: np.ma.MaskedArray) -> tuple[np.ndarray, LogNorm | None]:
    """Return round heights for the contours: by ratio for a loss that spans decades."""
    low, high = float(surface.min()), float(surface.max())
    if low < 0 or high <= 10 * low:
        return np.asarray(MaxNLocator(10).tick_values(low, high)), None
    low = max(low, high * 5e-4)  # zero has no logarithm, and the smallest rings only smudge
    decades = 10.0 ** np.arange(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)
    levels = np.outer(decades, (1, 2, 5)).ravel()
    return levels[(levels > low) & (levels < high)], LogNorm(low, high)


def _draw_path(ax: Axes, points: np.ndarray, label: str | None) -> None:
    """Draw the path as far as it can be followed, and say where it leaves the picture."""
    (left, right), (bottom, top) = sorted(ax.get_xlim()), sorted(ax.get_ylim())
    w, b = points.T
    outside = ~((left <= w) & (w <= right) & (bottom <= b) & (b <= top))  # nan is outside as well
    shown = int(np.argmax(outside)) + 1 if outside.any() else len(points)
    followed = points[:shown][np.isfinite(points[:shown]).all(axis=1)]
    ink = PALETTE[1]
    ax.plot(*followed.T, "-o", color=ink, markersize=4, label=label or "path")
    end: Any = {"linestyle": "none", "markersize": 9, "markeredgecolor": ink}
    if not outside[0]:
        ax.plot(*points[0], marker="o", markerfacecolor="white", label="start", **end)
    if outside.any():
        where = "starts outside this picture"
        where = where if outside[0] else f"leaves this picture at step {shown - 1}"
        place: Any = {"xycoords": "axes fraction", "ha": "center", "va": "top", "bbox": BACKED}
        ax.annotate(f"the path {where}", (0.5, 0.95), **place)
    else:
        after = f"end, after {len(points) - 1} step{'' if len(points) == 2 else 's'}"
        ax.plot(*points[-1], marker="s", markerfacecolor=ink, label=after, **end)
    ax.legend(loc="lower left", frameon=True, framealpha=0.9)


def plot_fit(
    x: Any,
    y: Any,
    model: Callable[[torch.Tensor], torch.Tensor],
    *,
    ax: Axes | None = None,
    label: str = "model",
    x_label: str = "reading (unknown unit)",
    y_label: str = "temperature (°C)",
) -> Axes:
    """Draw the points and the model's curve over their range; return the Axes.

    `x`, `y`: (examples,) or (examples, 1); `model` is called once with 200 values of x, shaped,
    typed and placed like `x`, and returns one prediction for each.
    Raises ValueError if x and y do not pair up or if the model returns another number of values.
    """
    seen, targets = as_array(x).ravel(), as_array(y).ravel()
    inputs = torch.as_tensor(x).detach()
    is_one_each = inputs.dim() > 0 and inputs.numel() == len(inputs)
    if seen.shape != targets.shape or not len(seen) or not is_one_each:
        got = f"{as_array(x).shape} and {as_array(y).shape}"
        raise ValueError(f"x and y must pair up, one number each, got {got}: plot one feature.")
    margin = 0.05 * (seen.max() - seen.min())
    places = np.linspace(seen.min() - margin, seen.max() + margin, 200)
    floating = inputs.dtype if inputs.is_floating_point() else torch.get_default_dtype()
    grid = torch.tensor(places, dtype=floating, device=inputs.device)
    with torch.no_grad():
        curve = as_array(model(grid.reshape(-1, *inputs.shape[1:]))).ravel()
    if curve.shape != places.shape:
        wanted = "model must return one prediction for each of 200 inputs"
        raise ValueError(f"{wanted}, got {curve.size}: let it take a whole tensor at once.")
    ax = ax or plt.subplots()[1]
    ax.plot(seen, targets, "o", color=PALETTE[0], label="observed")
    ax.plot(places, curve, "-", color=PALETTE[1], label=label)
    ax.set(xlabel=x_label, ylabel=y_label)
    ax.legend()
    return ax
