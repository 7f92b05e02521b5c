"""The operators on small sources, and a made-up course in which one fault is noticed, one is not."""

import ast
import json
import os
from pathlib import Path

import pytest

from tests.mutants import forked
from tests.mutants.equivalent import read_entries, reason
from tests.mutants.notebooks import find_planted as planted_in_notebooks
from tests.mutants.operators import KINDS
from tests.mutants.package import files_to_run, find_planted, try_one, without_a_fault
from tests.mutants.planting import mutants
from tests.mutants.sampling import Planted, draw
from tests.mutants.tables import Result, share_noticed, summary, table

# A line, the kind of fault, and what the line becomes.
CHANGES = [
    ("rate = 0.5", "constant × 1.1", "rate = 0.55"),
    ("gap = a - b", "+ for −", "gap = (a + b)"),
    ("gap -= b  # why", "+ for −", "gap += b  # why"),
    ("loss = gaps.mean()", "sum for mean", "loss = gaps.sum()"),
    ("optimizer.zero_grad()", "call dropped", "pass"),
    ("theta.grad = None", "call dropped", "pass"),
    ("model.eval()", "call dropped", "pass"),
    ('ax.plot(x, y, "--")', "line not drawn", "pass"),
    ("best = losses.argmin()", "argmin", "best = losses.argmax()"),
    ("best = min(losses)", "argmin", "best = max(losses)"),
    ("step = -lr * grad", "sign", "step = lr * grad"),
    ("load(x, shuffle=True)", "switch turned", "load(x, shuffle=False)"),
    ("for step in range(5): ...", "integer + 1", "for step in range(6): ..."),
    ("small = 0 < x <= y", "< for <=", "small = (0 <= x <= y)"),
    ('ax.set(xlabel="°C")', "label", "ax.set(xlabel='not °C')"),
    ('ax.set_title("°C")', "label", "ax.set_title('not °C')"),
    ("g.manual_seed(3)", "seed", "g.manual_seed(4)"),
    ("fit(seed=3)", "seed", "fit(seed=4)"),
    ("fit(x_train, x_val)", "train for val", "fit(x_val, x_val)"),
    ("means = X.mean(dim=0)", "axis", "means = X.mean(dim=1)"),
    ("ax.loglog(x, y)", "axis", "ax.plot(x, y)"),
    ('print(f"{x.mean():.2f}")', "sum for mean", "print(f'{x.sum():.2f}')"),
]


@pytest.mark.parametrize(("line", "kind", "becomes"), CHANGES)
def test_an_operator_changes_what_it_says(line, kind, becomes):
    assert becomes in [mutant.source for mutant in mutants(line) if mutant.kind == kind]


def test_every_kind_has_an_example():
    assert {kind for _, kind, _ in CHANGES} == set(KINDS)


@pytest.mark.parametrize(
    "line",
    [
        "x: Annotated[int, 3] = y",
        'print("a" + b)',
        "x.train()\nx.val()",
        "import torch",
        '"""1.5"""',
    ],
)
def test_what_no_reader_would_miss_is_left_alone(line):
    assert list(mutants(line)) == []


def test_a_seed_and_an_axis_are_no_integers_to_count_up():
    kinds = [mutant.kind for mutant in mutants("prepare(seed=1)\nx.std(1)\nx.std(dim=1)")]
    assert kinds == ["seed", "axis", "axis"]


SPREAD = '''def f(x):  # first
    """A text with 1.5."""
    return (
        x  # the °C
        + 2.5
    )  # fifth


last = 3  # ninth
'''


def test_a_fault_keeps_every_other_line_in_its_place():
    for mutant in mutants(SPREAD):
        assert mutant.source.count("\n") == SPREAD.count("\n")
        assert SPREAD.splitlines()[mutant.line - 1].strip() == mutant.text
        assert mutant.source.endswith("last = 3  # ninth\n") == (mutant.kind != "integer + 1")
        assert ast.dump(ast.parse(mutant.source)) != ast.dump(ast.parse(SPREAD))
    assert [mutant.line for mutant in mutants(SPREAD)] == [4, 5, 9]


def test_the_sample_meets_every_place_and_takes_the_rare_kinds_first():
    some = [
        Planted(f"course_utils/{room}.py", "", mutant)
        for room in ("data", "models")
        for mutant in mutants("\n".join(["x = 1"] * 30 + ["x = -y", "x = x < y"]))
    ]
    drawn = draw(some, 6, seed=0)
    assert [planted.place for planted in drawn] == ["data", "models"] * 3
    assert {planted.mutant.kind for planted in drawn} == {"integer + 1", "sign", "< for <="}
    assert drawn == draw(some, 6, seed=0)
    assert len(draw(some, 100, seed=0)) == len(some)


