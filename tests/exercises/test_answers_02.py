"""What a class answers to the exercises of notebook 02, and what it is told."""

import pytest

from tests.exercises.helpers import assert_told

STABILITY = """
def answer(X):
    N = len(X)
    A = {A}
    H = {H}
    lam = {lam}
    return {result}
"""

Z_SCORES = """
def answer(X_train, X_val):
    mean, std = {mean}, {std}
    return {result}
"""

PREPARE = """
def answer(X, train, val):
    means = {means}
    filled = {filled}
    mean, std = {mean}, {std}
    return {result}
"""

PREDICT = """
def answer(x, y, x_new, lr, num_epochs):
    mx, sx, my, sy = {scales}
    zx, zy, z_new = {z}
    w, b = {start}
    for epoch in {loop}:
        d = {d}
        w, b = {update}
    return {result}
"""


def stability(**changes: str) -> str:
    parts = {
        "A": "torch.cat([X, torch.ones(N, 1, dtype=X.dtype)], dim=1)",
        "H": "2 / N * A.T @ A",
        "lam": "torch.linalg.eigvalsh(H)",
        "result": "2 / lam[-1], lam[-1] / lam[0]",
    }
    return STABILITY.format(**(parts | changes))


def z_scores(
    result: str = "(X_train - mean) / std, (X_val - mean) / std",
    mean: str = "X_train.mean(dim=0)",
    std: str = "X_train.std(dim=0, correction=0)",
) -> str:
    return Z_SCORES.format(mean=mean, std=std, result=result)


def raw(w: str, b: str) -> str:
    return f"lambda w_z, b_z, mean, std: ({w}, {b})"


def prepare(**changes: str) -> str:
    parts = {
        "means": "X[train].nanmean(dim=0)",
        "filled": "torch.where(X.isnan(), means, X)",
        "mean": "filled[train].mean(dim=0)",
        "std": "filled[train].std(dim=0, correction=0)",
        "result": "(filled[train] - mean) / std, (filled[val] - mean) / std",
    }
    return PREPARE.format(**(parts | changes))


def predict(**changes: str) -> str:
    parts = {
        "scales": "x.mean(), x.std(correction=0), y.mean(), y.std(correction=0)",
        "z": "(x - mx) / sx, (y - my) / sy, (x_new - mx) / sx",
        "start": "0.0, 0.0",
        "loop": "range(num_epochs)",
        "d": "2 * (w * zx + b - zy) / len(x)",
        "update": "w - lr * (d * zx).sum(), b - lr * d.sum()",
        "result": "(w * z_new + b) * sy + my",
    }
    return PREDICT.format(**(parts | changes))


