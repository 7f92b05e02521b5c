"""What a class answers to the exercise of notebook 00, and what it is told."""

import pytest

from tests.exercises.helpers import assert_told

LOOP = """
def answer(values):
    total = 0.0
    for value in values:
        total {adds} value
    return total / len(values)
"""

# (number, code, verdict, a fragment of the hint, or after "!" of the message)
ANSWERS = [
    ("0.1", "lambda values: values.mean()", "right", ""),
    ("0.1", "torch.mean", "right", ""),
    ("0.1", "lambda values: np.mean(values.numpy())", "right", ""),
    ("0.1", LOOP.format(adds="+="), "right", ""),
    ("0.1", "lambda values: sum(values) / len(values)", "right", ""),
    ("0.1", "lambda values: sum(v.item() for v in values) / values.shape[0]", "right", ""),
    ("0.1", "lambda values: values.double().sum() / values.numel()", "right", ""),
    ("0.1", "lambda values: torch.sum(values, dim=0) / torch.tensor(len(values))", "right", ""),
    ("0.1", "lambda values: values.numpy().sum() / values.size(0)", "right", ""),
    ("0.1", "import statistics\nanswer = lambda values: statistics.fmean(values.tolist())", "right", ""),
    ("0.1", "lambda values: values.mean(dim=0, keepdim=True)[0]", "right", ""),
    ("0.1", "def answer(values): ...", "open", ""),
    ("0.1", "lambda values: values.sum()", "wrong", "This is the sum"),
    ("0.1", "lambda values: sum(values)", "wrong", "This is the sum"),
    ("0.1", "lambda values: values.sum() / 3", "wrong", "four values"),
    ("0.1", "lambda values: (values[0] + values[1] + values[2]) / 3", "wrong", "three"),
    ("0.1", "lambda values: values.sum() / 2", "wrong", "by 2"),
    ("0.1", "lambda values: values.sum() / (len(values) - 1)", "wrong", "one too small"),
    ("0.1", "lambda values: values.sum() / (len(values) + 1)", "wrong", "one too large"),
    ("0.1", "lambda values: values.sum() // len(values)", "wrong", "rounded down"),
    ("0.1", "lambda values: int(values.sum() / len(values))", "wrong", "drop|rounded"),
    ("0.1", "lambda values: round(float(values.mean()))", "wrong", "rounded"),
    ("0.1", "lambda values: values.sum() / values.count_nonzero()", "wrong", "zero is a value"),
    ("0.1", "lambda values: values.median()", "wrong", "median"),
    ("0.1", "lambda values: values[len(values) // 2]", "wrong", "median|middle"),
    ("0.1", "lambda values: (values.min() + values.max()) / 2", "wrong", "smallest and the largest"),
    ("0.1", "lambda values: (values[0] + values[-1]) / 2", "wrong", "first and the last"),
    ("0.1", "lambda values: values.max()", "wrong", "largest"),
    ("0.1", "lambda values: values.min()", "wrong", "smallest"),
    ("0.1", "lambda values: values / len(values)", "wrong", "side by side"),
    ("0.1", "lambda values: values", "wrong", "as it was given|one number"),
    ("0.1", "lambda values: values.mean().reshape(1)", "wrong", "shape"),
    ("0.1", "lambda values: values.mean(keepdim=True, dim=0)", "wrong", "shape"),
    ("0.1", "lambda values: values.abs().mean()", "wrong", "sign"),
    ("0.1", "lambda values: len(values) / values.sum()", "wrong", "upside down"),
    ("0.1", "lambda values: len(values)", "wrong", "how many"),
    ("0.1", "lambda values: 5.0", "wrong", "same|three values"),
    ("0.1", "lambda values: torch.tensor([2.0, 4.0, 9.0]).mean()", "wrong", "same|three values"),
    ("0.1", "lambda values: values.prod() ** (1 / len(values))", "wrong", "multiplies"),
    ("0.1", "lambda values: (values**2).mean()", "wrong", "squar"),
    ("0.1", "lambda values: (values**2).mean().sqrt()", "wrong", "squar"),
    ("0.1", "lambda values: values.sum() * len(values)", "wrong", "divi"),
    ("0.1", "lambda values: values.sum() / values.sum()", "wrong", "same"),
    ("0.1", "lambda values: values[:-1].sum() / len(values)", "wrong", "last"),
    ("0.1", "lambda values: values[1:].sum() / len(values)", "wrong", "first"),
    ("0.1", "lambda values: values[:-1].mean()", "wrong", "last"),
    ("0.1", "lambda values: values[1:].mean()", "wrong", "first"),
    ("0.1", "lambda values: values[0] / len(values)", "wrong", "first"),
    ("0.1", "lambda values: values[values > 0].mean()", "wrong", "zero|negative"),
    ("0.1", "lambda values: values.unique().mean()", "wrong", "twice|equal|once"),
    ("0.1", "lambda values: -values.mean()", "wrong", "sign"),
    ("0.1", LOOP.format(adds="="), "wrong", "last"),
    ("0.1", LOOP.replace("    return", "        return").format(adds="+="), "wrong", "first"),
    ("0.1", LOOP.replace("return total / len(values)", "total / len(values)").format(adds="+="), "wrong",
     "!got None"),
    ("0.1", LOOP.replace("return total", "return total + 0 * 1; x = total").format(adds="+="), "wrong", "sum"),
    ("0.1", "def answer(values):\n    print(values.mean())", "wrong", "!got None"),
    ("0.1", "def answer(values):\n    values /= len(values)\n    return values.sum()", "wrong", "!caller's tensor"),
    ("0.1", "torch.tensor([2.0, 4.0, 9.0]).mean()", "wrong", "!Wanted a function"),
    ("0.1", "lambda values: values.sum / len(values)", "wrong", "!Raised: TypeError"),
    ("0.1", "lambda values: values.mean", "wrong", "!function"),
    ("0.1", "lambda values: str(float(values.mean()))", "wrong", "!without quotes"),
    ("0.1", "lambda values: [values.mean()]", "wrong", "shape|one number"),
    ("0.1", "lambda values: values.long().sum() / len(values)", "wrong", "point"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answers_get_their_verdict_and_a_word_that_helps(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
