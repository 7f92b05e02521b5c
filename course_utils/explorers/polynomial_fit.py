"""Degree, penalty, noise and number of points: the widget of notebook 05."""

import math
from typing import Any

import torch
from torch import Tensor

from course_utils.explorers.display import mime_bundle, show_picture
from course_utils.explorers.polynomial_picture import PolynomialPicture
from course_utils.figures import number

DEGREES = list(range(16))
MOST_POINTS, VAL_POINTS = 200, 500
LEAST_LAM = 1e-8  # the left end of the slider; at that price nothing is paid


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


class PolynomialFit:
    """Fit a polynomial to noisy points of sin(πx), and see the curve and its two errors follow.

    `degree`: 0 to 15; `lam`: the strength λ of the penalty, 0 or more; `noise`: its standard
    deviation, 0 or more; `num_points`: 2 to 200; `seed`: which points and which noise. The
    validation error is measured on 500 other points. As the last expression of a cell it shows
    itself; without a kernel its picture and its words remain. Code moves the knobs by `set(...)`.

    Raises ValueError for a value out of these bounds.
    """

    def __init__(
        self,
        *,
        degree: int = 9,
        lam: float = 0.0,
        noise: float = 0.3,
        num_points: int = 20,
        seed: int = 0,
    ) -> None:
        self._widgets: dict[str, Any] = {}  # made when they are shown for the first time
        self._following = False  # True while the sliders follow the state and not the hand
        self.places = torch.linspace(-1, 1, 201, dtype=torch.float64)
        self.picture = PolynomialPicture(self.places, _truth(self.places), DEGREES)
        self.degree, self.lam, self.noise = degree, lam, noise
        self.num_points, self.seed = num_points, seed
        self.set()

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
        self._refresh()

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
        price = "no penalty" if self.lam <= LEAST_LAM else f"penalty λ = {self.lam:.2e}"
        words = f"Degree {self.degree} on {self.num_points} points with noise "
        words += f"{number(self.noise)}, {price}. Training error {number(self.train_error)}, "
        words += f"validation error {number(self.val_error)}; the noise alone is "
        words += f"{number(self.noise**2)}. At these settings the validation error is lowest, "
        best = int(self.errors[1].argmin())
        return words + f"{number(self.errors[1, best].item())}, at degree {best}."

    def _refresh(self) -> None:
        """Let the picture, the words and the sliders follow the state."""
        curve = features(self.places, self.degree) @ self.coefficients[self.degree]
        self.picture.set_floor(self.noise**2)
        self._png = self.picture.draw((self.x, self.y), curve, self.errors, self.degree)
        if not self._widgets:
            return
        show_picture(self._widgets, self.words, self._png)
        self._following = True
        for name in ("degree", "lam", "noise", "num_points"):
            slider = self._widgets[name]
            low, high = (10**end if name == "lam" else end for end in (slider.min, slider.max))
            slider.value = min(max(getattr(self, name), low), high)
        self._following = False

    def _moved(self, name: str, value: Any) -> None:
        """Take over what the hand did."""
        if not self._following:
            self.set(**{name: value})

    def _make_widgets(self) -> Any:
        """Make sliders, button, words and picture; return the box that holds them."""
        import ipywidgets as widgets  # half a second that only who looks at it need spend

        look: Any = {"style": {"description_width": "9em"}, "layout": {"width": "26em"}}
        made: dict[str, Any] = {
            "degree": widgets.IntSlider(min=0, max=DEGREES[-1], description="degree", **look),
            "num_points": widgets.IntSlider(
                min=2, max=MOST_POINTS, description="training points", **look
            ),
            "lam": widgets.FloatLogSlider(
                min=math.log10(LEAST_LAM),
                max=2,
                step=0.1,
                readout_format=".1e",
                description="penalty λ",
                **look,
            ),
            "noise": widgets.FloatSlider(
                min=0, max=1, step=0.05, readout_format=".2f", description="noise", **look
            ),
            "new": widgets.Button(description="New data"),
            "words": widgets.HTML(),
            "picture": widgets.HTML(),
        }
        self._widgets = made
        self._refresh()
        for name in ("degree", "lam", "noise", "num_points"):
            made[name].observe(lambda change, name=name: self._moved(name, change["new"]), "value")
        made["new"].on_click(lambda _: self.set(seed=self.seed + 1))
        knobs = [widgets.HBox([made[a], made[b]]) for a, b in KNOB_ROWS]
        return widgets.VBox([*knobs, made["new"], made["words"], made["picture"]])

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> Any:
        """Return the live widget, and for readers without a kernel the picture and its words."""
        if not self._widgets:
            self._box = self._make_widgets()
        words = f"Polynomial fit: {self.words}"
        return mime_bundle(self._box, words, self.picture.figure, self._png)


KNOB_ROWS = (("degree", "num_points"), ("lam", "noise"))


def _truth(x: Tensor) -> Tensor:
    return torch.sin(math.pi * x)


def _error(w: Tensor, x: Tensor, y: Tensor) -> Tensor:
    return ((features(x, len(w) - 1) @ w - y) ** 2).mean()
