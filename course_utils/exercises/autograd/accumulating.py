"""Sums of small gradients, right ones and wrong ones, for exercise 3.4 of notebook 03."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

Loss = Callable[[Tensor, int, int], Tensor]  # of the squares of a batch, N and the batch size


def share_of_sum(squares: Tensor, num_examples: int, batch_size: int) -> Tensor:
    """Return what a batch adds to the mean over all examples."""
    return squares.sum() / num_examples


def accumulated(
    t_u: Tensor,
    t_c: Tensor,
    params: Tensor,
    batch_size: int,
    loss: Loss = share_of_sum,
    clear: bool = False,
    starts: Callable[[int, int], range] = lambda n, b: range(0, n, b),
    after: Callable[[Tensor, int, int], Tensor] = lambda grad, b, n: grad,
    finish: Callable[[Tensor, int, int], Tensor] = lambda grad, b, n: grad,
) -> Tensor | None:
    """Return the gradient that batches add up to, right but for what is handed in.

    `starts` is where the batches begin, `after` what becomes of the gradient after each, `finish`
    what becomes of it in the end; both get the number of examples in the batch, and N.
    """
    leaf = params.clone().requires_grad_()
    n, batch_u = len(t_u), t_u[:0]
    for start in starts(n, batch_size):
        if clear:
            leaf.grad = None
        batch_u, batch_c = t_u[start : start + batch_size], t_c[start : start + batch_size]
        loss((leaf[0] * batch_u + leaf[1] - batch_c) ** 2, n, batch_size).backward()
        assert leaf.grad is not None
        leaf.grad = after(leaf.grad, len(batch_u), n)
    return leaf.grad if leaf.grad is None else finish(leaf.grad, len(batch_u), n)


def accumulating(**changes: Any) -> Callable[..., Tensor | None]:
    """Return `accumulated` with these changes."""
    return lambda t_u, t_c, params, b: accumulated(t_u, t_c, params, b, **changes)


def with_loss(loss: Loss, clear: bool = False) -> Callable[..., Tensor | None]:
    """Return `accumulated` with another loss of a batch."""
    return accumulating(loss=loss, clear=clear)


def by_matrix(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Return the gradient by the formula, over all examples at once."""
    A = torch.stack([t_u, torch.ones_like(t_u)], dim=1)
    return 2 / len(t_u) * A.T @ (A @ params - t_c)


def by_small_matrices(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Return the gradient by the formula, batch after batch."""
    total = torch.zeros(2)
    for u, c in zip(t_u.split(batch_size), t_c.split(batch_size), strict=True):
        total += len(u) / len(t_u) * by_matrix(u, c, params, batch_size)
    return total


def by_summing(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Return the weighted sum of the gradients of the batch means."""
    leaf, total = params.clone().requires_grad_(), torch.zeros(2)
    for u, c in zip(t_u.split(batch_size), t_c.split(batch_size), strict=True):
        loss = ((leaf[0] * u + leaf[1] - c) ** 2).mean()
        total = total + len(u) / len(t_u) * torch.autograd.grad(loss, leaf)[0]
    return total


def mean_of_batch_means(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor | None:
    """Return the mean of the gradients of the batches, the last one weighted like all others."""
    num_batches = -(-len(t_u) // batch_size)
    return accumulated(t_u, t_c, params, batch_size, lambda s, n, b: s.mean() / num_batches)


def complete_batches_only(
    t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int
) -> Tensor | None:
    """Leave out a last batch that is smaller, unless it is the only one."""
    kept = max(len(t_u) // batch_size, 1) * batch_size
    return accumulated(
        t_u[:kept], t_c[:kept], params, batch_size, lambda s, n, b: s.sum() / len(t_u)
    )


def forgets_b(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor:
    """Predict w · t_u, without b."""
    grad = accumulated(t_u, t_c, params * torch.tensor([1.0, 0.0]), batch_size)
    assert grad is not None
    return grad * torch.tensor([1.0, 0.0])


def always_by_four(t_u: Tensor, t_c: Tensor, params: Tensor, batch_size: int) -> Tensor | None:
    """Take batches of 4, whatever was asked for."""
    return accumulated(t_u, t_c, params, 4)


class _Watch(TorchFunctionMode):
    """Note the longest tensor that anything is computed with or that comes out of it."""

    longest = 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        result = func(*args, **(kwargs or {}))
        if func.__name__ not in _MOVING:
            used = [it for it in (*args, *(kwargs or {}).values(), result) if _has_axes(it)]
            self.longest = max([self.longest, *(max(it.shape) for it in used)])
        return result


def _has_axes(thing: Any) -> bool:
    return isinstance(thing, Tensor) and thing.dim() > 0


# What only looks at tensors, cuts them or moves them, and computes nothing with their numbers; the
# last line is how inputs are compared with what they were.
_MOVING_WORDS = """
    __get__ __getitem__ __len__ __iter__ __repr__ __set__ __format__ __hash__ split chunk unbind
    tensor_split split_with_sizes narrow select index_select take unfold size stride dim numel
    nelement clone detach detach_ contiguous requires_grad_ backward to cpu double float type
    tolist numpy __array__ item view reshape squeeze unsqueeze flatten t transpose permute stack cat
    hstack vstack column_stack ones_like zeros_like is_floating_point data_ptr is_contiguous
    __deepcopy__ isclose all equal is_complex
"""
_MOVING = set(_MOVING_WORDS.split())


def at_a_time(answer: Callable, *inputs: Any) -> str:
    """Say whether a computation went over more examples than a batch has."""
    with _Watch() as watch:
        answer(*inputs)
    return f"{'more than' if watch.longest > inputs[-1] else 'at most'} {inputs[-1]} at a time"
