"""The mistakes of exercise 4.1 of notebook 04: loops that move nothing, too much or elsewhere."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.optimizers.stepping import fitting, in_order, raising

_LOOPS = (
    Mistake(
        "as it was given",
        lambda x, y, start, lr, num_epochs: torch.tensor(start),
        given=True,
    ),
    Mistake(
        "clears once, before the loop",
        in_order("forward backward update"),
        "The parameters move now, but the gradients of all epochs pile up, because clearing "
        "happens only once. Each iteration consists of five operations.",
    ),
    Mistake(
        "starts at zero",
        fitting(start_at=lambda start: (0.0, 0.0)),
        "Everything moves, but from (0, 0): `start` is not used any more.",
    ),
    Mistake(
        "starts at one",
        fitting(start_at=lambda start: (1.0, 1.0)),
        "Everything moves, but always from (1, 1): what is `start` for?",
    ),
    Mistake(
        "starts at (1, 0)",
        fitting(start_at=lambda start: (1.0, 0.0)),
        "Everything moves, but always from (1, 0), as in the sections above. Here `start` says "
        "where to begin.",
    ),
    Mistake(
        "updates before it has a gradient",
        in_order("forward update clear backward"),
        "One update is missing: does every epoch take place, and is there a gradient yet when "
        "`step` is called for the first time?",
    ),
    Mistake(
        "one step too many",
        fitting(num=lambda num_epochs: num_epochs + 1),
        "That is one step more than num_epochs. How many are there in the case without any?",
    ),
    Mistake(
        "updates twice",
        in_order("forward backward update update clear"),
        "Each epoch moves twice along the same gradient. One backward, one update.",
    ),
    Mistake(
        "begins anew in each epoch",
        fitting(num=lambda num_epochs: min(num_epochs, 1)),
        "Only one step counts: do the parameters begin anew in each round, or does the loop end "
        "too early?",
    ),
    Mistake(
        "returns inside the loop",
        lambda x, y, start, lr, num: fitting()(x, y, start, lr, 1) if num else None,
        "Only the first step is taken, and without any step nothing comes back: where does the "
        "`return` stand?",
    ),
    Mistake(
        "one gradient for all steps",
        fitting(anew=False),
        "All steps use the gradient at the start: forward and backward belong into each round.",
    ),
    Mistake(
        "Adam",
        in_order("forward backward update clear", torch.optim.Adam),
        "These are Adam's steps. The exercise asks for plain gradient descent.",
    ),
    Mistake(
        "momentum",
        in_order(
            "forward backward update clear",
            lambda params, lr: torch.optim.SGD(params, lr=lr, momentum=0.9),
        ),
        "From the second step on the steps remember those before: plain descent has no momentum.",
    ),
    Mistake(
        "uphill",
        fitting(move=(-1.0, -1.0)),
        "The steps are as long as they should be and go uphill.",
    ),
    Mistake(
        "moves w only",
        fitting(move=(1.0, 0.0)),
        "b never moves: does the optimizer hold it?",
    ),
    Mistake(
        "moves b only",
        fitting(move=(0.0, 1.0)),
        "w never moves: does the optimizer hold it?",
    ),
)

_LOSSES = (
    Mistake(
        "the sum",
        fitting(lambda w, b, x, y: ((w * x + b - y) ** 2).sum()),
        "Every step is N times too long: the loss was a mean, and should stay one.",
    ),
    Mistake(
        "sizes in place of squares",
        fitting(lambda w, b, x, y: (w * x + b - y).abs().mean()),
        "These are the steps of another loss, the mean of the sizes. The loss was fine as it was.",
    ),
    Mistake(
        "half the squares",
        fitting(lambda w, b, x, y: ((w * x + b - y) ** 2).mean() / 2),
        "Every step is half as long as it should be: is there a ½ in the loss or in the rate? Both "
        "were fine as they were.",
    ),
    Mistake(
        "forgets b",
        fitting(lambda w, b, x, y: ((w * x + 0 * b - y) ** 2).mean()),
        "b has no part in the prediction any more. The loss was fine as it was.",
    ),
    Mistake(
        "exchanges w and b",
        fitting(lambda w, b, x, y: ((b * x + w - y) ** 2).mean()),
        "w and b have changed places in the prediction.",
    ),
    Mistake(
        "returns the gradient",
        fitting(result=lambda params, grad, loss: grad),
        "This is the last gradient. What is asked for is where the steps have led.",
    ),
    Mistake(
        "returns the cleared gradient",
        lambda x, y, start, lr, num: torch.tensor(start).grad,
        "None came back. Is the `return` there, and what does it return?",
    ),
    Mistake(
        "returns the loss",
        fitting(result=lambda params, grad, loss: loss),
        "This is the loss. What is asked for is where the steps have led.",
    ),
)

_ERRORS = (
    Mistake(
        "an optimizer for a copy",
        raising(lambda params: torch.optim.SGD([params.clone()], lr=0.1)),
        "The optimizer gets the result of an operation here. It needs the very tensor that was "
        "made with requires_grad.",
    ),
    Mistake(
        "an optimizer without a list",
        raising(lambda params: torch.optim.SGD(params, lr=0.1)),
        "The optimizer wants a list of tensors, as in the stub.",
    ),
    Mistake(
        "an optimizer for numbers",
        raising(lambda params: torch.optim.SGD(params.tolist(), lr=0.1)),
        "The optimizer gets plain numbers here: `start` has to become a tensor first.",
    ),
    Mistake(
        "nobody asked for gradients",
        raising(lambda params: params.detach().sum()),
        "Nothing leads back from the loss: does the tensor in use require a gradient?",
    ),
    Mistake(
        "a loss of many numbers",
        raising(lambda params: params * 1),
        "backward starts from a single number, and this loss has one for each example.",
    ),
    Mistake(
        "one loss, walked twice",
        lambda x, y, start, lr, num: _walked_twice(x, y, start, lr, num),
        "Each round needs a loss of its own: in the second one the way back of the first is gone.",
    ),
)


def _walked_twice(
    x: torch.Tensor, y: torch.Tensor, start: tuple[float, float], lr: float, num: int
) -> torch.Tensor:
    params = torch.tensor(start, requires_grad=True)
    optimizer = torch.optim.SGD([params], lr=lr)
    loss = ((params[0] * x + params[1] - y) ** 2).mean()
    for _ in range(num):
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return params.detach()


MISTAKES = _LOOPS + _LOSSES + _ERRORS
