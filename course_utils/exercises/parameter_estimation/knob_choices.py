"""Exercise 1.1 of notebook 01: which knob is to be turned, read from three misses."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.parameter_estimation import solutions

RIGHT = solutions.which_knob
WORDS = (
    "raise w",
    "lower w",
    "raise b",
    "lower b",
    "raise w and lower b",
    "lower w and raise b",
)

# The hint for each line and each wrong word for it.
HINTS = {
    ("A", "raise w"): "Line A is too high at all three readings already. Does more w lower it?",
    ("A", "lower w"): (
        "Less w lowers line A four times as much at the reading 80 as at 20. But its three misses "
        "are equal."
    ),
    ("A", "raise b"): "Line A is too high everywhere. More b lifts it still further.",
    ("A", "raise w and lower b"): (
        "The misses of line A are equal, so it is as steep as it should be. Which knob moves all "
        "predictions by the same?"
    ),
    ("A", "lower w and raise b"): (
        "Line A runs as steeply as it should, because its misses do not change along the scale. "
        "One knob is enough."
    ),
    ("B", "raise w"): "Line B is too low on the left and too high on the right: is it too flat?",
    ("B", "lower w"): (
        "Line B needs more than that. Less w lowers every prediction, also the one at the reading "
        "50, where the miss is 0. What makes up for that?"
    ),
    ("B", "raise b"): "More b lifts line B by the same everywhere. Its misses have two signs.",
    ("B", "lower b"): "Less b lowers line B by the same everywhere. Its misses have two signs.",
    ("B", "raise w and lower b"): (
        "Line B is too low on the left and too high on the right. With more w it would be steeper "
        "still."
    ),
    ("C", "lower w"): "Line C is too low at all three readings. Does less w lift it?",
    ("C", "raise b"): (
        "More b lifts line C by the same everywhere, and its misses are 4, 10 and 16. How do these "
        "go with the readings 20, 50 and 80?"
    ),
    ("C", "lower b"): "Line C is too low everywhere. Less b lowers it still further.",
    ("C", "raise w and lower b"): (
        "Line C is too flat, that is seen well. Divide each of its misses by the reading: what is "
        "left for b to do?"
    ),
    ("C", "lower w and raise b"): (
        "The misses of line C grow with the reading, and all are negative: is it too steep or too "
        "flat?"
    ),
    ("D", "raise w"): (
        "Line D needs more than that. More w lifts every prediction, and two of the three are too "
        "high already. What makes up for that?"
    ),
    ("D", "lower w"): "The misses of line D fall from left to right: is it too steep or too flat?",
    ("D", "raise b"): "Line D is too high on the left. More b lifts it there as everywhere.",
    ("D", "lower b"): (
        "Line D needs more than that. Less b lowers every prediction by the same, and its misses "
        "are not the same: from 20 to 80 they fall by 12."
    ),
    ("D", "lower w and raise b"): (
        "Line D is too high on the left and too low on the right. With less w it would be flatter "
        "still."
    ),
}


WHICH_KNOB = Exercise(
    number="1.1",
    name="which_knob",
    title="Which knob",
    level="read",
    hints=(
        "Draw line A on paper: three crosses for the measurements, and a line that runs 6 degrees "
        "above them. Section 1.2 says what each of the two knobs does to a line.",
        "Ask two questions of each line. Do its misses change from left to right? Then its slope "
        "is wrong. And if you mend the slope with w, are the three predictions right then?",
        "Changing w by 0.1 changes the prediction at 20 by 2 degrees, at 50 by 5 and at 80 by 8. "
        "Line B needs 18 degrees less difference between left and right. Work out how much w that "
        "is, and what becomes of its miss at 50.",
    ),
    learned="b lifts a line, w turns it about the reading 0: to tilt it in place takes both",
    cases=(Case("what lines A, B, C and D need"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "all the other way round",
            ("raise b", "raise w and lower b", "lower w", "lower w and raise b"),
            "All four are the other way round. A miss is prediction minus measurement: what does "
            "+6 say about the prediction?",
        ),
        Mistake(
            "w alone for every tilt",
            ("lower b", "lower w", "raise w", "raise w"),
            "Lines A and C are right. For B and D the slope is mended, but w turns a line about "
            "the reading 0, which lies outside of these three days: what happens at 50?",
        ),
        Mistake(
            "one word for all",
            "lower b",
            "Four words are asked for, one for each line, in a tuple: "
            '`("lower b", ..., ..., ...)` has the form, if not the content.',
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
