"""A schema out of what a page says of an element that a contract does not have yet.

In: facts of a page, and the element.  Out: a schema with what the page states, and whether the element must be there.
Never: takes an example for a rule: what is only shown gives a type and members, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.docs.model import (
    ITEMS,
    SUCCESS,
    TYPES,
    VALUES,
    Attribute,
    Confidence,
    Fact,
    Path,
    Side,
    SourceKind,
    Value,
)

_KEYWORDS = (
    Attribute.format,
    Attribute.minimum,
    Attribute.maximum,
    Attribute.exclusive_minimum,
    Attribute.exclusive_maximum,
    Attribute.multiple_of,
    Attribute.min_length,
    Attribute.max_length,
    Attribute.pattern,
    Attribute.min_items,
    Attribute.max_items,
    Attribute.min_properties,
    Attribute.max_properties,
    Attribute.default,
    Attribute.deprecated,
    Attribute.read_only,
    Attribute.write_only,
)
_RULES = frozenset({*_KEYWORDS, Attribute.enum, Attribute.required})
_DEEPEST = 8
_MOST_MEMBERS = 200
_TRUST = {kind: number for number, kind in enumerate(SourceKind)}


@dataclass(frozen=True, slots=True)
class Composed:
    """A schema, and whether what it is of must be there."""

    schema: dict[str, Any]
    is_required: bool = False


def composed(facts: Iterable[Fact], side: Side, status: str, path: Path, *, is_old: bool) -> Composed:
    """Put together what *facts* say of the element at *path*; *is_old* asks for the words of OpenAPI 3.0."""
    own: dict[Path, list[Fact]] = {}
    for fact in facts:
        if fact.side is side and fact.path[: len(path)] == path and is_of(fact.status, status):
            own.setdefault(fact.path, []).append(fact)
    return _composed(own, path, is_old, _DEEPEST)


def _composed(own: Mapping[Path, list[Fact]], path: Path, is_old: bool, depth: int) -> Composed:
    facts = own.get(path, [])
    types = [name for name in TYPES if name in _said(facts, Attribute.type)]
    children = sorted(
        {other[: len(path) + 1] for other in own if len(other) > len(path) and other[: len(path)] == path}
    )
    if children and not types:
        types = ["array"] if (*path, ITEMS) in children else ["object"]
    if len(types) > 1 and is_old:
        types = []
    schema: dict[str, Any] = {}
    is_null = _said(facts, Attribute.nullable) == (True,)
    if types:
        named: list[str] = [*types, "null"] if is_null and not is_old else types
        schema["type"] = named[0] if len(named) == 1 else named
        if is_null and is_old:
            schema["nullable"] = True
    if values := _said(facts, Attribute.enum):
        schema["enum"] = [*values, None] if is_null else list(values)
    for keyword in _KEYWORDS:
        stated = _said(facts, keyword)
        if len(stated) == 1 and stated[0] is not False:
            schema[str(keyword)] = stated[0]
    if depth and children:
        _add_members(schema, own, path, children[:_MOST_MEMBERS], is_old, depth)
    return Composed(schema, _said(facts, Attribute.required) == (True,))


def _add_members(
    schema: dict[str, Any],
    own: Mapping[Path, list[Fact]],
    path: Path,
    children: list[Path],
    is_old: bool,
    depth: int,
) -> None:
    members = {child[-1]: _composed(own, child, is_old, depth - 1) for child in children}
    if ITEMS in members:
        schema["items"] = members.pop(ITEMS).schema
    if VALUES in members:
        schema["additionalProperties"] = members.pop(VALUES).schema
    if members:
        schema["properties"] = {name: member.schema for name, member in members.items()}
        if required := [name for name, member in members.items() if member.is_required]:
            schema["required"] = required


def _said(facts: Iterable[Fact], attribute: Attribute) -> tuple[Value, ...]:
    """Give the values that the most trustworthy part of the page has for *attribute*."""
    said = [fact for fact in facts if fact.attribute is attribute]
    if attribute in _RULES:
        said = [fact for fact in said if fact.confidence is not Confidence.shown]
    best = min((_TRUST[fact.source] for fact in said), default=0)
    return tuple(dict.fromkeys(fact.value for fact in said if _TRUST[fact.source] == best))


def is_of(said: str, wanted: str) -> bool:
    """Whether facts of the status *said* are about the response *wanted*: a success by its number or without one."""
    return said == wanted or (SUCCESS in (said, wanted) and {said[:1], wanted[:1]} <= {"2", SUCCESS[0]})
