"""Which operations make a CPU wait until a GPU has finished all before, and how often they came."""

from collections import Counter
from typing import Any

import torch
from torch import Tensor

from tests.stand_in_device.kinds import DRAW, NUMBER, SHAPE, UPLOAD, WAITS

counted: Counter[str] = Counter()

INDEX = "index"  # an upload, or a shape, or neither: the indices tell

_OF_OPERATION = {
    "_local_scalar_dense": NUMBER,
    "equal": NUMBER,
    "histc": NUMBER,
    "nonzero": SHAPE,
    "masked_select": SHAPE,
    "_unique2": SHAPE,
    "_unique": SHAPE,
    "unique_dim": SHAPE,
    "unique_consecutive": SHAPE,
    "bincount": SHAPE,
    "repeat_interleave": SHAPE,
    "index": INDEX,
    "index_put": INDEX,
    "index_put_": INDEX,
    "_index_put_impl_": INDEX,
}


def kind_of(op: torch._ops.OpOverload) -> str | None:
    """Return which kind of wait an operation is, or that it draws; None for most."""
    if torch.Tag.nondeterministic_seeded in op.tags:
        return DRAW
    return _OF_OPERATION.get(op.overloadpacket.__name__)


def count_operation(kind: str, args: Any, seen: list[tuple[str, Tensor]]) -> None:
    """Count an operation, of which `seen` are all tensors with the names of their arguments.

    Of indices, those that lie on the CPU go to the device. A mask must first say how many it picks;
    only where a single number is written to all of them nobody needs to know.
    """
    if kind != INDEX:
        count(kind)
        return
    indices = [tensor for name, tensor in seen if name == "indices"]
    if any(tensor.device.type == "cpu" for tensor in indices):
        count(UPLOAD)
    is_put = len(args) > 2
    if is_put and args[2].numel() == 1 and True not in args[3:4]:
        return
    if any(it.dtype in (torch.bool, torch.uint8) and it.device.type != "cpu" for it in indices):
        count(SHAPE)


def count(kind: str) -> None:
    """Count one."""
    counted[kind] += 1


def waits() -> int:
    """Return how often the CPU has waited so far for what the device computes."""
    return sum(counted[kind] for kind in WAITS)
