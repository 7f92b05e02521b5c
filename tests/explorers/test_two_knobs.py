"""The two knobs: the state, the step, the picture, and the widget that follows both."""

import base64
from typing import Any

import nbclient
import nbformat
import pytest
import torch

from course_utils.data import thermometer
from course_utils.explorers import TwoKnobs
from course_utils.explorers.display import NOTE
from course_utils.explorers.line_picture import loss_of
from tests.explorers.helpers import VIEW, picture, shown, slide, type_in


@pytest.fixture
def knobs() -> TwoKnobs:
    return TwoKnobs(*thermometer())


def test_the_start_is_the_one_of_the_course(knobs: TwoKnobs) -> None:
    assert (knobs.w, knobs.b, knobs.lr) == (1.0, 0.0, 1e-4)
    assert knobs.loss == pytest.approx(1763.88, abs=0.005)
    assert knobs.gradient == pytest.approx((4517.30, 82.60), abs=0.005)


def test_the_gradient_is_that_of_autograd(knobs: TwoKnobs) -> None:
    knobs.set(0.3, -12.5)
    w, b = torch.tensor(0.3, requires_grad=True), torch.tensor(-12.5, requires_grad=True)
    wanted = torch.autograd.grad(loss_of(w, b, knobs.t_u, knobs.t_c), [w, b])
    assert knobs.gradient == pytest.approx([float(slope) for slope in wanted], rel=1e-5)


def test_a_step_lands_where_the_formula_says(knobs: TwoKnobs) -> None:
    knobs.lr = 1e-2
    knobs.step()
    assert (knobs.w, knobs.b) == pytest.approx((-44.17, -0.826), abs=0.005)
    assert knobs.loss == pytest.approx(5.80e6, rel=1e-3)
    assert knobs.trail == [(1.0, 0.0), (knobs.w, knobs.b)]


def test_a_hundred_small_steps_end_where_the_course_says(knobs: TwoKnobs, monkeypatch) -> None:
    monkeypatch.setattr(knobs.picture, "draw", lambda trail, off_map: "")  # a hundred take seconds
    for _ in range(100):
        knobs.step()
    assert (knobs.w, knobs.b) == pytest.approx((0.2327, -0.0438), abs=1e-4)


def test_reset_forgets_the_trail_and_puts_all_knobs_back(knobs: TwoKnobs) -> None:
    knobs.lr = 1e-3
    knobs.set(0.5, -17)
    knobs.reset()
    assert (knobs.w, knobs.b, knobs.lr) == (1.0, 0.0, 1e-4)
    assert knobs.trail == [(1.0, 0.0)]
    other = TwoKnobs(*thermometer(), w=0.5, b=1.0, lr=1e-3)
    other.lr = 1e-4
    other.reset()
    assert (other.w, other.b, other.lr) == (0.5, 1.0, 1e-3)


def test_the_minimum_and_the_start_lie_well_inside_the_sliders(knobs: TwoKnobs) -> None:
    sliders = shown(knobs)
    for name, places in (("w", (0.537, 1.0)), ("b", (-17.3, 0.0))):
        low, high = sliders[name].values[0], sliders[name].values[-1]
        assert all(low + 0.2 * (high - low) < place < high - 0.2 * (high - low) for place in places)
    assert (sliders["lr"].values[0], sliders["lr"].values[-1]) == (1e-5, 1e-2)


def test_one_step_of_each_slider_is_finer_than_the_valley(knobs: TwoKnobs) -> None:
    knobs.set(0.54, -17.5)
    assert knobs.loss < 3
    sliders = shown(knobs)
    for name, much in (("w", 0.01), ("b", 0.1)):
        first, second = sliders[name].values[:2]
        assert second - first < much / 3
        at = sliders[name].values.index(knobs.state[name])
        neighbour = {"w": 0.54, "b": -17.5} | {name: sliders[name].values[at + 1]}
        knobs.set(**neighbour)
        assert knobs.loss < 3
        knobs.set(0.54, -17.5)


