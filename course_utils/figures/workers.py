"""Who sends what to whom: the workers of data parallelism, and the chunks of a ring."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.offsetbox import AnnotationBbox, TextArea

from course_utils.figures.style import PALETTE

MOST_WORKERS = 5  # that can still be told apart


def plot_shares(world_size: int = 2, batch_size: int = 6, *, ax: Axes | None = None) -> Axes:
    """Draw one step of data parallelism; return the Axes.

    The examples of a batch are dealt out like cards; each worker has a copy of the model and finds
    the gradient of its share; the average goes back to all.

    Raises ValueError for fewer than 2 or more than 5 workers.
    """
    _check(world_size)
    ax = ax or plt.subplots(figsize=(7.2, 1.1 * world_size + 0.8))[1]
    rows = [(world_size - 1) / 2 - rank for rank in range(world_size)]
    for example in range(batch_size):
        rank = example % world_size
        height = ((batch_size - 1) / 2 - example) * (world_size - 0.4) / batch_size
        _write(ax, (0, height), f"example {example}", PALETTE[rank])
        _arrow(ax, (0.36, height), (1.0, rows[rank]), PALETTE[rank])
    for rank, row in enumerate(rows):
        _write(ax, (1.5, row), f"worker {rank}\ncopy of the model", PALETTE[rank])
        _arrow(ax, (2.05, row + 0.1), (3.25, 0.1), PALETTE[rank])
        _arrow(ax, (3.25, -0.1), (2.05, row - 0.1), "black", "--")
        share = ", ".join(str(example) for example in range(rank, batch_size, world_size))
        label = f"worker {rank} gets examples {share}, sends its gradient and gets the average"
        ax.plot(1.5, row, "o", color=PALETTE[rank], label=label)
    _write(ax, (3.75, 0), "average of the\ngradients", "black")
    for place, words in ((2.65, 0.48), (2.65, -0.48)):
        said = "its gradient" if words > 0 else "the average"
        _write(ax, (place, words * (world_size - 0.5)), said, "black", framed=False)
    ax.set(xlim=(-0.5, 4.4), ylim=(-world_size / 2 - 0.2, world_size / 2 + 0.2))
    ax.set_axis_off()
    return ax


def plot_ring(world_size: int = 3) -> Figure:
    """Draw who sends to whom in a ring, and what each worker holds after each step; return it.

    A row is a worker and a column a chunk of the gradient; the number says how many workers'
    gradients are added up in it. Bold on grey is what has just arrived.
    Source: Patarasuk and Yuan, Bandwidth optimal all-reduce algorithms for clusters of workstations
    (2009).

    Raises ValueError for fewer than 2 or more than 5 workers.
    """
    _check(world_size)
    states = _states(world_size)
    size = (1.7 * (len(states) + 1), 2.4)
    figure, axes = plt.subplots(1, len(states) + 1, figsize=size)
    _draw_circle(axes[0], world_size)
    for step, (ax, (counts, arrived)) in enumerate(zip(axes[1:], states, strict=True)):
        ways = "add" if step < world_size else "copy"
        ax.set_title(f"step {step}: {ways}" if step else "start", fontsize=10)
        for rank, row in enumerate(counts):
            words = ", ".join(str(count) for count in row)
            squares = {"color": "black", "markersize": 3, "label": f"worker {rank} holds {words}"}
            ax.plot(range(world_size), np.full(world_size, -rank), "s", **squares)
            for chunk, count in enumerate(row):
                new = (rank, chunk) in arrived
                face = "#DDDDDD" if new else "white"
                box = {"facecolor": face, "edgecolor": "black", "linewidth": 0.8}
                ax.add_artist(_cell(str(count), (chunk, -rank), box, bold=new))
        ends = (-0.6, world_size - 0.4)
        ax.set(xlim=ends, ylim=(-ends[1], -ends[0]), aspect="equal", xticks=[])
        names = [f"worker {rank}" for rank in range(world_size)] if step == 0 else []
        ax.set_yticks([-rank for rank in range(len(names))], names)
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        ax.grid(False)
    return figure


def _check(world_size: int) -> None:
    if not 2 <= world_size <= MOST_WORKERS:
        raise ValueError(
            f"a drawing holds 2 to {MOST_WORKERS} workers, got {world_size}: draw fewer of them."
        )


def _states(world_size: int) -> list[tuple[np.ndarray, set[tuple[int, int]]]]:
    """Return how many gradients are in each chunk, (workers, chunks), and what has just arrived."""
    counts = np.ones((world_size, world_size), dtype=int)
    states: list[tuple[np.ndarray, set[tuple[int, int]]]] = [(counts.copy(), set())]
    for step in range(2 * (world_size - 1)):
        before, arrived = counts.copy(), set()
        for rank in range(world_size):
            chunk, target = (rank - step) % world_size, (rank + 1) % world_size
            own = counts[target, chunk] if step < world_size - 1 else 0
            counts[target, chunk] = own + before[rank, chunk]
            arrived.add((target, chunk))
        states.append((counts.copy(), arrived))
    return states


def _draw_circle(ax: Axes, world_size: int) -> None:
    angles = np.pi / 2 - 2 * np.pi * np.arange(world_size) / world_size
    across, up = np.cos(angles).round(6), np.sin(angles).round(6)
    for rank in range(world_size):
        place, (x, y) = (across[rank], up[rank]), (across[rank - 1], up[rank - 1])
        way = ((place[0] - x) * 0.3, (place[1] - y) * 0.3)
        _arrow(ax, (x + way[0], y + way[1]), (place[0] - way[0], place[1] - way[1]), "black")
        _write(ax, place, str(rank), "black")
        label = f"worker {rank} sends to worker {(rank + 1) % world_size}"
        ax.plot(*place, "o", color="black", label=label)
    ax.set_title("who sends to whom", fontsize=10)
    ax.set(xlim=(-1.4, 1.4), ylim=(-1.3, 1.4), aspect="equal")
    ax.set_axis_off()


def _cell(words: str, place: tuple[float, float], box: dict, *, bold: bool) -> AnnotationBbox:
    weight = "bold" if bold else "normal"
    text = TextArea(words, textprops={"fontsize": 11, "fontweight": weight})
    return AnnotationBbox(text, place, pad=0.4, bboxprops=box)


def _write(
    ax: Axes, place: tuple[float, float], words: str, colour: str, *, framed: bool = True
) -> None:
    """Write what the labels say already, so that it is told once."""
    text = TextArea(words, textprops={"fontsize": 9, "multialignment": "center"})
    look = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": colour}
    ax.add_artist(AnnotationBbox(text, place, frameon=framed, pad=0.2, bboxprops=look))


def _arrow(
    ax: Axes, start: tuple[float, float], end: tuple[float, float], colour: str, style: str = "-"
) -> None:
    arrow = {"arrowstyle": "-|>", "color": colour, "linestyle": style, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", end, xytext=start, arrowprops=arrow)
