"""requirements.txt, environment.yml, pyproject.toml, the workflow and the imports say the same."""

import ast
import json
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import nbformat
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.settings.table import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RANGES = {canonicalize_name(r.name): r.specifier for r in map(Requirement, PROJECT["dependencies"])}
EXTRAS = map(Requirement, PROJECT["optional-dependencies"]["teach"])
TEACH = {canonicalize_name(r.name): r.specifier for r in EXTRAS}
PYTHONS = ["3.11", "3.12", "3.13"]

# Needed, and imported nowhere, because they are run as programs or stand behind another name.
PROGRAMS = {
    "jupyterlab": "make lab, and the browser test, start it",
    "matplotlib-inline": "figures.py asks IPython for the backend by its short name, inline",
    "ipykernel": "the kernel in which every notebook runs",
    "mypy": "make test runs it",
    "ruff": "make test runs it",
    "pytest-xdist": "pytest -n auto, in pyproject.toml",
}


def requirements() -> list[Requirement]:
    """The lines of requirements.txt that are not comments."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line.split("#")[0]) for line in lines if line.split("#")[0].strip()]


PINS = {canonicalize_name(r.name): r.specifier for r in requirements()}


def sources(folder: str) -> list[str]:
    """The Python of all modules, or of all code cells (without magics), in `folder`."""
    modules = [p.read_text(encoding="utf-8") for p in sorted((ROOT / folder).rglob("*.py"))]
    books = [nbformat.read(p, as_version=4) for p in sorted((ROOT / folder).glob("*.ipynb"))]
    cells = [cell.source for book in books for cell in book.cells if cell.cell_type == "code"]
    return modules + [
        re.sub(r"^(\s*)[%!].*$", r"\1pass", cell, flags=re.MULTILINE) for cell in cells
    ]


def imported(*folders: str) -> set[str]:
    """The distributions that the code in `folders` imports, inside functions too."""
    names = set()
    for node in (n for f in folders for text in sources(f) for n in ast.walk(ast.parse(text))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    names -= set(sys.stdlib_module_names) | {"course_utils", "tests", "website"}
    known = packages_distributions()
    return {canonicalize_name(dist) for name in names for dist in known.get(name, [name])}


def test_every_direct_dependency_is_pinned_once_and_exactly():
    for requirement in requirements():
        (pin,) = requirement.specifier
        assert pin.operator == "==", requirement
        assert "*" not in pin.version, requirement
    assert len(requirements()) == len(PINS)


def test_requirements_list_what_is_imported_or_run_and_nothing_else():
    assert set(PINS) == imported("course_utils", "tests", "notebooks") | set(PROGRAMS)


def test_what_the_package_and_the_notebooks_import_is_in_pyproject():
    assert imported("course_utils", "notebooks") <= set(RANGES) | set(TEACH)
    assert set(TEACH) <= imported("course_utils/teaching")


def test_pyproject_asks_for_ranges_that_contain_the_pins():
    for name, allowed in (RANGES | TEACH).items():
        (pin,) = PINS[name]
        assert pin.version in allowed, f"{name}: {pin} is outside {allowed}"
        assert not any(part.operator in ("==", "===", "~=", "<", "<=") for part in allowed), (
            f"{name}: {allowed}"
        )


def test_conda_gives_python_and_defers_to_requirements():
    given = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert [d for d in given if isinstance(d, str)] == ["python=3.12", "pip"]
    (pip,) = (d["pip"] for d in given if isinstance(d, dict))
    assert pip == [
        "--extra-index-url https://download.pytorch.org/whl/cpu",
        "-r requirements.txt",
        "-e .",
    ]


def test_the_same_pythons_everywhere():
    def takes(versions: SpecifierSet) -> list[str]:
        return [f"3.{minor}" for minor in range(8, 30) if Version(f"3.{minor}.1") in versions]

    assert takes(SpecifierSet(PROJECT["requires-python"])) == PYTHONS
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    low, high = re.findall(r"\(3, (\d+)\)", makefile)
    assert takes(SpecifierSet(f">=3.{low},<3.{int(high) + 1}")) == PYTHONS
    assert "3.11, 3.12 or 3.13" in makefile
    assert workflow()["jobs"]["cpu"]["strategy"]["matrix"]["python"] == [PYTHONS[0], PYTHONS[-1]]
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
    assert container["image"].endswith(":3.12")


def workflow(name: str = "course.yml") -> dict:
    """A workflow as GitHub reads it; YAML 1.1 takes its key `on` for the truth value True."""
    return yaml.safe_load((ROOT / ".github/workflows" / name).read_text(encoding="utf-8"))


def test_the_workflow_covers_three_systems_a_gpu_and_the_newest_releases():
    flow = workflow()
    assert flow["permissions"] == {"contents": "read"}
    assert {"push", "pull_request", "schedule"} <= set(flow[True])
    cpu, gpu, newest = (flow["jobs"][name] for name in ("cpu", "gpu", "newest"))
    assert cpu["strategy"]["matrix"]["os"] == ["ubuntu-latest", "macos-latest", "windows-latest"]
    runs = {
        system: [s["run"] for s in cpu["steps"] if f"'{system}'" in s.get("if", "")]
        for system in ("Linux", "macOS", "Windows")
    }
    assert runs["Linux"] == [".ci/run"]
    assert runs["macOS"] == ["make test"]
    assert [run.split("-m ")[-1] for run in runs["Windows"][1:]] == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "pytest",
    ]
    assert cpu["env"]["COURSE_DEVICE"] == "cpu"
    assert gpu["runs-on"] == ["self-hosted", "gpu"]
    assert gpu["env"]["COURSE_DEVICE"] == "cuda"
    assert "vars.COURSE_GPU_RUNNER == 'true'" in gpu["if"]
    assert newest["continue-on-error"] is True
    assert "::warning::" in newest["steps"][-1]["run"]
    assert all("timeout-minutes" in job for job in flow["jobs"].values())


def test_what_takes_long_runs_each_night_and_the_settings_have_a_name():
    flow = workflow("nightly.yml")
    assert "schedule" in flow[True]
    assert flow["permissions"] == {"contents": "read"}
    long, settings = flow["jobs"]["long"], flow["jobs"]["settings"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in long["strategy"]["matrix"]["target"]:
        assert re.search(rf"^{target}: ", makefile, re.MULTILINE)
    assert settings["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13"]
    for names in settings["strategy"]["matrix"]["names"]:
        assert set(names.split()) <= set(SETTINGS)
    assert all("timeout-minutes" in job for job in flow["jobs"].values())


def test_ci_and_readme_run_the_same_command():
    assert re.search(
        r"^part .* make test \|\| status=\$\?$",
        (ROOT / ".ci/run").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(r"^make lab$", readme, re.MULTILINE)
    assert re.search(r"^make test$", readme, re.MULTILINE)
