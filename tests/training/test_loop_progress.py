"""The progress bar in a notebook: on stdout, gone at the end, and stored alike each time."""

import nbformat
from nbclient import NotebookClient

from tests.notebook_checker.outputs import complain_of_stderr, parts

CELL = """
import time, torch
from torch import nn
from course_utils.training import train

model = nn.Linear(1, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
X = torch.ones(4, 1)
for epochs in (2, 40):
    history = train(model, [(X, X)], nn.MSELoss(), optimizer, epochs=epochs,
                    on_epoch=lambda row: time.sleep(0.01))
print("done")
"""


def test_a_bar_in_a_notebook_leaves_nothing_to_see() -> None:
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(CELL)])
    NotebookClient(notebook, timeout=120).execute()
    outputs = notebook.cells[0].outputs
    assert complain_of_stderr(outputs) is None
    assert any("/40 [" in output.get("text", "") for output in outputs), "there was no bar"
    (shown,) = parts(outputs)
    assert (shown.name, shown.text.strip()) == ("output 1, stdout", "done")
