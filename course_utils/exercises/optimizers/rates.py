"""Exercise 4.3 of notebook 04: two steps of Adam, along a valley and across it."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.optimizers import solutions

TWO_STEPS_OF_ADAM = Exercise(
    number="4.3",
    name="after_two_steps",
    title="Two steps of Adam",
    level="read",
    hints=(
        "Section 4.6 has the formulas. Take one parameter at a time, and begin with t = 1, where m "
        "and s were 0 before. What is left of the fraction? Then go on to t = 2 with the m and s "
        "that you have.",
        "At t = 1 the fraction is g / √g², which is 1 or −1. At t = 2 the square is the same as "
        "before, so the corrected s is g² again. Only m needs care: 0.9 times the old m plus 0.1 "
        "times the new gradient, divided by 1 − 0.9².",
        "Write g for 4000. After step 1, m is 0.1 g. After step 2 it is 0.09 g − 0.1 g for w. For "
        "b both gradients agree: 0.09 g + 0.1 g. Divide by 0.19 and by the size of g, and multiply "
        "with −0.1.",
    ),
    learned="where the slope changes its sign, m almost cancels; where it stays, a step has length "
    "η",
    cases=(Case("w and b after two steps at lr = 0.1, slopes (4000, −0.02), (−4000, −0.02)"),),
    reference=solutions.after_two_steps,
    correct=([0.905, 0.2], (torch.tensor(0.9053), torch.tensor(0.2)), torch.tensor([0.905, 0.2])),
    mistakes=(
        Mistake(
            "plain descent",
            (1.0, 0.004),
            "This is plain descent. Adam divides by the root of the mean square: what becomes of "
            "the size of the gradient?",
        ),
        Mistake(
            "momentum without division",
            (1 - 400 + 40, 0.0058),
            "This is momentum. Adam also divides by the root of the mean square.",
        ),
        Mistake(
            "the sign alone",
            (1.0, 0.2),
            "For w the second step is as long as the first here. Does m, after two gradients of "
            "opposite sign, still have the size of one?",
        ),
        Mistake(
            "the second step of w is nothing",
            (0.9, 0.2),
            "b is right, and so is the first step of w. In the second m is 0.09 g − 0.1 g for w: "
            "that is little, and not nothing.",
        ),
        Mistake(
            "two steps down",
            (0.8, 0.2),
            "For w both steps go down here. What does the second gradient, −4000, do to m?",
        ),
        Mistake(
            "the second step of w goes down",
            (0.9 - 0.1 / 19, 0.2),
            "The second step of w has the right length. Which sign has m after −4000, and which "
            "way does the step go?",
        ),
        Mistake(
            "uphill",
            (1.1 - 0.1 / 19, -0.2),
            "The lengths are right. The direction is not: a positive slope moves a parameter down.",
        ),
        Mistake(
            "b goes down",
            (0.9 + 0.1 / 19, -0.2),
            "b has a negative slope, and moves against it.",
        ),
        Mistake(
            "w goes up",
            (1.1 - 0.1 / 19, 0.2),
            "w begins with a positive slope, and moves against it.",
        ),
        Mistake(
            "one step",
            (0.9, 0.1),
            "This is the place after the first step. Where does the second one lead?",
        ),
        Mistake(
            "b after one step",
            (0.9 + 0.1 / 19, 0.1),
            "w is right. b takes two steps, too, and its gradient stays the same.",
        ),
        Mistake(
            "the steps alone",
            (-0.1 + 0.1 / 19, 0.2),
            "w is the sum of the two steps here. Where do they lead from w = 1?",
        ),
        Mistake(
            "the second step alone",
            (0.1 / 19, 0.1),
            "This is the second step. Where do both lead from w = 1 and b = 0?",
        ),
        Mistake(
            "exchanged",
            (0.2, 0.9 + 0.1 / 19),
            "The two have changed places: w comes first.",
        ),
        Mistake(
            "no correction",
            (0.7061, 0.7412),
            "This is Adam without bias correction. Divide m by 1 − β₁ᵗ and s by 1 − β₂ᵗ.",
        ),
        Mistake(
            "corrects only s",
            (0.991, 0.029),
            "Only s was corrected. Divide m as well, by 1 − 0.9 and then by 1 − 0.9².",
        ),
        Mistake(
            "corrects only m",
            (-2.0446, 5.3986),
            "Only m was corrected. Divide s as well, by 1 − 0.999 and then by 1 − 0.999².",
        ),
        Mistake(
            "corrects with t = 1 twice",
            (0.90707, 0.23438),
            "The second step is corrected as if it were the first. There t = 2, and the factors "
            "are 1 − 0.9² and 1 − 0.999².",
        ),
        Mistake(
            "corrects only the first step",
            (0.92237, 0.52497),
            "The first step is right. The second one needs its correction, too, with t = 2.",
        ),
        Mistake(
            "RMSProp",
            (0.7089, 1.7089),
            "These are RMSProp's steps. Adam has m in place of g, and corrects both means.",
        ),
        Mistake(
            "the default rate",
            (1 - 0.001 + 0.001 / 19, 0.002),
            "That is with PyTorch's own default rate. Which is given here?",
        ),
        Mistake(
            "nothing moves",
            (1.0, 0.0),
            "This is the start. How long is Adam's first step?",
        ),
        Mistake(
            "w alone",
            (0.9 + 0.1 / 19,),
            "Both parameters move: where is the other one?",
        ),
        Mistake(
            "one number",
            0.9 + 0.1 / 19,
            "A pair is asked for: w and b after the second step.",
        ),
    ),
    rtol=1e-3,
)
