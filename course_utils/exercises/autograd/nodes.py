"""A stand-in for `Scalar` and small graphs of it, for the exercises of notebook 03."""

from __future__ import annotations

from typing import Any


class Scalar:
    """A number in a graph: what an answer needs of a Scalar, whichever class that is.

    It has the name that learners know, because errors quote it. It cannot walk back by itself:
    that is for the answer to do, or for `backward` below.
    """

    def __init__(self, val: float, parents: tuple[tuple[Any, float], ...] = ()) -> None:
        self.val, self.grad, self.parents, self.op = val, 0.0, parents, ""

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


def chain(levels: int, slope: float = 3.0) -> Scalar:
    """Return 3 · 3 · … · 2, or another slope in place of 3, each node used once."""
    node = Scalar(2.0)
    for _ in range(levels):
        node = Scalar(slope * node.val, ((node, slope),))
    return node


def doubled(levels: int, kind: type[Scalar] = Scalar) -> Scalar:
    """Return 1 doubled so many times, by adding it to itself."""
    node = kind(1.0)
    for _ in range(levels):
        node = kind(2 * node.val, ((node, 1.0), (node, 1.0)))
    return node


def square_twice() -> Scalar:
    """Return a + a for a = x · x at x = 3."""
    x = Scalar(3.0)
    a = Scalar(9.0, ((x, 3.0), (x, 3.0)))
    return Scalar(18.0, ((a, 1.0), (a, 1.0)))


def crossed() -> Scalar:
    """Return (a + b) · a at a = 2, b = 3: a is used at two heights."""
    a, b = Scalar(2.0), Scalar(3.0)
    c = Scalar(5.0, ((a, 1.0), (b, 1.0)))
    return Scalar(10.0, ((c, 2.0), (a, 5.0)))


class Watched(Scalar):
    """A Scalar that does not let itself be visited for ever."""

    visits = 0

    def __getattribute__(self, name: str) -> Any:
        if name == "parents":
            self.visits += 1
            if self.visits > 1000:
                raise TooManyVisits
        return super().__getattribute__(name)


class TooManyVisits(BaseException):
    """Raised by a Watched; no Exception, so that an answer does not catch it by chance."""
