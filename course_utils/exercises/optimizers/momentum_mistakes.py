"""The mistakes of exercise 4.2 of notebook 04: balls that roll in another way."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.optimizers.balls import (
    ahead,
    at_the_start,
    ball,
    by_optimizer,
    by_squares,
    in_place,
    late,
    late_and_fresh,
    nesterov,
    rolling,
    twice,
)
from course_utils.exercises.optimizers.velocities import VELOCITIES

_STEPS = (
    Mistake(
        "looks ahead",
        rolling(nesterov),
        "This is Nesterov's step, which looks ahead. The ball of this exercise does not: it "
        "moves by the velocity alone.",
    ),
    Mistake(
        "asks for the gradient ahead",
        rolling(ahead),
        "The gradient is taken ahead of the ball, as Nesterov does. Here it is taken where the "
        "ball is.",
    ),
    Mistake(
        "moves before the velocity is up to date",
        rolling(late),
        "The parameters move by the velocity of the step before, so the first step goes "
        "nowhere. Update the velocity first.",
    ),
    Mistake(
        "moves before it asks",
        rolling(late_and_fresh),
        "One move is missing. Is the velocity still zero when the parameters move for the first "
        "time, or is the loop too short?",
    ),
    Mistake(
        "the gradient once more",
        rolling(twice),
        "The gradient counts twice: it is in the velocity already.",
    ),
    Mistake(
        "RMSProp",
        rolling(by_squares),
        "Here the gradient is divided by the root of a mean of squares, as RMSProp does. A "
        "velocity is a sum of gradients.",
    ),
    Mistake(
        "the gradient at the start",
        at_the_start,
        "Every step uses the gradient at the start: where is the ball by then?",
    ),
    Mistake(
        "by torch.optim",
        by_optimizer,
        "The steps are right, but torch.optim takes them. Write them yourself.",
    ),
    Mistake(
        "writes into start",
        in_place,
        "`start` is another one afterwards: `-=` writes into the caller's tensor. Give the "
        "parameters a tensor of their own.",
    ),
)

_ENDS = (
    Mistake(
        "starts with the gradient",
        rolling(first=lambda start, gradient_of: gradient_of(start)),
        "The first gradient enters twice: with which velocity does a ball at rest begin?",
    ),
    Mistake(
        "starts with start",
        rolling(first=lambda start, gradient_of: start.clone()),
        "The velocity begins as a copy of the place. With which velocity does a ball at rest "
        "begin?",
    ),
    Mistake(
        "starts with ones",
        rolling(first=lambda start, gradient_of: torch.ones_like(start)),
        "The ball has been pushed before the first step: how fast is a ball at rest?",
    ),
    Mistake(
        "starts at zero",
        rolling(begin=torch.zeros_like),
        "The steps begin at 0 here: what is `start` for?",
    ),
    Mistake(
        "one step too many",
        rolling(num=lambda num_steps: num_steps + 1),
        "That is one step more than num_steps. Look at the case without any step.",
    ),
    Mistake(
        "a single step",
        rolling(num=lambda num_steps: min(num_steps, 1)),
        "Only one step is taken, or each begins at the start again: what stands inside the loop, "
        "and what outside?",
    ),
    Mistake(
        "returns inside the loop",
        lambda gradient_of, start, lr, mu, num: (
            ball((start, 0 * start), gradient_of, lr, mu)[0] if num else None
        ),
        "One step is taken, and without any nothing comes back: where does the `return` stand?",
    ),
    Mistake(
        "returns the velocity",
        rolling(result=lambda params, velocity: velocity),
        "This is the velocity. Where has it led?",
    ),
    Mistake(
        "returns both",
        rolling(result=lambda params, velocity: (params, velocity)),
        "Two things came back. Only the parameters are asked for.",
    ),
)

MISTAKES = VELOCITIES + _STEPS + _ENDS
