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

def answer(work, device):
    {warm_up}
    times = []
    for _ in range({repeats}):
        {before}
        began = device.clock
        work(device)
        {after}
        times.append(device.clock - began)
        {last}
    return {result}
"""
WAIT = "device.synchronize()"


def measure(
    warm_up: str = "work(device)",
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


def ranks(lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines.splitlines())
    return f"def answer(order, rank, world_size):\n{body}"


SHARE = "share = -(-len(order) // world_size)\n"
PADDED = SHARE + "padded = (order * world_size)[:share * world_size]\n"


def many(lines: str) -> str:
    body = "\n".join(f"    {line}" for line in lines.splitlines())
    return f"from torch.func import grad, vmap\ndef answer(loss_of, params, X, y):\n{body}"


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
    ("12.1", mean("torch.arange(1.0, len(X) + 1, device='cuda')"), "wrong", "A name in quotes is right on one machine"),
    ("12.1", mean(CPU, before="X = X.cpu()"), "wrong", "This carries X to the CPU or into Python,"),
    ("12.1", mean(CPU, before="X = X.to('cpu')"), "wrong", "This carries X to the CPU or into Python,"),
    ("12.1", mean(CPU).replace("weights[:, None] * X", "weights[:, None] * X.to(weights.device)"), "wrong", "X is carried to where the weights are"),
    ("12.1", mean("torch.arange(1.0, len(X) + 1).to(device)"), "wrong", "!Raised: NameError"),
    ("12.1", mean(CPU, before="device = torch.device('cuda' if torch.cuda.is_available() else 'cpu')").replace("len(X) + 1)", "len(X) + 1, device=device)"), "wrong", "The weights get a device now, but one that"),
    ("12.1", mean(CPU, result="torch.stack([i * row for i, row in enumerate(X, 1)]).sum(dim=0) / weights.sum()"), "right", ""),
    ("12.1", mean(result="torch.tensor([(weights * X[:, j]).sum().item() for j in range(X.shape[1])]) / weights.sum()"), "wrong", "asks the device for a number, and meta has"),
    ("12.1", mean(CPU, result="weights @ X / weights.sum()"), "wrong", "meta lets a matrix product of two devices"),
    ("12.1", mean(result="(weights[:, None] * X).sum(dim=0)"), "wrong", "The device is right now"),
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
    ("12.2", "(1, 2, 3, 4, 5, 6, 7, 8)", "wrong", "All lines launch something or hand"),
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
    ("12.3", measure("work(device); device.synchronize()"), "right", ""),
    ("12.3", measure("work(device); device.synchronize()", before="pass"), "right", ""),
    ("12.3", measure("pass", "6", result="statistics.median(times[1:])"), "right", ""),
    ("12.3", "def answer(work, device):\n    began = device.clock\n    work(device)\n    return device.clock - began", "open", ""),
    ("12.3", "def answer(work, device):\n    began = device.clock\n    work(device)\n    device.synchronize()\n    return device.clock - began", "wrong", "One run is timed to its end, with older"),
    ("12.3", "def answer(work, device):\n    device.synchronize()\n    began = device.clock\n    work(device)\n    device.synchronize()\n    return device.clock - began", "wrong", "One run, timed to its end"),
    ("12.3", "def answer(work, device):\n    began = device.clock\n    work(device)\n    device.synchronize\n    return device.clock - began", "wrong", "how is a method called"),
    ("12.3", "def answer(work, device):\n    device.synchronize()\n    began = device.clock\n    work(device)\n    return device.clock - began", "wrong", "One run, from an empty queue, and the clock"),
    ("12.3", "def answer(work, device):\n    work(device)\n    device.synchronize()\n    began = device.clock\n    work(device)\n    device.synchronize()\n    return device.clock - began", "wrong", "One run after the warm-up"),
    ("12.3", "def answer(work, device):\n    work(device)\n    began = device.clock\n    work(device)\n    return device.clock - began", "wrong", "One run after the warm-up, and this is the"),
    ("12.3", measure(before="device.synchronize", after="device.synchronize"), "wrong", "only names the method, and nothing waits"),
    ("12.3", measure(after="device.synchronize"), "wrong", "The queue is empty when the clock starts,"),
    ("12.3", measure(before="device.synchronize"), "wrong", "In the first of the five, older work is"),
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
    ("12.3", measure().replace("times.append(device.clock - began)", "times.append(began - device.clock)"), "wrong", "The size is right and the sign is turned"),
    ("12.3", "def answer(work, device):\n    work(device)\n    device.synchronize()\n    began = device.clock\n    for _ in range(5):\n        work(device)\n    device.synchronize()\n    return (device.clock - began) / 5", "wrong", "Five runs in a row are timed here as one"),
    ("12.3", "def answer(work, device):\n    work(device)\n    device.synchronize()\n    began = device.clock\n    for _ in range(5):\n        work(device)\n    device.synchronize()\n    return device.clock - began", "wrong", "Five runs in a row are timed here as one,"),
    ("12.3", "import time\ndef answer(work, device):\n    work(device)\n    times = []\n    for _ in range(5):\n        device.synchronize()\n        began = time.perf_counter()\n        work(device)\n        device.synchronize()\n        times.append(time.perf_counter() - began)\n    return sorted(times)[2]", "wrong", "This device exists on paper"),
    # 12.4
    ("12.4", average("there = sizes > 0\nreturn (sizes[there] / sizes.sum()) @ gradients[there]"), "right", ""),
    ("12.4", average("return (gradients.nan_to_num() * sizes[:, None]).sum(0) / sizes.sum()"), "right", ""),
    ("12.4", average("return torch.nansum(sizes[:, None] * gradients, dim=0) / sizes.sum()"), "right", ""),
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
    ("12.4", average("keep = sizes > 0\nw = sizes[keep] // sizes.sum()\nreturn w.float() @ gradients[keep]"), "wrong", "The weights are 0, unless there is one"),
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
    ("12.5", ranks(PADDED + "return padded[rank::world_size]"), "right", ""),
    ("12.5", ranks("n = len(order)\nwhile n % world_size: n += 1\nreturn [order[i % len(order)] for i in range(rank, n, world_size)]"), "right", ""),
    ("12.5", ranks(PADDED + "return torch.tensor(padded[rank::world_size])"), "right", ""),
    ("12.5", ranks("import itertools, math\nn = math.ceil(len(order) / world_size) * world_size\nreturn list(itertools.islice(itertools.islice(itertools.cycle(order), n), rank, None, world_size))"), "right", ""),
    ("12.5", ranks("return order[rank::world_size]"), "wrong", "The right examples, but not equally many"),
    ("12.5", ranks("return order[rank:world_size]"), "wrong", "This takes the places from"),
    ("12.5", ranks("return order[rank]"), "wrong", "This is one example, and none at all if"),
    ("12.5", ranks("return [order[rank]]"), "wrong", "Only the first example of the rank is in"),
    ("12.5", ranks("return order"), "wrong", "Every rank gets all examples here"),
    ("12.5", ranks("padded = order + order[:-len(order) % world_size]\nreturn padded[rank::world_size]"), "wrong", "Right as long as there are at least as many"),
    ("12.5", ranks("padded = order + order[:len(order) % world_size]\nreturn padded[rank::world_size]"), "wrong", "How many are missing up to the next multiple"),
    ("12.5", ranks("padded = order + order[:world_size - len(order) % world_size]\nreturn padded[rank::world_size]"), "wrong", "comes out even"),
    ("12.5", ranks("padded = order + order\nreturn padded[rank::world_size]"), "wrong", "The order is dealt out twice"),
    ("12.5", ranks("order += order[:-len(order) % world_size]\nreturn order[rank::world_size]"), "wrong", "The examples are right, but order has"),
    ("12.5", ranks("i = 0\nwhile len(order) % world_size:\n    order.append(order[i])\n    i += 1\nreturn order[rank::world_size]"), "wrong", "The examples are right, but order has"),
    ("12.5", ranks(PADDED + "return padded[rank * share:(rank + 1) * share]"), "wrong", "Equally many, but in blocks"),
    ("12.5", ranks(PADDED + "return padded[rank:rank + share]"), "wrong", "Neighbours in the order"),
    ("12.5", ranks(PADDED + "return padded[::world_size]"), "wrong", "Every rank gets the share of the first one"),
    ("12.5", ranks(PADDED + "return padded[rank::share]"), "wrong", "The steps are as long as a share has"),
    ("12.5", ranks(PADDED + "return padded"), "wrong", "The padding is right"),
    ("12.5", ranks(PADDED + "return padded[rank + 1::world_size]"), "wrong", "Each rank begins a place too late"),
    ("12.5", ranks(PADDED + "return padded[rank - 1::world_size]"), "wrong", "Each rank begins a place too early"),
    ("12.5", ranks(PADDED + "return list(range(rank, len(padded), world_size))"), "wrong", "These are places in the padded order"),
    ("12.5", ranks(PADDED + "return sorted(padded[rank::world_size])"), "wrong", "The right numbers, but sorted"),
    ("12.5", ranks(PADDED + "return set(padded[rank::world_size])"), "wrong", "!Got: a value of type set"),
    ("12.5", ranks(PADDED + "return padded[rank::world_size][::-1]"), "wrong", "The right examples, in reverse order"),
    ("12.5", ranks(PADDED + "return [padded[r::world_size] for r in range(world_size)]"), "wrong", "These are the shares of all ranks"),
    ("12.5", ranks("padded = order + order[-1:] * (-len(order) % world_size)\nreturn padded[rank::world_size]"), "wrong", "Padded with the end of the order"),
    ("12.5", ranks("padded = order + order[:1] * (-len(order) % world_size)\nreturn padded[rank::world_size]"), "wrong", "Padded with the first example again and"),
    ("12.5", ranks("m = -len(order) % world_size\npadded = order + (order[-m:] if m else [])\nreturn padded[rank::world_size]"), "wrong", "Padded with entries from the end of the"),
    ("12.5", ranks("padded = order + [0] * (-len(order) % world_size)\nreturn padded[rank::world_size]"), "wrong", "Padded with zeros, and 0 is an example too"),
    ("12.5", ranks("padded = order + [-1] * (-len(order) % world_size)\nreturn padded[rank::world_size]"), "wrong", "Only the last entry is wrong"),
    ("12.5", ranks("padded = order + [None] * (-len(order) % world_size)\nreturn padded[rank::world_size]"), "wrong", r"!Got: the list \[7, 58, None\] Right: entries 1"),
    ("12.5", ranks("n = len(order) // world_size * world_size\nreturn order[:n][rank::world_size]"), "wrong", "Equally many, by leaving examples out"),
    ("12.5", ranks("share = len(order) // world_size\nreturn order[rank * share:(rank + 1) * share]"), "wrong", "Blocks, and what is left over is dropped"),
    ("12.5", ranks("share = round(len(order) / world_size)\nreturn (order * 9)[:share * world_size][rank::world_size]"), "wrong", "Equally many, by leaving examples out"),
    ("12.5", ranks(SHARE + "own = order[rank::world_size]\nreturn own + own[:share - len(own)]"), "wrong", "Each rank repeats an example of its own here"),
    ("12.5", ranks(SHARE + "own = order[rank::world_size]\nwhile len(own) < share: own.append(order[0])\nreturn own"), "wrong", "Padded with the first example again and"),
    ("12.5", ranks(SHARE + "own = order[rank::world_size]\nreturn own + order[:share - len(own)]"), "wrong", "Padded with the first example again and"),
    ("12.5", ranks("import random\norder = list(order)\nwhile len(order) % world_size: order.append(random.choice(order))\nreturn order[rank::world_size]"), "wrong", "Only the last entry is wrong"),
    ("12.5", "def answer(order, world_size, rank):\n    n = -(-len(order) // world_size) * world_size\n    return (order * n)[:n][rank::world_size]", "wrong", "!Raised: ZeroDivisionError"),
    # 12.6
    ("12.6", "175", "right", ""),
    ("12.6", "2 * (8 - 1) / 8 * 25 * 4", "right", ""),
    ("12.6", "14 * 12.5", "right", ""),
    ("12.6", "np.float32(175)", "right", ""),
    ("12.6", "100", "wrong", "This is the size of the gradient"),
    ("12.6", "200", "wrong", "In each of the two rounds a worker sends"),
    ("12.6", "87.5", "wrong", "This is the first round, after which each"),
    ("12.6", "43.75", "wrong", "This counts numbers, in millions"),
    ("12.6", "21.875", "wrong", "This counts numbers, in millions, and those"),
    ("12.6", "25", "wrong", "This is how many millions of parameters"),
    ("12.6", "1400", "wrong", "This is what all eight send"),
    ("12.6", "700", "wrong", "This sends the whole gradient to each of"),
    ("12.6", "800", "wrong", "This is the gradient eight times"),
    ("12.6", "12.5", "wrong", "This is one chunk"),
    ("12.6", "350", "wrong", "Is what a worker receives counted with what"),
    ("12.6", "175e6", "wrong", "In bytes it is right"),
    ("12.6", "100e6", "wrong", "The answer is wanted in MB, millions of"),
    ("12.6", "50", "wrong", "Less than one gradient has"),
    ("12.6", "187.5", "wrong", "How large is a chunk, if eight workers cut"),
    ("12.6", "166.9", "wrong", "How large is a chunk, if eight workers cut"),
    ("12.6", "1600", "wrong", "Does a worker send the whole gradient, or a"),
    ("12.6", "3.125", "wrong", "Less than one gradient has"),
    ("12.6", "0.175", "wrong", "Less than one gradient has"),
    ("12.6", "'175 MB'", "wrong", "!got \"175 MB\": without quotes and without words"),
    # 12.7
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, None, None))(params, X, y)"), "right", ""),
    ("12.7", many("return vmap(lambda one: grad(loss_of)(one, X, y))(params)"), "right", ""),
    ("12.7", many("return torch.stack([grad(loss_of)(one, X, y) for one in params])"), "right", ""),
    ("12.7", many("p = params.clone().requires_grad_()\nreturn torch.autograd.grad(sum(loss_of(one, X, y) for one in p), p)[0]"), "right", ""),
    ("12.7", many("return torch.func.jacrev(lambda p: vmap(lambda one: loss_of(one, X, y))(p).sum())(params)"), "right", ""),
    ("12.7", many("return vmap(torch.func.jacfwd(loss_of), in_dims=(0, None, None))(params, X, y)"), "right", ""),
    ("12.7", many("return torch.stack([torch.autograd.functional.jacobian(lambda p: loss_of(p, X, y), one) for one in params])"), "right", ""),
    ("12.7", many("return vmap(grad(loss_of))(params, X, y)"), "wrong", "By default vmap takes every argument apart"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, 0, 0))(params, X, y)"), "wrong", "By default vmap takes every argument apart"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, 0, None))(params, X, y)"), "wrong", "X is taken apart along its first axis, as"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(None, None, None))(params, X, y)"), "wrong", "No argument is taken apart, so there is"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(1, None, None))(params, X, y)"), "wrong", "params is taken apart along its second axis"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=0)(params, X, y)"), "wrong", "By default vmap takes every argument apart"),
    ("12.7", many("return vmap(loss_of, in_dims=(0, None, None))(params, X, y)"), "wrong", "These are the losses of all models"),
    ("12.7", many("return grad(vmap(loss_of, in_dims=(0, None, None)))(params, X, y)"), "wrong", "grad wants a function with a single number"),
    ("12.7", many("return grad(loss_of)(params, X, y)"), "wrong", "The loss takes the parameters of one model"),
    ("12.7", many("return grad(loss_of)(params[0], X, y)"), "wrong", "This is the gradient of the first model"),
    ("12.7", many("for one in params:\n    g = grad(loss_of)(one, X, y)\nreturn g"), "wrong", "This is the gradient of the last model"),
    ("12.7", many("for one in params:\n    return grad(loss_of)(one, X, y)"), "wrong", "This is the gradient of the first model"),
    ("12.7", many("return [grad(loss_of)(one, X, y) for one in params]"), "wrong", r"!Got: the list \[tensor\(\[-0\.365976, -1\.34625,"),
    ("12.7", many("return torch.cat([grad(loss_of)(one, X, y) for one in params])"), "wrong", "The numbers are right, only the shape is"),
    ("12.7", many("return torch.stack([grad(loss_of)(one, X, y) for one in params], dim=1)"), "wrong", "One column for each model"),
    ("12.7", many("return torch.stack([grad(loss_of)(one, X, y) for one in params]).sum(dim=0)"), "wrong", "The gradients of all models are added up"),
    ("12.7", many("return torch.stack([grad(loss_of)(one, X, y) for one in params]).mean(dim=0)"), "wrong", "The mean over the models"),
    ("12.7", many("return grad(lambda p: torch.stack([loss_of(one, X, y) for one in p]).mean())(params)"), "wrong", "Too small by the number of models"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, None, None))"), "wrong", "!Got: the function line_loss"),
    ("12.7", many("return vmap(grad(loss_of, argnums=1), in_dims=(0, None, None))(params, X, y)"), "wrong", "These are gradients by X"),
    ("12.7", many("return -vmap(grad(loss_of), in_dims=(0, None, None))(params, X, y)"), "wrong", "These point downhill"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, None, None))(params, X, y) / len(X)"), "wrong", "times too small where there are 6"),
    ("12.7", many("return vmap(grad(loss_of), in_dims=(0, None, None), out_dims=1)(params, X, y)"), "wrong", "One column for each model"),
    ("12.7", many("params.requires_grad_()\nsum(loss_of(one, X, y) for one in params).backward()\nreturn params.grad"), "wrong", "!The answer changed what it was"),
    ("12.7", many("p = params.clone().requires_grad_()\nloss_of(p[0], X, y).backward()\nreturn p.grad"), "wrong", "What is not 0 is right"),
    ("12.7", many("p = params.clone().requires_grad_()\nsum(loss_of(one, X, y) for one in p).backward()\nreturn p"), "wrong", "as it was given"),
    ("12.7", many("p = params.clone().requires_grad_()\nrows = []\nfor one in p:\n    loss_of(one, X, y).backward()\n    rows.append(p.grad)\nreturn torch.stack(rows)"), "wrong", r"!got shape \(4, 4, 3\)\."),
    ("12.7", many("from torch.func import grad_and_value\nreturn vmap(grad_and_value(loss_of), in_dims=(0, None, None))(params, X, y)"), "wrong", r"!Got: the tuple \(<tensor of shape \(4, 3\)>,"),
    ("12.7", many("e = 1e-3 * torch.eye(params.shape[1])\nreturn torch.stack([torch.stack([(loss_of(p + d, X, y) - loss_of(p, X, y)) / 1e-3 for d in e]) for p in params])"), "wrong", r"!got -0\.365496\."),
    # written last, when the hints were there
    ("12.3", measure('work(device); work(device)'), "wrong", "Two runs come before the five that are timed"),
    ("12.3", measure(repeats='1'), "wrong", "One run after the warm-up"),
    ("12.3", measure(repeats='5', result='statistics.median(times[1:])'), "wrong", "The warm-up is not among the times, and one"),
    ("12.3", measure(result='times[len(times) // 2]'), "wrong", "This is the third time that was measured"),
    ("12.3", measure(result='(min(times) + max(times)) / 2'), "wrong", "This is halfway between the best and the"),
    ("12.3", measure(result='statistics.mode(times)'), "wrong", "This is the first of the five times"),
    ("12.3", measure('pass', '5', result='sum(times) / 5'), "wrong", "The first run is among the five, and one"),
    ("12.3", measure(before='pass', after='pass', result='sum(times)'), "wrong", "Nothing here waits for the device"),
    ("12.3", measure(result='statistics.stdev(times)'), "wrong", r"!Got: the number 0\.0"),
    ("12.3", measure('work(device)', '5', 'pass', 'pass', WAIT), "wrong", "The queue is empty when the clock starts,"),
    ("12.5", ranks('n = len(order) + len(order) % world_size\nreturn [order[i % len(order)] for i in range(rank, n, world_size)]'), "wrong", "How many are missing up to the next multiple"),
    ("12.5", ranks('return [order[i % len(order)] for i in range(rank, world_size, world_size)]'), "wrong", "One number came where one for each entry is"),
    ("12.5", ranks('return [i for i in order if i % world_size == rank]'), "wrong", "The number of an example decides here to"),
    ("12.5", ranks('return [x for i, x in enumerate(order) if i % world_size == rank]'), "wrong", "The right examples, but not equally many"),
    ("12.5", ranks(PADDED + 'return padded[rank::world_size][1:]'), "wrong", "One is missing"),
    ("12.5", ranks('padded = order + order[::-1][:-len(order) % world_size]\nreturn padded[rank::world_size]'), "wrong", "Only the last entry is wrong"),
    ("12.5", ranks('share = len(order) // world_size + 1\nreturn (order * world_size)[:share * world_size][rank::world_size]'), "wrong", "comes out even"),
    ("12.5", ranks(PADDED + 'return padded[world_size::rank + 1]'), "wrong", r"!Got: the list \[22, 58, 13, 35, 40, 7\] That"),
    ("12.5", ranks(PADDED + 'return list(zip(*[iter(padded)] * share))[rank]'), "wrong", "Equally many, but in blocks"),
    ("12.5", ranks('order.extend(order)\nreturn order[rank::world_size]'), "wrong", "padded"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_an_answer_gets_its_verdict_and_a_word_that_names_the_mistake(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
