"""What learners answer in notebook 17: right answers pass, wrong ones are told what is amiss."""

import pytest

from tests.exercises.helpers import assert_told

# (exercise, code, kind, what the hint says; with a leading "!", what the message says)
Answer = tuple[str, str, str, str]

GAIN = """
def answer(with_, without, factor):
    {before}
    d = {d}
    n = {n}
    mean = {mean}
    width = {width}
    return {back}
"""
RIGHT_GAIN = {
    "before": "pass",
    "d": "with_ - without",
    "n": "len(d)",
    "mean": "d.mean()",
    "width": "factor * d.std() / n ** 0.5",
    "back": "mean, width",
}


def gain(**changed: str) -> str:
    return GAIN.format(**(RIGHT_GAIN | changed))


STATISTICS = """
import statistics

def answer(with_, without, factor):
    d = [a - b for a, b in zip(with_.tolist(), without.tolist())]
    return statistics.fmean(d), factor * statistics.stdev(d) / math.sqrt(len(d))
"""

PAIRED_GAIN: list[Answer] = [
    ("17.1", gain(), "right", ""),
    ("17.1", gain(back="mean.item(), width.item()"), "right", ""),
    ("17.1", gain(back="[mean, width]"), "right", ""),
    ("17.1", gain(back="torch.stack([mean, width])"), "right", ""),
    ("17.1", gain(before="with_, without = with_.double(), without.double()"), "right", ""),
    ("17.1", gain(mean="with_.mean() - without.mean()"), "right", ""),
    ("17.1", gain(width="factor * (d.var() / n).sqrt()"), "right", ""),
    ("17.1", gain(width="factor * d.std(correction=0) / (n - 1) ** 0.5"), "right", ""),
    ("17.1", STATISTICS, "right", ""),
    ("17.1", "def answer(with_, without, factor): ...", "open", ""),
    (
        "17.1",
        gain(width="factor * ((with_.var() + without.var()) / n).sqrt()"),
        "wrong",
        "each by itself",
    ),
    (
        "17.1",
        gain(width="factor * (with_.std() ** 2 / n + without.std() ** 2 / n) ** 0.5"),
        "wrong",
        "each by itself",
    ),
    ("17.1", gain(width="d.std() / n ** 0.5"), "wrong", "a single standard error"),
    ("17.1", gain(width="factor * d.std()"), "wrong", "single pairs"),
    ("17.1", gain(width="d.std()"), "wrong", "single differences"),
    ("17.1", gain(width="d.var()"), "wrong", "variance"),
    ("17.1", gain(width="factor * d.var()"), "wrong", "`factor` times the variance"),
    ("17.1", gain(width="factor * d.var() / n ** 0.5"), "wrong", "from the variance"),
    ("17.1", gain(width="factor * d.var() / n"), "wrong", "variance of the mean"),
    ("17.1", gain(width="factor * d.std() / n"), "wrong", "more slowly"),
    ("17.1", gain(width="factor * d.std() * n ** 0.5"), "wrong", "wider"),
    ("17.1", gain(width="factor * d.std() / (n - 1) ** 0.5"), "wrong", "too wide"),
    ("17.1", gain(width="factor * d.std(correction=0) / n ** 0.5"), "wrong", "too narrow"),
    ("17.1", gain(width="factor * d.numpy().std() / n ** 0.5"), "wrong", "too narrow"),
    ("17.1", gain(width="2 * d.std() / n ** 0.5"), "wrong", "factor 2"),
    ("17.1", gain(width="1.96 * d.std() / n ** 0.5"), "wrong", "1.96"),
    ("17.1", gain(width="2 * factor * d.std() / n ** 0.5"), "wrong", "whole interval"),
    (
        "17.1",
        gain(width="factor * (with_.std() - without.std()).abs() / n ** 0.5"),
        "wrong",
        "subtracted",
    ),
    (
        "17.1",
        gain(width="factor * (with_.std() + without.std()) / n ** 0.5"),
        "wrong",
        "were added",
    ),
    (
        "17.1",
        gain(width="factor * torch.cat([with_, without]).std() / n ** 0.5"),
        "wrong",
        "all scores",
    ),
    ("17.1", gain(width="factor * with_.std() / n ** 0.5"), "wrong", "`with_` alone"),
    ("17.1", gain(width="factor * without.std() / n ** 0.5"), "wrong", "`without` alone"),
    ("17.1", gain(width="2 * d.std() / 2"), "wrong", "single differences"),
    ("17.1", gain(d="without - with_"), "wrong", "sign"),
    ("17.1", gain(d="(with_ - without).abs()"), "wrong", "lost their signs"),
    ("17.1", gain(mean="d.sum()"), "wrong", "sum of the differences"),
    ("17.1", gain(mean="d.median()"), "wrong", "median"),
    ("17.1", gain(mean="d.sum() / (n - 1)"), "wrong", "one too few"),
    ("17.1", gain(back="width, mean"), "wrong", "changed places"),
    ("17.1", gain(back="mean - width, mean + width"), "wrong", "two ends"),
    ("17.1", gain(back="mean"), "wrong", "!wanted"),
    ("17.1", gain(back="mean, d.std(), width"), "wrong", "!with 3 times"),
    ("17.1", gain(back="f'{mean:.3f} ± {width:.3f}'"), "wrong", "!wanted"),
    ("17.1", gain(back="round(mean.item(), 2), round(width.item(), 2)"), "wrong", "rounded"),
    ("17.1", gain(before="with_ -= without", d="with_"), "wrong", "!changed what it was given"),
    ("17.1", gain(back="print(mean, width)"), "wrong", "!`return`"),
]

