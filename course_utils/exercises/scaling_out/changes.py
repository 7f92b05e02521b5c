"""Exercise 12.6 of notebook 12: what six changes make of a program for torchrun."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.scaling_out import solutions

RIGHT = solutions.six_changes
PLACES = "ABCDEF"
WORDS = ("error", "alone", "same order", "all examples", "larger batch", "nothing")

# What to look at, whatever the wrong word was; and some wrong words with a hint of their own.
LOOK = {
    "A": "Change A: what does `set_epoch` tell the sampler, and what does it draw without it?",
    "B": "Change B: which line averages gradients, and does it still know of the others?",
    "C": "Change C: how many examples does one process take at a time now, and how many do both?",
    "D": "Change D: who has kept apart what the two processes see? Is it still asked?",
    "E": (
        "Change E: does the text above say what DDP does at its start? Or run it, and print a "
        "weight in each process before and after the line with `DistributedDataParallel`."
    ),
    "F": "Change F: `model` holds `net`. Are its parameters copies, or the same tensors?",
}
# What speaks against a wrong word, wherever it stands.
DOUBT = {
    "error": "No line fails.",
    "alone": "The copies stay equal.",
    "same order": "Each epoch is still shuffled anew.",
    "all examples": "Each process still has its half.",
    "larger batch": "A step sees no more examples than before.",
    "nothing": "Something is different then.",
}
HINTS = {
    ("B", "nothing"): "Change B: both run to the end, and that looks well. But who averages now?",
    ("C", "all examples"): (
        "Change C: the sampler still gives each process its half. What has changed is how many "
        "of them come at a time."
    ),
    ("D", "same order"): "Change D: `shuffle=True` draws a new order for each epoch. Of what?",
    ("E", "alone"): (
        "Change E: they would drift apart if DDP left the copies as they are. What does it send "
        "around when it is made?"
    ),
}


def _hint(place: str, word: str) -> str:
    return HINTS.get((place, word), f"{LOOK[place]} {DOUBT[word]}")


SIX_CHANGES = Exercise(
    number="12.6",
    name="six_changes",
    title="Six changes to a program",
    level="read",
    hints=(
        "For each change ask three things: does a line fail? Which examples does each process "
        "see? And are the copies equal after a step?",
        "You can try each one: `print(torchrun(program.replace(old, new)).printed())`. What "
        "differs may not show in the loss: print `len(loader)`, or `loss.item()` in each process.",
        "A and D concern what the sampler does, C the loader, B and E what DDP does in each "
        "backward pass and when it is made, F whose parameters the optimizer changes.",
    ),
    learned="none of the six raises an error, and four of them train something else",
    cases=(Case("the words for changes A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "one word",
            "error",
            "Six words are asked for, one for each change, in a tuple.",
        ),
        *one_wrong(
            RIGHT,
            {
                (place, word): _hint(place, word)
                for place, right in zip(PLACES, RIGHT, strict=True)
                for word in WORDS
                if word != right
            },
        ),
    ),
)
