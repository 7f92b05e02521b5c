"""What became of the planted faults: kept as JSON, counted by place and by kind."""

import json
from collections import Counter
from pathlib import Path
from typing import NamedTuple

from tests.mutants.equivalent import read_entries, reason
from tests.mutants.sampling import Planted

ROOT = Path(__file__).resolve().parents[2]
NOTICED = ("killed", "timeout", "noticed")
NOT_COUNTED = ("equivalent", "changes nothing", "unproven")


class Result(NamedTuple):
    """What became of one fault.

    outcome: killed, survived or timeout in the package; noticed, unnoticed or changes nothing in a
        notebook; equivalent where the list says so; unproven where the whole code fails as well
    noticed_by: the test, or the cell and its difference
    """

    file: str
    cell: str
    place: str
    kind: str
    line: int
    text: str
    change: str
    outcome: str
    noticed_by: str
    seconds: float

    @classmethod
    def of(cls, planted: Planted, outcome: str, noticed_by: str, seconds: float) -> "Result":
        """Return a result; what stayed unnoticed may stand in the list of equivalent faults."""
        kind, line, text, change, _ = planted.mutant
        if outcome in ("survived", "unnoticed") and reason(planted, read_entries()):
            outcome = "equivalent"
        found = (planted.file, planted.cell, planted.place, kind, line, text, change)
        return cls(*found, outcome, noticed_by, round(seconds, 1))

    def line_of_report(self, number: int, of: int) -> str:
        """Return one line: what was planted where, and what became of it."""
        where = f"{self.file}:{self.cell or self.line}"
        return f"{number}/{of} {self.outcome:10} {where} [{self.kind}] {self.change} ({self.seconds:.0f} s) {self.noticed_by[:90]}"


def keep(results: list[Result], path: Path) -> None:
    """Write the results as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = [result._asdict() for result in results]
    path.write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def table(results: list[Result]) -> str:
    """Return noticed / all by place and kind; faults that nobody can notice are left out."""
    counted = [result for result in results if result.outcome not in NOT_COUNTED]
    noticed = [result for result in counted if result.outcome in NOTICED]
    kinds = sorted({result.kind for result in counted})
    places = sorted({result.place for result in counted})
    cells = Counter((result.place, result.kind) for result in counted)
    found = Counter((result.place, result.kind) for result in noticed)
    lines = ["| | " + " | ".join([*kinds, "all"]) + " |"]
    lines.append("|---" * (len(kinds) + 2) + "|")
    for name, rows in [*((place, [place]) for place in places), ("all", places)]:
        row = [name]
        for chosen in [*([kind] for kind in kinds), kinds]:
            pairs = [(place, kind) for place in rows for kind in chosen]
            whole = sum(cells[pair] for pair in pairs)
            row.append(f"{sum(found[pair] for pair in pairs)}/{whole}" if whole else "")
        lines.append("| " + " | ".join(row) + " |")
    return "\n".join(lines)


def share_noticed(results: list[Result]) -> float:
    """Return how many percent of the faults that can be noticed were noticed."""
    counted = [result.outcome in NOTICED for result in results if result.outcome not in NOT_COUNTED]
    return 100 * sum(counted) / len(counted) if counted else 100.0


def summary(results: list[Result], goal: float) -> str:
    """Return the table, the share that was noticed, and each fault that was not."""
    counted = [result for result in results if result.outcome not in NOT_COUNTED]
    noticed = sum(result.outcome in NOTICED for result in counted)
    share = f"{share_noticed(results):.0f} %: the goal is {goal:.0f} %"
    lines = [table(results), "", f"noticed {noticed} of {len(counted)}, {share}"]
    others = Counter(result.outcome for result in results if result.outcome in NOT_COUNTED)
    lines += [f"not counted: {name}, {number}" for name, number in others.items()]
    for result in counted:
        if result.outcome not in NOTICED:
            where = f"{result.file}, {result.cell or 'line'} {result.line}"
            lines.append(f"- {where}: {result.kind}, {result.change}\n    {result.text}")
    return "\n".join(lines)
