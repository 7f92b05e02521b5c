"""Mistakes of exercise 4.2 of notebook 04: velocities that forget too much, or nothing."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.optimizers.balls import with_velocity

VELOCITIES = (
    Mistake(
        "plain descent",
        with_velocity(lambda velocity, grad, mu, lr: grad),
        "This is plain descent: the velocity of the step before has no effect. Is it set to "
        "zero, or overwritten, inside the loop?",
    ),
    Mistake(
        "weighs the gradient with 1 − μ",
        with_velocity(lambda velocity, grad, mu, lr: mu * velocity + (1 - mu) * grad),
        "Every step is too short by the factor 1 − μ: here a new gradient enters the velocity "
        "in full.",
    ),
    Mistake(
        "exchanges the weights",
        with_velocity(lambda velocity, grad, mu, lr: (1 - mu) * velocity + mu * grad),
        "This is a mean of both, with the weights exchanged. What does μ multiply, and with what "
        "weight does a new gradient enter?",
    ),
    Mistake(
        "μ at the gradient",
        with_velocity(lambda velocity, grad, mu, lr: velocity + mu * grad),
        "Which of the two is to fade, the old velocity or the new gradient? With μ = 0 this never "
        "moves.",
    ),
    Mistake(
        "μ at both",
        with_velocity(lambda velocity, grad, mu, lr: mu * (velocity + grad)),
        "The new gradient is multiplied by μ, too. Only what is old should fade.",
    ),
    Mistake(
        "forgets nothing",
        with_velocity(lambda velocity, grad, mu, lr: velocity + grad),
        "This velocity forgets nothing, whatever μ is: what should become of the old velocity in "
        "each step?",
    ),
    Mistake(
        "adds μ",
        with_velocity(lambda velocity, grad, mu, lr: mu + velocity + grad),
        "μ is added to the velocity here: it is a share, of what?",
    ),
    Mistake(
        "μ at the power of the step",
        with_velocity(lambda velocity, grad, mu, lr: mu**2 * velocity + grad),
        "The old velocity fades too fast: it is multiplied by μ once in each step.",
    ),
    Mistake(
        "the rate twice",
        with_velocity(lambda velocity, grad, mu, lr: mu * velocity + lr * grad),
        "lr goes into the velocity and into the step as well: once is enough.",
    ),
    Mistake(
        "no rate",
        with_velocity(lambda velocity, grad, mu, lr: (mu * velocity * lr + grad) / lr),
        "The whole velocity is subtracted: what is lr handed over for?",
    ),
    Mistake(
        "goes uphill",
        with_velocity(lambda velocity, grad, mu, lr: mu * velocity - grad),
        "The parameters run away: the gradient points uphill, and we want to go the other way.",
    ),
    Mistake(
        "turns back",
        with_velocity(lambda velocity, grad, mu, lr: -mu * velocity + grad),
        "The first step is fine; then the old velocity works against the new gradient. With which "
        "sign does it go on?",
    ),
)
