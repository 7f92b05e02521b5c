"""All that decides how a training run goes on: parameters, optimizer, scheduler, randomness."""

from __future__ import annotations

import copy
import random
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim import Optimizer


@dataclass(frozen=True)
class Run:
    """A model and what trains it; `generators` are those that shuffle its batches."""

    model: nn.Module
    optimizer: Optimizer | None = None
    scheduler: Any = None
    generators: tuple[torch.Generator, ...] = ()

    def state(self) -> dict[str, Any]:
        """Return the states of all parts and the global random states: tensors, numbers, names.

        The tensors are the ones in use and change with them.
        """
        return {
            "model": self.model.state_dict(),
            "optimizer": _named_state(self.optimizer),
            "scheduler": _named_state(self.scheduler),
            "generators": [generator.get_state() for generator in self.generators],
            "random": _random_states(),
        }

    def restore(self, state: Mapping[str, Any]) -> str | None:
        """Set all parts to a state, or leave them as they were and return what does not fit."""
        before = copy.deepcopy(self.state())
        try:
            misfit = self.misfit(state)
            if misfit is None:
                self._set_state(state)
        except Exception as error:  # out of a file, a state can be anything at all
            self._set_state(before)
            return f"its contents are out of order ({type(error).__name__})"
        return misfit

    def misfit(self, state: Mapping[str, Any]) -> str | None:
        """Return what in the state does not fit this run, the first thing found; None if all fits.

        >>> Run(nn.Linear(2, 1)).misfit(Run(nn.Linear(3, 1)).state())
        'weight is float32 (1, 3) in the file and float32 (1, 2) in the model'
        """
        return _model_misfit(self.model.state_dict(), state["model"]) or (
            None if self.optimizer is None else self._training_misfit(self.optimizer, state)
        )

    def _set_state(self, state: Mapping[str, Any]) -> None:
        """Set all parts to a state; the global random states only if there is an optimizer.

        A run without an optimizer is a model that is used and trained no further.
        """
        self.model.load_state_dict(state["model"])
        if self.optimizer is not None:
            self.optimizer.load_state_dict(state["optimizer"]["state"])
            _set_random_states(state["random"])
        if self.scheduler is not None:
            self.scheduler.load_state_dict(state["scheduler"]["state"])
        for generator, generator_state in zip(self.generators, state["generators"], strict=False):
            generator.set_state(generator_state)

    def _training_misfit(self, optimizer: Optimizer, state: Mapping[str, Any]) -> str | None:
        for role, part in (("optimizer", optimizer), ("scheduler", self.scheduler)):
            was = state[role]["kind"] if state[role] else "none"
            here = "none" if part is None else type(part).__name__
            if was != here:
                return f"the {role} is {was} in the file and {here} here"
        groups = state["optimizer"]["state"]["param_groups"]
        counts = [
            [len(group["params"]) for group in some] for some in (groups, optimizer.param_groups)
        ]
        if counts[0] != counts[1]:
            return (
                f"the optimizer's groups hold {counts[0]} parameters in the file and "
                f"{counts[1]} here"
            )
        if len(state["generators"]) != len(self.generators):
            return (
                f"{len(state['generators'])} generators shuffle in the file and "
                f"{len(self.generators)} here"
            )
        return None


def _named_state(part: Any) -> dict[str, Any] | None:
    return None if part is None else {"kind": type(part).__name__, "state": part.state_dict()}


def _model_misfit(here: Mapping[str, Any], was: Mapping[str, Any]) -> str | None:
    """Name the first layer that differs, in the order of the model."""
    for name, value in here.items():
        if name not in was:
            return f"{name} is in the model and not in the file"
        if isinstance(value, Tensor) and _kind(value) != _kind(was[name]):
            return f"{name} is {_kind(was[name])} in the file and {_kind(value)} in the model"
    extra = [name for name in was if name not in here]
    return f"{extra[0]} is in the file and not in the model" if extra else None


def _kind(tensor: Tensor) -> str:
    return f"{str(tensor.dtype).removeprefix('torch.')} {tuple(tensor.shape)}"


def _random_states() -> dict[str, Any]:
    numpy_state: Any = np.random.get_state()
    name, keys, *position = numpy_state
    return {
        "torch": torch.get_rng_state(),
        # Asking a GPU that nobody has used would start it.
        "cuda": torch.cuda.get_rng_state_all() if torch.cuda.is_initialized() else [],
        "mps": torch.mps.get_rng_state() if torch.backends.mps.is_available() else None,
        "numpy": [name, torch.from_numpy(keys.astype(np.int64)), *position],
        "python": random.getstate(),
    }


def _set_random_states(states: Mapping[str, Any]) -> None:
    torch.set_rng_state(states["torch"])
    for number, state in enumerate(states["cuda"][: torch.cuda.device_count()]):
        torch.cuda.set_rng_state(state, number)
    if states["mps"] is not None and torch.backends.mps.is_available():
        torch.mps.set_rng_state(states["mps"])
    name, keys, *position = states["numpy"]
    np.random.set_state((name, keys.numpy().astype(np.uint32), *position))
    random.setstate(states["python"])


def find_generators(*all_batches: Any) -> tuple[torch.Generator, ...]:
    """Return the generators with which batches, or their samplers, shuffle, each of them once."""
    places = [*all_batches, *(getattr(batches, "sampler", None) for batches in all_batches)]
    found = [getattr(place, "generator", None) for place in places]
    return tuple(dict.fromkeys(one for one in found if isinstance(one, torch.Generator)))
