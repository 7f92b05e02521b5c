"""Exercise 2.6 of notebook 02: training on scaled targets, predicting in the unit of y."""

from __future__ import annotations

import torch
from torch import Tensor

from course_utils.exercises import Case, Exercise, Mistake


def predict(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    """Return predictions for `x_new`, (M,), in the unit of `y`, of a line fitted to z-scores.

    `x` and `y`, (N,), are standardised (with N); gradient descent on the mean squared error starts
    at w = 0, b = 0.
    """
    w, b = _descend(_z(x, x), _z(y, y), lr, num_epochs)
    return _unscale(w * _z(x_new, x) + b, y)


def _z(values: Tensor, seen: Tensor) -> Tensor:
    return (values - seen.mean()) / seen.std(correction=0)


def _unscale(z: Tensor, seen: Tensor) -> Tensor:
    return z * seen.std(correction=0) + seen.mean()


def _descend(x: Tensor, y: Tensor, lr: float, num_epochs: int) -> tuple[Tensor, Tensor]:
    w, b = torch.zeros(2)
    for _ in range(num_epochs):
        misses = w * x + b - y
        w, b = w - lr * 2 * (misses * x).mean(), b - lr * 2 * misses.mean()
    return w, b


def _with_autograd(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    params = torch.zeros(2, requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        ((params[0] * _z(x, x) + params[1] - _z(y, y)) ** 2).mean().backward()
        optimizer.step()
    return _unscale(params[0] * _z(x_new, x) + params[1], y)


def _mapped_back(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), _z(y, y), lr, num_epochs)
    slope = w * y.std(correction=0) / x.std(correction=0)
    return slope * (x_new - x.mean()) + _unscale(b, y)


def _raw_targets(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), y, lr, num_epochs)
    return w * _z(x_new, x) + b


def _raw_new(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), _z(y, y), lr, num_epochs)
    return _unscale(w * x_new + b, y)


def _new_by_itself(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), _z(y, y), lr, num_epochs)
    return _unscale(w * _z(x_new, x_new) + b, y)


def _left_as_z(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), _z(y, y), lr, num_epochs)
    return w * _z(x_new, x) + b


def _only_multiplied(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    return _left_as_z(x, y, x_new, lr, num_epochs) * y.std(correction=0)


def _unscaled_by_x(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    return _unscale(_left_as_z(x, y, x_new, lr, num_epochs), x)


def _with_sample_std(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend((x - x.mean()) / x.std(), (y - y.mean()) / y.std(), lr, num_epochs)
    return (w * (x_new - x.mean()) / x.std() + b) * y.std() + y.mean()


def _from_one(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = _descend(_z(x, x), _z(y, y) - _z(x, x), lr, num_epochs)  # the same as starting at w = 1
    return _unscale((w + 1) * _z(x_new, x) + b, y)


def _half_gradient(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    return predict(x, y, x_new, lr / 2, num_epochs)


def _one_more(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    return predict(x, y, x_new, lr, num_epochs + 1)


_GENERATOR = torch.Generator().manual_seed(26)
_X = 20 * torch.rand(200, generator=_GENERATOR)
_WAVY = _X + 2 * torch.sin(_X) + torch.randn(200, generator=_GENERATOR)
_PLACES = torch.tensor([0.0, 5.0, 12.5, 20.0])
_READINGS = torch.tensor([35.7, 55.9, 58.2, 81.9, 56.3, 48.9])
_CELSIUS = torch.tensor([0.5, 14.0, 15.0, 28.0, 11.0, 8.0])

SCALED_TARGETS = Exercise(
    number="2.6",
    title="There and back",
    level="build",
    learned="scale inputs and targets for training, and undo it for whoever reads the prediction",
    cases=(
        Case(
            "no epoch at all: the model knows only the mean of y",
            (_X, _WAVY, _PLACES, 0.1, 0),
        ),
        Case("one epoch on the wavy line, lr = 0.1", (_X, _WAVY, _PLACES, 0.1, 1)),
        Case("the wavy line, lr = 0.25, 50 epochs", (_X, _WAVY, _PLACES, 0.25, 50)),
        Case(
            "six days of the thermometer, lr = 0.4, 30 epochs, readings 32 and 50",
            (_READINGS, _CELSIUS, torch.tensor([32.0, 50.0]), 0.4, 30),
        ),
        Case(
            "a single new place, x = 3, after 5 epochs with lr = 0.05",
            (_X, _WAVY, torch.tensor([3.0]), 0.05, 5),
        ),
    ),
    reference=predict,
    correct=(_with_autograd, _mapped_back),
    mistakes=(
        Mistake(
            "predictions left as z-scores",
            _left_as_z,
            "These are z-scores of y. Someone who asks for a temperature does not want to hear "
            "“0.7 standard deviations”.",
        ),
        Mistake(
            "multiplies, and forgets the mean",
            _only_multiplied,
            "The spread is right and the level is not: undoing a z-score takes two steps, and "
            "the last one done is the first one to undo.",
        ),
        Mistake(
            "unscales with the numbers of x",
            _unscaled_by_x,
            "The predictions are predictions of y, and you have undone the scaling of x.",
        ),
        Mistake(
            "the standard deviation with N − 1",
            _with_sample_std,
            "Very close. You divide by the standard deviation with N − 1, and the task asks for "
            "the one with N.",
        ),
        Mistake(
            "starts at w = 1",
            _from_one,
            "Training starts at another place: w = 1 is what notebook 01 used, here it is w = 0.",
        ),
        Mistake(
            "targets not scaled",
            _raw_targets,
            "The result is in the unit of y, but training ran on y as it is. After no epoch at "
            "all your model predicts 0; with scaled targets it would predict the mean.",
        ),
        Mistake(
            "new inputs not scaled",
            _raw_new,
            "The model has been trained on z-scores of x, and is asked about raw ones.",
        ),
        Mistake(
            "a gradient without its 2",
            _half_gradient,
            "Your steps are half as long as they should be. What factor does the derivative of a "
            "square bring along?",
        ),
        Mistake(
            "one epoch too many",
            _one_more,
            "Your model has been updated once too often: with num_epochs = 0 it should not have "
            "been updated at all.",
        ),
        Mistake(
            "new inputs scaled by themselves",
            _new_by_itself,
            "The new places are scaled with their own mean and standard deviation. What comes of "
            "that when there is only one of them?",
        ),
    ),
    rtol=1e-3,
)
