"""Files of tensors that are whole at every moment, and that run no code when they are read."""

import contextlib
import os
import pickle
import re
import zipfile
from pathlib import Path
from typing import Any

import torch


class CheckpointError(ValueError):
    """Raised for a file that is damaged, foreign or refused, or that belongs to another run."""


def write_whole(path: Path, contents: Any) -> None:
    """Write tensors, numbers and strings in containers so that `path` never holds half of them.

    They go into a temporary file in the same folder, `.<name>.<process>.tmp`, which is forced to
    the disk, read back, and only then given the name. A kill or a power cut leaves the old file or
    the new one, and at worst the temporary file besides.

    Raises OSError if the folder is missing or cannot be written, and CheckpointError if something
    in the contents is of another kind, so that `read_safely` would refuse it.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with open(temporary, "wb") as file:
            torch.save(contents, file)
            file.flush()
            os.fsync(file.fileno())  # the contents must reach the disk before the name does
        read_safely(temporary)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    if os.name == "posix":  # the name stands in the folder, which is forced to the disk by itself
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):  # some network folders cannot be forced
                os.fsync(folder)
        finally:
            os.close(folder)


def read_safely(path: Path) -> Any:
    """Return what `write_whole` or `torch.save` wrote, tensors on the CPU; none of it runs code.

    Raises FileNotFoundError, and CheckpointError for a file that is damaged, no such file at all,
    or holds anything but tensors, numbers, strings and containers of them.
    """
    if not path.exists():
        raise FileNotFoundError(f"there must be a file {path}, got none: check name and folder.")
    try:
        with zipfile.ZipFile(path) as archive:
            is_whole = archive.testzip() is None  # torch.load itself compares no checksums
        contents = torch.load(path, map_location="cpu", weights_only=True) if is_whole else None
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
