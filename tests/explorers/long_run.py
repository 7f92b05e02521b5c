"""Each explorer through 2,000 random moves: `python -m tests.explorers.long_run [--moves 2000]`.

Every explorer has a kernel of its own, in which it is shown and moved as on a page. Printed is
what the kernel holds after a tenth of the moves and at the end, and the CPU time of a move in the
first and in the last tenth. Ends with 1 where the memory has grown by more than 5 %, a move has
become slower by more than 10 %, or a figure is left open. Names of explorers choose some of them.
"""

import argparse
import json
import statistics
import sys
from subprocess import DEVNULL
from typing import Any

from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from tests.explorers.walking import MAKE, Mark, grown
from tests.notebook_checker.environment import kernel_environment
from tests.notebook_checker.execute import ROOT

HEAD = (
    "| explorer | moves | memory, then | at the end | growth | a move, first | last tenth "
    "| open figures |\n|---|---|---|---|---|---|---|---|"
)
MOST_GROWTH, MOST_SLOWER = 0.05, 0.10
CELL = """\
import json
from tests.explorers.walking import MAKE, walk
found = await walk(MAKE[{name!r}](), {moves}, ({early}, {moves}))
print(json.dumps([found.seconds, list(found.marks.values())]))"""


def walked(name: str, moves: int) -> tuple[list[float], list[Mark]]:
    """Walk an explorer in a kernel of its own; return the seconds of its moves, and two marks."""
    early = max(1, moves // 10)
    cell = new_code_cell(CELL.format(name=name, moves=moves, early=early))
    where: Any = {"metadata": {"path": str(ROOT)}}
    with kernel_environment():
        NotebookClient(new_notebook(cells=[cell]), timeout=None, resources=where).execute(
            stderr=DEVNULL
        )
    if [output.get("name") for output in cell.outputs] != ["stdout"]:
        raise SystemExit(f"{name}: wanted moves without a word, got {cell.outputs}")
    seconds, marks = json.loads(cell.outputs[0].text)
    return seconds, [Mark(*one) for one in marks]


def report(name: str, moves: int, seconds: list[float], marks: list[Mark]) -> tuple[str, list[str]]:
    """Return the row of the table, and what is not as it should be."""
    then, now = marks
    growth = now.memory / then.memory - 1
    tenth = max(1, len(seconds) // 10)
    first, last = (statistics.median(part) for part in (seconds[:tenth], seconds[-tenth:]))
    faults = grown(then, now, MOST_GROWTH)
    faults += [f"{now.open_figures} open figures"] * bool(now.open_figures)
    faults += ["slower"] * (last > (1 + MOST_SLOWER) * first)
    sizes = f"{then.memory:.0f} MiB | {now.memory:.0f} MiB | {growth:+.1%}"
    times = f"{first * 1000:.0f} ms | {last * 1000:.0f} ms"
    return f"| {name} | {moves:,} | {sizes} | {times} | {now.open_figures} |", faults


def main() -> int:
    """Print the table; return 1 where something has grown."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--moves", type=int, default=2000)
    asked.add_argument("explorers", nargs="*", help=f"of {', '.join(MAKE)}; all if none is named")
    given = asked.parse_args()
    print(HEAD, flush=True)
    status = 0
    for name in given.explorers or MAKE:
        row, faults = report(name, given.moves, *walked(name, given.moves))
        print(f"{row} FAILED: {'; '.join(faults)}" if faults else row, flush=True)
        status |= bool(faults)
    return status


if __name__ == "__main__":
    sys.exit(main())
