"""Arguments of every kind: tensors, numbers, things that are neither, generators."""

import math
from typing import Any

import numpy as np
import torch
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

SHAPES = [(), (0,), (1,), (5,), (0, 2), (1, 1), (4, 2), (5, 2), (2, 0, 3), (2, 3, 2)]
FLOATS = [torch.float32, torch.float64]
DTYPES = [*FLOATS, torch.int64, torch.bool]
ANY_SHAPE, ANY_DTYPE = st.sampled_from(SHAPES), st.sampled_from(DTYPES)
NAN, INF = math.nan, math.inf
# Values at which arithmetic goes wrong; the last are the least denormal and nearly the largest.
ODD = [NAN, INF, -INF, -0.0, 0.0, 1e-45, 3e38]
BAD_NUMBERS: list[Any] = [0, -1, -0.0, 2.5, NAN, INF, -INF, True, False, "3", None, [1], 1j]
NO_TENSORS: list[Any] = [None, "text", 3, [1.0, 2.0], np.ones((5, 2)), {"X": 1}, object()]
LOSSES = [nn.CrossEntropyLoss(), nn.MSELoss(), nn.BCEWithLogitsLoss(), F.l1_loss]
NO_GENERATORS: list[Any] = [None, 0, "seed", np.random.default_rng(0), torch.default_generator.seed]


def reproducible(max_examples: int = 40) -> Any:
    """Settings for every property: the same examples in each run, and no clock per example."""
    # A folder, a style or a group of processes may be the same for all examples.
    shared = [HealthCheck.function_scoped_fixture]
    return settings(
        max_examples=max_examples, deadline=None, database=None, derandomize=True,
        suppress_health_check=shared, phases=[Phase.generate],
    )  # fmt: skip


@st.composite
def tensors(
    draw: Any,
    shapes: Any = ANY_SHAPE,
    dtypes: Any = ANY_DTYPE,
    odd: bool = True,
) -> Tensor:
    """Any tensor; without `odd` its numbers are finite, between -10 and 10."""
    shape, dtype = draw(shapes), draw(dtypes)
    numbers = torch.Generator().manual_seed(draw(st.integers(0, 999)))
    tensor = (20 * torch.rand(shape, generator=numbers) - 10).to(dtype)
    if not dtype.is_floating_point:
        return tensor
    if odd and tensor.numel() and draw(st.booleans()):
        tensor.view(-1)[draw(st.integers(0, tensor.numel() - 1))] = draw(st.sampled_from(ODD))
    return tensor.requires_grad_(draw(st.booleans()))


def finite_tensors(*shapes: tuple[int, ...], dtypes: Any = FLOATS) -> Any:
    """Finite tensors of one of these shapes, floating point unless something else is said."""
    return tensors(st.sampled_from(shapes), st.sampled_from(dtypes), odd=False)


def anything() -> Any:
    """A tensor of any kind, a number that is none, or something else."""
    return st.one_of(tensors(), st.sampled_from(NO_TENSORS), st.sampled_from(BAD_NUMBERS))


def bad_numbers() -> Any:
    """Numbers at the edge of what any function takes, and what is no number."""
    return st.sampled_from(BAD_NUMBERS)


def generators() -> Any:
    """A generator on the CPU."""
    return st.integers(0, 2**32 - 1).map(lambda seed: torch.Generator().manual_seed(seed))
