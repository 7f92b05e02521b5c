"""The words of a figure in JupyterLab: folded below the picture, live and in a stored notebook."""

import re
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Locator, Page, expect

from tests.browser.driver import errors, notebook_in_lab, run_all, wait_for_kernel

STYLE = "import matplotlib.pyplot as plt\nfrom course_utils.figures import use_course_style\nuse_course_style()"
DRAWING = """fig, ax = plt.subplots()
ax.plot([1, 2], [3, 4], label="</pre><b>loss</b>, $x$")
ax.set(title="Decay", xlabel="time (s)")
plt.show()"""
WORDS = 'Line "</pre><b>loss</b>, $x$", solid: 2 points.'
# What a stranger could have put into a stored notebook: it must be gone, and the words must stay.
HOSTILE = '</pre><img src="missing" onerror="window.bad = 1"><script>window.bad = 1</script>'


def assert_readable_below_the_picture(page: Page) -> None:
    """Each figure shown has one fold; the first stands below its picture and opens by any hand."""
    shown = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-OutputArea")
    folds = shown.locator("details.figure-in-words")
    expect(folds).to_have_count(2)
    picture, fold = shown.locator("img").first, folds.first
    picture.scroll_into_view_if_needed()
    fold.scroll_into_view_if_needed()
    above, below = picture.bounding_box(), fold.bounding_box()
    assert above is not None
    assert below is not None
    assert 0 <= below["y"] - (above["y"] + above["height"]) < 20, "directly below the picture"
    assert below["height"] < 30, "one short line while it is closed"

    summary, words = fold.locator("summary"), fold.locator("pre")
    expect(words).to_be_hidden()
    for turn in (summary.click, lambda: summary.press("Enter"), lambda: summary.press("Space")):
        turn()
        expect(words).to_be_visible()
        expect(words).to_contain_text(WORDS)
        summary.click()
        expect(words).to_be_hidden()
    picture.click()
    page.keyboard.press("Escape")
    for _step in range(4):  # the buttons of the cell come first
        page.keyboard.press("Tab")
        if summary.evaluate("summary => summary === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(words).to_be_visible()

    assert words.locator("*").count() == 0, "words are text: no tag in them, no formula"
    wraps = words.evaluate("words => words.scrollWidth <= words.clientWidth")
    assert wraps, "a long line must wrap"
    assert style(words, "word-break") == "normal", "a number must not be broken"
    assert colour(words) == colour(page.locator("body"), "--jp-content-font-color1")
    summary.click()


def style(element: Locator, name: str) -> str:
    """The style that the browser has computed."""
    return element.evaluate(f"element => getComputedStyle(element).getPropertyValue('{name}')")


def colour(element: Locator, name: str = "color") -> list[float]:
    """A colour of the page as the numbers red, green, blue, alpha."""
    found = element.evaluate(
        """(element, name) => {
            const probe = element.appendChild(document.createElement("i"));
            probe.style.color = getComputedStyle(element).getPropertyValue(name);
            const computed = getComputedStyle(probe).color;
            probe.remove();
            return computed;
        }""",
        name,
    )
    return [float(part) for part in re.findall(r"[\d.]+", found)]


def test_the_words_are_folded_below_the_picture_live_and_stored(tmp_path: Path):
    path = tmp_path / "figures.ipynb"
    kernel = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    cells = [new_code_cell(source) for source in (STYLE, DRAWING, "fig")]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), path)
    with notebook_in_lab(path, tmp_path) as (page, strayed):
        saved = tmp_path / "course" / path.name
        notebook = run_all(page, saved)
        assert errors(notebook) == []
        assert_readable_below_the_picture(page)

        for cell in notebook.cells:
            for output in cell.outputs:
                if "text/html" in output.data:
                    below = output.data["text/html"]
                    output.data["text/html"] = below.replace("</pre>", HOSTILE)
        nbformat.write(notebook, saved.with_name("stored.ipynb"))
        page.goto(page.url.replace(path.name, "stored.ipynb"))
        wait_for_kernel(page)
        page.wait_for_function(
            """() => {
                const shown = jupyterapp.shell.currentWidget;
                return shown?.context?.path === "stored.ipynb" && shown.context.isReady
                    && [...shown.content.widgets].every(cell => !cell.model.trusted);
            }"""
        )
        for theme in ("JupyterLab Light", "JupyterLab Dark"):
            page.evaluate(
                f"jupyterapp.commands.execute('apputils:change-theme', {{theme: '{theme}'}})"
            )
            light = theme == "JupyterLab Light"
            expect(page.locator("body")).to_have_attribute(
                "data-jp-theme-light", str(light).lower()
            )
            assert_readable_below_the_picture(page)
        assert page.evaluate("window.bad") is None
        assert strayed == []
