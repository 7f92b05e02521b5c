"""The mean over examples out of the means of batches, some of which may count for less."""

from __future__ import annotations

import torch
from torch import Tensor


class BatchLosses:
    """The losses of batches, which stay on their device until `read` makes means of them.

    A loss is the mean over a batch: one number, (), or one a member, (members,).
    """

    def __init__(self) -> None:
        self._losses: list[Tensor] = []
        self._weights: list[float | Tensor] = []

    def __len__(self) -> int:
        return len(self._losses)

    def add(self, loss: Tensor, weight: float | Tensor) -> None:
        """Remember the loss of a batch and how much it counts, without waiting for a GPU.

        The weight is the number of its examples, or a tensor, () or (members,), on the device.
        """
        self._losses.append(loss.detach())
        self._weights.append(weight)

    def read(self) -> tuple[Tensor, Tensor]:
        """Return the losses, (batches, …), and their means over all examples, (…).

        Both are float64 on the CPU: sums of many float32 would lose digits. A batch in which no
        target counts has the loss 0 and no weight; where that is so for all, the mean is nan.
        """
        losses = torch.stack(self._losses).cpu().double()  # here a GPU is waited for, once
        if any(isinstance(weight, Tensor) for weight in self._weights):
            weights = torch.stack(
                [
                    torch.as_tensor(weight, dtype=torch.float32, device=loss.device).expand_as(loss)
                    for weight, loss in zip(self._weights, self._losses, strict=True)
                ]
            ).cpu()  # float32 until here: not every device has float64
            weights = weights.double()
            losses = torch.where(weights == 0, 0.0, losses)
            return losses, (weights * losses).sum(dim=0) / weights.sum(dim=0)
        weights = torch.tensor(self._weights, dtype=torch.float64, device="cpu")
        return losses, weights @ losses / weights.sum()
