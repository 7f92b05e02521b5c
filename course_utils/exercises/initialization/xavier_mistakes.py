"""What goes wrong in exercise 7.3 of notebook 07, and what to ask then."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn

from course_utils.exercises import Mistake
from course_utils.exercises.initialization.solutions import xavier_bound
from course_utils.exercises.initialization.xavier_properties import PROPERTIES


def _largest_drawn(num_in: int, num_out: int) -> Tensor:
    return nn.init.xavier_uniform_(torch.empty(num_out, num_in)).abs().max()


MISTAKES = (
    Mistake(
        "the variance",
        lambda num_in, num_out: 2 / (num_in + num_out),
        "This is the variance the weights should have. Which bound gives it to them?",
    ),
    Mistake(
        "the standard deviation",
        lambda num_in, num_out: math.sqrt(2 / (num_in + num_out)),
        "This is the standard deviation. Numbers uniform in [−c, c] spread less than c: how "
        "large is their variance?",
    ),
    Mistake(
        "no root",
        lambda num_in, num_out: 6 / (num_in + num_out),
        "This is the square of the bound.",
    ),
    Mistake(
        "only the inputs",
        lambda num_in, num_out: math.sqrt(3 / num_in),
        "This bound looks at the inputs alone, as if the gradient did not matter.",
    ),
    Mistake(
        "only the outputs",
        lambda num_in, num_out: math.sqrt(3 / num_out),
        "This bound looks at the outputs alone: it serves the gradient and forgets the signal.",
    ),
    Mistake(
        "He's bound",
        lambda num_in, num_out: math.sqrt(6 / num_in),
        "This is the variance 2/a, which knows the inputs only. What became of b?",
    ),
    Mistake(
        "half the variance",
        lambda num_in, num_out: math.sqrt(3 / (num_in + num_out)),
        "These weights have the variance 1/(a + b), half of what is wanted. Was the middle of "
        "a and b taken, or their sum?",
    ),
    Mistake(
        "divides by three",
        lambda num_in, num_out: math.sqrt(2 / (3 * (num_in + num_out))),
        "The 3 of c²/3 is on the wrong side: solve c²/3 = 2/(a + b) for c.",
    ),
    Mistake(
        "multiplies the sizes",
        lambda num_in, num_out: math.sqrt(6 / (num_in * num_out)),
        "Here the two sizes are multiplied. Look at the variance again.",
    ),
    Mistake(
        "the width of the interval",
        lambda num_in, num_out: 2 * math.sqrt(6 / (num_in + num_out)),
        "This is the whole width of the interval, from −c to c.",
    ),
    Mistake(
        "only the outputs, with He's size",
        lambda num_in, num_out: math.sqrt(6 / num_out),
        "This is the variance 2/b, which knows the outputs only. What became of a?",
    ),
    Mistake(
        "PyTorch's own start",
        lambda num_in, num_out: 1 / math.sqrt(num_in),
        "This is the bound that `nn.Linear` uses by itself: it knows the inputs only.",
    ),
    Mistake(
        "the three outside the root",
        lambda num_in, num_out: 3 * math.sqrt(2 / (num_in + num_out)),
        "The 3 stands outside the root here. In which equation for c² did it come up?",
    ),
    Mistake(
        "twice the standard deviation",
        lambda num_in, num_out: math.sqrt(4 / (num_in + num_out)),
        "Numbers uniform in [−c, c] have the variance c²/3. Does this c give them 2/(a + b)?",
    ),
    Mistake(
        "half the variance, and no three",
        lambda num_in, num_out: math.sqrt(1 / (num_in + num_out)),
        "Here c² = 1/(a + b). Which variance have numbers that are uniform in [−c, c]?",
    ),
    Mistake(
        "the root of the six alone",
        lambda num_in, num_out: math.sqrt(6) / (num_in + num_out),
        "The root ends too early: what belongs under it?",
    ),
    Mistake(
        "no brackets",
        lambda num_in, num_out: math.sqrt(6 / num_in + num_out),
        "Brackets are missing: this divides by a alone and then adds b.",
    ),
    Mistake(
        "drops the rest",
        lambda num_in, num_out: math.sqrt(6 // (num_in + num_out)),
        "`//` drops what follows the point.",
    ),
    Mistake(
        "with a gain for tanh",
        lambda num_in, num_out: 5 / 3 * math.sqrt(6 / (num_in + num_out)),
        "A gain for tanh, 5/3, is multiplied in. Is one asked for?",
    ),
    Mistake(
        "with a gain for ReLU",
        lambda num_in, num_out: math.sqrt(2) * math.sqrt(6 / (num_in + num_out)),
        "This is √2 times too large: the gain for ReLU, or a variance of 4/(a + b). Which one "
        "is asked for?",
    ),
    Mistake(
        "the geometric middle",
        lambda num_in, num_out: math.sqrt(3 / math.sqrt(num_in * num_out)),
        "Here a and b are multiplied and rooted. Which middle of them is in 2/(a + b)?",
    ),
    Mistake(
        "the middle of the quotients",
        lambda num_in, num_out: math.sqrt(3 * (1 / num_in + 1 / num_out) / 2),
        "This is the middle of 1/a and 1/b, and not one divided by the middle of a and b.",
    ),
    Mistake(
        "the middle of two bounds",
        lambda num_in, num_out: (math.sqrt(3 / num_in) + math.sqrt(3 / num_out)) / 2,
        "Two bounds were averaged, that of the inputs and that of the outputs. What is "
        "averaged in 2/(a + b)?",
    ),
    Mistake(
        "the root left out of the sum",
        lambda num_in, num_out: math.sqrt(6) / (math.sqrt(num_in) + math.sqrt(num_out)),
        "A root of a sum is not the sum of the roots.",
    ),
    Mistake(
        "the larger side",
        lambda num_in, num_out: math.sqrt(3 / max(num_in, num_out)),
        "Only the larger of a and b is used here. Where is the smaller?",
    ),
    Mistake(
        "a difference",
        lambda num_in, num_out: math.sqrt(6 / abs(num_in - num_out)),
        "Here a and b are taken from each other. What does the variance do with them?",
    ),
    Mistake(
        "the largest of drawn weights",
        _largest_drawn,
        "Numbers that are drawn stay below the bound. The bound itself is asked for.",
    ),
    Mistake(
        "both ends",
        lambda num_in, num_out: (-xavier_bound(num_in, num_out), xavier_bound(num_in, num_out)),
        "Both ends of the interval came back. One number is asked for, c.",
    ),
    *PROPERTIES,
)
