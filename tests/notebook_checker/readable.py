"""Says in a sentence why a file cannot be read as a notebook: what is wrong, where, the remedy."""

import codecs
import json
import os
import re
import warnings
from functools import lru_cache
from pathlib import Path

import nbformat

CONFLICT = re.compile(r"^(<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
FILE = "FILE"  # stands for the path in a command
RESTORE = f"restore it, for instance with `git checkout -- {FILE}`"
CELL_FIELDS = {"cell_type": (str,), "source": (str, list), "metadata": (dict,)}


def why_unreadable(path: Path) -> str | None:
    """Return why the file at `path` is no notebook that Jupyter opens, None if it is one."""
    try:
        stat = path.stat()
        return _why(path, stat.st_mtime_ns, stat.st_size)
    except OSError as error:
        return f"the file cannot be opened ({error.strerror}): look at its name and permissions."


@lru_cache(maxsize=64)
def _why(path: Path, changed_ns: int, size: int) -> str | None:  # a changed file is read again
    """Return the first complaint about the bytes, the text, the JSON or the fields of a file."""
    content = path.read_bytes()
    complaint = _about_bytes(content) or _about_text(content.decode("utf-8"))
    if complaint:
        complaint = complaint.replace(FILE, os.path.relpath(path))
        return f"the file cannot be read as a notebook: {complaint}."
    return None


def _about_bytes(content: bytes) -> str | None:
    """Complain of an empty file and of another encoding than plain UTF-8."""
    if not content.strip():
        return f"the file is empty, wanted JSON: {RESTORE}"
    if content.startswith(codecs.BOM_UTF8):
        return (
            "it starts with a byte order mark, which Jupyter does not accept: save it as UTF-8 "
            "without one (some editors say: without signature)"
        )
    if content.startswith(WIDE_MARKS):
        return "it is written in UTF-16, wanted UTF-8: save it as UTF-8 without a byte order mark"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return f"it is cut off in the middle of a character: {RESTORE}"
        line = content[: error.start].count(b"\n") + 1
        return (
            f"line {line} holds the byte 0x{content[error.start]:02x}, which is no UTF-8: save the "
            "file as UTF-8"
        )
    return None


def _about_text(text: str) -> str | None:
    """Complain of a text that is no JSON, and of JSON that is no notebook."""
    try:
        book = json.loads(text)
    except json.JSONDecodeError as error:
        return _about_json(text, error)
    except RecursionError:
        return f"its brackets are nested too deeply for a notebook: {RESTORE}"
    if not isinstance(book, dict):
        return f"wanted a JSON object, got {_kind(book)}: {RESTORE}"
    version = book.get("nbformat")
    if type(version) is not int or version != 4:
        if version in (1, 2, 3):
            remedy = f"convert it with `jupyter nbconvert --to notebook --inplace {FILE}`"
            return f"wanted nbformat 4, got the older {version}: {remedy}"
        got = repr(version) if "nbformat" in book else "no such field"
        return f"wanted the field nbformat with the value 4, got {got}: {RESTORE}"
    if complaint := _about_fields(book):
        return f"{complaint}: {RESTORE}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # nbval reads it once more, and says what it must
            nbformat.reads(text, as_version=4)
    except Exception as error:  # whatever Jupyter's own reader dislikes, the sentence names it
        words = " ".join(str(error).split())[:200]
        return f"Jupyter's reader says {type(error).__name__}: {words}; {RESTORE}"
    return None


def _about_json(text: str, error: json.JSONDecodeError) -> str:
    """Say what keeps a text from being JSON: conflict marks, a web page, a cut, or a slip."""
    if mark := CONFLICT.search(text):
        line = text[: mark.start()].count("\n") + 1
        return (
            f"line {line} holds the mark {mark[1]} of a merge conflict: take one side with "
            "`git checkout --ours FILE` or `--theirs`, then run `make notebooks`"
        )
    if text.lstrip().startswith("<"):
        return "it is a web page: download the file itself (on GitHub: Raw)"
    whole = text.strip()
    stops = error.pos >= len(text.rstrip()) or not whole.endswith("}")
    if whole.startswith("{") and stops and error.msg != "Extra data":
        last = text.rstrip().count("\n") + 1
        return f"it is cut off in line {last}, before the JSON is complete: {RESTORE}"
    return (
        f"line {error.lineno}, column {error.colno} is not JSON ({error.msg}): correct that line, "
        f"or {RESTORE}"
    )


def _about_fields(book: dict) -> str | None:
    """Name the first field without which the checker can collect nothing."""
    if type(book.get("nbformat_minor")) is not int:
        return f"wanted a number nbformat_minor, got {_kind(book.get('nbformat_minor'))}"
    for field, kind in (("metadata", dict), ("cells", list)):
        if not isinstance(book.get(field), kind):
            return f"wanted {_KINDS[kind]} as its {field}, got {_kind(book.get(field))}"
    for number, cell in enumerate(book["cells"], start=1):
        if not isinstance(cell, dict):
            return f"wanted an object as cell {number}, got {_kind(cell)}"
        wanted = CELL_FIELDS | ({"outputs": (list,)} if cell.get("cell_type") == "code" else {})
        for field, kinds in wanted.items():
            if not isinstance(cell.get(field), kinds):
                got = _kind(cell.get(field))
                return f"cell {number} must have {_KINDS[kinds[0]]} as its {field}, got {got}"
        tags = cell["metadata"].get("tags", [])
        if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
            return f"cell {number} must have a list of texts as its tags"
    return None


_KINDS = {dict: "an object", list: "a list", str: "a text", bool: "true or false"}


def _kind(value: object) -> str:
    """Name the kind of a JSON value."""
    return "nothing" if value is None else _KINDS.get(type(value), "a number")
