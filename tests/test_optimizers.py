"""Our update rules against torch's, over 100 steps; and what else the module promises."""

import inspect
from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor

from course_utils import optimizers
from course_utils.landscapes import LANDSCAPES
from course_utils.optimizers import RULES, descend, loss_and_grad, newton_step, steps_to_finish

STEPS, TOLERANCE = 100, 1e-6


def wavy(params: Tensor) -> Tensor:
    """Return a loss of five parameters with many hollows, whose gradients differ in size."""
    sizes = torch.tensor([0.01, 0.1, 1.0, 10.0, 100.0]).to(params)
    return (sizes * params**2 + torch.sin(3 * params)).sum(dim=-1)


PROBLEMS: dict[str, tuple[Callable[[Tensor], Tensor], Tensor]] = {
    name: (land.loss_fn, land.start) for name, land in LANDSCAPES.items()
}
PROBLEMS["wavy"] = (wavy, torch.tensor([1.0, -2.0, 0.5, 3.0, -0.1], dtype=torch.float64))

# The name of our rule, torch's class, settings of both, settings that only torch's class needs.
TWINS: list[tuple[str, Any, dict[str, Any], dict[str, Any]]] = [
    ("sgd", torch.optim.SGD, {}, {}),
    ("sgd", torch.optim.SGD, {"weight_decay": 0.1}, {}),
    ("momentum", torch.optim.SGD, {"momentum": 0.9}, {}),
    ("momentum", torch.optim.SGD, {"momentum": 0.5, "weight_decay": 0.1}, {}),
    ("nesterov", torch.optim.SGD, {"momentum": 0.9}, {"nesterov": True}),
    ("nesterov", torch.optim.SGD, {"momentum": 0.7, "weight_decay": 0.1}, {"nesterov": True}),
    ("rmsprop", torch.optim.RMSprop, {}, {}),
    ("rmsprop", torch.optim.RMSprop, {"alpha": 0.9, "eps": 0.1, "weight_decay": 0.1}, {}),
    ("adam", torch.optim.Adam, {}, {}),
    ("adam", torch.optim.Adam, {"betas": (0.5, 0.9), "eps": 0.1, "weight_decay": 0.1}, {}),
    ("adamw", torch.optim.AdamW, {}, {}),
    ("adamw", torch.optim.AdamW, {"betas": (0.8, 0.99), "eps": 0.1, "weight_decay": 0.5}, {}),
]


def torch_path(
    torch_class: Any, loss_fn: Callable[[Tensor], Tensor], start: Tensor, **settings: Any
) -> Tensor:
    """Return where torch's optimizer goes from the start, as (STEPS + 1, parameters)."""
    params = start.clone().requires_grad_()
    optimizer = torch_class([params], **settings)
    path = [start]
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss_fn(params).backward()
        optimizer.step()
        path.append(params.detach().clone())
    return torch.stack(path)


