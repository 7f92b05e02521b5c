"""What goes wrong in exercise 6.6 with the gradients of the weight and of X alone."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks.backward_slips import (
    ENTRY_X,
    WEIGHT,
    changed,
    where_it_runs,
)

MISTAKES = (
    # The weight.
    Mistake(
        "a mean for the weight",
        changed(WEIGHT, lambda found, X, weight, grad: found / len(X)),
        "grad_X and grad_bias are right. The matrix product adds up the effects of the "
        "examples, and here its result was divided by their number.",
    ),
    Mistake(
        "the weight turned",
        changed(WEIGHT, lambda found, X, weight, grad: found.T),
        "grad_weight is turned: its shape is (d, C), and the weight's is (C, d).",
    ),
    Mistake(
        "the weight reshaped",
        changed(WEIGHT, lambda found, X, weight, grad: found.T.reshape(found.shape)),
        "grad_weight has the right shape and scrambled contents. Was it reshaped where two axes "
        "had to be exchanged?",
    ),
    Mistake(
        "not turned for the weight",
        where_it_runs(changed(WEIGHT, lambda _, X, weight, grad: grad @ X)),
        "Look at the shapes for grad_weight: (B, C) and (B, d) are there, and (C, d) is wanted. "
        "Which axis has to disappear?",
    ),
    Mistake(
        "a weight for each example",
        changed(WEIGHT, lambda _, X, weight, grad: grad[:, :, None] * X[:, None, :]),
        "grad_weight has a part for each example, (B, C, d). There is one weight for all of them: "
        "what happens to the parts?",
    ),
    Mistake(
        "the weight of the last example",
        changed(WEIGHT, lambda _, X, weight, grad: torch.outer(grad[-1], X[-1])),
        "grad_weight is that of the last example alone: is something written over in a loop?",
    ),
    Mistake(
        "the weight of the first example",
        changed(WEIGHT, lambda _, X, weight, grad: torch.outer(grad[0], X[0])),
        "grad_weight is that of the first example alone: what about the others?",
    ),
    Mistake(
        "entry by entry for the weight",
        where_it_runs(changed(WEIGHT, lambda _, X, weight, grad: grad * X)),
        "For grad_weight, `grad_output` and `X` are multiplied entry by entry. A weight meets "
        "every example: which product adds up over them?",
    ),
    Mistake(
        "the weight without what arrives",
        changed(WEIGHT, lambda _, X, weight, grad: X.sum(dim=0).expand_as(weight)),
        "In grad_weight the features are added up alone. What is `grad_output` for?",
    ),
    Mistake(
        "X for the weight",
        changed(WEIGHT, lambda _, X, weight, grad: X),
        "For grad_weight, X alone came back. The chain rule multiplies it with what arrives.",
    ),
    Mistake(
        "sums before the product",
        changed(WEIGHT, lambda _, X, weight, grad: grad.sum(dim=0)[:, None] * X.sum(dim=0)),
        "For grad_weight, both were added up over the examples before they were multiplied. Which "
        "examples meet in the product then?",
    ),
    Mistake(
        "means before the product",
        changed(WEIGHT, lambda _, X, weight, grad: grad.mean(dim=0)[:, None] * X.mean(dim=0)),
        "For grad_weight, both were averaged over the examples before they were multiplied.",
    ),
    Mistake(
        "minus for the weight",
        changed(WEIGHT, lambda found, X, weight, grad: -found),
        "The sign of grad_weight is turned round. The minus belongs to the step of training.",
    ),
    Mistake(
        "a penalty",
        changed(WEIGHT, lambda found, X, weight, grad: found + weight),
        "The weight itself is added to its gradient, as for a penalty. Is there one here?",
    ),
    Mistake(
        "twice a penalty",
        changed(WEIGHT, lambda found, X, weight, grad: found + 2 * weight),
        "Twice the weight is added to its gradient, as for a penalty. Is there one here?",
    ),
    # X.
    Mistake(
        "a mean for X",
        changed(ENTRY_X, lambda found, X, weight, grad: found / len(X)),
        "The other two are right. grad_X was divided by the number of examples, and each example "
        "has a row of its own.",
    ),
    Mistake(
        "X turned",
        changed(ENTRY_X, lambda found, X, weight, grad: found.T),
        "grad_X is turned: its shape is (d, B), and the shape of X is (B, d).",
    ),
    Mistake(
        "X reshaped",
        changed(ENTRY_X, lambda found, X, weight, grad: found.T.reshape(found.shape)),
        "grad_X has the right shape and scrambled contents. Was it reshaped where two axes had to "
        "be exchanged?",
    ),
    Mistake(
        "turned for X",
        where_it_runs(changed(ENTRY_X, lambda _, X, weight, grad: grad @ weight.T)),
        "Look at the shapes for grad_X: (B, C) from behind, and (B, d) is wanted. Does the "
        "weight, (C, d), have to be turned for that?",
    ),
    Mistake(
        "the way forward again",
        changed(ENTRY_X, lambda _, X, weight, grad: X @ weight.T),
        "The first entry is the way forward, X Wᵀ. The way back starts from `grad_output`.",
    ),
    Mistake(
        "entry by entry for X",
        where_it_runs(changed(ENTRY_X, lambda _, X, weight, grad: grad * weight)),
        "For grad_X, `grad_output` and `weight` are multiplied entry by entry. A feature meets "
        "every output: which product adds up over them?",
    ),
    Mistake(
        "X without what arrives",
        changed(ENTRY_X, lambda _, X, weight, grad: weight.sum(dim=0).expand_as(X)),
        "In grad_X the weights are added up alone. What is `grad_output` for?",
    ),
    Mistake(
        "the weight for X",
        changed(ENTRY_X, lambda _, X, weight, grad: weight),
        "For grad_X, the weight alone came back. The chain rule multiplies it with what arrives.",
    ),
    Mistake(
        "minus for X",
        changed(ENTRY_X, lambda found, X, weight, grad: -found),
        "The sign of grad_X is turned round. Is there a minus in X Wᵀ + b?",
    ),
    Mistake(
        "a slope of tanh",
        changed(ENTRY_X, lambda found, X, weight, grad: found * (1 - X**2)),
        "grad_X was multiplied with the slope of tanh. Is there an activation in this layer?",
    ),
    Mistake(
        "the weight's for X",
        changed(ENTRY_X, lambda _, X, weight, grad: X.T @ grad),
        "For grad_X, `X` itself was used. By what does an output change when X changes?",
    ),
    Mistake(
        "sums before the product, for X",
        changed(ENTRY_X, lambda _, X, weight, grad: grad.sum(1, keepdim=True) * weight.sum(dim=0)),
        "For grad_X, both were added up over the outputs before they were multiplied. Which belong "
        "together?",
    ),
    Mistake(
        "X added",
        changed(ENTRY_X, lambda found, X, weight, grad: found + X),
        "X itself is added to its gradient. What has it to do there?",
    ),
    Mistake(
        "X summed",
        changed(ENTRY_X, lambda found, X, weight, grad: found.sum(dim=0)),
        "grad_X was added up over the examples. Does each example not have features of its own?",
    ),
    Mistake(
        "X averaged",
        changed(ENTRY_X, lambda found, X, weight, grad: found.mean(dim=0)),
        "grad_X was averaged over the examples. Does each example not have features of its own?",
    ),
)
