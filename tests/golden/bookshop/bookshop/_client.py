"""Sending requests and trying again, waiting or awaiting; what is the same for both is in `_call`."""

from __future__ import annotations

import copy
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from ._credentials import Credentials, Security
from ._tracing import span
from ._transport import AsyncResponse, AsyncTransport, Response, Transport, TransportError

# These need the greater part of pydantic, which a client that has not called yet does without.
if TYPE_CHECKING:
    from ._call import Call, RawResponse
    from ._operation import Arguments, Operation, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a client calls.

    *timeout* is in seconds, for each phase of a request, and *total_timeout* for a call with all its tries and pauses;
    *headers* go with every call.
    """

    base_url: str
    security: Security
    credentials: Credentials
    timeout: float
    total_timeout: float
    max_retries: int
    headers: Mapping[str, str] = field(repr=False)

    def __post_init__(self) -> None:
        if not self.base_url.startswith(("http://", "https://")) or "?" in self.base_url or "#" in self.base_url:
            raise ValueError("base_url must begin with http:// or https://, and have no query and no fragment")


class _Client:
    """What the sync and the async client share: all but waiting."""

    _settings: Settings
    _owned: bool

    def with_options(
        self,
        *,
        timeout: float | None = None,
        total_timeout: float | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Self:
        """Give a client that calls with other settings, over the connections of this one, which closes them.

        Args:
            timeout: Seconds to wait for each phase of a request.
            total_timeout: Seconds that a call may take with all its tries and pauses.
            max_retries: How often a request that failed is sent again, where that is safe.
            headers: Headers to send beside those that this client sends already.
        """
        given = {"timeout": timeout, "total_timeout": total_timeout, "max_retries": max_retries}
        changed: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
        clone = copy.copy(self)
        clone._owned = False
        clone._settings = replace(self._settings, **changed, headers={**self._settings.headers, **(headers or {})})
        return clone


class Client(_Client):
    """Sends requests and waits for the answers."""

    def __init__(self, settings: Settings, transport: Transport) -> None:
        self._settings = settings
        self._transport = transport
        self._owned = True

    def send(self, operation: Operation[Result], given: Arguments) -> Result:
        """Send one call, again where that is safe, and read the answer."""
        from time import sleep

        from ._call import Call, RawResponse

        call = Call(self._settings, operation, given)
        with span(operation.id, operation.method, call.host):
            while True:
                try:
                    response = self._transport.send(call.request())
                    if call.hands_over(response):
                        return cast("Result", None)
                    content = _read(call, response)
                except TransportError as failure:
                    pause = call.after_failure(failure)
                else:
                    found = call.after_answer(response.status_code, response.headers, content)
                    if isinstance(found, RawResponse):
                        return found.result
                    pause = found
                sleep(pause)

    def raw(self, call: Callable[[], Result]) -> RawResponse[Result]:
        """Make a call and give the answer as it came, beside what it was read as.

        response = client.raw(lambda: client.things.get("t1"))
        print(response.status_code, response.headers, response.result)
        """
        from ._call import asking

        with asking(streams=False) as asked:
            call()
        return cast("RawResponse[Result]", asked.raw)

    @contextmanager
    def stream(self, call: Callable[[], object]) -> Iterator[Response]:
        """Make a call and give the answer before its body is read; one that is no success raises as always.

        with client.stream(lambda: client.things.get("t1")) as response:
            for chunk in response.chunks: ...
        """
        from ._call import asking

        with asking(streams=True) as asked:
            try:
                call()
            except BaseException:
                if asked.response:
                    cast("Response", asked.response).close()
                raise
        response = cast("Response", asked.response)
        try:
            yield response
        except TransportError as failure:
            raise asked.call.lost(failure) from failure
        finally:
            response.close()

    def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        body: object = None,
    ) -> RawResponse[bytes]:
        """Call what the contract lacks, with the credentials, retries and errors of every other call.

        Args:
            method: The HTTP method.
            path: The path below the base URL, beginning with a slash, already escaped.
            query: The query parameters; a list is sent as one pair an item.
            headers: Headers to send beside those of the client.
            body: Bytes, which are sent as they are, or anything else, which is sent as JSON.
        """
        from ._operation import Arguments, operation_of

        operation = operation_of(method, path, body)
        given = Arguments(query=query or {}, headers=headers or {}, body=body)
        return self.raw(lambda: self.send(operation, given))

    def close(self) -> None:
        """Close the connections, unless they belong to another client."""
        if self._owned:
            self._transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


def _read(call: Call[Any], response: Response) -> bytes:
    content = bytearray()
    try:
        for chunk in response.chunks:
            if not call.reads_on(content, chunk, response.status_code):
                break
    finally:
        response.close()
    return bytes(content)


class AsyncClient(_Client):
    """Sends requests and awaits the answers."""

    def __init__(self, settings: Settings, transport: AsyncTransport) -> None:
        self._settings = settings
        self._transport = transport
        self._owned = True

    async def send(self, operation: Operation[Result], given: Arguments) -> Result:
        """Send one call, again where that is safe, and read the answer."""
        from asyncio import sleep

        from ._call import Call, RawResponse

        call = Call(self._settings, operation, given)
        with span(operation.id, operation.method, call.host):
            while True:
                try:
                    response = await self._transport.send(call.request())
                    if call.hands_over(response):
                        return cast("Result", None)
                    content = await _aread(call, response)
                except TransportError as failure:
                    pause = call.after_failure(failure)
                else:
                    found = call.after_answer(response.status_code, response.headers, content)
                    if isinstance(found, RawResponse):
                        return found.result
                    pause = found
                await sleep(pause)

    async def raw(self, call: Callable[[], Awaitable[Result]]) -> RawResponse[Result]:
        """Make a call and give the answer as it came; see `Client.raw`."""
        from ._call import asking

        with asking(streams=False) as asked:
            await call()
        return cast("RawResponse[Result]", asked.raw)

    @asynccontextmanager
    async def stream(self, call: Callable[[], Awaitable[object]]) -> AsyncIterator[AsyncResponse]:
        """Make a call and give the answer before its body is read; see `Client.stream`."""
        from ._call import asking

        with asking(streams=True) as asked:
            try:
                await call()
            except BaseException:
                if asked.response:
                    await cast("AsyncResponse", asked.response).close()
                raise
        response = cast("AsyncResponse", asked.response)
        try:
            yield response
        except TransportError as failure:
            raise asked.call.lost(failure) from failure
        finally:
            await response.close()

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        body: object = None,
    ) -> RawResponse[bytes]:
        """Call what the contract lacks; see `Client.request`."""
        from ._operation import Arguments, operation_of

        operation = operation_of(method, path, body)
        given = Arguments(query=query or {}, headers=headers or {}, body=body)
        return await self.raw(lambda: self.send(operation, given))

    async def aclose(self) -> None:
        """Close the connections, unless they belong to another client."""
        if self._owned:
            await self._transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


async def _aread(call: Call[Any], response: AsyncResponse) -> bytes:
    content = bytearray()
    try:
        async for chunk in response.chunks:
            if not call.reads_on(content, chunk, response.status_code):
                break
    finally:
        await response.close()
    return bytes(content)
