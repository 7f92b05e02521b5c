"""The solutions of notebook 09, as a learner would write them."""

import math

import torch


# only the last line differs
def dropout_to_mend(h, p, generator):
    keep = torch.rand(h.shape, generator=generator) >= p
    return keep.to(h.device) * h / (1 - p)


# variances add up, standard deviations do not
spread_of_sum = math.sqrt(0.2 / 0.8 * (3**2 + 4**2))


def drop_rows(X, p, generator):
    # one coin for each row, shared along the columns
    coins = torch.rand(X.shape[0], X.shape[1], 1, generator=generator)
    return (coins >= p).to(X.device) * X / (1 - p)


def paired_gain(with_, without):
    differences = with_ - without
    standard_error = differences.std() / len(differences) ** 0.5
    return differences.mean().item(), 2 * standard_error.item()


def accuracy_to_mend(model, X, y):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        accuracy = (model(X).argmax(dim=1) == y).float().mean().item()
    model.train(was_training)
    return accuracy


def predict_by_masks(model, X, num_masks):
    was_training = model.training
    model.train()
    with torch.no_grad():
        votes = [model(X).softmax(dim=-1) for _ in range(num_masks)]
    model.train(was_training)
    return torch.stack(votes).mean(dim=0)
