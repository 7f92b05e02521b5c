"""What the settings cell of each notebook calls: device, seeds, threads and print options."""

import os
import random
import re
from typing import Any

import numpy as np
import torch

DEVICE_NAME = re.compile(r"cpu|mps|cuda(:\d\d?)?")
CPU = torch.device("cpu")
LARGEST_SEED = 2**32 - 1  # numpy takes no more than 32 bits


def pick_device() -> torch.device:
    """Return the device that COURSE_DEVICE names; without it cuda, else mps, else cpu.

    COURSE_DEVICE may be cpu, mps, cuda, or cuda with a number such as cuda:1.

    Raises ValueError if COURSE_DEVICE names no device that PyTorch has for this course, and
    RuntimeError if it names one that this machine does not offer: falling back in silence would
    let somebody believe that a GPU was tested.
    """
    asked = os.environ.get("COURSE_DEVICE", "").strip().lower()
    if not asked:
        if torch.cuda.is_available():
            return torch.device("cuda")
        return torch.device("mps" if torch.backends.mps.is_available() else "cpu")
    if not DEVICE_NAME.fullmatch(asked):
        raise ValueError(
            "COURSE_DEVICE must be cpu, cuda, a numbered one such as cuda:1, or mps, "
            f"got {asked!r}: correct it, or unset it to let the course choose."
        )
    device = torch.device(asked)
    if not _is_present(device):
        raise RuntimeError(
            f"COURSE_DEVICE asks for {asked}, and PyTorch {torch.__version__} finds none here: "
            "set COURSE_DEVICE=cpu, unset it, or install a PyTorch built for that device."
        )
    return device


def _is_present(device: torch.device) -> bool:
    """Tell whether this machine and this build of PyTorch offer the device."""
    if device.type == "cuda":
        return torch.cuda.is_available() and (device.index or 0) < torch.cuda.device_count()
    return device.type == "cpu" or torch.backends.mps.is_available()


def seed_everything(seed: int) -> torch.Generator:
    """Seed PyTorch (on all devices), NumPy and `random`; return a CPU generator seeded alike.

    Draw from the returned generator and move the numbers to the device: a run on a GPU then
    starts from the same numbers as a run on a CPU.

    Raises ValueError if the seed is not an integer from 0 to 4294967295.
    """
    if isinstance(seed, bool) or not isinstance(seed, int) or not 0 <= seed <= LARGEST_SEED:
        got = " ".join(repr(seed).split())  # an array is shown in several lines
        raise ValueError(
            f"seed must be an integer from 0 to {LARGEST_SEED}, got {got}: choose such a one."
        )
    random.seed(seed)
    np.random.seed(seed)
    torch.manual_seed(seed)  # reaches the generators of every GPU too
    return torch.Generator().manual_seed(seed)


def check_generator(generator: Any, same: str) -> None:
    """Raise ValueError for a generator of another device than the CPU, TypeError for what is none.

    `same` says what a CPU generator keeps the same on every device, such as "the numbers are".
    """
    device = getattr(generator, "device", CPU)  # an array of NumPy has one that is a text
    if isinstance(device, torch.device) and device != CPU:
        raise ValueError(
            f"generator must live on the CPU, got one on {device}: "
            f"use torch.Generator(), and {same} the same on every device."
        )
    if not isinstance(generator, torch.Generator):
        raise TypeError(
            f"generator must be a torch.Generator, got {type(generator).__name__}: "
            "pass torch.Generator().manual_seed(0), say."
        )


def use_one_thread() -> None:
    """Let PyTorch work on one CPU thread.

    The tensors of this course are small: handing eleven numbers to several threads takes longer
    than adding them up. And the number of threads decides in which order a sum is taken, so that
    its last digits would depend on how many cores the machine has.
    """
    torch.set_num_threads(1)


def set_print_options() -> None:
    """Print tensors and arrays with four decimals, without exponents, at most 88 columns wide.

    Left alone, PyTorch writes a whole tensor with exponents as soon as its largest entry is a
    thousand times its smallest. What is smaller than 0.00005 shows as 0.0000 here: print such a
    number by itself, with a format such as `f"{number:.2e}"`.
    """
    torch.set_printoptions(precision=4, sci_mode=False, linewidth=88)
    np.set_printoptions(precision=4, suppress=True, linewidth=88)


def prepare(seed: int) -> tuple[torch.device, torch.Generator]:
    """Set print options, one thread and all seeds; return the device and a CPU generator.

    Raises what `pick_device` and `seed_everything` raise.
    """
    set_print_options()
    use_one_thread()
    return pick_device(), seed_everything(seed)
