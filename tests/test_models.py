"""The shared network: its shapes, its start, and that it draws from its generator alone."""

import pytest
import torch
from torch import nn

from course_utils.models import mlp


def seeded(seed: int = 3) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def test_layers_shapes_and_names() -> None:
    model = mlp(2, 30, 20, 3, activation=nn.ReLU, generator=seeded())
    assert model(torch.zeros(7, 2)).shape == (7, 3)
    assert [name for name, _ in model.named_children()] == [
        "linear1", "activation1", "linear2", "activation2", "linear3",
    ]  # fmt: skip
    assert {type(layer) for layer in model if not isinstance(layer, nn.Linear)} == {nn.ReLU}
    assert isinstance(mlp(2, 1, generator=seeded())[0], nn.Linear)


def test_the_start_is_uniform_within_one_over_the_root_of_the_inputs() -> None:
    layer = mlp(400, 300, generator=seeded())[0]
    for param in layer.parameters():
        assert 0.98 / 20 < param.abs().max() <= 1 / 20
    assert layer.get_parameter("weight").var().item() == pytest.approx(1 / (3 * 400), rel=0.02)
    assert abs(layer.get_parameter("weight").mean()) < 3e-4


def test_the_generator_alone_decides() -> None:
    before = torch.get_rng_state()
    first, second, third = (mlp(2, 5, 1, generator=seeded(seed)) for seed in (1, 1, 2))
    assert torch.equal(torch.get_rng_state(), before)
    assert all(map(torch.equal, first.parameters(), second.parameters()))
    assert not any(map(torch.equal, first.parameters(), third.parameters()))


@pytest.mark.parametrize("sizes", [(), (3,), (3, 0, 1)])
def test_too_few_or_too_small_sizes_are_refused(sizes: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="two or more numbers from 1 up, got"):
        mlp(*sizes, generator=seeded())
