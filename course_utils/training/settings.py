"""The settings that every way of training checks alike: the epochs, and the loss's reduction."""

from typing import Any


def check_epochs(epochs: Any) -> None:
    """Raise ValueError unless `epochs` is an integer from 1 up."""
    if isinstance(epochs, bool) or not isinstance(epochs, int) or epochs < 1:
        raise ValueError(f"epochs must be an integer from 1 up, got {epochs!r}.")


def check_reduction(loss_fn: Any) -> None:
    """Raise ValueError if a loss says of itself that it is no mean over the examples."""
    if getattr(loss_fn, "reduction", "mean") != "mean":
        raise ValueError(
            "loss_fn must return the mean over the examples of a batch, got "
            f"reduction={loss_fn.reduction!r}: leave the reduction at its default."
        )
