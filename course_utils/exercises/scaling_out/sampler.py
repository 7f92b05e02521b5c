"""Exercise 12.5 of notebook 12: the examples of one rank."""

from __future__ import annotations

from typing import Any

from course_utils.exercises import Case, Exercise
from course_utils.exercises.scaling_out import solutions
from course_utils.exercises.scaling_out.dealing_mistakes import DEALING
from course_utils.exercises.scaling_out.padding_mistakes import PADDING
from course_utils.exercises.scaling_out.ranks import with_modulo, with_while


def _all_ranks(answer: Any, order: list[int], world_size: int) -> str:
    shares = [list(answer(list(order), rank, world_size)) for rank in range(world_size)]
    texts = [", ".join(str(int(index)) for index in share) or "nothing" for share in shares]
    return "; ".join(texts)


RANK_INDICES = Exercise(
    number="12.5",
    name="indices_of_rank",
    title="The examples of one rank",
    level="build",
    hints=(
        "Take 7 examples and 3 ranks on paper. Which is the next multiple of 3, how many places "
        "are missing, and which examples fill them? Then deal the padded order out like cards, "
        "one to each rank in turn.",
        "Pad first, deal later. `padded = list(order)` makes a copy, so that `order` stays as it "
        "was. Append one example after the other, as long as the length is no multiple of "
        "`world_size`.",
        "The loop is `while len(padded) % world_size:`. It appends the places 0, 1, 2, … of "
        "`order`, and after the last place 0 again: `place % len(order)`. For the dealing, "
        "`letters[2::5]` takes the places 2, 7, 12 and so on.",
    ),
    learned="padded with its beginning, the order gives every rank equally many examples",
    cases=(
        Case("7 examples, 3 ranks: rank 0", ([40, 7, 61, 22, 58, 13, 35], 0, 3)),
        Case("7 examples, 3 ranks: rank 1", ([40, 7, 61, 22, 58, 13, 35], 1, 3)),
        Case("7 examples, 3 ranks: rank 2", ([40, 7, 61, 22, 58, 13, 35], 2, 3)),
        Case("6 examples, 3 ranks: rank 1", ([51, 30, 9, 14, 46, 27], 1, 3)),
        Case("5 examples, 4 ranks: rank 3", ([33, 20, 41, 5, 18], 3, 4)),
        Case("2 examples, 5 ranks: what each rank gets", ([12, 4], 5), _all_ranks),
        Case("3 examples, 1 rank", ([21, 8, 15], 0, 1)),
    ),
    reference=solutions.indices_of_rank,
    correct=(with_modulo, with_while, lambda *given: tuple(solutions.indices_of_rank(*given))),
    mistakes=(*DEALING, *PADDING),
)
