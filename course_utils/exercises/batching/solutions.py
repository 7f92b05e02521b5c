"""The solutions of notebook 10, as a learner would write them."""

import torch
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils import models
from course_utils.exercises.batching.sweeps import one_epoch
from course_utils.training import TensorBatches


# one order for both, or the pairs come apart
def epoch_to_mend(X, y, batch_size, generator):
    order = torch.randperm(len(X), generator=generator)
    X, y = X[order], y[order]
    return list(zip(X.split(batch_size), y.split(batch_size)))


# 15 complete batches hold 960 examples, and 40 are left
steps_last_batch_steps_dropping = (3 * 16, 1000 - 15 * 64, 3 * 15)


# of 8,000 examples B = 4000 leaves out none, and B = 4001 a share of 0.4999
def share_dropped(num_examples, batch_size):
    # the remainder is what is left over of whole batches
    return num_examples % batch_size / num_examples


def mean_loss_to_mend(model, batches):
    with torch.no_grad():
        sums = [F.cross_entropy(model(X), y, reduction="sum") for X, y in batches]
    return (torch.stack(sums).sum() / sum(len(y) for _, y in batches)).item()


def spread_of_mean(values, batch_size):
    num_values = len(values)
    variance = (values - values.mean()).square().mean()
    left = (num_values - batch_size) / (num_values - 1)
    return (variance / batch_size * left).sqrt().item()


# 4 times the batch, 4 times the rate; the limit 0.4 is 8 times 0.05
lr_and_largest_batch_size = (4 * 0.05, 8 * 128)


def sweep(X, y, batch_sizes, lr_of, seed):
    losses = []
    for batch_size in batch_sizes:
        draws = torch.Generator().manual_seed(seed)
        model = models.mlp(2, 8, 2, generator=draws)
        cut = TensorBatches(X, y, batch_size=batch_size, shuffle=True, generator=draws)
        one_epoch(model, cut, lr_of(batch_size))
        losses.append(F.cross_entropy(model(X), y).item())
    return losses
