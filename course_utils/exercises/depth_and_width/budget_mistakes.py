"""What goes wrong in exercise 18.1: layers and biases not counted, and the end of a search."""

from __future__ import annotations

import math

from course_utils.exercises import Mistake
from course_utils.exercises.depth_and_width.solutions import num_parameters, widest
from course_utils.exercises.depth_and_width.widths import search, solved

MISTAKES = (
    Mistake(
        "the sizes of the digits",
        search(lambda depth, w: 65 * w + (depth - 1) * (w + 1) * w + 10 * (w + 1)),
        "These are the 64 inputs and 10 outputs of the digits. How many has the network asked for?",
    ),
    Mistake(
        "64 inputs",
        search(lambda depth, w: 65 * w + (depth - 1) * (w + 1) * w + 2 * (w + 1)),
        "64 inputs are counted, as for the digits. How many has the network asked for?",
    ),
    Mistake(
        "10 outputs",
        search(lambda depth, w: 3 * w + (depth - 1) * (w + 1) * w + 10 * (w + 1)),
        "10 outputs are counted, as for the digits. How many has the network asked for?",
    ),
    Mistake(
        "all linear layers counted in depth",
        search(lambda depth, w: num_parameters(max(depth - 1, 1), w)),
        "One hidden layer too few: `depth` counts the hidden layers here, not all linear ones.",
    ),
    Mistake(
        "weights alone",
        search(lambda depth, w: 4 * w + (depth - 1) * w * w),
        "No biases are counted: each layer has one for each of its outputs.",
    ),
    Mistake(
        "one step too far",
        search(num_parameters, extra=1),
        "This is the first width that does not fit. The last one that does is asked for.",
    ),
    Mistake(
        "less than the budget",
        search(lambda depth, w: num_parameters(depth, w) + 1),
        "A network that needs the whole budget fits too: at most, not less than.",
    ),
    Mistake(
        "one hidden layer too many",
        search(lambda depth, w: num_parameters(depth + 1, w)),
        "One layer between too many: how many matrices of width × width does a network with a "
        "single hidden layer have?",
    ),
    Mistake(
        "one hidden layer, whatever depth says",
        search(lambda depth, w: num_parameters(1, w)),
        "With one hidden layer this is right. What lies between two hidden layers?",
    ),
    Mistake(
        "no biases at the end",
        search(lambda depth, w: num_parameters(depth, w) - 2),
        "The two outputs have biases as well.",
    ),
    Mistake(
        "one output",
        search(lambda depth, w: num_parameters(depth, w) - (w + 1)),
        "One output is missing: the last layer has two, each with its weights and its bias.",
    ),
    Mistake(
        "at least 1",
        lambda depth, budget: max(1, widest(depth, budget)),
        "Right wherever a network fits. Where not even width 1 does, what is to be returned?",
    ),
    Mistake(
        "no biases in the hidden layers",
        search(lambda depth, w: 2 * w + (depth - 1) * w * w + 2 * (w + 1)),
        "The hidden layers have biases as well, one for each unit.",
    ),
    Mistake(
        "no biases in the first layer",
        search(lambda depth, w: num_parameters(depth, w) - w),
        "The first hidden layer has biases as well, one for each unit.",
    ),
    Mistake(
        "no biases between the layers",
        search(lambda depth, w: num_parameters(depth, w) - (depth - 1) * w),
        "Both ends are right. Between two hidden layers there are weights, and biases too.",
    ),
    Mistake(
        "one bias for each layer",
        search(lambda depth, w: 4 * w + 2 + (depth - 1) * (w * w + 1)),
        "Each layer gets a single bias here. How many outputs has a layer, and how many biases?",
    ),
    Mistake(
        "one bias between two layers",
        search(lambda depth, w: num_parameters(depth, w) - (depth - 1) * (w - 1)),
        "Between two hidden layers a single bias is counted. How many units does the layer have?",
    ),
    Mistake(
        "two biases at the beginning",
        search(lambda depth, w: num_parameters(depth, w) - w + 2),
        "The first layer has as many biases as it has inputs here. Do biases belong to the inputs "
        "or to the outputs?",
    ),
    Mistake(
        "one hidden layer too few",
        search(lambda depth, w: num_parameters(depth - 1, w)),
        "One layer between too few: how many matrices of width × width does a network with two "
        "hidden layers have?",
    ),
    Mistake(
        "hidden layers alone",
        search(lambda depth, w: (depth - 1) * (w + 1) * w),
        "Only what lies between the hidden layers is counted. And the first layer and the last?",
    ),
    Mistake(
        "all layers alike",
        search(lambda depth, w: depth * (w + 1) * w),
        "Each hidden layer is counted as if `width` numbers came in. How many come into the first "
        "one, and what comes after the last?",
    ),
    Mistake(
        "all layers alike, and the output too",
        search(lambda depth, w: (depth + 1) * (w + 1) * w),
        "All layers are counted as width × width. The first one and the last one are not.",
    ),
    Mistake(
        "no output layer",
        search(lambda depth, w: num_parameters(depth, w) - 2 * (w + 1)),
        "The output layer is not counted.",
    ),
    Mistake(
        "no input layer",
        search(lambda depth, w: num_parameters(depth, w) - 3 * w),
        "The layer from the 2 inputs to the first hidden layer is not counted.",
    ),
    Mistake(
        "linear between the layers",
        search(lambda depth, w: 3 * w + (depth - 1) * 2 * w + 2 * (w + 1)),
        "Between two hidden layers each unit is joined to each: how do the weights grow if the "
        "width doubles?",
    ),
    Mistake(
        "one too small",
        lambda depth, budget: max(widest(depth, budget) - 1, 0),
        "One step too early: one unit more would still fit. When does the loop end, and what has "
        "been taken off already?",
    ),
    Mistake(
        "not a whole number",
        solved,
        "A network has no half units: which whole number is meant?",
    ),
    Mistake(
        "no thought of a single hidden layer",
        lambda depth, budget: int(budget / (2 * (depth - 1))),
        "With a single hidden layer nothing is squared in the equation. What is divided by then?",
    ),
    Mistake(
        "rounded to the nearest",
        lambda depth, budget: round(max(solved(depth, budget), 0)),
        "Rounded to the nearest whole number, which may be a unit too many. In which direction is "
        "it safe?",
    ),
    Mistake(
        "rounded up",
        lambda depth, budget: math.ceil(max(solved(depth, budget), 0)),
        "Rounded up, so the network may not fit any more.",
    ),
    Mistake(
        "below 0",
        lambda depth, budget: widest(depth, budget) or -1,
        "Right wherever a network fits. A width below 0 is none: what is asked for where not even "
        "width 1 fits?",
    ),
    Mistake(
        "nothing where none fits",
        lambda depth, budget: widest(depth, budget) or None,
        "Right wherever a network fits. Where none does, a number is asked for all the same.",
    ),
    Mistake(
        "the first that fits",
        lambda depth, budget: min(1, widest(depth, budget)),
        "This is the smallest width that fits, and the largest is asked for: does the search end "
        "too early?",
    ),
    Mistake(
        "the number of parameters",
        lambda depth, budget: num_parameters(depth, widest(depth, budget)),
        "This is how many parameters the widest network has. Asked for is its width.",
    ),
    Mistake(
        "up to 99",
        lambda depth, budget: width if (width := widest(depth, budget)) < 99 else 0,
        "Small widths are right. How far does the search go, and what comes back if it ends?",
    ),
)
