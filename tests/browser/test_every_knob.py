"""Each control of each explorer, by keys and by mouse: what it says is what Python computes.

Beside the explorer on the page stands one in the test, whose knobs are set by `set`. Whatever was
done on the page, the words of both have to be the same, and so has the picture's alternative text.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from course_utils import data, explorers  # noqa: F401  (MAKE names them)
from tests.browser.explorers import CELLS, MAKE, notebook_that_ran, slider, words

PATIENCE = 30_000  # milliseconds, for the thousand epochs of a decision boundary
BROKEN = """class Broken(explorers.PolynomialFit):
    def set(self, **knobs):
        if knobs.get("noise") == 1:
            raise RuntimeError("planted")
        super().set(**knobs)

Broken()"""


@pytest.fixture(scope="module")
def page(course: Path) -> Iterator[Page]:
    """All explorers, and below them a broken one."""
    with notebook_that_ran([*CELLS, BROKEN], course) as page:
        yield page


def assert_same_words(explorer: Locator, wanted: Any, timeout: float = PATIENCE) -> None:
    expect(words(explorer)).to_have_text(wanted.words, timeout=timeout)
    expect(explorer.get_by_role("img")).to_have_attribute("alt", wanted.words, timeout=timeout)


def turn(wanted: Any, name: str, value: Any) -> None:
    """Turn a knob of the explorer in the test."""
    if name == "lam" and value == wanted._ranges["lam"].low:
        value = 0.0  # the left end stands for no penalty
    if isinstance(wanted, explorers.TwoKnobs):
        at = {"w": wanted.w, "b": wanted.b}
        if name == "lr":
            wanted.lr = value
        else:
            wanted.set(**at | {name: value})
    else:
        wanted.set(**{name: value})


def reset(explorer: Locator, wanted: Any, key: str = "") -> None:
    press(explorer.get_by_role("button", name="Reset"), key)
    wanted.reset()


def drag_beyond(explorer: Locator, label: str, share: float) -> None:
    """Press on the middle of a slider's track and let go beyond its left (-1) or right (1) end."""
    track = slider(explorer, label).locator("xpath=ancestor::*[contains(@class, 'noUi-base')]")
    track.scroll_into_view_if_needed()
    box, mouse = track.bounding_box(), track.page.mouse
    assert box is not None
    middle, height = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    mouse.move(middle, height)
    mouse.down()
    mouse.move(middle + share * (box["width"] / 2 + 15), height, steps=4)
    mouse.up()


def press(control: Locator, key: str) -> None:
    """Click on a button or a box, or press a key on it."""
    if key:
        control.press(key)
    else:
        control.click()


def turn_all(explorer: Locator, wanted: Any, timeout: float = PATIENCE) -> None:
    """Take each slider to both ends and back, by keys and then by mouse."""
    assert_same_words(explorer, wanted, timeout)
    for name, reach in wanted._ranges.items():
        first, last = reach.values[0], reach.values[-1]
        for value, key in ((first, "Home"), (last, "End")):
            slider(explorer, reach.label).press(key)
            turn(wanted, name, value)
            assert_same_words(explorer, wanted, timeout)
        reset(explorer, wanted, key="Enter")
        assert_same_words(explorer, wanted, timeout)
        for value, share in ((last, 1.0), (first, -1.0)):
            drag_beyond(explorer, reach.label, share)
            turn(wanted, name, value)
            assert_same_words(explorer, wanted, timeout)
        reset(explorer, wanted)
        assert_same_words(explorer, wanted, timeout)


def made(name: str) -> Any:
    return eval(MAKE[name])  # our own line, the one that the page ran


@pytest.mark.parametrize("name", MAKE)
def test_each_slider_by_keys_and_by_mouse(page: Page, name: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    explorer = page.locator(".course-explorer").nth(list(MAKE).index(name))
    explorer.evaluate("box => box.scrollIntoView({block: 'center'})")
    turn_all(explorer, made(name))


@pytest.mark.parametrize("name", MAKE)
def test_each_menu_box_and_button_by_keys_and_by_mouse(page: Page, name: str) -> None:
    explorer, wanted = page.locator(".course-explorer").nth(list(MAKE).index(name)), made(name)
    reset(explorer, wanted)
    for menu in explorer.get_by_role("combobox").all():
        knob = menu.evaluate("menu => menu.labels[0].textContent").strip()
        # ipywidgets writes each blank as one that does not break
        options = [text.replace("\xa0", " ") for text in menu.locator("option").all_text_contents()]
        for place, option in enumerate(options):
            menu.select_option(index=place)
            turn(wanted, knob, option)
            assert_same_words(explorer, wanted)
        for key, place in (("Home", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
            menu.press(key)
            turn(wanted, knob, options[place])
            assert_same_words(explorer, wanted)
    for box in explorer.get_by_role("checkbox").all():
        for key, on in (("", True), ("Space", False)):
            press(box, key)
            turn(wanted, "centred", on)
            assert_same_words(explorer, wanted)
    for label, do in (
        ("Take one gradient step", lambda: wanted.step()),
        ("New data", lambda: wanted.set(seed=wanted.seed + 1)),
        ("Train", lambda: wanted.set()),
    ):
        button = explorer.get_by_role("button", name=label)
        for key in ("", "Enter") if button.count() else ():
            press(button, key)
            do()
            assert_same_words(explorer, wanted)
    reset(explorer, wanted)
    assert_same_words(explorer, wanted)


def test_an_error_inside_an_explorer_is_noticed(page: Page) -> None:
    explorer = page.locator(".course-explorer").nth(len(MAKE))
    with pytest.raises(AssertionError, match=r"noise 1\.00"):
        turn_all(explorer, made("PolynomialFit"), timeout=3000)
