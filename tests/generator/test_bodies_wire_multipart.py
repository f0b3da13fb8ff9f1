"""Laws of multipart bodies on the wire: each part to the byte, files that are sent again, and what is no file."""

from __future__ import annotations

import io
from pathlib import Path
from types import ModuleType

import pytest

from ..clients.server import Server
from .bodies import MODES, called, disposed, parts, sent


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
