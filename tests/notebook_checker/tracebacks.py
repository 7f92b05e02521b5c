"""Shortens the paths in a stored traceback, which would tell whose machine it was."""

import re

# IPython writes home as ~, a colour may stand before a path, and Windows has drives.
PATH = re.compile(
    r"(?:(?<![\w/.:<~])|(?<=\[3\dm))(?:~?/|[A-Za-z]:\\)[^\s:'\"<>/\\]+[/\\][^\s:'\"<>\x1b]+"
)
INNER = re.compile(
    r".*[/\\]site-packages[/\\]|.*[/\\]python3\.\d+[/\\]|.*[/\\](?=course_utils[/\\])"
)


def shorten_paths(text: str) -> str:
    """Return the text with each absolute path reduced to its part inside a package, or its name.

    >>> shorten_paths("File ~/course/.venv/lib/python3.11/site-packages/torch/nn/module.py:12")
    'File torch/nn/module.py:12'
    """
    return PATH.sub(lambda found: _inner(found[0]), text)


def _inner(path: str) -> str:
    """Return the part of a path behind the folder of packages, or the file's name."""
    inner = INNER.sub("", path, count=1)
    return inner if inner != path else re.split(r"[/\\]", path)[-1]
