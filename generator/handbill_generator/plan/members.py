"""Read what an object says of members that it does not name, and which keywords limit nothing.

In: a `Flat`.  Out: the schemas of those members; whether a keyword says anything.
Never: types a schema.

A document that gives patterns for names, and says nothing of other names, means that there are no others.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill_generator.contract import Schema
from handbill_generator.contract.nodes import join
from handbill_generator.plan.flatten import ANNOTATIONS, Flat

OTHER_VALUES = ("additionalProperties", "unevaluatedProperties")
"""What says which values members have that are neither named nor matched by a pattern."""

_ANY_NAME = frozenset({"", "^", "$", ".", ".*", ".+", "^.*", "^.+", "^.*$", "^.+$", "^(.*)$", "^(.+)$"})
_TEXT: tuple[object, ...] = ({"type": "string"}, {}, True)


def values_of(flat: Flat) -> list[Schema]:
    """Give the schemas of members with other names than `properties` has; none where they may be anything."""
    stated = _patterns(flat)
    found = [
        Schema(keywords=keywords, pointer=join(flat.pointer, "patternProperties", pattern))
        for pattern, keywords in stated.items()
        if keywords is not False
    ]
    for keyword in OTHER_VALUES:
        if keyword in flat.keywords:
            values = flat.keywords[keyword]
            if values is True or values == {}:
                return []
            others = [Schema(keywords=values, pointer=join(flat.pointer, keyword))] if values is not False else []
            return found + others
    return found


def says_something(keyword: str, flat: Flat) -> bool:
    """Whether a keyword limits a value in a way that its type does not show."""
    stated = flat.keywords[keyword]
    match keyword:
        case "propertyNames":
            # Names are strings, always.
            return _bare(stated) not in _TEXT
        case "if":
            return "then" in flat.keywords or "else" in flat.keywords
        case "patternProperties":
            return flat.is_object or not _patterns(flat).keys() <= _ANY_NAME
    return True


def _patterns(flat: Flat) -> Mapping[str, object]:
    stated = flat.keywords.get("patternProperties")
    return stated if isinstance(stated, Mapping) else {}


def _bare(schema: object) -> object:
    if not isinstance(schema, Mapping):
        return schema
    return {key: value for key, value in schema.items() if key not in ANNOTATIONS and not key.startswith("x-")}
