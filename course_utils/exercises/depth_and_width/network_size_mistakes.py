"""What goes wrong with the sizes of the network of exercise 18.4."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.depth_and_width import deep_networks as its
from course_utils.exercises.depth_and_width.deep_networks import altered

SIZES = (
    Mistake(
        "one layer again and again",
        its.one_layer_again_and_again,
        "The hidden layers are one and the same object, put in several times. Where is a new one "
        "made for each?",
    ),
    Mistake(
        "one layer too few",
        altered(sizes=lambda depth, width: [2, *[width] * (depth - 1), 2]),
        "One hidden layer is missing: `depth` counts the hidden ones, the output layer comes "
        "on top.",
    ),
    Mistake(
        "one layer too many",
        altered(sizes=lambda depth, width: [2, *[width] * (depth + 1), 2]),
        "One hidden layer too many: 2 → width is a hidden layer already.",
    ),
    Mistake(
        "one hidden layer, whatever depth says",
        altered(sizes=lambda depth, width: [2, width, 2]),
        "There is one hidden layer, whatever `depth` says.",
    ),
    Mistake(
        "twenty hidden layers, whatever depth says",
        altered(sizes=lambda depth, width: [2, *[width] * 20, 2]),
        "There are twenty hidden layers, whatever `depth` says.",
    ),
    Mistake(
        "thirty units, whatever width says",
        altered(sizes=lambda depth, width: [2, *[30] * depth, 2]),
        "The layers have thirty units, whatever `width` says.",
    ),
    Mistake(
        "depth and width change places",
        altered(sizes=lambda depth, width: [2, *[depth] * width, 2]),
        "There are `width` layers of `depth` units here. Which of the two is which?",
    ),
    Mistake(
        "one output",
        altered(sizes=lambda depth, width: [2, *[width] * depth, 1]),
        "The network has another number of outputs. How many classes have the moons?",
    ),
    Mistake(
        "one input",
        altered(sizes=lambda depth, width: [1, *[width] * depth, 2]),
        "The network has another number of inputs. How many features has a point of the moons?",
    ),
    Mistake(
        "width at both ends",
        altered(sizes=lambda depth, width: [width] * (depth + 2)),
        "All layers are as wide as the hidden ones. What goes in, and what comes out?",
    ),
    Mistake(
        "weights turned round",
        altered(end=its.transposed),
        "The weights have the shape (inputs, outputs). In which order does nn.Linear keep the two?",
    ),
)
