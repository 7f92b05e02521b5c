"""Opening the learner's copies in JupyterLab, quietly."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from course_utils import copies
from course_utils.surroundings import python_call, say

FIRST = "00_start_here.ipynb"


def open_lab(course: Path, arguments: Sequence[str]) -> int:
    """Bring the copies up to date and open JupyterLab on them; return its exit status at the end.

    `arguments` go to JupyterLab, behind ours. Without a copy, or without JupyterLab, a line says
    what to do, and the status is 1.
    """
    lines, complete = copies.renew(course)
    for line in lines:
        say(line)
    if not complete and not (course / copies.FOLDER / FIRST).exists():
        return 1
    if importlib.util.find_spec("jupyterlab") is None:
        remedy = f"remedy: {python_call('pip install jupyterlab')}"
        say(f"✗ lab: wanted JupyterLab in this Python, got none; {remedy}")
        return 1
    return serve(course / copies.FOLDER, arguments)


def serve(folder: Path, arguments: Sequence[str], first: bool = True) -> int:
    """Serve a folder of notebooks by JupyterLab until it is ended; return its exit status.

    It opens with notebook 00 in front, unless `first` is False. `arguments` go to it, behind ours.
    """
    say("JupyterLab opens in your browser. Leave this window open while you work; Ctrl+C ends it.")
    sys.stdout.flush()
    own = options(folder)
    words = [sys.executable, "-m", "jupyterlab", *(own if first else own[1:]), *arguments]
    if os.name == "posix":
        os.execv(words[0], words)  # Ctrl+C and the exit status are JupyterLab's own then
    return subprocess.run(words, check=False).returncode


def options(folder: Path) -> list[str]:
    """Return the arguments with which JupyterLab serves a folder and says only what matters."""
    asked = [str(folder / FIRST), f"--ServerApp.root_dir={folder}", "--log-level=ERROR"]
    asked += ["--LabApp.log_level=ERROR"]
    if _can_encrypt():  # otherwise each kernel that starts warns of eavesdroppers
        asked.append("--KernelManager.transport_encryption=auto")
    if hasattr(os, "getuid") and os.getuid() == 0:
        asked.append("--allow-root")  # a container's only user
    return asked


def _can_encrypt() -> bool:
    """Tell whether what the kernels say can be encrypted here, on its way to JupyterLab."""
    from jupyter_client import KernelManager

    if "transport_encryption" not in KernelManager.class_trait_names():
        return False
    try:
        KernelManager(transport_encryption="auto")
    except Exception:  # whichever way it says that the libraries lack it
        return False
    return True