PLANS: list[Answer] = [
    ("17.2", "('enough', 'too few', 'enough', 'too few', 'enough')", "right", ""),
    ("17.2", "['Enough', 'too few', 'enough', 'TOO FEW', 'enough']", "right", ""),
    ("17.2", "np.array(['enough', 'too few', 'enough', 'too few', 'enough'])", "right", ""),
    ("17.2", "...", "open", ""),
    ("17.2", "('too few', 'too few', 'enough', 'too few', 'enough')", "wrong", "Plan A"),
    ("17.2", "('enough', 'enough', 'enough', 'too few', 'enough')", "wrong", "Plan B"),
    ("17.2", "('enough', 'too few', 'too few', 'too few', 'enough')", "wrong", "Plan C"),
    ("17.2", "('enough', 'too few', 'enough', 'enough', 'enough')", "wrong", "Plan D"),
    ("17.2", "('enough', 'too few', 'enough', 'too few', 'too few')", "wrong", "Plan E"),
    ("17.2", "('enough', 'too few', 'enough', 'enough', 'too few')", "wrong", "D and E"),
    ("17.2", "'enough'", "wrong", "Five words"),
    ("17.2", "('enough', 'too few')", "wrong", "!Got: the tuple"),
    ("17.2", "(10, 34, 34, 18, 6)", "wrong", "!Got: the tuple"),
]

STOPS = """
def answer(gaps):
    for k in range({first}, {last}):
        so_far = {part}
        if {test}:
            return {back}
    return {never}
"""
RIGHT_STOPS = {
    "first": "5",
    "last": "len(gaps) + 1",
    "part": "gaps[:k]",
    "test": "abs(so_far.mean()) > 2 * so_far.std(ddof=1) / k**0.5",
    "back": "k",
    "never": "None",
}


def stops(**changed: str) -> str:
    return STOPS.format(**(RIGHT_STOPS | changed))


STOPS_AT: list[Answer] = [
    ("17.3", stops(), "right", ""),
    (
        "17.3",
        stops(test="abs(np.mean(so_far)) > 2 * np.std(so_far, ddof=1) / np.sqrt(k)"),
        "right",
        "",
    ),
    ("17.3", stops(test="so_far.mean() ** 2 > 4 * so_far.var(ddof=1) / k"), "right", ""),
    ("17.3", stops(back="len(so_far)"), "right", ""),
    ("17.3", "def answer(gaps): ...", "open", ""),
    ("17.3", stops(test="so_far.mean() > 2 * so_far.std(ddof=1) / k**0.5"), "wrong", "far below 0"),
    ("17.3", stops(test="abs(so_far.mean()) > 2 * so_far.std() / k**0.5"), "wrong", "ddof=1"),
    ("17.3", stops(test="abs(so_far.mean()) > 2 * so_far.std(ddof=1)"), "wrong", "single gaps"),
    (
        "17.3",
        stops(test="abs(so_far.mean()) > 2 * so_far.std(ddof=1) / k"),
        "wrong",
        "with the root",
    ),
    (
        "17.3",
        stops(test="abs(so_far.mean()) > so_far.std(ddof=1) / k**0.5"),
        "wrong",
        "two of them",
    ),
    (
        "17.3",
        stops(test="abs(so_far.mean()) <= 2 * so_far.std(ddof=1) / k**0.5"),
        "wrong",
        "still contains 0",
    ),
    ("17.3", stops(first="2"), "wrong", "two or three"),
    ("17.3", stops(first="3"), "wrong", "first look come"),
    ("17.3", stops(first="6"), "wrong", "not with 6"),
    ("17.3", stops(last="len(gaps)"), "wrong", "never looked at"),
    ("17.3", stops(back="k - 1"), "wrong", "One too few"),
    ("17.3", stops(never="len(gaps)"), "wrong", "never stop"),
    ("17.3", stops(part="gaps"), "wrong", ""),
    (
        "17.3",
        stops(part="gaps[k - 5 : k]", test="abs(so_far.mean()) > 2 * so_far.std(ddof=1) / 5**0.5"),
        "wrong",
        "newest five",
    ),
    ("17.3", stops(back="True"), "wrong", "!something else than a whole number"),
    ("17.3", "lambda gaps: None", "open", ""),
]

