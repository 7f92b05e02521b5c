"""`Scalar`: its rules against torch.autograd, its cost on deep and wide graphs, its errors."""

import ast
import gc
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from course_utils import autodiff
from course_utils.autodiff import Scalar, ancestors, to_mermaid

# Rounding differs from torch's in the last digits, and where large numbers cancel those are all
# that is left: so a gradient may be off by 1e-9 of itself or by 1e-13 of the largest around.
RELATIVE, OF_THE_LARGEST = 1e-9, 1e-13
LARGEST = 50.0  # values beyond are squashed, so that no power of a power overflows


def slopes(y: Scalar, *x: Scalar) -> list[float]:
    y.backward()
    return [node.grad for node in x]


# --- random expressions, in which any earlier result may be used again -----------------------

NUMBERS = st.floats(-3, 3).map(lambda value: round(value, 3))
STEP = st.tuples(st.integers(0, 20), st.integers(0, 30), st.integers(0, 30), NUMBERS)
GRAPHS = st.tuples(st.lists(NUMBERS, min_size=1, max_size=4), st.lists(STEP, max_size=25))


def apply(kind: int, a: Any, b: Any, value_of: Callable, number: float) -> Any:
    """One operation on two earlier results, chosen so that it has a derivative there."""
    u, v = value_of(a), value_of(b)
    operations: list[tuple[bool, Callable]] = [
        (True, lambda: a + b),
        (True, lambda: a - b),
        (True, lambda: a * b),
        (abs(v) > 0.1, lambda: a / b),
        (True, lambda: -a),
        (True, lambda: a + number),
        (True, lambda: number + a),
        (True, lambda: a - number),
        (True, lambda: number - a),
        (True, lambda: a * round(number)),
        (True, lambda: round(number) * a),
        (abs(number) > 0.1, lambda: a / number),
        (abs(u) > 0.1, lambda: number / a),
        (abs(u) > 0.1, lambda: a ** round(number)),
        (u > 0.1, lambda: a**number),
        (0.1 < u < 5 and abs(v) < 5, lambda: a**b),
        (number > 0.1 and abs(u) < 5, lambda: number**a),
        (u < 4, lambda: a.exp()),
        (u > 0.1, lambda: a.log()),
        (abs(u) > 1e-6, lambda: a.relu()),  # so near its corner, rounding would choose the side
    ]
    fits, operation = operations[kind] if kind < len(operations) else (False, None)
    result = operation() if fits and operation else a.tanh()
    return result if abs(value_of(result)) < LARGEST else result.tanh()


def same(got: list[float], wanted: list[float]) -> None:
    slack = OF_THE_LARGEST * max(map(abs, wanted))
    assert got == pytest.approx(wanted, rel=RELATIVE, abs=slack)


@settings(max_examples=500, deadline=None, database=None, derandomize=True)
@given(GRAPHS)
def test_values_and_gradients_are_those_of_torch(graph: tuple) -> None:
    starts, steps = graph
    ours: list[Any] = [Scalar(value) for value in starts]
    theirs = [torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in starts]
    for kind, i, j, number in steps:
        ours.append(apply(kind, ours[i % len(ours)], ours[j % len(ours)], lambda a: a.val, number))
        pair = theirs[i % len(theirs)], theirs[j % len(theirs)]
        theirs.append(apply(kind, *pair, torch.Tensor.item, number))
        theirs[-1].retain_grad()
    same([node.val for node in ours], [node.item() for node in theirs])
    ours[-1].backward()
    theirs[-1].backward()
    gradients = [0.0 if node.grad is None else node.grad.item() for node in theirs]
    same([node.grad for node in ours], gradients)


# --- single rules ---------------------------------------------------------------------------


def test_the_examples_of_the_notebook() -> None:
    assert (Scalar(3) + Scalar(4) * Scalar(5)).val == 23
    x = Scalar(3)
    assert slopes(x, x) == [1]
    x = Scalar(3)
    assert slopes(x + x, x) == [2]
    x = Scalar(3)
    assert slopes(x * x, x) == [6]
    x = Scalar(3)
    assert slopes(x**3 + 4 * x + 1, x) == [31]
    x = Scalar(3)
    a = x * x
    assert slopes(a + a, x, a) == [12, 2]


@pytest.mark.parametrize("number", [2, 2.5, np.float64(2.5), np.float32(2.5), np.int64(2)])
def test_numbers_may_stand_on_either_side(number: Any) -> None:
    n = float(number)
    for make, value, slope in [
        (lambda x: x + number, 3 + n, 1),
        (lambda x: number + x, 3 + n, 1),
        (lambda x: x - number, 3 - n, 1),
        (lambda x: number - x, n - 3, -1),
        (lambda x: x * number, 3 * n, n),
        (lambda x: number * x, 3 * n, n),
        (lambda x: x / number, 3 / n, 1 / n),
        (lambda x: number / x, n / 3, -n / 9),
        (lambda x: x**number, 3**n, n * 3 ** (n - 1)),
        (lambda x: number**x, n**3, n**3 * math.log(n)),
    ]:
        x = Scalar(3)
        y = make(x)
        assert isinstance(y, Scalar)
        assert (y.val, *slopes(y, x)) == pytest.approx((value, slope))


