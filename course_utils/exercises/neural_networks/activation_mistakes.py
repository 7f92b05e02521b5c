"""What goes wrong in exercise 6.4 of notebook 06, and what to ask then."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.neural_networks.activation_properties import PROPERTIES
from course_utils.exercises.neural_networks.solutions import sigmoid_backward


def _row_by_row(h: Tensor, grad_h: Tensor) -> Tensor:
    """Multiply rows with `@`; with more axes, where it may stop with an error, do it right."""
    return sigmoid_backward(h, grad_h) if h.ndim > 1 else grad_h @ (h * (1 - h))


MISTAKES = (
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
        "A single number came out. The units do not mix in an activation: each has its own slope.",
    ),
    Mistake(
        "adds up the examples",
        lambda h, grad_h: (grad_h * h * (1 - h)).sum(dim=0),
        "The first axis was added up. Nothing is added up in an activation: each unit has its "
        "own slope, in each example.",
    ),
    Mistake(
        "averages the examples",
        lambda h, grad_h: (grad_h * h * (1 - h)).mean(dim=0),
        "The first axis was averaged. Nothing is averaged in an activation: each unit has its "
        "own slope, in each example.",
    ),
    Mistake(
        "divides by the count",
        lambda h, grad_h: grad_h * h * (1 - h) / h.numel(),
        "This was divided by how many numbers there are. If a mean is taken somewhere, its "
        "divisor is in `grad_h` already.",
    ),
    Mistake(
        "a product of rows",
        _row_by_row,
        "Products were added up here, as `@` does. Each entry belongs to its own slope: which "
        "sign multiplies entry by entry?",
    ),
    Mistake(
        "a matrix product",
        lambda h, grad_h: grad_h.transpose(0, -1) @ (h * (1 - h)),
        "`@` adds up products. ⊙ in the formula multiplies entry by entry: which sign does "
        "that in PyTorch?",
    ),
    Mistake(
        "no brackets",
        lambda h, grad_h: grad_h * h * 1 - h,
        "Brackets are missing: here everything is multiplied first, and h is taken off at the end.",
    ),
    Mistake(
        "the sigmoid in one factor",
        lambda h, grad_h: grad_h * h * (1 - torch.sigmoid(h)),
        "In one of the factors `h` goes through the sigmoid once more. Has it not been there?",
    ),
    Mistake(
        "the sigmoid in the other factor",
        lambda h, grad_h: grad_h * torch.sigmoid(h) * (1 - h),
        "In one factor `h` goes through the sigmoid once more, and in the other it does not.",
    ),
    Mistake(
        "the function for its slope",
        lambda h, grad_h: grad_h * torch.sigmoid(h),
        "This is the sigmoid of h, the function once more and not its slope.",
    ),
    Mistake(
        "the way forward",
        lambda h, grad_h: torch.sigmoid(h),
        "This is the function once more, of what has been through it already. What is `grad_h` "
        "for?",
    ),
    Mistake(
        "one number for the slope",
        lambda h, grad_h: grad_h / 4,
        "The same slope everywhere: 1/4 is that of the steepest place only. And elsewhere?",
    ),
    Mistake(
        "divides by the slope",
        lambda h, grad_h: grad_h / (h * (1 - h)),
        "Here it is divided by the slope. What does the chain rule do with it?",
    ),
    Mistake(
        "divides by h",
        lambda h, grad_h: grad_h / h * (1 - h),
        "Here it is divided by h, and 1/h grows without end near 0. Is that steep?",
    ),
    Mistake(
        "adds the slope",
        lambda h, grad_h: grad_h + h * (1 - h),
        "The slope is added to `grad_h`. What does the chain rule do with slopes?",
    ),
    Mistake(
        "the slope squared",
        lambda h, grad_h: grad_h * (h * (1 - h)) ** 2,
        "The slope is squared, so at h = 1/2 it is 1/16; the steepest place has 1/4.",
    ),
    Mistake(
        "one minus h, squared",
        lambda h, grad_h: grad_h * (1 - h) ** 2,
        "At h near 0 this slope is 1, at its steepest; but there the curve of the sigmoid is flat.",
    ),
    Mistake(
        "h squared",
        lambda h, grad_h: grad_h * h**2,
        "At h near 1 this slope is 1, at its steepest; but there the curve of the sigmoid is flat.",
    ),
    Mistake(
        "one h too many",
        lambda h, grad_h: grad_h * h**2 * (1 - h),
        "At h = 1/2 this slope is 1/8, and the sigmoid has 1/4 there: is a factor h one too many?",
    ),
    Mistake(
        "one factor too many",
        lambda h, grad_h: grad_h * h * (1 - h) ** 2,
        "At h = 1/2 this slope is 1/8, and the sigmoid has 1/4 there: is a factor 1 − h one "
        "too many?",
    ),
    Mistake(
        "one plus h",
        lambda h, grad_h: grad_h * h * (1 + h),
        "At h = 1/2 this slope is 3/4, and at h = 1 it is 2. Where is the sigmoid flat?",
    ),
    Mistake(
        "divides by the first size",
        lambda h, grad_h: grad_h * h * (1 - h) / len(h),
        "This was divided by the first size. If J is a mean, its divisor is in `grad_h` already.",
    ),
    Mistake(
        "the two exchanged",
        lambda h, grad_h: h * grad_h * (1 - grad_h),
        "The slope is made of `grad_h` here. Of which of the two is it made?",
    ),
    Mistake(
        "what arrives",
        lambda h, grad_h: grad_h.clone(),
        "What arrives leaves again unchanged. What does the activation do with it?",
    ),
    *PROPERTIES,
)
