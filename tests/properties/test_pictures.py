"""Numbers and pictures as words and bytes, with any number and any picture."""

import io
import math
import sys
from decimal import Decimal
from typing import Any

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from course_utils.figures import describe, number, shrink_png, to_png, use_course_style
from tests.properties.promises import attempt
from tests.properties.strategies import BAD_NUMBERS, NO_TENSORS, reproducible


@given(st.floats())
@example(sys.float_info.max)
@reproducible(200)
def test_a_quantity_is_written_to_four_digits(value: float) -> None:
    text = attempt(number, value).value
    if math.isfinite(value):
        # As decimals: the largest float, rounded to four digits, is none any more.
        off = abs(Decimal(text) - Decimal(value))
        assert off <= Decimal("1e-3") * abs(Decimal(value)) or abs(value) < 1e-307
        assert "." in text
        assert not text.startswith("-0.000") or value != 0
    else:
        assert float(text) == value or math.isnan(value)


@pytest.mark.parametrize("value", [*BAD_NUMBERS, *NO_TENSORS], ids=lambda it: type(it).__name__)
def test_what_is_no_quantity_is_told(value: Any) -> None:
    attempt(number, value)


@given(
    st.integers(1, 12),
    st.integers(1, 12),
    st.integers(1, 400),
    st.sampled_from(["RGB", "RGBA", "L", "P"]),
)
@reproducible(40)
def test_a_smaller_png_shows_the_same(width: int, height: int, seed: int, mode: str) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 4), dtype=np.uint8)
    pixels[..., 3] |= 255 if seed % 2 else 0
    buffer = io.BytesIO()
    picture = Image.fromarray(pixels, "RGBA").convert(mode)
    picture.save(buffer, "png")
    outcome = attempt(shrink_png, buffer.getvalue())
    smaller = Image.open(io.BytesIO(outcome.value))
    assert len(outcome.value) <= len(buffer.getvalue())
    assert smaller.size == picture.size
    if len({*map(tuple, pixels.reshape(-1, 4).tolist())}) <= 256:
        assert smaller.convert("RGBA").tobytes() == picture.convert("RGBA").tobytes()


@given(st.one_of(st.binary(max_size=60), st.sampled_from([*BAD_NUMBERS, *NO_TENSORS])))
@reproducible(40)
def test_what_is_no_png_is_told(data: Any) -> None:
    assert attempt(shrink_png, data).error is not None


@pytest.mark.parametrize("thing", NO_TENSORS, ids=lambda it: type(it).__name__)
def test_what_is_no_figure_is_told(thing: Any) -> None:
    assert attempt(describe, thing).error is not None
    assert attempt(to_png, thing).error is not None


@given(st.lists(st.floats(-1e300, 1e300), max_size=20), st.text(max_size=10))
@reproducible(40)
def test_any_line_is_told_in_words(values: list[float], label: str) -> None:
    with mpl.rc_context({"figure.figsize": (2, 2), "figure.dpi": 40}):
        figure, ax = plt.subplots()
        ax.plot(values, label=label.replace("$", ""))
        words = attempt(describe, figure)
        plt.close(figure)
    assert words.error is None
    assert not values or f"{len(values)} point" in words.value


def test_an_empty_figure_has_words_and_no_picture() -> None:
    figure = plt.figure()
    assert attempt(describe, figure).value == "Figure: nothing drawn."
    assert attempt(to_png, figure).value is None
    plt.close(figure)


def test_the_style_may_be_set_twice() -> None:
    with mpl.rc_context():
        attempt(use_course_style)
        once = dict(mpl.rcParams)
        attempt(use_course_style)
        assert dict(mpl.rcParams) == once
