"""Bodies of application/x-www-form-urlencoded, and what other forms have in common with them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from pydantic import TypeAdapter

Encodings = Mapping[str, "Encoding"]

_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a property is written: in a *style* of OpenAPI if it has one, else as *content_type*."""

    content_type: str = ""
    style: str = ""
    explode: bool = True


USUAL = Encoding()


def form_of(body: object, encodings: Encodings) -> bytes:
    """Write a form (OpenAPI 3.1.0, section 4.8.14.4); raises TypeError for what is no object."""
    plain = plain_of(body)
    if not isinstance(plain, Mapping):
        raise TypeError(f"a form is an object and not {type(body).__name__}")
    found = (
        pair for name, value in plain.items() for pair in pairs_of(name, value, encodings.get(name, USUAL), quote_plus)
    )
    return "&".join(f"{name}={text}" for name, text in found).encode()


def plain_of(body: object) -> object:
    """Give a value as JSON has it, without what is `MISSING`."""
    return _ANYTHING.dump_python(body, mode="json", by_alias=True)


def pairs_of(name: str, value: object, encoding: Encoding, escaped: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Write a property as pairs: an array as a pair an item, an object as JSON, unless its style is another.

    The style `deepObject` goes down into objects as `name[key]` and into arrays as `name[0]`.
    """
    between = {"spaceDelimited": escaped(" "), "pipeDelimited": escaped("|")}.get(encoding.style, ",")
    if encoding.style == "deepObject" and isinstance(value, dict | list):
        members = value.items() if isinstance(value, dict) else enumerate(value)
        for key, member in members:
            yield from pairs_of(f"{name}[{key}]", member, encoding, escaped)
    elif isinstance(value, dict) and encoding.style:
        pairs = [(escaped(key), escaped(text_of(member))) for key, member in value.items()]
        yield from (
            pairs if encoding.explode else [(escaped(name), between.join(part for pair in pairs for part in pair))]
        )
    elif isinstance(value, list) and not is_json(encoding.content_type):
        texts = [escaped(text_of(item)) for item in value]
        yield from (
            (escaped(name), text) for text in (texts if encoding.explode or not texts else [between.join(texts)])
        )
    else:
        yield escaped(name), escaped(text_of(value))


def text_of(value: object) -> str:
    """Write a value: null as nothing, a string as it is, anything else as JSON."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def is_json(media_type: str) -> bool:
    """Whether a media type is JSON."""
    return media_type.partition(";")[0].strip().lower().endswith(("/json", "+json"))
