"""Mistakes of exercise 4.6 of notebook 04: races that are not fair, and scores that are none."""

from __future__ import annotations

import statistics

from course_utils.exercises import Mistake
from course_utils.exercises.optimizers.referees import (
    by_comparing,
    first,
    last,
    mean,
    median_with_inf,
    one_rate,
    rate_of_the_best,
    referee,
    strict,
    without_nan,
)

MISTAKES = (
    Mistake(
        "decides on the tuning starts",
        referee(decide_on=lambda tuning, fresh: tuning),
        "The rules are compared on the starts that chose their rates, where a rule may look better "
        "than it is. What are `fresh_starts` for?",
    ),
    Mistake(
        "tunes on the fresh starts",
        referee(tune_on=lambda tuning, fresh: fresh),
        "The rates are chosen on the fresh starts. Then these are fresh no more.",
    ),
    Mistake(
        "the other way round",
        referee(tune_on=lambda tuning, fresh: fresh, decide_on=lambda tuning, fresh: tuning),
        "Tuning and deciding have exchanged their starts.",
    ),
    Mistake(
        "one rate for all rules",
        one_rate,
        "All rules run at one rate here. Each should have the rate that suits it.",
    ),
    Mistake(
        "the rate of the best pair for all",
        rate_of_the_best,
        "One rule's best rate is used for all rules here. Each should run at its own.",
    ),
    Mistake(
        "all starts for both",
        referee(
            tune_on=lambda tuning, fresh: tuning + fresh,
            decide_on=lambda tuning, fresh: tuning + fresh,
        ),
        "All starts are used for both. Which choose the rate, and which judge it?",
    ),
    Mistake(
        "no tuning",
        referee(choose=first),
        "Every rule runs at the first rate. Where is the best of `lrs` looked for?",
    ),
    Mistake(
        "the largest rate",
        referee(choose=last),
        "Every rule runs at the last of `lrs`: is a lower score found, or is the last one kept?",
    ),
    Mistake(
        "the worst rate",
        referee(choose=max),
        "This takes the rate with the highest score. Scores are losses: which is the best?",
    ),
    Mistake(
        "the loser",
        referee(decide=max),
        "The rates are well chosen, and then the loser is declared. Scores are losses.",
    ),
    Mistake(
        "the first rule",
        referee(decide=first),
        "The first rule wins always. Are the fresh scores of all rules compared?",
    ),
    Mistake(
        "the last rule",
        referee(decide=last),
        "The last rule wins always: is it compared with the lowest score so far?",
    ),
    Mistake(
        "nan is passed over",
        referee(without_nan(mean)),
        "A run that gave nan is left out of the mean, and so an explosion costs nothing. What "
        "should the score be then?",
    ),
    Mistake(
        "nan is compared",
        referee(lambda losses: sum(losses) / len(losses), decide=by_comparing),
        "Every `<` with nan is False, so nan may win or lose by its place in the list. What should "
        "the score be when there is one?",
    ),
    Mistake(
        "the best run",
        referee(strict(min)),
        "The score is the lowest loss here. One lucky start decides: what of the others?",
    ),
    Mistake(
        "the worst run",
        referee(strict(max)),
        "The score is the highest loss here. That is careful, and not what is asked for.",
    ),
    Mistake(
        "the median",
        referee(strict(statistics.median)),
        "The score is the median here. The task asks for the mean, in which a bad start counts.",
    ),
    Mistake(
        "the median of all",
        referee(median_with_inf),
        "The score is the median here, and a run that gave nan is only one bad start. The task "
        "asks for the mean, and says what to do about nan.",
    ),
    Mistake(
        "the first start only",
        referee(lambda losses: mean(losses[:1])),
        "Only the first start counts here. Is there a `return` inside the loop over the starts?",
    ),
    Mistake(
        "the last start only",
        referee(lambda losses: mean(losses[-1:])),
        "Only the last start counts here: is the loss overwritten in the loop?",
    ),
    Mistake(
        "the rule alone",
        referee(result=lambda rule, lr, lowest: rule),
        "The winner's rate belongs to the answer: return the pair `(rule, lr)`.",
    ),
    Mistake(
        "the rate alone",
        referee(result=lambda rule, lr, lowest: lr),
        "This is the rate. Whose is it? Return the pair `(rule, lr)`.",
    ),
    Mistake(
        "the pair reversed",
        referee(result=lambda rule, lr, lowest: (lr, rule)),
        "The two have changed places: first the rule, then its rate.",
    ),
    Mistake(
        "with the score",
        referee(result=lambda rule, lr, lowest: (rule, lowest)),
        "The second entry is the score. The rate is asked for.",
    ),
    Mistake(
        "three things",
        referee(result=lambda rule, lr, lowest: (rule, lr, lowest)),
        "Three things came back. Two are asked for, the rule and its rate.",
    ),
)
