"""The moons network trained by several processes, the entry point for torchrun.

torchrun starts the processes and, as often as `--max-restarts` says, all of them anew if one dies:

    torchrun --standalone --nproc-per-node 2 --max-restarts 3 \\
        -m course_utils.training.distributed --epochs 5 --checkpoint moons.pt --history moons.json

They talk over gloo, or over nccl where each has a GPU. Importing this module does nothing else.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import torch
import torch.distributed as dist
from torch import nn

from course_utils.data import Examples, moons
from course_utils.models import mlp
from course_utils.runtime import pick_device, use_one_thread
from course_utils.training.sharding import train_sharded

TIMEOUT = timedelta(seconds=60)  # how long a process waits for the others before it gives up


class Problem(NamedTuple):
    """A model, its data, and the generator that goes on to shuffle them."""

    model: nn.Module
    train: Examples
    val: Examples
    generator: torch.Generator


def moons_problem(
    seed: int, *, num_examples: int = 8000, device: torch.device | str = "cpu"
) -> Problem:
    """Return two moons with noise 0.4 and a network with two hidden layers of 30 units.

    One CPU generator, seeded with `seed`, draws first the training examples, X (num_examples, 2)
    and y (num_examples,), then 200 for validation, then the network: every process that calls this
    has the same.
    """
    generator = torch.Generator().manual_seed(seed)
    train = moons(num_examples, noise=0.4, generator=generator, device=device)
    val = moons(200, noise=0.4, generator=generator, device=device)
    return Problem(mlp(2, 30, 30, 2, generator=generator, device=device), train, val, generator)


def main(given: Sequence[str] | None = None) -> None:
    """Train as one of the processes that torchrun started; the first prints how it goes.

    Raises SystemExit without torchrun or for arguments that argparse refuses, ValueError if there
    are fewer GPUs than processes, and what `train_sharded` raises.
    """
    asked = _arguments(given)
    use_one_thread()
    device = _device(int(os.environ["LOCAL_RANK"]))
    _join(device)
    try:
        model, train, val, generator = moons_problem(
            asked.seed, num_examples=asked.num_examples, device=device
        )
        rank, half = dist.get_rank(), asked.num_examples // asked.batch_size // 2
        may_die = rank == dist.get_world_size() - 1 and _life() == "0"

        def on_batch(epoch: int, number: int) -> None:
            if rank == 0 and number == 0:
                print(f"epoch {epoch} of {asked.epochs}", flush=True)
            if may_die and (epoch, number) == (asked.die_at, half):
                os.kill(os.getpid(), signal.SIGKILL)

        rows = train_sharded(
            model,
            train,
            val,
            epochs=asked.epochs,
            batch_size=asked.batch_size,
            lr=asked.lr,
            generator=generator,
            checkpoint=asked.checkpoint,
            on_batch=on_batch,
        )
        if rank == 0:
            print("train_loss {train_loss:.4f}, val_loss {val_loss:.4f}".format(**rows[-1]))
            _write_history(asked.history, json.dumps(rows, indent=1) + "\n")
        dist.barrier()  # who leaves first would cut off the others
    finally:
        dist.destroy_process_group()


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="torchrun … -m course_utils.training.distributed",
        description="Train a network on two moons, each process with its share of every batch.",
    )
    parser.add_argument("--epochs", type=int, default=5, help="in all, counted from the beginning")
    parser.add_argument("--batch-size", type=int, default=32, help="of all processes together")
    parser.add_argument("--lr", type=float, default=0.1, help="learning rate of SGD")
    parser.add_argument("--seed", type=int, default=0, help="of data, network and shuffling")
    parser.add_argument("--num-examples", type=int, default=8000, help="to train on")
    parser.add_argument("--checkpoint", type=Path, help="saved to, and gone on from if it is there")
    parser.add_argument("--history", type=Path, help="JSON file for the losses, written at the end")
    parser.add_argument(
        "--die-at", type=int, help="epoch in which the last process kills itself, but only once"
    )
    asked = parser.parse_args(given)
    if "LOCAL_RANK" not in os.environ:
        parser.error("start this with torchrun, such as: torchrun --standalone --nproc-per-node 2")
    if asked.history is not None and os.environ.get("RANK", "0") == "0":
        try:
            _try_history(asked.history.expanduser())
        except OSError as error:
            parser.error(
                f"--history must be a file that can be written, got {asked.history} "
                f"({error.strerror}): choose one in a folder of your own"
            )
    return asked


def _try_history(path: Path) -> None:
    """Make the folder of a file and raise OSError if the file could not be written there."""
    if path.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "it may not be changed")
    with tempfile.TemporaryFile(dir=path.parent):
        pass


def _write_history(path: Path | None, text: str) -> None:
    """Write the losses, or print them where that fails at last: they are not to be lost."""
    if path is None:
        return
    try:
        path.expanduser().write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{path} could not be written ({error.strerror}); this is what belongs there:")
        print(text, flush=True)


def _device(local_rank: int) -> torch.device:
    """Return this process's own GPU, or the CPU, where there is none or gloo cannot use it."""
    if pick_device().type != "cuda":
        return torch.device("cpu")
    if local_rank >= torch.cuda.device_count():
        raise ValueError(
            f"each process needs a GPU of its own, got {torch.cuda.device_count()} for "
            f"{os.environ['LOCAL_WORLD_SIZE']} processes: start fewer, or set COURSE_DEVICE=cpu."
        )
    device = torch.device("cuda", local_rank)
    torch.cuda.set_device(device)
    return device


def _join(device: torch.device) -> None:
    """Wait for all processes and make them a group."""
    store, rank, world_size = next(dist.rendezvous("env://", timeout=TIMEOUT))
    # After a restart torchrun's store still holds the addresses of the dead. A prefix keeps the
    # lives apart; with several machines each counts for itself, and only one can be relied on.
    if os.environ.get("GROUP_WORLD_SIZE", "1") == "1":
        store = dist.PrefixStore(f"life {_life()}", store)
    dist.init_process_group(
        "nccl" if device.type == "cuda" else "gloo",
        store=store,
        rank=rank,
        world_size=world_size,
        timeout=TIMEOUT,
    )


def _life() -> str:
    """Return how often torchrun has started the processes before: "0" the first time."""
    return os.environ.get("TORCHELASTIC_RESTART_COUNT", "0")


def _leave() -> None:
    """End the process without taking Python down, which a thread of gloo may answer with SIGABRT.

    DistributedDataParallel keeps its group alive (torch 2.13), and with it the threads.
    """
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
    _leave()
