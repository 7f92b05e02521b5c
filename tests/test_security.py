"""Nothing that is read is run, the server stays private, and the workflows may do little."""

import json
import re
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import yaml

from course_utils.lab import options
from tests.browser.lab import free_port, private_folders, stop, wait_until_it_answers
from tests.source_dangers import dangers

ROOT = Path(__file__).resolve().parents[1]
LEARNERS = "runs an answer that stands in the tests, as a learner would type it"
ALLOWED = {
    ("notebooks/16_testing_chance.ipynb", "eval"): "runs lines of a list in the same cell",
    ("tests/browser/test_every_knob.py", "eval"): "makes an explorer by a line of its own",
    ("tests/exercises/helpers.py", "eval"): LEARNERS,
    ("tests/exercises/helpers.py", "exec"): LEARNERS,
    ("tests/exercises/test_hints.py", "eval"): LEARNERS,
    ("tests/exercises/test_hints.py", "exec"): LEARNERS,
    ("tests/test_readme_example.py", "exec"): "runs the program in the README",
    ("tests/test_surroundings.py", "subprocess.run with shell"): "types a command as it is printed",
    ("tests/training/test_checkpoints_faults.py", "torch.load without weights_only=True"):
        "proves that the hostile file is one",
    ("tests/training/test_targets.py", "eval"): "reads the remedy in a message as a learner would",
}  # fmt: skip


def programs() -> Iterator[tuple[str, str]]:
    """The name and the text of every program of the course: files, and cells without magics."""
    for room in ("course_utils", "website", "tests"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        lines = "\n".join(code).split("\n")
        yield (
            path.relative_to(ROOT).as_posix(),
            "\n".join(line for line in lines if not line.startswith("%")),
        )


def test_no_program_runs_what_it_reads_but_for_these() -> None:
    found = {(name, call) for name, text in programs() for _, call in dangers(text)}
    assert found - set(ALLOWED) == set()
    assert set(ALLOWED) - found == set(), "a reason for what is no longer there"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import pickle\npickle.load(file)", "pickle.load"),
        ("import pickle as p\np.loads(data)", "pickle.loads"),
        ("from pickle import loads as read\nread(data)", "pickle.loads"),
        ("import torch\ntorch.load(path)", "torch.load without weights_only=True"),
        (
            "from torch import load\nload(p, weights_only=no)",
            "torch.load without weights_only=True",
        ),
        ("import torch\ntorch.load(p, weights_only=True)", ""),
        ("eval(line)", "eval"),
        ("exec(text, {})", "exec"),
        ("model.eval()", ""),
        ("import subprocess\nsubprocess.run(words, shell=True)", "subprocess.run with shell"),
        ("from subprocess import Popen\nPopen(words, shell=x)", "subprocess.Popen with shell"),
        ("import os\nos.system(words)", "os.system"),
        ("import tarfile\ntarfile.open(path).extractall()", "tarfile.open(path).extractall"),
        ("with zipfile.ZipFile(path) as file:\n    file.extractall()", "file.extractall"),
        ("import yaml\nyaml.load(text, Loader=yaml.Loader)", "yaml.load"),
        ("import yaml\nyaml.safe_load(text)", ""),
        ("import numpy as np\nnp.load(path, allow_pickle=True)", "numpy.load with allow_pickle"),
        ("import pandas as pd\npd.read_pickle(path)", "pandas.read_pickle"),
        ("import json\njson.load(file)", ""),
    ],
)
def test_a_dangerous_call_is_found_under_any_name(text: str, found: str) -> None:
    assert [call for _, call in dangers(text)] == ([found] if found else [])


WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
each_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def jobs(path: Path) -> tuple[dict[Any, Any], dict[str, dict[str, Any]]]:
    """A workflow, and its jobs by name."""
    flow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return flow, flow["jobs"]


