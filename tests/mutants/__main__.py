"""`make mutants`: plants a sample of faults in the package and in the notebooks.

`make mutants ARGS="package --only figures --sample 40 --seed 2"` tries another sample of one room.
"""

import argparse
import sys
from collections.abc import Sequence

from tests.mutants.tables import ROOT, share_noticed, summary

RESULTS = ROOT / "build/mutants"
GOALS = {"package": 95.0, "notebooks": 98.0}  # percent


def main(arguments: Sequence[str]) -> int:
    """Try the samples that were asked for; the exit status says whether a goal was missed."""
    parser = argparse.ArgumentParser(prog="make mutants", description=__doc__)
    parser.add_argument("where", nargs="*", choices=[*GOALS, []], help="both if none is named")
    parser.add_argument("--sample", type=int, default=40, help="faults for each; default 40")
    parser.add_argument("--seed", type=int, default=1, help="which sample; default 1")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once; default 1")
    parser.add_argument("--only", default="", help="files whose path has one of these: 01,02")
    parser.add_argument("--files", type=int, default=1000, help="with tests, the nearest of a room")
    asked = parser.parse_args(arguments)
    from tests.mutants import notebooks, package  # late: each forked process imports this file

    missed = False
    for name in asked.where or GOALS:
        written = RESULTS / f"{name}.json"
        run = {"package": package.main, "notebooks": notebooks.main}[name]
        results = run(asked, written)
        print(f"\n{name}\n\n{summary(results, GOALS[name])}\n\nall in {written.relative_to(ROOT)}")
        missed |= share_noticed(results) < GOALS[name]
    return int(missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
