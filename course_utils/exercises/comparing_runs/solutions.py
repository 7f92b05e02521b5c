"""The solutions of notebook 17, as a learner would write them."""

import numpy as np


def paired_gain(with_, without, factor):
    differences = with_ - without
    standard_error = differences.std() / len(differences) ** 0.5
    return differences.mean().item(), factor * standard_error.item()


# 8 (s/d)² + 2 is 10 for A, 34 for B and for C. D has s² = 2 · 0.03² and needs 18.
# E has s² = 2 · 0.03² · (1 − 0.75) and needs 6.
plans = ("enough", "too few", "enough", "too few", "enough")


# On normal noise with up to 50 pairs, this stops in more than a third of the experiments.
def stops_at(gaps):
    for num_pairs in range(5, len(gaps) + 1):
        so_far = gaps[:num_pairs]
        if abs(so_far.mean()) > 2 * so_far.std(ddof=1) / num_pairs**0.5:
            return num_pairs
    return None


# the same search for both, and seeds that have chosen nothing
def fair_gain(loss_of):
    rate = {}
    for method in ("old", "new"):
        means = {}
        for lr in (0.03, 0.1, 0.3, 1.0):
            means[lr] = np.mean([loss_of(method, lr, seed) for seed in range(5)])
        rate[method] = min(means, key=means.get)
    gains = []
    for seed in range(5, 25):
        new, old = loss_of("new", rate["new"], seed), loss_of("old", rate["old"], seed)
        gains.append(new - old)
    return np.mean(gains)


# A: the separate intervals hold the luck that the pairs share.
# B: Student's factor for three is 4.3, so the interval is −0.020 ± 0.032.
# C: open is not equal; a gap of −0.01 would fit. D and F are the most striking of several.
verdicts = ("clear", "open", "open", "picked", "one side tuned", "picked")
