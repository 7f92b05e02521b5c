"""Numbers of any kind as an array to draw, or a sentence for what holds none."""

from typing import Any

import numpy as np
import torch


def as_array(values: Any) -> np.ndarray:
    """Return a copy of numbers or tensors, on any device, as a float64 array of the same shape.

    Raises TypeError for what holds other things than numbers, or rows of unequal lengths.
    """
    try:
        if isinstance(values, (list, tuple)) and any(torch.is_tensor(value) for value in values):
            values = torch.stack([torch.as_tensor(value).detach().cpu() for value in values])
        # To the CPU first: not every device knows float64.
        return torch.as_tensor(values).detach().cpu().to(torch.float64, copy=True).numpy()
    except (TypeError, ValueError, RuntimeError):
        raise TypeError(
            f"a tensor or equally long rows of numbers are wanted, got {type(values).__name__}: "
            "convert it with torch.tensor(…)."
        ) from None
