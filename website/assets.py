"""What the pages need beside Python, fetched from npm once and kept in build/npm."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
KEPT = HERE.parent / "build" / "npm"


def fetched(name: str) -> Path:
    """Return the folder of an npm package of website/package.json; fetch all where one lacks.

    Exits with one sentence where npm is missing or cannot fetch them.
    """
    wanted = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    modules = KEPT / "node_modules"
    if any(_version(modules / one) != version for one, version in wanted.items()):
        npm = shutil.which("npm")
        if npm is None:
            raise SystemExit(
                "wanted npm, which fetches MathJax and reveal.js, got none; remedy: install Node.js"
            )
        KEPT.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", KEPT)
        words = [npm, "install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
        if subprocess.run(words, cwd=KEPT, check=False, timeout=300).returncode:
            raise SystemExit(
                f"wanted {', '.join(wanted)} from npm, and it failed for the reason above; remedy: "
                "connect to a network once, they are kept in build/npm"
            )
    return modules / name


def put_mathjax(folder: Path) -> None:
    """Write MathJax and its fonts into `folder`, which is made."""
    mathjax, fonts = fetched("mathjax") / "es5", Path("output/chtml/fonts")
    folder.mkdir(parents=True)
    shutil.copy(mathjax / "tex-mml-chtml.js", folder)
    shutil.copytree(mathjax / fonts, folder / fonts)


def _version(folder: Path) -> str:
    file = folder / "package.json"
    return json.loads(file.read_text("utf-8"))["version"] if file.exists() else ""
