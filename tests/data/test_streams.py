"""A stream with and without workers, and examples that take their time."""

import time
from collections import Counter

import pytest
import torch
from torch.utils.data import DataLoader, TensorDataset

from course_utils.data import Delayed, Stream


def given(num_workers: int, shared: bool) -> Counter[int]:
    """How often each of ten numbers comes out of a DataLoader."""
    loader = DataLoader(Stream(range(10), shared), batch_size=4, num_workers=num_workers)
    return Counter(number for batch in loader for number in batch.tolist())


@pytest.mark.parametrize("shared", [False, True])
def test_without_workers_every_example_comes_once_and_in_order(shared: bool) -> None:
    loader = DataLoader(Stream(range(10), shared), batch_size=4)
    for _ in range(2):  # and again in the next epoch
        assert torch.cat(list(loader)).tolist() == list(range(10))


def test_each_worker_gives_the_whole_stream_unless_they_share_it() -> None:
    assert given(2, shared=False) == Counter(dict.fromkeys(range(10), 2))
    assert given(2, shared=True) == Counter(dict.fromkeys(range(10), 1))
    assert given(1, shared=True) == Counter(dict.fromkeys(range(10), 1))


def test_delayed_examples_are_those_of_the_dataset_and_come_later() -> None:
    X, y = torch.arange(8.0).reshape(4, 2), torch.arange(4)
    slow = Delayed(TensorDataset(X, y), seconds=0.01)
    began = time.perf_counter()
    (batch,) = DataLoader(slow, batch_size=4)
    assert time.perf_counter() - began >= 0.04
    assert len(slow) == 4
    assert torch.equal(batch[0], X)
    assert torch.equal(batch[1], y)
