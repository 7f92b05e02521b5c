"""Runs pytest over a folder of small notebooks, as `make drift` does, and reads what came."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
OUTCOMES = {"failure": "failed", "error": "failed", "skipped": "skipped"}


class Item(NamedTuple):
    """What became of one item: passed, failed or skipped, what was said, how many seconds it took."""

    outcome: str
    message: str
    seconds: float


def run_pytest(folder: Path, *arguments: str) -> tuple[dict[tuple[str, str], Item], str]:
    """Run pytest over a folder; return its items by file and name, and what it printed.

    Arguments that name files or items stand in place of the folder.
    """
    chosen = any(argument.startswith(str(folder)) for argument in arguments)
    results = folder / "results.xml"
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-q", "-n", "0"]
    command += ["--rootdir", str(folder), "-p", "tests.notebook_checker.plugin"]
    command += ["-p", "no:cacheprovider", "--committed", "--junit-xml", str(results), *arguments]
    environment = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    environment |= {"COURSE_DRIFT": "1", "COURSE_STRICT": "1"}
    done = subprocess.run(
        command if chosen else [*command, str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
    )
    items = {}
    for case in ElementTree.parse(results).iter("testcase"):
        item = Item("passed", "", float(case.attrib["time"]))
        for found in case:
            if found.tag in OUTCOMES:
                message = found.attrib["message"] if found.tag == "skipped" else found.text or ""
                item = Item(OUTCOMES[found.tag], message, item.seconds)
        items[case.attrib["classname"], case.attrib["name"]] = item
    return items, done.stdout + done.stderr
