"""IDX files: what is read, and what is refused before it costs memory."""

import gzip
import struct
import tracemalloc
import warnings
import zlib

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from course_utils.data.idx import read_idx, unzip
from tests.data.image_server import idx


@given(st.lists(st.integers(1, 5), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_shape_comes_back_as_it_was_written(sizes: list[int], random) -> None:
    elements = random.randbytes(int(torch.tensor(sizes).prod()))
    tensor = read_idx(idx(*sizes, elements=elements))
    assert tensor.dtype == torch.uint8
    assert tensor.shape == tuple(sizes)
    assert bytes(tensor.flatten().tolist()) == elements


def test_the_last_dimension_runs_fastest_and_sizes_are_big_endian() -> None:
    data = bytes([0, 0, 8, 2]) + bytes([0, 0, 0, 2, 0, 0, 0, 3]) + bytes([1, 2, 3, 4, 5, 255])
    assert read_idx(data).tolist() == [[1, 2, 3], [4, 5, 255]]
    long = read_idx(bytes([0, 0, 8, 1, 0, 0, 1, 2]) + bytes(258))
    assert long.shape == (258,)


def test_the_tensor_may_be_changed_and_the_bytes_stay() -> None:
    data = idx(3, elements=b"\1\2\3")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # PyTorch warns of memory that must not be written to
        read_idx(data).zero_()
    assert data[-3:] == b"\1\2\3"


GOOD = idx(2, 3, elements=bytes(6))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", r"must begin with 0, 0, 8 and the number of dimensions, got \[\]"),
        (GOOD[:3], r"got \[0, 0, 8\]"),
        (b"\1" + GOOD[1:], r"got \[1, 0, 8, 2\]"),
        (b"\0\1" + GOOD[2:], r"got \[0, 1, 8, 2\]"),
        (b"\0\0\x09" + GOOD[3:], r"got \[0, 0, 9, 2\]"),
        (b"\0\0\x0d" + GOOD[3:], r"got \[0, 0, 13, 2\]"),
        (gzip.compress(GOOD, mtime=0), r"got \[31, 139, 8, 0\]"),
        (b"<html>", r"got \[60, 104, 116, 109\]"),
        (b"\0\0\x08\0\5", "must have 1 to 4 dimensions, got 0"),
        (idx(1, 1, 1, 1, 1, elements=b"\5"), "must have 1 to 4 dimensions, got 5"),
        (b"\0\0\x08\xff", "must have 1 to 4 dimensions, got 255"),
        (GOOD[:4], "takes 12 bytes, got 4"),
        (GOOD[:11], "takes 12 bytes, got 11"),
        (GOOD[:-1], r"sizes \(2, 3\) must hold 6 elements, got 5"),
        (GOOD + b"\0", r"sizes \(2, 3\) must hold 6 elements, got 7"),
        (idx(2, 0, elements=b""), r"at least 1, got \(2, 0\)"),
        (idx(2**32 - 1, elements=b"\0"), "must hold 4294967295 elements, got 1"),
        (idx(*[2**32 - 1] * 4, elements=b"\0"), f"must hold {(2**32 - 1) ** 4} elements, got 1"),
        (idx(2**31, 2, 1, elements=b""), "must hold 4294967296 elements, got 0"),
    ],
)
def test_each_fault_is_named_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        read_idx(data)
    assert str(caught.value).endswith(": fetch the file again from where it was published.")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=40), st.integers(0, 2**32 - 1))
def test_random_bytes_are_read_exactly_or_refused(tail: bytes, size: int) -> None:
    data = struct.pack(">4BI", 0, 0, 8, 1, size) + tail
    if size == len(tail) > 0:
        assert read_idx(data).tolist() == list(tail)
    else:
        with pytest.raises(ValueError, match="IDX"):
            read_idx(data)


def test_what_was_zipped_comes_back_up_to_the_limit() -> None:
    assert unzip(gzip.compress(b"abc" * 100), limit=300) == b"abc" * 100
    assert unzip(gzip.compress(b""), limit=0) == b""
    with pytest.raises(ValueError, match="must unpack to at most 299 bytes, got more"):
        unzip(gzip.compress(b"abc" * 100), limit=299)


def test_a_bomb_is_not_unpacked() -> None:
    zeros = zlib.compressobj(9, wbits=31)
    bomb = b"".join(zeros.compress(bytes(10**6)) for _ in range(50)) + zeros.flush()
    assert len(bomb) < 100_000  # and 50 MB behind it
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="at most 10000 bytes, got more"):
            unzip(bomb, limit=10_000)
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()


ZIPPED = gzip.compress(bytes(range(256)), mtime=0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        ZIPPED[:5],
        ZIPPED[:-1],
        ZIPPED[:-9],
        ZIPPED + b"trailing",
        ZIPPED[:-8] + b"\1\2\3\4" + ZIPPED[-4:],  # another checksum
        ZIPPED[:-1] + b"\1",  # another length
        ZIPPED[:12] + b"\xff\xff\xff" + ZIPPED[15:],
        b"<html>Welcome</html>",
    ],
    ids=["empty", "header", "end", "half", "trailing", "crc", "length", "stream", "page"],
)
def test_a_damaged_gzip_file_is_refused_in_one_sentence(data: bytes) -> None:
    said = f"gzip data must be complete and undamaged, got {len(data)} bytes that are not "
    with pytest.raises(ValueError, match=said) as caught:
        unzip(data, limit=256)
    assert str(caught.value).endswith("): fetch the file again from where it was published.")
    assert "\n" not in str(caught.value)
