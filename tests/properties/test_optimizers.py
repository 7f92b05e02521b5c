"""The update rules, Newton's step and descend, with any argument."""

from typing import Any

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import Tensor

from course_utils import optimizers
from course_utils.optimizers import RULES, descend, loss_and_grad, newton_step, steps_to_finish
from tests.properties.promises import attempt
from tests.properties.strategies import (
    BAD_NUMBERS,
    FLOATS,
    anything,
    bad_numbers,
    finite_tensors,
    reproducible,
    tensors,
)

TWINS: dict[str, Any] = {
    "sgd": torch.optim.SGD,
    "momentum": lambda params, lr: torch.optim.SGD(params, lr=lr, momentum=0.9),
    "nesterov": lambda params, lr: torch.optim.SGD(params, lr=lr, momentum=0.9, nesterov=True),
    "rmsprop": torch.optim.RMSprop,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
}
# PyTorch's own sentences say what came in other words.
CAME = r"got|dtype|singular|grad"


def bowl(params: Tensor) -> Tensor:
    return (params**2).sum(dim=-1)


@pytest.mark.parametrize("name", RULES)
@given(finite_tensors((), (0,), (5,), (4, 2), (2, 3, 2)), st.floats(1e-4, 1), st.integers(1, 4))
@reproducible(25)
def test_a_rule_moves_as_its_twin_in_torch(
    name: str, start: Tensor, lr: float, num_steps: int
) -> None:
    params, state = start.detach(), None
    twin = start.detach().clone().requires_grad_()
    optimizer = TWINS[name]([twin], lr=lr)
    for _ in range(num_steps):
        grad = params.cos() - 0.5
        twin.grad = twin.detach().cos() - 0.5
        params, state = attempt(
            RULES[name], params, grad, state, lr, documented_by=optimizers
        ).value
        optimizer.step()
    torch.testing.assert_close(params, twin.detach())


@pytest.mark.parametrize("name", RULES)
@given(anything(), anything(), st.one_of(st.just(0.1), bad_numbers()))
@reproducible(100)
def test_any_arguments_move_or_are_told(name: str, params: Any, grad: Any, lr: Any) -> None:
    outcome = attempt(RULES[name], params, grad, None, lr, documented_by=optimizers)
    if outcome.error is None:
        moved, _ = outcome.value
        assert moved.shape == params.shape == grad.shape
        usual = params.numel() and all(
            it.isfinite().all() and it.abs().sum() < 1e6 for it in (params, grad)
        )
        if usual and isinstance(lr, float) and abs(lr) < 3:
            assert moved.isfinite().all()


@given(finite_tensors((1,), (5,), dtypes=[torch.float64]), st.integers(0, 999))
@reproducible(30)
def test_newton_lands_where_the_slope_vanishes(params: Tensor, seed: int) -> None:
    numbers = torch.Generator().manual_seed(seed)
    size = len(params)
    factor = torch.randn(size, size, generator=numbers, dtype=torch.float64)
    hessian = factor @ factor.T + torch.eye(size, dtype=torch.float64)
    params = params.detach()
    landed = attempt(newton_step, params, hessian @ params - 1, hessian).value
    torch.testing.assert_close(hessian @ landed, torch.ones(size, dtype=torch.float64))


@given(anything(), anything(), anything())
@reproducible(200)
def test_any_arguments_of_newton_are_right_or_told(params: Any, grad: Any, hessian: Any) -> None:
    attempt(newton_step, params, grad, hessian, came=CAME)
    if isinstance(params, Tensor) and params.dim() == 1:
        outcome = attempt(
            newton_step, params, params, torch.ones(len(params), len(params)), came=CAME
        )
        assert outcome.error is not None or len(params) < 2


@given(st.sampled_from(["bowl", "rows", "same", "number", "none", "constant"]), anything())
@reproducible(200)
def test_any_loss_of_any_parameters_has_a_gradient_or_is_told(which: str, params: Any) -> None:
    losses: dict[str, Any] = {
        "bowl": bowl,
        "rows": lambda params: (params**2).sum(dim=0),
        "same": lambda params: params,
        "number": lambda params: 3.0,
        "none": lambda params: None,
        "constant": lambda params: torch.ones(params.shape[:-1]),
    }
    loss_fn = losses[which]
    outcome = attempt(loss_and_grad, loss_fn, params, own=lambda: loss_fn(params), came=CAME)
    if outcome.error is None:
        found, grad = outcome.value
        assert grad.shape == params.shape
        assert not found.requires_grad
        if which == "bowl":
            torch.testing.assert_close(grad, 2 * params.detach(), equal_nan=True)


@given(
    st.sampled_from([*RULES.values(), None, "sgd", 3]),
    st.one_of(tensors(), st.sampled_from([None, 3, [1.0]])),
    st.one_of(st.integers(0, 3), bad_numbers()),
)
@reproducible(150)
def test_any_way_down_is_as_long_as_asked_or_told(rule: Any, start: Any, num_steps: Any) -> None:
    outcome = attempt(descend, rule, bowl, start, 0.1, num_steps, came=CAME)
    if outcome.error is None:
        assert outcome.value.shape == (num_steps + 1, *start.shape)
        assert not outcome.value.requires_grad


@pytest.mark.parametrize("num_steps", [it for it in BAD_NUMBERS if it != 0 or isinstance(it, bool)])
def test_what_is_no_number_of_steps_is_told(num_steps: Any) -> None:
    start = torch.ones(2, dtype=FLOATS[0])
    assert attempt(descend, RULES["sgd"], bowl, start, 0.1, num_steps).error is not None


@given(
    st.sampled_from([*RULES.values()]),
    st.one_of(finite_tensors((3, 2), (0, 2), (2,)), anything()),
    st.one_of(finite_tensors((2,), (0,), ()), anything()),
    st.one_of(st.floats(0, 9), bad_numbers()),
    st.one_of(st.integers(0, 3), bad_numbers()),
)
@reproducible(300)
def test_any_race_has_a_count_for_each_run_or_is_told(
    rule: Any, starts: Any, lrs: Any, finish: Any, budget: Any
) -> None:
    outcome = attempt(steps_to_finish, rule, bowl, starts, lrs, finish, budget, came=CAME)
    if outcome.error is None:
        counts = outcome.value
        assert counts.shape == (len(lrs), len(starts))
        assert ((counts >= 0) & (counts <= budget)).all()
