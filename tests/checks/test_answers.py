"""Comparing answers and putting them into words."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from course_utils.checks.answers import describe, difference, fits, kind_of, remedy


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
        (3, 3.0),
        (3, 4),
        (float("inf"), 1e30),
        (1.0, float("nan")),
        ("yes", "no"),
        (2.0, torch.tensor([2.0])),
        ((11, 11), (11.0, 11.0)),
        ((11, 11), (11,)),
        ((11,), torch.tensor([11])),
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
        ([torch.ones(2), (3,)], "list", "the list [[1.0, 1.0], (3,)]"),
        ([0.5] * 9, "list", "a list of 9 entries that starts 0.5, 0.5, 0.5, 0.5, …"),
        (torch.Size([11]), "tuple", "the tuple (11,)"),
        ("ah", "word", '"ah"'),
        (False, "truth value", "the truth value False"),
        (nn.Linear(1, 1), "model", "the model Linear"),
        (nn.Linear, "class", "the class Linear"),
        (abs, "function", "the function abs"),
        (..., "ellipsis", "the three dots"),
        ({}, "dict", "a value of type dict"),
    ]:
        assert (kind_of(value), describe(value)) == (kind, text)
    assert fits(abs, nn.ReLU())
    assert not fits(nn.ReLU(), abs)
    assert fits((1,), [1])
    assert not fits((1,), torch.ones(1))


@pytest.mark.parametrize(
    ("wanted", "got", "words"),
    [
        (torch.ones(2), [1.0, torch.tensor(1.0)], ": wrap it in torch.tensor"),
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
