"""A server on loopback that misbehaves byte by byte, and the ways in which it does.

In: faults, in the order in which requests come; the last one stays.  Out: the requests that arrived.
Never: listens anywhere but on 127.0.0.1, outlives its block, waits longer than the test that it serves.
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from threading import Thread
from time import sleep
from typing import Any, TypeAlias
from urllib.parse import urlsplit

_LONGEST_WAIT_S = 10.0
THING = {"id": "t1", "name": "Lamp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request as it arrived; header names are in lower case, and *body* is as long as it came."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Peer:
    """The server's end of one connection."""

    def __init__(self, connection: socket.socket, server: Server) -> None:
        self._connection = connection
        self._server = server
        self._buffer = b""
        self.is_open = True

    def is_asked(self) -> bool:
        """Wait for the first byte of a request, which is left unread; false where the client hangs up."""
        with suppress(OSError):
            return bool(self._buffer or self._connection.recv(1, socket.MSG_PEEK))
        return False

    def read_head(self) -> Recorded:
        """Read a request up to its body, and record it."""
        while b"\r\n\r\n" not in self._buffer:
            if not (more := self._connection.recv(65536)):
                raise ConnectionError("the client hung up")
            self._buffer += more
        head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return Recorded(method=method, target=target, headers=headers, body=b"")

    def read(self) -> Recorded:
        """Read a whole request, and record it."""
        found = self.read_head()
        body = self._chunks() if "transfer-encoding" in found.headers else self._exactly(found.headers)
        whole = Recorded(method=found.method, target=found.target, headers=found.headers, body=body)
        self._server.requests.append(whole)
        return whole

    def send(self, content: bytes) -> None:
        """Send bytes as they are."""
        self._connection.sendall(content)

    def reset(self) -> None:
        """End the connection by RST."""
        self._connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close()

    def says_all(self) -> None:
        """Record that an answer that takes its time has been sent to its end."""
        self._server.answered += 1

    def close(self) -> None:
        """End the connection; what the client still sends is not read."""
        self.is_open = False
        self._connection.close()

    def wait(self) -> None:
        """Do nothing until the client hangs up."""
        while self._connection.recv(65536):
            pass
        self.close()

    def _exactly(self, headers: dict[str, str]) -> bytes:
        return self._take(int(headers.get("content-length", 0)))

    def _take(self, length: int) -> bytes:
        while len(self._buffer) < length and (more := self._connection.recv(65536)):
            self._buffer += more
        taken, self._buffer = self._buffer[:length], self._buffer[length:]
        return taken

    def _chunks(self) -> bytes:
        body = b""
        while True:
            while b"\r\n" not in self._buffer:
                if not (more := self._connection.recv(65536)):
                    return body
                self._buffer += more
            size, _, self._buffer = self._buffer.partition(b"\r\n")
            chunk = self._take(int(size, 16))
            self._take(2)
            if not chunk:
                return body
            body += chunk


Fault: TypeAlias = Callable[[Peer], None]


class Server:
    """Serves one fault a request; *asked* counts the requests that began to arrive, read or not."""

    def __init__(self, listening: socket.socket) -> None:
        self._listening = listening
        self._script: list[Fault] = []
        self.requests: list[Recorded] = []
        self.connections = 0
        self._threads: list[Thread] = []
        self.asked = 0
        self.answered = 0
        self.broken: list[BaseException] = []

    @property
    def address(self) -> str:
        """Host and port."""
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"http://{self.address}"

    def plays(self, *faults: Fault) -> None:
        """Play these, one a request; all further requests get the last one."""
        self._script = list(faults)

    def accept(self) -> None:
        """Serve each connection in a thread of its own until the socket is closed."""
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._threads.append(Thread(target=self._serve, args=(connection,), daemon=True))
            self._threads[-1].start()

    def settle(self, asked: int) -> None:
        """Wait for so many requests, which a client that lost patience does not, and for the end of all connections."""
        for _ in range(1000):
            if self.asked >= asked:
                break
            sleep(0.005)
        self.wait_until_left()

    def wait_until_left(self) -> None:
        """Wait until every client has closed its connections; fails where one does not."""
        for thread in self._threads:
            thread.join(_LONGEST_WAIT_S)
            assert not thread.is_alive(), "a client left a connection open"

    def _serve(self, connection: socket.socket) -> None:
        peer = Peer(connection, self)
        with connection:
            while peer.is_open and peer.is_asked():
                fault = self._script[min(self.asked, len(self._script) - 1)]
                self.asked += 1
                try:
                    fault(peer)
                except OSError:
                    return
                except Exception as error:  # noqa: BLE001
                    self.broken.append(error)
                    return


