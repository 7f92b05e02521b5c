"""What is counted as a wait, and what is not."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from tests.stand_in_device.kinds import COPY, DRAW, NUMBER, SHAPE, UPLOAD
from tests.stand_in_device.waits import counted

TOY = torch.device("toy")


WAITS: dict[str, tuple[Callable[[Tensor], Any], dict[str, int]]] = {
    "item": (lambda it: it[0, 0].item(), {NUMBER: 1}),
    "float": (lambda it: float(it.sum()), {NUMBER: 1}),
    "condition": (lambda it: bool((it > 3).any()), {NUMBER: 1}),
    "format": (lambda it: f"{it.mean():.2f}", {NUMBER: 1}),
    "equal": (lambda it: torch.equal(it, it), {NUMBER: 1}),
    "tolist": (lambda it: it.tolist(), {COPY: 1}),
    "cpu": (lambda it: it.cpu(), {COPY: 1}),
    "to": (lambda it: it.to("cpu"), {COPY: 1}),
    "copy into": (lambda it: torch.zeros(4, 3).copy_(it), {COPY: 1}),
    "mask": (lambda it: it[it > 3], {SHAPE: 1}),
    "nonzero": (lambda it: it.nonzero(), {SHAPE: 1}),
    "unique": (lambda it: it.unique(), {SHAPE: 1}),
    "write rows by a mask": (lambda it: it.index_put_((it[:, 0] > 3,), it[:2]), {SHAPE: 1}),
    "write a number by a mask": (lambda it: it.index_put_((it > 3,), it[0, 0]), {}),
    "index of the CPU": (lambda it: it[torch.tensor([0, 2])], {UPLOAD: 1}),
    "upload": (lambda it: torch.ones(3).to(TOY), {UPLOAD: 1}),
    "made here": (lambda it: torch.tensor([1.0], device=TOY), {UPLOAD: 1}),
    "draw": (lambda it: nn.functional.dropout(it), {DRAW: 1}),
    "work": (lambda it: (it @ it.T).softmax(1).argmax(1) + it.sum(), {}),
    "views": (lambda it: it.T[1:, 2].reshape(-1, 1).expand(2, 2), {}),
    "a start": (lambda it: torch.zeros(3, device=TOY) + torch.linspace(0, 1, 3, device=TOY), {}),
}


@pytest.mark.parametrize(("work", "found"), WAITS.values(), ids=WAITS)
def test_what_waits_is_counted(work: Callable[[Tensor], Any], found: dict[str, int]) -> None:
    given = torch.arange(12.0, device=TOY).reshape(4, 3)
    counted.clear()
    work(given)
    assert dict(counted) == found
