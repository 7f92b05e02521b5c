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


# The error of the check itself, about δ or δ² and about ε/δ for rounding:
# A 1e-10, B 1e-3, C 1e-10, D 100, E 1e-4, F 2
gradient_checks = ("fine", "fine", "wrong", "blind", "wrong", "blind")


# log(1 + e^−z), a log-sum-exp of 0 and −z: the larger of the two is taken off and put back
def log_sigmoid(z):
    larger = torch.relu(-z)
    return -larger - torch.log1p(torch.exp(-z.abs()))


# w itself is never rounded: it is the master copy
def descend(w, gradient, num_steps):
    for _ in range(num_steps):
        w = w - gradient(w.bfloat16()).float() / 128
    return w


# A: 300² is above 65,504. B: 0.00075 on top of 0.25, where the gap is 0.002. C: slopes of 1e-8 and
# less. D: the gap at 1.8e9 is 128. E: 0.5 to the power of 200. F: the scale was too large.
causes = ("overflow", "lost updates", "underflow", "cancellation", "underflow", "overflow")
