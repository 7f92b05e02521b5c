"""What a learner reads: one line, one block, no traceback."""

import dataclasses
import time
from typing import Any

import pytest
import torch
from torch import nn

from course_utils.checks import CheckError, check, judge, outcomes
from course_utils.checks import verdicts as checks
from course_utils.checks.mistakes import hint_of
from course_utils.exercises import Case, Exercise, Mistake


def toy(reference: Any, *mistakes: Mistake, **changes: Any) -> Exercise:
    """An exercise with two cases: the answer at (1, 2, 3) and at (−2, 0)."""
    cases = (
        Case("the first case", (torch.tensor([1.0, 2.0, 3.0]),)),
        Case("the second case", (torch.tensor([-2.0, 0.0]),)),
    )
    exercise = Exercise("7.1", "A toy", "build", "toys", cases, reference, (), mistakes)
    return dataclasses.replace(exercise, seconds=0.3, **changes)


DOUBLE = toy(
    lambda x: 2 * x,
    Mistake("triple", lambda x: 3 * x, "One too many."),
    Mistake("given", lambda x: x + 2 * 0, given=True),
)


def endless(x: torch.Tensor) -> torch.Tensor:
    while True:
        x = x + 0


def no_return(x: torch.Tensor) -> None:
    x = 2 * x


def in_place(x: torch.Tensor) -> torch.Tensor:
    x *= 2
    return x


def raises(x: torch.Tensor) -> torch.Tensor:
    return x @ torch.ones(5)


@pytest.mark.parametrize(
    ("answer", "sentences"),
    [
        (3.0, ["Wanted a function, got the number 3.0: give the function itself, without calling it."]),
        (None, ["Wanted a function, got None: give the function itself"]),
        (nn.Linear, ["Wanted a function, got the class Linear."]),
        (no_return, ["Case: the first case", "Got None", "Is the `return` there?"]),
        (lambda x: x[:, None] * 2, ["Wanted shape (3,), got shape (3, 1)."]),
        (lambda x: 6.0, ["Wanted: the tensor [2.0, 4.0, 6.0] of shape (3,)", "Got:    the number 6.0"]),
        (torch.Tensor.tolist, ["Got:    the list [1.0, 2.0, 3.0]: wrap it in torch.tensor"]),
        (lambda x: (2 * x).long(), ["Wanted a tensor of floating-point numbers, got one of whole", "int64"]),
        (raises, ["Raised: RuntimeError: ", "line ", "return x @ torch.ones(5)"]),
        (endless, ["Still computing after 0.3 seconds, and stopped.", "never ends?"]),
        (in_place, ["The answer changed what it was given: `+=`"]),
        (lambda x: 2 * x.abs(), ["Case: the second case", "Got:    the tensor [4.0, 0.0]"]),
    ],
)  # fmt: skip
def test_each_kind_of_trouble_has_its_own_sentence(answer: Any, sentences: list[str]) -> None:
    verdict = judge(DOUBLE, answer)
    assert verdict.kind == "wrong"
    assert verdict.text.startswith("✗ 7.1 · A toy: not right yet\n")
    for sentence in sentences:
        assert sentence.casefold() in " ".join(verdict.text.split("\n  ")).casefold()
    assert len(verdict.text.splitlines()) <= 8


def test_a_finding_in_words_has_no_quotes_and_an_answer_in_words_has() -> None:
    case = Case(
        "how many entries?", (torch.ones(3),), lambda answer, x: f"{len(answer(x))} entries"
    )
    counted = toy(lambda x: x, cases=(case,))
    assert "\n  Wanted: 3 entries\n  Got:    1 entries" in judge(counted, lambda x: x[:1]).text
    assert (
        "\n  Wanted 3 entries, got None: a function" in judge(counted, lambda x: [x, None][1]).text
    )
    assert (
        "\n  Wanted: 3 entries\n  Raised: ZeroDivisionError" in judge(counted, lambda x: 1 / 0).text
    )
    named = toy(lambda x: "yes")
    assert 'Wanted: "yes"\n  Got:    "no"' in judge(named, lambda x: "no").text


def test_the_time_limit_holds_for_all_cases_together() -> None:
    began = time.thread_time()
    assert [outcome.kind for outcome in outcomes(DOUBLE, endless)] == ["time up"] * 2
    assert time.thread_time() - began < 0.3 + 0.3


def test_a_hint_is_for_what_behaves_like_the_mistake() -> None:
    assert judge(DOUBLE, lambda x: x * 3).text.endswith("Hint: One too many.")
    # In one case like the mistake, in the other like none: the hint does not fit.
    assert "One too" not in judge(DOUBLE, lambda x: x * 3 if len(x) == 3 else x).text
    assert judge(DOUBLE, lambda x: (x * 3).tolist()).text.endswith("Hint: One too many.")


def test_a_hint_for_an_exception_needs_the_same_message() -> None:
    exercise = toy(abs, Mistake("power", lambda x: x ^ 2, "Not ^."))
    assert judge(exercise, lambda t: (t + 1) ^ 2).text.endswith("Hint: Not ^.")
    other = judge(exercise, lambda t: t.numpy(1, 2)).text
    assert "TypeError" in other
    assert "Not ^." not in other


