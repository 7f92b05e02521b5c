"""Batches as slices of tensors: one shuffle an epoch instead of one look-up per example."""

from collections.abc import Iterator

import torch
from torch import Tensor

from course_utils.runtime import check_generator
from course_utils.training.converting import as_integer, conversion


class TensorBatches:
    """An iterable that yields tensors in slices of `batch_size` examples, as tuples.

    `tensors` are one or more tensors of any shapes and on any devices, (examples, …), all with
    equally many examples. `len` counts the batches. Where the examples do not come out even, the
    last batch is smaller, (examples modulo batch_size, …); `drop_last=True` leaves it out, and with
    it other examples in each epoch if `shuffle` is on.

    `shuffle=True` draws one permutation an epoch, at each `iter()`, from the CPU `generator`, by
    default the global one of PyTorch; a GPU thus sees the same order as a CPU. Without shuffling
    the batches are views of the tensors: changing one changes the data.

    Raises TypeError for what is no tensor or no generator, and ValueError for no tensors, tensors
    without examples or with unequally many, a `batch_size` that is no integer (Python's or NumPy's)
    from 1 to the number of examples, or a generator that lives on another device than the CPU.

    >>> [len(y) for (y,) in TensorBatches(torch.arange(100), batch_size=33)]
    [33, 33, 33, 1]
    """

    def __init__(
        self,
        *tensors: Tensor,
        batch_size: int,
        shuffle: bool = False,
        drop_last: bool = False,
        generator: torch.Generator | None = None,
    ) -> None:
        self.num_examples = _count_examples(tensors)
        size = as_integer(batch_size)
        if size is None:
            raise ValueError(f"batch_size must be an integer, got {batch_size!r}.")
        if not 1 <= size <= self.num_examples:
            raise ValueError(
                f"batch_size must lie between 1 and the {self.num_examples} examples there are, "
                f"got {size}: batch_size=len(X) makes one batch of them all."
            )
        if generator is not None:
            check_generator(generator, "the order is")
        self.tensors = tensors
        self.batch_size = size
        self.shuffle = shuffle
        self.drop_last = drop_last
        self.generator = generator

    def __len__(self) -> int:
        whole, rest = divmod(self.num_examples, self.batch_size)
        return whole if self.drop_last or not rest else whole + 1

    def __iter__(self) -> Iterator[tuple[Tensor, ...]]:
        tensors = self.tensors
        if self.shuffle:
            order = torch.randperm(self.num_examples, generator=self.generator, device="cpu")
            tensors = tuple(tensor[order.to(tensor.device)] for tensor in tensors)
        if self.drop_last:
            tensors = tuple(tensor[: len(self) * self.batch_size] for tensor in tensors)
        return zip(*(_cut(tensor, self.batch_size) for tensor in tensors), strict=True)


def _cut(tensor: Tensor, size: int) -> Iterator[Tensor]:
    """Yield the slices of `size` examples, faster than one slicing in Python for each."""
    for block in tensor.split(1000 * size):  # not all at once: a million views fill a gigabyte
        yield from block.split(size)


def _count_examples(tensors: tuple[Tensor, ...]) -> int:
    """Return how many examples all of the tensors hold, once nothing is wrong with them."""
    if not tensors:
        raise ValueError("TensorBatches needs at least one tensor, got none: pass X, or X and y.")
    for number, tensor in enumerate(tensors):
        if not isinstance(tensor, Tensor):
            name = ("X", "y")[number] if number < 2 else "it"
            raise TypeError(
                f"TensorBatches takes tensors, got {type(tensor).__name__}: "
                f"{conversion(tensor, name)}."
            )
    shapes = ", ".join(str(tuple(tensor.shape)) for tensor in tensors)
    if not all(tensor.dim() for tensor in tensors):
        raise ValueError(f"tensors must be (examples, …), got the shapes {shapes}: no examples.")
    counts = {len(tensor) for tensor in tensors}
    if len(counts) > 1:
        raise ValueError(
            f"tensors must hold equally many examples, got the shapes {shapes}: "
            "the first size counts the examples."
        )
    if counts == {0}:
        raise ValueError(f"tensors must hold at least one example, got the shapes {shapes}.")
    return counts.pop()
