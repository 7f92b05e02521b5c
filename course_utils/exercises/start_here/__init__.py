"""The exercise of notebook 00."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "00", "Start here"


def exercises() -> tuple[Exercise, ...]:
    """Return it alone; only now is its file imported."""
    from course_utils.exercises.start_here import average

    return (average.AVERAGE,)
