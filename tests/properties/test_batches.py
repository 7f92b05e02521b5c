"""TensorBatches and shards, with any argument."""

from typing import Any

import torch
from hypothesis import given
from hypothesis import strategies as st

from course_utils.training import TensorBatches, shards
from tests.properties.promises import attempt
from tests.properties.strategies import (
    NO_GENERATORS,
    anything,
    bad_numbers,
    finite_tensors,
    reproducible,
    tensors,
)
from tests.training.helpers import seeded


@given(st.lists(anything(), max_size=3), st.one_of(st.integers(1, 6), bad_numbers()))
@reproducible(150)
def test_any_tensors_in_any_batch_size_come_whole_or_are_told(
    parts: list[Any], batch_size: Any
) -> None:
    outcome = attempt(TensorBatches, *parts, batch_size=batch_size)
    if outcome.error is None:
        for number, tensor in enumerate(parts):
            whole = torch.cat([batch[number] for batch in outcome.value])
            assert whole.dtype == tensor.dtype
            torch.testing.assert_close(whole, tensor, rtol=0, atol=0, equal_nan=True)


@given(tensors(st.sampled_from([(1,), (5,), (4, 2)])), st.integers(1, 5), st.booleans())
@reproducible(30)
def test_shuffling_changes_the_order_alone(tensor: Any, batch_size: int, drop_last: bool) -> None:
    batch_size = min(batch_size, len(tensor))
    batches = TensorBatches(
        tensor, batch_size=batch_size, shuffle=True, drop_last=drop_last, generator=seeded(0)
    )
    rows = [row for (batch,) in attempt(list, batches).value for row in batch.tolist()]
    assert len(rows) == (len(tensor) // batch_size * batch_size if drop_last else len(tensor))
    left = [repr(row) for row in tensor.tolist()]
    for row in rows:
        left.remove(repr(row))


@given(st.sampled_from(NO_GENERATORS[1:]))
@reproducible(10)
def test_what_is_no_generator_is_told(generator: Any) -> None:
    X = torch.zeros(4, 2)
    assert attempt(TensorBatches, X, batch_size=2, shuffle=True, generator=generator).error


@given(
    finite_tensors((5, 2), (4, 2), (1, 1)),
    st.one_of(st.integers(-1, 4), bad_numbers()),
    st.one_of(st.integers(1, 4), bad_numbers()),
)
@reproducible(100)
def test_shares_are_parts_of_the_whole_or_the_rank_is_told(
    X: Any, rank: Any, world_size: Any
) -> None:
    outcome = attempt(shards, [(X, X)], rank, world_size)
    if outcome.error is None:
        ((X_share, y_share, whole),) = outcome.value
        wanted = [row for place, row in enumerate(X.tolist()) if place % world_size == rank]
        assert X_share.tolist() == y_share.tolist() == wanted
        assert whole == len(X)
    else:
        assert not (type(rank) is type(world_size) is int and 0 <= rank < world_size)


@given(st.lists(anything(), max_size=3))
@reproducible(60)
def test_shares_of_what_is_no_batch_are_told(batch: list[Any]) -> None:
    outcome = attempt(shards, [batch], 0, 2)
    if outcome.error is None:
        X, y = batch
        assert len(X) == len(y)
