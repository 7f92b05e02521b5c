"""What goes wrong in exercise 12.1: devices, weights and the divisor."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.scaling_out.means import (
    all_to_the_cpu,
    at_home,
    moved_in_vain,
    on_a_gpu_by_name,
    on_the_cpu,
    to_a_gpu_if_there_is_one,
    weighted,
    weights_to_the_cpu,
    with_a_loop,
)

MISTAKES = (
    Mistake("weights on the CPU", on_the_cpu, given=True),
    Mistake(
        "moved, and not kept",
        moved_in_vain,
        "A tensor is moved to the device of X, and the result is thrown away. What does `.to` "
        "do with the tensor it is called on (section 12.1)?",
    ),
    Mistake(
        "a device of the machine",
        to_a_gpu_if_there_is_one,
        "This asks which devices the machine has. X may be on any of them: who knows on which?",
    ),
    Mistake(
        "a device from outside",
        at_home,
        "The weights get a device now, but one that was chosen without a look at X. Which "
        "device is right, if X may live anywhere?",
    ),
    Mistake(
        "moved to a device from outside",
        weights_to_the_cpu,
        "The weights are moved now, but to a device that was chosen without a look at X. Which "
        "device is right, if X may live anywhere?",
    ),
    Mistake(
        "a device from outside, and no division",
        lambda X: (torch.arange(1.0, len(X) + 1, device="cpu")[:, None] * X).sum(dim=0),
        "Two things: the division by the sum of the weights is gone, and the weights get a device "
        "that was chosen without a look at X.",
    ),
    Mistake(
        "X goes to the CPU",
        all_to_the_cpu,
        "This carries X to the CPU or into Python, and a real device would be waited for. "
        "Which of the two tensors is the one that lives in the wrong place?",
    ),
    Mistake(
        "X goes to the weights",
        lambda X: (
            ((weights := torch.arange(1.0, len(X) + 1))[:, None] * X.to(weights.device)).sum(dim=0)
            / weights.sum()
        ),
        "X is carried to where the weights are. Which of the two is the larger one, and which "
        "has its place from the caller?",
    ),
    Mistake(
        "a matrix product with the CPU",
        lambda X: torch.arange(1.0, len(X) + 1) @ X / sum(range(len(X) + 1)),
        "meta lets a matrix product of two devices through, a GPU does not. Where do the weights "
        "live?",
    ),
    Mistake(
        "one weight too few",
        lambda X: (torch.arange(1.0, len(X), device=X.device)[:, None] * X).sum(dim=0),
        "There is one weight less than there are rows. Does `arange` reach its second number?",
    ),
    Mistake(
        "weights without a second axis",
        lambda X: (torch.arange(1.0, len(X) + 1, device=X.device) * X).sum(dim=0),
        "Broadcasting lines the weights up with the columns of X. What had the given code done "
        "to them?",
    ),
    Mistake(
        "not added up",
        lambda X: (
            torch.arange(1.0, len(X) + 1, device=X.device)[:, None] * X / sum(range(len(X) + 1))
        ),
        "The rows are weighed, and still to be added up.",
    ),
    Mistake(
        "a GPU by its number",
        on_a_gpu_by_name,
        "A GPU named in the code is right on one machine. Who knows, inside the function, where "
        "the numbers live?",
    ),
    Mistake(
        "reads numbers one by one",
        with_a_loop,
        "float() asks the device for a number, and meta has none. Can it be done without "
        "looking at a single entry?",
    ),
    Mistake(
        "weights from 0",
        weighted(lambda w: w - 1, torch.sum),
        "The first row does not count at all. From which number do the weights run?",
    ),
    Mistake(
        "weights the other way round",
        weighted(lambda w: w.flip(0), torch.sum),
        "Early rows count more than recent ones here. Which row should have the largest weight?",
    ),
    Mistake(
        "divided by the rows",
        weighted(lambda w: w, lambda w: torch.tensor(len(w))),
        "Divided by the number of rows. What do the weights add up to?",
    ),
    Mistake(
        "no division",
        weighted(lambda w: w, lambda w: torch.ones(())),
        "The device is right now. But the weights have to be divided by their sum, as they "
        "were before.",
    ),
    Mistake(
        "equal weights",
        lambda X: X.mean(dim=0),
        "It runs everywhere, but each row now counts the same. Row i should have the weight i + 1.",
    ),
)
