"""Exercise 8.8 of notebook 08: a classifier of one's own for the breast cancer data."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from course_utils import data
from course_utils.exercises import Case, Exercise, Mistake

Classifier = Callable[[Tensor, Tensor, Tensor], Tensor]
LEAST = 0.92  # right on held-out tumours; always benign has 0.63, a straight boundary 0.98


def tumour_logits(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    """Return logits (M, 2) for the rows of X_test, (M, 30), after training on the others."""
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    return _fitted((X_train - mean) / std, y_train)((X_test - mean) / std).detach()


def _fitted(X: Tensor, y: Tensor, num_epochs: int = 60, lr: float = 0.5) -> nn.Module:
    model = nn.Linear(X.shape[1], 2)
    nn.init.zeros_(model.weight)
    nn.init.zeros_(model.bias)
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(num_epochs):
        optimizer.zero_grad()
        cross_entropy(model(X), y).backward()
        optimizer.step()
    return model


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


def _own_scale_for_test(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    Z = (X_train - X_train.mean(dim=0)) / X_train.std(dim=0)
    W = (X_test - X_test.mean(dim=0)) / X_test.std(dim=0, correction=0)  # alone: 0 / 0 is nan
    return _fitted(Z, y_train)(W).detach()


def _test_left_raw(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    Z = (X_train - X_train.mean(dim=0)) / X_train.std(dim=0)
    return _fitted(Z, y_train)(X_test).detach()


def _scaled_with_the_test_rows(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    both = torch.cat([X_train, X_test])
    mean, std = both.mean(dim=0), both.std(dim=0)
    return _fitted((X_train - mean) / std, y_train)((X_test - mean) / std).detach()


def _one_scale_for_all(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    mean, std = X_train.mean(), X_train.std()
    return _fitted((X_train - mean) / std, y_train, 500)((X_test - mean) / std).detach()


def _one_column(X_train: Tensor, y_train: Tensor, X_test: Tensor) -> Tensor:
    logits = tumour_logits(X_train, y_train, X_test)
    return logits[:, 1] - logits[:, 0]


def _tumours(seed: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    X, y = data.breast_cancer()
    train, test = data.split(len(X), generator=torch.Generator().manual_seed(seed))
    return X[train], y[train], X[test], y[test]


def _shape(answer: Classifier, seed: int) -> str:
    """What comes back for the first five held-out tumours."""
    X_train, y_train, X_test, _ = _tumours(seed)
    got = answer(X_train, y_train, X_test[:5])
    sort = "numbers" if got.is_floating_point() else "classes"
    same = got.is_floating_point() and bool((got == got[0]).all())
    return f"{sort} of shape {tuple(got.shape)}" + (", the same for all five" if same else "")


def _right(answer: Classifier, *seeds: int) -> str:
    """How many of the held-out tumours are answered rightly, in words, in the worse split."""
    shares = []
    for seed in seeds:
        X_train, y_train, X_test, y_test = _tumours(seed)
        logits = answer(X_train, y_train, X_test)
        shares.append((logits.argmax(dim=-1) == y_test).double().mean().item())
    if max(shares) <= 0.2:
        return "nearly all wrong"
    return f"{LEAST:.0%} or more right" if min(shares) >= LEAST else f"fewer than {LEAST:.0%} right"


def _other_unit(answer: Classifier, seed: int) -> str:
    """Whether the answers stay when some features come in a unit a thousand times smaller."""
    X_train, y_train, X_test, _ = _tumours(seed)
    units = torch.ones(30).index_fill_(0, torch.tensor([0, 3, 13, 29]), 1000.0)
    before = answer(X_train, y_train, X_test)
    after = answer(X_train * units, y_train, X_test * units)
    changed = int((before.argmax(dim=-1) != after.argmax(dim=-1)).sum())
    return "the same answers" if changed <= 1 else "other answers"


def _alone(answer: Classifier, seed: int) -> str:
    """Whether a tumour gets the same answer alone and in the company of one that is far away."""
    X_train, y_train, X_test, y_test = _tumours(seed)
    far = 1e4 * X_train.amax(dim=0, keepdim=True)
    together = answer(X_train, y_train, torch.cat([X_test, far])).argmax(dim=-1)
    same = True
    area = X_test[:, 3]  # a large malignant tumour and a small benign one: no close decisions
    for i in (area.where(y_test == 0, -1.0).argmax(), area.where(y_test == 1, 1e9).argmin()):
        logits = answer(X_train, y_train, X_test[i : i + 1])
        if logits.isnan().any():
            return "nan for a tumour that comes alone"
        same = same and bool(logits.argmax(dim=-1) == together[i])
    return "the same answer" if same else "another answer"


TUMOURS = Exercise(
    number="8.8",
    title="A classifier of tumours",
    level="build",
    learned="standardise by the training part, train on logits, judge on tumours held out",
    cases=(
        Case("what comes back for five tumours", (1,), _shape),
        Case("114 tumours held out, the worse of two splits", (1, 2), _right),
        Case("four features in a unit a thousand times smaller", (1,), _other_unit),
        Case("a tumour alone, or with others, one of them far away", (2,), _alone),
    ),
    reference=tumour_logits,
    correct=(_by_centres, _by_least_squares),
    mistakes=(
        Mistake(
            "classes in place of logits",
            lambda *given: tumour_logits(*given).argmax(dim=1),
            "These are the decided classes. The exercise asks for what stands before the decision: "
            "two logits for each tumour.",
        ),
        Mistake(
            "one column",
            _one_column,
            "One number for each tumour. How many classes compete, and how many logits are asked "
            "for?",
        ),
        Mistake(
            "not standardised",
            lambda X, y, X_test: _fitted(X, y, 300, lr=1e-5)(X_test).detach(),
            "It learns something, but another unit changes its answers: are features in thousands "
            "and features in thousandths used as they are? What did notebook 02 do first?",
        ),
        Mistake(
            "the test rows are left raw",
            _test_left_raw,
            "Many answers are wrong, and a change of unit makes no difference to them. Do "
            "X_train and X_test both come standardised to the model, by the same numbers?",
        ),
        Mistake(
            "one scale for all features",
            _one_scale_for_all,
            "Good on the tumours, but another unit changes the answers. Does each of the 30 "
            "features have a mean and a standard deviation of its own?",
        ),
        Mistake(
            "the test rows have a scale of their own",
            _own_scale_for_test,
            "A tumour that comes alone has no standard deviation. Whose mean and standard "
            "deviation should scale the test rows?",
        ),
        Mistake(
            "scaled with the test rows too",
            _scaled_with_the_test_rows,
            "One tumour far away changes the answers for the others. Over which rows are the mean "
            "and the standard deviation taken?",
        ),
        Mistake(
            "the classes are exchanged",
            lambda *given: tumour_logits(*given).flip(1),
            "Nearly all wrong is nearly all right with the columns exchanged: column 0 belongs to "
            "malignant, class 0.",
        ),
        Mistake(
            "the same for all",
            lambda X, y, X_test: torch.tensor([[0.0, 1.0]]).repeat(len(X_test), 1),
            "Every tumour gets the same two logits, whatever its features are. Do they depend on "
            "X_test, and did the parameters move?",
        ),
    ),
    seconds=20.0,
)
