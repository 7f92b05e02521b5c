"""What a loss says of itself: which function it is, and with which settings."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.training.reach import reach

LossFn = Callable[[Tensor, Tensor], Tensor]

# PyTorch's losses as modules, and the functions that they call.
FUNCTIONS: dict[type[nn.Module], Callable[..., Tensor]] = {
    nn.CrossEntropyLoss: F.cross_entropy,
    nn.NLLLoss: F.nll_loss,
    nn.BCEWithLogitsLoss: F.binary_cross_entropy_with_logits,
    nn.BCELoss: F.binary_cross_entropy,
    nn.MSELoss: F.mse_loss,
    nn.L1Loss: F.l1_loss,
    nn.SmoothL1Loss: F.smooth_l1_loss,
    nn.HuberLoss: F.huber_loss,
    nn.PoissonNLLLoss: F.poisson_nll_loss,
    nn.SoftMarginLoss: F.soft_margin_loss,
    nn.KLDivLoss: F.kl_div,
    nn.MultiLabelSoftMarginLoss: F.multilabel_soft_margin_loss,
    nn.MultiLabelMarginLoss: F.multilabel_margin_loss,
    nn.MultiMarginLoss: F.multi_margin_loss,
}
OF_CLASSES = (F.cross_entropy, F.nll_loss)
ON_LOGITS = F.binary_cross_entropy_with_logits
ON_PROBABILITIES = F.binary_cross_entropy
# Their mean is one over all numbers, not over the examples; with one shape it is the same.
OF_NUMBERS = (
    *(ON_LOGITS, ON_PROBABILITIES, F.mse_loss, F.l1_loss, F.smooth_l1_loss, F.huber_loss),
    *(F.poisson_nll_loss, F.soft_margin_loss, F.kl_div),
)
IGNORE_INDEX = -100  # PyTorch's sign for a target that does not count


@dataclass(frozen=True)
class Loss:
    """A function of PyTorch, or None for one that is not known, and the settings given to it."""

    function: Any = None
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def reduction(self) -> Any:
        """What is made of the numbers of a batch; also as size_average and reduce once said it."""
        if self.settings.get("reduce") is False:
            return "none"
        if self.settings.get("size_average") is False:
            return "sum"
        return self.settings.get("reduction", "mean")

    @property
    def weight(self) -> Tensor | None:
        """The weights of classes, (classes,)."""
        weight = self.settings.get("weight")
        return weight if isinstance(weight, Tensor) else None

    @property
    def ignore_index(self) -> int:
        """The label of a target that does not count."""
        index = self.settings.get("ignore_index")
        return IGNORE_INDEX if index is None else int(index)

    @property
    def is_of_classes(self) -> bool:
        """Whether it is cross-entropy or its second half, on an output for each class."""
        return self.function in OF_CLASSES

    @property
    def is_binary(self) -> bool:
        """Whether it is binary cross-entropy."""
        return self.function in (ON_LOGITS, ON_PROBABILITIES)


def read_loss(loss_fn: Any) -> Loss:
    """Return what a loss says of itself: a function, a module, or a `functools.partial` of them.

    >>> read_loss(functools.partial(F.cross_entropy, ignore_index=0)).ignore_index
    0
    >>> read_loss(nn.MSELoss(reduction="sum")).reduction
    'sum'
    """
    if isinstance(loss_fn, functools.partial):
        inner = read_loss(loss_fn.func)
        return Loss(inner.function, {**inner.settings, **loss_fn.keywords})
    if isinstance(loss_fn, nn.Module):
        known = next((kind for kind in FUNCTIONS if isinstance(loss_fn, kind)), None)
        # A class of one's own may have inherited the settings and computes something else.
        is_its = known is not None and type(loss_fn).forward is known.forward
        names = ("reduction", "weight", "ignore_index")
        settings = {name: getattr(loss_fn, name) for name in names if hasattr(loss_fn, name)}
        return Loss(FUNCTIONS[known] if known and is_its else None, settings)
    if loss_fn in FUNCTIONS.values():
        return Loss(loss_fn)
    names = ("reduction", "weight", "ignore_index")
    return Loss(None, {it: getattr(loss_fn, it) for it in names if hasattr(loss_fn, it)})


def losses_inside(loss_fn: Any) -> Iterator[Loss]:
    """Yield the known losses that one of your own holds or calls, the nearest first."""
    for thing in reach(loss_fn):
        if isinstance(thing, nn.Module | functools.partial) or callable(thing):
            loss = _read(thing)
            if loss.function is not None:
                yield loss


def _read(thing: Any) -> Loss:
    try:
        return read_loss(thing)
    except TypeError:  # what cannot be compared is no loss
        return Loss()
