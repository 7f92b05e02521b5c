"""Draws a sample of faults in which every place and every kind of fault has its turn."""

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from tests.mutants.planting import Mutant


class Planted(NamedTuple):
    """A fault and where it is planted.

    file: its path from the root of the repository
    cell: the id of the cell, empty in a file of Python
    """

    file: str
    cell: str
    mutant: Mutant

    @property
    def place(self) -> str:
        """The room of the package, or the notebook."""
        parts = PurePosixPath(self.file).parts
        return PurePosixPath(parts[1]).stem if len(parts) > 1 else self.file


def draw(all_planted: Sequence[Planted], number: int, seed: int) -> list[Planted]:
    """Return `number` faults: the places take turns, each gives the kind that came least so far.

    No line is taken twice. Where fewer faults exist, all of them come.
    """
    shuffled = random.Random(seed).sample(all_planted, len(all_planted))
    left: dict[str, list[Planted]] = {}
    for planted in shuffled:
        left.setdefault(planted.place, []).append(planted)
    places = sorted(left)
    drawn: list[Planted] = []
    kinds: Counter[str] = Counter()
    while len(drawn) < number and any(left.values()):
        for place in places:
            if left[place] and len(drawn) < number:
                taken = min(left[place], key=lambda planted: kinds[planted.mutant.kind])
                drawn.append(taken)
                kinds[taken.mutant.kind] += 1
                left[place] = [other for other in left[place] if _line(other) != _line(taken)]
    return drawn


def _line(planted: Planted) -> tuple[str, str, int]:
    return planted.file, planted.cell, planted.mutant.line
