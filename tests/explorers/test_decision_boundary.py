"""The widget of notebook 08: the run, the words, live training that can be stopped."""

import asyncio
import html
import re
from typing import Any

import pytest
import torch

from course_utils.data import circles
from course_utils.explorers import decision_boundary
from course_utils.explorers.boundary_run import BoundaryRun
from course_utils.explorers.decision_boundary import SLICE, DecisionBoundary
from tests.explorers.helpers import shown, slide, type_in

QUICK: dict[str, Any] = {"num_epochs": 20}


@pytest.fixture
def boundary() -> DecisionBoundary:
    return DecisionBoundary(**QUICK)


def weights(run: BoundaryRun) -> torch.Tensor:
    return torch.cat([param.detach().flatten() for param in run.model.parameters()])


def test_a_run_in_slices_is_the_run_at_once() -> None:
    knobs: dict[str, Any] = {"data": "circles", "num_hidden": 5, "noise": 0.1, "num_epochs": 23}
    whole, sliced = BoundaryRun(**knobs), BoundaryRun(**knobs)
    whole.advance(23)
    for _ in range(9):
        sliced.advance(SLICE)
    assert sliced.epoch == 23
    assert whole.losses == sliced.losses
    assert torch.equal(weights(whole), weights(sliced))


def test_a_run_begins_with_the_points_of_seed_8() -> None:
    run = BoundaryRun(data="circles", num_hidden=3, noise=0.1, num_epochs=1)
    generator = torch.Generator().manual_seed(8)
    for points in (run.X, run.X_val):
        drawn, _ = circles(len(points), noise=0.1, generator=generator)
        assert torch.equal(points, drawn.double())


def test_a_run_learns_and_counts() -> None:
    run = BoundaryRun(data="moons", num_hidden=10, noise=0.05, num_epochs=300)
    run.advance(300)
    assert run.losses[0] > 0.5 > 0.1 > run.losses[-1]
    assert len(run.val_losses) == 300
    train, val = run.num_correct()
    assert train == 200
    assert 980 <= val <= 1000
    assert run.X.dtype == torch.float64


def test_no_hidden_units_make_a_straight_boundary() -> None:
    run = BoundaryRun(data="moons", num_hidden=0, noise=0.05, num_epochs=1)
    middle = run.model(run.X[:2].mean(dim=0, keepdim=True))
    torch.testing.assert_close(middle, run.model(run.X[:2]).mean(dim=0, keepdim=True))


def test_words_tell_knobs_progress_and_accuracies(boundary: DecisionBoundary) -> None:
    loss, val_loss = boundary.run.losses[-1], boundary.run.val_losses[-1]
    train, val = boundary.run.num_correct()
    assert boundary.words == (
        f"moons with noise 0.20, 10 hidden units: 20 of 20 epochs, training loss {loss:#.4g}, right "
        f"{train} of 200; validation loss {val_loss:#.4g}, right {val} of 1,000."
    )
    boundary.set(num_hidden=0)
    assert "no hidden layer" in boundary.words
    boundary.set(num_hidden=1)
    assert "1 hidden unit:" in boundary.words


@pytest.mark.parametrize(
    ("knobs", "words"),
    [
        ({"data": "spirals"}, "data must be one of moons, circles, got 'spirals'"),
        ({"num_hidden": -1}, "num_hidden must be an integer from 0 to 50, got -1"),
        ({"noise": 0.6}, "noise must be 0 to 0.5, got 0.6"),
        ({"num_epochs": 0}, "num_epochs must be an integer from 1 to 1000, got 0"),
        ({"num_hidden": 2.5}, "num_hidden must be an integer from 0 to 50, got 2.5"),
        ({"speed": 3}, "a knob is one of data, num_hidden, noise, num_epochs, got 'speed'"),
    ],
)
def test_a_knob_out_of_bounds_is_refused(
    boundary: DecisionBoundary, knobs: dict[str, Any], words: str
) -> None:
    before = boundary.words
    with pytest.raises(ValueError, match=re.escape(words)):
        boundary.set(**knobs)
    assert boundary.words == before


