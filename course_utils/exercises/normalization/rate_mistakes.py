"""The known mistakes of exercise 2.1: each pair of a count and a rate that is not the right one."""

from __future__ import annotations

from course_utils.exercises import Mistake

_COUNTS = {
    0: "What does a step of 0.01 do to the distance along each direction?",
    1: "Is only one below the limit, when a step may overshoot the bottom and still converge?",
    2: "Are only two below the limit, when a step may overshoot the bottom and still converge?",
    4: "By what does a step of 0.042 multiply the distance along the steep direction?",
}
_RATES = {
    0.01: "And the smallest rate is the safest, but how fast is it along the gentle direction?",
    0.02: "And at 0.02 the steep direction is done after one step, but how fast is the gentle one?",
    0.042: "And what becomes of the steep direction at 0.042?",
}
_NOT_ON_OFFER = (
    (0.04, "This is a limit, and none of the rates on offer. Which of the four is fastest?"),
    (2 / 50.5, "This is the balanced rate, and it is not on offer. Which of the four is fastest?"),
    (0.981, "This is a factor, by which a distance shrinks. The rate itself is asked for."),
    (-0.9, "This is the factor of the steep direction. The rate itself is asked for."),
    (0.9, "This is the size of a factor. The rate itself is asked for."),
    (0.38, "Look at the zeros after the point: which of the four rates on offer is it?"),
    (3.8, "Look at where the point stands: which of the four rates on offer is it?"),
    (38.0, "Look at where the point stands: the rate itself is asked for, as it is on offer."),
    (2.0, "The second number is the rate itself, and not its place among the four."),
    (3.0, "The second number is the rate itself, and not which of the four it is."),
)
_EXCHANGED = ((0.038, 3), (0.02, 2), (0.02, 3), (0.01, 1), (0.01, 3), (0.042, 4), (0.038, 4))

RATE_MISTAKES = (
    Mistake(
        "the limit of the gentle direction",
        (4, 0.042),
        "The gentle direction would tolerate all four. By what does a step of 0.042 multiply "
        "the distance along the steep direction?",
    ),
    Mistake(
        "the rate that finishes the steep direction",
        (3, 0.02),
        "At 0.02 the steep direction is done after one step. The gentle one is not: by what "
        "is its distance multiplied in each epoch, and by what at the other rates?",
    ),
    Mistake(
        "one over the curvature as the limit",
        (2, 0.02),
        "At 1/50 the factor 1 − ηλ of the steep direction is 0: a single step leads to its "
        "bottom. A step may overshoot and still converge; how far?",
    ),
    Mistake(
        "one over the curvature as a limit that is not reached",
        (1, 0.01),
        "Only one rate below 1/50? There, a single step leads to the bottom of the steep "
        "direction. A step may overshoot and still converge; how far?",
    ),
    Mistake(
        "the smallest rate",
        (3, 0.01),
        "The count is right. The smallest rate is the safest; by what does it multiply the "
        "distance along the gentle direction, compared with the others?",
    ),
    Mistake(
        "the largest rate",
        (3, 0.042),
        "The count is right. But 0.042 is the largest on offer: is it one of your three?",
    ),
    *(
        Mistake(f"{count} converge, and {rate} is right", (count, rate), words)
        for count, words in _COUNTS.items()
        for rate in (0.038,)
    ),
    *(
        Mistake(f"{count} converge, {rate} is fastest", (count, rate), f"{words} {more}")
        for count, words in _COUNTS.items()
        for rate, more in _RATES.items()
        if (count, rate) not in ((4, 0.042), (2, 0.02), (1, 0.01))
    ),
    *(Mistake(f"the rate {rate:.4g}", (3, rate), words) for rate, words in _NOT_ON_OFFER),
    *(
        Mistake(
            f"exchanged, {pair}",
            pair,
            f"{pair} begins with a rate. How many comes first, then the rate.",
        )
        for pair in _EXCHANGED
    ),
    Mistake(
        "a list of rates",
        (0.01, 0.02, 0.038),
        "How many they are, and which is fastest: two numbers are asked for.",
    ),
)
