"""A judge of schema edits that knows nothing of how they are compared: it tries values.

In: two schemas.  Out: whether some value is accepted by the first alone (the edit narrows), or by the second alone (it
widens).  `jsonschema` says what is accepted, formats included.
Never: proves that there is no such value; it tries many that lie at the edge of what the schemas say.

What a direction does not see is taken out first.  Properties follow the convention of `handbill diff`: what an open
object does not name is not there, so values that hold a property which one side alone names say nothing.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from handbill_generator.bundle import bundle
from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas import Place, SchemaDifference, SchemaGraph
from handbill_generator.contract import Contract, Schema, read_contract
from handbill_generator.contract.lift import lift_schema
from handbill_generator.load import load_bytes
from jsonschema import Draft202012Validator, FormatChecker

from tests.changes.schemas_values import PREFIX, members, values_of

DIRECTIONS = (Direction.request, Direction.response)
HIDES = {Direction.request: "readOnly", Direction.response: "writeOnly"}

_FORMATS = FormatChecker(formats=())


@_FORMATS.checks("date")
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or (len(value) == 10 and value[4] == value[7] == "-")


@_FORMATS.checks("date-time")
def _is_moment(value: object) -> bool:
    return not isinstance(value, str) or (len(value) == 20 and value[10] == "T")


@_FORMATS.checks("uuid")
def _is_uuid(value: object) -> bool:
    return not isinstance(value, str) or [len(part) for part in value.split("-")] == [8, 4, 4, 4, 12]


@_FORMATS.checks("email")
def _is_email(value: object) -> bool:
    return not isinstance(value, str) or "@" in value


@_FORMATS.checks("int32")
def _is_int32(value: object) -> bool:
    return not isinstance(value, int) or isinstance(value, bool) or -(2**31) <= value < 2**31


@_FORMATS.checks("int64")
def _is_int64(value: object) -> bool:
    return not isinstance(value, int) or isinstance(value, bool) or -(2**63) <= value < 2**63


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge saw: a value that only the old schema accepts, and one that only the new one does."""

    narrows: Any
    widens: Any

    @property
    def reversed(self) -> Verdict:
        """Give the verdict on the edit that takes this one back."""
        return Verdict(self.widens, self.narrows)


UNSEEN = object()
Components: TypeAlias = "tuple[Mapping[str, Any], Mapping[str, Any]]"
_NONE: Components = ({}, {})


def judge(
    old: Any, new: Any, values: Iterable[Any], components: Components = _NONE, *, direction: Direction
) -> Verdict:
    """Try *values* on two schemas."""
    one, other = _validators(old, new, components, direction)
    narrows = widens = UNSEEN
    for value in values:
        before, after = one.is_valid(value), other.is_valid(value)
        if before and not after and narrows is UNSEEN:
            narrows = value
        if after and not before and widens is UNSEEN:
            widens = value
        if narrows is not UNSEEN and widens is not UNSEEN:
            break
    return Verdict(narrows, widens)


def pool(old: Any, new: Any, components: Components = _NONE, *, direction: Direction) -> list[Any]:
    """Give values that tell two schemas apart as well as can be: some of each type that both, one or none accept."""
    flag = HIDES[direction]
    schemas = [old, new, *(schema for each in components for schema in each.values())]
    hidden = {name for schema in schemas for name in _hidden(schema, flag)}
    alone = _named_once(old, new)
    one, other = _validators(old, new, components, direction)
    kinds: dict[tuple[str, bool, bool], list[Any]] = {}
    for value in values_of(old, new, components=components):
        if not _holds(value, hidden) and not (isinstance(value, dict) and alone & value.keys()):
            kinds.setdefault((type(value).__name__, one.is_valid(value), other.is_valid(value)), []).append(value)
    return [same[index] for same in kinds.values() for index in {0, len(same) - 1}]


def _validators(
    old: Any, new: Any, components: Components, direction: Direction
) -> tuple[Draft202012Validator, Draft202012Validator]:
    one, other = (
        _validator(
            _viewed(lift_schema(schema), HIDES[direction]),
            {name: _viewed(lift_schema(member), HIDES[direction]) for name, member in each.items()},
        )
        for schema, each in zip((old, new), components, strict=True)
    )
    return one, other


def _validator(schema: Any, components: Mapping[str, Any]) -> Draft202012Validator:
    whole = {"$defs": {"components": {"schemas": dict(components)}}, "allOf": [schema]}
    return Draft202012Validator(_rebased(whole), format_checker=_FORMATS)


