"""The known mistakes of exercise 9.6: another mode, other passes, other numbers averaged."""

from __future__ import annotations

from torch import nn

from course_utils.exercises import Mistake
from course_utils.exercises.dropout import committees_slips as slips
from course_utils.exercises.dropout.committees_passes import PASSES

MISTAKES = (
    *PASSES,
    Mistake(
        "mean of the logits",
        lambda model, X, num: slips.passes(model, X, num).mean(dim=0).softmax(dim=-1),
        "Right for one mask, not for two: here the logits were averaged and the softmax came "
        "last. Which numbers does the committee average?",
    ),
    Mistake(
        "votes for one class each",
        lambda model, X, num: (
            nn.functional.one_hot(slips.passes(model, X, num).argmax(dim=-1), len(model[-1].bias))
            .float()
            .mean(dim=0)
        ),
        "Here each member names one class. The mean should be taken of the probabilities, so "
        "that a member may be in doubt.",
    ),
    Mistake(
        "logits",
        lambda model, X, num: slips.passes(model, X, num).mean(dim=0),
        "These are mean logits. Probabilities are positive and sum to 1 in each row.",
    ),
    Mistake(
        "sum",
        lambda model, X, num: slips.passes(model, X, num).softmax(dim=-1).sum(dim=0),
        "The rows sum to the number of masks. A mean is asked for.",
    ),
    Mistake(
        "softmax over the examples",
        lambda model, X, num: slips.passes(model, X, num).softmax(dim=1).mean(dim=0),
        "Here the columns sum to 1. For each example, what should its probabilities sum to?",
    ),
    Mistake(
        "every pass returned",
        lambda model, X, num: slips.passes(model, X, num).softmax(dim=-1),
        "These are the members of the committee, one by one. Which axis has to go?",
    ),
    Mistake(
        "classes",
        lambda model, X, num: (
            slips.passes(model, X, num).softmax(dim=-1).mean(dim=0).argmax(dim=-1)
        ),
        "These are the classes with the highest probability. The probabilities themselves are "
        "asked for.",
    ),
    Mistake(
        "softmax twice",
        slips.of(lambda logits: logits.softmax(dim=-1).mean(dim=0).softmax(dim=-1)),
        "The softmax is taken twice, before the mean and after it. What are the probabilities "
        "after the first?",
    ),
    Mistake(
        "mean of the logarithms",
        slips.of(lambda logits: logits.log_softmax(dim=-1).mean(dim=0)),
        "These are logarithms of probabilities. Which numbers does the committee average?",
    ),
    Mistake(
        "logarithm of the mean",
        slips.of(lambda logits: logits.softmax(dim=-1).mean(dim=0).log()),
        "This is the logarithm of the mean. The probabilities themselves are asked for.",
    ),
    Mistake(
        "the logarithms averaged, then back",
        slips.of(lambda logits: logits.log_softmax(dim=-1).mean(dim=0).exp()),
        "Right for one mask, not for two: the logarithms were averaged, and the rows no longer "
        "sum to 1.",
    ),
    Mistake(
        "halves again and again",
        slips.of(slips.halving),
        "Right for two masks, not for more: with `/ 2` in each round the last passes count "
        "more than the first.",
    ),
    Mistake(
        "one pass too few",
        slips.one_too_few,
        "One pass is missing from the sum. Where does the loop begin, and where does it end?",
    ),
    Mistake(
        "the first pass",
        slips.of(lambda logits: logits[0].softmax(dim=-1)),
        "Right for one mask; for more, only the first pass comes back. What becomes of the others?",
    ),
    Mistake(
        "the last pass",
        slips.of(lambda logits: logits[-1].softmax(dim=-1)),
        "Right for one mask; for more, only the last pass comes back. What becomes of the others?",
    ),
    Mistake(
        "a list of passes",
        slips.of(lambda logits: list(logits.softmax(dim=-1))),  # type: ignore[arg-type, return-value]
        "These are the passes in a list, one by one. What does the committee do with them?",
    ),
    Mistake(
        "sigmoid",
        slips.of(lambda logits: logits.sigmoid().mean(dim=0)),
        "The rows do not sum to 1: the sigmoid looks at each logit by itself. What turns a row of "
        "logits into probabilities?",
    ),
    Mistake(
        "one pass too many in the sum",
        lambda model, X, num: slips.passes(model, X, num + 1).softmax(dim=-1).sum(dim=0) / num,
        "The sum holds one pass more than it is divided by. Where does the loop begin?",
    ),
    Mistake(
        "one pass too many",
        lambda model, X, num: slips.passes(model, X, num + 1).softmax(dim=-1).mean(dim=0),
        "The model is called once more than asked for. Where does the loop begin?",
    ),
    Mistake(
        "divided by the number of examples",
        slips.of(lambda logits: logits.softmax(dim=-1).sum(dim=0) / logits.shape[1]),
        "The sum over the passes is divided by the number of examples. How many members has "
        "the committee?",
    ),
    Mistake(
        "mean over the examples",
        slips.of(lambda logits: logits.softmax(dim=-1).mean(dim=1)),
        "The mean was taken over the examples. Which axis counts the passes?",
    ),
    Mistake(
        "mean over the classes",
        slips.of(lambda logits: logits.softmax(dim=-1).mean(dim=-1)),
        "The mean was taken over the classes. Which axis counts the passes?",
    ),
    Mistake(
        "mean over passes and examples",
        slips.of(lambda logits: logits.softmax(dim=-1).mean(dim=(0, 1))),
        "The mean was taken over passes and examples together. Each example keeps its own.",
    ),
    Mistake(
        "median of the passes",
        slips.of(lambda logits: logits.softmax(dim=-1).median(dim=0).values),
        "This is the median of the passes. Asked for is their mean.",
    ),
    Mistake(
        "the surest of the passes",
        slips.of(lambda logits: logits.softmax(dim=-1).amax(dim=0)),
        "This takes the largest of the passes. What does the committee do with its members' "
        "numbers?",
    ),
    Mistake(
        "sum of the logits",
        slips.of(lambda logits: logits.sum(dim=0).softmax(dim=-1)),
        "Right for one mask, not for two: the logits were added up and the softmax came last. "
        "Which numbers does the committee average?",
    ),
    Mistake(
        "no denominator",
        slips.of(lambda logits: logits.exp().mean(dim=0)),
        "These are exponentials of the logits, and they do not sum to 1. What does the softmax "
        "divide them by?",
    ),
    Mistake(
        "rounded votes",
        slips.of(lambda logits: logits.softmax(dim=-1).round().mean(dim=0)),
        "The probabilities are rounded before the mean, so that no member may be in doubt.",
    ),
    Mistake(
        "all passes below each other",
        slips.of(lambda logits: logits.softmax(dim=-1).flatten(0, 1)),
        "The passes stand below each other in one table. Each example should have one row.",
    ),
    # Whatever else there may be: these tell of a kind, and come last.
    *(
        Mistake(
            f"rows that sum to {which} than 1",
            slips.of(
                lambda logits, factor=factor: (  # type: ignore[misc]
                    logits.softmax(dim=-1).mean(dim=0) * (factor if logits.shape[1] == 3 else 1)
                )
            ),
            f"The rows sum to {which} than 1. Are these probabilities, and how many passes are "
            f"averaged?",
        )
        for which, factor in (("more", 2.0), ("less", 0.5))
    ),
)
