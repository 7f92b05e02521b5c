"""What makes no sense before a training begins: one sentence each, before the first step."""

from __future__ import annotations

import warnings
from numbers import Integral, Real
from typing import Any

import torch
from torch import nn
from torch.optim import Optimizer

from course_utils.training.checkpoints import Checkpoint
from course_utils.training.kinds import check_loss_fn, check_model, check_optimizer, named
from course_utils.training.program import learns_elsewhere
from course_utils.training.run_states import Run


def check_setup(
    run: Run, checkpoint: Any, on_epoch: Any, *, accumulate: Any, clip_norm: Any
) -> None:
    """Raise ValueError for an optimizer that does not train the model, and for settings of it.

    A layer of which the optimizer holds nothing is told in a warning: it may be meant.
    """
    check_model(run.model)
    check_loss_fn(run.loss_fn)
    _check_hooks(checkpoint, on_epoch)
    if torch.is_inference_mode_enabled():
        raise ValueError(
            "training needs gradients, got torch.inference_mode(), which allows none: call train "
            "outside of it."
        )
    check_optimizer(run.optimizer)
    assert run.optimizer is not None
    _check_params(run, run.optimizer)
    if not _is(accumulate, Integral) or accumulate < 1:
        raise ValueError(
            f"accumulate must be a number of batches from 1 up, got {accumulate!r}: 1 makes a step "
            "for each."
        )
    if clip_norm is not None and not (_is(clip_norm, Real) and clip_norm > 0):
        raise ValueError(
            f"clip_norm must be a number above 0, got {clip_norm!r}: None leaves gradients as "
            "they are."
        )
    if wants_closure(run.optimizer) and (accumulate > 1 or clip_norm is not None):
        raise ValueError(
            f"{type(run.optimizer).__name__} takes gradients by itself, several a step, got "
            f"accumulate={accumulate} and clip_norm={clip_norm}: leave both out."
        )


def _check_hooks(checkpoint: Any, on_epoch: Any) -> None:
    """Raise ValueError for a checkpoint that is none, and for an `on_epoch` that is no function."""
    if checkpoint is not None and not isinstance(checkpoint, Checkpoint):
        raise ValueError(
            f"checkpoint must be a Checkpoint, got {named(checkpoint)}: write "
            "Checkpoint('runs/mine.pt'), say."
        )
    if on_epoch is not None and not callable(on_epoch):
        raise ValueError(
            f"on_epoch must be a function of the row of an epoch, got {named(on_epoch)}: write "
            "on_epoch=print, say."
        )


def _is(value: Any, kind: type) -> bool:
    return isinstance(value, kind) and not isinstance(value, bool)


def wants_closure(optimizer: Optimizer) -> bool:
    """Say whether an optimizer, as LBFGS, must be given a function that takes the gradient."""
    import inspect

    closure = inspect.signature(optimizer.step).parameters.get("closure")
    return closure is not None and closure.default is closure.empty


def _check_params(run: Run, optimizer: Optimizer) -> None:
    held = {id(param) for group in optimizer.param_groups for param in group["params"]}
    params = dict(run.model.named_parameters())
    trainable = {name: param for name, param in params.items() if param.requires_grad}
    if params and not trainable:
        raise ValueError(
            f"at least one parameter must be trainable, got {len(params)} that are all frozen: "
            "call requires_grad_(True) on the layers that are to learn."
        )
    lacks = [name for name, param in trainable.items() if id(param) not in held]
    if len(lacks) == len(trainable):
        raise ValueError(
            "the optimizer must hold trainable parameters of this model, got "
            f"{len(held)} tensors of which none is one: build it from this model.parameters()."
        )
    foreign = held - {id(param) for param in params.values()}
    if foreign:
        foreign -= learns_elsewhere(run)
    if lacks and foreign:
        raise ValueError(
            f"the optimizer must hold the parameters of this model, got {len(foreign)} tensors of "
            f"another one and not {', '.join(lacks[:3])}{', …' if len(lacks) > 3 else ''}: build "
            "it again after changing the model."
        )
    layers = [name for name, layer in run.model.named_modules() if _is_left_out(layer, held)]
    if layers:
        warnings.warn(
            f"the optimizer holds nothing of {', '.join(layers[:3])}"
            f"{', …' if len(layers) > 3 else ''}, which can be trained and will not learn: build "
            "it after the model, or freeze the layer with requires_grad_(False).",
            stacklevel=4,
        )


def _is_left_out(layer: nn.Module, held: set[int]) -> bool:
    own = list(layer.parameters(recurse=False))
    return any(it.requires_grad for it in own) and not any(id(it) in held for it in own)


def to_train_mode(model: nn.Module, resting: list[nn.Module]) -> None:
    """Set a model to train mode but for the layers that rest in eval mode on purpose.

    A model in train mode is left alone: what is in eval mode in it was put there.
    """
    if not model.training:
        model.train()
        for layer in resting:
            layer.training = False


def resting_layers(model: nn.Module) -> list[nn.Module]:
    """Return the layers in eval mode of a model that itself is in train mode."""
    return [layer for layer in model.modules() if not layer.training] if model.training else []
