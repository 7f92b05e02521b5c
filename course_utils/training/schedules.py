"""When a scheduler moves: after each epoch, or after each step of the optimizer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from torch.optim import Optimizer, lr_scheduler
from torch.optim.lr_scheduler import ReduceLROnPlateau

from course_utils.training.kinds import check_scheduler

EPOCH, STEP = "epoch", "step"
# How many moves a schedule takes, by the name of the attribute. (StepLR and others have no end.)
_SPANS = {
    lr_scheduler.OneCycleLR: "total_steps",
    lr_scheduler.CyclicLR: "total_size",
    lr_scheduler.CosineAnnealingLR: "T_max",
    lr_scheduler.CosineAnnealingWarmRestarts: "T_0",
    lr_scheduler.LinearLR: "total_iters",
    lr_scheduler.ConstantLR: "total_iters",
    lr_scheduler.PolynomialLR: "total_iters",
}
FAR = 4  # a schedule up to so many times as long as the epochs may be one of epochs, tried shortly


def moves_every(
    scheduler: Any,
    said: str | None,
    optimizer: Optimizer,
    *,
    epochs: int,
    batches: Any,
    accumulate: int,
) -> str:
    """Return "epoch" or "step": what was said, or what the length of the schedule tells.

    A schedule that is as long as all steps moves with them, any other with the epochs.

    Raises ValueError for what is no scheduler, for one of another optimizer, for a schedule far
    longer than the epochs, and for OneCycleLR and CyclicLR of any other length than that of epochs
    or steps.
    """
    if said not in (None, EPOCH, STEP):
        raise ValueError(f"scheduler_every must be 'epoch' or 'step', got {said!r}.")
    if scheduler is None:
        return EPOCH
    check_scheduler(scheduler)
    _check_owner(scheduler, optimizer)
    name = type(scheduler).__name__
    if isinstance(scheduler, ReduceLROnPlateau):
        if said == STEP:
            raise ValueError(
                f"{name} looks at the loss of an epoch, got scheduler_every='step': leave it out."
            )
        return EPOCH
    span, steps = _span(scheduler), _steps(epochs, batches, accumulate)
    moves = {EPOCH: epochs, STEP: steps}
    if said is None and span is not None:
        said = _tell(scheduler, span, epochs, steps)
    said = said or EPOCH
    count = moves[said]
    is_one_cycle = isinstance(scheduler, lr_scheduler.OneCycleLR)
    if is_one_cycle and count is not None and span is not None and count > span:
        raise ValueError(
            f"{name} is over after {span} moves, and there will be {count}, one each {said}: "
            f"build it with total_steps={count}."
        )
    return said


def _tell(scheduler: Any, span: int, epochs: int, steps: int | None) -> str:
    """Return whether a schedule of this length is one of epochs or of steps."""
    exact = isinstance(scheduler, lr_scheduler.OneCycleLR | lr_scheduler.CyclicLR)
    if span == steps and steps != epochs:
        return STEP
    if span == epochs or steps == epochs or (span <= FAR * epochs and not exact):
        return EPOCH
    in_steps = "as many steps as batches tell" if steps is None else f"{steps} steps"
    raise ValueError(
        f"{type(scheduler).__name__} needs {span} moves, and there are {epochs} epochs and "
        f"{in_steps}: say scheduler_every='step' or scheduler_every='epoch', or build it for one "
        "of these numbers."
    )


def _steps(epochs: int, batches: Any, accumulate: int) -> int | None:
    try:
        return epochs * -(-len(batches) // accumulate)
    except TypeError:  # an iterable need not know how long it is
        return None


def _span(scheduler: Any) -> int | None:
    children = getattr(scheduler, "_schedulers", None)
    if children:
        ends = [_span(child) for child in children]
        ends += list(getattr(scheduler, "_milestones", []))[:1]
        known = [end for end in ends if end is not None]
        return min(known) if known else None
    for kind, name in _SPANS.items():
        if type(scheduler) is kind:
            return int(getattr(scheduler, name))
    return None


def _check_owner(scheduler: Any, optimizer: Optimizer) -> None:
    owner = getattr(scheduler, "optimizer", None)
    for child in getattr(scheduler, "_schedulers", []):
        _check_owner(child, optimizer)
    if owner is None or owner is optimizer:
        return
    groups = getattr(owner, "param_groups", None) or [None]
    if not any(group is groups[0] for group in optimizer.param_groups):  # a wrapper shares them
        raise ValueError(
            f"the scheduler must belong to this optimizer, got a {type(scheduler).__name__} of "
            "another one, so that no rate would change: build it anew after the optimizer."
        )


def move_after_epoch(scheduler: Any, row: Mapping[str, Any]) -> None:
    """Move a scheduler on; ReduceLROnPlateau sees the validation loss, or the training loss."""
    if isinstance(scheduler, ReduceLROnPlateau):
        scheduler.step(row["val_loss" if "val_loss" in row else "train_loss"])
    elif scheduler is not None:
        scheduler.step()
