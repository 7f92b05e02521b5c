"""A web server on loopback that serves a small Fashion-MNIST, well or badly."""

import gzip
import hashlib
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import torch

from course_utils.data.fashion import FILES, Files, RemoteFile

Behaviour = Callable[["Handler", bytes], None]


def idx(*sizes: int, elements: bytes) -> bytes:
    """An IDX file of unsigned bytes; nothing checks that it is right."""
    return struct.pack(f">4B{len(sizes)}I", 0, 0, 8, len(sizes), *sizes) + elements


def random_bytes(num: int, below: int, seed: int) -> bytes:
    generator = torch.Generator().manual_seed(seed)
    return bytes(torch.randint(below, (num,), generator=generator).tolist())


CONTENTS = {
    "y_train": idx(12, elements=bytes([*range(10), 3, 9])),
    "y_test": idx(5, elements=bytes([9, 0, 4, 4, 1])),
    "X_test": idx(5, 28, 28, elements=random_bytes(5 * 28 * 28, 256, seed=1)),
    "X_train": idx(12, 28, 28, elements=random_bytes(12 * 28 * 28, 256, seed=2)),
}


class Shop:
    """Files with their checksums, what to send under which name, and who asked for what."""

    def __init__(self, **contents: bytes) -> None:
        """Take the real contents from CONTENTS, some of them replaced."""
        self.contents = CONTENTS | contents
        zipped = {part: gzip.compress(data, mtime=0) for part, data in self.contents.items()}
        self.files = Files(
            **{
                part: RemoteFile(
                    getattr(FILES, part).name, hashlib.md5(data).hexdigest(), len(CONTENTS[part])
                )
                for part, data in zipped.items()
            }
        )
        self.bodies = {getattr(self.files, part).name: data for part, data in zipped.items()}
        self.behaviour: dict[str, Behaviour] = {}
        self.asked: list[str] = []
        self.address = ""
        self.closing = threading.Event()

    def replace(self, part: str, zipped: bytes) -> None:
        """Serve other compressed bytes under the name of a part, with a checksum that fits."""
        file = getattr(self.files, part)
        new = file._replace(md5=hashlib.md5(zipped).hexdigest())
        self.files = self.files._replace(**{part: new})
        self.bodies[file.name] = zipped

    def misbehave(self, behaviour: Behaviour, part: str = "X_train") -> None:
        """Answer each request for a part in another way."""
        self.behaviour[getattr(self.files, part).name] = behaviour


class Handler(BaseHTTPRequestHandler):
    """One request; `shop` is set by `opened`."""

    shop: Shop

    def do_GET(self) -> None:
        name = self.path.rsplit("/", 1)[-1]
        self.shop.asked.append(name)
        answer = self.shop.behaviour.get(name, well)
        with suppress(BrokenPipeError, ConnectionResetError):  # some tests want the client to leave
            answer(self, self.shop.bodies.get(name, b""))

    def log_message(self, *args: object) -> None:
        pass

    def head(self, status: int = 200, **headers: object) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()


def well(handler: Handler, body: bytes) -> None:
    handler.head(Content_Length=len(body))
    handler.wfile.write(body)


def without_length(handler: Handler, body: bytes) -> None:
    handler.head()
    handler.wfile.write(body)


def truncated(handler: Handler, body: bytes) -> None:
    handler.head(Content_Length=len(body))
    handler.wfile.write(body[: len(body) // 2])


def truncated_without_length(handler: Handler, body: bytes) -> None:
    handler.head()
    handler.wfile.write(body[: len(body) // 2])


def broken_chunks(handler: Handler, body: bytes) -> None:
    handler.head(Transfer_Encoding="chunked")
    handler.wfile.write(b"%x\r\n" % len(body) + body[: len(body) // 2])


def stalling(handler: Handler, body: bytes) -> None:
    handler.head(Content_Length=len(body))
    handler.wfile.write(body[:100])
    handler.shop.closing.wait(20)


def silent(handler: Handler, body: bytes) -> None:
    handler.shop.closing.wait(20)


def dripping(handler: Handler, body: bytes) -> None:
    handler.head(Content_Length=len(body))
    for position in range(len(body)):
        handler.wfile.write(body[position : position + 1])
        if handler.shop.closing.wait(0.05):
            return


def endless(handler: Handler, body: bytes) -> None:
    handler.head()
    for _ in range(2_000):  # 200 MB, if the client takes them
        handler.wfile.write(bytes(100_000))


def status(code: int, **headers: str) -> Behaviour:
    def answer(handler: Handler, body: bytes) -> None:
        handler.head(code, Content_Length=0, **headers)

    answer.__name__ = "_".join(["status", str(code), *headers.values()])
    return answer


def in_circles(handler: Handler, body: bytes) -> None:
    handler.head(302, Location=handler.path, Content_Length=0)


def login_page(handler: Handler, body: bytes) -> None:
    well(handler, b"<html><title>Welcome to Campus Wi-Fi</title></html>")


def no_http(handler: Handler, body: bytes) -> None:
    handler.wfile.write(b"\x1b[31mnot http at all\r\n\r\n")


def first_then_well(*firsts: Behaviour) -> Behaviour:
    """Misbehave in turn for the first requests, and then serve the file."""
    left = list(firsts)
    return lambda handler, body: (left.pop(0) if left else well)(handler, body)


@contextmanager
def opened(shop: Shop) -> Iterator[Shop]:
    """Serve a shop on a free port of loopback until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"shop": shop}))
    server.daemon_threads = True
    server.handle_error = lambda *args: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    shop.address = f"http://127.0.0.1:{server.server_port}/some/where"
    try:
        yield shop
    finally:
        shop.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()


def eventually(fact: Callable[[], bool], seconds: float = 5) -> bool:
    """Whether something becomes true before the time is up."""
    end = time.monotonic() + seconds
    while not (true := fact()) and time.monotonic() < end:
        time.sleep(0.01)
    return true
