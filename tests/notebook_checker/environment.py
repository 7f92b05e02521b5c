"""The environment in which kernels run, the same for the tests and for `make notebooks`."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

SETTINGS = {
    # several kernels at once on all cores take three times as long
    "OMP_NUM_THREADS": os.environ.get("COURSE_THREADS", "1"),
    "COURSE_PROGRESS": "off",  # a machine that passes an exercise has learned nothing,
    # and the bars of whoever runs the tests are nobody's business: this folder is never made
    "COURSE_STATE_DIR": os.path.join(tempfile.gettempdir(), "course-without-progress"),
}
STRICT = "COURSE_STRICT"
# COURSE_STRICT stops at untouched exercises. Under PYTEST_CURRENT_TEST ipykernel does not capture
# what subprocesses print, so that the test would see less than the reader.
UNSET = (STRICT, "PYTEST_CURRENT_TEST")


@cache
def without_home() -> dict[str, str]:
    """Return other folders for matplotlib and IPython where they cannot write to the home folder.

    Both would say so on stderr, in the first cell. So would matplotlib when it looks for fonts.
    """
    home = Path.home()
    nearest = next(folder for folder in (home, *home.parents) if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK):
        return {}
    folder = Path(tempfile.gettempdir())
    names = {"MPLCONFIGDIR": "course-matplotlib", "IPYTHONDIR": "course-ipython"}
    settings = {variable: str(folder / name) for variable, name in names.items()}
    for each in settings.values():
        Path(each).mkdir(exist_ok=True)
    if not list(Path(settings["MPLCONFIGDIR"]).glob("fontlist-*")):
        look = [sys.executable, "-m", "matplotlib.font_manager"]
        subprocess.run(look, env=os.environ | settings, capture_output=True, check=True)
    return settings


@contextmanager
def kernel_environment(strict: bool = False) -> Iterator[None]:
    """Set the environment for a kernel that is started inside the block.

    In a `strict` one an exercise left empty stops a notebook.
    """
    before = dict(os.environ)
    os.environ.update(SETTINGS | without_home())
    for name in UNSET:
        os.environ.pop(name, None)
    os.environ.update({STRICT: "1"} if strict else {})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def seconds_allowed(cell_metadata: dict, notebook_metadata: dict, default: float = 60) -> float:
    """Return how many seconds a cell may take: `course.timeout` of the cell, else the notebook."""
    for metadata in (cell_metadata, notebook_metadata):
        if "timeout" in metadata.get("course", {}):
            return float(metadata["course"]["timeout"])
    return default
