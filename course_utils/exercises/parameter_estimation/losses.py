"""Exercise 1.5 of notebook 01: a loss of one's own, judged by its properties."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.exercises import Case, Exercise
from course_utils.exercises.parameter_estimation import loss_questions as questions
from course_utils.exercises.parameter_estimation import solutions
from course_utils.exercises.parameter_estimation.loss_mistakes import MISTAKES


def _by_loop(y_hat: Tensor, y: Tensor) -> float:
    sizes = (y_hat - y).abs().tolist()
    return sum(size**2 if size < 1 else 2 * size - 1 for size in sizes) / len(sizes)


_Y = torch.tensor([3.0, -1.0, 0.5])
# Each 4 percent larger than the one before, up to 80.
_CLOSE_MISSES = 0.05 * 1.04 ** torch.arange(189)
_MISSES = torch.cat(
    [torch.tensor([0.003, 0.01, 0.03, 0.1]), torch.arange(0.3, 5, 0.3), torch.arange(5, 76, 0.7)]
)

FORGIVING_LOSS = Exercise(
    number="1.5",
    name="forgiving_loss",
    title="A loss that forgives",
    level="build",
    hints=(
        "Section 1.3 draws the two curves. Near 0 you want the square, which has no corner. Far "
        "out you want the size, which grows in a straight line. Sketch a curve that begins as one "
        "and goes on as the other, without a corner on the way.",
        "Find a formula for one miss `d = y_hat - y`; the mean comes last. There are many. One "
        "way: a root undoes a square. What is the root of `1 + d**2` when `d` is 100, and when it "
        "is 0.01?",
        "`torch.sqrt(1 + d**2)` is close to the size of `d` far out, and round at 0. But there it "
        "is 1, and the loss should be 0. Mend that, then take the mean.",
    ),
    learned="a loss is a choice; with these properties best known: the Huber loss, nn.HuberLoss",
    cases=(
        Case("three predictions, one loss for all of them", (_Y + 1, _Y), questions.size),
        Case("all predictions are right: what is the loss?", (_Y, _Y), questions.sign),
        Case("every prediction is 20 too high: what is the loss?", (_Y + 20, _Y), questions.sign),
        Case("every prediction is 20 too low: what is the loss?", (_Y - 20, _Y), questions.sign),
        Case(
            "one prediction is 20 too high, one 20 too low, one right: what is the loss?",
            (_Y + torch.tensor([20.0, -20.0, 0.0]), _Y),
            questions.sign,
        ),
        Case(
            "two predictions are right, one is 0.3 too low: what is the loss?",
            (_Y - torch.tensor([0.0, 0.3, 0.0]), _Y),
            questions.sign,
        ),
        Case(
            "three predictions miss by 0.02, −0.5 and 80: what is their loss, against the losses "
            "of each of them alone?",
            (_Y + torch.tensor([0.02, -0.5, 80.0]), _Y),
            questions.of_several,
        ),
        *(
            Case(
                f"the target is 0 and the prediction {far:g} {side}: what does that cost, against "
                f"{near:g}?",
                (sign * torch.tensor([near]), torch.zeros(1), sign * torch.tensor([far])),
                question,
            )
            for near, far, question in (
                (40.0, 80.0, questions.far_out),
                (0.02, 0.04, questions.at_the_bottom),
            )
            for sign, side in ((1, "too high"), (-1, "too low"))
        ),
        *(
            Case(
                f"misses of 0.003, 0.01, 0.03, 0.1 and so on up to 75, each alone and {side}: "
                "does a larger one always cost more than a smaller one?",
                (sign * _MISSES, torch.zeros(len(_MISSES))),
                questions.always_more,
            )
            for sign, side in ((1, "too high"), (-1, "too low"))
        ),
        Case(
            "one prediction is 1,000 too high, the others are right: what is the loss?",
            (_Y + torch.tensor([1000.0, 0.0, 0.0]), _Y),
            questions.finite,
        ),
        *(
            Case(
                "misses from 0.05 to 80, each alone and "
                f"{side}: does the slope of the cost jump anywhere?",
                (sign * _CLOSE_MISSES, torch.zeros(len(_CLOSE_MISSES))),
                questions.corner,
            )
            for sign, side in ((1, "too high"), (-1, "too low"))
        ),
    ),
    reference=solutions.forgiving_loss,
    correct=(
        _by_loop,
        F.huber_loss,
        torch.nn.SmoothL1Loss(),
        lambda y_hat, y: F.huber_loss(y_hat, y, delta=0.1),
        lambda y_hat, y: F.huber_loss(y_hat, y, delta=10.0),
        lambda y_hat, y: (torch.logaddexp(y_hat - y, y - y_hat) - np.log(2)).mean(),
        lambda y_hat, y: np.mean(np.hypot(1, y_hat.double().numpy() - y.double().numpy()) - 1),
    ),
    mistakes=MISTAKES,
)
