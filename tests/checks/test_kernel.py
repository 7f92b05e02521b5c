"""Checks in a real kernel: it comes out whole, and the stop button works."""

import os
import signal
import threading
import time

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

BEGIN = "import itertools, sys, time\nimport torch\nfrom course_utils.checks import check"
ENV = {"COURSE_PROGRESS": "off"}


def run(*sources: str, stop_after: float | None = None) -> list[nbformat.NotebookNode]:
    """The cells of these sources after a run; with `stop_after`, the stop button comes then."""
    cells = [new_code_cell(source) for source in (BEGIN, *sources)]
    client = NotebookClient(
        new_notebook(cells=cells), kernel_name="python3", timeout=240, allow_errors=True
    )

    def stop() -> None:
        assert client.km is not None
        pid = int(client.km.provisioner.pid)  # type: ignore[union-attr]
        os.kill(pid, signal.SIGINT)

    if stop_after is not None:
        client.on_cell_execute = lambda cell, cell_index: (
            threading.Timer(stop_after, stop).start() if "# stop" in cell.source else None
        )
    client.execute(env=os.environ | ENV)
    return cells[1:]


def shown(cell: nbformat.NotebookNode) -> str:
    """All text that a cell has shown."""
    texts = []
    for output in cell.outputs:
        texts.append("\n".join(output.get("traceback", [])) or output.get("text", ""))
    return "\n".join(texts)


STUCK = """
def answer(values):
    {body}
check("0.1", answer)  # {tag}
"""


def test_after_every_kind_of_endless_answer_the_kernel_goes_on() -> None:
    bodies = [
        "return sum(itertools.count(1))",
        "while True:\n        try:\n            while True: pass\n        except: pass",
        "while True: torch.optim.SGD([torch.ones(1, requires_grad=True)], lr=0.1)",
    ]
    stuck = [STUCK.format(body=body, tag="") for body in bodies]
    after = (
        "def right(values): return values.mean()\n"
        "check('0.1', right)\n"
        "import tempfile, io\n"
        "optimizer = torch.optim.Adam([torch.ones(1, requires_grad=True)])\n"
        "torch.save(optimizer.state_dict(), io.BytesIO())\n"
        "print('whole')"
    )
    *first, last = run(*stuck, after)
    for cell in first:
        assert "Is there a loop that never ends?" in " ".join(shown(cell).split())
    assert shown(last).splitlines()[-1] == "whole"
    assert shown(last).startswith("✓ 0.1")


@pytest.mark.skipif(os.name == "nt", reason="sends SIGINT, as Jupyter does here")
def test_the_stop_button_ends_a_check() -> None:
    began = time.monotonic()
    stopped, after = run(
        STUCK.format(body="time.sleep(60)", tag="stop"), "print('whole')", stop_after=2.0
    )
    assert time.monotonic() - began < 50
    assert any(output.get("ename") == "KeyboardInterrupt" for output in stopped.outputs)
    assert shown(after).strip() == "whole"


def test_an_answer_that_asks_for_a_line_is_told() -> None:
    asked, after = run(STUCK.format(body="return input('values? ')", tag=""), "print('whole')")
    assert "take what you need from the arguments" in " ".join(shown(asked).split())
    assert shown(after).strip() == "whole"


def test_settings_of_the_notebook_stay() -> None:
    loose = STUCK.format(
        body="torch.set_grad_enabled(False); torch.set_default_dtype(torch.float64)\n"
        "    return values.mean()",
        tag="",
    )
    told, after = run(loose, "print(torch.is_grad_enabled(), torch.get_default_dtype())")
    assert "✓ 0.1" in shown(told)
    assert "Note: your answer" in shown(told)
    assert shown(after).strip() == "True torch.float32"


def test_no_answer_shows_a_traceback_of_ours() -> None:
    bodies = [
        "values.resize_(0); return values",
        "return torch.nested.nested_tensor([torch.ones(1)])",
        "sys.exit(3)",
        "return open('nowhere')",
        "del values; return values",
    ]
    for cell in run(*(STUCK.format(body=body, tag="") for body in bodies)):
        assert "course_utils" not in shown(cell).replace("python -m course_utils", "")
