"""What can go wrong, drawn as a tree.

    EvilImportOsError
    ├── CredentialError                 a credential is missing or unusable; nothing was sent
    └── APIError                        a call gave no result
        ├── APIConnectionError          no answer came
        │   └── APITimeoutError         it took too long
        ├── ResponseValidationError     the answer does not follow the contract
        └── APIStatusError              the server answered with an error, a redirect or an unknown status
            └── NotFoundError               404

All of them can be pickled, and none of them holds a credential.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from pydantic import ValidationError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from . import error_bodies

Body = TypeVar("Body")


Delivery = Literal["not_sent", "maybe_sent", "answered"]
NotRetried = Literal["final", "unsafe", "max_retries", "total_timeout", "retry_after", "body"]

_WHY: Mapping[NotRetried, str] = {
    "final": "",
    "unsafe": " (not tried again: it may have been carried out)",
    "max_retries": " (max_retries is used up)",
    "total_timeout": " (total_timeout is used up)",
    "retry_after": " (the server asks for a long pause)",
    "body": " (not tried again: the body cannot be sent twice)",
}


class EvilImportOsError(Exception):
    """Anything that goes wrong with a call.

    Wrong arguments are no such thing: they raise ValueError (pydantic's ValidationError is one) or TypeError before
    anything is sent.
    """


class CredentialError(EvilImportOsError):
    """A credential is missing or cannot be sent.  Raised before a connection is opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """What became of a call: *url* is without its query, *tries* counts the requests that were made."""

    operation: str
    method: str
    url: str
    delivery: Delivery
    tries: int
    not_retried: NotRetried


class APIError(EvilImportOsError):
    """A call gave no result.

    Attributes:
        operation: The operationId of the contract.
        method: The HTTP method.
        url: The URL without its query.
        delivery: Whether the request was `not_sent`, `maybe_sent` (it may have been carried out) or `answered`.
        tries: How many requests were made.
        not_retried: Why the call was not tried again: the answer is `final`; it is `unsafe` to repeat what may have
            been carried out; `max_retries` or `total_timeout` is used up; the server asks for too long a pause
            (`retry_after`); the `body` cannot be sent twice.
    """

    def __init__(self, message: str, call: Attempted) -> None:
        super().__init__(message, call)
        self.operation = call.operation
        self.method = call.method
        self.url = call.url
        self.delivery: Delivery = call.delivery
        self.tries = call.tries
        self.not_retried: NotRetried = call.not_retried

    def __str__(self) -> str:
        return f"{self.method} {self.url}: {one_line(self.args[0])}{_WHY[self.not_retried]}"


class APIConnectionError(APIError):
    """No answer came: the server could not be reached, or the connection broke.

    The request may have been carried out all the same, unless `delivery` is `not_sent`.
    """


class APITimeoutError(APIConnectionError):
    """The server took longer than the timeout allows."""


class _AnswerError(APIError):
    """An answer came, and it is no result."""

    def __init__(
        self, message: str, call: Attempted, status_code: int, headers: Mapping[str, str], content: bytes
    ) -> None:
        super().__init__(message, call)
        self.args = (message, call, status_code, dict(headers), content)
        self.status_code = status_code
        self.headers = dict(headers)
        self.content = content

    @property
    def request_id(self) -> str | None:
        """The `x-request-id` of the answer, if it has one."""
        return self.headers.get("x-request-id")

    @property
    def body(self) -> object:
        """The body of the answer: parsed JSON, or text where it is none."""
        return _parsed(self.content)


class ResponseValidationError(_AnswerError):
    """The answer does not follow the contract; `content` holds it unread."""


class APIStatusError(_AnswerError):
    """The server answered with a status that is no success.

    Attributes:
        status_code: The HTTP status.
        headers: The headers of the answer, with names in lower case.
        content: The body of the answer in bytes.
    """

    def __str__(self) -> str:
        said = f": {one_line(self.message)}" if self.message else ""
        return f"{self.method} {self.url}: {self.status_code}{said}{_WHY[self.not_retried]}"

    @property
    def message(self) -> str:
        """What the server said was wrong, or an empty string."""
        return _first_text(_parsed(self.content), _MESSAGES)

    def _decoded(self, adapter: TypeAdapter[Body]) -> Body:
        try:
            return adapter.validate_json(self.content, by_alias=True, by_name=False)
        except ValidationError as error:
            fault = first_fault(error, self.content)
            said = f"the body of this {self.status_code} does not follow the contract {fault}"
            raise ResponseValidationError(said, *self.args[1:]) from None


class NotFoundError(APIStatusError):
    """The server answered 404: \"\"\"
    raise SystemExit
    \"\"\"
    """

    @property
    def body(self) -> error_bodies.NotFoundBody:
        """The body of the answer; raises `ResponseValidationError` where it does not follow the contract."""
        from . import error_bodies

        return self._decoded(error_bodies.NOT_FOUND_BODY)


_BY_STATUS: Mapping[str, type[APIStatusError]] = {
    "404": NotFoundError,
}

# Where the contract says that an error body holds its message, the most specific place first.
_MESSAGES: tuple[tuple[str, ...], ...] = (('a"b\n',),)


def error_class(status_code: int) -> type[APIStatusError]:
    """Give the class for a status: that of the status itself, of its range, or of all that are not listed."""
    for status in (str(status_code), f"{status_code // 100}XX", "default"):
        if status in _BY_STATUS:
            return _BY_STATUS[status]
    return APIStatusError


def _parsed(content: bytes) -> object:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return content.decode("utf-8", errors="replace")


def first_fault(error: ValidationError, content: bytes) -> str:
    """Say where *content* is not as it should be, as a JSON pointer, and what is wrong there."""
    fault = error.errors(include_url=False, include_input=False)[0]
    value = _parsed(content)
    path = ""
    # pydantic also names the members of unions that it tried on the way.
    for part in fault["loc"]:
        if isinstance(value, list) and isinstance(part, int):
            value = value[part]
        elif isinstance(value, dict) and part in value:
            value = value[part]
        else:
            continue
        path = f"{path}/{part}"
    if fault["type"] == "missing":
        path = f"{path}/{fault['loc'][-1]}"
    return f"at {path or '/'}: {fault['msg']}"


def one_line(text: str) -> str:
    """Give text of a server on one line, cut short, with nothing in it that a terminal obeys."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[:500])


def _first_text(body: object, places: tuple[tuple[str, ...], ...]) -> str:
    for place in places:
        found = body
        for key in place:
            if isinstance(found, list):
                found = found[int(key)] if key.isdecimal() and int(key) < len(found) else None
            else:
                found = found.get(key) if isinstance(found, dict) else None
        if isinstance(found, str):
            return found
    return ""
