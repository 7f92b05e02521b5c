"""Resuming with whatever people bring: samplers, generators, losses that learn, lazy layers."""

import functools
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch.utils.data import (
    BatchSampler,
    ConcatDataset,
    DataLoader,
    Dataset,
    DistributedSampler,
    RandomSampler,
    Subset,
    TensorDataset,
    WeightedRandomSampler,
)

from course_utils.data import moons
from course_utils.training import (
    Checkpoint,
    CheckpointError,
    TensorBatches,
    load_checkpoint,
    save_checkpoint,
)
from tests.training.helpers import quietly, seeded

X, y = moons(60, noise=0.1, generator=seeded(0))
data = TensorDataset(X, y)


@pytest.fixture(autouse=True)
def _seed_is_kept() -> Iterator[None]:
    with torch.random.fork_rng():
        torch.manual_seed(0)
        yield


class Run:
    """A program: built afresh, trained, and compared."""

    def __init__(
        self, batches: Any, model: Any = None, loss: Any = None, params: Any = None
    ) -> None:
        torch.manual_seed(1)
        self.model: Any = model or nn.Linear(2, 2)
        self.loss = loss or nn.CrossEntropyLoss()
        self.optimizer = torch.optim.Adam(params or self.model.parameters(), lr=0.05)
        self.batches = batches
        self.losses: list[float] = []

    def train(self, epochs: int, file: Path | None = None) -> "Run":
        checkpoint = Checkpoint(file) if file else None
        history = quietly(
            self.model,
            self.batches,
            self.loss,
            self.optimizer,
            epochs=epochs,
            checkpoint=checkpoint,
        )
        self.losses = history.train_loss.tolist()
        return self


def check(make: Callable[[], Run], path: Path) -> Run:
    """Four epochs at once, and two and two: the same, bit for bit. The last run is returned."""
    whole = make().train(4)
    make().train(2, path)
    resumed = make().train(4, path)
    assert resumed.losses == whole.losses
    assert str(resumed.model.state_dict()) == str(whole.model.state_dict())
    assert len(set(whole.losses)) == 4
    return resumed


class Noisy(Dataset):
    """Draws noise for each example, from a generator of its own."""

    def __init__(self, generator: Any, draw: Callable[[Any], float]) -> None:
        self.generator, self.draw = generator, draw

    def __len__(self) -> int:
        return 60

    def __getitem__(self, at: int) -> tuple[Tensor, Tensor]:
        return X[at] + self.draw(self.generator), y[at]


class Wrapper:
    """What projects put around a loader."""

    def __init__(self, inside: Any) -> None:
        self._inside = inside

    def __iter__(self) -> Iterator[Any]:
        return iter(self._inside)


def by_closure() -> Any:
    rng = np.random.default_rng(3)

    def collate(rows: Any) -> tuple[Tensor, Tensor]:
        features, labels = zip(*rows, strict=True)
        return torch.stack(features) + float(rng.normal()), torch.stack(labels)

    return DataLoader(data, 20, collate_fn=collate)


LOADERS: dict[str, Callable[[], Any]] = {
    "batch sampler": lambda: DataLoader(
        data, batch_sampler=BatchSampler(RandomSampler(data, generator=seeded(5)), 20, False)
    ),
    "batches as examples": lambda: DataLoader(
        data,
        sampler=BatchSampler(RandomSampler(data, generator=seeded(5)), 20, False),
        batch_size=None,
    ),
    "weighted": lambda: DataLoader(
        data, 20, sampler=WeightedRandomSampler([1.0] * 60, 60, generator=seeded(5))
    ),
    "wrapper": lambda: Wrapper(DataLoader(data, 20, shuffle=True, generator=seeded(5))),
    "wrapper of a wrapper": lambda: Wrapper(
        Wrapper(TensorBatches(X, y, batch_size=20, shuffle=True, generator=seeded(5)))
    ),
    "NumPy in the data set": lambda: DataLoader(
        Noisy(np.random.default_rng(5), lambda rng: rng.normal()), 20
    ),
    "old NumPy in the data set": lambda: DataLoader(
        Noisy(np.random.RandomState(5), lambda rng: rng.normal()), 20
    ),
    "Mersenne Twister": lambda: DataLoader(
        Noisy(np.random.Generator(np.random.MT19937(5)), lambda rng: rng.normal()), 20
    ),
    "Python in a subset": lambda: DataLoader(
        Subset(Noisy(random.Random(5), lambda rng: rng.gauss(0, 1)), range(60)), 20
    ),
    "joined data sets": lambda: DataLoader(
        ConcatDataset([Noisy(random.Random(seed), lambda rng: rng.random()) for seed in (1, 2)]), 40
    ),
    "a closure": by_closure,
}  # fmt: skip


