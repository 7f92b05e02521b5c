"""What can be seen of batches without iterating: a stream must not be used up by looking at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Subset, TensorDataset, default_collate

from course_utils.training.batching import TensorBatches
from course_utils.training.shapes import check_batch, check_pair, kind

Pair = tuple[Tensor, Tensor]


def check_batches(batches: Any, name: str, device: Any) -> None:
    """Raise ValueError for what are no batches of pairs, as far as can be seen.

    `name` is that of the argument. Of TensorBatches and lists all is seen, of a DataLoader of
    tensors too, of any other iterable nothing.
    """
    if isinstance(batches, Tensor) or type(batches).__module__.startswith(("pandas", "numpy")):
        raise ValueError(
            f"{name} must be batches, got {kind(batches)}: take TensorBatches(X, y, batch_size=32) "
            "of tensors."
        )
    if isinstance(batches, tuple | list) and any(hasattr(it, "shape") for it in batches):
        raise ValueError(
            f"{name} must be batches, each a pair of tensors, got a {type(batches).__name__} of "
            f"{', '.join(kind(it) for it in batches[:3])}{', …' if len(batches) > 3 else ''}: "
            "write [(X, y)] for a single batch, or TensorBatches(X, y, batch_size=32)."
        )
    if isinstance(batches, Dataset) and not hasattr(type(batches), "__iter__"):
        raise ValueError(
            f"{name} must be batches, got a {type(batches).__name__}, which gives one example at a "
            f"time: write DataLoader({name}, batch_size=32)."
        )
    is_iterable = isinstance(batches, Iterable) or hasattr(batches, "__getitem__")
    if not is_iterable or isinstance(batches, str | bytes | Mapping):
        raise ValueError(
            f"{name} must be batches, got {kind(batches)}: take TensorBatches(X, y, batch_size=32)."
        )
    if isinstance(batches, TensorBatches):
        check_pair(batches.tensors)
    elif isinstance(batches, tuple | list):
        for batch in batches:
            check_pair(batch)
    elif (tensors := _of_loader(batches)) is not None:
        check_pair(tensors)
        return  # a loader may bring its batches to another device
    seen = pairs_seen(batches)
    if seen is not None and not seen:
        raise ValueError(
            f"there must be at least one batch in {name}, got none: an empty {kind(batches)}."
        )
    for X, y in seen or []:
        check_batch(X, y, device)


def pairs_seen(batches: Any) -> list[Pair] | None:
    """Return all that the batches hold as pairs (examples, …), as many as are cheap to have.

    None where it cannot be seen.
    """
    if isinstance(batches, TensorBatches):
        X, y = batches.tensors
        return [(X, y)]
    if isinstance(batches, tuple | list):
        return [(X, y) for X, y in batches]
    tensors = _of_loader(batches)
    return None if tensors is None else [(tensors[0], tensors[1])]


def _of_loader(batches: Any) -> tuple[Tensor, ...] | None:
    """Return the tensors behind a DataLoader that does nothing with them but cut them."""
    if type(batches) is not DataLoader or batches.collate_fn is not default_collate:
        return None
    data = batches.dataset
    if isinstance(data, Subset) and isinstance(data.dataset, TensorDataset):
        first, *others = data.dataset.tensors  # of the features, which may be large, one is enough
        indices = list(data.indices)
        return first[indices[:1]], *(tensor[indices] for tensor in others)
    return data.tensors if isinstance(data, TensorDataset) else None


def single_example(batches: Any) -> Tensor | None:
    """Return the features, (1, …), of a batch of a single example, if there is going to be one."""
    pairs = pairs_seen(batches)
    if not pairs:
        return None
    if isinstance(batches, tuple | list):
        return next((X for X, _ in pairs if len(X) == 1), None)
    size, drop_last = batches.batch_size, batches.drop_last
    num_examples = (
        batches.num_examples if isinstance(batches, TensorBatches) else len(batches.sampler)
    )
    if size is None or (size > 1 and (drop_last or num_examples % size != 1)):
        return None
    return pairs[0][0][:1]
