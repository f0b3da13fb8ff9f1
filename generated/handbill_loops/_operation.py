"""One operation of the contract, and how its arguments become a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar
from urllib.parse import quote

from pydantic import MISSING, BaseModel, TypeAdapter

from ._credentials import Security
from ._transport import Content

Body = TypeVar("Body", bound=BaseModel)
Result = TypeVar("Result")

_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[Result]):
    """What the contract says of an operation.

    *results* has a type for each documented success, such as `200` or `2XX`; `None` stands for an answer without a
    body.  *media_type* is that of the request body.  *security* is set where it differs from the rest of the API.
    *idempotency_key* is the header, in lower case, that makes it safe to send a call twice.
    """

    id: str
    method: str
    path: str
    results: Mapping[str, Any]
    accept: str = "application/json"
    media_type: str = "application/json"
    security: Security | None = None
    idempotency_key: str = ""

    @property
    def idempotent(self) -> bool:
        """Whether sending it twice is the same as sending it once (RFC 9110, section 9.2.2)."""
        return self.method in _IDEMPOTENT

    def succeeds(self, status_code: int) -> bool:
        """Whether a status stands for a result."""
        return 200 <= status_code < 300

    def kind_of(self, status_code: int) -> Any:
        """Give the type of a success; one that the contract does not number is read like the first that it does."""
        first = next(iter(self.results.values()))
        return self.results.get(str(status_code), self.results.get(f"{status_code // 100}XX", first))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a caller gave, by place and by the names of the contract; `MISSING` where nothing was given."""

    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    headers: Mapping[str, object] = field(default_factory=dict[str, object])
    cookies: Mapping[str, object] = field(default_factory=dict[str, object])
    body: object = MISSING


def operation_of(method: str, path: str, body: object) -> Operation[bytes]:
    """Make an operation that the contract does not have; raises ValueError for a path that is not only a path."""
    if (
        not path.startswith("/")
        or not path.isprintable()
        or any(c in "?#{} \\" for c in path)
        or {"..", "."} & {*path.split("/")}
    ):
        raise ValueError(f"{path!r} is not an escaped path that begins with a slash; give the query as query=")
    media_type = "application/octet-stream" if isinstance(body, bytes) else "application/json"
    return Operation(
        id=f"{method} {path}",
        method=method.upper(),
        path=path,
        results={"2XX": bytes},
        accept="*/*",
        media_type=media_type,
    )


def path_of(operation: Operation[Any], arguments: Arguments) -> str:
    """Fill in the path; raises ValueError for a value that would address something else."""
    path = operation.path
    for name, value in arguments.path.items():
        text = ",".join(map(_quoted, _texts(value)))
        path = path.replace("{" + name + "}", text)
        # A server may treat dot segments and empty ones as another path, even when they are escaped.
        if not text or {".", ".."} & {*path.split("/")}:
            raise ValueError(f"{name} must not be {text!r}" if text else f"{name} must not be empty")
    return path


def query_of(operation: Operation[Any], arguments: Arguments) -> str:
    """Write the query, in the style that the contract asks for: empty, or with its question mark."""
    pairs: list[tuple[str, str]] = []
    for name, value in arguments.query.items():
        if value is not MISSING:
            pairs += [(_quoted(name), _quoted(text)) for text in _texts(value)]
    return "?" + "&".join(f"{name}={text}" for name, text in pairs) if pairs else ""


def headers_of(operation: Operation[Any], arguments: Arguments) -> dict[str, str]:
    """Give the headers as text, arrays joined by commas, with names in lower case."""
    given = {name: value for name, value in arguments.headers.items() if value is not MISSING}
    found = {name.lower(): _texts(value) for name, value in given.items()}
    return {name: ",".join(texts) for name, texts in found.items() if texts}


def content_of(operation: Operation[Any], arguments: Arguments) -> tuple[Content | None, dict[str, str]]:
    """Give the content of a request and what describes it: JSON without what is `MISSING`, bytes as they are."""
    body, media_type = arguments.body, operation.media_type
    if body is None or body is MISSING:
        return None, {}
    headers = {"content-type": media_type}
    return body if isinstance(body, bytes) else _ANYTHING.dump_json(body, by_alias=True), headers


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def body_of(kind: type[Body], whole: Body | None, /, **fields: object) -> Body:
    """Give the body of a request: *whole*, or a *kind* made of those *fields* that were given.

    Raises TypeError where both are given, and pydantic's ValidationError where a field is not as the contract says.
    """
    given = {name: value for name, value in fields.items() if value is not MISSING}
    if whole is None:
        return kind.model_validate(given)
    if given:
        raise TypeError(f"give body, or {', '.join(given)}, but not both")
    return whole


def additional_to(kind: type[BaseModel], values: Mapping[str, object] | MISSING) -> Mapping[str, object]:
    """Give the properties of a body that have no argument; raises ValueError for one that has."""
    if values is MISSING:
        return {}
    kind.model_rebuild()  # Until then pydantic does not know the aliases of fields whose types come later.
    known = {name for attribute, field in kind.model_fields.items() for name in (attribute, field.alias)}
    if taken := known & values.keys():
        raise ValueError(
            f"additional_properties must not hold {', '.join(sorted(map(str, taken)))}: fields have these names"
        )
    return values


def _quoted(text: str) -> str:
    return quote(text, safe="~")


def _texts(value: object) -> list[str]:
    """Write a scalar as one text, an array as one text an item, and an object, which has no other form, as JSON."""
    if isinstance(value, list | tuple | set | frozenset):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    if isinstance(value, datetime):
        if value.tzinfo is None:
            raise ValueError("a date and time needs a time zone, such as datetime.UTC")
        return [value.astimezone(UTC).isoformat().replace("+00:00", "Z")]
    if isinstance(value, date):
        return [value.isoformat()]
    if isinstance(value, BaseModel | Mapping):
        return [_ANYTHING.dump_json(value, by_alias=True).decode()]
    return [] if value is None else [str(value)]
