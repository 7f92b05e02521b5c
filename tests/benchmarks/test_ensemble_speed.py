"""What fifteen seeds at once cost, beside one of them alone."""

import statistics

import pytest
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.training import TensorBatches, train, train_ensemble
from tests.benchmarks.pairs import ratios

LIMIT = 3.0  # times what one `train` takes; quiet machines gave 1.8 and 2.4
NUM_SEEDS, EPOCHS, BATCH_SIZE, LR = 15, 5, 32, 0.1
X, Y = moons(8000, noise=0.4, generator=torch.Generator().manual_seed(0))


def make_model(generator: torch.Generator) -> nn.Module:
    return mlp(2, 30, 30, 2, generator=generator)


def one() -> None:
    generator = torch.Generator().manual_seed(0)
    model = make_model(generator)
    batches = TensorBatches(X, Y, batch_size=BATCH_SIZE, shuffle=True, generator=generator)
    optimizer = torch.optim.SGD(model.parameters(), lr=LR)
    train(model, batches, F.cross_entropy, optimizer, epochs=EPOCHS, progress=False)


def fifteen() -> None:
    train_ensemble(
        make_model, X, Y, F.cross_entropy,
        seeds=range(NUM_SEEDS), epochs=EPOCHS, batch_size=BATCH_SIZE, lr=LR,
    )  # fmt: skip


@pytest.mark.nightly
def test_fifteen_seeds_cost_little_more_than_two() -> None:
    found = ratios(fifteen, one, good_enough=lambda ratio: ratio <= LIMIT)
    print(f"fifteen seeds take {statistics.median(found):.2f} times as long as one")
    assert statistics.median(found) <= LIMIT, found
