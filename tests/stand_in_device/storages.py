"""What saving, loading and deep copies do with whole storages, of which torch asks an allocator."""

from typing import Any

import torch

from tests.stand_in_device import kinds, waits
from tests.stand_in_device.memory import TOY, bytes_of, relabel


def teach_storages() -> None:
    """Let storages of the device be copied, in both directions and on it."""
    kind = torch.UntypedStorage
    plain_cpu, plain_clone, plain_to = kind.cpu, kind.clone, kind.to

    def cpu(self: Any) -> Any:
        if self.device.type != "toy":
            return plain_cpu(self)
        waits.count(kinds.COPY)
        return bytes_of(self).clone().untyped_storage()

    def clone(self: Any) -> Any:
        return _on_toy(self) if self.device.type == "toy" else plain_clone(self)

    def to(self: Any, *, device: Any, non_blocking: bool = False) -> Any:
        if torch.device(device).type == "toy":
            if self.device.type == "cpu":
                waits.count(kinds.UPLOAD)
            return _on_toy(self)
        return self.cpu() if self.device.type == "toy" else plain_to(self, device=device)

    kind.cpu, kind.clone, kind.to = cpu, clone, to  # type: ignore[method-assign]


def _on_toy(storage: torch.UntypedStorage) -> torch.UntypedStorage:
    """Return a copy on the device."""
    return relabel(bytes_of(storage).clone(), TOY).untyped_storage()
