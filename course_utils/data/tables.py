"""The data sets of the course as tensors, with their units and sources."""

from numbers import Integral
from typing import Any, NamedTuple

import torch
from torch import Tensor

from course_utils.data.arguments import amount, count, is_finite
from course_utils.runtime import check_generator


class Thermometer(NamedTuple):
    """Eleven paired readings: `t_u` of an unknown unit and `t_c` in °C, both float32, (11,)."""

    t_u: Tensor
    t_c: Tensor


class Examples(NamedTuple):
    """Features `X`, float32, (examples, …), and one target or class each in `y`."""

    X: Tensor
    y: Tensor


def thermometer(device: torch.device | str = "cpu") -> Thermometer:
    """Return the readings `t_u` (unknown unit) and the temperatures `t_c` (°C), each (11,).

    Every call makes new tensors, so that changing them changes nobody else's.
    Source: Stevens, Antiga and Viehmann, Deep Learning with PyTorch (2020), chapter 5.

    >>> t_u, t_c = thermometer()
    >>> t_u.shape, t_c.shape
    (torch.Size([11]), torch.Size([11]))
    """
    t_c = [0.5, 14.0, 15.0, 28.0, 11.0, 8.0, 3.0, -4.0, 6.0, 13.0, 21.0]
    t_u = [35.7, 55.9, 58.2, 81.9, 56.3, 48.9, 33.9, 21.8, 48.4, 60.4, 68.4]
    return Thermometer(
        t_u=torch.tensor(t_u, dtype=torch.float32, device=device),
        t_c=torch.tensor(t_c, dtype=torch.float32, device=device),
    )


def wavy_line(
    num_examples: int = 200, *, generator: torch.Generator, device: torch.device | str = "cpu"
) -> Examples:
    """Return points of y = x + 2 sin x + ε, x anywhere from 0 to 20, ε ~ N(0, 1); both (n, 1).

    Raises ValueError unless `num_examples` is an integer from 1 up, and for a generator that is not
    on the CPU; TypeError for what is no generator.
    """
    num_examples = count("num_examples", num_examples)
    check_generator(generator, "the numbers are")
    x = 20 * torch.rand(num_examples, 1, generator=generator, device="cpu")
    noise = torch.randn(num_examples, 1, generator=generator, device="cpu")
    return Examples(x.to(device), (x + 2 * torch.sin(x) + noise).to(device))


def wide_line(
    num_examples: int,
    *,
    num_features: int = 200,
    generator: torch.Generator,
    device: torch.device | str = "cpu",
) -> Examples:
    """Return y = 0.05 + Σ 0.01 xᵢ + ε for X of (n, features) from N(0, 1), ε ~ N(0, 0.01²).

    `y` is (n, 1). Source: Zhang, Lipton, Li and Smola, Dive into Deep Learning (2023), section 3.7.

    Raises ValueError unless both numbers are integers from 1 up, and for a generator that is not on
    the CPU; TypeError for what is no generator.
    """
    num_examples = count("num_examples", num_examples)
    num_features = count("num_features", num_features)
    check_generator(generator, "the numbers are")
    X = torch.randn(num_examples, num_features, generator=generator, device="cpu")
    noise = 0.01 * torch.randn(num_examples, 1, generator=generator, device="cpu")
    y = 0.05 + 0.01 * X.sum(dim=1, keepdim=True) + noise
    return Examples(X.to(device), y.to(device))


def moons(
    num_examples: int,
    *,
    noise: float = 0.05,
    generator: torch.Generator,
    device: torch.device | str = "cpu",
) -> Examples:
    """Return two interleaved half circles: X (n, 2), no unit, and y (n,), int64, 0 above, 1 below.

    `noise` is the standard deviation of what is added to both coordinates; half of the points,
    shuffled, belong to each class. Source: scikit-learn's `make_moons`.

    Raises ValueError unless `num_examples` is an integer from 1 up and `noise` a finite number from
    0 up, and for a generator that is not on the CPU; TypeError for what is no generator.
    """
    from sklearn.datasets import make_moons

    return _drawn(make_moons, num_examples, generator, device, noise=noise)


