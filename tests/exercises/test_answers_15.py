"""What learners answer in notebook 15: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]

BINS = """
def answer(said, happened):
    total = 0.0
    for k in range(10):
        inside = (said > k / 10) & (said <= (k + 1) / 10)
        {skip}
        distance = {distance}
        total += distance * {share}
    return {result}
"""
SKIP = "if inside.sum() == 0: continue"
DISTANCE = "abs(said[inside].mean() - happened[inside].mean())"
SHARE = "inside.sum() / len(said)"


def bins(
    skip: str = SKIP, distance: str = DISTANCE, share: str = SHARE, result: str = "total"
) -> str:
    """An answer to 15.1 with a loop over the bins."""
    return BINS.format(skip=skip, distance=distance, share=share, result=result)


CALIBRATION_ERROR: list[Answer] = [
    ("15.1", bins(), "right", ""),
    ("15.1", bins(result="total.item()"), "right", ""),
    ("15.1", bins(share="inside.double().mean()"), "right", ""),
    (
        "15.1",
        """
import pandas as pd
def answer(said, happened):
    t = pd.DataFrame({"said": said.tolist(), "happened": happened.tolist()})
    edges = [k / 10 for k in range(11)]
    b = t.groupby(pd.cut(t["said"], edges, include_lowest=True), observed=True)
    rows, count = b.mean(), b.size()
    return ((rows["said"] - rows["happened"]).abs() * count).sum() / count.sum()
""",
        "right",
        "",
    ),
    (
        "15.1",
        """
def answer(said, happened):
    place = (said * 10).long()
    return sum(
        (said[place == k] - happened[place == k]).sum().abs() for k in range(10)
    ) / len(said)
""",
        "right",
        "",
    ),
    ("15.1", bins(skip="pass"), "wrong", "mean of nothing"),
    ("15.1", bins(share="1"), "wrong", "By which share"),
    ("15.1", bins(share="0.1"), "wrong", "divided by ten"),
    ("15.1", bins(share="inside.sum()"), "wrong", "multiplied by the number of days"),
    (
        "15.1",
        bins(distance="said[inside].mean() - happened[inside].mean()"),
        "wrong",
        "cancel each other",
    ),
    (
        "15.1",
        bins(distance="happened[inside].mean() - said[inside].mean()"),
        "wrong",
        "never negative",
    ),
    ("15.1", bins(distance=f"{DISTANCE} ** 2"), "wrong", "were squared"),
    (
        "15.1",
        "lambda said, happened: (said.mean() - happened.mean()).abs()",
        "wrong",
        "one distance for each bin",
    ),
    ("15.1", "lambda said, happened: (said - happened).abs().mean()", "wrong", "each day's"),
    ("15.1", "lambda said, happened: F.mse_loss(said, happened)", "wrong", "Brier"),
    (
        "15.1",
        bins(distance="abs((2 * k + 1) / 20 - happened[inside].mean())"),
        "wrong",
        "middle of a bin",
    ),
    ("15.1", "lambda said, happened: None", "open", ""),
    ("15.1", "...", "open", ""),
]

SCALED_PROBABILITIES: list[Answer] = [
    ("15.2", "lambda p, T: torch.softmax(p.log() / T, dim=1)", "right", ""),
    ("15.2", "lambda p, T: (torch.log(p) / T).softmax(-1)", "right", ""),
    ("15.2", "lambda p, T: F.softmax(p.log().mul(1 / T), dim=1)", "right", ""),
    ("15.2", "lambda p, T: p ** (1 / T) / (p ** (1 / T)).sum(dim=1, keepdim=True)", "right", ""),
    ("15.2", "lambda p, T: F.normalize(p ** (1 / T), p=1, dim=1)", "right", ""),
    ("15.2", "lambda p, T: nn.Softmax(dim=1)(p.log() / T)", "right", ""),
    ("15.2", "lambda p, T: p / T", "open", ""),
    ("15.2", "lambda p, T: p.div(T)", "open", ""),
    ("15.2", "lambda p, T: torch.softmax(p.log() * T, dim=1)", "wrong", "surer"),
    ("15.2", "lambda p, T: p * T", "wrong", "add up to T"),
    ("15.2", "lambda p, T: torch.softmax(p.log() - T, dim=1)", "wrong", "no effect"),
    ("15.2", "lambda p, T: p / T / (p / T).sum(dim=1, keepdim=True)", "wrong", "no effect"),
    ("15.2", "lambda p, T: p", "wrong", "no effect"),
    ("15.2", "lambda p, T: torch.softmax(p / T, dim=1)", "wrong", "probabilities for logits"),
    ("15.2", "lambda p, T: torch.softmax(p.log() / T, dim=0)", "wrong", "down the columns"),
    ("15.2", "lambda p, T: p.log() / T", "wrong", "divided logits"),
    ("15.2", "lambda p, T: F.log_softmax(p.log() / T, dim=1)", "wrong", "logarithms"),
    ("15.2", "lambda p, T: p ** (1 / T)", "wrong", "powers"),
    ("15.2", "lambda p, T: torch.softmax(torch.logit(p) / T, dim=1)", "wrong", "all others"),
    ("15.2", "lambda p, T: torch.sigmoid(torch.logit(p) / T)", "wrong", "With two classes"),
    ("15.2", "lambda p, T: torch.softmax(p.log10() / T, dim=1)", "wrong", "base 10"),
    ("15.2", "lambda p, T: torch.softmax(p.log() / T, 1).amax(1)", "wrong", "largest"),
    ("15.2", "lambda p, T: torch.softmax(p.log_() / T, dim=1)", "wrong", "changed afterwards"),
    ("15.2", "...", "open", ""),
]

CHEAPEST_ACTIONS: list[Answer] = [
    ("15.3", "lambda p, costs: (p @ costs).argmin(dim=1)", "right", ""),
    ("15.3", "lambda p, costs: torch.matmul(p, costs).argmin(-1)", "right", ""),
    ("15.3", "lambda p, costs: (costs.T @ p.T).argmin(dim=0)", "right", ""),
    ("15.3", "lambda p, costs: (p[:, :, None] * costs).sum(dim=1).argmin(dim=1)", "right", ""),
    (
        "15.3",
        """
