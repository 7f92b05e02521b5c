"""What an answer changes for the whole notebook is put back, and said where it matters."""

import os
import random
import warnings
from pathlib import Path
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pytest
import torch
from torch import nn

from course_utils.autodiff import Scalar
from course_utils.checks import judge
from course_utils.checks.trials import try_answer
from course_utils.exercises import Case, Exercise

CHANGES: dict[str, tuple[Any, str]] = {
    "gradients": (lambda: torch.set_grad_enabled(False), "gradients"),
    "type": (lambda: torch.set_default_dtype(torch.float64), "type of all new tensors"),
    "device": (lambda: torch.set_default_device("meta"), "device of all new tensors"),
    "determinism": (lambda: torch.use_deterministic_algorithms(True), "deterministic"),
    "anomalies": (lambda: torch.autograd.set_detect_anomaly(True), "anomaly"),
    "threads": (lambda: torch.set_num_threads(torch.get_num_threads() + 1), "threads"),
    "precision": (lambda: torch.set_float32_matmul_precision("medium"), "precision"),
    "print": (lambda: torch.set_printoptions(precision=2, sci_mode=True), "tensors are printed"),
    "array print": (lambda: np.set_printoptions(precision=2), "arrays are printed"),
    "errors": (lambda: np.seterr(all="raise"), "NumPy does about errors"),
    "folder": (lambda: os.chdir(os.path.sep), "working folder"),
    "variables": (lambda: os.environ.__setitem__("COURSE_TEST_NONSENSE", "1"), ""),
    "figures": (lambda: plt.figure(), ""),
    "warnings": (lambda: warnings.simplefilter("ignore"), ""),
    "seeds": (
        lambda: (torch.manual_seed(1), np.random.seed(1), random.seed(1)),
        "",
    ),
}


def state() -> list[Any]:
    return [
        torch.is_grad_enabled(),
        torch.get_default_dtype(),
        torch.get_default_device(),
        torch.are_deterministic_algorithms_enabled(),
        torch.is_anomaly_enabled(),
        torch.get_num_threads(),
        torch.get_float32_matmul_precision(),
        repr(torch.tensor([1e-9, 1 / 3])),
        np.get_printoptions(),
        np.geterr(),
        Path.cwd(),
        dict(os.environ),
        plt.get_fignums(),
        list(warnings.filters),
        torch.get_rng_state().tolist(),
        np.random.get_state()[1].tolist(),  # type: ignore[index]
        random.getstate(),
    ]


@pytest.mark.parametrize("name", CHANGES)
def test_it_is_put_back_and_said(name: str) -> None:
    change, said = CHANGES[name]
    torch.use_deterministic_algorithms(False)  # imports what sets variables of its own
    before = state()
    outcome = try_answer(lambda: (change(), 1.0)[1])
    assert state() == before
    assert outcome.value == 1.0
    assert len(outcome.left) == bool(said)
    assert said in "".join(outcome.left)


def test_a_right_answer_that_leaves_something_behind_is_right_and_told() -> None:
    toy = Exercise("7.1", "A toy", "build", "toys", (Case("a", (1.0,)),), lambda x: x, (), ())

    def answer(x: float) -> float:
        torch.set_grad_enabled(False)
        return x

    verdict = judge(toy, answer)
    assert verdict.kind == "right"
    assert "\n  Note: your answer switches gradients off or on" in verdict.text
    assert "Here it was put back." in verdict.text


def chain(x: Scalar) -> Scalar:
    y = x * x
    return y + y


CHANGED: list[tuple[str, Any, Any, str]] = [
    ("number in a list", [1.0, 2.0], lambda x: x.__setitem__(1, 1.0), "list"),
    ("sorted list", [2.0, 1.0], lambda x: x.sort(), "list"),
    ("type in a list", [torch.ones(2)], lambda x: x.__setitem__(0, x[0].double()), "list"),
    ("None in a list", [torch.ones(2)], lambda x: x.__setitem__(0, None), "list"),
    ("array in a list", [torch.ones(2)], lambda x: x.__setitem__(0, x[0].numpy()), "list"),
    ("reversed list", [torch.ones(2), torch.zeros(2)], lambda x: x.reverse(), "list"),
    ("value in a dict", {"a": 1.0}, lambda x: x.update(a=2.0), "dict"),
    ("key in a dict", {"a": 1.0}, lambda x: x.pop("a"), "dict"),
    ("tensor", torch.ones(2), lambda x: x.mul_(2), "tensor"),
    ("almost the same", torch.tensor(0.1), lambda x: x.add_(1e-8).add_(1e-8), "tensor"),
    ("requires_grad", torch.ones(2), lambda x: x.requires_grad_(), "requires_grad"),
    (
        "gradient",
        torch.ones(2, requires_grad=True),
        lambda x: x.sum().backward(),
        "grad",
    ),
    ("mode", nn.Sequential(nn.Linear(1, 1), nn.Dropout()), lambda m: m[1].eval(), "mode"),
    ("buffer", nn.BatchNorm1d(2), lambda m: m(torch.randn(5, 2)), "model"),
    ("parameter", nn.Linear(1, 1), lambda m: nn.init.zeros_(m.weight), "model"),
    ("frozen", nn.Linear(1, 1), lambda m: m.weight.requires_grad_(False), "requires_grad"),
    ("model's gradient", nn.Linear(1, 1), lambda m: m(torch.ones(1)).backward(), "grad"),
    ("Scalar", Scalar(3.0), lambda s: setattr(s, "grad", 1.0), "object"),
    ("array", np.ones(2), lambda x: x.__iadd__(1), "array"),
    ("array of objects", np.array([1, "a"], dtype=object), lambda x: x.fill(0), "array"),
]


