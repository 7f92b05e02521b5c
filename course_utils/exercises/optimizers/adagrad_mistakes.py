"""Mistakes of exercise 4.2 of notebook 04: rules that divide by something else, or by less."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from course_utils.exercises import Mistake

State = Tensor | None
EPS = 1e-10


def add(state: State, grad: Tensor) -> Tensor:
    """Return the sum of squares with one gradient more."""
    return grad**2 if state is None else state + grad**2


def over_root(grad: Tensor, total: Tensor) -> Tensor:
    """Return the gradient over the root of the sum."""
    return grad / (total.sqrt() + EPS)


def moved(
    remember: Callable[[State, Tensor], Any] = add,
    direction: Callable[[Tensor, Any], Tensor] = over_root,
    result: Callable[..., Any] = lambda params, step, total: (params - step, total),
    scale: Callable[[float], float] = lambda lr: lr,
) -> Callable[..., Any]:
    """Return a rule that is right but for what is handed in.

    `remember` makes the new state of the old one and the gradient, `direction` what is multiplied
    with the rate of gradient and state, and `result` what is returned of (parameters, step, state).
    """

    def rule(params: Tensor, grad: Tensor, state: Any, lr: float) -> Any:
        total = remember(state, grad)
        return result(params, scale(lr) * direction(grad, total), total)

    return rule


def _late(params: Tensor, grad: Tensor, state: State, lr: float) -> Any:
    old = torch.zeros_like(grad) if state is None else state
    return params - lr * grad / (old.sqrt() + EPS), old + grad**2


def _mean(params: Tensor, grad: Tensor, state: Any, lr: float) -> Any:
    count, total = state or (0, torch.zeros_like(grad))
    count, total = count + 1, total + grad**2
    return params - lr * grad / ((total / count).sqrt() + EPS), (count, total)


def _last_square(params: Tensor, grad: Tensor, state: State, lr: float) -> Any:
    return params - lr * over_root(grad, add(state, grad)), grad**2


def _in_place(params: Tensor, grad: Tensor, state: State, lr: float) -> Any:
    total = add(state, grad)
    params -= lr * over_root(grad, total)
    return params, total


MISTAKES = (
    Mistake(
        "a fading mean",
        moved(
            lambda state, grad: 0.01 * grad**2 if state is None else 0.99 * state + 0.01 * grad**2
        ),
        "This is RMSProp: the old squares fade. AdaGrad forgets nothing. What becomes of α?",
    ),
    Mistake(
        "no memory",
        moved(lambda state, grad: grad**2),
        "Every step is as long as the first. Does the old state enter the one that is handed back?",
    ),
    Mistake(
        "the sign of the gradient",
        moved(direction=lambda grad, total: grad.sign()),
        "The sign alone remembers nothing. What should the gradient be divided by?",
    ),
    Mistake(
        "no root",
        moved(direction=lambda grad, total: grad / (total + EPS)),
        "The gradient is divided by the sum itself. Where is the root?",
    ),
    Mistake(
        "sum of the gradients",
        moved(
            lambda state, grad: grad if state is None else state + grad,
            lambda grad, total: grad / (total.abs() + EPS),
        ),
        "The gradients are added up with their signs, and those of both signs cancel. What should "
        "be done to each before it is added?",
    ),
    Mistake(
        "sum of the sizes",
        moved(
            lambda state, grad: grad.abs() if state is None else state + grad.abs(),
            lambda grad, total: grad / (total + EPS),
        ),
        "This adds up sizes. The root of a sum of squares is another number: for 3 and 4, 5 not 7.",
    ),
    Mistake(
        "the first square twice",
        moved(lambda state, grad: (grad**2 if state is None else state) + grad**2),
        "The first step is too short by √2: its square is counted twice. What does the state hold?",
    ),
    Mistake(
        "root of each, then sum of roots",
        moved(lambda state, grad: grad**2 if state is None else state.sqrt() + grad**2),
        "The second step is off: is the root taken before it goes into the state, too? The state "
        "is the sum without a root.",
    ),
    Mistake(
        "the square of a sum",
        moved(lambda state, grad: grad**2 if state is None else (state + grad) ** 2),
        "The old state and the gradient are squared together. Only the gradient is to be squared.",
    ),
    Mistake(
        "the last square alone",
        _last_square,
        "Two steps are fine, and the third is not: the state that comes back holds one square. How "
        "many should it hold?",
    ),
    Mistake(
        "None is added",
        moved(lambda state, grad: state + grad**2),  # type: ignore[operator]
        "Before the first step `state` is None, nothing can be added to it. What is the sum then?",
    ),
    Mistake(
        "the old sum",
        _late,
        "The first step is gigantic: it divides by a sum that does not yet hold the present "
        "gradient. What comes first, the new state or the step?",
    ),
    Mistake(
        "the mean of the squares",
        _mean,
        "This divides by the root of a mean. A mean need not grow: what is asked for?",
    ),
    Mistake(
        "one sum for all",
        moved(lambda state, grad: (grad**2).sum() if state is None else state + (grad**2).sum()),
        "All entries are divided by the same number. Each parameter has a sum of its own.",
    ),
    Mistake(
        "uphill",
        moved(scale=lambda lr: -lr),
        "The lengths are those of AdaGrad, and it goes uphill.",
    ),
    Mistake(
        "no rate",
        moved(scale=lambda lr: 1.0),
        "The same whatever `lr` is: what is it handed over for?",
    ),
    Mistake(
        "plain descent",
        moved(direction=lambda grad, total: grad),
        "This is plain descent: the gradient is divided by nothing.",
    ),
    Mistake(
        "no eps",
        moved(direction=lambda grad, total: grad / total.sqrt()),
        "A slope of 0 in the first step gives 0 / 0 here, which is nan. What is `eps` for?",
    ),
    Mistake(
        "eps inside the root",
        moved(direction=lambda grad, total: grad / (total + EPS).sqrt()),
        "Only tiny slopes show it: `eps` stands inside the root. Add it after the root is taken.",
    ),
    Mistake(
        "the state first",
        moved(result=lambda params, step, total: (total, params - step)),
        "The two results have changed places: first the parameters, then the state.",
    ),
    Mistake(
        "the step alone",
        moved(result=lambda params, step, total: (-step, total)),
        "This is the step. Where does it lead from `params`?",
    ),
    Mistake(
        "the step without its sign",
        moved(result=lambda params, step, total: (step, total)),
        "This is the length of the step. Where does it lead from `params`, and in which direction?",
    ),
    Mistake(
        "one result",
        moved(result=lambda params, step, total: params - step),
        "Two things are asked for: the parameters, and what the rule wants back at the next step.",
    ),
    Mistake(
        "writes into the parameters",
        _in_place,
        "`params -= …` writes into the caller's tensor. `params - …` makes a new one.",
    ),
)
