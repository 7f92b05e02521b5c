"""The data sets: their numbers, shapes and types."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch

from course_utils.data import (
    Thermometer,
    breast_cancer,
    circles,
    digits,
    moons,
    split,
    thermometer,
    wavy_line,
    wide_line,
)


def test_the_thermometer_holds_eleven_pairs_of_float32() -> None:
    data = thermometer()
    assert isinstance(data, Thermometer)
    for column in data:
        assert column.shape == (11,)
        assert column.dtype == torch.float32
        assert column.device == torch.device("cpu")
    assert data.t_c.tolist() == [0.5, 14, 15, 28, 11, 8, 3, -4, 6, 13, 21]
    assert [round(t, 4) for t in data.t_u.tolist()] == [
        35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4,
    ]  # fmt: skip


def test_the_readings_are_those_whose_loss_and_least_squares_are_known() -> None:
    t_u, t_c = thermometer()
    loss = ((1.0 * t_u + 0.0 - t_c) ** 2).mean()
    assert abs(loss.item() - 1763.88) < 0.01
    columns = torch.stack([t_u, torch.ones(11)], dim=1).double()
    w, b = torch.linalg.lstsq(columns, t_c.double()[:, None]).solution.flatten().tolist()
    assert abs(w - 0.53677) < 1e-5
    assert abs(b + 17.30479) < 1e-4


def test_each_call_makes_tensors_of_its_own() -> None:
    thermometer().t_u.zero_()
    assert thermometer().t_u.min() > 20


def test_the_device_is_passed_on() -> None:
    assert thermometer("meta").t_c.device == torch.device("meta")


def seeded(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_the_wavy_line_leaves_noise_of_standard_deviation_one() -> None:
    x, y = wavy_line(20_000, generator=seeded())
    assert x.shape == y.shape == (20_000, 1)
    assert 0 <= x.min() < 0.01
    assert 19.99 < x.max() <= 20
    noise = y - x - 2 * torch.sin(x)
    assert abs(noise.mean()) < 0.03
    assert abs(noise.std() - 1) < 0.02
    generator = seeded()
    drawn = torch.rand(20_000, 1, generator=generator), torch.randn(20_000, 1, generator=generator)
    assert torch.equal(x, 20 * drawn[0])
    torch.testing.assert_close(noise, drawn[1], rtol=0, atol=1e-5)  # added, not subtracted


def test_the_wide_line_is_known_up_to_its_noise() -> None:
    X, y = wide_line(5_000, generator=seeded())
    assert X.shape == (5_000, 200)
    assert y.shape == (5_000, 1)
    noise = y - 0.05 - 0.01 * X.sum(dim=1, keepdim=True)
    assert abs(noise.mean()) < 6e-4
    assert abs(noise.std() - 0.01) < 4e-4
    assert wide_line(3, num_features=7, generator=seeded()).X.shape == (3, 7)


@pytest.mark.parametrize("make", [moons, circles])
def test_moons_and_circles_are_balanced_and_follow_their_generator(make: Callable) -> None:
    X, y = make(200, noise=0.0, generator=seeded())
    assert X.shape == (200, 2)
    assert X.dtype == torch.float32
    assert y.dtype == torch.int64
    assert y.bincount().tolist() == [100, 100]
    assert torch.equal(make(200, noise=0.0, generator=seeded()).X, X)
    assert not torch.equal(make(200, noise=0.0, generator=seeded(1)).y, y)
    if make is circles:
        radius = X.norm(dim=1)
        torch.testing.assert_close(radius, torch.where(y == 0, 1.0, 0.5))
    else:
        centre = torch.where((y == 0)[:, None], torch.tensor([0.0, 0.0]), torch.tensor([1.0, 0.5]))
        torch.testing.assert_close((X - centre).norm(dim=1), torch.ones(200))
        assert X[y == 0, 1].min() >= 0


def test_digits_are_grey_values_from_zero_to_one() -> None:
    X, y = digits()
    assert X.shape == (1797, 8, 8)
    assert (X.min(), X.max()) == (0, 1)
    assert y.bincount().tolist() == [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]


def test_breast_cancer_counts_and_kinds() -> None:
    X, y = breast_cancer()
    assert X.shape == (569, 30)
    assert X.dtype == torch.float32
    assert y.bincount().tolist() == [212, 357]
    assert X[y == 0, 0].mean() > X[y == 1, 0].mean()  # malignant tumours have larger nuclei


def test_a_split_is_a_shuffled_partition() -> None:
    train, val = split(11, generator=seeded())
    assert (len(train), len(val)) == (9, 2)
    assert sorted([*train.tolist(), *val.tolist()]) == list(range(11))
    assert train.tolist() != sorted(train.tolist())
    assert len(split(10, val_fraction=0.5, generator=seeded())[1]) == 5


@pytest.mark.parametrize(
    ("num", "fraction"),
    [(0, 0.2), (2, 0.2), (10, 0.0), (10, 1.0), (5, -0.4), (10, "0.2"), (10, math.nan), (10.0, 0.2)],
)
def test_a_split_with_an_empty_part_is_refused(num: Any, fraction: Any) -> None:
    with pytest.raises(ValueError, match="both parts need an example, got"):
        split(num, val_fraction=fraction, generator=seeded())


def test_another_default_device_changes_nothing() -> None:
    def drawn() -> list[torch.Tensor]:
        generator = torch.Generator().manual_seed(3)
        wave, wide = wavy_line(generator=generator), wide_line(20, generator=generator)
        points = moons(30, generator=generator)
        parts = split(30, generator=generator)
        return [*wave, *wide, *points, *parts]

    here = drawn()
    torch.set_default_device("meta")
    try:
        there = drawn()
    finally:
        torch.set_default_device(None)
    for one, other in zip(here, there, strict=True):
        torch.testing.assert_close(one, other, rtol=0, atol=0)
