"""The settings that every way of training checks alike: the epochs, and the loss's reduction."""

from typing import Any

from course_utils.training.converting import as_integer
from course_utils.training.losses import read_loss


def check_epochs(epochs: Any) -> None:
    """Raise ValueError unless `epochs` is an integer from 1 up, of Python or of NumPy."""
    count = as_integer(epochs)
    if count is None or count < 1:
        raise ValueError(f"epochs must be an integer from 1 up, got {epochs!r}.")


def check_reduction(loss_fn: Any) -> None:
    """Raise ValueError if a loss says of itself that it is no mean over the examples.

    A loss says so by the `reduction` of a module, or by that given with `functools.partial`.
    """
    reduction = read_loss(loss_fn).reduction
    if reduction not in ("mean", "batchmean"):
        raise ValueError(
            "loss_fn must return the mean over the examples of a batch, got "
            f"reduction={reduction!r}: leave the reduction at its default."
        )
