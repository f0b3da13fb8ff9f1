"""A recording HTTP server on loopback.

In: answers that a test scripts.  Out: the requests as they arrived, byte for byte.
Never: listens anywhere but on 127.0.0.1, sleeps, answers what nobody scripted.
"""

from __future__ import annotations

import json
import socket
import struct
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any, Literal
from urllib.parse import parse_qsl, urlsplit

Fault = Literal["close", "reset", "stall", "half"]
_LONGEST_STALL_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to answer.  A *body* that is not bytes is sent as JSON; a *fault* takes the place of an honest end.

    `close` and `reset` end the connection unanswered, `stall` answers nothing while the test lasts, and `half`
    breaks off in the middle of the body.
    """

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    fault: Fault | None = None

    def as_bytes(self) -> bytes:
        """Write the answer as HTTP/1.1."""
        content = self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()
        bare = self.status == 204 or self.status < 200
        given = {"Content-Type": "application/json"} | dict(self.headers)
        if bare:
            content, given = b"", dict(self.headers)
        else:
            given.setdefault("Content-Length", str(len(content)))
        lines = [f"HTTP/1.1 {self.status} Scripted", *(f"{name}: {value}" for name, value in given.items()), "", ""]
        return "\r\n".join(lines).encode("latin-1") + content


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request as it arrived."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def path(self) -> str:
        """The path, still escaped."""
        return urlsplit(self.target).path

    @property
    def query(self) -> list[tuple[str, str]]:
        """The query as pairs, in the order sent."""
        return parse_qsl(urlsplit(self.target).query, keep_blank_values=True, strict_parsing=bool(self.raw_query))

    @property
    def raw_query(self) -> str:
        """The query, still escaped."""
        return urlsplit(self.target).query

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)

    def header(self, name: str) -> str | None:
        """The value of a header; fails where it was sent twice."""
        found = [value for sent, value in self.headers if sent.lower() == name.lower()]
        assert len(found) < 2, f"{name} was sent {len(found)} times: {found}"
        return found[0] if found else None


class Server(ThreadingHTTPServer):
    """Answers with what a test scripts, in order, and keeps what it was asked."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: deque[Answer] = deque()
        self.requests: list[Recorded] = []
        self.unscripted = 0
        self.broken = False
        self.released = Event()

    @property
    def url(self) -> str:
        """Where the server listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def answer(self, status: int = 200, body: Any = None, **more: Any) -> None:
        """Script the next answer."""
        answer = Answer(status=status, body=body, **more)
        self.script.append(answer)
        self.broken |= answer.fault is not None

    def forget(self) -> None:
        """Begin anew: without a script, and as if nothing had come."""
        self.script.clear()
        self.requests = []
        self.unscripted = 0

    def settle(self) -> list[Recorded]:
        """Give the requests that came and forget them; fails where they are not those that answers are scripted for."""
        came, unscripted, left = self.requests, self.unscripted, len(self.script)
        self.forget()
        assert not unscripted, f"{unscripted} requests came that nobody scripted an answer for"
        assert not left, f"{left} scripted answers were not asked for"
        return came

    @property
    def request(self) -> Recorded:
        """The one request that came."""
        assert len(self.requests) == 1, f"{len(self.requests)} requests came, not one"
        return self.requests[0]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: Server

    def parse_request(self) -> bool:
        """Read the head of a request, and serve every method alike."""
        if not super().parse_request():
            return False
        setattr(self, f"do_{self.command}", self._serve)
        return True

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        # `self.path` has lost a leading slash where there were two; the request line has not.
        target = self.requestline.split(" ")[1]
        self.server.requests.append(
            Recorded(method=self.command, target=target, headers=tuple(self.headers.items()), body=body)
        )
        if not self.server.script:
            self.server.unscripted += 1
            self.server.script.append(Answer(status=599, body={"message": "nobody scripted this answer"}))
        self._send(self.server.script.popleft())

    def _send(self, answer: Answer) -> None:
        if answer.fault is None:
            self.wfile.write(answer.as_bytes())
            return
        self.close_connection = True
        if answer.fault == "half":
            whole = answer.as_bytes()
            self.wfile.write(whole[: -max(1, len(whole) // 4)])
        elif answer.fault == "stall":
            self.server.released.wait(_LONGEST_STALL_S)
        elif answer.fault == "reset":
            # Closing with unlinger sends RST in place of FIN.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def finish(self) -> None:
        """Close the files; a connection that a fault has reset is closed already."""
        if self.connection.fileno() != -1:
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the test says what went wrong."""


@contextmanager
def serving() -> Iterator[Server]:
    """Serve on a free port while the block lasts."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.released.set()
            server.shutdown()
            thread.join()
