"""What goes wrong in exercise 12.3 once the five times are there."""

from __future__ import annotations

import statistics

from course_utils.exercises import Mistake
from course_utils.exercises.scaling_out.queues import by

MEDIAN = statistics.median

NUMBERS = (
    Mistake(
        "a fifth of the median",
        by(lambda times: MEDIAN(times) / 5),
        "A fifth of what it should be. Is a median still to be divided by the number of runs?",
    ),
    Mistake(
        "in milliseconds",
        by(lambda times: MEDIAN(times) / 1000),
        "A thousand times too small. In which unit does the clock count, and in which is the "
        "answer wanted?",
    ),
    Mistake(
        "the mean",
        by(statistics.fmean),
        "Nearly: one slow run drags a mean along. Which number in the middle does not move?",
    ),
    Mistake(
        "the mean, without a warm-up",
        by(statistics.fmean, warm_ups=0),
        "The first run is among the five, and one slow run drags a mean along. Which number in the "
        "middle does not move?",
    ),
    Mistake(
        "the middle between the best and the worst",
        by(lambda times: (min(times) + max(times)) / 2),
        "This is halfway between the best and the worst. What of the three others?",
    ),
    Mistake(
        "the first of five left out",
        by(lambda times: MEDIAN(times[1:])),
        "The warm-up is not among the times, and one of the five is left out all the same.",
    ),
    Mistake("the smallest", by(min), "This is the best of five. Asked for is the middle one."),
    Mistake("the largest", by(max), "This is the worst of five. Asked for is the middle one."),
    Mistake(
        "the middle of the unsorted times",
        by(lambda times: times[2]),
        "This is the third time that was measured. Is it the middle one of the five in size?",
    ),
    Mistake(
        "the first of five",
        by(lambda times: times[0]),
        "This is the first of the five times. Is something returned before the others are "
        "measured, or are they not looked at?",
    ),
    Mistake(
        "the last of five",
        by(lambda times: times[-1]),
        "This is the last of the five times, and the others are lost. Where are they kept?",
    ),
    Mistake(
        "the next to the middle, above",
        by(lambda times: sorted(times)[3]),
        "Sorted, and this is the second largest. Is it the middle one of the five?",
    ),
    Mistake(
        "the next to the middle, below",
        by(lambda times: sorted(times)[1]),
        "Sorted, and this is the second smallest. Is it the middle one of the five?",
    ),
    Mistake("the sum", by(sum), "This is the time of all five together."),
    Mistake(
        "all the times",
        by(list),
        "These are the five times. Which single number of them is asked for?",
    ),
)
