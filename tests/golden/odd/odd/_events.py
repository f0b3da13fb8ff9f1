"""Answers that come piece by piece, and are read as they come."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from ._transport import AsyncResponse, Response, TransportError

Data = TypeVar("Data")
Item = TypeVar("Item")

_LONGEST_PIECE = 16 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerSentEvent(Generic[Data]):
    """An event.  *id* is the last one that the server gave, *retry* the milliseconds after which to connect again."""

    data: Data
    event: str
    id: str
    retry: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What a stream is made of: its *kind*, how a piece is decoded, and the errors of what cannot be read."""

    kind: object
    decode: Callable[[bytes], Any]
    too_long: Callable[[str], Exception]
    lost: Callable[[TransportError], Exception]


class _Lines:
    """Lines that end with CR, LF or both, cut from bytes as they come."""

    def __init__(self, source: Source) -> None:
        self.done = False
        self._source = source
        self._rest = bytearray()
        self._ended_with_cr = False
        self._size = 0

    def _lines(self, chunk: bytes) -> Iterator[bytes]:
        self._size += len(chunk)
        if self._size > _LONGEST_PIECE:
            raise self._source.too_long(f"a piece of the stream is longer than {_LONGEST_PIECE} bytes")
        self._rest += chunk.removeprefix(b"\n") if self._ended_with_cr else chunk
        # An empty chunk tells nothing of what the one before it ended with.
        self._ended_with_cr = chunk.endswith(b"\r") if chunk else self._ended_with_cr
        if b"\n" in chunk or b"\r" in chunk:
            lines = self._rest.splitlines(keepends=True)
            self._rest = lines.pop() if lines and not lines[-1].endswith((b"\r", b"\n")) else bytearray()
            yield from (bytes(line).rstrip(b"\r\n") for line in lines)

    def feed(self, chunk: bytes) -> Iterator[Any]:
        """Give the pieces that *chunk* completes."""
        raise NotImplementedError

    def rest(self) -> Iterator[Any]:
        """Give what the end of the stream completes."""
        return iter(())


class _Events(_Lines):
    """Server-sent events (WHATWG HTML, section 9.2.6); one whose data is `[DONE]` is the end, as is the custom."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self._is_first = True
        self._data: list[bytes] = []
        self._event = self._id = ""
        self._retry: int | None = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent[Any]]:
        for line in self._lines(chunk):
            if line:
                self._take(line.removeprefix(b"\xef\xbb\xbf") if self._is_first else line)
            elif self._data:
                if (data := b"\n".join(self._data)) == b"[DONE]":
                    self.done = True
                    return
                found = self._source.decode(data)
                yield ServerSentEvent(data=found, event=self._event or "message", id=self._id, retry=self._retry)
            self._is_first = False
            if not line:
                self._data, self._event, self._size = [], "", len(self._rest)

    def _take(self, line: bytes) -> None:
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        text = value.decode(errors="replace")
        match name:
            case b"data":
                self._data.append(value)
            case b"event":
                self._event = text
            case b"id" if "\0" not in text:
                self._id = text
            case b"retry" if value.isdigit() and len(value) < 16:
                self._retry = int(value)


class _Stream(Generic[Item]):
    def __init__(self, pieces: _Lines, source: Source, response: Response) -> None:
        self._response = response
        self._items = self._read(pieces, source)

    def _read(self, pieces: _Lines, source: Source) -> Generator[Item, None, None]:
        try:
            for chunk in self._response.chunks:
                for item in pieces.feed(chunk):
                    yield item
                if pieces.done:
                    return
            for item in pieces.rest():
                yield item
        except TransportError as failure:
            raise source.lost(failure) from failure
        finally:
            self._response.close()

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Item:
        return next(self._items)

    def close(self) -> None:
        """End the answer, whether or not all of it was read."""
        self._items.close()
        self._response.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class EventStream(_Stream[ServerSentEvent[Data]], Generic[Data]):
    """Events as they come, which can be gone through once.  To stop early use `with` or `close`.

    Going on raises APIConnectionError where the connection breaks, and ResponseValidationError for data that does not
    follow the contract.  The total_timeout of a call ends where a stream begins; the time from one piece to the next is
    bounded by `timeout`.
    """


def stream(source: Source, response: Response) -> _Stream[Any]:
    """Begin to read a stream."""
    return EventStream(_Events(source), source, response)


class _AsyncStream(Generic[Item]):
    def __init__(self, pieces: _Lines, source: Source, response: AsyncResponse) -> None:
        self._response = response
        self._items = self._read(pieces, source)

    async def _read(self, pieces: _Lines, source: Source) -> AsyncGenerator[Item, None]:
        try:
            async for chunk in self._response.chunks:
                for item in pieces.feed(chunk):
                    yield item
                if pieces.done:
                    return
            for item in pieces.rest():
                yield item
        except TransportError as failure:
            raise source.lost(failure) from failure
        finally:
            await self._response.close()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        return await anext(self._items)

    async def aclose(self) -> None:
        """End the answer, whether or not all of it was read."""
        await self._items.aclose()
        await self._response.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()


class AsyncEventStream(_AsyncStream[ServerSentEvent[Data]], Generic[Data]):
    """Events as they come, which can be gone through once.  To stop early use `async with` or `aclose`.

    Going on raises APIConnectionError where the connection breaks, and ResponseValidationError for data that does not
    follow the contract.  The total_timeout of a call ends where a stream begins; the time from one piece to the next is
    bounded by `timeout`.
    """


def astream(source: Source, response: AsyncResponse) -> _AsyncStream[Any]:
    """Begin to read a stream."""
    return AsyncEventStream(_Events(source), source, response)
