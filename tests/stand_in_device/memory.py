"""One piece of memory under two labels: as a tensor on the CPU, and as one on the device `toy`.

DLPack is the form in which libraries hand tensors to each other. It names the device in one field,
and whoever writes another number there has relabelled the tensor: nothing is copied, and each
label keeps the memory alive.
"""

import ctypes
from typing import cast

import torch
from torch import Tensor

CPU, TOY = 1, 12  # kDLCPU and kDLExtDev of dlpack.h
DEVICE_FIELD = 8  # in a DLTensor it stands behind the pointer to the data

_pointer_in = ctypes.pythonapi.PyCapsule_GetPointer
_pointer_in.restype = ctypes.c_void_p
_pointer_in.argtypes = [ctypes.py_object, ctypes.c_char_p]


def relabel(tensor: Tensor, kind: int) -> Tensor:
    """Return the same numbers in the same memory as a tensor of the device CPU or TOY."""
    # What is kept alive is the tensor that goes into the capsule. `.data` is one of its own, so
    # that the memory stays when somebody gives the tensor itself another one.
    capsule = torch._C._to_dlpack(tensor.data)
    ctypes.c_int32.from_address(_pointer_in(capsule, b"dltensor") + DEVICE_FIELD).value = kind
    return torch._C._from_dlpack(capsule)


def bytes_of(storage: torch.UntypedStorage) -> Tensor:
    """Return the bytes of a storage, on whatever device, as a tensor of the CPU that keeps it."""
    if not storage.nbytes():
        return torch.empty(0, dtype=torch.uint8)
    window = (ctypes.c_char * storage.nbytes()).from_address(storage.data_ptr())
    window.storage = storage  # type: ignore[attr-defined]
    return torch.frombuffer(cast(bytearray, window), dtype=torch.uint8)
