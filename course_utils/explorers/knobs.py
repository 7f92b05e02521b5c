"""A number that can be dragged, moved by keys and typed: a slider with a field beside it."""

import math
from collections.abc import Callable
from typing import Any, NamedTuple


class Range(NamedTuple):
    """What a slider reaches: from `low` to `high`, in steps of `step`.

    With `log` the step is in powers of ten, and each value is rounded to three digits; a log scale
    has no 0, so with `zero` the left end stands for it. An arrow key moves a slider by one step,
    Page Up and Page Down by five.
    """

    label: str  # with the unit in parentheses
    low: float
    high: float
    step: float
    log: bool = False
    zero: bool = False

    @property
    def values(self) -> list[float]:
        """The values of all positions; integers where both `low` and `step` are."""
        if not self.log:
            count = round((self.high - self.low) / self.step)
            return [round(self.low + place * self.step, 10) for place in range(count + 1)]
        first = math.log10(self.low)
        count = round((math.log10(self.high) - first) / self.step)
        powers = [float(f"{10 ** (first + place * self.step):.3g}") for place in range(count + 1)]
        return [0.0, *powers[1:]] if self.zero else powers

    def nearest(self, value: float) -> int:
        """Return the position that is nearest to a finite value; the end for what lies beyond."""
        value = min(max(value, self.low), self.high)
        low, value = (math.log10(v) if self.log else v for v in (self.low, value))
        return round((value - low) / self.step)

    def outside(self, value: float) -> str:
        """Return a sentence if the slider cannot show the value, otherwise nothing."""
        if self.low <= value <= self.high or (self.zero and not value):
            return ""
        name, ends = self.label.split(" (")[0], f"{said(self.low)} to {said(self.high)}"
        return f" {name} = {said(value)} lies outside its slider, which runs from {ends}."


class Knob:
    """A quantity of an explorer: its field, which can be typed into, and its slider.

    `turned` is called with the number that the hand has chosen, or the text that it has typed, also
    when code sets `value`: who listens knows which of the two it was. The field shows the value as
    it is, the slider stands as near to it as it goes.
    """

    def __init__(self, reach: Range, turned: Callable[[Any], None]) -> None:
        import ipywidgets as widgets

        self.reach, self.values = reach, reach.values
        self._value = self.values[0]
        self.field = widgets.Text(
            description=reach.label,
            continuous_update=False,  # taken at Enter or when the field is left
            style={"description_width": "9.5em"},
            layout={"width": "16em", "flex": "0 0 auto"},
        )
        # Positions that are counted, not a FloatSlider: that one rounds what code has set to its
        # own step and reports it as if the hand had moved it, so that a state would move by itself.
        self.slider = widgets.SelectionSlider(
            options=[(said(value), value) for value in self.values],
            readout=False,
            layout={"width": "auto", "flex": "1 1 10em", "margin": "2px 1em"},
        )
        if self.slider.has_trait("behavior"):  # not in ipywidgets 7
            self.slider.behavior = "snap"  # a press on the track can go on as a drag
        look = {"flex_flow": "row wrap", "width": "100%"}
        self.box = widgets.HBox([self.field, self.slider], layout=look)
        self.box.add_class("course-knob")
        self.field.observe(lambda change: turned(change["new"]), "value")
        self.slider.observe(lambda change: turned(self.values[change["new"]]), "index")

    @property
    def value(self) -> float:
        """The value that was set last, also where the slider cannot show it."""
        return self._value

    @value.setter
    def value(self, value: float) -> None:
        self._value = value
        self.field.value = said(value)
        self.slider.index = self.reach.nearest(value)

    @property
    def disabled(self) -> bool:
        """Whether field and slider are out of use."""
        return self.slider.disabled

    @disabled.setter
    def disabled(self, disabled: bool) -> None:
        self.field.disabled = self.slider.disabled = disabled


def said(value: float) -> str:
    """Return a number with up to six digits, as one would type it.

    >>> said(0.5483), said(-17.5), said(1e-4), said(200), said(-4.4173e7)
    ('0.5483', '-17.5', '1e-4', '200', '-4.4173e7')
    """
    value += 0.0  # turns -0.0 into 0.0
    if not value or 1e-3 <= abs(value) < 1e6:
        return f"{value:.6g}"
    digits, exponent = f"{value:.5e}".split("e")
    return f"{float(digits):g}e{int(exponent)}"


def read(typed: float | str) -> float:
    """Return what was typed as a number, and a number as it is.

    Raises ValueError if the text is no number.
    """
    if not isinstance(typed, str):
        return typed
    text = typed.strip().replace("−", "-")
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f'"{text}" is no number: write one like 0.5, -17 or 1e-4.') from None
    return int(value) if value.is_integer() else value
