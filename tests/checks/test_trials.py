"""Trying unknown answers: copies, time limits, exceptions, stubs, randomness."""

import _thread
import random
import threading
import time
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from course_utils.checks.clock import Clock, TimeUpError
from course_utils.checks.trials import try_answer


def ask_twice(answer: Any, x: float) -> float:
    return 2 * answer(x)


def test_a_value_comes_back() -> None:
    assert try_answer(lambda x: x + 1, (2,)).value == 3
    assert try_answer(3.5).value == 3.5
    assert try_answer(lambda x: x + 1, (2,), ask_twice).value == 6
    assert try_answer(nn.Identity(), (torch.ones(2),)).value.tolist() == [1.0, 1.0]


def test_an_exception_comes_back_with_the_line_that_led_to_it() -> None:
    def broken(x: float) -> float:
        return x + undefined  # type: ignore[name-defined] # noqa: F821

    outcome = try_answer(broken, (1.0,))
    assert outcome.kind == "raised"
    assert outcome.error == "NameError: name 'undefined' is not defined"
    first = broken.__code__.co_firstlineno
    assert outcome.line.startswith(f"line {first + 1}: return x + undefined")


def test_the_line_is_the_learners_when_torch_raises() -> None:
    def mismatched(x: Tensor) -> Tensor:
        return nn.functional.linear(x, torch.ones(3, 7))

    outcome = try_answer(mismatched, (torch.ones(2),))
    assert outcome.kind == "raised"
    assert "nn.functional.linear(x" in outcome.line


def test_no_line_where_the_learner_wrote_none() -> None:
    outcome = try_answer(lambda x: x, ())
    assert outcome.kind == "raised"
    assert "missing 1 required positional argument" in outcome.error
    assert outcome.line == ""


def test_even_an_exit_is_an_outcome() -> None:
    assert try_answer(lambda: exit(3)).error.startswith("SystemExit")


def endless(x: float) -> float:
    while True:
        x = x + 1


def stubborn(x: float) -> float:
    while True:
        try:
            while True:
                x = x + 1
        except Exception:
            x = 0


def very_stubborn(x: float) -> float:
    refused = 0
    while True:
        try:
            while True:
                x = x + 1
        except BaseException:
            refused += 1
            if refused > 3:
                raise


@pytest.mark.parametrize("answer", [endless, stubborn, very_stubborn])
def test_an_endless_loop_is_stopped(answer: Any) -> None:
    threads = threading.active_count()
    start = time.monotonic()
    assert try_answer(answer, (0.0,), clock=Clock(0.2)).kind == "time up"
    assert time.monotonic() - start < 3
    assert threading.active_count() == threads


def test_time_up_is_not_an_ordinary_exception() -> None:
    assert not issubclass(TimeUpError, Exception)


def test_the_stop_button_is_heard() -> None:
    threads = threading.active_count()
    timer = threading.Timer(0.3, _thread.interrupt_main)
    timer.start()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        try_answer(endless, (0.0,), clock=Clock(20))
    assert time.monotonic() - start < 5
    timer.join()
    assert threading.active_count() == threads


def test_a_missing_return_is_none_and_not_an_error_of_the_question() -> None:
    def forgot(x: float) -> None:
        x = x + 1

    for ask in (None, ask_twice):
        outcome = try_answer(forgot, (1.0,), ask)
        assert (outcome.kind, outcome.value) == ("value", None)


def test_an_error_after_a_good_return_is_the_errors() -> None:
    calls: list[float] = []

    def tires(x: float) -> Any:
        calls.append(x)
        if len(calls) > 1:
            raise KeyError("a")
        return None

    outcome = try_answer(tires, (1.0,), lambda answer, x: (answer(x), answer(x)))
    assert outcome.error == "KeyError: 'a'"


def test_randomness_is_the_same_in_each_trial_and_the_callers_is_kept() -> None:
    def draw() -> tuple[float, float, float]:
        return float(torch.rand(())), random.random(), float(np.random.rand())

    def states() -> tuple[Any, ...]:
        return torch.get_rng_state().tolist(), random.getstate(), np.random.get_state()[1].tolist()  # type: ignore[index]

    before = states()
    first = try_answer(draw).value
    draw_between = draw()
    assert try_answer(draw).value == first != draw_between
    draw_again = states()
    try_answer(draw)
    assert states() == draw_again != before


def test_gradients_can_be_asked_for_wherever_the_check_stands() -> None:
    def slope() -> float:
        x = torch.tensor(3.0, requires_grad=True)
        (x**2).backward()
        assert x.grad is not None
        return float(x.grad)

    with torch.no_grad():
        assert try_answer(slope).value == 6.0
        assert not torch.is_grad_enabled()


def test_prints_of_an_answer_appear(capsys: pytest.CaptureFixture[str]) -> None:
    try_answer(lambda: print("here"))
    assert capsys.readouterr().out == "here\n"
