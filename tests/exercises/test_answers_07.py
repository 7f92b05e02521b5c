"""What learners answer in notebook 07: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]


def start(
    W1: str = "2 * torch.rand(num_hidden, num_in, generator=generator) - 1",
    b1: str = "torch.zeros(num_hidden)",
    W2: str = "2 * torch.rand(1, num_hidden, generator=generator) - 1",
    b2: str = "torch.zeros(1)",
    first: str = "pass",
    last: str = "pass",
    result: str = "W1, b1, W2, b2",
) -> str:
    """A start with these four tensors, and with lines before and after them."""
    return f"""
def answer(num_in, num_hidden, generator):
    {first}
    W1 = {W1}
    b1 = {b1}
    W2 = {W2}
    b2 = {b2}
    {last}
    return {result}
"""


ZERO = "torch.zeros(num_hidden, num_in)"
ZERO_2 = "torch.zeros(1, num_hidden)"
GLOBAL = {"W1": "torch.randn(num_hidden, num_in)", "W2": "torch.randn(1, num_hidden)"}
START: list[Answer] = [
    ("7.1", start(), "right", ""),
    ("7.1", start(W2=ZERO_2), "right", ""),
    ("7.1", start(W1=ZERO), "right", ""),
    (
        "7.1",
        start(
            W1=f"{ZERO} + 0.5",
            W2=f"{ZERO_2} + 0.5",
            b1="torch.randn(num_hidden, generator=generator)",
        ),
        "right",
        "",
    ),
    ("7.1", start(W1="torch.rand(num_hidden, num_in, generator=generator)"), "right", ""),
    ("7.1", start(last="W1, b1, W2, b2 = (it.double() for it in (W1, b1, W2, b2))"), "right", ""),
    (
        "7.1",
        start(last="W1, W2 = nn.Parameter(W1), nn.Parameter(W2)", result="[W1, b1, W2, b2]"),
        "right",
        "",
    ),
    ("7.1", start(last="W1.normal_(generator=generator)"), "right", ""),
    ("7.1", start(W1="0.1 * torch.randn(num_hidden, num_in, generator=generator)"), "right", ""),
    ("7.1", start(W1=ZERO, W2=ZERO_2), "open", ""),
    ("7.1", start(W1=ZERO, W2=ZERO_2, last="torch.randn(3, generator=generator)"), "open", ""),
    (
        "7.1",
        start(W1="0 * torch.randn(num_hidden, num_in, generator=generator)", W2=ZERO_2),
        "open",
        "",
    ),
]
for code, word in [
    (start(W1=f"{ZERO} + 0.5", W2=f"{ZERO_2} + 0.5"), "alike"),
    (start(W1=f"{ZERO} + 1", W2=f"{ZERO_2} + 1"), "alike"),
    (
        start(W1=f"{ZERO} + torch.rand(1, generator=generator)", W2=f"{ZERO_2} + 0.5"),
        "a number was drawn",
    ),
    (
        start(
            W1="torch.rand(1, num_in, generator=generator).repeat(num_hidden, 1)",
            W2=f"{ZERO_2} + 0.5",
        ),
        "a number was drawn",
    ),
    (start(**GLOBAL), "from which generator"),
    (start(W1=GLOBAL["W1"]), "from which generator"),
    (start(first="generator = torch.Generator().manual_seed(3)"), "whatever generator"),
    (start(first="torch.manual_seed(3)", **GLOBAL), "whatever generator"),
    (start(first="torch.manual_seed(generator.initial_seed())", **GLOBAL), "called twice"),
    (start(first="generator.manual_seed(generator.initial_seed())"), "called twice"),
    (
        start(first="generator = torch.Generator().manual_seed(generator.initial_seed())"),
        "called twice",
    ),
    (
        start(
            W1="torch.linspace(-1, 1, num_hidden * num_in).reshape(num_hidden, num_in)",
            W2="torch.linspace(-1, 1, num_hidden)[None] + 0.05",
        ),
        "whatever generator",
    ),
    (
        start(
            W1="torch.from_numpy(np.random.default_rng(1).normal(size=(num_hidden, num_in))).float()",
            W2="torch.ones(1, num_hidden)",
        ),
        "whatever generator",
    ),
    (
        start(W1=ZERO, W2=ZERO_2, b2="torch.rand(1, generator=generator)"),
        "only the last|stay at zero",
    ),
    (start(last="W1, W2 = 1000 * W1, W2"), "curve of tanh"),
    (start(last="W1, W2 = 1e-9 * W1, 1e-9 * W2"), "next to nothing"),
    (start(last="W1, W2 = 1e-10 * W1, 1e-10 * W2"), "next to nothing"),
    (start(last="W1[0] = 0; W2[:, 0] = 0"), "gets no gradient"),
    (start(last="W1[-1] = 0; W2[:, -1] = 0"), "gets no gradient"),
    (
        start(last="W1[num_hidden // 2:] = W1[:num_hidden - num_hidden // 2]; W2[:] = 0.5"),
        "same numbers",
    ),
    (start(last="W1 = W1.sign(); W2 = W2.sign()"), "same numbers"),
    (start(last="W1 = W1 / 0; W2 = W2 / 0"), "nan"),
    (start(last="W1 = W1 * float('nan')"), "nan"),
    (
        start(
            W1="torch.randint(-5, 5, (num_hidden, num_in), generator=generator)",
            W2="torch.randint(-5, 5, (1, num_hidden), generator=generator)",
        ),
        "whole numbers",
    ),
    (start(last="W1 = W1.T"), "W1. has its axes"),
    (start(last="W2 = W2.T"), "W2. has its axes"),
    (start(last="W1 = W1.T; W2 = W2.T"), "both weights"),
    (start(W2="2 * torch.rand(num_hidden, generator=generator) - 1"), "lost an axis"),
    (start(b2="torch.tensor(0.0)"), "b2. has lost"),
    (start(b2="torch.tensor(0.0)", W2="torch.rand(num_hidden, generator=generator)"), "lost"),
    (start(b1="torch.zeros(1, num_hidden)"), "axis too many"),
    (start(b1="torch.zeros(num_hidden, 1)"), "column"),
    (start(first="num_in, num_hidden = 1, 16"), "whatever is asked for"),
    (start(result="W1, W2, b1, b2"), "order"),
    (start(result="W1, b1, W2"), "!of 3|three|3 times|tuple"),
    (start(result="W1"), "!wanted"),
    (start(W1="torch.randn(num_in, num_hidden, generator=generator)"), "W1. has its axes"),
    (start(result="None"), "!`return`"),
]:
    START.append(("7.1", code, "wrong", word))

VARIANCE: list[Answer] = [
    ("7.2", code, "right", "")
    for code in (
        "1024",
        "(100 * 0.02) ** 10",
        "1023.9999",
        "torch.tensor([1024.0])",
        "np.longdouble(1024)",
        "__import__('fractions').Fraction(2) ** 10",
        "math.exp(10 * math.log(2))",
        "np.prod([100 * 0.02] * 10)",
        "torch.full((10,), 2.0).prod()",
    )
]
for code, word in [
    ("2", "first layer"),
    ("20", "each layer added"),
    ("10 * 100 * 0.02", "each layer added"),
    ("32", "standard deviation"),
    ("math.sqrt(2) ** 10", "standard deviation"),
    ("0.02**10", "how many products"),
    ("2.0**9", "too few"),
    ("2.0**11", "too many"),
    ("1.0", "stay 1"),
    ("4.0**10", "by 4"),
    ("(200 * 0.02) ** 10", "by 4"),
    ("(100 * 100 * 0.02) ** 10", "by 200"),
    ("10 * 0.02", "ten times"),
    ("10**2", "square of 10"),
    ("2 ^ 10", "no power"),
    ("3**10", "on top"),
    ("1.02**10", "grow"),
    ("sum(2**k for k in range(1, 11))", "adds up"),
    ("sum(2**k for k in range(10))", "adds up"),
    ("(100 * 0.02 / 3) ** 10", "third"),
    ("(100 * 0.02**2) ** 10", "squared"),
    ("(100 * 0.02**0.5) ** 10", "root of 0.02"),
    ("100 * 0.02**10", "one layer only"),
    ("(0.02 / 100) ** 10", "divided"),
    ("(math.sqrt(100) * 0.02) ** 10", "root of the 100"),
    ("1000", "rounded"),
    ("-1024", "sign"),
    ("1 / 1024", "upside down|divided by"),
    ("math.log(1024)", "logarithm"),
    ("1024 * 100", "hundred times"),
    ("512 * 4", "too many"),
    ("871.3", "!another number"),
    ("'1024'", "!without quotes"),
    ("tuple(2**k for k in range(1, 11))", "!wanted a number"),
    ("lambda: 1024", "!wanted a number"),
]:
    VARIANCE.append(("7.2", code, "wrong", word))

XAVIER: list[Answer] = [
    ("7.3", f"lambda num_in, num_out: {code}", "right", "")
    for code in (
        "math.sqrt(6 / (num_in + num_out))",
        "(6 / (num_in + num_out)) ** 0.5",
        "math.sqrt(3) * math.sqrt(2 / (num_in + num_out))",
        "torch.tensor(6 / (num_in + num_out)).sqrt()",
        "np.sqrt(np.longdouble(6) / (num_in + num_out))",
        "math.sqrt(3 / ((num_in + num_out) / 2))",
        "torch.sqrt(torch.tensor([6 / (num_in + num_out)]))[0]",
    )
]
for code, word in [
    ("2 / (num_in + num_out)", "variance"),
    ("math.sqrt(2 / (num_in + num_out))", "standard deviation"),
    ("6 / (num_in + num_out)", "square"),
    ("math.sqrt(3 / num_in)", "inputs alone"),
    ("math.sqrt(3 / num_out)", "outputs alone"),
    ("math.sqrt(6 / num_in)", "became of b"),
    ("math.sqrt(6 / num_out)", "became of a"),
    ("math.sqrt(3 / (num_in + num_out))", "half of what"),
    ("math.sqrt(2 / (3 * (num_in + num_out)))", "wrong side"),
    ("math.sqrt(6 / (num_in * num_out))", "multiplied"),
    ("2 * math.sqrt(6 / (num_in + num_out))", "whole width"),
    ("math.sqrt(12 * 2 / (num_in + num_out))", "whole width"),
    ("1 / math.sqrt(num_in)", "inputs only"),
    ("3 * math.sqrt(2 / (num_in + num_out))", "outside the root"),
    ("math.sqrt(4 / (num_in + num_out))", "variance"),
    ("math.sqrt(1 / (num_in + num_out))", "which variance"),
    ("math.sqrt(6) / (num_in + num_out)", "too early"),
    ("math.sqrt(6 / num_in + num_out)", "brackets"),
    ("6 // (num_in + num_out)", "//|dropped|drops|rounded"),
    ("math.sqrt(6 // (num_in + num_out))", "drops"),
    ("math.sqrt((num_in + num_out) / 6)", "the larger the network"),
    ("5 / 3 * math.sqrt(6 / (num_in + num_out))", "gain"),
    ("math.sqrt(2) * math.sqrt(6 / (num_in + num_out))", "gain"),
    ("math.sqrt(12 / (num_in + num_out))", "4/|gain"),
    ("math.sqrt(3 / math.sqrt(num_in * num_out))", "multiplied"),
    ("math.sqrt(3 * (1 / num_in + 1 / num_out) / 2)", "middle"),
    ("(math.sqrt(3 / num_in) + math.sqrt(3 / num_out)) / 2", "averaged"),
    ("math.sqrt(6 / abs(num_in - num_out))", "from each other"),
    ("nn.init.xavier_uniform_(torch.empty(num_out, num_in)).abs().max()", "below the bound"),
    ("nn.init.xavier_uniform_(torch.empty(num_in, num_out)).abs().max()", "below the bound"),
    ("nn.init.xavier_uniform_(torch.empty(num_out, num_in))", "!number"),
    ("(-math.sqrt(6 / (num_in + num_out)), math.sqrt(6 / (num_in + num_out)))", "both ends"),
    ("[math.sqrt(6 / (num_in + num_out))]", "!list"),
    ("round(math.sqrt(6 / (num_in + num_out)), 2)", "rounded"),
    ("-math.sqrt(6 / (num_in + num_out))", "sign"),
    ("0.0775", "whatever|the same"),
    ("math.sqrt(3 / max(num_in, num_out))", "larger"),
    ("math.sqrt(6 / (num_in + num_out)) / 2", "smaller than"),
    ("math.sqrt(6 / (num_in + num_in))", "inputs alone"),
    ("f'{math.sqrt(6 / (num_in + num_out))}'", "!wanted"),
]:
    XAVIER.append(("7.3", f"lambda num_in, num_out: {code}", "wrong", word))
XAVIER.append(("7.3", "0.0775", "wrong", "!wanted a function"))


def gain(code: str, draw: str = "zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)") -> str:
    """A gain from `zeta`, its shares and what the activation makes of it."""
    return f"""
