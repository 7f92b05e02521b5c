"""Notebook 01 and widgets of others in JupyterLab, by a headless browser: knobs move pictures."""

import time
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, expect

from tests.browser.driver import ROOT, errors, notebook_in_lab, run_all

PATIENCE = 10  # seconds
NOTEBOOK = ROOT / "notebooks/01_parameter_estimation.ipynb"


def shown(knobs: Locator) -> tuple[str | None, str | None, list[str]]:
    """What a reader sees of the widget: the picture, its description, the numbers beside it."""
    picture = knobs.get_by_role("img")
    return (
        picture.get_attribute("src"),
        picture.get_attribute("alt"),
        knobs.locator("[role=status]").all_inner_texts(),
    )


def assert_all_changes(knobs: Locator, before: tuple) -> tuple:
    """Wait until the picture is another one; then description and numbers must be others too."""
    expect(knobs.get_by_role("img")).not_to_have_attribute("src", before[0])
    deadline = time.monotonic() + PATIENCE  # the three arrive one after the other
    after = shown(knobs)
    while after[2] == before[2] and time.monotonic() < deadline:
        knobs.page.wait_for_timeout(50)
        after = shown(knobs)
    assert after[1] != before[1], "the description of the picture did not follow"
    assert after[2] != before[2], "the numbers did not follow"
    return after


def test_notebook_01_runs_and_its_knobs_move_the_picture(tmp_path: Path):
    with notebook_in_lab(NOTEBOOK, tmp_path) as (page, strayed):
        notebook = run_all(page, tmp_path / "course" / NOTEBOOK.name)
        assert errors(notebook) == []
        code = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
        assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))

        step = page.get_by_role("button", name="Take one gradient step")
        knobs = page.locator(".widget-vbox").filter(has=step).first
        knobs.scroll_into_view_if_needed()
        expect(knobs.get_by_role("img")).to_be_visible()
        before = shown(knobs)
        for name in ("w (°C per unit)", "b (°C)"):
            knobs.get_by_role("slider", name=name).press("ArrowRight")
            before = assert_all_changes(knobs, before)
        knobs.get_by_role("button", name="Take one gradient step").click()
        before = assert_all_changes(knobs, before)
        knobs.get_by_role("button", name="Reset").click()
        assert_all_changes(knobs, before)

        assert page.locator(".jp-Dialog").count() == 0
        assert page.locator(".Toastify__toast").count() == 0
        assert strayed == []


def test_a_fit_follows_its_knobs_and_a_training_can_be_stopped(tmp_path: Path):
    cells = [
        new_code_cell("from course_utils import explorers\nexplorers.PolynomialFit()"),
        new_code_cell("explorers.DecisionBoundary()"),
    ]
    path = tmp_path / "widgets.ipynb"
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    with notebook_in_lab(path, tmp_path) as (page, strayed):
        notebook = run_all(page, tmp_path / "course" / path.name)
        assert errors(notebook) == []

        fit, boundary = (
            page.locator(".widget-vbox").filter(has_text=text).first
            for text in ("validation error", "hidden units")
        )
        before = shown(fit)
        for label, key in (
            ("degree", "ArrowLeft"), ("λ", "End"), ("noise", "ArrowLeft"), ("points", "ArrowLeft"),
        ):  # fmt: skip
            fit.get_by_role("slider", name=label).press(key)
            before = assert_all_changes(fit, before)

        words = boundary.locator("[role=status]")
        expect(words).to_contain_text("200 of 200 epochs")
        boundary.get_by_role("slider", name="epochs").press("End")
        stop = boundary.get_by_role("button", name="Stop")
        expect(stop).to_be_enabled()
        expect(words).to_contain_text("of 1000 epochs")
        stop.click()
        expect(stop).to_be_disabled()
        stopped_at = words.inner_text()
        assert "1000 of 1000" not in stopped_at
        page.wait_for_timeout(1000)
        assert words.inner_text() == stopped_at
        boundary.get_by_role("button", name="Reset").click()
        expect(words).to_contain_text("200 of 200 epochs", timeout=20_000)
        assert strayed == []
