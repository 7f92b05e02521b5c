"""Exercise 11.6 of notebook 11: counting epochs that are done twice."""

from __future__ import annotations

from typing import Any

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.training_code import solutions

_EPOCHS = {
    100: "the run without a kill",
    115: "with both halves",
    114: "with one of the halves",
    13: "those that were done twice",
    15: "those that were done twice, and the halves",
    107: "as if the first resume began at 47",
    106: "as if the second resume began at 58",
    123: "as if both resumes began at 41",
    203: "as if each resume began at 1",
    205: "as if each resume began at 1, with the halves",
    125: "as if both resumes began at 41, with the halves",
    112: "without an end of a stretch",
    111: "without an end of a stretch",
    63: "up to the second kill only",
}


def _trained(answer: Any) -> str:
    """What an answer to 11.6 has counted, in words."""
    value = float(answer)
    if abs(value - solutions.epochs_trained) < 1e-6:
        return "all epochs that were trained"
    if not value.is_integer():
        return "a number with a fraction"
    if int(value) in _EPOCHS:
        return _EPOCHS[int(value)]
    if value < 100:
        return "fewer than a single run has"
    return "more than without any file" if value > 203 else "another number of epochs"


EPOCHS_TRAINED = Exercise(
    number="11.6",
    name="epochs_trained",
    title="Epochs that are done twice",
    level="read",
    hints=(
        "A run that was killed goes on from its file, and not from the epoch in which it died. "
        "Section 11.8 says what `every` does. For each kill, write down which epoch is in the "
        "file.",
        "The training has three stretches: up to the first kill, from there to the second, and "
        "from there to the end. For each, write down its first epoch and its last whole one.",
        "The first stretch is epochs 1 to 46. The first kill finds epoch 40 in the file, so the "
        "second stretch begins with 41. Both ends of a stretch count. Add up the three.",
    ),
    learned="what a kill costs is the way back to the last file, at most `every` epochs",
    cases=(
        Case("files at every 10th epoch, killed in epoch 47 and again in epoch 58", (), _trained),
    ),
    reference=solutions.epochs_trained,
    correct=(100 + 6 + 7, torch.tensor(113), 113.0),
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
            "counts one of the halves",
            114,
            "Nearly: of the two epochs that were cut in the middle, one is counted.",
        ),
        Mistake(
            "only those done twice",
            13,
            "So many were done twice. The question is about all epochs that were trained.",
        ),
        Mistake(
            "those done twice, with the halves",
            15,
            "These are the epochs done again, and the two halves with them. Asked for are all that "
            "were trained, without the halves.",
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
            "both go back to epoch 40, with the halves",
            125,
            "The halves do not count. And between the kills the run went on past epoch 50: was "
            "anything saved there?",
        ),
        Mistake(
            "begins anew each time",
            46 + 57 + 100,
            "This is what it costs without any file: each time from the beginning. Here there is "
            "one.",
        ),
        Mistake(
            "begins anew each time, with the halves",
            205,
            "Each run begins anew here, and the halves are counted. From which epoch does a run "
            "with a file go on?",
        ),
        Mistake(
            "ends not counted",
            112,
            "Nearly. From epoch 3 to epoch 5 there are three epochs, not two: are both ends "
            "counted in each stretch?",
        ),
        Mistake(
            "up to the second kill",
            63,
            "This counts up to the second kill. And the third stretch, up to epoch 100?",
        ),
        Mistake(
            "half epochs",
            112.5,
            "The epochs that were cut in the middle do not count, so this is a whole number.",
        ),
        Mistake(
            "fewer than 100",
            50,
            "Each of the 100 epochs is trained at least once: fewer cannot be all of them.",
        ),
        Mistake(
            "more than without any file",
            300,
            "Without any file it would be fewer than this. How many does each of the three "
            "stretches have?",
        ),
        Mistake(
            "another number",
            108,
            "There are three stretches, one to each kill and one to the end. In which epoch does "
            "each begin, and which is the last that is whole?",
        ),
    ),
)
