"""The solutions of notebook 13, as a learner would write them."""

import torch

# Half of the gap: at 1,000 it is 0.00003, at 16,777,216 it is 1, at 100,000,000 it is 4.
# C is a tie and goes to + 4, E is rounded up to + 8; F has 20 binary digits after the point.
six_sums = ("exact", "lost", "rounded", "lost", "rounded", "exact")


# 1 − 1 / (1 + e^−z) is 1 / (1 + e^z): the same function, and nothing is subtracted
def other_class(z):
    return torch.sigmoid(-z)


# W. Kahan, "Further remarks on reducing truncation errors" (1965)
def careful_sum(x):
    total, lost = 0.0, 0.0
    for number in x.tolist():
        term = number + lost
        new_total = total + term
        lost = term - (new_total - total)  # what the addition above has rounded away
        total = new_total
    return total


# The error of the check itself, δ/2 or δ²/6 and about ε/δ for rounding:
# A 4e-11, B 6e-4, C 4e-11, D 100, E 3e-5, F 2
gradient_checks = ("fine", "fine", "wrong", "blind", "wrong", "blind")


def log_sum_exp(logits):
    largest = logits.max(dim=1).values
    return largest + torch.exp(logits - largest[:, None]).sum(dim=1).log()


# A: 300² is above 65,504. B: 0.00075 on top of 0.25, where the gap is 0.002. C: slopes of 1e-8 and
# less. D: the gap at 1.8e9 is 128. E: 0.5 to the power of 200. F: the scale was too large.
causes = ("overflow", "lost updates", "underflow", "cancellation", "underflow", "overflow")
