"""The states of generators: the global ones of PyTorch, NumPy and Python, and one's own."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor

from course_utils.training.reach import Generator


def global_states() -> dict[str, Any]:
    """Return the states of all global generators: tensors, numbers and strings."""
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


def set_global_states(states: Mapping[str, Any]) -> None:
    """Set the global generators to `global_states`, as far as their devices are here."""
    torch.set_rng_state(states["torch"])
    for number, state in enumerate(states["cuda"][: torch.cuda.device_count()]):
        torch.cuda.set_rng_state(state, number)
    if states["mps"] is not None and torch.backends.mps.is_available():
        torch.mps.set_rng_state(states["mps"])
    name, keys, *position = states["numpy"]
    np.random.set_state((name, keys.numpy().astype(np.uint32), *position))
    random.setstate(states["python"])


def state_of(generator: Generator) -> Any:
    """Return the state of a generator of PyTorch, NumPy or Python."""
    if isinstance(generator, torch.Generator):
        return generator.get_state()
    if isinstance(generator, np.random.Generator):
        return dict(generator.bit_generator.state)
    if isinstance(generator, np.random.RandomState):
        return {"legacy": generator.get_state(legacy=False)}
    return generator.getstate()


def set_state_of(generator: Generator, state: Any) -> None:
    """Set a generator to what `state_of` returned."""
    if isinstance(generator, torch.Generator):
        generator.set_state(state)
    elif isinstance(generator, np.random.Generator):
        generator.bit_generator.state = state
    elif isinstance(generator, np.random.RandomState):
        generator.set_state(state["legacy"])
    else:
        generator.setstate(state)


def generators_misfit(generators: Sequence[Generator], states: Sequence[Any]) -> str | None:
    """Say which generator a state in the file does not fit; None if all fit."""
    if len(states) != len(generators):
        return f"{len(states)} generators shuffle in the file and {len(generators)} here"
    for number, (generator, state) in enumerate(zip(generators, states, strict=True), start=1):
        was, here = _kind(state), _kind(state_of(generator))
        if was != here:
            return f"generator {number} is one of {was} in the file and of {here} here"
    return None


def _kind(state: Any) -> str:
    if isinstance(state, Tensor):  # the state of a GPU's generator is of another size
        return f"PyTorch with a state of {state.numel()} bytes"
    return f"NumPy ({', '.join(map(str, state))})" if isinstance(state, dict) else "Python"
