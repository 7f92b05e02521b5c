"""What a notebook becomes on the site."""

import json
from pathlib import Path

import pytest

from course_utils.exercises import load
from tests.notebook_checker.execute import ROOT
from website.build import front, links
from website.pages import page

FIFTH = ROOT / "notebooks" / "05_overfitting.ipynb"


@pytest.fixture
def fifth(tmp_path: Path) -> dict:
    """Notebook 05 as a page; its pictures lie in the test's folder."""
    return page(json.loads(FIFTH.read_text("utf-8")), FIFTH.stem, tmp_path, links(FIFTH))


def html_of(cell: dict) -> str:
    return "".join(out.get("data", {}).get("text/html", "") for out in cell.get("outputs", []))


def test_every_picture_is_a_file_with_words(fifth: dict, tmp_path: Path) -> None:
    given = json.loads(FIFTH.read_text("utf-8"))
    outputs = [out for cell in given["cells"] for out in cell.get("outputs", [])]
    pictures = sum("image/png" in out.get("data", {}) for out in outputs)
    assert pictures
    assert len(list(tmp_path.glob("05_overfitting-*.png"))) == pictures
    shown = "".join(html_of(cell) for cell in fifth["cells"])
    assert shown.count("<img ") == pictures
    assert shown.count('alt="P') + shown.count('alt="F') == pictures  # Plot, Figure, Polynomial fit
    assert shown.count("<summary>in words</summary>") == pictures
    assert "image/png" not in json.dumps(fifth)


def test_an_exercise_has_its_help_folded_below_it(fifth: dict) -> None:
    (place,) = (p for p, cell in enumerate(fifth["cells"]) if cell.get("id") == "ex-5-3-check-help")
    text = fifth["cells"][place]["source"]
    for hint in load("5.3").hints:
        assert hint in text
    assert "A solution of 5.3" in text
    assert text.count("<details") == len(load("5.3").hints) + 1
    assert fifth["cells"][place - 1]["outputs"] == []


def test_a_widget_is_a_picture_with_a_way_to_the_notebook(fifth: dict) -> None:
    (widget,) = (cell for cell in fifth["cells"] if cell.get("id") == "widget")
    assert "_static/05_overfitting.ipynb" in html_of(widget)
    assert "running" not in html_of(widget)


def test_where_the_repository_is_known_the_page_links_to_colab(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("GITHUB_REPOSITORY", raising=False)
    assert set(links(FIFTH)) == {"Fetch the notebook"}
    monkeypatch.setenv("GITHUB_REPOSITORY", "somebody/course")
    address = links(FIFTH)["Run it on Colab"]
    assert address.endswith("/somebody/course/blob/main/notebooks/05_overfitting.ipynb")


def test_the_front_page_leads_to_every_notebook() -> None:
    text = front()
    for path in (ROOT / "notebooks").glob("[0-9]*.ipynb"):
        assert f"\n{path.stem}\n" in text
        assert f"]({path.name})" in text
