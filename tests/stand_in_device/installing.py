"""Makes the device known to torch, and to the course, which has never heard of it."""

import re
from typing import Any

import torch
from torch.utils.backend_registration import (
    _DummyBackendModule,
    _setup_privateuseone_for_python_backend,
)

from tests.stand_in_device import draws
from tests.stand_in_device.special import register
from tests.stand_in_device.storages import teach_storages

NAME = "toy"
_registered: list[Any] = []


class Toy(_DummyBackendModule):
    """What torch asks of a device as a whole; it stands in `torch.toy`."""

    def manual_seed_all(self, seed: int) -> None:
        draws.seed(seed)


def install() -> None:
    """Make `toy` a device of this process, before its first gradient; there is no way back."""
    if _registered:
        return
    _setup_privateuseone_for_python_backend(NAME, Toy())
    _registered.extend(register())
    teach_storages()
    torch.accelerator.synchronize = lambda device=None: None  # what runs on the CPU is finished
    _teach_course()


def _teach_course() -> None:
    """Let `pick_device` take the name."""
    from course_utils import runtime

    known, present = runtime.DEVICE_NAME, runtime._is_present
    runtime.DEVICE_NAME = re.compile(f"{known.pattern}|{NAME}")
    runtime._is_present = lambda device: device.type == NAME or present(device)
