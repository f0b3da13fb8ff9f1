"""The page, and the endpoints that it and tests use.

    GET  /                                           the page
    GET  /_sandbox/providers                         who is played, where, and with which credentials
    GET  /_sandbox/campaigns                         the campaigns of all providers
    GET  /_sandbox/requests?after=N                  the requests that came after number N
    GET  /_sandbox/events                            the same as they come, as server-sent events
    POST /_sandbox/{provider}/campaigns/{id}/status  {"status": "Sent"} moves a campaign, where no documented call does
    POST /_sandbox/reset                             forgets everything

In: HTTP requests.  Out: JSON, events, HTML.
Never: answers a page of another site: a browser lets any site call a server on loopback, so the host must be a loopback
name (which DNS rebinding cannot forge) and the origin, where one is told, our own.  The page alone, which shows nothing
by itself, may be opened by a link from anywhere.
"""

from __future__ import annotations

import asyncio
import base64
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from handbill_generator.contract import Contract, Operation
from handbill_generator.sandbox.connection import connection_of
from handbill_generator.sandbox.credentials import presentation
from handbill_generator.sandbox.hosts import is_own, is_visit
from handbill_generator.sandbox.journal import Journal
from handbill_generator.sandbox.model import Problem
from handbill_generator.sandbox.store import StoreError

if TYPE_CHECKING:
    from handbill_generator.sandbox.sandbox import Sandbox

_BACKLOG = 200
"""Requests that a page is told of when it opens."""

_LONGEST_NAME = 200
"""Characters of the name of a campaign that are shown; the list is asked for again and again."""

_NOT_OURS = "only this machine's own pages may ask"
_SAFE = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}

_Endpoint = Callable[[Request], Awaitable[Response]]


def control_routes(sandbox: Sandbox) -> list[BaseRoute]:
    """Give the routes of the page and of the control endpoints."""
    control = _Control(sandbox)
    return [
        Route("/", _own(control.page, open_to=is_visit), methods=["GET"]),
        Route("/_sandbox/providers", _own(control.providers), methods=["GET"]),
        Route("/_sandbox/campaigns", _own(control.campaigns), methods=["GET"]),
        Route("/_sandbox/requests", _own(control.requests), methods=["GET"]),
        Route("/_sandbox/events", _own(control.events), methods=["GET"]),
        Route("/_sandbox/reset", _own(control.reset), methods=["POST"]),
        Route("/_sandbox/{provider}/campaigns/{id}/status", _own(control.move), methods=["POST"]),
    ]


