"""Puts one fault into a text. All lines keep their numbers, and all other lines their comments."""

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.mutants.operators import KINDS, Place

BARE = (ast.Name, ast.Constant, ast.Attribute, ast.stmt)  # need no brackets where they stand
NOT_RUN = ("annotation", "returns", "type_params")


class Mutant(NamedTuple):
    """A text with one fault: its kind, its line from 1, that line's text, and what was changed."""

    kind: str
    line: int
    text: str
    change: str
    source: str


def mutants(source: str, around: str = "") -> Iterator[Mutant]:
    """Yield each fault that can be planted in a source text, top to bottom.

    around: more text, such as the other cells of the notebook, in which names may stand
    """
    known = frozenset(re.findall(r"\w+|\.\w+\b(?!\()", source + around))
    tree = ast.parse(source)
    original = ast.dump(tree)
    for node, place, unit in _nodes(tree, known):
        for kind, operator in KINDS.items():
            for other in operator(node, place):
                text = _exchange(source, node, other, unit)
                if text is not None and _parsed(text) not in (None, original):
                    line = node.lineno
                    here = source.splitlines()[line - 1].strip()
                    change = f"{ast.unparse(node)} → {ast.unparse(other)}"
                    yield Mutant(kind, line, here, change, text)


def _nodes(tree: ast.Module, known: frozenset[str]) -> Iterator[tuple[Any, Place, Any]]:
    """Yield the nodes that have a place in the text, and what is written anew for each.

    That is the node; inside an f-string, whose parts have no certain place, the whole of it.
    """

    def walk(node: ast.AST, place: Place, unit: ast.AST | None) -> Iterator:
        unit = unit or (node if isinstance(node, ast.JoinedStr) else None)
        if hasattr(node, "lineno") and not isinstance(node, ast.JoinedStr):
            yield node, place, unit or node
        for field, values in ast.iter_fields(node):
            if field not in NOT_RUN:
                for child in values if isinstance(values, list) else [values]:
                    if isinstance(child, ast.AST):
                        yield from walk(child, _place(node, child, place), unit)

    return walk(tree, Place(None, "", "", known), None)


def _place(parent: ast.AST, child: ast.AST, above: Place) -> Place:
    """Return the place of a child; keyword and function hold for all that stands inside."""
    if isinstance(parent, ast.keyword):
        return above._replace(parent=parent, keyword=parent.arg or "")
    if isinstance(parent, ast.Call) and child is not parent.func:
        name = getattr(parent.func, "attr", getattr(parent.func, "id", ""))
        return above._replace(parent=parent, keyword="", function=name)
    if isinstance(parent, ast.stmt):
        return above._replace(parent=parent, keyword="", function="")
    return above._replace(parent=parent)


def _exchange(source: str, node: ast.AST, other: ast.AST, unit: Any) -> str | None:
    """Return the source with `other` in the place of `node`; None if it cannot be written."""
    try:
        new = ast.unparse(other if unit is node else _inside(unit, node, other))
    except ValueError:  # an f-string that this Python cannot write
        return None
    missing = "\n" * (unit.end_lineno - unit.lineno)
    if isinstance(unit, ast.stmt):
        new += missing
    elif missing or not isinstance(other, BARE):
        new = f"({new}{missing})"
    lines = source.encode().splitlines(keepends=True)
    before = b"".join(lines[: unit.lineno - 1]) + lines[unit.lineno - 1][: unit.col_offset]
    last = lines[unit.end_lineno - 1][unit.end_col_offset :]
    return (before + new.encode() + last + b"".join(lines[unit.end_lineno :])).decode()


def _inside(unit: ast.AST, node: ast.AST, other: ast.AST) -> Any:
    """Return a copy of the unit in which `other` stands for `node`."""

    def copied(value: object) -> object:
        if value is node:
            return other
        if isinstance(value, list):
            return [copied(entry) for entry in value]
        if isinstance(value, ast.AST):
            return type(value)(**{name: copied(part) for name, part in ast.iter_fields(value)})
        return value

    return copied(unit)


def _parsed(text: str) -> str | None:
    """Return the syntax tree of a text in one string, None if it is no Python."""
    try:
        return ast.dump(ast.parse(text))
    except SyntaxError:
        return None
