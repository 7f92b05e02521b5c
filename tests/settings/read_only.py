"""`python read_only.py FOLDER COMMAND…`: the folder cannot be written to by the command."""

import os
import sys

SCRIPT = (
    'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && cd "$PWD" && exec "$@"'
)

if __name__ == "__main__":
    folder, *command = sys.argv[1:]
    os.execvp("unshare", ["unshare", "--mount", "sh", "-c", SCRIPT, "sh", folder, *command])
