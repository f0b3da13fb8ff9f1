"""Which JSON types a schema allows, and what a text may mean in them.

In: a schema and a text of a parameter.  Out: the values that the text may stand for.
Never: decides whether a value is valid; follows references without end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handbill_generator.contract import Schema

Resolve = Callable[[str], Schema]
ALL = frozenset(("array", "boolean", "integer", "null", "number", "object", "string"))
_DEEPEST = 20
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,99})(\.[0-9]{1,99})?(?:[eE][+-]?[0-9]{1,2})?")


def kinds_of(keywords: Any, resolve: Resolve, depth: int = 0) -> frozenset[str]:
    """Give the types that a value may have; where the schema leaves it open, all of them."""
    if not isinstance(keywords, Mapping) or depth > _DEEPEST:
        return ALL
    kinds = ALL
    if isinstance(ref := keywords.get("$ref"), str):
        kinds &= kinds_of(resolve(ref).keywords, resolve, depth + 1)
    if "type" in keywords:
        stated = keywords["type"]
        kinds &= frozenset([stated] if isinstance(stated, str) else stated)
    for key in ("oneOf", "anyOf"):
        if isinstance(members := keywords.get(key), list) and members:
            kinds &= frozenset().union(*(kinds_of(member, resolve, depth + 1) for member in members))
    for member in _listed(keywords, "allOf"):
        kinds &= kinds_of(member, resolve, depth + 1)
    return kinds


def member_schema(keywords: Any, name: str | None, resolve: Resolve, depth: int = 0) -> Any:
    """Give the schema of the property *name*, or of the items where it is None; True where nothing is said."""
    if not isinstance(keywords, Mapping) or depth > _DEEPEST:
        return True
    if name is None and "items" in keywords:
        return keywords["items"]
    properties = keywords.get("properties")
    if isinstance(properties, Mapping) and name in properties:
        return properties[name]
    below = [resolve(ref).keywords] if isinstance(ref := keywords.get("$ref"), str) else []
    for key in ("allOf", "oneOf", "anyOf"):
        below += _listed(keywords, key)
    found = (member_schema(member, name, resolve, depth + 1) for member in below)
    return next((schema for schema in found if schema is not True), True)


def readings(text: str, kinds: frozenset[str]) -> Iterator[Any]:
    """Give what *text* may mean as one of the scalar types in *kinds*, the narrowest first; at least the text itself.

    A text that may be anything is a text.
    """
    if kinds != ALL:
        if kinds & {"integer", "number"} and (number := _NUMBER.fullmatch(text)):
            value = float(text) if number[1] or "e" in text.lower() else int(text)
            # 5.0 is an integer too, and who takes one takes no float.
            is_whole = isinstance(value, float) and value.is_integer()
            yield int(value) if is_whole and "integer" in kinds else value
        if "boolean" in kinds and text in ("true", "false"):
            yield text == "true"
        if "null" in kinds and text in ("", "null"):
            yield None
    yield text


def _listed(keywords: Mapping[str, Any], key: str) -> list[Any]:
    members = keywords.get(key)
    return members if isinstance(members, list) else []
