"""One call from its arguments to its result: all that is the same for waiting and awaiting."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, cast
from urllib.parse import urlsplit, urlunsplit

from pydantic import TypeAdapter, ValidationError

from ._client import Settings
from ._credentials import with_credentials
from ._operation import Arguments, Operation, Result, content_of, headers_of, path_of, query_of
from ._retries import after_answer, after_failure
from ._transport import AsyncResponse, Request, Response, TransportError
from .errors import (
    APIConnectionError,
    APITimeoutError,
    Attempted,
    Delivery,
    NotRetried,
    ResponseValidationError,
    error_class,
    first_fault,
    one_line,
)

_USER_AGENT = "bookshop"
_LONGEST_RESULT = 256 * 2**20
_LONGEST_ERROR = 2**20
_SHOWN_HEADERS = frozenset(
    {"accept", "content-length", "content-type", "date", "retry-after", "user-agent", "x-request-id"}
)
_LOGGER = logging.getLogger("bookshop")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawResponse(Generic[Result]):
    """An answer as it came, and what it was read as.  Header names are in lower case."""

    status_code: int
    headers: Mapping[str, str]
    content: bytes
    result: Result


@dataclass(slots=True)
class _Asked:
    """What `raw` and `stream` want to know of the call that is made inside of them."""

    streams: bool
    found: Call[Any] | None = None
    raw: RawResponse[Any] | None = None
    response: Response | AsyncResponse | None = None

    @property
    def call(self) -> Call[Any]:
        if self.found is None:
            raise TypeError("nothing was called; a listing calls only when it is gone through")
        return self.found


_ASKED: ContextVar[_Asked | None] = ContextVar("asked", default=None)


@contextmanager
def asking(*, streams: bool) -> Iterator[_Asked]:
    """Have the calls that are made in the block leave their answers here."""
    asked = _Asked(streams)
    token = _ASKED.set(asked)
    try:
        yield asked
        _ = asked.call
    finally:
        _ASKED.reset(token)


class Call(Generic[Result]):
    """What to send, and what follows from what came back."""

    def __init__(self, settings: Settings, operation: Operation[Result], given: Arguments) -> None:
        self._settings = settings
        self._operation = operation
        self._ends = time.monotonic() + settings.total_timeout
        self._tries = 0
        self._maybe_sent = False
        security = settings.security if operation.security is None else operation.security
        self._chosen = settings.credentials.chosen(security)
        self._content, described = content_of(operation, given)
        headers = {"accept": operation.accept, "user-agent": _USER_AGENT, **described}
        headers |= headers_of(operation, given)
        headers |= {name.lower(): text for name, text in settings.headers.items()}
        self._headers = _checked(headers)
        self._repeatable = operation.idempotent
        self._url = settings.base_url.rstrip("/") + path_of(operation, given)
        self.host = urlsplit(self._url).hostname or ""
        self._query = query_of(operation, given)

    def request(self) -> Request:
        """Give the request of the next try; raises APITimeoutError where no time is left."""
        left = self._left("before it was sent")
        self._tries += 1
        return Request(
            operation=self._operation.id,
            method=self._operation.method,
            url=self._url + self._query,
            headers=with_credentials(self._headers, self._chosen),
            content=self._content,
            timeout=min(self._settings.timeout, left),
            seconds_left=left,
        )

    def hands_over(self, response: Response | AsyncResponse) -> bool:
        """Whether somebody wants to read the body of this success by themselves."""
        self._maybe_sent = True
        asked = _ASKED.get()
        if asked is None or not asked.streams or asked.response or not self._operation.succeeds(response.status_code):
            return False
        asked.found, asked.response = self, response
        return True

    def reads_on(self, content: bytearray, chunk: bytes, status_code: int) -> bool:
        """Add *chunk* to the body of an answer; False where that is enough of an error, which is cut off there."""
        self._left("while the answer was read")
        content += chunk
        is_success = self._operation.succeeds(status_code)
        if len(content) <= (_LONGEST_RESULT if is_success else _LONGEST_ERROR):
            return True
        del content[_LONGEST_ERROR:]
        if is_success:
            said = f"the {status_code} answer is longer than {_LONGEST_RESULT} bytes"
            raise ResponseValidationError(said, self._attempted("final", "answered"), status_code, {}, bytes(content))
        return False

    def after_failure(self, failure: TransportError) -> float:
        """Give the seconds to wait after *failure*; raises APIConnectionError where the call is not tried again."""
        self._maybe_sent = self._maybe_sent or failure.sent
        self._log(str(failure), {})
        verdict = self._allowed(after_failure(sent=failure.sent, repeatable=self._repeatable, tries=self._tries))
        if isinstance(verdict, str):
            raise self.lost(failure, verdict) from failure
        return verdict

    def lost(self, failure: TransportError, not_retried: NotRetried = "final") -> APIConnectionError:
        """Give the error of a call that had no answer, or not the whole of one."""
        kind = APITimeoutError if failure.timed_out else APIConnectionError
        return kind(one_line(str(failure)), self._attempted(not_retried))

    def after_answer(self, status_code: int, headers: Mapping[str, str], content: bytes) -> float | RawResponse[Result]:
        """Give the result of a success, or the seconds to wait; raises the error of a status that stands."""
        self._log(str(status_code), headers)
        if self._operation.succeeds(status_code):
            result = self._result(status_code, headers, content)
            raw = RawResponse(status_code=status_code, headers=headers, content=content, result=result)
            if asked := _ASKED.get():
                asked.found, asked.raw = self, raw
            return raw
        verdict = self._allowed(after_answer(status_code, headers, repeatable=self._repeatable, tries=self._tries))
        if isinstance(verdict, str):
            said = f"the server answered {status_code}"
            raise error_class(status_code)(said, self._attempted(verdict, "answered"), status_code, headers, content)
        return verdict

    def _allowed(self, verdict: float | NotRetried) -> float | NotRetried:
        if isinstance(verdict, str):
            return verdict
        if self._tries > self._settings.max_retries:
            return "max_retries"
        return verdict if verdict < self._ends - time.monotonic() else "total_timeout"

    def _left(self, when: str) -> float:
        left = self._ends - time.monotonic()
        if left <= 0:
            said = f"the call took longer than its total_timeout of {self._settings.total_timeout} s, {when}"
            raise APITimeoutError(said, self._attempted("total_timeout"))
        return left

    def _result(self, status_code: int, headers: Mapping[str, str], content: bytes) -> Result:
        kind = self._operation.kind_of(status_code)
        if kind is bytes or kind is None:
            return cast("Result", content if kind is bytes else None)
        try:
            return cast("Result", _adapter(kind).validate_json(content, by_alias=True, by_name=False))
        except ValidationError as error:
            said = f"the {status_code} answer does not follow the contract {first_fault(error, content)}"
            call = self._attempted("final", "answered")
            raise ResponseValidationError(said, call, status_code, headers, content) from None

    def _attempted(self, not_retried: NotRetried, delivery: Delivery | None = None) -> Attempted:
        return Attempted(
            operation=self._operation.id,
            method=self._operation.method,
            url=_shown_url(self._url),
            delivery=delivery or ("maybe_sent" if self._maybe_sent else "not_sent"),
            tries=self._tries,
            not_retried=not_retried,
        )

    def _log(self, outcome: str, headers: Mapping[str, str]) -> None:
        if not _LOGGER.isEnabledFor(logging.INFO):
            return
        _LOGGER.info(
            "%s %s: %s (try %d)", self._operation.method, _shown_url(self._url), one_line(outcome), self._tries
        )
        for name, which in (("sent", self._headers), ("received", headers)):
            shown = {key: one_line(value) if key in _SHOWN_HEADERS else "***" for key, value in which.items()}
            _LOGGER.debug("%s headers: %s", name, shown)


def _checked(headers: dict[str, str]) -> dict[str, str]:
    """Give *headers*; raises ValueError for one that no server would read as it was meant."""
    for name, text in headers.items():
        whole = f"{name}{text}"
        if not (whole.isascii() and whole.isprintable() and text == text.strip() and name) or {" ", ":"} & {*name}:
            raise ValueError(f"the header {one_line(name)!r} must be printable ASCII without spaces around it")
    return headers


def _shown_url(url: str) -> str:
    # Never with the query, where a parameter may be personal, or the key of the API; nor with user:password@.
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
