"""What the tests of the training room begin with."""

from functools import partial

import pandas
import torch
from torch import nn

from course_utils.training import train

quietly = partial(train, progress=False)


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def check_dtypes(history: pandas.DataFrame) -> None:
    """Seeds and epochs are integers, all else in a history is float64."""
    for name, dtype in history.dtypes.items():
        assert dtype == ("int64" if name in ("seed", "epoch") else "float64"), (name, dtype)


def sgd(model: nn.Module, lr: float = 0.1) -> torch.optim.SGD:
    return torch.optim.SGD(model.parameters(), lr=lr)
