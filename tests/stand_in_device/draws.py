"""Random numbers: a GPU has a generator of its own, and draws other numbers from the same seed."""

from collections.abc import Callable
from typing import Any

import torch

OTHER = 0x6A09E667  # so that no seed gives both the same numbers

_own = torch.Generator().manual_seed(OTHER)


def seed(number: int) -> None:
    """Seed the device's generator, as `torch.manual_seed` asks of every device."""
    _own.manual_seed(number ^ OTHER)


def drawing(operation: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Run an operation that draws, with the device's generator in the place of the CPU's."""
    kept = torch.get_rng_state()
    torch.set_rng_state(_own.get_state())
    try:
        return operation(*args, **kwargs)
    finally:
        _own.set_state(torch.get_rng_state())
        torch.set_rng_state(kept)