def answer(activation):
    {draw}
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return {code}
"""


MANY = "zeta = torch.randn({}, generator=torch.Generator().manual_seed(1))"
GAIN: list[Answer] = [
    ("7.4", gain("1 / math.sqrt((share * out**2).sum())"), "right", ""),
    ("7.4", gain("(share * out**2).sum().rsqrt()"), "right", ""),
    ("7.4", gain("1 / out.square().mean().sqrt()", MANY.format("1_000_000")), "right", ""),
    ("7.4", gain("1 / np.sqrt(np.average(out.numpy() ** 2, weights=share.numpy()))"), "right", ""),
    (
        "7.4",
        gain("1 / math.sqrt(out.var() + out.mean() ** 2)", MANY.format("1_000_000")),
        "right",
        "",
    ),
    (
        "7.4",
        gain(
            "1 / (torch.exp(-zeta**2 / 2) * out**2 / math.sqrt(2 * math.pi) * 0.008).sum().sqrt()"
        ),
        "right",
        "",
    ),
]
for code, word in [
    ("1 / (share * out**2).sum()", "g²"),
    ("(share * out**2).sum().sqrt()", "leaves over"),
    ("(share * out**2).sum()", "half in the case"),
    ("1 / math.sqrt((share * out**2).sum() - (share * out).sum() ** 2)", "mean 0"),
    ("1 / math.sqrt((out**2).mean())", "near 8"),
    ("1 / out.std()", "spread"),
    ("1 / math.sqrt((share * out**2).mean())", "once more"),
    ("1 / (share * out.abs()).sum()", "size"),
    ("1 / math.sqrt((share * activation(zeta**2)).sum())", "squared first"),
    ("1 / math.sqrt((share * out).sum() ** 2)", "mean was squared"),
    ("1 / math.sqrt(((share * out) ** 2).sum())", "shares were squared"),
    ("1 / math.sqrt((activation(share * zeta) ** 2).sum())", "went through"),
    ("1 / math.sqrt((torch.exp(-zeta**2 / 2) * out**2).sum())", "even the identity"),
    (
        "1 / math.sqrt((torch.exp(-zeta**2 / 2) / math.sqrt(2 * math.pi) * out**2).sum())",
        "even the identity",
    ),
    ("1 / math.sqrt((share * (out > 0)).sum())", "how many"),
    ("1 / math.sqrt((share * activation(out) ** 2).sum())", "twice"),
    ("1 / math.sqrt((share * activation(3 * zeta) ** 2).sum())", "even the identity"),
    ("math.sqrt(2)", "whatever activation"),
    ("1 / out.square().sqrt()", "for each ζ"),
    ("2 / math.sqrt((share * out**2).sum())", "more than 1"),
    ("-1 / math.sqrt((share * out**2).sum())", "sign"),
    ("1 / math.sqrt(2 * (share * out**2).sum())", "!wanted"),
    ("[1 / math.sqrt((share * out**2).sum())]", "!list"),
    ("activation(zeta.tolist())", "!raised"),
    ("None", "!`return`"),
]:
    GAIN.append(("7.4", gain(code), "wrong", word))
GAIN += [
    (
        "7.4",
        gain("1 / out.square().mean().sqrt()", "zeta = torch.rand(1_000_000)"),
        "wrong",
        "rand",
    ),
    (
        "7.4",
        gain("1 / out.square().mean().sqrt()", "zeta = 2 * torch.rand(1_000_000) - 1"),
        "wrong",
        "variance 1",
    ),
    (
        "7.4",
        gain("1 / out.square().mean().sqrt()", "zeta = 3 * torch.randn(1_000_000)"),
        "wrong",
        "even the identity",
    ),
    ("7.4", gain("1 / out.square().mean().sqrt()", MANY.format(1000)), "wrong", "nearly"),
    ("7.4", gain("1 / out.square().mean().sqrt()", MANY.format(300)), "wrong", "nearly"),
    ("7.4", gain("1 / out.square().mean()", MANY.format(1_000_000)), "wrong", "g²"),
    ("7.4", gain("out.square().mean().sqrt()", MANY.format(1_000_000)), "wrong", "leaves over"),
    ("7.4", gain("1 / out.std()", MANY.format(1_000_000)), "wrong", "mean 0"),
    ("7.4", gain("1 / out.abs().mean()", MANY.format(1_000_000)), "wrong", "size"),
    (
        "7.4",
        """
