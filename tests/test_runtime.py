"""Device, seeds, threads and print options."""

import random

import numpy as np
import pytest
import torch

from course_utils import runtime


@pytest.fixture(autouse=True)
def put_back():
    """Leave the process as it was found: these functions change it for everybody."""
    threads, torch_state = torch.get_num_threads(), torch.get_rng_state()
    python_state, numpy_state = random.getstate(), np.random.get_state()
    printing = np.get_printoptions()
    yield
    torch.set_num_threads(threads)
    torch.set_rng_state(torch_state)
    random.setstate(python_state)
    np.random.set_state(numpy_state)
    np.set_printoptions(**printing)
    torch.set_printoptions(profile="default", sci_mode=None)


def machine(monkeypatch: pytest.MonkeyPatch, *, gpus: int = 0, mps: bool = False) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: gpus > 0)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: gpus)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)


@pytest.mark.parametrize(
    ("gpus", "mps", "asked", "chosen"),
    [
        (0, False, None, "cpu"),
        (2, True, None, "cuda"),
        (0, True, None, "mps"),
        (2, True, "", "cuda"),
        (2, True, "cpu", "cpu"),
        (2, True, "mps", "mps"),
        (2, False, "cuda", "cuda"),
        (2, False, "cuda:1", "cuda:1"),
        (1, False, " CUDA ", "cuda"),
    ],
)
def test_the_device_is_the_asked_one_or_the_best(monkeypatch, gpus, mps, asked, chosen) -> None:
    machine(monkeypatch, gpus=gpus, mps=mps)
    monkeypatch.delenv("COURSE_DEVICE", raising=False)
    if asked is not None:
        monkeypatch.setenv("COURSE_DEVICE", asked)
    assert runtime.pick_device() == torch.device(chosen)


@pytest.mark.parametrize("asked", ["cuda", "cuda:0", "cuda:2", "mps"])
def test_a_device_that_is_not_there_is_refused(monkeypatch, asked) -> None:
    machine(monkeypatch, gpus=2 if asked == "cuda:2" else 0)
    monkeypatch.setenv("COURSE_DEVICE", asked)
    with pytest.raises(RuntimeError, match=f"asks for {asked}.*set COURSE_DEVICE=cpu"):
        runtime.pick_device()


@pytest.mark.parametrize("asked", ["gpu", "cuda1", "cuda:", "cuda:x", "cpu:0", "xla", "cuda:-1"])
def test_a_misspelt_device_is_named_with_the_remedy(monkeypatch, asked) -> None:
    machine(monkeypatch, gpus=2, mps=True)
    monkeypatch.setenv("COURSE_DEVICE", asked)
    with pytest.raises(ValueError, match=f"must be cpu, cuda.*got '{asked}'.*unset it"):
        runtime.pick_device()


def draws(generator: torch.Generator) -> tuple:
    return (
        random.random(),
        float(np.random.rand()),
        torch.rand(3).tolist(),
        torch.rand(3, generator=generator).tolist(),
    )


def test_one_seed_fixes_every_source_of_random_numbers() -> None:
    first, again, other = (draws(runtime.seed_everything(seed)) for seed in (7, 7, 8))
    assert first == again
    assert all(a != b for a, b in zip(first, other, strict=True))


def test_the_generator_stands_on_the_cpu_and_is_seeded_alike() -> None:
    generator = runtime.seed_everything(7)
    assert generator.device == torch.device("cpu")
    assert torch.equal(torch.rand(3, generator=generator), torch.rand(3))


@pytest.mark.parametrize("seed", [-1, 2**32, 1.0, "1", True, None])
def test_what_is_no_seed_is_refused(seed) -> None:
    with pytest.raises(ValueError, match="seed must be an integer from 0 to 4294967295, got"):
        runtime.seed_everything(seed)


@pytest.mark.parametrize("seed", [0, 2**32 - 1])
def test_the_smallest_and_the_largest_seed_are_taken(seed: int) -> None:
    assert runtime.seed_everything(seed).initial_seed() == seed


def test_one_thread() -> None:
    torch.set_num_threads(2)
    runtime.use_one_thread()
    assert torch.get_num_threads() == 1


def test_tensors_and_arrays_print_four_decimals_without_exponents() -> None:
    runtime.set_print_options()
    values = [5802484.5, 0.000123456, -1.0]
    assert str(torch.tensor(values, dtype=torch.float64)) == (
        "tensor([5802484.5000,       0.0001,      -1.0000], dtype=torch.float64)"
    )
    assert "e" not in str(np.array(values))
    assert "0.0001" in str(np.array(values))
    wide = str(torch.arange(100.0)).splitlines()
    assert len(wide) > 1
    assert max(map(len, wide)) <= 88
    for digits in range(8):  # numbers of several widths, some of which would fill 89 columns
        for length in range(1, 30):
            wide = str(np.full(length, 10.0**digits + 0.5)).splitlines()
            assert max(map(len, wide)) <= 88


def test_prepare_does_all_of_it(monkeypatch) -> None:
    machine(monkeypatch)
    monkeypatch.delenv("COURSE_DEVICE", raising=False)
    torch.set_num_threads(2)
    device, generator = runtime.prepare(3)
    assert device == torch.device("cpu")
    assert torch.equal(torch.rand(2, generator=generator), torch.rand(2))
    assert torch.get_num_threads() == 1
    assert str(torch.tensor([1e6, 1e-3])) == "tensor([1000000.0000,       0.0010])"
