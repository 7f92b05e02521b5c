"""Exercise 12.5 of notebook 12: the examples of one rank."""

from __future__ import annotations

from collections.abc import Callable

from course_utils.exercises import Case, Exercise, Mistake

Rule = Callable[[list[int], int, int], list[int]]


def indices_of_rank(order: list[int], rank: int, world_size: int) -> list[int]:
    """Return the entries of `order` for one rank: every world_size-th of the padded order.

    The order is padded with its own beginning until all ranks get equally many.
    """
    share = -(-len(order) // world_size)  # rounded up
    padded = (order * (share * world_size // len(order) + 1))[: share * world_size]
    return padded[rank::world_size]


def _with_modulo(order: list[int], rank: int, world_size: int) -> list[int]:
    share = (len(order) + world_size - 1) // world_size
    return [order[(rank + i * world_size) % len(order)] for i in range(share)]


def _with_while(order: list[int], rank: int, world_size: int) -> list[int]:
    padded, place = list(order), 0
    while len(padded) % world_size:
        padded.append(order[place % len(order)])
        place += 1
    return [index for i, index in enumerate(padded) if i % world_size == rank]


def _in_blocks(order: list[int], rank: int, world_size: int) -> list[int]:
    share = -(-len(order) // world_size)
    padded = (order * world_size)[: share * world_size]
    return padded[rank * share : (rank + 1) * share]


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


def _positions(order: list[int], rank: int, world_size: int) -> list[int]:
    return indices_of_rank(list(range(len(order))), rank, world_size)


def _own_again(order: list[int], rank: int, world_size: int) -> list[int]:
    own = order[rank::world_size]
    return own + (own or order)[: -(-len(order) // world_size) - len(own)]


def _first_again(order: list[int], rank: int, world_size: int) -> list[int]:
    return (order + order[:1] * (-len(order) % world_size))[rank::world_size]


def _growing(order: list[int], rank: int, world_size: int) -> list[int]:
    num = len(order)
    while len(order) % world_size:
        order.append(order[len(order) - num])
    return order[rank::world_size]


def _all_ranks(answer: Rule, order: list[int], world_size: int) -> list[list[int] | str]:
    seen: list[list[int] | str] = []
    for rank in range(world_size):
        given = list(order)
        seen.append(list(answer(given, rank, world_size)))
        if given != order:
            return [*seen, "order has been changed"]
    return seen


RANK_INDICES = Exercise(
    number="12.5",
    title="The examples of one rank",
    level="build",
    learned="padded with its beginning, the order gives every rank equally many examples",
    cases=(
        Case("7 examples in a shuffled order, 3 ranks", ([4, 0, 6, 2, 5, 1, 3], 3), _all_ranks),
        Case("6 examples, 3 ranks", ([5, 3, 0, 1, 4, 2], 3), _all_ranks),
        Case("2 examples, 5 ranks", ([1, 0], 5), _all_ranks),
        Case("3 examples, 1 rank", ([2, 0, 1], 1), _all_ranks),
    ),
    reference=indices_of_rank,
    correct=(_with_modulo, _with_while),
    mistakes=(
        Mistake(
            "no padding",
            lambda order, rank, world_size: order[rank::world_size],
            "The right examples, but not equally many: a rank with one step less leaves the "
            "others waiting in vain. Where should the missing ones come from?",
        ),
        Mistake(
            "in blocks",
            _in_blocks,
            "Equally many, but in blocks. Rank 0 should take the first, and then which one of the "
            "order?",
        ),
        Mistake(
            "drops the rest",
            _dropping,
            "Equally many, by leaving examples out. Asked for was to repeat some.",
        ),
        Mistake(
            "pads once",
            _padded_once,
            "Right as long as there are at least as many examples as missing places. With 2 "
            "examples for 5 ranks, how often does the beginning have to be repeated?",
        ),
        Mistake(
            "pads with the last one",
            _padded_with_last,
            "Padded with the end of the order. Asked for is its beginning.",
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
            "places in place of examples",
            _positions,
            "These are places in the order. What stands at them?",
        ),
        Mistake(
            "the order itself",
            lambda order, rank, world_size: order,
            "Every rank gets all examples here. Each should get its share.",
        ),
    ),
)
