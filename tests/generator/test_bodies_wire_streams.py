"""Laws of streams on the wire: events and lines as they come, however they are cut, and what ends them."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from itertools import pairwise
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..clients.server import Server
from .bodies import MODES, called


async def _drained(stream: Any) -> list[Any]:
    return [item async for item in stream]


def drained(shop: ModuleType, mode: str, server: Server | str, call: Callable[[Any], Any], **options: Any) -> list[Any]:
    """Make *call* and go through the stream that it gives."""

    async def awaiting(things: Any) -> list[Any]:
        return await _drained(await call(things))

    whole: Callable[[Any], Any] = (lambda things: list(call(things))) if mode == "sync" else awaiting
    return list(called(shop, mode, server, whole, **options))


STREAM = (
    b"\xef\xbb\xbf: a comment\n"
    b'data: {"text":"one"}\n\n'
    b'event: word\r\nid: 7\r\nretry: 250\r\ndata:{"text":\r\ndata: "two"}\r\n\r\n'
    b"event: nothing\r\r"
    b"retry: soon\rid\rnonsense: 1\rdata: {}\r\r"
    b"data: [DONE]\n\ndata: never\n\n"
)
READ = [("one", "message", "", None), ("two", "word", "7", 250), (None, "message", "", 250)]


def facts(shop: ModuleType, events: list[Any]) -> list[Any]:
    return [(e.data.text if e.data.text is not shop.MISSING else None, e.event, e.id, e.retry) for e in events]


@pytest.mark.parametrize("mode", MODES)
def test_events_are_read_as_they_are_written(shop: ModuleType, server: Server, mode: str) -> None:
    """Comments, names, ids, pauses, data of several lines, all three line ends, a mark at the start and at the end."""
    server.answer(200, STREAM, headers={"Content-Type": "text/event-stream"})
    assert facts(shop, drained(shop, mode, server, lambda things: things.events())) == READ
    assert server.request.header("accept") == "text/event-stream"


@pytest.mark.parametrize("mode", MODES)
def test_data_without_a_schema_is_text(shop: ModuleType, server: Server, mode: str) -> None:
    """Text stays text; an event that is cut off is dropped, as the standard asks."""
    server.answer(200, "data: ü\ndata\n\ndata: cut".encode(), headers={"Content-Type": "text/event-stream"})
    assert [event.data for event in drained(shop, mode, server, lambda things: things.words())] == ["ü\n"]


@pytest.mark.parametrize("mode", MODES)
def test_json_lines(shop: ModuleType, server: Server, mode: str) -> None:
    """One value a line, blank lines and record separators left out, the last line with or without its end."""
    content = b'{"text":"a"}\n\n\x1e{"text":"b"}\r\n{"text":"c"}'
    server.answer(200, content, headers={"Content-Type": "application/x-ndjson"})
    found = drained(shop, mode, server, lambda things: things.lines())
    assert [chunk.text for chunk in found] == ["a", "b", "c"]


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_is_one_of_several_answers(shop: ModuleType, server: Server, mode: str) -> None:
    """The answer decides whether there is a stream."""
    server.answer(200, b'data: {"text":"a"}\n\n', headers={"Content-Type": "text/event-stream"})
    assert [event.data.text for event in drained(shop, mode, server, lambda things: things.chat())] == ["a"]


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_that_breaks(shop: ModuleType, server: Server, mode: str) -> None:
    """What came is given, and then the package's own error; nothing is sent again."""
    server.answer(200, STREAM, headers={"Content-Type": "text/event-stream"}, fault="half")
    seen: list[Any] = []

    async def awaiting(things: Any) -> None:
        async for event in await things.events():
            seen.append(event)

    with pytest.raises(shop.errors.APIConnectionError):
        called(shop, mode, server, lambda things: seen.extend(things.events()) if mode == "sync" else awaiting(things))
    assert len(server.requests) == 1
    assert mode == "sync" or facts(shop, seen) == READ[: len(seen)]


@pytest.mark.parametrize("mode", MODES)
def test_data_that_does_not_follow_the_contract(shop: ModuleType, server: Server, mode: str) -> None:
    """It raises, and the error holds the data."""
    server.answer(200, b'data: {"text":1}\n\n', headers={"Content-Type": "text/event-stream"})
    with pytest.raises(shop.errors.ResponseValidationError, match="/text") as caught:
        drained(shop, mode, server, lambda things: things.events())
    assert caught.value.content == b'{"text":1}'


