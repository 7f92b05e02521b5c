"""The solutions of notebook 05, as a learner would write them."""

import math

import torch

# Solve √(p (1 − p) / n) = s for n.
num_examples_needed = round(0.9 * 0.1 / 0.01**2)

# Ask first what the training loss does, then whether the validation loss goes along.
first_tries = ("less freedom", "more freedom", "smaller steps", "more epochs")


def fit_with_decay(X, y, w, b, lr, lam, num_epochs):
    for _ in range(num_epochs):
        miss = X @ w + b - y  # (N,)
        slope_w = 2 / len(y) * X.T @ miss + lam * w  # the penalty adds λw
        slope_b = 2 * miss.mean()  # the bias has no penalty
        w = w - lr * slope_w
        b = b - lr * slope_b
    return w, b


def epoch_to_keep(val_losses, patience):
    best, best_epoch = math.inf, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best, best_epoch = loss, epoch
        elif epoch - best_epoch >= patience:
            break
    return best_epoch


def k_folds(num_examples, k, generator):
    folds = torch.randperm(num_examples, generator=generator).tensor_split(k)
    pairs = []
    for i, val in enumerate(folds):
        train = torch.cat(folds[:i] + folds[i + 1 :])  # all folds but the i-th
        pairs.append((train, val))
    return pairs


# Ask what will be new about the examples that the model meets in use.
how_to_hold_out = ("by date", "by group", "shuffled", "by date", "by group")
