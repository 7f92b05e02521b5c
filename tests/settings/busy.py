"""`python busy.py COMMAND…`: while the command runs, each core also runs something else."""

import os
import subprocess
import sys

SPIN = "import os\nparent = os.getppid()\nwhile os.getppid() == parent: sum(range(10**6))"

if __name__ == "__main__":
    command = sys.argv[1:]
    others = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(os.cpu_count() or 1)]
    try:
        status = subprocess.run(command).returncode
    finally:
        for other in others:
            other.kill()
            other.wait()
    sys.exit(status)
