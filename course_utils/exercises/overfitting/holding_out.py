"""Exercise 5.6 of notebook 05: which examples to hold out, in five situations."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.overfitting import solutions

RIGHT = solutions.how_to_hold_out

# The hint for each situation and each wrong word for it.
HINTS = {
    (1, "shuffled"): (
        "Situation 1: shuffled, most hours that are held out lie between two hours that the model "
        "has seen. Will it have that help in a month?"
    ),
    (1, "by group"): (
        "Situation 1 has one power station, and so one group. What is new about the next months?"
    ),
    (2, "shuffled"): (
        "Situation 2: shuffled, every writer would be in both parts. Whose letters will the "
        "program get?"
    ),
    (2, "by date"): (
        "Nothing in situation 2 depends on the time. Which letters resemble each other, and will "
        "the program have seen their like?"
    ),
    (3, "by date"): (
        "The bulbs of situation 3 come from one store, in no order. Does a later one differ from "
        "an earlier one?"
    ),
    (3, "by group"): (
        "In situation 3 each bulb is burnt once, and no two belong together. What would a group be?"
    ),
    (4, "shuffled"): (
        "Situation 4: shuffled, the model has mostly seen the day before and the day after. What "
        "does it know of next month?"
    ),
    (4, "by group"): (
        "In situation 4 the shops stay the same, and the model may know them. What is it that it "
        "has not seen?"
    ),
    (5, "shuffled"): (
        "Situation 5: shuffled, a flat that is held out has neighbours in the same house that the "
        "model has seen. Will that be so later?"
    ),
    (5, "by date"): ("All prices of situation 5 are of one week. Which flats resemble each other?"),
}

HOW_TO_HOLD_OUT = Exercise(
    number="5.6",
    name="how_to_hold_out",
    title="How to hold out",
    level="read",
    hints=(
        "Section 5.10 begins with a random walk. Why was the shuffled error so much lower there "
        "than the error on the last forty days?",
        "Ask the same of each situation: what will be new about the examples that the model meets "
        "in use? The examples held out should be new in the same way.",
        "Two situations ask about a later time, two about groups of which none has been seen. In "
        "the one that is left, the examples are independent of each other.",
    ),
    learned="what is held out should be as new to the model as what it will meet",
    cases=(Case("situations 1 to 5"),),
    reference=RIGHT,
    correct=(
        list(RIGHT),
        np.array(RIGHT),
        ("By date", "BY GROUP", "shuffled ", "by date", "by group"),
    ),
    mistakes=(
        Mistake(
            "always shuffled",
            ("shuffled",) * 5,
            "Shuffling is right where examples are independent and new ones come from the same "
            "source. In which situations do examples resemble their neighbours?",
        ),
        Mistake(
            "the order of the words",
            ("shuffled", "by date", "by group", "shuffled", "by date"),
            "These are the words in the order of the task. Take the situations one by one: what is "
            "new about the examples that the model will meet?",
        ),
        Mistake(
            "date and group exchanged",
            ("by group", "by date", "shuffled", "by group", "by date"),
            "Date and group have changed places. Which situations speak of a later time?",
        ),
        *(
            Mistake(f"{place} is {word}", (*RIGHT[: place - 1], word, *RIGHT[place:]), hint)
            for (place, word), hint in HINTS.items()
        ),
    ),
)
