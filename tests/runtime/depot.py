"""A small contract that has what the runtime has to handle, and the package made of it.

In: a folder.  Out: the package, imported; and one way to call it, sync or async.
"""

from __future__ import annotations

import asyncio
import importlib
import sys
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

from ..generator.documents import JSON, body, call, document, emit, query, ref

Mode = Literal["sync", "async"]
MODES: tuple[Mode, ...] = ("sync", "async")

SECRET = "s3cr3t-7f0e"
SCHEMES: Mapping[str, JSON] = {
    "token": {"type": "http", "scheme": "bearer"},
    "login": {"type": "http", "scheme": "basic"},
    "headerKey": {"type": "apiKey", "in": "header", "name": "X-Depot-Key"},
    "queryKey": {"type": "apiKey", "in": "query", "name": "key"},
    "cookieKey": {"type": "apiKey", "in": "cookie", "name": "session"},
}
_BYTES = {"type": "string", "format": "binary"}


def _id() -> JSON:
    return {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}


def _key() -> JSON:
    return {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}


def _called(name: str, **rest: Any) -> JSON:
    made = call(operationId=name, tags=["Things"], **rest)
    made["responses"] |= {"404": body(ref("Problem")), "429": body(ref("Problem"))}
    return made


def _uploads() -> JSON:
    made = _called("fillThing", gives=ref("Thing"), parameters=[_id()])
    return made | {"requestBody": {**body(_BYTES, "application/octet-stream"), "required": True}}


DOCUMENT = document(
    info={"title": "Depot", "version": "1"},
    paths={
        "/things": {
            "get": _called("findThings", gives={"type": "array", "items": ref("Thing")}, parameters=[query("search")]),
            "post": _called("createThing", takes=ref("Thing"), gives=ref("Thing")),
        },
        "/orders": {"post": _called("orderThing", takes=ref("Thing"), gives=ref("Thing"), parameters=[_key()])},
        "/things/{id}": {
            "get": _called("getThing", gives=ref("Thing"), parameters=[_id()]),
            "put": _called("replaceThing", takes=ref("Thing"), gives=ref("Thing"), parameters=[_id()]),
            "delete": {**_called("deleteThing", parameters=[_id()])},
        },
        "/things/{id}/content": {
            "get": {
                "operationId": "readThing",
                "tags": ["Things"],
                "parameters": [_id()],
                "responses": {"200": body(_BYTES, "application/octet-stream")},
            },
            "put": _uploads(),
        },
        "/counts": {
            "get": _called("countThings", gives={"type": "object", "additionalProperties": {"type": "integer"}})
        },
    },
    schemas={
        "Thing": {
            "type": "object",
            "required": ["id", "name"],
            "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
        },
        "Problem": {"type": "object", "properties": {"message": {"type": "string"}}},
    },
    components={"securitySchemes": dict(SCHEMES)},
    security=[{name: []} for name in SCHEMES],
    **{
        "x-handbill-retries": {"minimumPause": 5, "resetHeader": "X-RateLimit-Reset"},
        "x-handbill-error-message": ["/message"],
    },
)


@dataclass(frozen=True, slots=True)
class Emitted:
    """An emitted package; *credential* is the argument that it is opened with."""

    name: str
    client: str
    credential: str

    def module(self, name: str) -> ModuleType:
        """A module of the package."""
        return importlib.import_module(f"{self.name}.{name}")

    def open(self, mode: Mode, base_url: str, **options: Any) -> Any:
        """Make a client."""
        kind = getattr(self.module("client"), self.client if mode == "sync" else f"Async{self.client}")
        return kind(**({self.credential: SECRET, "base_url": base_url} | options))

    def error(self, name: str) -> type[Exception]:
        """A class of its errors."""
        found: type[Exception] = getattr(self.module("errors"), name)
        return found

    def call(self, mode: Mode, base_url: str, what: Callable[[Any], Any], **options: Any) -> Any:
        """Open a client, call it once and close it."""
        if mode == "sync":
            with self.open(mode, base_url, **options) as client:
                return what(client)

        async def acall() -> Any:
            async with self.open(mode, base_url, **options) as client:
                return await what(client)

        return asyncio.run(acall())


def make(folder: Path) -> Emitted:
    """Emit the package into *folder* and make it importable."""
    emit(DOCUMENT, folder, "depot")
    sys.path.insert(0, str(folder))
    importlib.invalidate_caches()
    return Emitted("depot", "Depot", "token")


LOOPS = Emitted("handbill_loops", "Loops", "api_key")

CONTENT = [b"a" * 1000] * 3


def pieces(mode: Mode) -> Iterator[bytes] | AsyncIterator[bytes]:
    """Give a body that can be sent only once."""

    async def apieces() -> AsyncIterator[bytes]:
        for piece in CONTENT:
            yield piece

    return iter(CONTENT) if mode == "sync" else apieces()


def calls(mode: Mode) -> Mapping[str, Callable[[Any], Any]]:
    """Give a call of each kind: what may be repeated, what may not, and what cannot be sent twice."""
    return {
        "GET": lambda depot: depot.things.get("t1"),
        "PUT": lambda depot: depot.things.replace("t1", id_field="t1", name="Lamp"),
        "POST": lambda depot: depot.things.create(id="t1", name="Lamp"),
        "keyed POST": lambda depot: depot.things.order(id="t1", name="Lamp"),
        "streamed PUT": lambda depot: depot.things.fill("t1", body=pieces(mode)),
    }
