"""The rehearsals that need no notebook, in a process of its own: the device cannot be put away."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent


@pytest.mark.nightly
def test_all_of_them() -> None:
    files = sorted(str(path) for path in HERE.glob("rehearsal_*.py"))
    assert len(files) > 2
    options = ["-q", "-n", "0", "-p", "no:cacheprovider", "--color=no"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, *files],
        cwd=HERE.parents[1],
        env=os.environ | {"COURSE_DEVICE": "toy", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
