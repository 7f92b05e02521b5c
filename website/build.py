"""Builds the site into build/site/html: `make site`, or `python -m website.build`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from course_utils import given
from website.assets import put_mathjax
from website.pages import page

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "website"
BUILT = ROOT / "build" / "site"
NOTEBOOKS = given.sources(ROOT)


def sources(folder: Path) -> None:
    """Write all that Sphinx reads into `folder`: pages, pictures, style, a front page."""
    shutil.rmtree(folder, ignore_errors=True)
    pictures = folder / "_static" / "pictures"
    pictures.mkdir(parents=True)
    for file in (HERE / "static").iterdir():
        shutil.copy(file, folder / "_static")
    shutil.copy(HERE / "conf.py", folder)
    shutil.copytree(ROOT / ".github" / "images", folder / "_static" / "images")
    for path in NOTEBOOKS:
        made = page(given.read(path), path.stem, pictures, links(path))
        (folder / path.name).write_text(json.dumps(made), encoding="utf-8")
        shutil.copy(path, folder / "_static" / path.name)
    (folder / "index.md").write_text(front(), encoding="utf-8")


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
    stems = [path.stem for path in NOTEBOOKS]
    further = [stem for stem in stems if stem >= "13"]
    parts = {"The course": [s for s in stems if s not in further], "Going further": further}
    trees = [
        "```{toctree}\n:hidden:\n:caption: " + title + "\n\n" + "\n".join(inside) + "\n```"
        for title, inside in parts.items()
    ]
    return "\n\n".join([opening, text, *trees]) + "\n"


def build() -> int:
    """Build the site and return Sphinx's exit status; a warning is a failure."""
    source = BUILT / "source"
    sources(source)
    put_mathjax(source / "_static" / "mathjax")
    words = [
        sys.executable,
        *["-m", "sphinx", "-q", "-W", "--keep-going", "-j", "2", "-E", "-b", "html"],
    ]
    return subprocess.run([*words, str(source), str(BUILT / "html")], check=False).returncode


if __name__ == "__main__":
    status = build()
    if not status:
        sys.stdout.write(f"The site is in {(BUILT / 'html').relative_to(ROOT)}: open index.html.\n")
    raise SystemExit(status)
