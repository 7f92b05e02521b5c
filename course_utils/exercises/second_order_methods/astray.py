"""Where wrong answers to 14.3 of notebook 14 leave the right track."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

from course_utils.exercises.families import AS_IT_SHOULD_BE, near, place_of

NEWTON = {
    "one parameter": "Already with a single parameter the step leads elsewhere. There H s = −g is "
    "a plain division: what is s, and what is done with it?",
    "no tilt": "With one parameter all is well, with two and no tilt it is not: each entry of the "
    "gradient belongs to its own curvature.",
    "tilt": "Without a tilt all is well. With one, H has other entries than its diagonal: are they "
    "all used?",
    "negative curvature": "Where all curvatures are positive it is well. What happens to a "
    "negative one? H s = −g holds as it is.",
}


def in_valleys(answer: Callable, reference: Callable) -> tuple[str, str]:
    """Say in which kind of valley an answer to 14.3 first leads elsewhere."""

    one, other = [2.0, -1.0], [3.0, 7.0]
    tilted = torch.tensor([[3.0, 1.0], [1.0, 2.0]])
    places = {
        "one parameter": ([2.0], [3.0], torch.tensor([[5.0]])),
        "no tilt": (one, other, torch.diag(torch.tensor([5.0, 3.0]))),
        "tilt": (one, other, tilted),
        "negative curvature": ([2.0], [3.0], torch.tensor([[-5.0]])),
    }

    def ask(given: Callable, place: str) -> Tensor:
        params, grad, hessian = places[place]
        return given(torch.tensor(params), torch.tensor(grad), hessian.clone())

    return first_off(answer, reference, places, ask)


def first_off(
    answer: Callable, reference: Callable, places: Iterable[str], ask: Callable
) -> tuple[str, str]:
    """Say in which of these places an answer first gives another tensor than the reference.

    `ask(function, place)` calls either of them there. What has another shape, or is no tensor, is
    another matter, of which others speak.
    """

    def find() -> str:
        for place in places:
            right, mine = ask(reference, place), ask(answer, place)
            if not isinstance(mine, Tensor) or mine.shape != right.shape:
                return AS_IT_SHOULD_BE
            if not near(mine, right):
                return place
        return AS_IT_SHOULD_BE

    return place_of(answer, find)
