"""Exercise 7.6 of notebook 07: three networks that do not train."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.initialization import solutions

A, B, C = range(3)


def _wrong(place: int, word: str, hint: str) -> Mistake:
    """Return the right row with another word at one place."""
    row = list(solutions.diagnoses)
    row[place] = word
    return Mistake(f"{'ABC'[place]} is {word}", tuple(row), hint)


MISTAKES = (
    _wrong(
        A,
        "large",
        "In A the losses explode. But are the numbers of the fresh network too large, before the "
        "first step?",
    ),
    _wrong(A, "small", "In A the mean square is nearly as large in layer 12 as in layer 1."),
    _wrong(
        A,
        "alike",
        "In A the losses grow without end. The equal units of section 7.2 learned, up to a point.",
    ),
    _wrong(
        B,
        "small",
        "In B the loss falls quickly at first, so a gradient arrives. How many of the 64 units are "
        "at work?",
    ),
    _wrong(
        B,
        "large",
        "In B nothing grows without end. What do 64 units find that 8 do not?",
    ),
    _wrong(
        B,
        "rate",
        "In B the loss falls and stays: it neither jumps nor grows. Do more units help?",
    ),
    _wrong(
        C,
        "rate",
        "In C three rates were tried, the smallest a hundredth of the largest. What do the "
        "predictions of the fresh network say?",
    ),
    _wrong(
        C,
        "large",
        "In C the predictions of the fresh network hardly differ. Was the signal too large on its "
        "way, or too small?",
    ),
    _wrong(
        C,
        "alike",
        "In C nothing is learned at any rate that was tried. Units that were equal, and not 0, did "
        "learn in section 7.2. Two *examples* look alike to this network.",
    ),
    Mistake(
        "A and C exchanged",
        ("small", "alike", "rate"),
        "B is right. In which of the two others was the fresh network in order?",
    ),
    Mistake(
        "the words as they are printed",
        ("alike", "small", "large"),
        "These are the words in the order of the task. Which fault belongs to which network?",
    ),
)

DIAGNOSES = Exercise(
    number="7.6",
    name="diagnoses",
    title="Three patients",
    level="read",
    hints=(
        "Each word has its place above: `alike` in section 7.2, `small` and `large` in 7.4 to 7.7, "
        "`rate` in 7.10. Read there what each looks like in numbers.",
        "Ask of A and of C what the fresh network looks like, before any step. Is the fault there "
        "already? Ask of B what it means that fewer units do as well.",
        "One of the networks keeps its numbers level at the start and explodes all the same, so it "
        "is not the start. One tells its examples hardly apart. One learns as much as a single "
        "unit can.",
    ),
    learned="look at the fresh network first: what is wrong before a step is not the rate",
    cases=(Case("the faults of A, B and C"),),
    reference=solutions.diagnoses,
    correct=(["rate", "alike", "small"], ("Rate", " alike", "SMALL")),
    mistakes=MISTAKES,
)
