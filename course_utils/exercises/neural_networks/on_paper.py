"""Exercises 6.1 and 6.6 of notebook 06: counting parameters, and the best constant of a loss."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake

COUNT_AND_SHAPES = Exercise(
    number="6.1",
    title="Count and shapes",
    level="read",
    learned="one row of weights for each output, one bias each; examples come first",
    cases=(Case("sizes 4, 7, 3 and a batch (64, 4): count, second weight, output"),),
    reference=(59, (3, 7), (64, 3)),
    correct=([59, [3, 7], [64, 3]], (59, torch.Size([3, 7]), torch.Size([64, 3]))),
    mistakes=(
        Mistake(
            "no biases",
            (49, (3, 7), (64, 3)),
            "The shapes are right, and 49 numbers are weights. What else does a layer add to its "
            "outputs?",
        ),
        Mistake(
            "one bias for each layer",
            (51, (3, 7), (64, 3)),
            "The shapes are right. The count has one bias for each layer; how many outputs does a "
            "layer have, and may two of them share a bias?",
        ),
        Mistake(
            "no biases behind the last layer",
            (56, (3, 7), (64, 3)),
            "The shapes are right. The last layer is counted without its biases. What is missing?",
        ),
        Mistake(
            "inputs first",
            (59, (7, 3), (64, 3)),
            "The count and the output are right. Which comes first in the shape of a weight, in "
            "`nn.Linear`?",
        ),
        Mistake(
            "the first weight",
            (59, (7, 4), (64, 3)),
            "The count and the output are right. This is the shape of the first weight.",
        ),
        Mistake(
            "output of the hidden layer",
            (59, (3, 7), (64, 7)),
            "The count and the weight are right. (64, 7) comes out of the hidden layer: is the "
            "network finished there?",
        ),
        Mistake(
            "output turned",
            (59, (3, 7), (3, 64)),
            "The count and the weight are right. The output has a row for each example, as the "
            "input has.",
        ),
        Mistake(
            "one output for all examples",
            (59, (3, 7), (3,)),
            "The count and the weight are right. How many examples went in, and does any layer "
            "put them together?",
        ),
        Mistake(
            "no biases, inputs first",
            (49, (7, 3), (64, 3)),
            "The output is right. The count lacks the biases, and a weight has its outputs first.",
        ),
    ),
)


BEST_CONSTANTS = Exercise(
    number="6.6",
    title="The best constant",
    level="read",
    learned="squares lead to the mean, sizes to the median, however far away an outlier lies",
    cases=(Case("2, 3, 3, 4 and 38 °C: the best constant by squares, then by sizes"),),
    reference=(10.0, 3.0),
    correct=([10, 3], (torch.tensor(10.0), torch.tensor(3))),
    mistakes=(
        Mistake(
            "sizes first",
            (3.0, 10.0),
            "Both numbers are right, and each stands in the place of the other.",
        ),
        Mistake(
            "the mean for both",
            (10.0, 10.0),
            "The first is right. With sizes every day pulls with the slope 1 or −1, however far "
            "away it is. How many pull up at 10, and how many down?",
        ),
        Mistake(
            "the middle one for both",
            (3.0, 3.0),
            "The second is right. With squares a day pulls with twice its distance: at 3, does "
            "the pull of 38 find a match?",
        ),
        Mistake(
            "without the outlier, and between two days",
            (3.0, 3.5),
            "Neither loss leaves a day out or halves a distance between two days. Where do the "
            "slopes of all five add up to zero?",
        ),
        Mistake(
            "half way between the ends",
            (10.0, 20.0),
            "The first is right. 20 lies half way between the coldest and the hottest day, and "
            "there four days pull down and one up.",
        ),
        Mistake(
            "the smallest losses",
            (196.4, 7.4),
            "These are the smallest losses themselves. Asked for are the constants at which they "
            "are reached.",
        ),
    ),
)
