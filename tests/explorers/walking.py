"""Random moves on an explorer, made as the hand makes them, and what they leave in the process."""

import asyncio
import gc
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import matplotlib.pyplot as plt
import psutil
from ipywidgets import Button, Checkbox, Dropdown
from ipywidgets.widgets import widget as registry
from matplotlib.figure import Figure

from course_utils.data import thermometer
from course_utils.explorers import (
    DecisionBoundary,
    InputScale,
    OptimizerPaths,
    PolynomialFit,
    TwoKnobs,
)
from course_utils.explorers.knobs import Knob, said

MAKE: dict[str, Callable[[], Any]] = {
    "TwoKnobs": lambda: TwoKnobs(*thermometer()),
    "InputScale": lambda: InputScale(*thermometer()),
    "OptimizerPaths": OptimizerPaths,
    "PolynomialFit": PolynomialFit,
    "DecisionBoundary": lambda: DecisionBoundary(num_epochs=20),
}
WRONG = ("half", "", "nan", "-inf", "1e999", "0,5", "--3", "0x10", "1 000", "ten", "-1", "2.5")
RARELY = ("reset",)  # it would empty what has gathered before it can be noticed
SHORT = {"num_epochs": 5}  # nine moves of ten stay within so many positions of the slider
PATIENT = 4  # a hand waits for the end of every fourth training, and turns on during the others


class Mark(NamedTuple):
    """What the process holds: its size in MiB, pyplot's open figures, all figures, all widgets."""

    memory: float
    open_figures: int
    figures: int
    widgets: int


@dataclass
class Walk:
    """What a walk found: the CPU time of each move in seconds, and a mark after some of them.

    Also how many texts were refused, and which values each knob had.
    """

    seconds: list[float] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)  # by the number of the move
    refused: int = 0
    values: dict[str, set[Any]] = field(default_factory=lambda: defaultdict(set))


def mark() -> Mark:
    """Return what the process holds now, with the garbage that Python has not come to yet."""
    memory = psutil.Process().memory_info().rss / 2**20
    gc.collect()  # figures are cycles: those that nobody holds are not counted
    figures = sum(issubclass(type(thing), Figure) for thing in gc.get_objects())
    return Mark(memory, len(plt.get_fignums()), figures, len(registry._instances))


def grown(then: Mark, now: Mark, most: float) -> list[str]:
    """Say what has grown from one mark to another; the memory may by `most`, a fraction."""
    found = []
    if now.memory > (1 + most) * then.memory:
        found.append(f"memory: {then.memory:.0f} to {now.memory:.0f} MiB")
    for name in ("open_figures", "figures", "widgets"):
        before, after = getattr(then, name), getattr(now, name)
        if after > before:
            found.append(f"{name.replace('_', ' ')}: {before} to {after}")
    return found


async def walk(
    explorer: Any,
    moves: int,
    marked: tuple[int, ...],
    seed: int = 0,
    after: Callable[[Any], object] = lambda explorer: None,
) -> Walk:
    """Make so many random moves on an explorer's widgets, and mark what is held after some.

    `after` is called with the explorer after each move: the tests plant a leak there.
    """
    explorer._repr_mimebundle_()
    hand, found = random.Random(seed), Walk()
    for number in range(1, moves + 1):
        began = time.process_time()
        move(explorer, hand)
        after(explorer)
        await asyncio.sleep(0)  # here the kernel sends what it has to say
        if not await _is_hurried(explorer, hand):
            found.seconds.append(time.process_time() - began)
        found.refused += "<strong>" in explorer._widgets["words"].value
        for name, value in explorer.state.items():
            found.values[name].add(value)
        if number in marked:
            found.marks[number] = mark()
    return found


async def _is_hurried(explorer: Any, hand: random.Random) -> bool:
    """Wait for the end of a training, or turn on and leave it: then it has not been timed."""
    task = getattr(explorer, "_task", None)
    if task is None or task.done():
        return False
    if hand.randrange(PATIENT):
        await asyncio.sleep(hand.choice([0, 0, 0.01, 0.2]))
        return True
    await asyncio.gather(task, return_exceptions=True)
    return False


def move(explorer: Any, hand: random.Random) -> None:
    """Move a slider, type into a field, choose from a menu, tick a box, or press a button."""
    name, control = hand.choice(list(_controls(explorer, hand)))
    if isinstance(control, Button):
        control._handle_custom_msg({"event": "click"}, [])
    elif isinstance(control, Checkbox):
        control.set_state({"value": not control.value})
    elif isinstance(control, Dropdown):
        control.set_state({"index": hand.randrange(len(control.options))})
    elif hand.random() < 0.5:
        control.slider.set_state({"index": hand.randrange(_reach(name, control, hand))})
    else:
        control.field.set_state({"value": _text(name, control, hand)})


def _controls(explorer: Any, hand: random.Random) -> Iterator[tuple[str, Any]]:
    """Yield what a hand can move now: no greyed control, and seldom what begins anew."""
    for name, control in explorer._widgets.items():
        moves = isinstance(control, Button | Checkbox | Dropdown | Knob) and not control.disabled
        if moves and (name not in RARELY or hand.random() < 0.02):
            yield name, control


def _reach(name: str, knob: Knob, hand: random.Random) -> int:
    """Return how many of the slider's positions this move may choose from."""
    return SHORT[name] if name in SHORT and hand.random() < 0.9 else len(knob.values)


def _text(name: str, knob: Knob, hand: random.Random) -> str:
    """Return what is typed: a number of the slider, one beyond its ends, or no number at all."""
    value = knob.values[hand.randrange(_reach(name, knob, hand))]
    return hand.choice([said(value), said(value), said(3 * value), hand.choice(WRONG)])
