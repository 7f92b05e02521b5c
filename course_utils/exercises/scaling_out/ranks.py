"""The rule that exercise 12.5 asks for, in two other ways."""

from __future__ import annotations


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
