"""Either set of images in one form, and the digits where Fashion-MNIST cannot be had."""

from pathlib import Path

import pytest
import torch

from course_utils.data import Images, digits, fashion, images
from course_utils.data import image_sets as module
from tests.data.image_server import Shop, opened, truncated
from tests.data.test_fashion import cache

__all__ = ["cache"]  # a fixture


def test_the_digits_are_split_in_the_same_way_each_time() -> None:
    data = images()
    assert isinstance(data, Images)
    assert (data.X_train.shape, data.X_test.shape) == ((1437, 8, 8), (360, 8, 8))
    assert (data.y_train.shape, data.y_test.shape) == ((1437,), (360,))
    assert (data.X_train.dtype, data.y_train.dtype) == (torch.float32, torch.int64)
    assert data.class_names == ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9")
    assert data.y_test[:12].tolist() == [1, 8, 4, 3, 9, 9, 0, 8, 6, 9, 8, 4]
    again = images("digits")
    assert all(torch.equal(one, other) for one, other in zip(data[:4], again[:4], strict=True))


def test_both_parts_together_are_all_digits_and_no_digit_is_rare() -> None:
    data = images()
    X, y = digits()

    def rows(X: torch.Tensor, y: torch.Tensor) -> list[list[float]]:
        return sorted(torch.cat([X.flatten(1), y[:, None]], dim=1).tolist())

    both = torch.cat([data.X_train, data.X_test]), torch.cat([data.y_train, data.y_test])
    assert rows(*both) == rows(X, y)
    counts = data.y_test.bincount()
    assert counts.min() >= 30
    assert counts.max() <= 42


def test_the_split_neither_draws_from_nor_seeds_pytorchs_generator() -> None:
    torch.manual_seed(7)
    before = torch.get_rng_state()
    images()
    assert torch.equal(torch.get_rng_state(), before)


def test_changing_one_set_of_tensors_leaves_the_next_alone() -> None:
    images().X_train.fill_(-1)
    assert images().X_train.min() == 0


@pytest.mark.parametrize("name", ["mnist", "", "Digits", None, ["digits"]])
def test_an_unknown_name(name: str) -> None:
    with pytest.raises(ValueError, match="name must be digits or fashion_mnist, got") as caught:
        images(name)
    assert repr(name) in str(caught.value)


def test_the_device_is_passed_on() -> None:
    assert {tensor.device.type for tensor in images(device="meta")[:4]} == {"meta"}


@pytest.fixture
def small_fashion(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A shop whose files stand for the official ones, not yet open."""
    shop = Shop()

    def small(*, device: torch.device | str) -> Images:
        patience = fashion.Patience(retries=0)
        return fashion.fashion_mnist(device=device, files=shop.files, patience=patience)

    monkeypatch.setattr(module, "fashion_mnist", small)
    return shop


def test_fashion_mnist_has_the_same_form(
    small_fashion: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(small_fashion):
        monkeypatch.setenv("COURSE_FASHION_URL", small_fashion.address)
        data = images("fashion_mnist")
        assert images("fashion_mnist", device="meta").y_test.device.type == "meta"
    assert isinstance(data, Images)
    assert data.X_train.shape == (12, 28, 28)
    assert data.class_names[8] == "Bag"


def test_without_it_one_sentence_is_printed_and_the_digits_come(
    small_fashion: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    small_fashion.misbehave(truncated, "y_train")
    with opened(small_fashion):
        monkeypatch.setenv("COURSE_FASHION_URL", small_fashion.address)
        data = images("fashion_mnist", device="meta")
    assert data.X_train.shape == (1437, 8, 8)
    assert data.y_test.device.type == "meta"
    said = capsys.readouterr()
    assert said.err == ""
    sentence = said.out.split("\r")[-1]  # what precedes is the bar, which wipes itself out
    assert sentence == (
        "Fashion-MNIST needs train-labels-idx1-ubyte.gz, but "
        f"{small_fashion.address}/train-labels-idx1-ubyte.gz broke off after 20 of 40 bytes: "
        "go online, or let COURSE_FASHION_URL name another address, and run this again; "
        "until then, the digits come instead.\n"
    )


def test_the_official_files_are_asked_for_and_refused_offline(
    cache: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture
) -> None:
    monkeypatch.setenv("COURSE_FASHION_URL", "http://127.0.0.1:1/")
    assert len(images("fashion_mnist").X_test) == 360
    said = capsys.readouterr().out
    assert said.startswith("Fashion-MNIST needs train-labels-idx1-ubyte.gz, but http://127.0.0.1:1")
    assert said.endswith("; until then, the digits come instead.\n")
    assert said.count("\n") == 1


def test_a_mistake_of_ours_is_not_taken_for_a_missing_network(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*, device: torch.device | str) -> Images:
        raise ValueError("a bug")

    monkeypatch.setattr(module, "fashion_mnist", broken)
    with pytest.raises(ValueError, match="a bug"):
        images("fashion_mnist")
