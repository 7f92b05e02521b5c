"""The mean over examples out of the means of batches, some of which may be smaller."""

import torch
from torch import Tensor


class BatchLosses:
    """The losses of batches, which stay on their device until `read` makes means of them.

    A loss is the mean over the examples of a batch: one number, (), or one a member, (members,).
    """

    def __init__(self) -> None:
        self._losses: list[Tensor] = []
        self._sizes: list[int] = []

    def __len__(self) -> int:
        return len(self._losses)

    def add(self, loss: Tensor, size: int) -> None:
        """Remember the loss of a batch of `size` examples, without waiting for a GPU."""
        self._losses.append(loss.detach())
        self._sizes.append(size)

    def read(self) -> tuple[Tensor, Tensor]:
        """Return the losses, (batches, …), and their means over all examples, (…).

        Both are float64 on the CPU: sums of many float32 would lose digits.
        """
        losses = torch.stack(self._losses).cpu().double()  # here a GPU is waited for, once
        sizes = torch.tensor(self._sizes, dtype=torch.float64)
        return losses, sizes @ losses / sizes.sum()
