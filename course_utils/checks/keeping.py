"""What belongs to the notebook and not to an answer: put back after each trial, and said."""

from __future__ import annotations

import contextlib
import os
import random
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch


@dataclass(frozen=True)
class _Setting:
    """A setting of the whole process: how it is read and put back, and how an answer mends that."""

    read: Callable[[], Any]
    put: Callable[[Any], Any]
    advice: str = ""  # without it the change is put back and not spoken of


def _figures() -> list[int]:
    plt = sys.modules.get("matplotlib.pyplot")
    return plt.get_fignums() if plt else []


def _close_figures(before: list[int]) -> None:
    for number in set(_figures()) - set(before):
        sys.modules["matplotlib.pyplot"].close(number)


def _environment() -> tuple[int, dict[str, str]]:
    """Return the variables, and how many modules there are: some set variables on import."""
    return len(sys.modules), dict(os.environ)


def _put_environment(before: tuple[int, dict[str, str]]) -> None:
    modules, variables = before
    if len(sys.modules) == modules:
        for name in set(os.environ) - set(variables):
            del os.environ[name]
    os.environ.update(variables)


def _put_default_device(before: torch.device) -> None:
    torch.set_default_device(None if before == torch.device("cpu") else before)


def _print_options() -> dict[str, Any]:
    options = vars(torch._tensor_str.PRINT_OPTS)
    names = ("precision", "threshold", "edgeitems", "linewidth", "sci_mode")
    return {name: options[name] for name in names if name in options}


_SETTINGS: tuple[_Setting, ...] = (
    _Setting(
        torch.is_grad_enabled,
        torch.set_grad_enabled,
        "switches gradients off or on for everything that follows; `with torch.no_grad():` ends by "
        "itself",
    ),
    _Setting(
        torch.get_num_threads,
        torch.set_num_threads,
        "sets the number of threads for everything that follows",
    ),
    _Setting(
        torch.get_default_dtype,
        torch.set_default_dtype,
        "sets the type of all new tensors; give it to the one that needs it: dtype=…",
    ),
    _Setting(
        lambda: getattr(torch, "get_default_device", lambda: torch.device("cpu"))(),
        _put_default_device,
        "sets the device of all new tensors; give it to the one that needs it: device=…",
    ),
    _Setting(
        lambda: (
            torch.are_deterministic_algorithms_enabled(),
            torch.is_deterministic_algorithms_warn_only_enabled(),
        ),
        lambda before: torch.use_deterministic_algorithms(before[0], warn_only=before[1]),
        "sets deterministic algorithms for everything that follows",
    ),
    _Setting(
        torch.is_anomaly_enabled,
        torch.autograd.set_detect_anomaly,
        "sets anomaly detection for everything that follows; `with "
        "torch.autograd.detect_anomaly():` ends by itself",
    ),
    _Setting(
        torch.get_float32_matmul_precision,
        torch.set_float32_matmul_precision,
        "sets the precision of all matrix products that follow",
    ),
    _Setting(
        _print_options,
        lambda before: torch.set_printoptions(**before),
        "sets how all tensors are printed",
    ),
    _Setting(
        np.get_printoptions,
        lambda before: np.set_printoptions(**before),
        "sets how all arrays are printed",
    ),
    _Setting(
        np.geterr,
        lambda before: np.seterr(**before),
        "sets what NumPy does about errors; `with np.errstate(…):` ends by itself",
    ),
    _Setting(os.getcwd, os.chdir, "changes the working folder of the notebook"),
    _Setting(_environment, _put_environment),
    _Setting(_figures, _close_figures),
    _Setting(random.getstate, random.setstate),
    _Setting(lambda: np.random.get_state(), np.random.set_state),
    _Setting(torch.get_rng_state, torch.set_rng_state),
    _Setting(
        lambda: torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else [],
        torch.cuda.set_rng_state_all,
    ),
)


@contextlib.contextmanager
def kept() -> Iterator[list[str]]:
    """Put everything back at the end; yields a list that then says what had been changed.

    Inside, gradients are on and random numbers are drawn alike each time. There is one thread:
    small tensors are no faster with more, and far slower where other programs run.
    """
    before = [setting.read() for setting in _SETTINGS]
    torch.set_num_threads(1)
    torch.set_grad_enabled(True)  # an answer may need it, wherever the check stands
    random.seed(0)
    np.random.seed(0)
    # Not torch.manual_seed: that would seed the GPUs too.
    torch.default_generator.manual_seed(0)
    inside = [setting.read() if setting.advice else None for setting in _SETTINGS]
    changes: list[str] = []
    try:
        with warnings.catch_warnings():
            yield changes
    finally:
        for setting, was, given in zip(_SETTINGS, before, inside, strict=True):
            if setting.advice and _differs(setting, given):
                changes.append(setting.advice)
            # Putting some of them costs an import, so only what differs is put.
            if not setting.advice or _differs(setting, was):
                setting.put(was)


def _differs(setting: _Setting, value: Any) -> bool:
    try:
        return not bool(setting.read() == value)
    except OSError:  # the working folder itself may be gone
        return True
