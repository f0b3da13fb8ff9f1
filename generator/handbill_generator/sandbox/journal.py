"""What was asked and answered, for tests and for the page.

In: requests as they were answered.  Out: the latest of them, and a call to whoever waits for the next.
Never: keeps a credential: of headers only those of a list are kept, of the query no parameter that is one.
"""

from __future__ import annotations

import json
import re
import secrets
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from urllib.parse import quote

from handbill_generator.sandbox.request import Request

_KEPT = 1000
"""Requests that are kept."""

_LONGEST = 256 * 1024
"""Bytes of a body that is kept."""

_MOST = 32 * 2**20
"""Bytes of all bodies that are kept; requests are forgotten before there are more."""

_DEEPEST = 200
"""Levels of JSON that is shown as what it is; deeper, it is text."""

_BRACKETS = re.compile(rb"[\[\]{}]")
_CREDENTIAL = re.compile(
    "(?i)(?:x[-_]?)?(?:api|access|project|secret|private|auth|client|bearer)?[-_]?"
    "(?:key|token|secret|password|passwd|auth|authorization|credentials?)"
)
"""Parameters in which a key may stand by mistake, as the contract declares none of that name."""

_SHOWN_HEADERS = frozenset(
    "accept allow content-length content-type idempotency-key if-match location retry-after user-agent".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """A request and its answer.

    *number* counts from 1, *time* is the sandbox's own in ISO 8601, *path* has the query behind it.  *operation* is an
    operationId, or the method and path of one that has none; empty where none was meant.  *source* says where the
    answer comes from: `state`, `example`, `refused` or `fault`; *fault* is the one that was asked for.  A body is its
    JSON, a text where it has none, or None.
    """

    number: int
    time: str
    provider: str
    operation: str
    method: str
    path: str
    status: int
    """0 where the connection was reset."""
    source: str
    fault: str
    request_headers: Mapping[str, str] = field(repr=False)
    request_content: bytes | str = field(repr=False)
    answer_headers: Mapping[str, str] = field(repr=False)
    answer_content: bytes | str = field(repr=False)

    @property
    def request_body(self) -> Any:
        """What was sent."""
        return _shown(self.request_content)

    @property
    def answer_body(self) -> Any:
        """What was answered."""
        return _shown(self.answer_content)

    @property
    def size(self) -> int:
        """How much the bodies hold."""
        return len(self.request_content) + len(self.answer_content)

    def as_json(self) -> dict[str, Any]:
        """Give it as the control endpoints do."""
        return {
            "number": self.number,
            "time": self.time,
            "provider": self.provider,
            "operation": self.operation,
            "method": self.method,
            "path": self.path,
            "status": self.status,
            "source": self.source,
            "fault": self.fault,
            "requestHeaders": dict(self.request_headers),
            "requestBody": self.request_body,
            "answerHeaders": dict(self.answer_headers),
            "answerBody": self.answer_body,
        }


class Journal:
    """The latest requests; any thread may read, add and listen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: deque[Recorded] = deque()
        self._size = 0
        self._listeners: list[Callable[[], None]] = []
        self.epoch = secrets.token_hex(4)
        """Changes when everything is forgotten, so that a page that comes back knows."""

    def add(self, recorded: Recorded) -> None:
        """Keep a request."""
        with self._lock:
            self._kept.append(recorded)
            self._size += recorded.size
            while len(self._kept) > _KEPT or self._size > _MOST:
                self._size -= self._kept.popleft().size
        self.call()

    def after(self, number: int) -> list[Recorded]:
        """Give the requests that are kept and came after *number*."""
        with self._lock:
            return [recorded for recorded in self._kept if recorded.number > number]

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self._size = 0
            self.epoch = secrets.token_hex(4)
        self.call()

    def call(self) -> None:
        """Tell the listeners that something changed."""
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Have *listener* called, in any thread, when something changes; gives the function that ends it."""
        with self._lock:
            self._listeners.append(listener)

        def end() -> None:
            with self._lock:
                self._listeners.remove(listener)

        return end


def kept_headers(headers: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Give those of *headers* that may be kept."""
    return {
        name.lower(): value
        for name, value in headers
        if name.lower() in _SHOWN_HEADERS or name.lower().startswith(("x-ratelimit-", "ratelimit-", "x-handbill-"))
    }


def kept_path(request: Request, secret: frozenset[str]) -> str:
    """Give path and query without the values of parameters that are credentials, or are called like one."""
    pairs = request.pairs
    parts = [f"{quote(name)}={'***' if name in secret or _CREDENTIAL.fullmatch(name) else raw}" for name, raw in pairs]
    return f"{request.path}?{'&'.join(parts)}" if parts else request.path


def kept_content(content: bytes | None) -> bytes | str:
    """Give what is kept of a body: its bytes, or a word in their place."""
    if content is None:
        return "(a body that is too long to be read)"
    return content if len(content) <= _LONGEST else f"({len(content)} bytes, too many to be kept)"


def _shown(content: bytes | str) -> Any:
    """Give the JSON of a body, None where it is empty, its text where it is none that can be written again."""
    if isinstance(content, str) or not content:
        return content or None
    text = content.decode("utf-8", "replace")
    if not _is_flat(content):
        return text
    try:
        value = json.loads(content)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()
    except (ValueError, RecursionError):
        return text
    return value


def _is_flat(content: bytes) -> bool:
    """Whether no JSON in it can be nested so deeply that writing it takes too much."""
    depth = deepest = 0
    for bracket in _BRACKETS.findall(content):
        depth += 1 if bracket in b"[{" else -1
        deepest = max(deepest, depth)
    return deepest <= _DEEPEST
