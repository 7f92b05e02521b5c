"""Ways back through a graph, right ones and wrong ones, for exercise 3.3 of notebook 03."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.exercises.autograd.nodes import in_order

Sums = dict[Any, float]
Share = Callable[[Sums, Any, float, Any], float]  # of the sums, a parent, its slope and the node


def added(total: Sums, parent: Any, slope: float, node: Any) -> float:
    """Return the new sum of a parent: what is there and this share."""
    return total.get(parent, 0.0) + slope * total[node]


def backward_with(
    share: Share = added,
    give: Callable[[Any, float, Any], float] = lambda node, sum_, root: node.grad + sum_,
    begin: Callable[[Any], Sums] = lambda root: {root: 1.0},
    arrows: Callable[[Any], Any] = lambda node: node.parents,
    order: Callable[[Any], list[Any]] = lambda root: in_order(root)[::-1],
) -> Callable[[Any], None]:
    """Return a backward pass, right but for what is handed in.

    `share` is the new sum of a parent, `give` the new grad of a node, `begin` the sums at the
    start, `arrows` the arrows of a node, `order` the nodes in the order of the walk.
    """

    def walk(root: Any) -> None:
        total = begin(root)
        for node in order(root):
            node.grad = give(node, total[node], root)
            for parent, slope in arrows(node):
                total[parent] = share(total, parent, slope, node)

    return walk


def zeros(root: Any) -> Sums:
    """Return a sum of 0 for each node."""
    return dict.fromkeys(in_order(root), 0.0)


def by_counting(root: Any) -> None:
    """Pass on as soon as all results that use a node are done, counted beforehand."""
    waiting: dict[Any, int] = {}
    for node in in_order(root):
        for parent, _ in node.parents:
            waiting[parent] = waiting.get(parent, 0) + 1
    total, ready = {root: 1.0}, [root]
    while ready:
        node = ready.pop()
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] = total.get(parent, 0.0) + slope * total[node]
            waiting[parent] -= 1
            if not waiting[parent]:
                ready.append(parent)


def through_grad(root: Any, start: Callable[[float], float] = lambda old: old + 1.0) -> None:
    """Let the shares flow through `grad` itself."""
    root.grad = start(root.grad)
    for node in reversed(in_order(root)):
        for parent, slope in node.parents:
            parent.grad += slope * node.grad


def by_recursion(root: Any, at_once: bool = False, start: float | None = None) -> None:
    """Pass on once for each arrow: after all shares of a node are given, or after each of them."""

    def pass_on(node: Any) -> None:
        for parent, slope in node.parents:
            parent.grad += slope * node.grad
            if at_once:
                pass_on(parent)
        if not at_once:
            for parent, _ in node.parents:
                pass_on(parent)

    root.grad = root.grad + 1.0 if start is None else start
    pass_on(root)


def along_each_path(root: Any, share: float = 1.0) -> None:
    """Walk every path on its own."""
    root.grad += share
    for parent, slope in root.parents:
        along_each_path(parent, slope * share)


def along_each_path_with_a_list(root: Any) -> None:
    """Walk every path on its own, without a recursion."""
    waiting = [(root, 1.0)]
    while waiting:
        node, flow = waiting.pop()
        node.grad += flow
        waiting += [(parent, slope * flow) for parent, slope in node.parents]


def without_a_start(root: Any) -> None:
    """Add to sums that do not exist."""
    total = {root: 1.0}
    for node in reversed(in_order(root)):
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] += slope * total[node]


def given_twice(root: Any) -> None:
    """Add each share to `grad` as it arrives, and the whole sum once more."""
    total = {root: 1.0}
    for node in reversed(in_order(root)):
        node.grad += total[node]
        for parent, slope in node.parents:
            parent.grad += slope * total[node]
            total[parent] = added(total, parent, slope, node)


def listed_by_recursion(root: Any) -> None:
    """Do all well, with a list of the nodes that a recursion makes."""
    total: Sums = {}

    def visit(node: Any) -> None:
        if node not in total:
            for parent, _ in node.parents:
                visit(parent)
            total[node] = 0.0

    visit(root)
    total[root] = 1.0
    for node in reversed(total):
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] += slope * total[node]


def cutting(root: Any) -> None:
    """Take the graph apart on the way."""
    total = {root: 1.0}
    for node in reversed(in_order(root)):
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] = added(total, parent, slope, node)
        node.parents = ()
