"""The program that measures what several processes gain: what one step of it does."""

import torch
from torch import nn

from course_utils.training.speedup import _seconds


def test_the_step_that_is_timed_is_a_whole_one() -> None:
    # Without the update, or with gradients that pile up, it would time less than a training does.
    model = nn.Linear(2, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=1.0)
    X, y = torch.tensor([[1.0, 2.0], [3.0, -1.0]]), torch.tensor([0, 1])
    before = model.weight.detach().clone()
    assert _seconds(model, X, y, optimizer) > 0
    assert model.weight.grad is not None
    torch.testing.assert_close(model.weight.detach(), before - model.weight.grad)
    middle = model.weight.detach().clone()
    _seconds(model, X, y, optimizer)
    torch.testing.assert_close(model.weight.detach(), middle - model.weight.grad)
    twin = nn.Linear(2, 2)
    assert model.bias.grad is not None
    twin.load_state_dict({"weight": middle, "bias": model.bias.detach() + model.bias.grad})
    nn.functional.cross_entropy(twin(X), y).backward()
    torch.testing.assert_close(model.weight.grad, twin.weight.grad)
