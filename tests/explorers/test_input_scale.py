"""The widget of notebook 02: the bowl, the run, the words, and the widgets that follow them."""

from unittest import mock

import pytest
import torch

from course_utils.data import thermometer
from course_utils.explorers.input_scale import InputScale
from tests.explorers.helpers import picture, shown, slide, type_in


@pytest.fixture
def explorer() -> InputScale:
    return InputScale(*thermometer())


@pytest.mark.parametrize(
    ("scale", "limit", "kappa"), [(1.0, 3.40e-4, 33_599), (0.1, 3.30e-2, 357), (0.001, 0.997, 3903)]
)
def test_limit_and_condition_number_are_those_of_the_course(
    explorer: InputScale, scale: float, limit: float, kappa: float
) -> None:
    explorer.set(scale=scale)
    assert explorer.limit == pytest.approx(limit, rel=2e-3)
    assert explorer.condition_number == pytest.approx(kappa, rel=2e-4)


def test_a_centred_z_score_is_perfectly_round(explorer: InputScale) -> None:
    t_u, _ = thermometer()
    explorer.set(scale=1 / t_u.std(correction=0).item(), centred=True, lr=0.5)
    assert explorer.condition_number == pytest.approx(1.0, abs=1e-5)
    assert explorer.losses[1].item() == pytest.approx(2.92765, abs=1e-4)


def test_the_path_is_that_of_gradient_descent(explorer: InputScale) -> None:
    t_u, t_c = thermometer()
    params = torch.tensor([1.0, 0.0], requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=1e-2)
    for _ in range(100):
        optimizer.zero_grad()
        ((params[0] * 0.1 * t_u + params[1] - t_c) ** 2).mean().backward()
        optimizer.step()
    assert explorer.path.shape == (101, 2)
    torch.testing.assert_close(explorer.path[-1].float(), params.detach(), rtol=1e-4, atol=1e-4)
    assert explorer.losses[:3].tolist() == pytest.approx([80.3643, 37.5749, 30.8711], abs=1e-4)
    assert explorer.path[-1].tolist() == pytest.approx([2.7553, -2.5162], abs=1e-4)


@pytest.mark.parametrize("scale", [1.0, 0.1])
def test_the_limit_holds_from_both_sides(explorer: InputScale, scale: float) -> None:
    explorer.set(scale=scale)
    explorer.set(lr=0.99 * explorer.limit)
    assert explorer.losses[-1] < explorer.losses[0]
    assert "0.99 times the limit" in explorer.words
    assert "it converges" in explorer.words
    explorer.set(lr=1.01 * explorer.limit)
    assert explorer.losses[-1] > explorer.losses[0]
    assert "it does not converge" in explorer.words


def test_an_explosion_ends_early_and_stays_finite(explorer: InputScale) -> None:
    explorer.set(scale=10, lr=10)
    assert len(explorer.losses) < 101
    assert explorer.losses.isfinite().all()
    assert "off this map at step 1" in explorer.picture.map.get_title()


def test_the_loss_is_the_same_all_around_a_ring(explorer: InputScale) -> None:
    bowl = explorer.bowl
    w, b = bowl.ring(25.0)[:, :, None]
    losses = ((w * 0.1 * explorer.x + b - explorer.y) ** 2).mean(dim=1)
    torch.testing.assert_close(losses, torch.full((361,), bowl.best_loss + 25, dtype=torch.float64))


def test_the_map_has_one_length_for_both_and_shows_start_and_bottom(explorer: InputScale) -> None:
    for scale, centred in ((1.0, False), (0.1, True), (0.001, False), (10.0, False)):
        explorer.set(scale=scale, centred=centred)
        assert explorer.losses[0] < explorer.picture.losses.get_ylim()[1]
        axes = explorer.picture.map
        (left, right), (bottom, top) = axes.get_xlim(), axes.get_ylim()
        assert right - left == pytest.approx(top - bottom)
        assert axes.get_aspect() == 1
        for w, b in ((1.0, 0.0), explorer.bowl.best.tolist()):
            assert left < w < right
            assert bottom < b < top


