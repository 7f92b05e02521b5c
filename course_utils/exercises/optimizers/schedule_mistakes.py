"""The mistakes of exercise 4.4 of notebook 04: descents that begin or look different, and rises."""

from __future__ import annotations

import math

from course_utils.exercises import Mistake
from course_utils.exercises.optimizers.rises import RISES, fall_in_a_wave, schedule, wave

_STARTS = (
    Mistake(
        "multiplies the two",
        lambda step, rise, num: min(1.0, (step + 1) / max(rise, 1)) * wave(step / num),
        "Here the cosine pulls the factor down during the warm-up already. First the rise "
        "alone, then the cosine alone.",
    ),
    Mistake(
        "the cosine alone",
        lambda step, rise, num: wave(step / num),
        "This is the cosine alone, from step 0 on. Where is the rise, and where does the cosine "
        "begin?",
    ),
    Mistake(
        "cosine from step 0 on",
        schedule(fall=lambda step, rise, num: wave(step / num)),
        "The rise is right. The cosine behaves as if it had begun at step 0: it has to be 1 "
        "where the warm-up ends. Measure from there, and how long it may take.",
    ),
    Mistake(
        "counts from step 0",
        schedule(fall=lambda step, rise, num: wave(step / (num - rise))),
        "The cosine is as long as it should be and begins too early: from which step does it "
        "count?",
    ),
    Mistake(
        "the descent takes as long as all steps together",
        schedule(fall=lambda step, rise, num: wave((step - rise) / num)),
        "The cosine begins where it should and does not arrive at 0. How many steps are left "
        "for it once the warm-up is over?",
    ),
    Mistake(
        "one step ahead",
        schedule(fall=lambda step, rise, num: wave((step - rise + 1) / (num - rise))),
        "The cosine is one step ahead: what should it be at step num_warm_up?",
    ),
    Mistake(
        "one step behind",
        schedule(fall=lambda step, rise, num: wave((step - rise - 1) / (num - rise))),
        "The cosine is one step behind: at which step is its argument 0?",
    ),
    Mistake(
        "arrives one step early",
        schedule(fall=lambda step, rise, num: wave((step - rise) / (num - rise - 1))),
        "The cosine is 0 at the last step already. At which step would it be 0 by the task?",
    ),
    Mistake(
        "brackets in the cosine",
        schedule(fall=lambda step, rise, num: wave((step - rise) / num - rise / math.pi)),
        "Brackets: what is divided by what inside the cosine? `/` comes before `-`.",
    ),
    Mistake(
        "more brackets in the cosine",
        schedule(fall=lambda step, rise, num: wave(step - rise / math.pi / (num - rise))),
        "What is divided by the length of the descent inside the cosine? Without brackets only "
        "what stands next to `/`.",
    ),
    Mistake(
        "a cosine of whole numbers",
        schedule(
            fall=lambda step, rise, num: wave(math.pi * (step - rise) // (num - rise) / math.pi)
        ),
        "The descent goes in stairs: `//` drops what follows the point.",
    ),
)

_SHAPES = (
    Mistake(
        "cosine between 1 and −1",
        schedule(fall=lambda step, rise, num: 2 * fall_in_a_wave(step, rise, num) - 1),
        "A cosine runs from 1 to −1, and a negative learning rate goes uphill. Shift it up and "
        "halve it.",
    ),
    Mistake(
        "not halved",
        schedule(fall=lambda step, rise, num: 2 * fall_in_a_wave(step, rise, num)),
        "The descent begins at 2: it is shifted up, and something is still missing.",
    ),
    Mistake(
        "not shifted",
        schedule(fall=lambda step, rise, num: fall_in_a_wave(step, rise, num) - 0.5),
        "The descent goes from one half to minus one half: something is still missing.",
    ),
    Mistake(
        "half shifted",
        schedule(fall=lambda step, rise, num: 2 * fall_in_a_wave(step, rise, num) - 0.5),
        "The descent goes from 1.5 to −0.5: does the factor ½ stand at both parts?",
    ),
    Mistake(
        "a straight line down",
        schedule(fall=lambda step, rise, num: 1 - (step - rise) / (num - rise)),
        "The descent is a straight line. It should leave 1 gently and arrive at 0 gently.",
    ),
    Mistake(
        "stays at 1",
        schedule(fall=lambda step, rise, num: 1.0),
        "The rise is right; after it the factor stays at 1. The descent is missing.",
    ),
    Mistake(
        "a quarter of the wave",
        schedule(fall=lambda step, rise, num: math.cos(math.pi / 2 * (step - rise) / (num - rise))),
        "From 1 to 0, but by a quarter of a wave: in the middle it should be one half.",
    ),
    Mistake(
        "no π",
        schedule(fall=lambda step, rise, num: wave((step - rise) / (num - rise) / math.pi)),
        "The descent begins at 1 and hardly falls: how far does the argument of the cosine have to "
        "run?",
    ),
    Mistake(
        "a whole wave",
        schedule(fall=lambda step, rise, num: wave(2 * (step - rise) / (num - rise))),
        "This descent comes back up at the end: is the wave too long, or is something squared?",
    ),
    Mistake(
        "in degrees",
        schedule(fall=lambda step, rise, num: wave(180 / math.pi * (step - rise) / (num - rise))),
        "math.cos takes angles in radians, not in degrees.",
    ),
    Mistake(
        "upwards",
        schedule(fall=lambda step, rise, num: 1 - fall_in_a_wave(step, rise, num)),
        "After the warm-up the factor starts at 0 and rises: the cosine is turned around.",
    ),
    Mistake(
        "a sine",
        schedule(
            fall=lambda step, rise, num: (
                0.5 * (1 + math.sin(math.pi * (step - rise) / (num - rise)))
            )
        ),
        "This is a sine: it begins in the middle, and goes up and down again.",
    ),
    Mistake(
        "the size of the cosine",
        schedule(fall=lambda step, rise, num: abs(2 * fall_in_a_wave(step, rise, num) - 1)),
        "Half-way down this is 0, and then it rises again: the negative half is turned up. "
        "How else does one avoid negative factors?",
    ),
    Mistake(
        "cut off at 0",
        schedule(fall=lambda step, rise, num: max(0.0, 2 * fall_in_a_wave(step, rise, num) - 1)),
        "From half-way down on this is 0: the negative half is cut off. How else does one avoid "
        "negative factors?",
    ),
    Mistake(
        "an exponential",
        schedule(fall=lambda step, rise, num: math.exp(-(step - rise) / (num - rise))),
        "The descent is an exponential. A cosine is asked for, which arrives at 0.",
    ),
)

MISTAKES = RISES + _STARTS + _SHAPES