class _Control:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    async def page(self, request: Request) -> Response:
        html, policy = _page()
        return HTMLResponse(html, headers={"content-security-policy": policy})

    async def providers(self, request: Request) -> Response:
        found = [await run_in_threadpool(self._provider, name, request) for name in self._sandbox.providers]
        return JSONResponse({"providers": found})

    async def campaigns(self, request: Request) -> Response:
        found = [
            {
                "provider": name,
                "campaigns": [
                    {
                        "id": each.id,
                        "name": each.name[:_LONGEST_NAME],
                        "status": each.status,
                        "updatedAt": each.updated_at,
                    }
                    for each in self._sandbox.campaigns(name)
                ],
            }
            for name in self._sandbox.providers
        ]
        return JSONResponse({"providers": found})

    async def requests(self, request: Request) -> Response:
        after = request.query_params.get("after", "0")
        if not re.fullmatch("[0-9]{1,15}", after):
            return _error(400, "after must be the number of a request")
        return JSONResponse({"requests": [each.as_json() for each in self._sandbox.journal.after(int(after))]})

    async def events(self, request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        seen = request.headers.get("last-event-id", "")
        stopping = connection_of(request.scope).stopping
        stream = _events(self._sandbox, seen, stopping)
        return StreamingResponse(stream, media_type="text/event-stream")

    async def move(self, request: Request) -> Response:
        status = await _status(request)
        provider, id = request.path_params["provider"], request.path_params["id"]
        if status is None:
            return _error(400, 'send {"status": "..."} as application/json')
        if provider not in self._sandbox.providers:
            return _error(404, f"the sandbox plays {', '.join(self._sandbox.providers)}")
        try:
            self._sandbox.move(provider, id, status)
        except Problem as problem:
            return _error(404 if problem.kind == "not_found" else 409, problem.message)
        return JSONResponse({"id": id, "status": status})

    async def reset(self, request: Request) -> Response:
        self._sandbox.reset()
        return Response(status_code=204)

    def _provider(self, name: str, request: Request) -> dict[str, Any]:
        contract = self._sandbox.player(name).service.contract
        expected = self._sandbox.providers[name].credentials
        sample = next(filter(_is_simple, contract.operations), None)
        return {
            "provider": name,
            "url": f"{request.url.scheme}://{request.headers.get('host')}/{name}",
            "credentials": [{"name": key, "value": value} for key, value in expected.items()],
            "sample": _sample(sample, contract, expected) if sample else None,
        }


def _sample(operation: Operation, contract: Contract, expected: Mapping[str, str]) -> dict[str, Any]:
    keys = min(operation.security, key=len, default=())
    carried = [presentation(contract.security_schemes[key], expected.get(key, "anything")) for key in keys]
    return {"path": operation.path.raw, "headers": [{"name": name, "value": value} for name, value in carried]}


def _is_simple(operation: Operation) -> bool:
    """Whether an operation can be tried out by its path alone."""
    return operation.method == "GET" and not any(parameter.required for parameter in operation.parameters)


async def _events(sandbox: Sandbox, seen: str, stopping: asyncio.Event) -> AsyncIterator[str]:
    """Tell of requests as they come; an event's id goes by the epoch, so that a page notices a sandbox begun anew."""
    journal, loop, changed = sandbox.journal, asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(changed.set)

    end_listening = journal.listen(wake)
    epoch, _, number = seen.partition(".")
    last = int(number) if re.fullmatch("[0-9]{1,15}", number) else 0
    try:
        yield "retry: 1000\n\n"
        while not stopping.is_set():
            changed.clear()
            if epoch != journal.epoch:
                epoch, last = journal.epoch, _begin(journal)
                yield "event: reset\ndata: {}\n\n"
            for each in journal.after(last):
                last = each.number
                yield f"id: {epoch}.{last}\nevent: request\ndata: {json.dumps(each.as_json())}\n\n"
            yield "event: campaigns\ndata: {}\n\n"
            await _first(changed, stopping)
    finally:
        end_listening()


def _begin(journal: Journal) -> int:
    """Give the number of the request after which a page that knows nothing is told of all."""
    known = journal.after(0)[-_BACKLOG:]
    return known[0].number - 1 if known else 0


async def _first(*events: asyncio.Event) -> None:
    waiting = [asyncio.ensure_future(event.wait()) for event in events]
    try:
        await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in waiting:
            each.cancel()


async def _status(request: Request) -> str | None:
    """Read the wanted status; a form, which any site may send, is no JSON."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        return None
    try:
        value = (await request.json())["status"]
        value.encode()  # half a surrogate is no text
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return value if isinstance(value, str) else None


def _own(endpoint: _Endpoint, open_to: Callable[[Mapping[str, str]], bool] = lambda headers: False) -> _Endpoint:
    """Let only this machine's own pages and programs reach *endpoint*, and whom it is *open_to* by their headers."""

    async def guarded(request: Request) -> Response:
        is_welcome = is_own(request.headers, request.url.scheme) or open_to(request.headers)
        try:
            response = await endpoint(request) if is_welcome else _error(403, _NOT_OURS)
        except StoreError as error:
            response = _error(500, str(error))
        response.headers.update(_SAFE)
        return response

    return guarded


def _error(status: int, detail: str) -> Response:
    return JSONResponse({"detail": detail}, status_code=status)


@cache
def _page() -> tuple[str, str]:
    """Give the page and its Content-Security-Policy, which allows the two inline blocks by their hashes."""
    html = files("handbill_generator.sandbox").joinpath("page.html").read_text(encoding="utf-8")
    script, style = (_hash(html, tag) for tag in ("script", "style"))
    policy = (
        f"default-src 'none'; script-src {script}; style-src {style}; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return html, policy


def _hash(html: str, tag: str) -> str:
    inside = html.partition(f"<{tag}>")[2].partition(f"</{tag}>")[0]
    return f"'sha256-{base64.b64encode(sha256(inside.encode()).digest()).decode()}'"
