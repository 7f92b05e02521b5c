"""What it costs to import the package and each of its faces, beside what they are made of."""

import subprocess
import sys
from pathlib import Path

import pytest

import course_utils

LIMIT = 1.1  # times what the base costs
BASE = "import torch"
DRAWING = "import torch, matplotlib.pyplot"
FACES = [path.parent.name for path in Path(course_utils.__file__).parent.glob("*/__init__.py")]
DRAWN = {"figures", "explorers"}  # these draw; no other face loads matplotlib
pytestmark = pytest.mark.nightly


def cpu_seconds(statement: str) -> float:
    """The processor time that a fresh interpreter has spent when it has run the statement.

    Processor time, not wall time: what other processes do at the moment hardly counts. The child
    reports it itself, which works alike on Linux, macOS and Windows.
    """
    source = f"{statement}\nimport time\nprint(time.process_time())"
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=120
    )
    return float(done.stdout)


def ratio(statement: str, to: str = BASE) -> float:
    """What the statement costs, as a multiple of another: whole processes, side by side, in turns.

    The minima of up to seven pairs are compared. A loaded machine can only add to a time, so each
    further pair brings the minima closer to the truth, and measuring may stop once it is low.
    """
    base, cost = [], []
    for pair in range(7):
        base.append(cpu_seconds(to))
        cost.append(cpu_seconds(statement))
        if pair >= 1 and min(cost) <= LIMIT * min(base):
            break
    return min(cost) / min(base)


@pytest.mark.parametrize("name", ["runtime", *sorted({*FACES} - DRAWN)])
def test_a_face_that_does_not_draw_costs_no_more_than_torch(name: str) -> None:
    measured = ratio(f"import torch, course_utils.{name}")
    assert measured <= LIMIT, f"{name} costs {measured:.2f} times what {BASE} costs"


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_the_faces_that_draw_cost_no_more_than_torch_and_matplotlib(name: str) -> None:
    measured = ratio(f"import course_utils.{name}", to=DRAWING)
    assert measured <= LIMIT, f"{name} costs {measured:.2f} times what {DRAWING} costs"


@pytest.mark.parametrize("name", FACES)
def test_a_face_brings_no_large_library(name: str) -> None:
    late = ["seaborn", "sklearn", "scipy", "pandas", "ipywidgets", "IPython", "torch._dynamo"]
    late += [] if name in DRAWN else ["matplotlib"]
    code = f"import sys, course_utils.{name}; print(*{{*{late}}} & {{*sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_the_measurement_notices_what_is_too_dear(monkeypatch: pytest.MonkeyPatch) -> None:
    costs = {BASE: iter([1.0, 1.3, 0.9, 2.0, 1.0, 1.0, 1.0])}
    costs["dear"] = iter([1.5, 1.2, 1.1, 1.0, 1.3, 1.1, 1.2])
    costs["fair"] = iter([2.0, 1.1, 0.95])
    monkeypatch.setitem(globals(), "cpu_seconds", lambda statement: next(costs[statement]))
    assert ratio("dear") == pytest.approx(1.0 / 0.9)
    costs[BASE] = iter([1.0, 0.9, 1.3])  # still above 1.1 after two pairs, below it after three
    assert ratio("fair") == pytest.approx(0.95 / 0.9)


def test_processor_time_grows_with_work() -> None:
    assert cpu_seconds("sum(range(10**7))") > cpu_seconds("pass")
