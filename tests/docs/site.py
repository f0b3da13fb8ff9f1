"""A real web site on loopback: each path answers as a test tells it to, and all requests are kept."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What a path answers; *head* is waited for before the first byte, *drip* after each byte of *content*."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content: bytes = b""
    head: float = 0
    drip: float = 0


@dataclass(frozen=True)
class Request:
    path: str
    headers: Mapping[str, str]


Answering = Reply | Callable[[Request], Reply]


class Site:
    """A running site: *paths* may be changed at any time, and a path that is not in it is 404."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.paths: dict[str, Answering] = {}
        self.requests: list[Request] = []

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    @property
    def asked(self) -> list[str]:
        """The paths that were asked, in order, but for the robots.txt."""
        return [request.path for request in self.requests if request.path != "/robots.txt"]

    def answer(self, request: Request) -> Reply:
        self.requests.append(request)
        found = self.paths.get(request.path, Reply(status=404))
        return found if isinstance(found, Reply) else found(request)


def page(text: str, content_type: str = "text/html; charset=utf-8", **headers: str) -> Reply:
    return Reply(headers={"Content-Type": content_type, **headers}, content=text.encode())


def in_turn(*replies: Reply) -> Callable[[Request], Reply]:
    """Answer with one reply after the other; the last one stays."""
    left = list(replies)
    return lambda request: left.pop(0) if len(left) > 1 else left[0]


def redirect(location: str, status: int = 302) -> Reply:
    return Reply(status=status, headers={"Location": location})


@contextmanager
def running() -> Iterator[Site]:
    """Run a site."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = site.answer(Request(self.path, dict(self.headers.items())))
            with suppress(OSError):
                time.sleep(reply.head)
                self.send_response(reply.status)
                for name, value in {"Content-Length": str(len(reply.content)), **reply.headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self._send(reply)

        def _send(self, reply: Reply) -> None:
            if not reply.drip:
                self.wfile.write(reply.content)
                return
            for byte in reply.content:
                self.wfile.write(bytes([byte]))
                time.sleep(reply.drip)

        def log_message(self, format: str, *arguments: Any) -> None:
            """A test prints nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that goes away is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    site = Site(server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def dripping_head() -> Iterator[str]:
    """Run a server that sends the head of its answer a byte at a time, and never gets to its end."""
    listening = socket.create_server(("127.0.0.1", 0))
    is_over = threading.Event()

    def serve() -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\nX-Long: ")
            while not is_over.wait(0.02):
                connection.sendall(b"x")

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/page"
    finally:
        is_over.set()
        thread.join()
        listening.close()


def free_port() -> int:
    """Give a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port