def _rebased(schema: Any) -> Any:
    """Write references to components as what the judge's own document has there."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/components/", "#/$defs/components/")
            if key == "$ref" and isinstance(value, str)
            else _rebased(value)
            for key, value in schema.items()
        }
    return [_rebased(item) for item in schema] if isinstance(schema, list) else schema


def _hidden(schema: Any, flag: str) -> Iterator[str]:
    if isinstance(schema, dict):
        for name, member in members(schema.get("properties")).items():
            if isinstance(member, dict) and member.get(flag) is True:
                yield name
        for value in schema.values():
            yield from _hidden(value, flag)
    elif isinstance(schema, list):
        for value in schema:
            yield from _hidden(value, flag)


def _viewed(schema: Any, flag: str) -> Any:
    """Take out of a schema what one direction does not see."""
    if isinstance(schema, list):
        return [_viewed(item, flag) for item in schema]
    if not isinstance(schema, dict):
        return schema
    gone = {n for n, m in members(schema.get("properties")).items() if isinstance(m, dict) and m.get(flag) is True}
    seen = {key: _viewed(value, flag) for key, value in schema.items()}
    if gone:
        seen["properties"] = {name: member for name, member in seen["properties"].items() if name not in gone}
    if gone and "required" in seen:
        seen["required"] = [name for name in seen["required"] if name not in gone]
    return seen


def _named_once(old: Any, new: Any) -> set[str]:
    """Give the properties that one side names and the other, being open, does not."""
    names = [set(_all_properties(schema)) for schema in (old, new)]
    is_open = ['"additionalProperties"' not in json.dumps(s) and '"unevalu' not in json.dumps(s) for s in (old, new)]
    return (names[0] - names[1] if is_open[1] else set()) | (names[1] - names[0] if is_open[0] else set())


def _all_properties(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from members(schema.get("properties"))
        for key, value in schema.items():
            if key in ("allOf", "anyOf", "oneOf", "then", "else", "if", "not", "dependentSchemas"):
                yield from _all_properties(value)
            if key == "dependentSchemas":
                yield from itertools.chain.from_iterable(_all_properties(v) for v in members(value).values())
    elif isinstance(schema, list):
        for value in schema:
            yield from _all_properties(value)


def _holds(value: Any, names: set[str]) -> bool:
    return isinstance(value, dict) and bool(names & value.keys() or any(_holds(v, names) for v in value.values()))


def contract(components: Mapping[str, Any]) -> Contract:
    """Read a document that has nothing but schemas."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": dict(components)},
    }
    return read_contract(
        bundle(load_bytes(json.dumps(document).encode(), path=Path("/nowhere/api.json"), name="api.json"))
    )


def compared(
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    names: Iterable[str],
    *,
    place: Place = Place.body,
    as_components: bool = False,
    directions: tuple[Direction, ...] = DIRECTIONS,
) -> dict[tuple[str, Direction], tuple[SchemaDifference, ...]]:
    """Compare the components *names* of two documents, as bodies of requests and of responses.

    Each is handed over as a schema that refers to it, or as it stands.
    """
    contracts = contract(old), contract(new)
    graph = SchemaGraph(*contracts)
    uses: list[tuple[str, Direction]] = []
    for name, direction in itertools.product(names, directions):
        schemas = [
            each.schemas[name] if as_components else Schema(keywords={"$ref": PREFIX + name}, pointer=f"#/x/{name}")
            for each in contracts
        ]
        uses.append((name, direction))
        graph.add(schemas[0], schemas[1], direction=direction, place=place, use=len(uses) - 1)
    found: dict[tuple[str, Direction], list[SchemaDifference]] = {use: [] for use in uses}
    for difference in graph.differences():
        for use in difference.uses:
            found[uses[use]].append(difference)
    return {use: tuple(differences) for use, differences in found.items()}


def differences_of(
    old: Any, new: Any, components: tuple[Mapping[str, Any], Mapping[str, Any]] = ({}, {})
) -> dict[Direction, tuple[SchemaDifference, ...]]:
    """Compare two schemas in both directions."""
    found = compared({**components[0], "Root": old}, {**components[1], "Root": new}, ["Root"], as_components=True)
    return {direction: found["Root", direction] for direction in DIRECTIONS}


def claims(differences: Iterable[SchemaDifference]) -> tuple[bool, bool]:
    """Give whether the differences say that the set narrows, and that it widens."""
    effects = {difference.effect for difference in differences}
    both = Effect.both in effects
    return both or Effect.narrows in effects, both or Effect.widens in effects