def answer(p, costs):
    actions = []
    for row in p:
        expected = [(row * costs[:, a]).sum().item() for a in range(costs.shape[1])]
        actions.append(expected.index(min(expected)))
    return torch.tensor(actions)
""",
        "right",
        "",
    ),
    ("15.3", "lambda p, costs: (p @ costs).argmax(dim=1)", "wrong", "most expensive"),
    ("15.3", "lambda p, costs: (p @ costs).argmin(dim=0)", "wrong", "down the columns"),
    ("15.3", "lambda p, costs: (p @ costs).argmin()", "wrong", "one place in the whole"),
    ("15.3", "lambda p, costs: (p @ costs).min(dim=1).values", "wrong", "smallest costs"),
    ("15.3", "lambda p, costs: p @ costs", "wrong", "smallest of each row"),
    ("15.3", "lambda p, costs: p.argmax(dim=1)", "wrong", "likeliest class"),
    (
        "15.3",
        "lambda p, costs: costs[p.argmax(dim=1)].argmin(dim=1)",
        "wrong",
        "likeliest class for certain",
    ),
    ("15.3", "lambda p, costs: costs.mean(dim=0).argmin().expand(len(p))", "wrong", "no part"),
    ("15.3", "lambda p, costs: p * costs", "wrong", ""),
    ("15.3", "...", "open", ""),
]

ARGUMENTS = "lambda threshold, weight: "
LOGIT = "torch.logit(torch.tensor(threshold))"

WITHOUT_WEIGHTS: list[Answer] = [
    ("15.4", f"{ARGUMENTS}threshold / (threshold + weight * (1 - threshold))", "right", ""),
    ("15.4", f"{ARGUMENTS}1 / (1 + weight * (1 - threshold) / threshold)", "right", ""),
    (
        "15.4",
        f"{ARGUMENTS}torch.sigmoid({LOGIT} - torch.tensor(weight).log())",
        "right",
        "",
    ),
    ("15.4", f"{ARGUMENTS}torch.sigmoid({LOGIT} - math.log(weight)).item()", "right", ""),
    ("15.4", f"{ARGUMENTS}threshold", "open", ""),
    ("15.4", f"{ARGUMENTS}threshold * 1.0", "open", ""),
    ("15.4", f"{ARGUMENTS}torch.sigmoid({LOGIT} + math.log(weight))", "wrong", "second time"),
    ("15.4", f"{ARGUMENTS}threshold / weight", "wrong", "0.9 has the odds 9"),
    ("15.4", f"{ARGUMENTS}threshold * weight", "wrong", "q is larger than p"),
    ("15.4", f"{ARGUMENTS}threshold / (1 - threshold) / weight", "wrong", "right odds"),
    ("15.4", f"{ARGUMENTS}threshold / (1 - threshold)", "wrong", "What are they without"),
    ("15.4", f"{ARGUMENTS}threshold / (weight + threshold)", "wrong", "taken for its odds"),
    ("15.4", f"{ARGUMENTS}1 / (1 + weight)", "wrong", "right for a threshold of 0.5"),
    (
        "15.4",
        f"{ARGUMENTS}1 - threshold / (threshold + weight * (1 - threshold))",
        "wrong",
        "one minus",
    ),
    ("15.4", f"{ARGUMENTS}torch.sigmoid({LOGIT} - weight)", "wrong", "factor of the odds become"),
    ("15.4", f"{ARGUMENTS}torch.sigmoid({LOGIT} / weight)", "wrong", "logit was divided"),
    ("15.4", f"{ARGUMENTS}{LOGIT} - math.log(weight)", "wrong", "right logit"),
    ("15.4", f"{ARGUMENTS}threshold - math.log(weight)", "wrong", "belongs to the logit"),
    ("15.4", f"{ARGUMENTS}torch.sigmoid({LOGIT} - math.log10(weight))", "wrong", "base 10"),
    ("15.4", "...", "open", ""),
]

CLINIC: list[Answer] = [
    ("15.5", "(0.85, 0.9375, 0.75)", "right", ""),
    ("15.5", "[850 / 1000, 375 / 400, 375 / 500]", "right", ""),
    ("15.5", "np.array([0.85, 0.9375, 0.75])", "right", ""),
    ("15.5", "(0.85, 15 / 16, 3 / 4)", "right", ""),
    ("15.5", "(0.946, 0.234375, 0.75)", "wrong", "numbers of the town"),
    ("15.5", "(0.85, 0.234375, 0.75)", "wrong", "precision is that of the town"),
    ("15.5", "(0.85, 0.23, 0.75)", "wrong", "of the town, rounded"),
    ("15.5", "(0.85, 0.234, 0.75)", "wrong", "0.234 is the precision"),
    ("15.5", "(0.946, 0.9375, 0.75)", "wrong", "accuracy is that of the town"),
    ("15.5", "(0.85, 0.75, 0.9375)", "wrong", "changed places"),
    ("15.5", "(0.75, 0.85, 0.9375)", "wrong", "right numbers in another order"),
    ("15.5", "(0.9375, 0.75, 0.85)", "wrong", "The order asked for"),
    ("15.5", "(0.9375, 0.85, 0.75)", "wrong", "divides by everybody"),
    ("15.5", "(0.75, 0.9375, 0.85)", "wrong", "divides by the ill alone"),
    ("15.5", "(0.75, 0.9375, 0.75)", "wrong", "recall once more"),
    ("15.5", "(0.85, 375 / 424, 0.75)", "wrong", "How many of 500"),
    ("15.5", "(85, 93.75, 75)", "wrong", "percentages"),
    ("15.5", "(850, 375, 375)", "wrong", "numbers of people"),
    ("15.5", "(0.85, 0.94, 0.75)", "wrong", "rounded"),
    ("15.5", "(0.375, 0.9375, 0.75)", "wrong", "left in peace"),
    ("15.5", "(0.85, 0.9375, 0.95)", "wrong", "asks for the ill"),
    ("15.5", "(0.15, 0.0625, 0.25)", "wrong", "one minus"),
    ("15.5", "...", "open", ""),
]

RIGHT = ("T above 1", "threshold", "more points", "undo", "T below 1", "more points")


def but(**changed: str) -> str:
    """The right answer to 15.6 with other words in some places."""
    return repr(
        tuple(changed.get(letter, right) for letter, right in zip("ABCDEF", RIGHT, strict=True))
    )


REMEDIES: list[Answer] = [
    ("15.6", repr(RIGHT), "right", ""),
    ("15.6", repr(list(RIGHT)), "right", ""),
    ("15.6", f"tuple(word.upper() for word in {RIGHT!r})", "right", ""),
    ("15.6", but(A="T below 1"), "wrong", "Should it become surer"),
    ("15.6", but(B="undo"), "wrong", "weights would have raised"),
    ("15.6", but(B="model"), "wrong", "guessing has 0.5"),
    ("15.6", but(C="threshold"), "wrong", "follows from the costs"),
    ("15.6", but(C="model"), "wrong", "3 of 5 points"),
    ("15.6", but(D="T above 1"), "wrong", "towards a half"),
    ("15.6", but(D="threshold"), "wrong", "read the probabilities"),
    ("15.6", but(E="T above 1"), "wrong", "less sure"),
    ("15.6", but(F="T above 1"), "wrong", "standard error of 0.80"),
    ("15.6", but(A="T below 1", E="T above 1"), "wrong", "A and E have changed places"),
    ("15.6", but(B="more points", C="threshold"), "wrong", "B and C have changed places"),
    ("15.6", but(B="undo", D="threshold"), "wrong", "B and D have changed places"),
    ("15.6", "'T above 1'", "wrong", "Six words"),
    ("15.6", "...", "open", ""),
]


@pytest.mark.parametrize(
    ("number", "code", "kind", "fragment"),
    CALIBRATION_ERROR
    + SCALED_PROBABILITIES
    + CHEAPEST_ACTIONS
    + WITHOUT_WEIGHTS
    + CLINIC
    + REMEDIES,
)
def test_an_answer_is_told(number: str, code: str, kind: str, fragment: str) -> None:
    assert_told(number, code, kind, fragment)
