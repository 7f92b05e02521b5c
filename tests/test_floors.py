"""Who may import whom in `course_utils`: imports point down, and importing does nothing else."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import course_utils

PACKAGE = Path(course_utils.__file__).parent
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 200  # lines; a longer file is asking to become two ideas

# A room imports only from floors below its own. All files of exercises/ together are one
# room, and so are those of explorers/ and of fashion/.
ROOMS = [
    "autodiff batching data idx metrics models optimizers progress runtime run_states safe_files "
    "scaling stacking trials wording",
    "artists checkpoints ensembles evaluation fashion landscapes",
    "descriptions images sharding training",
    "distributed exercises figures",
    "checks doctor plotting surfaces",
    "explorers",
    "__main__",
]
FLOORS = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms.split()}
LATE = {"seaborn", "sklearn", "pandas", "ipywidgets", "IPython", "ipykernel", "matplotlib_inline"}


def imported(node: ast.AST) -> list[str]:
    """The dotted names that an import statement asks for; none for anything else."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        source = "." * node.level + (node.module or "")
        return [f"{source}.{alias.name}" for alias in node.names]
    return []


def at_module_level(node: ast.AST) -> list[ast.AST]:
    """All statements that run when the module is imported: those outside of functions.

    `if TYPE_CHECKING:` is for mypy alone and never runs.
    """
    found: list[ast.AST] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and ast.unparse(child.test) == "TYPE_CHECKING":
            found += [s for other in child.orelse for s in (other, *at_module_level(other))]
        elif not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            found += [child, *at_module_level(child)]
    return found


def complaints(room: str, source: str) -> list[str]:
    """What is wrong with the imports of a file of this room, one sentence each."""
    tree = ast.parse(source)
    if room not in FLOORS:
        return [f"{room} has no floor yet: give it one in ROOMS of tests/test_floors.py."]
    said = []
    for wanted in (name for node in ast.walk(tree) for name in imported(node)):
        top, *rest = wanted.split(".")
        if wanted.startswith("."):
            said.append(f"{room} imports {wanted}: write course_utils and the module in full.")
        if rest[-1:] == ["*"]:
            said.append(f"{room} imports {wanted}: name what is needed.")
        if top == "course_utils" and rest and rest[0] not in (room, "*"):
            floor = FLOORS.get(rest[0])
            if floor is None or floor >= FLOORS[room]:
                said.append(
                    f"{room} (floor {FLOORS[room]}) imports {rest[0]} (floor {floor}): "
                    "only lower floors may be imported."
                )
    for early in (name for node in at_module_level(tree) for name in imported(node)):
        if early.split(".")[0] in LATE:
            said.append(f"{room} imports {early} at once: import it in the function that needs it.")
    lines = len(source.splitlines())
    if lines > LONGEST:
        said.append(f"{room} has {lines} lines, more than {LONGEST}: make it two ideas.")
    return said


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_file_keeps_the_house_rules(path: Path) -> None:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    if parts == ("__init__",):
        assert not [
            name for node in ast.walk(ast.parse(path.read_text("utf-8"))) for name in imported(node)
        ]
    else:
        assert complaints(parts[0], path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source", "fault"),
    [
        ("data", "from course_utils.runtime import prepare", "only lower floors"),
        ("data", "from course_utils import runtime", "only lower floors"),
        ("runtime", "def f():\n    import course_utils.explorers", "only lower floors"),
        ("explorers", "import course_utils.nowhere", "(floor None)"),
        ("cellar", "", "has no floor yet"),
        ("data", "from math import *", "name what is needed"),
        ("explorers", "from course_utils.plotting import *", "name what is needed"),
        ("explorers", "from .plotting import plot_fit", "in full"),
        ("figures", "import seaborn as sns", "in the function that needs it"),
        ("explorers", "if True:\n    from ipywidgets import HTML", "in the function that needs it"),
        ("explorers", "class A:\n    import pandas", "in the function that needs it"),
        (
            "explorers",
            "if TYPE_CHECKING:\n    import pandas\nelse:\n    import sklearn",
            "imports sklearn at once",
        ),
        ("data", "x = 1\n" * 201, "has 201 lines"),
    ],
)
def test_each_fault_is_named(room: str, source: str, fault: str) -> None:
    (said,) = complaints(room, source)
    assert fault in said


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("plotting", "import torch\nfrom course_utils.figures import PALETTE"),
        ("explorers", "def show(self):\n    import ipywidgets"),
        ("training", "if TYPE_CHECKING:\n    import pandas"),
        ("exercises", "from course_utils.exercises import Case"),
        ("data", "x = 1\n" * 200),
    ],
)
def test_what_is_allowed_passes(room: str, source: str) -> None:
    assert complaints(room, source) == []


IMPORT_EVERYTHING = """
import importlib, pkgutil, random, sys
import numpy, torch

def state():
    return random.getstate(), numpy.random.get_state()[1].tobytes(), torch.get_num_threads()

before, torch_before = state(), torch.get_rng_state()
import course_utils
names = [m.name for m in pkgutil.walk_packages(course_utils.__path__, "course_utils.")]
names = [name for name in names if not name.endswith("__main__")]
for name in names:
    importlib.import_module(name)
assert len(names) > 10, names
assert state() == before, "importing drew or seeded random numbers, or set the threads"
assert torch.equal(torch.get_rng_state(), torch_before), "importing touched PyTorch's generator"
late = {"seaborn", "sklearn", "pandas", "ipywidgets", "IPython"} & set(sys.modules)
assert not late, f"importing brought {late}"
"""


def test_importing_everything_prints_and_seeds_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_EVERYTHING],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
