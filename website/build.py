"""Builds the site into build/site/html: `make site`, or `python -m website.build`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from website.assets import fetched
from website.pages import page

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "website"
BUILT = ROOT / "build" / "site"


def sources(folder: Path) -> None:
    """Write all that Sphinx reads into `folder`: pages, pictures, style, a front page."""
    shutil.rmtree(folder, ignore_errors=True)
    pictures = folder / "_static" / "pictures"
    pictures.mkdir(parents=True)
    for file in (HERE / "static").iterdir():
        shutil.copy(file, folder / "_static")
    shutil.copy(HERE / "conf.py", folder)
    shutil.copytree(ROOT / ".github" / "images", folder / "_static" / "images")
    for path in notebooks():
        given = json.loads(path.read_text("utf-8"))
        made = page(given, path.stem, pictures, links(path))
        (folder / path.name).write_text(json.dumps(made), encoding="utf-8")
        shutil.copy(path, folder / "_static" / path.name)
    (folder / "index.md").write_text(front(), encoding="utf-8")


def notebooks() -> list[Path]:
    """Return the files of all notebooks, in order."""
    return sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))


def links(path: Path) -> dict[str, str]:
    """Return where a notebook can be fetched and, where the repository is known, run."""
    ways = {}
    if repository := os.environ.get("GITHUB_REPOSITORY"):
        address = f"https://colab.research.google.com/github/{repository}/blob/main/notebooks"
        ways["Run it on Colab"] = f"{address}/{path.name}"
    return ways | {"Fetch the notebook": f"_static/{path.name}"}


def front() -> str:
    """Return the front page: what the README says of the course, and the two parts of its map."""
    readme = (ROOT / "README.md").read_text("utf-8")
    opening = readme.partition("\n## ")[0].replace(".github/images/", "_static/images/")
    course = re.search(r"(?ms)^## The notebooks\n.*?(?=^## )", readme)
    text = course[0].replace("](notebooks/", "](") if course else ""
    stems = [path.stem for path in notebooks()]
    further = [stem for stem in stems if stem >= "13"]
    parts = {"The course": [s for s in stems if s not in further], "Going further": further}
    trees = [
        "```{toctree}\n:hidden:\n:caption: " + title + "\n\n" + "\n".join(inside) + "\n```"
        for title, inside in parts.items()
    ]
    return "\n\n".join([opening, text, *trees]) + "\n"


def assets(folder: Path) -> None:
    """Put MathJax into the static files."""
    mathjax = fetched("mathjax") / "es5"
    target = folder / "_static" / "mathjax"
    target.mkdir(parents=True)
    shutil.copy(mathjax / "tex-mml-chtml.js", target)
    shutil.copytree(mathjax / "output" / "chtml" / "fonts", target / "output" / "chtml" / "fonts")


def build() -> int:
    """Build the site and return Sphinx's exit status; a warning is a failure."""
    source = BUILT / "source"
    sources(source)
    assets(source)
    words = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-W",
        "--keep-going",
        "-j",
        "2",
        "-E",
        "-b",
        "html",
    ]
    return subprocess.run([*words, str(source), str(BUILT / "html")], check=False).returncode


if __name__ == "__main__":
    status = build()
    if not status:
        sys.stdout.write(f"The site is in {(BUILT / 'html').relative_to(ROOT)}: open index.html.\n")
    raise SystemExit(status)
