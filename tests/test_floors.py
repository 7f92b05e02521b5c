"""The plan of the house `course_utils`: who may import whom, and what a room shows.

Rooms have floors and imports point down; whoever is outside of a room uses the names of its face.
"""

import ast
import graphlib
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest

import course_utils

PACKAGE = Path(course_utils.__file__).parent
ROOT = PACKAGE.parent
FILES = sorted(PACKAGE.rglob("*.py"))
FACES = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
LONGEST = 200  # lines; a longer file is asking to become two ideas

# A room, which is a folder or a single file, imports only from floors below its own.
ROOMS = [
    "autodiff given models optimizers runtime scaling surroundings",
    "copies data doctor figures",
    "lab landscapes training",
    "exercises",
    "checks explorers",
    "teaching",
    "__main__",
]
FLOORS = {room: floor for floor, rooms in enumerate(ROOMS) for room in rooms.split()}
LATE = {"seaborn", "sklearn", "pandas", "ipywidgets", "IPython", "ipykernel", "matplotlib_inline"}
LATE |= {"jupyterlab", "jupyter_client", "nbclient", "nbformat"}


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


def names_wanted(tree: ast.AST) -> list[list[str]]:
    """What the imports of a tree want of the course, each name as its parts: ["data", "moons"]."""
    wanted = (name for node in ast.walk(tree) for name in imported(node))
    return [name.split(".")[1:] for name in wanted if name.startswith("course_utils.")]


def shown(room: str) -> list[str]:
    """The names on the face of a room that is a folder."""
    return importlib.import_module(f"course_utils.{room}").__all__


def behind_a_face(wanted: list[str]) -> str:
    """Say so where a name lies behind the face of its room; an empty text where it does not."""
    room, *rest = wanted
    if room not in FACES or not rest or (len(rest) == 1 and rest[0] in [*shown(room), "*"]):
        return ""
    return (
        f"{'.'.join(wanted)} lies behind the face of {room}: import what course_utils.{room} shows."
    )


def complaints(room: str, source: str) -> list[str]:
    """What is wrong with the imports of a file of this room, one sentence each."""
    tree = ast.parse(source)
    if room not in FLOORS:
        return [f"{room} has no floor yet: give it one in ROOMS of tests/test_floors.py."]
    said = []
    for wanted in (name for node in ast.walk(tree) for name in imported(node)):
        if wanted.startswith("."):
            said.append(f"{room} imports {wanted}: write course_utils and the module in full.")
        if wanted.endswith(".*"):
            said.append(f"{room} imports {wanted}: name what is needed.")
    for parts in names_wanted(tree):
        if parts[0] not in (room, "*"):
            floor = FLOORS.get(parts[0])
            if floor is None or floor >= FLOORS[room]:
                said.append(
                    f"{room} (floor {FLOORS[room]}) imports {parts[0]} (floor {floor}): "
                    "only lower floors may be imported."
                )
            elif behind := behind_a_face(parts):
                said.append(f"{room}: {behind}")
    for early in (name for node in at_module_level(tree) for name in imported(node)):
        if early.split(".")[0] in LATE:
            said.append(f"{room} imports {early} at once: import it in the function that needs it.")
    lines = len(source.splitlines())
    if lines > LONGEST:
        said.append(f"{room} has {lines} lines, more than {LONGEST}: make it two ideas.")
    return said


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_file_keeps_the_house_rules(path: Path) -> None:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    if parts == ("__init__",):
        assert not names_wanted(ast.parse(path.read_text("utf-8")))
    else:
        assert complaints(parts[0], path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("room", "source", "fault"),
    [
        ("data", "from course_utils.training import train", "only lower floors"),
        ("data", "from course_utils import training", "only lower floors"),
        ("runtime", "def f():\n    import course_utils.explorers", "only lower floors"),
        ("checks", "import course_utils.explorers", "only lower floors"),
        ("explorers", "import course_utils.nowhere", "(floor None)"),
        ("cellar", "", "has no floor yet"),
        ("data", "from math import *", "name what is needed"),
        ("explorers", "from course_utils.figures import *", "name what is needed"),
        ("explorers", "from .plotting import plot_fit", "in full"),
        ("explorers", "from course_utils.figures.plotting import as_array", "behind the face of"),
        ("explorers", "from course_utils.figures.plotting import plot_fit", "behind the face of"),
        ("explorers", "from course_utils.figures import plotting", "behind the face of"),
        ("explorers", "import course_utils.figures.plotting", "behind the face of"),
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
        ("explorers", "import torch\nfrom course_utils.figures import PALETTE"),
        ("explorers", "from course_utils import figures, landscapes"),
        ("explorers", "def show(self):\n    import ipywidgets"),
        ("training", "if TYPE_CHECKING:\n    import pandas"),
        ("training", "from course_utils.training.batching import TensorBatches"),
        ("exercises", "from course_utils.exercises import Case"),
        ("data", "x = 1\n" * 200),
    ],
)
def test_what_is_allowed_passes(room: str, source: str) -> None:
    assert complaints(room, source) == []


