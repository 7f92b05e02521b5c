"""What fifteen seeds at once cost, beside one of them alone."""

import statistics
import time
from collections.abc import Callable, Iterator

import pytest
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.batching import TensorBatches
from course_utils.data import moons
from course_utils.ensembles import train_ensemble
from course_utils.models import mlp
from course_utils.training import train

LIMIT = 2.5  # times what one `train` takes
PAIRS = 7
NUM_SEEDS, EPOCHS, BATCH_SIZE, LR = 15, 5, 32, 0.1
X, Y = moons(8000, noise=0.4, generator=torch.Generator().manual_seed(0))


@pytest.fixture(autouse=True)
def one_thread() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


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


def seconds(work: Callable[[], object]) -> float:
    """The time this process works on it: what other processes do meanwhile hardly counts."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def ratio(base: Callable[[], object], work: Callable[[], object], pairs: int = PAIRS) -> float:
    """What the work costs as a multiple of the base: medians of pairs, in turns, in one process."""
    times = [(seconds(base), seconds(work)) for _ in range(pairs)]
    bases, works = zip(*times, strict=True)
    return statistics.median(works) / statistics.median(bases)


def test_fifteen_seeds_cost_little_more_than_two() -> None:
    measured = ratio(one, fifteen)
    print(f"fifteen seeds take {measured:.2f} times as long as one")
    assert measured <= LIMIT


def test_the_medians_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    times = {one: iter([1.0, 9.0, 1.2]), fifteen: iter([3.0, 2.4, 0.1])}
    monkeypatch.setitem(globals(), "seconds", lambda work: next(times[work]))
    assert ratio(one, fifteen, pairs=3) == pytest.approx(2.4 / 1.2)


def test_processor_time_grows_with_work() -> None:
    assert seconds(lambda: None) < seconds(lambda: sum(range(10**6)))
