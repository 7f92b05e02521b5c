"""The known mistakes of exercise 8.6: other people counted, divided by others, or out of order."""

from __future__ import annotations

from course_utils.exercises import Mistake

MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "precision and recall exchanged",
        (0.96, 0.75, 0.3),
        "The last two have changed places. Of those flagged, how many are ill? Which of the "
        "two is that?",
    ),
    Mistake(
        "another order",
        (0.3, 0.75, 0.96),
        "The three numbers are right; the order asked for is accuracy, precision, recall.",
    ),
    Mistake(
        "the found are forgotten",
        (0.945, 0.3, 0.75),
        "Precision and recall are right. The first counts 945 healthy people who were left in "
        "peace: who else was answered rightly?",
    ),
    Mistake(
        "in percent",
        (96.0, 30.0, 75.0),
        "These are percentages; give fractions between 0 and 1.",
    ),
    Mistake(
        "the missed are forgotten",
        (0.965, 0.3, 0.75),
        "Precision and recall are right. Wrong are the false alarms and also some others: how "
        "many of the ill were not flagged?",
    ),
    Mistake(
        "the false alarms are forgotten",
        (0.995, 0.3, 0.75),
        "Precision and recall are right. Wrong are the missed and also some others: how many "
        "healthy people were flagged?",
    ),
    Mistake(
        "accuracy of never flagging",
        (0.98, 0.3, 0.75),
        "0.98 is the accuracy of a test that flags nobody. Count the mistakes of this one.",
    ),
    Mistake(
        "accuracy of the found alone",
        (0.015, 0.3, 0.75),
        "Also who is healthy and left in peace is answered rightly. How many are they?",
    ),
    Mistake(
        "recall of the healthy",
        (0.96, 0.3, 945 / 980),
        "Accuracy and precision are right. The last one is the fraction of the healthy who "
        "were left in peace; recall asks for the ill.",
    ),
    Mistake(
        "the false alarms for precision",
        (0.96, 35 / 50, 0.75),
        "The second is the share of false alarms among the flagged. Precision asks for the "
        "others: who are they?",
    ),
    Mistake(
        "precision by those not flagged falsely",
        (0.96, 15 / 35, 0.75),
        "The second compares the found with the false alarms. Precision divides by all who "
        "were flagged: how many?",
    ),
    Mistake(
        "precision by the whole",
        (0.96, 0.015, 0.75),
        "The second divides by all people. Precision looks only at those whom the test flags.",
    ),
    Mistake(
        "ill by flagged",
        (0.96, 20 / 50, 0.75),
        "The second divides all the ill by all the flagged. Not all of the ill were flagged: "
        "who belongs above the bar?",
    ),
    Mistake(
        "the missed for recall",
        (0.96, 0.3, 5 / 20),
        "The third is the share of the ill who were missed. Recall asks for the others.",
    ),
    Mistake(
        "recall by the flagged",
        (0.96, 0.3, 0.3),
        "The third is the same as the second. Precision looks at those whom the test flags; at "
        "whom does recall look?",
    ),
    Mistake(
        "precision by the ill",
        (0.96, 0.75, 0.75),
        "The second is the same as the third. Recall looks at the ill; at whom does precision "
        "look?",
    ),
    Mistake(
        "recall by the whole",
        (0.96, 0.3, 0.015),
        "The third divides by all people. Recall looks only at the ill: how many are they?",
    ),
    Mistake(
        "flagged by ill",
        (0.96, 0.3, 50 / 20),
        "The third is larger than 1: all the flagged were counted. How many of them are ill?",
    ),
    Mistake(
        "the balanced accuracy for recall",
        (0.96, 0.3, (0.75 + 945 / 980) / 2),
        "The third is the mean of two recalls. Asked for is the recall of the ill alone.",
    ),
    Mistake(
        "F1",
        (0.96, 0.3, 2 * 0.3 * 0.75 / 1.05),
        "The third is F1, and also 15 by 35, the found by the false alarms. Recall looks at "
        "the ill alone: how many are they?",
    ),
    Mistake(
        "the mistakes",
        (0.04, 0.3, 0.75),
        "The first is the share of wrong answers. Accuracy counts the others.",
    ),
    Mistake(
        "the false alarms taken twice",
        (0.925, 0.3, 0.75),
        "The first lacks some of the healthy. How many healthy people are there, and how many "
        "of them were flagged?",
    ),
    Mistake(
        "accuracy of the balanced kind",
        ((0.75 + 945 / 980) / 2, 0.3, 0.75),
        "The first is the balanced accuracy, where both groups weigh the same. In the plain "
        "one each person does.",
    ),
    Mistake(
        "accuracy of always flagging",
        (0.02, 0.3, 0.75),
        "The first is the share of the ill. Accuracy counts whom the test answers rightly, "
        "flagged or not.",
    ),
    Mistake(
        "what is not",
        (0.04, 0.7, 0.25),
        "Each of these is one minus what is asked for: the share that went wrong.",
    ),
    Mistake(
        "accuracy last",
        (0.75, 0.3, 0.96),
        "The three numbers are right; the order is another one. What comes first, second and "
        "third in the task?",
    ),
    Mistake(
        "turned by one place",
        (0.75, 0.96, 0.3),
        "The three numbers are right, only not in their places. The task names the order.",
    ),
    Mistake(
        "the first two exchanged",
        (0.3, 0.96, 0.75),
        "The three numbers are right, but the first two have changed places.",
    ),
    Mistake(
        "counts",
        (960, 15, 15),
        "These are numbers of people. Each measure is a fraction: what stands below its bar?",
    ),
    Mistake(
        "whole numbers divided",
        (0.96, 0, 0),
        "`//` drops what follows the point, and `int` too: a fraction needs `/`.",
    ),
    Mistake(
        "rounded",
        (1.0, 0.3, 0.8),
        "These are rounded: give the fractions as they are.",
    ),
)
