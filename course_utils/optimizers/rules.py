"""Six update rules, each a function that returns where the parameters go and what it remembers.

Every rule is called as `params, state = rule(params, grad, state, lr)`. `params` and `grad` have
one shape, whatever it is; `state` is what the rule remembers, None before the first step. `lr` is a
number, or a tensor that broadcasts against `params`, so that many runs go side by side. No rule
changes what it is given. All follow the conventions of `torch.optim`, which the docstrings name;
`weight_decay` adds its pull to the gradient, except in `adamw`. `newton_step`, which needs the
curvature as well, is no such rule.

Every rule raises ValueError for what are no floats, and for a gradient of another shape.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

Rule = Callable[..., tuple[Tensor, Any]]
Rate = float | Tensor


def check_floats(names: str, *tensors: Any) -> None:
    """Raise ValueError unless all are floats of one shape: others would broadcast unseen."""
    good = all(isinstance(it, Tensor) and it.is_floating_point() for it in tensors)
    if not good or len({it.shape for it in tensors}) > 1:
        kinds = [(getattr(it, "dtype", type(it)), *getattr(it, "shape", ())) for it in tensors]
        raise ValueError(
            f"{names} must be floats of one shape, got {' and '.join(map(str, kinds))}."
        )


def sgd(
    params: Tensor, grad: Tensor, state: None, lr: Rate, weight_decay: float = 0.0
) -> tuple[Tensor, None]:
    """Return the parameters a little downhill, and None: this rule remembers nothing.

    Source: Goodfellow, Bengio and Courville, Deep Learning (2016), section 8.3.1.
    """
    check_floats("params and grad", params, grad)
    if weight_decay:
        grad = grad + weight_decay * params
    return params - lr * grad, state


def momentum(
    params: Tensor, grad: Tensor, state: Tensor | None, lr: Rate,
    momentum: float = 0.9, weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    """Return the parameters moved by the velocity, and the velocity, a fading sum of gradients.

    The first velocity is the first gradient, and no factor 1 − momentum weighs a new gradient
    (torch's `dampening` of 0), so that a long straight run is 1 / (1 − momentum) times as fast.
    Source: Polyak (1964); in this form Sutskever et al. (2013), section 2, with lr outside.
    """
    check_floats("params and grad", params, grad)
    if weight_decay:
        grad = grad + weight_decay * params
    velocity = grad if state is None else momentum * state + grad
    return params - lr * velocity, velocity


def nesterov(
    params: Tensor, grad: Tensor, state: Tensor | None, lr: Rate,
    momentum: float = 0.9, weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    """Return the parameters moved as by `momentum` with a look ahead, and the velocity.

    The look ahead is torch's: the parameters kept are the ones ahead, so that the gradient is taken
    where they are, and the step is the gradient plus `momentum` times the new velocity.
    Source: Nesterov (1983); in this form Bengio, Boulanger-Lewandowski and Pascanu (2013).
    """
    check_floats("params and grad", params, grad)
    if weight_decay:
        grad = grad + weight_decay * params
    velocity = grad if state is None else momentum * state + grad
    return params - lr * (grad + momentum * velocity), velocity


def rmsprop(
    params: Tensor, grad: Tensor, state: Tensor | None, lr: Rate,
    alpha: float = 0.99, eps: float = 1e-8, weight_decay: float = 0.0,
) -> tuple[Tensor, Tensor]:  # fmt: skip
    """Return the parameters moved by gradient over its recent size, and the mean of its squares.

    The mean of squares starts at zero and is not corrected for that, and `eps` is added outside the
    root. Source: Tieleman and Hinton, Neural Networks for Machine Learning (2012), lecture 6.5.
    """
    check_floats("params and grad", params, grad)
    if weight_decay:
        grad = grad + weight_decay * params
    old = torch.zeros_like(grad) if state is None else state
    square = alpha * old + (1 - alpha) * grad**2
    return params - lr * grad / (square.sqrt() + eps), square


def adam(
    params: Tensor, grad: Tensor, state: tuple[int, Tensor, Tensor] | None, lr: Rate,
    betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8, weight_decay: float = 0.0,
) -> tuple[Tensor, tuple[int, Tensor, Tensor]]:  # fmt: skip
    """Return the parameters moved by mean gradient over mean size, and (steps, mean, square).

    Both means start at zero and are divided by 1 − beta ** steps, which makes up for that; `eps` is
    added outside the root, after the correction. Source: Kingma and Ba (2015), algorithm 1.
    """
    check_floats("params and grad", params, grad)
    if weight_decay:
        grad = grad + weight_decay * params
    steps, mean, square = state or (0, torch.zeros_like(grad), torch.zeros_like(grad))
    steps, mean = steps + 1, betas[0] * mean + (1 - betas[0]) * grad
    square = betas[1] * square + (1 - betas[1]) * grad**2
    fair_mean, fair_square = mean / (1 - betas[0] ** steps), square / (1 - betas[1] ** steps)
    return params - lr * fair_mean / (fair_square.sqrt() + eps), (steps, mean, square)


def adamw(
    params: Tensor, grad: Tensor, state: tuple[int, Tensor, Tensor] | None, lr: Rate,
    betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8, weight_decay: float = 0.01,
) -> tuple[Tensor, tuple[int, Tensor, Tensor]]:  # fmt: skip
    """Return the parameters shrunk by 1 − lr · weight_decay and moved as by `adam`, and its state.

    The decay is decoupled: the gradient and its means know nothing of it.
    Source: Loshchilov and Hutter (2019), algorithm 2, with lr in the decay as torch has it.
    """
    return adam(params * (1 - lr * weight_decay), grad, state, lr, betas, eps)


def newton_step(params: Tensor, grad: Tensor, hessian: Tensor) -> Tensor:
    """Return where the slope of a loss with this gradient and this curvature would vanish.

    `params` and `grad` have shape (P,), `hessian` (P, P). On a quadratic loss that is its
    stationary point, which is a minimum only where all curvatures are positive. Raises ValueError
    for other shapes, torch.linalg.LinAlgError if the Hessian is singular, and RuntimeError,
    PyTorch's own, for whole numbers and for two dtypes.
    Source: Nocedal and Wright, Numerical Optimization (2006), section 3.3.

    >>> newton_step(torch.tensor([3.0]), torch.tensor([5.0]), torch.tensor([[2.0]])).tolist()
    [0.5]
    """
    check_floats("params and grad", params, grad)
    shape = getattr(hessian, "shape", type(hessian).__name__)
    if grad.dim() != 1 or shape != (*grad.shape, *grad.shape):
        raise ValueError(
            "grad and hessian must be (P,) and (P, P), got "
            f"{tuple(grad.shape)} and {shape}: take one row for each parameter."
        )
    return params - torch.linalg.solve(hessian, grad)


RULES: dict[str, Rule] = {
    rule.__name__: rule for rule in (sgd, momentum, nesterov, rmsprop, adam, adamw)
}
