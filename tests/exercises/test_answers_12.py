"""Answers to the exercises of notebook 12 as a class writes them, and what each is told."""

import pytest

from tests.exercises.helpers import assert_told


def mean(weights: str = "torch.arange(1.0, len(X) + 1, device=X.device)", *, before: str = "pass",
         result: str = "(weights[:, None] * X).sum(dim=0) / weights.sum()") -> str:  # fmt: skip
    return f"""
def answer(X):
    {before}
    weights = {weights}
    return {result}
"""


CPU = "torch.arange(1.0, len(X) + 1)"

MEASURE = """
import statistics

def answer(work, queue):
    {warm_up}
    times = []
    for _ in range({repeats}):
        {before}
        began = queue.clock
        work(queue)
        {after}
        times.append(queue.clock - began)
        {last}
    return {result}
"""
WAIT = "queue.synchronize()"


def measure(
    warm_up: str = "work(queue)",
    repeats: str = "5",
    before: str = WAIT,
    after: str = WAIT,
    last: str = "pass",
    result: str = "statistics.median(times)",
) -> str:
    parts = {"warm_up": warm_up, "repeats": repeats, "before": before, "after": after}
    return MEASURE.format(**parts, last=last, result=result)


def average(lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines.splitlines())
    return f"def answer(gradients, sizes):\n{body}"


MEAN = """
import torch.distributed as dist

def answer(loss_sum, num_seen):
    {lines}
"""


def mean_of_all(lines: str) -> str:
    return MEAN.format(lines=lines.replace("\n", "\n    "))


def words(**changed: str) -> str:
    right = ["same order", "alone", "larger batch", "all examples", "nothing", "nothing"]
    return repr(
        tuple(changed.get(place, word) for place, word in zip("ABCDEF", right, strict=True))
    )


def worth(**changed: str) -> str:
    right = ["well", "slower", "little", "well", "little", "little"]
    return repr(
        tuple(changed.get(place, word) for place, word in zip("ABCDEF", right, strict=True))
    )


COUNT = "count = torch.tensor(float(num_seen))\n"


