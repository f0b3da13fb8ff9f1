"""Serve a sandbox on loopback, in a thread of this process.

In: a `Sandbox`.  Out: a `Running` with its addresses, for as long as a block lasts.
Never: listens on an address that other machines reach.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Thread
from typing import Any

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from handbill_generator.diagnostics import ConfigError
from handbill_generator.sandbox.connection import EXTENSION, Connection
from handbill_generator.sandbox.sandbox import Sandbox

_LONGEST_GOODBYE_S = 1
_KEEP_ALIVE_S = 75
_TRANSPORT = "handbill.transport"


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A sandbox that listens at *url*, which has no slash at its end."""

    sandbox: Sandbox
    url: str

    def url_of(self, provider: str) -> str:
        """Give the base URL of a provider; raises ConfigError where it is not played."""
        if provider not in self.sandbox.providers:
            known = ", ".join(self.sandbox.providers)
            raise ConfigError(f'the sandbox does not play "{provider}"; it plays {known}')
        return f"{self.url}/{provider}"


@contextmanager
def serve(sandbox: Sandbox, host: str = "127.0.0.1", port: int = 0) -> Iterator[Running]:
    """Serve *sandbox* while the block lasts; *port* 0 takes a free one.

    Raises ConfigError where *host* is not an address of this machine alone, or *port* cannot be had.
    """
    listener = _listener(host, port)
    address, number, *_ = listener.getsockname()
    server = _Server(sandbox.app)
    thread = Thread(target=server.run, args=([listener],), name="handbill-sandbox", daemon=True)
    thread.start()
    while not server.is_up.wait(0.1):
        if not thread.is_alive():
            raise ConfigError("the server of the sandbox could not be started; its thread says why")
    try:
        yield Running(sandbox=sandbox, url=f"http://{f'[{address}]' if ':' in address else address}:{number}")
    finally:
        server.stop()
        thread.join()


def _listener(host: str, port: int) -> socket.socket:
    address = "127.0.0.1" if host == "localhost" else host
    try:
        is_loopback = ipaddress.ip_address(address).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise ConfigError(f'the sandbox is for this machine alone, not for "{host}"; write 127.0.0.1')
    try:
        listener = socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET)
    except (OSError, OverflowError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise ConfigError(f"port {port} cannot be had: {reason.lower()}; give another, or 0 for a free one") from None
    # Without it the kernel keeps the body of an answer back until the head is acknowledged, which takes 40 ms.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


class _Server(uvicorn.Server):
    """Runs until it is told to stop, and says when it is up."""

    def __init__(self, app: ASGIApp) -> None:
        self._stopping = asyncio.Event()
        config = uvicorn.Config(
            _connected(app, self._stopping),
            http=_Protocol,
            ws="none",
            lifespan="off",
            log_config=None,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=_KEEP_ALIVE_S,
            timeout_graceful_shutdown=_LONGEST_GOODBYE_S,
        )
        super().__init__(config)
        self.is_up = Event()

    async def main_loop(self) -> None:
        """Wait for `stop`; uvicorn's own loop looks ten times a second whether there is something to do."""
        self._loop = asyncio.get_running_loop()
        self.is_up.set()
        await self._stopping.wait()

    def stop(self) -> None:
        """Stop, from any thread."""
        self._loop.call_soon_threadsafe(self._stopping.set)


class _Protocol(H11Protocol):
    """HTTP/1.1 that shows its transport to the application."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.access_log = False
        inner = self.app

        async def app(scope: Any, receive: Any, send: Any) -> None:
            scope["extensions"] = {_TRANSPORT: self.transport}
            await inner(scope, receive, send)

        self.app = app


def _connected(app: ASGIApp, stopping: asyncio.Event) -> ASGIApp:
    async def connected(scope: Scope, receive: Receive, send: Send) -> None:
        transport: asyncio.Transport = scope["extensions"].pop(_TRANSPORT)
        scope["extensions"][EXTENSION] = Connection(
            reset=lambda: _reset(transport), close=transport.close, stopping=stopping
        )
        await app(scope, receive, send)

    return connected


def _reset(transport: asyncio.Transport) -> None:
    """Close a connection so that the other side sees a reset: what lingers for no time is dropped with RST."""
    lingering = struct.pack("ii", 1, 0)
    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, lingering)
    transport.abort()
