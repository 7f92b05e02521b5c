"""Many models of one build as one: their parameters stacked, one forward pass, a loss for each."""

from collections.abc import Callable, Sequence
from typing import Any

import torch
from torch import Tensor, nn
from torch.func import functional_call, stack_module_state, vmap
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils.training.shapes import kind

LossFn = Callable[[Tensor, Tensor], Tensor]

# Layers that treat every number by itself, whatever the shape around it.
ELEMENTWISE = {
    *(nn.Identity, nn.Tanh, nn.Sigmoid, nn.LogSigmoid, nn.Hardtanh, nn.Softsign, nn.Softplus),
    *(nn.ReLU, nn.ReLU6, nn.LeakyReLU, nn.ELU, nn.SELU, nn.CELU, nn.GELU, nn.SiLU, nn.Mish),
}
# Losses that are a plain mean over the batch, so that one call serves all models.
PLAIN_LOSSES: dict[Any, Callable[..., Tensor]] = {
    nn.CrossEntropyLoss: F.cross_entropy,
    nn.MSELoss: F.mse_loss,
    nn.L1Loss: F.l1_loss,
    nn.HuberLoss: F.huber_loss,
    nn.BCEWithLogitsLoss: F.binary_cross_entropy_with_logits,
}


class Stack:
    """Models that differ in nothing but their parameters, as one, each fed with its own batch.

    `params` are all parameters, each (models, …), copied and ready for an optimizer. A Sequential
    of Linear and elementwise layers, with or without a Flatten, is worked through with one batched
    matrix product a layer; any other model with `torch.func.vmap`, which calls it once for all and
    takes about twice as long.

    Raises ValueError for no models, for what is no model, for one object twice, for models unlike
    each other, and for those whose batches leave something behind or draw random numbers: buffers,
    such as the running statistics of BatchNorm, and dropout.
    Source: PyTorch's tutorial "Model ensembling" (`stack_module_state` and `vmap`).

    >>> stack = Stack([nn.Sequential(nn.Linear(2, 3), nn.Tanh()) for _ in range(5)])
    >>> stack(torch.zeros(5, 32, 2)).shape
    torch.Size([5, 32, 3])
    """

    def __init__(self, models: Sequence[nn.Module]) -> None:
        _check(models)
        self.model = models[0]
        self._num_models = len(models)
        self._by_name, _ = stack_module_state(list(models))
        self._layers = _plain_layers(self.model, self._by_name)
        # Weights as baddbmm wants them, (models, inputs, outputs), and biases (models, 1, outputs).
        self._ready = {
            name: (param.mT if name.endswith("weight") else param[:, None])
            .detach()
            .contiguous()
            .requires_grad_(param.requires_grad)
            for name, param in self._by_name.items()
            if self._layers
        }
        self.params = list((self._ready or self._by_name).values())

    def __call__(self, X: Tensor) -> Tensor:
        """Return the outputs, (models, batch, …), for features of (models, batch, …).

        Raises ValueError for what is no such tensor, and for features that a Linear layer cannot
        take; RuntimeError for another dtype than that of the parameters. What a model of one's own
        raises comes through.
        """
        if not isinstance(X, Tensor) or X.dim() < 2 or len(X) != self._num_models:
            raise ValueError(
                f"X must be a tensor of (models, batch, …), {self._num_models} models here, got "
                f"{kind(X)}: X.expand({self._num_models}, *X.shape) gives each the same."
            )
        if not self._layers:
            return vmap(lambda params, X: functional_call(self.model, params, X))(self._by_name, X)
        for name, layer in self._layers:
            if isinstance(layer, nn.Linear):
                weights, biases = self._ready[f"{name}.weight"], self._ready.get(f"{name}.bias")
                if X.dim() < 3 or X.shape[-1] != weights.shape[1]:
                    raise ValueError(
                        f"the layer {name} must get (models, batch, …, {weights.shape[1]}), got "
                        f"{tuple(X.shape)}: let the features of X and the sizes of the layers fit."
                    )
                rows = X.flatten(1, -2)  # other axes than the last, if any, are more examples
                rows = rows @ weights if biases is None else torch.baddbmm(biases, rows, weights)
                X = rows if X.dim() == 3 else rows.unflatten(1, X.shape[1:-1])
            else:
                X = X.flatten(2) if isinstance(layer, nn.Flatten) else layer(X)
        return X


def loss_by_model(loss_fn: LossFn, *targets: Tensor) -> LossFn:
    """Return `loss_fn` for outputs and targets of (models, batch, …), with the result (models,).

    `targets` are all that are going to come. A loss of `PLAIN_LOSSES` with every setting at its
    default is taken for all models in one call, any other with `torch.func.vmap`.
    """
    plain = next((it for it in PLAIN_LOSSES.values() if it is loss_fn), None)
    kind: Any = type(loss_fn)
    if kind in PLAIN_LOSSES and vars(loss_fn) == vars(kind()):
        plain = PLAIN_LOSSES[kind]
    # A label below zero is cross-entropy's sign for an example that does not count.
    if plain is None or any(bool((y < 0).any()) for y in targets if not y.is_floating_point()):
        return vmap(loss_fn)

    def losses(outputs: Tensor, y: Tensor) -> Tensor:
        each = plain(outputs.flatten(0, 1), y.flatten(0, 1), reduction="none")
        return each.unflatten(0, y.shape[:2]).flatten(1).mean(dim=1)

    return losses


def _plain_layers(
    model: nn.Module, params: dict[str, Tensor]
) -> list[tuple[str, nn.Module]] | None:
    """Return the layers by name if a model is nothing but a chain of them that all are known."""
    modules = list(model.named_modules(remove_duplicate=False))
    layers = [(name, layer) for name, layer in modules if type(layer) is not nn.Sequential]
    if type(model) is not nn.Sequential:
        return None
    for name, layer in layers:
        is_linear = type(layer) is nn.Linear and f"{name}.weight" in params  # not shared weights
        is_flatten = type(layer) is nn.Flatten and (layer.start_dim, layer.end_dim) == (1, -1)
        if not is_linear and not is_flatten and type(layer) not in ELEMENTWISE:
            return None
    return layers


def _check(models: Sequence[nn.Module]) -> None:
    if not len(models):
        raise ValueError("models must be one or more, got none: build one for each seed.")
    for model in models:
        if not isinstance(model, nn.Module):
            raise ValueError(f"a model must be an nn.Module, got {type(model).__name__}.")
        if str(model) != str(models[0]):
            raise ValueError(
                f"models must differ in nothing but their parameters, got {models[0]} and {model}: "
                "build them all alike."
            )
        for name, _ in model.named_buffers():
            raise ValueError(
                f"a model must have no state beside its parameters, got the buffer {name!r}: "
                "leave out running statistics, or train its seeds one by one."
            )
        for name, layer in model.named_modules():
            if isinstance(layer, nn.modules.dropout._DropoutNd) and layer.p > 0:
                raise ValueError(
                    f"a model must draw no random numbers, got the dropout {name!r}: "
                    "set its p to 0, or train its seeds one by one."
                )
    if len({id(model) for model in models}) < len(models):
        raise ValueError(
            "models must be objects of their own, got one of them twice: build a new one each time."
        )
