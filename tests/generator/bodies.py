"""A contract that takes and gives every kind of body, and calls of the package made of it.

In: a call on the resource `things`.  Out: its result; the media type and the bytes that arrived; the parts of those.
Never: reads a body as the package writes it.
"""

from __future__ import annotations

import asyncio
import inspect
import io
import re
from collections.abc import Callable
from types import ModuleType
from typing import Any

from ..clients.server import Server, _Handler
from .documents import JSON, body, document, ref
from .media import FILE, STRING

PACKAGE = "bodies_shop"
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


class Dechunking(_Handler):
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
