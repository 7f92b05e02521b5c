"""What a notebook's second cell calls, with any seed and any name of a device."""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from course_utils.runtime import (
    check_generator,
    pick_device,
    prepare,
    seed_everything,
    set_print_options,
    use_one_thread,
)
from tests.properties.promises import attempt
from tests.properties.snapshots import global_state
from tests.properties.strategies import BAD_NUMBERS, NO_GENERATORS, anything, reproducible


@pytest.fixture
def process_restored() -> Iterator[None]:
    """Give the process back what these functions are there to change."""
    states = torch.get_rng_state(), np.random.get_state(), random.getstate()
    threads, shown = torch.get_num_threads(), np.get_printoptions()
    yield
    torch.set_rng_state(states[0])
    np.random.set_state(states[1])
    random.setstate(states[2])
    torch.set_num_threads(threads)
    torch.set_printoptions(profile="default")
    np.set_printoptions(**shown)


@given(
    st.one_of(
        st.sampled_from(BAD_NUMBERS[1:]), anything(), st.integers(2**32), st.integers(max_value=-1)
    )
)
@reproducible(80)
def test_what_is_no_seed_is_told_and_seeds_nothing(seed: Any) -> None:
    if type(seed) is int and seed >= 0 and seed < 2**32:
        return
    assert attempt(seed_everything, seed).error is not None


@given(st.integers(0, 2**32 - 1))
@reproducible(20)
def test_a_seed_sets_all_generators(process_restored: None, seed: int) -> None:
    generator = seed_everything(seed)
    first = global_state(), generator.initial_seed()
    torch.rand(3), np.random.rand(3), random.random()
    assert torch.equal(
        torch.rand(2, generator=generator),
        torch.rand(2, generator=torch.Generator().manual_seed(seed)),
    )
    generator = seed_everything(seed)
    assert (global_state(), generator.initial_seed()) == first


@given(st.text(st.characters(codec="ascii", exclude_characters="\0"), max_size=8))
@reproducible(60)
def test_any_name_of_a_device_is_picked_or_told(name: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COURSE_DEVICE", name)
        outcome = attempt(pick_device)
        if outcome.error is None:
            assert outcome.value.type in ("cpu", "cuda", "mps")


@pytest.mark.parametrize(
    "name", ["cuda:99", "cuda:-1", "cuda:", "tpu", "cuda:99999999999999999999"]
)
def test_a_device_that_is_not_here_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSE_DEVICE", name)
    assert attempt(pick_device, came="got|asks for").error is not None
    assert attempt(prepare, 0, came="got|asks for", changes_process=True).error is not None


def test_settings_hold_and_may_be_set_twice(
    process_restored: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_DEVICE", "cpu")
    for _ in range(2):
        set_print_options()
        use_one_thread()
        device, generator = prepare(3)
        assert torch.get_num_threads() == 1
        assert (device.type, generator.initial_seed()) == ("cpu", 3)
        assert repr(torch.tensor([0.00001, 1e6])) == "tensor([      0.0000, 1000000.0000])"


@given(st.one_of(st.sampled_from(NO_GENERATORS), anything()))
@reproducible()
def test_what_is_no_generator_is_told(value: Any) -> None:
    assert isinstance(attempt(check_generator, value, "the numbers are").error, TypeError)
    assert attempt(check_generator, torch.Generator(), "the numbers are").error is None
