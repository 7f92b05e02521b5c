"""The scalers: equal to NumPy's arithmetic, undone by their inverse, clear about what they refuse."""

import math

import numpy as np
import pytest
import torch
from torch import Tensor

from course_utils.data import thermometer
from course_utils.scaling import MinMaxScaler, StandardScaler

SCALERS = [MinMaxScaler, StandardScaler]


@pytest.fixture(name="X")
def three_features() -> Tensor:
    generator = torch.Generator().manual_seed(3)
    units = torch.tensor([1.0, 1000.0, 0.01])
    return torch.randn(40, 3, generator=generator, dtype=torch.float64) * units + 5 * units


def test_both_agree_with_numpy(X: Tensor) -> None:
    seen, new = X[:30].numpy(), X[30:].numpy()
    z = (new - np.mean(seen, axis=0)) / np.std(seen, axis=0)
    unit = (new - np.min(seen, axis=0)) / np.ptp(seen, axis=0)
    torch.testing.assert_close(StandardScaler().fit(X[:30]).transform(X[30:]), torch.tensor(z))
    torch.testing.assert_close(MinMaxScaler().fit(X[:30]).transform(X[30:]), torch.tensor(unit))


def test_the_training_data_get_the_range_or_the_moments_that_the_names_promise(X: Tensor) -> None:
    unit = MinMaxScaler().fit(X).transform(X)
    torch.testing.assert_close(unit.amin(dim=0), torch.zeros(3, dtype=torch.float64))
    torch.testing.assert_close(unit.amax(dim=0), torch.ones(3, dtype=torch.float64))
    z = StandardScaler().fit(X).transform(X)
    torch.testing.assert_close(z.mean(dim=0), torch.zeros(3, dtype=torch.float64))
    torch.testing.assert_close((z**2).mean(dim=0), torch.ones(3, dtype=torch.float64))


@pytest.mark.parametrize("ours", SCALERS)
def test_other_data_are_scaled_by_the_training_data_and_back(ours: type, X: Tensor) -> None:
    scaler = ours().fit(X[:30])
    shift, scale = scaler.shift.clone(), scaler.scale.clone()
    kept = X.clone()
    torch.testing.assert_close(scaler.inverse_transform(scaler.transform(X[30:] + 7)), X[30:] + 7)
    assert torch.equal(X, kept)
    assert torch.equal(scaler.shift, shift)
    assert torch.equal(scaler.scale, scale)


@pytest.mark.parametrize("ours", SCALERS)
def test_one_feature_may_come_without_a_second_dimension(ours: type) -> None:
    t_u, _ = thermometer()
    scaler = ours().fit(t_u)
    column = ours().fit(t_u[:, None]).transform(t_u[:, None])
    assert scaler.transform(t_u).shape == (11,)
    torch.testing.assert_close(scaler.transform(t_u), column[:, 0])


def test_the_standard_deviation_divides_by_the_number_of_examples() -> None:
    scaler = StandardScaler().fit(torch.tensor([1.0, 3.0]))
    assert scaler.scale == 1.0
    assert scaler.transform(torch.tensor([1.0, 3.0])).tolist() == [-1.0, 1.0]


def test_fit_returns_the_scaler_and_forgets_what_it_saw_before(X: Tensor) -> None:
    scaler = StandardScaler()
    assert scaler.fit(X) is scaler
    again = scaler.fit(X[:, :1]).transform(X[:, :1])
    torch.testing.assert_close(again, StandardScaler().fit(X[:, :1]).transform(X[:, :1]))


@pytest.mark.parametrize("ours", SCALERS)
@pytest.mark.parametrize(
    ("X", "sentence"),
    [
        (torch.zeros(0), r"two examples or more and a feature, got \(0,\)"),
        (torch.zeros(5, 0), r"two examples or more and a feature, got \(5, 0\)"),
        (torch.tensor([[1.0, 2.0]]), r"two examples or more and a feature, got \(1, 2\)"),
        (torch.full((4,), 0.1), r"got 0.1 in every example of feature 0: leave it out"),
        (torch.tensor([[1.0, 7.0], [2.0, 7.0]]), r"got 7 in every example of feature 1"),
        (torch.tensor([1.0, math.nan, math.inf]), r"must be finite, got 2 nan or inf"),
        (torch.tensor([1, 2]), r"got \(2,\) of torch.int64: .* X.float\(\)"),
        (torch.rand(2, 2, 2), r"\(examples, features\) .* got \(2, 2, 2\)"),
    ],
)
def test_what_cannot_be_scaled_is_refused_in_one_sentence(
    ours: type, X: Tensor, sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence) as caught:
        ours().fit(X)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("ours", SCALERS)
def test_a_scaler_without_a_fit_or_with_other_features_says_so(ours: type, X: Tensor) -> None:
    for method in (ours().transform, ours().inverse_transform):
        with pytest.raises(RuntimeError, match=rf"{ours.__name__} knows no scale yet: call fit"):
            method(X)
    scaler = ours().fit(X)
    for other, got in ((X[:, :2], r"\(40, 2\)"), (X[0], r"\(3,\)")):
        with pytest.raises(ValueError, match=rf"\(examples, 3\) as in fit, got {got}"):
            scaler.transform(other)


@pytest.mark.parametrize(
    ("ours", "X", "got"),
    [
        (StandardScaler, [[0.0, 1.0], [1e-45, 3.0]], "got 0 to 1: "),
        (MinMaxScaler, [[-3e38, 1.0], [3e38, 3.0]], "got 2 to inf: "),
    ],
)
def test_scales_that_no_number_can_hold_are_named(ours: type, X: list, got: str) -> None:
    with pytest.raises(ValueError, match=got):
        ours().fit(torch.tensor(X))