def test_the_slopes_of_a_power_at_its_edges() -> None:
    for base, exponent, value, slope in [
        (0.0, 0, 1, 0),
        (0.0, 1, 0, 1),
        (0.0, 2, 0, 0),
        (0.0, 0.5, 0, math.inf),
        (-2.0, 3, -8, 12),
        (-2.0, -1, -0.5, -0.25),
        (1e-200, -1, 1e200, -math.inf),
        (-1e-300, -1, -1e300, -math.inf),
    ]:
        x = Scalar(base)
        y = x**exponent
        assert (y.val, *slopes(y, x)) == pytest.approx((value, slope)), (base, exponent)


def test_relu_has_slope_0_at_its_corner_as_in_torch() -> None:
    for value, wanted in [(-1.0, (0, 0)), (0.0, (0, 0)), (2.0, (2, 1))]:
        x = Scalar(value)
        assert (x.relu().val, *slopes(x.relu(), x)) == wanted
    assert math.isnan(Scalar(math.nan).relu().val)


def test_a_second_backward_adds_the_same_once_more_as_in_torch() -> None:
    ours = Scalar(3)
    y = (ours * ours) * (ours * ours)
    theirs = torch.tensor(3.0, requires_grad=True)
    z = (theirs * theirs) * (theirs * theirs)
    for times in (1, 2, 3):
        y.backward()
        z.backward(retain_graph=True)
        assert theirs.grad is not None
        assert (ours.grad, y.grad) == (theirs.grad.item(), times)
    y.zero_grad()
    assert [node.grad for node in ancestors(y)] == [0.0] * 4
    y.backward()
    assert ours.grad == 108


def test_two_results_that_share_a_leaf_add_up_in_it_and_nowhere_else() -> None:
    x, w = Scalar(2), Scalar(5)
    first, second = x * w, x * x
    first.backward()
    second.backward()
    assert (x.grad, w.grad, first.grad) == (5 + 4, 2, 1)
    second.zero_grad()
    assert (x.grad, w.grad, first.grad) == (0, 2, 1)


# --- cost -----------------------------------------------------------------------------------


def test_a_diamond_of_60_levels_takes_milliseconds() -> None:
    x = Scalar(1)
    y = x
    for _ in range(60):
        y = y + y  # 2**60 paths lead from y to x
    start = time.perf_counter()
    y.backward()
    assert time.perf_counter() - start < 0.1
    assert x.grad == 2**60


def chain(length: int) -> tuple[Scalar, Scalar]:
    x = Scalar(0.5)
    y = x
    for _ in range(length):
        y = y + x
    return x, y


def seconds_for(length: int) -> float:
    """The shorter of two times to build, differentiate and drop a chain.

    Without the garbage collector, whose passes grow with what other tests have left.
    """
    times = []
    for _ in range(2):
        gc.collect()
        gc.disable()
        start = time.process_time()
        x, y = chain(length)
        y.backward()
        del x, y
        times.append(time.process_time() - start)
        gc.enable()
    return min(times)


def test_a_long_chain_needs_no_recursion() -> None:
    x, y = chain(100_000)
    y.backward()
    assert (y.val, x.grad) == (50_000.5, 100_001)
    assert len(ancestors(y)) == 100_001
    del x, y  # a hundred thousand nested objects go, and Python does not overflow its stack
    gc.collect()


def test_twice_the_length_takes_about_twice_the_time() -> None:
    seconds_for(1_000)  # warm
    assert seconds_for(100_000) / seconds_for(50_000) < 3  # twice, and four times if quadratic


