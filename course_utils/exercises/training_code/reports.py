"""Exercise 11.4 of notebook 11: five resumed runs, and which part each of them lacked."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.training_code import solutions

RIGHT = solutions.left_out_parts

# The hint for each report and each wrong word for it.
HINTS = {
    ("A", "model"): "Without the model the loss would jump. A says something of the rate alone.",
    ("A", "scheduler"): (
        "The scheduler counts epochs, and moves the rate when its count is full. Which part holds "
        "the rate itself?"
    ),
    ("A", "order"): "Does the order of the batches have a say in the rate?",
    ("A", "global"): "Do random numbers have a say in the rate?",
    ("A", "nothing"): "In the unbroken run the rate of epoch 8 is half of this. Something is lost.",
    ("B", "model"): "If the parameters differed, would the loss in evaluation mode agree?",
    ("B", "optimizer"): "Before the first step of epoch 8 the optimizer has no say in the loss.",
    ("B", "scheduler"): "Before the first step of epoch 8 the scheduler has no say in the loss.",
    ("B", "order"): "In B the first batch holds the same points. What is drawn for them?",
    ("B", "nothing"): "A loss differs, so something is lost. Which layer looks at the mode?",
    ("C", "model"): "If the model were lost, would all columns but one agree?",
    ("C", "optimizer"): "If velocity and rate were lost, would all columns but one agree?",
    ("C", "scheduler"): "If the count of epochs were lost, would all other columns agree?",
    ("C", "order"): "If the order were lost, would the losses agree?",
    ("C", "global"): "If the noise were another one, would the training losses agree?",
    ("D", "model"): "D says something of the rate alone. Which parts have to do with it?",
    ("D", "optimizer"): (
        "In epoch 8 the rate is what it should be, so the part that holds it was restored. Who "
        "decides when it is halved?"
    ),
    ("D", "order"): "The rate of D stays too long. Would another order of the batches do that?",
    ("D", "global"): "The rate of D stays too long. Would other random numbers do that?",
    ("D", "nothing"): "In the unbroken run, what is the rate of epoch 12?",
    ("E", "model"): "In E the parameters agree until the first batch comes.",
    ("E", "optimizer"): "In E velocity and rate agree until the first batch comes.",
    ("E", "scheduler"): "In E the rate agrees. What decides which points a batch holds?",
    ("E", "global"): (
        "The loader of our run has a generator of its own. From where do the points of a batch "
        "come then?"
    ),
    ("E", "nothing"): "Other points come, so something is lost. What decides which points?",
}


def _exchanged(one: str, other: str) -> tuple[str, ...]:
    words = dict(zip("ABCDE", RIGHT, strict=True))
    words[one], words[other] = words[other], words[one]
    return tuple(words.values())


LEFT_OUT = Exercise(
    number="11.4",
    name="left_out_parts",
    title="What was left out",
    level="read",
    hints=(
        "The table of section 11.7 says what each part holds. For each report, ask which of these "
        "things is not as it should be, and which are.",
        "Two reports are about the rate, two about the first batch, and one about the clock. Begin "
        "with the clock: is it in the table at all?",
        "Of the two about the rate, one has the wrong rate at once, and one has the right rate for "
        "too long. Which part holds the rate, and which part counts the epochs?",
    ),
    learned="each part of the state has its own symptom, and some symptoms are none",
    cases=(Case("what was left out in reports A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "A and D exchanged",
            _exchanged("A", "D"),
            "B, C and E are right. One part holds the rate, another counts epochs. Which of them "
            "is missing if the rate is wrong at once?",
        ),
        Mistake(
            "B and E exchanged",
            _exchanged("B", "E"),
            "A, C and D are right. Which of B and E sees other points, and which sees other noise?",
        ),
        Mistake(
            "one word for all",
            "optimizer",
            "Five words are asked for, one for each report, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
