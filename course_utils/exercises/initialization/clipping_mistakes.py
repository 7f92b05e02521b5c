"""What goes wrong with the norm in exercise 7.5 of notebook 07, and what to ask then."""

from __future__ import annotations

import torch

from course_utils.exercises import Mistake
from course_utils.exercises.initialization import clipping_results
from course_utils.exercises.initialization.clipping_slips import (
    by,
    largest,
    mean_square,
    norm_of,
    root_mean_square,
    sizes,
    sum_of,
    times,
    when_long,
)
from course_utils.exercises.initialization.solutions import clip_by_norm

MISTAKES = (
    Mistake(
        "each gradient for itself",
        lambda grads, max_norm: [clip_by_norm([grad], max_norm)[0] for grad in grads],
        "Each tensor was given a factor of its own, so the direction of the whole is bent. "
        "What is the length of all of them together?",
    ),
    Mistake(
        "clips each entry",
        lambda grads, max_norm: [grad.clamp(-max_norm, max_norm) for grad in grads],
        "Here each entry is cut by itself, and the direction changes. One factor should "
        "multiply them all.",
    ),
    Mistake(
        "only short gradients",
        times(lambda grads, max_norm: max(1.0, max_norm / max(norm_of(grads), 1e-30))),
        "Long gradients pass unchanged, and short ones are stretched: which way does the "
        "comparison go?",
    ),
    Mistake(
        "stretches short gradients",
        times(lambda grads, max_norm: max_norm / max(norm_of(grads), 1e-30)),
        "Short gradients are stretched to the length of long ones. What should happen to them?",
    ),
    Mistake(
        "upside down, at most one",
        times(lambda grads, max_norm: min(1.0, norm_of(grads) / max_norm)),
        "Long gradients pass unchanged, and short ones are shortened: which number is divided by "
        "which?",
    ),
    Mistake(
        "to a norm of one",
        when_long(lambda grad, norm, max_norm: grad / norm),
        "What is too long becomes 1 long, whatever `max_norm` is.",
    ),
    Mistake(
        "a limit of one",
        lambda grads, max_norm: clip_by_norm(grads, 1.0),
        "Everything is clipped to 1 here. What is `max_norm` for?",
    ),
    Mistake(
        "compares with one",
        times(lambda grads, max_norm: max_norm / norm_of(grads) if norm_of(grads) > 1 else 1.0),
        "The norm is compared with 1, whatever `max_norm` is.",
    ),
    Mistake(
        "forgets the root",
        by(lambda grads: norm_of(grads) ** 2),
        "The factor was made with the square of the norm.",
    ),
    Mistake(
        "compares with the square",
        times(
            lambda grads, max_norm: (
                min(1.0, max_norm / norm_of(grads)) if norm_of(grads) > max_norm**2 else 1.0
            )
        ),
        "The factor is used in the wrong cases: is a norm compared with a square?",
    ),
    Mistake(
        "compares the square",
        times(
            lambda grads, max_norm: (
                max_norm / norm_of(grads) if norm_of(grads) ** 2 > max_norm else 1.0
            )
        ),
        "The factor is used in the wrong cases: is the square of the norm compared?",
    ),
    Mistake(
        "adds the norms",
        by(lambda grads: sum(norm_of([grad]) for grad in grads)),
        "The norms of the tensors were added: 3 and 4 gave 7. Lengths at right angles add "
        "differently.",
    ),
    Mistake(
        "averages the norms",
        by(lambda grads: sum(norm_of([grad]) for grad in grads) / len(grads)),
        "The norms of the tensors were averaged. Their common norm is no shorter than any of them.",
    ),
    Mistake(
        "the largest of the norms",
        by(lambda grads: max(norm_of([grad]) for grad in grads)),
        "The norm of the longest tensor stands for all here, and 4 is not the length of 3 and 4 "
        "together.",
    ),
    Mistake(
        "the norm of the first",
        by(lambda grads: norm_of(grads[:1])),
        "The norm of the first tensor stands for all here. What about the others?",
    ),
    Mistake(
        "the norm of the last",
        by(lambda grads: norm_of(grads[-1:])),
        "The norm of the last tensor stands for all here: is something written over in a loop?",
    ),
    Mistake(
        "adds the sizes",
        by(sizes),
        "The sizes of all entries were added. The norm is the root of a sum of squares.",
    ),
    Mistake(
        "means for sums",
        by(mean_square),
        "What comes out is still too long: a mean was taken where the norm has a sum.",
    ),
    Mistake(
        "a mean over all",
        by(root_mean_square),
        "What comes out is still too long: the root of a mean was taken, over all entries.",
    ),
    Mistake(
        "the largest entry for the norm",
        by(largest),
        "The factor belongs to the largest entry. The norm takes all entries into account.",
    ),
    Mistake(
        "multiplies where it should divide",
        times(lambda grads, max_norm: max(1.0, norm_of(grads) / max_norm)),
        "Long gradients became longer still: the factor is upside down.",
    ),
    Mistake(
        "the smallest of the norms",
        by(lambda grads: min(norm_of([grad]) for grad in grads)),
        "The norm of the shortest tensor stands for all here. What about the others?",
    ),
    Mistake(
        "adds what has signs",
        by(lambda grads: sum(grad.sum().item() ** 2 for grad in grads) ** 0.5),
        "The entries were added first and squared then, so that plus and minus cancel. What is "
        "squared first?",
    ),
    Mistake(
        "a sum with signs",
        times(lambda grads, max_norm: min(1.0, max_norm / (sum_of(grads) or 1e-30))),
        "The entries were added with their signs, so that they cancel. A length has no sign.",
    ),
    Mistake(
        "the deviation for the norm",
        by(lambda grads: torch.cat([grad.flatten() for grad in grads]).std().item()),
        "The standard deviation stands for the norm here: it is a mean, and counts from a mean.",
    ),
    Mistake(
        "a limit between",
        times(lambda grads, max_norm: max_norm / (norm_of(grads) + max_norm)),
        "Everything is shortened here, what is short enough as well. When is the factor 1?",
    ),
    Mistake(
        "divides by the limit",
        when_long(lambda grad, norm, max_norm: grad / max_norm),
        "Long gradients are divided by `max_norm`. How long are they then?",
    ),
    Mistake(
        "the excess over the norm",
        when_long(lambda grad, norm, max_norm: grad * (norm - max_norm) / norm),
        "The factor is the share that is too much. Which share should be left?",
    ),
    Mistake(
        "the excess, turned round",
        when_long(lambda grad, norm, max_norm: grad * (max_norm - norm) / norm),
        "The factor is below 0, and turns the direction round: why is something subtracted?",
    ),
    Mistake(
        "halves",
        when_long(lambda grad, norm, max_norm: grad / 2),
        "What is too long is halved, however long it is. What is the length to be afterwards?",
    ),
    Mistake(
        "each entry at the limit",
        when_long(lambda grad, norm, max_norm: grad.sign() * max_norm),
        "Each entry that is not 0 has the size `max_norm` now. Is it the length that has it?",
    ),
    *clipping_results.MISTAKES,
)
