"""The solutions of notebook 05, as a learner would write them."""

import math

import torch

# Solve √(p (1 − p) / n) = s for n.
num_examples_needed = round(0.9 * 0.1 / 0.01**2)

# Ask first whether the training loss falls, then whether the two part ways.
four_regimes = ("overfitting", "no learning", "acceptable", "ideal")


def epoch_to_keep(val_losses, patience):
    best, best_epoch = math.inf, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best, best_epoch = loss, epoch
        elif epoch - best_epoch >= patience:
            break
    return best_epoch


def ridge(A, y, lam):
    prices = lam * torch.eye(A.shape[-1], dtype=A.dtype)
    prices[0, 0] = 0.0  # the bias is free
    left = 2 / A.shape[-2] * A.mT @ A + prices
    right = 2 / A.shape[-2] * A.mT @ y[..., None]
    return torch.linalg.solve(left, right)[..., 0]


def k_folds(num_examples, k, generator):
    folds = torch.randperm(num_examples, generator=generator).tensor_split(k)
    pairs = []
    for i, val in enumerate(folds):
        train = torch.cat(folds[:i] + folds[i + 1 :])  # all folds but the i-th
        pairs.append((train, val))
    return pairs
