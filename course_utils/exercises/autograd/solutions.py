"""The solutions of notebook 03, as a learner would write them."""

import math

import torch

from course_utils.autodiff import Scalar

gradient_of_a = 1 * 2 + (2 + 3)  # through the sum, times a; and as a factor, the sum

calls_on_x = 2**20  # one call for each path, and each level has two arrows


def sine(x):
    return Scalar(math.sin(x.val), ((x, math.cos(x.val)),), "sin")


def accumulate_to_mend(t_u, t_c, params, batch_size):
    params = params.detach().clone().requires_grad_()
    for start in range(0, len(t_u), batch_size):
        batch_u = t_u[start : start + batch_size]
        batch_c = t_c[start : start + batch_size]
        # What this batch adds to the mean over all examples. (With batch normalization, see
        # notebook 07, an error depends on the rest of its batch, and the sum is not the gradient.)
        loss = ((params[0] * batch_u + params[1] - batch_c) ** 2).sum() / len(t_u)
        loss.backward()
    return params.grad


# A: a sum is eleven times the mean, so each step is eleven times as long. B: at the start there is
# nothing to clear, and later it is cleared in time. C: the second backward needs the graph that the
# first has used up. D: nothing in the loss leads to a leaf. E: before the first backward `.grad` is
# None. F: the same steps and the same end; but every entry of the path is now that end.
outcomes = (5, 6, 3, 2, 4, 6)


def fit(model, start, x, y, lr, num_epochs):
    params = [tensor.detach().clone().requires_grad_() for tensor in start]
    for _ in range(num_epochs):
        for param in params:
            param.grad = None
        ((model(x, *params) - y) ** 2).mean().backward()
        with torch.no_grad():
            for param in params:
                param -= lr * param.grad
    return [param.detach() for param in params]


def gradient_is_right(f, point, gradient):
    measured = torch.zeros_like(point)
    for i in range(len(point)):
        step = torch.zeros_like(point)
        step[i] = 1e-5
        measured[i] = (f(point + step) - f(point - step)) / 2e-5
    # relative for large slopes, absolute for those near 0
    return bool(((measured - gradient).abs() <= 1e-5 + 1e-3 * measured.abs()).all())
