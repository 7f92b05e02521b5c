"""Mistakes of exercise 3.3 of notebook 03: walks that visit a node once for every path to it."""

from __future__ import annotations

import functools

from course_utils.exercises import Mistake
from course_utils.exercises.autograd.passes import (
    along_each_path,
    along_each_path_with_a_list,
    by_recursion,
    listed_by_recursion,
)

WALKS = (
    Mistake(
        "the recursion",
        by_recursion,
        "This is the recursion that passes on once for each arrow. Keep the walk through "
        "`ancestors`, and look at what happens when a second share arrives.",
    ),
    Mistake(
        "the recursion that sets grad",
        functools.partial(by_recursion, start=1.0),
        "This is the recursion of `pass_on`: once for each arrow. Walk through `ancestors` "
        "instead, where each node has its turn once.",
    ),
    Mistake(
        "the recursion that passes on at once",
        functools.partial(by_recursion, at_once=True),
        "A node passes on with every share that arrives, and so the first shares go on twice. "
        "When are all shares of a node together?",
    ),
    Mistake(
        "along each path",
        along_each_path,
        "The gradients are right, but exponentially slow: this walks every path on its own. "
        "Keep the walk through `ancestors`, and gather the shares of a node first.",
    ),
    Mistake(
        "along each path, with a list",
        along_each_path_with_a_list,
        "A node is visited anew for every path that leads to it. Gather the shares of a node "
        "first, and pass on once.",
    ),
    Mistake(
        "lists by recursion",
        listed_by_recursion,
        "A recursion cannot follow thousands of nodes in a row. `ancestors` keeps a list instead.",
    ),
)
