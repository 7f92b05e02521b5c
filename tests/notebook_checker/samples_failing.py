"""Small notebooks whose one difference must be found."""

from tests.notebook_checker.build import Sample, code, display, error, shows, stream, text

SHOW = "from IPython.display import HTML, display\n"
STDERR = "import sys\nprint('mind the step', file=sys.stderr)"
TRAINING = """import torch
w = torch.tensor(5.0, requires_grad=True)
optimizer = torch.optim.SGD([w], lr=0.1)
for epoch in range(3):
    loss = w**2
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
print(f"w {w.item():.4f}")"""
TRAINED = "w 2.5600\n"  # each step multiplies w by 1 - 2·0.1

FAILING = [
    Sample(
        "One per cent",
        shows("print('loss 1781.52')", "loss 1763.88\n"),
        "Cell 1",
        ["stored 1763.88, came 1781.52, off by 18 (1 %), allowed 0.19", "In [1]"],
    ),
    Sample(
        "Integer",
        shows("print('epoch 11')", "epoch 12\n"),
        "Cell 1",
        ["stored 12, came 11, off by 1 (integers are compared exactly)"],
    ),
    Sample(
        "System of others",
        shows("print('here')", "there\n", course={"differs_on": ["plan9"]}),
        "Cell 1",
        ["here", "there"],
    ),
    Sample(
        "Small number",
        shows("print('gap 9.9e-07')", "gap 3.2e-08\n"),
        "Cell 1",
        ["stored 3.2e-08, came 9.9e-07, off by 9.6e-07"],
    ),
    Sample("Not a number", shows("print('nan')", "0.5\n"), "Cell 1", ["stored 0.5, came nan"]),
    Sample(
        "Dtype",
        shows("print('torch.float64')", "torch.float32\n"),
        "Cell 1",
        ["stored float32, came float64"],
    ),
    Sample("Shape", shows("print((12, 1))", "(11, 1)\n"), "Cell 1", ["stored 11, came 12"]),
    Sample(
        "Missing output",
        shows("x = 1", "1\n"),
        "Cell 1",
        ["output 1, stdout is stored and did not come: 1"],
    ),
    Sample(
        "Extra output",
        [code("print('stray')")],
        "Cell 1",
        ["output 1, stdout came and is not stored: stray"],
    ),
    Sample(
        "Reordered output",
        [
            code(
                SHOW + "display(1)\nprint('before')\n",
                stream("before\n"),
                display(text_plain="1"),
            )
        ],
        "Cell 1",
        ["stored output 1, stdout, came output 1, text/plain"],
    ),
    Sample(
        "Printed too late",
        [
            code(
                SHOW + "print('a')\ndisplay(1)\nprint('b')",
                stream("a\nb\n"),
                display(text_plain="1"),
            )
        ],
        "Cell 1",
        ["output 1, stdout: after", "a line end is only stored"],
    ),
    Sample(
        "New warning",
        [code("import warnings\nwarnings.warn('deprecated')")],
        "Cell 1",
        ["stderr must stay empty, got:", "deprecated"],
    ),
    Sample(
        "Stored warning",
        [code(STDERR, stream("mind the step\n", name="stderr"))],
        "Cell 1, structure",
        ["stderr must stay empty", "In [1] stores something on stderr"],
    ),
    Sample(
        "Without execution",
        [code("print('loss')", stream("loss\n"), unexecuted=True)],
        "Cell 1, structure",
        ["In [1] stores an output without an execution"],
    ),
    Sample(
        "Ignored warning",
        [code(STDERR, tags=["nbval-ignore-output"])],
        "Cell 1",
        ["stderr must stay empty, got: mind the step"],
    ),
    Sample(
        "Unexpected error",
        shows("def fails():\n    raise ValueError('no luck')\nfails()", "x\n"),
        "Cell 1",
        ["ValueError: no luck", "----> 3 fails()"],
    ),
    Sample(
        "Other error",
        [code("1 / 0", error("ValueError", "no luck"), tags=["raises-exception"])],
        "Cell 1",
        ["stored ValueError, came ZeroDivisionError"],
    ),
    Sample(
        "Time limit",
        [code("import time\ntime.sleep(30)", course={"timeout": 0.5})],
        "Cell 1",
        ["Timeout of 0.5 seconds"],
    ),
    Sample(
        "No zero grad",
        shows(TRAINING.replace("    optimizer.zero_grad()\n", ""), TRAINED),
        "Cell 1",
        ["stored 2.5600, came"],
    ),
    Sample(
        "Wrong number in prose",
        [*shows("print(0.53677)", "0.53677\n"), text("The slope is 0.573.")],
        "prose",
        ["0.573 stands in no output", "the nearest number there is 0.53677"],
    ),
]
