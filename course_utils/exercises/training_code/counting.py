"""Exercises 11.1 and 11.5 of notebook 11: weighing batches, and counting epochs done twice."""

from __future__ import annotations

from fractions import Fraction

import torch

from course_utils.exercises import Case, Exercise, Mistake

TRUE_ACCURACY = Exercise(
    number="11.1",
    title="The mean of four means",
    level="read",
    learned="a batch mean counts as often as the batch has examples",
    cases=(Case("300, 300, 300 and the rest of 1,000, right on 0.9, 0.9, 0.9 and 0.5 of them"),),
    reference=0.86,
    correct=(float(Fraction(860, 1000)), torch.tensor(0.86)),
    mistakes=(
        Mistake(
            "the report",
            0.8,
            "This is the report. How many examples does the last batch hold, and how many of them "
            "are right?",
        ),
        Mistake(
            "the full batches alone",
            0.9,
            "The last batch is missing. It counts for less than the others, and still for "
            "something.",
        ),
        Mistake(
            "a full last batch, divided by 1,000",
            0.96,
            "Four batches of 300 would be 1,200 examples. How many are left for the last one?",
        ),
        Mistake(
            "per cent",
            86.0,
            "A fraction is asked for, from 0 to 1, and this is in per cent.",
        ),
        Mistake(
            "a count",
            860,
            "So many are right. Of how many, as a fraction?",
        ),
    ),
)

EPOCHS_TRAINED = Exercise(
    number="11.5",
    title="Epochs that are done twice",
    level="read",
    learned="what a kill costs is the way back to the last file, at most `every` epochs",
    cases=(Case("files at every 10th epoch, killed in epoch 47 and again in epoch 58"),),
    reference=113,
    correct=(46 + 17 + 50, torch.tensor(113)),
    mistakes=(
        Mistake(
            "as if nothing had been lost",
            100,
            "That is the run without a kill. After the first one, which epoch is in the file, and "
            "which have to be done again?",
        ),
        Mistake(
            "counts the two halves",
            115,
            "Nearly: epochs 47 and 58 were begun and not finished when the kills came, and halves "
            "do not count.",
        ),
        Mistake(
            "only those done twice",
            13,
            "So many were done twice. The question is about all epochs that were trained.",
        ),
        Mistake(
            "the first resume begins at 47",
            107,
            "The second resume is right. The first one cannot begin where the kill came: which "
            "epoch does the file hold at that moment?",
        ),
        Mistake(
            "the second resume begins at 58",
            106,
            "The first resume is right. The second one cannot begin where the kill came: which "
            "epoch does the file hold by then?",
        ),
        Mistake(
            "both go back to epoch 40",
            123,
            "Between the kills the run went on past epoch 50. Was anything saved there?",
        ),
        Mistake(
            "begins anew each time",
            46 + 57 + 100,
            "This is what it costs without any file: each time from the beginning. Here there is "
            "one.",
        ),
    ),
)
