"""Whether an answer has left what it was given as it was: numbers, and all that hangs on them."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

# What is said of each kind of change, after "The answer changed what it was given".
SENTENCES = {
    "tensor": "`+=`, `-=`, `*=`, an assignment to x[i] and methods that end in _ write into the "
    "caller's tensor; work on a new one instead.",
    "array": "`+=`, `-=`, an assignment to x[i] and `sort` write into the caller's array; work on "
    "a new one instead.",
    "list": "`append`, `pop`, `sort`, `reverse` and an assignment to an entry change the caller's "
    "list; `list(…)` makes a new one.",
    "dict": "an assignment to a key, `pop` and `update` change the caller's dict; `dict(…)` makes "
    "a new one.",
    "model": "its parameters or buffers have other values now; work on a copy, or put them back.",
    "mode": "a part of the model is now in another mode (training or evaluation) than before.",
    "requires_grad": "it now requires a gradient, or no longer does; `x.detach()` makes a tensor "
    "of your own.",
    "grad": "its `.grad` is another one now; `torch.autograd.grad` returns a gradient and leaves "
    "none behind.",
    "object": "one of its attributes is another one now; work on a new object instead.",
}


def copied(inputs: tuple[Any, ...]) -> tuple[Any, ...] | None:
    """Return a deep copy of inputs, or None where one of them cannot be copied."""
    try:
        return copy.deepcopy(inputs)
    except Exception:  # a tensor with a history, a file, a lock
        return None


def holders(inputs: tuple[Any, ...]) -> list[list[tuple[Any, list[int]]]]:
    """Return for each input its lists and dicts, each with the identities of what it holds."""
    return [list(_holders(given)) for given in inputs]


def _holders(given: Any) -> Iterator[tuple[Any, list[int]]]:
    if isinstance(given, list | tuple | dict):
        entries = [*given.values()] if isinstance(given, dict) else [*given]
        yield given, [id(entry) for entry in entries]
        for entry in entries:
            yield from _holders(entry)


def changes(
    before: tuple[Any, ...], after: tuple[Any, ...], held: list[list[tuple[Any, list[int]]]]
) -> frozenset[tuple[int, str]]:
    """Return which inputs are no longer as they were, as pairs of place and kind of change.

    `held` is what `holders` said of the inputs beforehand: an entry may have been replaced.
    """
    found = set()
    for place, (one, other) in enumerate(zip(before, after, strict=True)):
        kinds = set(_differences(one, other, "object", set()))
        kind = next((kind for kind in SENTENCES if kind in kinds), None)
        for holder, entries in held[place] if kind else []:
            now = [*holder.values()] if isinstance(holder, dict) else [*holder]
            if [id(entry) for entry in now] != entries:
                kind = "dict" if isinstance(holder, dict) else "list"
        if kind:
            found.add((place, kind))
    return frozenset(found)


def _differences(one: Any, other: Any, holder: str, seen: set[int]) -> Iterator[str]:
    """Yield a word for each difference; `holder` is what a replaced entry was held by."""
    if id(one) in seen:
        return
    if isinstance(one, Tensor | nn.Module | list | tuple | dict) or hasattr(one, "__dict__"):
        seen.add(id(one))
    if type(one) is not type(other):
        yield holder
    elif isinstance(one, nn.Module):
        yield from _of_models(one, other, seen)
    elif isinstance(one, Tensor):
        yield from _of_tensors(one, other, seen)
    elif isinstance(one, np.ndarray):
        if one.dtype != other.dtype or one.shape != other.shape or not _same_array(one, other):
            yield "array"
    elif isinstance(one, list | tuple):
        if len(one) != len(other):
            yield "list"
        for mine, its in zip(one, other, strict=False):
            yield from _differences(mine, its, "list", seen)
    elif isinstance(one, dict):
        if list(one) != list(other):
            yield holder if holder == "model" else "dict"
        for key in one.keys() & other.keys():
            yield from _differences(one[key], other[key], "dict", seen)
    elif isinstance(one, bool | int | float | complex | str):
        if one != other and not (isinstance(one, float) and math.isnan(one) and math.isnan(other)):
            yield holder
    elif _has_state(one):
        for name in vars(one).keys() | vars(other).keys():
            if name not in vars(one) or name not in vars(other):
                yield "object"
            else:
                yield from _differences(vars(one)[name], vars(other)[name], "object", seen)


def _has_state(thing: Any) -> bool:
    """Tell whether a thing is an object of a plain class, such as a Scalar of notebook 03."""
    kind = type(thing)
    plain = not callable(thing) and kind.__module__.partition(".")[0] not in ("torch", "numpy")
    return plain and kind.__module__ != "builtins" and hasattr(thing, "__dict__")


def _of_models(one: nn.Module, other: nn.Module, seen: set[int]) -> Iterator[str]:
    theirs = dict(other.named_modules())
    for name, module in one.named_modules():
        if name not in theirs or type(theirs[name]) is not type(module):
            yield "model"
        elif theirs[name].training != module.training:
            yield "mode"
    named = (dict([*model.named_parameters(), *model.named_buffers()]) for model in (one, other))
    mine, its = named
    if list(mine) != list(its):
        yield "model"
    for name in mine.keys() & its.keys():
        for kind in _differences(mine[name], its[name], "model", seen):
            yield "model" if kind == "tensor" else kind


def _of_tensors(one: Tensor, other: Tensor, seen: set[int]) -> Iterator[str]:
    facts = [(it.shape, it.dtype, it.device, it.layout) for it in (one, other)]
    if facts[0] != facts[1] or not _same_numbers(one.detach(), other.detach()):
        yield "tensor"
    if one.requires_grad != other.requires_grad:
        yield "requires_grad"
    if one.is_leaf and other.is_leaf:
        grads = one.grad, other.grad
        lost = (grads[0] is None) != (grads[1] is None)
        if lost or next(_differences(*grads, "grad", seen), None):
            yield "grad"


def _same_numbers(one: Tensor, other: Tensor) -> bool:
    if one.device.type == "meta":
        return True
    if one.layout != torch.strided:
        return bool(torch.equal(one.to_dense(), other.to_dense()))
    if one.is_floating_point() or one.is_complex():
        return bool(torch.isclose(one, other, rtol=0, atol=0, equal_nan=True).all())
    return bool(torch.equal(one, other))


def _same_array(one: np.ndarray, other: np.ndarray) -> bool:
    try:
        return bool(np.array_equal(one, other, equal_nan=one.dtype.kind in "fc"))
    except Exception:  # entries that cannot be compared: nobody could tell a change
        return True
