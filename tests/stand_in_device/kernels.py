"""The operations of the device: each runs on the CPU, on the same memory."""

import time
from functools import partial
from typing import Any, NamedTuple

import torch
from torch import Tensor

from tests.stand_in_device import kinds, waits
from tests.stand_in_device.draws import drawing
from tests.stand_in_device.memory import CPU, TOY, relabel
from tests.stand_in_device.mixing import check_devices

LOADING_SECONDS = 0.002  # a GPU loads the code of an operation when it is first asked for


class Plan(NamedTuple):
    """What is known of an operation before it is called.

    names: those of its arguments
    written: place and name of the arguments that it writes into
    reshapes: whether it gives a tensor another shape in its place, as squeeze_ does
    counted: which kind of wait it is, if any
    refuses_numbers: places of tensors for which it takes no number of Python's
    """

    names: list[str]
    written: list[tuple[int, str]]
    reshapes: bool
    counted: str | None
    refuses_numbers: list[int]


_plans: dict[torch._ops.OpOverload, Plan] = {}


def run(op: torch._ops.OpOverload, *args: Any, **kwargs: Any) -> Any:
    """Run an operation of which at least one tensor, or the result, is on the device.

    Raises RuntimeError for tensors of two devices and for a generator of the CPU, and whatever the
    operation raises on the CPU.
    """
    plan = _plans.get(op) or _make_plan(op)
    if kwargs.get("generator") is not None:
        raise RuntimeError("Expected a 'toy' device type for generator but found 'cpu'")
    if "device" in kwargs:
        kwargs["device"] = torch.device("cpu")
    seen: list[tuple[str, Tensor]] = []
    here = [_lower(arg, name, seen) for arg, name in zip(args, plan.names, strict=False)]
    named = {name: _lower(arg, name, seen) for name, arg in kwargs.items()}
    check_devices(op, seen)
    if plan.counted:
        waits.count_operation(plan.counted, args, seen)
    run_here: Any = partial(drawing, op) if plan.counted == kinds.DRAW else op
    if any(isinstance(here[place], int | float) for place in plan.refuses_numbers):
        run_here = op.overloadpacket  # what was `x % 2` comes with a number for a tensor
    if not plan.written:
        return _raise(run_here(*here, **named))
    return _write(plan, run_here, args, kwargs, here, named)


def _write(plan: Plan, run_here: Any, args: Any, kwargs: Any, here: Any, named: Any) -> Any:
    """Run an operation that writes into tensors, and return what it returns: those tensors.

    Results that were made beforehand, as `out`, may have another size than they will get.
    """
    outs = {name: kwargs[name] for _, name in plan.written if name in kwargs}
    fresh = {name: torch.empty(0, dtype=out.dtype) for name, out in outs.items()}
    result = run_here(*here, **named | fresh)
    for name, out in outs.items():
        if out.shape == fresh[name].shape:
            relabel(out, CPU).copy_(fresh[name])
        else:
            out.data = relabel(fresh[name], TOY)
    if plan.reshapes:
        args[0].data = relabel(here[0], TOY)
    if result is None:
        return None
    written = [args[place] if place < len(args) else outs[name] for place, name in plan.written]
    return written[0] if isinstance(result, Tensor) else tuple(written)


def _make_plan(op: torch._ops.OpOverload) -> Plan:
    """Find out about an operation at its first use, which takes a while, as on a GPU."""
    time.sleep(LOADING_SECONDS)
    arguments = op._schema.arguments
    written = [
        (place, it.name)
        for place, it in enumerate(arguments)
        if it.alias_info is not None and it.alias_info.is_write
    ]
    refuses_numbers = [
        place
        for place, it in enumerate(arguments)
        if str(it.type) == "Tensor" and not it.has_default_value() and not it.kwarg_only
    ]
    if torch._C._should_allow_numbers_as_tensors(op.overloadpacket.__name__):
        refuses_numbers = []
    plan = Plan(
        [it.name for it in arguments],
        written,
        torch.Tag.inplace_view in op.tags and bool(written),
        waits.kind_of(op),
        refuses_numbers,
    )
    _plans[op] = plan
    return plan


def _lower(value: Any, name: str, seen: list[tuple[str, Tensor]]) -> Any:
    """Return an argument with its tensors labelled for the CPU; note them in `seen`."""
    if isinstance(value, Tensor):
        seen.append((name, value))
        return relabel(value, CPU) if value.device.type == "toy" else value
    if isinstance(value, list | tuple):
        return [_lower(item, name, seen) for item in value]
    return value


def _raise(value: Any) -> Any:
    """Return a result with its tensors labelled for the device."""
    if isinstance(value, Tensor):
        return relabel(value, TOY)
    if isinstance(value, list | tuple):
        return type(value)([_raise(item) for item in value])
    return value