def test_a_fault_is_planted_neither_in_a_stub_nor_in_a_check(tmp_path):
    cells = [
        ("shown", [], "x = 1"),
        ("stub", ["exercise"], "y = 1"),
        ("check", ["check"], "check(1)"),
    ]
    notebook = {
        "cells": [
            {"cell_type": "code", "id": name, "metadata": {"tags": tags}, "source": [text]}
            for name, tags, text in cells
        ]
    }
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks/01_a.ipynb").write_text(json.dumps(notebook))
    assert [planted.cell for planted in planted_in_notebooks(tmp_path)] == ["shown"]


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """A course with one function, of which one line cannot be noticed, and its test."""
    folder = tmp_path / "copy"
    for name, text in {
        "course_utils/__init__.py": "",
        "course_utils/models.py": "def twice(x):\n    x = x if x > 0 else x\n    return x + x\n",
        "tests/__init__.py": "",
        "tests/test_models.py": "from course_utils.models import twice\n\n\n"
        "def test_twice():\n    assert twice(3) == 6\n",
        "pytest.ini": "[pytest]\naddopts = --doctest-modules\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.mark.skipif(os.name == "nt", reason="the processes are forked")
def test_a_fault_is_killed_and_an_equivalent_one_survives(made_up, monkeypatch):
    monkeypatch.setattr(forked, "SLOW", forked.SLOW[-3:])  # torch is not needed here
    planted = {one.mutant.kind: one for one in find_planted(made_up)}
    results = [try_one(planted[kind], made_up) for kind in ("+ for −", "< for <=")]
    assert [result.outcome for result in results] == ["killed", "survived"]
    assert results[0].noticed_by == "tests/test_models.py::test_twice"
    assert "return x + x" in (made_up / "course_utils/models.py").read_text()
    assert without_a_fault(results, made_up) == results
    (made_up / "tests/test_models.py").write_text("def test_twice():\n    assert 0\n")
    assert without_a_fault(results, made_up)[0].outcome == "unproven"


def test_a_room_is_asked_first_where_its_tests_name_the_file():
    first = files_to_run(Planted("course_utils/training/schedules.py", "", None), 3)  # type: ignore[arg-type]
    asked = [name for name in first if name.endswith(".py")]
    assert len(asked) == 4
    assert asked == first[:4]  # notebooks take longest, so they come last
    assert first[:2] == ["course_utils/training/schedules.py", "tests/training/test_schedules.py"]


def test_notebooks_that_use_a_file_are_asked_last():
    files = files_to_run(Planted("course_utils/figures/bowls.py", "", None), 1)  # type: ignore[arg-type]
    assert files[-1] == "notebooks/02_normalization.ipynb"
    program = files_to_run(Planted("course_utils/training/moons_ddp.py", "", None), 1)  # type: ignore[arg-type]
    assert program[1:3] == ["tests/training/test_launching.py", "notebooks/12_scaling_out.ipynb"]


def test_a_listed_fault_is_equivalent_wherever_its_line_has_moved(tmp_path):
    listed = tmp_path / "list.toml"
    listed.write_text(
        '[[mutant]]\nfile = "a.py"\nkind = "< for <="\nline = "x = x if x > 0 else x"\nreason = "same"'
    )
    entries = read_entries(listed)
    for source, expected in [("\n\nx = x if x > 0 else x", "same"), ("x = 1 if x > 0 else x", "")]:
        (mutant,) = [one for one in mutants(source) if one.kind == "< for <="]
        assert reason(Planted("a.py", "", mutant), entries) == expected
    assert reason(Planted("b.py", "", mutant), entries) == ""


def test_the_list_names_lines_that_are_still_there():
    root = Path(__file__).resolve().parents[2]
    for entry in read_entries():
        text = (root / entry["file"]).read_text(encoding="utf-8")
        line = json.dumps(entry["line"], ensure_ascii=False)[1:-1]
        assert entry["line"] in text or line in text, entry
        assert entry["kind"] in KINDS
        assert len(entry["reason"]) > 20


def test_the_table_counts_noticed_of_all_and_leaves_out_what_nobody_can_notice():
    def result(kind: str, outcome: str) -> Result:
        return Result("f.py", "", "data", kind, 1, "x = 1", "1 → 2", outcome, "", 0.0)

    some = [result("sign", "killed"), result("sign", "survived"), result("seed", "timeout")]
    some.append(result("seed", "equivalent"))
    assert table(some).splitlines()[2:] == [
        "| data | 1/1 | 1/2 | 2/3 |",
        "| all | 1/1 | 1/2 | 2/3 |",
    ]
    assert round(share_noticed(some)) == 67
    said = summary(some, 95.0)
    assert "noticed 2 of 3, 67 %: the goal is 95 %" in said
    assert "not counted: equivalent, 1" in said
    assert said.count("x = 1") == 1
