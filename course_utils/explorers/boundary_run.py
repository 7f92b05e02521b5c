"""The training behind the widget of notebook 08: one network, one data set, a few epochs a time."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import cross_entropy

from course_utils import data
from course_utils.models import mlp

DATA: Any = {"moons": data.moons, "circles": data.circles}
NUM_TRAIN, NUM_VAL = 200, 1000


class BoundaryRun:
    """A classifier of two moons or circles, trained on 200 points and judged on 1,000 others.

    `num_hidden` units stand between features and logits; 0 leaves softmax regression. Everything
    is float64 on the CPU, so that a run is the same wherever it runs.
    """

    def __init__(self, *, data: str, num_hidden: int, noise: float, num_epochs: int) -> None:
        generator = torch.Generator().manual_seed(8)
        self.X, self.y = DATA[data](NUM_TRAIN, noise=noise, generator=generator)
        self.X_val, self.y_val = DATA[data](NUM_VAL, noise=noise, generator=generator)
        self.X, self.X_val = self.X.double(), self.X_val.double()
        sizes = (2, num_hidden, 2) if num_hidden else (2, 2)
        self.model = mlp(*sizes, generator=generator).double()
        self.num_epochs = num_epochs
        self.losses: list[float] = []
        self.val_losses: list[float] = []
        self._optimizer = torch.optim.SGD(self.model.parameters(), lr=0.3, momentum=0.9)

    @property
    def epoch(self) -> int:
        """How many epochs are done."""
        return len(self.losses)

    def advance(self, num_epochs: int) -> None:
        """Train for so many epochs more, but not beyond the end of the run."""
        for _ in range(min(num_epochs, self.num_epochs - self.epoch)):
            loss = cross_entropy(self.model(self.X), self.y)
            with torch.no_grad():
                val_loss = cross_entropy(self.model(self.X_val), self.y_val)
            loss.backward()
            self._optimizer.step()
            self._optimizer.zero_grad()
            self.losses.append(loss.item())
            self.val_losses.append(val_loss.item())

    def num_correct(self) -> tuple[int, int]:
        """Return how many of the training and of the validation points are classified rightly."""
        return (
            _num_correct(self.model, self.X, self.y),
            _num_correct(self.model, self.X_val, self.y_val),
        )


def _num_correct(model: nn.Module, X: Tensor, y: Tensor) -> int:
    with torch.no_grad():
        return int((model(X).argmax(dim=1) == y).sum())
