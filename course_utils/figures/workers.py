"""Who sends what to whom: the workers of data parallelism, and the chunks of a ring."""

from numbers import Integral
from string import ascii_lowercase

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.offsetbox import AnnotationBbox, TextArea

from course_utils.figures.style import PALETTE

MOST_WORKERS = 5  # that can still be told apart
FOLLOWED = "#F4C08C"  # a pale orange: the chunk whose way is to be followed


def plot_shares(world_size: int = 2, batch_size: int = 6, *, ax: Axes | None = None) -> Axes:
    """Draw one step of data parallelism; return the Axes.

    The examples of a batch are dealt out like cards; each worker has a copy of the model and finds
    the gradient of its share; each gradient goes to all, and all take the same step.

    Raises ValueError for fewer than 2 or more than 5 workers, and for a batch without examples.
    """
    _check(world_size)
    if isinstance(batch_size, bool) or not isinstance(batch_size, Integral) or batch_size < 1:
        raise ValueError(f"batch_size must be an integer from 1 up, got {batch_size!r}: try 6.")
    ax = ax or plt.subplots(figsize=(7.2, 1.1 * world_size + 0.8))[1]
    rows = [(world_size - 1) / 2 - rank for rank in range(world_size)]
    for example in range(batch_size):
        rank = example % world_size
        height = ((batch_size - 1) / 2 - example) * (world_size - 0.4) / batch_size
        _write(ax, (0, height), f"example {example}", PALETTE[rank])
        _arrow(ax, (0.28, height), (1.06, rows[rank]), PALETTE[rank])
    for rank, row in enumerate(rows):
        _write(ax, (1.5, row), f"worker {rank}\ncopy of the model", PALETTE[rank])
        for other in rows:
            _arrow(ax, (1.94, row), (3.27, other + 0.1 * (row - other)), PALETTE[rank])
        share = ", ".join(str(example) for example in range(rank, batch_size, world_size))
        label = f"worker {rank} gets examples {share}, sends its gradient and gets the average"
        ax.plot(1.5, row, "o", color=PALETTE[rank], label=label)
        _write(ax, (3.73, row), f"worker {rank}\naverage, same step", PALETTE[rank])
    _write(ax, (2.57, rows[0] + 0.3), "its gradient, to all", "black", framed=False)
    ax.set(xlim=(-0.5, 4.4), ylim=(-world_size / 2 - 0.2, world_size / 2 + 0.2))
    ax.set_axis_off()
    ax.set_label(f"a drawing of {world_size} workers that share a batch of {batch_size}")
    return ax


def plot_ring(world_size: int = 3) -> Figure:
    """Draw who sends to whom in a ring, and what each worker holds after each step; return it.

    A row is a worker and a column a chunk of the gradient; the letters say whose gradients are
    added up in it. What its worker sends next is coloured, the first column orange, the others
    grey.
    Source: Patarasuk and Yuan, Bandwidth optimal all-reduce algorithms for clusters of workstations
    (2009).

    Raises ValueError for fewer than 2 or more than 5 workers.
    """
    _check(world_size)
    states = _states(world_size)
    size = (0.75 * world_size**2 + 0.5, 1.4 * world_size)
    size_of_letters = min(11, 33 / world_size)  # so that a whole sum has room
    figure, axes = plt.subplots(2, world_size, figsize=size)
    _draw_circle(axes.flat[0], world_size)
    for step, (ax, (sums, moving)) in enumerate(zip(axes.flat[1:], states, strict=True)):
        ways = "add" if step < world_size else "copy"
        ax.set_title(f"step {step}: {ways}" if step else "start", fontsize=10)
        for rank, row in enumerate(sums):
            squares = {"color": "black", "markersize": 3}
            label = f"worker {rank} holds {', '.join(row)}"
            ax.plot(range(world_size), np.full(world_size, -rank), "s", label=label, **squares)
            for chunk, letters in enumerate(row):
                new = (rank, chunk) in moving
                face = (FOLLOWED if chunk == 0 else "#DDDDDD") if new else "white"
                box = {"facecolor": face, "edgecolor": "black", "linewidth": 0.8}
                ax.add_artist(_cell(letters, (chunk, -rank), size_of_letters, box, bold=new))
        ends = (-0.6, world_size - 0.4)
        ax.set(xlim=ends, ylim=(-ends[1], -ends[0]), aspect="equal", xticks=[])
        leftmost = (step + 1) % world_size == 0 or step == 0
        names = [f"worker {rank}" for rank in range(world_size)] if leftmost else []
        ax.set_yticks([-rank for rank in range(len(names))], names)
        ax.tick_params(length=0)
        ax.spines[:].set_visible(False)
        ax.grid(False)
    return figure


def _check(world_size: int) -> None:
    is_count = isinstance(world_size, Integral) and not isinstance(world_size, bool)
    if not is_count or not 2 <= world_size <= MOST_WORKERS:
        raise ValueError(
            f"a drawing holds 2 to {MOST_WORKERS} workers, got {world_size!r}: draw fewer of them."
        )


def _states(world_size: int) -> list[tuple[list[list[str]], set[tuple[int, int]]]]:
    """Return whose gradients are in each chunk, by worker, and what moves; worker 0 is "a"."""
    sums = [[letter] * world_size for letter in ascii_lowercase[:world_size]]
    moving = {(rank, rank) for rank in range(world_size)}
    states = [(sums, moving)]
    for step in range(2 * (world_size - 1)):
        before, sums = sums, [row.copy() for row in sums]
        for rank, chunk in moving:
            target = (rank + 1) % world_size
            own = before[target][chunk] if step < world_size - 1 else ""
            sums[target][chunk] = "".join(sorted(own + before[rank][chunk]))
        is_last = step == 2 * (world_size - 1) - 1
        moving = set() if is_last else {((rank + 1) % world_size, chunk) for rank, chunk in moving}
        states.append((sums, moving))
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


def _cell(
    words: str, place: tuple[float, float], size: float, box: dict, *, bold: bool
) -> AnnotationBbox:
    weight = "bold" if bold else "normal"
    text = TextArea(words, textprops={"fontsize": size, "fontweight": weight})
    return AnnotationBbox(text, place, pad=0.4, bboxprops=box)


def _write(
    ax: Axes, place: tuple[float, float], words: str, colour: str, *, framed: bool = True
) -> None:
    """Write what the labels say already, so that it is told once."""
    text = TextArea(words, textprops={"fontsize": 9, "multialignment": "center"})
    look = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": colour}
    ax.add_artist(AnnotationBbox(text, place, frameon=framed, pad=0.2, bboxprops=look))


def _arrow(ax: Axes, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
    """Draw an arrow that the labels tell already."""
    arrow = {"arrowstyle": "-|>", "color": colour, "shrinkA": 0, "shrinkB": 0}
    drawn = AnnotationBbox(TextArea(""), end, start, pad=0, frameon=False, arrowprops=arrow)
    ax.add_artist(drawn)
