"""The settings: what each one does to the clone, to the environment and to the command."""

import locale
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
MEMORY = 4 * 2**30  # bytes
# Scripts keep theirs: Linux could not run them.
WINDOWS = "* text=auto eol=crlf\n*.png binary\nMakefile eol=lf\npostBuild eol=lf\nrun eol=lf\n"

Wrapper = Callable[[list[str]], list[str]]  # it makes another command, which runs in the clone


@dataclass(frozen=True)
class Setting:
    """One way in which another machine differs from this one."""

    why: str
    environment: dict[str, str | None] = field(default_factory=dict)  # None: not set
    folder: str = ""  # another name of the clone
    line_ends: str = ""  # rules, as in .gitattributes
    options: tuple[str, ...] = ()  # of pytest
    wrap: Wrapper | None = None
    lacks: Callable[[], str] = lambda: ""  # what this machine lacks for it


def here(name: str, *words: str) -> Wrapper:
    """Wrap a command into one of the programs in this folder, behind words of its own."""
    return lambda command: [sys.executable, str(HERE / name), *words, *command]


def needs_root() -> str:
    """Say what is missing for a file system or a network of one's own."""
    if not sys.platform.startswith("linux") or shutil.which("unshare") is None:
        return "it needs Linux and the program unshare"
    return "" if os.geteuid() == 0 else "it needs to run as root"


def needs_groups() -> str:
    """Say what is missing for a limit of memory that counts what is used, not what is asked for."""
    return needs_root() or ("" if Path("/sys/fs/cgroup").is_dir() else "it needs control groups")


def needs_turkish() -> str:
    """Say whether the locale is missing in which "I" is not the capital of "i"."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        locale.setlocale(locale.LC_ALL, "tr_TR.UTF-8")
    except locale.Error:
        return "it needs the locale tr_TR.UTF-8, which the package `locales` makes"
    finally:
        locale.setlocale(locale.LC_ALL, before)
    return ""


SETTINGS = {
    "arithmetic": Setting(
        "the oldest vector instructions, other matrix products",
        {
            "COURSE_DRIFT": "1",
            "ATEN_CPU_CAPABILITY": "default",
            "MKL_CBWR": "COMPATIBLE",
            "ONEDNN_MAX_CPU_ISA": "SSE41",
        },
    ),
    "two-threads": Setting("two threads for each kernel", {"COURSE_THREADS": "2"}),
    "hash-seed": Setting("another order of sets", {"PYTHONHASHSEED": "20"}),
    "time-zone": Setting("nearly a day ahead of UTC", {"TZ": "<+1345>-13:45"}),
    "ascii": Setting(
        "a locale that knows no letter beyond ASCII",
        {"LC_ALL": "C", "LANG": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    "turkish": Setting(
        "decimal commas, and an i whose capital is not I",
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        lacks=needs_turkish,
    ),
    "odd-path": Setting("blanks, a comma, letters beyond ASCII", folder="Kurs für Anfänger, № 2"),
    "windows-line-ends": Setting("each line ends with CR and LF", line_ends=WINDOWS),
    "read-only": Setting(
        "a checkout that nobody can write to",
        {"PYTHONDONTWRITEBYTECODE": "1"},
        options=("-p", "no:cacheprovider"),
        wrap=here("read_only.py"),
        lacks=needs_root,
    ),
    "no-network": Setting(
        "no interface but loopback",
        wrap=lambda command: ["unshare", "--net", *here("loopback.py")(command)],
        lacks=needs_root,
    ),
    "no-home": Setting(
        "a home folder that does not exist and cannot be made",
        {"HOME": "/dev/null/nobody"} | dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME")),
    ),
    "small-memory": Setting(
        "4 GB for all processes together",
        wrap=here("small_memory.py", str(MEMORY)),
        lacks=needs_groups,
    ),
    "busy": Setting("another program on each core", wrap=here("busy.py")),
    "random-order": Setting(
        "files and tests in another order", options=("-p", "tests.settings.shuffled")
    ),
}


def composed(names: Sequence[str], command: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the command and the environment in which all these settings hold."""
    environment = dict(os.environ)
    for name in names:
        setting = SETTINGS[name]
        for variable, value in setting.environment.items():
            environment.pop(variable, None)
            environment |= {} if value is None else {variable: value}
        if setting.wrap is not None:
            command = setting.wrap(command)
    return command, environment