def test_without_an_event_loop_a_knob_trains_to_the_end(boundary: DecisionBoundary) -> None:
    widgets = shown(boundary)
    for name, value in (("data", "circles"), ("num_hidden", 3), ("noise", 0.1), ("num_epochs", 7)):
        if name == "data":
            widgets[name].value = value
        else:
            type_in(boundary, name, str(value))
        assert boundary.knobs[name] == value
        assert boundary.run.epoch == boundary.run.num_epochs
        assert html.escape(boundary.words) in widgets["words"].value
    assert (widgets["progress"].value, widgets["progress"].max) == (7, 7)
    assert "epochs = 7 lies outside its slider, which runs from 10 to 1000." in boundary.words
    widgets["reset"].click()
    assert boundary.knobs == DecisionBoundary(**QUICK).knobs
    assert widgets["data"].value == "moons"


def test_code_trains_to_the_end_also_inside_an_event_loop(boundary: DecisionBoundary) -> None:
    async def cell() -> None:
        boundary.set(num_epochs=30)
        assert boundary.run.epoch == 30
        assert not boundary.is_training

    asyncio.run(cell())


def test_live_training_can_be_stopped(boundary: DecisionBoundary) -> None:
    widgets = shown(boundary)

    async def click() -> None:
        boundary.knobs["num_epochs"] = 1000
        widgets["train"].click()
        assert boundary.is_training
        assert not widgets["stop"].disabled
        while not boundary.run.epoch:
            await asyncio.sleep(0)
        widgets["stop"].click()
        await asyncio.sleep(0)
        assert not boundary.is_training

    asyncio.run(click())
    assert 0 < boundary.run.epoch < 1000
    assert widgets["stop"].disabled
    assert f"{boundary.run.epoch} of 1000 epochs" in widgets["words"].value
    assert widgets["progress"].value == boundary.run.epoch


def test_live_training_ends_where_the_run_at_once_ends(boundary: DecisionBoundary) -> None:
    widgets, wanted = shown(boundary), weights(boundary.run)
    seen: list[int] = []

    async def click() -> None:
        widgets["progress"].observe(lambda change: seen.append(change["new"]), "value")
        widgets["train"].click()
        assert boundary._task
        await boundary._task

    asyncio.run(click())
    assert torch.equal(weights(boundary.run), wanted)
    assert seen == [0, 5, 10, 15, 20]
    assert widgets["stop"].disabled


def test_turning_a_knob_while_training_starts_anew(boundary: DecisionBoundary) -> None:
    widgets = shown(boundary)

    async def turn() -> None:
        slide(boundary, "num_epochs", 1000)
        assert widgets["num_epochs"].field.value == "1000"
        first = boundary._task
        await asyncio.sleep(decision_boundary.PAUSE + 0.02)
        slide(boundary, "num_epochs", 10)
        assert boundary._task is not first
        assert boundary._task
        await boundary._task
        assert first
        assert first.cancelled()

    asyncio.run(turn())
    assert boundary.run.epoch == boundary.run.num_epochs == 10


def test_stopping_what_does_not_run_does_nothing(boundary: DecisionBoundary) -> None:
    before = boundary.words
    boundary.stop()
    assert boundary.words == before


def test_a_live_run_is_drawn_a_few_times_only(boundary: DecisionBoundary, monkeypatch: Any) -> None:
    shown(boundary)
    drawn: list[int] = []

    def draw(run: BoundaryRun, title: str) -> tuple[Any, str]:
        drawn.append(run.epoch)
        return boundary.figure, ""

    monkeypatch.setattr(decision_boundary, "draw_boundary", draw)

    async def turn() -> None:
        for epochs in range(200, 410, 10):  # a slide; it is trained where it ends
            slide(boundary, "num_epochs", epochs)
            await asyncio.sleep(0)
        assert boundary._task
        await boundary._task

    asyncio.run(turn())
    assert drawn[0] == SLICE
    assert drawn[-1] == 400
    assert len(drawn) <= decision_boundary.NUM_PICTURES + 1
