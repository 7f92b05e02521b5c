"""TensorBatches: the batches of a DataLoader, cut as slices."""

import itertools
from collections.abc import Sequence
from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor
from torch.utils.data import DataLoader, TensorDataset

from course_utils.training import TensorBatches
from tests.training.helpers import seeded


def data(num_examples: int) -> tuple[Tensor, Tensor]:
    X = torch.arange(2.0 * num_examples).reshape(num_examples, 2)
    return X, torch.arange(num_examples)


@given(st.integers(1, 70), st.data(), st.booleans(), st.booleans())
def test_the_batches_are_those_of_a_data_loader(
    num_examples: int, drawn: st.DataObject, shuffle: bool, drop_last: bool
) -> None:
    batch_size = drawn.draw(st.integers(1, num_examples))
    X, y = data(num_examples)
    settings: dict[str, Any] = {"batch_size": batch_size, "drop_last": drop_last}
    generator = seeded(5)
    ours = TensorBatches(X, y, shuffle=shuffle, generator=generator, **settings)
    order: Sequence[int] = range(num_examples)
    if shuffle:
        order = torch.randperm(num_examples, generator=seeded(5)).tolist()
    theirs = DataLoader(TensorDataset(X, y), sampler=order, **settings)
    assert len(ours) == len(theirs)
    for our, their in itertools.zip_longest(ours, theirs):
        assert all(torch.equal(a, b) for a, b in zip(our, their, strict=True))


def test_thousands_of_batches_come_whole_and_in_order() -> None:
    X, _ = data(2500)  # they are cut a thousand at a time
    assert torch.equal(torch.cat([x for (x,) in TensorBatches(X, batch_size=1)]), X)
    assert [len(x) for (x,) in TensorBatches(X, batch_size=3)] == [3] * 833 + [1]


@pytest.mark.parametrize(
    ("batch_size", "drop_last", "sizes"),
    [
        (33, False, [33, 33, 33, 1]),
        (33, True, [33, 33, 33]),
        (51, True, [51]),  # just over a half: the other half is never seen
        (50, False, [50, 50]),
        (100, True, [100]),
    ],
)
def test_complete_and_incomplete_batches(
    batch_size: int, drop_last: bool, sizes: list[int]
) -> None:
    batches = TensorBatches(torch.arange(100), batch_size=batch_size, drop_last=drop_last)
    assert [len(x) for (x,) in batches] == sizes
    assert len(batches) == len(sizes)


def test_each_epoch_has_an_order_of_its_own_in_which_rows_stay_together() -> None:
    X, y = data(50)
    batches = TensorBatches(X, y, batch_size=7, shuffle=True, generator=seeded(0))
    epochs = []
    for _ in range(2):
        xs, ys = (torch.cat(parts) for parts in zip(*batches, strict=True))
        assert torch.equal(xs[:, 0], 2.0 * ys)
        assert torch.equal(ys.sort().values, y)
        epochs.append(ys)
    assert not torch.equal(*epochs)
    assert not torch.equal(epochs[0], y)


def test_the_generator_alone_is_drawn_from_once_an_epoch() -> None:
    generator, same = (seeded(3) for _ in range(2))
    before = torch.get_rng_state()
    list(TensorBatches(torch.arange(9), batch_size=2, shuffle=True, generator=generator))
    torch.randperm(9, generator=same)
    assert torch.equal(generator.get_state(), same.get_state())
    assert torch.equal(torch.get_rng_state(), before)
    list(TensorBatches(torch.arange(9), batch_size=2, generator=generator))
    assert torch.equal(generator.get_state(), same.get_state()), "drew without shuffling"


def test_without_a_generator_the_global_one_shuffles() -> None:
    batches = TensorBatches(torch.arange(40), batch_size=40, shuffle=True)
    with torch.random.fork_rng():
        torch.default_generator.manual_seed(8)
        ((came,),) = batches
        torch.default_generator.manual_seed(8)
        assert torch.equal(came, torch.randperm(40))


def test_two_iterations_at_once_do_not_disturb_each_other() -> None:
    batches = TensorBatches(torch.arange(6), batch_size=2)
    pairs = [(int(a[0]), int(b[0])) for (a,), (b,) in zip(batches, batches, strict=True)]
    assert pairs == [(0, 0), (2, 2), (4, 4)]


def test_unshuffled_batches_are_views_and_shuffled_ones_are_not() -> None:
    X, _ = data(4)
    for (x,) in TensorBatches(X, batch_size=2, shuffle=True):
        x.zero_()
    assert X.sum() == 28
    for (x,) in TensorBatches(X, batch_size=2):
        x.zero_()
    assert X.sum() == 0


def test_each_tensor_stays_on_its_device() -> None:
    X = torch.empty(10, 2, device="meta")
    batches = TensorBatches(X, torch.arange(10), batch_size=4, shuffle=True)
    assert [(x.device.type, y.device.type) for x, y in batches] == [("meta", "cpu")] * 3


@pytest.mark.parametrize(
    ("tensors", "batch_size", "complaint"),
    [
        ((), 1, "at least one tensor, got none"),
        ((torch.zeros(3), [1, 2, 3]), 1, "takes tensors, got list"),
        ((torch.tensor(1.0),), 1, r"got the shapes \(\)"),
        ((torch.zeros(3, 2), torch.zeros(4)), 1, r"equally many examples, .* \(3, 2\), \(4,\)"),
        ((torch.zeros(0, 2), torch.zeros(0)), 1, "at least one example"),
        ((torch.zeros(0, 2), torch.zeros(4)), 1, "equally many"),
        ((torch.zeros(5),), 6, "between 1 and the 5 examples there are, got 6"),
        ((torch.zeros(5),), 0, "got 0"),
        ((torch.zeros(5),), -2, "got -2"),
        ((torch.zeros(5),), 2.0, "must be an integer, got 2.0"),
        ((torch.zeros(5),), True, "must be an integer, got True"),
        ((torch.zeros(5),), None, "must be an integer, got None"),
    ],
)
def test_mistakes_get_a_clear_sentence(tensors: tuple, batch_size: object, complaint: str) -> None:
    with pytest.raises((ValueError, TypeError), match=complaint) as caught:
        TensorBatches(*tensors, batch_size=batch_size)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


def test_a_generator_on_another_device_is_refused() -> None:
    class Elsewhere:
        device = torch.device("cuda:0")

    with pytest.raises(ValueError, match="must live on the CPU, got one on cuda:0"):
        TensorBatches(torch.zeros(3), batch_size=1, generator=Elsewhere())  # type: ignore[arg-type]
