"""Exercise 8.5 of notebook 08: five losses, and what is wrong in each run."""

from __future__ import annotations

import numpy as np

from course_utils.exercises import Case, Exercise, Mistake, one_wrong
from course_utils.exercises.classification import solutions

RIGHT = solutions.causes

# The hint for each run and each wrong word for it.
HINTS = {
    ("A", "column"): (
        "A's loss falls and most images are answered rightly. Which loss does a single column of "
        "logits give?"
    ),
    ("A", "frequencies"): (
        "A answers 99 % of ten classes rightly, so it has learned more than frequencies. What "
        "keeps the loss above 1.46?"
    ),
    ("A", "nothing"): "A answers 99 % rightly. What keeps the loss so high all the same?",
    ("A", "scale"): "A begins at 2.30, which is ln 10: its logits hardly differ at the start.",
    ("B", "twice"): (
        "B's loss begins near ln 2 and ends at 0.325, a bit above the floor of two classes, "
        "0.313. Which other number of section 8.8 is near, and fits a tenth of class 1?"
    ),
    ("B", "column"): "B's loss is not 0. Which loss does a single column of logits give?",
    ("B", "nothing"): (
        "Knowing nothing costs ln 2 = 0.69 with two classes, and B is below. What may it have "
        "learned, if one class is much rarer?"
    ),
    ("B", "scale"): "B begins near ln 2: its logits differ little at the start.",
    ("C", "twice"): (
        "After a second softmax no loss is above ln 10 + 1, for the second one gets numbers from "
        "0 to 1. How large must logits be for a loss of 45?"
    ),
    ("C", "column"): "C's loss is far from 0. Which loss does a single column of logits give?",
    ("C", "frequencies"): (
        "Knowing the frequencies costs at most ln 10. How large must logits be for a loss of 45?"
    ),
    ("C", "nothing"): (
        "Knowing nothing costs ln 10 = 2.30. C is sure and wrong from the start: what makes its "
        "logits large?"
    ),
    ("D", "twice"): "D is below the floor of a second softmax, 0.313. When is a loss exactly 0?",
    ("D", "frequencies"): "Frequencies cost their entropy, and D pays nothing. When is that?",
    ("D", "nothing"): "Knowing nothing costs ln 2, and D pays 0 from the start. When is that?",
    ("D", "scale"): (
        "Large logits make a sure model, right or wrong. D pays 0 for every example, from the "
        "start: what is a softmax over one logit?"
    ),
    ("E", "twice"): (
        "E never moves from 1.39. A second softmax has a floor of 0.744 for four classes, and "
        "leaves a model that learns. How much is ln 4?"
    ),
    ("E", "column"): "E's loss is not 0. Which loss does a single column of logits give?",
    ("E", "frequencies"): (
        "With half of the examples in class 0 the frequencies cost less than ln 4. E pays 1.39: "
        "how much is ln 4?"
    ),
    ("E", "scale"): "E begins at ln 4: its logits hardly differ. Does it learn?",
}


CAUSES = Exercise(
    number="8.5",
    name="causes",
    title="What the loss says",
    level="read",
    hints=(
        "For each run compare the loss with ln C, the loss of knowing nothing: is it above, at, or "
        "below? Section 8.8 has this loss and that of the frequencies, the floor of a second "
        "softmax and the single column.",
        "ln 10 is 2.303, ln 4 is 1.386, ln 2 is 0.693. One loss is far above ln C from the start, "
        "one is exactly 0, one stays at ln C. Find these three first.",
        "A and B are left, with a loss that falls and then stays. The floors of a second softmax "
        "are 0.313 and 1.461. Frequencies of 0.9 and 0.1 cost 0.325. Only one of A and B answers "
        "nearly everything rightly.",
    ),
    learned="0, ln C, the entropy of the frequencies, the floor of a second softmax: known losses",
    cases=(Case("the causes in runs A to E"),),
    reference=RIGHT,
    correct=(list(RIGHT), np.array(RIGHT), tuple(word.upper() for word in RIGHT)),
    mistakes=(
        Mistake(
            "A and B exchanged",
            ("frequencies", "twice", *RIGHT[2:]),
            "C, D and E are right. Only one of A and B answers nearly everything rightly. Can "
            "frequencies alone do that?",
        ),
        Mistake(
            "B and E exchanged",
            (RIGHT[0], "nothing", *RIGHT[2:4], "frequencies"),
            "A, C and D are right. Knowing nothing costs ln C. Which of B and E stays there, and "
            "which comes below?",
        ),
        Mistake(
            "C and D exchanged",
            (*RIGHT[:2], "column", "scale", RIGHT[4]),
            "A, B and E are right. A softmax over one logit is 1: which loss follows from that?",
        ),
        Mistake(
            "one word",
            "twice",
            "Five words are asked for, one for each run, in a tuple.",
        ),
        *one_wrong(RIGHT, HINTS),
    ),
)
