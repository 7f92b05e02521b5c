"""The known mistakes of exercise 2.6: scaling, training, and the way back."""

from __future__ import annotations

from collections.abc import Callable

from torch import Tensor

from course_utils.exercises import Mistake
from course_utils.exercises.normalization.input_mistakes import INPUT_MISTAKES
from course_utils.exercises.normalization.step_mistakes import STEP_MISTAKES
from course_utils.exercises.normalization.undo_mistakes import UNDO_MISTAKES
from course_utils.exercises.normalization.z_lines import (
    descend,
    predict,
    unscale,
    z,
)


def _without_scaling(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(x, y, lr, num_epochs)
    return w * x_new + b


def _asked_raw_left_as_z(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(z(x, x), z(y, y), lr, num_epochs)
    return w * x_new + b


def _only_divided(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    x_scale, y_scale = x.std(correction=0), y.std(correction=0)
    w, b = descend(x / x_scale, y / y_scale, lr, num_epochs)
    return (w * x_new / x_scale + b) * y_scale


def _trained_raw(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(x, y, lr, num_epochs)
    return unscale(w * z(x_new, x) + b, y)


def _raw_targets(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(z(x, x), y, lr, num_epochs)
    return w * z(x_new, x) + b


def _raw_targets_undone(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    return unscale(_raw_targets(x, y, x_new, lr, num_epochs), y)


def _targets_by_x(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
    w, b = descend(z(x, x), z(y, x), lr, num_epochs)
    return unscale(w * z(x_new, x) + b, x)


def _from(start: tuple[float, float]) -> Callable[..., Tensor]:
    def answer(x: Tensor, y: Tensor, x_new: Tensor, lr: float, num_epochs: int) -> Tensor:
        w, b = descend(z(x, x), z(y, y), lr, num_epochs, start)
        return unscale(w * z(x_new, x) + b, y)

    return answer


MISTAKES = (
    *UNDO_MISTAKES,
    *INPUT_MISTAKES,
    Mistake(
        "nothing scaled",
        _without_scaling,
        "Nothing is scaled: training ran on x and y as they are. What would the model know before "
        "its first epoch, if the targets were z-scores?",
    ),
    Mistake(
        "raw places, and z-scores of y",
        _asked_raw_left_as_z,
        "Two things are missing: the new places are not scaled, and the predictions are left as "
        "z-scores of y.",
    ),
    Mistake(
        "only divided, there and back",
        _only_divided,
        "Inputs and targets are divided, and not centred: before its first epoch your model "
        "predicts 0, where it should know the mean of y.",
    ),
    Mistake(
        "trained on raw data",
        _trained_raw,
        "Training ran on x and y as they are, and the predictions are treated as if it had run on "
        "z-scores.",
    ),
    Mistake(
        "targets not scaled",
        _raw_targets,
        "The result is in the unit of y, but training ran on y as it is. After no epoch at "
        "all your model predicts 0; with scaled targets it would predict the mean.",
    ),
    Mistake(
        "targets not scaled, and undone",
        _raw_targets_undone,
        "Training ran on y as it is, and then a scaling of y is undone that never took place.",
    ),
    Mistake(
        "targets scaled by x",
        _targets_by_x,
        "The targets are scaled with the numbers of x. A mean and a standard deviation of its own "
        "belong to y.",
    ),
    Mistake(
        "starts at w = 1",
        _from((1.0, 0.0)),
        "Training starts at another place: w = 1 is what notebook 01 used, here it is w = 0.",
    ),
    Mistake(
        "starts at b = 1",
        _from((0.0, 1.0)),
        "Training starts at another place: b = 1. Have w and b changed places?",
    ),
    *STEP_MISTAKES,
    Mistake(
        "predictions for the old places",
        lambda x, y, x_new, lr, num_epochs: predict(x, y, x, lr, num_epochs),
        "These are predictions for the training places. They are asked for at x_new.",
    ),
)
