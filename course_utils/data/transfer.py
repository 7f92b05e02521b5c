"""Fetching one file over HTTP within a limit of bytes and of time."""

import contextlib
import sys
import time
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from typing import NamedTuple

_CHUNK = 2**16  # bytes


class Patience(NamedTuple):
    """How often and how long to try.

    `retries` counts new tries after a transfer that broke off or brought something else, `wait`
    the seconds until the next bytes must have come, `total` the seconds that one file may take.
    """

    retries: int = 1
    wait: float = 10
    total: float = 900


class TransferError(Exception):
    """A file could not be fetched; the message is a clause without capital and full stop."""


class InterruptedTransferError(TransferError, ValueError):
    """A transfer that may succeed next time: pooch tries again after a ValueError."""


def download(url: str, path: str, _store: object, *, limit: int, patience: Patience) -> None:
    """Write what comes from `url`, at most `limit` bytes, to `path`, and show how far it is.

    pooch calls it in place of its own downloader, which limits neither the bytes nor the time of
    the whole, and undoes a compression that the checksum counts with. What older downloads, killed
    before they could tidy up, left in the same folder is removed first.

    Raises InterruptedTransferError where the transfer breaks off or the server has a fault of its
    own, TransferError for all else that goes wrong on the way, and OSError when writing fails.
    """
    from tqdm import tqdm

    _sweep(Path(path).parent, older=patience.total)
    end = time.monotonic() + patience.total
    done = 0
    with _open(url, patience.wait) as response, open(path, "wb") as target:
        announced = response.length  # bytes; None where the server does not say
        # On stdout, because notebooks show what stands on stderr as if it were an error.
        with tqdm(
            total=announced, desc=Path(url).name, unit="B", unit_scale=True, leave=False,
            file=sys.stdout,
        ) as bar:  # fmt: skip
            while chunk := _read(response, url, patience.wait):
                done += len(chunk)
                if done > limit:
                    raise TransferError(f"{url} sends more than the {limit} bytes that it may")
                if time.monotonic() > end:
                    raise TransferError(f"{url} sent {done} bytes in {patience.total:g} s, no end")
                target.write(chunk)
                bar.update(len(chunk))
    if announced is not None and done < announced:
        raise InterruptedTransferError(f"{url} broke off after {done} of {announced} bytes")


def _open(url: str, wait: float) -> HTTPResponse:
    """Return the response to a request for `url`, after redirections; or raise TransferError."""
    opener = urllib.request.OpenerDirector()  # knows HTTP only, where urlopen() also takes file:
    for handler in (
        urllib.request.ProxyHandler, urllib.request.HTTPHandler, urllib.request.HTTPSHandler,
        urllib.request.HTTPRedirectHandler, urllib.request.HTTPErrorProcessor,
        urllib.request.HTTPDefaultErrorHandler, urllib.request.UnknownHandler,
    ):  # fmt: skip
        opener.add_handler(handler())
    headers = {"Accept-Encoding": "identity", "User-Agent": "course_utils"}
    try:
        return opener.open(urllib.request.Request(url, headers=headers), timeout=wait)
    except urllib.error.HTTPError as error:
        error.close()
        kind = InterruptedTransferError if error.code >= 500 else TransferError
        raise kind(f"{url} answers with the HTTP status {error.code}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise TransferError(f"{url} does not answer ({_reason(error, wait)})") from error


def _read(response: HTTPResponse, url: str, wait: float) -> bytes:
    """Return the next bytes as soon as some are there; none at the end."""
    try:
        return response.read1(_CHUNK)
    except (OSError, HTTPException) as error:
        raise InterruptedTransferError(f"{url} broke off ({_reason(error, wait)})") from error


def _reason(error: BaseException, wait: float) -> str:
    """Say in a few printable words what an error of the network means."""
    if isinstance(error, urllib.error.URLError) and isinstance(error.reason, BaseException):
        return _reason(error.reason, wait)
    if isinstance(error, TimeoutError):
        return f"nothing came for {wait:g} s"
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    words = "".join(c if c.isprintable() else " " for c in text).split()
    return " ".join(words)[:100]


def _sweep(folder: Path, older: float) -> None:
    """Remove pooch's temporary files that nobody has written to for `older` seconds."""
    for path in folder.glob("tmp*"):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > older:
                path.unlink()
