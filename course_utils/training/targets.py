"""Targets that a loss cannot take, or takes for something else: found out before a step."""

from __future__ import annotations

import re
from typing import Any

import torch
from torch import Tensor, nn

from course_utils.training.losses import ON_PROBABILITIES, Loss

_IN_KINDS = re.compile(r"dtype|scalar type|should be the same|bool tensor|desired output type|RNN")


def check_targets(y: Tensor, loss: Loss, num_classes: int | None = None) -> None:
    """Raise ValueError for targets, (examples, …), that lie outside of what the loss is made for.

    Those of binary cross-entropy lie between 0 and 1, labels of cross-entropy between 0 and the
    number of outputs, where it is known. Looks at the values: once a run, and not in every batch.
    """
    if y.is_meta or y.dtype == torch.bool or not y.numel():
        return
    if loss.is_binary:
        low, high = (number.item() for number in y.detach().aminmax())
        if low < 0 or high > 1:
            known = {(-1.0, 1.0): "take (y + 1) / 2", (1.0, 2.0): "take y - 1"}
            remedy = known.get((float(low), float(high)), "name the classes 0 and 1")
            raise ValueError(
                "targets of binary cross-entropy must lie between 0 and 1, got "
                f"{low:g} to {high:g}: {remedy}."
            )
    elif loss.is_of_classes and y.dtype in (torch.int64, torch.uint8):
        counting = y[y != loss.ignore_index]
        if not counting.numel():
            return
        low, high = (int(number) for number in counting.aminmax())
        last = "the number of classes - 1" if num_classes is None else str(num_classes - 1)
        if low < 0 or (num_classes is not None and high >= num_classes):
            raise ValueError(
                f"labels must be whole numbers from 0 to {last}, one output of the model each, got "
                f"{low} to {high}: {_remedy(low, high, num_classes)}."
            )


def _remedy(low: int, high: int, num_classes: int | None) -> str:
    if low < 0:
        return f"if {low} stands for a target that does not count, say ignore_index={low}"
    if low > 0 and num_classes is not None and high - low < num_classes:
        return f"take y - {low}"
    return f"let the model end in {high + 1} outputs, or number the classes anew"


def check_dtypes(y: Tensor, outputs: Tensor, loss: Tensor) -> None:
    """Raise ValueError for targets with whose dtype a gradient cannot be taken, as Huber's."""
    if y.dtype == outputs.dtype or not (loss.requires_grad and outputs.requires_grad):
        return
    try:
        torch.autograd.grad(loss, outputs, retain_graph=True, allow_unused=True)
    except RuntimeError as error:
        explain_loss(error, outputs, y, Loss())
        raise


def explain_forward(error: Exception, model: nn.Module, X: Tensor, number: int) -> None:
    """Raise ValueError in words if a model failed for the kind of X; return if it did not.

    `number` is the number of the batch, from 1.
    """
    if "more than 1 value per channel" in str(error) and len(X) == 1:
        remedy = "let batch_size be at least 2" if number == 1 else "say drop_last=True"
        raise ValueError(
            "BatchNorm needs at least two examples in a batch to learn from, got one in batch "
            f"{number}: {remedy}, or choose another batch_size."
        ) from error
    if "indices" in str(error) and X.is_floating_point():
        raise ValueError(
            f"an Embedding needs whole numbers as X, got {_name(X.dtype)}: take X.long()."
        ) from error
    sizes = re.search(r"cannot be multiplied \(\d+x(\d+) and (\d+)x\d+\)", str(error))
    if sizes:
        raise ValueError(
            f"a Linear layer must get the {sizes[2]} inputs it is built for, got {sizes[1]} with X "
            f"of shape {tuple(X.shape)}: let the sizes fit, or begin with nn.Flatten()."
        ) from error
    param = next((it for it in model.parameters() if it.is_floating_point()), None)
    if param is not None and X.dtype != param.dtype and _IN_KINDS.search(str(error)):
        here, there = _name(param.dtype), _name(X.dtype)
        remedy = {"float32": "X.float()", "float64": "X.double()"}.get(here, f"X.to(torch.{here})")
        raise ValueError(
            f"X must have the dtype of the model, {here}, got {there}: take {remedy}."
        ) from error


def explain_loss(error: Exception, outputs: Tensor, y: Tensor, loss: Loss) -> None:
    """Raise ValueError in words if a loss failed for its targets; return if it did not."""
    sentence = _sentence(error, outputs, y, loss)
    if sentence:
        raise ValueError(sentence) from error


def _sentence(error: Exception, outputs: Tensor, y: Tensor, loss: Loss) -> str | None:
    said = str(error)
    got = f"got {_name(y.dtype)} of shape {tuple(y.shape)} for outputs {tuple(outputs.shape)}"
    if isinstance(error, IndexError) or "out of bounds" in said:
        check_targets(y, Loss(torch.nn.functional.cross_entropy, loss.settings), outputs.shape[1])
    if loss.is_of_classes or "target dtype" in said or "multi-target" in said:
        wanted = "labels of cross-entropy must be int64 of shape (examples, …) without the classes"
        if y.shape == outputs.shape and not y.is_floating_point():
            return f"{wanted}, {got}: take y.argmax(dim=1) of one-hot rows."
        if y.dim() == outputs.dim() and y.shape[1:2] == (1,):
            return f"{wanted}, {got}: take y.squeeze(1).long()."
        if y.is_floating_point() and y.dim() == outputs.dim() - 1 and bool((y % 1).any()):
            return f"{wanted}, {got} with fractions: numbers, not classes, go with nn.MSELoss()."
        if y.dim() == outputs.dim() - 1 and y.dtype not in (torch.int64, torch.uint8):
            return f"{wanted}, {got}: take y.long()."
    if loss.function is ON_PROBABILITIES and "between 0 and 1" in said:
        return (
            "outputs must be probabilities for nn.BCELoss(), got others: take "
            "nn.BCEWithLogitsLoss(), or let the model end in nn.Sigmoid()."
        )
    if loss.is_binary and y.shape != outputs.shape:
        two = outputs.dim() == y.dim() + 1 and outputs.shape[1] > 1
        remedy = (
            "take nn.CrossEntropyLoss() and y.long(), or let the model end in one output and take "
            "y.float().reshape(-1, 1)"
            if two
            else f"take y.float().reshape{(-1, *outputs.shape[1:])}"
        )
        return (
            f"targets of binary cross-entropy must have the shape of the outputs, {got}: {remedy}."
        )
    if y.dtype != outputs.dtype and (_IN_KINDS.search(said) or "Found dtype" in said):
        remedy = {"float32": "y.float()", "float64": "y.double()"}.get(
            _name(outputs.dtype), f"y.to(torch.{_name(outputs.dtype)})"
        )
        return (
            f"y must have the dtype of the outputs, {_name(outputs.dtype)}, {got}: take {remedy}."
        )
    return None


def _name(dtype: Any) -> str:
    return str(dtype).removeprefix("torch.")
