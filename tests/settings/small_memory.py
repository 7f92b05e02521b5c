"""`python small_memory.py BYTES COMMAND…`: the command and its children share so much memory."""

import os
import subprocess
import sys
from pathlib import Path

GROUPS = Path("/sys/fs/cgroup")

if __name__ == "__main__":
    size, *command = sys.argv[1:]
    older = GROUPS / "memory"
    group = (older if older.is_dir() else GROUPS) / f"course-{os.getpid()}"
    group.mkdir()
    try:
        limit = "memory.limit_in_bytes" if older.is_dir() else "memory.max"
        (group / limit).write_text(size)

        def join() -> None:
            """Put the child into the group before it becomes the command."""
            (group / "cgroup.procs").write_text(str(os.getpid()))

        status = subprocess.run(command, preexec_fn=join).returncode
    finally:
        group.rmdir()
    sys.exit(status)
