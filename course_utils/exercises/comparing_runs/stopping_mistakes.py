"""What goes wrong in exercise 17.3 of notebook 17, and what to ask then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course_utils.exercises import Mistake


def _stops(
    first: int = 5,
    *,
    factor: float | dict[int, float] = 2,
    size: Callable[[Any], Any] = abs,
    ddof: int = 1,
    last: int = 1,
    root: float = 0.5,
) -> Callable[[Any], int | None]:
    """Return an answer that begins, measures and ends in its own way."""

    def answer(gaps: Any) -> int | None:
        for count in range(first, len(gaps) + last):
            so_far = gaps[:count]
            bar = factor if isinstance(factor, float | int) else factor[count]
            if size(so_far.mean()) > bar * so_far.std(ddof=ddof) / count**root:
                return count
        return None

    return answer


# Student's factors, up to the longest of the cases
_STUDENT = {5: 2.776, 6: 2.571, 7: 2.447, 8: 2.365, 9: 2.306, 10: 2.262, 11: 2.228, 12: 2.201}


def _all_at_once(gaps: Any) -> int | None:
    return len(gaps) if abs(gaps.mean()) > 2 * gaps.std(ddof=1) / len(gaps) ** 0.5 else None


def _the_last(gaps: Any) -> int | None:
    found = None
    for count in range(5, len(gaps) + 1):
        if abs(gaps[:count].mean()) > 2 * gaps[:count].std(ddof=1) / count**0.5:
            found = count
    return found


def _the_place(gaps: Any) -> int | None:
    found = _stops()(gaps)
    return None if found is None else found - 1


def _the_end(gaps: Any) -> int:
    found = _stops()(gaps)
    return len(gaps) if found is None else found


def _open(gaps: Any) -> int | None:
    for count in range(5, len(gaps) + 1):
        if abs(gaps[:count].mean()) <= 2 * gaps[:count].std(ddof=1) / count**0.5:
            return count
    return None


def _newest_five(gaps: Any) -> int | None:
    for count in range(5, len(gaps) + 1):
        newest = gaps[count - 5 : count]
        if abs(newest.mean()) > 2 * newest.std(ddof=1) / 5**0.5:
            return count
    return None


def _at_five_only(gaps: Any) -> int | None:
    return 5 if abs(gaps[:5].mean()) > 2 * gaps[:5].std(ddof=1) / 5**0.5 else None


MISTAKES = (
    Mistake(
        "one side only",
        _stops(size=lambda mean: mean),
        "A mean that lies far below 0 is clear, too. Take its size, without the sign.",
    ),
    Mistake(
        "begins with two",
        _stops(first=2),
        "This looks before there are 5 pairs. With two or three a small spread comes by chance.",
    ),
    Mistake(
        "begins with three",
        _stops(first=3),
        "This looks before there are 5 pairs. Where does the first look come?",
    ),
    Mistake("begins with four", _stops(first=4), "The first look comes with 5 pairs, not with 4."),
    Mistake("begins with six", _stops(first=6), "The first look comes with 5 pairs, not with 6."),
    Mistake(
        "misses the last",
        _stops(last=0),
        "The last pair is never looked at. `range(5, N)` ends before N.",
    ),
    Mistake(
        "NumPy's own std",
        _stops(ddof=0),
        "The spread is a little too small. NumPy's `std` divides by N; `ddof=1` makes it N − 1.",
    ),
    Mistake(
        "standard deviation",
        _stops(root=0),
        "This compares the mean with the spread of single gaps. How far does a mean of so many "
        "stray?",
    ),
    Mistake(
        "divides by N",
        _stops(root=1),
        "A standard error falls with the root of the number of pairs.",
    ),
    Mistake(
        "one standard error",
        _stops(factor=1),
        "One standard error is asked for twice: the limit is two of them.",
    ),
    Mistake(
        "all pairs at once",
        _all_at_once,
        "This looks once, with all pairs. Somebody who adds pairs one by one looks at each number.",
    ),
    Mistake(
        "the last clear look",
        _the_last,
        "This goes on after the first clear result. They stop and report at the first one.",
    ),
    Mistake(
        "the place instead of the number",
        _the_place,
        "One too few: this is the place of the last gap, counted from 0. How many pairs are that?",
    ),
    Mistake(
        "N if never",
        _the_end,
        "Where no look is clear, they never stop: return `None` after the loop.",
    ),
    Mistake(
        "stops where it is open",
        _open,
        "This stops where the interval still contains 0. Turn the comparison round.",
    ),
    Mistake(
        "only the first look",
        _at_five_only,
        "This looks at the first 5 pairs only. What happens if they are not clear? In a loop, a "
        "`return` in the `else` branch ends it at the first look.",
    ),
    Mistake(
        "the newest five pairs",
        _newest_five,
        "This looks at the newest five pairs each time. All pairs run so far count.",
    ),
    Mistake(
        "Student's factor for five pairs",
        _stops(factor=2.776),
        "The limit is too far out: 2.776 is Student's factor for 5 pairs. These people take two "
        "standard errors at each look.",
    ),
    Mistake(
        "Student's factor for each number",
        _stops(factor=_STUDENT),
        "The limit is too far out: this takes Student's factor. These people take two standard "
        "errors at each look.",
    ),
    Mistake(
        "Student's factor for five pairs, one side only",
        _stops(factor=2.776, size=lambda mean: mean),
        "Two things differ. A mean far below 0 is clear, too. And these people take two standard "
        "errors, not Student's 2.776.",
    ),
    Mistake(
        "Student's factor for each number, one side only",
        _stops(factor=_STUDENT, size=lambda mean: mean),
        "Two things differ. A mean far below 0 is clear, too. And these people take two standard "
        "errors, not Student's factor.",
    ),
)
