"""What the course finds around it: an output that may lack signs, and the user's own folders.

It needs no PyTorch, so that the doctor can speak where there is none.
"""

import os
import sys
from pathlib import Path

import platformdirs

_ASCII = str.maketrans({"█": "#", "░": ".", "✓": "+", "✗": "x", "·": "-", "–": "-", "…": "..."})


def say(text: str) -> None:
    """Print a text, with plain signs where the output cannot show the others."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_ASCII).encode(encoding, "replace").decode(encoding)
    print(text)


def state_folder() -> Path:
    """Return the folder where progress is kept: COURSE_STATE_DIR, else the user's state folder."""
    asked = os.environ.get("COURSE_STATE_DIR")
    return Path(asked or platformdirs.user_state_dir("course_utils", appauthor=False))


def data_folder() -> Path:
    """Return the folder where downloads are kept: COURSE_DATA_DIR, else the user's cache."""
    asked = os.environ.get("COURSE_DATA_DIR")
    return Path(asked or platformdirs.user_cache_dir("course_utils", appauthor=False)).expanduser()
