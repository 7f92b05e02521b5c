"""Exercise 7.6 of notebook 07: three networks that do not train."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.initialization import solutions

DIAGNOSES = Exercise(
    number="7.6",
    name="diagnoses",
    title="Three patients",
    level="read",
    hints=(
        "Each word has its place above: symmetry in section 7.2, a signal and a gradient that "
        "vanish in 7.4 and 7.5, a gradient that explodes in 7.9. Read there what each looks like "
        "in numbers.",
        "Ask the same of A, B and C: does the loss fall, stay or grow? Is anything in the "
        "description far too large, far too small, or equal? Begin with the one you are surest of.",
        "`inf` is a number too large to be written down. Equal columns belong to units that do "
        "the same. A millionth is what is left of something. Give each sentence one of the three "
        "words, in quotes.",
    ),
    learned="look at the loss, at the gradient layer by layer, and at the units side by side",
    cases=(Case("the diagnoses of A, B and C"),),
    reference=solutions.diagnoses,
    correct=(["exploding", "symmetry", "vanishing"], ("Exploding", " symmetry", "VANISHING")),
    mistakes=(
        Mistake(
            "A and C exchanged",
            ("vanishing", "symmetry", "exploding"),
            "B is right. In which of the two others do numbers become too large?",
        ),
        Mistake(
            "B and C exchanged",
            ("exploding", "vanishing", "symmetry"),
            "A is right. B learns, up to a point; does C?",
        ),
        Mistake(
            "A and B exchanged",
            ("symmetry", "exploding", "vanishing"),
            "C is right. Units that stay alike never lead to `nan`.",
        ),
        Mistake(
            "turned on by one",
            ("vanishing", "exploding", "symmetry"),
            "None is right yet. Start with A: where do `inf` and `nan` come from?",
        ),
        Mistake(
            "turned back by one",
            ("symmetry", "vanishing", "exploding"),
            "None is right yet. Start with C: what does a millionth say about the way back?",
        ),
        Mistake(
            "C is symmetry too",
            ("exploding", "symmetry", "symmetry"),
            "A and B are right. In C the layers differ from each other, and not the units.",
        ),
        Mistake(
            "C explodes too",
            ("exploding", "symmetry", "exploding"),
            "A and B are right. A millionth in C: is that too large or too small?",
        ),
        Mistake(
            "B vanishes too",
            ("exploding", "vanishing", "vanishing"),
            "A and C are right. In B the loss falls quickly at first, so a gradient arrives.",
        ),
        Mistake(
            "B explodes too",
            ("exploding", "exploding", "vanishing"),
            "A and C are right. In B the loss falls and stays, and no number grows without end.",
        ),
        Mistake(
            "A vanishes too",
            ("vanishing", "symmetry", "vanishing"),
            "B and C are right. In A the loss grows from epoch to epoch: is that too small a "
            "gradient?",
        ),
        Mistake(
            "A is symmetry too",
            ("symmetry", "symmetry", "vanishing"),
            "B and C are right. In A numbers leave the range of what can be written down, whether "
            "units are alike or not.",
        ),
    ),
)
