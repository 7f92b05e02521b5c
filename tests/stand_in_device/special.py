"""The operations that are more than the same on the CPU, and the registration of all."""

from functools import partial
from typing import Any

import torch
from torch import Tensor

from tests.stand_in_device import kinds, waits
from tests.stand_in_device.kernels import run
from tests.stand_in_device.memory import CPU, TOY, bytes_of, relabel

KEY = "PrivateUse1"  # torch's name for a device that it does not know
COMPOSED = "CompositeExplicitAutogradNonFunctional"  # made of others, twice as slowly


def register() -> list[torch.library.Library]:
    """Register all operations; they last as long as what is returned."""
    everything = torch.library.Library("_", "IMPL")
    everything.fallback(run, KEY)
    aten = torch.library.Library("aten", "IMPL")
    for name in torch._C._dispatch_get_all_op_names():
        if torch._C._dispatch_has_kernel_for_dispatch_key(name, COMPOSED):
            packet, _, overload = name.removeprefix("aten::").partition(".")
            op = getattr(getattr(torch.ops.aten, packet), overload or "default")
            aten.impl(op, partial(run, op), KEY)
    for name, function in SPECIAL.items():
        aten.impl(name, function, KEY)
    return [everything, aten]


def _copy_from(source: Tensor, target: Tensor, non_blocking: bool = False) -> Tensor:
    """Copy between the devices, or on the device."""
    if target.device.type == "cpu":
        waits.count(kinds.COPY)
    elif source.device.type == "cpu":
        waits.count(kinds.UPLOAD)
    here = [relabel(it, CPU) if it.device.type == "toy" else it for it in (target, source)]
    here[0].copy_(here[1])
    return target


def _resize(tensor: Tensor, size: list[int], *, memory_format: Any = None) -> Tensor:
    """Give a tensor another size, in new memory."""
    if list(tensor.shape) != list(size):
        resized = torch.empty(size, dtype=tensor.dtype)
        count = min(resized.numel(), tensor.numel())
        resized.view(-1)[:count] = relabel(tensor, CPU).reshape(-1)[:count]
        tensor.data = relabel(resized, TOY)
    return tensor


def _set_storage(
    tensor: Tensor, storage: Any, offset: int = 0, size: Any = None, stride: Any = ()
) -> Tensor:
    """Let a tensor show a piece of a storage, or all of it."""
    shown = bytes_of(storage.untyped()).view(tensor.dtype)
    if size is not None:
        shown = shown.as_strided(size, stride or torch.empty(size, device="meta").stride(), offset)
    tensor.data = relabel(shown, TOY)
    return tensor


def _zeros(size: list[int], *, dtype: Any = None, **ignored: Any) -> Tensor:
    """Return zeros with memory of their own, where torch would like to do without."""
    return relabel(torch.zeros(size, dtype=dtype), TOY)


def _convolve(*args: Any) -> Any:
    """Run what torch asks of a foreign device under a name of its own."""
    return run(torch.ops.aten.convolution.default, *args)


def _convolve_backward(grad: Tensor, X: Tensor, weight: Tensor, *rest: Any) -> Any:
    """Return the three gradients of a convolution."""
    *settings, wanted = rest
    sizes = [weight.shape[1 if settings[3] else 0] * (settings[5] if settings[3] else 1)]
    backward = torch.ops.aten.convolution_backward.default
    return run(backward, grad, X, weight, sizes, *settings, wanted)


SPECIAL = {
    "_copy_from": _copy_from,
    "resize_": _resize,
    "set_.source_Storage": _set_storage,
    "set_.source_Storage_storage_offset": _set_storage,
    "_efficientzerotensor": _zeros,
    "convolution_overrideable": _convolve,
    "convolution_backward_overrideable": _convolve_backward,
}