FAIR = """
def answer(loss_of):
    rate = {{}}
    for method in {methods}:
        means = {{}}
        for lr in (0.03, 0.1, 0.3, 1.0):
            means[lr] = np.mean([loss_of(method, lr, seed) for seed in {tuning}])
        rate[method] = {pick}(means, key=means.get)
    {after}
    gains = [{gain} for seed in {fresh}]
    return {back}
"""
RIGHT_FAIR = {
    "methods": '("old", "new")',
    "tuning": "range(5)",
    "pick": "min",
    "after": "pass",
    "gain": 'loss_of("new", rate["new"], seed) - loss_of("old", rate["old"], seed)',
    "fresh": "range(5, 25)",
    "back": "np.mean(gains)",
}


def fair(**changed: str) -> str:
    return FAIR.format(**(RIGHT_FAIR | changed))


FAIR_GAIN: list[Answer] = [
    ("17.4", fair(), "right", ""),
    ("17.4", fair(back="sum(gains) / len(gains)"), "right", ""),
    ("17.4", fair(back="torch.tensor(gains).mean()"), "right", ""),
    ("17.4", fair(methods='["new", "old"]'), "right", ""),
    ("17.4", fair(methods='["new"]', after='rate["old"] = 0.1', fresh="range(5)"), "open", ""),
    ("17.4", fair(fresh="range(5)"), "wrong", "seeds that chose the rates"),
    ("17.4", fair(methods='["new"]', after='rate["old"] = 0.1'), "wrong", "still has the rate 0.1"),
    ("17.4", fair(methods='["old"]', after='rate["new"] = 0.1'), "wrong", "the new one is not"),
    ("17.4", fair(after='rate["old"] = rate["new"]'), "wrong", "best for the new method"),
    ("17.4", fair(after='rate["new"] = rate["old"]'), "wrong", "best for the old method"),
    ("17.4", fair(tuning="range(25)"), "wrong", "chosen on all seeds"),
    ("17.4", fair(tuning="range(5, 25)"), "wrong", "on which the gain is measured"),
    ("17.4", fair(fresh="range(25)"), "wrong", "over all 25 seeds"),
    ("17.4", fair(fresh="range(5, 26)"), "wrong", "One seed too many"),
    ("17.4", fair(fresh="range(6, 25)"), "wrong", "Seed 5 is fresh"),
    ("17.4", fair(fresh="range(5, 24)"), "wrong", "last seed is missing"),
    ("17.4", fair(fresh="range(5, 10)"), "wrong", "twenty are asked for"),
    ("17.4", fair(pick="max"), "wrong", "highest mean loss"),
    ("17.4", fair(back="-np.mean(gains)"), "wrong", "turned round"),
    ("17.4", fair(back="sum(gains)"), "wrong", "sum of the differences"),
    ("17.4", fair(back="np.median(gains)"), "wrong", "median of the differences"),
    ("17.4", fair(gain='loss_of("new", rate["new"], seed)'), "wrong", "Subtract that of the old"),
]


VERDICTS: list[Answer] = [
    ("17.5", "('clear', 'open', 'open', 'picked', 'one side tuned', 'picked')", "right", ""),
    ("17.5", "['CLEAR', 'open', 'open', 'picked', 'One side tuned', 'picked']", "right", ""),
    ("17.5", "...", "open", ""),
    ("17.5", "('open', 'open', 'open', 'picked', 'one side tuned', 'picked')", "wrong", "Report A"),
    (
        "17.5",
        "('clear', 'clear', 'open', 'picked', 'one side tuned', 'picked')",
        "wrong",
        "Report B",
    ),
    (
        "17.5",
        "('clear', 'open', 'clear', 'picked', 'one side tuned', 'picked')",
        "wrong",
        "Report C",
    ),
    ("17.5", "('clear', 'open', 'open', 'clear', 'one side tuned', 'picked')", "wrong", "Report D"),
    ("17.5", "('clear', 'open', 'open', 'open', 'one side tuned', 'picked')", "wrong", "Report D"),
    ("17.5", "('clear', 'open', 'open', 'picked', 'clear', 'picked')", "wrong", "Report E"),
    ("17.5", "('clear', 'open', 'open', 'picked', 'picked', 'picked')", "wrong", "Report E"),
    ("17.5", "('clear', 'open', 'open', 'picked', 'one side tuned', 'clear')", "wrong", "Report F"),
    ("17.5", "('clear', 'open', 'open', 'one side tuned', 'picked', 'picked')", "wrong", "D and E"),
    ("17.5", "'open'", "wrong", "Six verdicts"),
    ("17.5", "('clear', 'open', 'open')", "wrong", "!Got: the tuple"),
]

ANSWERS = [*PAIRED_GAIN, *PLANS, *STOPS_AT, *FAIR_GAIN, *VERDICTS]


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answer(number: str, code: str, kind: str, word: str) -> None:
    assert_told(number, code, kind, word)
