"""The exercises of notebook 04, a file for each topic."""

from course_utils.exercises import Exercise

NUMBER, TITLE = "04", "Optimizers"


def exercises() -> tuple[Exercise, ...]:
    """Return them in order; only now are their files imported."""
    from course_utils.exercises.optimizers import adagrad, loops, race, rates, schedule, symptoms

    return (
        loops.FIT_TO_MEND,
        adagrad.ADAGRAD,
        rates.TWO_STEPS_OF_ADAM,
        schedule.WARM_UP,
        symptoms.FIRST_CHANGES,
        race.TUNE_AND_DECIDE,
    )