def test_words_tell_state_loss_and_gradient(knobs: TwoKnobs) -> None:
    assert knobs.words == (
        "w = 1.0000 °C per unit, b = 0.0000 °C, loss = 1763.88 °C². "
        "Gradient: dℓ/dw = 4517.30, dℓ/db = 82.60."
    )


def test_a_step_out_of_range_is_said_and_the_slider_stands_at_its_end(knobs: TwoKnobs) -> None:
    sliders = shown(knobs)
    knobs.lr = 1e-2
    knobs.step()
    assert knobs.w == pytest.approx(-44.17, abs=0.005)
    assert sliders["w"].slider.value == -0.5
    assert sliders["w"].field.value == "-44.173"
    assert sliders["b"].slider.value == -0.82
    assert sliders["b"].field.value == "-0.826"
    assert "w = -44.173 lies outside its slider, which runs from -0.5 to 1.5." in knobs.words
    assert "b = -0.8260 °C" in knobs.words
    assert knobs.words.count("outside") == 1
    assert "off this map" in knobs.picture.right.get_title()
    slide(knobs, "b", -5.0)  # the hand on one knob leaves the other where it really is
    assert (knobs.w, knobs.b) == (pytest.approx(-44.17, abs=0.005), -5.0)
    knobs.reset()
    assert sliders["w"].slider.value == 1.0
    assert "outside" not in knobs.words
    assert "off this map" not in knobs.picture.right.get_title()


def test_a_loss_that_is_not_finite_is_said_and_no_further_step_is_taken(knobs: TwoKnobs) -> None:
    shown(knobs)
    knobs.lr = 1e-2
    for _ in range(30):
        knobs.step()
    assert knobs.loss == float("inf")
    assert len(knobs.trail) == 11  # the start and ten steps: inf at epoch 11
    assert "loss = inf" in knobs.words
    assert "not finite any more: reset, and take a smaller learning rate" in knobs.words
    assert "not finite any more" in knobs._widgets["words"].value
    knobs.reset()
    assert "not finite" not in knobs._widgets["words"].value


def test_sliders_and_buttons_move_state_words_and_picture(knobs: TwoKnobs) -> None:
    widgets = shown(knobs)
    before = picture(knobs)
    slide(knobs, "w", 0.5)
    assert (knobs.w, knobs.b) == (0.5, 0.0)
    moved = picture(knobs)
    assert moved != before
    slide(knobs, "b", -17.0)
    assert (knobs.w, knobs.b) == (0.5, -17.0)
    assert "w = 0.5000 °C per unit, b = -17.0000 °C" in widgets["words"].value
    slide(knobs, "lr", 1e-3)
    assert knobs.lr == 1e-3
    slope_w, slope_b = knobs.gradient
    widgets["step"].click()
    wanted = (0.5 - 1e-3 * slope_w, -17.0 - 1e-3 * slope_b)
    assert (knobs.w, knobs.b) == pytest.approx(wanted)
    assert float(widgets["w"].field.value) == pytest.approx(wanted[0], rel=1e-5)
    assert float(widgets["b"].field.value) == pytest.approx(wanted[1], rel=1e-5)
    widgets["reset"].click()
    assert picture(knobs) == before
    assert knobs.lr == 1e-4
    assert widgets["lr"].field.value == "1e-4"
    assert len(knobs.trail) == 1


def test_what_is_typed_is_taken_as_it_is(knobs: TwoKnobs) -> None:
    widgets = shown(knobs)
    type_in(knobs, "w", "0.53671")  # finer than a step of the slider
    type_in(knobs, "b", " −17.3 ")
    type_in(knobs, "lr", "1.5e-4")
    assert (knobs.w, knobs.b, knobs.lr) == (0.53671, -17.3, 1.5e-4)
    assert widgets["w"].slider.value == 0.536
    assert [widgets[name].field.value for name in ("w", "b", "lr")] == [
        "0.53671",
        "-17.3",
        "1.5e-4",
    ]
    type_in(knobs, "lr", "0")
    assert knobs.lr == 1.5e-4
    assert "lr must be above zero and finite, got 0: try 1e-4." in widgets["words"].value
    type_in(knobs, "lr", "2e-4")
    assert "must be" not in widgets["words"].value


