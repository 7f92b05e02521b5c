"""What holds for every explorer: its widgets, its words, and the same bytes for the same state."""

import base64
import html
import re
from collections.abc import Callable
from typing import Any

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
from course_utils.figures import shrink_png
from tests.explorers.helpers import VIEW, picture, shown

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
    rows = explorer._box.children
    held = {id(part) for row in rows for part in getattr(row, "children", [row])}
    assert held == {id(widget) for widget in widgets.values()}


@each
def test_the_live_picture_has_an_alternative_text(make: Make, knobs: Knobs) -> None:
    explorer = make()
    widgets = shown(explorer)
    said = set()
    for _ in range(2):
        (alt,) = re.findall(r'<img alt="([^"]*)"', widgets["picture"].value)
        assert html.unescape(alt) == explorer.words
        assert html.escape(explorer.words) in widgets["words"].value
        assert 'role="status"' in widgets["words"].value
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
    assert metadata["image/png"]["alt"] == bundle["text/plain"]
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
