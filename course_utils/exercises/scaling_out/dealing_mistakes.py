"""What goes wrong in exercise 12.5: how the examples are dealt out."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.scaling_out.solutions import indices_of_rank


def _in_blocks(order: list[int], rank: int, world_size: int) -> list[int]:
    share = -(-len(order) // world_size)
    padded = (order * world_size)[: share * world_size]
    return padded[rank * share : (rank + 1) * share]


def _with_padding(order: list[int], world_size: int) -> list[int]:
    share = -(-len(order) // world_size)
    return (order * world_size)[: share * world_size]


def _positions(order: list[int], rank: int, world_size: int) -> list[int]:
    return indices_of_rank(list(range(len(order))), rank, world_size)


DEALING = (
    Mistake(
        "in blocks",
        _in_blocks,
        "Equally many, but in blocks. Rank 0 should take the first, and then which one of the "
        "order?",
    ),
    Mistake(
        "shorter shares in blocks",
        lambda order, rank, world_size: order[
            rank * (len(order) // world_size) : (rank + 1) * (len(order) // world_size)
        ],
        "Blocks, and what is left over is dropped. Rank 0 should take the first, and then "
        "which one of the order?",
    ),
    Mistake(
        "every rank-th",
        lambda order, rank, world_size: (
            indices_of_rank(order, 0, world_size) if rank == 0 else order[world_size::rank]
        ),
        "Which of the two says where a rank begins, and which how far it is to the next one?",
    ),
    Mistake(
        "ranks from 1",
        lambda order, rank, world_size: indices_of_rank(order, (rank - 1) % world_size, world_size),
        "This is the share of the rank before. From which number do the ranks count?",
    ),
    Mistake(
        "the first rank's share",
        lambda order, rank, world_size: indices_of_rank(order, 0, world_size),
        "Every rank gets the share of the first one.",
    ),
    Mistake(
        "a single example",
        lambda order, rank, world_size: order[rank],
        "This is one example, and none at all if there are more ranks than examples. Asked for is "
        "the list of all that this rank gets.",
    ),
    Mistake(
        "a list of a single example",
        lambda order, rank, world_size: [order[rank]],
        "Only the first example of the rank is in the list. Which ones follow?",
    ),
    Mistake(
        "a slice from here to there",
        lambda order, rank, world_size: order[rank:world_size],
        "This takes the places from `rank` up to `world_size`. How does a slice say that it goes "
        "in steps?",
    ),
    Mistake(
        "neighbours",
        lambda order, rank, world_size: _with_padding(order, world_size)[
            rank : rank + -(-len(order) // world_size)
        ],
        "Neighbours in the order. How far is it from one example of a rank to the next?",
    ),
    Mistake(
        "steps as long as a share",
        lambda order, rank, world_size: _with_padding(order, world_size)[
            rank :: -(-len(order) // world_size)
        ],
        "The steps are as long as a share has examples. How many ranks take one each before it is "
        "the turn of this rank again?",
    ),
    Mistake(
        "begins one place later",
        lambda order, rank, world_size: _with_padding(order, world_size)[rank + 1 :: world_size],
        "Each rank begins a place too late. From which number do ranks and places count?",
    ),
    Mistake(
        "begins one place earlier",
        lambda order, rank, world_size: _with_padding(order, world_size)[rank - 1 :: world_size],
        "Each rank begins a place too early. From which number do ranks and places count?",
    ),
    Mistake(
        "asks the examples and not their places",
        lambda order, rank, world_size: [it for it in order if it % world_size == rank],
        "The number of an example decides here to whom it goes. Should it not be its place?",
    ),
    Mistake(
        "backwards",
        lambda order, rank, world_size: indices_of_rank(order, rank, world_size)[::-1],
        "The right examples, in reverse order.",
    ),
    Mistake(
        "the shares of all ranks",
        lambda order, rank, world_size: [
            indices_of_rank(order, each, world_size) for each in range(world_size)
        ],
        "These are the shares of all ranks. Which of them is asked for?",
    ),
    Mistake(
        "places of the padded order",
        lambda order, rank, world_size: list(
            range(rank, len(_with_padding(order, world_size)), world_size)
        ),
        "These are places in the padded order. What stands at them?",
    ),
    Mistake(
        "sorted",
        lambda order, rank, world_size: indices_of_rank(sorted(order), rank, world_size),
        "The order was sorted before the dealing, and its shuffling is lost.",
    ),
    Mistake(
        "the padded order",
        lambda order, rank, world_size: _with_padding(order, world_size),
        "The padding is right. Which of these places belong to this rank?",
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
)
