"""Fashion-MNIST: fetched once, verified, and kept in a cache folder."""

import functools
import os
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor

from course_utils.data.idx import read_idx, unzip
from course_utils.data.transfer import Patience, TransferError, download
from course_utils.surroundings import data_folder

OFFICIAL_ADDRESS = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"
CLASS_NAMES = (
    "T-shirt/top", "Trouser", "Pullover", "Dress", "Coat",
    "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot",
)  # fmt: skip


class Images(NamedTuple):
    """Grey images, float32, (N, height, width), 0 to 1; classes `y_*`, int64, (N,); their names."""

    X_train: Tensor
    y_train: Tensor
    X_test: Tensor
    y_test: Tensor
    class_names: tuple[str, ...]


class RemoteFile(NamedTuple):
    """A gzipped IDX file: its name, its MD5 sum, and how many bytes it unpacks to."""

    name: str
    md5: str
    num_bytes: int


class Files(NamedTuple):
    """The four files of a data set, labels (N,) and images (N, height, width), small ones first."""

    y_train: RemoteFile
    y_test: RemoteFile
    X_test: RemoteFile
    X_train: RemoteFile


FILES = Files(
    RemoteFile("train-labels-idx1-ubyte.gz", "25c81989df183df01b3e8a0aad5dffbe", 60_008),
    RemoteFile("t10k-labels-idx1-ubyte.gz", "bb300cfdad3c16e7a12a480ee83cd310", 10_008),
    RemoteFile("t10k-images-idx3-ubyte.gz", "bef4ecab320f06d8554ea6380940ec79", 7_840_016),
    RemoteFile("train-images-idx3-ubyte.gz", "8d4fb7e6c68d591d4c3dfef9ec88bf0d", 47_040_016),
)
PATIENCE = Patience()


class UnavailableError(RuntimeError):
    """Fashion-MNIST cannot be had; the message says in one sentence why, and what helps."""


def fashion_mnist(
    *, device: torch.device | str = "cpu", files: Files = FILES, patience: Patience = PATIENCE
) -> Images:
    """Return 60,000 training and 10,000 test images of clothes: X (N, 28, 28), 0 (background) to 1.

    `y` is the class, 0 to 9, an index into `class_names`. The first call fetches 31 MB from the
    official address, or from that in COURSE_FASHION_URL, into the user's cache folder, or into that
    in COURSE_DATA_DIR. A file whose checksum is right is never fetched again; one that is missing
    or damaged is: after a failure, the next call resumes with the files that are still wanted.
    Without a network, put the four files into the subfolder fashion_mnist of COURSE_DATA_DIR.
    `files` names others in the same format.

    Raises UnavailableError if a file is not there and cannot be fetched, or does not hold what it
    should; nothing half-written stays behind, after an interruption neither.
    Source: Xiao, Rasul and Vollgraf, Fashion-MNIST (2017), arXiv:1708.07747, MIT licence.
    """
    found = {part: _load(getattr(files, part), patience) for part in files._fields}
    for X, y in (("X_train", "y_train"), ("X_test", "y_test")):
        _check_fit(found[X], found[y], getattr(files, y))
    # Divided on the CPU: a GPU multiplies by 1/255 instead, which rounds otherwise.
    grey = {part: found[part].float().div_(255).to(device) for part in ("X_train", "X_test")}
    classes = {part: found[part].long().to(device) for part in ("y_train", "y_test")}
    return Images(**grey, **classes, class_names=CLASS_NAMES)


def _load(file: RemoteFile, patience: Patience) -> Tensor:
    """Return what a file holds, uint8, after fetching it if need be."""
    folder = data_folder() / "fashion_mnist"
    address = os.environ.get("COURSE_FASHION_URL") or OFFICIAL_ADDRESS
    try:
        data = _fetch(file, address, folder, patience)
    except TransferError as error:
        remedy = "go online, or let COURSE_FASHION_URL name another address, and run this again"
        raise _unavailable(file, f"{error}: {remedy}") from error
    except OSError as error:  # the network's errors are TransferErrors by now, so it is the disk
        remedy = "make room, or let COURSE_DATA_DIR name another folder, and run this again"
        why = f"the folder {folder} cannot be used ({error.strerror or error})"
        raise _unavailable(file, f"{why}: {remedy}") from error
    except ValueError as error:
        remedy = "see whether the network wants a login first, or COURSE_FASHION_URL is wrong"
        why = f"{address} sends a file with another MD5 sum than {file.md5}"
        raise _unavailable(file, f"{why}: {remedy}") from error
    try:
        return read_idx(unzip(data, limit=file.num_bytes))
    except ValueError as error:
        raise _unavailable(file, str(error).removesuffix(".")) from error


def _fetch(file: RemoteFile, address: str, folder: Path, patience: Patience) -> bytes:
    """Return the bytes of a file in the folder, where pooch puts it once its checksum is right."""
    import pooch

    store = pooch.create(
        path=folder,
        base_url=address,
        registry={file.name: f"md5:{file.md5}"},
        retry_if_failed=patience.retries,
    )
    limit = file.num_bytes + file.num_bytes // 100 + 1000  # gzip never adds more than that
    downloader = functools.partial(download, limit=limit, patience=patience)
    log = pooch.get_logger()
    was_disabled, log.disabled = log.disabled, True  # it writes to stderr
    try:
        return Path(store.fetch(file.name, downloader=downloader)).read_bytes()
    finally:
        log.disabled = was_disabled


def _check_fit(X: Tensor, y: Tensor, file: RemoteFile) -> None:
    """Raise UnavailableError unless `y`, from the file, has a class for each image in `X`."""
    if X.dim() != 3 or X.shape[:1] != y.shape:
        why = f"images must be (N, height, width) and labels (N,), got {(*X.shape,)}, {(*y.shape,)}"
        raise _unavailable(file, f"{why}: fetch both again from where they were published")
    if y.max() >= len(CLASS_NAMES):
        why = f"labels must be 0 to {len(CLASS_NAMES) - 1}, got {int(y.max())}"
        raise _unavailable(file, f"{why}: fetch the file again from where it was published")


def _unavailable(file: RemoteFile, why: str) -> UnavailableError:
    return UnavailableError(f"Fashion-MNIST needs {file.name}, but {why}.")
