"""For tests of code that calls the API: transports that answer what a test queues, and check both sides.

What is queued must be what the contract documents, and what is sent must come in the order queued; all else is an
AssertionError.  A retry waits as always; the header `retry-after: 0` of an answer spares a test the pause.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import AsyncIterable, AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from typing import Any, Self, cast
from urllib.parse import parse_qs, urlsplit

from pydantic import MISSING, TypeAdapter

from ._call import Call
from ._client import Settings
from ._credentials import Credentials
from ._operation import Arguments, Operation
from ._transport import AsyncResponse, Request, Response, TransportError
from .errors import ResponseValidationError, error_class

# By operationId: the module of the operation, its name there, and the statuses that are documented for it.
_OPERATIONS: Mapping[str, tuple[str, str, tuple[str, ...]]] = {
    "GET /v1/things.list": ("things_list", "_GET_V1", ("200", "206", "default")),
    "class": ("groe", "_CLASS", ("202", "204")),
    "Class": ("groe", "_POST_V1_THINGS_THING_ID_REST", ("200", "5XX")),
    "import": ("groe2", "_IMPORT", ("200",)),
    "import-events": ("bodies", "_IMPORT_EVENTS", ("200",)),
    "import-files": ("bodies", "_IMPORT_FILES", ("204",)),
    "import-form": ("bodies", "_IMPORT_FORM", ("200",)),
}
_JSON: TypeAdapter[Any] = TypeAdapter(Any)


@dataclass(frozen=True, slots=True)
class _Queued:
    operation: str | None
    request: object
    delay: float
    outcome: tuple[int, Mapping[str, str], bytes] | TransportError


class _Fake:
    """*requests* are those that were sent; no credential is part of what is printed of them."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self._queue: deque[_Queued] = deque()
        self._fault = ""

    def answer(
        self,
        operation: str,
        body: object = None,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0.0,
        request: object = MISSING,
        documented: bool = True,
    ) -> None:
        """Queue the answer to the next call, which must be that of *operation*, an operationId.

        *body* is JSON, a model, text, or bytes as they are; *status* is the first success that is documented if not
        given. The answer takes *delay* seconds, or times out. *request* is the JSON body that must have been sent, or
        of a request without one the query. Raises AssertionError for an answer that is not as the contract says;
        *documented* is False for one that does not come from the API, as a proxy's.
        """
        found, statuses = _find(operation)
        wanted = next(iter(found.results)).replace("default", "200") if status is None else f"{status}"
        if documented and not {wanted, f"{wanted[0]}XX", "default"} & {*statuses, *found.results}:
            raise AssertionError(f"{operation}: {wanted} is not documented; there are {', '.join(statuses)}")
        number = int(wanted.replace("X", "0"))
        usual = found.accept.partition(",")[0] if found.succeeds(number) else "application/json"
        given = {"content-type": usual} | {name.lower(): text for name, text in (headers or {}).items()}
        content = _content(body, given["content-type"])
        if documented:
            _check(found, number, given, content)
        self._queue.append(_Queued(operation, request, delay, (number, given, content)))

    def fail(self, operation: str | None = None, *, sent: bool, timed_out: bool = False) -> None:
        """Queue a failure of the connection, before the next request, of *operation* if given, was *sent*, or after."""
        failure = TransportError("the test lets it fail", sent=sent, timed_out=timed_out)
        self._queue.append(_Queued(operation and _find(operation)[0].id, MISSING, 0.0, failure))

    def done(self) -> None:
        """Raise AssertionError for what did not come, and again for what came wrong, should nobody have noticed."""
        if self._fault or self._queue:
            left = ", ".join(queued.operation or "what fails" for queued in self._queue)
            raise AssertionError(self._fault or f"{left} did not come")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self.done()

    def _take(self, request: Request) -> tuple[float, tuple[int, Mapping[str, str], bytes]]:
        self.requests.append(request)
        queued = self._queue.popleft() if self._queue else _Queued("no more", MISSING, 0.0, (0, {}, b""))
        wanted, found = queued.operation or request.operation, request.operation
        if wanted == found and queued.request is not MISSING:
            wanted, found = json.loads(_content(queued.request, "json") or b"null"), _sent(request)
        if wanted != found:
            self._fault = self._fault or f"{request.operation} came: {wanted} was expected, and not {found}"
            raise AssertionError(self._fault)
        if queued.delay > request.timeout:
            raise TransportError("the answer is late", sent=True, timed_out=True)
        if isinstance(queued.outcome, TransportError):
            raise queued.outcome
        return queued.delay, queued.outcome


