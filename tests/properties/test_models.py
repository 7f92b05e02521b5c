"""mlp, the scalers, the landscapes and the settings of a notebook, with any argument."""

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from sklearn import preprocessing
from torch import Tensor, nn

from course_utils.landscapes import (
    LANDSCAPES,
    rosenbrock,
    saddle,
    scaled_thermometer_loss,
    thermometer_loss,
)
from course_utils.models import mlp
from course_utils.scaling import MinMaxScaler, StandardScaler
from tests.properties.promises import attempt
from tests.properties.strategies import (
    BAD_NUMBERS,
    NO_GENERATORS,
    anything,
    bad_numbers,
    finite_tensors,
    generators,
    reproducible,
)

SCALERS: list[Any] = [StandardScaler, MinMaxScaler]
SURFACES: list[Any] = [rosenbrock, saddle, thermometer_loss, scaled_thermometer_loss]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=4), generators())
@reproducible(25)
def test_a_network_has_the_sizes_that_were_asked_for(
    sizes: list[int], generator: torch.Generator
) -> None:
    outcome = attempt(mlp, *sizes, generator=generator, hides="generator")
    layers = [layer for layer in outcome.value if isinstance(layer, nn.Linear)]
    assert [layer.in_features for layer in layers] == sizes[:-1]
    assert outcome.value(torch.ones(3, sizes[0])).shape == (3, sizes[-1])
    for layer in layers:
        assert max(it.abs().max() for it in layer.parameters()) <= layer.in_features**-0.5


@given(st.lists(st.one_of(st.just(3), bad_numbers()), max_size=3), generators())
@reproducible(60)
def test_sizes_that_are_none_are_told_before_anything_is_drawn(
    sizes: list[Any], generator: torch.Generator
) -> None:
    is_right = len(sizes) > 1 and all(type(size) is int and size > 0 for size in sizes)
    outcome = attempt(mlp, *sizes, generator=generator, hides="generator" if is_right else "")
    assert (outcome.error is None) == is_right


@given(st.sampled_from([None, "tanh", nn.Tanh(), lambda: None, 3]), generators())
@reproducible(10)
def test_what_is_no_activation_is_told(activation: Any, generator: torch.Generator) -> None:
    assert attempt(mlp, 2, 2, 1, activation=activation, generator=generator).error is not None


@pytest.mark.parametrize("generator", NO_GENERATORS, ids=lambda it: type(it).__name__)
def test_what_is_no_generator_is_told(generator: Any) -> None:
    assert attempt(mlp, 2, 1, generator=generator).error is not None


@pytest.mark.parametrize("kind", SCALERS)
@given(finite_tensors((5,), (4, 2), (5, 2), dtypes=[torch.float64]))
@reproducible(25)
def test_scaling_is_that_of_scikit_learn_and_leads_back(kind: Any, X: Tensor) -> None:
    scaler, twin = kind(), getattr(preprocessing, kind.__name__)()
    assert attempt(scaler.fit, X).value is scaler
    scaled = attempt(scaler.transform, X).value
    wanted = twin.fit_transform(X.detach().reshape(len(X), -1)).reshape(X.shape)
    torch.testing.assert_close(scaled.detach(), torch.from_numpy(wanted))
    torch.testing.assert_close(
        attempt(scaler.inverse_transform, scaled.detach()).value, X.detach(), check_dtype=False
    )


@pytest.mark.parametrize("kind", SCALERS)
@given(anything())
@reproducible(150)
def test_what_cannot_be_scaled_is_told(kind: Any, X: Any) -> None:
    scaler = kind()
    outcome = attempt(scaler.fit, X)
    if outcome.error is None:
        assert scaler.transform(X).isfinite().all()
        assert not scaler.shift.requires_grad
    else:
        assert scaler.shift is None


@pytest.mark.parametrize("kind", SCALERS)
@pytest.mark.parametrize("method", ["transform", "inverse_transform"])
@given(anything())
@reproducible(100)
def test_other_features_are_told(kind: Any, method: str, X: Any) -> None:
    with pytest.raises(RuntimeError, match="call fit with the training data first"):
        getattr(kind(), method)(X)
    scaler = kind().fit(torch.tensor([[1.0, 2.0], [3.0, 5.0]]))
    outcome = attempt(getattr(scaler, method), X)
    if outcome.error is None:
        assert outcome.value.shape == X.shape


@pytest.mark.parametrize("surface", SURFACES)
@given(anything())
@reproducible(100)
def test_a_landscape_has_a_height_or_says_what_it_wants(surface: Any, params: Any) -> None:
    outcome = attempt(surface, params)
    if outcome.error is None:
        assert outcome.value.shape == params.shape[:-1]
        if params.isfinite().all() and params.abs().sum() < 1e6:
            assert (outcome.value >= 0).all()


@given(st.one_of(st.floats(-10, 10), st.sampled_from(BAD_NUMBERS)), finite_tensors((4, 2)))
@reproducible(60)
def test_a_scale_is_a_number(scale: Any, params: Tensor) -> None:
    outcome = attempt(thermometer_loss, params, scale)
    if outcome.error is None:
        assert outcome.value.isfinite().all()


@pytest.mark.parametrize("name", LANDSCAPES)
@given(finite_tensors((5,), (1,), (2, 3, 2)), finite_tensors((5,), (1,)))
@reproducible(15)
def test_a_grid_has_the_height_of_each_pair(name: str, x: Tensor, y: Tensor) -> None:
    landscape = LANDSCAPES[name]
    outcome = attempt(landscape.on_grid, x, y.to(x.dtype))
    if outcome.error is None:
        first = torch.stack([x.flatten()[0], y.flatten()[0].to(x.dtype)])
        torch.testing.assert_close(landscape.loss_fn(first), outcome.value.flatten()[0])
        assert (outcome.value >= landscape.loss_fn(landscape.lowest) - 1e-3).all()
