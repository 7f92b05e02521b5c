"""The solutions of notebook 15, as a learner would write them."""

import torch


# Each bin counts with its share of all days, so an empty one adds nothing.
def calibration_error(said, happened):
    total = 0.0
    for k in range(10):
        inside = (said > k / 10) & (said <= (k + 1) / 10)
        if inside.any():
            distance = (said[inside].mean() - happened[inside].mean()).abs()
            total = total + distance * inside.float().mean()
    return total


# softmax(log p) is p, so the logarithms of the probabilities are logits, too.
# They are divided before the softmax: then each row still adds up to 1.
def scaled_probabilities(p, T):
    return torch.softmax(p.log() / T, dim=1)


# Row i of the product holds the expected cost of each action at point i.
def cheapest_actions(p, costs):
    expected = p @ costs  # (N, C) times (C, A) is (N, A)
    return expected.argmin(dim=1)


# The odds of q are the weight times those of p, so divide them by the weight.
# A point is flagged before and after if its odds are above those of the threshold.
def threshold_without_weights(threshold, weight):
    odds = threshold / (1 - threshold) / weight
    return odds / (1 + odds)


# Town: 15 of 20 ill are flagged, and 49 of 980 healthy people, a twentieth.
# Clinic: 375 of 500 ill are flagged, and 25 of 500 healthy people.
# Recall stays, because it looks at the ill alone. Precision rises from 0.23 to 0.94.
accuracy_precision_recall = ((375 + 475) / 1000, 375 / (375 + 25), 375 / 500)


# A: too sure. B: calibrated and in a good order, so only the threshold is wrong. C: 5,000 points
# hold about 5 of class 1, and a recall of 3 in 5 may be chance. D: the weights have raised the
# odds. E: not sure enough. F: the standard error of 0.80 on 30 points is 0.07.
remedies = ("T above 1", "threshold", "more points", "undo", "T below 1", "more points")
