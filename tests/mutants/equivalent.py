"""The faults that nobody can notice: equivalent.toml lists them, each with its reason.

An entry is found by its file, its kind and the text of its line, so that lines may move; `change`
is given where a line has several faults of one kind.
"""

import tomllib
from pathlib import Path

from tests.mutants.sampling import Planted

LIST = Path(__file__).with_name("equivalent.toml")


def read_entries(path: Path = LIST) -> list[dict[str, str]]:
    """Return the entries of the list."""
    return tomllib.loads(path.read_text(encoding="utf-8")).get("mutant", [])


def reason(planted: Planted, entries: list[dict[str, str]]) -> str:
    """Return why nobody can notice this fault; empty where the list does not have it."""
    _, _, text, change, _ = planted.mutant
    for entry in entries:
        same = entry["file"], entry["kind"], entry["line"], entry.get("change", change)
        if same == (planted.file, planted.mutant.kind, text, change):
            return entry["reason"]
    return ""
