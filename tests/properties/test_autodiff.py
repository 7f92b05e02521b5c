"""Scalar and its graph, with any number and anything that is none."""

import math
import operator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_utils.autodiff import Scalar, ancestors, to_mermaid
from course_utils.figures import plot_graph
from tests.properties.promises import attempt
from tests.properties.strategies import NO_TENSORS, reproducible, tensors

OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.pow]
NO_NUMBERS = [it for it in NO_TENSORS if not isinstance(it, int)]
NUMBERS = st.one_of(st.floats(), st.integers(-(10**6), 10**6), st.just(10**400))
CAME = r"got|\(.*\)|/|too large"  # an error of an operation writes the operation itself


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda it: it.__name__)
@given(NUMBERS, NUMBERS, st.sampled_from(["left", "right", "both"]))
@reproducible(150)
def test_an_operation_is_that_of_floats_or_is_told(
    operation: Any, a: Any, b: Any, which: str
) -> None:
    def calculate() -> Scalar:
        left = a if which == "right" else Scalar(a)
        right = b if which == "left" else Scalar(b)
        return operation(left, right)

    outcome = attempt(calculate, documented_by=Scalar, came=CAME)
    if outcome.error is None:
        wanted = operation(float(a), float(b))
        assert outcome.value.val == wanted or math.isnan(wanted)
        if math.isfinite(a) and math.isfinite(b):
            assert math.isfinite(outcome.value.val)


@pytest.mark.parametrize("name", ["exp", "log", "tanh", "relu"])
@given(st.floats())
@reproducible(100)
def test_a_function_is_that_of_python_or_is_told(name: str, number: float) -> None:
    method = getattr(Scalar, name)
    outcome = attempt(lambda: method(Scalar(number)), documented_by=method, came=CAME)
    if outcome.error is None and name == "relu":
        assert outcome.value.val == max(number, 0.0) or math.isnan(number)
    elif outcome.error is None:
        wanted = getattr(math, name)(number)
        assert outcome.value.val == wanted or math.isnan(wanted)


@given(st.one_of(st.sampled_from(NO_NUMBERS), tensors()), st.sampled_from(OPERATIONS))
@reproducible(60)
def test_what_is_no_number_is_told(thing: Any, operation: Any) -> None:
    assert attempt(Scalar, thing).error is not None
    assert attempt(operation, Scalar(2), thing, documented_by=Scalar).error is not None
    if operation is not operator.pow:  # of a text "%" and of a list "*" would be called first
        assert attempt(operation, thing, Scalar(2), documented_by=Scalar).error is not None


@given(st.one_of(st.sampled_from(NO_NUMBERS), tensors(), st.just(3)))
@reproducible(40)
def test_what_has_no_graph_is_told(thing: Any) -> None:
    assert attempt(ancestors, thing).error is not None
    assert attempt(to_mermaid, thing).error is not None
    assert attempt(plot_graph, thing).error is not None


@given(st.lists(st.tuples(st.sampled_from(OPERATIONS[:3]), st.integers(-3, 3)), max_size=8))
@reproducible(30)
def test_the_graph_holds_each_number_once(steps: list[tuple[Any, int]]) -> None:
    x = y = Scalar(2)
    for operation, number in steps:
        y = operation(y, Scalar(number))
    order = attempt(ancestors, y).value
    assert len(order) == len(set(map(id, order))) == 1 + 2 * len(steps)
    text = attempt(to_mermaid, y, x=x).value
    assert text.count("value ") == len(order)
    y.backward()
    assert all(math.isfinite(node.grad) for node in order)
    y.zero_grad()
    assert all(node.grad == 0 for node in order)
