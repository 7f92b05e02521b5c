"""What goes wrong in exercise 7.1 of notebook 07, and what to ask then."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.initialization.symmetry_slips import (
    changed,
    filled,
    last_bias_only,
    not_finite,
    of_fixed_sizes,
    one_draw_each,
    one_left_out,
    seeded_again,
    seeded_inside,
    two_alike,
    unseeded,
    zeros,
)

MISTAKES = (
    Mistake("as it was given", zeros, given=True),
    Mistake(
        "a constant",
        filled(0.5),
        "Everything moves now, but all hidden units move alike: from equal numbers comes an "
        "equal gradient. What would make them differ?",
    ),
    Mistake(
        "one draw for all units",
        one_draw_each,
        "A number was drawn, but the same one for all units of a layer. How many draws does "
        "a layer need?",
    ),
    Mistake(
        "a seed of its own",
        seeded_inside,
        "This start is the same whatever generator is handed in. Does every number come from "
        "`generator`?",
    ),
    Mistake(
        "not a number",
        not_finite,
        "There is `nan` or `inf` in this start. Is something divided by zero, or a tensor not yet "
        "filled?",
    ),
    Mistake(
        "does not repeat itself",
        unseeded,
        "The same generator should give the same start again. From which generator do these "
        "numbers come?",
    ),
    Mistake(
        "the seed again",
        seeded_again,
        "Called twice with one generator, this gives one start twice. Is the seed of the generator "
        "used where numbers should be drawn from it?",
    ),
    Mistake(
        "only the last bias",
        last_bias_only,
        "The weights start at zero as before, and so they stay at zero. Which of the four "
        "tensors can make the hidden units differ?",
    ),
    Mistake(
        "far too large",
        changed(lambda W1, b1, W2, b2: (1000 * W1, b1, W2, b2)),
        "The units differ, but some weights get no gradient at all: with weights as large as "
        "these, where on the curve of tanh do the units sit?",
    ),
    Mistake(
        "far too small",
        changed(lambda W1, b1, W2, b2: (1e-9 * W1, b1, 1e-9 * W2, b2)),
        "The units differ, but by next to nothing: these numbers are so small that five steps do "
        "not tell the units apart.",
    ),
    Mistake(
        "two units alike",
        two_alike,
        "Some units have got the same numbers. Is a row used twice, or are there too few "
        "different values to draw?",
    ),
    Mistake(
        "one unit left out",
        one_left_out,
        "A weight of 0 whose unit has only zeros gets no gradient. Do all units get numbers of "
        "their own?",
    ),
    Mistake(
        "whole numbers",
        changed(lambda W1, b1, W2, b2: ((9 * W1).long(), b1, (9 * W2).long(), b2)),
        "These weights are whole numbers, and a gradient needs numbers with a point: what does "
        "`randint` give?",
    ),
    Mistake(
        "W1 turned round",
        changed(lambda W1, b1, W2, b2: (W1.T, b1, W2, b2)),
        "`W1` has its axes exchanged. Which of its sizes belongs to the hidden units?",
    ),
    Mistake(
        "W2 turned round",
        changed(lambda W1, b1, W2, b2: (W1, b1, W2.T, b2)),
        "`W2` has its axes exchanged. Which of its sizes belongs to the one output?",
    ),
    Mistake(
        "both turned round",
        changed(lambda W1, b1, W2, b2: (W1.T, b1, W2.T, b2)),
        "Both weights have their axes exchanged. Which comes first in the shapes of the task?",
    ),
    Mistake(
        "W2 without its first axis",
        changed(lambda W1, b1, W2, b2: (W1, b1, W2[0], b2)),
        "`W2` has lost an axis: one output is an axis of size 1.",
    ),
    Mistake(
        "b2 as a number",
        changed(lambda W1, b1, W2, b2: (W1, b1, W2, b2[0])),
        "`b2` has lost its axis: one output is an axis of size 1.",
    ),
    Mistake(
        "b1 as a row",
        changed(lambda W1, b1, W2, b2: (W1, b1[None], W2, b2)),
        "`b1` has an axis too many: a bias has one number for each hidden unit.",
    ),
    Mistake(
        "b1 as a column",
        changed(lambda W1, b1, W2, b2: (W1, b1[:, None], W2, b2)),
        "`b1` is a column here: a bias has one axis.",
    ),
    Mistake(
        "the sizes of the notebook",
        of_fixed_sizes,
        "These are the sizes of the network above, whatever is asked for. What are `num_in` and "
        "`num_hidden` for?",
    ),
    Mistake(
        "weights first",
        changed(lambda W1, b1, W2, b2: (W1, W2, b1, b2)),
        "Weights first and then biases: in which order does the task want the four tensors?",
    ),
)
