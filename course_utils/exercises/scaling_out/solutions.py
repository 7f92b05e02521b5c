"""The solutions of notebook 12, as a learner would write them."""

import statistics

import torch
from torch.func import grad, vmap


# only the first line differs
def recent_mean(X):
    weights = torch.arange(1.0, len(X) + 1, device=X.device)
    return (weights[:, None] * X).sum(dim=0) / weights.sum()


# a decision, a size, a number for Python
waiting_lines = (3, 6, 8)


def measure_to_mend(work, device):  # six times from an empty queue to an empty queue
    times = []
    for _ in range(6):
        device.synchronize()
        began = device.clock
        work(device)
        device.synchronize()
        times.append(device.clock - began)
    return statistics.median(times[1:])  # without the warm-up


# leave out the empty ones, weigh the others by their examples
def average_gradient(gradients, sizes):
    there = sizes > 0
    weights = sizes[there] / sizes.sum()
    return weights @ gradients[there]


# pad to a multiple, then every world_size-th
def indices_of_rank(order, rank, world_size):
    padded = list(order)
    while len(padded) % world_size:
        padded.append(order[(len(padded) - len(order)) % len(order)])
    return padded[rank::world_size]


# two rounds of seven chunks, each chunk an eighth of the gradient
megabytes_sent = 2 * 7 / 8 * 25 * 4


# rows of params are taken apart, X and y are shared
def all_gradients(loss_of, params, X, y):
    return vmap(grad(loss_of), in_dims=(0, None, None))(params, X, y)
