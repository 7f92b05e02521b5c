"""Exercise 15.3 of notebook 15: the action with the smallest expected cost."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.calibration_and_imbalance import solutions

_P = torch.tensor([[0.98, 0.02], [0.93, 0.07], [0.85, 0.15], [0.5, 0.5], [0.03, 0.97]])
_COSTS = torch.tensor([[0.0, 1.0, 0.4], [10.0, 0.0, 0.5]])  # leave, flag, ask
_THREE = torch.tensor([[0.2, 0.5, 0.3], [0.6, 0.3, 0.1], [0.1, 0.15, 0.75], [0.34, 0.33, 0.33]])
_THREE_COSTS = torch.tensor([[0.0, 2.0], [3.0, 0.5], [1.0, 4.0]])
_SQUARE = torch.tensor([[0.0, 1.0, 5.0], [4.0, 0.0, 1.0], [2.0, 6.0, 0.0]])


def _row_by_row(p: Tensor, costs: Tensor) -> Tensor:
    chosen = [
        int(torch.stack([row @ costs[:, a] for a in range(costs.shape[1])]).argmin()) for row in p
    ]
    return torch.tensor(chosen)


CHEAPEST_ACTIONS = Exercise(
    number="15.3",
    name="cheapest_actions",
    title="The cheapest action",
    level="build",
    hints=(
        "Section 15.7 worked out what it costs on average to flag a point, and what to leave it. "
        "Do the same for each action: the cost in each class, times the probability of that class, "
        "added up.",
        "For all points and actions at once this is a product of two matrices, of shapes `(N, C)` "
        "and `(C, A)`. Along which axis of the result do the actions lie?",
        "`expected = p @ costs` has a row for each point and a column for each action. `argmin` "
        "returns the place of the smallest entry.",
    ),
    learned="weigh costs by probabilities; a threshold is the case of two classes and two actions",
    cases=(
        Case("five points, two classes: leave, flag or ask", (_P, _COSTS)),
        Case("four points, three classes, two actions", (_THREE, _THREE_COSTS)),
        Case("four points, three classes, three actions", (_THREE, _SQUARE)),
        Case("one point", (torch.tensor([[0.9, 0.1]]), torch.tensor([[0.0, 1.0], [7.0, 0.0]]))),
    ),
    reference=solutions.cheapest_actions,
    correct=(
        lambda p, costs: torch.einsum("nc,ca->na", p, costs).min(dim=1).indices,
        lambda p, costs: (-(p @ costs)).argmax(1),
        lambda p, costs: np.argmin(p.numpy() @ costs.numpy(), axis=1),
        _row_by_row,
    ),
    mistakes=(
        Mistake(
            "the dearest",
            lambda p, costs: (p @ costs).argmax(dim=1),
            "This is the most expensive action of each point.",
        ),
        Mistake(
            "the likeliest class decides",
            lambda p, costs: costs[p.argmax(dim=1)].argmin(dim=1),
            "This takes the likeliest class for certain. A mistake in a less likely one may be "
            "dear: weigh each cost by the probability of its class.",
        ),
        Mistake(
            "the likeliest class",
            lambda p, costs: p.argmax(dim=1),
            "This is the likeliest class. What mistakes cost plays no part in it.",
        ),
        Mistake(
            "over the points",
            lambda p, costs: (p @ costs).argmin(dim=0),
            "This looks down the columns: for each action, the point where it is cheapest. Asked "
            "for is an action for each point.",
        ),
        Mistake(
            "one place for all",
            lambda p, costs: (p @ costs).argmin(),
            "Without an axis, `argmin` returns one place in the whole table.",
        ),
        Mistake(
            "the cost itself",
            lambda p, costs: (p @ costs).min(dim=1).values,
            "These are the smallest costs. Which action has them?",
        ),
        Mistake(
            "all costs",
            lambda p, costs: p @ costs,
            "These are the expected costs of all actions, and they are right. Which is the "
            "smallest of each row?",
        ),
        Mistake(
            "every class alike",
            lambda p, costs: costs.sum(dim=0).argmin().repeat(len(p)),
            "Here each point gets the same action, and its probabilities play no part.",
        ),
        Mistake(
            "largest term",
            lambda p, costs: (p.unsqueeze(2) * costs).max(dim=1).values.argmin(dim=1),
            "Of the costs of an action only the largest term counts here. Add up over the classes.",
        ),
        Mistake(
            "transposed",
            lambda p, costs: (p @ costs.T).argmin(dim=1),
            "In `costs` a row is a class, and a column is an action. Here they are exchanged.",
        ),
    ),
)
