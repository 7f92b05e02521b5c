"""Exercise 3.2 of notebook 03: the paths through a graph."""

from __future__ import annotations

import torch

from course_utils.exercises import Case, Exercise, Mistake
from course_utils.exercises.autograd import solutions

CALLS_ON_A_LEAF = Exercise(
    number="3.2",
    name="calls_on_x",
    title="How many ways lead back",
    level="read",
    hints=(
        "Section 3.4 says what the recursion does: it walks every path back to x separately, and "
        "each path ends with a call on x. So count paths. How many are there for a single level, "
        "top = x + x?",
        "Draw two levels, then three: x on the left, the last sum on the right, and two arrows "
        "from each node to the next. Count the ways back to x in each drawing. What does one more "
        "level do to their number?",
        "One level has 2 ways, two levels have 4. Every level multiplies the number by the same "
        "factor. Write a power, `factor**levels`, with the two numbers in place of the words.",
    ),
    learned="one call for every path, and 20 levels with two arrows each have 2**20 of them",
    cases=(Case("how often pass_on is called on x, below 20 levels of doubling"),),
    reference=solutions.calls_on_x,
    correct=(float(2**20), 1_048_576, torch.tensor(2**20)),
    mistakes=(
        Mistake(
            "all nodes together",
            2**21 - 1,
            "This counts the calls on all 21 nodes. How many of them fall on x?",
        ),
        Mistake(
            "all nodes but the last",
            2**21 - 2,
            "This counts the calls on all nodes but the last. How many of them fall on x?",
        ),
        Mistake(
            "two for each level",
            40,
            "This is how many arrows there are. But each call on a node makes two calls on the "
            "next.",
        ),
        Mistake(
            "two for each level and one",
            41,
            "If each node passed on only once, all calls together would be 41. How many calls does "
            "each call make, and how many fall on x?",
        ),
        Mistake(
            "once for each level",
            20,
            "Work out 1, 2 and 3 levels by hand: 2, 4 and … calls on x. Does it grow by one?",
        ),
        Mistake(
            "the nodes",
            21,
            "This is how many nodes there are. How often is the last of them called? Work out 1, 2 "
            "and 3 levels by hand.",
        ),
        Mistake(
            "the square",
            400,
            "This is 20 squared. Does the count grow like a square? By what is it multiplied from "
            "one level to the next?",
        ),
        Mistake(
            "the caret",
            2 ^ 20,
            "In Python `^` is no power (2 ^ 20 compares bits). How are powers written, as in the "
            "task?",
        ),
        Mistake(
            "the sum of the levels",
            210,
            "This is 1 + 2 + … + 20. Do the levels add up, or does each call make more calls?",
        ),
        Mistake(
            "once",
            1,
            "Once is how it should be, and how it will be in the next section. Here the recursion "
            "walks each path on its own.",
        ),
        Mistake(
            "twice",
            2,
            "That is right for a single level, top = x + x. What does the second level do to it?",
        ),
        Mistake("one level too few", 2**19, "One level of doubling makes two calls on x, not one."),
        Mistake(
            "one level too many",
            2**21,
            "That is one level more. With a single level, top = x + x, x is called twice.",
        ),
        Mistake(
            "all nodes but x",
            2**20 - 1,
            "So many calls fall on the other nodes together; on x it is one more.",
        ),
        Mistake(
            "one too many",
            2**20 + 1,
            "Is something counted beside the calls on x? Try a single level, top = x + x.",
        ),
        Mistake(
            "the printed example",
            4,
            "So often it is in the example of section 3.4, which has two levels. What does each "
            "further level do?",
        ),
        Mistake(
            "all calls of the printed example",
            7,
            "These are all calls of the example in section 3.4. What is asked for is x alone, and "
            "20 levels.",
        ),
        Mistake(
            "three arrows",
            3**20,
            "Three calls for each call? Count the arrows that lead from one level to the next.",
        ),
        Mistake(
            "rounded",
            10**6,
            "About right. But a count is exact: write it as an expression.",
        ),
        Mistake(
            "as a text",
            "2 * 20",
            "A number is asked for: an expression without quotes will do.",
        ),
    ),
    rtol=0.0,
    atol=0.1,  # a count: floats are welcome, near misses are not
)
