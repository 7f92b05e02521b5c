"""The data sets: their numbers, shapes and types."""

import torch

from course_utils.data import Thermometer, thermometer


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
