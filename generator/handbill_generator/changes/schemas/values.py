"""JSON values as sets need them.

In: values of a document.  Out: which type they are of, and a key that equal values share.
Never: takes `true` for 1, or 1.0 for anything but 1 (JSON Schema core 2020-12, section 4.2.2).
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

ATOMS = ("null", "boolean", "integer", "fraction", "string", "array", "object")
"""The types of JSON Schema; a `number` is an integer or a fraction."""

EVERYTHING = frozenset(ATOMS)


def atoms_of(stated: Any) -> frozenset[str]:
    """Give the types that the keyword `type` allows."""
    names = stated if isinstance(stated, list) else [stated]
    found = {name for name in names if isinstance(name, str)}
    if "number" in found:
        found |= {"integer", "fraction"}
    return EVERYTHING & found


def atom_of(value: Any) -> str:
    """Give the type of a value; a number without a fraction is an integer, however it is written."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "integer" if float(value).is_integer() else "fraction"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def key_of(value: Any) -> str:
    """Give text that two values share where JSON Schema calls them equal."""
    if isinstance(value, str):
        return encode_basestring(value)
    return json.dumps(_plain(value), sort_keys=True, ensure_ascii=False)


def _plain(value: Any) -> Any:
    match value:
        case bool():
            return value
        case float() if value.is_integer():
            return int(value)
        case list():
            return [_plain(item) for item in value]
        case dict():
            return {str(name): _plain(member) for name, member in value.items()}
        case _:
            return value
