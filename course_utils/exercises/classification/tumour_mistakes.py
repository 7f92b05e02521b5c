"""The known mistakes of exercise 8.6: no logits, no scale, another scale for the test rows."""

from __future__ import annotations

import functools
from collections.abc import Callable

import torch
from torch import Tensor
from torch.nn import functional

from course_utils import data
from course_utils.exercises import Mistake

_Model = Callable[[Tensor], Tensor]


def fit(X: Tensor, y: Tensor, ridge: float = 1e-2) -> _Model:
    """Return a function that gives logits (M, 2): a straight boundary, by least squares.

    No descent is needed, so a verdict takes a moment; ridge regression as in notebook 05.
    """
    A = torch.cat([X, torch.ones(len(X), 1)], dim=1).double()
    prices = ridge * len(X) * torch.eye(A.shape[1]).double()
    targets = 8.0 * functional.one_hot(y, 2).double() - 4
    weight = torch.linalg.solve(A.T @ A + prices, A.T @ targets)
    return lambda rows: rows.double() @ weight[:-1] + weight[-1]


def _standardised(X_train: Tensor, X_test: Tensor) -> tuple[Tensor, Tensor]:
    mean, std = X_train.mean(dim=0), X_train.std(dim=0, correction=0)
    return (X_train - mean) / std, (X_test - mean) / std


def _logits(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    Z, Z_test = _standardised(X_train, X_test)
    return fit(Z, y_train)(Z_test)


def _own_scale(X: Tensor, y: Tensor, X_test: Tensor) -> Tensor:
    return fit(_standardised(X, X)[0], y)(_standardised(X_test, X_test)[0])


def _with_the_test_rows(X: Tensor, y: Tensor, X_test: Tensor) -> Tensor:
    both = torch.cat([X, X_test])
    return fit(_standardised(both, X)[1], y)(_standardised(both, X_test)[1])


def _by_raw_centres(X: Tensor, y: Tensor, X_test: Tensor) -> Tensor:
    return -torch.cdist(X_test, torch.stack([X[y == label].mean(dim=0) for label in (0, 1)]))


def _one_scale(X: Tensor, y: Tensor, X_test: Tensor) -> Tensor:
    mean, std = X.mean(), X.std()
    return fit((X - mean) / std, y, 1e-4)((X_test - mean) / std)


@functools.cache
def _everything() -> data.Examples:
    return data.breast_cancer()


def _all_data(X: Tensor, y: Tensor, X_test: Tensor) -> Tensor:
    return _logits(*_everything(), X_test)


MISTAKES: tuple[Mistake, ...] = (
    Mistake(
        "classes in place of logits",
        lambda *given: _logits(*given).argmax(dim=1),
        "These are the decided classes. The exercise asks for what stands before the decision: two "
        "logits for each tumour.",
    ),
    Mistake(
        "one column",
        lambda *given: _logits(*given).diff(dim=1)[:, 0],
        "One number for each tumour. How many classes compete, and how many logits are asked for?",
    ),
    Mistake(
        "one column of shape (M, 1)",
        lambda *given: _logits(*given).diff(dim=1),
        "One column, (M, 1). How many classes compete, and how many logits are asked for?",
    ),
    Mistake(
        "classes by columns",
        lambda *given: _logits(*given).T,
        "Here the classes lie along the first axis. Which axis is that of the tumours?",
    ),
    Mistake(
        "probabilities",
        lambda *given: torch.softmax(_logits(*given), dim=1),
        "These are probabilities: each row adds up to 1. Asked for is what stands before the "
        "softmax.",
    ),
    Mistake(
        "one-hot decisions",
        lambda *given: functional.one_hot(_logits(*given).argmax(dim=1), 2).float(),
        "These are decisions, written as zeros and ones. Asked for is what stands before the "
        "decision.",
    ),
    Mistake(
        "for the training rows",
        lambda X, y, X_test: _logits(X, y, X),
        "There are as many rows as tumours to learn from. For which rows are logits asked?",
    ),
    Mistake(
        "nan",
        lambda X, y, X_test: torch.full((len(X_test), 2), torch.nan),
        "The logits are not numbers any more: did the training run away? Look at the scales of the "
        "features, and at the learning rate.",
    ),
    Mistake(
        "raw features, few right",
        _by_raw_centres,
        "Many answers are wrong, and another unit changes them: are features in thousands and "
        "features in thousandths used as they are? What did notebook 02 do first?",
    ),
    Mistake(
        "one scale for all features",
        _one_scale,
        "Another unit changes the answers. Does each of the 30 features have a mean and a standard "
        "deviation of its own?",
    ),
    Mistake(
        "the test rows are left raw",
        lambda X, y, X_test: fit(_standardised(X, X)[0], y)(X_test),
        "Many answers are wrong. Do X_train and X_test both come to the model standardised, by the "
        "same numbers? And does the loss fall while it trains?",
    ),
    Mistake(
        "the test rows have a scale of their own",
        _own_scale,
        "A tumour that comes alone has no standard deviation. Whose mean and standard deviation "
        "should scale the test rows?",
    ),
    Mistake(
        "scaled with the test rows too",
        _with_the_test_rows,
        "Its company changes the answer for a tumour. Over which rows are the mean and the "
        "standard deviation taken?",
    ),
    Mistake(
        "the classes are exchanged",
        lambda *given: _logits(*given).flip(1),
        "Nearly all wrong is nearly all right with the columns exchanged: to which class does "
        "column 0 belong?",
    ),
    Mistake(
        "the same for all",
        lambda X, y, X_test: torch.tensor([[0.0, 1.5]]).repeat(len(X_test), 1),
        "Every tumour gets the same two logits, whatever its features are. Do they depend on "
        "X_test, and did the parameters move?",
    ),
    Mistake(
        "other labels",
        _all_data,
        "The labels that come in, with 0 and 1 exchanged, make no difference. Which labels does "
        "the model learn from?",
    ),
)
