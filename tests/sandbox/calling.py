"""Calls to a sandbox over real HTTP, one connection a call.

In: a running sandbox.  Out: what came back, byte for byte.
Never: follows, retries, or decodes what nobody asked it to.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from handbill_generator.sandbox import Running, Sandbox

from .shop import KEY


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer as it came."""

    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.content)

    @property
    def message(self) -> str:
        """What the shop says is wrong."""
        return str(self.json["message"])


@dataclass(frozen=True, slots=True)
class Caller:
    """Calls one provider of a running sandbox, with the shop's key unless other headers are given."""

    running: Running
    provider: str

    @property
    def sandbox(self) -> Sandbox:
        """The sandbox itself."""
        return self.running.sandbox

    def get(self, path: str, **more: Any) -> Reply:
        """Call by GET."""
        return self.call("GET", path, **more)

    def post(self, path: str, body: Any = None, **more: Any) -> Reply:
        """Call by POST."""
        return self.call("POST", path, body, **more)

    def patch(self, path: str, body: Any = None, **more: Any) -> Reply:
        """Call by PATCH."""
        return self.call("PATCH", path, body, **more)

    def call(self, method: str, path: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Reply:
        """Call an operation; a *body* that is not bytes is sent as JSON."""
        given = {"Authorization": f"Bearer {KEY}"} if headers is None else dict(headers)
        if body is not None:
            given = {"Content-Type": "application/json"} | given
        return self.send(method, f"/{self.provider}{path}", body, given)

    def send(self, method: str, target: str, body: Any = None, headers: Mapping[str, str] | None = None) -> Reply:
        """Send a request to any address of the server."""
        connection = http.client.HTTPConnection(urlsplit(self.running.url).netloc, timeout=20)
        try:
            content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
            connection.request(method, target, content, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(status=answer.status, headers=dict(answer.headers.items()), content=answer.read())
        finally:
            connection.close()
