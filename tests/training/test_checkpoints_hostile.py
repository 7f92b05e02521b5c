"""Checkpoints that were made to do harm: each is refused in one sentence, before it does any."""

import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import nn

from course_utils.training import (
    Checkpoint,
    CheckpointError,
    load_checkpoint,
    save_checkpoint,
    train,
)
from course_utils.training.safe_files import read_safely, write_whole


class Hostile:
    """What its pickle rebuilds is a folder that nobody asked for."""

    def __init__(self, proof: Path) -> None:
        self.proof = proof

    def __reduce__(self) -> tuple[Callable[[str], None], tuple[str]]:
        return os.mkdir, (str(self.proof),)


def archive(path: Path, program: bytes) -> None:
    """Write what looks like a file of torch.save, with any pickle in it."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/data.pkl", program)
        file.writestr("archive/version", b"3\n")
        file.writestr("archive/byteorder", b"little")


def by_save(path: Path, proof: Path) -> None:
    torch.save({"format": "course_utils checkpoint 1", "epoch": Hostile(proof)}, path)


def by_hand(path: Path, proof: Path) -> None:
    archive(path, pickle.dumps(Hostile(proof), protocol=2))


def bare(path: Path, proof: Path) -> None:
    path.write_bytes(pickle.dumps(Hostile(proof)))


def hidden_in_a_checkpoint(path: Path, proof: Path) -> None:
    """A real checkpoint in which only the pickle has been exchanged."""
    save_checkpoint(path, nn.Linear(1, 1))
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w") as file:
        for name, contents in parts.items():
            is_pickle = name.endswith("data.pkl")
            file.writestr(name, pickle.dumps(Hostile(proof), 2) if is_pickle else contents)


def loaded(path: Path) -> None:
    load_checkpoint(path, nn.Linear(1, 1))


def trained(path: Path) -> None:
    model, batches = nn.Linear(1, 1), [(torch.ones(2, 1), torch.ones(2, 1))]
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    train(model, batches, nn.functional.mse_loss, optimizer, epochs=1, checkpoint=Checkpoint(path))


@pytest.mark.parametrize("read", [loaded, trained])
@pytest.mark.parametrize("write", [by_save, by_hand, bare, hidden_in_a_checkpoint])
def test_a_malicious_pickle_is_refused_and_runs_nothing(
    tmp_path: Path, write: Callable[[Path, Path], None], read: Callable[[Path], None]
) -> None:
    path, proof = tmp_path / "run.pt", tmp_path / "proof"
    write(path, proof)
    before = path.read_bytes()
    with pytest.raises(CheckpointError) as caught:
        read(path)
    assert not proof.exists()
    assert_one_sentence(caught.value, path)
    assert path.read_bytes() == before


def assert_one_sentence(error: Exception, path: Path) -> None:
    text = str(error).replace(str(path), "it").replace("…", "")
    assert "\n" not in text
    assert text.endswith(".")
    assert ". " not in text


def test_a_packed_checkpoint_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.pt"
    torch.save({"weight": torch.zeros(2**22)}, path)  # 16 MiB, and a bomb has no limit
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, contents in parts.items():
            file.writestr(name, contents)
    assert path.stat().st_size < 50_000
    assert torch.load(path, weights_only=True)["weight"].shape == (2**22,)  # PyTorch unpacks it
    monkeypatch.setattr(torch, "load", lambda *_, **__: pytest.fail("it was loaded"))
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: pytest.fail("it was unpacked"))
    with pytest.raises(CheckpointError, match="damaged or foreign") as caught:
        loaded(path)
    assert_one_sentence(caught.value, path)


def test_parts_that_lie_over_one_another_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "run.pt"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("archive/data/0", bytes(100_000))
        (part,) = file.filelist
        for number in range(1, 100):  # the directory names the same bytes a hundred times
            other = zipfile.ZipInfo(f"archive/data/{number}")
            for name in ("CRC", "file_size", "compress_size", "header_offset"):
                setattr(other, name, getattr(part, name))
            file.filelist.append(other)
    assert path.stat().st_size < 120_000
    monkeypatch.setattr(zipfile.ZipFile, "testzip", lambda _: pytest.fail("it was read"))
    with pytest.raises(CheckpointError, match="damaged or foreign"):
        loaded(path)


def doubled(times: int) -> list[Any]:
    """A list that is named twice in a list that is named twice, and so on."""
    thing: list[Any] = [1]
    for _ in range(times):
        thing = [thing, thing]
    return thing


def itself() -> list[Any]:
    thing: list[Any] = []
    thing.append(thing)
    return thing


@pytest.mark.parametrize(
    "program",
    [
        pickle.dumps(doubled(18), 2),  # 300 bytes, and a quarter of a million lists
        pickle.dumps(itself(), 2),
        b"\x80\x02" + b"]" * 20_000 + b"a" * 19_999 + b".",  # lists in lists
        b"\x80\x02c__builtin__\nbytearray\n\x8a\x07" + bytes(6) + b"\x7f\x85R.",  # 2**55 bytes
    ],
    ids=["doubled", "in itself", "deep", "bytes"],
)
def test_a_pickle_that_unfolds_is_refused(tmp_path: Path, program: bytes) -> None:
    archive(tmp_path / "run.pt", program)
    with pytest.raises(CheckpointError, match="damaged or foreign") as caught:
        loaded(tmp_path / "run.pt")
    assert_one_sentence(caught.value, tmp_path / "run.pt")


def test_what_is_shared_when_it_is_saved_is_no_danger(tmp_path: Path) -> None:
    rates, shape = [0.1, 0.2], torch.zeros(2, 3).shape
    contents = {"a": rates, "b": [rates, {"c": rates}], "d": (), "e": ((), shape, shape, "x", "x")}
    write_whole(tmp_path / "run.pt", contents)
    assert read_safely(tmp_path / "run.pt") == contents
