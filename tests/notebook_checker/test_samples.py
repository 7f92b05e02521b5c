"""The checker at work: small notebooks with one difference each, run by pytest and nbval."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from nbformat import NotebookNode

from tests.notebook_checker.build import Sample, code, file_name, fold, notebook, save
from tests.notebook_checker.cells import read_notebook
from tests.notebook_checker.execute import execute
from tests.notebook_checker.folds import words_of
from tests.notebook_checker.running import run_pytest
from tests.notebook_checker.samples_failing import FAILING
from tests.notebook_checker.samples_passing import PASSING

FIGURE = """import matplotlib.pyplot as plt
import numpy as np
from course_utils.figures import use_course_style
use_course_style()
x = np.linspace(0.5, 5, 40)
fig, ax = plt.subplots()
ax.plot(x, 1.00 * np.exp(-x), label="loss")
ax.set(xlabel="time (s)", ylabel="loss", title="Decay")
plt.show()"""
FIGURES = [  # title, what is replaced by what, which item fails, what it says
    ("Figure drift", "1.00", "1.00001", "", []),
    ("Empty plot", 'ax.plot(x, 1.00 * np.exp(-x), label="loss")\n', "", "Cell 1", ["in words: "]),
    ("Curve off", "1.00", "1.01", "Cell 1", ["in words: ", "off by", "(0.99 %)"]),
    ("Lost label", 'xlabel="time (s)", ', "", "Cell 1", ["in words: ", "stored shows"]),
    (
        "Lost title",
        ', title="Decay"',
        "",
        "Cell 1",
        ["text/plain: ", 'stored ", came :', "[output 2, in words]"],
    ),
    ("Other count", "40", "41", "Cell 1", ["stored 40, came 41, off by 1"]),
    ("No description", "use_course_style()\n", "", "Cell 1", ["text/plain: "]),
    (
        "No figure",
        "plt.show()",
        "plt.close()",
        "Cell 1",
        ["output 1, text/plain is stored and did"],
    ),
]
STORED: list[tuple[str, Callable[[NotebookNode, NotebookNode], list[NotebookNode]], str, list]] = [
    # title, what is stored of the picture and its fold, which items fail, what they say
    (
        "Fold missing",
        lambda picture, below: [picture],
        "Cell 1, structure",
        ["output 2, in words came and is not stored", "In [1] stores a figure without the words"],
    ),
    (
        "Fold with other words",
        lambda picture, below: [picture, fold('Plot "Decay".\nNothing drawn.')],
        "Cell 1",
        ["output 2, in words: after"],
    ),
    (
        "Fold with the words of a figure one percent off",
        lambda picture, below: [picture, fold(str(words_of(below)).replace("0.6065", "0.6126"))],
        "Cell 1",
        ["output 2, in words: after", "stored 0.6126, came 0.6065"],
    ),
    (
        "Fold alone",
        lambda picture, below: [below],
        "Cell 1",
        ["stored output 1, in words, came output 1, text/plain"],
    ),
    (
        "Fold before its figure",
        lambda picture, below: [below, picture],
        "Cell 1, structure",
        ["stored output 1, in words, came output 1, text/plain"],
    ),
    (
        "Fold of another form",
        lambda picture, below: [picture, fold(str(words_of(below)), "max-width: 1.234em")],
        "",
        [],
    ),
]
ALL = [sample.title for sample in (*PASSING, *FAILING)]
ALL += [figure[0] for figure in FIGURES] + [stored[0] for stored in STORED]


class Run(NamedTuple):
    """One run of pytest over all samples."""

    samples: dict[str, Sample]
    messages: dict[str, dict[str, str]]  # file: item: its message, empty where it passed
    output: str


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("samples")
    samples = {sample.title: sample for sample in (*PASSING, *FAILING, *_figures(folder))}
    for sample in samples.values():
        save(notebook(sample.title, sample.cells, sample.course), folder / file_name(sample.title))
    items, output = run_pytest(folder)
    messages: dict[str, dict[str, str]] = {}
    for (file, name), item in items.items():
        messages.setdefault(file, {})[name] = item.message if item.outcome == "failed" else ""
    return Run(samples, messages, output)


def _figures(folder: Path) -> Iterator[Sample]:
    """Give notebooks that store one figure and draw another, or store only a part of it."""
    path = save(notebook("Figure", [code(FIGURE)]), folder / "figure.ipynb")
    execute(path)
    stored: list[NotebookNode] = read_notebook(path).cells[1].outputs
    path.unlink()
    for title, old, new, wrong, words in FIGURES:
        assert old in FIGURE
        yield Sample(title, [code(FIGURE.replace(old, new), *stored)], wrong, words)
    for title, change, wrong, words in STORED:
        yield Sample(title, [code(FIGURE, *change(*stored))], wrong, words)


@pytest.mark.parametrize("title", ALL)
def test_verdict(run: Run, title: str) -> None:
    sample, messages = run.samples[title], run.messages[file_name(title)]
    assert {"structure", "prose", "Cell 1"} <= messages.keys()
    failed = {item: message for item, message in messages.items() if message}
    assert sorted(failed) == sorted(sample.wrong.split(", ") if sample.wrong else []), failed
    for words in sample.words:
        assert words in "\n".join(failed.values())


def test_message_is_readable(run: Run) -> None:
    message = run.messages[file_name("One per cent")]["Cell 1"]
    assert message == (
        "00_one_per_cent.ipynb, In [1]: Cell outputs differ\n"
        "source:\n    print('loss 1781.52')\n"
        "stored:\n    [output 1, stdout]\n    loss 1763.88\n"
        "came:\n    [output 1, stdout]\n    loss 1781.52\n"
        "what is wrong:\n    output 1, stdout: "
        'after "loss": stored 1763.88, came 1781.52, off by 18 (1 %), allowed 0.19'
    )
    everything = "".join(text for found in run.messages.values() for text in found.values())
    assert "\x1b" not in everything


def test_drift_is_reported(run: Run) -> None:
    lines = {line.split(":")[0]: line for line in run.output.splitlines()}
    line = lines[file_name("Last digit")]
    assert "1 numbers, largest drift 0.113 % of its tolerance" in line
    assert "in In [1]: stored 1763.8846, came 1763.8848, off by 0.0002" in line
    assert lines[file_name("Integer")].endswith("0 numbers, none moved")
    assert lines[file_name("Column width")].endswith("2 numbers, none moved")
    assert "arithmetic: " in run.output
