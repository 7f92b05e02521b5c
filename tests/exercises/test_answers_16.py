"""What learners answer in notebook 16: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]

ZEROS = """
def answer(h, h_after, p):
    {alive}
    n = {n}
    k = {k}
    return {end}
"""


def zeros(
    alive: str = "alive = h != 0",
    n: str = "alive.sum().item()",
    k: str = "(h_after[alive] == 0).sum().item()",
    end: str = "(k - n * p) / math.sqrt(n * p * (1 - p))",
) -> str:
    """An answer to 16.1."""
    return ZEROS.format(alive=alive, n=n, k=k, end=end)


Z_TO_MEND: list[Answer] = [
    ("16.1", zeros(), "right", ""),
    ("16.1", zeros(n="torch.count_nonzero(h).item()"), "right", ""),
    ("16.1", zeros(k="((h != 0) & (h_after == 0)).sum()"), "right", ""),
    (
        "16.1",
        zeros("h_after = h_after[h != 0]", "len(h_after)", "(h_after == 0).sum()"),
        "right",
        "",
    ),
    ("16.1", zeros(n="len(h)", k="(h_after == 0).sum().item()"), "open", ""),
    ("16.1", zeros(n="len(h_after)"), "wrong", "`num_units` is still that of all"),
    ("16.1", zeros(n="(h_after != 0).sum().item()"), "wrong", "it counts the survivors"),
    ("16.1", zeros(k="(h_after == 0).sum().item()"), "wrong", "zeros that were there before"),
    ("16.1", zeros("alive = h > 0"), "wrong", ""),
    ("16.1", zeros(k="(h_after[alive] != 0).sum().item()"), "wrong", "counts the survivors"),
    ("16.1", zeros(end="k / n"), "wrong", "This is the share"),
    ("16.1", zeros(end="(k - n * p) / (n * p * (1 - p))"), "wrong", "divided by the variance"),
    ("16.1", zeros(end="k - n * p"), "wrong", "How many standard deviations"),
    ("16.1", zeros(end="abs(k - n * p) / math.sqrt(n * p * (1 - p))"), "wrong", "sign is lost"),
    ("16.1", zeros(end="(n * p - k) / math.sqrt(n * p * (1 - p))"), "wrong", "wrong way round"),
    (
        "16.1",
        zeros(end="(k - n * p) / math.sqrt(len(h) * p * (1 - p))"),
        "wrong",
        "standard deviation for all entries",
    ),
    ("16.1", zeros("left = h[h_after != 0]", "len(left)", "(left == 0).sum()"), "wrong", ""),
    ("16.1", "def answer(h, h_after, p): ...", "open", ""),
    ("16.1", zeros(end="None"), "wrong", "!got None"),
]

SIX = """
def answer(shuffle, generator):
    import itertools
    counts = {{order: 0 for order in itertools.permutations(range(3))}}
    for _ in range({draws}):
        order = tuple(shuffle(3, generator).tolist())
        {unknown}
        counts[order] = counts.get(order, 0) + 1
    sd = math.sqrt({draws} / 6 * 5 / 6)
    {end}
"""
LOOK = "return any(abs(counts[o] - {draws} / 6) > {limit} * sd for o in {orders})"


def six(
    draws: int = 1000,
    limit: float = 5,
    unknown: str = "if order not in counts: return True",
    orders: str = "counts",
) -> str:
    """An answer to 16.2."""
    end = LOOK.format(draws=draws, limit=limit, orders=orders)
    return SIX.format(draws=draws, unknown=unknown, end=end)


SEEN = """
def answer(shuffle, generator):
    from collections import Counter
    counts = Counter(tuple(shuffle(3, generator).tolist()) for _ in range(1000))
    if any(sorted(order) != [0, 1, 2] for order in counts):
        return True
    return {end}
"""
PLACES = """
def answer(shuffle, generator):
    draws = torch.stack([shuffle(3, generator) for _ in range(1000)])
    if (draws.sort(dim=1).values != torch.arange(3)).any():
        return True
    for place in range({places}):
        for number in range(3):
            count = (draws[:, place] == number).sum().item()
            if abs(count - 1000 / 3) > 5 * math.sqrt(1000 / 3 * 2 / 3):
                return True
    return False
