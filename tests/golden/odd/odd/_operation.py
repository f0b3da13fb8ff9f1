"""One operation of the contract, and how its arguments become a request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from typing import Any, Generic, TypeVar, cast
from urllib.parse import quote

from pydantic import MISSING, BaseModel, TypeAdapter

from ._credentials import Security
from ._forms import Encodings, form_of
from ._multipart import multipart_of
from ._transport import Content
from ._uploads import lines_of, upload_of

Body = TypeVar("Body", bound=BaseModel)
Result = TypeVar("Result")
Whole = TypeVar("Whole")

_LINES = ("json-lines", "json-seq", "jsonl", "jsonlines", "ndjson")
_IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "QUERY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation(Generic[Result]):
    """What the contract says of an operation.

    *results* has a type for each documented success, such as `200` or `2XX`; `None` stands for an answer without a
    body.  *media_type* is that of the request body.  *security* is set where it differs from the rest of the API.
    Where an answer can be of several media types, its result is a mapping from those to types.
    *encodings* says, by media type and property, how forms are written that are not written in the usual way.
    *styles* has, by place and name, the style of each parameter that is not written in OpenAPI's usual way, and whether
    it explodes.
    """

    id: str
    method: str
    path: str
    results: Mapping[str, Any]
    accept: str = "application/json"
    media_type: str = "application/json"
    encodings: Mapping[str, Encodings] = field(default_factory=dict[str, Encodings])
    security: Security | None = None
    styles: Mapping[str, Mapping[str, tuple[str, bool]]] = field(
        default_factory=dict[str, Mapping[str, tuple[str, bool]]]
    )

    @property
    def idempotent(self) -> bool:
        """Whether sending it twice is the same as sending it once (RFC 9110, section 9.2.2)."""
        return self.method in _IDEMPOTENT

    def succeeds(self, status_code: int) -> bool:
        """Whether a status stands for a result."""
        return 200 <= status_code < 300

    def kind_of(self, status_code: int, media_type: str) -> Any:
        """Give the type of a success; one that the contract does not list is read like the first that it does."""
        first = next(iter(self.results.values()))
        kind = self.results.get(str(status_code), self.results.get(f"{status_code // 100}XX", first))
        return _picked(kind, media_type) if isinstance(kind, Mapping) else kind


def _picked(kinds: Mapping[str, Any], media_type: str) -> Any:
    """Pick by media type: the exact one, for any `+json` the JSON, then a range such as `text/*`, else the first."""
    essence = media_type.partition(";")[0].strip().lower()
    suffix = "application/json" if essence.endswith("+json") else essence
    for name in (essence, suffix, f"{essence.partition('/')[0]}/*", "*/*"):
        if name in kinds:
            return kinds[name]
    return next(iter(kinds.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What a caller gave, by place and by the names of the contract; `MISSING` where nothing was given."""

    path: Mapping[str, object] = field(default_factory=dict[str, object])
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    headers: Mapping[str, object] = field(default_factory=dict[str, object])
    cookies: Mapping[str, object] = field(default_factory=dict[str, object])
    body: object = MISSING
    media_type: str = ""


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
            style, explode = operation.styles.get("query", {}).get(name, ("form", True))
            pairs += _styled(_quoted(name), value, style, explode)
    return "?" + "&".join(f"{name}={text}" for name, text in pairs) if pairs else ""


def _styled(name: str, value: object, style: str, explode: bool) -> Iterator[tuple[str, str]]:
    """Write one query parameter (OpenAPI 3.1.0, section 4.8.12.3); with `+` its reserved characters stay."""
    quoted = _reserved if style.endswith("+") else _quoted
    style = style.removesuffix("+")
    between = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}.get(style, ",")
    if style == "json":
        yield name, quoted(_json(value))
    elif style == "deepObject":
        yield from _deep(name, value, quoted)
    elif is_object(value) and explode:
        yield from ((_quoted(member), quoted(text)) for member, text in _pairs(value))
    else:
        texts = list(map(quoted, _parts(value)))
        yield from ((name, text) for text in (texts if explode or not texts else [between.join(texts)]))


