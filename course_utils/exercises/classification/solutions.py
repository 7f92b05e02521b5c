"""The solutions of notebook 08, as a learner would write them."""

import torch
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils import models
from course_utils.exercises.classification.notebook import metrics, train


def softmax(logits):
    shifted = logits - logits.max(dim=-1, keepdim=True).values  # the largest becomes 0
    positive = shifted.exp()
    return positive / positive.sum(dim=-1, keepdim=True)


# odds of cat against the rest: 1 to 3, then 3 to 3
probability_of_cat = 3 / (3 + 3)


def cross_entropy(logits, labels):
    true_logits = logits.gather(1, labels[:, None])[:, 0]
    return (torch.logsumexp(logits, dim=1) - true_logits).mean()


def loss_to_mend(logits, labels):
    # (N, 1) floats to (N,) int64
    return F.cross_entropy(logits, labels.squeeze(1).long())


# A comes near the floor 1.461, B to the entropy 0.325; C is sure and wrong from the start,
# D pays nothing, E stays at ln 4
causes = ("twice", "frequencies", "scale", "column", "nothing")


def auc_to_mend(logits, labels):
    margins = logits[:, 1] - logits[:, 0]  # an order, not a decision
    return metrics.roc_auc_score(labels, margins)


def tumour_logits(X_train, y_train, X_test):
    # of the training part, for both
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    start = torch.Generator().manual_seed(0)
    model = models.mlp(X_train.shape[1], 2, generator=start, device=X_train.device)
    train(model, (X_train - mean) / std, y_train, lr=0.5, num_epochs=200)
    with torch.no_grad():
        return model((X_test - mean) / std)
