"""Starts and stops a JupyterLab that shares nothing with the one of the user."""

import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# The part of JupyterLab that asks for permission to fetch news and looks for updates. The Makefile
# disables it; a server started here disables it by the same command.
ANNOUNCEMENTS = "@jupyterlab/apputils-extension:announcements"
STARTUP_SECONDS = 60


def free_port() -> int:
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def private_folders(folder: Path) -> dict[str, str]:
    """Return the environment with all of Jupyter's and the course's own folders under `folder`."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "JPY_", "MAKE", "COV_", "PYTEST"))
    }
    names = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
        "IPYTHONDIR": "ipython",
        "COURSE_STATE_DIR": "state",
    }
    return (
        inherited
        | {name: str(folder / sub) for name, sub in names.items()}
        | {"COURSE_PROGRESS": "off"}
    )


def wait_until_it_answers(url: str, server: subprocess.Popen) -> str:
    """Return the version that the Jupyter server at `url` reports, once it does.

    RuntimeError when the server ends, or has not answered after a minute.
    """
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/api", timeout=2) as answer:
                return json.load(answer)["version"]
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(
        f"JupyterLab at {url} must answer within {STARTUP_SECONDS} s and did not (exit status {server.poll()})"
    )


def stop(server: subprocess.Popen) -> None:
    """End a server that was started in a session of its own, and its kernels with it."""
    if sys.platform == "win32":
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(server.pid)], capture_output=True, check=False
        )
        server.wait(timeout=10)
        return
    for sent in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(server.pid, sent)
            server.wait(timeout=10)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
    server.wait(timeout=10)


@contextmanager
def jupyter_lab(folder: Path, state: Path) -> Iterator[str]:
    """Serve `folder` for the length of a `with` block; yield the address of Lab, token included.

    `state` is an empty folder for everything that Jupyter writes. Its log is `state/log`.
    """
    env = private_folders(state)
    python = [sys.executable, "-m"]
    quiet = [*python, "jupyterlab.labextensions", "disable", "--level=user", "--log-level=ERROR"]
    subprocess.run([*quiet, ANNOUNCEMENTS], env=env, check=True)
    words = ["jupyterlab", "--allow-root", f"--ServerApp.root_dir={folder}"]
    with serving(words, state, env) as address:
        yield address


@contextmanager
def serving(
    words: list[str],
    state: Path,
    env: dict[str, str],
    cwd: Path | None = None,
    python: str | Path = sys.executable,
) -> Iterator[str]:
    """Run `python -m` and these words, which serve Lab; yield its address, token included.

    What the terminal says goes into the file `state/log`.
    """
    port, token = free_port(), secrets.token_hex(16)
    options = ["--no-browser", "--expose-app-in-browser", f"--port={port}"]
    options += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    with (state / "log").open("w") as log:
        server = subprocess.Popen(
            [python, "-m", *words, *options],
            cwd=cwd, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}/lab/tree/{{notebook}}?token={token}"
        finally:
            stop(server)
