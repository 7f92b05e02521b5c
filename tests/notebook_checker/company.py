"""Which numbers of a text stand together, so that noise in one is measured by the largest of them.

3e-09 beside 1.0 in one tensor is what rounding leaves of zero; 3e-09 after the word "gap" may be
the finding itself.
"""

import re

CURVE = re.compile(r"^\S.*(?:\n[ \t]+.*)*", re.MULTILINE)


def largest_in_company(text: str, floats: dict[int, float], figure: bool) -> dict[int, float]:
    """Return the largest |number| in the company of each number that has company, by its place.

    floats: the numbers of the text, each by the place where it starts
    figure: the text is the description of a figure, where a line with the indented ones below it,
        which tell of one curve or one axis, is a company; otherwise what stands between the
        outermost square brackets is one

    >>> largest_in_company("gap 3e-09 [1.0, 2e-09]", {4: 3e-09, 11: 1.0, 16: 2e-09}, False)
    {11: 1.0, 16: 1.0}
    """
    found = {}
    for start, end in _curves(text) if figure else _lists(text):
        inside = {place: abs(value) for place, value in floats.items() if start <= place < end}
        largest = max(inside.values(), default=0.0)
        found.update(dict.fromkeys(inside, largest))
    return found


def _curves(text: str) -> list[tuple[int, int]]:
    """Return where the words about each curve start and end."""
    return [curve.span() for curve in CURVE.finditer(text)]


def _lists(text: str) -> list[tuple[int, int]]:
    """Return where each pair of outermost square brackets starts and ends; a bracket alone is none.

    >>> _lists("[0, 1) and [[1.], [2.]]")
    [(11, 23)]
    """
    open_at: list[int] = []
    pairs: list[tuple[int, int]] = []
    for place, mark in enumerate(text):
        if mark == "[":
            open_at.append(place)
        elif mark == "]" and open_at:
            start = open_at.pop()
            pairs = [pair for pair in pairs if pair[0] < start]  # those inside this one
            pairs.append((start, place + 1))
    return pairs
