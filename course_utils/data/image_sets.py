"""Grey images of ten classes, in one form whichever set they come from."""

import torch

from course_utils.data.fashion import Images, UnavailableError, fashion_mnist
from course_utils.data.tables import digits, split
from course_utils.surroundings import say

__all__ = ["NAMES", "Images", "images"]

NAMES = ("digits", "fashion_mnist")
_NUM_TEST = 360  # of the 1,797 digits: a fifth
_SPLIT_SEED = 4  # the first with which every digit's share of the test set is 36 give or take 6


def images(name: str = "digits", *, device: torch.device | str = "cpu") -> Images:
    """Return the images `name`, "digits" or "fashion_mnist", with classes and a test set.

    X_train and X_test are float32, (N, height, width), 0 to 1; y_train and y_test int64, (N,), an
    index into class_names. The digits, described at `course_utils.data.digits`, are 1,437 and 360
    images of 8 × 8; which image is in which part is fixed: `split` draws it with a generator of
    seed 4. Fashion-MNIST, described at `course_utils.fashion.fashion_mnist`, has 60,000 and 10,000
    of 28 × 28; where it cannot be had, one printed sentence says why, and the digits come instead.

    Raises ValueError if there is no set of that name.

    >>> images("digits").X_train.shape
    torch.Size([1437, 8, 8])
    """
    if name not in NAMES:
        raise ValueError(f"name must be {' or '.join(NAMES)}, got {name!r}: choose one of them.")
    if name == "fashion_mnist":
        try:
            return fashion_mnist(device=device)
        except UnavailableError as error:
            say(f"{str(error).removesuffix('.')}; until then, the digits come instead.")
    return _split_digits(device)


def _split_digits(device: torch.device | str) -> Images:
    """Return the digits in two parts that are the same in every call."""
    X, y = digits()
    generator = torch.Generator().manual_seed(_SPLIT_SEED)
    train, test = split(len(X), val_fraction=_NUM_TEST / len(X), generator=generator)
    X_train, y_train, X_test, y_test = (
        part.to(device) for part in (X[train], y[train], X[test], y[test])
    )
    return Images(X_train, y_train, X_test, y_test, class_names=tuple("0123456789"))