@contextmanager
def serving() -> Iterator[Server]:
    """Serve on a free port while the block lasts."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening)
        thread = Thread(target=server.accept, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
            thread.join()
    assert not server.broken, server.broken


@contextmanager
def refusing() -> Iterator[str]:
    """Give an address that refuses connections: the port is taken, and nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def message(status: int, body: Any, headers: dict[str, str], *, length: int | None = None) -> bytes:
    """Write an answer; a *body* that is not bytes is sent as JSON, and *length* may be a lie."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    given = {"content-type": "application/json", "content-length": str(len(content) if length is None else length)}
    lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in (given | headers).items()), "", ""]
    return "\r\n".join(lines).encode("latin-1") + content


def answer(status: int = 200, body: Any = THING, **headers: str) -> Fault:
    """Answer honestly; an underscore in the name of a header stands for a hyphen."""
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return says(message(status, body, given))


def says(content: bytes) -> Fault:
    """Read the request and send these bytes; the connection stays open."""

    def fault(peer: Peer) -> None:
        peer.read()
        peer.send(content)

    return fault


def echoes(peer: Peer) -> None:
    """Answer with the thing that the last part of the path asks for."""
    name = urlsplit(peer.read().target).path.rpartition("/")[2]
    peer.send(message(200, {"id": name, "name": f"thing {name}"}, {"x-request-id": f"request {name}"}))


def breaks_off(content: bytes = b"") -> Fault:
    """Read the request, send these bytes and close."""

    def fault(peer: Peer) -> None:
        peer.read()
        peer.send(content)
        peer.close()

    return fault


def resets_unread(peer: Peer) -> None:
    """Reset without a look at the request."""
    peer.reset()


def closes_unread(peer: Peer) -> None:
    """Close without a look at the request."""
    peer.close()


def resets(peer: Peer) -> None:
    """Read the request and reset."""
    peer.read()
    peer.reset()


def hangs(peer: Peer) -> None:
    """Read the request and answer nothing."""
    peer.read()
    peer.wait()


def hangs_in_body(peer: Peer) -> None:
    """Send half of an answer and hold on to the rest."""
    peer.read()
    peer.send(message(200, b'{"id": ', {}, length=100))
    peer.wait()


def refuses_upload(peer: Peer) -> None:
    """Answer 413 as soon as the head is there, and read the body no further than it takes to be polite."""
    found = peer.read_head()
    peer.send(message(413, {"message": "too large"}, {"connection": "close"}))
    peer._server.requests.append(found)
    peer._connection.shutdown(socket.SHUT_WR)
    with suppress(OSError):
        while peer._connection.recv(65536):
            pass
    peer.close()


def drips(peer: Peer) -> None:
    """Send the body byte by byte."""
    peer.read()
    whole = message(200, THING, {})
    head, _, body = whole.partition(b"\r\n\r\n")
    peer.send(head + b"\r\n\r\n")
    for byte in body:
        peer.send(bytes([byte]))
        sleep(0.0005)


def drips_in_head(peer: Peer) -> None:
    """Send a head that takes its time, for a fifth of a second."""
    peer.read()
    peer.send(b"HTTP/1.1 200 OK\r\nx-a: ")
    for _ in range(20):
        peer.send(b"a")
        sleep(0.01)
    peer.send(b"\r\n" + message(200, THING, {}).partition(b"\r\n")[2])
    peer.says_all()


def informs_first(peer: Peer) -> None:
    """Send three informational answers before the answer."""
    peer.read()
    peer.send(b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" * 3 + message(200, THING, {}))


def date_in(seconds: float) -> str:
    """Write a moment as Retry-After does."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)
