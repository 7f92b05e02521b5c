"""Data sets, with any argument."""

import functools
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from course_utils import data
from course_utils.data import Delayed, Stream, circles, moons, split, wavy_line, wide_line
from tests.properties.promises import attempt
from tests.properties.strategies import (
    NO_GENERATORS,
    bad_numbers,
    generators,
    reproducible,
)
from tests.training.helpers import seeded

DRAWN: list[Any] = [wavy_line, wide_line, moons, circles]
NOISY: list[Any] = [moons, circles]


@pytest.mark.parametrize("draw", DRAWN)
@given(num_examples=st.integers(1, 40), seed=st.integers(0, 2**63 - 1))
@reproducible(15)
def test_any_number_of_examples_is_drawn_and_again_from_the_same_seed(
    draw: Any, num_examples: int, seed: int
) -> None:
    first, again = (
        attempt(draw, num_examples, generator=seeded(seed), hides="generator") for _ in range(2)
    )
    assert first.error is None
    X, y = first.value
    assert len(X) == len(y) == num_examples
    assert X.isfinite().all()
    assert all(map(torch.equal, first.value, again.value))


@pytest.mark.parametrize("draw", DRAWN)
@given(num_examples=bad_numbers(), generator=generators())
@reproducible()
def test_a_bad_number_of_examples_is_told_before_anything_is_drawn(
    draw: Any, num_examples: Any, generator: torch.Generator
) -> None:
    outcome = attempt(draw, num_examples, generator=generator)
    assert outcome.error is not None


@pytest.mark.parametrize("draw", NOISY)
@given(noise=bad_numbers(), generator=generators())
@reproducible()
def test_a_bad_noise_is_told_before_anything_is_drawn(
    draw: Any, noise: Any, generator: torch.Generator
) -> None:
    if noise in (0, 2.5) and not isinstance(noise, bool):
        outcome = attempt(draw, 8, noise=noise, generator=generator, hides="generator")
        assert outcome.value.X.isfinite().all()
    else:
        assert attempt(draw, 8, noise=noise, generator=generator).error is not None


@pytest.mark.parametrize(
    "draw", [*(functools.partial(it, 6) for it in DRAWN), functools.partial(split, 6)]
)
@pytest.mark.parametrize("generator", NO_GENERATORS, ids=lambda it: type(it).__name__)
def test_what_is_no_generator_is_told(draw: Any, generator: Any) -> None:
    assert attempt(draw, generator=generator).error is not None


@given(num_features=bad_numbers(), generator=generators())
@reproducible(15)
def test_a_bad_number_of_features_is_told(num_features: Any, generator: torch.Generator) -> None:
    assert attempt(wide_line, 5, num_features=num_features, generator=generator).error is not None


@given(st.integers(-2, 30), st.floats(0, 1), generators())
@reproducible()
def test_two_parts_hold_every_example_once(
    num_examples: int, val_fraction: float, generator: torch.Generator
) -> None:
    outcome = attempt(
        split, num_examples, val_fraction=val_fraction, generator=generator, hides="generator"
    )
    if 0 < round(val_fraction * num_examples) < num_examples:
        train, val = outcome.value
        assert sorted(torch.cat([train, val]).tolist()) == list(range(num_examples))
        assert len(val) == round(val_fraction * num_examples)
    else:
        assert outcome.error is not None


@given(st.one_of(st.just(9), bad_numbers()), bad_numbers(), generators())
@reproducible()
def test_a_bad_fraction_or_number_of_examples_is_told(
    num_examples: Any, val_fraction: Any, generator: torch.Generator
) -> None:
    assert (
        attempt(split, num_examples, val_fraction=val_fraction, generator=generator).error
        is not None
    )


@pytest.mark.parametrize("name", ["thermometer", "digits", "breast_cancer"])
def test_a_fixed_data_set_is_finite_and_new_in_each_call(name: str) -> None:
    first, second = (attempt(getattr(data, name)).value for _ in range(2))
    for one, other in zip(first, second, strict=True):
        assert one.isfinite().all()
        assert torch.equal(one, other)
        one.zero_()
        assert other.any()


@given(st.one_of(st.text(max_size=8), bad_numbers()))
@reproducible(15)
def test_images_of_another_name_are_told(name: Any) -> None:
    assert attempt(data.images, name).error is not None


@given(st.lists(st.integers(), max_size=5), st.booleans())
@reproducible(15)
def test_a_stream_gives_its_examples(examples: list[int], shared: bool) -> None:
    assert list(attempt(Stream, examples, shared).value) == examples


@given(bad_numbers())
@reproducible(20)
def test_a_delay_is_a_number_of_seconds(seconds: Any) -> None:
    outcome = attempt(Delayed, [7], seconds)
    if seconds == 0 and not isinstance(seconds, bool):
        assert outcome.value[0] == 7
    elif outcome.error is None:
        assert seconds == 2.5