"""
SEEN_ONLY = "[o for o in counts if counts[o]]"
MISSING = "If one never comes, the other five"
FINDS_FAULT: list[Answer] = [
    ("16.2", six(), "right", ""),
    ("16.2", six(3000, 4), "right", ""),
    ("16.2", six(unknown="pass"), "right", ""),
    ("16.2", SEEN.format(end="len(counts) < 6 or max(counts.values()) > 230"), "right", ""),
    ("16.2", six(1000, 3), "right", ""),
    (
        "16.2",
        six().replace("shuffle(3, generator)", "shuffle(3, torch.Generator().manual_seed(0))"),
        "wrong",
        "!wanted `shuffle` to draw from the generator",
    ),
    ("16.2", six(1000, 1), "wrong", "right shuffles do as well"),
    ("16.2", six(1000, 2), "wrong", "a suite of six tests"),
    ("16.2", six(2000, 2), "wrong", "a suite of six tests"),
    (
        "16.2",
        six(1000, 5, "if sorted(order) != [0, 1, 2]: return True", SEEN_ONLY),
        "wrong",
        MISSING,
    ),
    ("16.2", six(10, 5), "wrong", "Too few draws"),
    ("16.2", SEEN.format(end="False"), "wrong", "notices lost numbers, and nothing else"),
    ("16.2", SEEN.format(end="max(counts.values()) > 230"), "wrong", MISSING),
    ("16.2", SEEN.format(end="min(counts.values()) < 90"), "wrong", ""),
    (
        "16.2",
        "lambda shuffle, generator: len({tuple(shuffle(3, generator).tolist()) for _ in range(500)}) < 6",
        "wrong",
        "how many different results come",
    ),
    ("16.2", SEEN.format(end="len(counts) != 6"), "wrong", "just six different results"),
    ("16.2", PLACES.format(places=3), "wrong", "which orders does the wheel reach"),
    ("16.2", PLACES.format(places=1), "wrong", ""),
    ("16.2", "lambda shuffle, generator: False", "wrong", "No alarm at all"),
    ("16.2", "lambda shuffle, generator: True", "wrong", "right shuffles do as well"),
    (
        "16.2",
        "lambda shuffle, generator: torch.equal(shuffle(3, generator), shuffle(3, generator))",
        "wrong",
        "",
    ),
    ("16.2", six().replace("return any", "return not any"), "wrong", ""),
    ("16.2", six().replace("return any", "x = any"), "wrong", "!None"),
    ("16.2", "def answer(shuffle, generator): ...", "open", ""),
    ("16.2", "True", "wrong", "!Wanted a function"),
]

DRAWS = """
def answer(p, shift, threshold, power):
    import statistics
    u = statistics.NormalDist().{u}
    return {end}
