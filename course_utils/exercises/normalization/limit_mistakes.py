"""Known mistakes of exercise 2.2 in what is made of the right curvatures."""

from __future__ import annotations

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.hessians import from_eigenvalues, hessian, with_ones
from course_utils.exercises.normalization.solutions import stability

LIMIT_MISTAKES = (
    Mistake(
        "no division by N",
        lambda X: (stability(X)[0] / len(X), stability(X)[1]),
        "Your κ is right, so the shape of the bowl is, and its size is not: the loss is a mean "
        "over N examples, not their sum.",
    ),
    Mistake(
        "the Hessian without 2/N",
        lambda X: (2 * stability(X)[0] / len(X), stability(X)[1]),
        "Your κ is right, and the limit belongs to AᵀA alone. What stands before it in the "
        "Hessian of a mean squared error?",
    ),
    Mistake(
        "no factor 2 in the Hessian",
        lambda X: (2 * stability(X)[0], stability(X)[1]),
        "The limit is twice too large: differentiate a square twice and a factor 2 remains.",
    ),
    Mistake(
        "divides by the number of columns",
        lambda X: (stability(X)[0] * (X.shape[1] + 1) / len(X), stability(X)[1]),
        "The limit belongs to a mean over columns. The loss is a mean over examples: N of them.",
    ),
    Mistake(
        "divides by the number of features",
        lambda X: (stability(X)[0] * X.shape[1] / len(X), stability(X)[1]),
        "The limit belongs to a mean over features. The loss is a mean over examples: N of them.",
    ),
    Mistake(
        "divides by N − 1",
        lambda X: (stability(X)[0] * (len(X) - 1) / len(X), stability(X)[1]),
        "The limit belongs to a division by N − 1. The loss is a mean over N examples.",
    ),
    Mistake(
        "one over the curvature",
        lambda X: (stability(X)[0] / 2, stability(X)[1]),
        "At 1/λmax the steep direction is at its bottom after a single step. Convergence ends "
        "only where a step leads just as far up the opposite wall.",
    ),
    Mistake(
        "the balanced rate",
        from_eigenvalues(lambda lam: (2 / (lam[-1] + lam[0]), lam[-1] / lam[0])),
        "That is the balanced rate 2/(λmin + λmax), at which both directions shrink equally "
        "fast. The limit asks for the steepest direction alone.",
    ),
    Mistake(
        "the limit of the gentlest direction",
        from_eigenvalues(lambda lam: (2 / lam[0], lam[-1] / lam[0])),
        "This limit is that of the gentlest direction. Which direction diverges first? And which "
        "eigenvalue comes first?",
    ),
    Mistake(
        "the limit of the mean curvature",
        from_eigenvalues(lambda lam: (2 / lam.mean(), lam[-1] / lam[0])),
        "This limit belongs to the mean of all curvatures. The steepest direction diverges first.",
    ),
    Mistake(
        "the limit of the sum of curvatures",
        from_eigenvalues(lambda lam: (2 / lam.sum(), lam[-1] / lam[0])),
        "This limit belongs to the sum of all curvatures. The steepest direction alone sets it.",
    ),
    Mistake(
        "the limit of the largest entry",
        lambda X: (2 / hessian(with_ones(X)).abs().max(), stability(X)[1]),
        "This limit belongs to the largest entry of the Hessian. The steepest direction is steeper "
        "than that.",
    ),
    Mistake(
        "the limit upside down",
        from_eigenvalues(lambda lam: (lam[-1] / 2, lam[-1] / lam[0])),
        "The limit is upside down: the steeper the bowl, the smaller it is.",
    ),
    Mistake(
        "the curvature for the limit",
        from_eigenvalues(lambda lam: (lam[-1], lam[-1] / lam[0])),
        "The first number is the largest curvature. What limit follows from it?",
    ),
    Mistake(
        "both curvatures",
        from_eigenvalues(lambda lam: (lam[-1], lam[0])),
        "These are the largest and the smallest curvature. The limit and κ follow from them.",
    ),
    Mistake(
        "the ratio upside down",
        from_eigenvalues(lambda lam: (2 / lam[-1], lam[0] / lam[-1])),
        "A condition number is never below 1: steep over gentle. In which order do the "
        "eigenvalues come?",
    ),
    Mistake(
        "the gentlest but one",
        from_eigenvalues(lambda lam: (2 / lam[-1], lam[-1] / lam[1])),
        "Your κ leaves out the gentlest direction: Python counts places from 0.",
    ),
    Mistake(
        "the difference for the ratio",
        from_eigenvalues(lambda lam: (2 / lam[-1], lam[-1] - lam[0])),
        "Your κ is a difference of curvatures; it is their ratio.",
    ),
    Mistake(
        "the condition number of A",
        from_eigenvalues(lambda lam: (2 / lam[-1], (lam[-1] / lam[0]).sqrt())),
        "Your κ is the root of the right one: it belongs to A, and the Hessian is made of "
        "AᵀA, whose curvatures are squares.",
    ),
    Mistake(
        "κ squared",
        from_eigenvalues(lambda lam: (2 / lam[-1], (lam[-1] / lam[0]) ** 2)),
        "Your κ has been squared once too often. Eigenvalues of the Hessian are curvatures "
        "already.",
    ),
    Mistake(
        "the two exchanged",
        lambda X: stability(X)[::-1],
        "Both numbers are right. The limit comes first, then κ.",
    ),
)
