"""Laws of answers on the wire: each is read by its media type, and what is accepted is what can be read."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest

from ..clients.server import Server
from .bodies import MODES, called

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
