"""Parameters by name: whatever order they stand in, and whatever a model was wrapped in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from torch import Tensor, nn
from torch.nn.parameter import is_lazy
from torch.optim import Optimizer

WRAPPERS = {"module", "_orig_mod"}  # what DistributedDataParallel and torch.compile put before


def bare(name: str) -> str:
    """Return a name without the marks of wrappers.

    >>> bare("module._orig_mod.linear1.weight")
    'linear1.weight'
    """
    return ".".join(part for part in name.split(".") if part not in WRAPPERS)


def renamed(was: Mapping[str, Any], here: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a state from a file under the names of the model, if only wrappers differ."""
    if set(was) == set(here):
        return was
    by_bare = {bare(name): name for name in here}
    if len(by_bare) != len(here) or sorted(map(bare, was)) != sorted(by_bare):
        return was
    return {by_bare[bare(name)]: value for name, value in was.items()}


def model_misfit(here: Mapping[str, Any], was: Mapping[str, Any]) -> str | None:
    """Name the first layer that differs, in the order of the model; lazy layers fit any shape."""
    was = renamed(was, here)
    for name, value in here.items():
        if name not in was:
            return f"{name} is in the model and not in the file"
        if is_lazy(value):
            continue
        if isinstance(value, Tensor) and _kind(value) != _kind(was[name]):
            return f"{name} is {_kind(was[name])} in the file and {_kind(value)} in the model"
    extra = [name for name in was if name not in here]
    return f"{extra[0]} is in the file and not in the model" if extra else None


def _kind(tensor: Tensor) -> str:
    return f"{str(tensor.dtype).removeprefix('torch.')} {tuple(tensor.shape)}"


def param_names(optimizer: Optimizer, modules: Sequence[nn.Module]) -> list[list[str]]:
    """Return the names of an optimizer's parameters, group by group.

    Those of the first module go by their own names, those of others, such as the loss, by its
    number too, and those of none by their places.
    """
    known = {
        id(param): f"loss{number}.{bare(name)}" if number else bare(name)
        for number, module in reversed(list(enumerate(modules)))
        for name, param in module.named_parameters()
    }
    return [
        [known.get(id(param), f"#{place}.{number}") for number, param in enumerate(group["params"])]
        for place, group in enumerate(optimizer.param_groups)
    ]


def optimizer_misfit(was: Mapping[str, Any], names: list[list[str]]) -> str | None:
    """Say what in an optimizer's named state does not fit; None if all does, in some order."""
    counts = [len(group["params"]) for group in was["state"]["param_groups"]]
    if counts != [len(group) for group in names]:
        return (
            f"the optimizer's groups hold {counts} parameters in the file and "
            f"{[len(group) for group in names]} here"
        )
    for old, new in zip(_names_in(was, names), names, strict=True):
        for name in new:
            if name not in old:
                return f"{name} is in the optimizer here and not there in the file, but {old[0]} is"
    return None


def _names_in(was: Mapping[str, Any], names: list[list[str]]) -> list[list[str]]:
    """Return the names in a file; those of here where one side knows none, and only places."""
    old = was.get("names", names)
    known = ({name for group in some for name in group if name[0] != "#"} for some in (old, names))
    return old if all(known) or old == names else names


def in_order(was: Mapping[str, Any], names: list[list[str]]) -> dict[str, Any]:
    """Return the state of an optimizer with its parameters in the order that they have here.

    PyTorch's own `load_state_dict` goes by places: parameters in another order would get the
    momentum of their neighbours.
    """
    groups = []
    for group, old, new in zip(
        was["state"]["param_groups"], _names_in(was, names), names, strict=True
    ):
        places = dict(zip(old, group["params"], strict=True))
        groups.append({**group, "params": [places[name] for name in new]})
    return {**was["state"], "param_groups": groups}
