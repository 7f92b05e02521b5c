"""Comparing answers and putting them into words."""

import decimal
import fractions
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from course_utils.checks.answers import difference, fits, remedy
from course_utils.checks.phrases import describe, outline
from course_utils.checks.values import kind_of


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (1.0, 1.00009),
        (5.0, 5),
        (0.0, 9e-7),
        (2.0, torch.tensor(2.0, dtype=torch.float64, requires_grad=True)),
        (torch.tensor(2.0), 2.0),
        (2.0, np.float32(2)),
        (float("nan"), float("nan")),
        (float("inf"), float("inf")),
        (3, torch.tensor(3)),
        (True, torch.tensor(True)),
        (True, np.bool_(True)),
        (3, 3.0),
        (3, np.float64(3)),
        (2.5, fractions.Fraction(5, 2)),
        (2.5, decimal.Decimal("2.5")),
        (2.5, np.longdouble(2.5)),
        (4, np.int64(4)),
        ("no learning", "No_Learning "),
        ("no", np.str_("no")),
        (("a", "b"), np.array(["a", "b"])),
        (("a", "b"), np.array(["a", "b"], dtype=object)),
        ((11, 11), (11.0, 11.0)),
        ((11,), torch.tensor([11])),
        ((10.0, 3.0), np.array([10, 3])),
        (torch.ones(2), torch.ones(2).to_sparse()),
        (torch.ones(2), np.ones(2, dtype=np.longdouble)),
        ((11, 11), torch.Size([11, 11])),
        ((1.0, (2.0, 3)), [1.0, [2.0, 3]]),
        ([1, 2], (1, 2)),
        (torch.ones(2), np.ones(2)),
        (torch.ones(2), torch.ones(2, dtype=torch.float64)),
        (torch.tensor([1, 2]), torch.tensor([1, 2], dtype=torch.int32)),
        (torch.tensor([float("nan")]), torch.tensor([float("nan")])),
    ],
)
def test_same(wanted: Any, got: Any) -> None:
    assert difference(wanted, got, 1e-4, 1e-6) == ""


@pytest.mark.parametrize(
    ("wanted", "got"),
    [
        (1.0, 1.0002),
        (0.0, 2e-6),
        (1.0, True),
        (True, 1),
        (3, 4),
        (3, 3.4),
        (float("inf"), 1e30),
        (1.0, float("nan")),
        ("yes", "no"),
        (2.0, torch.tensor([2.0])),
        ((11, 11), (11,)),
        ((11,), torch.tensor([12])),
        (2, 2 + 1j),
        (torch.ones(2), torch.ones(2, dtype=torch.complex64)),
        (torch.ones(2), torch.ones(2, device="meta")),
        ("yes", "yes sir"),
        ((1, 2), {1: 2}),
        ([1, 2], (1, 3)),
        (torch.ones(2), [1.0, 1.0]),
        (torch.ones(2), torch.ones(2, 1)),
        (torch.ones(2), torch.ones(1)),
        (torch.ones(2), torch.tensor([1.0, 1.0002])),
        (torch.ones(2), torch.tensor([1, 1])),
        (torch.tensor([1, 0]), torch.tensor([True, False])),
        (1.0, None),
    ],
)
def test_different(wanted: Any, got: Any) -> None:
    assert difference(wanted, got, 1e-4, 1e-6)


def test_a_long_tensor_names_its_first_wrong_entry() -> None:
    wanted = torch.zeros(4, 5)
    got = wanted.clone()
    got[2, 3], got[3, 3] = 7.5, 1.0
    assert difference(wanted, got, 1e-4, 1e-6) == (
        "The shape (4, 5) is right, 2 of 20 entries differ; the first at [2, 3]: "
        "wanted 0.0, got 7.5."
    )


