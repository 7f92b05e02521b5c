"""The drawing of a network: its units, its weights in words, the thinned one, what it refuses."""

from typing import Any

import numpy as np
import pytest
import torch
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from torch import nn

from course_utils import models
from course_utils.figures import describe, draw_network


@pytest.fixture
def ax() -> Axes:
    return Figure().subplots()


@pytest.fixture
def small() -> Any:
    """Two inputs, three hidden units, one output, with weights that are easy to tell apart."""
    model: Any = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1, bias=False))
    with torch.no_grad():
        model[0].weight.copy_(torch.tensor([[1.0, 2.0], [-3.0, 4.0], [0.5, -0.25]]))
        model[0].bias.copy_(torch.tensor([0.1, -0.2, 0.0]))
        model[2].weight.copy_(torch.tensor([[7.0, 8.0, -9.0]]))
    return model


def lines(ax: Axes, start: str) -> Any:
    return next(
        found
        for found in ax.collections
        if isinstance(found, LineCollection) and str(found.get_label()).startswith(start)
    )


def pieces(ax: Axes, label: str = "") -> list[int]:
    """How many lines the groups hold, of all groups or of those with this label."""
    groups: list[Any] = [group for group in ax.collections if label in str(group.get_label())]
    return [len(group.get_segments()) for group in groups]


def test_a_line_for_each_weight_between_its_units(ax: Axes, small: Any) -> None:
    draw_network(small, ax=ax)
    into_second = np.asarray(lines(ax, "into h₂").get_segments())
    assert into_second.tolist() == [[[0, 0.5], [1, 0]], [[0, -0.5], [1, 0]]]
    assert sum(pieces(ax)) == 2 * 3 + 3


def test_size_and_sign_of_a_weight_are_seen_without_colour(ax: Axes, small: Any) -> None:
    draw_network(small, ax=ax)
    drawn = lines(ax, "into h₂")
    narrow, wide = drawn.get_linewidths()
    assert narrow < wide
    dashed, solid = drawn.get_linestyles()
    assert solid[1] is None
    assert dashed[1]


def test_the_words_tell_each_weight_and_bias_once(ax: Axes, small: Any) -> None:
    draw_network(small, ax=ax)
    words = describe(ax.figure)
    for part in (
        "into h₁: 1 from x₁, 2 from x₂; bias 0.1",
        "into h₂: −3 from x₁, 4 from x₂; bias −0.2",
        "into ŷ: 7 from h₁, 8 from h₂, −9 from h₃",
        '"hidden ReLU", circles: 3 points',
    ):
        assert words.count(part) == 1
    with torch.no_grad():
        small[0].weight[1, 1] = 4.04  # one percent more
    other = Figure().subplots()
    draw_network(small, ax=other)
    assert describe(other.figure) != words


def test_many_weights_into_a_unit_are_told_by_their_ends(ax: Axes) -> None:
    model = nn.Linear(9, 1)
    with torch.no_grad():
        model.weight.copy_(torch.linspace(-1, 3, 9))
    draw_network(model, ax=ax)
    assert "into ŷ: 9 weights, from −1 to 3" in describe(ax.figure)


def written(ax: Axes) -> list[str]:
    return [box.offsetbox.get_text() for box in ax.artists]  # type: ignore[attr-defined]


def test_numbers_stand_on_the_lines_of_a_small_network_or_where_asked(small: Any) -> None:
    def drawn(model: nn.Module, **options: Any) -> list[str]:
        return written(draw_network(model, ax=Figure().subplots(), **options))

    assert {"−3", "8", "bias −0.2", "h₃", "x₂", "ŷ"} <= set(drawn(small))
    assert set(drawn(small, numbers=False)) == {"x₁", "x₂", "h₁", "h₂", "h₃", "ŷ"}
    large = models.mlp(3, 5, 2, generator=torch.Generator().manual_seed(1))
    assert len(drawn(large)) == 3 + 5 + 2
    assert len(drawn(large, numbers=True)) == 3 + 5 + 2 + 15 + 10 + 5 + 2


def test_what_is_left_out_is_pale_with_all_its_lines(ax: Axes) -> None:
    model = models.mlp(2, 4, 3, 1, generator=torch.Generator().manual_seed(1))
    kept = [torch.tensor([1, 0, 1, 1]), [True, True, False]]
    draw_network(model, kept=kept, ax=ax)
    words = describe(ax.figure)
    assert '"hidden 1 Tanh", circles: 3 points' in words
    assert '"hidden 1 Tanh, left out", circles: 1 point' in words
    assert '"hidden 2 Tanh, left out", circles: 1 point' in words
    # The numbers of lines: 2 · 1 into the pale unit, all but 3 · 2 of the 12, and 1 of the last 3.
    assert pieces(ax, "left out, pale") == [2, 6, 1]
    assert "into h₂" in words  # of the second hidden layer
    assert sum(pieces(ax)) == 8 + 12 + 3


def test_a_module_of_ones_own_is_drawn_as_well(ax: Axes) -> None:
    class Own(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.hidden = nn.Linear(3, 4)
            self.output = nn.Linear(4, 2)

    assert draw_network(Own(), ax=ax) is ax
    assert '"hidden", circles: 4 points' in describe(ax.figure)


def test_an_axes_is_made_where_none_is_given(small: Any) -> None:
    import matplotlib.pyplot as plt

    made = draw_network(small)
    assert isinstance(made, Axes)
    plt.close(made.figure)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("model", "kept", "words"),
    [
        (nn.Tanh(), None, "linear layers, got none"),
        (nn.Sequential(nn.Linear(2, 3), nn.Linear(4, 1)), None, "got 3 outputs and then 4 inputs"),
        (nn.Linear(17, 1), None, "at most 16 units in a layer, got 17"),
        (nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)), [[True]], r"\[\(3,\)\], got \[\(1,\)\]"),
        (nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1)), [], r"\[\(3,\)\], got \[\]"),
    ],
)
def test_what_cannot_be_drawn_is_refused(model: nn.Module, kept: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        draw_network(model, kept=kept)
