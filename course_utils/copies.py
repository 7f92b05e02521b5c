"""The learner's own copies of the notebooks: made, renewed while untouched, never overwritten."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterable
from pathlib import Path

from course_utils.given import edition, given, is_readable, is_untouched, numbered, sources
from course_utils.surroundings import command

FOLDER = "my_notebooks"
_STALE = 3600  # seconds after which a file that is being written is what a crash has left


def renew(course: Path) -> tuple[list[str], bool]:
    """Bring the copies of all notebooks in `course` up to date without touching anybody's work.

    What is missing is made, what nobody has worked in is renewed, all else is kept. Returns what
    there is to say, a line each, and whether every notebook has a copy now.
    """
    lines, new, renewed, complete = [], 0, 0, True
    try:
        (course / FOLDER).mkdir(exist_ok=True)
    except OSError as error:
        return [_failed(course / FOLDER, error)], False
    for source in sources(course):
        copy = course / FOLDER / source.name
        try:
            was, text = _bytes_of(copy), given(source)
            if was is None:
                _write(copy, text, instead_of=None)
                new += 1
            elif edition(was) == edition(text):
                continue
            elif is_untouched(was):
                _write(copy, text, instead_of=was)
                renewed += 1
            else:
                lines.append(_kept(copy, was))
        except OSError as error:
            complete &= copy.exists()
            lines.append(_failed(copy, error))
        except ValueError:
            complete &= copy.exists()
            lines.append(_broken(source))
    counts = [f"{count} {word}" for count, word in ((new, "new"), (renewed, "renewed")) if count]
    first = f"Your notebooks are in {FOLDER}/" + (f": {', '.join(counts)}." if counts else ".")
    return [first, *lines], complete


def begin_anew(course: Path, names: Iterable[str]) -> tuple[list[str], bool]:
    """Give new copies of the notebooks with these numbers, such as "03"; the old ones stay beside.

    Returns what there is to say, a line each, and whether all of it was done.
    Raises ValueError for a name that belongs to no notebook, before anything is done.
    """
    chosen = [_find(course, name) for name in names]
    lines, done = [], True
    for source in chosen:
        copy = course / FOLDER / source.name
        try:
            text, was = given(source), _bytes_of(copy)
            beside = _put_beside(copy, was) if was is not None else None
            _write(copy, text, instead_of=was)
        except OSError as error:
            done = False
            lines.append(_failed(copy, error))
        except ValueError:
            done = False
            lines.append(_broken(source))
        else:
            kept = f"; what you had is {beside.name} now" if beside else ""
            lines.append(f"new     {copy.name}{kept}")
    return lines, done


def _find(course: Path, name: str) -> Path:
    stem = Path(name).name.removesuffix(".ipynb")
    known = numbered(course)
    for number, path in known.items():
        if stem and stem.zfill(2) in (number, path.stem):
            return path
    wanted = f"the number of a notebook, one of {', '.join(known)}"
    raise ValueError(f"fresh: wanted {wanted}; got {name!r}")


def _kept(copy: Path, was: bytes) -> str:
    why = "you have worked in it, and the course has a newer one"
    if not is_readable(was):
        why = "it cannot be read as a notebook"
    number = copy.name.split("_")[0]
    return f"kept    {copy.name}: {why}; {command('fresh', number)} brings that and keeps yours"


def _failed(path: Path, error: OSError) -> str:
    why = error.strerror or str(error)
    return (
        f"failed  {path.name} could not be written ({why}), and what was there is as it was; mend "
        "that and type the same command again"
    )


def _broken(source: Path) -> str:
    name = f"{source.parent.name}/{source.name}"
    return f"failed  {name} cannot be read as a notebook; git checkout {name} brings it back"


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(path: Path, data: bytes, instead_of: bytes | None) -> None:
    """Write a whole file, in one step, in the place of exactly these bytes, or of no file.

    Raises OSError when it cannot be written, or when something else stands there meanwhile.
    """
    path.parent.mkdir(exist_ok=True)
    _sweep(path)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # the contents must reach the disk before the name does
        if _bytes_of(path) != instead_of:
            raise FileExistsError(17, "it has been changed meanwhile")
        os.replace(part, path)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what a crash has left of earlier copies of this file."""
    for left in path.parent.glob(f".{path.name}.*.part"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE:
                left.unlink()


def _put_beside(copy: Path, data: bytes) -> Path:
    """Write these bytes beside the copy, under a name that is free, and return it."""
    count, beside = 1, copy.with_name(f"{copy.stem}_mine.ipynb")
    while beside.exists():
        count += 1
        beside = copy.with_name(f"{copy.stem}_mine_{count}.ipynb")
    _write(beside, data, instead_of=None)
    return beside
