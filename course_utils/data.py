"""The data sets of the course as tensors, with their units and sources."""

from typing import NamedTuple

import torch


class Thermometer(NamedTuple):
    """Eleven paired readings: `t_u` of an unknown unit and `t_c` in °C, both float32, (11,)."""

    t_u: torch.Tensor
    t_c: torch.Tensor


def thermometer(device: torch.device | str = "cpu") -> Thermometer:
    """Return the readings `t_u` (unknown unit) and the temperatures `t_c` (°C), each (11,).

    Every call makes new tensors, so that changing them changes nobody else's.
    Source: Stevens, Antiga and Viehmann, Deep Learning with PyTorch (2020), chapter 5.

    >>> t_u, t_c = thermometer()
    >>> t_u.shape, t_c.shape
    (torch.Size([11]), torch.Size([11]))
    """
    t_c = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
    t_u = [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]
    return Thermometer(
        t_u=torch.tensor(t_u, dtype=torch.float32, device=device),
        t_c=torch.tensor(t_c, dtype=torch.float32, device=device),
    )