"""


def draws(
    u: str = "inv_cdf(power)", end: str = "math.ceil(((threshold + u) / shift) ** 2 * p * (1 - p))"
) -> str:
    """An answer to 16.3."""
    return DRAWS.format(u=u, end=end)


DRAWS_NEEDED: list[Answer] = [
    ("16.3", draws(), "right", ""),
    ("16.3", draws(end="math.ceil((threshold + u) ** 2 / shift ** 2 * p * (1 - p))"), "right", ""),
    ("16.3", draws(end="int(((threshold + u) / shift) ** 2 * p * (1 - p)) + 1"), "right", ""),
    ("16.3", draws(end="math.ceil(((threshold + 2) / shift) ** 2 * p * (1 - p))"), "wrong", "98"),
    (
        "16.3",
        draws(end="math.ceil((threshold / shift) ** 2 * p * (1 - p))"),
        "wrong",
        "power of one half",
    ),
    ("16.3", draws("inv_cdf(1 - power)"), "wrong", "larger power gives fewer"),
    ("16.3", draws("cdf(power)"), "wrong", "the share is known"),
    ("16.3", draws("inv_cdf((1 + power) / 2)"), "wrong", "one side"),
    ("16.3", draws(end="((threshold + u) / shift) ** 2 * p * (1 - p)"), "wrong", "rounded up"),
    (
        "16.3",
        draws(end="round(((threshold + u) / shift) ** 2 * p * (1 - p))"),
        "wrong",
        "goes to the nearest whole number",
    ),
    (
        "16.3",
        draws(
            end="math.ceil(((threshold * math.sqrt(p * (1 - p)) + u * math.sqrt((p + shift) "
            "* (1 - p - shift))) / shift) ** 2)"
        ),
        "wrong",
        "finer than what is asked for",
    ),
    ("16.3", draws(end="math.ceil((threshold + u) / shift * p * (1 - p))"), "wrong", "square"),
    (
        "16.3",
        draws(end="math.ceil((threshold + u) / shift ** 2 * p * (1 - p))"),
        "wrong",
        "at the shift alone",
    ),
    (
        "16.3",
        draws(end="math.ceil((threshold + u) ** 2 / shift * p * (1 - p))"),
        "wrong",
        "above the line alone",
    ),
    ("16.3", draws(end="math.ceil(((threshold + u) / shift) ** 2)"), "wrong", "variance of a coin"),
    ("16.3", draws(end="u"), "wrong", "takes the place of the 2"),
    (
        "16.3",
        draws(end="math.ceil((threshold * u / shift) ** 2 * p * (1 - p))"),
        "wrong",
        "added to the threshold",
    ),
    ("16.3", "def answer(p, shift, threshold, power): ...", "open", ""),
    ("16.3", "78400", "wrong", "!Wanted a function"),
]


def verdict(**changed: str) -> str:
    """An answer to 16.4 with these words changed."""
    right = ("blind", "no sign", "too few", "blind", "fault", "no sign")
    return str(
        tuple(changed.get(letter, word) for letter, word in zip("ABCDEF", right, strict=True))
    )


VERDICTS: list[Answer] = [
    ("16.4", verdict(), "right", ""),
    ("16.4", verdict(B="No Sign"), "right", ""),
    ("16.4", f"np.array({verdict()})", "right", ""),
    ("16.4", verdict(C="Too few"), "right", ""),
    ("16.4", verdict(A="no sign"), "wrong", "Result A: if keeping"),
    ("16.4", verdict(A="too few"), "wrong", "Would more units show the fault"),
    ("16.4", verdict(A="fault"), "wrong", "Result A: \\|z\\| is 0\\.4"),
    ("16.4", verdict(B="blind"), "wrong", "Result B: compute"),
    ("16.4", verdict(B="fault"), "wrong", "Result B: how often"),
    ("16.4", verdict(B="too few"), "wrong", "Result B: compute the z"),
    ("16.4", verdict(C="blind"), "wrong", "Result C: which z"),
    ("16.4", verdict(C="no sign"), "wrong", "Result C: compute"),
    ("16.4", verdict(C="fault"), "wrong", "Result C: \\|z\\| is 0\\.6"),
    ("16.4", verdict(D="no sign"), "wrong", "Result D: does the number of zeros"),
    ("16.4", verdict(D="too few"), "wrong", "Result D: would more units"),
    ("16.4", verdict(E="no sign"), "wrong", "Result E: how many of 1,000 .* by 1,000"),
    ("16.4", verdict(E="too few"), "wrong", "Result E: how many of 1,000"),
    ("16.4", verdict(F="too few"), "wrong", "Result F: compute the z"),
    ("16.4", verdict(A="too few", D="too few"), "wrong", "Would more units help in A and in D"),
    ("16.4", verdict(B="fault", F="fault"), "wrong", "z-scores of B and F large for right code"),
    ("16.4", verdict(E="blind"), "wrong", "Result E: a single count"),
    ("16.4", verdict(F="fault"), "wrong", "Result F: how many"),
    ("16.4", verdict(F="blind"), "wrong", "Result F: the suspected fault"),
    ("16.4", verdict(A="no sign", C="no sign", D="no sign"), "wrong", "a small z is good news"),
    ("16.4", "('blind',)*6", "wrong", ""),
    ("16.4", "'fault'", "wrong", "Six words"),
    ("16.4", "...", "open", ""),
]


def statement(**changed: str) -> str:
    """An answer to 16.5 with these words changed."""
    right = ("each", "average", "average", "each", "neither", "each")
    return str(
        tuple(changed.get(letter, word) for letter, word in zip("ABCDEF", right, strict=True))
    )


STATEMENTS: list[Answer] = [
    ("16.5", statement(), "right", ""),
    ("16.5", statement(A="Each"), "right", ""),
    ("16.5", f"list({statement()})", "right", ""),
    ("16.5", statement(A="average"), "wrong", "Statement A: the seed is the same"),
    ("16.5", statement(A="neither"), "wrong", "Statement A: write down the mask"),
    ("16.5", statement(B="each"), "wrong", "Statement B: in a draw"),
    ("16.5", statement(B="neither"), "wrong", "Statement B: what is the expectation"),
    ("16.5", statement(C="each"), "wrong", "Statement C: look at"),
    ("16.5", statement(C="neither"), "wrong", "Statement C: how large"),
    ("16.5", statement(D="average"), "wrong", "Statement D: which values"),
    ("16.5", statement(E="average"), "wrong", "Statement E: one entry"),
    ("16.5", statement(E="each"), "wrong", "Statement E: take h"),
    ("16.5", statement(F="average"), "wrong", "Statement F speaks of survivors"),
    ("16.5", statement(F="neither"), "wrong", "Statement F: the entries are positive"),
    ("16.5", "('average',)*6", "wrong", "Chance decides"),
    ("16.5", "'each'", "wrong", "Six words"),
    ("16.5", "...", "open", ""),
]

JITTER = """
def answer(X, generator):
    {seed}
    signs = {signs}
    return {end}
