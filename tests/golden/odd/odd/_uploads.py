"""Content that is read while it is sent: files, and bytes that come piece by piece."""

from __future__ import annotations

import io
from collections.abc import AsyncIterable, AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeGuard, cast

from pydantic import BaseModel

if TYPE_CHECKING:
    from ._transport import Content

_CHUNK = 2**16


class BinaryFile(Protocol):
    """A file that is open for reading in binary mode; one that can seek can also be sent again."""

    def read(self, size: int = ..., /) -> bytes: ...


def is_file(value: object) -> TypeGuard[BinaryFile]:
    """Whether a value can be read as a binary file; raises TypeError for a file that is open in text mode."""
    if isinstance(value, io.TextIOBase):
        raise TypeError("a file is read as bytes: open it in binary mode")
    return hasattr(value, "read")


class RestOfFile:
    """What a file holds from where it stands now; going through it again begins there again."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._start = file.tell()
        self._size = file.seek(0, io.SEEK_END) - self._start
        file.seek(self._start)

    def __len__(self) -> int:
        return self._size

    def __iter__(self) -> Iterator[bytes]:
        self._file.seek(self._start)
        left = self._size
        # A file that grows meanwhile must not become longer than was announced.
        while left > 0 and (chunk := self._file.read(min(left, _CHUNK))):
            left -= len(chunk)
            yield chunk


class Chunks:
    """Pieces one after another, which can be gone through again."""

    def __init__(self, pieces: Sequence[bytes | Iterable[bytes]]) -> None:
        self._pieces = pieces

    def __iter__(self) -> Iterator[bytes]:
        for piece in self._pieces:
            yield from [piece] if isinstance(piece, bytes) else piece


def chunks_of(file: BinaryFile) -> Iterable[bytes]:
    """Give the rest of a file, which can be gone through only once where the file cannot seek."""
    if getattr(file, "seekable", bool)():
        return RestOfFile(cast("io.BufferedIOBase", file))
    return iter(lambda: file.read(_CHUNK), b"")


def joined(pieces: Sequence[bytes | Iterable[bytes]]) -> tuple[Content, dict[str, str]]:
    """Join pieces to one content, with the header that tells its length where that is known."""
    if all(isinstance(piece, bytes) for piece in pieces):
        return b"".join(piece for piece in pieces if isinstance(piece, bytes)), {}
    sized = [piece for piece in pieces if isinstance(piece, bytes | RestOfFile)]
    if len(sized) < len(pieces):
        return iter(Chunks(pieces)), {}
    return Chunks(pieces), {"content-length": str(sum(map(len, sized)))}


def upload_of(body: object) -> tuple[Content, dict[str, str]]:
    """Give the content of a file or of an iterable of bytes, and the header that tells its length if it is known."""
    if is_file(body):
        return joined([chunks_of(body)])
    if isinstance(body, bytearray | memoryview):
        return bytes(body), {}
    if isinstance(body, Iterable | AsyncIterable) and not isinstance(body, BaseModel | Mapping | str):
        return body, {}
    raise TypeError(f"the body must be bytes, a binary file or an iterable of bytes, and not {type(body).__name__}")


class _Lines:
    """JSON texts, one a line, with a mark before each; items that are bytes go as they are."""

    def __init__(self, items: Iterable[object], mark: bytes, written: Callable[[object], bytes]) -> None:
        self._items = items
        self._mark = mark
        self._written = written

    def line(self, item: object) -> bytes:
        return item if isinstance(item, bytes) else self._mark + self._written(item) + b"\n"

    def __iter__(self) -> Iterator[bytes]:
        return map(self.line, self._items)


async def _awaited(items: AsyncIterable[object], lines: _Lines) -> AsyncIterator[bytes]:
    async for item in items:
        yield lines.line(item)


def lines_of(body: object, mark: bytes, written: Callable[[object], bytes]) -> Content:
    """Give the content of items, which are *written* while they are sent (RFC 7464 for the mark, jsonlines.org).

    Raises TypeError for what is no iterable of items; what can be gone through again can also be sent again.
    """
    if is_file(body):
        return chunks_of(body)
    if isinstance(body, AsyncIterable):
        return _awaited(cast("AsyncIterable[object]", body), _Lines((), mark, written))
    if isinstance(body, Iterable) and not isinstance(body, BaseModel | Mapping | str):
        lines = _Lines(cast("Iterable[object]", body), mark, written)
        return iter(lines) if isinstance(body, Iterator) else lines
    raise TypeError(f"the body must be an iterable of items, bytes or a binary file, and not {type(body).__name__}")
