"""The known mistakes of exercise 1.3: shapes that come of usual slips."""

from __future__ import annotations

from course_utils.exercises import Mistake

_SHAPES = (
    (
        (11, 1),
        "That would need y to be a column as well. Write the shapes one above the other, flush "
        "right, and see what y's 11 stands under.",
    ),
    (
        (11,),
        "The result has as many axes as the longer of the two shapes. Write the shapes one above "
        "the other, flush right.",
    ),
    (
        (1, 11),
        "This is the shape of y alone, filled up with a 1 on the left. Now let it meet that of "
        "y_hat, one axis after the other.",
    ),
    (
        (11, 2),
        "Broadcasting does not put columns side by side: it repeats along an axis of size 1 until "
        "the sizes agree. Which axes have size 1, or are missing?",
    ),
    (
        (2, 11),
        "Broadcasting does not put one above the other: it repeats along an axis of size 1 until "
        "the sizes agree. Which axes have size 1, or are missing?",
    ),
    (
        (121,),
        "There are as many differences as that, but they do not stand in a row: the result has as "
        "many axes as the longer of the two shapes.",
    ),
    (
        (121, 1),
        "There are as many differences as that, but they do not stand in one column. How far does "
        "each axis reach?",
    ),
    (
        (1, 121),
        "There are as many differences as that, but they do not stand in one row. How far does "
        "each axis reach?",
    ),
    (
        (1, 1),
        "This would be a single number. Broadcasting repeats along an axis of size 1; it never "
        "makes a longer axis shorter.",
    ),
    ((), "This is the shape of a single number, with no axis at all."),
    (
        ((11, 1), (11,)),
        "These are the shapes that go in. One shape is asked for, that of the result.",
    ),
)
_TOO_LONG = ((11, 1, 11), (11, 11, 1), (11, 1, 1), (1, 11, 11), (11, 11, 11))
_ADDED = ((22,), (22, 1), (22, 2), (11, 12), (12, 11), (12, 1), (22, 11), (22, 22), (11, 22))
_SUBTRACTED = ((0,), (0, 1), (1, 0), (0, 0), (0, 11), (11, 0), (11, 10), (10, 11), (10,), (10, 1))

BROADCAST_SHAPE_MISTAKES = (
    *(Mistake(f"the shape {shape}", shape, hint) for shape, hint in _SHAPES),
    *(
        Mistake(
            f"three axes, {shape}",
            shape,
            f"{len(shape)} axes are too many in {shape}: the result has as many axes as the longer "
            "of the two shapes.",
        )
        for shape in _TOO_LONG
    ),
    *(
        Mistake(
            f"sizes added up, {shape}",
            shape,
            f"Where does {shape} come from? Broadcasting never adds sizes up: it repeats along an "
            "axis of size 1.",
        )
        for shape in _ADDED
    ),
    *(
        Mistake(
            f"sizes subtracted, {shape}",
            shape,
            f"Is {shape} a difference of sizes? The entries are subtracted, their numbers are not: "
            "broadcasting repeats along an axis of size 1.",
        )
        for shape in _SUBTRACTED
    ),
    Mistake(
        "a number of entries",
        121,
        "One number can say how many entries there are. A shape says how many there are along each "
        "axis: write a tuple, with one size per axis.",
    ),
    Mistake(
        "expects an error",
        "it fails",
        "Write a tuple of sizes, without quotes. (If you expected an error: there is none, because "
        "a size of 1 fits any other, and that makes this difference dangerous.)",
    ),
    Mistake(
        "expects nothing",
        None,
        "There is a result, and it has a shape. (If you expected an error: a size of 1 fits any "
        "other, and so does an axis that is missing on the left.)",
    ),
)