# --- errors and words -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: Scalar(0) ** -1, ZeroDivisionError, r"^\(0\) \*\* \(-1\): "),
        (lambda: 0 ** Scalar(-1.5), ZeroDivisionError, r"^\(0\) \*\* \(-1\.5\): "),
        (lambda: Scalar(-8) ** (1 / 3), ValueError, r"^\(-8\) \*\* \(0\.333333\): .*whole number"),
        (
            lambda: Scalar(-2) ** Scalar(2),
            ValueError,
            r"^\(-2\) \*\* Scalar\(2\): .*use .*x \*\* 2",
        ),
        (lambda: 0 ** Scalar(2), ValueError, "base above 0"),
        (lambda: Scalar(1e200) ** 2, OverflowError, r"^\(1e\+200\) \*\* \(2\) is too large"),
        (lambda: Scalar(7) / 0, ZeroDivisionError, "^7 / 0: "),
        (lambda: 7 / Scalar(0), ZeroDivisionError, "^7 / 0: "),
        (lambda: Scalar(7) / Scalar(0), ZeroDivisionError, "^7 / 0: "),
        (lambda: Scalar(0).log(), ValueError, r"^log\(0\): .*above 0"),
        (lambda: Scalar(-2.5).log(), ValueError, r"^log\(-2\.5\): .*above 0"),
        (lambda: Scalar(1000).exp(), OverflowError, r"^exp\(1000\) is too large"),
        (lambda: Scalar(1e308) + 1e308, OverflowError, r"^\(1e\+308\) \+ \(1e\+308\) is too large"),
        (lambda: -Scalar(1e308) - Scalar(1e308), OverflowError, r"^\(-1e\+308\) − \(1e\+308\)"),
        (lambda: 1e200 * Scalar(1e200), OverflowError, r"^\(1e\+200\) × \(1e\+200\) is too large"),
        (lambda: Scalar(-1e200) * 1e200, OverflowError, r"^\(-1e\+200\) × \(1e\+200\)"),
        (lambda: 1 / (Scalar(1e200) * Scalar(1e200)), OverflowError, "× .* is too large"),
        (lambda: 1e200 / Scalar(1e-200), OverflowError, r"^\(1e\+200\) ÷ \(1e-200\) is too large"),
        (lambda: -1e308 - Scalar(1e308), OverflowError, r"^\(-1e\+308\) − \(1e\+308\)"),
    ],
)
def test_where_there_is_no_result_the_error_names_operation_and_value(
    make: Callable, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        make()


def test_what_was_infinite_before_may_stay_so() -> None:
    x = Scalar(math.inf)
    for y in (x + 1, 1 - x, x * 2, x / 3, x * x, x.exp(), x**2):
        assert math.isinf(y.val)
    assert (1 / x).val == 0
    assert math.isnan((x - x).val)


@pytest.mark.parametrize("thing", ["2", None, [1], 1j, np.ones(2), torch.ones(2), math.sin])
def test_an_operand_that_is_no_number_is_a_type_error(thing: Any) -> None:
    operations: list[Callable] = [
        lambda a, b: a + b,
        lambda a, b: a - b,
        lambda a, b: a * b,
        lambda a, b: a / b,
        lambda a, b: a**b,
    ]
    for operation in operations:
        for pair in [(Scalar(3), thing), (thing, Scalar(3))]:
            with pytest.raises(TypeError):
                operation(*pair)


@pytest.mark.parametrize("thing", ["3", None, Scalar(3), 2j])
def test_a_scalar_is_made_of_a_number(thing: Any) -> None:
    with pytest.raises(TypeError, match=rf"needs a number, got {type(thing).__name__}"):
        Scalar(thing)


def test_repr_shows_value_and_gradient() -> None:
    x = Scalar(3)
    assert repr(x) == "Scalar(3, grad=0)"
    (0.1 * x).backward()
    assert repr(x) == "Scalar(3, grad=0.1)"
    assert repr(2 * Scalar(1 / 3)) == "Scalar(0.666667, grad=0)"


def test_the_graph_as_text() -> None:
    x = Scalar(3)
    a = x * x
    y = a + a
    y.backward()
    assert to_mermaid(y, x=x, a=a, y=y).splitlines() == [
        "flowchart LR",
        '    n0(["x<br/>value 3<br/>grad 12"])',
        '    n1["a (×)<br/>value 9<br/>grad 2"]',
        '    n0 -->|"3"| n1',
        '    n0 -->|"3"| n1',
        '    n2["y (+)<br/>value 18<br/>grad 1"]',
        '    n1 -->|"1"| n2',
        '    n1 -->|"1"| n2',
    ]


def test_the_graph_shows_each_node_once_and_the_sign_of_each_operation() -> None:
    x = Scalar(2)
    y = (-x.tanh() / 3 - x.log() ** 2 + x.exp()).relu() ** x
    lines = to_mermaid(y).splitlines()
    boxes = [line for line in lines if "-->" not in line][1:]
    assert len(boxes) == len(ancestors(y))
    for sign in ("exp", "−", "÷", "log", "^2", "+", "tanh", "relu", "^"):
        assert any(f'["({sign})<br/>value ' in box for box in boxes), sign
    assert to_mermaid(Scalar(3)).splitlines()[1] == '    n0(["value 3<br/>grad 0"])'
    assert len(lines) == 1 + len(boxes) + sum(len(node.parents) for node in ancestors(y))


def test_the_module_needs_no_torch() -> None:
    source = Path(autodiff.__file__).read_text("utf-8")
    names = [
        name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(alias.name for alias in node.names)]
    ]
    assert "math" in names
    assert not [name for name in names if name and name.split(".")[0] in ("torch", "numpy")]
    assert len(source.splitlines()) < 200
