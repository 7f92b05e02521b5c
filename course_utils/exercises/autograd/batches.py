"""Exercise 3.5 of notebook 03: the gradient of a big batch from small ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from course_utils.exercises import Case, Exercise, Mistake

Loss = Callable[[Tensor, int, int], Tensor]  # of the squares of a batch, N and the batch size


def accumulate(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Return the gradient of the mean squared error over all N examples, shape (2,).

    `t_u`, `t_c`: (N,); `params`: (w, b), shape (2,). Batch means are weighted by their share.
    """
    return _accumulated(t_u, t_c, params, batch_size, lambda squares, n, b: squares.sum() / n)


def _accumulated(
    t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int, loss: Loss, clear: bool = False
) -> Tensor:
    leaf = params.clone().requires_grad_()
    for start in range(0, len(t_u), batch_size):
        if clear:
            leaf.grad = None
        batch_u, batch_c = t_u[start : start + batch_size], t_c[start : start + batch_size]
        squares = (leaf[0] * batch_u + leaf[1] - batch_c) ** 2
        loss(squares, len(t_u), batch_size).backward()
    assert leaf.grad is not None
    return leaf.grad


def _by_matrix(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    A = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    return 2 / len(t_u) * A.T @ (A @ params - t_c)


def _by_summing(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    leaf, total = params.clone().requires_grad_(), torch.zeros(2)
    for u, c in zip(t_u.split(batch_size), t_c.split(batch_size), strict=True):
        loss = ((leaf[0] * u + leaf[1] - c) ** 2).mean()
        total = total + len(u) / len(t_u) * torch.autograd.grad(loss, leaf)[0]
    return total


def _with(loss: Loss, clear: bool = False) -> Callable:
    return lambda t_u, t_c, params, b: _accumulated(t_u, t_c, params, b, loss, clear)


def _mean_of_batch_means(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    num_batches = -(-len(t_u) // batch_size)
    return _accumulated(
        t_u, t_c, params, batch_size, lambda squares, n, b: squares.mean() / num_batches
    )


def _complete_batches_only(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    kept = max(len(t_u) // batch_size, 1) * batch_size
    scale = len(t_u[:kept]) / len(t_u)
    return scale * accumulate(t_u[:kept], t_c[:kept], params, batch_size)


class _Watch(TorchFunctionMode):
    """Note the largest result of arithmetic."""

    largest = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if isinstance(result, Tensor) and func.__name__.strip("_") in _ARITHMETIC:
            self.largest = max(self.largest, result.numel())
        return result


_ARITHMETIC = {"mul", "rmul", "add", "radd", "sub", "rsub", "pow", "square", "matmul", "mv"}


def _at_a_time(answer: Callable, *inputs: Any) -> str:
    """Say whether a computation went over more examples than a batch has."""
    with _Watch() as watch:
        answer(*inputs)
    return f"{'more than' if watch.largest > inputs[-1] else 'at most'} {inputs[-1]} at a time"


_X = torch.linspace(-2, 3, 11)
_Y = 3 * _X - 1 + torch.tensor([0.4, -0.3, 0.1, 0.0, 0.5, -0.2, 0.3, -0.6, 0.2, 0.1, -0.4])
_START = torch.tensor([1.0, 0.0])

ACCUMULATE = Exercise(
    number="3.5",
    title="Small batches, one gradient",
    level="change",
    learned="each batch mean counts by its share of the examples, and then the gradients add up",
    cases=(
        Case("4 examples in batches of 2, w = 1, b = 0", (_X[:4], _Y[:4], _START, 2)),
        Case("11 examples in batches of 4, 4 and 3", (_X, _Y, _START, 4)),
        Case("11 examples in batches of 5, 5 and 1", (_X, _Y, torch.tensor([-2.0, 7.0]), 5)),
        Case("11 examples one by one", (_X, _Y, _START, 1)),
        Case("11 examples and room for 100", (_X, _Y, _START, 100)),
        Case("how many of 11 examples are computed at a time", (_X, _Y, _START, 4), _at_a_time),
    ),
    reference=accumulate,
    correct=(_by_summing, _with(lambda s, n, b: s.mean() * len(s) / n)),
    mistakes=(
        Mistake("adds up the means", _with(lambda squares, n, b: squares.mean()), given=True),
        Mistake(
            "the mean of the batch means",
            _mean_of_batch_means,
            "Right where all batches have the same size. A last, smaller batch counts too much in "
            "this way: weight each by its share of the examples.",
        ),
        Mistake(
            "all at once",
            _by_matrix,
            "The gradient is right, but it was computed over all examples at once. The memory "
            "holds only batch_size of them: keep the loop over the batches.",
        ),
        Mistake(
            "counts complete batches only",
            _with(lambda squares, n, b: squares.mean() / (n // b)),
            "N // batch_size leaves out the last, smaller batch, and is 0 if all fit into one. "
            "Weight each batch by its share of the examples.",
        ),
        Mistake(
            "clears in the loop",
            _with(lambda squares, n, b: squares.mean(), clear=True),
            "Clearing inside the loop throws away the earlier batches. Let them add up, and weight "
            "each by its share of the examples.",
        ),
        Mistake(
            "divides by a fixed batch size",
            _with(lambda squares, n, b: squares.mean() * b / n),
            "Each batch is weighted with batch_size / N, but the last batch may be smaller than "
            "batch_size. How many examples are really in it?",
        ),
        Mistake(
            "the sum",
            _with(lambda squares, n, b: squares.sum()),
            "N times too large: this is the gradient of the sum, and the mean was wanted.",
        ),
        Mistake(
            "divides by the batch size",
            _with(lambda squares, n, b: squares.sum() / b),
            "The sum of the squares has to be divided by the number of all examples, N, not by "
            "batch_size.",
        ),
        Mistake(
            "the mean divided by N",
            _with(lambda squares, n, b: squares.mean() / n),
            "The squares of a batch are divided twice, by the size of the batch and by N.",
        ),
        Mistake(
            "keeps the last batch only",
            _with(lambda squares, n, b: squares.sum() / n, clear=True),
            "Only the last batch is left. Clearing belongs before the first batch, not between "
            "them.",
        ),
        Mistake(
            "complete batches only",
            _complete_batches_only,
            "The last, incomplete batch is missing.",
        ),
    ),
)
