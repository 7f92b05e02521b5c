"""A slider with its field: the positions, what they cannot show, and what the hand does."""

from typing import Any

import pytest

from course_utils.explorers.knobs import Knob, Range, read, said

STRAIGHT = Range("w (°C per unit)", -0.5, 1.5, step=0.002)
WHOLE = Range("degree", 0, 15, step=1)
DECADES = Range("learning rate", 1e-5, 1e-2, step=0.05, log=True)
FROM_ZERO = Range("penalty λ", 1e-8, 100.0, step=0.02, log=True, zero=True)


def test_positions_run_from_end_to_end() -> None:
    assert len(STRAIGHT.values) == 1001
    assert STRAIGHT.values[:2] == [-0.5, -0.498]
    assert STRAIGHT.values[-1] == 1.5
    assert 0.54 in STRAIGHT.values
    assert WHOLE.values == list(range(16))
    assert all(type(value) is int for value in WHOLE.values)
    assert len(DECADES.values) == 61
    assert (DECADES.values[0], DECADES.values[20], DECADES.values[-1]) == (1e-5, 1e-4, 1e-2)
    assert DECADES.values[1] == 1.12e-5


@pytest.mark.parametrize("reach", [STRAIGHT, WHOLE, DECADES, FROM_ZERO])
def test_each_value_is_nearest_to_its_own_position(reach: Range) -> None:
    assert [reach.nearest(value) for value in reach.values] == list(range(len(reach.values)))
    assert all(reach.outside(value) == "" for value in reach.values)
    assert len({said(value) for value in reach.values}) == len(reach.values)


def test_the_left_end_of_a_log_scale_can_stand_for_zero() -> None:
    assert FROM_ZERO.values[:2] == [0.0, 1.05e-8]
    assert len(FROM_ZERO.values) == 501
    assert FROM_ZERO.nearest(1e-8) == 0  # the nearest position, though not the same number
    assert FROM_ZERO.outside(0.0) == FROM_ZERO.outside(1e-8) == ""
    assert "runs from 1e-8 to 100" in FROM_ZERO.outside(1e-9)


def test_what_lies_beyond_stands_at_the_end_and_is_said() -> None:
    assert STRAIGHT.nearest(-44.17) == 0
    assert STRAIGHT.nearest(1e30) == 1000
    assert DECADES.nearest(0.0) == 0
    assert STRAIGHT.outside(-44.17) == (
        " w = -44.17 lies outside its slider, which runs from -0.5 to 1.5."
    )
    assert DECADES.outside(1e-7) == (
        " learning rate = 1e-7 lies outside its slider, which runs from 1e-5 to 0.01."
    )


@pytest.mark.parametrize(
    "value", [0.0, 1, -17.5, 0.54827, 1e-4, 1.78e-4, 9.99e-4, 1e-3, 123456, 1e6, -1e30, 200]
)
def test_what_is_said_can_be_read(value: float) -> None:
    assert read(said(value)) == value


@pytest.mark.parametrize(("text", "value"), [(" 1e-4\n", 1e-4), ("−17,", None), ("0,5", None)])
def test_what_is_typed_is_a_number_or_refused(text: str, value: float | None) -> None:
    if value is not None:
        assert read(text) == value
        return
    with pytest.raises(ValueError, match=r"is no number: write one like 0.5, -17 or 1e-4"):
        read(text)


def test_a_whole_number_is_read_as_one() -> None:
    assert type(read("9")) is int
    assert read("−17") == -17
    assert type(read("2.5")) is float


@pytest.fixture
def turned() -> list[Any]:
    return []


def test_the_hand_turns_and_what_code_sets_stays_as_it_is(turned: list[Any]) -> None:
    knob = Knob(STRAIGHT, turned.append)
    knob.slider.index = 520
    assert turned == [0.54]
    knob.field.value = "0.5483"
    assert turned == [0.54, "0.5483"]
    knob.value = 0.548271
    assert knob.field.value == "0.548271"
    assert knob.slider.value == 0.548
    knob.value = -44.173
    assert (knob.value, knob.field.value, knob.slider.value) == (-44.173, "-44.173", -0.5)


def test_field_and_slider_share_name_and_rest(turned: list[Any]) -> None:
    knob = Knob(DECADES, turned.append)
    assert knob.field.description == "learning rate"
    assert knob.slider.options[20] == ("1e-4", 1e-4)
    knob.disabled = True
    assert (knob.field.disabled, knob.slider.disabled) == (True, True)
    assert knob.disabled
