"""What holds for every explorer: its widgets, its words, and the same bytes for the same state."""

import base64
import html
import re
from collections.abc import Callable
from typing import Any
from unittest import mock

import ipywidgets
import matplotlib.pyplot as plt
import pytest

from course_utils.data import thermometer
from course_utils.explorers import (
    DecisionBoundary,
    InputScale,
    OptimizerPaths,
    PolynomialFit,
    TwoKnobs,
)
from course_utils.explorers.knobs import Knob
from course_utils.figures import shrink_png
from tests.explorers.helpers import VIEW, picture, shown, type_in

Make = Callable[[], Any]
Knobs = dict[str, Any]

# An explorer, and a turn of its knobs.
EXPLORERS: dict[str, tuple[Make, Knobs]] = {
    "Two knobs": (lambda: TwoKnobs(*thermometer()), {"w": 0.5, "b": -17.0}),
    "Input scale": (lambda: InputScale(*thermometer()), {"lr": 0.02, "centred": True}),
    "Optimizer paths": (OptimizerPaths, {"optimizer": "adam", "lr": 0.02}),
    "Polynomial fit": (PolynomialFit, {"degree": 3, "num_points": 50}),
    "Decision boundary": (lambda: DecisionBoundary(num_epochs=20), {"noise": 0.1}),
}
each = pytest.mark.parametrize(("make", "knobs"), EXPLORERS.values(), ids=EXPLORERS)


@each
def test_all_widgets_are_in_the_box_and_none_needs_pyplot(make: Make, knobs: Knobs) -> None:
    plt.close("all")
    explorer = make()
    widgets = shown(explorer)
    explorer.set(**knobs)
    assert plt.get_fignums() == []
    assert not any(isinstance(widget, ipywidgets.Output) for widget in widgets.values())
    held = set(leaves(explorer._box))
    for widget in widgets.values():
        parts = {widget.field, widget.slider} if isinstance(widget, Knob) else {widget}
        assert parts <= held
        held -= parts
    (unseen,) = held
    assert unseen.layout.display == "none"
    assert "aria-label" in unseen.value


def leaves(widget: Any) -> list[Any]:
    """All widgets in a box, or in a box in it, that are no boxes."""
    children = getattr(widget, "children", None)
    return [widget] if children is None else [leaf for child in children for leaf in leaves(child)]


@each
def test_the_live_picture_has_an_alternative_text(make: Make, knobs: Knobs) -> None:
    explorer = make()
    widgets = shown(explorer)
    said = set()
    for _ in range(2):
        (alt,) = re.findall(r'<img alt="([^"]*)"', widgets["picture"].value)
        assert html.unescape(alt) == explorer.words
        assert html.escape(explorer.words) in widgets["words"].value
        said.add(alt)
        explorer.set(**knobs)
    assert len(said) == 2


@each
def test_the_bundle_serves_kernel_picture_and_words(
    request: pytest.FixtureRequest, make: Make, knobs: Knobs
) -> None:
    explorer = make()
    explorer.set(**knobs)
    bundle, metadata = explorer._repr_mimebundle_()
    assert set(bundle) == {VIEW, "image/png", "text/plain"}
    assert bundle[VIEW]["model_id"] == explorer._box.model_id
    assert base64.b64decode(bundle["image/png"]) == shrink_png(base64.b64decode(picture(explorer)))
    name = request.node.callspec.id
    assert bundle["text/plain"].startswith(f"{name}: {explorer.words}\n\nFigure: ")
    assert metadata["image/png"]["alt"] == f"{name}: {explorer.words}"
    assert explorer._repr_mimebundle_()[0] == bundle


@each
def test_the_same_state_gives_the_same_bytes(make: Make, knobs: Knobs) -> None:
    first, second = make(), make()
    start = first._png
    assert second._png == start
    assert b"Software" not in base64.b64decode(start)
    first.set(**knobs)
    assert first._png != start
    second.set(**knobs)
    assert first._png == second._png


@each
def test_what_cannot_be_read_is_said_and_nothing_moves(make: Make, knobs: Knobs) -> None:
    explorer = make()
    widgets, before = shown(explorer), explorer.words
    for name in explorer._ranges:
        field = widgets[name].field
        stood = field.value
        type_in(explorer, name, "half")
        assert html.escape('"half" is no number: write one like 0.5') in widgets["words"].value
        assert field.value == stood
        assert explorer.words == before
        type_in(explorer, name, "nan")
        assert "must be" in widgets["words"].value
        assert explorer.words == before


@each
def test_reset_puts_every_knob_back(make: Make, knobs: Knobs) -> None:
    explorer = make()
    widgets, state, start = shown(explorer), dict(explorer.state), explorer._png
    explorer.set(**knobs)
    for name, reach in explorer._ranges.items():
        type_in(explorer, name, str(reach.values[-3]))
        assert explorer.state[name] == reach.values[-3] != state[name]
    widgets["reset"].click()
    assert explorer.state == state
    assert explorer._png == start


@each
def test_the_words_stand_below_the_picture_which_keeps_its_size(make: Make, knobs: Knobs) -> None:
    explorer = make()
    widgets = shown(explorer)
    order = leaves(explorer._box)
    assert order.index(widgets["words"]) > order.index(widgets["picture"])
    size = r'width="900" height="\d+" style="max-width: 100%; height: auto"'
    assert re.search(size, widgets["picture"].value)


@each
def test_it_shows_itself_and_below_a_note(make: Make, knobs: Knobs) -> None:
    shown_now: list[dict] = []
    explorer = make()
    with mock.patch(
        "IPython.display.publish_display_data", lambda data, *_: shown_now.append(data)
    ):
        explorer._ipython_display_()
    live, note = shown_now
    assert live == explorer._repr_mimebundle_()[0]
    assert set(note) == {"text/plain", "text/html"}
    assert "run all cells down to this one again" in note["text/plain"]
