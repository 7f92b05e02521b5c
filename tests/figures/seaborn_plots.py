"""One plot of each kind that seaborn draws, from small tables with a known content."""

from collections.abc import Callable
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure

SPREAD = (-1.0, -0.5, 0.5, 1.0)  # four seeds around a mean of zero


def losses(epochs: int = 5, spread: float = 0.05) -> pd.DataFrame:
    """Losses by epoch for two batch sizes and two optimizers, four seeds each."""
    rows = [
        {
            "epoch": epoch,
            "loss": 2 / epoch + size / 500 + 0.3 * (optimizer == "Adam") + spread * off / epoch,
            "batch": f"B = {size}",
            "size": size,
            "optimizer": optimizer,
            "seed": seed,
        }
        for size in (32, 256)
        for optimizer in ("SGD", "Adam")
        for seed, off in enumerate(SPREAD)
        for epoch in range(1, epochs + 1)
    ]
    return pd.DataFrame(rows)


def penguins() -> pd.DataFrame:
    """Sixty birds of three species and both sexes, of four features."""
    generator = np.random.default_rng(0)
    mass, bill = generator.normal(5.0, 1.0, 60), generator.normal(40.0, 3.0, 60)
    table = {"species": ["Adelie", "Gentoo", "Chinstrap"] * 20, "sex": ["m"] * 30 + ["f"] * 30}
    features = {"mass (kg)": mass, "bill (mm)": bill}
    features |= {"wing (mm)": 150 + 10 * mass + generator.normal(0, 3, 60), "depth (mm)": bill / 2}
    return pd.DataFrame(table | features)


def accuracies() -> pd.DataFrame:
    """A table of accuracies: two models by three data sets."""
    values = [[0.9123, 0.8044, 0.7301], [0.6512, 0.5903, 0.4208]]
    return pd.DataFrame(values, index=["MLP", "linear"], columns=["moons", "digits", "wine"])


MASS: dict[str, Any] = {"x": "species", "y": "mass (kg)"}
LOSS: dict[str, Any] = {"x": "epoch", "y": "loss", "hue": "batch"}

# Each takes a table of its kind and draws it into the current figure or into one of its own.
LINES: dict[str, Callable[[pd.DataFrame], Any]] = {
    "lines": lambda t: sns.lineplot(t, **LOSS, errorbar="sd"),
    "one line": lambda t: sns.lineplot(t, x="epoch", y="loss", errorbar="sd"),
    "two semantics": lambda t: sns.lineplot(
        t, **LOSS, style="optimizer", markers=True, errorbar="sd"
    ),
    "numeric hue": lambda t: sns.lineplot(
        t, x="epoch", y="loss", hue="size", legend="full", palette="crest", errorbar="sd"
    ),
    "bars": lambda t: sns.lineplot(t, **LOSS, err_style="bars", errorbar="sd"),
    "units": lambda t: sns.lineplot(t, **LOSS, style="optimizer", units="seed", estimator=None),
    "points": lambda t: sns.pointplot(t, **LOSS, errorbar="sd", dodge=True),
    "grid of lines": lambda t: sns.relplot(t, **LOSS, col="optimizer", kind="line", errorbar="sd"),
}
BIRDS: dict[str, Callable[[pd.DataFrame], Any]] = {
    "scatter": lambda t: sns.scatterplot(
        t, x="bill (mm)", y="mass (kg)", hue="sex", style="species"
    ),
    "plain scatter": lambda t: sns.scatterplot(t, x="bill (mm)", y="mass (kg)"),
    "strip": lambda t: sns.stripplot(t, **MASS, hue="sex"),
    "dodged strip": lambda t: sns.stripplot(t, x="mass (kg)", y="species", hue="sex", dodge=True),
    "swarm": lambda t: sns.swarmplot(t, **MASS),
    "box": lambda t: sns.boxplot(t, **MASS, hue="sex"),
    "violin": lambda t: sns.violinplot(t, **MASS, hue="sex", split=True, inner="quart"),
    "violin with boxes": lambda t: sns.violinplot(t, **MASS),
    "bar": lambda t: sns.barplot(t, **MASS, hue="sex", errorbar="sd"),
    "capped bar": lambda t: sns.barplot(t, x="mass (kg)", y="species", errorbar="sd", capsize=0.2),
    "count": lambda t: sns.countplot(t, x="species", hue="sex"),
    "histogram": lambda t: sns.histplot(t, x="mass (kg)", hue="sex", kde=True),
    "density": lambda t: sns.kdeplot(t, x="mass (kg)", hue="sex", fill=True),
    "grid of boxes": lambda t: sns.catplot(t, **MASS, col="sex", kind="box"),
    "grid of densities": lambda t: sns.displot(
        t, x="mass (kg)", hue="species", col="sex", kind="kde"
    ),
    "pairs": lambda t: sns.pairplot(t, hue="sex"),
    "pairs with histograms": lambda t: sns.pairplot(
        t, vars=["bill (mm)", "mass (kg)"], hue="sex", diag_kind="hist", corner=True
    ),
}


def drawn(draw: Callable[[Any], Any], table: Any) -> Figure:
    """Return the figure that comes of it."""
    plt.close("all")
    draw(table)
    return plt.gcf()
