"""Every public name has a property test, or a reason why it has none."""

import ast
import importlib
from pathlib import Path
from types import FunctionType

from course_utils.optimizers import RULES

ROOMS = ["data", "figures", "training", "checks", "explorers", "teaching", "optimizers"]
FILES = ["models", "autodiff", "scaling", "landscapes", "runtime"]
CODE = (type, FunctionType)
HERE = Path(__file__).parent

# Why a name is in no property test.
LEFT_OUT = {
    "data.Examples": "a named tuple",
    "data.Images": "a named tuple",
    "data.Thermometer": "a named tuple",
    "data.UnavailableError": "an error",
    "data.fashion_mnist": "needs a server, which tests/data/test_fashion_failures.py plays",
    "figures.LINE_STYLES": "a list",
    "figures.MARKERS": "a list",
    "figures.PALETTE": "a list",
    "training.CheckpointError": "an error",
    "training.torchrun": "starts processes, as tests/training/test_launching.py does",
    "teaching.check_anew": "imports the checks anew; judge, which it calls, is tried",
    "teaching.command_line": "runs the commands; tests/teaching types each of them",
    "teaching.open_lecture": "starts JupyterLab; tests/teaching/test_lectures.py has one",
    "training.PROGRAMS": "a path",
    "explorers.DecisionBoundary": "a widget; every knob is turned in tests/explorers",
    "explorers.InputScale": "a widget; every knob is turned in tests/explorers",
    "explorers.OptimizerPaths": "a widget; every knob is turned in tests/explorers",
    "explorers.PolynomialFit": "a widget; every knob is turned in tests/explorers",
    "explorers.TwoKnobs": "a widget; every knob is turned in tests/explorers",
    "optimizers.RULES": "a dict, whose rules are tried",
    "landscapes.Landscape": "a named tuple, of which on_grid is tried",
}


def public_names() -> set[str]:
    """The names that the faces show, and those that the single files define for others."""
    found = set()
    for room in ROOMS:
        found |= {f"{room}.{it}" for it in importlib.import_module(f"course_utils.{room}").__all__}
    for file in FILES:
        module = importlib.import_module(f"course_utils.{file}")
        own = [
            name
            for name, thing in vars(module).items()
            if not name.startswith("_") and getattr(thing, "__module__", "") == module.__name__
        ]
        found |= {f"{file}.{name}" for name in own if isinstance(vars(module)[name], CODE)}
    return found


def names_tried() -> set[str]:
    """The names of the course that the files of this folder use, with their rooms."""
    found = set()
    for path in HERE.glob("test_*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("course_utils."):
                room = (node.module or "").split(".")[1]
                found |= {f"{room}.{it.name}" for it in node.names}
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found |= {f"data.{node.value}"}  # data sets without arguments, tried by name
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found |= {f"{node.value.id}.{node.attr}"}
    return found


def test_every_public_name_is_tried_or_has_a_reason() -> None:
    rules = {f"optimizers.{name}" for name in RULES}
    assert public_names() - names_tried() - set(LEFT_OUT) - rules == set()


def test_no_reason_is_left_for_a_name_that_is_gone_or_tried() -> None:
    shown = {name for name in LEFT_OUT if name.split(".")[0] in ROOMS}
    assert shown - public_names() == set()
