"""Exercise 12.5 of notebook 12: the examples of one rank."""

from __future__ import annotations

from typing import Any

from course_utils.exercises import Case, Exercise
from course_utils.exercises.scaling_out.dealing_mistakes import DEALING
from course_utils.exercises.scaling_out.padding_mistakes import PADDING
from course_utils.exercises.scaling_out.ranks import indices_of_rank, with_modulo, with_while


def _all_ranks(answer: Any, order: list[int], world_size: int) -> str:
    shares = [list(answer(list(order), rank, world_size)) for rank in range(world_size)]
    texts = [", ".join(str(int(index)) for index in share) or "nothing" for share in shares]
    return "; ".join(texts)


RANK_INDICES = Exercise(
    number="12.5",
    title="The examples of one rank",
    level="build",
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
    reference=indices_of_rank,
    correct=(with_modulo, with_while, lambda *given: tuple(indices_of_rank(*given))),
    mistakes=(*DEALING, *PADDING),
)
