"""What goes wrong with the clipped gradients in exercise 7.5, and what to ask then."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.initialization import clipping_properties
from course_utils.exercises.initialization.clipping_slips import (
    anew_in_the_loop,
    at,
    crashes_for_zero,
    hands_back,
    in_place,
    made,
    nan_for_zero,
    norm_of,
    times,
    when_long,
)

MISTAKES = (
    Mistake(
        "the root of the factor",
        times(lambda grads, max_norm: min(1.0, max_norm / max(norm_of(grads), 1e-30)) ** 0.5),
        "What was too long is still too long: the root of the factor was taken.",
    ),
    Mistake(
        "the factor twice",
        times(lambda grads, max_norm: min(1.0, max_norm / max(norm_of(grads), 1e-30)) ** 2),
        "What was too long is too short now: is the factor applied twice?",
    ),
    Mistake(
        "the norm anew",
        anew_in_the_loop,
        "The tensors do not get the same factor: is the norm computed anew in the loop?",
    ),
    Mistake(
        "clips the first alone",
        at(0),
        "Only the first tensor is clipped. One factor should multiply them all.",
    ),
    Mistake(
        "clips the last alone",
        at(-1),
        "Only the last tensor is clipped. One factor should multiply them all.",
    ),
    Mistake(
        "takes the excess off",
        when_long(lambda grad, norm, max_norm: grad - (norm - max_norm)),
        "Something is taken off each entry, and that changes the direction. What keeps it?",
    ),
    Mistake(
        "throws long gradients away",
        when_long(lambda grad, norm, max_norm: torch.zeros_like(grad)),
        "What is too long becomes 0 here, and its direction is lost.",
    ),
    Mistake(
        "fills with the limit",
        when_long(lambda grad, norm, max_norm: torch.full_like(grad, max_norm)),
        "What is too long becomes `max_norm` in every entry. Which direction has that?",
    ),
    Mistake(
        "times the limit",
        when_long(lambda grad, norm, max_norm: grad * max_norm),
        "Long gradients are multiplied with `max_norm`. How long are they then?",
    ),
    Mistake(
        "clips nothing",
        lambda grads, max_norm: [grad.clone() for grad in grads],
        "The gradients come back as they were, also those that are too long.",
    ),
    Mistake(
        "one long tensor",
        made(lambda clipped: torch.cat([grad.flatten() for grad in clipped])),
        "All numbers are right, in one long tensor. Each gradient should keep its place and shape.",
    ),
    Mistake(
        "flat tensors",
        made(lambda clipped: [grad.flatten() for grad in clipped]),
        "The tensors are flat. Each should keep its shape.",
    ),
    Mistake(
        "the first alone",
        made(lambda clipped: clipped[:1]),
        "The first gradient came alone: is the `return` inside the loop?",
    ),
    Mistake(
        "all but the first",
        made(lambda clipped: clipped[1:]),
        "The first gradient is missing in the result: where does the loop begin?",
    ),
    Mistake(
        "all but the last",
        made(lambda clipped: clipped[:-1]),
        "The last gradient is missing in the result: where does the loop end?",
    ),
    Mistake(
        "the sizes alone",
        made(lambda clipped: [grad.abs() for grad in clipped]),
        "The signs are lost, and with them the direction.",
    ),
    Mistake(
        "turned round",
        made(lambda clipped: [-grad for grad in clipped]),
        "The signs are turned round: which way does a clipped gradient point?",
    ),
    Mistake(
        "the factor",
        lambda grads, max_norm: min(1.0, max_norm / max(norm_of(grads), 1e-30)),
        "This is the factor. What should be multiplied with it?",
    ),
    Mistake(
        "the norm",
        lambda grads, max_norm: norm_of(grads),
        "This is the norm before clipping. The gradients are asked for.",
    ),
    Mistake(
        "a crash at zero",
        crashes_for_zero,
        "When all gradients are 0, so is their norm: what is divided by it then?",
    ),
    Mistake(
        "nan at zero",
        nan_for_zero,
        "When all gradients are 0, `nan` comes out: 0 divided by 0. Should they change at all?",
    ),
    Mistake(
        "hands back what was given",
        hands_back,
        "The numbers are right. But where nothing is clipped, the given tensors come back "
        "themselves, and new ones are asked for.",
    ),
    Mistake(
        "writes into the gradients",
        in_place,
        "The caller's gradients have changed: `*=` writes into the tensor that was given. Make new "
        "ones here.",
    ),
    *clipping_properties.PROPERTIES,
)
