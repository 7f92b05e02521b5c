"""Exercise 8.6 of notebook 08: a classifier of one's own for the breast cancer data."""

from __future__ import annotations

import functools
from collections.abc import Callable

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from course_utils import data
from course_utils.exercises import Case, Exercise
from course_utils.exercises.classification import solutions
from course_utils.exercises.classification.tumour_mistakes import MISTAKES, fit

_UNFIT = "not two logits for each tumour"
_NAN_ALONE = "nan for a tumour that comes alone"
_ONE = torch.ones((), dtype=torch.float64)
Classifier = Callable[[Tensor, Tensor, Tensor], Tensor]
LEAST = 0.92  # right on held-out tumours; always benign has 0.63, a straight boundary 0.98


def _by_ridge(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    return fit((X_train - mean) / std, y_train)((X_test - mean) / std)


def _by_descent(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    model = nn.Linear(30, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.5)
    for _ in range(60):
        optimizer.zero_grad()
        cross_entropy(model((X_train - mean) / std), y_train).backward()
        optimizer.step()
    return model((X_test - mean) / std)


def _by_centres(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    Z = (X_train - mean) / std
    centres = torch.stack([Z[y_train == label].mean(dim=0) for label in (0, 1)])
    return -torch.cdist((X_test - mean) / std, centres)


def _by_least_squares(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    ranges = X_train.amax(dim=0) - X_train.amin(dim=0)
    rows = [(X - X_train.amin(dim=0)) / ranges for X in (X_train, X_test)]
    A, B = (torch.cat([X, torch.ones(len(X), 1)], dim=1).double() for X in rows)
    return B @ torch.linalg.lstsq(A, torch.eye(2).double()[y_train]).solution


@functools.cache
def _split(seed: int) -> tuple[Tensor, ...]:
    X, y = data.breast_cancer()
    train, test = data.split(len(X), generator=torch.Generator().manual_seed(seed))
    return X[train], y[train], X[test], y[test]


def _tumours(seed: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    X_train, y_train, X_test, y_test = (part.clone() for part in _split(seed))
    return X_train, y_train, X_test, y_test


def _ask(answer: Classifier, X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    """Return the logits of an answer, which draws the same random numbers each time."""
    np.random.seed(0)
    torch.default_generator.manual_seed(0)
    return torch.as_tensor(answer(X_train, y_train, X_test)).detach()


def _shape(answer: Classifier, seed: int) -> str:
    """What comes back for the tumours held out."""
    got = _ask(answer, *_tumours(seed)[:3])
    if not got.is_floating_point():
        return f"classes of shape {tuple(got.shape)}"
    kind = "numbers"
    if got.dim() == 2 and got.shape[1] > 1 and bool((got >= 0).all()):
        kind = "probabilities" if torch.allclose(got.sum(dim=1).double(), _ONE) else kind
        kind = "zeros and ones" if bool(((got == 0) | (got == 1)).all()) else kind
    if bool((got == got[0]).all()):
        return f"the same numbers for all, of shape {tuple(got.shape)}"
    return f"{kind} of shape {tuple(got.shape)}"


def _right(answer: Classifier, seed: int, exchanged: bool) -> str:
    """How many of the held-out tumours are answered rightly, in words."""
    X_train, y_train, X_test, y_test = _tumours(seed)
    if exchanged:
        y_train, y_test = 1 - y_train, 1 - y_test
    logits = _ask(answer, X_train, y_train, X_test)
    if logits.shape != (len(X_test), 2):
        return _UNFIT
    if logits.isnan().any():
        return "nan among the logits"
    answers = logits.argmax(dim=-1)
    share = (answers == y_test).double().mean().item()
    if share >= LEAST:
        return f"{LEAST:.0%} or more right"
    return "nearly all wrong" if share <= 1 - LEAST else f"fewer than {LEAST:.0%} right"


def _other_unit(answer: Classifier, seed: int) -> str:
    """Whether the answers stay when some features come in a unit a thousand times smaller."""
    X_train, y_train, X_test, _ = _tumours(seed)
    units = torch.ones(30).index_fill_(0, torch.tensor([1, 4, 11, 28]), 1000.0)
    before = _ask(answer, X_train, y_train, X_test)
    after = _ask(answer, X_train * units, y_train, X_test * units)
    if before.shape != (len(X_test), 2) or after.shape != before.shape:
        return _UNFIT
    changed = int((before.argmax(dim=-1) != after.argmax(dim=-1)).sum())
    return "the same answers" if changed <= 1 else "other answers"


def _alone(answer: Classifier, seed: int) -> str:
    """Whether a tumour gets one answer alone, among others, and beside one that is far away."""
    X_train, y_train, X_test, y_test = _tumours(seed)
    far = 1e4 * X_train.amax(dim=0, keepdim=True)
    area = X_test[:, 3]  # a large malignant tumour and a small benign one: no close decisions
    two = torch.stack([area.where(y_test == 0, -1).argmax(), area.where(y_test == 1, 1e9).argmin()])
    parts = (X_test, torch.cat([X_test, far]), X_test[two[:1]], X_test[two[1:]])
    try:
        among, beside, *alone = (_ask(answer, X_train, y_train, part) for part in parts)
    except ValueError as error:
        if "contains NaN" not in str(error):  # scikit-learn refuses what a network passes on
            raise
        return _NAN_ALONE
    if among.shape[1:] != (2,) or any(logits.shape != (1, 2) for logits in alone):
        return _UNFIT
    if any(logits.isnan().any() for logits in alone):
        return _NAN_ALONE
    answers = [logits.argmax(dim=1) for logits in (among[two], beside[two], torch.cat(alone))]
    same = all(torch.equal(answers[0], others) for others in answers[1:])
    return "the same answer" if same else "another answer"


TUMOURS = Exercise(
    number="8.6",
    name="tumour_logits",
    title="A classifier of tumours",
    level="build",
    hints=(
        "Standardise, then train, as in notebook 02. Each of the 30 columns has a mean and a "
        "standard deviation, taken from `X_train` alone; both tables are scaled by them. For the "
        "model take softmax regression, section 8.6.",
        "Four steps: the mean and the standard deviation of `X_train` along `dim=0`; a model from "
        "30 features to 2 logits, by `models.mlp` or `nn.Linear`; `train` on the scaled training "
        "rows; the model on the scaled test rows.",
        "First lines: `mean, std = X_train.mean(dim=0), X_train.std(dim=0)` and `model = "
        "nn.Linear(30, 2)`. For `train`, a learning rate of 0.5 and 200 epochs will do. Scale "
        "`X_test` by the same `mean` and `std` before the model sees it.",
    ),
    learned="standardise by the training part, train on logits, judge on tumours held out",
    cases=(
        Case("what comes back for 114 tumours held out", (1,), _shape),
        Case("114 tumours held out", (1, False), _right),
        Case("another 114, with 0 for benign and 1 for malignant", (2, True), _right),
        Case("four features in a unit a thousand times smaller", (1,), _other_unit),
        Case("a tumour alone, among others, and beside one that is far away", (2,), _alone),
    ),
    reference=solutions.tumour_logits,
    correct=(_by_ridge, _by_descent, _by_centres, _by_least_squares),
    mistakes=MISTAKES,
    seconds=20.0,  # nine times an answer learns, as long as it likes
)
