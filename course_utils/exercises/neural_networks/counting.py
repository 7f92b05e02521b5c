"""Exercise 6.1 of notebook 06: counting parameters, and the shapes of a network."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import counting_mistakes, solutions

COUNT_AND_SHAPES = Exercise(
    number="6.1",
    name="count_and_shapes",
    title="Count and shapes",
    level="read",
    hints=(
        "The table at the end of section 6.3 lists the shapes of such a network in letters. Which "
        "numbers stand here for B, d, n and C?",
        "Here B is 64, d is 4, n is 7 and C is 3. There are two layers. Each has a weight for each "
        "pair of an input and an output, and a bias for each output.",
        "The first layer holds 4 · 7 + 7 numbers; count the second in the same way. In the shape "
        "of a weight the outputs come first, and the network's output has a row for each example.",
    ),
    learned="one row of weights for each output, one bias each; examples come first",
    cases=(Case("sizes 4, 7, 3 and a batch (64, 4): count, second weight, output"),),
    reference=solutions.count_and_shapes,
    correct=(
        [59, [3, 7], [64, 3]],
        (59.0, torch.Size([3, 7]), torch.Size([64, 3])),
        (torch.tensor(59), torch.tensor([3, 7]), torch.tensor([64, 3])),
    ),
    mistakes=counting_mistakes.MISTAKES,
)
