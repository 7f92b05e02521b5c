"""A network as circles and lines: its units column by column, its weights as lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.offsetbox import AnnotationBbox, TextArea
from torch import nn

from course_utils.figures.arrays import as_array
from course_utils.figures.style import PALETTE

MOST_UNITS = 16  # in a column, that can still be told apart
MOST_NUMBERS = 16  # weights that can be written on their lines
FEW = 6  # so many weights into one unit are told one by one
PALE = "#BBBBBB"
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def draw_network(
    model: nn.Module, *, kept: Any = None, numbers: bool | None = None, ax: Axes | None = None
) -> Axes:
    """Draw the units and weights of a chain of linear layers; return the Axes.

    `model` holds layers `nn.Linear`, each of which takes what the one before gives. A line is a
    weight: solid and blue where it is positive, dashed and orange where it is negative, the wider
    the larger in its layer. `numbers` writes weights on the lines and biases below the units; left
    out, it does so for up to 16 weights. `kept` makes a thinned network: truth values for each
    hidden layer, (units,), and a unit with False is drawn pale, with all its lines.

    Raises ValueError for a model without such a chain, for more than 16 units in a layer, and for
    `kept` that does not fit the hidden layers; TypeError for one that holds no numbers.
    """
    layers = _chain(model)
    sizes = [layers[0].in_features, *(layer.out_features for layer in layers)]
    stays = _stays(sizes, kept)
    if ax is None:
        size = (2.4 * len(layers) + 1.2, 0.72 * max(sizes) + 1.0)
        ax = plt.subplots(figsize=size)[1]
    if numbers is None:
        numbers = sum(layer.weight.numel() for layer in layers) <= MOST_NUMBERS
    names = _names(sizes)
    for column, layer in enumerate(layers):
        _draw_weights(ax, layer, column, names, stays, numbers)
    edge = (max(sizes) - 1) / 2
    for column, title in enumerate(_titles(model, len(sizes))):
        biases = None if column == 0 or not numbers else layers[column - 1].bias
        _draw_units(ax, column, names[column], stays[column], title, biases)
        ax.text(column, -edge - 0.62, title, ha="center", va="top")
    ax.set(xlim=(-0.35, len(layers) + 0.35), ylim=(-edge - 1.2, edge + 0.5))
    ax.set_axis_off()
    columns = f"{', '.join(map(str, sizes[:-1]))} and {sizes[-1]}"
    kind = "network" if kept is None else "thinned network"
    ax.set_label(f"a {kind} with layers of {columns} units")
    return ax


def _chain(model: nn.Module) -> list[nn.Linear]:
    """Return the linear layers of a model in order, if each takes what the one before gives."""
    is_model = isinstance(model, nn.Module)
    layers = [it for it in model.modules() if isinstance(it, nn.Linear)] if is_model else []
    if not layers:
        got = "none" if is_model else type(model).__name__
        raise ValueError(f"model must hold linear layers, got {got}: pass a network of nn.Linear.")
    for before, after in pairwise(layers):
        if before.out_features != after.in_features:
            raise ValueError(
                f"each layer must take what the one before gives, got {before.out_features} "
                f"outputs and then {after.in_features} inputs: pass a plain chain of layers."
            )
    most = max(layers[0].in_features, *(layer.out_features for layer in layers))
    if most > MOST_UNITS:
        wanted = f"a drawing holds at most {MOST_UNITS} units in a layer"
        raise ValueError(f"{wanted}, got {most}: draw a smaller network.")
    return layers


def _stays(sizes: Sequence[int], kept: Any) -> list[np.ndarray]:
    """Return truth values for each column: which units are drawn clearly."""
    stays = [np.ones(size, dtype=bool) for size in sizes]
    if kept is None:
        return stays
    masks = [as_array(mask).astype(bool) for mask in kept]
    shapes, wanted = [mask.shape for mask in masks], [(size,) for size in sizes[1:-1]]
    if shapes != wanted:
        raise ValueError(
            f"kept must hold truth values for each hidden layer, {wanted}, got {shapes}: pass a "
            "list of masks, one for each hidden layer."
        )
    return [stays[0], *masks, stays[-1]]


def _names(sizes: Sequence[int]) -> list[list[str]]:
    """Return what the units are called: x₁, h₁, ŷ₁; a single input or output has no number."""
    letters = ["x"] + ["h"] * (len(sizes) - 2) + ["ŷ"]
    return [
        [letter + (str(i + 1).translate(SUBSCRIPTS) if size > 1 else "") for i in range(size)]
        for letter, size in zip(letters, sizes, strict=True)
    ]


def _titles(model: nn.Module, num_columns: int) -> list[str]:
    """Return what stands below the columns, with the activation where the model names one."""
    found: list[str] = []
    for module in model.modules():
        if isinstance(module, nn.Linear):
            found.append("")
        elif found and not list(module.children()) and not isinstance(module, nn.Dropout):
            found[-1] = type(module).__name__
    hidden = []
    for place, activation in enumerate(found[: num_columns - 2]):
        which = "hidden" if num_columns == 3 else f"hidden {place + 1}"
        hidden.append(f"{which}\n{activation}".strip())
    return ["input", *hidden, "output"]


def _height(names: Sequence[str], place: int) -> float:
    return (len(names) - 1) / 2 - place


def _text(value: float) -> str:
    """Return a weight as it is written on its line, with a true minus."""
    return f"{value:.3g}".replace("-", "−")


def _draw_weights(
    ax: Axes,
    layer: nn.Linear,
    column: int,
    names: list[list[str]],
    stays: list[np.ndarray],
    numbers: bool,
) -> None:
    """Draw the lines into each unit of the column to the right; their label tells the weights."""
    weights = as_array(layer.weight)
    largest = np.abs(weights).max() or 1.0
    pale = []
    for target, row in enumerate(weights):
        clear, widths, looks, said = [], [], [], []
        for source, weight in enumerate(row):
            start = (column, _height(names[column], source))
            end = (column + 1, _height(names[column + 1], target))
            if not (stays[column][source] and stays[column + 1][target]):
                pale.append((start, end))
                continue
            clear.append((start, end))
            widths.append(0.6 + 2.4 * abs(weight) / largest)
            looks.append((PALETTE[1], "--") if weight < 0 else (PALETTE[0], "-"))
            said.append(f"{_text(weight)} from {names[column][source]}")
            if numbers:
                along = 0.36 - 0.12 * (source % 2)  # so that lines cross where nothing is written
                place = (column + along, start[1] + along * (end[1] - start[1]))
                _write(ax, place, _text(weight), backed=True)
        if not clear:
            continue
        if len(said) > FEW:
            said = [f"{len(said)} weights, from {_text(row.min())} to {_text(row.max())}"]
        words = f"into {names[column + 1][target]}: {', '.join(said)}"
        if layer.bias is not None:
            words += f"; bias {_text(as_array(layer.bias)[target])}"
        colours, styles = zip(*looks, strict=True)
        lines = LineCollection(
            clear, colors=colours, linestyles=list(styles), linewidths=widths, label=words, zorder=2
        )
        ax.add_collection(lines)
    if pale:
        look: Any = {"colors": PALE, "linewidths": 0.5, "alpha": 0.6, "zorder": 1}
        ax.add_collection(LineCollection(pale, label="left out, pale", **look))


def _draw_units(
    ax: Axes, column: int, names: list[str], stays: np.ndarray, title: str, biases: Any
) -> None:
    """Draw the circles of one column, with their names and biases."""
    look: Any = {"marker": "o", "markersize": 25, "linestyle": "none", "zorder": 3}
    heights = np.array([_height(names, place) for place in range(len(names))])
    words = " ".join(title.split())
    for which, ink, label in ((stays, "#333333", words), (~stays, PALE, f"{words}, left out")):
        if which.any():
            shown, places = heights[which], np.full(int(which.sum()), column)
            look["markerfacecolor"] = "white"
            ax.plot(places, shown, markeredgecolor=ink, label=label, **look)
    for place, name in enumerate(names):
        _write(ax, (column, heights[place]), name, ink="black" if stays[place] else PALE)
        if biases is not None and stays[place]:
            _write(ax, (column, heights[place] - 0.42), f"bias {_text(as_array(biases)[place])}")


def _write(
    ax: Axes, place: tuple[float, float], words: str, ink: str = "black", backed: bool = False
) -> None:
    """Write on the drawing what the labels of lines and units say already, so it is told once."""
    text = TextArea(words, textprops={"color": ink, "fontsize": 9})
    look = {"facecolor": "white", "edgecolor": "none"}
    box = AnnotationBbox(text, place, frameon=backed, pad=0.1, bboxprops=look, zorder=4)
    ax.add_artist(box)
