"""What goes wrong with the bias in exercise 6.1 of notebook 06, and what to ask then."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks.collapse_slips import (
    bias_of,
    biases_one_late,
    first_and_last_bias,
    first_through_all,
    last_two_biases,
    loop,
    right,
    where_it_runs,
    without_the_first,
    without_the_first_of_many,
)

MISTAKES = (
    Mistake(
        "the last bias only",
        bias_of(lambda W, b, Wk, bk: (W, bk)),
        "The weight is right. The bias of an earlier layer goes through all later weights: "
        "what does W2 (W1 x + b1) + b2 contain besides b2?",
    ),
    Mistake(
        "adds the biases",
        where_it_runs(bias_of(lambda W, b, Wk, bk: (W, b + bk))),
        "The biases were added up as they are. Which layers does the first bias still have to "
        "pass before it meets the last?",
    ),
    Mistake(
        "adds the biases where their shapes agree",
        bias_of(lambda W, b, Wk, bk: (W, b + bk if b.shape == bk.shape else bk)),
        "The weight is right. The biases were added up, or left out, as they are. Which layers "
        "does the first bias still have to pass before it meets the last?",
    ),
    Mistake(
        "the first bias only",
        bias_of(lambda W, b, Wk, bk: (W, b)),
        "The weight is right. The bias is still that of the first layer: what do the later "
        "layers do to it?",
    ),
    Mistake(
        "no later bias",
        bias_of(lambda W, b, Wk, bk: (W, Wk @ b)),
        "The weight is right. The first bias passes the later weights. And what does each "
        "later layer add of its own?",
    ),
    Mistake(
        "no first bias",
        without_the_first,
        "The weight is right. The first bias is lost: with what does the sum of the biases start?",
    ),
    Mistake(
        "no first bias, where there are more",
        without_the_first_of_many,
        "The weight is right. The first bias is lost where there is more than one layer: "
        "which weights does it pass?",
    ),
    Mistake(
        "the last two biases",
        last_two_biases,
        "The weight is right. The bias of the layer before passes the last weight. And the "
        "biases of the layers further in front?",
    ),
    Mistake(
        "the bias before the weight",
        where_it_runs(bias_of(lambda W, b, Wk, bk: (W, Wk @ (b + bk)))),
        "The weight is right. Here a layer adds its bias before it multiplies. What does it do "
        "first?",
    ),
    Mistake(
        "takes biases off",
        bias_of(lambda W, b, Wk, bk: (W, Wk @ b - bk)),
        "The weight is right. The biases are taken off here: which sign have they in a layer?",
    ),
    Mistake(
        "the bias through the product",
        where_it_runs(bias_of(lambda W, b, Wk, bk: (Wk @ W, Wk @ W @ b + bk))),
        "Here the bias goes through the product of all weights so far. Which weights has the "
        "bias of a layer still to pass?",
    ),
    Mistake(
        "the bias through its own weight",
        where_it_runs(bias_of(lambda W, b, Wk, bk: (W, Wk @ bk + b))),
        "The weight is right. Of the two biases, here the later one goes through the weight. "
        "Which of them stands before it in the chain?",
    ),
    Mistake(
        "the bias through the turned weight",
        where_it_runs(bias_of(lambda W, b, Wk, bk: (W, b @ Wk + bk))),
        "The weight is right. For the bias, the weights are turned: does W stand before b, or "
        "behind it?",
    ),
    Mistake(
        "the first and the last bias",
        first_and_last_bias,
        "The weight is right. The first bias and the last have their say. And the biases of the "
        "layers between?",
    ),
    Mistake(
        "the biases one late",
        where_it_runs(biases_one_late),
        "The weight is right. The biases come one layer late: which bias goes with which weight?",
    ),
    Mistake(
        "all weights and the last bias",
        where_it_runs(first_through_all),
        "The weight is right. The first bias goes through the product of all weights. Has it not "
        "passed the first layer already?",
    ),
    Mistake(
        "later biases twice",
        bias_of(lambda W, b, Wk, bk: (W, Wk @ b + 2 * bk)),
        "The weight is right. Each later bias is added twice.",
    ),
    Mistake(
        "an activation",
        bias_of(lambda W, b, Wk, bk: (W, torch.tanh(Wk @ b + bk))),
        "The weight is right. The bias goes through tanh on its way. Is there an activation in "
        "this chain?",
    ),
    Mistake(
        "all biases in one number",
        lambda weights, biases: (
            loop(right)(weights, biases)[0],
            torch.cat(list(biases)).sum(),
        ),
        "The weight is right. All biases were added up to one number. The result has one bias for "
        "each output: which weights does the first bias pass on its way there?",
    ),
    Mistake(
        "one number for the bias",
        lambda weights, biases: (
            loop(right)(weights, biases)[0],
            loop(right)(weights, biases)[1].sum(),
        ),
        "The weight is right. The bias is a single number here: how many outputs has the layer?",
    ),
)
