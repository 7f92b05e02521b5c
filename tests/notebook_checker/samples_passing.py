"""Small notebooks whose one difference means nothing."""

import sys

from tests.notebook_checker.build import Sample, code, display, error, shows, text

SHOW = "from IPython.display import HTML, display\n"
WIDGET = "{'text/plain': 'Knob()', 'application/vnd.jupyter.widget-view+json': {'model_id': 'a1'}}"

PASSING = [
    Sample("Last digit", shows("print('loss 1763.8848')", "loss 1763.8846\n")),
    Sample("Column width", shows("print('[-0.5000,  0.25]')", "[-0.5000, 0.25]\n")),
    Sample("Minus zero", shows("print('[-0., 1.]')", "[0., 1.]\n")),
    Sample("Noise", shows("print('[1.0, -3e-09]')", "[1.0, 1e-09]\n")),
    Sample("Asked for", shows("print('-3e-09')", "1e-09\n", course={"atol": 1e-6})),
    Sample(
        "Address",
        shows("print(object())", "<object object at 0x7f3a5c0e1d30>\n"),
        wrong="structure",  # cleaned before the comparison, and still of no use to a reader
        words=["In [1] shows the address 0x7f3a5c0e1d30"],
    ),
    Sample(
        "Temporary path",
        shows("import tempfile\nprint(tempfile.mkdtemp())", "/tmp/tmp1a2b3c4d\n"),
        wrong="structure",  # cleaned before the comparison, and still no path for a reader
        words=["In [1] holds the absolute path /tmp/tmp1a2b3c4d"],
    ),
    Sample("Exponent", shows("print('rate 3.3996e-04')", "rate 3.3995e-04\n")),
    Sample(
        "Own tolerance", shows("print('late loss 0.82')", "late loss 0.80\n", course={"rtol": 0.05})
    ),
    Sample(
        "Another system",
        shows("print('here')", "there\n", course={"differs_on": [sys.platform]}),
    ),
    Sample(
        "Table drift",
        [
            code(
                SHOW + "HTML('<td>0.12346</td>')",
                display(
                    "execute_result",
                    text_html="<td>0.12345</td>",
                    text_plain="<IPython.core.display.HTML object>",
                ),
            )
        ],
    ),
    Sample(
        "Expected error",
        [code("1 / 0", error("ZeroDivisionError", "division by zero"), tags=["raises-exception"])],
    ),
    Sample(
        "Ignored output",
        shows("import time\nprint(time.time())", "42\n", tags=["nbval-ignore-output"]),
    ),
    Sample(
        "Environment",
        shows(
            "import os\nprint([os.environ.get(name) for name in\n"
            "       ('OMP_NUM_THREADS', 'COURSE_PROGRESS', 'COURSE_STRICT')])",
            "['1', 'off', None]\n",
        ),
    ),
    Sample(
        "Static widget",
        [code(SHOW + f"display({WIDGET}, raw=True)", display(text_plain="Knob()"))],
    ),
    Sample("One kernel", [code("x = 7"), text("Then:"), *shows("print(x)", "7\n")]),
    Sample(
        "Rounded in prose",
        [*shows("print(0.53677, 33_599)", "0.53677 33599\n"), text(r"0.537 and $33{,}599$.")],
    ),
    Sample(
        "Constant in prose",
        [text("Kepler, 1609."), *shows("print(1)", "1\n")],
        course={"constants": {"1609": "Kepler, Astronomia nova, year of publication"}},
    ),
]
if sys.platform != "win32":  # where ipykernel shows nothing that subprocesses print
    source = "import subprocess\nsubprocess.run(['echo', 'hello'], check=True);None"
    PASSING.append(Sample("Subprocess", shows(source, "hello\n")))
