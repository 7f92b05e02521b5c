"""Exercise 14.5 of notebook 14: the Hessian times a vector, without the Hessian."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise
from course_utils.exercises.families import near, saying
from course_utils.exercises.second_order_methods import solutions
from course_utils.exercises.second_order_methods.astray import first_off
from course_utils.exercises.second_order_methods.product_mistakes import MISTAKES

_TILTED = torch.tensor([[4.0, 1.0], [1.0, 2.0]], dtype=torch.float64)


def _untilted(params: Tensor) -> Tensor:
    return params[0] ** 2 + 5 * params[1] ** 2


def _tilted(params: Tensor) -> Tensor:
    return params @ _TILTED @ params / 2 + params.sum()


def _bent(params: Tensor) -> Tensor:
    return (1 - params[0]) ** 2 + 100 * (params[1] - params[0] ** 2) ** 2


def _wavy(params: Tensor) -> Tensor:
    return (torch.sin(params) * params.roll(1)).sum()


def _row(*numbers: float) -> Tensor:
    return torch.tensor(numbers, dtype=torch.float64)


FORMED = "the matrix"
FAMILIES = {
    "no tilt": "Already in a bowl without a tilt something else comes out. There each entry of v "
    "is multiplied by its own curvature, and nothing else.",
    "tilt": "Without a tilt all is well. With one, H has entries beside its diagonal: do they get "
    "lost?",
    "a bent valley": "In bowls all is well, where the curvature is the same everywhere. In a bent "
    "valley it is not: is it the curvature at params itself?",
    FORMED: "The numbers are right, and H was formed on the way: forty rows for forty "
    "parameters. The gradient times v is one number. What is its gradient?",
}


def _where(answer: Callable) -> tuple[str, str]:
    """Say for which kind of loss an answer first gives something else."""

    losses = {"no tilt": _untilted, "tilt": _tilted, "a bent valley": _bent}

    def ask(given: Callable, place: str) -> Tensor:
        return given(losses[place], _row(0.5, -1.0), _row(2.0, 3.0))

    if getattr(answer, "place", "") == FORMED:  # it is right for all losses
        answer = solutions.hessian_times
    return first_off(answer, solutions.hessian_times, losses, ask)


def _is_formed(answer: Callable) -> str:
    """Say in a word whether an answer that is right in other cases forms the whole matrix."""
    place = getattr(answer, "place", None)
    formed = place == FORMED if place else _takes_many_gradients(answer)
    return "yes" if formed else "no"


def _takes_many_gradients(answer: Callable) -> bool:
    """Say whether an answer that is right takes as many gradients as there are parameters."""
    num_gradients, num_params = 0, 40

    def count(_: Tensor) -> None:
        nonlocal num_gradients
        num_gradients += 1

    def watching(params: Tensor) -> Tensor:
        through = params * 1
        if through.requires_grad:
            through.register_hook(count)  # called each time that a gradient passes
        return _wavy(through)

    params = torch.linspace(0, 1, num_params, dtype=torch.float64)
    v = torch.ones(num_params, dtype=torch.float64)
    try:
        got = answer(watching, params, v)
    except Exception:  # of these others speak
        return False
    return near(got, solutions.hessian_times(_wavy, params, v)) and num_gradients >= num_params


def _by_library(loss_fn: Callable, params: Tensor, v: Tensor) -> Tensor:
    return torch.autograd.functional.vhp(loss_fn, params, v)[1]


def _by_difference(loss_fn: Callable, params: Tensor, v: Tensor) -> Tensor:
    def gradient(place: Tensor) -> Tensor:
        return torch.autograd.functional.jacobian(loss_fn, place)

    return (gradient(params + 1e-5 * v) - gradient(params - 1e-5 * v)) / 2e-5


HESSIAN_TIMES = Exercise(
    number="14.5",
    name="hessian_times",
    title="The Hessian times a vector",
    level="build",
    hints=(
        "The end of section 14.6 says how: the gradient times v is one number, and its gradient is "
        "H v. What must a tensor have so that autograd watches it?",
        "Make a tensor of your own that is watched: `params.detach().requires_grad_()`. From it "
        "compute the loss and, with `create_graph=True`, the gradient. Remember that "
        "`torch.autograd.grad` returns a tuple: `(grad,) = …` takes the only one out.",
        "`grad @ v` is the number. Put it where the loss stood, in a second call of "
        "`torch.autograd.grad` for the same tensor, and return what comes out.",
    ),
    learned="H v is the gradient of a number, the gradient times v, and needs no matrix",
    cases=(
        Case("curvatures 2 and 10, no tilt, v = (1, 1)", (_untilted, _row(0.5, -1), _row(1, 1))),
        Case("a tilted bowl, v = (2, −3)", (_tilted, _row(1, 2), _row(2, -3))),
        Case("a tilted bowl, v = (0, 0.5)", (_tilted, _row(1, 2), _row(0, 0.5))),
        Case("Rosenbrock at (−1.2, 1), v = (1, 1)", (_bent, _row(-1.2, 1), _row(1, 1))),
        Case("three parameters, v = (1, −2, 0.5)", (_wavy, _row(0.3, 1.1, -0.7), _row(1, -2, 0.5))),
        Case("loss after loss, from the simplest", (), _where),
        Case("forty parameters: is the whole of H formed?", (), _is_formed),
    ),
    reference=solutions.hessian_times,
    correct=(_by_library, _by_difference),
    mistakes=(
        *MISTAKES,
        *(saying(solutions.hessian_times, place, hint) for place, hint in FAMILIES.items()),
    ),
)
