"""The mistakes of exercise 4.5 of notebook 04: other groups, other rates, other optimizers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from torch import Tensor
from torch.optim import SGD, Adam, Optimizer

from course_utils.exercises import Mistake


def _rates(
    of_w: Callable[[float], float],
    of_b: Callable[[float], float],
    kind: Callable[..., Optimizer] = SGD,
    **settings: Any,
) -> Callable[..., Optimizer]:
    """Return a function that builds an optimizer with these rates."""
    return lambda w, b, lr: kind(
        [{"params": [w], "lr": of_w(lr)}, {"params": [b], "lr": of_b(lr)}], lr=lr, **settings
    )


def _same(lr: float) -> float:
    return lr


def _tenfold(lr: float) -> float:
    return 10 * lr


def _with_a_group_of_one(w: Tensor, b: Tensor, lr: float) -> Optimizer:
    optimizer = SGD([w, b], lr=lr)
    optimizer.param_groups[1]["lr"] = 10 * lr
    return optimizer


MISTAKES = (
    Mistake("one rate for both", lambda w, b, lr: SGD([w, b], lr=lr), given=True),
    Mistake(
        "ten times for w",
        _rates(_tenfold, _same),
        "The groups have changed places: it is b that should learn faster.",
    ),
    Mistake(
        "ten times for both",
        _rates(_tenfold, _tenfold),
        "Now both are ten times as fast. Two groups, two rates.",
    ),
    Mistake(
        "nothing moves",
        lambda w, b, lr: SGD([w.detach(), b.detach()], lr=lr),
        "Neither moves: the optimizer holds other tensors than w and b. A copy, or what "
        "`detach` gives, gets no gradient.",
    ),
    Mistake(
        "b is left out",
        lambda w, b, lr: SGD([w], lr=lr),
        "b does not move at all: does the optimizer hold it, and with which rate?",
    ),
    Mistake(
        "w is left out",
        lambda w, b, lr: SGD([b], lr=10 * lr),
        "w does not move at all: does the optimizer hold it, and with which rate?",
    ),
    Mistake(
        "w ten times slower",
        _rates(lambda lr: lr / 10, _same),
        "The ratio is right. But w's rate should stay lr, and b's become larger.",
    ),
    Mistake(
        "b ten times slower",
        _rates(_same, lambda lr: lr / 10),
        "w is right, and b learns more slowly than w. Which of the two rates is to be larger?",
    ),
    Mistake(
        "no rate for w",
        lambda w, b, lr: SGD([{"params": [w]}, {"params": [b], "lr": 10 * lr}]),
        "b is right. The group of w names no rate and there is no common one, so PyTorch takes "
        "its own default, 0.001.",
    ),
    Mistake(
        "no rate for b",
        lambda w, b, lr: SGD([{"params": [w], "lr": lr}, {"params": [b]}]),
        "w is right. The group of b names no rate and there is no common one, so PyTorch takes "
        "its own default, 0.001.",
    ),
    Mistake(
        "numbers in place of lr",
        _rates(lambda lr: 0.1, lambda lr: 1.0),
        "The rates are the same whatever lr is: they should follow the argument.",
    ),
    Mistake(
        "a number in place of lr for b",
        _rates(_same, lambda lr: 1.0),
        "The rate of b is the same whatever lr is: it should follow the argument.",
    ),
    Mistake(
        "a number in place of lr for w",
        _rates(lambda lr: 0.1, _tenfold),
        "The rate of w is the same whatever lr is: it should follow the argument.",
    ),
    Mistake(
        "a rate of ten",
        _rates(_same, lambda lr: 10.0),
        "The rate of b is the number 10 here, whatever lr is. Ten times what?",
    ),
    Mistake(
        "ten more",
        _rates(_same, lambda lr: lr + 10),
        "Ten is added to the rate of b. Ten times as fast is something else.",
    ),
    Mistake(
        "a hundred times",
        _rates(_same, lambda lr: 100 * lr),
        "b is ten times too fast: is the factor applied twice?",
    ),
    Mistake(
        "twice",
        _rates(_same, lambda lr: 2 * lr),
        "b is faster than w now. How many times as fast should it be?",
    ),
    Mistake(
        "momentum",
        _rates(_same, _tenfold, momentum=0.9),
        "The second step is longer than the first: plain SGD has no momentum.",
    ),
    Mistake(
        "decay",
        _rates(_same, _tenfold, weight_decay=0.1),
        "The parameters are also pulled towards 0: nobody asked for a decay of the weights.",
    ),
    Mistake(
        "uphill",
        _rates(_same, _tenfold, maximize=True),
        "The steps go uphill: which way does SGD go?",
    ),
    Mistake(
        "Adam",
        _rates(_same, _tenfold, Adam),
        "This is Adam, whose steps do not depend on the size of the slope. SGD is asked for.",
    ),
    Mistake(
        "a list of rates",
        lambda w, b, lr: SGD([w, b], lr=[lr, 10 * lr]),  # type: ignore[arg-type]
        "`lr` takes one rate for a whole group. How are two groups written?",
    ),
    Mistake(
        "ten times b",
        lambda w, b, lr: SGD([w, 10 * b], lr=lr),
        "10 * b is another tensor, the result of an operation. It is the rate that should be "
        "larger, not the parameter.",
    ),
    Mistake(
        "writes into b",
        lambda w, b, lr: SGD([w, b.data.mul_(10)], lr=lr),
        "b itself is another one afterwards. It is the rate that should be larger, not the "
        "parameter.",
    ),
    Mistake(
        "b in both groups",
        lambda w, b, lr: SGD([{"params": [w, b]}, {"params": [b], "lr": 10 * lr}], lr=lr),
        "A parameter may be in one group only. Which group is for w?",
    ),
    Mistake(
        "half a group",
        lambda w, b, lr: SGD([w, {"params": [b], "lr": 10 * lr}], lr=lr),
        'Either a list of tensors or a list of groups: w needs a group of its own, with "params".',
    ),
    Mistake(
        "one group, edited",
        _with_a_group_of_one,
        "There is only one group here, with both parameters in it, and so no second entry in "
        "`param_groups`.",
    ),
    Mistake(
        "two optimizers",
        lambda w, b, lr: (SGD([w], lr=lr), SGD([b], lr=10 * lr)),
        "One optimizer is asked for. It can hold several groups.",
    ),
)