def _deep(name: str, value: object, quoted: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Go down into objects as `name[key]` and into arrays as `name[0]`, as forms do; OpenAPI says nothing of arrays."""
    plain = value.model_dump(by_alias=True, mode="json") if isinstance(value, BaseModel) else value
    if isinstance(plain, Mapping | list):
        pairs = cast("Mapping[object, object]", plain).items() if isinstance(plain, Mapping) else enumerate(plain)
        for key, member in pairs:
            yield from _deep(f"{name}%5B{_quoted(str(key))}%5D", member, quoted)
    else:
        yield from ((name, quoted(text)) for text in _texts(plain))


def is_object(value: object) -> bool:
    """Whether a value has members, which a style writes in a way of their own."""
    return isinstance(value, BaseModel | Mapping)


def _pairs(value: object) -> list[tuple[str, str]]:
    plain = (
        value.model_dump(by_alias=True, mode="json")
        if isinstance(value, BaseModel)
        else cast("Mapping[str, object]", value)
    )
    return [(member, text) for member, item in plain.items() for text in _texts(item)]


def _parts(value: object) -> list[str]:
    """Write a value as a list: an object as its names and values in turn."""
    return [part for pair in _pairs(value) for part in pair] if is_object(value) else _texts(value)


def _json(value: object) -> str:
    # Escapes stand for all that is not ASCII, as a header could not carry it.
    return _ANYTHING.dump_json(value, by_alias=True, ensure_ascii=True).decode()


def _reserved(text: str) -> str:
    """Keep what RFC 3986 reserves, but for the mark that would end the query, and what is escaped already."""
    parts = re.split("(%[0-9A-Fa-f]{2})", text)
    return "".join(part if at % 2 else quote(part, safe=":/?[]@!$&'()*+,;=~") for at, part in enumerate(parts))


def headers_of(operation: Operation[Any], arguments: Arguments) -> dict[str, str]:
    """Give the headers as text, arrays joined by commas, with names in lower case."""
    given = {name: value for name, value in arguments.headers.items() if value is not MISSING}
    found = {name.lower(): _texts(value) for name, value in given.items()}
    return {name: ",".join(texts) for name, texts in found.items() if texts}


def cookies_of(operation: Operation[Any], arguments: Arguments) -> str:
    """Write the Cookie header (RFC 6265, section 4.2.1): empty where no cookie was given."""
    pairs: list[tuple[str, str]] = []
    for name, value in arguments.cookies.items():
        if value is not MISSING:
            pairs += [(name, _quoted(text)) for text in _texts(value)]
    return "; ".join(f"{name}={text}" for name, text in pairs)


def content_of(operation: Operation[Any], arguments: Arguments) -> tuple[Content | None, dict[str, str]]:
    """Give the content of a request and what describes it: JSON without what is `MISSING`, bytes as they are."""
    body, media_type = arguments.body, arguments.media_type or operation.media_type
    if body is None or body is MISSING:
        return None, {}
    headers = {"content-type": media_type}
    essence = media_type.partition(";")[0].strip().lower()
    if essence == "application/x-www-form-urlencoded" and not isinstance(body, bytes | str):
        return form_of(body, operation.encodings.get(media_type, {})), headers
    if essence == "multipart/form-data" and not isinstance(body, bytes):
        return multipart_of(body, operation.encodings.get(media_type, {}))
    if isinstance(body, bytes):
        return body, headers
    if essence.endswith(_LINES):
        return lines_of(
            body, b"\x1e" if essence.endswith("json-seq") else b"", partial(_ANYTHING.dump_json, by_alias=True)
        ), headers
    if essence.endswith(("/json", "+json")):
        return _ANYTHING.dump_json(body, by_alias=True), headers
    if isinstance(body, str):
        return body.encode(), headers
    content, described = upload_of(body)
    return content, headers | described


_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


def body_of(kind: type[Body], whole: Whole | None, /, **fields: object) -> Body | Whole:
    """Give the body of a request: *whole*, or a *kind* made of those *fields* that were given.

    Raises TypeError where both are given, and pydantic's ValidationError where a field is not as the contract says.
    """
    given = {name: value for name, value in fields.items() if value is not MISSING}
    if whole is None:
        return kind.model_validate(given)
    if given:
        raise TypeError(f"give body, or {', '.join(given)}, but not both")
    return whole


def optional_body_of(kind: type[Body], whole: Whole | None, /, **fields: object) -> Body | Whole | None:
    """Give the body of a request that may go without one: None where nothing was given."""
    if whole is None and all(value is MISSING for value in fields.values()):
        return None
    return body_of(kind, whole, **fields)


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
