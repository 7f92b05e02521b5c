"""The numbers that a text quotes or shows, however they are written."""

import re
from decimal import Decimal
from typing import NamedTuple

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
POWER = re.compile(
    r"(?<=\d)(?:\s|\\[,; ])*(?:×|·|\\times|\\cdot)(?:\s|\\[,; ])*10\s*"
    r"(?:\^\s*\{\s*([-+]?\d+)\s*\}|\^\s*([-+]?\d+)|([⁻⁺⁰¹²³⁴-⁹]+))"
)
THIN_SPACE = re.compile(r"(?<=\d)(?:\\,|[\u2009\u202f])(?=\d{3}(?!\d))")
NUMBER = re.compile(
    r"""
    (?<![\d.])(?P<sign>(?<![\w)\]}])[-+])?
    (?P<digits>(?:\d{1,3}(?:[,_]\d{3})+(?![\d])|\d+)(?:\.\d+)?|(?<![\w)])\.\d+)
    (?P<exponent>[eE][-+]?\d+)?
    (?!\.?\d)
    (?P<percent>(?:\s|\\[,; ]|~)*\\?%)?
    """,
    re.VERBOSE,
)


class Number(NamedTuple):
    """A number as written: its text, its value, one unit of its last significant digit, and more.

    The zeros at the end of an integer are not significant: 5,900 has two digits and the unit 100.
    """

    text: str
    value: float
    unit: float
    digits: int
    is_percent: bool


def find_numbers(text: str) -> list[Number]:
    r"""Return the numbers in a text; LaTeX, thousands separators and powers of ten are understood.

    >>> [number.text for number in find_numbers(r"$1{,}764$, 3.4\times10^{-4}, −17.3 and 2.93 %")]
    ['1,764', '3.4e-4', '-17.3', '2.93 %']
    """
    text = text.replace("{,}", ",").replace("−", "-")
    text = THIN_SPACE.sub(",", text)
    text = POWER.sub(lambda found: "e" + _exponent(found), text)
    return [_number(found) for found in NUMBER.finditer(text)]


def supports(shown: Number, quoted: Number) -> bool:
    """Tell whether a shown number, rounded to the digits of the quoted one, is the quoted one.

    A quoted minus must be shown; without it the sign is free, because prose says "falls by 0.54".
    Per cent and fractions support each other.
    """
    wanted = [(quoted.value, quoted.unit)]
    if quoted.is_percent != shown.is_percent:
        factor = 0.01 if quoted.is_percent else 100
        wanted.append((quoted.value * factor, quoted.unit * factor))
    return any(_rounds_to(shown.value, value, unit) for value, unit in wanted)


def _rounds_to(shown: float, value: float, unit: float) -> bool:
    """Tell whether `shown` is within half a unit of `value`, or of its negative if it is bare."""
    near = abs(shown - value) if value < 0 else abs(abs(shown) - value)
    return near <= 0.5 * unit * (1 + 1e-6)


def _exponent(found: re.Match) -> str:
    """Return the exponent of a power of ten in plain digits."""
    return next(group for group in found.groups() if group).translate(SUPERSCRIPTS)


def _number(found: re.Match) -> Number:
    """Return the number that NUMBER has found."""
    plain = found["digits"].replace(",", "").replace("_", "")
    decimal = Decimal(plain + (found["exponent"] or ""))
    if "." not in plain and decimal:
        decimal = decimal.normalize()  # 5900 becomes 59E+2
    parts = decimal.as_tuple()
    size = int(parts.exponent)
    value = float(decimal) * (-1 if found["sign"] == "-" else 1)
    digits = len(parts.digits) if decimal else 1
    return Number(found[0].strip(), value, 10.0**size, digits, bool(found["percent"]))
