"""Six update rules as functions, Newton's step, and walks that take them.

- `sgd`, `momentum`, `nesterov`, `rmsprop`, `adam`, `adamw`, all in `RULES`: one step of each
- `newton_step(…)`: to where the slope of a parabola vanishes
- `loss_and_grad(…)`: losses and gradients of many runs side by side
- `descend(…)`: the path of a rule; `steps_to_finish(…)`: from which step on its loss stays low

A rule is called as `params, state = rule(params, grad, state, lr)`, with None as the first state.
Every rule raises ValueError for what are no floats, and for a gradient of another shape.
"""

from course_utils.optimizers.rules import (
    RULES,
    adam,
    adamw,
    momentum,
    nesterov,
    newton_step,
    rmsprop,
    sgd,
)
from course_utils.optimizers.walks import descend, loss_and_grad, steps_to_finish

__all__ = [
    "RULES",
    "adam",
    "adamw",
    "descend",
    "loss_and_grad",
    "momentum",
    "nesterov",
    "newton_step",
    "rmsprop",
    "sgd",
    "steps_to_finish",
]
