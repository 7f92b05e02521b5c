"""The exercises of notebook 12, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "12", "Scaling out"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.scaling_out import (
        across,
        changes,
        devices,
        pays,
        shards,
        timing,
        waiting,
    )

    return (
        devices.RECENT_MEAN,
        waiting.WAITING_LINES,
        timing.TIMING,
        shards.WEIGHTED_AVERAGE,
        across.MEAN_LOSS,
        changes.SIX_CHANGES,
        pays.EIGHT_WORKERS,
    )
