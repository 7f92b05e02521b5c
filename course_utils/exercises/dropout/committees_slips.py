"""Wrong answers to exercise 9.6: other passes, or something else made of their logits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch
from torch import Tensor, nn

Predict = Callable[[nn.Module, Tensor, int], Tensor]


def passes(
    model: nn.Module, X: Tensor, num: int, mode: bool = True, after: bool | None = None
) -> Tensor:
    """Return the logits (num, N, classes) with dropout in this mode; `after`: one for all parts."""
    with dropping(model, mode), torch.no_grad():
        logits = torch.stack([model(X) for _ in range(num)])
    if after is not None:
        model.train(after)
    return logits


@contextmanager
def dropping(model: nn.Module, mode: bool = True, others: bool = False) -> Iterator[None]:
    """Put dropout into this mode and all other parts into another; at the end, back into theirs."""
    modes = [(part, part.training) for part in model.modules()]
    model.train(others)
    for part in model.modules():
        if isinstance(part, nn.Dropout):
            part.train(mode)
    yield
    for part, was_training in modes:
        part.training = was_training


def all_training(model: nn.Module, X: Tensor, num: int) -> Tensor:
    """Put every part into training mode, and back into its own."""
    with dropping(model, others=True), torch.no_grad():
        return torch.stack([model(X).softmax(dim=-1) for _ in range(num)]).mean(dim=0)


def all_left_training(model: nn.Module, X: Tensor, num: int) -> Tensor:
    """Put every part into training mode, and leave it there."""
    return as_it_came(model.train(), X, num)


def as_it_came(model: nn.Module, X: Tensor, num: int) -> Tensor:
    """Switch nothing."""
    with torch.no_grad():
        return torch.stack([model(X).softmax(dim=-1) for _ in range(num)]).mean(dim=0)


def others_as_they_came(model: nn.Module, X: Tensor, num: int) -> Tensor:
    """Put dropout into training mode, and leave the other parts alone."""
    layers = [part for part in model.modules() if isinstance(part, nn.Dropout)]
    modes = [layer.training for layer in layers]
    for layer in layers:
        layer.train()
    mean = as_it_came(model, X, num)
    for layer, was_training in zip(layers, modes, strict=True):
        layer.train(was_training)
    return mean


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
    votes, state = [], torch.get_rng_state()
    with dropping(model):
        for _ in range(num_masks):
            torch.set_rng_state(state)
            votes.append(model(X).softmax(dim=-1))
    return torch.stack(votes).mean(dim=0)


def one_too_few(model: nn.Module, X: Tensor, num_masks: int) -> Tensor | float:
    """Leave out one pass, and divide by their number all the same."""
    if num_masks == 1:
        return 0.0  # a sum of nothing
    return passes(model, X, num_masks - 1).softmax(dim=-1).sum(dim=0) / num_masks


def in_the_other_mode(model: nn.Module, X: Tensor, num_masks: int) -> Tensor:
    """Ask the model in the mode in which it did not come."""
    return passes(model, X, num_masks, mode=not model.training).softmax(dim=-1).mean(dim=0)
