"""Fashion-MNIST from a server on loopback that serves a small one as it should."""

import ast
import gzip
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path

import platformdirs
import pytest
import torch

from course_utils.data import fashion, fashion_mnist, idx, image_sets, transfer
from course_utils.data.fashion import CLASS_NAMES, FILES
from course_utils.surroundings import data_folder
from tests.data.image_server import CONTENTS, Shop, opened, without_length
from tests.test_floors import at_module_level, imported


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the four files, empty; and no proxy between us and loopback."""
    monkeypatch.setenv("COURSE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("NO_PROXY", "*")
    monkeypatch.setenv("no_proxy", "*")
    return tmp_path / "data" / "fashion_mnist"


@pytest.fixture
def shop(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    with opened(Shop()) as shop:
        monkeypatch.setenv("COURSE_FASHION_URL", shop.address)
        yield shop


def names(shop: Shop) -> list[str]:
    return [file.name for file in shop.files]


def test_images_labels_and_names_come_as_they_were_published(shop: Shop) -> None:
    data = fashion_mnist(files=shop.files)
    assert data._fields == ("X_train", "y_train", "X_test", "y_test", "class_names")
    assert (data.X_train.shape, data.X_test.shape) == ((12, 28, 28), (5, 28, 28))
    assert (data.X_train.dtype, data.y_train.dtype) == (torch.float32, torch.int64)
    assert (data.X_test.dtype, data.y_test.dtype) == (torch.float32, torch.int64)
    assert data.y_train.tolist() == [*range(10), 3, 9]
    assert data.y_test.tolist() == [9, 0, 4, 4, 1]
    for X, part in ((data.X_train, "X_train"), (data.X_test, "X_test")):
        assert (X.min(), X.max()) == (0, 1)
        assert bytes((X * 255).round().byte().flatten().tolist()) == CONTENTS[part][16:]
    assert data.class_names[0] == "T-shirt/top"
    assert data.class_names[5] == "Sandal"
    assert data.class_names[9] == "Ankle boot"
    assert len(data.class_names) == len(set(data.class_names)) == 10


def test_the_official_files_have_these_sums_and_sizes() -> None:
    assert {file.name: file.md5 for file in FILES} == {
        "train-images-idx3-ubyte.gz": "8d4fb7e6c68d591d4c3dfef9ec88bf0d",
        "train-labels-idx1-ubyte.gz": "25c81989df183df01b3e8a0aad5dffbe",
        "t10k-images-idx3-ubyte.gz": "bef4ecab320f06d8554ea6380940ec79",
        "t10k-labels-idx1-ubyte.gz": "bb300cfdad3c16e7a12a480ee83cd310",
    }
    assert FILES.X_train.num_bytes == 16 + 60_000 * 28 * 28
    assert FILES.X_test.num_bytes == 16 + 10_000 * 28 * 28
    assert (FILES.y_train.num_bytes, FILES.y_test.num_bytes) == (8 + 60_000, 8 + 10_000)
    assert "train-images" in FILES.X_train.name
    assert "train-labels" in FILES.y_train.name
    assert "t10k-images" in FILES.X_test.name


def test_each_file_is_fetched_once(shop: Shop, cache: Path) -> None:
    first = fashion_mnist(files=shop.files)
    assert shop.asked == names(shop)
    assert sorted(path.name for path in cache.iterdir()) == sorted(names(shop))
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == shop.bodies
    second = fashion_mnist(files=shop.files)
    assert len(shop.asked) == 4
    assert torch.equal(first.X_train, second.X_train)
    second.X_train.zero_()
    assert fashion_mnist(files=shop.files).X_train.max() == 1


def test_only_what_is_missing_or_damaged_is_fetched_again(shop: Shop, cache: Path) -> None:
    fashion_mnist(files=shop.files)
    shop.asked.clear()
    (cache / shop.files.X_test.name).unlink()
    damaged = cache / shop.files.X_train.name
    damaged.write_bytes(damaged.read_bytes()[:-1])
    fashion_mnist(files=shop.files)
    assert shop.asked == [shop.files.X_test.name, shop.files.X_train.name]
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == shop.bodies


def test_files_put_there_by_hand_need_no_network(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_FASHION_URL", "http://127.0.0.1:1/")
    shop = Shop()
    cache.mkdir(parents=True)
    for name, body in shop.bodies.items():
        (cache / name).write_bytes(body)
    assert fashion_mnist(files=shop.files).y_test.tolist() == [9, 0, 4, 4, 1]


def test_a_server_that_does_not_say_how_much_comes_will_do(shop: Shop) -> None:
    shop.misbehave(without_length)
    assert len(fashion_mnist(files=shop.files).X_train) == 12


@pytest.mark.parametrize("slashes", ["", "/", "//"])
def test_the_address_may_end_in_a_slash(
    shop: Shop, slashes: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_FASHION_URL", shop.address + slashes)
    assert len(fashion_mnist(files=shop.files).X_test) == 5


def test_what_a_killed_process_left_is_swept_and_what_another_is_writing_is_not(
    shop: Shop, cache: Path
) -> None:
    cache.mkdir(parents=True)
    for name, age in (("tmpdead", 2 * 3600), ("tmpalive", 30)):
        (cache / name).write_bytes(b"half")
        os.utime(cache / name, (time.time() - age,) * 2)
    fashion_mnist(files=shop.files)
    assert {p.name for p in cache.iterdir()} == {"tmpalive", *names(shop)}


def test_progress_is_shown_on_stdout_only_while_something_comes(
    shop: Shop, capfd: pytest.CaptureFixture
) -> None:
    fashion_mnist(files=shop.files)
    said = capfd.readouterr()
    assert said.err == ""
    for name in names(shop):
        assert name in said.out
    assert said.out.endswith("\r")  # the bar leaves an empty line
    assert said.out.split("\r")[-2].strip() == ""
    fashion_mnist(files=shop.files)
    assert capfd.readouterr() == ("", "")


def test_the_device_is_passed_on(shop: Shop) -> None:
    data = fashion_mnist(device="meta", files=shop.files)
    assert {tensor.device.type for tensor in data[:4]} == {"meta"}


def test_poochs_log_says_nothing_and_is_left_as_it_was(shop: Shop) -> None:
    import pooch

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    heard: list[str] = []
    listener, log = Listener(), pooch.get_logger()
    log.addHandler(listener)
    try:
        fashion_mnist(files=shop.files)
        assert heard == []
        log.warning("heard")  # somebody else's use of pooch
        assert heard == ["heard"]
    finally:
        log.removeHandler(listener)


def test_the_folder_is_the_users_cache_unless_another_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COURSE_DATA_DIR", "~/elsewhere")
    assert data_folder() == Path.home() / "elsewhere"
    for unset in (lambda: monkeypatch.setenv("COURSE_DATA_DIR", ""), lambda: None):
        unset()
        assert data_folder() == Path(platformdirs.user_cache_dir("course_utils", appauthor=False))
        monkeypatch.delenv("COURSE_DATA_DIR", raising=False)


def test_what_a_download_needs_is_imported_by_a_download() -> None:
    for module in (fashion, transfer, image_sets, idx):
        tree = ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))
        early = {name.split(".")[0] for n in at_module_level(tree) for name in imported(n)}
        assert not early & {"pooch", "requests", "tqdm"}, module


def test_there_is_one_class_name_for_each_label() -> None:
    assert len(CLASS_NAMES) == len(set(CONTENTS["y_train"][8:])) == 10
    assert gzip.decompress(Shop().bodies[FILES.y_test.name]) == CONTENTS["y_test"]
