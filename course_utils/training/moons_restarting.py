"""The program moons_ddp with a checkpoint, and a process that dies once: notebook 12 runs it."""

import os
import signal
import sys

import torch
import torch.distributed as dist
from torch.nn import functional as F  # noqa: N812 - PyTorch's own abbreviation
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader, DistributedSampler, TensorDataset

from course_utils import data, models


def main() -> None:
    """Train as one of the processes that torchrun started; the first prints the loss."""
    dist.init_process_group()  # gloo between CPUs, nccl between GPUs
    rank, world_size = dist.get_rank(), dist.get_world_size()
    device = torch.device("cpu")
    if torch.cuda.is_available():  # then each process has a GPU of its own
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))

    generator = torch.Generator().manual_seed(12)
    X, y = data.moons(960, noise=0.4, generator=generator)
    dataset = TensorDataset(X, y)
    sampler = DistributedSampler(dataset, seed=12)  # type: ignore[var-annotated]
    loader = DataLoader(dataset, batch_size=32 // world_size, sampler=sampler)
    net = models.mlp(2, 30, 30, 2, generator=generator).to(device)
    model = DistributedDataParallel(net)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.5)

    file, first_epoch = sys.argv[1], 0
    if os.path.exists(file):  # saved before a restart
        first_epoch, weights = torch.load(file, map_location=device, weights_only=True)
        net.load_state_dict(weights)
    for epoch in range(first_epoch, 5):
        if rank == 0:
            print("epoch", epoch)
        sampler.set_epoch(epoch)
        for X_share, y_share in loader:
            loss = F.cross_entropy(model(X_share.to(device)), y_share.to(device))
            optimizer.zero_grad()
            loss.backward()  # averages the gradients over the processes
            optimizer.step()
            if rank == 1 and epoch == 3 and os.environ["TORCHELASTIC_RESTART_COUNT"] == "0":
                os.kill(os.getpid(), signal.SIGKILL)  # it dies, once
        if rank == 0:
            torch.save((epoch + 1, net.state_dict()), file)
    if rank == 0:
        loss = F.cross_entropy(net(X.to(device)), y.to(device))
        print(f"{world_size} at work, loss on all examples {loss.item():.4f}")
    dist.destroy_process_group()


if __name__ == "__main__":
    main()
