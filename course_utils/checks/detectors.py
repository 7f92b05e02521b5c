"""What wrong numbers have in common with the right ones, whichever exercise they come from.

Each detector looks at pairs of what was wanted and what came, one for each case, and returns a
sentence or nothing. A sentence is only said if it holds in every case that tells.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch import Tensor

from course_utils.checks.slips import BY_COUNT, LOOKS

Pairs = list[tuple[Tensor, Tensor]]  # (wanted, got), float64, one pair a case

_RTOL, _ATOL = 1e-4, 1e-7


def close(one: Tensor, other: Tensor) -> bool:
    """Say whether two tensors have one shape and the same numbers, to about five digits."""
    return one.shape == other.shape and torch.allclose(
        one, other, rtol=_RTOL, atol=_ATOL, equal_nan=True
    )


def _everywhere(pairs: Pairs, change: Callable[[Tensor], Tensor]) -> bool:
    """Say whether what came is this change of what was wanted, in every case, and visibly so."""
    if not all(close(change(wanted), got) for wanted, got in pairs):
        return False
    return any(not close(wanted, got) for wanted, got in pairs)


def shape(pairs: Pairs) -> str:
    """The right numbers in another shape or order."""
    if all(w.numel() == g.numel() and close(w.flatten(), g.flatten()) for w, g in pairs):
        if all(w.shape == g.shape for w, g in pairs):
            return ""  # another type, which is said elsewhere
        return "The numbers are right, only the shape is another one."
    if _everywhere(pairs, lambda w: w.mT if w.dim() > 1 else w):
        return "These are the right numbers, transposed: rows and columns have changed places."
    for axis in range(-2, 0):
        if _everywhere(pairs, lambda w, axis=axis: w.flip(axis) if w.dim() >= -axis else w):  # type: ignore[misc]
            return "The right numbers, in reverse order: what comes first?"
    for steps in (1, -1):
        if _everywhere(pairs, lambda w, steps=steps: w.roll(steps, -1) if w.dim() else w):  # type: ignore[misc]
            return "The right numbers, shifted by one place: is a count off by one?"
    if _everywhere(pairs, lambda w: w.flatten().sort().values.reshape(w.shape)):
        return "The right numbers, but sorted: they belong in the order in which they came."
    same = [
        w.shape == g.shape and close(w.flatten().sort()[0], g.flatten().sort()[0]) for w, g in pairs
    ]
    if all(same) and any(w.numel() > 1 for w, _ in pairs):
        return "The right numbers, in another order: which belongs where?"
    return ""


def constant(pairs: Pairs) -> str:
    """Off by one factor or by one number in every case."""
    shapes = all(w.shape == g.shape for w, g in pairs)
    if not shapes or not any((w.abs() > _ATOL).any() for w, _ in pairs):
        return ""
    factors = {
        2.0: "Twice what it should be: is something counted twice, or a factor 2 one too many?",
        0.5: "Half of what it should be: is a factor 2 missing, or one ½ too many?",
        -1.0: "The size is right and the sign is turned around: which of the two is taken from "
        "the other?",
        100.0: "A hundred times too large: this is in per cent, and a fraction is asked for.",
        0.01: "A hundred times too small: a fraction where per cent is asked for?",
        4.0: "Four times what it should be: is a factor 2 applied twice, or squared?",
        0.25: "A quarter of what it should be: is a factor ½ applied twice?",
        1 / math.log(2): "This is in bits, with the logarithm to base 2; nats are asked for.",
        math.log(2): "This is in nats; the logarithm to base 2 is asked for.",
    }
    for factor, sentence in factors.items():
        if _everywhere(pairs, lambda w, factor=factor: factor * w):  # type: ignore[misc]
            return sentence
    if len(pairs) > 1 or pairs[0][0].numel() > 2:
        first, came = pairs[0]
        offset = (came - first).flatten()[0]
        if math.isfinite(offset) and _everywhere(pairs, lambda w: w + offset):
            by = "one" if abs(abs(offset.item()) - 1) < 1e-6 else "the same number"
            too = "large" if offset > 0 else "small"
            return f"Too {too} by {by} in every case: where does it begin, and where does it end?"
    return ""


def size(pairs: Pairs, sizes: list[list[int]]) -> str:
    """Off by how many examples, classes or features there are; `sizes` holds those of each case."""
    if not all(w.shape == g.shape for w, g in pairs):
        if not all(w.dim() == g.dim() == 1 for w, g in pairs):
            return ""
        for axis in range(min((len(row) for row in sizes), default=0)):
            if all(len(g) == row[axis] for (_, g), row in zip(pairs, sizes, strict=True)):
                return "As many entries as another axis has: along which one should it go?"
        return ""
    for place in range(min((len(row) for row in sizes), default=0)):
        counts = [row[place] for row in sizes]
        if len(set(counts)) == 1 and len(counts) > 1 and counts[0] in (1, 2):
            continue  # cannot be told from a plain factor
        for change, sentence in BY_COUNT:
            same = all(close(change(w, n), g) for (w, g), n in zip(pairs, counts, strict=True))
            if same and any(not close(w, g) for w, g in pairs):
                n = next(n for (w, g), n in zip(pairs, counts, strict=True) if not close(w, g))
                return sentence.format(n=n, m=n - 1)
    return ""


def function(pairs: Pairs) -> str:
    """A function of the right numbers: squared, rooted, rounded, its logarithm and the like."""
    # A power of 0 and 1 is nothing new, so something else must be among the numbers.
    told = [w for w, _ in pairs if ((w.abs() > _ATOL) & ((w.abs() - 1).abs() > _ATOL)).any()]
    came = any((g != 0).any() for _, g in pairs)  # zeros alone are no rounding of anything
    fits = (said for change, said in LOOKS if _everywhere(pairs, change))
    return next(fits, "") if told and came else ""


def summary(pairs: Pairs) -> str:
    """One number, or one axis fewer, where many were asked for, or the other way round."""
    if not any(w.shape != g.shape for w, g in pairs):
        return ""
    for name in ("sum", "mean"):
        if all(g.numel() == 1 and close(getattr(w, name)(), g.reshape(())) for w, g in pairs):
            return f"This is the {name} of what is asked for: give them one by one."
    if all(g.numel() == 1 and w.numel() > 1 for w, g in pairs):
        return (
            "One number came where one for each entry is asked for: is something added up or "
            "averaged, or is the `return` inside the loop?"
        )
    for name in ("sum", "mean"):
        if all(w.numel() == 1 and close(getattr(g, name)(), w.reshape(())) for w, g in pairs):
            return f"One number is asked for: the {name} of what came."
    if all(w.dim() == g.dim() and g.shape[:1] != w.shape[:1] for w, g in pairs):
        if all(len(g) == len(w) - 1 for w, g in pairs if w.dim()):
            return "One is missing: does the loop stop too early, or start too late?"
        if all(len(g) == len(w) + 1 for w, g in pairs if w.dim()):
            return "One too many: does the loop begin too early, or end too late?"
    return ""


def entries(pairs: Pairs) -> str:
    """Which entries are right, and what the wrong ones share."""
    if not all(w.shape == g.shape and w.dim() for w, g in pairs):
        return ""
    wrong = [~torch.isclose(g, w, rtol=_RTOL, atol=_ATOL, equal_nan=True) for w, g in pairs]
    if not any(0 < int(off.sum()) < off.numel() for off in wrong):
        return ""
    flat = [off.flatten().nonzero().flatten().tolist() for off in wrong]
    if all(off in ([], [0]) for off in flat):
        return "Only the first entry is wrong: what is special at the beginning?"
    if all(off in ([], [w.numel() - 1]) for off, (w, _) in zip(flat, pairs, strict=True)):
        return "Only the last entry is wrong: what is special at the end?"
    if all(bool((w[off] == 0).all()) for off, (w, _) in zip(wrong, pairs, strict=True)):
        return "Only the zeros are wrong: what should a zero give?"
    if all(bool((w[off] < 0).all()) for off, (w, _) in zip(wrong, pairs, strict=True)):
        return "Only the negative ones are wrong."
    if all(bool((g[off] == 0).all()) for off, (_, g) in zip(wrong, pairs, strict=True)):
        return "What is not 0 is right: does every entry get its turn?"
    return ""


def detect(pairs: Pairs, sizes: list[list[int]], *, rows: bool = False) -> str:
    """Return what the first detector that fits says of these numbers, or an empty text.

    `sizes` holds the lengths of the inputs of each case; `rows` says that the numbers are the
    entries of a tuple, each of which is something of its own.
    """
    if not pairs:
        return ""
    own = not rows
    return (
        shape(pairs)
        or constant(pairs)
        or size(pairs, sizes)
        or function(pairs)
        or (summary(pairs) if own else "")
        or (entries(pairs) if own else "")
    )
