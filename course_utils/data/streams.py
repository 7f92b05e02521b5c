"""Datasets for a DataLoader that show what its workers do: a stream, and examples slow to come."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from torch.utils.data import Dataset, IterableDataset, get_worker_info

from course_utils.data.arguments import amount


class Stream(IterableDataset[Any]):
    """An iterable dataset: it gives `examples` one after the other, in their own order.

    Each worker of a DataLoader holds a copy, so that two workers give every example twice. With
    `shared=True` each gives its share instead: of k workers, every k-th example.

    >>> from torch.utils.data import DataLoader
    >>> [batch.tolist() for batch in DataLoader(Stream(range(5)), batch_size=2)]
    [[0, 1], [2, 3], [4]]
    """

    def __init__(self, examples: Iterable[Any], shared: bool = False) -> None:
        self.examples = examples
        self.shared = shared

    def __iter__(self) -> Iterator[Any]:
        worker = get_worker_info()  # None where there are no workers
        if self.shared and worker is not None:
            return islice(self.examples, worker.id, None, worker.num_workers)
        return iter(self.examples)


class Delayed(Dataset[Any]):
    """A map-style dataset whose examples take `seconds` each to come, as if from a slow disk.

    `examples` has a length and gives example i, as any map-style dataset does.

    Raises ValueError unless `seconds` is a finite number from 0 up.
    """

    def __init__(self, examples: Any, seconds: float) -> None:
        self.examples = examples
        self.seconds = amount("seconds", seconds)

    def __len__(self) -> int:
        return len(self.examples)

    def __getitem__(self, i: int) -> Any:
        time.sleep(self.seconds)
        return self.examples[i]