class FakeTransport(_Fake):
    """Give it to the client as `transport`; at the end of its own `with` block, nothing may be left over."""

    def send(self, request: Request, /) -> Response:
        """Give the next answer."""
        from time import sleep

        parts = cast("bytes | Iterable[bytes] | None", request.content)
        content = parts if isinstance(parts, bytes) else b"".join(parts or ())
        delay, (status, headers, answer) = self._take(replace(request, content=content))
        sleep(delay)
        body = iter([answer])
        return Response(status_code=status, headers=headers, chunks=body, close=self.close)

    def close(self) -> None:
        """Do nothing: the test says when it is done."""


class AsyncFakeTransport(_Fake):
    """Give it to the client as `transport`; at the end of its own `with` block, nothing may be left over."""

    async def send(self, request: Request, /) -> AsyncResponse:
        """Give the next answer."""
        from asyncio import sleep

        parts = request.content
        if isinstance(parts, AsyncIterable):
            parts = [part async for part in parts]
        content = parts if isinstance(parts, bytes) else b"".join(parts or ())
        delay, (status, headers, answer) = self._take(replace(request, content=content))
        await sleep(delay)
        body = _once(answer)
        return AsyncResponse(status_code=status, headers=headers, chunks=body, close=self.close)

    async def close(self) -> None:
        """Do nothing: the test says when it is done."""


def _find(name: str) -> tuple[Operation[Any], tuple[str, ...]]:
    if name not in _OPERATIONS:
        raise AssertionError(f"there is no operation {name}; there are {', '.join(_OPERATIONS)}")
    module, constant, statuses = _OPERATIONS[name]
    return getattr(import_module(f".resources.{module}", __package__), constant), statuses


def _content(body: object, media_type: str) -> bytes:
    if isinstance(body, bytes) or body is None:
        return body or b""
    return _JSON.dump_json(body, by_alias=True) if "json" in media_type else str(body).encode()


def _check(operation: Operation[Any], status: int, headers: Mapping[str, str], content: bytes) -> None:
    """Read an answer as the client will, but for streams, whose pieces are checked when they are read."""
    nobody = Credentials({}, {}, frozenset())
    settings = Settings(
        base_url="http://test", security=(), credentials=nobody, timeout=1, total_timeout=1, max_retries=0, headers={}
    )
    call = Call(settings, replace(operation, security=()), Arguments())
    try:
        if not operation.succeeds(status):
            _ = error_class(status)("", call._attempted("final", "answered"), status, headers, content).body
        elif call.source(Response(status_code=status, headers=headers, chunks=iter(()), close=lambda: None)):
            return
        elif call._result(status, headers, content) is None and content:
            raise AssertionError(f"{operation.id}: the {status} answer has no body")
    except ResponseValidationError as error:
        raise AssertionError(f"{operation.id}: {error.args[0]}") from None


def _sent(request: Request) -> Any:
    if request.content:
        return json.loads(cast("bytes", request.content))
    pairs = parse_qs(urlsplit(request.url).query, keep_blank_values=True)
    pairs = {name: texts for name, texts in pairs.items() if name not in ("api-key",)}
    return {name: texts if len(texts) > 1 else texts[0] for name, texts in pairs.items()}


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
