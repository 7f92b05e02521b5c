"""The decks in a headless Chromium: `make slides` first.

Every slide of every deck at two sizes: nothing overflows, no text is smaller than 20 pixels, nothing
comes from outside, nothing is said on the console.
"""

import os

import pytest
from playwright.sync_api import Browser

from tests.browser.driver import missing_browser
from tests.notebook_checker.execute import ROOT

BUILT = ROOT / "build" / "slides"
DECKS = sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))
SIZES = ((1280, 720), (1920, 1080))
FEWEST, MOST = 20, 45
SMALLEST = 20  # pixels
LOUD = ("error", "warning")
SHORT = "00_start_here"  # explains how to use the course, and has fewer slides

if os.environ.get("COURSE_SITE") != "built":
    pytestmark = pytest.mark.skipif(
        not (BUILT / "index.html").exists() or bool(missing_browser()),
        reason=missing_browser() or "needs the decks: make slides",
    )

# What is wrong with the slide that is shown: boxes beyond its edge, text that is too small.
LOOK = """() => {
  const slide = Reveal.getCurrentSlide(), scale = Reveal.getScale();
  const edge = slide.getBoundingClientRect(), said = [];
  for (const box of slide.querySelectorAll(":scope > :not(aside), :scope > div > *")) {
    const at = box.getBoundingClientRect();
    if (at.bottom > edge.top + 720 * scale + 1 || at.right > edge.left + 1280 * scale + 1)
      said.push(`${box.tagName}.${box.className} ends at ${Math.round((at.right - edge.left) / scale)} × `
        + `${Math.round((at.bottom - edge.top) / scale)}`);
    if (box.scrollWidth > box.clientWidth + 1 && box.tagName !== "MJX-CONTAINER" && box.clientWidth)
      said.push(`${box.tagName}.${box.className} is ${box.scrollWidth} wide in ${box.clientWidth}`);
  }
  for (const entry of slide.querySelectorAll("li"))
    if (!entry.textContent.trim()) said.push("an entry of a list is empty");
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (!texts.currentNode.textContent.trim() || parent.closest("aside, mjx-container, script, sup, sub")) continue;
    const size = parseFloat(getComputedStyle(parent).fontSize) * scale;
    if (size < 19.9) said.push(`${size} px: ${texts.currentNode.textContent.slice(0, 40)}`);
  }
  return said;
}"""


@pytest.mark.parametrize("name", DECKS)
def test_deck(name: str, browser: Browser) -> None:
    view = browser.new_page(viewport={"width": SIZES[0][0], "height": SIZES[0][1]})
    view.set_default_timeout(120_000)
    said: list[str] = []
    asked: list[str] = []
    view.on("console", lambda line: said.append(line.text) if line.type in LOUD else None)
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("request", lambda request: asked.append(request.url))
    view.goto((BUILT / f"{name}.html").as_uri())
    view.evaluate("MathJax.startup.promise")
    view.wait_for_function("Reveal.isReady()")
    total = view.evaluate("Reveal.getTotalSlides()")
    assert (1 if name == SHORT else FEWEST) <= total <= MOST
    faults = []
    for width, height in SIZES:
        view.set_viewport_size({"width": width, "height": height})
        view.evaluate("Reveal.layout()")
        for place in range(total):
            view.evaluate(f"Reveal.slide({place})")
            faults += [f"{place + 1} at {width}: {fault}" for fault in view.evaluate(LOOK)]
    assert faults == []
    assert [
        address for address in asked if not address.startswith(("file:", "data:", "blob:"))
    ] == []
    assert said == []
    view.close()