@pytest.mark.parametrize("make", LOADERS.values(), ids=LOADERS)
def test_however_batches_are_drawn(make: Callable[[], Any], tmp_path: Path) -> None:
    check(lambda: Run(make()), tmp_path / "run.pt")


class Jitter(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.generator = seeded(9)

    def forward(self, X: Tensor) -> Tensor:
        return X + 0.1 * torch.randn(X.shape, generator=self.generator)


def test_a_layer_with_a_generator_of_its_own(tmp_path: Path) -> None:
    make = lambda: Run([(X, y)], nn.Sequential(Jitter(), nn.Linear(2, 2)))  # noqa: E731
    torch.manual_seed(1)
    check(lambda: (torch.manual_seed(1), make())[1], tmp_path / "run.pt")


class Counting(Dataset):
    """A data set that changes with the epoch, as curricula do."""

    def __init__(self) -> None:
        self.epochs: list[int] = []

    def set_epoch(self, epoch: int) -> None:
        self.epochs.append(epoch)

    def __len__(self) -> int:
        return 60

    def __getitem__(self, at: int) -> tuple[Tensor, Tensor]:
        return X[at] / self.epochs[-1], y[at]


class CountingBatches(BatchSampler):
    def __init__(self) -> None:
        super().__init__(range(60), 20, False)
        self.epochs: list[int] = []

    def set_epoch(self, epoch: int) -> None:
        self.epochs.append(epoch)


def test_set_epoch_wherever_it_lives() -> None:
    shares: Any = DistributedSampler(data, num_replicas=2, rank=0)
    Run(DataLoader(data, batch_sampler=BatchSampler(shares, 20, False))).train(3)
    assert shares.epoch == 3
    cases: list[tuple[Any, Any]] = [
        (examples := Counting(), DataLoader(examples, 20)),
        (inner := Counting(), Wrapper(DataLoader(Subset(inner, range(50)), 20))),
        (sampler := CountingBatches(), DataLoader(data, batch_sampler=sampler)),
    ]
    for counter, loader in cases:
        Run(loader).train(3)
        assert counter.epochs == [1, 2, 3]


def test_set_epoch_goes_on_with_the_run(tmp_path: Path) -> None:
    resumed = check(lambda: Run(DataLoader(Counting(), 20)), tmp_path / "run.pt")
    assert resumed.batches.dataset.epochs == [3, 4]


class Sharpened(nn.Module):
    """A loss with a temperature that learns, and a mean that it remembers."""

    seen: Tensor

    def __init__(self) -> None:
        super().__init__()
        self.sharpness = nn.Parameter(torch.tensor(1.0))
        self.register_buffer("seen", torch.tensor(0.0))

    def forward(self, outputs: Tensor, y: Tensor) -> Tensor:
        if outputs.requires_grad:
            self.seen += outputs.detach().abs().mean()
        return nn.functional.cross_entropy(self.sharpness * outputs + 0.01 * self.seen, y)


def learned(kind: str) -> Run:
    torch.manual_seed(1)
    model, loss = nn.Linear(2, 2), Sharpened()
    bare = nn.Parameter(torch.tensor(1.0))
    if kind == "bare parameter":
        params = [*model.parameters(), bare]
        return Run([(X, y)], model, lambda o, y: nn.functional.cross_entropy(bare * o, y), params)
    calls = {
        "module": loss,
        "partial": functools.partial(loss),
        "method": loss.forward,
        "closure": lambda outputs, y: loss(outputs, y) + 0.0,
    }
    return Run([(X, y)], model, calls[kind], [*model.parameters(), *loss.parameters()])


@pytest.mark.parametrize("kind", ["module", "partial", "method", "closure", "bare parameter"])
def test_what_a_loss_has_learned(kind: str, tmp_path: Path) -> None:
    check(lambda: learned(kind), tmp_path / "run.pt")


def test_a_loss_in_a_loop_of_ones_own(tmp_path: Path) -> None:
    saved, fresh = learned("module").train(3), learned("module")
    save_checkpoint(
        tmp_path / "a.pt", saved.model, saved.optimizer, epoch=3, loss_fn=saved.loss
    )  # fmt: skip
    load_checkpoint(tmp_path / "a.pt", fresh.model, fresh.optimizer, loss_fn=fresh.loss)
    assert str(fresh.loss.state_dict()) == str(saved.loss.state_dict())
    assert fresh.loss.sharpness != 1.0


def test_a_loss_that_keeps_something_else_does_not_fit(tmp_path: Path) -> None:
    learned("module").train(1, tmp_path / "run.pt")
    other = learned("bare parameter")
    before = str(other.model.state_dict())
    with pytest.raises(CheckpointError, match="sharpness"):
        other.train(2, tmp_path / "run.pt")
    assert str(other.model.state_dict()) == before


LAZY: dict[str, Callable[[], nn.Module]] = {
    "linear": lambda: nn.Sequential(nn.LazyLinear(8), nn.Tanh(), nn.LazyLinear(2)),
    "norm": lambda: nn.Sequential(nn.LazyLinear(8), nn.LazyBatchNorm1d(), nn.LazyLinear(2)),
    "one of two": lambda: nn.Sequential(nn.Linear(2, 8), nn.Dropout(0.2), nn.LazyLinear(2)),
}


@pytest.mark.parametrize("make", LAZY.values(), ids=LAZY)
def test_lazy_layers(make: Callable[[], nn.Module], tmp_path: Path) -> None:
    check(lambda: (torch.manual_seed(1), Run([(X, y)], make()))[1], tmp_path / "run.pt")
    alone = make()
    load_checkpoint(tmp_path / "run.pt", alone)
    assert alone(X).shape == (60, 2)


def test_a_lazy_layer_without_a_shape_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        CheckpointError, match=r"model\['0.weight'\] has no shape yet.*run the model"
    ):
        save_checkpoint(tmp_path / "a.pt", LAZY["linear"]())


