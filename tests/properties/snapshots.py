"""What an argument and the process look like, in a form that can be compared afterwards."""

import random
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn


def snapshot(thing: Any) -> Any:
    """Everything in a thing that a careless function could change."""
    if isinstance(thing, Tensor):
        grad = snapshot(thing.grad) if thing.is_leaf and thing.grad is not None else None
        kind = (thing.dtype, tuple(thing.shape), str(thing.device), thing.requires_grad)
        return (*kind, bits(thing), grad)
    if isinstance(thing, np.ndarray):
        return thing.dtype.str, thing.shape, thing.tobytes()
    if isinstance(thing, nn.Module):
        modes = [(name, layer.training) for name, layer in thing.named_modules()]
        return modes, [snapshot(it) for it in (*thing.parameters(), *thing.buffers())]
    if isinstance(thing, torch.Generator):
        return bits(thing.get_state())
    if isinstance(thing, dict):
        return {key: snapshot(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return type(thing), [snapshot(it) for it in thing]
    if isinstance(thing, float):
        return repr(thing)  # nan is not equal to nan
    return id(thing)


def bits(tensor: Tensor) -> bytes:
    """The bytes of a tensor: nan equals nan, and 0.0 is not -0.0."""
    if tensor.is_meta:
        return b""
    return tensor.detach().cpu().contiguous().numpy().tobytes()


def global_state() -> dict[str, Any]:
    """What all code of a process shares, and nobody may leave changed."""
    name, keys, *rest = np.random.get_state()
    return {
        "torch's numbers": bits(torch.get_rng_state()),
        "NumPy's numbers": (name, np.asarray(keys).tobytes(), rest),
        "Python's numbers": random.getstate(),
        "default dtype": torch.get_default_dtype(),
        "gradients": torch.is_grad_enabled(),
        "inference": torch.is_inference_mode_enabled(),
        "threads": torch.get_num_threads(),
        "deterministic": torch.are_deterministic_algorithms_enabled(),
    }
