"""Exercise 6.4 of notebook 06: the way back through a sigmoid."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.neural_networks import activation_mistakes, solutions
from course_utils.exercises.neural_networks.activation_properties import CASES


def _through_the_input(h: Tensor, grad_h: Tensor) -> Tensor:
    z = torch.logit(h).requires_grad_()
    return torch.autograd.grad(torch.sigmoid(z), z, grad_h)[0]


def draw(*shape: int, seed: int) -> Tensor:
    """Return normal random numbers of this shape."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


SIGMOID_BACKWARD = Exercise(
    number="6.4",
    name="sigmoid_backward",
    title="Back through a sigmoid",
    level="change",
    hints=(
        "The line in the stub multiplies what arrives with the slope of tanh. Section 6.7 gives "
        "the slope of each activation: what does it say of the sigmoid?",
        "Where the formula has σ, the function has `h`: it is the output of the sigmoid already. "
        "So no sigmoid has to be computed here.",
        "`grad_h *` stays. Behind it comes a product of two factors made of `h`, which is 1/4 "
        "where `h` is 1/2, and 0 where `h` is 0 or 1.",
    ),
    learned="the output alone gives the slope, h (1 − h), so the input need not be stored",
    cases=(
        Case("h = 1/2: the steepest place", (torch.tensor([0.5]), torch.tensor([1.0]))),
        Case("five units", (torch.tensor([0.1, 0.3, 0.5, 0.8, 0.99]), draw(5, seed=1))),
        Case("a batch of shape (4, 3)", (torch.sigmoid(draw(4, 3, seed=2)), draw(4, 3, seed=3))),
        Case("a column of shape (2, 1)", (torch.tensor([[0.2], [0.7]]), draw(2, 1, seed=4))),
        Case("no gradient arrives", (torch.tensor([0.2, 0.7]), torch.zeros(2))),
        *CASES,
    ),
    reference=solutions.sigmoid_backward,
    correct=(_through_the_input, lambda h, grad_h: (h - h**2) * grad_h),
    mistakes=activation_mistakes.MISTAKES,
)
