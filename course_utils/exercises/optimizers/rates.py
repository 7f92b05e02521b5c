"""Exercise 4.3 of notebook 04: Adam's first step."""

from __future__ import annotations

import math

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.optimizers import solutions

FIRST_STEP_OF_ADAM = Exercise(
    number="4.3",
    name="after_first_step",
    title="The first step of Adam",
    level="read",
    hints=(
        "Section 4.9 has the formulas. Take one parameter at a time, put in t = 1, and remember "
        "that m and s are 0 before the first step. What is left of the formulas for m and s?",
        "For w: m becomes (1 − 0.9) g, and the correction divides it by 1 − 0.9. So what stands "
        "above the line is g itself. Do the same for s, with 0.999 and g². What stands below the "
        "line?",
        "The fraction has become g / √g². Its size is 1 whatever g is; only its sign depends on g. "
        "A step subtracts η times this fraction: begin at 1 for w and at 0 for b, with η = 0.1.",
    ),
    learned="the first step has length lr in every parameter, whatever the gradient",
    cases=(Case("w = 1, b = 0, gradient (4517.30, −0.02), lr = 0.1: where after one step?"),),
    reference=solutions.after_first_step,
    correct=([0.9, 0.1], (torch.tensor(0.9), torch.tensor(0.1)), torch.tensor([0.9, 0.1])),
    mistakes=(
        Mistake(
            "a step of plain descent",
            (1 - 451.73, 0.002),
            "This is plain descent. Adam divides by the root of the mean square: what becomes of "
            "the size of the gradient?",
        ),
        Mistake(
            "plain descent uphill",
            (1 + 451.73, -0.002),
            "This is plain descent, and uphill. What does Adam do to the size of a gradient, and "
            "which way does it go?",
        ),
        Mistake(
            "goes uphill",
            (1.1, -0.1),
            "The length is right. The direction is not: a positive slope moves a parameter down.",
        ),
        Mistake(
            "both parameters go down",
            (0.9, -0.1),
            "The sign is all that is left of the gradient. What is the sign of −0.02?",
        ),
        Mistake(
            "both parameters go up",
            (1.1, 0.1),
            "A positive slope moves a parameter down, and a negative one up. What is the sign of "
            "4517.30?",
        ),
        Mistake(
            "the step alone",
            (-0.1, 0.1),
            "This is the step. Where does it lead from w = 1 and b = 0?",
        ),
        Mistake(
            "the lengths alone",
            (0.1, 0.1),
            "These are the lengths of the two steps. Where do they lead from w = 1 and b = 0, and "
            "in which direction?",
        ),
        Mistake(
            "exchanged",
            (0.1, 0.9),
            "The two have changed places: w comes first.",
        ),
        Mistake(
            "b does not move",
            (0.9, 0.0),
            "The gradient of b is small, but it is not 0. What does Adam make of small gradients?",
        ),
        Mistake(
            "nothing moves",
            (1.0, 0.0),
            "This is the start. Does Adam's first step have no length?",
        ),
        Mistake(
            "Adam for w, plain descent for b",
            (0.9, 0.002),
            "For b this is a plain step, lr times the gradient. It is divided, too: by what?",
        ),
        Mistake(
            "plain descent for w, Adam for b",
            (1 - 451.73, 0.1),
            "For w this is a plain step, lr times the gradient. It is divided, too: by what?",
        ),
        Mistake(
            "the gradient for b",
            (0.9, 0.02),
            "b moves by its gradient here. What does Adam divide it by, and what is it multiplied "
            "with?",
        ),
        Mistake(
            "w starts at 0",
            (-0.1, 0.0),
            "From where does each of them start, and how far does each go?",
        ),
        Mistake(
            "w jumps to 0",
            (0.0, 0.1),
            "For w the step has length 1: is that the learning rate?",
        ),
        Mistake(
            "b starts at 1",
            (0.9, 1.1),
            "b starts at 0, and w at 1.",
        ),
        Mistake(
            "without bias correction",
            (1 - 0.1 * 0.1 / math.sqrt(0.001), 0.1 * 0.1 / math.sqrt(0.001)),
            "This is the step without bias correction, 0.1 / √0.001 times lr. Divide both means "
            "by what they lack after one step.",
        ),
        Mistake(
            "a first step of RMSProp",
            (0.0, 1.0),
            "This is what RMSProp does: ten times the learning rate. Adam corrects for the start "
            "at zero.",
        ),
        Mistake(
            "corrects only the mean of squares",
            (0.99, 0.01),
            "Only s was corrected. After one step m is a tenth of the gradient; divide it by "
            "1 − β₁ as well.",
        ),
        Mistake(
            "corrects only the mean",
            (1 - 0.1 / math.sqrt(0.001), 0.1 / math.sqrt(0.001)),
            "Only m was corrected. After one step s is a thousandth of the square; divide it by "
            "1 − β₂ as well.",
        ),
        Mistake(
            "the default rate",
            (0.999, 0.001),
            "That is the step with PyTorch's own default rate. Which is given here?",
        ),
        Mistake(
            "no root",
            (1 - 0.1 / 4517.3, 0.1 / 0.02),
            "Here the gradient is divided by its square. Where is the root?",
        ),
        Mistake(
            "no rate at all",
            (1 - 4517.3, 0.02),
            "This subtracts the gradient itself. By what does Adam divide it, and with what is it "
            "multiplied?",
        ),
        Mistake(
            "the mean of the gradient",
            (1 - 45.173, 0.0002),
            "This is lr times m, not yet corrected and not yet divided by anything.",
        ),
        Mistake(
            "w alone",
            (0.9,),
            "Both parameters move: where is the other one?",
        ),
        Mistake(
            "one number",
            0.9,
            "A pair is asked for: w and b after the step.",
        ),
    ),
    rtol=1e-3,
)
