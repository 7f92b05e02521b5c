"""The knobs of all explorers in JupyterLab: by mouse, by keys, by ear, and on the next day."""

import re
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from course_utils.data import thermometer
from course_utils.explorers import TwoKnobs
from tests.browser.driver import wait_for_kernel
from tests.browser.explorers import CELLS, field, slider, type_in, words

STEP, NOTE = "Take one gradient step", "run all cells down to this one again"


@pytest.fixture
def knobs(page: Page) -> Locator:
    """The knobs of notebook 01, as they are at first."""
    page.set_viewport_size({"width": 1280, "height": 800})
    knobs = page.locator(".course-explorer").first
    knobs.evaluate("box => box.scrollIntoView({block: 'center'})")
    knobs.get_by_role("button", name="Reset").click()
    expect(words(knobs)).to_contain_text("w = 1.0000")
    return knobs


def test_each_slider_has_a_name_and_says_its_value(page: Page, knobs: Locator) -> None:
    for explorer in page.locator(".course-explorer").all():
        sliders = explorer.locator("[role=slider]")
        assert sliders.count() >= 2
        for handle in sliders.all():
            name = handle.get_attribute("aria-label")
            assert name
            shown = field(explorer, name).input_value()
            assert handle.get_attribute("aria-valuetext") == shown
    assert slider(knobs, "learning rate").get_attribute("aria-valuetext") == "1e-4"
    slider(knobs, "learning rate").press("PageUp")
    expect(field(knobs, "learning rate")).to_have_value("1.78e-4")
    assert slider(knobs, "learning rate").get_attribute("aria-valuetext") == "1.78e-4"


def test_keys_move_by_a_fine_and_by_a_coarse_step(knobs: Locator) -> None:
    for key, w in (
        ("ArrowLeft", "0.998"), ("ArrowDown", "0.996"), ("ArrowUp", "0.998"), ("ArrowRight", "1"),
        ("PageDown", "0.99"), ("PageUp", "1"), ("Home", "-0.5"), ("End", "1.5"),
    ):  # fmt: skip
        slider(knobs, "w (°C per unit)").press(key)
        expect(field(knobs, "w (°C per unit)")).to_have_value(w)
    expect(words(knobs)).to_contain_text("w = 1.5000")


def test_a_number_is_typed_and_taken_as_it_is(knobs: Locator) -> None:
    type_in(knobs, "b (°C)", "-17.345")
    expect(words(knobs)).to_contain_text("b = -17.3450")
    field(knobs, "b (°C)").press("End")
    field(knobs, "b (°C)").press("Backspace")
    field(knobs, "b (°C)").press("Tab")  # a field that is left is taken, too
    expect(words(knobs)).to_contain_text("b = -17.3400")
    type_in(knobs, "w (°C per unit)", "a half")
    expect(words(knobs)).to_contain_text('"a half" is no number')
    expect(field(knobs, "w (°C per unit)")).to_have_value("1")
    type_in(knobs, "w (°C per unit)", "2.5")
    expect(words(knobs)).to_contain_text("w = 2.5 lies outside its slider, which runs from -0.5")
    expect(field(knobs, "w (°C per unit)")).to_have_value("2.5")


def test_a_step_lands_where_the_formula_says_and_not_on_the_slider(knobs: Locator) -> None:
    wanted = TwoKnobs(*thermometer())
    for clicks in (1, 2, 1):
        for _click in range(clicks):
            wanted.step()
        knobs.get_by_role("button", name=STEP).click(click_count=clicks)
        expect(words(knobs)).to_have_text(wanted.words)
    knobs.page.wait_for_timeout(1000)  # what a slider reports by itself would have come
    expect(words(knobs)).to_have_text(wanted.words)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1600, 1000)])
