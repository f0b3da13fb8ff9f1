"""A server on loopback that issues tokens and takes only those that it issued last.

In: how its token endpoint is to answer.  Out: the requests as they came, those for tokens apart.
Never: listens anywhere but on 127.0.0.1.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from typing import Any

CLIENT_ID = "shop:one"
CLIENT_SECRET = "s3cr3t&/+é"


@dataclass(frozen=True, slots=True)
class Came:
    """A request as it came."""

    target: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True)
class Issuer:
    """What the server answers, and what it was asked.

    *token* gives status and body of the token endpoint's answer for its nth request; None answers nothing until the
    test is over.  *refused* are tokens that the API answers with 401.
    """

    url: str = ""
    token: Callable[[int], tuple[int, Any] | None] = lambda number: (200, {"access_token": f"t{number}"})
    refused: set[str] = field(default_factory=set)
    tokens: list[Came] = field(default_factory=list)
    calls: list[Came] = field(default_factory=list)
    released: Event = field(default_factory=Event)
    lock: Lock = field(default_factory=Lock)

    def answer(self, came: Came) -> tuple[int, Any] | None:
        """Answer a request for a token, or a call of the API."""
        with self.lock:
            (self.tokens if "/token" in came.target else self.calls).append(came)
            number = len(self.tokens)
        if "/token" in came.target:
            return self.token(number)
        used = came.headers.get("authorization", "").removeprefix("Bearer ")
        return (401, {"message": "no"}) if used in self.refused else (200, {"name": used, "id": "1"})

    @property
    def used(self) -> list[str]:
        """The tokens that calls came with."""
        return [came.headers["authorization"].removeprefix("Bearer ") for came in self.calls]


@contextmanager
def issuing() -> Iterator[Issuer]:
    """Serve while the block lasts."""
    issuer = Issuer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = issuer.answer(Came(self.path, headers, self.rfile.read(int(headers.get("content-length", 0)))))
            if answer is None:
                issuer.released.wait(10)
                self.close_connection = True
                return
            status, body = answer
            content = body if isinstance(body, bytes) else json.dumps(body).encode()
            if self.command == "POST" and "/token" not in self.path and status == 200:
                status = 201
            self.send_response(status)
            self.send_header("Content-Type", "text/html" if isinstance(body, bytes) else "application/json")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def do_GET(self) -> None:
            """Answer a call."""
            self._serve()

        def do_POST(self) -> None:
            """Answer a call, or a request for a token."""
            self._serve()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that went away is what some tests are about."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        issuer.url = f"http://127.0.0.1:{server.server_address[1]}"
        try:
            yield issuer
        finally:
            issuer.released.set()
            server.shutdown()
            thread.join()
