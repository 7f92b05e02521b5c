"""Files that are no notebooks: each is one failing item with a sentence, and all others run."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.notebook_checker.build import code, file_name, notebook, save
from tests.notebook_checker.execute import main
from tests.notebook_checker.readable import why_unreadable
from tests.notebook_checker.running import run_pytest

SOUND = json.dumps(notebook("Sound", [code("x = '·'")]), indent=1, ensure_ascii=False) + "\n"
CONFLICT = """<<<<<<< HEAD
   "source": "x = 1"
=======
   "source": "x = 2"
>>>>>>> other
"""


def put(*fields: str | int, value: object) -> str:
    """Return the sound notebook with another value at a place; None takes the field away."""
    book = json.loads(SOUND)
    inside = book
    for field in fields[:-1]:
        inside = inside[field]
    if value is None:
        del inside[fields[-1]]
    else:
        inside[fields[-1]] = value
    return json.dumps(book)


def merged(line: int) -> str:
    """Return the sound notebook with a conflict before a line that is counted from 1."""
    lines = SOUND.splitlines(keepends=True)
    return "".join([*lines[: line - 1], CONFLICT, *lines[line - 1 :]])


BROKEN: list[tuple[str, str | bytes, str]] = [
    ("mark", b"\xef\xbb\xbf" + SOUND.encode(), "it starts with a byte order mark"),
    ("mark of another encoding", SOUND.encode("utf-16"), "in UTF-16, wanted UTF-8"),
    ("other encoding", SOUND.encode("latin-1"), "line 18 holds the byte 0xb7, which is no UTF-8"),
    ("cut in a character", SOUND.encode()[: SOUND.encode().index(b"\xb7")], "it is cut off in the"),
    ("conflict", merged(9), "line 9 holds the mark <<<<<<< of a merge conflict: take one side"),
    ("conflict at the start", merged(1), "line 1 holds the mark <<<<<<< of a merge conflict"),
    ("only an end mark", SOUND + ">>>>>>> other\n", "holds the mark >>>>>>> of a merge conflict"),
    ("cut in a text", SOUND[:180], "it is cut off in line 10, before the JSON is complete"),
    ("cut after a bracket", SOUND.rstrip()[:-2], "it is cut off in line"),
    ("cut at once", "{", "it is cut off in line 1"),
    ("empty", "", "the file is empty, wanted JSON: restore it, for instance with `git checkout"),
    ("blank", " \n\n", "the file is empty"),
    ("text", "print(1)\n", "line 1, column 1 is not JSON (Expecting value): correct that line"),
    ("slip", SOUND.replace('"cells": [', '"cells": [,'), "is not JSON (Expecting value)"),
    ("more behind", SOUND + "x\n", "is not JSON (Extra data)"),
    ("web page", "\n<!DOCTYPE html>\n<html></html>", "it is a web page: download the file itself"),
    ("deep", "[" * 200_000, "nested too deeply"),
    ("list", "[1]", "wanted a JSON object, got a list"),
    (
        "no format",
        put("nbformat", value=None),
        "wanted the field nbformat with the value 4, got no",
    ),
    ("old format", put("nbformat", value=3), "got the older 3: convert it with `jupyter nbconvert"),
    ("new format", put("nbformat", value=5), "the value 4, got 5"),
    ("format in words", put("nbformat", value="{4}"), "the value 4, got '{4}'"),
    (
        "no minor format",
        put("nbformat_minor", value=None),
        "wanted a number nbformat_minor, got no",
    ),
    ("no metadata", put("metadata", value=None), "wanted an object as its metadata, got nothing"),
    ("no cells", put("cells", value=None), "wanted a list as its cells, got nothing"),
    ("cells in words", put("cells", value="x"), "wanted a list as its cells, got a text"),
    ("a number as cell", put("cells", 1, value=7), "wanted an object as cell 2, got a number"),
    ("no source", put("cells", 1, "source", value=None), "cell 2 must have a text as its source"),
    (
        "no kind",
        put("cells", 0, "cell_type", value=None),
        "cell 1 must have a text as its cell_type",
    ),
    (
        "no outputs",
        put("cells", 1, "outputs", value=None),
        "cell 2 must have a list as its outputs",
    ),
    ("tags", put("cells", 1, "metadata", value={"tags": [{}]}), "a list of texts as its tags"),
    ("output", put("cells", 1, "outputs", value=[1]), "Jupyter's reader says"),
]
WHOLE: list[Callable[[], str]] = [
    lambda: SOUND,
    lambda: SOUND.replace("\n", "\r\n"),
    lambda: put("cells", 0, "source", value=["# 00 · Sound\n", "<<<<<<< HEAD\n", "======="]),
    lambda: put("cells", value=[]),
    lambda: put("cells", 1, "id", value=None),  # structure complains of it, and the cells run
]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize(("content", "words"), [case[1:] for case in BROKEN])
def test_what_is_wrong_is_said(tmp_path: Path, content: str | bytes, words: str) -> None:
    complaint = why_unreadable(write(tmp_path / "00_sound.ipynb", content)) or ""
    assert complaint.startswith("the file cannot be read as a notebook: ")
    assert words in complaint
    assert "\n" not in complaint


@pytest.mark.parametrize("content", WHOLE)
def test_what_is_whole_is_read(tmp_path: Path, content: Callable[[], str]) -> None:
    assert why_unreadable(write(tmp_path / "00_sound.ipynb", content())) is None


def test_a_mended_file_is_read_again(tmp_path: Path) -> None:
    path = write(tmp_path / "00_sound.ipynb", "{")
    assert why_unreadable(path)
    assert why_unreadable(write(path, SOUND)) is None
    path.unlink()
    assert "the file cannot be opened (No such file or directory)" in (why_unreadable(path) or "")


def test_each_is_one_failing_item_and_the_others_run(tmp_path: Path) -> None:
    for number, (_, content, _) in enumerate(BROKEN):
        write(tmp_path / f"{number:02d}_broken.ipynb", content)
    save(notebook("Sound", [code("x = 1"), code("assert x == 1")]), tmp_path / file_name("Sound"))
    items, output = run_pytest(tmp_path)
    broken = {key: item for key, item in items.items() if key[0] != file_name("Sound")}
    assert len(broken) == len(BROKEN)
    assert {name for _, name in broken} == {"readable"}
    for number, (_, _, words) in enumerate(BROKEN):
        item = broken[f"{number:02d}_broken.ipynb", "readable"]
        assert item.outcome == "failed"
        assert words in item.message
        assert len(item.message.splitlines()) == 2  # the item's name and the sentence
    sound = {name: item.outcome for (file, name), item in items.items() if file not in broken}
    assert {sound[f"Cell {place}"] for place in (1, 2)} == {"passed"}
    assert "Interrupted" not in output


def test_executing_says_it_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "00_sound.ipynb", merged(9))
    before = path.read_bytes()
    assert main([str(path)]) == 1
    told = capsys.readouterr().err
    assert "00_sound.ipynb: the file cannot be read as a notebook: line 9 holds the mark" in told
    assert path.read_bytes() == before
