"""Exercise 9.5 of notebook 09: six reports about networks with dropout, and what to say of them."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.dropout import solutions

RIGHT = solutions.reports
DROPPED, STOPPED, SCALED, SHOWN, FINE = (
    "dropped at test time",
    "stopped dropping",
    "not scaled",
    "not shown",
    "fine",
)

# The hint for each report and each wrong verdict on it.
HINTS = {
    ("A", STOPPED): "Report A: if nothing were dropped, could two calls give different answers?",
    ("A", SCALED): (
        "Report A: a missing factor makes the same error in each call. What differs from call to "
        "call?"
    ),
    ("A", SHOWN): "Report A compares two calls of one network. What is drawn anew in each call?",
    ("A", FINE): "Report A: in which mode should a network be used, and what would it say twice?",
    ("B", DROPPED): (
        "Report B: the 90 % were measured in evaluation mode. In which mode are the 84 % measured?"
    ),
    ("B", STOPPED): "Report B: units are missing in one of the two numbers. In which?",
    ("B", SCALED): "Report B: which number was measured with units missing? Is it the lower one?",
    ("B", SHOWN): "Report B claims no gain. Are the two numbers measured in the same mode?",
    ("C", DROPPED): (
        "Report C: a jagged training loss is what masks do. It becomes smooth: what is missing "
        "from there on?"
    ),
    ("C", SCALED): "Report C: what did the first measuring do to the mode?",
    (
        "C",
        SHOWN,
    ): "Report C compares one run with itself, before and after a measuring. What stays?",
    ("C", FINE): "Report C: masks are drawn in each step, to the end. Why is the loss smooth then?",
    ("D", DROPPED): "Report D says nothing about modes. How was the value of p chosen?",
    ("D", STOPPED): "Report D says nothing about modes. How many networks stand behind each value?",
    ("D", SCALED): "Report D says nothing about the layer. On which digits was the value chosen?",
    ("D", FINE): (
        "Report D: the best of five, one network each, by the test digits themselves. Could luck "
        "alone bring 0.4 points?"
    ),
    ("E", DROPPED): "Report E: if units were missing, would the logits grow?",
    ("E", STOPPED): "Report E speaks of evaluation mode, where nothing should be dropped.",
    (
        "E",
        SHOWN,
    ): "Report E: could luck make the logits three times as large? What else could?",
    ("E", FINE): "Report E: which sizes should agree on average in the two modes? See section 9.4.",
    ("F", DROPPED): "Report F: section 9.7 says what ReLU does to 0 and to a positive factor.",
    ("F", STOPPED): "Report F: would equal losses need dropout to be off? See section 9.7.",
    ("F", SCALED): "Report F: does a positive factor pass through ReLU? See section 9.7.",
    ("F", SHOWN): "Report F: here equality follows by thought. See section 9.7.",
}


SIX_REPORTS = Exercise(
    number="9.5",
    name="reports",
    title="Six reports",
    level="read",
    hints=(
        "Ask three questions of each report: in which mode was which number measured, is the size "
        "of what is handed on the same in both modes, and what was compared with what?",
        "Section 9.3 has the modes and answers that change, 9.4 the factor, 9.5 and 9.7 what one "
        "network and a choice on the same digits are worth. Section 9.6 counts the two mistakes.",
        "A: what is drawn in each call? B: in which mode are training batches measured? C: what "
        "did measuring do to the mode? D: how many networks, and which digits? E: what does each "
        "of two layers hand on? F: what does ReLU do to 0, and to twice a number?",
    ),
    learned="ask of a report about dropout: in which mode, at which scale, compared with what",
    cases=(Case("the verdicts on reports A to F"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        tuple(verdict.replace(" ", "_").upper() for verdict in RIGHT),
    ),
    mistakes=(
        Mistake(
            "A and C exchanged",
            (STOPPED, FINE, DROPPED, SHOWN, SCALED, FINE),
            "A and C have changed places. In which of the two are masks still drawn?",
        ),
        Mistake(
            "one verdict", FINE, "Six verdicts are asked for, one for each report, in a tuple."
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
