"""A batch and its two halves: what a loss does not say of itself, it shows once.

A mean over examples is the mean of the means of its parts, each weighed by its size. Targets in
order make the two halves as unlike as they can be, so that class weights and ignored targets show.
"""

from __future__ import annotations

import copy
import math
import warnings
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.training.counts import Counts
from course_utils.training.losses import Loss, losses_inside, read_loss

CLOSE = {torch.float16: 0.01, torch.bfloat16: 0.05}  # relative; float32 and better: 1e-4


def find_counts(loss_fn: Any, outputs: Tensor, y: Tensor) -> Counts:
    """Return how much batches count for a loss, tried on outputs and targets, (batch, …), of one.

    A loss of PyTorch is known. Any other is called on the batch and on its halves: the way of
    counting that explains the three numbers is taken, of those of the known losses that it calls
    first, then that of a plain mean.

    Raises ValueError for a loss that is a sum over the batch, or in training for one that has no
    slope. Warns of one that no mean explains: its numbers depend on the size of the batches.
    """
    said = read_loss(loss_fn)
    if said.function is not None:
        return Counts(said)
    found = [*losses_inside(loss_fn), said]
    candidates = [*(Counts(it) for it in found if _fits(it, outputs)), Counts(Loss())]
    if len(y) < 2 or outputs.is_meta:
        return candidates[0]
    if torch.is_grad_enabled():
        _check_slope(loss_fn, outputs, y)
    order = y.detach().reshape(len(y), -1).float().mean(dim=1).argsort()
    parts = order, order[: len(y) // 2], order[len(y) // 2 :]
    batches = [(outputs.detach()[part], y[part]) for part in parts]
    numbers = _try(loss_fn, batches)
    if numbers is None:
        return candidates[0]
    whole, *halves = numbers
    tolerance = CLOSE.get(outputs.dtype, 1e-4) * max(
        abs(number) for number in numbers if math.isfinite(number)
    )
    for counts in candidates:
        weights = [float(counts.of(*batch)) for batch in batches[1:]]
        pairs = [pair for pair in zip(weights, halves, strict=True) if pair[0]]
        mean = sum(weight * half for weight, half in pairs) / (sum(weights) or 1)
        if math.isclose(whole, mean, rel_tol=0, abs_tol=tolerance):
            return counts
    what = (
        f"got {whole:.4g} for the first batch of {len(y)} and {halves[0]:.4g} and {halves[1]:.4g} "
        "for its halves"
    )
    if math.isclose(whole, sum(halves), rel_tol=0, abs_tol=tolerance):
        raise ValueError(
            f"loss_fn must return the mean over the examples of a batch, {what}, a sum: take the "
            "mean, or divide it by len(y)."
        )
    warnings.warn(
        f"loss_fn should return the mean over the examples of a batch, {what}: the losses of "
        "batches of other sizes will not compare with these. Let it take means over examples only; "
        "class weights and ignored targets are seen in nn.CrossEntropyLoss(weight=…, "
        "ignore_index=…) and in functools.partial(cross_entropy, …), and not in a lambda.",
        stacklevel=2,
    )
    return candidates[-1]


def _fits(loss: Loss, outputs: Tensor) -> bool:
    """Say whether a weight is one of classes: a loss of one's own may mean another by the name."""
    return loss.weight is None or loss.weight.shape == outputs.shape[1:2]


def _try(loss_fn: Any, batches: list[tuple[Tensor, Tensor]]) -> list[float] | None:
    """Return the loss of each batch; None where it cannot be had, or is not the same twice."""
    try:
        if isinstance(loss_fn, nn.Module):
            loss_fn = copy.deepcopy(loss_fn)  # which may count its calls
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            numbers = [float(loss_fn(*batch)) for batch in (*batches, batches[0])]
    except Exception:  # such as one that is made for a single size of batch
        return None
    *numbers, again = numbers
    return numbers if math.isfinite(numbers[0]) and again == numbers[0] else None


def _check_slope(loss_fn: Any, outputs: Tensor, y: Tensor) -> None:
    """Raise ValueError for a loss that has a gradient of nothing but zeros."""
    leaf = outputs.detach().requires_grad_()
    with torch.random.fork_rng(devices=[]):
        loss = loss_fn(leaf, y)
    if not loss.requires_grad:
        return  # a parameter of the loss may still learn, and if not, it is said elsewhere
    (slope,) = torch.autograd.grad(loss, leaf, allow_unused=True)
    if slope is not None and bool(loss.detach().isfinite() & (loss != 0)) and not slope.any():
        raise ValueError(
            f"the loss must have a slope to follow, got {loss.item():.4g} with a gradient of "
            "zeros: round, sign, > and argmax have none; give accuracy as one of the metrics, "
            "and nn.CrossEntropyLoss() or another smooth loss as loss_fn."
        )