def test_the_limit_is_marked_in_the_picture_and_said_in_words(explorer: InputScale) -> None:
    assert list(explorer.picture.limit.get_xdata()) == pytest.approx([explorer.limit] * 2)  # type: ignore[arg-type]
    assert "limit 2/λmax is 3.30e-02" in explorer.words
    assert "0.303 times the limit" in explorer.words
    words = explorer._repr_mimebundle_()[0]["text/plain"]
    assert 'Vertical line "limit 2/λmax = 3.30e-02" at x = 0.03298' in words
    assert "κ = 357.0" in words


def test_set_moves_what_is_named_and_leaves_the_rest(explorer: InputScale) -> None:
    explorer.set(centred=True)
    assert (explorer.scale, explorer.lr, explorer.centred) == (0.1, 1e-2, True)
    explorer.set(scale=0.05)
    assert (explorer.scale, explorer.lr, explorer.centred) == (0.05, 1e-2, True)
    explorer.set(lr=0.1, centred=False)
    assert (explorer.scale, explorer.lr, explorer.centred) == (0.05, 0.1, False)


def test_widgets_follow_the_code_and_the_code_follows_the_widgets(explorer: InputScale) -> None:
    widgets = shown(explorer)
    before = picture(explorer)
    assert widgets["scale"].slider.value == 0.1
    assert widgets["lr"].slider.value == 0.01
    slide(explorer, "lr", 0.0398)
    assert explorer.lr == 0.0398
    assert "it does not converge" in widgets["words"].value
    assert picture(explorer) != before
    assert 'alt="Readings' in widgets["picture"].value
    widgets["centred"].value = True
    assert explorer.centred
    assert "Centred readings" in widgets["words"].value
    explorer.set(scale=1000.0, lr=1e-3, centred=False)
    assert explorer.scale == 1000.0  # the slider stands at its end and does not pull it back
    assert widgets["scale"].slider.value == 10.0
    assert widgets["scale"].field.value == "1000"
    assert "factor on readings = 1000 lies outside its slider, which runs from 0.001 to 10." in (
        explorer.words
    )
    assert widgets["lr"].slider.value == 1e-3
    assert widgets["centred"].value is False


def test_a_scale_of_zero_is_refused_with_a_word(explorer: InputScale) -> None:
    widgets = shown(explorer)
    type_in(explorer, "scale", "0")
    assert explorer.scale == 0.1
    assert widgets["scale"].field.value == "0.1"
    assert "scale must be above zero and finite, got 0: try 0.1." in widgets["words"].value


def test_each_turn_of_a_slider_draws_once(explorer: InputScale) -> None:
    widgets = shown(explorer)
    with mock.patch.object(explorer.picture, "draw", return_value="") as draw:
        slide(explorer, "scale", widgets["scale"].values[7])
        assert draw.call_count == 1
        explorer.set(lr=0.5)
        assert draw.call_count == 2


@pytest.mark.parametrize(
    ("x", "y", "kwargs", "sentence"),
    [
        ([1.0, 2.0], [1.0], {}, r"of one length, two or more, got \(2,\) and \(1,\)"),
        ([1.0], [1.0], {}, r"two or more, got \(1,\) and \(1,\)"),
        ([[1.0], [2.0]], [[1.0], [2.0]], {}, r"got \(2, 1\) and \(2, 1\)"),
        ([3.0, 3.0], [1.0, 2.0], {}, "x must vary, got 3 in every example"),
        ([1.0, 2.0], [1.0, 2.0], {"lr": 0.0}, "lr must be above zero and finite, got 0.0"),
        ([1.0, 2.0], [1.0, 2.0], {"scale": -1.0}, "scale must be above zero and finite, got -1.0"),
        ([1.0, 2.0], [1.0, 2.0], {"scale": float("nan")}, "scale must be above zero"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(x, y, kwargs, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        InputScale(x, y, **kwargs)


def test_the_way_back_leads_to_the_same_bytes(explorer: InputScale) -> None:
    first = explorer._png
    explorer.set(scale=1.0)
    explorer.set(scale=0.1)
    assert explorer._png == first
