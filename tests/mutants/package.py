"""Plants faults in `course_utils`, and asks the tests of the room, then the notebooks that use it."""

import json
import re
import shutil
import tempfile
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from tests.mutants.forked import run_pytest
from tests.mutants.planting import mutants
from tests.mutants.sampling import Planted, draw
from tests.mutants.tables import ROOT, Result, keep

LEFT_OUT = (".*", "__pycache__", "build", "my_notebooks", "handout", "lecture", "*.egg-info")
OPTIONS = ["-x", "-q", "-n", "0", "-p", "no:cacheprovider", "--tb", "line", "-W", "ignore"]
SECONDS = 600  # for the tests of a room; on a busy machine they take two minutes

ALL = 1000  # files with tests: more than any room has
MOST_NOTEBOOKS = 3  # of those that use a file, the ones that name most of it

# Where the tests of a file are not those of its name: what tests it, from tests/.
OTHER_TESTS = {
    "__main__": ["test_copies.py", "teaching", "checks"],
    "given": ["test_copies.py"],
    "lab": ["test_surroundings.py", "test_copies.py"],
    "landscapes": ["test_landscapes.py", "explorers/test_optimizer_paths.py"],
    "surroundings": ["test_surroundings.py", "checks/test_progress.py", "data/test_fashion.py"],
}


def find_planted(root: Path = ROOT, only: str = "") -> Iterator[Planted]:
    """Yield the faults of all files whose path contains one of some words, `only`.

    The exercises are left out: their tables of right and wrong answers are tests themselves.
    """
    for path in sorted((root / "course_utils").rglob("*.py")):
        name = path.relative_to(root).as_posix()
        asked_for = any(word in name for word in only.split(","))
        if asked_for and not name.startswith("course_utils/exercises/"):
            for mutant in mutants(path.read_text(encoding="utf-8")):
                yield Planted(name, "", mutant)


def files_to_run(planted: Planted, most: int, root: Path = ROOT) -> list[str]:
    """Return what pytest runs for a file: its doctests, tests of its room, notebooks that use it.

    Of the room's files with tests the `most` nearest come: first that of the same name, then those
    that run the file by its name, then those that name most of what the file defines, then those
    that name what is defined by its importers: there a fault is noticed soonest.
    """
    own = OTHER_TESTS.get(planted.place, [planted.place, f"test_{planted.place}.py"])
    files: list[Path] = []
    for path in (root / "tests" / name for name in own):
        files += sorted(path.glob("test_*.py")) if path.is_dir() else [path] * path.exists()
    defined = _defined(planted.file, root)
    importers = (_defined(name, root) for name in _importers(planted.file, root))
    near = set[str]().union(*importers)

    def farness(path: Path) -> tuple[bool, bool, int, int]:
        text, file = path.read_text(encoding="utf-8"), Path(planted.file)
        words = re.findall(r"\w+", text)
        named = [sum(word in names for word in words) for names in (defined, near)]
        return path.stem != f"test_{file.stem}", f'"{file.name}"' not in text, -named[0], -named[1]

    nearest = sorted(files, key=farness)[:most]
    nearest += _users(planted.file, defined | near, root)
    return [planted.file, *(path.relative_to(root).as_posix() for path in nearest)]


def _users(file: str, names: set[str], root: Path) -> list[Path]:
    """Return the notebooks that run a file by its name, or whose code names most of some names."""
    uses = {}
    for path in sorted((root / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
        named = len(names.intersection(re.findall(r"\w+", code)))
        uses[path] = f'"{Path(file).name}"' in code, named
    most = sorted(uses, key=lambda path: uses[path], reverse=True)[:MOST_NOTEBOOKS]
    return [path for path in most if any(uses[path])]


def _defined(name: str, root: Path) -> set[str]:
    """Return the public names that a file defines at its left margin."""
    source = (root / name).read_text(encoding="utf-8")
    return set(re.findall(r"^(?:def |class )?([A-Za-z]\w+)(?=[(:]| = )", source, re.MULTILINE))


def _importers(name: str, root: Path) -> set[str]:
    """Return the files of the same room that import a file, by themselves or through another."""
    folder = (root / name).parent
    sources = {path: path.read_text(encoding="utf-8") for path in folder.glob("[!_]*.py")}
    found: set[Path] = set()
    new = {root / name}
    while new:
        found |= new
        stems = "|".join(path.stem for path in new)
        wanted = re.compile(rf"^from course_utils\.{folder.name}\.(?:{stems}) import", re.MULTILINE)
        new = {path for path, source in sources.items() if wanted.search(source)} - found
    return {path.relative_to(root).as_posix() for path in found}


def copy_tree(folder: Path, root: Path = ROOT) -> Path:
    """Copy all that tests may read into a folder, and return it."""
    shutil.copytree(root, folder, ignore=shutil.ignore_patterns(*LEFT_OUT))
    return folder


def try_one(planted: Planted, folder: Path, most: int = ALL) -> Result:
    """Plant a fault in the copy, run the tests, and put the file back."""
    path, log = folder / planted.file, folder.with_suffix(".log")
    whole = path.read_text(encoding="utf-8")
    path.write_text(planted.mutant.source, encoding="utf-8")
    try:
        run = run_pytest(folder, [*OPTIONS, *files_to_run(planted, most, folder)], log, SECONDS)
    finally:
        path.write_text(whole, encoding="utf-8")
    outcome = {"passed": "survived", "failed": "killed"}.get(run.outcome, run.outcome)
    if outcome == "killed" and not run.failed:
        run = run._replace(failed=log.read_text(encoding="utf-8", errors="replace")[-300:])
    return Result.of(planted, outcome, run.failed, run.seconds)


def without_a_fault(results: list[Result], folder: Path) -> list[Result]:
    """Call those kills unproven whose test fails in a copy without a fault, too."""
    checked = []
    fails: dict[str, bool] = {}
    for result in results:
        test = result.noticed_by
        if result.outcome == "killed" and "::" in test:
            if test not in fails:
                log = folder.with_suffix(".log")
                run = run_pytest(folder, [*OPTIONS, test.partition("[")[0]], log, SECONDS)
                fails[test] = run.outcome != "passed"
            if fails[test]:
                result = result._replace(outcome="unproven")
        checked.append(result)
    return checked


def main(asked: Namespace, written: Path) -> list[Result]:
    """Try a sample, and write what came of each fault as soon as it is known."""
    sample = draw(list(find_planted(only=asked.only)), asked.sample, asked.seed)
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as temporary:
        copies: SimpleQueue[Path] = SimpleQueue()
        for job in range(asked.jobs):
            copies.put(copy_tree(Path(temporary) / f"copy{job}"))

        def on_a_copy(planted: Planted) -> Result:
            folder = copies.get()
            try:
                return try_one(planted, folder, asked.files)
            finally:
                copies.put(folder)

        with ThreadPoolExecutor(asked.jobs) as pool:
            for result in pool.map(on_a_copy, sample):
                results.append(result)
                print(result.line_of_report(len(results), len(sample)), flush=True)
                keep(results, written)
        results = without_a_fault(results, copies.get())
    keep(results, written)
    return results
