"""What goes wrong in exercise 6.4 of notebook 06, and what to ask then."""

from __future__ import annotations

from course_utils.exercises import Mistake

Unit = tuple[float, float, float]

MIRRORED = ((-1, 4, 1), (-1, 3, -2), (-1, 2, 1))  # right as well: each unit climbs to the left


def _units(*changes: float, places: tuple[float, ...] = (2, 3, 4)) -> tuple[Unit, ...]:
    """Return units with w = 1, with corners at the places and these changes of the slope."""
    return tuple((1.0, -place, change) for place, change in zip(places, changes, strict=True))


MISTAKES = (
    Mistake(
        "flat, then up again",
        _units(1, -1, 1),
        "Up to x = 3 this is right. From there it is flat, and at x = 4 it climbs again. By how "
        "much has the slope to change at the tip, to get from 1 to −1?",
    ),
    Mistake(
        "flat, then down for ever",
        _units(1, -1, -1),
        "Up to x = 3 this is right. From there it is flat, and from x = 4 it falls for ever. By "
        "how much has the slope to change at the tip, and by how much at the right foot?",
    ),
    Mistake(
        "the third unit adds nothing, after the right tip",
        _units(1, -2, 0),
        "The tip is right. At x = 4 nothing stops the fall: what has the third unit to do?",
    ),
    Mistake(
        "steeper at the right foot",
        _units(1, -2, -1),
        "The tip is right. At x = 4 the fall has to end, and here it becomes steeper: which sign "
        "has the third change?",
    ),
    Mistake(
        "up again at the right foot",
        _units(1, -2, 2),
        "The tip is right. At x = 4 the slope is −1 and has to become 0. Here it becomes 1.",
    ),
    Mistake(
        "a plateau",
        _units(1, -1, 0),
        "From x = 3 on this stays at 1. The slope of 1 has been taken away there; what brings the "
        "line down again?",
    ),
    Mistake(
        "all up",
        _units(1, 1, 1),
        "All three climb, and steeper and steeper. What is subtracted?",
    ),
    Mistake(
        "up, down, up as wanted heights",
        _units(0, 1, 0),
        "The third numbers are the heights of the tent at its corners. Asked for is by how much "
        "the slope changes there.",
    ),
    Mistake(
        "the slopes themselves",
        _units(1, -1, -0.0001),
        "The third numbers look like the slopes behind each corner. A unit that has begun goes on, "
        "and the next one is added to it: by how much does the slope change?",
    ),
    Mistake(
        "biases with the wrong sign",
        ((1, 2, 1), (1, 3, -2), (1, 4, 1)),
        "Where is the corner of max(0, x + 2)? It is at x = −b/w: which sign has b?",
    ),
    Mistake(
        "the order w, v, b",
        ((1, 1, -2), (1, -2, -3), (1, 1, -4)),
        "The numbers of a unit seem to stand in another order. The second is the bias, the third "
        "its weight in the sum.",
    ),
    Mistake(
        "the order b, w, v",
        ((-2, 1, 1), (-3, 1, -2), (-4, 1, 1)),
        "The first two numbers of each unit seem to have changed places. The first multiplies x, "
        "the second is the bias.",
    ),
    Mistake(
        "the order v, b, w",
        ((1, -2, 1), (-2, -3, 1), (1, -4, 1)),
        "In the second unit the first and the third number seem to have changed places. The first "
        "multiplies x before max is taken, the third what comes out.",
    ),
    Mistake(
        "twice as high",
        _units(2, -4, 2),
        "The shape is right and twice as high as asked for. How steep does the first unit climb?",
    ),
    Mistake(
        "half as high",
        _units(0.5, -1, 0.5),
        "The shape is right and half as high as asked for.",
    ),
    Mistake(
        "upside down",
        _units(-1, 2, -1),
        "The corners are right, and the tent hangs upside down.",
    ),
    Mistake(
        "too far to the left",
        _units(1, -2, 1, places=(0, 1, 2)),
        "The shape is right, and it stands between 0 and 2. Where are its corners to be?",
    ),
    Mistake(
        "too far to the right",
        _units(1, -2, 1, places=(3, 4, 5)),
        "The shape is right, and it stands between 3 and 5. Where are its corners to be?",
    ),
    Mistake(
        "steeper weights with the old biases",
        ((2, -2, 1), (2, -3, -2), (2, -4, 1)),
        "With w = 2 the corners have moved: each stands at −b/w. And how steep does the first "
        "unit climb now?",
    ),
    Mistake(
        "the third unit turned round",
        ((1, -2, 1), (1, -3, -2), (-1, 4, 1)),
        "With w = −1 the third unit is above 0 on the left of x = 4, and 0 on the right. What does "
        "it add to the left of the tent?",
    ),
    Mistake(
        "two ramps, and a unit that adds nothing",
        ((1, -2, 1), (-1, 4, 1), (1, -3, 0)),
        "One unit climbs from x = 2 to the right, another from x = 4 to the left. Between them the "
        "two add up to 2, and outside both go on climbing. Let all units have w = 1.",
    ),
    Mistake(
        "two ramps, and a third unit that subtracts",
        ((1, -2, 1), (-1, 4, 1), (1, -3, -1)),
        "One unit climbs from x = 2 to the right, another from x = 4 to the left. Left of the tent "
        "nothing ends the second, and right of it the sum stays at 1. Let all units have w = 1.",
    ),
    Mistake(
        "nothing",
        _units(0, 0, 0),
        "This network is 0 everywhere. Either the third numbers are 0, or all corners stand at one "
        "place: is every bias another one?",
    ),
    Mistake(
        "two units",
        _units(1, -2, places=(2, 3)),
        "Two corners are right. The tent has a third: which unit stops the fall at x = 4?",
    ),
    Mistake(
        "two units, flat at the top",
        _units(1, -1, places=(2, 3)),
        "Two units make a step with a straight ramp. A tent has three corners.",
    ),
)
