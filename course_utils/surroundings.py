"""What the course finds around it: an output that may lack signs, folders, how commands are typed.

It needs no PyTorch, so that the doctor can speak where there is none.
"""

import os
import shlex
import shutil
import sys
from pathlib import Path

import platformdirs

_ASCII = str.maketrans({"█": "#", "░": ".", "✓": "+", "✗": "x", "·": "-", "–": "-", "…": "..."})


def say(text: str) -> None:
    """Print a text, with plain signs where the output cannot show the others."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII).encode(encoding, "replace").decode(encoding)
    print(text)


def state_folder() -> Path:
    """Return the folder where progress is kept: COURSE_STATE_DIR, else the user's state folder."""
    asked = os.environ.get("COURSE_STATE_DIR")
    return Path(asked or platformdirs.user_state_dir("course_utils", appauthor=False))


def data_folder() -> Path:
    """Return the folder where downloads are kept: COURSE_DATA_DIR, else the user's cache."""
    asked = os.environ.get("COURSE_DATA_DIR")
    return Path(asked or platformdirs.user_cache_dir("course_utils", appauthor=False)).expanduser()


def course_folder() -> Path | None:
    """Return the folder that holds `notebooks/`: one around us, else the one around the package.

    None stands for a package that was installed without the course.
    """
    here = Path.cwd()
    for folder in (here, *here.parents, Path(__file__).resolve().parents[1]):
        if (folder / "notebooks" / "00_start_here.ipynb").exists():
            return folder
    return None


def interpreter() -> str:
    """Return this Python as it is typed in a terminal that stands in the course's folder."""
    running = Path(os.path.abspath(sys.executable))  # not resolved: a .venv's python is a link
    folder = course_folder()
    if folder and running.is_relative_to(folder):
        return str(running.relative_to(folder).with_suffix(""))
    for name in ("python", "python3"):
        if (found := shutil.which(name)) and Path(os.path.abspath(found)) == running:
            return name
    # PowerShell takes a quoted name for a text unless & stands before it.
    return f'& "{running}"' if os.name == "nt" else shlex.quote(str(running))


def python_call(words: str) -> str:
    """Return `python -m` and these words as they are typed in the course's folder."""
    return f"{interpreter()} -m {words}"


def command(name: str, argument: str = "") -> str:
    """Return one of the course's commands as it is typed in the course's folder.

    Under `make` that is a target such as `make fresh ARGS=03`, otherwise a call of this Python.
    """
    if "MAKELEVEL" in os.environ:
        return f"make {name} ARGS={argument}" if argument else f"make {name}"
    return python_call(f"course_utils {name} {argument}".strip())
