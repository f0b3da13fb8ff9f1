"""Write a normalised schema as a Python type, in the phrases of datamodel-code-generator.

In: a normalised schema.  Out: its annotation, and the line of a field or of an alias.
Never: invents a spelling.  For each kind of schema the engine was asked once (`engine.phrases`), with a mark where a
part goes; what it said is kept in `phrases.json` and put together here.

The engine itself takes more than half of a run for a large document, and nearly all of it over the same few phrases.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from handbill_generator.plan.normalise import JSON
from handbill_generator.text import Code, Text, literal

PHRASES = Path(__file__).with_name("phrases.json")
_COMPONENT = "#/components/schemas/"
# What Python's grammar has in an annotation: strings with double quotes (by `literal`), names, and what divides them.
_NAMES = re.compile(r""""(?:[^"\\]|\\.)*"|[^\W\d]\w*""")
_MARKS = re.compile(r""""(?:[^"\\]|\\.)*"|[\[\]()|]""")


def annotation(schema: JSON) -> Code:
    """Give the type of a schema without its limits, such as `list[Pet] | None`."""
    members = list(dict.fromkeys(_members(schema)))
    if len(members) > 1 and "None" in members:
        members.sort(key=lambda member: member == "None")
    written = members[0]
    for member in members[1:]:
        written = _said("union", written, member)
    return written


def alias_line(name: Code, schema: JSON, *, recursive: bool) -> Code:
    """Give the definition of an alias; a *recursive* one must be there before what it stands for is read."""
    settings = _settings(schema, None)
    value = _said("annotated", annotation(schema), Code(", ".join(settings))) if settings else annotation(schema)
    return Code(f'{name} = TypeAliasType("{name}", {literal(value)})') if recursive else _said("alias", name, value)


def field_line(name: Code, wire: Text, schema: JSON, *, required: bool) -> Code:
    """Give the line of a field of a class."""
    written = annotation(schema)
    if not required:
        written = _said("optional", written)
    # An alias that repeats the name would only be noise.
    if settings := _settings(schema, None if wire.raw == name else wire.raw):
        written = _said("annotated", written, Code(", ".join(settings)))
    return _said("required field" if required else "optional field", name, written)


@lru_cache(maxsize=1 << 16)
def names_in(annotation: str) -> frozenset[str]:
    """Give the names that an annotation uses, what stands in its strings left out."""
    return frozenset(name for name in _NAMES.findall(annotation) if name[0] != '"')


def union(annotations: Iterable[Code]) -> Code:
    """Join annotations, each member once, `None` last."""
    members = dict.fromkeys(member for written in annotations for member in members_of(written))
    return Code(" | ".join(sorted(members, key=lambda member: member == "None")))


@lru_cache(maxsize=1 << 14)
def members_of(annotation: str) -> tuple[Code, ...]:
    """Give the members of an annotation that is a union, or the one type that it is."""
    found, depth, start = [], 0, 0
    for mark in _MARKS.finditer(annotation):
        depth += {"[": 1, "(": 1, "]": -1, ")": -1}.get(mark[0], 0)
        if mark[0] == "|" and depth == 0:
            found.append(annotation[start : mark.start()])
            start = mark.end()
    return tuple(Code(member.strip()) for member in [*found, annotation[start:]])


def qualified(annotation: Code, names: Collection[str], module: str) -> Code:
    """Write `module.X` for each X of *names*, where the name alone would mean something else."""
    if names_in(annotation).isdisjoint(names):
        return annotation
    return Code(_NAMES.sub(lambda found: f"{module}.{found[0]}" if found[0] in names else found[0], annotation))


def referred(schema: Any) -> Iterator[str]:
    """Go through the names of the components that a normalised schema refers to."""
    if isinstance(schema, list):
        for item in schema:
            yield from referred(item)
    elif isinstance(schema, Mapping):
        if "$ref" in schema:
            yield schema["$ref"].removeprefix(_COMPONENT)
            return
        for key, value in schema.items():
            if key not in ("enum", "discriminator"):
                yield from referred(value)


def _members(schema: JSON) -> Iterator[Code]:
    """Go through the members of a union, or give the one type."""
    if "anyOf" in schema:
        for member in schema["anyOf"]:
            yield from _members(member)
    elif "$ref" in schema:
        yield Code(schema["$ref"].removeprefix(_COMPONENT))
    elif "enum" in schema:
        yield _said("enum", Code(", ".join(map(literal, schema["enum"]))))
    elif schema.get("type") == "array":
        yield _array(schema)
    elif schema.get("type") == "object":
        values = schema["additionalProperties"]
        yield _said("object", annotation({} if values is True else values))
    elif isinstance(schema.get("type"), list):
        for kind in reversed(schema["type"]) if schema["type"][0] == "number" else schema["type"]:
            yield _said(kind)
    else:
        yield _said(" ".join([schema.get("type", "any"), *([schema["format"]] if "format" in schema else [])]))


def _array(schema: JSON) -> Code:
    if "prefixItems" not in schema:
        return _said("array", annotation(schema["items"]))
    # Without places it is a tuple of any length.
    places = [annotation(place) for place in schema["prefixItems"]] or [annotation(schema["items"]), Code("...")]
    return _said("tuple", Code(", ".join(places)))


def _settings(schema: JSON, wire: str | None) -> list[Code]:
    """Give the arguments of `Field`, sorted as the engine sorts them."""
    kind = schema.get("type", "")
    # An empty name is a name.
    found = [] if wire is None else [_said("name", literal(wire))]
    if "discriminator" in schema:
        found.append(_said("discriminator", literal(schema["discriminator"]["x-attribute"])))
    for keyword, value in schema.items():
        if (phrase := f"{'number' if isinstance(kind, list) else kind} {keyword}") in _phrases():
            # A limit of a number is one, too, however it is written.
            found.append(_said(phrase, literal(float(value) if isinstance(kind, list) else value)))
    return sorted(found)


def _said(phrase: str, *parts: Code) -> Code:
    said = _phrases()[phrase]
    return Code(said.format(*parts)) if parts else Code(said)


@cache
def _phrases() -> dict[str, str]:
    known: dict[str, str] = json.loads(PHRASES.read_text(encoding="utf-8"))
    return known
