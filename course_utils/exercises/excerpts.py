"""Cutting one answer out of a file of answers."""

from __future__ import annotations

import ast


def excerpt(source: str, name: str) -> str:
    """Return the lines of a module that bind `name`, with the comments above them.

    Functions, classes and values of the same module that it uses come along, in the order of the
    file; imports stay out, since a notebook has its own. Raises KeyError if nothing binds `name`.

    >>> print(excerpt("import math\\n\\n# half a turn\\nangle = math.pi\\nother = 1\\n", "angle"))
    # half a turn
    angle = math.pi
    """
    statements = {bound: node for node in ast.parse(source).body for bound in _bound_by(node)}
    wanted, waiting = set(), [name]
    while waiting:
        node = statements[waiting.pop()]
        if node not in wanted:
            wanted.add(node)
            used = {word.id for word in ast.walk(node) if isinstance(word, ast.Name)}
            waiting += used & statements.keys()
    lines = source.splitlines()
    pieces = [_piece(lines, node) for node in sorted(wanted, key=lambda node: node.lineno)]
    return "\n\n\n".join(pieces)


def _bound_by(node: ast.stmt) -> list[str]:
    """Return the names that a statement binds; an import binds none that has to be shown."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    targets = node.targets if isinstance(node, ast.Assign) else []
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _piece(lines: list[str], node: ast.stmt) -> str:
    """Return the lines of a statement, from the comment above it to the remark behind it."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)]) - 1
    while first and lines[first - 1].startswith("#"):
        first -= 1
    return "\n".join(lines[first : node.end_lineno])
