"""The drawings of workers: who gets which examples, and what a ring adds up step by step."""

from itertools import pairwise

import pytest
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure

from course_utils.figures import describe, plot_ring, plot_shares
from course_utils.figures.workers import FOLLOWED


def test_examples_are_dealt_out_like_cards() -> None:
    ax = plot_shares(world_size=3, batch_size=7, ax=Figure().subplots())
    words = describe(ax.figure)
    assert "worker 0 gets examples 0, 3, 6, sends its gradient and gets the average" in words
    assert "worker 2 gets examples 2, 5, sends" in words
    assert "Arrow" not in words  # the labels say who sends what


def test_each_example_goes_to_a_worker_and_each_worker_sends_and_gets() -> None:
    ax = plot_shares(world_size=3, batch_size=7, ax=Figure().subplots())
    arrows = [box for box in ax.artists if getattr(box, "arrow_patch", None) is not None]
    assert len(arrows) == 7 + 3 * 3  # each gradient to each worker
    assert ax.get_xlim() == (-0.5, 4.4)
    assert ax.get_ylim() == (-1.7, 1.7)


@pytest.mark.parametrize("world_size", [2, 3, 5])
def test_a_ring_ends_with_every_gradient_in_every_chunk(world_size: int) -> None:
    figure = plot_ring(world_size)
    circle, start, *steps = figure.axes
    assert len(steps) == 2 * (world_size - 1)
    titles = [ax.get_title().partition(": ")[2] for ax in steps]
    assert titles == ["add"] * (world_size - 1) + ["copy"] * (world_size - 1)
    numbers = [ax.get_title().partition(": ")[0] for ax in (circle, start, *steps)]
    assert numbers[:2] == ["who sends to whom", "start"]
    assert numbers[2:] == [f"step {number}" for number in range(1, len(steps) + 1)]

    def held(ax: object) -> set[str]:
        return {str(line.get_label()).partition("holds ")[2] for line in ax.lines}  # type: ignore[attr-defined]

    letters = "abcde"[:world_size]
    assert held(start) == {", ".join(letter * world_size) for letter in letters}
    assert held(steps[-1]) == {", ".join([letters] * world_size)}
    complete = [line for line in held(steps[world_size - 2]) if letters in line.split(", ")]
    assert len(complete) == world_size  # after the first round each worker has one
    assert len(circle.lines) == world_size


def test_the_words_tell_who_sends_to_whom_and_whose_gradients_are_added_up() -> None:
    words = describe(plot_ring(3))
    assert "worker 2 sends to worker 0" in words
    assert "worker 0 holds a, abc, ac" in words


def test_what_is_sent_next_is_coloured_and_the_first_chunk_can_be_followed() -> None:
    *before, last = plot_ring(3).axes[1:]
    for ax in (*before, last):
        faces = [cell.patch.get_facecolor() for cell in ax.artists]  # type: ignore[attr-defined]
        assert faces.count(to_rgba(FOLLOWED)) == (ax is not last)
        assert faces.count(to_rgba("#DDDDDD")) == 2 * (ax is not last)


@pytest.mark.parametrize("world_size", [2, 3, 4, 5])
def test_the_cells_of_a_ring_stand_apart(world_size: int) -> None:
    figure = plot_ring(world_size)
    figure.canvas.draw()
    for ax in figure.axes[1:]:
        cells = [cell.patch.get_window_extent() for cell in ax.artists]  # type: ignore[attr-defined]
        for left, right in pairwise(cells):
            if right.x0 > left.x0:  # of the same row
                assert (right.x0 - left.x1) / figure.dpi > 0.055  # inches


@pytest.mark.parametrize("world_size", [1, 6])
def test_too_few_or_too_many_workers_are_refused(world_size: int) -> None:
    with pytest.raises(ValueError, match="2 to 5 workers"):
        plot_ring(world_size)
    with pytest.raises(ValueError, match="2 to 5 workers"):
        plot_shares(world_size)
