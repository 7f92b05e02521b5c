"""Each setting is in force: a run under a setting that does not hold would show nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.settings.__main__ import main, run
from tests.settings.cloning import ROOT
from tests.settings.table import SETTINGS, composed

PROBES = {
    "arithmetic": "import torch; assert 'CPU capability usage: DEFAULT' in torch.__config__.show()",
    "two-threads": "from tests.notebook_checker.environment import SETTINGS as s; assert s['OMP_NUM_THREADS'] == '2'",
    "hash-seed": "import os, sys; assert sys.flags.hash_randomization; assert hash('a') == int(HASH)",
    "time-zone": "import time; assert time.localtime(0)[:5] == (1970, 1, 1, 13, 45)",
    "ascii": "import locale, sys; assert sys.flags.utf8_mode == 0; assert 'ANSI' in locale.getpreferredencoding()",
    "turkish": "import locale; locale.setlocale(locale.LC_ALL, ''); assert locale.str(0.5) == '0,5'",
    "odd-path": "import os; assert 'für Anfänger, №' in os.getcwd()",
    "windows-line-ends": "assert b'\\r\\n' in open('README.md', 'rb').read()",
    "read-only": "import errno\ntry: open('README.md', 'a')\nexcept OSError as error: assert error.errno == errno.EROFS\nelse: raise SystemExit(1)",
    "no-network": "import socket; assert [name for _, name in socket.if_nameindex()] == ['lo']; socket.create_server(('127.0.0.1', 0))",
    "no-home": "import os\ntry: os.makedirs(os.path.expanduser('~/x'))\nexcept OSError: pass\nelse: raise SystemExit(1)",
    "small-memory": """
from pathlib import Path
group = dict(line.split(":")[1:] for line in open("/proc/self/cgroup"))
old = Path("/sys/fs/cgroup/memory") / group.get("memory", "/").strip()[1:] / "memory.limit_in_bytes"
new = Path("/sys/fs/cgroup") / group.get("", "/").strip()[1:] / "memory.max"
assert int((old if old.exists() else new).read_text()) == 4 * 2**30
""",
    "busy": """
import os
others = open(f"/proc/{os.getppid()}/task/{os.getppid()}/children").read().split()
assert len(others) == os.cpu_count() + 1
""",
    "random-order": "",  # an option of pytest: tried below
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_setting_holds(name: str, tmp_path: Path) -> None:
    if lacking := SETTINGS[name].lacks():
        pytest.skip(lacking)
    if name == "odd-path":
        skip_where_it_has_no_name()
    probe = PROBES[name]
    if name == "hash-seed":
        probe = probe.replace("HASH", repr(hash_with_seed()))
    assert run([name], [sys.executable, "-c", probe or "pass"], tmp_path) == 0


def skip_where_it_has_no_name() -> None:
    """Skip where this process cannot name the folder: in the setting `ascii`."""
    try:
        os.fsencode(SETTINGS["odd-path"].folder)
    except UnicodeEncodeError:
        pytest.skip("the locale cannot name the folder")


def hash_with_seed() -> str:
    """Return what a process with the setting's hash seed says of "a"."""
    asked = [sys.executable, "-c", "print(hash('a'))"]
    _, environment = composed(["hash-seed"], asked)
    return subprocess.run(asked, env=environment, capture_output=True, text=True).stdout


def test_several_hold_at_once(tmp_path: Path) -> None:
    skip_where_it_has_no_name()
    names = ["odd-path", "time-zone", "windows-line-ends"]
    probe = "; ".join(PROBES[name] for name in names)
    assert run(names, [sys.executable, "-c", probe], tmp_path) == 0


def collected(*options: str) -> list[str]:
    """Return the names of the items of two small files in the order in which they would run."""
    files = ["tests/test_line_ends.py", "tests/test_floors.py", "notebooks/00_start_here.ipynb"]
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", *files, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    return [line for line in done.stdout.splitlines() if "::" in line]


def test_another_order_holds_the_same_tests_and_keeps_notebooks_whole() -> None:
    usual, other = collected(), collected(*SETTINGS["random-order"].options)
    assert sorted(usual) == sorted(other)
    assert usual != other
    cells = [[name for name in names if name.startswith("notebooks")] for names in (usual, other)]
    assert cells[0] == cells[1]


def test_an_unknown_setting_gets_one_sentence(capsys: pytest.CaptureFixture) -> None:
    assert main(["moonlight"]) == 2
    assert "There is no setting moonlight: choose from arithmetic, " in capsys.readouterr().out
