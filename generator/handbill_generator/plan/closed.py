"""Say what `const` and `enum` leave of a type.

In: the keywords of a flat schema.  Out: the members of a union, and whether more values fit them than are listed.
Never: leaves out a value that is listed, whatever type is stated beside it: an answer may bring it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.plan.scalars import is_literal

JSON = dict[str, Any]

_MOST_VALUES = 20
_LITERALS = {str: "string", int: "integer", bool: "boolean"}
_BARE: Mapping[str, JSON] = {
    "array": {"type": "array", "items": {}},
    "boolean": {"type": "boolean"},
    "integer": {"type": "integer"},
    "number": {"type": ["integer", "number"]},
    "object": {"type": "object", "additionalProperties": True},
    "string": {"type": "string"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """The *members* of a union, none where the values say nothing; *lost* is why more values fit than are listed."""

    members: tuple[JSON, ...]
    lost: str


def is_long(keywords: Mapping[str, Any]) -> bool:
    """Whether an enum is so long that it would hide the signature or the class it stands in."""
    return isinstance(keywords.get("enum"), list) and len(keywords["enum"]) > _MOST_VALUES


def closed(keywords: Mapping[str, Any], types: tuple[str, ...], *, is_open: bool, is_described: bool) -> Closed:
    """Read `const` or `enum` beside the stated *types*; an *open* one takes other values of the same types, too.

    *is_described* says that other keywords tell more of a list or an object than the values would.
    """
    values = [_meant(value, types) for value in _stated(keywords)]
    if not values:
        return Closed(members=(), lost="it lists no value")
    bare = {_kind(value) for value in values if not is_literal(value)}
    literals = [value for value in values if is_literal(value) and value is not None and _kind(value) not in bare]
    # A number that is listed with others is one of them.
    literals = [value for value in literals if not (_kind(value) == "integer" and "number" in bare)]
    lost = "Literal takes strings, integers and booleans only" if bare else ""
    if bare and is_described and not literals:
        return Closed(members=(), lost=lost)
    found = {_kind(value) for value in literals} | bare
    stated = {kind for kind in types if kind in _BARE}
    if found and stated and not any(kind in stated or (kind == "integer" and "number" in stated) for kind in found):
        bare, lost = bare | stated, "its values are of another type"
    if is_open:
        bare |= found | stated
    has_null = None in values or (is_open and "null" in types)
    members = [
        {"type": kind, "enum": _unique([value for value in literals if _kind(value) == kind])}
        for kind in sorted({_kind(value) for value in literals})
    ]
    members += [dict(_BARE[kind]) for kind in sorted(bare) if not (kind == "integer" and "number" in bare)]
    return Closed(members=(*members, *([{"type": "null"}] if has_null else [])), lost=lost)


def _stated(keywords: Mapping[str, Any]) -> list[Any]:
    if "const" in keywords:
        return [keywords["const"]]
    stated = keywords.get("enum")
    return stated if isinstance(stated, list) else []


def _meant(value: Any, types: tuple[str, ...]) -> Any:
    """Give an integer for 1.0 where it must be one (JSON Schema 2020-12, section 4.2.3)."""
    if isinstance(value, float) and value.is_integer() and "integer" in types and "number" not in types:
        return int(value)
    return value


def _kind(value: Any) -> str:
    match value:
        case bool() | str():
            return _LITERALS[type(value)]
        case int() | float():
            return "integer" if isinstance(value, int) else "number"
        case list():
            return "array"
        case _:
            return "null" if value is None else "object"


def _unique(values: list[Any]) -> list[Any]:
    return list(dict.fromkeys(values))
