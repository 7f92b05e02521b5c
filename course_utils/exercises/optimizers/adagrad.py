"""Exercise 4.2 of notebook 04: AdaGrad as a rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.optimizers import solutions
from course_utils.exercises.optimizers.adagrad_mistakes import MISTAKES, moved

NO_PAIR = "not two things, parameters and state"


def _walk(rule: Callable[..., Any], lr: float, *grads: Sequence[float]) -> Tensor | str | None:
    """Return where the rule leads from (1, −0.5) along given gradients, a row for each step."""
    params, state, places = torch.tensor([1.0, -0.5]), None, []
    for grad in grads:
        result = rule(params.clone(), torch.tensor(grad), state, lr)
        if result is None:
            return None
        if not isinstance(result, (tuple, list)) or len(result) != 2:
            return NO_PAIR
        params, state = result
        if not isinstance(params, Tensor):
            return f"{type(params).__name__} in place of the parameters"
        places.append(params.detach().clone())
    return torch.stack(places)


def _given(rule: Callable[..., Any]) -> str:
    """Say what became of the parameters and of the gradient that the rule was given."""
    params, grad = torch.tensor([1.0, -0.5]), torch.tensor([2.0, 0.5])
    rule(params, grad, None, 0.1)
    if params.tolist() != [1.0, -0.5]:
        return "the parameters were changed"
    return "nothing was changed" if grad.tolist() == [2.0, 0.5] else "the gradient was changed"


def _in_one_tensor(params: Tensor, grad: Tensor, state: Any, lr: float, eps: float = 1e-10) -> Any:
    total = grad.square() if state is None else torch.stack([state, grad.square()]).sum(dim=0)
    return params.addcdiv(grad, total.sqrt() + eps, value=-lr), total


def _all_gradients(params: Tensor, grad: Tensor, state: Any, lr: float, eps: float = 1e-10) -> Any:
    grads = [*(state or []), grad]
    return params - lr * grad / (torch.stack(grads).norm(dim=0) + eps), grads


ADAGRAD = Exercise(
    number="4.2",
    name="adagrad",
    title="A sum that forgets nothing",
    level="build",
    hints=(
        "Section 4.5 says in a sentence what AdaGrad divides by. `rmsprop` in the same section has "
        "the form that your rule needs. What does it keep as its state, and what should yours "
        "keep?",
        "First the new state: the old one plus `grad**2`. Before the first step there is no old "
        "one, and the state is `grad**2` alone. Then the step, which uses the new state.",
        "The first line may be `square_sum = grad**2 if state is None else state + grad**2`. The "
        "step is lr times the gradient over the root of that, with `eps` added to the root. Return "
        "the new parameters first, and then the state.",
    ),
    learned="a sum in place of a fading mean: what it divides by never shrinks",
    cases=(
        Case("the first step, gradient (3, −0.01), lr = 0.1", (0.1, (3.0, -0.01)), _walk),
        Case(
            "two steps along the slopes (3, −1) and (4, −1), lr = 0.1",
            (0.1, (3.0, -1.0), (4.0, -1.0)),
            _walk,
        ),
        Case(
            "five steps, lr = 0.5, with slopes of both signs",
            (0.5, (1.0, 2.0), (-2.0, 2.0), (2.0, -1.0), (0.5, 3.0), (-4.0, 0.1)),
            _walk,
        ),
        Case("a slope of 0 at first, lr = 0.2", (0.2, (0.0, 1.0), (2.0, 0.0)), _walk),
        Case(
            "tiny slopes, (3e-10, −1e-10) twice, lr = 0.1",
            (0.1, (3e-10, -1e-10), (3e-10, -1e-10)),
            _walk,
        ),
        Case("what it was given", (), _given),
    ),
    reference=solutions.adagrad,
    correct=(_in_one_tensor, _all_gradients, moved()),
    mistakes=MISTAKES,
)