"""
COINS = "2 * torch.randint(0, 2, (len(X), 1), generator=generator) - 1"
GLOBAL_SIGNS = "torch.tensor(np.random.choice([-1.0, 1.0], size=(len(X), 1))).float()"
NOISE = "signs * X + 0.1 * torch.randn(X.shape, generator=generator)"
GLOBAL_NOISE = "signs * X + 0.1 * torch.randn(X.shape)"


def jitter(signs: str = COINS, end: str = NOISE, seed: str = "pass") -> str:
    """An answer to 16.6."""
    return JITTER.format(signs=signs, end=end, seed=seed)


JITTER_TO_MEND: list[Answer] = [
    ("16.6", jitter(), "right", ""),
    (
        "16.6",
        jitter("1 - 2 * (torch.rand(len(X), 1, generator=generator) < 0.5).float()"),
        "right",
        "",
    ),
    (
        "16.6",
        jitter(end="signs * (X + 0.1 * torch.randn(X.shape, generator=generator))"),
        "right",
        "",
    ),
    ("16.6", jitter(GLOBAL_SIGNS, GLOBAL_NOISE), "open", ""),
    ("16.6", jitter(GLOBAL_SIGNS), "wrong", "NumPy's state"),
    ("16.6", jitter(end=GLOBAL_NOISE), "wrong", "PyTorch's state"),
    (
        "16.6",
        jitter(GLOBAL_SIGNS, GLOBAL_NOISE, "torch.manual_seed(0); np.random.seed(0)"),
        "wrong",
        "Seeding the global states",
    ),
    (
        "16.6",
        jitter(COINS.replace(", generator=generator", ""), GLOBAL_NOISE, "torch.manual_seed(0)"),
        "wrong",
        "changes the global state for the whole program",
    ),
    (
        "16.6",
        jitter(seed="generator = torch.Generator().manual_seed(0)"),
        "wrong",
        "begins at the same draws",
    ),
    ("16.6", jitter("torch.randint(0, 2, (len(X), 1), generator=generator)"), "wrong", "become 0"),
    ("16.6", jitter(COINS.replace("(len(X), 1)", "(1,)")), "wrong", "share one coin"),
    ("16.6", jitter(COINS.replace("(len(X), 1)", "X.shape")), "wrong", "coin of its own"),
    ("16.6", jitter(end="signs * X"), "wrong", "noise is gone"),
    ("16.6", jitter(end=NOISE.replace("0.1 * ", "")), "wrong", "standard deviation of 1"),
    ("16.6", jitter(end=NOISE.replace("randn", "rand")), "wrong", "uniform numbers"),
    ("16.6", jitter("1"), "wrong", "No example is mirrored"),
    ("16.6", "def answer(X, generator): ...", "open", ""),
]

ANSWERS = Z_TO_MEND + FINDS_FAULT + DRAWS_NEEDED + VERDICTS + STATEMENTS + JITTER_TO_MEND


@pytest.mark.parametrize(("number", "code", "kind", "fragment"), ANSWERS)
def test_an_answer_is_told(number: str, code: str, kind: str, fragment: str) -> None:
    assert_told(number, code, kind, fragment)
