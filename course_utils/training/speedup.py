"""Two processes against one: a program for torchrun that times steps alone and together, in turns.

For networks with two hidden layers, of 30 units with batches of 32 and of 1,000 units with batches
of 32 and of 1,024, the first process prints whether the speed-up of a shared step is above 1. With
`--numbers` it prints the numbers, which differ from run to run.
"""

import statistics
import sys
import time

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from torch.nn.parallel import DistributedDataParallel

from course_utils.data import moons
from course_utils.models import mlp
from course_utils.runtime import use_one_thread

CASES, ROUNDS = ((30, 32), (1000, 32), (1000, 1024)), 12  # a case: units in a layer, batch size


def main() -> None:
    """Time as one of the processes that torchrun started."""
    use_one_thread()
    dist.init_process_group("gloo")
    rank, world_size = dist.get_rank(), dist.get_world_size()
    ratios = []
    for width, batch_size in CASES:
        generator = torch.Generator().manual_seed(12)
        X, y = moons(batch_size, noise=0.4, generator=generator)
        net = mlp(2, width, width, 2, generator=generator)
        together = DistributedDataParallel(net)
        optimizer = torch.optim.SGD(net.parameters(), lr=0.01)
        alone, shared = [], []
        for _ in range(1 + ROUNDS):
            dist.barrier()
            if rank == 0:  # the others wait at the next barrier
                alone.append(_seconds(net, X, y, optimizer))
            dist.barrier()
            shared.append(_seconds(together, X[rank::world_size], y[rank::world_size], optimizer))
        # The first round warms up, and only the first process knows what it takes alone.
        ratios.append(statistics.median(alone[1:] or [0.0]) / statistics.median(shared[1:]))
    if rank == 0:
        for (width, batch_size), ratio in zip(CASES, ratios, strict=True):
            side = "above 1" if ratio > 1 else "below 1"
            told = f"{ratio:.1f}" if "--numbers" in sys.argv else side
            print(f"{width:5,} units in a layer, batch of {batch_size:5,}: speed-up {told}")
    dist.barrier()
    dist.destroy_process_group()


def _seconds(model: nn.Module, X: Tensor, y: Tensor, optimizer: torch.optim.Optimizer) -> float:
    """Return how long one training step takes."""
    began = time.perf_counter()
    optimizer.zero_grad()
    cross_entropy(model(X), y).backward()
    optimizer.step()
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
