"""Change what a schema, a parameter or a body states.

In: an element that is there, and what it should say.  Out: edits.
Never: touches a schema that something beside it has a say in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.parts import Part, below, type_of
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.grounding.targets import Target
from handbill_generator.docs.grounding.wishes import Action, Wish
from handbill_generator.docs.model import TYPES, Attribute, Value

Listed = list[tuple[Part, int]]
"""Places in lists of what is required."""

_FLAGS = frozenset({Attribute.deprecated, Attribute.read_only, Attribute.write_only})
_ANNOTATIONS = _FLAGS | {Attribute.default}
_FITTING = {
    "string": frozenset({"minLength", "maxLength", "pattern", "format"}),
    "integer": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"}),
    "number": frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"}),
    "object": frozenset({"properties", "required", "additionalProperties", "minProperties", "maxProperties"}),
    "array": frozenset({"items", "minItems", "maxItems"}),
    "boolean": frozenset[str](),
}
_OF_TYPES = frozenset().union(*_FITTING.values(), {"enum", "const", "default"})


def type_set(target: Target, wish: Wish) -> Iterator[Edit]:
    """Give an element other types; whether it can be null stays as it is."""
    part = target.stating()
    types = [name for name in TYPES if name in wish.values]
    if part is None or len(types) != len(set(wish.values)) or (target.is_old and len(types) > 1):
        return
    bound = frozenset(part.keywords) & _OF_TYPES
    if not all(bound <= _FITTING[name] for name in types) or ("array" in types and target.is_old):
        return  # what else is said there is said of the old type
    written = part.keywords.get("type")
    is_null = isinstance(written, list) and "null" in written
    yield from target.put(part, "type", _written([*types, "null"] if is_null else types))


def nullable_set(target: Target, wish: Wish) -> Iterator[Edit]:
    """Let an element be null, or no longer."""
    if wish.values not in ((True,), (False,)):
        return
    is_wanted = wish.values == (True,)
    part, seen = target.own(), target.seen()
    if part is None or seen.types is None or ("null" in seen.types) is is_wanted or "const" in part.keywords:
        return
    if target.stating():
        yield from _old_null(target, part, is_wanted) if target.is_old else _null(target, part, is_wanted)
    elif is_wanted and not target.is_old:
        yield from _null_beside(target, part, seen)


def required_set(target: Target, wish: Wish) -> Iterator[Edit]:
    """Require an element, or no longer."""
    if wish.values not in ((True,), (False,)):
        return
    is_wanted = wish.values == (True,)
    if target.is_property:
        yield from _property_required(target, is_wanted)
        return
    holder = target.way.holder
    part = target.part(holder.pointer) if holder and holder.required is not None else None
    if part and holder and len(target.path) == len(holder.path) and target.path[0] != "path":
        yield from target.put(part, "required", True) if is_wanted else target.take(part, "required")


def keyword_set(target: Target, wish: Wish) -> Iterator[Edit]:
    """Give an element a format, a limit, a default or a flag."""
    if len(wish.values) != 1:
        return
    value = wish.values[0]
    part = _annotated(target, wish.attribute) if wish.attribute in _ANNOTATIONS else target.stating()
    if part is None:
        return
    keyword = str(wish.attribute)
    if wish.attribute in _FLAGS and value is not True:
        yield from target.take(part, keyword)
    elif wish.action is Action.remove:
        if part.keywords.get(keyword) == value:
            yield from target.take(part, keyword)
    elif not (target.is_old and keyword.startswith("exclusive")) and _is_fitting(target, wish.attribute, value):
        yield from target.put(part, keyword, value)


def lists_of(target: Target, name: str) -> Listed | None:
    """Give the places where the objects that hold the element require *name*; None where alternatives do."""
    seen = target.parents()
    if any(name in part.listed("required") for group in seen.groups for part in _all(group)):
        return None
    return [(part, index) for part in seen.parts for index, each in enumerate(part.listed("required")) if each == name]


def forgotten(target: Target, lists: Listed) -> Iterator[Edit]:
    """Take names out of lists of what is required; an empty list is none (OpenAPI 3.0.3 has no empty ones)."""
    for part, index in lists:
        last = len(part.listed("required")) == 1
        yield target.edit("remove", below(part.pointer, "required", *(() if last else (str(index),))))


def _property_required(target: Target, is_wanted: bool) -> Iterator[Edit]:
    name, holder = target.path[-1], target.holder()
    lists = lists_of(target, name)
    if holder is None or lists is None or bool(lists) is is_wanted:
        return
    if not is_wanted:
        yield from forgotten(target, lists)
    else:
        yield from required_beside(target, holder, name)


def required_beside(target: Target, holder: Part, name: str) -> Iterator[Edit]:
    """Require the property *name* of *holder*."""
    if isinstance(holder.keywords.get("required"), list):
        yield target.edit("add", below(holder.pointer, "required", "-"), name)
    elif "required" not in holder.keywords:
        yield target.edit("add", below(holder.pointer, "required"), [name])


def _annotated(target: Target, attribute: Attribute) -> Part | None:
    """Give the mapping that an annotation stands in: the parameter for `deprecated`, else the element itself."""
    holder = target.way.holder
    is_whole = holder is not None and len(target.path) == len(holder.path) and target.path[0] != "body"
    if holder and is_whole and attribute is Attribute.deprecated:
        return target.part(holder.pointer)
    part = target.own()
    # OpenAPI 3.0.3, section 4.7.23: what stands beside a reference is ignored.
    return None if part is None or (target.is_old and "$ref" in part.keywords) else part


def _is_fitting(target: Target, attribute: Attribute, value: Value) -> bool:
    """Say whether the types of the element have *attribute* at all, and this default."""
    types = target.seen().types
    if types is None or attribute in _FLAGS:
        return True
    if attribute is Attribute.default:
        return bool({type_of(value)} & types) or (type_of(value) == "integer" and "number" in types)
    return any(str(attribute) in _FITTING.get(name, ()) for name in types)


def _null(target: Target, part: Part, is_wanted: bool) -> Iterator[Edit]:
    written = part.keywords.get("type")
    types = [name for name in (written if isinstance(written, list) else [written]) if isinstance(name, str)]
    others = [name for name in types if name != "null"]
    if types and others:
        yield from target.put(part, "type", _written([*others, "null"] if is_wanted else others))
    values = part.listed("enum")
    if is_wanted and values and None not in values:
        yield target.edit("add", below(part.pointer, "enum", "-"), None)
    elif not is_wanted and None in values and len(values) > 1:
        yield target.edit("remove", below(part.pointer, "enum", str(values.index(None))))


def _old_null(target: Target, part: Part, is_wanted: bool) -> Iterator[Edit]:
    if isinstance(part.keywords.get("type"), str):
        yield from target.put(part, "nullable", True) if is_wanted else target.take(part, "nullable")


def _null_beside(target: Target, part: Part, seen: Seen) -> Iterator[Edit]:
    """Add null to what a reference or a list of alternatives allows."""
    stated = {keyword for keyword in part.keywords if keyword not in ("description", "title", "deprecated")}
    if stated == {"$ref"}:
        yield target.edit("add", below(part.pointer, "anyOf"), [{"$ref": part.keywords["$ref"]}, {"type": "null"}])
        yield target.edit("remove", below(part.pointer, "$ref"))
    elif stated in ({"anyOf"}, {"oneOf"}) and len(seen.groups) == 1:
        yield target.edit("add", below(part.pointer, *stated, "-"), {"type": "null"})


def _written(types: list[str]) -> Any:
    return types[0] if len(types) == 1 else types


def _all(group: tuple[Seen, ...]) -> Iterator[Part]:
    for branch in group:
        yield from branch.parts
        for inner in branch.groups:
            yield from _all(inner)
