"""The solutions of notebook 11, as a learner would write them."""

import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils import models, training
from course_utils.exercises.training_code.loops import train_epoch
from course_utils.exercises.training_code.units import only_x

# 300, 300, 300 and 100 examples: count what is right
true_accuracy = (270 + 270 + 270 + 50) / 1000


def auc(y_true, y_score):
    from sklearn import metrics

    if len(set(y_true.tolist())) < 2:
        return float("nan")  # without a pair of two classes there is no order to judge
    # with two classes scikit-learn takes no notice of multi_class
    return float(metrics.roc_auc_score(y_true, y_score, multi_class="ovr"))


def snapshots(model, folder, every):
    def on_epoch(row):
        if row["epoch"] % every == 0:
            torch.save(model.state_dict(), folder / f"epoch_{row['epoch']:03d}.pt")

    return on_epoch


def train_to(path, model, optimizer, batches, epochs):
    done, order = 0, [batches.generator]
    if path.exists():
        done = training.load_checkpoint(path, model, optimizer, generators=order).epoch
    trained = list(range(done + 1, epochs + 1))
    for done in trained:  # afterwards `done` is the number of epochs behind us
        train_epoch(model, batches, F.mse_loss, optimizer)
    training.save_checkpoint(path, model, optimizer, epoch=done, generators=order)
    return trained


# 1 to 46; from the file of epoch 40, 41 to 57; from that of 50, 51 to 100
epochs_trained = 46 + 17 + 50


def deep(depth, width, generator):
    hidden = depth * [width]
    model = models.mlp(2, *hidden, 2, generator=generator)  # tanh is its default
    for layer in model:
        if isinstance(layer, nn.Linear):
            nn.init.xavier_uniform_(layer.weight, generator=generator)
            nn.init.zeros_(layer.bias)
    return model


def num_parameters(depth, width):  # into the first hidden layer, between, out of the last
    return 3 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)


def widest(depth, budget):
    width = 0
    while num_parameters(depth, width + 1) <= budget:
        width += 1
    return width


def in_units(fit, X_train, y_train, X_new):
    mean, std = y_train.mean(), y_train.std()  # of the training part
    y_hat = only_x(fit, X_train, (y_train - mean) / std, X_new)
    return y_hat * std + mean
