"""The solutions of notebook 16, as a learner would write them."""

import math

import torch


def z_to_mend(h, h_after, p):
    alive = h != 0  # only these can be dropped
    num_units = torch.count_nonzero(alive).item()
    num_dropped = torch.count_nonzero(h_after[alive] == 0).item()
    return (num_dropped - num_units * p) / math.sqrt(num_units * p * (1 - p))


# With three numbers there are six orders, each expected in a sixth of the draws. What is no order
# of 0, 1, 2 is an alarm at once. A famous fault passes: a shuffle that swaps each place with any
# place gives some orders in 4/27 of the draws and others in 5/27, too near 1/6 for 1,000 draws.
def finds_fault(shuffle, generator):
    counts = {(0, 1, 2): 0, (0, 2, 1): 0, (1, 0, 2): 0, (1, 2, 0): 0, (2, 0, 1): 0, (2, 1, 0): 0}
    for _ in range(1_000):
        order = tuple(shuffle(3, generator).tolist())
        if order not in counts:
            return True
        counts[order] += 1
    spread = math.sqrt(1_000 * 1 / 6 * 5 / 6)
    for order in counts:
        if abs(counts[order] - 1_000 / 6) / spread > 5:
            return True
    return False


def draws_needed(p, shift, threshold, power):
    import statistics

    beyond = statistics.NormalDist().inv_cdf(power)  # so far must z be expected behind threshold
    return math.ceil(((threshold + beyond) / shift) ** 2 * p * (1 - p))


# A: at 0.5 both are the same. B: z was expected at 25. C: at 0.25, and with 100,000,000 units it
# would be 25. D: the count asks for nothing else than zeros. E: 46 of 1,000 were expected, with a
# standard deviation of 7. F: z was expected at 25; of right code about three of 1,000 tests lie
# beyond 3.
verdicts = ("blind", "no sign", "too few", "blind", "fault", "no sign")


# A: the mask follows from the seed alone. C: the count scatters around 200 by about 13.
# E: it is 1.25 times as large, on average. F: a survivor is h / 0.8.
statements = ("each", "average", "average", "each", "neither", "each")


def jitter_to_mend(X, generator):
    coins = torch.randint(0, 2, (len(X), 1), generator=generator)
    signs = 2.0 * coins - 1  # 0 and 1 become −1 and 1
    return signs * X + 0.1 * torch.randn(X.shape, generator=generator)
