"""What a program says of a run when it begins: a file that was begun otherwise is noticed."""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.parameter import is_lazy

from course_utils.training.reach import reach
from course_utils.training.run_states import Run

Settings = dict[str, Any]
START = "norm of the weights at the start"
_CAN_BE_NONE = ("of the loss", "clip_norm")  # what may be given to one program and not the other
DRAWN = 2**48  # of the seeds that PyTorch draws where nobody sets one, one in 65,536 is smaller
NUMBERS = (bool, int, float, str)


def describe(run: Run, batches: Any, **more: Any) -> Settings:
    """Return rates, batch size, seeds, loss and start of a run by name, before it is resumed.

    `more` are settings of the loop by their names.
    """
    settings: Settings = {}
    if _was_chosen(seed := torch.initial_seed()):
        settings["seed"] = seed
    settings |= dict(_of_optimizer(run.optimizer.param_groups if run.optimizer else []))
    settings |= dict(_of_scheduler(run.scheduler))
    settings |= dict(_of_batches(batches))
    for number, generator in enumerate(run.generators, start=1):
        if isinstance(generator, torch.Generator) and _was_chosen(generator.initial_seed()):
            settings[f"seed of generator {number}"] = generator.initial_seed()
    settings |= dict(_of_loss(run.loss_fn))
    if all(param.grad is None for param in run.model.parameters()):  # nobody has trained it yet
        settings[START] = _norm(run.model.state_dict())
    return settings | {name: value for name, value in more.items() if value is not None}


def differences(here: Settings, found: Mapping[str, Any], *, is_over: bool) -> str:
    """Say in what a program differs from the one that began the file, with both values.

    A value that the run has reached by itself, as a rate does, is no difference. Other weights at
    the start matter where nothing will be trained: else it is the same cell, run a second time.
    """
    was = found.get("settings")
    if was is None:  # out of a loop of one's own
        return ""
    now = dict(_of_optimizer(found["optimizer"]["state"]["param_groups"]))
    if found["scheduler"]:
        now |= dict(_of_scheduler(found["scheduler"]["state"], found["scheduler"]["kind"]))
    now[START] = _norm(found["model"])
    said = []
    for name in dict.fromkeys([*was, *here]):
        if name == START and not is_over:
            continue
        if not (name in was and name in here) and not name.endswith(_CAN_BE_NONE):
            continue
        old, new = was.get(name, "none"), here.get(name, "none")
        if not _same(old, new) and not (name in now and _same(now[name], new)):
            said.append(f"{name} {_text(old)} in the file and {_text(new)} here")
    return ", ".join(said)


def _was_chosen(seed: int) -> bool:
    """Return whether a person or a program set a seed: PyTorch draws its own from all 64 bits."""
    return abs(seed) < DRAWN


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    numbers = isinstance(one, int | float) and isinstance(other, int | float)
    if numbers and (isinstance(one, float) or isinstance(other, float)):
        return math.isclose(one, other, rel_tol=1e-5)
    return bool(one == other)


def _text(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def _of_optimizer(groups: Any) -> Iterator[tuple[str, Any]]:
    for number, group in enumerate(groups, start=1):
        where = f" of group {number}" if len(groups) > 1 else ""
        for name, value in group.items():
            if isinstance(value, Tensor) and value.numel() == 1:
                value = value.item()
            if isinstance(value, NUMBERS) and name not in ("initial_lr", "max_lr", "min_lr"):
                yield f"{name}{where}", _plain(value)
            elif isinstance(value, tuple) and all(isinstance(it, NUMBERS) for it in value):
                yield f"{name}{where}", [_plain(it) for it in value]


def _of_scheduler(part: Any, kind: str | None = None) -> Iterator[tuple[str, Any]]:
    """Yield the numbers of a scheduler, or of its state, that stand for settings of its own."""
    attributes = part if isinstance(part, dict) else getattr(part, "__dict__", {})
    for name, value in attributes.items():
        if isinstance(value, NUMBERS) and not name.startswith("_"):
            yield f"{name} of {kind or type(part).__name__}", _plain(value)


def _of_batches(batches: Any) -> Iterator[tuple[str, Any]]:
    for name in ("batch_size", "drop_last"):
        for place in (batches, getattr(batches, "batch_sampler", None)):
            value = getattr(place, name, None)
            if isinstance(value, NUMBERS):
                yield name, _plain(value)
                break
    try:
        yield "number of batches", len(batches)
    except TypeError:  # an iterable need not know
        return


def _of_loss(loss_fn: Any) -> Iterator[tuple[str, Any]]:
    """Yield the kind of a loss and its settings, such as the weights of classes."""
    if isinstance(loss_fn, functools.partial):
        yield from _of_loss(loss_fn.func)
        settings = dict(loss_fn.keywords)
    elif isinstance(loss_fn, nn.Module):
        yield "loss", type(loss_fn).__name__
        settings = {**vars(loss_fn), **dict(loss_fn.named_buffers())}
        settings |= dict(loss_fn.named_parameters())
    elif isinstance(loss_fn, FunctionType) and not loss_fn.__module__.startswith("torch"):
        # A lambda says what it does by the names it uses, and by its numbers.
        code = loss_fn.__code__
        numbers = [it for it in code.co_consts if isinstance(it, float)]
        yield "loss", " ".join(map(str, [loss_fn.__name__, *code.co_names, *numbers]))
        settings = {}
    else:
        yield "loss", getattr(loss_fn, "__name__", type(loss_fn).__name__)
        settings = {}
    for name, value in settings.items():
        if isinstance(value, NUMBERS) and not name.startswith("_") and name != "training":
            yield f"{name} of the loss", _plain(value)
        elif isinstance(value, Tensor) and 0 < value.numel() <= 10:
            yield f"{name} of the loss", value.detach().double().flatten().tolist()


def _plain(value: Any) -> Any:
    """Return a number of NumPy, which may be one of Python's as well, as Python's."""
    return value.item() if hasattr(value, "item") else value


def _norm(state: Mapping[str, Any]) -> float | None:
    """Return the norm of all floating-point entries; None if a lazy layer has none yet."""
    if any(is_lazy(value) for value in state.values()):
        return None
    tensors = [value for value in state.values() if isinstance(value, Tensor)]
    norms = [value.detach().norm().float().cpu() for value in tensors if value.is_floating_point()]
    return torch.stack(norms).norm().item() if norms else 0.0


def learns_elsewhere(run: Run) -> set[int]:
    """Return the ids of parameters that the loss knows, in modules or by themselves."""
    found = set()
    for thing in reach(run.loss_fn):
        if isinstance(thing, nn.Module):
            found |= {id(param) for param in thing.parameters()}
        elif isinstance(thing, nn.Parameter):
            found.add(id(thing))
    return found
