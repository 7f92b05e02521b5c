"""Exercise 3.3 of notebook 03: the way back through a graph."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd.nodes import (
    Scalar,
    TooManyVisits,
    Watched,
    backward,
    chain,
    crossed,
    doubled,
    in_order,
    square_twice,
)


def _backward_with(share: Callable, start: float = 1.0, give: Callable | None = None) -> Callable:
    """Return a backward pass with its own idea of how a share joins what is already there."""

    def wrong(root: Any) -> None:
        total: dict[Any, float] = {root: start}
        for node in reversed(in_order(root)):
            node.grad = (give or _added)(node.grad, total[node])
            for parent, slope in node.parents:
                total[parent] = share(total.get(parent), slope, total[node])

    return wrong


def _added(old: float, new: float) -> float:
    return old + new


def _all_shares(old: float | None, slope: float, flow: float) -> float:
    return (old or 0.0) + slope * flow


def _backward_by_counting(root: Any) -> None:
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


def _backward_through_grad(root: Any) -> None:
    root.grad += 1.0
    for node in reversed(in_order(root)):
        for parent, slope in node.parents:
            parent.grad += slope * node.grad


def _backward_from_the_leaves(root: Any) -> None:
    total = dict.fromkeys(in_order(root), 0.0)
    total[root] = 1.0
    for node in total:
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] += slope * total[node]


def _backward_by_recursion(root: Any) -> None:
    def pass_on(node: Any) -> None:
        for parent, slope in node.parents:
            parent.grad += slope * node.grad
        for parent, _ in node.parents:
            pass_on(parent)

    root.grad += 1.0
    pass_on(root)


def _backward_along_each_path(root: Any, share: float = 1.0) -> None:
    root.grad += share
    for parent, slope in root.parents:
        _backward_along_each_path(parent, slope * share)


def _backward_without_a_start(root: Any) -> None:
    total = {root: 1.0}
    for node in reversed(in_order(root)):
        node.grad += total[node]
        for parent, slope in node.parents:
            total[parent] += slope * total[node]


def _gradients(answer: Callable, make: Callable[[], Scalar], times: int = 1) -> tuple[float, ...]:
    root = make()
    for _ in range(times):
        answer(root)
    return tuple(float(node.grad) for node in in_order(root))


def _visits(answer: Callable) -> str:
    """Say whether the way back through 60 levels of doubling comes to an end."""
    try:
        answer(doubled(60, Watched))
    except TooManyVisits:
        return "nodes are visited again and again, more than a thousand times"
    return "each node is visited a few times"


BACKWARD = Exercise(
    number="3.3",
    title="A share that was lost",
    level="change",
    learned="every share counts: what arrives is added to what is there, and passed on once",
    cases=(
        Case("gradients of x, a, y: y = a + a, a = x · x, at x = 3", (square_twice,), _gradients),
        Case("gradients of x, u, y: y = 3u, u = 3x", (lambda: chain(2),), _gradients),
        Case("gradients of a, b, c, y: y = c · a, c = a + b, a = 2, b = 3", (crossed,), _gradients),
        Case(
            "the first case, with backward called twice: all twice as large",
            (square_twice, 2),
            _gradients,
        ),
        Case("10 levels of doubling", (lambda: doubled(10),), _gradients),
        Case("60 levels of doubling", (), _visits),
    ),
    reference=backward,
    correct=(_backward_by_counting, _backward_with(_all_shares)),
    mistakes=(
        Mistake("the last share wins", _backward_with(lambda old, s, flow: s * flow), given=True),
        Mistake(
            "the first share wins",
            _backward_with(lambda old, s, flow: s * flow if old is None else old),
            "Now the first share stays and the later ones are lost. They have to be added.",
        ),
        Mistake(
            "no sum to add to",
            _backward_without_a_start,
            "The idea is right. But a share cannot be added to a sum that does not exist yet: let "
            "each sum begin at 0.",
        ),
        Mistake(
            "the recursion",
            _backward_by_recursion,
            "This is the recursion that passes on once for each arrow. Keep the walk through "
            "`ancestors`, and look at what happens when a second share arrives.",
        ),
        Mistake(
            "along each path",
            _backward_along_each_path,
            "The gradients are right, but exponentially slow: this walks every path on its own. "
            "Keep the walk through `ancestors`, and gather the shares of a node first.",
        ),
        Mistake(
            "forgets the slope",
            _backward_with(lambda old, s, flow: (old or 0.0) + flow),
            "The shares are added, but what travels along an arrow is the gradient times the "
            "local slope.",
        ),
        Mistake(
            "sets grad",
            _backward_with(_all_shares, give=lambda old, new: new),
            "Called once it is right. Called twice, it forgets the first time: `grad` is added to "
            "as well, as in PyTorch.",
        ),
        Mistake(
            "passes on what earlier calls left",
            _backward_through_grad,
            "Called once it is right. Called twice, the gradients of the first call flow through "
            "the graph again: keep what arrives in this call apart from `grad`.",
        ),
        Mistake(
            "starts at the leaves",
            _backward_from_the_leaves,
            "Nothing arrives at the leaves: they are visited before their shares are. From which "
            "end must the list be walked?",
        ),
        Mistake(
            "starts with 0",
            _backward_with(_all_shares, start=0.0),
            "All is 0, since nothing ever starts to flow: what is dy/dy?",
        ),
    ),
)
