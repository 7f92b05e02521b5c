"""What learners answer in notebook 18: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]

NETWORK = """
def answer(depth, width, generator):
    sizes = {sizes}
    layers = []
    for num_in, num_out in zip(sizes[:-1], sizes[1:]):
        linear = nn.Linear(num_in, num_out)
        {weight}
        {bias}
        layers += [linear, {bend}]
    return {result}
"""


def network(
    sizes: str = "[2] + [width] * depth + [2]",
    weight: str = "nn.init.xavier_uniform_(linear.weight, generator=generator)",
    bias: str = "nn.init.zeros_(linear.bias)",
    bend: str = "nn.Tanh()",
    result: str = "nn.Sequential(*layers[:-1])",
) -> str:
    return NETWORK.format(sizes=sizes, weight=weight, bias=bias, bend=bend, result=result)


def drawn(value: str) -> str:
    return network(
        weight="a = (6 / (num_in + num_out)) ** 0.5; r = torch.rand(num_out, num_in, "
        f"generator=generator); linear.weight.data = {value}"
    )


WIDTH = """
def answer(depth, budget):
    width = {start}
    while {count} {compare} budget:
        width += 1
    return {result}
"""
COUNT = "3 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)"


def width(
    count: str = COUNT, start: str = "0", compare: str = "<=", result: str = "max(width - 1, 0)"
) -> str:
    return WIDTH.format(count=count, start=start, compare=compare, result=result)


WIDEST: list[Answer] = [
    ("18.1", width(), "right", ""),
    ("18.1", width(start="1", result="width - 1"), "right", ""),
    (
        "18.1",
        f"def answer(depth, budget):\n    fits = [width for width in range(1, 1000) if {COUNT} <= budget]\n    return max(fits, default=0)",
        "right",
        "",
    ),
    (
        "18.1",
        "from course_utils import models\ndef answer(depth, budget):\n    w = 0\n    while True:\n        n = sum(p.numel() for p in models.mlp(2, *[w + 1] * depth, 2, generator=torch.Generator()).parameters())\n        if n > budget: return w\n        w += 1",
        "right",
        "",
    ),
    ("18.1", width(result="float(max(width - 1, 0))"), "right", ""),
    (
        "18.1",
        width("2 * width + (depth - 1) * width * width + 2 * width"),
        "wrong",
        "No biases are counted",
    ),
    (
        "18.1",
        width("65 * width + (depth - 1) * (width + 1) * width + 10 * (width + 1)"),
        "wrong",
        "64 inputs and 10 outputs of the digits",
    ),
    (
        "18.1",
        width("65 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)"),
        "wrong",
        "64 inputs are counted",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * (width + 1) * width + 10 * (width + 1)"),
        "wrong",
        "10 outputs are counted",
    ),
    (
        "18.1",
        width("3 * width + max(depth - 2, 0) * (width + 1) * width + 2 * (width + 1)"),
        "wrong",
        "not all linear ones",
    ),
    ("18.1", width(result="width"), "wrong", "This is the first width that does not fit"),
    ("18.1", width(compare="<"), "wrong", "A network that needs the whole budget fits"),
    (
        "18.1",
        width("3 * width + depth * (width + 1) * width + 2 * (width + 1)"),
        "wrong",
        "One layer between too many",
    ),
    ("18.1", width("3 * width + 2 * (width + 1)"), "wrong", "With one hidden layer this is right"),
    (
        "18.1",
        width("3 * width + (depth - 1) * (width + 1) * width + 2 * width"),
        "wrong",
        "The two outputs have biases as well",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * (width + 1) * width + (width + 1)"),
        "wrong",
        "One output is missing",
    ),
    (
        "18.1",
        width("2 * width + (depth - 1) * (width + 1) * width + 2 * (width + 1)"),
        "wrong",
        "The first hidden layer has biases as well,",
    ),
    (
        "18.1",
        width("2 * width + (depth - 1) * width * width + 2 * width + 2"),
        "wrong",
        "The hidden layers have biases as well, one",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * width * width + 2 * (width + 1)"),
        "wrong",
        "Both ends are right",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * (width ** 2 + 1) + 2 * (width + 1)"),
        "wrong",
        "Between two hidden layers a single bias is",
    ),
    (
        "18.1",
        width("2 * (width + 1) + (depth - 1) * (width + 1) * width + 2 * (width + 1)"),
        "wrong",
        "The first layer has as many biases as it",
    ),
    (
        "18.1",
        width("2 * width + 1 + (depth - 1) * (width * width + 1) + 2 * width + 1"),
        "wrong",
        "Each layer gets a single bias here",
    ),
    ("18.1", width("depth * (width + 1) * width"), "wrong", "Each hidden layer is counted as if"),
    (
        "18.1",
        width("(depth + 1) * (width + 1) * width"),
        "wrong",
        "All layers are counted as width",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * (width + 1) * width"),
        "wrong",
        "The output layer is not counted",
    ),
    (
        "18.1",
        width("3 * width + (depth - 1) * 2 * width + 2 * (width + 1)"),
        "wrong",
        "Between two hidden layers each unit is",
    ),
    ("18.1", width(result="max(width - 2, 0)"), "wrong", "One step too early"),
    ("18.1", width(result="max(width - 1, 1)"), "wrong", "Right wherever a network fits"),
    (
        "18.1",
        width(start="1", result="width - 1 or None"),
        "wrong",
        "Right wherever a network fits",
    ),
    ("18.1", width(result="width - 1"), "right", ""),
    (
        "18.1",
        "def answer(depth, budget):\n    return int(((budget - 2) / depth) ** 0.5)",
        "wrong",
        "!Got: the number 31",
    ),
    (
        "18.1",
        "def answer(depth, budget):\n    return budget // depth",
        "wrong",
        "!Got: the number 1000",
    ),
    (
        "18.1",
        "def answer(depth, budget):\n    if depth == 1: return (budget - 2) / 5\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return (-b + (b * b - 4 * a * c) ** 0.5) / (2 * a)",
        "wrong",
        "A network has no half units",
    ),
    (
        "18.1",
        "def answer(depth, budget):\n    if depth == 1: return max(round((budget - 2) / 5), 0)\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return round((-b + (b * b - 4 * a * c) ** 0.5) / (2 * a))",
        "wrong",
        "Rounded to the nearest whole number, which",
    ),
    (
        "18.1",
        "def answer(depth, budget):\n    a, b, c = depth - 1, depth + 4, 2 - budget\n    return int((-b + (b * b - 4 * a * c) ** 0.5) / (2 * a))",
        "wrong",
        "!Raised: ZeroDivisionError",
    ),
    (
        "18.1",
        f"def answer(depth, budget):\n    for width in range(1, 1000):\n        if {COUNT} <= budget:\n            return width\n    return 0",
        "wrong",
        "This is the smallest width that fits, and",
    ),
    (
        "18.1",
        f"def answer(depth, budget):\n    for width in range(1, 100):\n        if {COUNT} > budget:\n            return width - 1\n    return 0",
        "wrong",
        "Small widths are right",
    ),
    (
        "18.1",
        f"def answer(budget, depth):\n    width = 0\n    while {COUNT} <= budget: width += 1\n    return max(width - 1, 0)",
        "wrong",
        "change places|How far",
    ),
    ("18.1", "def answer(depth, budget):\n    return 30", "wrong", "The same"),
    (
        "18.1",
        f"def answer(depth, budget):\n    width = 1000\n    while {COUNT} > budget: width -= 1\n    return {COUNT}",
        "wrong",
        "This is how many parameters the widest",
    ),
    ("18.1", "...", "open", ""),
]

DEEP: list[Answer] = [
    ("18.4", network(), "right", ""),
    ("18.4", drawn("2 * a * r - a"), "right", ""),
    ("18.4", drawn("(r * 2 - 1) * a"), "right", ""),
    (
        "18.4",
        "from course_utils import models\ndef answer(depth, width, generator):\n    model = models.mlp(2, *[width] * depth, 2, activation=nn.Tanh, generator=generator)\n    for m in model.modules():\n        if isinstance(m, nn.Linear):\n            nn.init.xavier_uniform_(m.weight, generator=generator)\n            nn.init.zeros_(m.bias)\n    return model",
        "right",
        "",
    ),
    (
        "18.4",
        "class Net(nn.Module):\n    def __init__(self, depth, width, g):\n        super().__init__()\n        sizes = [2] + [width] * depth + [2]\n        self.linears = nn.ModuleList(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:]))\n        for m in self.linears:\n            nn.init.xavier_uniform_(m.weight, generator=g)\n            m.bias.data.zero_()\n    def forward(self, x):\n        for m in self.linears[:-1]:\n            x = torch.tanh(m(x))\n        return self.linears[-1](x)\ndef answer(depth, width, generator): return Net(depth, width, generator)",
        "right",
        "",
    ),
    (
        "18.4",
        network(weight="pass", bias="pass"),
        "wrong",
        "The shapes are right, the start is PyTorch's",
    ),
    ("18.4", network(bias="pass"), "wrong", "The weights are right"),
    ("18.4", network(bias="nn.init.ones_(linear.bias)"), "wrong", "The weights are right"),
    (
        "18.4",
        network(bias="nn.init.constant_(linear.bias, 0.01)"),
        "wrong",
        "The weights are right",
    ),
    ("18.4", network(weight="pass"), "wrong", "The weights still have PyTorch's start, or"),
    (
        "18.4",
        network(weight="nn.init.xavier_uniform_(linear.weight)"),
        "wrong",
        "Sizes and shapes are right, but the same",
    ),
    (
        "18.4",
        network(weight="nn.init.xavier_normal_(linear.weight, generator=generator)"),
        "wrong",
        "The spread is right, but some weights are",
    ),
    (
        "18.4",
        network(weight="nn.init.kaiming_uniform_(linear.weight, generator=generator)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        network(
            weight="nn.init.kaiming_uniform_(linear.weight, nonlinearity='relu', generator=generator)"
        ),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        network(weight="nn.init.kaiming_normal_(linear.weight, generator=generator)"),
        "wrong",
        "The weights are not evenly spread between",
    ),
    (
        "18.4",
        network(weight="nn.init.zeros_(linear.weight)"),
        "wrong",
        "All weights are 0, so all units of a layer",
    ),
    (
        "18.4",
        network(weight="nn.init.uniform_(linear.weight, -1, 1, generator=generator)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        network(weight="nn.init.normal_(linear.weight, generator=generator)"),
        "wrong",
        "The weights are not evenly spread between",
    ),
    (
        "18.4",
        network(weight="nn.init.orthogonal_(linear.weight, generator=generator)"),
        "wrong",
        "The weights are not evenly spread between",
    ),
    (
        "18.4",
        network(weight="nn.init.xavier_uniform_(linear.weight, gain=5 / 3, generator=generator)"),
        "wrong",
        "Xavier's start, times a gain",
    ),
    (
        "18.4",
        network(
            weight="nn.init.xavier_uniform_(linear.weight, gain=nn.init.calculate_gain('tanh'), generator=generator)"
        ),
        "wrong",
        "Xavier's start, times a gain",
    ),
    (
        "18.4",
        network(
            weight="nn.init.xavier_uniform_(linear.weight, gain=2 ** 0.5, generator=generator)"
        ),
        "wrong",
        "The weights reach further than the bound,",
    ),
    ("18.4", drawn("a * r"), "wrong", "All weights of a layer have one sign"),
    ("18.4", drawn("a * (r - 0.5)"), "wrong", "The weights reach half as far as they should"),
    ("18.4", drawn("a * (2 * r - 1) / 2"), "wrong", "The weights reach half as far as they should"),
    ("18.4", drawn("a ** 2 * (2 * r - 1)"), "wrong", "The weights do not reach as far as the"),
    (
        "18.4",
        drawn("(3 / num_in) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        drawn("(6 / num_in) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        drawn("(6 / num_out) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        drawn("(2 / (num_in + num_out)) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The weights do not reach the bound",
    ),
    (
        "18.4",
        drawn("(6 / (2 * width)) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        drawn("a * torch.randn(num_out, num_in, generator=generator)"),
        "wrong",
        "The weights are not evenly spread between",
    ),
    (
        "18.4",
        drawn("a * (2 * torch.rand(num_out, num_in) - 1)"),
        "wrong",
        "Sizes and shapes are right, but the same",
    ),
    (
        "18.4",
        drawn(
            "a * (2 * torch.rand(num_out, num_in, generator=torch.Generator().manual_seed(0)) - 1)"
        ),
        "wrong",
        "Layers of one shape have the same weights,",
    ),
    (
        "18.4",
        drawn("a * (2 * torch.rand(num_in, num_out, generator=generator) - 1)"),
        "wrong",
        "The weights have the shape",
    ),
    ("18.4", network(result="nn.Sequential(*layers)"), "wrong", "The outputs are squeezed between"),
    ("18.4", network(bend="nn.ReLU()"), "wrong", "All in place but the bend between the layers"),
    ("18.4", network(bend="nn.Sigmoid()"), "wrong", "All in place but the bend between the layers"),
    ("18.4", network(bend="nn.Identity()"), "wrong", "Nothing bends between the layers, so the"),
    (
        "18.4",
        network(bend="nn.Softmax(dim=1)", result="nn.Sequential(*layers)")
        .replace("layers += [linear, nn.Softmax(dim=1)]", "layers += [linear, nn.Tanh()]")
        .replace("nn.Sequential(*layers)", "nn.Sequential(*layers[:-1], nn.Softmax(dim=1))"),
        "wrong",
        "The outputs are probabilities",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * (depth - 1) + [2]"),
        "wrong",
        "One hidden layer is missing",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * (depth + 1) + [2]"),
        "wrong",
        "One hidden layer too many",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * depth + [1]"),
        "wrong",
        "The network has another number of outputs",
    ),
    (
        "18.4",
        network(sizes="[1] + [width] * depth + [2]"),
        "wrong",
        "The network has another number of inputs",
    ),
    ("18.4", network(sizes="[2] + [depth] * width + [2]"), "wrong", "units here"),
    ("18.4", network(sizes="[2, width, 2]"), "wrong", "There is one hidden layer, whatever"),
    (
        "18.4",
        network(sizes="[2] + [30] * depth + [2]"),
        "wrong",
        "The layers have thirty units, whatever",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * 20 + [2]"),
        "wrong",
        "There are twenty hidden layers, whatever",
    ),
    (
        "18.4",
        network(sizes="[width] * (depth + 2)"),
        "wrong",
        "All layers are as wide as the hidden ones",
    ),
    ("18.4", network(result="layers[:-1]"), "wrong", "!Got: a list of 7 models"),
    (
        "18.4",
        network(result="nn.ModuleList(layers[:-1])"),
        "wrong",
        "A ModuleList only holds the layers",
    ),
    (
        "18.4",
        network(
            result="nn.Sequential(*[layer for layer in layers if isinstance(layer, nn.Linear)])"
        ),
        "wrong",
        "Nothing bends between the layers, so the",
    ),
    (
        "18.4",
        "def answer(depth, width, generator):\n    hidden = nn.Linear(width, width)\n    layers = [nn.Linear(2, width), nn.Tanh()] + [hidden, nn.Tanh()] * (depth - 1) + [nn.Linear(width, 2)]\n    for m in layers:\n        if isinstance(m, nn.Linear):\n            nn.init.xavier_uniform_(m.weight, generator=generator)\n            nn.init.zeros_(m.bias)\n    return nn.Sequential(*layers)",
        "wrong",
        "The hidden layers are one and the same",
    ),
    (
        "18.4",
        network().replace("layers = []", "layers = []; generator.manual_seed(0)"),
        "wrong",
        "The weights are the same whatever the",
    ),
    (
        "18.4",
        network(
            weight="generator.manual_seed(1); nn.init.xavier_uniform_(linear.weight, generator=generator)"
        ),
        "wrong",
        "Layers of one shape have the same weights,",
    ),
    (
        "18.4",
        network(
            weight="torch.manual_seed(generator.initial_seed()); nn.init.xavier_uniform_(linear.weight)"
        ),
        "wrong",
        "Layers of one shape have the same weights",
    ),
    (
        "18.4",
        network(result="nn.Sequential(*layers[:-1])(torch.zeros(1, 2))"),
        "wrong",
        r"!Got: a tensor of shape \(1, 2\)",
    ),
    ("18.4", network(bias="nn.init.normal_(linear.bias)"), "wrong", "The weights are right"),
    (
        "18.4",
        drawn("a * torch.rand(num_out, num_in, generator=generator) - a"),
        "wrong",
        "All weights of a layer have one sign",
    ),
    (
        "18.4",
        drawn("(6 / (num_in * num_out)) ** 0.5 * (2 * r - 1)"),
        "wrong",
        "The bound is not that of each layer",
    ),
    (
        "18.4",
        drawn("6 ** 0.5 / (num_in + num_out) * (2 * r - 1)"),
        "wrong",
        "The weights do not reach as far as the",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * depth + [width] + [2]"),
        "wrong",
        "One hidden layer too many",
    ),
    (
        "18.4",
        network(sizes="[2] + [width] * depth + [10]"),
        "wrong",
        "The network has another number of outputs",
    ),
    ("18.4", network(bend="nn.LeakyReLU()"), "wrong", "The network does not compute what its"),
    ("18.4", network(bend="nn.Hardtanh()"), "wrong", "The network does not compute what its"),
    (
        "18.4",
        network()
        .replace("nn.Linear(num_in, num_out)", "nn.Linear(num_in, num_out, bias=False)")
        .replace("nn.init.zeros_(linear.bias)", "pass"),
        "wrong",
        "The layers have no biases",
    ),
    (
        "18.4",
        network(
            weight="if num_in > 2: nn.init.xavier_uniform_(linear.weight, generator=generator)"
        ),
        "wrong",
        "The weights still have PyTorch's start, or",
    ),
    (
        "18.4",
        "def answer(depth, width, generator):\n    hidden = [nn.Linear(width, width), nn.Tanh()] * (depth - 1)\n    return nn.Sequential(nn.Linear(2, width), nn.Tanh(), *hidden, nn.Linear(width, 2), nn.Tanh())",
        "open",
        "",
    ),
    (
        "18.4",
        "def answer(depth, width, generator):\n    hidden = [nn.Linear(width, width), nn.Tanh()] * (depth - 1)\n    model = nn.Sequential(nn.Linear(2, width), nn.Tanh(), *hidden, nn.Linear(width, 2))\n    for m in model:\n        if isinstance(m, nn.Linear):\n            nn.init.xavier_uniform_(m.weight, generator=generator)\n            nn.init.zeros_(m.bias)\n    return model",
        "wrong",
        "one and the same object",
    ),
    (
        "18.4",
        "def answer(depth, width, generator):\n    hidden = [nn.Linear(width, width), nn.Tanh()] * (depth - 1)\n    return nn.Sequential(nn.Linear(2, width), nn.Tanh(), *hidden, nn.Linear(width, 2))",
        "wrong",
        "",
    ),
]

LOOP = """
def answer(runs):
    best, rate = float("inf"), None
    for lr, group in runs.groupby("lr"):
        value = group["val_loss"]{fill}.{measure}()
        if value < best:
            best, rate = value, lr
    return {result}