@pytest.mark.parametrize("problem", PROBLEMS)
@pytest.mark.parametrize(
    ("name", "torch_class", "common", "only_torch"),
    TWINS,
    ids=[f"{name} {common}" for name, _, common, _ in TWINS],
)
def test_rule_walks_beside_torch(
    name: str, torch_class: Any, common: dict, only_torch: dict, problem: str
) -> None:
    loss_fn, start = PROBLEMS[problem]
    # Small enough that no run tumbles: a tumbling one makes 1e-4 out of the last digit.
    lr = 1e-4 if name in ("sgd", "momentum", "nesterov") else 0.01
    ours = descend(RULES[name], loss_fn, start, lr, STEPS, **common)
    theirs = torch_path(torch_class, loss_fn, start, lr=lr, **common, **only_torch)
    assert (ours - start).abs().max() > 1e-3, "nothing moved, so nothing was compared"
    torch.testing.assert_close(ours, theirs, rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_takes_at_most_ten_lines(name: str) -> None:
    source = inspect.getsource(RULES[name])
    body = source.split('"""')[2].strip().splitlines()
    assert len(body) <= 10
    assert RULES[name].__name__ == name


@pytest.mark.parametrize("name", RULES)
def test_many_runs_side_by_side_are_the_single_runs(name: str) -> None:
    loss_fn = LANDSCAPES["Rosenbrock"].loss_fn
    starts = torch.randn(3, 2, generator=torch.Generator().manual_seed(1), dtype=torch.float64)
    rates = torch.tensor([1e-4, 3e-4, 1e-3], dtype=torch.float64)
    together = descend(RULES[name], loss_fn, starts, rates[:, None], 20)
    assert together.shape == (21, 3, 2)
    for run in range(3):
        alone = descend(RULES[name], loss_fn, starts[run], rates[run].item(), 20)
        torch.testing.assert_close(together[:, run], alone)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_changes_nothing_it_is_given(name: str) -> None:
    params, grad = torch.tensor([1.0, -2.0]), torch.tensor([0.5, 3.0])
    _, state = RULES[name](params, grad, None, 0.1)
    before = [part.clone() for part in _tensors(state)]
    RULES[name](params, grad, state, 0.1)
    assert params.tolist() == [1.0, -2.0]
    assert grad.tolist() == [0.5, 3.0]
    for was, now in zip(before, _tensors(state), strict=True):
        assert torch.equal(was, now)


def _tensors(state: Any) -> list[Tensor]:
    parts = state if isinstance(state, tuple) else (state,)
    return [part for part in parts if isinstance(part, Tensor)]


@pytest.mark.parametrize("size", [1e-3, 1.0, 4517.3])
def test_first_steps_of_the_rules_that_divide(size: float) -> None:
    params, grad = torch.zeros(2, dtype=torch.float64), torch.tensor([size, -size]).double()
    for rule, length in ((optimizers.adam, 0.1), (optimizers.rmsprop, 1.0)):
        moved, _ = rule(params, grad, None, 0.1)
        torch.testing.assert_close(
            moved, torch.tensor([-length, length]).double(), rtol=1e-3, atol=0
        )


def test_velocity_on_a_straight_run_grows_to_ten_gradients() -> None:
    params, velocity, grad = torch.zeros(1), None, torch.ones(1)
    for _ in range(200):
        params, velocity = optimizers.momentum(params, grad, velocity, 0.1)
    assert velocity is not None
    torch.testing.assert_close(velocity, torch.tensor([10.0]))


def test_decay_of_adamw_does_not_depend_on_the_gradient() -> None:
    params, lr = torch.tensor([2.0, 2.0]), 0.1
    grad = torch.tensor([1.0, 1000.0])
    with_decay, _ = optimizers.adamw(params, grad, None, lr, weight_decay=0.5)
    without, _ = optimizers.adam(params, grad, None, lr)
    torch.testing.assert_close(without - with_decay, torch.tensor([0.1, 0.1]))


def test_loss_and_grad_treats_each_run_by_itself_and_leaves_no_graph() -> None:
    params = torch.tensor([[1.0, 2.0], [3.0, -4.0]], requires_grad=True)
    losses, grad = loss_and_grad(lambda params: (params**2).sum(dim=-1), params)
    assert losses.tolist() == [5.0, 25.0]
    assert torch.equal(grad, 2 * params)
    assert params.grad is None
    assert not losses.requires_grad
    plain = params.detach()
    loss_and_grad(lambda params: (params**2).sum(dim=-1), plain)
    assert not plain.requires_grad
    with torch.no_grad():
        assert torch.equal(loss_and_grad(lambda params: (params**2).sum(-1), params)[1], grad)


def test_a_path_begins_at_its_start_and_leaves_it_alone() -> None:
    start = torch.tensor([1.0, 0.0])
    path = descend(optimizers.sgd, LANDSCAPES["thermometer"].loss_fn, start, 1e-5, 1)
    assert path[0].tolist() == start.tolist() == [1.0, 0.0]
    torch.testing.assert_close(path[1], torch.tensor([0.95483, -8.26e-4]), rtol=1e-4, atol=0)


@pytest.mark.parametrize("signs", [(1.0, 1.0, 1.0), (1.0, -1.0, 1.0), (-1.0, -1.0, -1.0)])
def test_a_step_of_newtons_ends_where_the_slope_of_a_quadratic_vanishes(signs: Any) -> None:
    generator = torch.Generator().manual_seed(9)
    turn, _ = torch.linalg.qr(torch.randn(3, 3, generator=generator, dtype=torch.float64))
    curvatures = torch.tensor(signs).double() * torch.tensor([1.0, 30.0, 1000.0]).double()
    hessian = turn @ torch.diag(curvatures) @ turn.T
    place, start = torch.randn(2, 3, generator=generator, dtype=torch.float64)
    _, grad = loss_and_grad(lambda p: 0.5 * (p - place) @ hessian @ (p - place), start)
    given = start.clone(), grad.clone(), hessian.clone()
    torch.testing.assert_close(newton_step(start, grad, hessian), place)
    for now, before in zip((start, grad, hessian), given, strict=True):
        assert torch.equal(now, before)


def test_a_step_of_newtons_needs_curvature_in_every_direction() -> None:
    with pytest.raises(torch.linalg.LinAlgError, match="singular"):
        newton_step(torch.ones(2), torch.ones(2), torch.tensor([[1.0, 1.0], [1.0, 1.0]]))


@pytest.mark.parametrize(
    ("rule", "torch_class"), [(name, cls) for name, cls, ours, _ in TWINS if not ours]
)
def test_defaults_are_those_of_torch(rule: str, torch_class: Any) -> None:
    ours, theirs = (
        {name: parameter.default for name, parameter in inspect.signature(it).parameters.items()}
        for it in (RULES[rule], torch_class)
    )
    named = ours.keys() & {"alpha", "betas", "eps", "weight_decay"}
    assert {name: ours[name] for name in named} == {name: theirs[name] for name in named}


def one_by_one(rule: Any, starts: Tensor, lrs: Tensor, finish: float, budget: int) -> list:
    """Return what `steps_to_finish` promises, run by run: a step after which all losses are low."""
    counts: list[list[float]] = []
    for lr in lrs.tolist():
        counts.append([])
        for start in starts:
            losses = wavy(descend(rule, wavy, start, lr, budget)).tolist()
            low = [all(it <= finish for it in losses[step:]) for step in range(budget)]
            counts[-1].append(float(low.index(True)) if True in low else float(budget))
    return counts


@pytest.mark.parametrize("name", RULES)
def test_a_run_finishes_where_its_loss_stays_low(name: str) -> None:
    starts = torch.randn(4, 5, generator=torch.Generator().manual_seed(2), dtype=torch.float64)
    lrs = torch.logspace(-4, 1, 6, dtype=torch.float64)  # too slow, right and exploding
    finish, budget = 2.0, 150
    counts = steps_to_finish(RULES[name], wavy, starts, lrs, finish, budget)
    assert counts.tolist() == one_by_one(RULES[name], starts, lrs, finish, budget)
    assert (counts < budget).any(), "no run arrives"
    assert (counts == budget).any(), "every run arrives"


def test_a_run_that_leaves_again_arrives_at_its_last_return() -> None:
    starts, lrs = torch.tensor([[1.0]]), torch.tensor([1.0])
    there_and_back = iter([0.0, 3.0, -1.0, 0.0, 0.0])

    def jump(params: Tensor, grad: Tensor, state: None, lr: Any) -> tuple[Tensor, None]:
        return torch.full_like(params, next(there_and_back)), None

    assert steps_to_finish(jump, lambda it: it.square().sum(-1), starts, lrs, 1.0, 5).item() == 3


@pytest.mark.parametrize("last", [2.0, float("nan"), float("inf")])
def test_a_run_that_ends_high_counts_as_the_whole_budget(last: float) -> None:
    starts, lrs = torch.tensor([[0.0]]), torch.tensor([1.0])
    losses = torch.tensor([0.0, 0.0, 0.0, last]).reshape(4, 1, 1)

    def loss_fn(params: Tensor) -> Tensor:
        return losses if params.dim() == 4 else params.sum(dim=-1)

    assert steps_to_finish(optimizers.sgd, loss_fn, starts, lrs, 1.0, 3).item() == 3
    assert steps_to_finish(optimizers.sgd, wavy, starts.expand(1, 5), lrs, 1.0, 0).item() == 0


@pytest.mark.parametrize(
    ("starts", "lrs", "finish", "words"),
    [
        ((2,), (3,), 1.0, r"\(starts, parameters\) and \(rates,\), got \(2,\) and \(3,\)"),
        ((4, 2), (), 1.0, r"got \(4, 2\) and \(\)"),
        ((4, 2), (3,), float("nan"), "finish must be a finite number, got nan"),
        ((4, 2), (3,), True, "finish must be a finite number, got True"),
        ((4, 2), (3,), None, "finish must be a finite number, got None"),
    ],
)
def test_what_cannot_be_raced_is_told(starts: Any, lrs: Any, finish: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        steps_to_finish(optimizers.sgd, wavy, torch.ones(starts), torch.ones(lrs), finish, 2)
