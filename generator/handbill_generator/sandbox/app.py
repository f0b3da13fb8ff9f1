"""The sandbox over HTTP: an ASGI application.

In: ASGI messages.  Out: the outcomes of the sandbox, control endpoints, and the page.
Never: decides what an answer is; waits longer than a fault asks for.

What only a server can do, it puts into the extensions of the scope (`Connection`).  Without it, under another server,
a fault that breaks the connection off raises ConnectionResetError.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HTTPRequest
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from handbill_generator.sandbox.connection import Connection, connection_of
from handbill_generator.sandbox.control import control_routes
from handbill_generator.sandbox.hosts import is_loopback
from handbill_generator.sandbox.outcome import Outcome
from handbill_generator.sandbox.request import LONGEST_BODY, Request

if TYPE_CHECKING:
    from handbill_generator.sandbox.sandbox import Sandbox


def application(sandbox: Sandbox) -> ASGIApp:
    """Give the application of a sandbox."""
    control = Starlette(routes=control_routes(sandbox), exception_handlers={404: _lost(sandbox)})
    control.router.redirect_slashes = False
    played = {name: _played(sandbox, name) for name in sandbox.providers}

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        # Not a mount of Starlette, which knows no path with a line break in it, and a value of a path may have one.
        scope = _with_plain_path(scope)
        _, name, *below = scope["path"].split("/", 2)
        is_played = bool(below) and name in played
        await (_guarded(played[name]) if is_played else control)(scope, receive, send)

    return app


def _played(sandbox: Sandbox, provider: str) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        connection = connection_of(scope)
        try:
            body = await _body(receive, connection)
        except ConnectionError:
            return  # a request that did not come whole is none
        request = _request(provider, scope, body)
        strike = sandbox.strike(provider)
        if not sandbox.is_ready(provider):
            await run_in_threadpool(sandbox.player, provider)
        outcome = sandbox.answer(provider, request, strike.fault)
        if strike.latency_s:
            await _until_gone(receive, connection, strike.latency_s)
        await _send(outcome, receive, send, connection)

    return app


def _with_plain_path(scope: Scope) -> Scope:
    """Give a scope whose path begins with a slash, whatever was asked for: a whole URL (RFC 9112, 3.2.2), or `*`."""
    path, raw = scope.get("path", ""), scope.get("raw_path") or b""
    if path.startswith("/"):
        return scope
    plain, plain_raw = re.sub("^https?://[^/]*", "", path), re.sub(b"^https?://[^/]*", b"", raw)
    return {**scope, "path": f"/{plain.removeprefix('/')}", "raw_path": b"/" + plain_raw.removeprefix(b"/")}


def _guarded(app: ASGIApp) -> ASGIApp:
    """Refuse a host that is not this machine: a page that is rebound to it knows the keys of the sandbox too."""

    async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
        hosts = [value.decode("latin-1") for name, value in scope["headers"] if name.lower() == b"host"]
        refusal = JSONResponse({"detail": "the sandbox is for this machine; call it as 127.0.0.1"}, status_code=403)
        await (app if all(map(is_loopback, hosts)) else refusal)(scope, receive, send)

    return guarded


def _request(provider: str, scope: Scope, body: bytes | None) -> Request:
    headers = tuple((name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"])
    host = dict(headers).get("host") or ":".join(map(str, scope["server"] or ("localhost",)))
    # The prefix may be escaped too, so it is cut off by its slash.
    path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1").removeprefix("/").partition("/")[2]
    return Request(
        method=scope["method"],
        path=f"/{path}",
        query=scope["query_string"].decode("latin-1"),
        headers=headers,
        body=body,
        address=f"{scope['scheme']}://{host}/{provider}",
    )


async def _body(receive: Receive, connection: Connection) -> bytes | None:
    """Read the body; None where it is too long: the server drops what is left of it.

    Raises ConnectionError where the client breaks off, or the server stops, before all of it has come.
    """
    body = bytearray()
    while len(body) <= LONGEST_BODY:
        message = await _received(receive, connection)
        if message["type"] == "http.disconnect":
            raise ConnectionError
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return bytes(body) if len(body) <= LONGEST_BODY else None


async def _received(receive: Receive, connection: Connection) -> Message:
    """Wait for what comes next; where the server stops meanwhile, the connection is reset."""
    coming, stopping = asyncio.ensure_future(receive()), asyncio.ensure_future(connection.stopping.wait())
    await asyncio.wait([coming, stopping], return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not coming.done():
        connection.reset()
    return await coming


async def _send(outcome: Outcome, receive: Receive, send: Send, connection: Connection) -> None:
    if outcome.is_silent:
        connection.reset()
        await _until_gone(receive, connection)
        return
    headers = [(name.encode(), value.encode()) for name, value in outcome.headers]
    await send({"type": "http.response.start", "status": outcome.status, "headers": headers})
    is_cut = outcome.breakage == "cut"
    content = outcome.content[: len(outcome.content) // 2] if is_cut else outcome.content
    await send({"type": "http.response.body", "body": content, "more_body": is_cut})
    if is_cut:
        connection.close()
        await _until_gone(receive, connection)


async def _until_gone(receive: Receive, connection: Connection, seconds: float | None = None) -> None:
    """Wait until the client is gone, the server stops, or the time is over."""
    waiting = [asyncio.ensure_future(receive()), asyncio.ensure_future(connection.stopping.wait())]
    await asyncio.wait(waiting, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for each in waiting:
        each.cancel()


def _lost(sandbox: Sandbox) -> Callable[[HTTPRequest, Exception], Awaitable[Response]]:
    async def lost(request: HTTPRequest, error: Exception) -> Response:
        prefixes = ", ".join(f"/{name}" for name in sandbox.providers)
        return JSONResponse({"detail": f"nothing is here; the sandbox plays {prefixes}"}, status_code=404)

    return lost
