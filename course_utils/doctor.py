"""Examining the installation: what is right, what is not, and the remedy.

On a healthy machine the findings read the same everywhere: no version, device or path is named.
What may be missing or broken, such as torch, is imported only to examine it.
"""

from __future__ import annotations

import importlib.metadata
import os
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from packaging.requirements import Requirement

from course_utils.surroundings import python_call, say, state_folder

SUPPORTED = ((3, 11), (3, 13))  # the oldest and the newest Python, as in pyproject.toml


@dataclass(frozen=True)
class Finding:
    """One line of the report: ✓ is well, ! works but differs from the tested state, ✗ is broken."""

    mark: Literal["✓", "!", "✗"]
    text: str


def report() -> bool:
    """Print one line per finding and return whether nothing is broken."""
    findings = examine()
    for finding in findings:
        say(f"{finding.mark} {finding.text}")
    return all(finding.mark != "✗" for finding in findings)


def examine() -> list[Finding]:
    """Return what there is to say about Python, torch, device, kernel, versions and folders."""
    package = Path(__file__).resolve().parent
    ranges, pins = _ranges(), _pins(package.parent)
    names = {requirement.name for requirement in (*ranges, *pins)}
    return [
        check_python(sys.version_info[:2]),
        check_torch(_import_torch),
        check_device(_pick_device),
        check_kernel(_kernel_command(), sys.executable),
        check_versions(ranges, pins, {name: _installed(name) for name in names}),
        check_origin(package, Path.cwd()),
        check_state_folder(state_folder()),
    ]


def check_python(version: Sequence[int]) -> Finding:
    """Return whether this Python, such as (3, 12), is one that the course supports."""
    oldest, newest = (f"{major}.{minor}" for major, minor in SUPPORTED)
    if SUPPORTED[0] <= tuple(version) <= SUPPORTED[1]:
        return Finding("✓", "Python: a version that the course supports")
    got = ".".join(map(str, version))
    remedy = "install one of these and make the environment with it"
    return Finding("✗", f"Python: wanted {oldest} to {newest}, got {got}; {remedy}")


def check_torch(import_torch: Callable[[], Any]) -> Finding:
    """Return whether torch can be imported; its version is examined with the others."""
    try:
        import_torch()
    except (ImportError, OSError) as error:  # OSError: a library that torch needs is missing
        reason = " ".join(str(error).split())
        remedy = python_call("pip install --force-reinstall torch")
        return Finding("✗", f"torch: wanted an import, got {reason!r}; remedy: {remedy}")
    return Finding("✓", "torch: can be imported")


def check_device(pick_device: Callable[[], Any]) -> Finding:
    """Return whether the device that COURSE_DEVICE asks for is there."""
    try:
        pick_device()
    except (ImportError, OSError):
        return Finding("✗", "device: cannot be asked for before torch can be imported")
    except (RuntimeError, ValueError) as error:
        return Finding("✗", f"device: {error}")
    return Finding("✓", "device: the one asked for, or the best one, is ready")


def check_kernel(command: Sequence[str] | None, executable: str) -> Finding:
    """Return whether the Jupyter kernel `python3`, started by `command`, runs this interpreter."""
    remedy = f"remedy: {python_call('ipykernel install --sys-prefix')}"
    if not command:
        return Finding("✗", f"kernel: wanted a Jupyter kernel named python3, got none; {remedy}")
    # Jupyter replaces a bare name by the interpreter that it runs on itself.
    bare = {"python", "python3", f"python{sys.version_info[0]}.{sys.version_info[1]}"}
    if command[0] in bare or _same_interpreter(Path(command[0]), Path(executable)):
        return Finding("✓", "kernel: the Jupyter kernel python3 starts this Python")
    return Finding("✗", f"kernel: wanted python3 to start {executable}, got {command[0]}; {remedy}")


def check_versions(
    ranges: Sequence[Requirement], pins: Sequence[Requirement], installed: Mapping[str, str | None]
) -> Finding:
    """Return whether the installed versions are in the package's ranges and equal to the pins."""
    if not ranges:
        text = "packages: wanted course_utils installed, got only its files; remedy:"
        return Finding("✗", f"{text} {python_call('pip install -e .')}")
    for required, mark, remedy in (
        (ranges, "✗", python_call("pip install -e .")),
        (pins, "!", python_call("pip install -r requirements.txt")),
    ):
        off = [
            f"wanted {requirement}, got {installed.get(requirement.name) or 'none'}"
            for requirement in required
            if not _satisfied(requirement, installed.get(requirement.name))
        ]
        if off:
            return Finding(mark, f"packages: {'; '.join(off)}; remedy: {remedy}")  # type: ignore[arg-type]
    return Finding("✓", "packages: the versions fit the course")


def check_origin(package: Path, start: Path) -> Finding:
    """Return whether `package` is the course_utils of the checkout around `start`, if any."""
    for folder in (start, *start.parents):
        wanted = folder / "course_utils"
        if (wanted / "doctor.py").exists() and (folder / "pyproject.toml").exists():
            if wanted.resolve() == package:
                break
            remedy = f"remedy, in {folder}: {python_call('pip install -e .')}"
            return Finding("✗", f"course_utils: wanted {wanted}, got {package}; {remedy}")
    return Finding("✓", "course_utils: imported from where it belongs")


def check_state_folder(folder: Path) -> Finding:
    """Return whether progress can be written to `folder`; nothing is left behind there."""
    above = (folder, *folder.absolute().parents)
    try:
        existing = next((path for path in above if path.exists()), folder)
        tempfile.TemporaryFile(dir=existing).close()
    except OSError as error:
        remedy = "remedy: set COURSE_STATE_DIR to a folder that can be written"
        return Finding("✗", f"progress: wanted to write in {folder}, got {error}; {remedy}")
    return Finding("✓", "progress: can be remembered")


def _satisfied(requirement: Requirement, version: str | None) -> bool:
    if requirement.marker and not requirement.marker.evaluate():
        return True
    return version is not None and requirement.specifier.contains(version, prereleases=True)


def _same_interpreter(one: Path, other: Path) -> bool:
    # The folders count too: an environment's python is a link to the one it was made from.
    folders = [os.path.normcase(os.path.abspath(path.parent)) for path in (one, other)]
    return folders[0] == folders[1] and one.resolve() == other.resolve()


def _import_torch() -> None:
    import torch  # noqa: F401


def _pick_device() -> None:
    from course_utils.runtime import pick_device

    pick_device()


def _kernel_command() -> list[str] | None:
    try:
        from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
    except ImportError:
        return None
    try:
        return KernelSpecManager().get_kernel_spec("python3").argv
    except NoSuchKernel:
        return None


def _ranges() -> list[Requirement]:
    try:
        return [Requirement(line) for line in importlib.metadata.requires("course-utils") or ()]
    except importlib.metadata.PackageNotFoundError:
        return []


def _pins(folder: Path) -> list[Requirement]:
    """Return the pins of requirements.txt beside the package; a plain installation has none."""
    path = folder / "requirements.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    bare = (line.partition("#")[0].strip() for line in lines)
    return [Requirement(line) for line in bare if line]


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None
