"""Fashion-MNIST from a server and a network that misbehave: one sentence, nothing half-written."""

import errno
import gzip
import os
import re
import socket
import time
from pathlib import Path

import pytest

from course_utils.data import UnavailableError, fashion_mnist
from course_utils.data.fashion import Patience
from tests.data import image_server as server
from tests.data.image_server import CONTENTS, Behaviour, Shop, idx, opened
from tests.data.test_fashion import cache, shop

__all__ = ["cache", "shop"]  # fixtures

ONCE = Patience(retries=0)
HASTY: dict[Behaviour, Patience] = {  # the others never wait, so that a busy machine fails no test
    server.stalling: Patience(retries=0, wait=1),
    server.silent: Patience(retries=0, wait=1),
    server.dripping: Patience(retries=0, total=0.6),
}
ONLINE = "go online, or let COURSE_FASHION_URL name another address, and run this again."


def refusal(shop: Shop, patience: Patience = ONCE) -> str:
    """The one sentence with which fetching fails."""
    with pytest.raises(UnavailableError) as caught:
        fashion_mnist(files=shop.files, patience=patience)
    said = str(caught.value)
    assert re.fullmatch(r"Fashion-MNIST needs \S+-ubyte\.gz, but [^\n]+: [^\n]+[^.]\.", said)
    assert not re.search(r"\.\s", said), "more than one sentence"
    assert said.isprintable()
    return said


def kept(cache: Path) -> set[str]:
    return {path.name for path in cache.iterdir()} if cache.exists() else set()


@pytest.mark.parametrize(
    ("behaviour", "why"),
    [
        (server.status(404), r"answers with the HTTP status 404"),
        (server.status(403), r"answers with the HTTP status 403"),
        (server.status(500), r"answers with the HTTP status 500"),
        (server.status(503), r"answers with the HTTP status 503"),
        (server.in_circles, r"answers with the HTTP status 302"),
        (server.status(302, Location="file:///etc/hostname"), r"answers with the HTTP status 302"),
        (server.status(302, Location="ftp://127.0.0.1/x"), r"unknown url type: ftp"),
        (server.truncated, r"broke off after \d+ of \d+ bytes"),
        (server.broken_chunks, r"broke off \(IncompleteRead"),
        (server.truncated_without_length, "sends a file with another MD5 sum than [0-9a-f]{32}: "),
        (server.login_page, "sends a file with another MD5 sum than [0-9a-f]{32}: see whether the"),
        (server.status(200), "sends a file with another MD5 sum"),
        (server.stalling, r"broke off \(nothing came for 1 s\)"),
        (server.silent, r"does not answer \(nothing came for 1 s\)"),
        (server.dripping, r"sent \d+ bytes in 0\.6 s, no end"),
        (server.endless, r"sends more than the 10518 bytes that it may"),
        (server.no_http, r"does not answer \(\[31mnot http at all\)"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_a_bad_answer_is_one_sentence_and_leaves_nothing(
    shop: Shop, cache: Path, behaviour: Behaviour, why: str, capfd: pytest.CaptureFixture
) -> None:
    fashion_mnist(files=shop.files)
    (cache / shop.files.X_train.name).unlink()
    shop.misbehave(behaviour)
    start = time.monotonic()
    said = refusal(shop, HASTY.get(behaviour, ONCE))
    assert time.monotonic() - start < 15  # the slow answers take longer than that
    assert re.search(why, said), said
    assert shop.address in said
    assert shop.files.X_train.name in said
    assert said.endswith(ONLINE) == ("MD5" not in said)
    assert kept(cache) == {file.name for file in shop.files} - {shop.files.X_train.name}
    assert capfd.readouterr().err == ""

    # The next call resumes: what had come is kept, the rest is fetched.
    shop.behaviour.clear()
    shop.asked.clear()
    assert len(fashion_mnist(files=shop.files).X_train) == 12
    assert shop.asked == [shop.files.X_train.name]


def test_nobody_listens(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("COURSE_FASHION_URL", f"http://127.0.0.1:{port}/")
    said = refusal(Shop())
    assert os.strerror(errno.ECONNREFUSED) in said
    assert said.endswith(ONLINE)
    assert kept(cache) == set()


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://nowhere.invalid/", "does not answer ("),
        ("http://a..b/", "does not answer ("),
        ("http://127.0.0.1:port/", "nonnumeric port: 'port'"),
        ("http://[::1/", "does not answer ("),
        ("file:///etc/", "unknown url type: file"),
        ("ftp://127.0.0.1/", "unknown url type: ftp"),
        ("nothing like an address", "unknown url type"),
    ],
)
def test_an_address_that_is_none(
    cache: Path, address: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_FASHION_URL", address)
    said = refusal(Shop())
    assert why in said
    assert address.rstrip("/") in said
    assert kept(cache) == set()


AFTER_WHICH_ONE_TRIES_AGAIN = [
    server.truncated,
    server.login_page,
    server.status(500),
    server.status(503),
]


@pytest.mark.parametrize("first", AFTER_WHICH_ONE_TRIES_AGAIN)
def test_what_went_wrong_on_the_way_is_tried_once_more(shop: Shop, first: Behaviour) -> None:
    shop.misbehave(server.first_then_well(first))
    assert len(fashion_mnist(files=shop.files).X_train) == 12
    assert shop.asked.count(shop.files.X_train.name) == 2


def test_what_would_only_fail_again_is_not(shop: Shop) -> None:
    shop.misbehave(server.status(404))
    refusal(shop, Patience())
    assert shop.asked.count(shop.files.X_train.name) == 1


BOMB = idx(12, 28, 28, elements=bytes(5_000_000))


@pytest.mark.parametrize(
    ("shop", "why"),
    [
        (Shop(X_train=b"<html></html>"), "must begin with 0, 0, 8 "),
        (Shop(X_train=idx(2**31, 28, 28, elements=b"")), "must hold 1683627180032 elements"),
        (Shop(X_train=CONTENTS["X_train"][:-1]), "must hold 9408 elements, got 9407"),
        (Shop(X_train=BOMB), "must unpack to at most 9424 bytes, got more"),
        (Shop(X_train=idx(12, 784, elements=bytes(9408))), r"got (12, 784), (12,)"),
        (Shop(X_train=idx(11, 28, 28, elements=bytes(8624))), r"got (11, 28, 28), (12,)"),
        (Shop(X_test=idx(4, 28, 28, elements=bytes(3136))), r"got (4, 28, 28), (5,)"),
        (Shop(y_train=idx(12, elements=bytes([*range(11), 1]))), "must be 0 to 9, got 10"),
        (Shop(y_test=idx(5, elements=bytes([255] * 5))), "must be 0 to 9, got 255"),
    ],
    ids=["page", "huge", "short", "bomb", "flat", "fewer", "fewer_test", "label", "label_test"],
)
def test_a_right_checksum_makes_no_file_safe(
    shop: Shop, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opened(shop):
        monkeypatch.setenv("COURSE_FASHION_URL", shop.address)
        assert why in refusal(shop)


def test_labels_in_a_column(shop: Shop) -> None:
    shop.replace("y_test", gzip.compress(idx(5, 1, elements=bytes(5))))
    shop.files = shop.files._replace(y_test=shop.files.y_test._replace(num_bytes=17))
    assert "labels (N,), got (5, 28, 28), (5, 1): fetch both again" in refusal(shop)


def test_a_gzip_file_that_was_damaged_before_its_sum_was_taken(shop: Shop) -> None:
    shop.replace("y_train", gzip.compress(CONTENTS["y_train"])[:-4])
    assert "gzip data must be complete and undamaged" in refusal(shop)
