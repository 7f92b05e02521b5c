"""Every exercise of the course: right answers pass, each mistake gets its own hint and no other."""

import dataclasses
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
import torch

from course_utils.checks import judge, outcomes
from course_utils.exercises import Exercise, Mistake, all_exercises, load, notebooks
from course_utils.exercises.parameter_estimation.solutions import (
    central_differences,
    forgiving_loss,
    quadratic_gradient,
)

EXERCISES = all_exercises()
MISTAKES = [(e, m) for e in EXERCISES for m in e.mistakes]


def number_of(exercise: Exercise) -> str:
    return exercise.number


@pytest.mark.parametrize("exercise", EXERCISES, ids=number_of)
def test_reference_and_other_right_answers_pass(exercise: Exercise) -> None:
    right = f"✓ {exercise.number} · {exercise.learned}"
    for answer in (exercise.reference, *exercise.correct):
        assert judge(exercise, answer).text == right


@pytest.mark.parametrize(
    ("exercise", "mistake"), MISTAKES, ids=[f"{e.number} {m.name}" for e, m in MISTAKES]
)
def test_each_mistake_gets_its_own_hint_and_no_other(exercise: Exercise, mistake: Mistake) -> None:
    verdict = judge(exercise, mistake.answer)
    words = " ".join(verdict.text.split())  # the block is wrapped
    if mistake.given:
        assert verdict.kind == "open"
        assert "changed without effect: it still behaves as it was given" in words
    else:
        assert verdict.kind == "wrong"
        assert words.endswith(f"Hint: {mistake.hint}")


@pytest.mark.parametrize("exercise", EXERCISES, ids=number_of)
def test_an_exercise_is_complete(exercise: Exercise) -> None:
    assert len(exercise.correct) >= 2
    assert len(exercise.mistakes) >= 3
    assert len({mistake.name for mistake in exercise.mistakes}) == len(exercise.mistakes)
    hints = [mistake.hint for mistake in exercise.mistakes if not mistake.given]
    assert all(hints)
    assert len(set(hints)) == len(hints)
    assert len(f"✓ {exercise.number} · {exercise.learned}") <= 96
    assert all(outcome.kind == "value" for outcome in outcomes(exercise, exercise.reference))


def test_right_answers_may_be_torch_functions_and_tensors_that_track_gradients() -> None:
    assert judge(load("0.1"), torch.mean).kind == "right"
    assert judge(load("1.5"), torch.nn.HuberLoss()).kind == "right"

    def with_gradient(t_u: torch.Tensor, t_c: torch.Tensor, *params: float) -> torch.Tensor:
        return quadratic_gradient(t_u, t_c, *params).double().requires_grad_()

    assert judge(load("1.4"), with_gradient).kind == "right"


@pytest.mark.parametrize("order", ["both, then f", "ahead, then behind", "behind, then ahead"])
def test_a_second_name_for_x_gets_a_hint_though_x_is_back_where_it_was(order: str) -> None:
    def with_second_names(f: Callable[..., Any], x: torch.Tensor, delta: float) -> torch.Tensor:
        up, down, rates = x, x, torch.zeros(len(x))
        for i in range(len(x)):
            at: dict[str, torch.Tensor] = {}
            for name, moved, step in sorted(
                [("ahead", up, delta), ("behind", down, -delta)], reverse=order.startswith("behind")
            ):
                moved[i] += step
                at[name] = f(moved)
            if order.startswith("both"):
                at = {"ahead": f(up), "behind": f(down)}
            rates[i] = (at["ahead"] - at["behind"]) / (2 * delta)
        return rates

    text = " ".join(judge(load("1.3"), with_second_names).text.split())
    assert "A second name for x is not a copy" in text.split("Hint:")[-1]


def test_a_wrong_answer_that_nobody_foresaw_gets_no_hint() -> None:
    verdict = judge(load("1.2"), (17, 5))
    assert verdict.kind == "wrong"
    assert "Hint" not in verdict.text
    assert "Got:    the tuple (17, 5)" in verdict.text


def test_a_read_exercise_does_not_show_the_solution() -> None:
    assert "lower b" not in judge(load("1.1"), ("raise b",) * 4).text.partition("Hint")[0]
    assert "(11, 11)" not in judge(load("1.2"), (11, 1)).text
    listed = judge(load("1.2"), [11, 1]).text
    assert "(11, 11)" not in listed
    assert "Wanted: another tuple\n  Got:    the list [11, 1]\n" in listed


def test_notebooks_and_numbers() -> None:
    assert [(n.number, n.title) for n in notebooks()][:2] == [
        ("00", "Start here"),
        ("01", "Parameter estimation"),
    ]
    for notebook in notebooks():
        numbers = [exercise.number for exercise in notebook.exercises]
        assert numbers == [f"{int(notebook.number)}.{i + 1}" for i in range(len(numbers))]
    assert {e.level for e in EXERCISES} == {"read", "change", "build"}


def test_load_names_what_exists() -> None:
    assert load("1.2").number == "1.2"
    with pytest.raises(ValueError, match=r"one of 0\.1, 1\.1, .*1\.6.*; got '9\.9'"):
        load("9.9")
    with pytest.raises(ValueError, match=r"in quotes.*got 1\.2"):
        load(1.2)  # type: ignore[arg-type]


def test_exercises_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        load("1.2").number = "1.3"  # type: ignore[misc]


def test_gradient_rates_and_loss_agree_with_autograd_and_torch() -> None:
    generator = torch.Generator().manual_seed(7)
    t_u, t_c = torch.randn(2, 9, generator=generator)
    params = torch.tensor([0.3, -0.7, 0.2], requires_grad=True)
    torch.nn.functional.mse_loss(params[0] * t_u**2 + params[1] * t_u + params[2], t_c).backward()
    torch.testing.assert_close(quadratic_gradient(t_u, t_c, 0.3, -0.7, 0.2), params.grad)
    exact = torch.hypot(torch.ones(9).double(), t_u.double() - t_c) - 1
    torch.testing.assert_close(
        forgiving_loss(t_u, t_c).double(), exact.mean(), atol=1e-6, rtol=1e-4
    )
    rates = central_differences(
        lambda p: ((p[0] * t_u**2 + p[1] * t_u + p[2] - t_c) ** 2).mean(), params, 0.25
    )
    torch.testing.assert_close(rates, params.grad, atol=1e-4, rtol=1e-4)


def test_a_check_imports_the_exercises_of_its_own_notebook_only() -> None:
    code = (
        "import sys; from course_utils.exercises import load; load('0.1'); "
        "print(*(name for name in sys.modules if name.startswith('course_utils.exercises.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    files = [name.split(".")[2:] for name in done.stdout.split()]
    assert {file[0] for file in files if len(file) > 1} == {"start_here"}
