"""Executing a notebook that was handed in, whatever it does, and asking it for its answers."""

from __future__ import annotations

import contextlib
import copy
import os
import secrets
import tempfile
from collections.abc import Iterator
from subprocess import DEVNULL
from typing import TYPE_CHECKING, Any

from course_utils.exercises import load, notebooks
from course_utils.teaching.cells import FORGET, calls_of_check, has_tag
from course_utils.teaching.judging import MIME
from course_utils.teaching.submissions import Grades, Submission

if TYPE_CHECKING:
    from nbformat import NotebookNode

MOST_RUNS = 4  # so many cells may break a run off; after that, the rest is open

# Put into the notebook in place of a check.
QUESTION = f"""\
{FORGET}from course_utils.teaching.judging import show_verdict
show_verdict({{number!r}}, {{name!r}}, globals(), {{token!r}})"""

KINDS = {"right": "solved", "open": "open"}  # all else is wrong


def grades_of(submission: Submission, seconds: float) -> Grades:
    """Execute one submission to its end, no cell for longer than `seconds`, and grade it.

    A cell that takes longer, or that ends the kernel, is left out, and the notebook begins anew.
    """
    import nbformat

    numbers = _exercises_of(submission.number)
    try:
        notebook = nbformat.v4.upgrade(nbformat.read(submission.path, as_version=4))
    except Exception as error:  # whatever is wrong with the file, the others are graded
        why = f"it cannot be read as a notebook ({type(error).__name__})"
        return Grades(submission, dict.fromkeys(numbers, "open"), [why])
    token = secrets.token_hex(16)
    asked = with_questions(notebook, numbers, token)
    remarks: list[str] = []
    for _ in range(MOST_RUNS):
        shown, left_out, why = _run(asked, seconds)
        if left_out is None:
            break
        remarks.append(f"cell {left_out + 1} {why} and was left out")
        asked.cells[left_out].source = ""
    else:
        remarks.append("the notebook was not run to its end")
    verdicts, texts = {}, {}
    for number in numbers:
        said = [one for one in shown if one["number"] == number and one["token"] == token]
        verdicts[number] = KINDS.get(said[-1]["kind"], "wrong") if said else "open"
        texts[number] = said[-1]["text"] if said else "the notebook did not get that far"
    return Grades(submission, verdicts, remarks, texts)


def with_questions(notebook: NotebookNode, numbers: list[str], token: str) -> NotebookNode:
    """Return a copy in which each check is our own question, with one more for each that is gone.

    An answer is looked up by the name that stands in the call of `check`, where it is a plain name,
    and else by that of the stub.
    """
    from nbformat.v4 import new_code_cell

    asked = copy.deepcopy(notebook)
    missing = list(numbers)
    for cell in asked.cells:
        calls = [call for call in calls_of_check(cell) if call.number in numbers]
        if calls and (has_tag(cell, "check") or cell.source.lstrip().startswith("check(")):
            questions = [(call.number, call.answer or load(call.number).name) for call in calls]
            cell.source = "\n".join(_question(*question, token) for question in questions)
            missing = [number for number in missing if number not in dict(questions)]
    asked.cells += [
        new_code_cell(_question(number, load(number).name, token)) for number in missing
    ]
    return asked


def _question(number: str, name: str, token: str) -> str:
    return QUESTION.format(number=number, name=name, token=token)


def _exercises_of(number: str) -> list[str]:
    return [exercise.number for notebook in notebooks(number) for exercise in notebook.exercises]


def _run(notebook: NotebookNode, seconds: float) -> tuple[list[dict[str, Any]], int | None, str]:
    """Execute all cells; return the verdicts, and which cell broke the run off, and how."""
    from nbclient.exceptions import CellTimeoutError, DeadKernelError

    notebook = copy.deepcopy(notebook)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, _settings(folder):
        client = _client(notebook, folder, seconds)
        with client.setup_kernel(cleanup_kc=True, stderr=DEVNULL):
            for place, cell in enumerate(notebook.cells):
                try:
                    client.execute_cell(cell, place)
                except DeadKernelError:
                    return client.verdicts, place, "ended the kernel"
                except CellTimeoutError:
                    return client.verdicts, place, f"took longer than {seconds:g} s"
    return client.verdicts, None, ""


@contextlib.contextmanager
def _settings(folder: str) -> Iterator[None]:
    """Set the environment for a kernel: progress of its own, and one thread."""
    before = dict(os.environ)
    os.environ.update(COURSE_STATE_DIR=os.path.join(folder, "state"), OMP_NUM_THREADS="1")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


def _client(notebook: NotebookNode, folder: str, seconds: float) -> Any:
    """Return a client that keeps verdicts and drops all other outputs, however many there are."""
    from ipykernel.kernelspec import make_ipkernel_cmd
    from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
    from jupyter_client.manager import AsyncKernelManager
    from nbclient import NotebookClient

    class ThisPython(KernelSpecManager):
        def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
            return KernelSpec(argv=make_ipkernel_cmd(), language="python", display_name=kernel_name)

    class Quiet(NotebookClient):
        verdicts: list[dict[str, Any]]

        def output(self, outs: Any, msg: Any, display_id: Any, cell_index: int) -> None:
            shown = msg["content"].get("data", {}).get(MIME)
            if shown:
                self.verdicts.append(shown)

    client = Quiet(
        notebook,
        km=AsyncKernelManager(kernel_name="python3", kernel_spec_manager=ThisPython()),
        timeout=seconds,
        allow_errors=True,
        resources={"metadata": {"path": folder}},
        store_widget_state=False,
        record_timing=False,
    )
    client.verdicts = []
    return client