@pytest.mark.parametrize("kind", ["groups of one", "one group", "layers"])
def test_parameters_in_another_order(kind: str, tmp_path: Path) -> None:
    """Without names PyTorch would give each parameter the momentum of another."""

    class Net(nn.Module):
        a: nn.Linear
        b: nn.Linear

        def __init__(self, swapped: bool) -> None:
            super().__init__()
            layers = [("a", nn.Linear(2, 2)), ("b", nn.Linear(2, 2))]
            for name, layer in layers[::-1] if swapped else layers:
                setattr(self, name, layer)

        def forward(self, X: Tensor) -> Tensor:
            return self.b(self.a(X).tanh())

    def make(swapped: bool) -> Run:
        torch.manual_seed(1)
        net: Any = Net(swapped and kind == "layers")
        params: Any = list(net.parameters())
        if kind == "one group" and swapped:
            params = params[::-1]
        if kind == "groups of one":
            params = [
                {"params": [net.a.weight, net.b.bias]},
                {"params": [net.a.bias, net.b.weight]},
            ]
            if swapped:
                params = [{"params": group["params"][::-1]} for group in params]
        return Run([(X, y)], net, params=params)

    make(False).train(2, tmp_path / "run.pt")
    straight, swapped = make(False).train(4), make(True).train(4, tmp_path / "run.pt")
    assert swapped.losses == straight.losses
    assert torch.equal(swapped.model.a.weight, straight.model.a.weight)


def test_parameters_in_another_group_are_named(tmp_path: Path) -> None:
    def make(first: str, second: str) -> Run:
        net = nn.Linear(2, 2)
        return Run([(X, y)], net, params=[{"params": [getattr(net, it)]} for it in (first, second)])

    make("weight", "bias").train(1, tmp_path / "run.pt")
    with pytest.raises(CheckpointError, match="bias is in the optimizer here and not there"):
        make("bias", "weight").train(2, tmp_path / "run.pt")


