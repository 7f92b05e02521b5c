"""What stands above the plots, at the axes and in the legends, as it is told in words.

A # stands for a number in a title: other tests say which.
"""

import re

import pytest

from course_utils.data import thermometer
from course_utils.explorers import (
    DecisionBoundary,
    InputScale,
    OptimizerPaths,
    PolynomialFit,
    TwoKnobs,
)
from tests.explorers.test_every_explorer import Make

LABELS: list[tuple[Make, list[str]]] = [
    (
        lambda: DecisionBoundary(num_epochs=5),
        [
            "# hidden units",
            "x first feature (no unit)",
            "y second feature (no unit)",
            "class 0; class 1",
            "# of # epochs",
            "x epoch",
            "y loss (nats)",
            "training (200 points); validation (1,000 points); ln 2: knowing nothing",
        ],
    ),
    (
        OptimizerPaths,
        [
            "sgd, lr = #",
            "x w (°C per ten units)",
            "y b (°C)",
            "path; start; end, after 200 steps",
            "loss after # steps: #",
            "x step",
            "y loss, log",
            "loss; lowest possible",
        ],
    ),
    (
        PolynomialFit,
        [
            "degree #, # training points",
            "x x",
            "y y",
            "truth, sin(πx); training; fit",
            "training #, validation # (above)",
            "x degree",
            "y mean squared error, log",
            "training; validation; noise",
        ],
    ),
    (
        lambda: InputScale(*thermometer()),
        [
            "loss after # epochs: #",
            "x epoch",
            "y loss (°C²), log",
            "x learning rate, log",
            "limit 2/λmax = 3.30e-02; lr = 1.00e-02",
            "κ = #",
            "x w (°C per unit of the scaled reading)",
            "y b (°C)",
            "equal loss; path, 100 steps; start (1, 0); lowest loss",
        ],
    ),
    (
        lambda: TwoKnobs(*thermometer()),
        [
            "mean squared error # °C²",
            "x reading t_u (unknown unit)",
            "y temperature t_c (°C)",
            "misses; w · t_u + b; observed",
            "w = #, b = #",
            "x w (°C per unit of the reading)",
            "y b (°C)",
            "contours: loss (°C²): trail; here",
        ],
    ),
]


@pytest.mark.parametrize(("make", "labels"), LABELS)
def test_titles_axes_and_legends_say_what_is_shown(make: Make, labels: list[str]) -> None:
    words = make()._repr_mimebundle_()[0]["text/plain"].replace("\n  ", " ")
    found = []
    for line in words.splitlines():
        if title := re.match(r'Plot \d of \d "(.*)"\.', line):
            found.append(re.sub(r"-?\d[\d.,e-]*(?<!,)", "#", title[1]))
        elif axis := re.match(r"The ([xy]) axis shows (.*?), from", line):
            scale = ", log" if line.endswith(" on a log scale.") else ""
            found.append(f"{axis[1]} {axis[2]}{scale}")
        elif legend := re.match(r"Legend:? (.*)\.", line):
            found.append(legend[1].replace('"', ""))
    assert found == labels
