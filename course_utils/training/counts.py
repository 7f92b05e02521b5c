"""How much each batch counts in the mean over a set: its examples, or the weights of its targets.

The mean of a set out of the means of its batches is right if each is weighed by what it was divided
by. Cross-entropy divides by the sum of the class weights of the targets that are not ignored.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.training.losses import OF_NUMBERS, Loss


class Counts:
    """By what a loss divides, for batches of any size.

    `ignoring` is whether some target may be one that does not count. Where it is known that none
    is, counting them in every batch is saved.
    """

    def __init__(self, loss: Loss, *, ignoring: bool = True) -> None:
        self.loss = loss
        self._index = loss.ignore_index
        self._of_numbers = loss.function in OF_NUMBERS and loss.reduction != "batchmean"
        self._of_examples = loss.reduction == "batchmean" or loss.function is F.multi_margin_loss
        self._of_classes = loss.is_of_classes
        by_target = not (self._of_numbers or self._of_examples)
        self._weight = loss.weight.detach() if by_target and loss.weight is not None else None
        self._ignoring = by_target and ignoring

    def of(self, outputs: Tensor, y: Tensor) -> float | Tensor:
        """Return how much a batch counts; outputs and y are (batch, …).

        The result stays on the device, (), where it depends on the targets.
        """
        weights = self._weights(outputs, y)
        return self._size(outputs, y) if weights is None else weights.sum()

    def of_members(self, outputs: Tensor, y: Tensor) -> float | Tensor:
        """Return it for each of many models, (members,); outputs and y are (members, batch, …)."""
        weights = self._weights(outputs.flatten(0, 1), y.flatten(0, 1))
        if weights is None:
            return self._size(outputs[0], y[0])
        return weights.unflatten(0, y.shape[:2]).flatten(1).sum(dim=1)

    def _weights(self, outputs: Tensor, y: Tensor) -> Tensor | None:
        """Return what each target counts, in the shape of y; None where each counts 1."""
        if self._weight is None and not self._ignoring:
            return None
        if not are_classes(outputs, y):
            return None
        if self._weight is None:
            return (y != self._index).float()
        if not self._ignoring:
            return self._weight[y.long()]
        counts = y != self._index
        return self._weight[torch.where(counts, y, 0).long()] * counts

    def _size(self, outputs: Tensor, y: Tensor) -> float:
        """Return how many numbers or targets a batch has: what a plain mean divides by."""
        if self._of_examples:
            return len(y)
        if self._of_numbers:
            return max(outputs.numel(), y.numel())
        if self._of_classes:
            return outputs.numel() // outputs.shape[1]
        return y.numel() if are_classes(outputs, y) else len(y)


def are_classes(outputs: Tensor, y: Tensor) -> bool:
    """Say whether targets are labels, (examples, …), of outputs of (examples, classes, …)."""
    return not y.is_floating_point() and outputs.dim() == y.dim() + 1


def counted(loss: Loss, outputs: Tensor, y: Tensor) -> Tensor | None:
    """Return which targets count, a mask in the shape of y; None where all do."""
    if not are_classes(outputs, y):
        return None
    mask = y != loss.ignore_index
    return None if bool(mask.all()) else mask
