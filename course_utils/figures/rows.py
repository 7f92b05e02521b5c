"""Groups that stand at categories: a heading for each name, a row for each category."""

import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np

from course_utils.figures.drawing import Drawing, Part
from course_utils.figures.legends import Name
from course_utils.figures.wording import FEW, number, quoted, span


class Row(NamedTuple):
    """What stands at one place among the categories under one name."""

    name: Name
    place: float
    words: str


def by_name(drawing: Drawing, kind: str, rows: Iterable[Row]) -> list[Part]:
    """Return for each name a part: the kind with the name, then its categories in their order."""
    named: dict[Name, list[Row]] = {}
    for row in rows:
        named.setdefault(row.name, []).append(row)
    parts = []
    for name, group in named.items():
        count = len({round(row.place) for row in group})
        where = f"{count} {plural('category', count)}"
        lines = [f"{kind}{quoted(name.label)} at {where}:"]
        for _, place, words in _sorted(group):
            line = f"  {drawing.categories.name(place)}: {words}."
            lines += textwrap.wrap(line, 98, subsequent_indent="    ")
        parts.append(Part((name.rank, name.label, kind), lines))
    return parts


def plural(noun: str, count: int) -> str:
    """Return the noun for this count."""
    if count == 1:
        return noun
    return (
        f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}{'es' if noun.endswith('x') else 's'}"
    )


def _sorted(rows: list[Row]) -> list[Row]:
    # Rounded, so that the last digit of a dodged place cannot turn two rows round.
    return sorted(rows, key=lambda row: (round(row.place, 2), row.words))


def values_of(values: Any) -> str:
    """Return a few values in ascending order, or how many there are and where they lie."""
    values = np.sort(np.asarray(values, dtype=float))
    count = f"{len(values)} {plural('point', len(values))}"
    if len(values) <= FEW:
        return f"{count}, {', '.join(map(number, values))}"
    return f"{count}, {span('values', values)}"
