"""What goes wrong in exercise 6.1 of notebook 06, and what to ask then."""

from __future__ import annotations

from typing import Any

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks import solutions

RIGHT = solutions.count_and_shapes


def _count(name: str, count: int, hint: str) -> Mistake:
    return Mistake(name, (count, *RIGHT[1:]), f"The shapes are right. {hint}")


def _weight(name: str, shape: Any, hint: str) -> Mistake:
    return Mistake(name, (RIGHT[0], shape, RIGHT[2]), f"The count and the output are right. {hint}")


def _output(name: str, shape: Any, hint: str) -> Mistake:
    return Mistake(name, (*RIGHT[:2], shape), f"The count and the weight are right. {hint}")


MISTAKES = (
    _count(
        "no biases",
        49,
        "Only weights are counted. What else does a layer add to its outputs?",
    ),
    _count(
        "one bias for each layer",
        51,
        "The count has one bias for each layer; how many outputs does a layer have, and may "
        "two of them share a bias?",
    ),
    _count(
        "no biases behind the last layer",
        56,
        "The last layer is counted without its biases. What is missing?",
    ),
    _count(
        "no biases behind the hidden layer",
        52,
        "The hidden layer is counted without its biases. Has only the last layer some?",
    ),
    _count(
        "one bias for each input",
        60,
        "Here each layer has one bias for each input. To what does a layer add its biases?",
    ),
    _count(
        "biases for the inputs too",
        63,
        "The inputs were counted with biases of their own: but the input is no layer.",
    ),
    _count("twice the biases", 69, "The biases are counted twice."),
    _count(
        "the biases alone",
        10,
        "These are the biases alone. Where are the weights?",
    ),
    _count(
        "the first layer alone",
        35,
        "This is the first layer alone, weights and biases. How many layers are there?",
    ),
    _count(
        "the second layer alone",
        24,
        "This is the second layer alone, weights and biases. How many layers are there?",
    ),
    _count(
        "the first weight alone",
        28,
        "This counts the first weight alone. What else belongs to the parameters?",
    ),
    _count(
        "the second weight alone",
        21,
        "This counts the second weight alone. What else belongs to the parameters?",
    ),
    _count(
        "multiplies the sizes",
        84,
        "All three sizes were multiplied. Which two sizes does one weight have?",
    ),
    _count(
        "counts units",
        14,
        "This counts units, those of the input too. Asked for is how many numbers the "
        "parameters hold.",
    ),
    _count(
        "counts tensors",
        4,
        "There are 4 tensors among the parameters. Asked for is how many numbers they hold.",
    ),
    _count(
        "counts layers",
        2,
        "There are 2 layers. Asked for is how many numbers their parameters hold.",
    ),
    _count(
        "three layers",
        79,
        "The sizes are widths, from the inputs to the outputs: how many layers lie between "
        "three widths?",
    ),
    _count(
        "once for each example",
        64 * 59,
        "The parameters are counted once for each example. Does a network have other weights "
        "for another batch?",
    ),
    _weight(
        "inputs first",
        (7, 3),
        "Which comes first in the shape of a weight, in `nn.Linear`?",
    ),
    _weight("the first weight", (7, 4), "This is the shape of the first weight."),
    _weight(
        "the first weight, inputs first",
        (4, 7),
        "This looks like the first weight. Between which two widths does the second one stand, "
        "and which comes first in `nn.Linear`?",
    ),
    _weight("the second bias", (3,), "This is the shape of a bias. How many axes has a weight?"),
    _weight("the first bias", (7,), "This is the shape of the first layer's bias."),
    _weight(
        "a column for the bias",
        (3, 8),
        "Does `nn.Linear` keep its bias in the weight, or in a tensor of its own?",
    ),
    _weight("from input to output", (3, 4), "Here the hidden layer has been skipped."),
    _weight("the size of the weight", 21, "This is how many numbers it holds: which shape?"),
    _output(
        "output of the hidden layer",
        (64, 7),
        "This comes out of the hidden layer: is the network finished there?",
    ),
    _output(
        "shape of the batch",
        (64, 4),
        "This is what went in. How many numbers does the last layer put out for an example?",
    ),
    _output(
        "output turned",
        (3, 64),
        "The output has a row for each example, as the input has.",
    ),
    _output(
        "one output for all examples",
        (3,),
        "How many examples went in, and does any layer put them together?",
    ),
    _output(
        "one row of outputs",
        (1, 3),
        "This would be the output for one example: how many examples went in?",
    ),
    _output(
        "one output for each example",
        (64, 1),
        "How many numbers does the last layer put out for an example?",
    ),
    _output(
        "the examples alone",
        (64,),
        "How many numbers does the network put out for each of them, and so how many axes are "
        "there?",
    ),
    _output("the width alone", 3, "This is the width of the last layer. What is a shape?"),
    _output("the size of the output", 192, "This is how many numbers there are: which shape?"),
    Mistake(
        "the pattern of the text",
        (10, (2, 3), (5, 6)),
        "This is the pattern from the text. Which numbers belong to this network?",
    ),
)