ANSWERS: list[tuple[str, str, str, str]] = [
    # 12.1
    ("12.1", mean(), "right", ""),
    ("12.1", mean("torch.arange(1, len(X) + 1).to(X.device)"), "right", ""),
    ("12.1", mean("torch.arange(1, len(X) + 1).to(X)", result="weights @ X / weights.sum()"), "right", ""),
    ("12.1", mean("X.new_tensor(range(1, len(X) + 1))"), "right", ""),
    ("12.1", mean(before="device = X.device", weights="torch.arange(1.0, X.shape[0] + 1, device=device)"), "right", ""),
    ("12.1", mean(result="torch.einsum('n,nf->f', weights, X) / weights.sum()"), "right", ""),
    ("12.1", mean("torch.linspace(1, len(X), len(X), device=X.device)"), "right", ""),
    ("12.1", mean(CPU), "open", ""),
    ("12.1", mean(CPU, result="(weights[:, None].to(X.device) * X).sum(dim=0) / weights.sum()"), "right", ""),
    ("12.1", mean(CPU).replace("return", "weights.to(X.device)\n    return"), "wrong", "A tensor is moved to the device of X, and"),
    ("12.1", mean(CPU).replace("return", "weights[:, None].to(X.device)\n    return"), "wrong", "A tensor is moved to the device of X, and"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1, device='cpu')"), "wrong", "The weights get a device now, but one that"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1, device='cuda')"), "wrong", "A GPU named in the code is right on one machine"),
    ("12.1", mean(CPU, before="X = X.cpu()"), "wrong", "This carries X to the CPU or into Python,"),
    ("12.1", mean(CPU, before="X = X.to('cpu')"), "wrong", "This carries X to the CPU or into Python,"),
    ("12.1", mean(CPU).replace("weights[:, None] * X", "weights[:, None] * X.to(weights.device)"), "wrong", "X is carried to where the weights are"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1).to(device)"), "wrong", "!Raised: NameError"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1).to('cpu')"), "wrong", "The weights are moved now, but to a device"),
    ("12.1", mean(CPU, before="device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')").replace("len(X) + 1)", "len(X) + 1, device=device)"), "wrong", "This asks which devices the machine has"),
    ("12.1", mean(CPU).replace("return", "weights = weights.cuda() if torch.cuda.is_available() else weights\n    return"), "wrong", "This asks which devices the machine has"),
    ("12.1", mean(CPU).replace("return", "if torch.cuda.is_available():\n        weights = weights.to('cuda')\n    return"), "wrong", "This asks which devices the machine has"),
    ("12.1", mean(CPU + ".to('cuda' if torch.cuda.is_available() else 'cpu')"), "wrong", "This asks which devices the machine has"),
    ("12.1", mean(before="torch.cuda.is_available()"), "right", ""),
    ("12.1", mean(CPU, result="torch.stack([i * row for i, row in enumerate(X, 1)]).sum(dim=0) / weights.sum()"), "right", ""),
    ("12.1", mean(result="torch.tensor([(weights * X[:, j]).sum().item() for j in range(X.shape[1])]) / weights.sum()"), "wrong", "asks the device for a number, and meta has"),
    ("12.1", mean(CPU, result="weights @ X / weights.sum()"), "wrong", "meta lets a matrix product of two devices"),
    ("12.1", mean(result="(weights[:, None] * X).sum(dim=0)"), "wrong", "The device is right now"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1, device='cpu')", result="(weights[:, None] * X).sum(dim=0)"), "wrong", "Two things: the division"),
    ("12.1", mean(result="(weights[:, None] * X).sum(dim=0) / len(X)"), "wrong", "Divided by the number of rows"),
    ("12.1", mean(result="(weights[:, None] * X).mean(dim=0)"), "wrong", "Divided by the number of rows"),
    ("12.1", mean(result="X.mean(dim=0)"), "wrong", "It runs everywhere, but each row now counts"),
    ("12.1", mean("torch.arange(len(X), device=X.device)"), "wrong", "The first row does not count at all"),
    ("12.1", mean("torch.arange(len(X), 0, -1.0, device=X.device)"), "wrong", "Early rows count more than recent ones here"),
    ("12.1", mean("torch.ones(len(X), device=X.device)"), "wrong", "It runs everywhere, but each row now counts"),
    ("12.1", mean(result="(weights[:, None] * X).sum(dim=1) / weights.sum()"), "wrong", "As many entries as another axis has"),
    ("12.1", mean(result="(weights[:, None] * X).sum() / weights.sum()"), "wrong", "This is the sum of what is asked for"),
    ("12.1", mean(result="weights[:, None] * X / weights.sum()"), "wrong", "The rows are weighed, and still to be added"),
    ("12.1", mean(result="(weights * X).sum(dim=0) / weights.sum()"), "wrong", "Broadcasting lines the weights up with the"),
    ("12.1", mean("torch.arange(1.0, len(X), device=X.device)"), "wrong", "!Raised: RuntimeError"),
    ("12.1", mean(result="((weights[:, None] * X).sum(dim=0) / weights.sum()).cpu()"), "wrong", "This carries X to the CPU or into Python,"),
    ("12.1", mean(result="[(weights[:, None] * X).sum(dim=0) / weights.sum()]"), "wrong", "The numbers are right, only the shape is"),
    # 12.2
    ("12.2", "(3, 6, 8)", "right", ""),
    ("12.2", "(6, 8, 3)", "right", ""),
    ("12.2", "[3, 6, 8]", "right", ""),
    ("12.2", "torch.tensor([3, 6, 8])", "right", ""),
    ("12.2", "np.array([3, 6, 8])", "right", ""),
    ("12.2", "(3, 6, 8, 8)", "right", ""),
    ("12.2", "(8,)", "wrong", "One that waits is found"),
    ("12.2", "(3, 8)", "wrong", "A line is missing that makes a tensor whose"),
    ("12.2", "(6, 8)", "wrong", "A line is missing that cannot go on before"),
    ("12.2", "(3, 6)", "wrong", "A line is missing"),
    ("12.2", "(6,)", "wrong", "One that waits is found"),
    ("12.2", "(3,)", "wrong", "One that waits is found"),
    ("12.2", "(2, 5, 7)", "wrong", "Are these counted from 0"),
    ("12.2", "(3, 5, 8)", "wrong", "Line 5 adds a tensor to a tensor and may"),
    ("12.2", "(3, 4, 8)", "wrong", "Line 4 is too many"),
    ("12.2", "(3, 4, 6, 8)", "wrong", "Line 4 is too many"),
    ("12.2", "(3, 6, 7, 8)", "wrong", "Line 7 is too many"),
    ("12.2", "(3, 5, 6, 8)", "wrong", "Line 5 is too many"),
    ("12.2", "(1, 3, 6, 8)", "wrong", "Line 1 is too many"),
    ("12.2", "(2, 3, 6, 8)", "wrong", "Line 2 is too many"),
    ("12.2", "(1, 2, 3, 4, 8)", "wrong", "Line 4 is too many"),
    ("12.2", "(1, 2, 4, 5, 7)", "wrong", "Are these the lines in which the CPU goes on"),
    ("12.2", "(4, 8)", "wrong", "One that waits is found"),
    ("12.2", "(5, 8)", "wrong", "One that waits is found"),
    ("12.2", "(3, 7, 8)", "wrong", "Line 7 is too many"),
    ("12.2", "(3, 5, 6, 7, 8)", "wrong", "a sum of tensors stays on the device, and a"),
    ("12.2", "()", "wrong", "There are some"),
    ("12.2", "(1, 2, 3, 4, 5, 6, 7, 8)", "wrong", "Some of them need no value"),
    ("12.2", "(3, 6, 9)", "wrong", "There are eight lines, numbered from 1"),
    ("12.2", "(0, 3, 6)", "wrong", "There are eight lines, numbered from 1"),
    ("12.2", "8", "wrong", r"!got the number 8\."),
    ("12.2", "('3', '6', '8')", "right", ""),
    # 12.3
    ("12.3", measure(), "right", ""),
    ("12.3", measure(result="sorted(times)[2]"), "right", ""),
    ("12.3", measure(result="np.median(times)"), "right", ""),
    ("12.3", measure(result="torch.tensor(times).median()"), "right", ""),
    ("12.3", measure(result="float(np.sort(np.array(times))[len(times) // 2])"), "right", ""),
    ("12.3", measure("work(queue); queue.synchronize()"), "right", ""),
    ("12.3", measure("work(queue); queue.synchronize()", before="pass"), "right", ""),
    ("12.3", measure("pass", "6", result="statistics.median(times[1:])"), "right", ""),
    ("12.3", "def answer(work, queue):\n    began = queue.clock\n    work(queue)\n    return queue.clock - began", "open", ""),
    ("12.3", "def answer(work, queue):\n    began = queue.clock\n    work(queue)\n    queue.synchronize()\n    return queue.clock - began", "wrong", "One run is timed to its end, with older"),
    ("12.3", "def answer(work, queue):\n    queue.synchronize()\n    began = queue.clock\n    work(queue)\n    queue.synchronize()\n    return queue.clock - began", "wrong", "One run, timed to its end"),
    ("12.3", "def answer(work, queue):\n    began = queue.clock\n    work(queue)\n    queue.synchronize\n    return queue.clock - began", "wrong", "how is a method called"),
    ("12.3", "def answer(work, queue):\n    queue.synchronize()\n    began = queue.clock\n    work(queue)\n    return queue.clock - began", "wrong", "One run, from an empty queue, and the clock"),
    ("12.3", "def answer(work, queue):\n    work(queue)\n    queue.synchronize()\n    began = queue.clock\n    work(queue)\n    queue.synchronize()\n    return queue.clock - began", "wrong", "One run after the warm-up"),
    ("12.3", "def answer(work, queue):\n    work(queue)\n    began = queue.clock\n    work(queue)\n    return queue.clock - began", "wrong", "One run after the warm-up, and this is the"),
    ("12.3", measure(before="queue.synchronize", after="queue.synchronize"), "wrong", "only names the method, and nothing waits"),
    ("12.3", measure(after="queue.synchronize"), "wrong", "The queue is empty when the clock starts,"),
    ("12.3", measure(before="queue.synchronize"), "wrong", "In the first of the five, older work is"),
    ("12.3", measure(before="pass", after="pass"), "wrong", "The runs are counted well, but each time is"),
    ("12.3", measure(after="pass"), "wrong", "The queue is empty when the clock starts,"),
    ("12.3", measure(before="pass"), "wrong", "In the first of the five, older work is"),
    ("12.3", measure(after="pass", last=WAIT), "wrong", "The queue is empty when the clock starts,"),
    ("12.3", measure("pass"), "wrong", "The first run is among the five"),
    ("12.3", measure("pass", before="pass"), "wrong", "Waiting for the end is right"),
    ("12.3", measure("pass", "6"), "wrong", "Six runs, and the median of all six"),
    ("12.3", measure("pass", "5", result="statistics.median(times[1:])"), "wrong", "The warm-up seems to be one of the five"),
    ("12.3", measure(repeats="6"), "wrong", "The work is run once to warm up and then"),
    ("12.3", measure(repeats="4"), "wrong", "The warm-up seems to be one of the five"),
    ("12.3", measure(repeats="3"), "wrong", "The work is timed three times"),
    ("12.3", measure(repeats="10"), "wrong", "The work is run many times"),
    ("12.3", measure(result="statistics.mean(times)"), "wrong", "one slow run drags a mean along"),
    ("12.3", measure(result="sum(times) / len(times)"), "wrong", "one slow run drags a mean along"),
    ("12.3", measure(result="min(times)"), "wrong", "This is the best of five"),
    ("12.3", measure(result="max(times)"), "wrong", "This is the worst of five"),
    ("12.3", measure(result="sum(times)"), "wrong", "This is the time of all five together"),
    ("12.3", measure(result="times[2]"), "wrong", "This is the third time that was measured"),
    ("12.3", measure(result="times[-1]"), "wrong", "This is the last of the five times, and the"),
    ("12.3", measure(result="times[0]"), "wrong", "This is the first of the five times"),
    ("12.3", measure(result="sorted(times)[3]"), "wrong", "Sorted, and this is the second largest"),
    ("12.3", measure(result="sorted(times)[1]"), "wrong", "Sorted, and this is the second smallest"),
    ("12.3", measure(result="times"), "wrong", "These are the five times"),
    ("12.3", measure(result="times.sort()[2]"), "wrong", "!Raised: TypeError"),
    ("12.3", measure(result="statistics.median"), "wrong", "The same answer in every case"),
    ("12.3", measure(last="return statistics.median(times)"), "wrong", "One run after the warm-up"),
    ("12.3", measure(result="None"), "wrong", "!got None|same answer"),
    ("12.3", measure(result="statistics.median(times) / 5"), "wrong", "A fifth of what it should be"),
    ("12.3", measure(result="statistics.median(times) - 10"), "wrong", "Too small by the same number in every case"),
    ("12.3", measure(result="statistics.median(times) / 1000"), "wrong", "A thousand times too small"),
    ("12.3", measure().replace("times.append(queue.clock - began)", "times.append(began - queue.clock)"), "wrong", "The size is right and the sign is turned"),
    ("12.3", "def answer(work, queue):\n    work(queue)\n    queue.synchronize()\n    began = queue.clock\n    for _ in range(5):\n        work(queue)\n    queue.synchronize()\n    return (queue.clock - began) / 5", "wrong", "Five runs in a row are timed here as one"),
    ("12.3", "def answer(work, queue):\n    work(queue)\n    queue.synchronize()\n    began = queue.clock\n    for _ in range(5):\n        work(queue)\n    queue.synchronize()\n    return queue.clock - began", "wrong", "Five runs in a row are timed here as one,"),
    ("12.3", "import time\ndef answer(work, queue):\n    work(queue)\n    times = []\n    for _ in range(5):\n        queue.synchronize()\n        began = time.perf_counter()\n        work(queue)\n        queue.synchronize()\n        times.append(time.perf_counter() - began)\n    return sorted(times)[2]", "wrong", "This device exists on paper"),
    # 12.4
    ("12.4", average("there = sizes > 0\nreturn (sizes[there] / sizes.sum()) @ gradients[there]"), "right", ""),
    ("12.4", average("return (gradients.nan_to_num() * sizes[:, None]).sum(0) / sizes.sum()"), "wrong", "what has gone wrong there would not be seen"),
    ("12.4", average("return torch.nansum(sizes[:, None] * gradients, dim=0) / sizes.sum()"), "wrong", "what has gone wrong there would not be seen"),
    ("12.4", average("g = gradients.clone()\ng[torch.isnan(g)] = 0\nreturn (sizes / sizes.sum()) @ g"), "wrong", "Which rows alone may be replaced"),
    ("12.4", average("g = gradients.clone()\ng[sizes == 0] = 0\nreturn (sizes / sizes.sum()) @ g"), "right", ""),
    ("12.4", average("keep = sizes > 0\nreturn torch.from_numpy(np.average(gradients[keep].numpy(), axis=0, weights=sizes[keep].numpy()))"), "right", ""),
    ("12.4", average("return sum(s * g for g, s in zip(gradients, sizes.tolist()) if s) / sum(sizes.tolist())"), "right", ""),
    ("12.4", average("return gradients[sizes > 0].double().T @ sizes[sizes > 0].double() / sizes.sum()"), "right", ""),
    ("12.4", average("return gradients.mean(dim=0)"), "wrong", "Every share counts the same here, whatever"),
    ("12.4", average("return gradients[sizes > 0].mean(dim=0)"), "wrong", "Right for equal shares only"),
    ("12.4", average("return gradients.nanmean(dim=0)"), "wrong", "Every share counts the same, and an empty"),
    ("12.4", average("return (sizes[:, None] * gradients).sum(dim=0) / sizes.sum()"), "wrong", "The weights are right"),
    ("12.4", average("return (sizes * gradients).sum(dim=0) / sizes.sum()"), "wrong", "Broadcasting lines sizes up with the"),
    ("12.4", average("return sizes @ gradients / sizes.sum()"), "wrong", "A matrix product wants one type on both"),
    ("12.4", average("return sizes.float() @ gradients / sizes.sum()"), "wrong", "The weights are right"),
    ("12.4", average("keep = sizes > 0\nreturn sizes[keep] @ gradients[keep] / sizes.sum()"), "wrong", "A matrix product wants one type on both"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=0)"), "wrong", "This is the sum over all examples"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).mean(dim=0)"), "wrong", "The rows are weighed by their examples, and"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=0) / len(sizes)"), "wrong", "Divided by the number of workers"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).mean(dim=0) / sizes.sum()"), "wrong", "Divided by the number of examples and, in"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum() / sizes.sum()"), "wrong", "All parameters are added up to one number"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=1) / sizes.sum()"), "wrong", "One number for each share comes out"),
    ("12.4", average("keep = sizes > 0\nreturn sizes[keep, None] * gradients[keep] / sizes.sum()"), "wrong", "The rows that count are weighed, and still"),
    ("12.4", average("keep = sizes > 0\nreturn (gradients[keep] / sizes[keep, None]).sum(dim=0)"), "wrong", "Each row is a mean already and is divided"),
    ("12.4", average("keep = sizes > 0\nreturn gradients[keep].sum(dim=0) / sizes.sum()"), "wrong", "Divided by the number of examples, but each"),
    ("12.4", average("keep = sizes > 0\nreturn gradients[keep].sum(dim=0)"), "wrong", "The rows are added up as they are"),
    ("12.4", average("return gradients[sizes.argmax()]"), "wrong", "This is the gradient of the largest share"),
    ("12.4", average("keep = sizes > 0\nw = sizes[keep].float().softmax(dim=0)\nreturn w @ gradients[keep]"), "wrong", "The weights add up to 1, but twice as many"),
    ("12.4", average("keep = sizes > 0\nw = sizes[keep] // sizes.sum()\nreturn w.float() @ gradients[keep]"), "wrong", "The weights are 0, unless one worker has"),
    ("12.4", average("keep = sizes > 1\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=0) / sizes.sum()"), "wrong", "Shares with a single example are left out"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=0) / sizes.max()"), "wrong", "Divided by the largest of the sizes"),
    ("12.4", average("gradients[sizes == 0] = 0\nreturn (sizes[:, None] * gradients).sum(dim=0) / sizes.sum()"), "wrong", "!The answer changed what it was"),
    ("12.4", average("return (gradients[1:] * sizes[1:, None]).sum(dim=0) / sizes.sum()"), "wrong", "The first worker is left out, whether its"),
    ("12.4", average("for g, s in zip(gradients, sizes):\n    if s > 0:\n        return s * g / sizes.sum()"), "wrong", "Only the first share that is not empty is"),
    ("12.4", average("keep = sizes > 0\nreturn ((sizes[keep, None] * gradients[keep]).sum(dim=0) / sizes.sum()).tolist()"), "wrong", r"!Got: the list \[2\.0, 0\.0, 2\.0\]: wrap it in"),
    ("12.4", average("keep = sizes > 0\nreturn (sizes[keep, None] * gradients[keep]).sum(dim=0, keepdim=True) / sizes.sum()"), "wrong", "The numbers are right, only the shape is"),
    ("12.4", average("keep = sizes > 0\nw = sizes[keep] ** 2 / (sizes ** 2).sum()\nreturn w @ gradients[keep]"), "wrong", r"!Got: the tensor \[1\.82143, 1\.35714\] of shape"),
    ("12.4", average("keep = sizes > 0\nw = sizes[keep].sqrt() / sizes.sqrt().sum()\nreturn w @ gradients[keep]"), "wrong", r"!Got: the tensor \[1\.90265, 2\.32394\] of shape"),
    # 12.5
    ("12.5", mean_of_all("sums = torch.stack([loss_sum, torch.tensor(float(num_seen))])\ndist.all_reduce(sums)\nreturn sums[0] / sums[1]"), "right", ""),
    ("12.5", mean_of_all("sums = torch.tensor([loss_sum.item(), num_seen])\ndist.all_reduce(sums)\nreturn (sums[0] / sums[1]).item()"), "right", ""),
    ("12.5", mean_of_all(COUNT + "total = loss_sum.clone()\ndist.all_reduce(total)\ndist.all_reduce(count)\nreturn total / count"), "right", ""),
    ("12.5", mean_of_all(COUNT + "dist.all_reduce(loss_sum)\ndist.all_reduce(count)\nreturn loss_sum / count"), "wrong", "belongs to the"),
    ("12.5", mean_of_all(COUNT + "total = loss_sum.clone()\ndist.all_reduce(count)\ndist.all_reduce(total, op=dist.ReduceOp.SUM)\nreturn total / count"), "right", ""),
    ("12.5", mean_of_all(COUNT + "dist.all_reduce(count)\nmean = loss_sum / count\ndist.all_reduce(mean)\nreturn mean"), "right", ""),
    ("12.5", mean_of_all("return loss_sum / num_seen"), "open", ""),
    ("12.5", mean_of_all("mean = loss_sum / num_seen\ndist.all_reduce(mean)\nreturn mean / dist.get_world_size()"), "wrong", "Every process counts the same here"),
    ("12.5", mean_of_all("mean = loss_sum / max(num_seen, 1)\ndist.all_reduce(mean)\nreturn mean / dist.get_world_size()"), "wrong", "Every process counts the same here"),
    ("12.5", mean_of_all("mean = loss_sum / num_seen\ndist.all_reduce(mean)\nreturn mean"), "wrong", "The means of the processes are added up"),
    ("12.5", mean_of_all("mean = loss_sum / max(num_seen, 1)\ndist.all_reduce(mean)\nreturn mean"), "wrong", "The means of the processes are added up"),
    ("12.5", mean_of_all("total = loss_sum.clone()\ndist.all_reduce(total)\nreturn total / num_seen"), "wrong", "divided by the examples of one process"),
    ("12.5", mean_of_all("total = loss_sum.clone()\ndist.all_reduce(total)\nreturn total / (num_seen * dist.get_world_size())"), "wrong", "right for equal shares only"),
    ("12.5", mean_of_all("total = loss_sum.clone()\ndist.all_reduce(total)\nreturn total / dist.get_world_size()"), "wrong", "Divided by the number of processes"),
    ("12.5", mean_of_all("total = loss_sum.clone()\ndist.all_reduce(total)\nreturn total"), "wrong", "This is the sum over all examples"),
    ("12.5", mean_of_all(COUNT + "dist.all_reduce(count)\nreturn loss_sum / count"), "wrong", "only the losses of one process"),
    ("12.5", mean_of_all(COUNT + "if dist.get_rank() == 0:\n    dist.all_reduce(loss_sum)\n    dist.all_reduce(count)\nreturn loss_sum / count"), "wrong", "Which of them never call it"),
    ("12.5", mean_of_all("dist.all_reduce(loss_sum / num_seen)"), "wrong", "!"),
    ("12.5", mean_of_all("return dist.all_reduce(loss_sum) / num_seen"), "wrong", "!Raised: TypeError"),
    ("12.5", mean_of_all("dist.all_reduce(num_seen)\ndist.all_reduce(loss_sum)\nreturn loss_sum / num_seen"), "wrong", "!all_reduce takes a tensor, got int"),
    # 12.6
    ("12.6", words(), "right", ""),
    ("12.6", f"list({words()})", "right", ""),
    ("12.6", words(A="nothing"), "wrong", "what does `set_epoch` tell the sampler"),
    ("12.6", words(A="all examples"), "wrong", "what does `set_epoch` tell the sampler"),
    ("12.6", words(A="error"), "wrong", "what does `set_epoch` tell the sampler"),
    ("12.6", words(B="nothing"), "wrong", "But who averages now"),
    ("12.6", words(B="error"), "wrong", "which line averages gradients"),
    ("12.6", words(B="all examples"), "wrong", "which line averages gradients"),
    ("12.6", words(C="all examples"), "wrong", "still gives each process its half"),
    ("12.6", words(C="nothing"), "wrong", "how many examples does one process take"),
    ("12.6", words(C="error"), "wrong", "how many examples does one process take"),
    ("12.6", words(D="same order"), "wrong", "draws a new order for each epoch"),
    ("12.6", words(D="nothing"), "wrong", "Who has kept apart"),
    ("12.6", words(D="alone"), "wrong", "Who has kept apart"),
    ("12.6", words(E="alone"), "wrong", "What does it send around"),
    ("12.6", words(E="error"), "wrong", "what DDP does at its start"),
    ("12.6", words(F="alone"), "wrong", "Are its parameters copies, or the same tensors"),
    ("12.6", words(F="error"), "wrong", "Are its parameters copies, or the same tensors"),
    ("12.6", "'error'", "wrong", "Six words are asked for"),
    ("12.6", words()[:-10] + ")", "wrong", "!"),
    # 12.7
    ("12.7", worth(), "right", ""),
    ("12.7", f"list({worth()})", "right", ""),
    ("12.7", worth(A="little"), "wrong", "Does the ring take long"),
    ("12.7", worth(A="slower"), "wrong", "1 MB at 1 MB per ms"),
    ("12.7", worth(B="well"), "wrong", "is the time for sending counted"),
    ("12.7", worth(B="little"), "wrong", "100 MB at 1 MB per ms"),
    ("12.7", worth(C="well"), "wrong", "the least that its step can take"),
    ("12.7", worth(C="slower"), "wrong", "How much does its connection add"),
    ("12.7", worth(D="little"), "wrong", "What does it not have"),
    ("12.7", worth(D="slower"), "wrong", "100 MB at 10 MB per ms"),
    ("12.7", worth(E="well"), "wrong", "the work or the ring"),
    ("12.7", worth(E="slower"), "wrong", "How long did the step take before"),
    ("12.7", worth(F="well"), "wrong", "which part of its step stays"),
    ("12.7", worth(F="slower"), "wrong", "Is it longer than what is saved"),
    ("12.7", "'well'", "wrong", "Six words are asked for"),
    ("12.7", worth(A="slower", B="well"), "wrong", "!"),
    # written last, when the hints were there
    ("12.3", measure('work(queue); work(queue)'), "wrong", "Two runs come before the five that are timed"),
    ("12.3", measure(repeats='1'), "wrong", "One run after the warm-up"),
    ("12.3", measure(repeats='5', result='statistics.median(times[1:])'), "wrong", "The warm-up is not among the times, and one"),
    ("12.3", measure(result='times[len(times) // 2]'), "wrong", "This is the third time that was measured"),
    ("12.3", measure(result='(min(times) + max(times)) / 2'), "wrong", "This is halfway between the best and the"),
    ("12.3", measure(result='statistics.mode(times)'), "wrong", "This is the first of the five times"),
    ("12.3", measure('pass', '5', result='sum(times) / 5'), "wrong", "The first run is among the five, and one"),
    ("12.3", measure(before='pass', after='pass', result='sum(times)'), "wrong", "Nothing here waits for the device"),
    ("12.3", measure(result='statistics.stdev(times)'), "wrong", r"!Got: the number 0\.0"),
    ("12.3", measure('work(queue)', '5', 'pass', 'pass', WAIT), "wrong", "The queue is empty when the clock starts,"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_word_that_names_the_mistake(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
