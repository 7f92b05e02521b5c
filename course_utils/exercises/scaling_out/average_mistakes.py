"""What goes wrong in exercise 12.4: weights, divisors, axes and the empty share."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.scaling_out.averages import plain_mean
from course_utils.exercises.scaling_out.solutions import average_gradient

MISTAKES = (
    Mistake(
        "0 times nan",
        lambda gradients, sizes: (sizes[:, None] * gradients).sum(dim=0) / sizes.sum(),
        "The weights are right. But what is 0 times nan? The empty share has to be left out "
        "before anything is added.",
    ),
    Mistake(
        "every nan becomes 0",
        lambda gradients, sizes: (sizes[:, None] * gradients.nan_to_num()).sum(dim=0) / sizes.sum(),
        "The nan of an empty share is gone, but so is that of a share that counts: what has gone "
        "wrong there would not be seen. Which rows alone may be replaced?",
    ),
    Mistake(
        "whole numbers in a matrix product",
        lambda gradients, sizes: sizes[sizes > 0] @ gradients[sizes > 0] / sizes.sum(),
        "A matrix product wants one type on both sides, and sizes holds whole numbers. What "
        "makes decimals of them before the product?",
    ),
    Mistake(
        "sizes without a second axis",
        lambda gradients, sizes: (sizes * gradients).sum(dim=0) / sizes.sum(),
        "Broadcasting lines sizes up with the columns of gradients. Which axis of gradients "
        "are they about, and which one does sizes lack?",
    ),
    Mistake(
        "every share counts the same",
        plain_mean,
        "Right for equal shares only. In a share of 1 example that example counts as much as "
        "three others together; should it?",
    ),
    Mistake(
        "every share counts the same, even the empty one",
        lambda gradients, sizes: gradients.mean(dim=0),
        "Every share counts the same here, whatever its size. By what should it count?",
    ),
    Mistake(
        "zero for the empty one, and it counts",
        lambda gradients, sizes: gradients.nan_to_num().mean(dim=0),
        "The nan is gone. But each share, the empty one too, still has the same weight.",
    ),
    Mistake(
        "the mean of what is not nan",
        lambda gradients, sizes: gradients.nanmean(dim=0),
        "Every share counts the same, and an empty one is left out only where it holds nan. "
        "Who knows which share is empty, and by what should the others count?",
    ),
    Mistake(
        "the mean of the weighed rows",
        lambda gradients, sizes: (sizes[:, None] * gradients)[sizes > 0].mean(dim=0),
        "The rows are weighed by their examples, and then averaged as if each were one. How "
        "many examples are there in all?",
    ),
    Mistake(
        "the mean of the weighed rows, divided once more",
        lambda gradients, sizes: (sizes[:, None] * gradients)[sizes > 0].mean(dim=0) / sizes.sum(),
        "Divided by the number of examples and, in `mean`, by that of the shares. Which of the "
        "two is one too many?",
    ),
    Mistake(
        "divided by the largest share",
        lambda gradients, sizes: average_gradient(gradients, sizes) * sizes.sum() / sizes.max(),
        "Divided by the largest of the sizes. How many examples were there in all?",
    ),
    Mistake(
        "whole numbers divided",
        lambda gradients, sizes: torch.where(
            sizes[:, None] > 0, (sizes // sizes.sum())[:, None] * gradients, 0.0
        ).sum(dim=0),
        "The weights are 0, unless one worker has all the examples. What does `//` make of a share "
        "that is smaller than the whole?",
    ),
    Mistake(
        "shares of one example left out",
        lambda gradients, sizes: (
            torch.where(sizes[:, None] > 1, sizes[:, None] * gradients, 0.0).sum(dim=0)
            / sizes.sum()
        ),
        "Shares with a single example are left out as if they were empty.",
    ),
    Mistake(
        "the first share alone",
        lambda gradients, sizes: (sizes[:, None] * gradients)[sizes > 0][0] / sizes.sum(),
        "Only the first share that is not empty is in it. Is the `return` inside the loop?",
    ),
    Mistake(
        "without the first worker",
        lambda gradients, sizes: (sizes[:, None] * gradients)[1:].sum(dim=0) / sizes.sum(),
        "The first worker is left out, whether its share is empty or not.",
    ),
    Mistake(
        "softmax of the sizes",
        lambda gradients, sizes: sizes[sizes > 0].float().softmax(dim=0) @ gradients[sizes > 0],
        "The weights add up to 1, but twice as many examples do not count twice as much. Is "
        "there an exponential in them?",
    ),
    Mistake(
        "only the largest share",
        lambda gradients, sizes: gradients[sizes.argmax()],
        "This is the gradient of the largest share alone. The others hold examples too.",
    ),
    Mistake(
        "small shares weigh more",
        lambda gradients, sizes: (
            (gradients[sizes > 0] / sizes[sizes > 0][:, None]).sum(dim=0)
            / (1 / sizes[sizes > 0]).sum()
        ),
        "Each row is divided by its size, so the small shares count more. Should they?",
    ),
    Mistake(
        "divided by its own size",
        lambda gradients, sizes: (gradients[sizes > 0] / sizes[sizes > 0][:, None]).sum(dim=0),
        "Each row is a mean already and is divided by its size once more. By what should it be "
        "multiplied?",
    ),
    Mistake(
        "the sum of the rows",
        lambda gradients, sizes: gradients[sizes > 0].sum(dim=0),
        "The rows are added up as they are. How much should each count?",
    ),
    Mistake(
        "divided by all workers",
        lambda gradients, sizes: gradients[sizes > 0].sum(dim=0) / len(sizes),
        "The rows that count are added up as they are, and divided by the number of all "
        "workers. By what should each row count?",
    ),
    Mistake(
        "the sum of the rows, divided by the examples",
        lambda gradients, sizes: gradients[sizes > 0].sum(dim=0) / sizes.sum(),
        "Divided by the number of examples, but each row was not multiplied by anything. What "
        "turns a mean back into a sum?",
    ),
    Mistake(
        "along the wrong axis, without the empty",
        lambda gradients, sizes: (sizes[:, None] * gradients)[sizes > 0].sum(dim=1) / sizes.sum(),
        "One number for each share comes out. Along which axis are the shares added up?",
    ),
    Mistake(
        "not added up, without the empty",
        lambda gradients, sizes: (sizes[:, None] * gradients)[sizes > 0] / sizes.sum(),
        "The rows that count are weighed, and still to be added up.",
    ),
    Mistake(
        "along the wrong axis",
        lambda gradients, sizes: (sizes[:, None] * gradients.nan_to_num()).sum(dim=1) / sizes.sum(),
        "One number for each worker comes out. Along which axis are the workers added up?",
    ),
    Mistake(
        "not added up",
        lambda gradients, sizes: sizes[:, None] * gradients.nan_to_num() / sizes.sum(),
        "The rows are weighed, and still to be added up.",
    ),
    Mistake(
        "one number",
        lambda gradients, sizes: (sizes[:, None] * gradients.nan_to_num()).sum() / sizes.sum(),
        "All parameters are added up to one number. How many numbers has a gradient?",
    ),
    Mistake(
        "the empty share counts as one",
        lambda gradients, sizes: (
            (sizes[:, None] * gradients.nan_to_num()).sum(dim=0) / sizes.clamp(min=1).sum()
        ),
        "Right, unless a share is empty: there the divisor is too large. What does an empty "
        "share add to it?",
    ),
    Mistake(
        "a sum",
        lambda gradients, sizes: average_gradient(gradients, sizes) * sizes.sum(),
        "This is the sum over all examples. The loss of a batch is a mean.",
    ),
    Mistake(
        "divided by the workers",
        lambda gradients, sizes: average_gradient(gradients, sizes) * sizes.sum() / len(sizes),
        "Divided by the number of workers. How many examples were there in all?",
    ),
    Mistake(
        "divided twice",
        lambda gradients, sizes: average_gradient(gradients, sizes) / len(sizes),
        "Too small by the number of workers: the weights add up to 1 already, so nothing is "
        "left to divide by.",
    ),
)
