"""Exercise 16.4 of notebook 16: what six results of tests say, each with a suspected fault."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.testing_chance import solutions

RIGHT = solutions.verdicts

# The hint for each result and each wrong word for it.
HINTS = {
    ("A", "fault"): "Result A: |z| is 0.4. How often does right code give as much as that?",
    ("A", "too few"): (
        "Result A: keeping and dropping are equally likely at p = 0.5. Would more units show the "
        "fault?"
    ),
    ("A", "no sign"): (
        "Result A: if keeping and dropping were exchanged, which z would this test expect at "
        "p = 0.5?"
    ),
    ("B", "fault"): "Result B: how often does right code give |z| above 1.1?",
    ("B", "too few"): (
        "Result B: compute the z that the fault would give with so many units, by the formula of "
        "section 16.6."
    ),
    ("B", "blind"): (
        "Result B: compute the z that the fault would give, by the formula of section 16.6. Is it "
        "small?"
    ),
    ("C", "fault"): "Result C: |z| is 0.6. How often does right code give as much as that?",
    ("C", "no sign"): (
        "Result C: compute the z that the fault would give, by the formula of section 16.6. Is it "
        "beyond the threshold?"
    ),
    ("C", "blind"): (
        "Result C: which z would the fault give in the same question with 100,000,000 units?"
    ),
    ("D", "fault"): "Result D: |z| is 0.2. How often does right code give as much as that?",
    ("D", "no sign"): "Result D: does the number of zeros change if the division is forgotten?",
    ("D", "too few"): "Result D: would more units show a division that is forgotten?",
    ("E", "no sign"): (
        "Result E: how many of 1,000 counts have |z| above 2 if the code is right? "
        "Multiply the rate for c = 2 in section 16.3 by 1,000."
    ),
    ("E", "too few"): (
        "Result E: how many of 1,000 counts have |z| above 2 if the code is right (section 16.3)? "
        "Is 300 still near that?"
    ),
    ("E", "blind"): (
        "Result E: a single count may miss shared coins. What do they do to the spread of many "
        "counts?"
    ),
    ("F", "fault"): (
        "Result F: how many of 1,000 right tests lie beyond 3, by the table of section 16.3?"
    ),
    ("F", "too few"): (
        "Result F: compute the z that the fault would give, by the formula of section 16.6."
    ),
    ("F", "blind"): (
        "Result F: the suspected fault is ten times that of section 16.6. Which z would it give?"
    ),
}

VERDICTS = Exercise(
    number="16.4",
    name="verdicts",
    title="Six results",
    level="read",
    hints=(
        "Two questions for each: how often is right code so far off, and what would the test show "
        "if the suspected fault were there?",
        "For a fault of size δ in p the expected z is δ√n divided by √(p(1 − p)). Two of the six "
        "faults leave the count as it is, with any number of units. For many results at once "
        "compare the number beyond 2 or 3 with the table of section 16.3.",
        "The expected z is 25 in B, 0.25 in C and 25 in F. In E about 46 of 1,000 are expected "
        "beyond 2. A and D stand in the table of section 16.4.",
    ),
    learned="no alarm means something only if the fault would have raised one",
    cases=(Case("what results A to F say"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        tuple(word.replace(" ", "_").upper() for word in RIGHT),
    ),
    mistakes=(
        Mistake(
            "no sign wherever z is small",
            ("no sign", "no sign", "no sign", "no sign", "fault", "no sign"),
            "E is a fault. But a small z is good news only if the suspected fault would have made "
            "it large: look at A, C and D again.",
        ),
        Mistake(
            "F a fault, too",
            ("no sign", "no sign", "no sign", "no sign", "fault", "fault"),
            "A small z is good news only if the fault would have made it large. And what is the "
            "largest of 1,000 right z-scores?",
        ),
        Mistake(
            "too few wherever z is small",
            ("too few", "no sign", "too few", "too few", "fault", "no sign"),
            "Would more units help in A and in D? With the suspected fault, what would the count "
            "be?",
        ),
        Mistake(
            "blind wherever there is no fault",
            ("blind", "blind", "blind", "blind", "fault", "blind"),
            "In B and F compute the z that the suspected fault would give. Would it be missed? And "
            "would it be missed in C with far more units?",
        ),
        Mistake(
            "B and F faults",
            ("blind", "fault", "too few", "blind", "fault", "fault"),
            "Are the z-scores of B and F large for right code? A large expected z that does not "
            "come speaks against the suspected fault.",
        ),
        Mistake("one word", "blind", "Six words are asked for, one for each result, in a tuple."),
        *one_wrong(RIGHT, HINTS),
    ),
)
