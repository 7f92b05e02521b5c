"""Gradient descent on a bend, with a place for each slip: what the mistakes of 1.6 are made of."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor

Slopes = Callable[[Tensor, Tensor, Tensor], Tensor]  # of d = dℓ/dŷ, t_u and (w2, w1, b)

START = (0.0, 1.0, 0.0)  # w2, w1, b


def predict(t_u: Tensor, params: Tensor) -> Tensor:
    """Return the predictions of a model with a bend, (N,), for w2, w1 and b in `params`, (3,)."""
    return params[0] * t_u**2 + params[1] * t_u + params[2]


def descend(
    t_u: Tensor,
    t_c: Tensor,
    lr: float,
    num_epochs: int,
    *,
    start: tuple[float, float, float] = START,
    slopes: Slopes | None = None,
) -> Tensor:
    """Return w2, w1 and b, (3,), after `num_epochs` steps from `start` along minus `slopes`."""
    params = torch.tensor(start)
    for _ in range(num_epochs):
        d = 2 * (predict(t_u, params) - t_c) / len(t_u)
        params = params - lr * (slopes or right_slopes)(d, t_u, params)
    return params


def right_slopes(d: Tensor, t_u: Tensor, params: Tensor) -> Tensor:
    """Return dℓ/dw2, dℓ/dw1 and dℓ/db, (3,)."""
    return torch.stack([(d * t_u**2).sum(), (d * t_u).sum(), d.sum()])


def slopes_at(t_u: Tensor, t_c: Tensor, params: Tensor) -> Tensor:
    """Return the slopes of the mean squared error at `params`, (3,)."""
    return right_slopes(2 * (predict(t_u, params) - t_c) / len(t_u), t_u, params)


def with_slopes(slopes: Slopes) -> Callable[..., Tensor]:
    """Return an answer to 1.6 that goes along other slopes."""
    return lambda *args: descend(*args, slopes=slopes)


def times(w2: float = 1, w1: float = 1, b: float = 1) -> Callable[..., Tensor]:
    """Return an answer that multiplies each slope by a factor of its own."""
    factors = torch.tensor([w2, w1, b])
    return with_slopes(lambda d, t_u, params: factors * right_slopes(d, t_u, params))


def predicting(predict_by: Callable[[Tensor, Tensor], Tensor]) -> Callable[..., Tensor]:
    """Return an answer with another model in its predictions, and the slopes of the bend."""

    def slopes(d: Tensor, t_u: Tensor, params: Tensor) -> Tensor:
        off = predict_by(t_u, params) - predict(t_u, params)
        return right_slopes(d + 2 * off / len(t_u), t_u, params)

    return with_slopes(slopes)


def one_after_the_other(order: tuple[int, int, int]) -> Callable[..., Tensor]:
    """Return an answer that moves each parameter before it computes the next one's slope."""

    def answer(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
        params = torch.tensor(START)
        for _ in range(num_epochs):
            for i in order:
                params[i] = params[i] - lr * slopes_at(t_u, t_c, params)[i]
        return params

    return answer


def adding_up(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of a `.grad` that is never set back to 0."""
    params, grad = torch.tensor(START), torch.zeros(3)
    for _ in range(num_epochs):
        grad = grad + slopes_at(t_u, t_c, params)
        params = params - lr * grad
    return params


def by_example(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of a step after each example."""
    params = torch.tensor(START)
    for _ in range(num_epochs):
        for i in range(len(t_u)):
            params = params - lr * slopes_at(t_u[i : i + 1], t_c[i : i + 1], params)
    return params


def ever_shorter(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of steps with lr, lr/2, lr/3 and so on."""
    params = torch.tensor(START)
    for epoch in range(num_epochs):
        params = params - lr / (epoch + 1) * slopes_at(t_u, t_c, params)
    return params


def without_what_was(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return what comes of w2 = −lr·slope, without the w2 before."""
    params = torch.tensor(START)
    for _ in range(num_epochs):
        params = -lr * slopes_at(t_u, t_c, params)
    return params


def last_slopes(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return the slopes that the last step was made of."""
    return slopes_at(t_u, t_c, descend(t_u, t_c, lr, num_epochs - 1))


def last_loss(t_u: Tensor, t_c: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return the loss after the last step."""
    return ((predict(t_u, descend(t_u, t_c, lr, num_epochs)) - t_c) ** 2).mean()
