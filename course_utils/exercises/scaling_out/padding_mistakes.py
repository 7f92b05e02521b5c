"""What goes wrong in exercise 12.5: how the order is padded."""

from __future__ import annotations

from course_utils.exercises import Mistake


def _dropping(order: list[int], rank: int, world_size: int) -> list[int]:
    return order[: len(order) // world_size * world_size][rank::world_size]


def _padded_once(order: list[int], rank: int, world_size: int) -> list[int]:
    missing = -len(order) % world_size
    return (order + order[:missing])[rank::world_size]


def _padded_with_last(order: list[int], rank: int, world_size: int) -> list[int]:
    return (order + order[-1:] * (-len(order) % world_size))[rank::world_size]


def _padded_too_far(order: list[int], rank: int, world_size: int) -> list[int]:
    missing = world_size - len(order) % world_size
    return (order + (order * world_size)[:missing])[rank::world_size]


def _own_again(order: list[int], rank: int, world_size: int) -> list[int]:
    own = order[rank::world_size]
    return own + own[: -(-len(order) // world_size) - len(own)]


def _first_again(order: list[int], rank: int, world_size: int) -> list[int]:
    return (order + order[:1] * (-len(order) % world_size))[rank::world_size]


def _growing(order: list[int], rank: int, world_size: int) -> list[int]:
    num = len(order)
    while len(order) % world_size:
        order.append(order[len(order) - num])
    return order[rank::world_size]


PADDING = (
    Mistake(
        "no padding",
        lambda order, rank, world_size: order[rank::world_size],
        "The right examples, but not equally many: a rank with one step less leaves the "
        "others waiting in vain. Where should the missing ones come from?",
    ),
    Mistake(
        "drops the rest",
        _dropping,
        "Equally many, by leaving examples out. Asked for was to repeat some.",
    ),
    Mistake(
        "pads with the last one",
        _padded_with_last,
        "Padded with the end of the order. Asked for is its beginning.",
    ),
    Mistake(
        "pads with its end",
        lambda order, rank, world_size: (
            (order + order[-(-len(order) % world_size) :])[rank::world_size]
            if len(order) % world_size
            else order[rank::world_size]
        ),
        "Padded with entries from the end of the order. Asked for is its beginning.",
    ),
    Mistake(
        "pads with zeros",
        lambda order, rank, world_size: (order + [0] * (-len(order) % world_size))[
            rank::world_size
        ],
        "Padded with zeros, and 0 is an example too. Which examples come once more?",
    ),
    Mistake(
        "pads with the order backwards",
        lambda order, rank, world_size: (
            order + (order[::-1] * world_size)[: -len(order) % world_size]
        )[rank::world_size],
        "Padded with the order backwards. Asked for is its beginning.",
    ),
    Mistake(
        "one more for each, always",
        lambda order, rank, world_size: (order * world_size)[
            : (len(order) // world_size + 1) * world_size
        ][rank::world_size],
        "Where the order comes out even, a rank gets one too many. When is something left over?",
    ),
    Mistake(
        "pads with what is left over",
        lambda order, rank, world_size: (order + order[: len(order) % world_size])[
            rank::world_size
        ],
        "`len(order) % world_size` says how many are left over. How many are missing up to the "
        "next multiple?",
    ),
    Mistake(
        "the order twice",
        lambda order, rank, world_size: (order + order)[rank::world_size],
        "The order is dealt out twice. Up to which length should it be padded?",
    ),
    Mistake(
        "always pads",
        _padded_too_far,
        "Where the order comes out even, nothing is missing: what is 6 % 3, and what is 3 − 0?",
    ),
    Mistake(
        "pads with the first one",
        _first_again,
        "Padded with the first example again and again. What is the beginning of the order, "
        "if two places are missing?",
    ),
    Mistake(
        "repeats its own",
        _own_again,
        "Each rank repeats an example of its own here. Should the order be padded after the "
        "dealing, or before?",
    ),
    Mistake(
        "pads the list it was given",
        _growing,
        "The examples are right, but order has grown, and the next rank gets the longer one. "
        "What could be padded in its place?",
    ),
    Mistake(
        "pads once",
        _padded_once,
        "Right as long as there are at least as many examples as missing places. With 2 "
        "examples for 5 ranks, how often does the beginning have to be repeated?",
    ),
)
