"""Exercise 6.4 of notebook 06: the way back through a sigmoid."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def sigmoid_backward(h: Tensor, grad_h: Tensor) -> Tensor:
    """Return ∂J/∂z from the sigmoid's output `h` and ∂J/∂h, all of one shape."""
    return grad_h * h * (1 - h)


def _through_the_input(h: Tensor, grad_h: Tensor) -> Tensor:
    z = torch.logit(h).requires_grad_()
    return torch.autograd.grad(torch.sigmoid(z), z, grad_h)[0]


def draw(*shape: int, seed: int) -> Tensor:
    """Return normal random numbers of this shape."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


SIGMOID_BACKWARD = Exercise(
    number="6.4",
    title="Back through a sigmoid",
    level="change",
    learned="the output alone gives the slope, h (1 − h), so the input need not be stored",
    cases=(
        Case("h = 1/2: the steepest place", (torch.tensor([0.5]), torch.tensor([1.0]))),
        Case("five units", (torch.tensor([0.1, 0.3, 0.5, 0.8, 0.99]), draw(5, seed=1))),
        Case("a batch of shape (4, 3)", (torch.sigmoid(draw(4, 3, seed=2)), draw(4, 3, seed=3))),
        Case("a column of shape (2, 1)", (torch.tensor([[0.2], [0.7]]), draw(2, 1, seed=4))),
        Case("no gradient arrives", (torch.tensor([0.2, 0.7]), torch.zeros(2))),
    ),
    reference=sigmoid_backward,
    correct=(_through_the_input, lambda h, grad_h: (h - h**2) * grad_h),
    mistakes=(
        Mistake("the slope of tanh", lambda h, grad_h: grad_h * (1 - h**2), given=True),
        Mistake(
            "the slope alone",
            lambda h, grad_h: h * (1 - h),
            "This is the slope. The chain rule still wants what arrived from behind: what is "
            "`grad_h` for?",
        ),
        Mistake(
            "applies the sigmoid again",
            lambda h, grad_h: grad_h * torch.sigmoid(h) * (1 - torch.sigmoid(h)),
            "`h` has been through the sigmoid already, and here it goes through once more.",
        ),
        Mistake(
            "half way from tanh",
            lambda h, grad_h: grad_h * h * (1 - h**2),
            "The factor h is right. The square is left over from tanh: which slope did section "
            "6.7 give for the sigmoid?",
        ),
        Mistake(
            "one minus h",
            lambda h, grad_h: grad_h * (1 - h),
            "At h = 1/2 this gives 1/2; the sigmoid's largest slope is 1/4. A factor is missing.",
        ),
        Mistake(
            "h alone",
            lambda h, grad_h: grad_h * h,
            "This slope grows with h, up to 1. But where h is nearly 1 the curve is flat.",
        ),
        Mistake(
            "the wrong sign",
            lambda h, grad_h: -grad_h * h * (1 - h),
            "The size is right. The sigmoid rises everywhere: which sign has its slope?",
        ),
        Mistake(
            "adds up the units",
            lambda h, grad_h: (grad_h * h * (1 - h)).sum(),
            "A single number came out. The units do not mix in an activation: each has its own "
            "slope.",
        ),
        Mistake(
            "a matrix product",
            lambda h, grad_h: grad_h.transpose(0, -1) @ (h * (1 - h)),
            "`@` adds up products. ⊙ in the formula multiplies entry by entry: which sign does "
            "that in PyTorch?",
        ),
    ),
)
