"""Exercise 12.2 of notebook 12: the lines that wait for the device."""

from __future__ import annotations

from course_utils.exercises import Case, Exercise, Mistake

# The lines, numbered, stand in the notebook; 3, 6 and 8 ask for numbers that the device computes.
WAITING_LINES = Exercise(
    number="12.2",
    title="The lines that wait",
    level="read",
    learned="the CPU waits where a number, a decision or a size depends on values",
    cases=(Case("the lines that wait, by number", (), lambda lines: tuple(sorted(lines))),),
    reference=(3, 6, 8),
    correct=([3, 6, 8], (8, 6, 3)),
    mistakes=(
        Mistake(
            "only the line that prints",
            (8,),
            "One that waits is found. Which lines need a value to decide something, or to know "
            "how large their result is?",
        ),
        Mistake(
            "not the decision",
            (6, 8),
            "Two are found. One more line cannot go on before it knows a truth value.",
        ),
        Mistake(
            "not the mask",
            (3, 8),
            "Two are found. One more makes a tensor whose shape nobody knows before the values "
            "are there.",
        ),
        Mistake(
            "not the line that prints",
            (3, 6),
            "Two are found. And where is a tensor turned into text with digits in it?",
        ),
        Mistake(
            "only the decision",
            (3,),
            "One that waits is found. Which others hand a number to Python, or make a tensor "
            "whose size depends on values?",
        ),
        Mistake(
            "the running sum in place of the mask",
            (3, 5, 8),
            "Two are found. Line 5 adds a tensor to a tensor and may stay on the device. Which "
            "line has a result whose size depends on values?",
        ),
        Mistake(
            "all that touches the loss or the model",
            (1, 2, 3, 4, 8),
            "Too many, and one is missing. To launch work is not to wait for it. And where does "
            "the size of a result depend on values?",
        ),
        Mistake(
            "the running sum too",
            (3, 5, 6, 8),
            "One too many. A tensor added to a tensor is a tensor: it may go on living on the "
            "device. Does anybody look at it in that line?",
        ),
        Mistake(
            "the length too",
            (3, 6, 7, 8),
            "One too many. A shape is known to the CPU without the values.",
        ),
        Mistake(
            "backward too",
            (3, 4, 6, 8),
            "One too many. backward() launches work, as the forward pass does; does it have to "
            "know the value of the loss?",
        ),
        Mistake(
            "all that is not arithmetic",
            (3, 5, 6, 7, 8),
            "Two too many: a sum of tensors stays on the device, and a shape is known anyway.",
        ),
        Mistake(
            "counted from zero",
            (2, 5, 7),
            "Are these counted from 0? The listing counts its lines from 1.",
        ),
    ),
)
