"""What notebook 08 has at hand when its exercises are solved: `train`, and scikit-learn's metrics.

The solutions use both under the names that the notebook gives them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy


def train(
    model: nn.Module,
    X: Tensor,
    y: Tensor,
    lr: float,
    num_epochs: int,
    loss_fn: Callable[[Tensor, Tensor], Tensor] = cross_entropy,
) -> float:
    """Fit a classifier to X (N, features) and labels y (N,), all at once, as section 8.6 does.

    Returns the last loss.
    """
    optimizer = torch.optim.SGD(model.parameters(), lr=lr)
    for _ in range(num_epochs):
        loss = loss_fn(model(X), y)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
    return loss.item()


class _Metrics:
    """`sklearn.metrics`, imported when the first of them is used."""

    def __getattr__(self, name: str) -> Any:
        from sklearn import metrics

        return getattr(metrics, name)


metrics = _Metrics()
