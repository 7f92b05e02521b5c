"""Notebooks that cannot go on or cannot be read: one item fails with a sentence, the others run."""

import sys
from pathlib import Path

import pytest

from tests.notebook_checker.build import code, file_name, notebook, save
from tests.notebook_checker.execute import main
from tests.notebook_checker.kernel import ending
from tests.notebook_checker.running import Item, run_pytest

LIVES = ["x = 7", "assert x == 7", "assert x + 1 == 8"]
KILL = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"
LATER = "import os, threading\nthreading.Timer(0.3, os._exit, [3]).start()"
STOPS = [  # title, sources, which cell fails, what it says, why the cells behind it are not run
    (
        "Exit status",
        ["x = 7", "import os\nos._exit(5)", "x", "x", "x"],
        2,
        "the kernel died in In [2]: it ended with exit status 5: look for os._exit()",
        "not run: the kernel died in In [2]",
    ),
    (
        "In the last cell",
        ["x = 7", "import os\nprint('soon', flush=True)\nos._exit(0)"],
        2,
        "the kernel died in In [2]: it ended with exit status 0",
        "",
    ),
    (
        "By a thread",
        [LATER, "import time\ntime.sleep(30)", "x = 7"],
        2,
        "the kernel died in In [2]: it ended with exit status 3",
        "not run: the kernel died in In [2]",
    ),
    (
        "Exit call",
        ["exit()", "x = 7", "x = 8"],
        1,
        "the kernel died in In [1]: exit() or quit() ends it: leave the call out",
        "not run: the kernel died in In [1]",
    ),
]
if sys.platform != "win32":
    STOPS += [
        (
            "Killed",
            [KILL, "x = 7"],
            1,
            "the kernel died in In [1]: SIGKILL ended it, which is what a system does when memory",
            "not run: the kernel died in In [1]",
        ),
        (
            "Loop in C",
            ["import itertools", "sum(itertools.count(1))", "x = 7", "x = 8"],
            2,
            "Failed to interrupt kernel",
            "not run: In [2] could not be interrupted when its time was up",
        ),
    ]


def write(folder: Path, title: str, sources: list[str], seconds: float = 60) -> Path:
    cells = [code(source) for source in sources]
    return save(notebook(title, cells, {"timeout": seconds}), folder / file_name(title))


@pytest.fixture(scope="module")
def items(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Item]:
    """Return what becomes of notebooks that stop, beside one that lives."""
    folder = tmp_path_factory.mktemp("stops")
    for title, sources, *_ in STOPS:
        write(folder, title, sources, 1 if title == "Loop in C" else 60)
    write(folder, "Lives", LIVES)
    return run_pytest(folder)[0]


@pytest.mark.parametrize(("title", "sources", "fails", "words", "reason"), STOPS)
def test_a_stop_is_told_once_and_at_once(
    items: dict[tuple[str, str], Item],
    title: str,
    sources: list[str],
    fails: int,
    words: str,
    reason: str,
) -> None:
    cells = [items[file_name(title), f"Cell {place}"] for place in range(1, len(sources) + 1)]
    before, item, behind = cells[: fails - 1], cells[fails - 1], cells[fails:]
    assert [cell.outcome for cell in before] == ["passed"] * len(before)
    assert item.outcome == "failed"
    assert words in item.message
    assert item.seconds < 20, "the time limit of the cell is 60 seconds"
    assert {(cell.outcome, cell.message) for cell in behind} <= {("skipped", reason)}
    if title != "Loop in C":  # one sentence and the source
        assert len(item.message.splitlines()) == 2 + len(sources[fails - 1].splitlines())


def test_other_notebooks_run_on(items: dict[tuple[str, str], Item]) -> None:
    assert [items[file_name("Lives"), f"Cell {place}"].outcome for place in (1, 2, 3)] == [
        "passed"
    ] * 3


def test_a_cell_chosen_alone_has_the_names_of_the_cells_before(tmp_path: Path) -> None:
    lives = write(tmp_path, "Lives", LIVES)
    dies = write(tmp_path, "Dies", ["x = 7", "import os\nos._exit(1)", "x", "x"])
    slow = write(tmp_path, "Slow", ["import time\ntime.sleep(30)", "x = 7"], seconds=0.5)
    chosen = [f"{lives}::Cell 3", f"{dies}::Cell 3", f"{dies}::Cell 4", f"{slow}::Cell 2"]
    items, output = run_pytest(tmp_path, *chosen)
    assert len(items) == 4, output
    assert items[lives.name, "Cell 3"].outcome == "passed"
    told = "the kernel died in In [2], which must run first: it ended with exit status 1"
    assert told in items[dies.name, "Cell 3"].message
    assert items[dies.name, "Cell 4"].outcome == "skipped"
    told = "In [1], which must run first, took longer than its 0.5 seconds: course.timeout"
    assert told in items[slow.name, "Cell 2"].message


def test_a_kernel_that_does_not_start_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, "Lives", LIVES)
    items, output = run_pytest(tmp_path, "--nbval-kernel-name", "no-such-kernel")
    cells = [items[file_name("Lives"), f"Cell {place}"] for place in (1, 2, 3)]
    assert [cell.outcome for cell in cells] == ["failed", "skipped", "skipped"], output
    assert "no kernel could be started for this notebook (No such kernel" in cells[0].message
    assert cells[1].message == "not run: no kernel could be started"


def test_executing_names_the_cell_in_which_the_kernel_died(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path, "Dies", ["x = 7", "import os\nos._exit(1)", "x"])
    before = path.read_bytes()
    assert main([str(path)]) == 1
    assert path.read_bytes() == before
    told = capsys.readouterr().err
    assert "00_dies.ipynb: In [2] ended the kernel: it ended with exit status 1: look for" in told
    assert "Traceback" not in told


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (0, "exit status 0: look for os._exit()"),
        (137, "exit status 137"),
        (-11, "SIGSEGV ended it, a crash in compiled code: run the cell as a script"),
        (-15, "SIGTERM ended it: look for what sends this signal"),
        (-99, "signal 99 ended it"),
        (None, "nobody knows how"),
    ],
)
def test_how_a_kernel_ended(status: int | None, words: str) -> None:
    assert words in ending(status)
