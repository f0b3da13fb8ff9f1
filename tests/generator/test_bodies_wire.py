"""Laws of bodies on the wire: what a package sends of each media type, over real HTTP, to the byte."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from ..clients.server import Server
from .bodies import MODES, called, disposed, parts, sent
from .documents import JSON

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


# One of several


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
