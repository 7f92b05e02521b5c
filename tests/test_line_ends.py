"""A clone has LF line ends, also where git is told to write Windows line ends."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.settings.cloning import cloned

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / ".gitattributes"
SETTINGS = [
    ["core.autocrlf=true"],
    ["core.autocrlf=false", "core.eol=crlf"],
    ["core.autocrlf=input"],
]


def git(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run git in a folder."""
    return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True)


pytestmark = pytest.mark.skipif(
    shutil.which("git") is None or git("rev-parse", "HEAD").returncode != 0,
    reason="needs git and a repository that has a commit",
)


def clone(folder: Path, settings: list[str], rules: str | None) -> Path:
    """Return a clone of HEAD, checked out by the rules for line ends that are given."""
    try:
        return cloned(folder, rules or "* -text -eol\n*.py text=auto -eol\n", settings)
    except subprocess.CalledProcessError as error:
        if "dubious ownership" in error.stderr:
            pytest.skip("the repository belongs to another user")
        raise


@pytest.mark.parametrize("settings", SETTINGS)
def test_a_clone_has_no_windows_line_ends(tmp_path: Path, settings: list[str]) -> None:
    folder = clone(tmp_path / "clone", settings, RULES.read_text(encoding="utf-8"))
    names = git("ls-files", folder=folder).stdout.splitlines()
    assert {".ci/run", "Makefile", "requirements.txt"} <= set(names)
    assert any(name.endswith(".ipynb") for name in names)
    contents = {name: (folder / name).read_bytes() for name in names}
    texts = {name for name, content in contents.items() if b"\0" not in content}
    assert [name for name in sorted(texts) if b"\r\n" in contents[name]] == []
    assert contents[".ci/run"].startswith(b"#!/usr/bin/env bash\n")
    assert git("status", "--porcelain", folder=folder).stdout == ""
    for name in set(names) - texts:  # pictures, byte for byte
        raw = subprocess.run(["git", "show", f"HEAD:{name}"], cwd=folder, capture_output=True)
        assert contents[name] == raw.stdout


def test_without_the_rules_a_clone_has_them(tmp_path: Path) -> None:
    folder = clone(tmp_path / "clone", ["core.autocrlf=true"], None)
    assert b"\r\n" in (folder / "conftest.py").read_bytes()
