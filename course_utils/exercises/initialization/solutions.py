"""The solutions of notebook 07, as a learner would write them."""

import math

import torch
from torch import nn


def start_to_mend(num_in, num_hidden, generator):
    W1 = 2 * torch.rand(num_hidden, num_in, generator=generator) - 1
    W2 = 2 * torch.rand(1, num_hidden, generator=generator) - 1
    return W1, torch.zeros(num_hidden), W2, torch.zeros(1)


# the same factor, ten times over
variance_after_ten = (100 * 0.02) ** 10


def xavier_bound(num_in, num_out):
    return math.sqrt(6 / (num_in + num_out))


def gain_of(activation):
    # with random numbers: 1 / math.sqrt(activation(torch.randn(1_000_000)).square().mean())
    # tanh gets 1.59; PyTorch's calculate_gain("tanh"), 5/3, is a little larger than this rule says
    # without chance: a grid, where each place counts as often as a normal number falls near it
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    return 1 / math.sqrt((share * activation(zeta) ** 2).sum())


def clip_by_norm(grads, max_norm):
    norm = sum(grad.square().sum() for grad in grads).sqrt()
    factor = (max_norm / norm).clamp(max=1)
    return [factor * grad for grad in grads]


# the start of A keeps the size, so its steps are too long; B is worth one unit; C is asleep
diagnoses = ("rate", "alike", "small")


def train_patient(model, X, y, generator):
    for layer in model:
        if isinstance(layer, nn.Linear):  # a=√5 has the gain √(2 / (1 + 5)) = 0.58: PyTorch's start
            nn.init.kaiming_uniform_(layer.weight, nonlinearity="relu", generator=generator)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)  # with 0.1 the losses explode
    for _ in range(100):
        loss = ((model(X) - y) ** 2).mean()
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return model
