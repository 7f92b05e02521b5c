"""The exercises of notebook 10, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "10", "Batching"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.batching import counts, means, pairs, rates, shares, spread, sweep

    return (
        pairs.PAIRS,
        counts.COUNT,
        shares.SHARE,
        means.MEAN_LOSS,
        spread.SPREAD,
        rates.LINEAR_SCALING,
        sweep.SWEEP,
    )
