"""What goes wrong in exercise 6.6 of notebook 06, and what to ask then."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks import backward_parts
from course_utils.exercises.neural_networks.backward_slips import (
    BIAS,
    averaged,
    changed,
    every,
    only_example,
    order,
    where_it_runs,
)

MISTAKES = (
    Mistake(
        "averages all three",
        every(lambda found, X, weight, grad: found / len(X)),
        "All three were divided by the number of examples. If J is a mean, its 1/B is in "
        "`grad_output` already.",
    ),
    Mistake(
        "averages over the examples",
        averaged,
        "The gradients of weight and bias were divided by the number of examples. If J is a "
        "mean, its 1/B is in `grad_output` already: what happens to the effects of several "
        "examples?",
    ),
    Mistake(
        "without what arrives",
        where_it_runs(
            lambda X, weight, grad: (
                weight.sum(dim=0).expand_as(X),
                X.sum(dim=0).expand_as(weight),
                torch.full((len(weight),), float(len(X))),
            )
        ),
        "This is the way back of the plain sum of all outputs. What is `grad_output` for?",
    ),
    Mistake(
        "all twice",
        every(lambda found, X, weight, grad: 2 * found),
        "All three are twice too large. There is no square in this layer: where does a 2 come "
        "from?",
    ),
    Mistake(
        "all turned round",
        every(lambda found, X, weight, grad: -found),
        "The signs of all three are turned round. Is there a minus in X Wᵀ + b?",
    ),
    Mistake(
        "the last example alone",
        only_example(-1),
        "grad_X is right. The gradients of weight and bias are those of the last example alone: "
        "is something written over in a loop?",
    ),
    Mistake(
        "the first example alone",
        only_example(0),
        "grad_X is right. The gradients of weight and bias are those of the first example alone: "
        "what about the others?",
    ),
    Mistake(
        "X last",
        order(1, 2, 0),
        "The three stand in another order: X, weight, bias is asked for.",
    ),
    Mistake(
        "weight first",
        order(1, 0, 2),
        "The first two have changed places.",
    ),
    Mistake("bias first", order(2, 1, 0), "The three stand in reverse order."),
    Mistake("bias second", order(0, 2, 1), "The last two have changed places."),
    Mistake(
        "grad_X alone",
        lambda X, weight, grad_output: grad_output @ weight,
        "grad_X is right, and it came alone. Three gradients are asked for, in a tuple.",
    ),
    Mistake(
        "no gradient in X and weight",
        lambda X, weight, grad_output: (None, None, grad_output.sum(dim=0)),
        "The first two are None: do X and weight ask for a gradient?",
    ),
    # The bias.
    Mistake(
        "a bias for each example",
        changed(BIAS, lambda _, X, weight, grad: grad),
        "grad_X and grad_weight are right. There is one bias for all examples, so its gradient "
        "has the shape (C,).",
    ),
    Mistake(
        "a bias summed over outputs",
        changed(BIAS, lambda _, X, weight, grad: grad.sum(dim=1)),
        "grad_X and grad_weight are right. The sum for the bias runs along the outputs here: "
        "which axis counts the examples?",
    ),
    Mistake(
        "a mean for the bias",
        changed(BIAS, lambda found, X, weight, grad: grad.mean(dim=0)),
        "grad_X and grad_weight are right. The bias reaches every example: do its effects add "
        "up, or average?",
    ),
    Mistake(
        "ones for the bias",
        changed(BIAS, lambda found, X, weight, grad: torch.ones_like(found)),
        "grad_X and grad_weight are right. The slope of an output by its bias is 1; the chain "
        "rule multiplies it with what arrives from behind.",
    ),
    Mistake(
        "the count for the bias",
        changed(BIAS, lambda found, X, weight, grad: torch.full_like(found, len(X))),
        "grad_X and grad_weight are right. The bias has B ones added up; the chain rule "
        "multiplies each with its part of `grad_output`.",
    ),
    Mistake(
        "one number for the bias",
        changed(BIAS, lambda _, X, weight, grad: grad.sum()),
        "grad_X and grad_weight are right. A single number came out for the bias; there is one "
        "bias for each output.",
    ),
    Mistake(
        "one mean for the bias",
        changed(BIAS, lambda _, X, weight, grad: grad.mean()),
        "grad_X and grad_weight are right. A single number came out for the bias, a mean over "
        "everything; there is one bias for each output.",
    ),
    Mistake(
        "a row for the bias",
        changed(BIAS, lambda found, X, weight, grad: found[None]),
        "All numbers are right. The gradient of the bias has one axis too many: (1, C) in "
        "place of (C,).",
    ),
    Mistake(
        "a column for the bias",
        changed(BIAS, lambda found, X, weight, grad: found[:, None]),
        "All numbers are right. The gradient of the bias is a column: (C, 1) in place of (C,).",
    ),
    Mistake(
        "the bias of the last example",
        changed(BIAS, lambda _, X, weight, grad: grad[-1]),
        "grad_X and grad_weight are right. The bias has heard of the last example alone: what "
        "about the others?",
    ),
    Mistake(
        "the bias of the first example",
        changed(BIAS, lambda _, X, weight, grad: grad[0]),
        "grad_X and grad_weight are right. The bias has heard of the first example alone.",
    ),
    Mistake(
        "the largest for the bias",
        changed(BIAS, lambda _, X, weight, grad: grad.max(dim=0).values),
        "grad_X and grad_weight are right. For the bias the largest part was taken: and the "
        "other parts?",
    ),
    Mistake(
        "minus for the bias",
        changed(BIAS, lambda found, X, weight, grad: -found),
        "The sign of grad_bias is turned round. The minus belongs to the step of training.",
    ),
    *backward_parts.MISTAKES,
)