def test_a_loss_below_three_can_be_clicked(
    page: Page, knobs: Locator, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(500)
    cell = knobs.bounding_box()
    assert cell is not None
    for name, share in (("b (°C)", (-17.3 + 30) / 40), ("w (°C per unit)", (0.537 + 0.5) / 2)):
        track = slider(knobs, name).locator("xpath=ancestor::*[contains(@class, 'noUi-base')]")
        box = track.bounding_box()
        assert box is not None
        assert box["width"] > 0.7 * cell["width"], "the slider is as wide as its row allows"
        page.mouse.click(round(box["x"] + share * box["width"]), box["y"] + box["height"] / 2)
    expect(words(knobs)).to_contain_text(re.compile(r"loss = 2\.9\d °C²"))


def test_a_press_on_the_track_goes_on_as_a_drag(page: Page, knobs: Locator) -> None:
    track = slider(knobs, "w (°C per unit)").locator(
        "xpath=ancestor::*[contains(@class, 'noUi-base')]"
    )
    box = track.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 50, box["y"] + 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] + 20, box["y"] + 2, steps=5)
    page.mouse.up()
    expect(words(knobs)).to_contain_text("w = 1.5000")


def test_the_picture_stays_and_the_status_is_changed_in_place(page: Page, knobs: Locator) -> None:
    place = "picture => [picture.getBoundingClientRect().y, picture.getBoundingClientRect().height]"
    picture, stood = knobs.get_by_role("img"), []
    status = words(knobs).element_handle()
    stood.append(picture.evaluate(place))
    type_in(knobs, "learning rate", "1e-2")
    for step in range(12):  # inf after ten
        before = picture.get_attribute("src")
        knobs.get_by_role("button", name=STEP).click()
        if step < 10:
            expect(picture).not_to_have_attribute("src", before or "")
        stood.append(picture.evaluate(place))
    expect(words(knobs)).to_contain_text("not finite any more")
    stood.append(picture.evaluate(place))
    knobs.get_by_role("button", name="Reset").click()
    expect(words(knobs)).to_contain_text("w = 1.0000")
    expect(field(knobs, "learning rate")).to_have_value("1e-4")
    stood.append(picture.evaluate(place))
    assert all(place == stood[0] for place in stood), stood
    assert status.evaluate("it => it.isConnected && it.textContent.includes('w = 1.0000')")


def test_nothing_is_wider_than_its_cell_at_a_zoom_of_150_percent(page: Page) -> None:
    page.set_viewport_size({"width": 853, "height": 533})
    page.wait_for_timeout(500)
    for explorer in page.locator(".course-explorer").all():
        explorer.scroll_into_view_if_needed()
        assert explorer.evaluate("box => box.scrollWidth <= box.clientWidth")
        for row in explorer.locator(".widget-hbox").all():
            assert row.evaluate("row => row.scrollWidth <= row.clientWidth")
        for base in explorer.locator(".noUi-base").all():
            box = base.bounding_box()
            assert box is not None
            assert box["width"] > 120


def test_the_next_day_a_note_says_what_to_do(page: Page, course: Path) -> None:
    """Comes last: the kernel is another one afterwards."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.evaluate("void jupyterapp.commands.execute('kernelmenu:restart')")
    page.locator(".jp-Dialog button.jp-mod-accept").click()
    wait_for_kernel(page)
    notes = page.get_by_text(NOTE)
    expect(notes).to_have_count(5)
    page.evaluate("jupyterapp.commands.execute('docmanager:save')")
    page.wait_for_timeout(1000)
    page.reload()
    page.on("dialog", lambda dialog: dialog.accept())
    wait_for_kernel(page)
    for place, _cell in enumerate(CELLS[1:]):
        area = page.locator(".jp-CodeCell").nth(place + 1)
        area.scroll_into_view_if_needed()
        expect(area.get_by_text(NOTE)).to_be_visible()
    notebook = nbformat.read(course / "course/knobs.ipynb", as_version=4)
    for cell in notebook.cells[1:]:
        live, note = cell.outputs
        assert live.data["image/png"]
        assert NOTE in note.data["text/html"]
