"""Exercise 6.5 of notebook 06: five networks that do not learn, and why."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.neural_networks import solutions

WORDS = ("linear", "lost", "scale", "saturated", "dead")


def _wrong(place: int, word: str, hint: str) -> Mistake:
    """Return the right row with another word at one place."""
    row = list(solutions.causes)
    row[place] = word
    return Mistake(f"{'ABCDE'[place]} is {word}", tuple(row), hint)


A, B, C, D, E = range(5)

MISTAKES = (
    _wrong(
        A,
        "scale",
        "In A nothing of the input reaches the output, and no hidden weight moves. What is so with "
        "their units?",
    ),
    _wrong(
        A,
        "saturated",
        "In A the units are ReLU, not tanh. Which word is there for units that are always 0?",
    ),
    _wrong(
        A,
        "linear",
        "In A an activation is at work, ReLU. A chain of linear layers would still give a line. "
        "When does ReLU give the same number for every example?",
    ),
    _wrong(
        A,
        "lost",
        "In A the output is the same for every example. The optimizer has no part in that: what do "
        "the ReLU units give?",
    ),
    _wrong(
        B, "dead", "In B the gradients are not 0, and the weights stand still. Who moves weights?"
    ),
    _wrong(B, "scale", "In B the targets are standardised, so their scale cannot matter."),
    _wrong(
        B, "saturated", "In B the gradients are not 0, and the weights stand still all the same."
    ),
    _wrong(
        B,
        "linear",
        "In B three layers have gradients and stand still. A missing activation cannot do that: "
        "which weights does the optimizer have?",
    ),
    _wrong(
        C,
        "dead",
        "If all units of C were dead, it would give one number for all examples. It finds a line.",
    ),
    _wrong(C, "scale", "In C the targets are standardised, and training arrives at a line."),
    _wrong(
        C,
        "saturated",
        "If all units of C were saturated, it would give one number for all examples. It finds a "
        "line.",
    ),
    _wrong(
        C,
        "lost",
        "In C training arrives, each time at the same loss. Which networks can do no more than a "
        "line, however large they are?",
    ),
    _wrong(D, "dead", "In D no unit is said to be 0 for every example. Are the targets near?"),
    _wrong(D, "saturated", "In D the features are standardised. And the targets?"),
    _wrong(D, "linear", "In D not even a line is found. How far is it to the targets?"),
    _wrong(D, "lost", "In D all weights have moved, so the optimizer has them all."),
    _wrong(
        E,
        "dead",
        "In E the units are tanh, and none gives 0. How large is w · 1950 + b?",
    ),
    _wrong(E, "scale", "In E the targets are standardised. And the feature?"),
    _wrong(E, "linear", "In E tanh is at work. What does it give far out?"),
    _wrong(E, "lost", "In E no layer is said to be missing. What do the units tell of the year?"),
    Mistake(
        "the list as it is printed",
        WORDS,
        "These are the five words in the order of the task. Which report belongs to which?",
    ),
)

CAUSES = Exercise(
    number="6.5",
    name="causes",
    title="Five networks that do not learn",
    level="read",
    hints=(
        "Mark in each report the one thing that is odd: outputs, weights, a loss, or a range of "
        "numbers. Sections 6.2, 6.4, 6.6 and 6.8 show which cause makes which of them.",
        "Begin with the surest. In which report does nothing of the input reach the output? In "
        "which do weights stand still that have gradients: who should have moved them? Which ends "
        "where one linear layer ends?",
        "A is about units that are always 0, B about weights that no optimizer has, C about a line "
        "in place of a curve. Two are left, D and E. In one of them the feature is so large that "
        "tanh is flat there; in the other the targets lie far from the outputs.",
    ),
    learned="count the parameters, look at units, gradients and scales, before you tune",
    cases=(Case("the causes of A, B, C, D and E"),),
    reference=solutions.causes,
    correct=(list(solutions.causes), tuple(word.upper() for word in solutions.causes)),
    mistakes=MISTAKES,
)
