"""All that decides how a training run goes on: parameters, optimizer, scheduler, randomness."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from torch import Tensor, nn
from torch.nn.parameter import is_lazy
from torch.optim import Optimizer

from course_utils.training.names import (
    in_order,
    model_misfit,
    optimizer_misfit,
    param_names,
    renamed,
)
from course_utils.training.random_states import (
    generators_misfit,
    global_states,
    set_global_states,
    set_state_of,
    state_of,
)
from course_utils.training.reach import Generator, reach


@dataclass(frozen=True)
class Run:
    """A model and what trains it; `generators` are those that shuffle its batches.

    The loss is part of it, since there are losses that learn.
    """

    model: nn.Module
    optimizer: Optimizer | None = None
    scheduler: Any = None
    generators: tuple[Generator, ...] = ()
    loss_fn: Any = None

    def state(self) -> dict[str, Any]:
        """Return the states of all parts and the global random states: tensors, numbers, names.

        The tensors are the ones in use and change with them.
        """
        return {
            "model": self.model.state_dict(),
            "loss": [_what_changes(module) for module in self._losses()],
            "others": self._others(),
            "optimizer": self._named(self.optimizer),
            "scheduler": self._named(self.scheduler),
            "generators": [state_of(generator) for generator in self.generators],
            "random": global_states(),
        }

    def restore(self, state: Mapping[str, Any]) -> str | None:
        """Set all parts to a state, or leave them as they were and return what does not fit."""
        before = copy.deepcopy(shaped(self.state()))
        try:
            misfit = self.misfit(state)
            if misfit is None:
                self._set_state(state)
        except Exception as error:  # out of a file, a state can be anything at all
            self._set_state(before, strict=False)
            return f"its contents are out of order ({type(error).__name__})"
        return misfit

    def misfit(self, state: Mapping[str, Any]) -> str | None:
        """Return what in the state does not fit this run, the first thing found; None if all fits.

        >>> Run(nn.Linear(2, 1)).misfit(Run(nn.Linear(3, 1)).state())
        'weight is float32 (1, 3) in the file and float32 (1, 2) in the model'
        """
        found = model_misfit(self.model.state_dict(), state["model"])
        if found or self.optimizer is None:
            return found
        for role, part in (("optimizer", self.optimizer), ("scheduler", self.scheduler)):
            was = state[role]["kind"] if state[role] else "none"
            here = "none" if part is None else type(part).__name__
            if was != here:
                return f"the {role} is {was} in the file and {here} here"
        return (
            self._loss_misfit(state)
            or optimizer_misfit(state["optimizer"], self._names())
            or generators_misfit(self.generators, state["generators"])
        )

    def _set_state(self, state: Mapping[str, Any], *, strict: bool = True) -> None:
        """Set all parts to a state; the global random states only if there is an optimizer.

        A run without an optimizer is a model that is used and trained no further. The model comes
        last: a lazy layer that has been given a shape keeps it.
        """
        if self.optimizer is not None:
            self.optimizer.load_state_dict(in_order(state["optimizer"], self._names()))
            set_global_states(state["random"])
        if self.scheduler is not None:
            self.scheduler.load_state_dict(state["scheduler"]["state"])
        for generator, generator_state in zip(self.generators, state["generators"], strict=False):
            set_state_of(generator, generator_state)
        here = self.model.state_dict()
        self.model.load_state_dict(renamed(state["model"], here), strict=strict)
        for module, was in zip(self._losses(), state.get("loss", []), strict=False):
            module.load_state_dict(was, strict=False)
        for name, param in self._others().items():
            if name in state.get("others", {}):
                param.data.copy_(state["others"][name])

    def _loss_misfit(self, state: Mapping[str, Any]) -> str | None:
        if "loss" not in state:
            return None
        was = [sorted(names) for names in state["loss"]]
        here = [sorted(_what_changes(module)) for module in self._losses()]
        if was != here:
            return f"the loss keeps {was} in the file and {here} here"
        for old, module in zip(state["loss"], self._losses(), strict=True):
            for name, value in _what_changes(module).items():
                if old[name].shape != value.shape:
                    return (
                        f"{name} of the loss has the shape {tuple(old[name].shape)} in the file "
                        f"and {tuple(value.shape)} here"
                    )
        return None

    def _losses(self) -> list[nn.Module]:
        """Return the modules that the loss is or calls, and that keep something of their own."""
        if self.loss_fn is None:
            return []
        known = set(self.model.modules())
        found = []
        for thing in reach(self.loss_fn):
            if isinstance(thing, nn.Module) and thing not in known:
                known |= set(thing.modules())
                if _what_changes(thing):
                    found.append(thing)
        return found

    def _others(self) -> dict[str, Tensor]:
        """Return what the optimizer changes and no module keeps: a bare parameter in a function."""
        if self.optimizer is None:
            return {}
        return {
            name: param.detach()
            for names, group in zip(self._names(), self.optimizer.param_groups, strict=True)
            for name, param in zip(names, group["params"], strict=True)
            if name.startswith("#")
        }

    def _names(self) -> list[list[str]]:
        if self.optimizer is None:
            return []
        return param_names(self.optimizer, [self.model, *self._losses()])

    def _named(self, part: Any) -> dict[str, Any] | None:
        if part is None:
            return None
        names = {"names": self._names()} if part is self.optimizer else {}
        return {"kind": type(part).__name__, "state": part.state_dict(), **names}


def shaped(state: dict[str, Any]) -> dict[str, Any]:
    """Return a state without the parameters that lazy layers have not yet given a shape."""
    model = {name: value for name, value in state["model"].items() if not is_lazy(value)}
    return {**state, "model": model}


def _what_changes(module: nn.Module) -> dict[str, Tensor]:
    """Return the buffers of a loss and the parameters that learn; a frozen teacher is not saved."""
    frozen = {name for name, param in module.named_parameters() if not param.requires_grad}
    return {name: value for name, value in module.state_dict().items() if name not in frozen}