# (number, code, verdict, a fragment of the hint, or after "!" of the message)
ANSWERS = [
    # 2.1
    ("2.1", "(3, 0.038)", "right", ""),
    ("2.1", "(3.0, 0.038)", "right", ""),
    ("2.1", "[3, 0.038]", "right", ""),
    ("2.1", "torch.tensor([3, 0.038])", "right", ""),
    ("2.1", "np.array([3, 0.038])", "right", ""),
    ("2.1", "(np.int64(3), np.float32(0.038))", "right", ""),
    ("2.1", "(len([0.01, 0.02, 0.038]), max(0.01, 0.02, 0.038))", "right", ""),
    ("2.1", "...", "open", ""),
    ("2.1", "(1, 0.01)", "wrong", "1/50"),
    ("2.1", "(4, 0.042)", "wrong", "gentle"),
    ("2.1", "(4, 0.038)", "wrong", "0.042"),
    ("2.1", "(4, 0.02)", "wrong", "0.042"),
    ("2.1", "(4, 0.01)", "wrong", "0.042"),
    ("2.1", "(3, 0.02)", "wrong", "gentle"),
    ("2.1", "(3, 0.01)", "wrong", "safest"),
    ("2.1", "(3, 0.042)", "wrong", "0.042"),
    ("2.1", "(3, 0.04)", "wrong", "offer"),
    ("2.1", "(3, 0.0396)", "wrong", "offer"),
    ("2.1", "(3, 0.981)", "wrong", "factor"),
    ("2.1", "(3, -0.9)", "wrong", "factor"),
    ("2.1", "(3, 0.38)", "wrong", "point"),
    ("2.1", "(3, 38)", "wrong", "point|rate"),
    ("2.1", "(3, 2)", "wrong", "rate itself|place"),
    ("2.1", "(3, 3)", "wrong", "rate itself|place"),
    ("2.1", "(2, 0.02)", "wrong", "overshoot"),
    ("2.1", "(2, 0.01)", "wrong", "overshoot|1/50"),
    ("2.1", "(2, 0.038)", "wrong", "overshoot"),
    ("2.1", "(2, 0.042)", "wrong", "how many|each|0.042"),
    ("2.1", "(1, 0.038)", "wrong", "overshoot"),
    ("2.1", "(1, 0.042)", "wrong", "how many|0.042"),
    ("2.1", "(1, 0.02)", "wrong", "how many|overshoot"),
    ("2.1", "(0, 0.01)", "wrong", "each direction"),
    ("2.1", "(0.038, 3)", "wrong", "first"),
    ("2.1", "(0.02, 2)", "wrong", "first"),
    ("2.1", "3", "wrong", "!Wanted a tuple"),
    ("2.1", "0.038", "wrong", "!Wanted a tuple"),
    ("2.1", "'(3, 0.038)'", "wrong", "!Wanted a tuple|quotes"),
    ("2.1", "('3', '0.038')", "wrong", "!number|quotes"),
    ("2.1", "((0.01, 0.02, 0.038), 0.038)", "wrong", "!number|how many"),
    ("2.1", "(0.01, 0.02, 0.038)", "wrong", "how many|!entries"),
    ("2.1", "(3, 0.038, 0.9)", "wrong", "!entries"),
    # 2.2
    ("2.2", stability(), "right", ""),
    ("2.2", stability(lam="torch.linalg.eigvals(H).real.sort().values"), "right", ""),
    ("2.2", stability(lam="torch.linalg.eigh(H)[0]"), "right", ""),
    ("2.2", stability(result="[2 / lam[-1], lam[-1] / lam[0]]"), "right", ""),
    ("2.2", stability(result="torch.stack([2 / lam[-1], lam[-1] / lam[0]])"), "right", ""),
    ("2.2", stability(result="(float(2 / lam.max()), torch.linalg.cond(A).item() ** 2)"), "right", ""),
    ("2.2", stability(A="torch.cat([torch.ones(N, 1), X], dim=1)"), "right", ""),
    ("2.2", stability(lam="torch.linalg.svdvals(H).flip(0)"), "right", ""),
    ("2.2", "def answer(X):\n    A = np.hstack([X.numpy(), np.ones((len(X), 1))])\n    lam = np.linalg.eigvalsh(2 / len(X) * A.T @ A)\n    return 2 / lam[-1], lam[-1] / lam[0]", "right", ""),
    ("2.2", stability(A="X"), "wrong", "column of ones"),
    ("2.2", stability(A="torch.cat([X, torch.zeros(N, 1)], dim=1)"), "wrong", "column of zeros"),
    ("2.2", stability(A="torch.cat([X, torch.ones(N, 1)], dim=0)"), "wrong", "beside"),
    ("2.2", stability(A="torch.cat([X - X.mean(0), torch.ones(N, 1)], dim=1)"), "wrong", "as it is|as they are"),
    ("2.2", stability(A="torch.cat([(X - X.mean(0)) / X.std(0, correction=0), torch.ones(N, 1)], dim=1)"), "wrong", "as it is|as they are"),
    ("2.2", stability(H="2 / N * A @ A.T"), "wrong", "how many|rows"),
    ("2.2", stability(H="A.T @ A"), "wrong", "before it|2/N"),
    ("2.2", stability(H="2 * A.T @ A"), "wrong", "mean"),
    ("2.2", stability(H="A.T @ A / N"), "wrong", "factor 2"),
    ("2.2", stability(H="2 / A.shape[1] * A.T @ A"), "wrong", "N|examples"),
    ("2.2", stability(H="2 / (N - 1) * A.T @ A"), "wrong", "N|examples|divisor"),
    ("2.2", stability(H="torch.cov(X.T).reshape(X.shape[1], -1)"), "wrong", "ones|as it is|centre|mean"),
    ("2.2", stability(H="2 / N * A.T @ A", lam="H.diagonal().sort().values"), "wrong", "diagonal"),
    ("2.2", stability(lam="torch.linalg.svdvals(A).flip(0)"), "wrong", "square|singular"),
    ("2.2", stability(lam="torch.linalg.svdvals(A).flip(0) ** 2"), "wrong", "2|before|N"),
    ("2.2", stability(lam="torch.linalg.eigvalsh(H).flip(0)"), "wrong", "order"),
    ("2.2", stability(result="2 / lam[0], lam[-1] / lam[0]"), "wrong", "gentlest"),
    ("2.2", stability(result="2 / lam[0], lam[0] / lam[-1]"), "wrong", "order"),
    ("2.2", stability(result="2 / lam[-1], lam[0] / lam[-1]"), "wrong", "order"),
    ("2.2", stability(result="2 / lam[1], lam[1] / lam[0]"), "wrong", "last|directions"),
    ("2.2", stability(result="2 / lam[-1], lam[-1] / lam[1]"), "wrong", "gentle|smallest"),
    ("2.2", stability(result="1 / lam[-1], lam[-1] / lam[0]"), "wrong", "1/λmax"),
    ("2.2", stability(result="lam[-1] / 2, lam[-1] / lam[0]"), "wrong", "upside down|turned|limit"),
    ("2.2", stability(result="2 / (lam[-1] + lam[0]), lam[-1] / lam[0]"), "wrong", "balanced"),
    ("2.2", stability(result="2 / lam.mean(), lam[-1] / lam[0]"), "wrong", "steep|mean"),
    ("2.2", stability(result="2 / lam.sum(), lam[-1] / lam[0]"), "wrong", "steep|sum"),
    ("2.2", stability(result="2 / lam[-1], lam[-1] - lam[0]"), "wrong", "ratio|difference"),
    ("2.2", stability(result="2 / lam[-1], (lam[-1] / lam[0]).sqrt()"), "wrong", "root"),
    ("2.2", stability(result="2 / lam[-1], torch.linalg.cond(A)"), "wrong", "root"),
    ("2.2", stability(result="2 / lam[-1], (lam[-1] / lam[0]) ** 2"), "wrong", "square"),
    ("2.2", stability(result="lam[-1] / lam[0], 2 / lam[-1]"), "wrong", "first"),
    ("2.2", stability(result="2 / lam[-1]"), "wrong", "!tuple"),
    ("2.2", stability(result="lam[-1], lam[-1] / lam[0]"), "wrong", "2|limit|curvature"),
    ("2.2", stability(result="lam[-1], lam[0]"), "wrong", "curvature"),
    ("2.2", "def answer(X):\n    H = 2 * (X.T @ X) / len(X)\n    return 2 / H.max(), torch.linalg.cond(X) ** 2", "wrong", "largest entry|ones"),
    ("2.2", "lambda X: (0.0005, 3000.0)", "wrong", "!Wanted"),
    # 2.3
    ("2.3", z_scores(), "right", ""),
    ("2.3", z_scores("[(X_train - mean) / std, (X_val - mean) / std]"), "right", ""),
    ("2.3", z_scores(std="X_train.var(dim=0, correction=0).sqrt()"), "right", ""),
    ("2.3", z_scores(std="((X_train - X_train.mean(dim=0)) ** 2).mean(dim=0) ** 0.5"), "right", ""),
    ("2.3", z_scores(std="X_train.std(dim=0, unbiased=False)"), "right", ""),
    ("2.3", z_scores(std="X_train.std(0, correction=0) + 1e-8"), "right", ""),
    ("2.3", z_scores("(((X_train - mean) / std).double(), ((X_val - mean) / std).double())"), "right", ""),
    ("2.3", z_scores("(((X_train - mean) / std).numpy(), ((X_val - mean) / std).numpy())"), "right", ""),
    ("2.3", z_scores(mean="X_train.numpy().mean(0)", std="X_train.numpy().std(0)"), "right", ""),
    ("2.3", "def answer(X_train, X_val):\n    return tuple((X - X_train.mean(0)) / X_train.std(0, correction=0) for X in (X_train, X_val))", "right", ""),
    ("2.3", z_scores("(X_train - mean) / std, (X_val - X_val.mean(0)) / X_val.std(0, correction=0)"), "wrong", "own mean"),
    ("2.3", z_scores("(X_train - mean) / std, (X_val - X_val.mean(0)) / std"), "wrong", "mean"),
    ("2.3", z_scores("(X_train - mean) / std, (X_val - mean) / X_val.std(0, correction=0)"), "wrong", "standard deviation"),
    ("2.3", z_scores(mean="torch.cat([X_train, X_val]).mean(0)", std="torch.cat([X_train, X_val]).std(0, correction=0)"), "wrong", "has seen"),
    ("2.3", z_scores(mean="torch.cat([X_train, X_val]).mean(0)"), "wrong", "seen|mean"),
    ("2.3", z_scores(std="torch.cat([X_train, X_val]).std(0, correction=0)"), "wrong", "seen|deviation"),
    ("2.3", z_scores(std="X_train.std(dim=0)"), "wrong", "N − 1"),
    ("2.3", z_scores(mean="X_train.mean()", std="X_train.std(correction=0)"), "wrong", "whole table"),
    ("2.3", z_scores(mean="X_train.mean()"), "wrong", "whole table|one mean"),
    ("2.3", z_scores(std="X_train.std(correction=0)"), "wrong", "whole table|one"),
    ("2.3", z_scores(std="X_train.var(dim=0, correction=0)"), "wrong", "variance"),
    ("2.3", z_scores(std="X_train.var(dim=0)"), "wrong", "variance"),
    ("2.3", z_scores("X_train / std, X_val / std"), "wrong", "centred"),
    ("2.3", z_scores("X_train - mean, X_val - mean"), "wrong", "spread|deviation"),
    ("2.3", z_scores("X_train - mean / std, X_val - mean / std"), "wrong", "Parentheses"),
    ("2.3", z_scores("(mean - X_train) / std, (mean - X_val) / std"), "wrong", "sign"),
    ("2.3", z_scores("(X_train + mean) / std, (X_val + mean) / std"), "wrong", "subtract|centre|added"),
    ("2.3", z_scores("(X_train - mean) * std, (X_val - mean) * std"), "wrong", "multipl|divi"),
    ("2.3", z_scores("(X_train - std) / mean, (X_val - std) / mean"), "wrong", "places"),
    ("2.3", z_scores("(X_train - mean) / std, X_val"), "wrong", "as they were|as it was"),
    ("2.3", z_scores("X_train, X_val"), "wrong", "as they were|as it was|given"),
    ("2.3", z_scores("(X_train - mean) / std, X_val - mean"), "wrong", "spread|deviation"),
    ("2.3", z_scores("(X_val - mean) / std, (X_train - mean) / std"), "wrong", "first"),
    ("2.3", z_scores(mean="X_val.mean(0)", std="X_val.std(0, correction=0)"), "wrong", "validation data"),
    ("2.3", z_scores(mean="X_train.mean(dim=1, keepdim=True)", std="X_train.std(dim=1, correction=0, keepdim=True)"), "wrong", "!shape|dim|features|Raised"),
    ("2.3", z_scores(mean="X_train.mean(dim=1)"), "wrong", "along the features"),
    ("2.3", "def answer(X_train, X_val):\n    return tuple((X - X.mean(1, keepdim=True)) / X.std(1, correction=0, keepdim=True) for X in (X_train, X_val))", "wrong", "along the features"),
    ("2.3", "def answer(X_train, X_val):\n    X_train = (X_train - X_train.mean(0)) / X_train.std(0, correction=0)\n    X_val = (X_val - X_train.mean(0)) / X_train.std(0, correction=0)\n    return X_train, X_val", "wrong", "by then|already"),
    ("2.3", "def answer(X_train, X_val):\n    mean, std = X_train.mean(0), X_train.std(0, correction=0)\n    X_train -= mean\n    X_val -= mean\n    return X_train / std, X_val / std", "wrong", "writes into|-="),
    ("2.3", "def answer(X_train, X_val):\n    X_train -= X_train.mean(0)\n    X_train /= X_train.std(0, correction=0)\n    return X_train, X_val", "wrong", "!caller's tensor|writes"),
    ("2.3", z_scores(mean="X_train.min(0).values", std="(X_train.max(0).values - X_train.min(0).values)"), "wrong", "smallest|0 to 1|min"),
    ("2.3", z_scores(mean="X_train.median(0).values"), "wrong", "median"),
    ("2.3", z_scores(std="(X_train - X_train.mean(0)).abs().mean(0)"), "wrong", "sizes|absolute|squares"),
    ("2.3", z_scores(std="X_train.abs().max(0).values"), "wrong", "largest"),
    ("2.3", z_scores("(((X_train - mean) / std).tolist(), ((X_val - mean) / std).tolist())"), "wrong", "!torch.tensor"),
    ("2.3", z_scores("torch.cat([(X_train - mean) / std, (X_val - mean) / std])"), "wrong", "!tuple|two"),
    ("2.3", z_scores("(X_val - mean) / std"), "wrong", "!tuple|both"),
    ("2.3", z_scores("mean, std"), "wrong", "!shape"),
    ("2.3", z_scores(std="X_train.std(dim=0, correction=0) ** 2"), "wrong", "variance"),
    ("2.3", z_scores("(X_train - mean) / std, X_val / std"), "wrong", "not centred"),
    ("2.3", z_scores(mean="X_val.mean(dim=0)"), "wrong", "mean"),
    ("2.3", z_scores(std="X_val.std(dim=0, correction=0)"), "wrong", "standard deviation"),
    ("2.3", z_scores("(X_train - mean) / std, (X_train - mean) / std"), "wrong", "twice"),
    ("2.3", z_scores("X_train / mean, X_val / mean"), "wrong", "by the mean"),
    ("2.3", z_scores(std="(X_train - X_train.mean(0)).pow(2).sum(0).sqrt()"), "wrong", "sum of squares"),
    # 2.4
    ("2.4", raw("w_z / std", "b_z - w_z * mean / std"), "right", ""),
    ("2.4", raw("w_z * (1 / std)", "b_z - w_z / std * mean"), "right", ""),
    ("2.4", raw("w_z / std", "(b_z * std - w_z * mean) / std"), "right", ""),
    ("2.4", raw("float(w_z) / float(std)", "float(b_z) + float(w_z) * (0 - float(mean)) / float(std)"), "right", ""),
    ("2.4", "lambda w_z, b_z, mean, std: [w_z / std, b_z - w_z * mean / std]", "right", ""),
    ("2.4", "lambda w_z, b_z, mean, std: torch.tensor([w_z / std, b_z - w_z * mean / std])", "right", ""),
    ("2.4", "lambda w_z, b_z, mean, std: np.array([w_z / std, b_z - w_z * mean / std])", "right", ""),
    ("2.4", raw("w_z // std", "b_z - w_z * mean // std"), "wrong", "//"),
    ("2.4", raw("w_z / std", "b_z - w_z * mean // std"), "wrong", "//|whole"),
    ("2.4", raw("round(w_z / std)", "round(b_z - w_z * mean / std)"), "wrong", "round"),
    ("2.4", raw("float(round(w_z / std))", "float(round(b_z - w_z * mean / std))"), "wrong", "round"),
    ("2.4", raw("int(w_z / std)", "int(b_z - w_z * mean / std)"), "wrong", "drop|point"),
    ("2.4", raw("round(w_z / std, 2)", "round(b_z - w_z * mean / std, 2)"), "wrong", "round"),
    ("2.4", raw("w_z / std", "b_z"), "wrong", "z = 0"),
    ("2.4", raw("w_z", "b_z"), "wrong", "as it was|changed|as they"),
    ("2.4", raw("w_z", "b_z - w_z * mean / std"), "wrong", "weight|one unit"),
    ("2.4", raw("w_z", "b_z - w_z * mean"), "wrong", "weight|one unit"),
    ("2.4", raw("w_z * std", "b_z - w_z * mean * std"), "wrong", "1/std"),
    ("2.4", raw("w_z * std", "b_z - w_z * mean / std"), "wrong", "1/std|weight"),
    ("2.4", raw("w_z * std", "b_z"), "wrong", "1/std|bias"),
    ("2.4", raw("w_z / std", "b_z + w_z * mean / std"), "wrong", "sign"),
    ("2.4", raw("w_z / std", "w_z * mean / std - b_z"), "wrong", "sign"),
    ("2.4", raw("w_z / std", "-w_z * mean / std"), "wrong", "b_z"),
    ("2.4", raw("-w_z / std", "b_z - w_z * mean / std"), "wrong", "sign"),
    ("2.4", raw("w_z / std", "b_z - w_z * mean"), "wrong", "divided by std as well"),
    ("2.4", raw("w_z / std", "b_z - mean / std"), "wrong", "w_z"),
    ("2.4", raw("w_z / std", "b_z - mean"), "wrong", "temperature"),
    ("2.4", raw("w_z / std", "b_z - mean * std"), "wrong", "w_z|temperature"),
    ("2.4", raw("w_z / std", "(b_z - w_z * mean) / std"), "wrong", "b_z is a temperature"),
    ("2.4", raw("w_z / std", "(b_z - mean) / std"), "wrong", "b_z is a temperature|temperature"),
    ("2.4", raw("w_z / std", "b_z / std"), "wrong", "temperature"),
    ("2.4", raw("w_z / std", "b_z - (w_z / std) * mean / std"), "wrong", "twice|once"),
    ("2.4", raw("w_z / std", "b_z - w_z * std / mean if mean else b_z"), "wrong", "upside|mean|places"),
    ("2.4", raw("w_z / std**2", "b_z - w_z * mean / std**2"), "wrong", "square|std"),
    ("2.4", raw("w_z * std", "b_z + w_z * mean"), "wrong", "turned round"),
    ("2.4", raw("(w_z - mean) / std", "(b_z - mean) / std"), "wrong", "parameters|readings"),
    ("2.4", raw("w_z * std + mean", "b_z * std + mean"), "wrong", "parameters|readings"),
    ("2.4", raw("0.1 * w_z", "b_z"), "wrong", "tenth|0.1"),
    ("2.4", raw("b_z - w_z * mean / std", "w_z / std"), "wrong", "first"),
    ("2.4", raw("std / w_z if w_z else 0.0", "b_z - w_z * mean / std"), "wrong", "upside"),
    ("2.4", raw("abs(w_z) / std", "b_z - abs(w_z) * mean / std"), "wrong", "sign|abs|negative"),
    ("2.4", "lambda w_z, b_z, mean, std: w_z / std", "wrong", "!tuple"),
    ("2.4", "lambda w_z, b_z, std, mean: (w_z / std, b_z - w_z * mean / std)", "wrong", "change places|order"),
    ("2.4", "lambda b_z, w_z, mean, std: (w_z / std, b_z - w_z * mean / std)", "wrong", "change places|order"),
    ("2.4", "lambda w_z, b_z, mean, std: w_z * (1 - mean) / std + b_z", "wrong", "!tuple"),
    ("2.4", raw("w_z / std", "b_z * std - w_z * mean"), "wrong", "factor of std"),
    ("2.4", raw("w_z / std", "b_z - w_z"), "wrong", "mean and std"),
    ("2.4", raw("w_z / std", "w_z * mean / std"), "wrong", "b_z"),
    ("2.4", raw("w_z / std", "b_z + mean / std"), "wrong", "w_z"),
    ("2.4", raw("w_z / std", "b_z + w_z * mean"), "wrong", "sign"),
    ("2.4", raw("w_z * std", "b_z - w_z * mean"), "wrong", "1/std"),
    # 2.5
    ("2.5", prepare(), "right", ""),
    ("2.5", "def answer(X, train, val):\n    a, b = X[train], X[val]\n    m = a.nanmean(0)\n    a, b = torch.where(a.isnan(), m, a), torch.where(b.isnan(), m, b)\n    return (a - a.mean(0)) / a.std(0, correction=0), (b - a.mean(0)) / a.std(0, correction=0)", "right", ""),
    ("2.5", "def answer(X, train, val):\n    m = X[train].nanmean(0)\n    Z = (X - m).nan_to_num(0.0)\n    Z = Z / (Z[train] ** 2).mean(0).sqrt()\n    return [Z[train], Z[val]]", "right", ""),
    ("2.5", "def answer(X, train, val):\n    X = X.numpy().copy()\n    m = np.nanmean(X[train.numpy()], axis=0)\n    X = np.where(np.isnan(X), m, X)\n    a, b = X[train.numpy()], X[val.numpy()]\n    return (a - a.mean(0)) / a.std(0), (b - a.mean(0)) / a.std(0)", "right", ""),
    ("2.5", prepare(filled="X.clone()", mean="means", std="means").replace("    mean, std", "    for j in range(X.shape[1]):\n        filled[X[:, j].isnan(), j] = means[j]\n    mean, std = filled[train].mean(0), filled[train].std(0, correction=0)\n    _, _"), "right", ""),
    ("2.5", prepare(means="X.nanmean(dim=0)", mean="filled.mean(dim=0)", std="filled.std(dim=0, correction=0)"), "open", ""),
    ("2.5", prepare(means="X.nanmean(dim=0)"), "wrong", "one line earlier"),
    ("2.5", prepare(mean="filled.mean(dim=0)", std="filled.std(dim=0, correction=0)"), "wrong", "still come from all"),
    ("2.5", prepare(std="filled.std(dim=0, correction=0)"), "wrong", "standard deviation"),
    ("2.5", prepare(mean="filled.mean(dim=0)"), "wrong", "mean"),
    ("2.5", prepare(means="X.nanmean(dim=0)", std="filled.std(dim=0, correction=0)"), "wrong", "all examples|standard deviation"),
    ("2.5", prepare(means="X.nanmean(dim=0)", mean="filled.mean(dim=0)"), "wrong", "all examples|mean"),
    ("2.5", prepare(means="X[val].nanmean(dim=0)"), "wrong", "validation"),
    ("2.5", prepare(mean="filled[val].mean(dim=0)", std="filled[val].std(dim=0, correction=0)"), "wrong", "validation"),
    ("2.5", prepare(means="X[train].nanmean()"), "wrong", "own|whole table|feature"),
    ("2.5", prepare(means="X[train].mean(dim=0)"), "wrong", "nan"),
    ("2.5", prepare(means="X[train].nanmedian(dim=0).values"), "wrong", "median"),
    ("2.5", prepare(means="torch.tensor(0.0)"), "wrong", "reading of 0"),
    ("2.5", prepare(filled="X.nan_to_num(0.0)"), "wrong", "reading of 0"),
    ("2.5", prepare(filled="torch.where(X.isnan(), X, means)"), "wrong", "torch.where"),
    ("2.5", prepare(filled="X"), "wrong", "nan|gap"),
    ("2.5", prepare(std="filled[train].std(dim=0)"), "wrong", "N − 1|correction|those"),
    ("2.5", "def answer(X, train, val):\n    m = X[train].nanmean(0)\n    s = ((X[train] - m) ** 2).nanmean(0).sqrt()\n    return ((X[train] - m) / s).nan_to_num(0.0), ((X[val] - m) / s).nan_to_num(0.0)", "wrong", "N − 1|before|those"),
    ("2.5", prepare(mean="filled[train].mean()", std="filled[train].std(correction=0)"), "wrong", "feature|whole table"),
    ("2.5", prepare(mean="filled[:len(train)].mean(0)", std="filled[:len(train)].std(0, correction=0)"), "wrong", "indices"),
    ("2.5", prepare(means="X[:len(train)].nanmean(0)", mean="filled[:len(train)].mean(0)", std="filled[:len(train)].std(0, correction=0)"), "wrong", "indices"),
    ("2.5", prepare(result="(filled[:len(train)] - mean) / std, (filled[len(train):] - mean) / std"), "wrong", "indices"),
    ("2.5", prepare(result="(filled[val] - mean) / std, (filled[train] - mean) / std"), "wrong", "first|order"),
    ("2.5", prepare(result="(filled[train] - mean) / std, (filled[val] - filled[val].mean(0)) / filled[val].std(0, correction=0)"), "wrong", "own"),
    ("2.5", prepare(result="(filled[train] - mean) / std, filled[val]"), "wrong", "validation|scaled"),
    ("2.5", prepare(result="filled[train] - mean, filled[val] - mean"), "wrong", "spread|deviation|divi"),
    ("2.5", prepare(result="filled[train], filled[val]"), "wrong", "scal|standardis"),
    ("2.5", prepare(result="(filled - mean) / std"), "wrong", "!tuple|shape"),
    ("2.5", "def answer(X, train, val):\n    a = X[train]\n    a = a[~a.isnan().any(1)]\n    m, s = a.mean(0), a.std(0, correction=0)\n    b = torch.where(X[val].isnan(), m, X[val])\n    return (a - m) / s, (b - m) / s", "wrong", "no example|row|fill"),
    ("2.5", "def answer(X, train, val):\n    f = [torch.where(p.isnan(), p.nanmean(0), p) for p in (X[train], X[val])]\n    return tuple((p - p.mean(0)) / p.std(0, correction=0) for p in f)", "wrong", "world|own"),
    ("2.5", "def answer(X, train, val):\n    f = [torch.where(p.isnan(), p.nanmean(0), p) for p in (X[train], X[val])]\n    return tuple((p - f[0].mean(0)) / f[0].std(0, correction=0) for p in f)", "wrong", "of their own"),
    ("2.5", "def answer(X, train, val):\n    m = X[train].nanmean(0)\n    X[X.isnan()] = 0\n    return X[train], X[val]", "wrong", "!caller's tensor"),
    # 2.6
    ("2.6", predict(), "right", ""),
    ("2.6", predict(d="w * zx + b - zy", update="w - lr * 2 * (d * zx).mean(), b - lr * 2 * d.mean()"), "right", ""),
    ("2.6", predict(result="((w * z_new + b) * sy + my).double()"), "right", ""),
    ("2.6", predict(result="((w * z_new + b) * sy + my).numpy()"), "right", ""),
    ("2.6", "def answer(x, y, x_new, lr, num_epochs):\n    z = lambda v, s: (v - s.mean()) / s.std(correction=0)\n    p = torch.zeros(2, requires_grad=True)\n    for _ in range(num_epochs):\n        loss = ((p[0] * z(x, x) + p[1] - z(y, y)) ** 2).mean()\n        g, = torch.autograd.grad(loss, p)\n        p = (p - lr * g).detach().requires_grad_()\n    return (p[0] * z(x_new, x) + p[1]) * y.std(correction=0) + y.mean()", "right", ""),
    ("2.6", "def answer(x, y, x_new, lr, num_epochs):\n    A = np.stack([(x - x.mean()) / x.std(correction=0), np.ones(len(x))], 1)\n    t = ((y - y.mean()) / y.std(correction=0)).numpy()\n    p = np.zeros(2)\n    for _ in range(num_epochs):\n        p -= lr * 2 / len(x) * A.T @ (A @ p - t)\n    return (p[0] * ((x_new - x.mean()) / x.std(correction=0)).numpy() + p[1]) * float(y.std(correction=0)) + float(y.mean())", "right", ""),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, (x_new - x_new.mean()) / x_new.std(correction=0)"), "wrong", "own mean"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, (x_new - x_new.mean()) / x_new.std()"), "wrong", "own mean"),
    ("2.6", predict(scales="torch.cat([x, x_new]).mean(), torch.cat([x, x_new]).std(correction=0), y.mean(), y.std(correction=0)"), "wrong", "seen"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, x_new"), "wrong", "raw"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, x_new - mx"), "wrong", "new"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, (x_new - my) / sy"), "wrong", "new|y"),
    ("2.6", predict(z="(x - mx) / sx, y, (x_new - mx) / sx", result="w * z_new + b"), "wrong", "as it is"),
    ("2.6", predict(z="(x - mx) / sx, y, (x_new - mx) / sx"), "wrong", "undone|scaled|target"),
    ("2.6", predict(z="(x - mx) / sx, y - my, (x_new - mx) / sx", result="w * z_new + b + my"), "right", ""),
    ("2.6", predict(z="x, y, x_new", result="w * z_new + b"), "wrong", "scal"),
    ("2.6", predict(z="x, (y - my) / sy, x_new"), "wrong", "scal|x|inputs"),
    ("2.6", predict(z="x - mx, y - my, x_new - mx", result="w * z_new + b + my"), "wrong", "centred|deviation"),
    ("2.6", predict(result="w * z_new + b"), "wrong", "z-scores"),
    ("2.6", predict(result="(w * z_new + b) * sy"), "wrong", "level"),
    ("2.6", predict(result="w * z_new + b + my"), "wrong", "spread"),
    ("2.6", predict(result="((w * z_new + b) + my) * sy"), "wrong", "last|order|first"),
    ("2.6", predict(result="(w * z_new + b) / sy + my"), "wrong", "divi"),
    ("2.6", predict(result="(w * z_new + b) * sy - my"), "wrong", "sign|add|subtract"),
    ("2.6", predict(result="((w * z_new + b) - my) / sy"), "wrong", "once more|undo|again"),
    ("2.6", predict(result="(w * z_new + b) * sx + mx"), "wrong", "scaling of x"),
    ("2.6", predict(scales="x.mean(), x.std(correction=0), x.mean(), x.std(correction=0)"), "wrong", "y has|of its own"),
    ("2.6", predict(scales="x.mean(), x.std(), y.mean(), y.std()"), "wrong", "N − 1"),
    ("2.6", predict(scales="x.mean(), x.std(), y.mean(), y.std(correction=0)"), "wrong", "N − 1"),
    ("2.6", predict(scales="x.mean(), x.std(correction=0), y.mean(), y.std()"), "right", ""),
    ("2.6", predict(scales="x.mean(), x.var(correction=0), y.mean(), y.var(correction=0)"), "wrong", "variance"),
    ("2.6", predict(start="1.0, 0.0"), "wrong", "w = 1"),
    ("2.6", predict(start="0.0, 1.0"), "wrong", "starts|begins|b"),
    ("2.6", predict(d="(w * zx + b - zy) / len(x)"), "wrong", "half as long"),
    ("2.6", predict(d="4 * (w * zx + b - zy) / len(x)"), "wrong", "twice as long"),
    ("2.6", predict(d="2 * (w * zx + b - zy)"), "wrong", "mean"),
    ("2.6", predict(update="w - lr * (d * zx).mean(), b - lr * d.mean()"), "wrong", "N"),
    ("2.6", predict(update="w + lr * (d * zx).sum(), b + lr * d.sum()"), "wrong", "uphill"),
    ("2.6", predict(update="w - 0.1 * (d * zx).sum(), b - 0.1 * d.sum()"), "wrong", "lr"),
    ("2.6", predict(loop="range(num_epochs + 1)"), "wrong", "once too often"),
    ("2.6", predict(loop="range(num_epochs - 1)"), "wrong", "once|one"),
    ("2.6", predict(loop="range(100)"), "wrong", "num_epochs"),
    ("2.6", predict(loop="range(1000)"), "wrong", "num_epochs"),
    ("2.6", predict().replace("    return", "        return"), "wrong", "!return|None"),
    ("2.6", predict(result="(w * zx + b) * sy + my"), "wrong", "!shape"),
    ("2.6", predict(result="torch.tensor([w, b])"), "wrong", "!shape|Raised|Got"),
    ("2.6", predict(result="my + 0 * x_new"), "wrong", "mean"),
    ("2.6", "def answer(x, y, x_new, lr, num_epochs):\n    w = ((x - x.mean()) * (y - y.mean())).mean() / x.var(correction=0)\n    return w * (x_new - x.mean()) + y.mean()", "wrong", "num_epochs|epochs"),
    ("2.6", "def answer(x, y, x_new, lr, num_epochs):\n    x -= x.mean()\n    return x_new", "wrong", "!caller's tensor|changed"),
    ("2.6", predict(result="w * x_new + b"), "wrong", "Two things"),
    ("2.6", predict(result="(w * z_new + b) * sy + mx"), "wrong", "of x"),
    ("2.6", predict(result="(w * z_new + b) * sx + my"), "wrong", "of x"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, (x_new + mx) / sx"), "wrong", "added"),
    ("2.6", predict(z="(x - mx) / sx, (y - my) / sy, x_new * sx + mx"), "wrong", "unscaled"),
    ("2.6", predict(z="x / sx, y / sy, x_new / sx", result="(w * z_new + b) * sy"), "wrong", "not centred"),
    # b never moves: the z-scores of y have the mean 0
    ("2.6", predict(update="w - lr * (d * zx).sum(), b"), "right", ""),
]  # fmt: skip


@pytest.mark.parametrize(("number", "code", "kind", "word"), ANSWERS)
def test_answers_get_their_verdict_and_a_word_that_helps(
    number: str, code: str, kind: str, word: str
) -> None:
    assert_told(number, code, kind, word)