def test_open_answers() -> None:
    assert judge(DOUBLE, ...).text == "· 7.1 · not attempted yet"
    assert judge(DOUBLE, lambda x: ...).text == "· 7.1 · not attempted yet"
    given = judge(DOUBLE, lambda x: x * 1)
    assert given.text == (
        "· 7.1 · not attempted yet, or changed without effect: it still behaves as it was given"
    )
    assert given.kind == "open"


def test_a_model_or_a_tensor_may_be_asked_for() -> None:
    class Doubler(nn.Module):
        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return 2 * x

    assert "a tensor, got the list [1, 2]: wrap it in" in judge(toy(torch.ones(2)), [1, 2]).text
    model = toy(Doubler())
    assert judge(model, Doubler()).kind == "right"
    assert "Wanted a model, got the function" in judge(model, lambda x: 2 * x).text
    assert "Wanted a model, got the class Doubler" in judge(model, Doubler).text
    assert "Got:    the tensor [1.0, 2.0, 3.0]" in judge(model, nn.Identity()).text
    assert judge(DOUBLE, Doubler()).kind == "right"


# ---- check: what is printed, raised and remembered


@pytest.fixture
def remembered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.delenv("COURSE_STRICT", raising=False)
    numbers: list[str] = []
    monkeypatch.setattr(checks, "remember_solved", lambda number: numbers.append(number) or "")  # type: ignore[func-returns-value]
    monkeypatch.setattr(checks, "load", lambda number: DOUBLE)
    return numbers


def test_a_right_answer_prints_one_line_and_is_remembered(
    remembered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    check("7.1", lambda x: x + x)
    assert capsys.readouterr().out == "✓ 7.1 · toys\n"
    assert remembered == ["7.1"]
    check("7.1", lambda x: x + x, remember=False)
    assert remembered == ["7.1"]


def test_wrong_and_open_answers_are_not_remembered(
    remembered: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CheckError, match="not right yet"):
        check("7.1", abs)
    check("7.1", ...)
    assert capsys.readouterr().out == "· 7.1 · not attempted yet\n"
    assert remembered == []


@pytest.mark.parametrize("answer", [..., lambda x: x])
def test_strict_stops_at_open_answers(
    answer: Any, remembered: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_STRICT", "1")
    with pytest.raises(CheckError, match=r"^· 7\.1 · not attempted yet"):
        check("7.1", answer)
    check("7.1", lambda x: x + x)
    monkeypatch.setenv("COURSE_STRICT", "0")
    check("7.1", answer)


def test_trouble_with_remembering_is_one_line_and_no_failure(
    remembered: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(checks, "remember_solved", lambda number: "  (not remembered)")
    check("7.1", lambda x: x + x)
    assert capsys.readouterr().out == "✓ 7.1 · toys\n  (not remembered)\n"


def test_an_unknown_number_names_what_exists() -> None:
    with pytest.raises(CheckError, match=r"one of 0\.1, 1\.1.*got '1\.99'") as caught:
        check("1.99", 3)
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("hint", "kept"),
    [
        ("Check B: all else is right.", ""),
        ("Look at B. The others: they are right.", "Look at B."),
        ("All but B are right: is B too small?", "Is B too small?"),
        ("Is the sign right? Count the rows.", "Count the rows."),
    ],
)
def test_a_hint_that_holds_in_part_is_no_torso(hint: str, kept: str) -> None:
    assert hint_of(Mistake("a slip", 1, hint), explains_all=False) == kept
    assert hint_of(Mistake("a slip", 1, hint), explains_all=True) == hint


def test_a_known_mistake_is_tried_once_for_all_checks() -> None:
    tries = []

    def doubled(x: float) -> float:
        tries.append(x)
        return 2 * x

    slip = Mistake("doubled", doubled, "Twice as much as should be.")
    cases = (Case("one", (1.5,)), Case("two", (2.5,)))
    toy = Exercise("7.1", "A toy", "build", "toys", cases, lambda x: x, (), (slip,))
    for _ in range(3):
        assert judge(toy, lambda x: x + x).text.endswith("Hint: Twice as much as should be.")
    assert sorted(tries) == [1.5, 2.5]


def test_of_a_mistake_that_explains_a_part_only_that_part_is_said() -> None:
    slip = Mistake(
        "doubled", lambda x: (2 * x, x), "The first is twice too large; is it? B is right."
    )
    cases = tuple(Case(str(x), (x,)) for x in (1.5, 2.5, 4.5))
    exercise = Exercise("7.1", "A toy", "build", "toys", cases, lambda x: (x, x), (), (slip,))
    said = judge(exercise, lambda x: (2 * x, x)).text
    assert said.endswith("Hint: The first is twice too large; is it? B is right.")
    said = judge(exercise, lambda x: (2 * x, 3 * x + 1)).text  # the second is wrong as well
    assert "The first is twice too large" in said
    assert "B is right" not in said
