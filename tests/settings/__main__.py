"""Runs the checks of the last commit under settings of other machines.

`python -m tests.settings` lists them. `python -m tests.settings ascii time-zone` lets both hold at
once and runs the notebooks; what follows `--` is pytest's: `-- tests/data notebooks/03*`. Run with
another Python that has the course installed, it checks that one.
"""

import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from pathlib import Path

from tests.settings.cloning import cloned
from tests.settings.table import SETTINGS, composed


def run(names: Sequence[str], command: list[str], scratch: Path) -> int:
    """Run a command in a clone where these settings hold; return its exit status."""
    chosen = [SETTINGS[name] for name in names]
    folder = scratch / next((each.folder for each in chosen if each.folder), "clone")
    cloned(folder, "".join(each.line_ends for each in chosen))
    command, environment = composed(names, command)
    environment |= {"PYTHONPATH": str(folder)}  # kernels start in notebooks/: this clone's package
    return subprocess.run(command, cwd=folder, env=environment).returncode


def report(names: Sequence[str], written: Path, seconds: float) -> str:
    """Return one line: how many passed, and which did not."""
    suite = next(ElementTree.parse(written).iter("testsuite"))
    number = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
    bad = number["failures"] + number["errors"]
    good = number["tests"] - bad - number["skipped"]
    version = ".".join(str(part) for part in sys.version_info[:3])
    lines = [
        f"Python {version}, {', '.join(names) or 'no setting'}: {good} passed, {bad} failed, "
        f"{number['skipped']} skipped, {seconds:.0f} s"
    ]
    for case in suite.iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            lines.append(f"  {case.get('classname')} {case.get('name')}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Run under the settings that were named; without a name, list them."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    names, rest = list(arguments[:cut]), list(arguments[cut + 1 :])
    if not arguments:
        for name, setting in SETTINGS.items():
            missing = setting.lacks()
            print(f"{name:18} {setting.why}{f' (here {missing})' if missing else ''}")
        return 0
    if unknown := [name for name in names if name not in SETTINGS]:
        print(f"There is no setting {unknown[0]}: choose from {', '.join(SETTINGS)}.")
        return 2
    if lacking := [f"{name}: {why}" for name in names if (why := SETTINGS[name].lacks())]:
        print("; ".join(lacking))
        return 2
    options = [word for name in names for word in SETTINGS[name].options]
    with tempfile.TemporaryDirectory() as scratch:
        written = Path(scratch) / "results.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={written}", *options]
        begun = time.monotonic()
        status = run(names, [*command, *(rest or ["notebooks"])], Path(scratch))
        if written.exists():
            print(report(names, written, time.monotonic() - begun))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
