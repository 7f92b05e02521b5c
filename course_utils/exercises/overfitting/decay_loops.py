"""The known mistakes of exercise 5.3 in the slopes of the loss, in the loop and in the result."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.families import saying
from course_utils.exercises.overfitting import decay_slips as slips
from course_utils.exercises.overfitting import solutions

_SLOPES = (
    (
        "sums in place of means",
        {
            "slope_w": lambda X, miss: 2 * X.T @ miss,
            "slope_b": lambda X, miss: 2 * miss.sum(),
        },
        "The steps are too long, by the number of examples: the loss is a mean, not a sum.",
    ),
    (
        "no 2",
        {"slope_w": lambda X, miss: X.T @ miss / len(miss), "slope_b": lambda X, miss: miss.mean()},
        "The data's part is half of what it should be: what is the derivative of a square?",
    ),
    (
        "no 2 in the bias",
        {"slope_b": lambda X, miss: miss.mean()},
        "b moves half as far as it should: its slope is missing a factor.",
    ),
    (
        "no 2 in the weights",
        {"slope_w": lambda X, miss: X.T @ miss / len(miss)},
        "The data moves w half as far as it should: its slope is missing a factor.",
    ),
    (
        "a sum in the bias",
        {"slope_b": lambda X, miss: 2 * miss.sum()},
        "b moves too far, by the number of examples: is its slope a mean?",
    ),
    (
        "a sum in the weights",
        {"slope_w": lambda X, miss: 2 * X.T @ miss},
        "The data moves w too far, by the number of examples: is its slope a mean?",
    ),
    (
        "divided by the number of weights",
        {"slope_w": lambda X, miss: 2 / X.shape[1] * X.T @ miss},
        "The slope of w is divided by the number of weights. Which mean does the loss take?",
    ),
    (
        "minus in the miss",
        {
            "slope_w": lambda X, miss: -slips.slope_of_w(X, miss),
            "slope_b": lambda X, miss: -slips.slope_of_b(X, miss),
        },
        "The data's part climbs. Is the miss y_hat − y, or the other way round?",
    ),
    ("uphill", {"sign": -1.0}, "Everything climbs: a step goes against the gradient."),
    (
        "the bias never moves",
        {"slope_b": lambda X, miss: 0 * miss.mean()},
        "b stays where it began. It is free of the penalty, and still has a slope.",
    ),
    (
        "the weights only shrink",
        {"slope_w": lambda X, miss: 0 * X.T @ miss},
        "The weights shrink and learn nothing: the slope of the loss is missing.",
    ),
    (
        "w first, then b",
        {"one_by_one": True},
        "b is moved with the new w. Compute both slopes first, then move both.",
    ),
    (
        "one slope for all epochs",
        {"anew": False},
        "All epochs use the miss of the first one: it belongs into the loop.",
    ),
    (
        "w starts at zero",
        {"start": lambda w, b: (0 * w, b)},
        "The weights begin at zero here: what is the argument `w` for?",
    ),
    (
        "b starts at zero",
        {"start": lambda w, b: (w, 0 * b)},
        "The bias begins at zero here: what is the argument `b` for?",
    ),
    (
        "both start at zero",
        {"start": lambda w, b: (0 * w, 0 * b)},
        "Weights and bias begin at zero here: what are the arguments `w` and `b` for?",
    ),
    (
        "one epoch too many",
        {"num": lambda num_epochs: num_epochs + 1},
        "That is one epoch more than asked for. How many are there with `num_epochs` 0?",
    ),
    (
        "one epoch too few",
        {"num": lambda num_epochs: max(num_epochs - 1, 0)},
        "That is one epoch fewer than asked for. Where does your `range` begin and end?",
    ),
    (
        "a single epoch",
        {"num": lambda num_epochs: min(num_epochs, 1)},
        "Only one epoch counts: does the loop end too early, or do the parameters begin anew in "
        "each round?",
    ),
    (
        "another rate",
        {"rate": lambda lr: 0.01},
        "The rate is 0.01 whatever the caller says: what is `lr` for?",
    ),
    ("no rate", {"rate": lambda lr: 1.0}, "The steps are as long as the gradient: where is `lr`?"),
    (
        "b before w",
        {"result": lambda w, b: (b, w)},
        "First the weights are wanted, then the bias.",
    ),
    ("w alone", {"result": lambda w, b: w}, "Only the weights come back. The bias is wanted too."),
)

_PLACES = {
    "the data's part of w": "With λ = 0, a single epoch moves w to another place. Leave the "
    "penalty aside and check the slope of the mean squared error.",
    "the data's part of b": "With λ = 0, a single epoch moves b to another place. Its slope is "
    "twice the mean of the misses.",
    "the penalty's part of w": "Without a penalty all is well. With one, w ends elsewhere: what "
    "does λ/2 · ‖w‖² add to its gradient?",
    "the penalty's part of b": "Without a penalty all is well. With one, b ends elsewhere: what "
    "should the penalty do to it?",
    "later epochs": "A single epoch is fine, and more of them are not: what changes from epoch to "
    "epoch, and what should not?",
    "no epoch": "With epochs all is well. Without any, w and b should come back as they came.",
}

LOOPS = (
    *(Mistake(name, slips.descending(**slip), hint) for name, slip, hint in _SLOPES),
    Mistake(
        "returns inside the loop",
        slips.returning_inside,
        "Only the first epoch takes place, and without any nothing comes back: where does the "
        "`return` stand?",
    ),
    Mistake(
        "the loss comes back",
        slips.returning_the_loss,
        "A single number comes back. Wanted are the weights and the bias.",
    ),
    Mistake(
        "Adam",
        slips.with_adam,
        "These are Adam's steps. The exercise asks for plain gradient descent.",
    ),
)

PLACES = tuple(saying(solutions.fit_with_decay, place, hint) for place, hint in _PLACES.items())
