"""Known mistakes of exercise 9.6 in the passes: their mode, their masks, the mode at the end."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.dropout import committees_slips as slips

PASSES = (
    Mistake(
        "evaluation mode",
        lambda model, X, num: slips.passes(model, X, num, mode=False).softmax(dim=-1).mean(dim=0),
        "All passes give the same: nothing is dropped. In which mode are masks drawn?",
    ),
    Mistake(
        "in whatever mode",
        slips.as_it_came,
        "This works for a model that comes in training mode. The first one came in evaluation "
        "mode, and there nothing is dropped.",
    ),
    Mistake(
        "every part in training mode",
        slips.all_training,
        "Right for a model that has nothing but dropout. Here a batch normalization is in training "
        "mode too, and it changes with every call. Which parts alone should be in training mode?",
    ),
    Mistake(
        "every part in training mode, and left there",
        slips.all_left_training,
        "Every part is now in training mode, whatever its mode was before. Two things are missing: "
        "only the parts that are an `nn.Dropout` should be switched on, and at the end each part "
        "goes back. What has to be noted beforehand?",
    ),
    Mistake(
        "the other parts as they came",
        slips.others_as_they_came,
        "Dropout is switched on, and that is right. But a batch normalization that came in "
        "training mode stays there, and changes with every call. In which mode should the other "
        "parts be?",
    ),
    Mistake(
        "one mode for all parts at the end",
        lambda model, X, num: (
            slips.passes(model, X, num, after=model.training).softmax(dim=-1).mean(dim=0)
        ),
        "The probabilities are right. At the end `model.train(…)` gives one mode to all parts, "
        "also to one that came in another. What has to be noted beforehand?",
    ),
    Mistake(
        "stays in training mode",
        lambda model, X, num: slips.passes(model, X, num, after=True).softmax(dim=-1).mean(dim=0),
        "A model that came in evaluation mode is left in training mode. In which mode did it come?",
    ),
    Mistake(
        "ends in evaluation mode",
        lambda model, X, num: slips.passes(model, X, num, after=False).softmax(dim=-1).mean(dim=0),
        "A model that came in training mode is left in evaluation mode. In which mode did it come?",
    ),
    Mistake(
        "the other mode",
        slips.in_the_other_mode,
        "The model is always asked in the other mode than that in which it came. In which mode are "
        "masks drawn?",
    ),
    Mistake(
        "the same mask in each pass",
        slips.seeded,
        "All passes have the same mask. Is something seeded anew before each of them?",
    ),
    Mistake(
        "one mask",
        lambda model, X, num: slips.passes(model, X, 1).softmax(dim=-1)[0],
        "Right for one mask; for more, the number of masks makes no difference here. How often "
        "is the model called? Each mask needs a call of its own.",
    ),
)
