"""A stand-in for `Scalar`, and a way back through its graphs, for exercise 3.3 of notebook 03."""

from __future__ import annotations

from typing import Any


class Scalar:
    """A number in a graph: what an answer needs of a Scalar, whichever class that is.

    It has the name that learners know, because errors quote it. It cannot walk back by itself:
    that is for the answer to do, or for `backward` below.
    """

    def __init__(
        self, val: float, parents: tuple[tuple[Any, float], ...] = (), op: str = ""
    ) -> None:
        self.val, self.grad, self.parents, self.op = val, 0.0, parents, op

    def __repr__(self) -> str:
        return f"Scalar({self.val:g})"


def in_order(root: Any) -> list[Any]:
    """Return every node behind `root`, each once and after its parents, however deep they lie."""
    listed: dict[Any, None] = {}
    stack = [(root, False)]
    while stack:
        node, parents_are_listed = stack.pop()
        if node in listed:
            continue
        if parents_are_listed:
            listed[node] = None
        else:
            stack.append((node, True))
            stack += [(parent, False) for parent, _ in reversed(node.parents)]
    return list(listed)


def backward(root: Any) -> None:
    """Add d(root)/d(node) to the `grad` of `root` and of every node behind it."""
    total = dict.fromkeys(in_order(root), 0.0)
    total[root] = 1.0
    for node in reversed(total):
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] += slope * total[node]