@pytest.mark.parametrize(
    ("given", "change", "kind"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED]
)
def test_what_was_given_is_compared_with_all_that_hangs_on_it(
    given: Any, change: Any, kind: str
) -> None:
    assert try_answer(lambda x: change(x) and None, (given,)).changed == {(0, kind)}
    assert not try_answer(lambda x: 1.0, (given,)).changed
    # and where the exercise has a question of its own
    asked = try_answer(lambda x: change(x) and None, (given,), lambda answer, x: answer(x) is None)
    assert (0, kind) in asked.changed


def test_what_the_solution_changes_may_be_changed() -> None:
    case = Case("a", (torch.ones(2),), lambda answer, x: (answer(x), x.sum().item())[1])
    mend = Exercise("7.1", "A toy", "build", "toys", (case,), lambda x: x.zero_(), (), ())
    assert judge(mend, lambda x: x.mul_(0)).kind == "right"
    assert judge(mend, lambda x: x.mul_(2)).kind == "wrong"


STRANGE = {
    "array of texts": np.array(["a", "b"]),
    "array of objects": np.array([object()], dtype=object),
    "long double": np.longdouble(3),
    "sparse": torch.ones(3).to_sparse(),
    "meta": torch.ones(3, device="meta"),
    "nested": torch.nested.nested_tensor([torch.ones(1), torch.ones(2)]),
    "unequal to itself": type("Odd", (), {"__eq__": lambda self, other: False})(),
    "no comparing": type("Odd", (), {"__eq__": lambda self, other: 1 / 0})(),
    "no text": type("Odd", (), {"__repr__": lambda self: 1 / 0})(),
    "generator": (i for i in range(3)),
    "huge": 10**400,
    "complex": 1 + 2j,
    "quantized": torch.quantize_per_tensor(torch.ones(2), 0.1, 0, torch.qint8),
}


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE)
@pytest.mark.parametrize("wanted", [1.0, 3, torch.ones(3), (1, 2), "word"], ids=str)
def test_no_answer_breaks_the_check(strange: Any, wanted: Any) -> None:
    value = Exercise("7.1", "A toy", "read", "toys", (Case("a"),), wanted, (), ())
    assert judge(value, strange).kind in ("wrong", "right")
    case = Case("a", (torch.ones(3),))
    function = Exercise("7.2", "A toy", "build", "toys", (case,), lambda x: wanted, (), ())
    assert judge(function, lambda x: strange).kind in ("wrong", "right")
    assert judge(function, lambda x: (strange, strange)).kind == "wrong"


def test_a_fault_of_ours_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    from course_utils.checks import verdicts

    toy = Exercise("7.1", "A toy", "build", "toys", (Case("a"),), 1.0, (), ())
    nothing: dict[str, Any] = {}
    monkeypatch.setattr(verdicts, "find_mistake", lambda *_: nothing["a"])
    verdict = judge(toy, 2.0)
    assert verdict.kind == "no verdict"
    assert "a fault of the course and not yours" in verdict.text
    assert "\n" not in verdict.text


def test_without_a_value_from_the_solution_there_is_no_verdict() -> None:
    def broken(x: float) -> float:
        raise OSError("no space left")

    toy = Exercise("7.1", "A toy", "build", "toys", (Case("a", (1.0,)),), broken, (), ())
    for answer in (broken, lambda x: x, ...):
        verdict = judge(toy, answer)
        assert verdict.kind == "no verdict"
        assert "cannot be judged here" in verdict.text
        assert "no space left" in verdict.text
