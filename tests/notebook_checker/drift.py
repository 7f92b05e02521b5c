"""Says how far the numbers of each notebook lie from the stored ones, measured in tolerances."""

import os
from collections.abc import Iterable
from typing import Any

PROPERTY = "course_drift"  # in a report's user_properties, which travel from xdist's workers
ARITHMETIC = ("ATEN_CPU_CAPABILITY", "MKL_CBWR", "ONEDNN_MAX_CPU_ISA")


def drift_lines(reports: Iterable[Any]) -> list[str]:
    """Return one line for each notebook in the reports of pytest and one for all together.

    A line says how many numbers were compared, and which came nearest to its tolerance or left it.
    """
    notebooks: dict[str, list[dict]] = {}
    for report in reports:
        if getattr(report, "when", None) == "call":
            for name, found in report.user_properties:
                if name == PROPERTY:
                    notebooks.setdefault(found["notebook"], []).append(found)
    if not notebooks:
        return []
    cells = [cell for found in notebooks.values() for cell in found]
    lines = [_line(name, found) for name, found in sorted(notebooks.items())]
    chosen = [f"{name}={os.environ[name]}" for name in ARITHMETIC if name in os.environ]
    return [
        *lines,
        f"together: {sum(cell['numbers'] for cell in cells)} numbers in {len(notebooks)} notebooks, "
        f"largest drift {_share(max(cell['share'] for cell in cells))}",
        f"arithmetic: {' '.join(chosen) or 'as this machine has it'}",
    ]


def _line(name: str, cells: list[dict]) -> str:
    """Return the line of one notebook."""
    begin = f"{name}: {sum(cell['numbers'] for cell in cells)} numbers"
    farthest = max(cells, key=lambda cell: cell["share"])
    if not farthest["share"]:
        return f"{begin}, none moved"
    return (
        f"{begin}, largest drift {_share(farthest['share'])}, "
        f"in In [{farthest['cell']}]: {farthest['drift']}"
    )


def _share(share: float) -> str:
    return f"{100 * share:.3g} % of its tolerance"
