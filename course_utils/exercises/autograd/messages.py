"""Exercise 3.5 of notebook 03: what becomes of the loop if one place of it is changed."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.autograd import solutions

RIGHT = solutions.outcomes
CHANGES = "ABCDEF"

# What to say of each wrong outcome; 0 stands for those that have no line of their own.
HINTS = {
    ("A", 6): "A: a sum of eleven squares is eleven times their mean. What does that do to the "
    "gradient, and to a step?",
    ("A", 0): "A: a sum is still a single number, and it leads to `theta`. So nothing stops. What "
    "of the length of a step?",
    ("B", 5): "B: go through two epochs by hand. What stands in `.grad` at each `backward`, and "
    "what stood there before?",
    ("B", 4): "B: `= None` asks nothing of what stands there. Which line reads `.grad`, and has "
    "`backward` run before it?",
    ("B", 0): "B: what does `.grad` hold at the very first `backward`, and what at the second? Is "
    "there anything that fails?",
    ("C", 5): "C: the first epoch is fine. In the second, `backward` is called on the same result "
    "again. What has become of its graph?",
    ("C", 6): "C: the numbers in `theta` change, and the loss was computed before. What has become "
    "of its graph after the first `backward`?",
    ("C", 0): "C: the loss is a single number and leads to `theta`. How often is `backward` called "
    "on one and the same result?",
    ("D", 6): "D: `detach` gives the same numbers, so the loss is right. Does anything lead from "
    "it to `theta`?",
    ("D", 5): "D: the line cannot move to another place, because there is no gradient. What does "
    "`backward` say of a loss without history?",
    ("D", 0): "D: `detach` cuts the history. Which message speaks of a result that leads to no "
    "leaf?",
    ("E", 6): "E: zeros and `None` are both fine for the next `backward`. But what stands in "
    "`.grad` when the line runs for the first time?",
    ("E", 0): "E: what stands in `theta.grad` in the first epoch, before any `backward`? Can one "
    "fill it with zeros?",
    ("F", 5): "F: which line of a step reads from the list? Without `clone` all its entries share "
    "the memory of `theta`. What does the last entry hold at the end?",
    ("F", 3): "F: each epoch has a loss of its own, and `backward` is called on each once.",
    ("F", 1): "F: nothing is written into a leaf here. It is put into a list, and no step reads "
    "from that.",
    ("F", 0): "F: an outcome may occur twice. What goes into the list does not go into a step.",
}

# What each outcome speaks of, for the lines that serve several outcomes.
ABOUT = {
    1: "(Message 1 speaks of writing into a leaf.)",
    2: "(Message 2 speaks of a result that leads to no leaf.)",
    3: "(Message 3 speaks of a graph that was used before.)",
    4: "(Message 4 speaks of a gradient that is not there yet.)",
    5: "(Outcome 5 needs steps that lead elsewhere.)",
    6: "(Outcome 6 needs the same steps all along.)",
}


def _hint(change: str, outcome: int) -> str:
    special = HINTS.get((change, outcome))
    return special or f"{HINTS[change, 0]} {ABOUT[outcome]}"


def _single_mistakes() -> tuple[Mistake, ...]:
    hints = {
        (change, outcome): _hint(change, outcome)
        for change, right in zip(CHANGES, RIGHT, strict=True)
        for outcome in ABOUT
        if outcome != right
    }
    return one_wrong(RIGHT, hints)


OUTCOMES = Exercise(
    number="3.5",
    name="outcomes",
    title="What the message says",
    level="read",
    hints=(
        "Take one change at a time, and write down what stands in `theta.grad`: at the start, at "
        "the first `backward`, at the first update, at the second `backward`. Sections 3.7, "
        "3.9 and 3.10 have what you need.",
        "Three questions sort them. Does the thing that `backward` is called on lead to a leaf? "
        "Was its graph used before? Does the line find in `theta.grad` what it needs? If nothing "
        "stops, compare the steps.",
        "D and E stop in the first epoch. C gets through it and stops in the second. A, B and F "
        "run to the end: work out the first two updates of each, and compare them with those of "
        "`train`.",
    ),
    learned="a message names what PyTorch met; a silent change may cost the result or nothing",
    cases=(Case("the outcomes of A to F"),),
    reference=RIGHT,
    correct=(list(RIGHT), torch.tensor(RIGHT), tuple(float(outcome) for outcome in RIGHT)),
    mistakes=(
        Mistake(
            "all given",
            (1,) * 6,
            "These are the numbers of the example. Choose one outcome for each change.",
        ),
        Mistake(
            "A and B exchanged",
            (6, 5, 3, 2, 4, 6),
            "A and B seem to have changed places. Which of them changes the length of a step?",
        ),
        Mistake(
            "C and D exchanged",
            (5, 6, 2, 3, 4, 6),
            "C and D have changed places. In which of them does the loss lead to `theta`?",
        ),
        Mistake(
            "B and E exchanged",
            (5, 4, 3, 2, 6, 6),
            "B and E have changed places. Which of the two lines needs a tensor in `.grad`?",
        ),
        Mistake(
            "one too few",
            RIGHT[:-1],
            "One change has no number yet: six are wanted, for A, B, C, D, E and F in this order.",
        ),
        Mistake(
            "as a text",
            "".join(map(str, RIGHT)),
            "Six numbers in a tuple are asked for, not a text: `(…, …, …)`.",
        ),
        Mistake(
            "the letters",
            tuple(CHANGES),
            "For each letter a number from 1 to 6 is asked for.",
        ),
        *_single_mistakes(),
    ),
    rtol=0.0,
    atol=0.1,
)
