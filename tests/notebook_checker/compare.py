"""Compares two texts: floats within a tolerance, everything else word for word."""

import math
import re
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from tests.notebook_checker.company import largest_in_company

RTOL = 1e-4
NOISE = 1e-6  # of the largest number of the same tensor or curve, and never more than this
ROUNDING = 1e-3  # the last printed digit may flip, but never excuses more than this share

# A dot without digits behind it belongs to a float in `[1., 2.]` and ends a sentence in "epoch 7."
BARE_DOT = r"\d+\.(?:[eE][-+]?\d+|(?!\.|\s*\Z|\s*(?!nan|inf)[^\W\d_]))"
FLOAT = re.compile(
    rf"""(
    (?<![\d.])                       # 2.13.0 is a version: neither its head nor its tail is a float
    (?:(?<![\w)\]])[-+−])?           # a sign, but not the dash of 0.5-0.7
    (?: (?:\d{{1,3}}(?:[,_]\d{{3}})+|\d+)\.\d+(?:[eE][-+]?\d+)?
      | {BARE_DOT}
      | (?<!\w)\.\d+(?:[eE][-+]?\d+)?
      | (?<!\w)\d+[eE][-+]?\d+(?!\w)
    )
    (?!\.?\d)
    )""",
    re.VERBOSE,
)
INNERMOST_LIST = re.compile(r"\[[^\[\]]*\]")
WORD = re.compile(r"(?<!\w)[-+−]?(?:\d{1,3}(?:,\d{3})+(?!\w)|\w+)|\w+|[^\w\s]|\n")
INTEGER = re.compile(r"[-+−]?[\d,]*\d")


@dataclass(frozen=True)
class Comparison:
    """What came of a comparison.

    difference: the first difference in words, None if there is none
    numbers: how many pairs of floats were compared
    share: the largest |Δ| as a share of its tolerance; above 1 it is too large
    drift: that pair in words, empty if no float moved
    """

    difference: str | None = None
    numbers: int = 0
    share: float = 0.0
    drift: str = ""


class Token(NamedTuple):
    """A float, a word, a mark or a line end, and where in its text it starts."""

    text: str
    start: int
    is_float: bool


def compare(
    stored: str, came: str, rtol: float = RTOL, atol: float | None = None, figure: bool = False
) -> Comparison:
    """Return how the text `came` differs from the text `stored`.

    Two floats agree if |Δ| <= noise + rtol·|stored| + min(unit of the last digit, 1e-3·|stored|).
    The noise is `atol` where it is given. Otherwise it is 1e-6 of the largest number in the same
    printed list or tensor, and at most 1e-6; where the text is the description of a `figure`, of
    the largest number of the same curve. A number that stands alone has no noise.
    Words, integers, nan and inf agree if they are equal; the width of columns does not count.

    >>> compare("loss 1763.8846", "loss  1763.8848").difference is None
    True
    >>> compare("loss 2.00", "loss 2.02").difference
    'after "loss": stored 2.00, came 2.02, off by 0.02 (1 %), allowed 0.0022'
    >>> compare("[1.0, 3e-09]", "[1.0, -1e-09]").difference is None
    True
    """
    stored, came = _join_lists(stored), _join_lists(came)
    difference, numbers, share, drift = None, 0, 0.0, ""
    expected = _tokens(stored)
    floats = {token.start: value_and_unit(token.text)[0] for token in expected if token.is_float}
    largest = largest_in_company(stored, floats, figure) if atol is None else {}
    for was, now in zip_longest(expected, _tokens(came)):
        end = was.start if was else len(stored)
        place = _after(stored[max(0, end - 40) : end])
        if was and now and was.is_float and now.is_float:
            numbers += 1
            noise = NOISE * min(1.0, largest.get(was.start, 0.0)) if atol is None else atol
            delta, allowed = _distance(was.text, now.text, rtol, noise)
            moved = _moved(was.text, now.text)
            if delta > share * allowed:
                share, drift = (delta / allowed if allowed else math.inf), moved
            if delta > allowed:
                difference = difference or f"{place}: {moved}, allowed {_short(allowed)}"
        elif was is None or now is None or was.text != now.text:
            words = difference or f"{place}: {_differ(was, now)}"
            return Comparison(words, numbers, share, drift)
    return Comparison(difference, numbers, share, drift)


def value_and_unit(text: str) -> tuple[float, float]:
    """Return the value of a printed float and one unit of its last printed digit.

    >>> value_and_unit("5,883.4")
    (5883.4, 0.1)
    """
    plain = text.replace(",", "").replace("_", "").replace("−", "-").lower()
    mantissa, _, exponent = plain.partition("e")
    decimals = len(mantissa.partition(".")[2])
    return float(plain), float(f"1e{int(exponent or 0) - decimals}")


def _distance(was: str, now: str, rtol: float, noise: float) -> tuple[float, float]:
    """Return |Δ| of two printed floats and how large it may be."""
    (old, unit), (new, _) = value_and_unit(was), value_and_unit(now)
    return abs(new - old), noise + rtol * abs(old) + min(unit, ROUNDING * abs(old))


def _join_lists(text: str) -> str:
    """Put every printed list on one line: a wider column moves the place where it is broken."""
    return INNERMOST_LIST.sub(lambda found: " ".join(found[0].split()), text.strip())


def _tokens(text: str) -> list[Token]:
    """Split a text; white space goes, so that a sign that widens a column is no difference."""
    tokens, start = [], 0
    for place, piece in enumerate(FLOAT.split(text)):
        if place % 2:  # FLOAT is one group, so that every second piece is what it matched
            tokens.append(Token(piece, start, True))
        else:
            tokens += [Token(word[0], start + word.start(), False) for word in WORD.finditer(piece)]
        start += len(piece)
    return tokens


def _moved(was: str, now: str) -> str:
    """Say how far a float moved."""
    old, new = value_and_unit(was)[0], value_and_unit(now)[0]
    share = f" ({_short(100 * abs(new - old) / abs(old))} %)" if old else ""
    return f"stored {was}, came {now}, off by {_short(abs(new - old))}{share}"


def _short(value: float) -> str:
    """Return a number with two digits, and with an exponent only where it is very small or large."""
    return f"{float(f'{value:.2g}'):g}"


def _differ(was: Token | None, now: Token | None) -> str:
    """Say how two tokens differ that are not both floats."""
    if was is None or now is None:
        token, where = (was, "stored") if was else (now, "in what came")
        return f"{_name(token)} is only {where}"
    words = f"stored {_name(was)}, came {_name(now)}"
    if INTEGER.fullmatch(was.text) and INTEGER.fullmatch(now.text):
        off = abs(value_and_unit(now.text)[0] - value_and_unit(was.text)[0])
        words += f", off by {off:g} (integers are compared exactly)"
    return words


def _after(before: str) -> str:
    """Name a place by what stands before it."""
    words = " ".join(before.split())
    return f'after "{words}"' if words else "at the start"


def _name(token: Token | None) -> str:
    """Make a token readable."""
    return "a line end" if token is None or token.text == "\n" else token.text
