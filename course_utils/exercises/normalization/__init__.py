"""The exercises of notebook 02, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "02", "Normalization"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.normalization import curvature, leak, scaling, targets, units

    return (
        curvature.RATES,
        curvature.STABILITY,
        scaling.Z_SCORES,
        units.TO_RAW_UNITS,
        leak.LEAK,
        targets.SCALED_TARGETS,
    )
