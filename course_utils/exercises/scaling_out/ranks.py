"""The rule that exercise 12.5 asks for, in three ways."""

from __future__ import annotations


def indices_of_rank(order: list[int], rank: int, world_size: int) -> list[int]:
    """Return the entries of `order` for one rank: every world_size-th of the padded order.

    The order is padded with its own beginning until all ranks get equally many.
    """
    share = -(-len(order) // world_size)  # rounded up
    padded = (order * (share * world_size // len(order) + 1))[: share * world_size]
    return padded[rank::world_size]


def with_modulo(order: list[int], rank: int, world_size: int) -> list[int]:
    """Return the share of a rank without making a longer list."""
    share = (len(order) + world_size - 1) // world_size
    return [order[(rank + i * world_size) % len(order)] for i in range(share)]


def with_while(order: list[int], rank: int, world_size: int) -> list[int]:
    """Return the share of a rank, the order padded one by one."""
    padded, place = list(order), 0
    while len(padded) % world_size:
        padded.append(order[place % len(order)])
        place += 1
    return [index for i, index in enumerate(padded) if i % world_size == rank]
