"""More mistakes for exercise 3.3 of notebook 03: sums, slopes, arrows and grads gone wrong."""

from __future__ import annotations

import functools

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.nodes import in_order
from course_utils.exercises.autograd.passes import (
    backward_with,
    cutting,
    given_twice,
    through_grad,
    zeros,
)

SHARES = (
    Mistake(
        "forgets the slope",
        backward_with(lambda total, parent, slope, node: total.get(parent, 0.0) + total[node]),
        "The shares are added, but what travels along an arrow is the gradient times the "
        "local slope.",
    ),
    Mistake(
        "forgets the gradient",
        backward_with(lambda total, parent, slope, node: total.get(parent, 0.0) + slope),
        "Only the local slopes are added. What of the gradient of the node itself, which travels "
        "along the arrow?",
    ),
    Mistake(
        "adds slope and gradient",
        backward_with(
            lambda total, parent, slope, node: total.get(parent, 0.0) + slope + total[node]
        ),
        "Along an arrow the gradient and the local slope are added here. What does the chain rule "
        "do with the two?",
    ),
    Mistake(
        "multiplies the whole sum",
        backward_with(
            lambda total, parent, slope, node: (total.get(parent, 0.0) + slope) * total[node]
        ),
        "Here the brackets reach too far: the sum that is there already is multiplied as well.",
    ),
    Mistake(
        "the sum of the node",
        backward_with(
            lambda total, parent, slope, node: total.get(node, 0.0) + slope * total[node]
        ),
        "To whose sum is the share added? It is the parent's that grows.",
    ),
    Mistake(
        "multiplies the shares",
        backward_with(
            lambda total, parent, slope, node: total.get(parent, 1.0) * slope * total[node]
        ),
        "The shares of a node are multiplied here. Slopes are multiplied along one way; what "
        "happens where two ways meet?",
    ),
    Mistake(
        "the value in place of the gradient",
        backward_with(lambda total, parent, slope, node: total.get(parent, 0.0) + slope * node.val),
        "`val` is what came out on the way forward. What travels back along an arrow?",
    ),
    Mistake(
        "the value of the parent as well",
        backward_with(
            lambda total, parent, slope, node: (
                total.get(parent, 0.0) + slope * parent.val * total[node]
            )
        ),
        "The value of the parent is a factor too many: the local slope holds it already where it "
        "matters.",
    ),
    Mistake(
        "subtracts the shares",
        backward_with(
            lambda total, parent, slope, node: total.get(parent, 0.0) - slope * total[node]
        ),
        "The signs change from level to level: are the shares subtracted?",
    ),
    Mistake(
        "one arrow for each parent",
        backward_with(arrows=lambda node: dict(node.parents).items()),
        "In x · x two arrows lead to the same parent, and they count like one: is one of them lost "
        "(as in a dict or a set), or each halved?",
    ),
    Mistake(
        "the first arrow only",
        backward_with(arrows=lambda node: node.parents[:1]),
        "Only the first operand of each node gets a share. Is something left early, or an index "
        "too much?",
    ),
)

GRADS = (
    Mistake(
        "sets grad",
        backward_with(give=lambda node, sum_, root: sum_),
        "Called once it is right. Called twice, it forgets the first time: `grad` is added to "
        "as well, as in PyTorch.",
    ),
    Mistake(
        "sets grad of the root",
        backward_with(give=lambda node, sum_, root: 1.0 if node is root else node.grad + sum_),
        "Called twice, the root forgets the first time: its `grad` is added to like all others.",
    ),
    Mistake(
        "passes on what earlier calls left",
        through_grad,
        "Called once it is right. Called twice, the gradients of the first call flow through "
        "the graph again: keep what arrives in this call apart from `grad`.",
    ),
    Mistake(
        "passes on what earlier calls left, and sets the root",
        functools.partial(through_grad, start=lambda old: 1.0),
        "Called once it is right. In a second call the gradients of the first go along the arrows "
        "again. Keep sums of this call apart from `grad`.",
    ),
    Mistake(
        "gives twice",
        given_twice,
        "`grad` gets every share twice: when it arrives, and once more with the sum.",
    ),
    Mistake(
        "leaves the root out",
        backward_with(give=lambda node, sum_, root: node.grad + (sum_ if node is not root else 0)),
        "The root's own gradient is missing: what is dy/dy?",
    ),
    Mistake(
        "leaves only",
        backward_with(give=lambda node, sum_, root: node.grad + (0 if node.parents else sum_)),
        "Only the leaves get their gradient. In this exercise every node keeps its own.",
    ),
    Mistake(
        "no leaves",
        backward_with(give=lambda node, sum_, root: node.grad + (sum_ if node.parents else 0)),
        "The nodes without parents get nothing: they are what the whole walk is for.",
    ),
    Mistake(
        "subtracts from grad",
        backward_with(give=lambda node, sum_, root: node.grad - sum_),
        "Every sign is turned around: is something subtracted that should be added?",
    ),
    Mistake(
        "starts with the value",
        backward_with(begin=lambda root: {root: root.val}),
        "Everything is too large by the same factor. With what does the flow start at the root: "
        "what is dy/dy?",
    ),
    Mistake(
        "starts with 0",
        backward_with(begin=lambda root: {root: 0.0}),
        "All is 0, since nothing ever starts to flow: what is dy/dy?",
    ),
    Mistake(
        "starts at the leaves",
        backward_with(begin=lambda root: zeros(root) | {root: 1.0}, order=in_order),
        "Only the root gets its gradient. From which end must the list be walked? And does the "
        "loop go on after the first node?",
    ),
    Mistake(
        "starts at the leaves, without sums",
        backward_with(order=in_order),
        "The first node of this walk has no sum yet, because nothing has arrived there. From which "
        "end must the list be walked?",
    ),
    Mistake(
        "the root has no sum",
        backward_with(begin=lambda root: {}),
        "The walk begins at the root, and `total` has nothing for it: what flows there at first?",
    ),
    Mistake(
        "cuts the graph",
        cutting,
        "After the walk the graph is another one: values or parents have changed. Only `grad` may "
        "change.",
    ),
)

MORE_MISTAKES = SHARES + GRADS
