"""The seam to the HTTP library: what is sent and what comes back, in types of our own.

Anything with the methods of `Transport` may be given to the client in place of httpx2: for tests, or for another HTTP
library.  It sends one request, follows no redirect, and raises `TransportError` and nothing else where no answer comes.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Protocol, TypeAlias, cast

import httpx2

Content: TypeAlias = bytes | Iterable[bytes] | AsyncIterable[bytes]
_UNSENT = (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.UnsupportedProtocol)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as it goes out.  The headers hold credentials.

    *timeout* is in seconds, for each phase, and *seconds_left* for all until the head of the answer is there.
    """

    operation: str
    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    content: Content | None = field(repr=False)
    timeout: float
    seconds_left: float


class TransportError(Exception):
    """No answer came.  *sent* is false where nothing can have reached the server."""

    def __init__(self, message: str, *, sent: bool, timed_out: bool = False) -> None:
        super().__init__(message)
        self.sent = sent
        self.timed_out = timed_out


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer whose body is still to be read, as it comes, from *chunks*; header names are in lower case."""

    status_code: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]
    close: Callable[[], None]


class Transport(Protocol):
    """Sends requests."""

    def send(self, request: Request, /) -> Response: ...

    def close(self) -> None: ...


class HTTPX2Transport:
    """Sends by httpx2; a client that is given is not closed."""

    def __init__(self, client: httpx2.Client | None = None) -> None:
        self._given = client

    @cached_property
    def _client(self) -> httpx2.Client:
        # Made for the first request: reading the certificates of the system takes longer than all that is before it.
        # A cookie that one answer sets must not ride with the calls of another user of the client.
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        # Of threads that get here at once, all take what the first has made.
        made: httpx2.Client = vars(self).setdefault("_client", self._given or httpx2.Client(cookies=jar))
        return made

    def send(self, request: Request, /) -> Response:
        """Send, and return as soon as the head of the answer is there."""
        content = cast("bytes | Iterable[bytes] | None", request.content)
        with _failures():
            built = self._client.build_request(
                request.method, request.url, headers=request.headers, content=content, timeout=request.timeout
            )
            found = self._client.send(built, stream=True, follow_redirects=False)
        return Response(
            status_code=found.status_code,
            headers=dict(found.headers),
            chunks=_chunks(found),
            close=found.close,
        )

    def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._given is None and "_client" in vars(self):
            self._client.close()


def _chunks(response: httpx2.Response) -> Iterator[bytes]:
    with _failures():
        yield from response.iter_bytes()


@dataclass(frozen=True, slots=True, kw_only=True)
class AsyncResponse:
    """An answer whose body is still to be read, as it comes, from *chunks*; header names are in lower case."""

    status_code: int
    headers: Mapping[str, str]
    chunks: AsyncIterator[bytes]
    close: Callable[[], Awaitable[None]]


class AsyncTransport(Protocol):
    """Sends requests."""

    async def send(self, request: Request, /) -> AsyncResponse: ...

    async def close(self) -> None: ...


class HTTPX2AsyncTransport:
    """Sends by httpx2; a client that is given is not closed."""

    def __init__(self, client: httpx2.AsyncClient | None = None) -> None:
        self._given = client

    @cached_property
    def _client(self) -> httpx2.AsyncClient:
        # Made for the first request: reading the certificates of the system takes longer than all that is before it.
        # A cookie that one answer sets must not ride with the calls of another user of the client.
        jar = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        return self._given or httpx2.AsyncClient(cookies=jar)

    async def send(self, request: Request, /) -> AsyncResponse:
        """Send, and return as soon as the head of the answer is there."""
        from asyncio import timeout

        content = cast("bytes | AsyncIterable[bytes] | None", request.content)
        with _failures():
            built = self._client.build_request(
                request.method, request.url, headers=request.headers, content=content, timeout=request.timeout
            )
            async with timeout(request.seconds_left):
                found = await self._client.send(built, stream=True, follow_redirects=False)
        return AsyncResponse(
            status_code=found.status_code,
            headers=dict(found.headers),
            chunks=_achunks(found),
            close=found.aclose,
        )

    async def close(self) -> None:
        """Close the connections, unless the client is the caller's."""
        if self._given is None and "_client" in vars(self):
            await self._client.aclose()


async def _achunks(response: httpx2.Response) -> AsyncIterator[bytes]:
    with _failures():
        async for chunk in response.aiter_bytes():
            yield chunk


@contextmanager
def _failures() -> Iterator[None]:
    try:
        yield
    except httpx2.InvalidURL as error:
        raise ValueError(f"the URL of this call cannot be used: {error}") from None
    except (httpx2.RequestError, TimeoutError) as error:
        timed_out = isinstance(error, httpx2.TimeoutException | TimeoutError)
        said = str(error) or type(error).__name__
        raise TransportError(said, sent=not isinstance(error, _UNSENT), timed_out=timed_out) from error