@pytest.mark.parametrize("mode", MODES)
def test_an_error_in_place_of_a_stream(shop: ModuleType, server: Server, mode: str) -> None:
    """A status that is no success raises at the call, also with the media type of the stream."""
    server.answer(400, STREAM, headers={"Content-Type": "text/event-stream"})
    with pytest.raises(shop.errors.APIStatusError):
        called(shop, mode, server, lambda things: things.events())


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_that_is_left_early(shop: ModuleType, server: Server, mode: str) -> None:
    """Its block closes the answer; the client goes on, and the stream is over."""
    server.answer(200, STREAM, headers={"Content-Type": "text/event-stream"})
    server.answer(204)

    def waiting(things: Any) -> Any:
        with things.events() as events:
            first = next(events)
        assert list(events) == []
        return first, things.maybe()

    async def awaiting(things: Any) -> Any:
        async with await things.events() as events:
            first = await anext(events)
        assert await _drained(events) == []
        return first, await things.maybe()

    first, after = called(shop, mode, server, waiting if mode == "sync" else awaiting)
    assert (first.data.text, after) == ("one", None)


def test_status_and_headers_of_a_stream(shop: ModuleType, server: Server) -> None:
    """`raw` gives them beside the stream, and `stream` the bytes in its place."""
    for _ in range(2):
        server.answer(200, STREAM, headers={"Content-Type": "text/event-stream", "X-Request-Id": "r1"})
    with shop.Shop(base_url=server.url) as client:
        found = client.raw(client.things.events)
        assert (found.status_code, found.headers["x-request-id"]) == (200, "r1")
        assert facts(shop, list(found.result)) == READ
        with client.stream(client.things.events) as response:
            assert b"".join(response.chunks) == STREAM


class Scripted:
    """A transport that gives an answer in the chunks of a test."""

    def __init__(self, shop: ModuleType, kind: str, chunks: Iterator[bytes]) -> None:
        response = importlib.import_module(f"{shop.__name__}._transport").Response
        self.is_closed = False
        self._response = response(status_code=200, headers={"content-type": kind}, chunks=chunks, close=self._closes)

    def _closes(self) -> None:
        self.is_closed = True

    def send(self, request: Any, /) -> Any:
        return self._response

    def close(self) -> None:
        pass


@settings(max_examples=300)
@example(cuts=[56, 56])
@given(cuts=st.lists(st.integers(0, len(STREAM)), max_size=20).map(sorted))
def test_where_the_chunks_end_does_not_matter(shop: ModuleType, cuts: list[int]) -> None:
    """However the network cuts a stream, the events are the same, and the answer is closed at its end."""
    marks = [0, *cuts, len(STREAM)]
    chunks = (STREAM[start:end] for start, end in pairwise(marks))
    transport = Scripted(shop, "text/event-stream", chunks)
    found = drained(shop, "sync", "http://shop.test", lambda things: things.events(), transport=transport)
    assert facts(shop, found) == READ
    assert transport.is_closed


def test_only_silence_ends_a_stream(shop: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream may last longer than total_timeout; the timeout of the transport is the package's timeout error."""
    now = [0.0]
    monkeypatch.setattr(importlib.import_module(f"{shop.__name__}._call").time, "monotonic", lambda: now[0])
    failure = importlib.import_module(f"{shop.__name__}._transport").TransportError

    def chunks() -> Iterator[bytes]:
        for _ in range(3):
            now[0] += 1000
            yield b"data: {}\n\n"
        raise failure("silence", sent=True, timed_out=True)

    seen: list[Any] = []

    def gone_through(things: Any) -> None:
        seen.extend(event.event for event in things.events())

    transport = Scripted(shop, "text/event-stream", chunks())
    with pytest.raises(shop.errors.APITimeoutError):
        called(shop, "sync", "http://shop.test", gone_through, transport=transport, total_timeout=1.0)
    assert seen == ["message"] * 3


def test_an_event_has_a_limit(shop: ModuleType) -> None:
    """A server that never ends an event is not listened to forever."""
    transport = Scripted(shop, "text/event-stream", iter(lambda: b"data: " + b"x" * 2**20 + b"\n", None))
    with pytest.raises(shop.errors.ResponseValidationError, match="longer than"):
        drained(shop, "sync", "http://shop.test", lambda things: things.events(), transport=transport)
    assert transport.is_closed
