"""Files of tensors that are whole at every moment, and that run no code when they are read."""

import contextlib
import os
import pickle
import re
import zipfile
from pathlib import Path
from typing import Any

import torch

from course_utils.training.plain import CheckpointError, from_plain, to_plain


def write_whole(path: Path, contents: Any, *, rehearsal: bool = False) -> None:
    """Write tensors, numbers and strings in containers so that `path` never holds half of them.

    They go into a temporary file in the same folder, `.<name>.<process>.tmp`, which is forced to
    the disk, read back, and only then given the name. A kill or a power cut leaves the old file or
    the new one, and at worst the temporary file besides. A folder that is missing is made. A
    `rehearsal` does all of it and then throws the temporary file away: what cannot be saved shows
    before there is anything to lose.

    Raises OSError if the folder cannot be made or written, or if the disk is full, and
    CheckpointError, which names it, if something in the contents could not be read back safely.
    """
    plain = to_plain(contents)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _write(path, temporary, plain, rehearsal)
    except OSError as error:
        why = error.strerror or str(error)
        raise OSError(
            error.errno,
            f"{path} could not be written ({why}): choose a file in a folder of your own, on a "
            "disk with room",
        ) from None


def _write(path: Path, temporary: Path, plain: Any, rehearsal: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    try:
        with open(temporary, "wb") as file:
            _dump(plain, file)
            file.flush()
            os.fsync(file.fileno())  # the contents must reach the disk before the name does
        read_safely(temporary)
        if rehearsal:
            return
        os.replace(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    if os.name == "posix":  # the name stands in the folder, which is forced to the disk by itself
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some network folders cannot be forced
                os.fsync(folder)
        finally:
            os.close(folder)


def _dump(plain: Any, file: Any) -> None:
    try:
        torch.save(plain, file)
    except RuntimeError as error:  # what PyTorch makes of a full disk
        cause = error.__context__
        raise (
            cause if isinstance(cause, OSError) else OSError(5, str(error).split("\n")[0])
        ) from None


def read_safely(path: Path) -> Any:
    """Return what `write_whole` or `torch.save` wrote, tensors on the CPU; none of it runs code.

    The tensors may come from any device, such as a GPU that is not here.

    Raises FileNotFoundError, and CheckpointError for a file that is damaged, no such file at all,
    holds anything but tensors, numbers, strings and containers of them, or unfolds to more than it
    is.
    """
    if not path.exists():
        raise FileNotFoundError(f"there must be a file {path}, got none: check name and folder.")
    try:
        with zipfile.ZipFile(path) as archive:  # torch.load itself compares no checksums
            is_whole = _is_as_big_as_its_file(archive, path) and archive.testzip() is None
        contents = torch.load(path, map_location="cpu", weights_only=True) if is_whole else None
        contents = from_plain(contents)
    except OSError:
        raise
    except pickle.UnpicklingError as error:
        found = re.search(r"GLOBAL (\S+)", str(error))
        raise CheckpointError(
            "a checkpoint may hold only tensors, numbers and strings, got "
            f"{found[1] if found else 'something else'} in {path}: loading it could run code."
        ) from None
    except Exception:  # a torn file can fail in many ways, and they all mean the same
        is_whole = False
    if not is_whole:
        raise CheckpointError(
            f"{path} must be a whole file from save_checkpoint, got a damaged or foreign one: "
            "take a copy, or delete it and begin anew."
        )
    return contents


def _is_as_big_as_its_file(archive: zipfile.ZipFile, path: Path) -> bool:
    """Tell whether the parts are stored one after the other, as PyTorch stores them.

    Parts that are packed, or lie over one another, could fill the memory from a small file.
    """
    parts = archive.infolist()
    are_plain = all(part.compress_type == zipfile.ZIP_STORED for part in parts)
    return are_plain and sum(part.file_size for part in parts) <= path.stat().st_size