def circles(
    num_examples: int,
    *,
    noise: float = 0.05,
    generator: torch.Generator,
    device: torch.device | str = "cpu",
) -> Examples:
    """Return two circles around the origin: X (n, 2), no unit, y (n,), int64, 0 outer, 1 inner.

    The outer radius is 1, the inner 0.5; `noise` as for `moons`. Source: scikit-learn's
    `make_circles`.

    Raises what `moons` raises.
    """
    from sklearn.datasets import make_circles

    return _drawn(make_circles, num_examples, generator, device, noise=noise, factor=0.5)


def digits(device: torch.device | str = "cpu") -> Examples:
    """Return 1,797 handwritten digits: X (1797, 8, 8) from 0 (paper) to 1 (ink), y (1797,), int64.

    `y` is the digit, 0 to 9. Grey values come as 0 to 16 and are divided by 16.
    Source: Alpaydin and Kaynak, Optical Recognition of Handwritten Digits, UCI repository (1998),
    CC BY 4.0; this is its test set as it comes with scikit-learn.
    """
    from sklearn.datasets import load_digits

    images, labels = load_digits(return_X_y=True)
    X = torch.tensor(images, dtype=torch.float32, device=device).reshape(-1, 8, 8) / 16
    return Examples(X, torch.tensor(labels, dtype=torch.int64, device=device))


def breast_cancer(device: torch.device | str = "cpu") -> Examples:
    """Return 569 tumours: X (569, 30), and y (569,), int64, 0 for malignant and 1 for benign.

    The features describe the cell nuclei in an image of a fine needle aspirate: mean, standard
    error and worst of ten sizes and shapes, each in its own unit (scikit-learn's
    `load_breast_cancer` names them); 212 tumours are malignant, 357 benign.
    Source: Wolberg, Mangasarian, Street and Street, Breast Cancer Wisconsin (Diagnostic), UCI
    repository (1993), CC BY 4.0.
    """
    from sklearn.datasets import load_breast_cancer

    features, labels = load_breast_cancer(return_X_y=True)
    X = torch.tensor(features, dtype=torch.float32, device=device)
    return Examples(X, torch.tensor(labels, dtype=torch.int64, device=device))


def split(
    num_examples: int, *, val_fraction: float = 0.2, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Return shuffled indices of the training and of the validation examples, both int64.

    The validation part is `val_fraction` of `num_examples`, rounded.
    Raises ValueError for numbers that are none, if one of the two parts would be empty, and for a
    generator that is not on the CPU; TypeError for what is no generator.
    """
    check_generator(generator, "the numbers are")
    are_numbers = is_finite(num_examples, Integral) and is_finite(val_fraction)
    num_val = round(val_fraction * num_examples) if are_numbers else 0
    if not 0 < num_val < num_examples:
        raise ValueError(
            f"both parts need an example, got {num_examples!r} examples and a val_fraction "
            f"of {val_fraction!r}: choose a fraction between 0 and 1, and enough examples."
        )
    shuffled = torch.randperm(num_examples, generator=generator, device="cpu")
    return shuffled[num_val:], shuffled[:num_val]


def _drawn(
    make: Any,
    num_examples: int,
    generator: torch.Generator,
    device: Any,
    *,
    noise: float,
    **settings: Any,
) -> Examples:
    """Let scikit-learn draw points, with a seed that comes from our generator."""
    num_examples = count("num_examples", num_examples)
    noise = amount("noise", noise)
    check_generator(generator, "the numbers are")
    seed = int(torch.randint(2**31, (), generator=generator, device="cpu"))
    X, y = make(num_examples, random_state=seed, noise=noise, **settings)
    return Examples(
        torch.tensor(X, dtype=torch.float32, device=device),
        torch.tensor(y, dtype=torch.int64, device=device),
    )
