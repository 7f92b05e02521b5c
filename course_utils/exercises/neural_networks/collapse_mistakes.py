"""What goes wrong in exercise 6.1 of notebook 06, and what to ask then."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks import collapse_biases
from course_utils.exercises.neural_networks import collapse_slips as slips
from course_utils.exercises.neural_networks.collapse_slips import (
    Collapse,
    loop,
    made,
    right,
    weight_of,
    where_it_runs,
)


def mistakes(collapse: Collapse) -> tuple[Mistake, ...]:
    """Return the known mistakes; `collapse` is the solution."""
    return (
        *collapse_biases.MISTAKES,
        Mistake(
            "two layers only",
            loop(right, last=2),
            "Only the first two layers have their say. What about more: is the `return` inside the "
            "loop?",
        ),
        Mistake(
            "first and last layer",
            slips.first_and_last,
            "The layers between the first and the last are left out.",
        ),
        Mistake(
            "the first layer twice",
            where_it_runs(loop(right, first=0)),
            "The first layer is passed twice: the start holds it already. With which layer should "
            "the loop begin?",
        ),
        Mistake(
            "no last layer",
            loop(right, last=-1),
            "The last layer is left out: where does the loop end?",
        ),
        Mistake(
            "no second layer",
            where_it_runs(loop(right, first=2)),
            "The second layer is left out: where does the loop begin?",
        ),
        Mistake(
            "the other order",
            where_it_runs(weight_of(lambda W, b, Wk, bk: (W @ Wk, b))),
            "The weights are multiplied in the order of the list. Which of W2 and W1 meets x "
            "first, and so stands next to it?",
        ),
        Mistake(
            "turned weights",
            where_it_runs(weight_of(lambda W, b, Wk, bk: (Wk.T @ W, b))),
            "Each later weight is turned here. Does W2 (W1 x) need that?",
        ),
        Mistake(
            "both turned",
            where_it_runs(weight_of(lambda W, b, Wk, bk: (W.T @ Wk.T, b))),
            "Both weights are turned before they are multiplied, and so the result is turned, too.",
        ),
        Mistake(
            "entry by entry",
            where_it_runs(weight_of(lambda W, b, Wk, bk: (Wk * W, b))),
            "The weights are multiplied entry by entry: `*` is not the matrix product.",
        ),
        Mistake(
            "adds the weights",
            where_it_runs(weight_of(lambda W, b, Wk, bk: (Wk + W, b))),
            "The weights are added here. What becomes of x on its way through two of them?",
        ),
        Mistake(
            "the first weight",
            weight_of(lambda W, b, Wk, bk: (W, b)),
            "The weight is still the first one: what do the later layers do to it?",
        ),
        Mistake(
            "the last weight",
            weight_of(lambda W, b, Wk, bk: (Wk, b)),
            "The weight is the last one alone: where are those before it?",
        ),
        Mistake(
            "the weight turned",
            made(collapse, lambda W, b: (W.T, b)),
            "The bias is right. The weight is turned: (in, out) in place of (out, in).",
        ),
        Mistake(
            "a column for the bias",
            made(collapse, lambda W, b: (W, b[:, None])),
            "The numbers are right. The bias is a column here: how many axes has it in the task?",
        ),
        Mistake(
            "a row for the bias",
            made(collapse, lambda W, b: (W, b[None])),
            "The numbers are right. The bias has one axis too many: which shape has the task?",
        ),
        Mistake(
            "bias and weight",
            made(collapse, lambda W, b: (b, W)),
            "Weight and bias stand in the place of each other.",
        ),
        Mistake(
            "the weight alone",
            made(collapse, lambda W, b: W),
            "The weight is right, and it came alone. Asked for is a tuple of weight and bias.",
        ),
        Mistake(
            "the bias alone",
            made(collapse, lambda W, b: b),
            "The bias is right, and it came alone. Asked for is a tuple of weight and bias.",
        ),
        Mistake(
            "writes into the biases",
            slips.changes_biases,
            "The caller's biases came back changed: `+=` writes into the tensor that was given.",
        ),
        Mistake(
            "writes into the weights",
            slips.changes_weights,
            "The caller's weights came back changed: `*=` and methods that end in _ write into the "
            "tensor that was given.",
        ),
        Mistake(
            "writes into both",
            slips.changes_both,
            "The caller's weights and biases came back changed: which lines write into tensors?",
        ),
    )
