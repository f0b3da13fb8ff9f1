"""Laws of bodies on the wire: what a package sends and reads of each media type, over real HTTP, to the byte."""

from __future__ import annotations

import asyncio
import importlib
import inspect
import io
import re
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ..clients.server import Server, _Handler, serving
from .documents import JSON, body, document, emit, ref

PACKAGE = "bodies_shop"
STRING: JSON = {"type": "string"}
FILE: JSON = {"type": "string", "format": "binary"}
MODES = ("sync", "async")


def takes(content: JSON, **rest: Any) -> JSON:
    return {"tags": ["things"], "requestBody": {"content": content, "required": True}, "responses": OK, **rest}


def gives(content: JSON, **more: JSON) -> JSON:
    return {"tags": ["things"], "responses": {"200": {"description": "d", "content": content}, **more}}


OK: JSON = {"200": body({})}
PET: JSON = {
    "type": "object",
    "required": ["name"],
    "properties": {
        "name": STRING,
        "bornAt": {"type": "string", "format": "date-time"},
        "good": {"type": "boolean"},
        "nick": {"type": ["string", "null"]},
        "tags": {"type": "array", "items": STRING},
        "marks": {"type": "array", "items": {"type": "integer"}},
        "owner": {"type": "object", "properties": {"id": STRING}},
        "filter": {"type": "object", "properties": {"a": STRING, "b": {"type": "array", "items": {"type": "integer"}}}},
        "place": {"type": "object", "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}},
        "spot": {"type": "object", "properties": {"x": {"type": "integer"}, "y": {"type": "integer"}}},
    },
}
PET_STYLES: JSON = {
    "marks": {"style": "pipeDelimited", "explode": False},
    "filter": {"style": "deepObject", "explode": True},
    "place": {"style": "form", "explode": True},
    "spot": {"explode": False},
}
ALBUM: JSON = {
    "type": "object",
    "required": ["cover"],
    "properties": {
        "cover": FILE,
        "photos": {"type": "array", "items": {"type": "string", "contentMediaType": "image/jpeg"}},
        'odd "name"': {},
        "title": {"type": ["string", "null"]},
        "meta": {"type": "object", "properties": {"größe": {"type": "integer"}}},
        "tags": {"type": "array", "items": STRING},
        "notes": {"type": "array", "items": {"type": "object", "properties": {"n": {"type": "integer"}}}},
    },
}
CHUNK: JSON = {"type": "object", "properties": {"text": STRING}}
CSV: JSON = {"text/csv": {"schema": STRING}}

DOCUMENT = document(
    schemas={"Pet": PET, "Album": ALBUM, "Chunk": CHUNK},
    paths={
        "/form": {
            "post": takes(
                {"application/x-www-form-urlencoded": {"schema": ref("Pet"), "encoding": PET_STYLES}},
                operationId="form",
            )
        },
        "/album": {
            "post": takes(
                {"multipart/form-data": {"schema": ref("Album"), "encoding": {"cover": {"contentType": "image/png"}}}},
                operationId="album",
            )
        },
        "/null": {"post": takes({"application/json": {"schema": {"type": ["integer", "null"]}}}, operationId="null")},
        "/loose": {"post": takes({"multipart/form-data": {}}, operationId="loose")},
        "/text": {"post": takes({"text/plain": {"schema": STRING}}, operationId="text")},
        "/xml": {"post": takes({"application/xml": {"schema": ref("Pet")}}, operationId="xml")},
        "/bytes": {"put": takes({"application/octet-stream": {"schema": FILE}}, operationId="content")},
        "/any": {
            "post": takes(
                {
                    "application/json": {"schema": ref("Chunk")},
                    "multipart/form-data": {"schema": {"type": "object", "properties": {"file": FILE}}},
                    **CSV,
                    "image/*": {},
                },
                operationId="any",
            )
        },
        "/chat": {
            "post": gives(
                {
                    "text/event-stream": {"schema": ref("Chunk")},
                    "application/json": {"schema": ref("Chunk")},
                    "text/*": {"schema": STRING},
                    "image/png": {},
                }
            )
            | {"operationId": "chat"}
        },
        "/report": {"get": gives(CSV, **{"404": body(ref("Chunk"))}) | {"operationId": "report"}},
        "/events": {"get": gives({"text/event-stream": {"schema": ref("Chunk")}}) | {"operationId": "events"}},
        "/words": {"get": gives({"text/event-stream": {}}) | {"operationId": "words"}},
        "/lines": {"get": gives({"application/x-ndjson": {"schema": ref("Chunk")}}) | {"operationId": "lines"}},
        "/maybe": {
            "get": gives(body(ref("Chunk"))["content"], **{"204": {"description": "d"}}) | {"operationId": "maybe"},
            "post": gives(body(ref("Chunk"))["content"]) | {"operationId": "surely"},
        },
    },
)


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("bodies")
    assert emit(DOCUMENT, folder, PACKAGE).package.losses == ()
    sys.path.insert(0, str(folder))
    yield importlib.import_module(PACKAGE)
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


class _Dechunking(_Handler):
    """Also reads requests whose length is not announced."""

    def _serve(self) -> None:
        if self.headers.get("Transfer-Encoding") == "chunked":
            content = b""
            while size := int(self.rfile.readline(), 16):
                content += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            self.rfile, kept = io.BytesIO(content), self.rfile
            self.headers["Content-Length"] = str(len(content))
            super()._serve()
            self.rfile = kept
        else:
            super()._serve()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setenv("SSL_CERT_DIR", "/dev/null")
    with serving() as server:
        server.RequestHandlerClass = _Dechunking
        yield server


def called(shop: ModuleType, mode: str, server: Server | str, call: Callable[[Any], Any], **options: Any) -> Any:
    """Make *call* on the resource of a client, and give its result."""
    url = server if isinstance(server, str) else server.url

    def waiting() -> Any:
        with shop.Shop(base_url=url, **options) as client:
            return call(client.things)

    async def awaiting() -> Any:
        async with shop.AsyncShop(base_url=url, **options) as client:
            found = call(client.things)
            return await found if inspect.isawaitable(found) else found

    return waiting() if mode == "sync" else asyncio.run(awaiting())


def sent(shop: ModuleType, mode: str, server: Server, call: Callable[[Any], Any], **options: Any) -> tuple[str, bytes]:
    """Make *call*, and give the media type and the bytes that arrived."""
    server.answer(200, {})
    called(shop, mode, server, call, **options)
    request = server.requests[-1]
    return request.header("content-type") or "", request.body


# Forms


FORM = [
    ({"name": "a b&c=d+ü"}, "name=a+b%26c%3Dd%2B%C3%BC"),
    ({"name": "a", "tags": ["x", "y,z"]}, "name=a&tags=x&tags=y%2Cz"),
    ({"name": "a", "tags": []}, "name=a"),
    ({"name": "a", "marks": [1, 2]}, "name=a&marks=1%7C2"),
    ({"name": "a", "nick": None}, "name=a&nick="),
    ({"name": "a", "good": True}, "name=a&good=true"),
    ({"name": "a", "born_at": "2026-01-02T03:04:05+01:00"}, "name=a&bornAt=2026-01-02T03%3A04%3A05%2B01%3A00"),
    ({"name": "a", "owner": {"id": "ü"}}, "name=a&owner=%7B%22id%22%3A%22%C3%BC%22%7D"),
    (
        {"name": "a", "filter": {"a": "1", "b": [2, 3]}},
        "name=a&filter%5Ba%5D=1&filter%5Bb%5D%5B0%5D=2&filter%5Bb%5D%5B1%5D=3",
    ),
    ({"name": "a", "place": {"x": 1, "y": 2}}, "name=a&x=1&y=2"),
    ({"name": "a", "spot": {"x": 1, "y": 2}}, "name=a&spot=x,1,y,2"),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("fields", "expected"), FORM)
def test_a_form_is_written_as_the_contract_says(
    shop: ModuleType, server: Server, mode: str, fields: JSON, expected: str
) -> None:
    """Arrays repeat, objects are JSON, a style that is stated holds, null is an empty value, the rest is not sent."""
    found = sent(shop, mode, server, lambda things: things.form(**fields))
    assert found == ("application/x-www-form-urlencoded", expected.encode())


def test_a_form_can_be_given_whole(shop: ModuleType, server: Server) -> None:
    """A model, with what it does not know, is written like its fields."""
    pet = shop.models.Pet(name="a", more="b")
    assert sent(shop, "sync", server, lambda things: things.form(body=pet))[1] == b"name=a&more=b"


# Multipart


def parts(kind: str, content: bytes) -> list[tuple[str, bytes]]:
    """Cut a multipart body into heads and contents, strictly."""
    found = re.fullmatch(r"multipart/form-data; boundary=([0-9a-f]{32})", kind)
    assert found, kind
    mark = b"--" + found[1].encode()
    pieces = content.split(mark)
    assert pieces[0] == b""
    assert pieces[-1] == b"--\r\n"
    cut = [piece.removeprefix(b"\r\n").removesuffix(b"\r\n").partition(b"\r\n\r\n") for piece in pieces[1:-1]]
    return [(head.decode(), inner) for head, _, inner in cut]


def disposed(name: str, filename: str = "", kind: str = "") -> str:
    head = f'Content-Disposition: form-data; name="{name}"'
    head += f'; filename="{filename}"' if filename else ""
    return f"{head}\r\nContent-Type: {kind}" if kind else head


@pytest.mark.parametrize("mode", MODES)
def test_a_multipart_body_to_the_byte(shop: ModuleType, server: Server, mode: str, tmp_path: Path) -> None:
    """Fields come first and files last, each part with the media type that it has by contract, caller or name."""
    (tmp_path / "b.jpg").write_bytes(b"B" * 200_000)
    with (tmp_path / "b.jpg").open("rb") as file:
        photos = [b"A", file, ("c.txt", b"C"), ("d", io.BytesIO(b"\r\nD\r\n"), "image/webp")]
        kind, content = sent(
            shop,
            mode,
            server,
            lambda things: things.album(
                cover=b"\x89PNG",
                photos=photos,
                title=None,
                meta={"größe": 1},
                tags=["x", "ü"],
                notes=[{"n": 1}, {"n": 2}],
                odd_name=("1.bin", b"?"),
            ),
        )
    assert parts(kind, content) == [
        (disposed("title"), b""),
        (disposed("meta", kind="application/json"), '{"größe":1}'.encode()),
        (disposed("tags"), b"x"),
        (disposed("tags"), "ü".encode()),
        (disposed("notes", kind="application/json"), b'{"n":1}'),
        (disposed("notes", kind="application/json"), b'{"n":2}'),
        (disposed("cover", "upload", "image/png"), b"\x89PNG"),
        (disposed("photos", "upload", "application/octet-stream"), b"A"),
        (disposed("photos", "b.jpg", "image/jpeg"), b"B" * 200_000),
        (disposed("photos", "c.txt", "text/plain"), b"C"),
        (disposed("photos", "d", "image/webp"), b"\r\nD\r\n"),
        (disposed("odd %22name%22", "1.bin", "application/octet-stream"), b"?"),
    ]
    assert server.request.header("content-length") == str(len(content))
    assert server.request.header("transfer-encoding") is None


def test_a_multipart_body_that_nobody_describes(shop: ModuleType, server: Server) -> None:
    """A dictionary is sent by what its values are."""
    loose = {"a": 1, "b": [True, None], "c": {"d": [1]}, "e": b"E", "f": [io.BytesIO(b"F"), ("g.txt", b"G")], "h": []}
    kind, content = sent(shop, "sync", server, lambda things: things.loose(body=loose))
    assert parts(kind, content) == [
        (disposed("a"), b"1"),
        (disposed("b"), b"true"),
        (disposed("b"), b""),
        (disposed("c", kind="application/json"), b'{"d":[1]}'),
        (disposed("e", "upload", "application/octet-stream"), b"E"),
        (disposed("f", "upload", "application/octet-stream"), b"F"),
        (disposed("f", "g.txt", "text/plain"), b"G"),
    ]


def test_a_file_name_cannot_break_out(shop: ModuleType, server: Server) -> None:
    """Quotes and line ends in a file name are escaped as browsers do, and a media type with one is refused."""
    kind, content = sent(shop, "sync", server, lambda things: things.album(cover=('a"\r\nX: y.png', b"")))
    assert parts(kind, content) == [(disposed("cover", "a%22%0D%0AX: y.png", "image/png"), b"")]
    with pytest.raises(ValueError, match="not a media type"):
        called(shop, "sync", server, lambda things: things.album(cover=("a", b"", "text/plain\r\nX: y")))


def test_a_boundary_is_new_for_each_call(shop: ModuleType, server: Server) -> None:
    """No content can hold what nobody can guess."""
    kinds = {sent(shop, "sync", server, lambda things: things.album(cover=b""))[0] for _ in range(3)}
    assert len(kinds) == 3


class Pipe(io.RawIOBase):
    """A file that cannot seek."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1, /) -> bytes:
        return self._content.read(size)


@pytest.mark.parametrize("mode", MODES)
def test_a_file_is_rewound_for_another_try(shop: ModuleType, server: Server, mode: str) -> None:
    """What can seek is sent again from where it stood, the same to the byte."""
    file = io.BytesIO(b"skipped" + b"A" * 100_000)
    file.seek(7)
    server.answer(429, {}, headers={"Retry-After": "0"})
    kind, content = sent(shop, mode, server, lambda things: things.album(cover=file))
    assert [request.body for request in server.requests] == [content, content]
    assert parts(kind, content)[0][1] == b"A" * 100_000


@pytest.mark.parametrize("mode", MODES)
def test_a_pipe_is_sent_once(shop: ModuleType, server: Server, mode: str) -> None:
    """What cannot seek is sent in chunks, and not again; the error says why."""
    _, content = sent(shop, mode, server, lambda things: things.album(cover=Pipe(b"A" * 100_000)))
    assert b"A" * 100_000 in content
    assert server.requests[-1].header("transfer-encoding") == "chunked"
    server.answer(429, {}, headers={"Retry-After": "0"})
    with pytest.raises(shop.errors.APIStatusError) as caught:
        called(shop, mode, server, lambda things: things.album(cover=Pipe(b"A")))
    assert (caught.value.not_retried, len(server.requests)) == ("body", 2)


@pytest.mark.parametrize("wrong", ["path/to/file", io.StringIO("text"), 1, ("name", "text"), ("name",), [b"two", b""]])
def test_what_is_no_file_is_refused(shop: ModuleType, server: Server, wrong: object) -> None:
    """A path, text or a list in place of a file raises before anything is sent, and names the field."""
    with pytest.raises(ValueError, match="cover"):
        called(shop, "sync", server, lambda things: things.album(cover=wrong))


def test_a_file_is_never_json(shop: ModuleType) -> None:
    """A model that holds a file says so when it is written as JSON."""
    with pytest.raises(ValueError, match="multipart"):
        shop.models.Album(cover=b"").model_dump_json()


# Text, XML, bytes


@pytest.mark.parametrize("mode", MODES)
def test_text_and_xml(shop: ModuleType, server: Server, mode: str) -> None:
    """Text goes in UTF-8, XML as the caller has encoded it."""
    assert sent(shop, mode, server, lambda things: things.text(body="ü")) == ("text/plain", "ü".encode())
    assert sent(shop, mode, server, lambda things: things.xml(body=b"<a/>")) == ("application/xml", b"<a/>")


def pieces() -> Iterator[bytes]:
    yield b"ab"
    yield b"c"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("given_", "length"),
    [
        (lambda: b"abc", "3"),
        (lambda: io.BytesIO(b"abc"), "3"),
        (lambda: bytearray(b"abc"), "3"),
        (pieces, None),
        (lambda: [b"a", b"bc"], None),
    ],
)
def test_bytes_in_every_form(
    shop: ModuleType, server: Server, mode: str, given_: Callable[[], Any], length: str | None
) -> None:
    """Bytes, a file and an iterable of bytes arrive alike; the length is announced where it is known."""
    assert sent(shop, mode, server, lambda things: things.content(body=given_())) == (
        "application/octet-stream",
        b"abc",
    )
    assert server.request.header("transfer-encoding") == (None if length else "chunked")


def test_bytes_of_an_async_iterable(shop: ModuleType, server: Server) -> None:
    """The async client also takes what has to be awaited."""

    async def chunks() -> AsyncIterator[bytes]:
        yield b"ab"
        await asyncio.sleep(0)
        yield b"c"

    assert sent(shop, "async", server, lambda things: things.content(body=chunks()))[1] == b"abc"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("given_", "tries"), [(pieces, 1), (lambda: [b"a", b"bc"], 2), (lambda: io.BytesIO(b"abc"), 2)]
)
def test_only_what_can_be_gone_through_again_is_sent_again(
    shop: ModuleType, server: Server, mode: str, given_: Callable[[], Any], tries: int
) -> None:
    """PUT is repeated after a 503, unless its content is used up."""
    for status in (503, 200)[:tries]:
        server.answer(status, {}, headers={"Retry-After": "0"})
    try:
        called(shop, mode, server, lambda things: things.content(body=given_()))
    except shop.errors.APIStatusError as error:
        assert error.not_retried == "body"
    assert [request.body for request in server.requests] == [b"abc"] * tries


def test_an_empty_body_is_a_body(shop: ModuleType, server: Server) -> None:
    """No bytes are sent as no bytes, with their media type and their length."""
    assert sent(shop, "sync", server, lambda things: things.content(body=b"")) == ("application/octet-stream", b"")
    assert sent(shop, "sync", server, lambda things: things.text(body="")) == ("text/plain", b"")
    assert server.requests[-1].header("content-length") == "0"


def test_null_is_a_body(shop: ModuleType, server: Server) -> None:
    """Where the contract asks for a body and takes null, None is null."""
    assert sent(shop, "sync", server, lambda things: things.null(body=None)) == ("application/json", b"null")
    assert sent(shop, "sync", server, lambda things: things.null(body=5)) == ("application/json", b"5")


@pytest.mark.parametrize("wrong", [{"a": 1}, 5])
def test_what_is_no_bytes_is_refused(shop: ModuleType, server: Server, wrong: object) -> None:
    """Anything else raises before it is sent."""
    with pytest.raises(TypeError):
        called(shop, "sync", server, lambda things: things.content(body=wrong))
    with pytest.raises(TypeError):
        called(shop, "sync", server, lambda things: things.form(body=5))


@pytest.mark.parametrize("mode", MODES)
def test_one_body_of_several_media_types(shop: ModuleType, server: Server, mode: str) -> None:
    """JSON unless the caller says otherwise; each other media type with a body of its own type."""

    def send(**arguments: Any) -> tuple[str, bytes]:
        return sent(shop, mode, server, lambda things: things.any(**arguments))

    assert send(text="a") == ("application/json", b'{"text":"a"}')
    assert send(body="a;b", content_type="text/csv") == ("text/csv", b"a;b")
    assert send(body=b"\x89", content_type="image/png") == ("image/png", b"\x89")
    upload = shop.models.AnyFormDataRequest(file=b"F")
    kind, content = send(body=upload, content_type="multipart/form-data")
    assert parts(kind, content) == [(disposed("file", "upload", "application/octet-stream"), b"F")]


# Answers


ANSWERS: list[tuple[str, bytes, Any]] = [
    ("application/json", b'{"text":"a"}', "Chunk"),
    ("Application/JSON; charset=utf-8", b'{"text":"a"}', "Chunk"),
    ("application/vnd.shop+json", b'{"text":"a"}', "Chunk"),
    ("text/csv; charset=latin-1", b"\xfc", "ü"),
    ("image/png", b"\x89", b"\x89"),
    ("unknown/unknown", b'{"text":"a"}', "Chunk"),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("kind", "content", "expected"), ANSWERS)
def test_an_answer_is_read_by_its_media_type(
    shop: ModuleType, server: Server, mode: str, kind: str, content: bytes, expected: Any
) -> None:
    """The exact media type, then any JSON, then a range; what the contract does not list is read as the first."""
    server.answer(200, content, headers={"Content-Type": kind})
    found = called(shop, mode, server, lambda things: things.chat())
    assert (type(found).__name__ if expected == "Chunk" else found) == expected
    assert server.request.header("accept") == "application/json, text/event-stream, image/png, text/*"


def test_errors_are_accepted_too(shop: ModuleType, server: Server) -> None:
    """What errors are documented as is accepted, where successes are something else; JSON alone needs no more."""
    server.answer(200, b"a", headers={"Content-Type": "text/csv"})
    assert called(shop, "sync", server, lambda things: things.report()) == "a"
    assert server.request.header("accept") == "text/csv, application/json;q=0.5"


@pytest.mark.parametrize("mode", MODES)
def test_an_empty_answer(shop: ModuleType, server: Server, mode: str) -> None:
    """Where the contract has an answer without a body, one that is empty is that; elsewhere it is a fault."""
    server.answer(204)
    assert called(shop, mode, server, lambda things: things.maybe()) is None
    server.answer(200, b"")
    assert called(shop, mode, server, lambda things: things.maybe()) is None
    server.answer(200, b"")
    with pytest.raises(shop.errors.ResponseValidationError):
        called(shop, mode, server, lambda things: things.surely())


# Streams


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
