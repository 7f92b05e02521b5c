"""The notebooks' rehearsal on a small notebook: it finds each kind of fault, and prints the table."""

from pathlib import Path

import pytest

from tests.notebook_checker.build import code, file_name, notebook, save, stream
from tests.notebook_checker.running import run_pytest

START = """import subprocess, sys
import torch
from course_utils.runtime import prepare
device, generator = prepare(0)
x = torch.arange(4.0, device=device)
print(x.sum().item())"""
CHILD = """ask = "from course_utils.runtime import pick_device; print(pick_device().type)"
done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True)
print(len(done.stdout + done.stderr))"""
CELLS = [  # what it does, what it stores, whether it is right
    (START, "6.0\n", True),
    ("print((x + torch.ones(4)).tolist())", "[1.0, 2.0, 3.0, 4.0]\n", False),
    ("print(x)", "tensor([0., 1., 2., 3.])\n", False),
    ("print(x.cpu())", "tensor([0., 1., 2., 3.])\n", True),
    ("print(x.numpy())", "[0. 1. 2. 3.]\n", False),
    ("print(torch.rand(2, generator=generator).to(device).tolist()[0] > 0)", "True\n", True),
    (
        "torch.manual_seed(0)\nprint(f'{torch.rand(1, device=device).item():.4f}')",
        "0.4963\n",
        False,
    ),
    ("print(len(x[x > 1]))\nfor number in x:\n    number.item()", "2\n", True),
    (CHILD, "4\n", True),  # "toy" and a line end: a process that it starts has the device too
]


@pytest.mark.nightly
def test_faults_are_found_and_waits_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COURSE_DEVICE", "toy")
    name = file_name("Rehearsed")
    book = notebook("Rehearsed", [code(source, stream(stored)) for source, stored, _ in CELLS])
    save(book, tmp_path / name)
    items, printed = run_pytest(tmp_path, "-p", "tests.stand_in_device.plugin")
    outcomes = [items[name, f"Cell {number}"].outcome for number in range(1, len(CELLS) + 1)]
    assert outcomes == ["passed" if right else "failed" for *_, right in CELLS], printed
    assert "Expected all tensors to be on the same device" in items[name, "Cell 2"].message
    assert "device='toy:0'" in items[name, "Cell 3"].message
    assert "Use Tensor.cpu() to copy the tensor" in items[name, "Cell 5"].message
    (line,) = [line for line in printed.splitlines() if line.startswith("00_rehearsed ")]
    *counted, most = line.removeprefix("00_rehearsed").split(maxsplit=5)
    assert counted[4] == "1"  # draw
    assert "In [8]: 5, In [1]: 1" in most
