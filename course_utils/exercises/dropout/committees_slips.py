"""Wrong answers to exercise 9.6: other passes, or something else made of their logits."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

Predict = Callable[[nn.Module, Tensor, int], Tensor]


def passes(
    model: nn.Module, X: Tensor, num: int, mode: bool = True, after: bool | None = None
) -> Tensor:
    """Return the logits (num, N, classes) of passes in this mode; `after`: the mode at the end."""
    was_training = model.training
    model.train(mode)
    with torch.no_grad():
        logits = torch.stack([model(X) for _ in range(num)])
    model.train(was_training if after is None else after)
    return logits


def of(predictions: Callable[[Tensor], Tensor]) -> Predict:
    """Make something else of the logits (num_masks, N, classes) of the right passes."""
    return lambda model, X, num: predictions(passes(model, X, num))


def halving(logits: Tensor) -> Tensor:
    """Take the mean of the mean so far and the next pass, again and again."""
    mean = logits[0].softmax(dim=-1)
    for one in logits[1:]:
        mean = (mean + one.softmax(dim=-1)) / 2
    return mean


def seeded(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    """Draw the same mask in each pass."""
    before, votes = model.training, []
    model.train()
    state = torch.get_rng_state()
    for _ in range(num_masks):
        torch.set_rng_state(state)
        votes.append(model(X).softmax(dim=-1))
    model.train(before)
    return torch.stack(votes).mean(dim=0)


def one_too_few(model: nn.Module, X: Tensor, num_masks: int) -> Tensor | float:
    """Leave out one pass, and divide by their number all the same."""
    if num_masks == 1:
        return 0.0  # a sum of nothing
    return passes(model, X, num_masks - 1).softmax(dim=-1).sum(dim=0) / num_masks


def in_the_other_mode(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    """Ask the model in the mode in which it did not come."""
    return passes(model, X, num_masks, mode=not model.training).softmax(dim=-1).mean(dim=0)
