"""Degree, penalty, noise and number of points: the widget of notebook 05."""

import math
from typing import Any

import torch
from torch import Tensor

from course_utils.explorers.display import Explorer
from course_utils.explorers.knobs import Range
from course_utils.explorers.polynomial_picture import PolynomialPicture
from course_utils.figures import number

DEGREES = list(range(16))
MOST_POINTS, VAL_POINTS = 200, 500
RANGES = {
    "degree": Range("degree", 0, DEGREES[-1], step=1),
    "num_points": Range("training points", 2, MOST_POINTS, step=1),
    "lam": Range("penalty λ", 1e-8, 100.0, step=0.02, log=True, zero=True),
    "noise": Range("noise", 0.0, 1.0, step=0.01),
}


def features(x: Tensor, degree: int) -> Tensor:
    """Return the Chebyshev polynomials cos(k arccos x), k = 0 … degree, as (…, degree + 1).

    `x`: (…), from −1 to 1. Source: Trefethen, Approximation Theory and Approximation Practice
    (2013), chapter 3.
    """
    return torch.cos(torch.arange(degree + 1, dtype=x.dtype) * x.acos()[..., None])


def fit(x: Tensor, y: Tensor, degree: int, lam: float) -> Tensor:
    """Return the coefficients, (degree + 1,), of the least mean squared error plus the penalty.

    The penalty is λ/2 times the sum of squares of all coefficients but the first, the bias.
    `x`, `y`: (examples,). Where many solutions are equally good, the shortest is taken.
    Source: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning (2009), 3.4.1.
    """
    A = features(x, degree)
    # A penalty is the same as further examples: each asks that one coefficient be zero.
    prices = math.sqrt(lam * len(x) / 2) * torch.eye(degree + 1, dtype=x.dtype)[1:]
    A, wanted = torch.cat([A, prices]), torch.cat([y, torch.zeros(degree, dtype=y.dtype)])
    return torch.linalg.lstsq(A, wanted[:, None], driver="gelsd").solution[:, 0]


class PolynomialFit(Explorer):
    """Fit a polynomial to noisy points of sin(πx), and see the curve and its two errors follow.

    `degree`: 0 to 15; `lam`: the strength λ of the penalty, 0 or more; `noise`: its standard
    deviation, 0 or more; `num_points`: 2 to 200; `seed`: which points and which noise. The
    validation error is measured on 500 other points. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code moves the knobs by `set(...)`
    and `reset()`.

    Raises ValueError for a value out of these bounds.
    """

    title = "Polynomial fit"

    def __init__(
        self,
        *,
        degree: int = 9,
        lam: float = 0.0,
        noise: float = 0.3,
        num_points: int = 20,
        seed: int = 0,
    ) -> None:
        super().__init__()
        self._ranges = RANGES
        self.places = torch.linspace(-1, 1, 201, dtype=torch.float64)
        self.picture = PolynomialPicture(self.places, _truth(self.places), DEGREES)
        self.figure = self.picture.figure
        self.degree, self.lam, self.noise = degree, lam, noise
        self.num_points, self.seed = num_points, seed
        self._start = self.state | {"seed": seed}
        self.reset()

    def set(self, **knobs: Any) -> None:
        """Move the knobs that are named (degree, lam, noise, num_points, seed), and fit anew.

        Raises ValueError for a value out of bounds, and TypeError for another name.
        """
        names = ("degree", "lam", "noise", "num_points", "seed")
        if unknown := sorted(set(knobs) - set(names)):
            raise TypeError(f"the knobs are {', '.join(names)}; got {', '.join(unknown)}.")
        wanted = {name: getattr(self, name) for name in names} | knobs
        for name, low, high in (("degree", 0, DEGREES[-1]), ("num_points", 2, MOST_POINTS)):
            if not (low <= wanted[name] <= high and wanted[name] == int(wanted[name])):
                bounds = f"an integer from {low} to {high}"
                raise ValueError(f"{name} must be {bounds}, got {wanted[name]}: try {high // 2}.")
        for name in ("lam", "noise"):
            if not 0 <= wanted[name] < math.inf:
                raise ValueError(
                    f"{name} must be finite and not negative, got {wanted[name]}: try 0.1."
                )
        for name, value in wanted.items():
            setattr(self, name, float(value) if name in ("lam", "noise") else int(value))
        self._fit()
        curve = features(self.places, self.degree) @ self.coefficients[self.degree]
        self.picture.set_floor(self.noise**2)
        self._png = self.picture.draw((self.x, self.y), curve, self.errors, self.degree)
        self._follow()

    def reset(self) -> None:
        """Put all knobs to where they were at first, and take the first data again."""
        self.set(**self._start)

    @property
    def state(self) -> dict[str, Any]:
        """The value of each knob."""
        return {name: getattr(self, name) for name in self._ranges}

    def _fit(self) -> None:
        """Draw the points of this seed, and compute all fits with their errors."""
        generator = torch.Generator().manual_seed(self.seed)
        total = MOST_POINTS + VAL_POINTS
        x = 2 * torch.rand(total, generator=generator, dtype=torch.float64) - 1
        y = _truth(x) + self.noise * torch.randn(total, generator=generator, dtype=torch.float64)
        self.x, self.y = x[: self.num_points], y[: self.num_points]
        self.coefficients = [fit(self.x, self.y, degree, self.lam) for degree in DEGREES]
        sets = [(self.x, self.y), (x[MOST_POINTS:], y[MOST_POINTS:])]
        self.errors = torch.stack(
            [torch.stack([_error(w, *examples) for w in self.coefficients]) for examples in sets]
        )  # (2, degrees)

    @property
    def train_error(self) -> float:
        """The mean squared error on the training points at the present degree."""
        return self.errors[0, self.degree].item()

    @property
    def val_error(self) -> float:
        """The mean squared error on the validation points at the present degree."""
        return self.errors[1, self.degree].item()

    @property
    def words(self) -> str:
        """Where the knobs stand, both errors, and the degree that would validate best."""
        price = "no penalty" if not self.lam else f"penalty λ = {self.lam:.2e}"
        words = f"Degree {self.degree} on {self.num_points} points with noise "
        words += f"{number(self.noise)}, {price}. Training error {number(self.train_error)}, "
        words += f"validation error {number(self.val_error)}; the noise alone is "
        words += f"{number(self.noise**2)}. At these settings the validation error is lowest, "
        best = int(self.errors[1].argmin())
        words += f"{number(self.errors[1, best].item())}, at degree {best}."
        return words + self._outside()

    def _make_rows(self) -> list[list[Any]]:
        """Make fields, sliders and buttons; return what stands beside what."""
        new = self._button("new", "New data", lambda: self.set(seed=self.seed + 1))
        reset = self._button("reset", "Reset", self.reset)
        return [*([self._knob(name)] for name in self._ranges), [new, reset]]


def _truth(x: Tensor) -> Tensor:
    return torch.sin(math.pi * x)


def _error(w: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return ((features(x, len(w) - 1) @ w - y) ** 2).mean()