@each_workflow
def test_a_workflow_may_read_and_only_the_deploying_job_may_publish(path: Path) -> None:
    flow, by_name = jobs(path)
    assert flow["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in flow[True]  # it would run strangers' code with our rights
    for job in by_name.values():
        if "permissions" in job:
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            (step,) = job["steps"]  # and no code of the repository runs beside it
            assert step["uses"].startswith("actions/deploy-pages@")


@each_workflow
def test_a_workflow_keeps_no_credentials_and_runs_no_strangers_words(path: Path) -> None:
    _, by_name = jobs(path)
    steps = [step for job in by_name.values() for step in job["steps"]]
    for step in steps:
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
        assert "${{" not in step.get("run", "")  # a branch's name may be a command
    assert "secrets." not in path.read_text(encoding="utf-8")


def test_each_action_is_pinned_to_one_commit_whose_version_stands_beside_it() -> None:
    used = [
        line.split("uses:")[1].strip()
        for path in WORKFLOWS
        for line in path.read_text(encoding="utf-8").splitlines()
        if "uses:" in line
    ]
    assert len(used) >= 9
    assert [one for one in used if not PINNED.fullmatch(one)] == []
    times = Counter(one.split("@")[0] for one in set(used))
    assert set(times.values()) == {1}, times


needs_git = pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(), reason="needs git's list of files"
)
SECRETS = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY|\bgh[pousr]_\w{30}|\bgithub_pat_\w{20}|\bAKIA[0-9A-Z]{16}\b"
    r"|\bhf_[A-Za-z]{30}|\bxox[abprs]-[\w-]{10}|\bsk-[\w-]{30}|\bpypi-\w{30}|\bnpm_\w{30}"
)
A_HOME = re.compile(
    r"(?<![\w.~/-])(?:/(?:home|Users)/(?!me/)[\w.-]+|/root|[A-Z]:\\+Users\\+(?!me\b)\w+)[/\\]"
)


def leaks(text: str) -> list[str]:
    """What looks like a secret, a folder of somebody, or the folder of this checkout."""
    found = SECRETS.findall(text) + A_HOME.findall(text)
    here = f"{ROOT}/"
    return found + [here] * (here.count("/") > 2 and here in text)


@needs_git
def test_no_tracked_file_holds_a_secret_or_a_folder_of_this_machine() -> None:
    words = ["git", "ls-files", "-z"]
    listed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("the repository belongs to another user")
    names = [name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]
    assert "README.md" in names
    texts = {name: (ROOT / name).read_bytes().decode("utf-8", "replace") for name in names}
    texts.pop("tests/test_security.py", None)  # its own samples
    assert {name: leaks(text) for name, text in texts.items() if leaks(text)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        f"token = 'ghp_{'a1' * 18}'",
        f"AKIA{'A1' * 8}",
        'File "/home/ada/course/x.py"',
        "/Users/ada/x",
        "C:\\\\Users\\\\ada\\\\x",
        "(/root/x)",
    ],
)
def test_a_secret_and_a_folder_of_somebody_are_noticed(text: str) -> None:
    assert leaks(text)
    assert not leaks("see ~/course, /home/me/data.csv, https://example.org/root/x and src/home/x/y")


def test_what_lab_is_called_with_opens_nothing(tmp_path: Path) -> None:
    words = " ".join(options(tmp_path)).replace(str(tmp_path), "")
    opening = r"token|password|\bip\b|allow_origin|allow_remote|disable_check|authenticat"
    assert not re.search(opening, words, re.IGNORECASE)


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What JupyterLab, served by `course_utils lab`, says of itself, while it is served."""
    course, state = (tmp_path_factory.mktemp(name) for name in ("course", "state"))
    (course / "notebooks").mkdir()
    shutil.copy(ROOT / "notebooks/00_start_here.ipynb", course / "notebooks")
    env = private_folders(state) | {"PYTHONPATH": str(ROOT)}
    port = free_port()
    words = [sys.executable, "-m", "course_utils", "lab", "--no-browser", f"--port={port}"]
    with (state / "log").open("w") as log:
        server = subprocess.Popen(
            words, cwd=course, env=env, stdout=log, stderr=log, start_new_session=True
        )
        try:
            wait_until_it_answers(f"http://127.0.0.1:{port}", server)
            (said,) = (state / "runtime").glob("jpserver-*.json")
            yield json.loads(said.read_text(encoding="utf-8"))
        finally:
            stop(server)


def status(server: dict[str, Any], place: str, **headers: str) -> int:
    """The HTTP status with which the server answers."""
    asked = urllib.request.Request(f"{server['url']}{place}", headers=headers)
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_lab_lets_nobody_in_without_its_token(lab: dict[str, Any]) -> None:
    assert re.fullmatch(r"[0-9a-f]{48}", lab["token"])  # a new one each time, from Jupyter
    for place in ("api/contents", "api/kernels", "api/terminals"):
        assert status(lab, place) == 403
        assert status(lab, f"{place}?token=") == 403
        assert status(lab, place, Authorization="token wrong") == 403
        assert status(lab, place, Authorization=f"token {lab['token']}") == 200


def test_lab_listens_to_this_machine_alone(lab: dict[str, Any]) -> None:
    found = psutil.Process(lab["pid"]).net_connections(kind="inet")
    heard = {one.laddr.ip for one in found if one.status == psutil.CONN_LISTEN}
    assert heard
    assert heard <= {"127.0.0.1", "::1"}
