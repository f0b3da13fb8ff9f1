"""The answers of every operation, made from the examples of its contract.

In: an operation.  Out: `Reply`s: one for each documented status and each example of its body.
Never: asks an emitted package what to answer.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from .contracts import Media, Operation, Response, spec, statuses, tokens
from .examples import examples
from .providers import Provider
from .schemas import part_at
from .server import Server

LOCATION = "https://files.example.com/1?signed=yes"
"""Where redirects lead; nobody goes there."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Reply:
    """An answer: what is documented as *status* comes with the status *number*; *media* is None where no body does."""

    operation: Operation
    status: str
    number: int
    media: Media | None
    example: str = ""
    body: Any = None

    @property
    def content(self) -> bytes:
        """The body as it is served."""
        if self.media is None:
            return b""
        return json.dumps(self.body).encode() if self.media.is_json else str(self.body).encode()

    def script(self, server: Server) -> None:
        """Let the server answer so next."""
        headers = {"X-Request-Id": "req_1"} | ({"Content-Type": self.media.type} if self.media else {})
        headers |= {"Location": LOCATION} if self.status[0] == "3" else {}
        server.answer(self.number, self.content, headers=headers)

    def __str__(self) -> str:
        return f"{self.operation}, {self.status} {self.example}".strip()


def replies(each: Operation, responses: Iterable[Response]) -> Iterator[Reply]:
    """An answer for each example of each of *responses*."""
    for response in responses:
        number = number_of(each, response.status)
        one = Reply(operation=each, status=response.status, number=number, media=response.body)
        if response.body is None:
            yield one
        else:
            found = examples(response.body).items()
            yield from (replace(one, example=name, body=body) for name, body in found)


def success(each: Operation) -> Reply:
    """The first documented success; of a listing, its last page."""
    reply = next(replies(each, each.successes))
    return replace(reply, body=page_of(reply, last=True)) if "x-handbill-pagination" in each.node else reply


def number_of(each: Operation, status: str) -> int:
    """A number for a documented status; for a range or `default`, one that is not documented by itself."""
    if status.isdecimal():
        return int(status)
    listed = statuses(each.provider)
    if status == "default":
        start = 418 if each.responses[1:] else 200
        return next(n for n in range(start, 600) if not {str(n), f"{n // 100}XX"} & listed)
    own = {one.status for one in each.responses} if status[0] == "2" else listed
    return next(n for n in range(int(status[0]) * 100, 600) if str(n) not in own)


def page_of(reply: Reply, *, number: int = 1, last: bool, following: Any = None) -> Any:
    """The body of *reply* as page *number* of a listing: the last, or one that *following* is the cursor after."""
    block = reply.operation.node["x-handbill-pagination"]
    body = copy.deepcopy(reply.body)
    if "page" in block:
        put(body, block["page"]["total"], number if last else number + 1)
        return body
    cursor = block["cursor"]
    if "more" in cursor:
        put(body, cursor["more"], not last)
    if not last:
        put(body, cursor["next"], following)
    elif "more" not in cursor:
        _end(reply, body, cursor["next"])
    return body


def put(body: Any, pointer: str, value: Any) -> None:
    """Set what stands at *pointer*; None of `...` takes it away."""
    *way, last = tokens(pointer)
    for part in way:
        body = body.setdefault(part, {})
    if value is ...:
        body.pop(last, None)
    else:
        body[last] = value


def _end(reply: Reply, body: Any, pointer: str) -> None:
    """Say that nothing follows: by null where the contract wants a value, by nothing at all where it does not."""
    assert reply.media is not None
    required = part_at(reply.media.provider, reply.media.schema, "", pointer).required
    put(body, pointer, None if required else ...)


def message_of(provider: Provider, body: Any) -> str:
    """What the contract says is the message of an error's body: the first of the places that holds a text."""
    for pointer in spec(provider).get("x-handbill-error-message", []):
        found = body
        for part in tokens(pointer):
            if isinstance(found, list) and part.isdecimal() and int(part) < len(found):
                found = found[int(part)]
            else:
                found = found.get(part) if isinstance(found, dict) else None
        if isinstance(found, str):
            return found
    return ""
