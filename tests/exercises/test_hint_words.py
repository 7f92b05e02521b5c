"""The words of the exercises: those of the page, and no solution among them."""

import re
from typing import Any

import pytest
import torch
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.checks import judge
from course_utils.exercises import Exercise, all_exercises, load

EXERCISES = [e for e in all_exercises() if e.number.startswith(("0.", "1."))]


def texts_of(exercise: Exercise) -> list[str]:
    return [
        exercise.title,
        exercise.learned,
        *(case.text for case in exercise.cases),
        *(mistake.hint for mistake in exercise.mistakes),
    ]


@pytest.mark.parametrize("exercise", EXERCISES, ids=[e.number for e in EXERCISES])
def test_the_words_are_those_that_the_page_has_taught(exercise: Exercise) -> None:
    for text in texts_of(exercise):
        # A failing program and two names of losses are the only errors; the page says "miss".
        rest = re.sub(r"(squared|absolute) error|an error", "", text)
        assert not re.search(r"dimension|operand|\berrors?\b|Error|dŷ", rest), text
        if exercise.number < "1.4":
            assert "derivative" not in text


def test_hints_point_the_way_and_do_not_walk_it() -> None:
    spoilers = {
        "0.1": r"\blen|how long|shape|numel",
        "1.1": r"0\.3|0\.2|14|15",
        "1.2": r"\(11, 11\)|11 × 11",
    }
    for number, spoiler in spoilers.items():
        for mistake in load(number).mistakes:
            assert not re.search(spoiler, mistake.hint), mistake.hint


def test_findings_about_a_loss_read_as_sentences_do() -> None:
    absolute = judge(load("1.5"), lambda y_hat, y: (y_hat - y).abs().mean()).text
    assert "  Wanted: at least 3 times as much\n  Got:    twice as much\n" in absolute
    signed = judge(load("1.5"), lambda y_hat, y: (y_hat - y).mean()).text
    assert "  Wanted: a positive number\n  Got:    a negative number\n" in signed
    counting = judge(load("1.5"), lambda y_hat, y: ((y_hat - y).abs() > 1).float().mean()).text
    assert "  Wanted: a positive number\n  Got:    zero\n" in counting
    listed = judge(load("1.5"), lambda y_hat, y: (y_hat - y).abs().tolist()).text
    assert "  Wanted: one number\n  Got:    a list of 3 entries" in listed
    forgot = judge(load("1.5"), lambda y_hat, y: [y_hat - y, None][1]).text
    assert "Wanted one number, got None: a function that ends without `return`" in " ".join(
        forgot.split()
    )


def squares(d: torch.Tensor) -> Any:
    return (d**2).mean()


def fills_in(y_hat: torch.Tensor, y: torch.Tensor) -> torch.Tensor:
    d = (y_hat - y).abs()
    costs = torch.zeros(len(d))  # float32: not every answer can be asked in double precision
    costs[d < 1] = d[d < 1] ** 2
    costs[d >= 1] = 2 * d[d >= 1] - 1
    return costs.mean()


def corner_on_one_side(d: torch.Tensor) -> torch.Tensor:
    return torch.where(d > 0, F.smooth_l1_loss(d, 0 * d, reduction="none"), -d).mean()


def test_a_loss_is_judged_by_what_the_page_asks_for_and_not_by_rounding() -> None:
    nearly_two_and_a_half = [lambda y_hat, y: F.huber_loss(y_hat, y, delta=26.6)]
    lost_in_float32 = [lambda y_hat, y: (((y_hat - y) ** 4 + 1) ** 0.25 - 1).mean()]
    for loss_fn in (*nearly_two_and_a_half, *lost_in_float32, fills_in):
        assert judge(load("1.5"), loss_fn).kind == "right"
    more = judge(load("1.5"), lambda y_hat, y: F.huber_loss(y_hat, y, delta=26.8)).text
    assert (
        "  Wanted: between 1.8 and 2.5 times as much\n  Got:    between 2.5 and 4 times as much"
        in more
    )


@pytest.mark.parametrize("sign", [1, -1])
def test_a_loss_is_tried_on_both_sides(sign: int) -> None:
    corner = judge(load("1.5"), lambda y_hat, y: corner_on_one_side(sign * (y_hat - y))).text
    assert "Got:    twice as much" in corner
    for bend in (lambda d: torch.where(d < 1, d**2, d).mean(), lambda d: squares(d.clamp(max=1))):
        text = judge(load("1.5"), lambda y_hat, y, bend=bend: bend(sign * (y_hat - y))).text
        assert "only on one side" in text.split("Hint:")[-1]


BENT_AFTER_THE_MEAN = [
    lambda d: torch.sqrt(1 + squares(d)) - 1,
    lambda d: squares(d) / (1 + squares(d)),
    lambda d: torch.log(1 + squares(d)),
    lambda d: squares(d) if d.abs().max() < 1 else d.abs().mean(),
    *(
        lambda d, limit=limit: squares(d) if d.abs().mean() < limit else d.abs().mean()
        for limit in (0.03, 0.1, 1, 10, 35, 50)
    ),
]


@pytest.mark.parametrize("bent", BENT_AFTER_THE_MEAN)
def test_a_bend_after_the_mean_gets_a_hint(bent: Any) -> None:
    text = " ".join(judge(load("1.5"), lambda y_hat, y: bent(y_hat - y)).text.split())
    assert "Wanted: the mean of their losses Got: more than the mean of their losses" in text
    assert text.endswith("has to act on each miss, before the mean.")


def test_a_fit_that_ignores_its_data_is_told_so() -> None:
    x = torch.arange(4.0)
    fit = load("1.6").reference
    text = judge(load("1.6"), lambda t_u, t_c, lr, num_epochs: fit(x, 2 * x, lr, num_epochs)).text
    assert "Hint: The same whatever `t_u` is" in text
