"""Exercise 7.7 of notebook 07: a network that will not start, for more than one reason."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Generator, Tensor, nn

from course_utils import data
from course_utils.exercises import Case, Exercise
from course_utils.exercises.initialization import patient_mistakes, solutions
from course_utils.exercises.initialization.patient_slips import linears, loss_of
from course_utils.models import mlp

SIZES = (1, *[32] * 11, 1)
STARTS = (1, 2, 3)


def _seeded(seed: int) -> Generator:
    return Generator().manual_seed(seed)


def _network(seed: int) -> nn.Sequential:
    return mlp(*SIZES, activation=nn.ReLU, generator=_seeded(seed))


def _points(seed: int) -> tuple[Tensor, Tensor]:
    """Return 60 standardised points of the wavy line."""
    x, y = data.wavy_line(60, generator=_seeded(seed))
    return (x - x.mean()) / x.std(), (y - y.mean()) / y.std()


def _layers(answer: Callable[..., Any], seed: int) -> Any:
    """Return the layers of the trained model in words, or what came back in its place."""
    model = answer(_network(seed), *_points(seed), _seeded(seed + 100))
    if isinstance(model, Tensor):
        return "a tensor, and no model"
    if not isinstance(model, nn.Module):
        return model
    return ", ".join(type(layer).__name__ for layer in model.children())


def _first_weights(answer: Callable[..., Any], seed: int) -> str:
    """Say how large the weights between hidden layers are when the network is first used."""
    model, seen = _network(seed), []

    def look(*_: Any) -> None:
        seen.append([layer.weight.detach().clone() for layer in linears(model)[1:-1]])

    model.register_forward_pre_hook(look)
    answer(model, *_points(seed), _seeded(seed + 100))
    if not seen:
        return "the network is never used"
    if any(weight.min() == weight.max() for weight in seen[0]):
        return "all weights of a layer are equal"
    # the gain: the root of the number of inputs times the mean square
    gains = torch.stack([(weight.shape[1] * weight.square().mean()).sqrt() for weight in seen[0]])
    gain = gains.median().item()
    if math.isnan(gain):
        return "the weights are nan"
    if gain > 1.2:
        return "the weights are too large" if gain > 1.8 else "the weights have a fitting size"
    return "the weights are too small" + (" by half" if gain < 0.8 else ", a little")


def _first_step(answer: Callable[..., Any], seed: int) -> str:
    """Say whether steps are shorter now in a network whose weights are still too small.

    Such a network ends at the best constant at any rate, so its end says nothing of the rate.
    """
    model, (X, y), states = _network(seed), _points(seed), []

    def look(*_: Any) -> None:
        states.append({name: value.clone() for name, value in model.state_dict().items()})

    handle = model.register_forward_pre_hook(look)
    answer(model, X, y, _seeded(seed + 100))
    handle.remove()
    return "too small, and with shorter steps" if _is_short(states, X, y) else "nothing to say"


def _is_short(states: list[dict[str, Tensor]], X: Tensor, y: Tensor) -> bool:
    """Say whether the first two states are one step of plain descent apart, at a rate below 0.05.

    Adam moves each weight by the same length, so its step is not proportional to the gradient.
    """
    model = _network(0)
    if len(states) < 2 or states[0].keys() != model.state_dict().keys():
        return False
    model.load_state_dict(states[0])
    hidden, last = linears(model)[5].weight, linears(model)[-1]
    if not (hidden.shape[1] * hidden.square().mean()).sqrt() < 0.8:
        return False
    loss = ((model(X) - y) ** 2).mean()
    grads = torch.autograd.grad(loss, (last.weight, last.bias))
    moved = last.weight - states[1]["linear12.weight"]
    rate = ((last.bias - states[1]["linear12.bias"]) / grads[1]).item()
    plain = (moved - rate * grads[0]).norm() < 0.05 * moved.norm()
    return bool(plain) and 0 < rate < 0.05


def _ends(answer: Callable[..., Any], points: int) -> str:
    """Say where the losses of three starts end."""
    X, y = _points(points)
    ended = [answer(_network(seed), X, y, _seeded(seed + 100)) for seed in STARTS]
    if not all(isinstance(model, nn.Module) for model in ended):
        return "no models"
    losses = torch.stack([loss_of(model, X, y) for model in ended])
    constant = y.square().mean()
    ways = {
        "below 0.2": losses < 0.2,
        "in nan or inf": ~losses.isfinite(),
        "at the loss of the best constant": (losses / constant - 1).abs() < 0.02,
    }
    for way, which in ways.items():
        if which.sum() >= 2:
            return f"most starts end {way}"
    return "most starts end above 0.2"


TRAIN_PATIENT = Exercise(
    number="7.7",
    name="train_patient",
    title="A network that will not start",
    level="change",
    hints=(
        "Look before you change anything. Build a model as the task says, let the loop over the "
        "layers run on it and nothing else, and call `follow(model.double())` of 7.7. Does it "
        "look like Kaiming's start there, or like PyTorch's?",
        "`a` is here the slope of a leaky ReLU below 0, for which the gain is √(2 / (1 + a²)). How "
        "large is that for a = √5, and whose start has this gain? When the weights are mended, "
        "print the losses of the first epochs.",
        'ReLU has the slope 0 below 0. Leave `a` out, or say `nonlinearity="relu"`. Then in '
        "most starts the losses grow until they are `nan`: section 7.10 has two cures for that, "
        "and one of them is a single number.",
    ),
    learned="a fault can hide behind another: look at the start first, then at the rate",
    cases=(
        Case("the layers of the model that comes back", (0,), _layers),
        Case("the weights with which training begins", (0,), _first_weights),
        Case("the first step, where the weights are too small", (0,), _first_step),
        Case("60 points, three starts: the losses after training", (7,), _ends),
    ),
    reference=solutions.train_patient,
    correct=patient_mistakes.CORRECT,
    mistakes=patient_mistakes.MISTAKES,
    seconds=20.0,
)
