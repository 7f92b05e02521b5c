"""Other cures, and what goes wrong, in exercise 7.7 of notebook 07."""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor, nn

from course_utils.exercises import Mistake
from course_utils.exercises.initialization.patient_slips import (
    RELU,
    TOO_SMALL,
    alike,
    at_constant,
    drawn,
    far_off,
    in_nan,
    linears,
    loss_of,
    on_line,
    run,
)


def _clipped(model: nn.Sequential, X: Tensor, y: Tensor, generator: Generator) -> nn.Sequential:
    for layer in linears(model):
        nn.init.kaiming_normal_(layer.weight, generator=generator)
        nn.init.zeros_(layer.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(100):
        optimizer.zero_grad()
        ((model(X) - y) ** 2).mean().backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
    return model


def _by_formula(model: nn.Sequential, X: Tensor, y: Tensor, generator: Generator) -> nn.Sequential:
    for layer in linears(model):
        drawn(RELU)(layer.weight, generator)
    for _ in range(100):
        loss = ((model(X) - y) ** 2).mean()
        grads = torch.autograd.grad(loss, list(model.parameters()))
        for param, grad in zip(model.parameters(), grads, strict=True):
            param.data -= 0.005 * grad
    return model


def _shorter_steps(
    model: nn.Sequential, X: Tensor, y: Tensor, generator: Generator
) -> nn.Sequential:
    for layer in linears(model):
        drawn(TOO_SMALL)(layer.weight, generator)
    grads = torch.autograd.grad(((model(X) - y) ** 2).mean(), list(model.parameters()))
    for param, grad in zip(model.parameters(), grads, strict=True):
        param.data -= 0.01 * grad
    model(X)
    at_constant(model)
    return model


CORRECT = (_clipped, _by_formula)
MISTAKES = (
    Mistake("as it was given", run(drawn(TOO_SMALL), at_constant), given=True),
    Mistake(
        "the start mended, and not the rate",
        run(drawn(RELU), in_nan),
        "The weights begin with the right size now, and a second fault shows. What do the losses "
        "of the first epochs do?",
    ),
    Mistake(
        "the rate mended, and not the start",
        _shorter_steps,
        "The steps are shorter now, and they will have to be. But the weights begin as small as "
        "they were: which gain does `a=math.sqrt(5)` give?",
    ),
    Mistake(
        "the weights too large",
        run(drawn(2 * RELU), in_nan),
        "The weights are too large now: from layer to layer the numbers grow. Which gain does ReLU "
        "need?",
    ),
    Mistake(
        "the weights too large, and alive",
        run(drawn(2 * RELU), far_off),
        "No `nan` any more, but the weights are larger than ReLU needs. What do the numbers of a "
        "fresh network do from layer to layer?",
    ),
    Mistake(
        "the weights too large, and trained",
        run(drawn(2 * RELU), on_line),
        "The losses are low, in spite of weights larger than ReLU needs. Which gain keeps the "
        "numbers level?",
    ),
    Mistake(
        "Xavier's weights, a rate that is small",
        run(drawn(1.0), far_off),
        "The weights are larger than they were, and still too small for ReLU. Whose start has the "
        "gain 1, and what does ReLU take in each layer?",
    ),
    Mistake(
        "Xavier's weights, a rate that is large",
        run(drawn(1.0), on_line),
        "The losses are low, but the weights are still too small for ReLU: their gain is about 1. "
        "Which gain keeps the numbers level?",
    ),
    Mistake(
        "another optimizer",
        run(drawn(TOO_SMALL), on_line),
        "It trains, and the weights begin as small as they were: this treats a symptom. What does "
        "`a=math.sqrt(5)` do to the gain?",
    ),
    Mistake(
        "weights too small, half trained",
        run(drawn(TOO_SMALL), far_off),
        "The weights begin as small as they were. Which gain does `a=math.sqrt(5)` give?",
    ),
    Mistake(
        "weights too small, and nan",
        run(drawn(TOO_SMALL), in_nan),
        "The weights begin as small as they were, and now the run ends in `nan`. Mend the start "
        "first: which gain does ReLU need?",
    ),
    Mistake(
        "equal weights",
        run(alike, at_constant),
        "All weights of a layer are equal at the start, and only the biases tell its units apart. "
        "Which start worked in section 7.2?",
    ),
    Mistake(
        "equal weights, a little trained",
        run(alike, on_line),
        "All weights of a layer are equal at the start, and the losses are low all the same. What "
        "makes units different in section 7.2?",
    ),
    Mistake(
        "no training",
        run(drawn(RELU), far_off),
        "The weights begin with the right size, and the losses have hardly fallen. Is there still "
        "a `step`, and is the rate too small now?",
    ),
    Mistake(
        "a rate of next to nothing",
        run(drawn(RELU), at_constant),
        "The weights begin with the right size, and the losses end at that of the best constant. "
        "How large are the steps?",
    ),
    Mistake(
        "the loss comes back",
        run(drawn(RELU), on_line, loss_of),
        "Training works, but the loss comes back in place of the model.",
    ),
    Mistake(
        "not a number",
        run(drawn(math.nan), in_nan),
        "The weights are `nan` before training begins. Is something divided by 0?",
    ),
)
