"""Trying an answer to an exercise, comparing it, the verdict in words, help, and the progress.

- `check("1.2", answer)`: prints what is right, raises `CheckError` for what is not
- `hint("1.2")`, `hint("1.2", 2)`: prints a hint, and a more concrete one
- `solution("1.2")`: shows an answer
- `judge(exercise, answer)`: the same as a `Verdict`, with nothing printed or remembered
- `outcomes(exercise, answer)`: what comes of an answer in each case
- `progress`: the module that remembers which exercises are solved
"""

from course_utils.checks import progress
from course_utils.checks.cases import outcomes
from course_utils.checks.helping import hint, solution
from course_utils.checks.verdicts import CheckError, Verdict, check, judge

__all__ = [
    "CheckError",
    "Verdict",
    "check",
    "hint",
    "judge",
    "outcomes",
    "progress",
    "solution",
]
