"""The widget of notebook 04: the run, the words, the picture, and the widgets that follow them."""

import html
import re
from unittest import mock

import pytest
import torch

from course_utils.explorers import optimizer_paths
from course_utils.explorers.optimizer_paths import OptimizerPaths
from course_utils.landscapes import LANDSCAPES
from course_utils.optimizers import RULES, adam, descend, momentum, sgd
from tests.explorers.helpers import picture, shown, slide


@pytest.fixture
def paths() -> OptimizerPaths:
    return OptimizerPaths()


def test_the_path_is_that_of_the_rule(paths: OptimizerPaths) -> None:
    land = LANDSCAPES["thermometer × 0.1"]
    assert torch.equal(paths.path, descend(sgd, land.loss_fn, land.start, 0.01, 200))
    assert torch.equal(paths.losses, land.loss_fn(paths.path))
    land = LANDSCAPES["Rosenbrock"]
    paths.set(landscape="Rosenbrock", optimizer="momentum", lr=1e-3, momentum=0.8)
    wanted = descend(momentum, land.loss_fn, land.start, 1e-3, 200, momentum=0.8)
    assert torch.equal(paths.path, wanted)
    paths.set(optimizer="adam", lr=0.1)
    wanted = descend(adam, land.loss_fn, land.start, 0.1, 200, betas=(0.8, 0.999))
    assert torch.equal(paths.path, wanted)


@pytest.mark.parametrize("landscape", LANDSCAPES)
@pytest.mark.parametrize("optimizer", RULES)
def test_each_optimizer_runs_on_each_landscape(
    optimizer: str, landscape: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        optimizer_paths, "draw_run", lambda *run: (None, "")
    )  # twenty-four take seconds
    paths = OptimizerPaths(optimizer=optimizer, landscape=landscape, lr=1e-4, num_steps=5)
    assert paths.path.shape == (6, 2)
    assert paths.losses.isfinite().all()
    assert paths.words.startswith(f"{optimizer} on {landscape}, lr = 1e-4")
    assert ("momentum = 0.90" in paths.words) == (optimizer not in ("sgd", "rmsprop"))


def test_words_tell_where_the_run_ends(paths: OptimizerPaths) -> None:
    paths.set(optimizer="adam", lr=1.0)
    assert paths.words == (
        "adam on thermometer × 0.1, lr = 1, momentum = 0.90: after 200 steps at (5.368, -17.31), "
        "loss 2.928, lowest on the way 2.928."
    )


def test_words_and_title_state_the_rate_of_the_slider(paths: OptimizerPaths) -> None:
    paths.set(optimizer="adam", lr=0.0105)
    assert "lr = 0.0105, " in paths.words
    assert paths.figure.axes[0].get_title() == "adam, lr = 0.0105"


def test_an_explosion_is_said_and_drawn(paths: OptimizerPaths) -> None:
    shown(paths)
    paths.set(landscape="Rosenbrock", lr=0.1)
    assert not paths.losses[-1].isfinite()
    assert re.search(r"the loss is not finite from step \d+ on; take a smaller rate", paths.words)
    assert "not finite" in paths._widgets["words"].value
    assert "leaves this picture" in paths._repr_mimebundle_()[0]["text/plain"]
    paths.set(lr=1e-3)
    assert "not finite" not in paths.words


def test_a_loss_of_exactly_zero_can_be_drawn(paths: OptimizerPaths) -> None:
    paths.set(landscape="saddle", optimizer="rmsprop", lr=0.05)
    paths.set(landscape="saddle", optimizer="sgd", lr=0.1, momentum=0)
    assert paths.losses[-1] < 1e-16
    words = paths._repr_mimebundle_()[0]["text/plain"]
    assert "lowest possible" not in words
    assert "shows loss, from 1.000e-16 to 10.00 on a log scale" in words


def test_knobs_move_state_words_and_picture(paths: OptimizerPaths) -> None:
    widgets = shown(paths)
    before = picture(paths)
    for name, value in (
        ("optimizer", "nesterov"),
        ("landscape", "saddle"),
        ("lr", 1e-3),
        ("momentum", 0.5),
    ):
        if isinstance(value, str):
            widgets[name].value = value
        else:
            slide(paths, name, value)
        assert paths.knobs[name] == value
        assert picture(paths) != before
        assert html.escape(paths.words) in widgets["words"].value
        before = picture(paths)
    widgets["reset"].click()
    assert paths.knobs == OptimizerPaths().knobs
    assert widgets["optimizer"].value == "sgd"
    assert widgets["lr"].field.value == "0.01"


def test_each_turn_of_a_knob_draws_once(paths: OptimizerPaths) -> None:
    widgets = shown(paths)
    figure = paths.figure
    with mock.patch.object(optimizer_paths, "draw_run", return_value=(figure, "")) as draw:
        slide(paths, "lr", widgets["lr"].values[7])
        assert draw.call_count == 1
        paths.set(optimizer="adam", landscape="Rosenbrock")
        assert draw.call_count == 2


def test_the_momentum_knob_sleeps_where_it_does_nothing(paths: OptimizerPaths) -> None:
    widgets = shown(paths)
    assert widgets["momentum"].disabled
    paths.set(optimizer="adamw")
    assert not widgets["momentum"].disabled
    paths.set(optimizer="rmsprop")
    assert widgets["momentum"].disabled


def test_code_may_go_beyond_the_sliders(paths: OptimizerPaths) -> None:
    widgets = shown(paths)
    paths.set(lr=1e-7)
    assert paths.knobs["lr"] == 1e-7
    assert widgets["lr"].slider.value == 1e-5
    assert widgets["lr"].field.value == "1e-7"
    assert (
        "learning rate = 1e-7 lies outside its slider, which runs from 1e-5 to 10." in paths.words
    )


def test_the_bundle_describes_the_run(paths: OptimizerPaths) -> None:
    words = paths._repr_mimebundle_()[0]["text/plain"]
    assert "Figure: 2 plots." in words
    assert "Points, stars: 1 point.\n  (5.368, -17.30)\n" in words  # the lowest place
    assert 'Line "loss", solid: 201 points.' in words
    assert 'Horizontal line "lowest possible" at y = 2.928' in words


def test_the_way_back_leads_to_the_same_bytes(paths: OptimizerPaths) -> None:
    first = paths._png
    paths.set(lr=0.02)
    assert paths._png != first
    paths.set(lr=0.01)
    assert paths._png == first


@pytest.mark.parametrize(
    ("knobs", "sentence"),
    [
        ({"optimizer": "SGD"}, r"optimizer must be one of sgd, momentum, .*, got 'SGD'"),
        ({"landscape": "hill"}, r"landscape must be one of thermometer, .*, got 'hill'"),
        ({"lr": 0.0}, r"lr must be above zero and finite, got 0.0"),
        ({"lr": float("nan")}, r"lr must be above zero and finite, got nan"),
        ({"momentum": 1.0}, r"momentum must be 0 or more, below 1, got 1.0"),
        ({"rate": 1.0}, r"a knob is one of optimizer, landscape, lr, momentum, got 'rate'"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_moves(
    paths: OptimizerPaths, knobs: dict, sentence: str
) -> None:
    before = dict(paths.knobs)
    with pytest.raises(ValueError, match=sentence):
        paths.set(**knobs)
    assert paths.knobs == before
