"""The widget of notebook 05: the fit, its two errors, the words, and the widgets that follow."""

from typing import Any
from unittest import mock

import numpy as np
import pytest
import torch

from course_utils.explorers.polynomial_fit import DEGREES, PolynomialFit, features, fit
from tests.explorers.helpers import picture, shown, slide, type_in


@pytest.fixture
def explorer() -> PolynomialFit:
    return PolynomialFit()


def test_features_are_the_chebyshev_polynomials() -> None:
    x = torch.linspace(-1, 1, 11, dtype=torch.float64)
    wanted = np.polynomial.chebyshev.chebvander(x.numpy(), 6)
    torch.testing.assert_close(features(x, 6), torch.tensor(wanted))
    assert features(x, 0).shape == (11, 1)


@pytest.mark.parametrize("degree", [0, 1, 4, 9])
def test_without_a_penalty_the_fit_is_least_squares(explorer: PolynomialFit, degree: int) -> None:
    found = fit(explorer.x, explorer.y, degree, 0.0)
    wanted = np.polynomial.chebyshev.chebfit(explorer.x.numpy(), explorer.y.numpy(), degree)
    torch.testing.assert_close(found, torch.tensor(wanted), rtol=1e-7, atol=1e-9)


@pytest.mark.parametrize("lam", [1e-3, 0.5, 100.0])
def test_at_the_fit_the_gradient_of_loss_and_penalty_is_zero(
    explorer: PolynomialFit, lam: float
) -> None:
    w = fit(explorer.x, explorer.y, 7, lam).requires_grad_()
    miss = features(explorer.x, 7) @ w - explorer.y
    ((miss**2).mean() + lam / 2 * (w[1:] ** 2).sum()).backward()  # the bias, w[0], is free
    torch.testing.assert_close(w.grad, torch.zeros(8, dtype=torch.float64), rtol=0, atol=1e-10)


def test_a_high_price_leaves_the_mean(explorer: PolynomialFit) -> None:
    explorer.set(lam=1e9)
    w = explorer.coefficients[9]
    assert w[0].item() == pytest.approx(explorer.y.mean().item(), abs=1e-6)
    assert w[1:].abs().max() < 1e-6


def test_the_training_error_falls_with_the_degree_and_the_other_does_not(
    explorer: PolynomialFit,
) -> None:
    train, val = explorer.errors
    assert train.shape == (len(DEGREES),)
    assert (train.diff() < 1e-12).all()
    assert val.argmin() < 9
    assert explorer.val_error > 10 * explorer.train_error
    explorer.set(num_points=200)
    assert explorer.val_error < 2 * explorer.train_error


def test_the_errors_are_those_of_the_fit(explorer: PolynomialFit) -> None:
    explorer.set(degree=4, num_points=50, lam=0.01)
    misses = features(explorer.x, 4) @ explorer.coefficients[4] - explorer.y
    assert explorer.x.shape == (50,)
    assert explorer.train_error == pytest.approx((misses**2).mean().item())


def test_more_coefficients_than_points_pass_through_all(explorer: PolynomialFit) -> None:
    explorer.set(degree=15, num_points=5)
    assert explorer.train_error < 1e-20
    explorer.set(num_points=2, degree=0)
    assert explorer.train_error > 0


def test_more_points_keep_those_that_were_there_and_noise_keeps_x(explorer: PolynomialFit) -> None:
    x, y = explorer.x, explorer.y
    explorer.set(num_points=40)
    assert torch.equal(explorer.x[:20], x)
    assert torch.equal(explorer.y[:20], y)
    explorer.set(noise=0.0)
    assert torch.equal(explorer.x[:20], x)
    torch.testing.assert_close(explorer.y, torch.sin(torch.pi * explorer.x))
    explorer.set(seed=1)
    assert not torch.equal(explorer.x[:20], x)


def test_words_and_title_state_both_errors(explorer: PolynomialFit) -> None:
    explorer.set(degree=3, lam=0.01)
    for error in (explorer.train_error, explorer.val_error):
        assert f"{error:#.4g}" in explorer.words
        assert f"{error:#.4g}" in explorer.picture.right.get_title()
    assert "Degree 3 on 20 points" in explorer.words
    assert "penalty λ = 1.00e-02" in explorer.words
    assert "the noise alone is 0.09000" in explorer.words
    explorer.set(lam=0)
    assert "no penalty" in explorer.words
    explorer.set(degree=15)
    assert "(above)" in explorer.picture.right.get_title()
    words = explorer._repr_mimebundle_()[0]["text/plain"]
    assert words.startswith("Polynomial fit: Degree 15")
    assert 'Line "validation", dashed with squares: 16 points.' in words
    assert 'Points "this degree, training", circles: 1 point.' in words


