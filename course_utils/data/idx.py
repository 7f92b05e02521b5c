"""Reading IDX, the file format in which MNIST and its successors are published."""

import gzip
import io
import math
import struct
import zlib

import torch
from torch import Tensor

MOST_DIMENSIONS = 4
_UINT8 = 8  # the code of unsigned bytes; IDX has five more types, and no image set needs them
_REMEDY = "fetch the file again from where it was published"


def read_idx(data: bytes) -> Tensor:
    """Return the tensor that `data`, a complete IDX file of unsigned bytes, holds: uint8.

    The file begins with two zeros, the type, 8, and the number of dimensions, 1 to 4; one size
    per dimension follows, 32 bits, big-endian, and then one byte per element, the last dimension
    running fastest. The tensor has that shape, and memory of its own. No size is trusted before
    it is compared with the number of bytes that are really there.

    Raises ValueError if anything differs: another type, a size of zero, a byte too few or too many.
    Source: LeCun, Cortes and Burges, The MNIST database of handwritten digits (1998).

    >>> read_idx(bytes([0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 7, 8, 9]))
    tensor([[7, 8, 9]], dtype=torch.uint8)
    """
    if len(data) < 4 or data[:3] != bytes([0, 0, _UINT8]):
        raise ValueError(
            f"IDX data of unsigned bytes must begin with 0, 0, {_UINT8} and the number of "
            f"dimensions, got {list(data[:4])}: {_REMEDY}."
        )
    num_dimensions = data[3]
    if not 1 <= num_dimensions <= MOST_DIMENSIONS:
        raise ValueError(
            f"IDX data must have 1 to {MOST_DIMENSIONS} dimensions, got {num_dimensions}: "
            f"{_REMEDY}."
        )
    start = 4 + 4 * num_dimensions
    if len(data) < start:
        raise ValueError(
            f"an IDX header of {num_dimensions} dimensions takes {start} bytes, "
            f"got {len(data)}: {_REMEDY}."
        )
    sizes = struct.unpack(f">{num_dimensions}I", data[4:start])
    if 0 in sizes:
        raise ValueError(f"every size in an IDX header must be at least 1, got {sizes}: {_REMEDY}.")
    if len(data) - start != math.prod(sizes):
        raise ValueError(
            f"IDX data of sizes {sizes} must hold {math.prod(sizes)} elements, "
            f"got {len(data) - start}: {_REMEDY}."
        )
    # A copy that may be written to: over `bytes`, which may not, PyTorch would warn.
    elements = bytearray(memoryview(data)[start:])
    return torch.frombuffer(elements, dtype=torch.uint8).reshape(sizes)


def unzip(data: bytes, *, limit: int) -> bytes:
    """Return what the gzip file `data` holds; it may be `limit` bytes long, and not one more.

    Nothing beyond the limit is unpacked: a small file that would fill the memory is refused early.

    Raises ValueError if there is more, if the end is missing, if something follows that is not
    gzip, or if the contents do not fit their checksum.
    """
    try:
        if not data:  # to Python's reader, nothing is a gzip file that holds nothing
            raise EOFError("the file is empty")
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            content = file.read(limit + 1)
    except (EOFError, OSError, zlib.error) as error:
        raise ValueError(
            f"gzip data must be complete and undamaged, got {len(data)} bytes that are not "
            f"({_in_one_line(error)}): {_REMEDY}."
        ) from error
    if len(content) > limit:
        raise ValueError(f"gzip data must unpack to at most {limit} bytes, got more: {_REMEDY}.")
    return content


def _in_one_line(error: Exception) -> str:
    return " ".join(str(error).split()).rstrip(".") or type(error).__name__