def answer(activation):
    return {'relu': math.sqrt(2), 'tanh': 1.5925}.get(activation.__name__, 1.0)
""",
        "wrong",
        "!",
    ),
    (
        "7.4",
        """
def answer(activation):
    z = torch.tensor(0.0, requires_grad=True)
    return 1 / torch.autograd.grad(activation(z), z)[0]
""",
        "wrong",
        "!",
    ),
]

NORM = "norm = sum(g.square().sum() for g in grads).sqrt()"


def clip(result: str, norm: str = NORM) -> str:
    """An answer with this norm and this result."""
    return f"""
def answer(grads, max_norm):
    {norm}
    return {result}
"""


ONE_FACTOR = "[g * (max_norm / norm).clamp(max=1) for g in grads]"
CLIP: list[Answer] = [
    ("7.5", clip(ONE_FACTOR), "right", ""),
    ("7.5", clip(ONE_FACTOR, "norm = torch.stack([g.norm() for g in grads]).norm()"), "right", ""),
    ("7.5", clip("[g / max(1, norm / max_norm) for g in grads]"), "right", ""),
    ("7.5", clip("[g * min(1.0, max_norm / (norm + 1e-6)) for g in grads]"), "right", ""),
    (
        "7.5",
        clip("tuple((g * max_norm / norm if norm > max_norm else 1 * g).numpy() for g in grads)"),
        "right",
        "",
    ),
    (
        "7.5",
        clip("[g * max_norm / norm if norm >= max_norm else g.clone() for g in grads]"),
        "right",
        "",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    params = [nn.Parameter(torch.zeros_like(g)) for g in grads]
    for p, g in zip(params, grads):
        p.grad = g.clone()
    nn.utils.clip_grad_norm_(params, max_norm)
    return [p.grad for p in params]
""",
        "right",
        "",
    ),
    (
        "7.5",
        clip("torch._foreach_mul(grads, min(1.0, max_norm / max(norm.item(), 1e-9)))"),
        "right",
        "",
    ),
]
for code, word in [
    (
        clip(
            "[g * min(1.0, max_norm / norm) for g in grads]",
            "norm = math.sqrt(sum((g**2).sum().item() for g in grads))",
        ),
        "divided by",
    ),
    (clip("[g / norm * norm.clamp(max=max_norm) for g in grads]"), "nan"),
    (clip("grads if norm <= max_norm else [g * max_norm / norm for g in grads]"), "themselves"),
    (clip("[g * max_norm / norm if norm > max_norm else g for g in grads]"), "themselves"),
    (clip("[g * max_norm / norm if norm > max_norm else g.detach() for g in grads]"), "themselves"),
    (
        clip("[g * max_norm / norm if norm > max_norm else g.view_as(g) for g in grads]"),
        "themselves",
    ),
    (
        clip("[g * min(1, max_norm / g.norm().item()) if g.norm() else 1 * g for g in grads]"),
        "factor of its own",
    ),
    (clip("[g.clamp(-max_norm, max_norm) for g in grads]"), "cut by itself"),
    (clip("[g.clamp(max=max_norm) for g in grads]"), "!wanted"),
    (clip("[g * max_norm / norm for g in grads]"), "stretched"),
    (clip("[g / norm if norm > max_norm else 1 * g for g in grads]"), "1 long"),
    (clip(ONE_FACTOR, "norm = sum(g.square().sum() for g in grads)"), "square of the norm"),
    (clip(ONE_FACTOR, "norm = sum(g.norm() for g in grads)"), "added"),
    (clip(ONE_FACTOR, "norm = sum(g.abs().sum() for g in grads)"), "sizes"),
    (clip(ONE_FACTOR, "norm = max(g.abs().max() for g in grads)"), "largest entry"),
    (clip(ONE_FACTOR, "norm = max(g.norm() for g in grads)"), "longest"),
    (clip(ONE_FACTOR, "norm = grads[0].norm()"), "first tensor"),
    (clip(ONE_FACTOR, "norm = grads[-1].norm()"), "last tensor"),
    (clip(ONE_FACTOR, "norm = torch.stack([g.norm() for g in grads]).mean()"), "averaged"),
    (clip(ONE_FACTOR, "norm = sum(g.square().mean() for g in grads).sqrt()"), "mean"),
    (
        clip(ONE_FACTOR, "norm = torch.cat([g.flatten() for g in grads]).square().mean().sqrt()"),
        "mean",
    ),
    (clip("[g * (norm / max_norm).clamp(min=1) for g in grads]"), "longer still"),
    (clip("[g * (norm / max_norm).clamp(max=1) for g in grads]"), "shortened"),
    (clip("[g * (max_norm / norm).clamp(min=1) for g in grads]"), "which way"),
    (
        clip("[g * max_norm / norm if norm < max_norm else 1 * g for g in grads]"),
        "which way",
    ),
    (clip("[g * max_norm / norm if norm > 1 else 1 * g for g in grads]"), "compared with 1"),
    (clip("[g * (1 / norm).clamp(max=1) for g in grads]"), "clipped to 1"),
    (clip("[g * max_norm / norm if norm > max_norm**2 else 1 * g for g in grads]"), "wrong cases"),
    (clip("[g * max_norm / norm if norm**2 > max_norm else 1 * g for g in grads]"), "wrong cases"),
    (clip("[g * (max_norm / norm).clamp(max=1) ** 2 for g in grads]"), "twice"),
    (clip("[g * (max_norm / norm).clamp(max=1).sqrt() for g in grads]"), "root of the factor"),
    (
        clip("[grads[0] * (max_norm / norm).clamp(max=1), *[1 * g for g in grads[1:]]]"),
        "only the first",
    ),
    (clip("[g - (norm - max_norm).clamp(min=0) for g in grads]"), "taken off"),
    (clip("[torch.zeros_like(g) if norm > max_norm else 1 * g for g in grads]"), "becomes 0"),
    (clip("[1 * g for g in grads]"), "come back as they were"),
    (clip("[g * max_norm if norm > max_norm else 1 * g for g in grads]"), "multiplied with"),
    (
        clip("torch.cat([(g * (max_norm / norm).clamp(max=1)).flatten() for g in grads])"),
        "one long",
    ),
    (clip("[(g * (max_norm / norm).clamp(max=1)).flatten() for g in grads]"), "flat"),
    (clip("(max_norm / norm).clamp(max=1)"), "factor"),
    (clip("norm"), "norm before"),
    (clip("(norm, [g * (max_norm / norm).clamp(max=1) for g in grads])"), "!got"),
    (clip("(g * (max_norm / norm).clamp(max=1) for g in grads)"), "!generator|wanted"),
    (clip("[g.mul_((max_norm / norm).clamp(max=1)) for g in grads]"), "gradients have changed"),
    (
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    for i in range(len(grads)):
        grads[i] = grads[i] * (max_norm / norm).clamp(max=1)
    return grads
""",
        "!an assignment to an entry",
    ),
    (
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    for g in grads:
        return [g * (max_norm / norm).clamp(max=1)]
""",
        "inside the loop",
    ),
    (
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    if norm > max_norm:
        return [g * max_norm / norm for g in grads]
""",
        "!`return`",
    ),
    (
        """
def answer(grads, max_norm):
    grads = [g.clone() for g in grads]
    for g in grads:
        norm = sum(h.square().sum() for h in grads).sqrt()
        g *= (max_norm / norm).clamp(max=1)
    return grads
""",
        "anew",
    ),
    (
        """
def answer(grads, max_norm):
    for i in range(len(grads)):
        grads[i] = None
    return grads
""",
        "!changed what it was given",
    ),
    ("lambda grads, max_norm: nn.utils.clip_grad_norm_(grads, max_norm)", "!wanted"),
]:
    CLIP.append(("7.5", code, "wrong", word))

R, L, S, K = "'rate'", "'large'", "'small'", "'alike'"
DIAGNOSES: list[Answer] = [
    ("7.6", code, "right", "")
    for code in (
        f"({R}, {K}, {S})",
        f"[{R}, {K}, {S}]",
        f"np.array([{R}, {K}, {S}])",
        f"tuple(np.array([{R}, {K}, {S}]))",
        "('Rate', 'ALIKE', ' small ')",
        "tuple('rate alike small'.split())",
    )
]
for code, word in [
    (f"({L}, {K}, {S})", "before the first step"),
    (f"({S}, {K}, {R})", "in order"),
    (f"({K}, {S}, {L})", "order of the task"),
    (f"({R}, {K}, {R})", "three rates"),
    (f"({R}, {K}, {L})", "hardly differ"),
    (f"({R}, {K}, {K})", "at any rate"),
    (f"({R}, {S}, {S})", "at work"),
    (f"({R}, {R}, {S})", "falls and stays"),
    (f"({R}, {L}, {S})", "without end"),
    (f"({K}, {K}, {S})", "up to a point"),
    (f"({S}, {K}, {S})", "layer 12"),
    (f"({L}, {K}, {R})", "."),
    (f"({L}, {R}, {S})", "."),
    (f"({R}, {S}, {K})", "."),
    (f"({R}, 'symmetry', {S})", "!none of the words on offer"),
    (f"({R}, {K}, 'vanishing')", "!none of the words on offer"),
    (f"({R}, {K})", "!these are 2"),
    (f"(('A', {R}), ('B', {K}), ('C', {S}))", "!entry 1: wanted a word"),
    ("'rate, alike, small'", "!wanted a tuple"),
]:
    DIAGNOSES.append(("7.6", code, "wrong", word))


def patient(
    fill: str = "nn.init.kaiming_uniform_(layer.weight, generator=generator)",
    lr: str = "0.01",
    step: str = "optimizer.step()",
    result: str = "model",
    epochs: str = "100",
    optimizer: str = "SGD",
) -> str:
    """A run of exercise 7.7 with this start, this rate, and these other lines."""
    return f"""
def answer(model, X, y, generator):
    for layer in model:
        if isinstance(layer, nn.Linear):
            {fill}
    optimizer = torch.optim.{optimizer}(model.parameters(), lr={lr})
    for _ in range({epochs}):
        loss = ((model(X) - y) ** 2).mean()
        loss.backward()
        {step}
        optimizer.zero_grad()
    return {result}
"""


GIVEN = "nn.init.kaiming_uniform_(layer.weight, a=math.sqrt(5), generator=generator)"
XAVIER_FILL = "nn.init.xavier_uniform_(layer.weight, generator=generator)"
CLIPPED = "nn.utils.clip_grad_norm_(model.parameters(), 1.0); optimizer.step()"
PATIENT: list[Answer] = [
    ("7.7", code, "right", "")
    for code in (
        patient(),
        patient(lr="0.003"),
        patient("nn.init.kaiming_normal_(layer.weight, generator=generator)"),
        patient("nn.init.kaiming_uniform_(layer.weight, a=0.01, generator=generator)"),
        patient("nn.init.kaiming_uniform_(layer.weight, nonlinearity='relu')"),
        patient("layer.weight.data *= math.sqrt(6)"),
        patient(XAVIER_FILL.replace("weight,", "weight, gain=math.sqrt(2),"), lr="0.005"),
        patient("nn.init.orthogonal_(layer.weight, gain=math.sqrt(2), generator=generator)"),
        patient(lr="0.1", step=CLIPPED),
        patient(lr="0.001", optimizer="Adam"),
        patient("nn.init.kaiming_normal_(layer.weight); nn.init.zeros_(layer.bias)", lr="0.003"),
    )
]
PATIENT += [
    ("7.7", patient(GIVEN, lr="0.1"), "open", ""),
    ("7.7", patient(GIVEN, lr="0.1", step=CLIPPED), "open", ""),  # there is nothing to clip
    ("7.7", patient("pass", lr="0.1"), "open", ""),
]
for code, word in [
    (patient(lr="0.1"), "a second fault"),
    (patient("nn.init.kaiming_normal_(layer.weight, generator=generator)", lr="1"), "second fault"),
    (patient(GIVEN), "steps are shorter now"),
    (patient(GIVEN, lr="0.001"), "steps are shorter now"),
    (patient("pass"), "steps are shorter now"),
    (patient(lr="1e-7"), "hardly fallen|step"),
    (patient(step="pass"), "hardly fallen|step"),
    (patient(XAVIER_FILL), "gain 1"),
    (patient("nn.init.kaiming_uniform_(layer.weight, a=1, generator=generator)"), "gain 1"),
    (patient(GIVEN, lr="0.001", optimizer="Adam"), "treats a symptom"),
    (patient("nn.init.normal_(layer.weight, std=1.0, generator=generator)"), "too large"),
    (patient("nn.init.uniform_(layer.weight, -1, 1, generator=generator)"), "too large"),
    (patient("nn.init.constant_(layer.weight, 0.1)"), "equal"),
    (patient("nn.init.zeros_(layer.weight)"), "equal"),
    (patient(result="loss"), "in place of the model"),
    (patient(result="None"), "!`return`"),
    (patient("layer.weight.data /= 0"), "nan|too large"),
]:
    PATIENT.append(("7.7", code, "wrong", word))

# Answers that were tried when the hints stood, and showed what was missing.
UNSEEN: list[Answer] = [
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g * (max_norm - norm) / norm if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "The factor is below 0, and",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g * max_norm / (norm + max_norm) for g in grads]
""",
        "wrong",
        "Everything is shortened here, what is",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g / max_norm if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "Long gradients are divided by `max_norm`\\.",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.sum() ** 2 for g in grads).sqrt()
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "The entries were added first and",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.sum() for g in grads)
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "The entries were added with their",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = torch.cat([g.flatten() for g in grads]).std()
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "The standard deviation stands for the",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [(g * (max_norm / norm).clamp(max=1)).abs() for g in grads]
""",
        "wrong",
        "The signs are lost, and with",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [torch.sign(g) * max_norm if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "Each entry that is not 0",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g.clamp(-max_norm, max_norm) if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "Here each entry is cut by",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g * 0.5 if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "What is too long is halved,",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g * (max_norm / norm).clamp(max=1) for g in grads[1:]]
""",
        "wrong",
        "The first gradient is missing in",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = min(g.norm() for g in grads[:])
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "The norm of the shortest tensor",
    ),
    ("7.2", "2.0**100", "wrong", "A power of 100: is that"),
    ("7.2", "10 * 2.0**10", "wrong", "This is ten times what leaves"),
    ("7.2", "0.02 * 100**10", "wrong", "The variance of the weights is"),
    ("7.2", "(1 + 100 * 0.02) ** 10", "wrong", "Here each layer adds its factor"),
    ("7.2", "1024**2", "wrong", "Here each layer multiplies the variance"),
    ("7.2", "0.5**10", "wrong", "This is one divided by what"),
    ("7.2", "math.log2(1024)", "wrong", "10 is how many layers there"),
    ("7.2", "2.0**10 * 0.02", "wrong", "The variance of a weight is"),
    ("7.2", "1 + 10 * 2", "wrong", "Here each layer adds 2 to"),
    ("7.2", "100.0**10", "wrong", "Only the inputs are counted here\\."),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(3) / math.sqrt(num_in + num_out) * 2",
        "wrong",
        "This is √2 times too large:",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(12 / (num_in + num_out)) / 2 * 1.0 * 3",
        "wrong",
        "The variance of these weights comes",
    ),
    (
        "7.3",
        "lambda num_in, num_out: 2 / math.sqrt(num_in + num_out)",
        "wrong",
        "Numbers uniform in \\[−c, c\\] have",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(6 / (num_in + num_out + 1))",
        "wrong",
        "The variance of these weights comes",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(6 / (num_in * num_in + num_out * num_out))",
        "wrong",
        "With a larger network this bound",
    ),
    (
        "7.3",
        "lambda num_in, num_out: (2 / (num_in + num_out)) ** 2",
        "wrong",
        "With a larger network this bound",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(3 * 2 / num_in) * math.sqrt(3 * 2 / num_out)",
        "wrong",
        "With a larger network this bound",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(6) / math.sqrt(num_in) + math.sqrt(6) / math.sqrt(num_out)",
        "wrong",
        "The variance of these weights comes",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.sqrt(2 * 3 / num_out + num_in)",
        "wrong",
        "With inputs and outputs exchanged the",
    ),
    (
        "7.3",
        "lambda num_in, num_out: math.cbrt(6 / (num_in + num_out)) if hasattr(math,'cbrt') else 0",
        "wrong",
        "With a larger network this bound",
    ),
    (
        "7.3",
        "lambda num_in, num_out: 1 / math.sqrt(num_in + num_out) ** 2",
        "wrong",
        "With a larger network this bound",
    ),
    (
        "7.3",
        "lambda num_in, num_out: 3 * 2 / (num_in + num_out)",
        "wrong",
        "This is the square of the",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((share * out**4).sum())
""",
        "wrong",
        "Half the outputs need twice the",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return math.sqrt((share * zeta**2).sum()) / (share * out.abs()).sum()
""",
        "wrong",
        "This averages the size of the",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / (share * out.std()).sum()
""",
        "wrong",
        "This asks how far the outputs",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((share * out**2).max())
""",
        "wrong",
        "Even the identity gets more than",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-1, 1, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((share * out**2).sum())
""",
        "wrong",
        "Even the identity gets more than",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(0, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((share * out**2).sum())
""",
        "wrong",
        "Only positive ζ count here\\. For",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((share * out**2).sum()) ** 0.5
""",
        "wrong",
        "This is the root of what",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 - math.sqrt((share * out**2).sum())
""",
        "wrong",
        "Even the identity gets less than",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / math.sqrt((out**2).sum())
""",
        "wrong",
        "Even the identity gets less than",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.randn(50, generator=torch.Generator().manual_seed(2))
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return 1 / out.square().mean().sqrt()
""",
        "wrong",
        "Nearly: with N random numbers the",
    ),
    (
        "7.4",
        """
def answer(activation):
    zeta = torch.linspace(-8, 8, 2001, dtype=torch.float64)
    share = torch.softmax(-(zeta**2) / 2, dim=0)
    out = activation(zeta)
    return math.sqrt(2 * (share * out**2).sum())
""",
        "wrong",
        "The smaller the outputs, the smaller",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads) / 2
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "What was too long is now",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum().sqrt() for g in grads[:1])
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "The norm of the first tensor",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g - g.mean() for g in grads]
""",
        "wrong",
        "The gradients are not all multiplied",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [torch.tanh(g / max_norm) * max_norm for g in grads]
""",
        "wrong",
        "The gradients are not all multiplied",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.pow(3).sum() for g in grads).abs() ** (1/3)
    return [g * (max_norm / norm).clamp(max=1) for g in grads]
""",
        "wrong",
        "What was too long is clipped,",
    ),
    (
        "7.5",
        """
def answer(grads, max_norm):
    norm = sum(g.square().sum() for g in grads).sqrt()
    return [g * (max_norm / norm) ** 2 if norm > max_norm else 1 * g for g in grads]
""",
        "wrong",
        "What was too long is too",
    ),
]

ANSWERS = [*START, *VARIANCE, *XAVIER, *GAIN, *CLIP, *DIAGNOSES, *PATIENT, *UNSEEN]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answer(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
