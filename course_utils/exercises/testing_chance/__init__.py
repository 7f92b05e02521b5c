"""The exercises of notebook 16, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "16", "Testing chance"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.testing_chance import (
        counts,
        draws,
        jitter,
        shuffles,
        statements,
        verdicts,
    )

    return (
        counts.Z_TO_MEND,
        shuffles.FINDS_FAULT,
        draws.DRAWS_NEEDED,
        verdicts.VERDICTS,
        statements.STATEMENTS,
        jitter.JITTER_TO_MEND,
    )
