"""seaborn under the course's cycle of colours and line styles: it takes the colours alone."""

import functools
import inspect
import sys
from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.rcsetup import cycler


def draw_solid() -> None:
    """Let seaborn's plots, if it is imported, draw each line solid unless they are asked otherwise.

    The cycle of line styles is meant for lines that follow each other in `plot`. seaborn draws an
    error bar as a line, and would dash every second one; its legends know nothing of these styles.
    """
    seaborn = sys.modules.get("seaborn")
    for name in [name for name in dir(seaborn) if name.endswith("plot")]:
        function = getattr(seaborn, name)
        if inspect.isfunction(function) and not hasattr(function, "__wrapped__"):
            setattr(seaborn, name, _solid(function))


def _solid(function: Callable[..., Any]) -> Callable[..., Any]:
    signature = inspect.signature(function)

    @functools.wraps(function)
    def draw(*args: Any, **kwargs: Any) -> Any:
        cycle = plt.rcParams["axes.prop_cycle"]
        if "linestyle" not in cycle.keys:
            return function(*args, **kwargs)
        colours = cycle.by_key()["color"]
        # Axes that are made inside take this cycle; those that are there need a hand.
        with plt.rc_context({"axes.prop_cycle": cycler(color=colours)}):
            if "ax" in signature.parameters:
                given = signature.bind_partial(*args, **kwargs).arguments.get("ax")
                _go_on_with(plt.gca() if given is None else given, colours)
            return function(*args, **kwargs)

    return draw


def _go_on_with(axes: Axes, colours: list[str]) -> None:
    """Let the axes go on with the colours alone, from the one that is next."""
    (scout,) = axes.plot([], [])
    scout.remove()
    following = [to_hex(colour) for colour in colours]
    if (colour := to_hex(scout.get_color())) in following:
        first = following.index(colour)
        axes.set_prop_cycle(color=colours[first:] + colours[:first])
