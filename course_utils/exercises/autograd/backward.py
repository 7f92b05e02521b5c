"""Exercise 3.3 of notebook 03: the way back through a graph."""

from __future__ import annotations

from collections.abc import Callable

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd import solutions
from course_utils.exercises.autograd.astray import in_graphs
from course_utils.exercises.autograd.backward_mistakes import MORE_MISTAKES
from course_utils.exercises.autograd.nodes import (
    Scalar,
    TooManyVisits,
    Watched,
    chain,
    crossed,
    doubled,
    in_order,
    square_twice,
)
from course_utils.exercises.autograd.passes import (
    backward_with,
    by_counting,
    without_a_start,
    zeros,
)
from course_utils.exercises.autograd.walks import WALKS
from course_utils.exercises.families import saying


def _gradients(
    answer: Callable, make: Callable[[], Scalar], times: int = 1
) -> tuple[float, ...] | str:
    root = make()
    nodes = in_order(root)
    values = [(node.val, list(node.parents)) for node in nodes]
    for _ in range(times):
        answer(root)
    if [(node.val, list(node.parents)) for node in nodes] != values:
        return "a graph with other values or parents than before"
    return tuple(float(node.grad) for node in nodes)


def _visits(answer: Callable) -> str:
    """Say whether the way back through 60 levels of doubling comes to an end."""
    try:
        answer(doubled(60, Watched))
    except TooManyVisits:
        return "nodes are visited again and again, more than a thousand times"
    return "each node is visited a few times"


def _depth(answer: Callable) -> float | str:
    """Return the gradient at the far end of a long chain whose slopes are all 1."""
    root = chain(4000, slope=1.0)
    leaf = in_order(root)[0]
    try:
        answer(root)
    except RecursionError:
        return "RecursionError: the chain is too long for a recursion"
    return float(leaf.grad)


_FAMILIES = {
    "a leaf": "Already a number without any parents gets another gradient than 1: what is dy/dy?",
    "single arrows": "Already in y = 3u, u = 3x, where each node is used once, something is off. "
    "What travels along a single arrow?",
    "two arrows to one node": "Where each node is used once all is well. In x · x two arrows lead "
    "to one node: is one of them lost, or counted in another way?",
    "two arrows on two levels": "One level of x · x is fine, a second one is not: what does a node "
    "pass on, all that has arrived, or a part of it?",
    "two heights": "It goes wrong where a node is used at two heights: has everything arrived "
    "there before it passes on?",
    "a second call": "One call is fine, and a second one is not: what has the first one left "
    "behind?",
}

BACKWARD = Exercise(
    number="3.3",
    name="backward_to_mend",
    title="A share that was lost",
    level="change",
    hints=(
        "Two arrows lead from a to y in y = a + a, so a gets two shares. Follow the inner loop by "
        "hand for this y: what stands in `total` for a after the first share, and what after the "
        "second?",
        "Only the last line has to change: it writes over what was there. The method `backward` in "
        "section 3.8 adds instead. It may, because there each sum begins at 0; here `total` holds "
        "nothing but `root` at first.",
        "Ask the dictionary for the sum so far: `total.get(parent, 0.0)` is what stands there, or "
        "0.0 if there is nothing yet. The new share comes on top of it.",
    ),
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
        Case("the gradient at the end of a chain of 4,000 nodes, slopes 1", (), _depth),
        Case("graphs, from simple ones to tangled ones", (), in_graphs),
    ),
    reference=solutions.backward_to_mend,
    correct=(
        by_counting,
        backward_with(),
        backward_with(
            lambda total, parent, slope, node: total[parent] + slope * total[node],
            begin=lambda root: zeros(root) | {root: 1.0},
        ),
    ),
    mistakes=(
        Mistake(
            "the last share wins",
            backward_with(lambda total, parent, slope, node: slope * total[node]),
            given=True,
        ),
        Mistake(
            "the first share wins",
            backward_with(
                lambda total, parent, slope, node: total.get(parent, slope * total[node])
            ),
            "Now the first share stays and the later ones are lost. They have to be added.",
        ),
        Mistake(
            "the first share is lost",
            backward_with(
                lambda total, parent, slope, node: (
                    total[parent] + slope * total[node] if parent in total else 0.0
                )
            ),
            "Now the first share of each node is lost. What should a node have after its first "
            "share?",
        ),
        Mistake(
            "no sum to add to",
            without_a_start,
            "A node has no sum yet when one is needed: let each sum begin at 0, and see to it that "
            "a share goes to the parent.",
        ),
        Mistake(
            "each sum begins at 1",
            backward_with(
                lambda total, parent, slope, node: total.get(parent, 1.0) + slope * total[node]
            ),
            "Each sum is too large before anything arrives: with what should it begin? Only one "
            "node begins with 1.",
        ),
        Mistake(
            "calls backward",
            lambda root: root.backward(),
            "The method `backward` is what this function replaces. Here the Scalars have none: "
            "walk through the nodes yourself.",
        ),
        *WALKS,
        *MORE_MISTAKES,
        *(saying(solutions.backward_to_mend, place, hint) for place, hint in _FAMILIES.items()),
    ),
)
