"""Several processes from a notebook: a program is started by torchrun, and later waited for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAMS = Path(__file__).parent  # the folder of moons_ddp.py, moons_restarting.py and speedup.py
PATIENCE = 300  # seconds that a run may take before it is ended
# Processes on this machine's CPU, one thread each, that talk over loopback. After a restart they
# meet in a new store: in the old one gloo finds the addresses of the dead (torch 2.13). Their
# tracebacks stay plain text: from Python 3.13 on they would be coloured, as notebooks ask for it.
ON_THIS_CPU = {
    "COURSE_DEVICE": "cpu",
    "CUDA_VISIBLE_DEVICES": "",
    "OMP_NUM_THREADS": "1",
    "PYTHON_COLORS": "0",
    "TORCH_DISABLE_SHARE_RDZV_TCP_STORE": "1",
    "GLOO_SOCKET_IFNAME": "lo0" if sys.platform == "darwin" else "lo",
}
# Each line is written at once, as torchrun leaves stdout without a buffer, and the lines of two
# processes would mix. The program ends without taking Python down, which a thread of gloo may
# answer with SIGABRT.
RUN = (
    "import os, runpy, sys; sys.argv = sys.argv[1:]; "
    "sys.stdout.reconfigure(line_buffering=True, write_through=False); "
    "runpy.run_path(sys.argv[0], run_name='__main__'); sys.stdout.flush(); os._exit(0)"
)


class Launched:
    """Processes that were started; `printed` and `complaints` wait for their end."""

    def __init__(self, process: subprocess.Popen[str] | None, file: Path) -> None:
        self._process, self._file = process, file
        self._texts: tuple[str, str] | None = None

    def printed(self) -> str:
        """Return what the processes printed, without the last line end.

        Raises RuntimeError, with what they said on stderr, if they failed in the end.
        """
        if self._process is None:
            return "Windows: no processes were started; the text tells how they fare elsewhere."
        text, complaints = self._finish()
        if self._process.returncode:
            said = re.split(r"^[EW]\d{4} ", complaints, flags=re.MULTILINE)[0]  # not torchrun
            raise RuntimeError(
                f"the processes failed; correct the program. They said:\n{said[-2000:]}"
            )
        return text.rstrip("\n")

    def complaints(self) -> str:
        """Return what the processes, and torchrun, wrote on stderr."""
        return "" if self._process is None else self._finish()[1]

    def _finish(self) -> tuple[str, str]:
        assert self._process is not None
        if self._texts is None:
            try:
                self._texts = self._process.communicate(timeout=PATIENCE)
            except BaseException:  # the stop button, too: torchrun takes its processes with it
                self._process.terminate()
                raise
            finally:
                self._file.unlink(missing_ok=True)
        return self._texts


def torchrun(
    program: str | Path, *arguments: str, processes: int = 2, restarts: int = 0
) -> Launched:
    """Start `processes` processes of a program on this machine's CPU, and return at once.

    `program` is a file, or the text of a program; `arguments` are handed on to it. If a process
    dies, all are started anew, as often as `restarts` says. They talk over loopback, on one thread
    each. On Windows, where gloo under torchrun does not work everywhere, nothing is started.
    """
    text = program.read_text(encoding="utf-8") if isinstance(program, Path) else program
    number, name = tempfile.mkstemp(suffix=".py", text=True)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    if sys.platform == "win32":
        Path(name).unlink()
        return Launched(None, Path(name))
    command = [
        *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--local-addr=127.0.0.1"),
        *(f"--nproc-per-node={processes}", f"--max-restarts={restarts}", "--no-python"),
        # Where a death is looked for once a second only, the survivors have the time to complain.
        f"--monitor-interval={1.0 if restarts else 0.1}",
        *(sys.executable, "-c", RUN, name, *arguments),
    ]
    here = str(PROGRAMS.parents[1])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    settings = ON_THIS_CPU | {"PYTHONPATH": os.pathsep.join(paths)}
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        command, env=os.environ | settings, stdout=pipe, stderr=pipe, text=True
    )
    return Launched(process, Path(name))