def test_describe_and_kinds() -> None:
    for value, kind, text in [
        (4517.2998, "number", "the number 4517.3"),
        (1e7, "number", "the number 1e+07"),
        (3, "number", "the number 3"),
        (torch.arange(9.0), "tensor", "a tensor of shape (9,) that starts 0.0, 1.0, 2.0, 3.0, …"),
        (torch.tensor([[1, 2]]), "tensor", "the tensor [[1, 2]] of shape (1, 2)"),
        ((11,), "tuple", "the tuple (11,)"),
        ([11, 1.5], "list", "the list [11, 1.5]"),
        ([torch.ones(2), (3,)], "list", "the list [tensor([1.0, 1.0]), (3,)]"),
        ([0.5] * 9, "list", "a list of 9 entries that starts 0.5, 0.5, 0.5, 0.5, …"),
        (torch.Size([11]), "tuple", "the tuple (11,)"),
        ("ah", "word", '"ah"'),
        (False, "truth value", "the truth value False"),
        (nn.Linear(1, 1), "model", "the model Linear"),
        (nn.Linear, "class", "the class Linear"),
        (abs, "function", "the function abs"),
        (..., "ellipsis", "the three dots"),
        ({}, "dict", "a value of type dict"),
        (np.ones(2), "tensor", "the array [1.0, 1.0] of shape (2,)"),
        (np.array(["a"]), "list", "the list ['a']"),
        (1 + 2j, "number", "the number (1+2j)"),
        ((3, torch.ones(64, 3)), "tuple", "the tuple (3, <tensor of shape (64, 3)>)"),
        (3**10000, "number", "a number of 4771 digits"),
    ]:
        assert (kind_of(value), describe(value)) == (kind, text)
    assert fits(abs, nn.ReLU())
    assert not fits(nn.ReLU(), abs)
    assert fits((1,), [1])
    assert fits((1,), torch.ones(1))
    assert not fits(("a",), torch.ones(1))


@pytest.mark.parametrize(
    ("wanted", "got", "words"),
    [
        (torch.ones(2), [1.0, torch.tensor(1.0)], ": wrap it in torch.tensor"),
        (torch.ones(2), [torch.tensor(1.0)] * 2, ": join its entries with torch.stack"),
        (torch.ones(2), [torch.ones(3)] * 2, ""),
        (
            torch.ones(3, 2),
            (torch.ones(3, 2), torch.ones(3)),
            ": one entry alone is asked for, not all 2",
        ),
        (1.0, (3, 2.0, "a"), ""),
        (1.0, "1.0", ": without quotes it is a number"),
        (torch.ones(2), (1, 2), ": wrap it in torch.tensor"),
        (torch.ones(1, 2), [torch.ones(2)], ": join its entries with torch.stack"),
        (torch.ones(2), ["a", 1], ""),
        (torch.ones(2), [None], ""),
        (torch.ones(0), [], ""),
        (torch.ones(2), 1.0, ""),
        ((1, 2), 1, ""),
        (abs, 3.0, ": give the function itself, without calling it"),
        (abs, nn.Linear, ""),
    ],
)
def test_remedy(wanted: Any, got: Any, words: str) -> None:
    assert remedy(wanted, got) == words
    if not callable(wanted) and not isinstance(got, str):
        assert difference(wanted, got, 1e-4, 1e-6).endswith(words)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ([(torch.ones(3), torch.ones(2))] * 5, "a list with 5 times a tuple of"),
        ([torch.ones(3), torch.ones(2)], "a list of 2 tensors"),
        ([], "an empty list"),
        ((1, "a"), "a tuple of a number, a word"),
        (torch.ones(2), "a tensor of shape (2,)"),
        (None, "None"),
    ],
)
def test_outline(value: Any, text: str) -> None:
    assert outline(value).startswith(text)


def test_a_row_says_which_entry_is_off_and_why() -> None:
    said = difference((59, (3, 7), 1.0), (59, (7, 3), 1.0), 1e-4, 1e-6)
    assert said.endswith("\nRight: entries 1 and 3. Not right: entry 2.")
    said = difference((1, 2, 3, 4), (0, 2, 0, 0), 1e-4, 1e-6)
    assert said.endswith("\nRight: entry 2. Not right: entries 1, 3 and 4.")
    assert "That is 2 in place of 3 entries." in difference((1, 2, 3), (1, 2), 1e-4, 1e-6)
    nested = difference((torch.ones(1, 2), 2.0), ([[1.0, 1.0]], 2.0), 1e-4, 1e-6)
    assert nested.endswith(
        "Entry 1: wanted a tensor of shape (1, 2), got a list with a list with 2 times a number: wrap it in torch.tensor."
    )


def test_where_a_value_is_asked_for_only_its_numbers_count() -> None:
    assert difference(5 / 3, torch.tensor([5 / 3]), 1e-4, 1e-6, value=True) == ""
    assert difference(5 / 3, torch.tensor([5 / 3]), 1e-4, 1e-6)
    assert difference(torch.tensor([1, 2]), torch.tensor([1.0, 2.0]), 1e-4, 1e-6, value=True) == ""
    assert "whole numbers" in difference(torch.tensor([1, 2]), torch.ones(2), 1e-4, 1e-6)