def test_code_moves_the_sliders_and_each_move_is_one_point(knobs: TwoKnobs) -> None:
    widgets = shown(knobs)
    knobs.set(0.4, -10)
    knobs.lr = 1e-3
    assert [widgets[name].slider.value for name in ("w", "b", "lr")] == [0.4, -10, 1e-3]
    assert [widgets[name].field.value for name in ("w", "b", "lr")] == ["0.4", "-10", "0.001"]
    assert knobs.trail == [(1.0, 0.0), (0.4, -10.0)]


def test_the_bundle_describes_what_moves(knobs: TwoKnobs) -> None:
    knobs.step()
    words = knobs._repr_mimebundle_()[0]["text/plain"]
    for moved in (
        "Figure: 2 plots.",
        'Line "trail", solid with circles: 2 points.',
        'Points "observed", circles: 11 points.',
        'Line "w · t_u + b", solid: 2 points.\n  y from 10.30 to 46.54',
        'Line segments "misses" of 11 pieces: x from 21.80 to 81.90',
        "y from -4.000 to 44.90",
        'Points "here", squares: 1 point.\n  (0.5483, -0.008260)',
        'Plot 1 of 2 "mean squared error 323.1 °C²".',
        'Plot 2 of 2 "w = 0.5483, b = -0.008260".',
    ):
        assert moved in words


def test_tensors_of_the_caller_are_left_alone() -> None:
    t_u, t_c = (column.double().requires_grad_() for column in thermometer())
    knobs = TwoKnobs(t_u, t_c)
    knobs.step()
    assert t_u.grad is None
    assert t_u.dtype == torch.float64
    assert torch.equal(t_c.detach().float(), thermometer().t_c)


@pytest.mark.parametrize(
    ("t_u", "t_c"),
    [([1.0, 2.0], [1.0]), ([], []), ([[1.0], [2.0]], [[1.0], [2.0]]), (1.0, 2.0)],
)
def test_readings_that_do_not_pair_up_are_refused(t_u: Any, t_c: Any) -> None:
    with pytest.raises(ValueError, match=r"\(examples,\) of one length, got .*: pass both columns"):
        TwoKnobs(t_u, t_c)


@pytest.mark.parametrize("place", [(float("nan"), 0.0), (1.0, float("inf"))])
def test_a_place_that_is_nowhere_is_refused(knobs: TwoKnobs, place: Any) -> None:
    with pytest.raises(ValueError, match="w and b must be finite, got"):
        knobs.set(*place)
    assert (knobs.w, knobs.b) == (1.0, 0.0)


@pytest.mark.parametrize("lr", [0.0, -1e-3, float("nan"), float("inf")])
def test_a_learning_rate_that_leads_nowhere_is_refused(knobs: TwoKnobs, lr: float) -> None:
    with pytest.raises(ValueError, match="lr must be above zero and finite, got"):
        knobs.lr = lr
    assert knobs.lr == 1e-4


CELLS = [
    "from course_utils.data import thermometer\nfrom course_utils.explorers import TwoKnobs\n"
    "from course_utils.figures import use_course_style\nuse_course_style()",
    "knobs = TwoKnobs(*thermometer())\nknobs",
    "knobs.step()\nprint(knobs.words)",
]


def test_a_kernel_stores_picture_words_and_view_and_a_note() -> None:
    cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    notebook = nbformat.v4.new_notebook(cells=cells)
    nbclient.NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    result, note = notebook.cells[1].outputs
    assert note.data["text/plain"] == NOTE
    assert NOTE in note.data["text/html"]
    assert set(result.data) == {VIEW, "image/png", "text/plain"}
    assert result.data["text/plain"].startswith("Two knobs: w = 1.0000 °C per unit")
    assert base64.b64decode(result.data["image/png"]).startswith(b"\x89PNG")
    (said,) = notebook.cells[2].outputs
    assert said.text.startswith("w = 0.5483 °C per unit, b = -0.0083 °C")
