"""What wrong numbers tell about themselves, in exercises that know nothing of the mistake."""

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from course_utils.checks import judge
from course_utils.checks.arguments import _moved, always_the_same
from course_utils.checks.detectors import entries
from course_utils.checks.trials import Outcome
from course_utils.exercises import Case, Exercise

A = torch.tensor([[1.5, -2.0, 0.25], [3.0, 4.0, -1.25]])
B = torch.tensor([[0.5, 2.5], [-1.0, 7.0], [1.75, 3.52], [0.1, -0.3]])


def hint(reference: Callable[..., Any], answer: Any, *inputs: tuple[Any, ...]) -> str:
    """What an answer is told in an exercise without known mistakes."""
    cases = tuple(
        Case(f"case {place}", given) for place, given in enumerate(inputs or [(A,), (B,)])
    )
    toy = Exercise("7.1", "A toy", "build", "toys", cases, reference, (), ())
    verdict = judge(toy, answer)
    assert verdict.kind == "wrong"
    return " ".join(verdict.text.split()).partition("Hint: ")[2]


def means(X: Tensor) -> Tensor:
    return X.mean(dim=0)


WORDS: list[tuple[str, Callable[..., Any], str]] = [
    ("twice", lambda X: 2 * means(X), "Twice"),
    ("half", lambda X: means(X) / 2, "Half"),
    ("sign", lambda X: -means(X), "sign"),
    ("per cent", lambda X: 100 * means(X), "per cent"),
    ("sum for mean", lambda X: X.sum(dim=0), "a sum where a mean"),
    ("divided once more", lambda X: means(X) / len(X), "divided once too often"),
    ("N − 1", lambda X: X.sum(dim=0) / (len(X) - 1), "one too small"),
    ("N + 1 places", lambda X: means(X) + 1, "Too large by one"),
    ("offset", lambda X: means(X) - 0.7, "Too small by the same number"),
    ("wrong axis", lambda X: X.mean(dim=1), "another axis"),
    ("reverse", lambda X: means(X).flip(0), "reverse"),
    ("shifted", lambda X: torch.cat([means(X), means(X)])[1 : 1 + X.shape[1]], "shifted|reverse"),
    ("sorted", lambda X: means(X).sort().values, "sorted|order"),
    ("another shape", lambda X: X.mean(dim=0, keepdim=True), "only the shape"),
    ("squared", lambda X: means(X) ** 2, "square"),
    ("absolute", lambda X: means(X).abs(), "signs are lost"),
    ("rounded", lambda X: means(X).round(), "rounded"),
    ("rounded down", lambda X: means(X).floor(), "rounded down"),
    ("rounded a little", lambda X: (means(X) * 100).round() / 100, "rounded"),
    ("reciprocal", lambda X: 1 / means(X), "upside down"),
    ("exponential", lambda X: means(X).exp(), "logarithm missing"),
    ("one number", lambda X: means(X).sum(), "the sum of what is asked for"),
    ("mean of all", lambda X: X.mean(), "mean of what is asked for"),
    ("another number", lambda X: X.max(), "One number came"),
    ("last left out", lambda X: means(X)[:-1], "One is missing"),
    ("one too many", lambda X: torch.cat([means(X), means(X)[:1]]), "One too many"),
    ("first entry", lambda X: torch.cat([means(X)[:1] * 0, means(X)[1:]]), "first entry"),
    ("last entry", lambda X: torch.cat([means(X)[:-1], means(X)[-1:] * 3]), "last entry"),
    ("negative ones", lambda X: means(X).relu(), "negative"),
    ("the input", lambda X: X, "as it was given"),
    ("constant", lambda X: torch.ones(2), "same answer in every case|whatever `X`"),
]


@pytest.mark.parametrize(("answer", "word"), [w[1:] for w in WORDS], ids=[w[0] for w in WORDS])
def test_a_detector_names_the_slip(answer: Callable[..., Any], word: str) -> None:
    said = hint(means, answer)
    assert any(part in said for part in word.split("|")), said


@pytest.mark.parametrize(
    ("right", "answer", "word"),
    [
        (lambda X: X.var(dim=0), lambda X: X.var(dim=0, correction=0), "one too large, or one of"),
        (lambda X: X.var(dim=0, correction=0), lambda X: X.var(dim=0), "4 and not 3"),
        (
            lambda X: X.std(dim=0, correction=0),
            lambda X: X.std(dim=0),
            "Divided by 3 under the root",
        ),
        (means, lambda X: X.sum(dim=0) / len(X) ** 0.5, "Too large by the root of 4"),
        (
            lambda X: X.sum(dim=0),
            lambda X: X.sum(dim=0) / len(X) ** 0.5,
            "Too small by the root of 4",
        ),
    ],
)
def test_a_wrong_divisor_is_named(
    right: Callable[..., Any], answer: Callable[..., Any], word: str
) -> None:
    many = torch.tensor([[1.5, -2.0, 0.2], [3.0, 4.1, -1.2], [0.3, 0.9, 5.0], [7.0, 2.2, 1.1]])
    assert word in hint(right, answer, (many,), (torch.cat([many, many.square()]),))


