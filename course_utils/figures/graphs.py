"""The graph behind a number that differentiates itself, drawn with its numbers."""

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from course_utils.autodiff import ancestors
from course_utils.figures.rows import plural
from course_utils.figures.style import PALETTE

MOST_NODES = 16  # what can still be read
INCHES = (2.3, 1.1)  # from one column to the next, and from one box of a column to the next
BEND = 0.3  # of arrows that would hide one another, as a share of their length
AIR = 3  # points between a box and the end of an arrow


def plot_graph(result: Any, *, ax: Axes | None = None, **names: Any) -> Axes:
    """Draw all that `result` was computed from, with values, gradients and slopes; return the Axes.

    `result` and the numbers behind it have `val`, `grad`, `op` and `parents`, which holds a pair
    (operand, local slope) for each operand, as `autodiff.Scalar` does. Names are given by keyword:
    `plot_graph(y, x=x, y=y)`. Inputs are round; an arrow leads from an operand to the result and
    carries the local slope. Raises ValueError for more than 16 numbers.

    Source of the layout, in columns by depth: Sugiyama, Tagawa and Toda, Methods for Visual
    Understanding of Hierarchical System Structures (1981), much simplified.
    """
    order = ancestors(result)
    if len(order) > MOST_NODES:
        raise ValueError(
            f"a drawing holds at most {MOST_NODES} numbers, got {len(order)}: draw a smaller part."
        )
    places = _places(order)
    columns, rows = zip(*places.values(), strict=True)
    if ax is None:
        size = (INCHES[0] * (max(columns) + 1), INCHES[1] * (max(rows) - min(rows) + 1.4))
        ax = plt.subplots(figsize=size)[1]
    called = {id(node): name for name, node in names.items()}
    halves = {
        id(node): _draw_box(ax, node, places[id(node)], called.get(id(node), "")) for node in order
    }
    for node in order:
        _draw_arrows(ax, node, places, halves)
    ax.set(xlim=(-0.5, max(columns) + 0.5), ylim=(min(rows) - 0.7, max(rows) + 0.7))
    ax.set_axis_off()
    ax.set_label(f"a graph of {len(order)} {plural('number', len(order))}")
    return ax


def _places(order: list[Any]) -> dict[int, tuple[float, float]]:
    """Return where each box stands: the column of its depth, near the rows of its results."""
    column: dict[int, int] = {}
    for node in order:
        column[id(node)] = max((column[id(parent)] + 1 for parent, _ in node.parents), default=0)
    results: dict[int, list[Any]] = {id(node): [] for node in order}
    for node in order:
        for parent, _ in node.parents:
            results[id(parent)].append(node)
    for node in order:  # an input stands directly before the first result that uses it
        if not node.parents and results[id(node)]:
            column[id(node)] = min(column[id(user)] for user in results[id(node)]) - 1
    places: dict[int, tuple[float, float]] = {}
    for wanted in range(max(column.values()), -1, -1):
        inside = [node for node in order if column[id(node)] == wanted]

        def row(node: Any) -> float:
            rows = [places[id(user)][1] for user in results[id(node)]]
            return -sum(rows) / len(rows) if rows else 0.0

        inside.sort(key=row)
        middle = -sum(map(row, inside)) / len(inside)
        for i, node in enumerate(inside):
            places[id(node)] = wanted, middle + (len(inside) - 1) / 2 - i
    return places


def _draw_box(ax: Axes, node: Any, place: tuple[float, float], name: str) -> tuple[float, float]:
    """Draw the box of a number; return half its width and half its height, in points."""
    title = " ".join(word for word in (name, f"({node.op})" if node.op else "") if word)
    words = [title, f"value {node.val:.6g}", f"grad {node.grad:.6g}"]
    style, pad = ("round", 0.35) if node.parents else ("round4", 0.45)
    look = {
        "boxstyle": f"{style},pad={pad}",
        "facecolor": "white" if node.parents else "#E8F0F7",
        "edgecolor": PALETTE[0],
    }
    text = "\n".join(word for word in words if word)
    drawn = ax.text(*place, text, ha="center", va="center", fontsize=10, bbox=look, zorder=3)
    extent, points = drawn.get_window_extent(), 72 / ax.figure.dpi
    return extent.width * points / 2 + 10 * pad, extent.height * points / 2 + 10 * pad


def _draw_arrows(
    ax: Axes,
    node: Any,
    places: dict[int, tuple[float, float]],
    halves: dict[int, tuple[float, float]],
) -> None:
    arrows = zip(node.parents, _arrows(node, places), strict=True)
    for (parent, _), ((x0, y0), (x1, y1), bend, slope) in arrows:
        right, up = (x1 - x0) * INCHES[0], (y1 - y0) * INCHES[1]
        along, turn = math.atan2(up, right), math.atan(2 * bend)  # an arc leaves and arrives turned
        arrow: dict[str, Any] = {
            "arrowstyle": "-|>",
            "color": "#444444",
            "connectionstyle": f"arc3,rad={bend}",
            "shrinkA": AIR + _to_edge(halves[id(parent)], along - turn),
            "shrinkB": AIR + _to_edge(halves[id(node)], along + turn),
        }
        ax.annotate("", (x1, y1), xytext=(x0, y0), arrowprops=arrow, zorder=1)
        # Half of the way along the arc. It bends to the right of its direction, on paper.
        aside = (up * bend / 2 / INCHES[0], -right * bend / 2 / INCHES[1])
        middle = ((x0 + x1) / 2 + aside[0], (y0 + y1) / 2 + aside[1])
        backed = {"facecolor": "white", "edgecolor": "none", "pad": 1.0}
        words = f"{slope:.6g}"
        ax.text(*middle, words, ha="center", va="center", color=PALETTE[1], bbox=backed, zorder=2)


def _to_edge(half: tuple[float, float], angle: float) -> float:
    """Return how far it is from the middle of a box to its edge, in this direction."""
    across, up = abs(math.cos(angle)), abs(math.sin(angle))
    return min(half[0] / max(across, 1e-9), half[1] / max(up, 1e-9))


def _arrows(
    node: Any, places: dict[int, tuple[float, float]]
) -> Iterator[tuple[tuple[float, float], tuple[float, float], float, float]]:
    """Give start, end, bend and slope of each arrow.

    Several between two boxes bend apart; one that passes a column bends around its boxes.
    """
    total = Counter(id(parent) for parent, _ in node.parents)
    drawn: Counter[int] = Counter()
    for parent, slope in node.parents:
        which, number = drawn[id(parent)], total[id(parent)]
        drawn[id(parent)] += 1
        start, end = places[id(parent)], places[id(node)]
        bend = -BEND if end[0] - start[0] > 1 else 0.0
        if number > 1:
            bend += BEND * (2 * which / (number - 1) - 1)
        yield start, end, bend, slope
