"""What a call must put on the wire, computed from the contract alone.

In: an operation, the values of its parameters, its body and credentials.  Out: a `Request`; a recorded one becomes one
too.
Never: asks an emitted package; that is what is compared with this.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from .contracts import Media, Operation, Parameter, resolved
from .credentials import headers_of_all, placed
from .server import Recorded

ABSENT = object()
"""No body at all."""
_UNRESERVED = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request as far as the contract has a say in it.

    *query* is sorted by name.  *headers* has every header that the operation documents or that may carry a credential,
    with None for one that is not sent.  *body* is JSON in one canonical spelling, or the bytes of another media type.
    """

    method: str
    path: str
    query: Pairs
    headers: Mapping[str, str | None]
    accept: str | None
    content_type: str | None
    body: str | bytes


class _MadeUp(str):
    """Equal to every UUID, as which a client makes up an idempotency key."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", other) is not None

    def __hash__(self) -> int:
        return 0


def expected(
    each: Operation, values: Mapping[Parameter, Any], body: Any = ABSENT, credentials: Mapping[str, str] | None = None
) -> Request:
    """The request of a call; *credentials* are by the key of their security scheme."""
    path, headers = each.path, dict.fromkeys(_header_names(each))
    query, cookies = [], []
    for parameter, given in values.items():
        value = _written(parameter, given)
        if parameter.place == "path":
            path = path.replace("{" + parameter.name + "}", escaped(_joined(value)))
        elif parameter.place == "header":
            headers[parameter.name.lower()] = _joined(value)
        elif parameter.place == "cookie":
            cookies += [f"{parameter.name}={escaped(_joined(value))}"]
        else:
            query += list(query_pairs(parameter, value))
    for place, name, value in placed(each.provider, credentials or {}):
        if place == "query":
            query += [(name, value)]
        elif place == "cookie":
            cookies += [f"{name}={value}"]
        else:
            headers[name.lower()] = value
    # A key that nobody gives is made up, so that the call can be sent again.
    headers |= {name: _MadeUp("a key") for name in headers if name == "idempotency-key" and headers[name] is None}
    if cookies:
        headers["cookie"] = "; ".join(cookies)
    return Request(
        method=each.method,
        path=path,
        query=_sorted(query),
        headers=headers,
        accept="application/json" if all(one.body.is_json for one in each.successes if one.body) else "*/*",
        content_type=each.body.type if each.body and body is not ABSENT else None,
        body=_content(each.body, body) if each.body else b"",
    )


def arrived(each: Operation, request: Recorded) -> Request:
    """The same of a request that arrived."""
    content_type = request.header("Content-Type")
    assert content_type or not request.header("Transfer-Encoding"), "a body was announced that has no media type"
    is_json = each.body is not None and each.body.is_json and bool(request.body)
    return Request(
        method=request.method,
        path=request.path,
        query=_sorted(request.query),
        headers={name: request.header(name) for name in _header_names(each)},
        accept=request.header("Accept"),
        content_type=content_type,
        body=canonical(request.json) if is_json else request.body,
    )


def canonical(value: Any) -> str:
    """One spelling for each JSON value: keys in order, and whole numbers without a point."""
    plain = json.loads(
        json.dumps(value), parse_float=lambda text: int(float(text)) if float(text) % 1 == 0 else float(text)
    )
    return json.dumps(plain, sort_keys=True, indent=1, ensure_ascii=False)


def escaped(text: str) -> str:
    """Percent-encode all that RFC 3986, section 2.3, does not call unreserved."""
    return "".join(chr(byte) if byte in _UNRESERVED else f"%{byte:02X}" for byte in text.encode())


def query_pairs(parameter: Parameter, value: Any) -> Iterator[tuple[str, str]]:
    """Write a query parameter in its style (OpenAPI 3.1.0, 4.8.12.3)."""
    name = parameter.name
    separator = {"spaceDelimited": " ", "pipeDelimited": "|"}.get(parameter.style, ",")
    if parameter.style == "json":
        yield name, json.dumps(value, separators=(",", ":"), ensure_ascii=False)
    elif isinstance(value, dict) and parameter.style == "deepObject":
        yield from ((f"{name}[{key}]", text(item)) for key, item in value.items())
    elif isinstance(value, dict) and parameter.explode:
        yield from ((key, text(item)) for key, item in value.items())
    elif isinstance(value, list) and parameter.explode:
        yield from ((name, text(item)) for item in value)
    else:
        yield name, separator.join(_parts(value))


def text(value: Any) -> str:
    """Write a scalar as JSON would, without quotes."""
    return value if isinstance(value, str) else json.dumps(value)


def _written(parameter: Parameter, value: Any) -> Any:
    """The value with moments in UTC: a caller gives a datetime, which does not know how the example was spelt."""
    schema = resolved(parameter.provider, parameter.schema.get("items", parameter.schema))
    if schema.get("format") != "date-time":
        return value
    if isinstance(value, list):
        return [_written(parameter, item) for item in value]
    return datetime.fromisoformat(value).astimezone(UTC).isoformat().replace("+00:00", "Z")


def _parts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [part for key, item in value.items() for part in (key, text(item))]
    return [text(item) for item in value] if isinstance(value, list) else [text(value)]


def _joined(value: Any) -> str:
    return ",".join(_parts(value))


def _sorted(pairs: Iterable[tuple[str, str]]) -> Pairs:
    # Sorting is stable: the items of an array, which have one name, stay in their order.
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


def _content(media: Media, body: Any) -> str | bytes:
    if body is ABSENT:
        return b""
    if media.is_json:
        return canonical(body)
    assert isinstance(body, str), f"no test says yet how {media.type} is written ({media.provider} {media.pointer})"
    return body.encode()


def _header_names(each: Operation) -> list[str]:
    documented = (one.name.lower() for one in each.parameters if one.place == "header")
    return [*dict.fromkeys([*documented, *headers_of_all()])]
