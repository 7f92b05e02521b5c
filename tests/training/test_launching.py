"""Processes from a notebook: what they print, what a failure says, and the programs they run."""

import functools
import re
import sys
from pathlib import Path

import nbformat
import pytest
import torch
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation

from course_utils import data, models
from course_utils.training import PROGRAMS, launching, torchrun

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "12_scaling_out.ipynb"
two_processes = pytest.mark.skipif(sys.platform == "win32", reason="nothing is started there")


@functools.cache
def moons(processes: int) -> launching.Launched:
    """Start the program once for all tests that need its end."""
    return torchrun(PROGRAMS / "moons_ddp.py", processes=processes)


@two_processes
def test_one_process_and_two_end_with_the_same_loss() -> None:
    runs = [moons(number) for number in (1, 2)]
    words = [run.printed() for run in runs]
    assert [text[0] for text in words] == ["1", "2"]
    assert words[0][1:] == words[1][1:]
    assert runs[0].printed() == words[0]  # asked twice, it answers twice
    loss = loss_of_a_plain_loop()
    assert loss < 0.4
    assert words[0] == f"1 at work, loss on all examples {loss:.4f}"


def loss_of_a_plain_loop() -> float:
    """What the program of notebook 12 does, by one process that knows of no other."""
    generator = torch.Generator().manual_seed(12)
    X, y = data.moons(960, noise=0.4, generator=generator)
    net = models.mlp(2, 30, 30, 2, generator=generator)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)
    for epoch in range(5):
        order = torch.randperm(len(X), generator=torch.Generator().manual_seed(12 + epoch))
        for rows in order.split(32):
            optimizer.zero_grad()
            F.cross_entropy(net(X[rows]), y[rows]).backward()
            optimizer.step()
    return F.cross_entropy(net(X), y).item()


@two_processes
@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        ((), ("below 1", "(above|below) 1")),  # a core may be busy
        (("--numbers",), (r"\d+\.\d", r"\d+\.\d")),
    ],
)
def test_the_speed_up_is_told_for_two_networks_and_two_batches(
    arguments: tuple[str, ...], wanted: tuple[str, str]
) -> None:
    little_work, much_work = wanted
    pattern = (
        f"   30 units in a layer, batch of    32: speed-up {little_work}\n"
        f"1,000 units in a layer, batch of    32: speed-up {little_work}\n"
        f"1,000 units in a layer, batch of 1,024: speed-up {much_work}"
    )
    assert re.fullmatch(pattern, torchrun(PROGRAMS / "speedup.py", *arguments).printed())


@two_processes
def test_a_killed_process_costs_an_epoch_and_the_survivor_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # as kernels have it: 3.13 then colours tracebacks
    killed = torchrun(PROGRAMS / "moons_restarting.py", str(tmp_path / "killed.pt"), restarts=1)
    *epochs, loss = killed.printed().splitlines()
    assert epochs == [f"epoch {number}" for number in (0, 1, 2, 3, 3, 4)]
    assert loss == moons(2).printed()
    assert re.search(r"rank0\]: RuntimeError: .*Connection \w+ by peer", killed.complaints())


@two_processes
def test_a_line_is_written_at_once_so_that_those_of_two_processes_do_not_mix() -> None:
    program = "import sys\nprint(sys.stdout.line_buffering, sys.stdout.write_through)\n"
    assert torchrun(program, processes=1).printed() == "True False"


@two_processes
def test_what_fails_says_why_and_leaves_no_file() -> None:
    program = "import sys\nraise ValueError('a worker with ' + sys.argv[1])\n"
    run = torchrun(program, "a reason", processes=1)
    with pytest.raises(RuntimeError, match="ValueError: a worker with a reason"):
        run.printed()
    assert "ValueError" in run.complaints()
    assert not run._file.exists()


def test_on_windows_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launching.sys, "platform", "win32")
    run = torchrun("print(1)")
    assert run.printed().startswith("Windows: no processes were started")
    assert run.complaints() == ""


def test_the_program_with_a_checkpoint_is_the_other_one_and_a_few_lines() -> None:
    plain, more = (
        (PROGRAMS / name).read_text("utf-8") for name in ("moons_ddp.py", "moons_restarting.py")
    )
    taken = [line for line in plain.splitlines()[1:] if line not in more]
    assert taken == ["    for epoch in range(5):"]
    kept = [line for line in more.splitlines() if line in plain]
    assert kept == [line for line in plain.splitlines()[1:] if line not in taken]


def test_the_notebook_shows_the_program_as_it_is() -> None:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    (shown,) = [
        found[1]
        for cell in cells
        if cell.cell_type == "markdown"
        and (found := re.search(r"```python\n(import os\n.*?)```", cell.source, re.DOTALL))
    ]
    source = (PROGRAMS / "moons_ddp.py").read_text("utf-8")
    source = re.sub(r'^ *""".*?"""\n+', "", source, flags=re.MULTILINE | re.DOTALL)
    source = re.sub(r"  # (noqa|type: ignore).*", "", source).replace(" -> None", "")
    assert shown == source
