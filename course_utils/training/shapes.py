"""Kinds and shapes of batches and of what a model makes of them: one sentence where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from course_utils.training.converting import conversion
from course_utils.training.losses import Loss


def kind(thing: Any) -> str:
    """Say what a thing is, a tensor by its shape."""
    if isinstance(thing, Tensor):
        return f"a tensor of shape {tuple(thing.shape)}"
    return type(thing).__name__


def check_pair(batch: Any) -> None:
    """Raise ValueError unless a batch is a tuple or list of two things, X and y."""
    if not isinstance(batch, tuple | list):
        if isinstance(batch, Mapping):
            raise ValueError(
                "a batch must be a pair X, y, got a dict with the keys "
                f"{', '.join(map(str, batch))}: let the collate_fn of the DataLoader return (X, y)."
            )
        if hasattr(batch, "shape"):
            raise ValueError(
                f"a batch must be a pair X, y, got {kind(batch)} alone: give both, as in "
                "TensorBatches(X, y, batch_size=32) or [(X, y)]."
            )
        if not (hasattr(batch, "__iter__") or hasattr(batch, "__getitem__")) or (
            hasattr(batch, "__len__") and len(batch) != 2
        ):
            raise ValueError(
                f"a batch must be a pair X, y, got {kind(batch)}: give a tuple of two tensors."
            )
    elif len(batch) != 2:
        inside = ", ".join(kind(part) for part in batch)
        rest = (
            "give both, as in TensorBatches(X, y, batch_size=32)"
            if len(batch) < 2
            else "leave out what follows y, or make it columns of X or y"
        )
        raise ValueError(f"a batch must be a pair X, y, got {len(batch)} ({inside}): {rest}.")


def check_batch(X: Any, y: Any, device: torch.device | None) -> None:
    """Raise ValueError unless X and y are tensors, (batch, …), on the device of the model."""
    for name, part in (("X", X), ("y", y)):
        remedy = "" if isinstance(part, Tensor) else conversion(part, name)
        if not isinstance(part, Tensor) or not part.dim():
            raise ValueError(
                f"a batch must be two tensors X and y, (batch, …), got {kind(X)} and {kind(y)}"
                f"{': ' if remedy else ''}{remedy}."
            )
    if len(X) != len(y) or not len(y):
        raise ValueError(
            "X and y of a batch must hold equally many examples, at least one, "
            f"got the shapes {tuple(X.shape)} and {tuple(y.shape)}."
        )
    for tensor in (X, y):
        if device is not None and tensor.device != device:
            raise ValueError(
                f"model and batches must be on one device, got the model on {device} and a batch "
                f"on {tensor.device}: move one of them with .to(device)."
            )


def check_measured(outputs: Any, y: Any) -> None:
    """Raise ValueError unless outputs and targets are tensors with as many examples, at least one.

    They must hold numbers that NumPy knows, since metrics are given its arrays.
    """
    if not isinstance(outputs, Tensor) or not isinstance(y, Tensor):
        raise ValueError(
            f"outputs and y must be tensors, (examples, …), got {kind(outputs)} and {kind(y)}: "
            "pass model(X) and y."
        )
    if (
        not outputs.dim()
        or not y.dim()
        or len(outputs) != len(y)
        or not (outputs.numel() and len(y))
    ):
        raise ValueError(
            "outputs and y must hold equally many examples, at least one, got the shapes "
            f"{tuple(outputs.shape)} and {tuple(y.shape)}."
        )


def check_outputs(outputs: Any, y: Tensor, loss: Loss) -> None:
    """Raise ValueError for outputs that are no tensor, or that do not go with the targets."""
    if not isinstance(outputs, Tensor):
        raise ValueError(f"the model must return one tensor, got {kind(outputs)}.")
    shapes = f"got the shapes {tuple(outputs.shape)} and {tuple(y.shape)}"
    if outputs.shape[:1] != y.shape[:1]:
        raise ValueError(f"the model must return one output for each example of y, {shapes}.")
    if loss.is_of_classes and (outputs.dim() == 1 or outputs.shape[1] == 1):
        raise ValueError(
            f"cross-entropy needs an output for each class, {shapes} of outputs and y: let the "
            "model end in as many outputs as there are classes, 2 for two, with y of whole numbers "
            "and the shape (examples,); or keep its one output, with nn.BCEWithLogitsLoss() and "
            "y.float().reshape(-1, 1)."
        )
    try:
        together = torch.broadcast_shapes(outputs.shape, y.shape)
    except RuntimeError:
        return  # as with logits and labels; nothing can broadcast in silence
    # The trap: (N, 1) − (N,) is (N, N), every output against every target, and its mean a number.
    if together not in (outputs.shape, y.shape):
        more = "" if y.is_floating_point() else "; or, for classes, an output for each"
        raise ValueError(
            f"outputs and y must have one shape, {shapes}, which broadcast to {tuple(together)}: "
            "give y the shape of the outputs, say with y.reshape(-1, 1) or outputs.squeeze(1)"
            f"{more}."
        )


def check_loss(loss: Any) -> None:
    """Raise ValueError unless a loss is one number, and in training one with a gradient."""
    if not isinstance(loss, Tensor) or loss.dim():
        raise ValueError(
            f"loss_fn must return one number for a batch, as a tensor without dimensions, got "
            f"{kind(loss)}: take the mean over the examples."
        )
    if torch.is_grad_enabled() and not loss.requires_grad:
        raise ValueError(
            "the loss must have a slope to follow, got a number without gradient: argmax, ==, "
            ".item(), .detach() and NumPy have none; give accuracy as one of the metrics, and "
            "nn.CrossEntropyLoss() or another smooth loss as loss_fn."
        )
