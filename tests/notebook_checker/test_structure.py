"""The rules of form, each broken once in a notebook that otherwise keeps them all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from nbformat import NotebookNode, from_dict

from tests.notebook_checker.build import code, display, error, fold, notebook, save, stream, text
from tests.notebook_checker.structure import commit_complaints, structure_complaints


def exercise(number: str) -> list[NotebookNode]:
    """Return the three cells of an exercise."""
    name = f"answer_{number.replace('.', '_')}"
    return [
        text(f"### Exercise {number} · A task"),
        code(f"{name} = ...", tags=["exercise"]),
        code(
            f'check("{number}", {name})\n# hint("{number}")\n# solution("{number}")',
            stream(f"· {number} · not attempted yet\n"),
            tags=["check"],
        ),
    ]


def chapter() -> NotebookNode:
    """Return a notebook that keeps every rule: a section, five exercises and the closing."""
    cells = [text("## 1.1 First section"), code("x = 1"), code("y = 2")]
    for place in range(1, 6):
        cells += exercise(f"1.{place}")
    book = notebook("Whole", [*cells, code("z = 3"), text("## Summary"), text("## Sources")])
    first = book.cells[0].source.replace("00", "01").replace("1 minute", "45 minutes")
    book.cells[0].source = first
    return book


def complaints_of(book: NotebookNode, tmp_path: Path) -> list[str]:
    path = save(book, tmp_path / "01_whole.ipynb")
    return structure_complaints(path) + commit_complaints(path)


def test_a_whole_chapter_has_no_complaints(tmp_path: Path) -> None:
    assert complaints_of(chapter(), tmp_path) == []


def _put(place: int, **changes: object) -> Callable[[NotebookNode], None]:
    return lambda book: book.cells[place].update(changes)


def _tag(place: int, **metadata: object) -> Callable[[NotebookNode], None]:
    return lambda book: book.cells[place].metadata.update(from_dict(metadata))


def _remove(place: int) -> Callable[[NotebookNode], None]:
    return lambda book: book.cells.pop(place)


PICTURE = display(image_png="a", text_plain='Plot "Loss".')
CHECK = 'check("1.1", answer_1_1)\n# hint("1.1")\n# solution("1.1")'
# Places: 0 title, 1 section, 2 and 3 code, 4–6 exercise 1.1, 7–9 exercise 1.2, 19 code, 20, 21 closing.
BREAKS: list[tuple[Callable[[NotebookNode], None], list[str]]] = [
    (_put(0, source="# 02 · Whole\n\nRunning time: 3 s"), ["matches the file name 01_whole.ipynb"]),
    (_put(0, source="# 01 · Whole"), ["the measured time"]),
    (_put(1, source="## 1.2 First section"), ["section 1 must read `## 1.1 Noun phrase`"]),
    (_put(1, source="# no section"), ["after the sections must come"]),
    (_put(20, source="## Sources"), ["`## Summary` and `## Sources`, got ['## Sources', "]),
    (_put(2, execution_count=2), ["In [1] was executed as [2]"]),
    (_put(2, execution_count=None), ["In [1] was not executed"]),
    (
        _put(2, execution_count=None, outputs=[stream("1")]),
        ["In [1] stores an output without an execution"],
    ),
    (_put(2, source="\n".join(["x = 1"] * 13)), ["In [1] has 13 lines: a code cell holds 1 to 12"]),
    (
        _put(2, source="class A:\n" + "\n".join(["    x = 1"] * 20)),
        ["In [1] has 21 lines: a cell with a class holds 1 to 20"],
    ),
    (_put(2, source=""), ["In [1] has 0 lines"]),
    (
        lambda book: book.cells.insert(2, code("v = 3", id="new")),
        ["third code cell in a row", "In [1] was not"],
    ),
    (_put(2, outputs=[error("ValueError", "no")]), ["without the tag raises-exception"]),
    (_tag(2, tags=["raises-exception"]), ["stores no error in spite of the tag"]),
    (
        _put(2, outputs=[stream("careful", name="stderr")]),
        ["stores something on stderr: 'careful'"],
    ),
    (
        _put(2, outputs=[display(image_png="a", text_plain="<Figure size 1x1>")]),
        ["a figure without"],
    ),
    (_put(2, outputs=[display(image_png="a")]), ["a figure without a description"]),
    (_put(2, outputs=[PICTURE]), ["In [1] stores a figure without the words below"]),
    (_put(2, outputs=[PICTURE, fold(" \n")]), ["a figure without the words below"]),
    (_put(2, outputs=[PICTURE, stream("1"), fold("Plot.")]), ["a figure without the words below"]),
    (_put(2, outputs=[PICTURE, PICTURE]), ["In [1] stores 2 figures without the words below"]),
    (_put(2, source="open('/home/me/data.csv')"), ["absolute path /home/me/data.csv"]),
    (_put(2, outputs=[stream("in C:\\Users\\me")]), ["absolute path C:\\Users\\me"]),
    (_put(2, outputs=[stream("<Legend at 0x7f46ef1d2590>")]), ["shows the address 0x7f46ef1d2590"]),
    (_put(3, source="x = 2"), ["In [1], In [2] all bind x"]),
    (_put(3, source="y = lambda x: x"), ["In [2]: line 1: give the function a name"]),
    (_put(0, source="# 01 · Whole\n\nRunning time: 3 s"), ["must say `Reading time: 4"]),
    (_put(1, source="## 1.1 First\n" + "word " * 4000), ["words of prose", "Reading time: "]),
    (_put(2, id="a b"), ["In [1] must have an id of letters"]),
    (_put(2, id="cell-3"), ["the cell id cell-3 is given twice"]),
    (_tag(2, collapsed=True, scrolled=False), ["In [1] carries collapsed, scrolled"]),
    (_tag(2, execution={"iopub.status.busy": "2020"}), ["In [1] carries execution"]),
    (_tag(2, trusted=True), ["In [1] carries trusted"]),
    (
        _tag(2, jupyter={"source_hidden": True, "outputs_hidden": False}),
        ["carries jupyter.outputs_hidden"],
    ),
    (_tag(2, course={"rtl": 1}), ["In [1] sets course.rtl, which nothing reads"]),
    (lambda book: book.metadata.update(toc=1), ["the notebook carries toc"]),
    (lambda book: book.metadata.kernelspec.update(name="conda"), ["the kernel must be python3"]),
    (
        lambda book: book.metadata.update(course=from_dict({"constants": {"1609": ""}})),
        ["the constant 1609 must name its source"],
    ),
    (lambda book: book.update(nbformat_minor=4), ["the format must be 4.5, got 4.4"]),
    (_put(20, source="## Summary\n" + "x" * 600_000), ["smaller than 600,000 bytes"]),
    (_put(7, source="### Exercise 1.3 · A task"), ["must be numbered 1.2, got 1.3", "check("]),
    (
        _put(4, source="A task"),
        ["at least 5 exercises, got 4", "1.1, got 1.2", "belongs to no exercise"],
    ),
    (_remove(6), ["got exercise, no tag", "was executed"]),
    (_put(6, outputs=[stream("✓ 1.1")]), ['In [4] must store "not attempted yet"']),
    (_put(6, source=CHECK.replace('check("1.1"', 'check("1.2"')), ['check("1.1", …) once']),
    (_put(6, source=CHECK.replace("check", "print")), ["once, got no call of check"]),
    (_put(6, source='check("1.1", answer)'), ["below the check must stand `# hint"]),
    (_put(6, source=CHECK.replace("# s", "s")), ['put a # before solution("1.1") again']),
]


@pytest.mark.parametrize(("spoil", "words"), BREAKS)
def test_each_broken_rule_is_named(
    tmp_path: Path, spoil: Callable[[NotebookNode], None], words: list[str]
) -> None:
    book = chapter()
    spoil(book)
    complaints = complaints_of(book, tmp_path)
    for part in words:
        assert any(part in complaint for complaint in complaints), complaints
    assert len(complaints) <= len(words) + 2, complaints


DESCRIBED = [
    [PICTURE, fold('Plot "Loss".\nLine: 2 points.'), PICTURE, fold("Plot."), stream("1")],
    [display(image_png="a", text_plain="Two knobs: w = 1.0\n\nFigure: 2 plots.\n\nPlot 1 of 2.")],
    [display(image_png="a", text_plain="Plot.\nThe x axis shows time.")],  # speaks for itself
    [display(text_plain="Figure: nothing drawn.")],
]


@pytest.mark.parametrize("outputs", DESCRIBED)
def test_a_picture_is_described_below_or_by_itself(
    tmp_path: Path, outputs: list[NotebookNode]
) -> None:
    book = chapter()
    book.cells[2].outputs = outputs
    assert complaints_of(book, tmp_path) == []


TRACES: list[Callable[[NotebookNode], None]] = [
    _put(6, outputs=[stream("✓ 1.1 · learned")]),
    _put(6, source=CHECK.replace("# h", "h")),
    _put(2, execution_count=7),
    _put(3, outputs=[stream("/home/me/data.csv")]),
    _tag(2, collapsed=True, scrolled=False),
]


@pytest.mark.parametrize("use", TRACES)
def test_who_only_reads_and_solves_breaks_nothing(
    tmp_path: Path, use: Callable[[NotebookNode], None]
) -> None:
    book = chapter()
    book.metadata.language_info.update(version="3.13.0", codemirror_mode={"name": "ipython"})
    path = save(book, tmp_path / "01_whole.ipynb")
    assert commit_complaints(path) == []
    use(book)
    save(book, path)
    assert structure_complaints(path) == []
    assert len(commit_complaints(path)) == 1