def order_within(sources: dict[str, str]) -> list[str]:
    """The files of one room, those that are imported first; raises CycleError for a circle.

    `sources`: the text of each file by its dotted name, such as "training.loop".
    """
    graph: dict[str, set[str]] = {}
    for name, source in sources.items():
        graph[name] = set()
        for parts in names_wanted(ast.parse(source)):
            # The longest beginning that is a file: the rest is a name in that file.
            ends = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
            target = next((end for end in ends if end in sources), name)
            graph[name] |= {target} - {name}
    return list(graphlib.TopologicalSorter(graph).static_order())


@pytest.mark.parametrize("room", FACES)
def test_inside_a_room_imports_make_no_circle(room: str) -> None:
    dotted = {path: path.relative_to(PACKAGE).with_suffix("").parts for path in FILES}
    sources = {
        ".".join(part for part in parts if part != "__init__"): path.read_text("utf-8")
        for path, parts in dotted.items()
        if parts[0] == room
    }
    assert set(order_within(sources)) == set(sources)


def test_a_circle_is_noticed() -> None:
    one = "def f():\n    from course_utils.r import two"
    with pytest.raises(graphlib.CycleError):
        order_within({"r": "", "r.one": one, "r.two": "from course_utils.r.one import f"})
    with pytest.raises(graphlib.CycleError):
        order_within({"r": "from course_utils.r.one import f", "r.one": "import course_utils.r"})
    assert order_within({"r": "from course_utils.r.one import f", "r.one": ""}) == ["r.one", "r"]


@pytest.mark.parametrize("room", FACES)
def test_a_face_says_what_the_room_is_for_and_what_it_shows(room: str) -> None:
    module = importlib.import_module(f"course_utils.{room}")
    first, *rest = (module.__doc__ or "").splitlines()
    assert first.endswith("."), "the purpose, in one sentence on the first line"
    listed = set(re.findall(r"`(\w+)", "\n".join(rest)))
    assert listed >= set(module.__all__), set(module.__all__) - listed
    assert module.__all__ == sorted(
        set(module.__all__), key=lambda name: (name.upper() != name, name)
    )
    for name in module.__all__:
        assert getattr(module, name).__doc__ or name.isupper(), name


def test_the_house_lists_its_rooms() -> None:
    listed = re.findall(r"`(\w+)`", (course_utils.__doc__ or "").partition("\n\n")[2])
    # the command line, and what it stands on
    silent = {"__main__", "copies", "doctor", "given", "lab", "surroundings"}
    assert set(listed) == set(FLOORS) - silent


def arrows_drawn(plan: str) -> set[tuple[str, str]]:
    """The arrows of a Mermaid flowchart, a & b standing for both."""
    pairs = re.findall(r"^ *(\w+) --> ([\w& ]+)$", plan, re.MULTILINE)
    return {(start, end.strip()) for start, ends in pairs for end in ends.split("&")}


def test_the_plan_in_contributing_is_true() -> None:
    plan = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    groups = dict.fromkeys(("models", "autodiff", "optimizers", "scaling"), "built")
    groups |= {"runtime": "ground", "surroundings": "ground", "__main__": "main"}
    groups |= dict.fromkeys(("copies", "given", "lab"), "copies")
    arrows = set()
    for path in FILES:
        room = path.relative_to(PACKAGE).with_suffix("").parts[0]
        for parts in names_wanted(ast.parse(path.read_text("utf-8"))):
            arrow = groups.get(room, room), groups.get(parts[0], parts[0])
            arrows |= {arrow} if arrow[0] != arrow[1] else set()
    drawn = arrows_drawn(plan)
    assert {arrow for arrow in drawn if arrow[0] != "notebooks"} == arrows
    assert len(arrows_drawn("  a --> b & c\n  d --> b")) == 3


def outside() -> Iterator[tuple[str, str, str]]:
    """Each text that uses the package from outside: its name, the room it belongs to, its Python."""
    for path in sorted((ROOT / "tests").rglob("*.py")):
        parts = path.relative_to(ROOT / "tests").parts
        room = parts[0] if parts[0] in FACES else ""
        yield path.relative_to(ROOT).as_posix(), room, path.read_text("utf-8")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = nbformat.read(path, as_version=4).cells
        code = (cell.source for cell in cells if cell.cell_type == "code")
        lines = (line for source in code for line in source.splitlines())
        imports = [
            line.strip() for line in lines if re.match(r"\s*(from|import) course_utils", line)
        ]
        yield path.name, "", "\n".join(imports)
    readme = (ROOT / "README.md").read_text("utf-8")
    yield "README.md", "", "\n".join(re.findall(r"```python\n(.*?)```", readme, re.DOTALL))


@pytest.mark.parametrize(
    ("room", "source"), [pytest.param(room, source, id=name) for name, room, source in outside()]
)
def test_nobody_outside_reaches_behind_a_face(room: str, source: str) -> None:
    wanted = [parts for parts in names_wanted(ast.parse(source)) if parts[0] != room]
    assert [said for parts in wanted if (said := behind_a_face(parts))] == []


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
