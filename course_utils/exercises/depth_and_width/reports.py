"""Exercise 18.3 of notebook 18: six reports on sizes, and what to do next."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.depth_and_width import solutions

RIGHT = solutions.next_steps

# The hint for each report and each wrong word for it.
HINTS = {
    ("A", "wider"): "Report A: its losses were still falling. What may four units reach in time?",
    (
        "A",
        "rate",
    ): "Report A: its rate is tuned already. What did its losses do in the last epochs?",
    ("A", "seeds"): "Report A is a median of five seeds. What did its losses do at the end?",
    (
        "A",
        "enough",
    ): "Report A is bad on its own training images, and still falling. Is it at its end?",
    ("B", "wider"): "Report B: did four times the width bring anything?",
    ("B", "longer"): "Report B: both are nearly level. Is either of them far from done?",
    ("B", "rate"): "Report B: both rates are tuned. What would another rate have to repair?",
    ("B", "seeds"): (
        "Report B: more seeds could find a small difference. Would it pay for four times the width?"
    ),
    ("C", "wider"): "Report C: 256 units did worse than 64. Can a lack of width do that?",
    ("C", "longer"): "Report C: both had the same time. Whose rate did the 256 units have?",
    ("C", "seeds"): "Report C: these are medians of five. Whose rate did the 256 units have?",
    ("C", "enough"): (
        "Report C: before you take 64, was 256 given a fair chance? Whose rate did it have?"
    ),
    ("D", "wider"): "Report D: one run each. Could 0.01 be luck?",
    ("D", "longer"): "Report D: both had the same time. How many runs stand behind each number?",
    ("D", "rate"): "Report D: the rates are tuned. How many runs stand behind each number?",
    ("D", "enough"): "Report D: one run each. Do you know already that 32 is no better?",
    ("E", "wider"): "Report E: where among the three rates does the best one lie?",
    (
        "E",
        "longer",
    ): "Report E: before it runs longer, where among the three rates does the best one lie?",
    ("E", "seeds"): "Report E: 0.01 is the largest rate tried. What would 0.03 give?",
    ("E", "enough"): "Report E: is the lowest loss found, when the best rate lies at the edge?",
    ("F", "longer"): "Report F had 100 epochs. Has the training loss come down?",
    ("F", "rate"): "Report F: its rate is tuned already. What is left to change?",
    ("F", "seeds"): "Report F is a median of five seeds. Is its training loss low?",
    ("F", "enough"): "Report F is bad on its own training images. Can that be enough?",
}

NEXT_STEPS = Exercise(
    number="18.3",
    name="next_steps",
    title="What next",
    level="read",
    hints=(
        "For each report ask four questions. Is the training loss low? Had it stopped falling? Was "
        "the rate tuned for this very width? How many runs are there?",
        "A high training loss at a tuned rate, which no longer falls, hints at too few units. A "
        "rate that belongs to another width, or lies at the edge of the rates tried, is not tuned. "
        "One run may be luck.",
        "Two reports need other rates. Each of the other four words is the answer to one report.",
    ),
    learned="training loss first, then rate and time, then the seeds, and only then the width",
    cases=(Case("the next steps for reports A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake("one word", "wider", "Six words are asked for, one for each report, in a tuple."),
        Mistake(
            "always wider",
            ("wider",) * 6,
            "Not every report asks for more units. Which network has had its rate and its time?",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
