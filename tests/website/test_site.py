"""The built site in a headless Chromium: `make site` first.

Every page in both themes: nothing comes from outside, nothing on the console, no violation that
axe-core knows, a text for every image; at three widths nothing has to be scrolled sideways.
"""

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser

from tests.browser.driver import missing_browser
from tests.notebook_checker.execute import ROOT

BUILT = ROOT / "build" / "site"
AXE = ROOT / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
PAGES = ["index", *sorted(path.stem for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"))]
WIDTHS = (360, 1280, 1920)
LOUD = ("error", "warning")

if os.environ.get("COURSE_SITE") != "built":
    pytestmark = pytest.mark.skipif(
        not (BUILT / "html" / "index.html").exists() or bool(missing_browser()),
        reason=missing_browser() or "needs the site: make site",
    )


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site, served on loopback."""
    handler = functools.partial(Quiet, directory=str(BUILT / "html"))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_page(name: str, theme: Literal["light", "dark"], site: str, browser: Browser) -> None:
    context = browser.new_context(color_scheme=theme, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(120_000)
    view = context.new_page()
    said: list[str] = []
    outside: list[str] = []
    view.on("console", lambda line: said.append(line.text) if line.type in LOUD else None)
    view.on("pageerror", lambda error: said.append(str(error)))
    view.on("request", lambda request: outside.append(request.url))
    view.goto(f"{site}/{name}.html")
    view.evaluate("window.MathJax ? MathJax.startup.promise : null")
    assert view.evaluate("document.documentElement.dataset.theme") == theme
    assert [address for address in outside if not address.startswith((site, "data:"))] == []
    assert view.evaluate("[...document.images].filter(image => !image.alt).length") == 0
    assert view.evaluate("[...document.images].filter(image => !image.naturalWidth).length") == 0
    view.evaluate(AXE.read_text("utf-8"))
    # A colour that is still fading from one theme to the other is none of the page's.
    view.add_style_tag(content="* { transition: none !important; animation: none !important }")
    found = view.evaluate("axe.run().then(result => result.violations)")
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []
    for width in WIDTHS:
        view.set_viewport_size({"width": width, "height": 900})
        wide = view.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{wide} px to scroll at {width}"
    assert said == []
    context.close()
