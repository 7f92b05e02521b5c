"""Where devices meet: refused as CUDA refuses it, in its words."""

import torch
from torch import Tensor

# What takes one number from the CPU although it is not computed element by element.
_TAKES_A_NUMBER = {"fill_", "fill", "masked_fill_", "masked_fill", "index_fill_", "index_fill"}
_INDEXES = {"index", "index_put", "index_put_", "_index_put_impl_"}
_EXPECTED = "Expected all tensors to be on the same device, but "


def check_devices(op: torch._ops.OpOverload, tensors: list[tuple[str, Tensor]]) -> None:
    """Raise RuntimeError if an operation on the device was given a tensor of the CPU as well.

    `tensors` are all it was given, with the names of the arguments. A tensor of the CPU without
    axes counts as a number, where the operation works element by element. Indices may lie on the
    CPU, but must not lie on the device where the tensor itself does not.
    """
    foreign = [(name, tensor) for name, tensor in tensors if tensor.device.type == "cpu"]
    if not foreign:
        return
    called = op.overloadpacket.__name__
    if called in _INDEXES:
        if foreign[0][0] == "self":
            raise RuntimeError(
                "indices should be either on cpu or on the same device as the indexed tensor (cpu)"
            )
        foreign = [(name, it) for name, it in foreign if name != "indices" and it.dim()]
    by_element = torch.Tag.pointwise in op.tags
    if by_element or called in _TAKES_A_NUMBER:
        foreign = [(name, tensor) for name, tensor in foreign if tensor.dim()]
    if foreign and by_element:
        raise RuntimeError(f"{_EXPECTED}found at least two devices, toy:0 and cpu!")
    if foreign:
        raise RuntimeError(
            f"{_EXPECTED}got {foreign[0][0]} is on cpu, different from other tensors on toy:0 "
            f"(when checking argument in method wrapper_toy_{called})"
        )