class DataParallel(nn.Module):
    """Names as those of torch.nn.DataParallel and DistributedDataParallel, without their needs."""

    def __init__(self, module: nn.Module) -> None:
        super().__init__()
        self.module = module

    def forward(self, X: Tensor) -> Tensor:
        return self.module(X)


def net() -> nn.Module:
    torch.manual_seed(1)
    return nn.Sequential(nn.Linear(2, 4), nn.BatchNorm1d(4), nn.Linear(4, 2))


WRAPPED: dict[str, Callable[[], nn.Module]] = {
    "bare": net,
    "parallel": lambda: DataParallel(net()),
    "compiled": lambda: torch.compile(net(), backend="eager"),  # type: ignore[dict-item, return-value]
    "both": lambda: DataParallel(torch.compile(net(), backend="eager")),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("here", WRAPPED)
@pytest.mark.parametrize("there", WRAPPED)
def test_wrappers_make_no_difference(there: str, here: str, tmp_path: Path) -> None:
    saved, model = WRAPPED[there](), WRAPPED[here]()
    with torch.no_grad():
        for number, param in enumerate(saved.parameters()):
            param.fill_(number)
    save_checkpoint(tmp_path / "a.pt", saved, torch.optim.Adam(saved.parameters()))
    load_checkpoint(tmp_path / "a.pt", model, torch.optim.Adam(model.parameters()))
    assert [param.mean().item() for param in model.parameters()] == [0, 1, 2, 3, 4, 5]


def test_a_wrapper_resumes_bit_for_bit(tmp_path: Path) -> None:
    whole = Run([(X, y)], net()).train(4)
    Run([(X, y)], DataParallel(net())).train(2, tmp_path / "run.pt")
    assert Run([(X, y)], net()).train(4, tmp_path / "run.pt").losses == whole.losses


def test_another_model_is_not_mistaken_for_a_wrapped_one(tmp_path: Path) -> None:
    save_checkpoint(tmp_path / "a.pt", nn.Sequential(nn.Linear(2, 2)))
    with pytest.raises(
        CheckpointError, match=r"module\.weight is in the model and not in the file"
    ):
        load_checkpoint(tmp_path / "a.pt", DataParallel(nn.Linear(2, 2)))


@pytest.mark.parametrize("device", ["cuda:0", "cuda:7", "mps", "xpu:0"])
def test_a_file_from_another_device_opens_here(
    device: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:  # written with the mark of a device that is not here
        patch.setattr(torch.serialization, "location_tag", lambda storage: device)
        saved = Run([(X, y)]).train(2, tmp_path / "run.pt")
    assert device.encode() in (tmp_path / "run.pt").read_bytes()
    with pytest.raises(RuntimeError, match=r"deserialize|location|not recognized|torch\.cuda"):
        torch.load(tmp_path / "run.pt", weights_only=True)
    resumed = Run([(X, y)]).train(4, tmp_path / "run.pt")
    assert resumed.losses == Run([(X, y)]).train(4).losses
    assert resumed.losses[:2] == saved.losses
    assert all(param.device.type == "cpu" for param in resumed.model.parameters())


def test_a_generator_of_another_kind_is_named(tmp_path: Path) -> None:
    Run(LOADERS["NumPy in the data set"]()).train(1, tmp_path / "run.pt")
    with pytest.raises(CheckpointError, match=r"generator 1 is one of NumPy .* and of Python here"):
        Run(LOADERS["Python in a subset"]()).train(2, tmp_path / "run.pt")
    gpu = torch.load(tmp_path / "run.pt", weights_only=True)
    gpu["generators"] = [torch.zeros(16, dtype=torch.uint8)]
    torch.save(gpu, tmp_path / "run.pt")
    with pytest.raises(CheckpointError, match="PyTorch with a state of 16 bytes in the file"):
        Run(LOADERS["batch sampler"]()).train(2, tmp_path / "run.pt")
