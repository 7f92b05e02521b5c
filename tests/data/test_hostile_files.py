"""Data files that were made to do harm: each is refused before it takes memory."""

import gzip
import pickle
import struct
import tracemalloc
from pathlib import Path

import pytest

from course_utils.data import fashion, idx
from course_utils.data.fashion import Files, RemoteFile, UnavailableError, fashion_mnist


def header(*sizes: int) -> bytes:
    return struct.pack(f">4B{len(sizes)}I", 0, 0, 8, len(sizes), *sizes)


@pytest.mark.parametrize(
    "content",
    [
        bytes(200_000_000),
        header(2**31) + bytes(9),
        header(2**31, 2**31, 2**31, 2**31),
        pickle.dumps({"images": [1, 2]}),
    ],
    ids=["bomb", "promise", "promises", "pickle"],
)
def test_a_data_file_is_refused_before_it_takes_memory(content: bytes) -> None:
    packed = gzip.compress(content, mtime=0)
    assert len(packed) < 250_000
    del content
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match=r"IDX|gzip") as caught:
            idx.read_idx(idx.unzip(packed, limit=60_000))
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
    assert str(caught.value).endswith(": fetch the file again from where it was published.")


def test_a_file_put_in_place_of_the_published_one_is_not_even_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COURSE_FASHION_URL", "http://127.0.0.1:1/")
    monkeypatch.setattr(fashion, "unzip", lambda *_, **__: pytest.fail("it was unpacked"))
    wanted = Files(*[RemoteFile(f"{part}.gz", "0" * 32, 60_008) for part in Files._fields])
    (tmp_path / "fashion_mnist").mkdir()
    for file in wanted:
        (tmp_path / "fashion_mnist" / file.name).write_bytes(gzip.compress(bytes(10**6)))
    with pytest.raises(UnavailableError, match="does not answer"):
        fashion_mnist(files=wanted)