"""


def loop(fill: str = ".fillna(math.inf)", measure: str = "median", result: str = "rate") -> str:
    """An answer to 18.2."""
    return LOOP.format(fill=fill, measure=measure, result=result)


CHOOSE_RATE: list[Answer] = [
    ("18.2", loop(), "right", ""),
    ("18.2", loop(result="float(rate)"), "right", ""),
    ("18.2", loop(fill=".fillna(1e9)"), "right", ""),
    ("18.2", loop(fill=".replace(math.nan, math.inf)"), "right", ""),
    (
        "18.2",
        "lambda runs: runs.fillna(np.inf).groupby('lr')['val_loss'].median().idxmin()",
        "right",
        "",
    ),
    (
        "18.2",
        "lambda runs: runs.groupby('lr')['val_loss'].apply(lambda x: np.median(x.fillna(np.inf))).idxmin()",
        "right",
        "",
    ),
    ("18.2", 'lambda runs: runs.loc[runs["val_loss"].idxmin(), "lr"]', "open", ""),
    ("18.2", loop(measure="min"), "open", ""),
    ("18.2", loop(fill=""), "wrong", "The median is right"),
    ("18.2", loop(measure="mean"), "wrong", "The mean over the seeds"),
    ("18.2", loop(fill="", measure="mean"), "wrong", "pandas leaves `nan` out of it"),
    ("18.2", loop(measure="max"), "wrong", "compares the worst run"),
    ("18.2", loop(fill=".fillna(0)"), "wrong", "`nan` counts as 0"),
    ("18.2", loop(result="best"), "wrong", "a loss"),
    (
        "18.2",
        "lambda runs: runs.dropna().groupby('lr')['val_loss'].median().idxmin()",
        "wrong",
        "The median is right",
    ),
    (
        "18.2",
        "lambda runs: runs[np.isfinite(runs['val_loss'])].groupby('lr')['val_loss'].median().idxmin()",
        "wrong",
        "exploded runs are left out",
    ),
    (
        "18.2",
        "lambda runs: runs.fillna(np.inf).groupby('lr')['val_loss'].median().idxmax()",
        "wrong",
        "largest median",
    ),
    (
        "18.2",
        "lambda runs: runs.fillna(np.inf).groupby('seed')['val_loss'].median().idxmin()",
        "wrong",
        "Which column",
    ),
    (
        "18.2",
        "lambda runs: runs.fillna(np.inf).groupby('lr')['val_loss'].median()",
        "wrong",
        "medians of all rates",
    ),
    ("18.2", "lambda runs: runs['val_loss'].median()", "wrong", "!Got"),
    ("18.2", "def answer(runs): ...", "open", ""),
    ("18.2", "0.3", "wrong", "!Wanted a function"),
]

STEPS = ("longer", "enough", "rate", "seeds", "rate", "wider")
FIGHT = ("parameters", "tries", "steps", "nothing", "tries")


def but(right: tuple[str, ...], letter: str, word: str) -> str:
    """An answer that is right but for one word."""
    words = list(right)
    words["ABCDEF".index(letter)] = word
    return repr(tuple(words))


NEXT_STEPS: list[Answer] = [
    ("18.3", repr(STEPS), "right", ""),
    ("18.3", repr(list(STEPS)), "right", ""),
    ("18.3", f"np.array({STEPS!r})", "right", ""),
    ("18.3", repr(tuple(word.title() for word in STEPS)), "right", ""),
    ("18.3", but(STEPS, "A", "rate"), "wrong", "Report A: its rate is tuned"),
    ("18.3", but(STEPS, "A", "wider"), "wrong", "still falling"),
    ("18.3", but(STEPS, "B", "longer"), "wrong", "far from done"),
    ("18.3", but(STEPS, "C", "longer"), "wrong", "Whose rate"),
    ("18.3", but(STEPS, "D", "longer"), "wrong", "How many runs"),
    ("18.3", but(STEPS, "E", "longer"), "wrong", "where among the three"),
    ("18.3", but(STEPS, "F", "longer"), "wrong", "had 100 epochs"),
    ("18.3", but(STEPS, "A", "seeds"), "wrong", "Report A is a median"),
    ("18.3", but(STEPS, "B", "wider"), "wrong", "four times the width"),
    ("18.3", but(STEPS, "B", "seeds"), "wrong", "more seeds could find"),
    ("18.3", but(STEPS, "C", "enough"), "wrong", "a fair chance"),
    ("18.3", but(STEPS, "C", "wider"), "wrong", "lack of width"),
    ("18.3", but(STEPS, "D", "wider"), "wrong", "Could 0.01 be luck"),
    ("18.3", but(STEPS, "D", "enough"), "wrong", "32 is no better"),
    ("18.3", but(STEPS, "E", "enough"), "wrong", "at the edge"),
    ("18.3", but(STEPS, "E", "wider"), "wrong", "where among the three"),
    ("18.3", but(STEPS, "F", "enough"), "wrong", "Report F is bad"),
    ("18.3", but(STEPS, "F", "rate"), "wrong", "Report F: its rate is tuned"),
    ("18.3", "('wider',)*6", "wrong", "Not every report"),
    ("18.3", "'wider'", "wrong", "Six words"),
    ("18.3", "('wider', 'enough')", "wrong", "!Got"),
    ("18.3", "...", "open", ""),
]

WINNER_HAD_MORE: list[Answer] = [
    ("18.5", repr(FIGHT), "right", ""),
    ("18.5", repr(list(FIGHT)), "right", ""),
    ("18.5", repr(tuple(word.upper() for word in FIGHT)), "right", ""),
    ("18.5", but(FIGHT, "A", "nothing"), "wrong", "between two layers of 64"),
    ("18.5", but(FIGHT, "A", "tries"), "wrong", "Comparison A: rates and seeds"),
    ("18.5", but(FIGHT, "B", "nothing"), "wrong", "how many rates"),
    ("18.5", but(FIGHT, "B", "steps"), "wrong", "Comparison B: epochs and batches"),
    ("18.5", but(FIGHT, "C", "nothing"), "wrong", "how often"),
    ("18.5", but(FIGHT, "C", "tries"), "wrong", "How many batches"),
    ("18.5", but(FIGHT, "D", "parameters"), "wrong", "4,435"),
    ("18.5", but(FIGHT, "D", "tries"), "wrong", "the same for both"),
    ("18.5", but(FIGHT, "E", "nothing"), "wrong", "who would win"),
    ("18.5", but(FIGHT, "E", "steps"), "wrong", "equally long"),
    ("18.5", "'tries'", "wrong", "Five words"),
    ("18.5", "...", "open", ""),
]

ANSWERS = [*WIDEST, *CHOOSE_RATE, *NEXT_STEPS, *DEEP, *WINNER_HAD_MORE]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answer(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
