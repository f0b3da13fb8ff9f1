"""What a schema states of the element it stands for.

In: a `Seen`.  Out: attributes with their values, each with the pointer of the mapping that states it.
Never: states what no keyword does, but that what has a type and not null cannot be null.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, TypeGuard

from handbill_generator.docs.grounding.parts import Part, type_of
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.model import MAX_TOKEN, TYPES, Attribute, Value

_NUMBERS = frozenset({"integer", "number"})
_LIMITS = {
    Attribute.minimum: _NUMBERS,
    Attribute.maximum: _NUMBERS,
    Attribute.exclusive_minimum: _NUMBERS,
    Attribute.exclusive_maximum: _NUMBERS,
    Attribute.multiple_of: _NUMBERS,
    Attribute.min_length: frozenset({"string"}),
    Attribute.max_length: frozenset({"string"}),
    Attribute.min_items: frozenset({"array"}),
    Attribute.max_items: frozenset({"array"}),
    Attribute.min_properties: frozenset({"object"}),
    Attribute.max_properties: frozenset({"object"}),
}
_WORDS = {Attribute.format: _NUMBERS | {"string"}, Attribute.pattern: frozenset({"string"})}
_FLAGS = (Attribute.deprecated, Attribute.read_only, Attribute.write_only)


class Stated(NamedTuple):
    """That the mapping at *pointer* gives *attribute* the *value*."""

    attribute: Attribute
    value: Value
    pointer: str


def stated(seen: Seen, pointer: str) -> Iterator[Stated]:
    """Give what *seen* states; *pointer* is where its element stands."""
    types = seen.types
    for name in TYPES:
        if types and name in types:
            yield Stated(Attribute.type, name, _typed_at(seen, name) or pointer)
    if types:
        yield Stated(Attribute.nullable, "null" in types, _typed_at(seen, "null") or _typed_at(seen, "") or pointer)
    for value, place in enum_of(seen):
        yield Stated(Attribute.enum, value, place)
    for value, place in shown_of(seen):
        yield Stated(Attribute.shown, value, place)
    for attribute, kinds in (*_WORDS.items(), *_LIMITS.items()):
        if _written(attribute) & seen.keywords:
            for value, place in _keyword(seen, attribute, kinds):
                yield Stated(attribute, value, place)
    for attribute in _FLAGS:
        for part in seen.surely:
            if part.keywords.get(attribute) is True:
                yield Stated(attribute, True, part.pointer)
                break
    for part in seen.surely:
        default = part.keywords.get("default")
        if is_token(default):
            yield Stated(Attribute.default, default, part.pointer)
            break
    yield from _objects(seen, types, pointer)


def enum_of(seen: Seen) -> tuple[tuple[Value, str], ...]:
    """Give the values of the closed list of *seen*, with where each is listed; null is none of them."""
    lists = [(values, part.pointer) for part in seen.surely if (values := part.values) is not None]
    if lists:
        others = [{(type(value), value) for value in other if is_token(value)} for other, _ in lists[1:]]
        first, place = lists[0]
        tokens = [value for value in first if is_token(value)]
        return tuple((value, place) for value in tokens if all((type(value), value) in other for other in others))
    for group in seen.others:
        listed = _listed(group)
        if listed:
            kinds = {type_of(value) for value, _ in listed}
            return () if any(_may(branch, kinds) and not enum_of(branch) for branch in group) else listed
    return ()


def shown_of(seen: Seen) -> tuple[tuple[Value, str], ...]:
    """Give the values that are listed beside others that are not, so that the list is open."""
    if enum_of(seen):
        return ()
    for group in seen.others:
        values = shown_of(group[0]) if len(group) == 1 else _listed(group)
        if values:
            return values
    return ()


def required_of(seen: Seen) -> dict[str, str]:
    """Give the names that must be there, each with the pointer of the mapping that requires it."""
    found: dict[str, str] = {}
    for part in seen.parts:
        for name in part.listed("required"):
            if isinstance(name, str):
                found.setdefault(name, part.pointer)
    for group in seen.others:
        first, *others = [required_of(branch) for branch in group] or [{}]
        for name, pointer in first.items():
            if all(name in other for other in others):
                found.setdefault(name, pointer)
    return found


def is_token(value: Any) -> TypeGuard[Value]:
    """Say whether *value* can be that of a fact."""
    if isinstance(value, str):
        return len(value) <= MAX_TOKEN
    return isinstance(value, int) or (isinstance(value, float) and math.isfinite(value))


def _listed(group: Sequence[Seen]) -> tuple[tuple[Value, str], ...]:
    return tuple(value for branch in group for value in enum_of(branch))


def _may(branch: Seen, kinds: set[str] | frozenset[str]) -> bool:
    """Say whether *branch* allows values of one of these types."""
    types = branch.types
    return types is None or bool(types & kinds)


def _typed_at(seen: Seen, name: str) -> str:
    """Give where the type *name* is stated, any type where it is empty; empty where it is nowhere."""
    for part in seen.parts:
        types = part.types
        if types and "type" in part.keywords and (not name or name in types):
            return part.pointer
    return next((place for group in seen.groups for branch in group if (place := _typed_at(branch, name))), "")


def _keyword(seen: Seen, attribute: Attribute, kinds: frozenset[str]) -> Sequence[tuple[Value, str]]:
    """Give what holds of a keyword: the tightest of what holds together, each of alternatives that all have it."""
    found = [(value, part.pointer) for part in seen.surely if (value := _value(part, attribute)) is not None]
    if found:
        return (_tightest(found, attribute),)
    for group in seen.others:
        branches = [_keyword(branch, attribute, kinds) for branch in group if _may(branch, kinds)]
        if branches and all(branches):
            return [each for branch in branches for each in branch]
    return ()


def _tightest(found: list[tuple[Value, str]], attribute: Attribute) -> tuple[Value, str]:
    if attribute not in _LIMITS:
        return found[0]
    choose = max if "min" in attribute.lower() else min
    return choose(found, key=lambda each: each[0])


def _value(part: Part, attribute: Attribute) -> Value | None:
    value = part.keywords.get(attribute)
    if attribute in _WORDS:
        return value if isinstance(value, str) and is_token(value) else None
    if attribute in (Attribute.exclusive_minimum, Attribute.exclusive_maximum) and value is True:
        # OpenAPI 3.0 says beside a limit that it is exclusive.
        value = part.keywords.get(_inclusive(attribute))
    elif part.keywords.get(f"exclusive{attribute[:1].upper()}{attribute[1:]}") is True:
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and is_token(value)
    return value if is_number else None


def _written(attribute: Attribute) -> frozenset[str]:
    """Give the keywords that may say *attribute*."""
    return frozenset({str(attribute), attribute.replace("exclusiveM", "m")})


def _inclusive(attribute: Attribute) -> Attribute:
    return Attribute.minimum if attribute is Attribute.exclusive_minimum else Attribute.maximum


def _objects(seen: Seen, types: frozenset[str] | None, pointer: str) -> Iterator[Stated]:
    """Give what is stated of an object as a whole."""
    if types and types - {"null"} == {"object"} and not seen.members():
        yield Stated(Attribute.opaque, True, _typed_at(seen, "object") or pointer)
    for group in seen.groups:
        names = [next(iter(required_of(branch)), "") for branch in group if len(required_of(branch)) == 1]
        together = " | ".join(dict.fromkeys(names))
        if len(set(names)) > 1 and len(names) == len(group) and is_token(together):
            place = group[0].parts[0].pointer.rpartition("/")[0].rpartition("/")[0]
            yield Stated(Attribute.required_together, together, place)
