"""The solutions of notebook 07, as a learner would write them."""

import math

import torch

from course_utils.exercises.initialization.grid import share, zeta


def start_to_mend(num_in, num_hidden, generator):
    W1 = 2 * torch.rand(num_hidden, num_in, generator=generator) - 1
    W2 = 2 * torch.rand(1, num_hidden, generator=generator) - 1
    return W1, torch.zeros(num_hidden), W2, torch.zeros(1)


# the same factor, ten times over
variance_after_ten = (100 * 0.02) ** 10


def xavier_bound(num_in, num_out):
    return math.sqrt(6 / (num_in + num_out))


def gain_of(activation):
    mean_square = (share * activation(zeta) ** 2).sum().item()
    return 1 / math.sqrt(mean_square)


def clip_by_norm(grads, max_norm):
    norm = sum(grad.square().sum() for grad in grads).sqrt()
    factor = (max_norm / norm).clamp(max=1)
    return [factor * grad for grad in grads]


# too large, all alike, too small
diagnoses = ("exploding", "symmetry", "vanishing")