def test_an_offset_is_told_from_three_numbers_on() -> None:
    two = torch.tensor([[1.0, 2.0], [3.0, 5.5]])
    assert "the same number" not in hint(means, lambda X: means(X) + 0.7, (two,))
    assert "the same number" in hint(means, lambda X: means(X) + 0.7, (A,))
    assert "the same number" in hint(means, lambda X: means(X) + 0.7, (two,), (two * 3,))


def test_a_matrix_can_be_transposed() -> None:
    said = hint(lambda X: X.T @ X + torch.arange(X.shape[1]), lambda X: (X.T @ X + torch.arange(X.shape[1])).T)  # fmt: skip
    assert "transposed" in said


def test_bits_and_nats() -> None:
    def entropy(p: Tensor) -> Tensor:
        return -(p * p.log()).sum()

    given = [(torch.tensor([0.2, 0.8]),), (torch.tensor([0.5, 0.1, 0.4]),)]
    assert "bits" in hint(entropy, lambda p: entropy(p) / math.log(2), *given)


def power(base: float, exponent: float, scale: float) -> float:
    on_the_way = base**exponent
    return scale * on_the_way


GIVEN = [(2.0, 3.0, 0.7), (1.5, 2.5, -1.2), (0.5, 2.0, 3.0)]


def test_arguments_that_changed_places() -> None:
    said = hint(power, lambda base, scale, exponent: power(base, exponent, scale), *GIVEN)
    assert said.endswith("hands over base, exponent, scale, in this order.")


def test_one_answer_for_all_cases_is_told_from_two_cases_on() -> None:
    different = [Outcome("value", 2.0), Outcome("value", 3.0), Outcome("value", 5.0)]
    alike = [Outcome("value", 4.0)] * 3
    assert "The same answer in every case" in always_the_same(different, alike, [0, 2])
    assert always_the_same(different, alike, [0]) == ""  # one case says nothing
    assert always_the_same(alike, alike, [0, 1, 2]) == ""  # here it is right
    assert always_the_same(different, different, [0, 1, 2]) == ""


def test_an_argument_without_effect() -> None:
    assert "whatever `scale` is" in hint(
        power, lambda base, exponent, scale: base + exponent, *GIVEN
    )
    assert "whatever `exponent` is" in hint(
        power, lambda base, exponent, scale: scale * base + 1, *GIVEN
    )


def test_a_step_on_the_way() -> None:
    said = hint(power, lambda base, exponent, scale: base**exponent, *GIVEN)
    assert said.startswith("This is a step on the way")


def test_the_only_case_that_fails_is_pointed_at() -> None:
    cases = tuple(Case(f"case {x}", (x,)) for x in (1.0, 2.0, -3.0, 4.0))
    toy = Exercise("7.1", "A toy", "build", "toys", cases, lambda x: x * x + abs(x), (), ())
    text = judge(toy, lambda x: x * x + x).text
    assert "case -3.0" in text
    assert "The other 3 cases are right." in text


@pytest.mark.parametrize(
    "answer",
    [
        lambda X: means(X) * torch.linspace(1, 1.3, X.shape[1]),
        lambda X: means(X) + 0.01 * means(X) ** 2,
        lambda X: X.median(dim=0).values * 1.1 + 0.3,
    ],
)
def test_nothing_is_said_where_nothing_fits(answer: Callable[..., Any]) -> None:
    assert hint(means, answer) == ""


def test_a_single_number_tells_only_what_one_number_can() -> None:
    toy = Exercise("7.1", "A toy", "read", "toys", (Case("a"),), 12.5, (), ())
    assert "Twice" in judge(toy, 25.0).text
    assert "Hint" not in judge(toy, 17.3).text
    assert "12.5" not in judge(toy, 13.0).text


def test_a_whole_number_moves_up_so_that_a_size_of_1_stays_a_size() -> None:
    assert _moved(1) == (2, 5)
    assert _moved(True) == (False,)


def test_where_no_entry_is_wrong_nothing_is_said_of_entries() -> None:
    assert entries([(A, A.clone()), (B, B.clone())]) == ""
    assert entries([(A, A + 1.0)]) == ""  # and where all are
    first = A.clone()
    first[0, 0] = 9.0
    assert entries([(A, first), (B, B.clone())]).startswith("Only the first entry is wrong")
