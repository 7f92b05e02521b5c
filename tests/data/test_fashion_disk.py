"""Fashion-MNIST on a disk that is full or may not be written to, and an interrupted transfer."""

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from course_utils.data import UnavailableError, fashion_mnist
from course_utils.data.fashion import Patience
from tests.data import image_server as server
from tests.data.image_server import Handler, Shop
from tests.data.test_fashion import cache, shop
from tests.data.test_fashion_failures import ONCE, kept, refusal

__all__ = ["cache", "shop"]  # fixtures


def test_an_interruption_gets_through_and_leaves_nothing(shop: Shop, cache: Path) -> None:
    if not hasattr(signal, "pthread_kill"):
        pytest.skip("needs a signal sent to the main thread, which Windows has not")

    def interrupting(handler: Handler, body: bytes) -> None:
        handler.head(Content_Length=len(body))
        handler.wfile.write(body[:-50])  # more than waits in the client's buffer
        assert server.eventually(lambda: any(p.stat().st_size for p in cache.glob("tmp*")))
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
        handler.shop.closing.wait(20)

    shop.misbehave(interrupting)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            fashion_mnist(files=shop.files, patience=Patience(retries=0, wait=5, total=5))
    finally:
        signal.signal(signal.SIGINT, before)
    assert kept(cache) == {file.name for file in shop.files} - {shop.files.X_train.name}


def disk_refusal(shop: Shop, cache: Path, *reasons: int) -> None:
    said = refusal(shop)
    whys = [f"the folder {cache} cannot be used ({os.strerror(reason)}): " for reason in reasons]
    assert any(why in said for why in whys), said
    assert said.endswith(
        "make room, or let COURSE_DATA_DIR name another folder, and run this again."
    )


@contextmanager
def mounted(folder: Path, *commands: str) -> Iterator[None]:
    """Mount something on a folder until the block ends, or skip the test where that is denied."""
    if sys.platform != "linux":
        pytest.skip("mounts as Linux does")
    for number, command in enumerate(commands):
        done = subprocess.run([*command.split(), str(folder)], capture_output=True, check=False)
        if number == 0 and done.returncode != 0:
            pytest.skip("may not mount a disk here")
        assert done.returncode == 0, done.stderr
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_disk_that_is_full(shop: Shop, cache: Path) -> None:
    """A real one of four pages: three hold the small files, and one the start of the large one."""
    cache.mkdir(parents=True)
    with mounted(cache, "mount -t tmpfs -o size=16k tmpfs"):
        disk_refusal(shop, cache, errno.ENOSPC)
        assert kept(cache) == {file.name for file in shop.files} - {shop.files.X_train.name}
        assert os.statvfs(cache).f_bfree == 1


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Let nobody write to a folder, not even root, who may do so whatever its mode is."""
    if os.name != "posix":
        pytest.skip("Windows has no such mode for folders")
    if os.geteuid() == 0:
        with mounted(folder, f"mount --bind {folder}", "mount -o remount,ro,bind"):
            yield
        return
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def test_a_folder_that_may_not_be_written_to_may_be_read(shop: Shop, cache: Path) -> None:
    fashion_mnist(files=shop.files)
    with read_only(cache):
        assert len(fashion_mnist(files=shop.files).X_train) == 12
    (cache / shop.files.X_test.name).unlink()
    with read_only(cache):
        refused = refusal(shop)
    assert f"the folder {cache} cannot be used (" in refused
    assert len(kept(cache)) == 3


def test_a_folder_that_cannot_be_made(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path / "file"))
    disk_refusal(shop, tmp_path / "file" / "fashion_mnist", errno.ENOTDIR, errno.ENOENT)
    assert shop.asked == []


def test_a_file_that_the_system_does_not_let_grow(shop: Shop, cache: Path) -> None:
    """The other way in which writing fails half-way: a limit on the size of files."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5000, hard))
    try:
        with pytest.raises(UnavailableError) as caught:
            fashion_mnist(files=shop.files, patience=ONCE)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert f"the folder {cache} cannot be used ({os.strerror(errno.EFBIG)})" in str(caught.value)
    assert kept(cache) == {file.name for file in shop.files} - {shop.files.X_train.name}
