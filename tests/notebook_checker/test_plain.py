"""What counts as plain code, and what a notebook may measure."""

import pytest
from nbformat import NotebookNode

from tests.notebook_checker.build import code, notebook, text
from tests.notebook_checker.measures import measure, measure_complaints
from tests.notebook_checker.plain import hard_places, plain_complaints

HARD = [
    ("if (n := len(x)) > 3: pass", ":="),
    ("f = lambda x: x", "assigned lambda"),
    ("[[a for a in b] for b in c]", "comprehension in a comprehension"),
    ("{a: b for a in c for b in a}", "comprehension in a comprehension"),
    ("for a, b in zip(*pairs): pass", "zip(*"),
    ("first, *rest = x", "star unpacking"),
    ("[*a, *b]", "star unpacking"),
    ("{**a, 'b': 1}", "{**…}"),
    ("{'a': 1} | b", "{…} | {…}"),
    ("f'{x!s:>8}'", "without a conversion"),
    ("(a == b).sum()", "truth values"),
    ("sum(a == b for a, b in c)", "truth values"),
    ("1 + (a > b)", "truth values"),
    ("x[:, None]", "new axis"),
    ("x[..., None] * y", "new axis"),
]
PLAIN = [
    "sorted(x, key=lambda pair: pair[1])",
    "model(x, *params)",
    "[a for a in b if a]",
    "(a == b).float().mean()",
    "mask = (a > 1) & (b < 2)",
    "x[:, None]  # shape (N, 1)",
    "f'{x:.2f} {y=}'",
    "%matplotlib inline\n!ls",
    "a = {'b': 1}\nc = a | d",
]


@pytest.mark.parametrize(("source", "words"), HARD)
def test_what_is_hard_is_named(source: str, words: str) -> None:
    (place,) = hard_places(f"pass\n{source}")
    assert place.startswith("line 2: ")
    assert words in place


@pytest.mark.parametrize("source", PLAIN)
def test_what_is_plain_passes(source: str) -> None:
    assert hard_places(source) == []


def book_of(*sources: str, **course: object) -> NotebookNode:
    return notebook("Book", [code(source, course=dict(course)) for source in sources])


def test_a_name_means_one_thing() -> None:
    twice = plain_complaints(book_of("w = 1\nw = w + 1", "for w in x: pass", "def w(): pass"), 1)
    assert twice == ["In [1], In [3] all bind w: a name means one thing from top to bottom."]
    figures = book_of("fig, ax = plt.subplots()", "fig, ax = plt.subplots()\n_ = 1", "_ = 2")
    assert plain_complaints(figures, 1) == []


def test_two_cells_may_give_a_reason_and_none_of_the_first_notebooks() -> None:
    book = book_of("f = lambda x: x", "g = lambda x: x", not_plain="vmap wants it so")
    assert plain_complaints(book, 4) == []
    assert plain_complaints(book, 3) == [
        "In [1], In [2] set course.not_plain: at most 0 cells may."
    ]
    three = book_of("f = lambda x: x", "g = lambda x: x", "h = lambda x: x", not_plain="why")
    assert len(plain_complaints(three, 5)) == 1


def test_the_measures_are_counted() -> None:
    book = notebook(
        "Long",
        [
            text("## 0.1 One\n\nThe loss is $a + b$, at [02](02_a.ipynb).\n\n$$ x y z $$"),
            code("x = 1"),
            code("y = ...", tags=["exercise"]),
            code("check('0.1', y)", tags=["check"]),
        ],
    )
    found = measure(book)
    assert (found.cells, found.sections, found.exercises) == (1, 1, 1)
    written = ["## 0.1 One", "The loss is $a + b$, at [02](02_a.ipynb).", "$$ x y z $$"]
    words = sum(line.count(" ") + 1 for line in written)
    assert found.words == len(book.cells[0].source.split()) + words
    assert found.minutes == 9
    assert len(measure_complaints(book)) == 0  # 9 minutes are within what rounding allows
    book.cells[0].source = book.cells[0].source.replace("1 minute", "1 hour 40 minutes")
    assert "about as much, got 100" in measure_complaints(book)[0]
    book.cells[1].source += " word" * 4000
    said = " ".join(measure_complaints(book))
    assert "at most 4,000" in said