def test_the_left_end_of_the_slider_is_no_penalty_at_all(explorer: PolynomialFit) -> None:
    """Even 1e-8 moves the degree-9 fit of 20 points: it must not be shown as none."""
    without = explorer.words
    explorer.set(lam=1e-8)
    assert explorer.words != without
    assert "penalty λ = 1.00e-08" in explorer.words
    widgets = shown(explorer)
    assert widgets["lam"].slider.index == 0
    assert (widgets["lam"].slider.label, widgets["lam"].slider.options[1][0]) == ("0", "1.05e-8")
    widgets["lam"].slider.index = 50
    widgets["lam"].slider.index = 0
    assert explorer.lam == 0
    assert explorer.words == without


def test_set_moves_what_is_named_and_leaves_the_rest(explorer: PolynomialFit) -> None:
    explorer.set(degree=5, noise=0.1)
    knobs = (explorer.degree, explorer.lam, explorer.noise, explorer.num_points, explorer.seed)
    assert knobs == (5, 0.0, 0.1, 20, 0)


def test_widgets_follow_the_code_and_the_code_follows_the_widgets(
    explorer: PolynomialFit,
) -> None:
    widgets = shown(explorer)
    before = picture(explorer)
    assert (widgets["degree"].slider.value, widgets["num_points"].slider.value) == (9, 20)
    assert widgets["lam"].slider.value == 0.0
    assert widgets["lam"].field.value == "0"
    assert explorer.lam == 0.0
    assert "outside" not in explorer.words
    slide(explorer, "degree", 2)
    assert explorer.degree == 2
    assert "Degree 2" in widgets["words"].value
    assert picture(explorer) != before
    assert 'alt="Degree 2' in widgets["picture"].value
    slide(explorer, "lam", 0.1)
    assert explorer.lam == 0.1
    slide(explorer, "noise", 0.5)
    assert explorer.noise == 0.5
    explorer.set(num_points=150, noise=3.0)
    assert explorer.noise == 3.0  # the slider stands at its end and does not pull it back
    assert widgets["noise"].slider.value == 1.0
    assert widgets["noise"].field.value == "3"
    assert "noise = 3 lies outside its slider, which runs from 0 to 1." in explorer.words
    assert widgets["num_points"].slider.value == 150


def test_half_a_degree_is_refused_with_a_word(explorer: PolynomialFit) -> None:
    widgets = shown(explorer)
    type_in(explorer, "degree", "2.5")
    assert explorer.degree == 9
    assert widgets["degree"].field.value == "9"
    assert "degree must be an integer from 0 to 15, got 2.5" in widgets["words"].value


def test_reset_puts_knobs_and_data_back(explorer: PolynomialFit) -> None:
    widgets, first = shown(explorer), explorer._png
    widgets["new"].click()
    slide(explorer, "degree", 3)
    widgets["reset"].click()
    assert (explorer.degree, explorer.seed) == (9, 0)
    assert explorer._png == first


def test_the_button_draws_new_data(explorer: PolynomialFit) -> None:
    widgets, x = shown(explorer), explorer.x
    widgets["new"].click()
    assert explorer.seed == 1
    assert not torch.equal(explorer.x, x)


def test_each_turn_of_a_slider_draws_once(explorer: PolynomialFit) -> None:
    shown(explorer)
    with mock.patch.object(explorer.picture, "draw", return_value="") as draw:
        slide(explorer, "degree", 4)
        assert draw.call_count == 1
        explorer.set(lam=0.5, num_points=30)
        assert draw.call_count == 2


@pytest.mark.parametrize(
    ("knobs", "sentence"),
    [
        ({"degree": 16}, "degree must be an integer from 0 to 15, got 16"),
        ({"degree": -1}, "degree must be an integer from 0 to 15, got -1"),
        ({"degree": 2.5}, "degree must be an integer from 0 to 15, got 2.5"),
        ({"num_points": 1}, "num_points must be an integer from 2 to 200, got 1"),
        ({"num_points": 201}, "num_points must be an integer from 2 to 200, got 201"),
        ({"lam": -0.1}, "lam must be finite and not negative, got -0.1"),
        ({"lam": float("nan")}, "lam must be finite and not negative, got nan"),
        ({"noise": float("inf")}, "noise must be finite and not negative, got inf"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_sentence(
    explorer: PolynomialFit, knobs: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        PolynomialFit(**knobs)
    before = explorer.words
    with pytest.raises(ValueError, match=sentence):
        explorer.set(**knobs)
    assert explorer.words == before


def test_an_unknown_knob_is_named(explorer: PolynomialFit) -> None:
    with pytest.raises(TypeError, match=r"the knobs are degree, .*; got lambda_"):
        explorer.set(lambda_=1.0)


def test_the_way_back_leads_to_the_same_bytes(explorer: PolynomialFit) -> None:
    first = explorer._png
    explorer.set(degree=1, num_points=100)
    explorer.set(degree=9, num_points=20)
    assert explorer._png == first
