"""The exercises of notebook 10, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "10", "Batching"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.batching import choices, loaders, means, pairs, rates, sweep

    return (
        pairs.PAIRS,
        means.MEAN_LOSS,
        loaders.LOADERS,
        rates.LINEAR_SCALING,
        sweep.SWEEP,
        choices.BEST_SIZES,
    )
