"""The table of waits: a line for each notebook, out of what pytest's reports carry."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tests.stand_in_device.kinds import KINDS, WAITS

PROPERTY = "waits"
MOST_CELLS = 3


def table_lines(reports: Iterable[Any]) -> list[str]:
    """Return a line for each notebook: how often each kind was counted, and where most waited."""
    totals: dict[str, Counter[str]] = defaultdict(Counter)
    cells: dict[str, dict[int, int]] = defaultdict(dict)
    for report in reports:
        if getattr(report, "when", "") != "call":
            continue
        for name, found in report.user_properties:
            if name == PROPERTY:
                notebook = Path(found["notebook"]).stem
                totals[notebook].update(found["counted"])
                cells[notebook][found["cell"]] = sum(found["counted"].get(it, 0) for it in WAITS)
    widest = max((len(name) for name in totals), default=0)
    lines = [" ".join([" " * widest, *(f"{kind:>13}" for kind in KINDS), "  most waits in"])]
    for name in sorted(totals):
        numbers = " ".join(f"{totals[name][kind]:>13,}" for kind in KINDS)
        most = sorted(cells[name].items(), key=lambda it: -it[1])[:MOST_CELLS]
        where = ", ".join(f"In [{cell}]: {number:,}" for cell, number in most if number)
        lines.append(f"{name:<{widest}} {numbers}   {where}")
    return lines
