"""What a page says, by element, attribute and part of the page.

In: facts.  Out: `Statements`.
Never: tells two parts of the same sort apart: what moved from a table into tags is said as before.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from handbill_generator.docs.model import TRANSIENT, Attribute, Fact, Path, Side, SourceKind, Value
from handbill_generator.evidence import text_of


class Part(StrEnum):
    """A part of a page that says things, by its name in messages; the most trustworthy first."""

    schema = "the OpenAPI document"
    fields = "the list of fields"
    example = "the example"
    sample = "the sample"
    prose = "a sentence"


PARTS: Mapping[SourceKind, Part] = {
    SourceKind.published: Part.schema,
    SourceKind.embedded: Part.schema,
    SourceKind.tag: Part.fields,
    SourceKind.table: Part.fields,
    SourceKind.flattened: Part.fields,
    SourceKind.example: Part.example,
    SourceKind.sample: Part.sample,
    SourceKind.prose: Part.prose,
}
"""The part that each source is."""

NOTES = frozenset(
    {
        Attribute.example_broken,
        Attribute.sample_broken,
        Attribute.names_lost,
        Attribute.enum_run,
        Attribute.published,
        Attribute.refers,
        Attribute.missing_status,
        Attribute.causes,
        Attribute.read_only_unnamed,
        Attribute.legacy,
        Attribute.mislabelled,
        Attribute.opaque,
    }
)
"""Attributes that say something of the page, or beside its lists; they make no element."""

_ONLY_TRUE = frozenset(
    {
        Attribute.exists,
        Attribute.deprecated,
        Attribute.read_only,
        Attribute.write_only,
        Attribute.all_optional,
        Attribute.opaque,
        Attribute.example_broken,
    }
)
"""Attributes that are denied by leaving them out."""

Said: TypeAlias = Mapping[Part, tuple[Fact, ...]]


class Spot(NamedTuple):
    """An element: an operation, a status of it, a parameter or a property."""

    operation: str
    side: Side = Side.neither
    status: str = ""
    path: Path = ()

    @property
    def is_element(self) -> bool:
        """Whether it is something that comes and goes by itself: no operation, no request, no `query` as a whole."""
        if not self.path:
            return self.side is Side.response
        return self.path[0] == "body" or len(self.path) > 1

    @property
    def parent(self) -> Spot | None:
        """The element that this one is inside of."""
        if not self.path:
            return None
        above = self._replace(path=self.path[:-1])
        return above if above.is_element else self._replace(path=()) if self.side is Side.response else None


class Scope(NamedTuple):
    """What one part of a page is about: a whole operation for a schema, else one message."""

    operation: str
    side: Side
    status: str
    part: Part


class Statements:
    """All that one page says."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        said: dict[Spot, dict[Attribute, dict[Part, list[Fact]]]] = {}
        self._parts: defaultdict[Spot, set[Part]] = defaultdict(set)
        self._insides: set[tuple[Spot, Part]] = set()
        self._messages: set[tuple[str, Side, str]] = set()
        self._scopes: set[Scope] = set()
        for fact in facts:
            if fact.attribute in _ONLY_TRUE and fact.value is not True:
                continue
            spot, part = spot_of(fact), PARTS[fact.source]
            said.setdefault(spot, {}).setdefault(fact.attribute, {}).setdefault(part, []).append(fact)
            self._messages.add(spot[:3])
            if fact.attribute not in NOTES:
                self._scopes.add(scope_of(spot, part))
                self._found(spot, part)
        self._said: dict[Spot, Mapping[Attribute, Said]] = {
            spot: {attribute: {part: tuple(found) for part, found in parts.items()} for attribute, parts in by.items()}
            for spot, by in said.items()
        }

        self.spots = sorted({*self._parts, *self._said})
        """All elements, and operations of which something is said, in their order."""

    def inside(self, spot: Spot) -> Iterator[Spot]:
        """Give an element and what is inside of it."""
        for index in range(bisect_left(self.spots, spot), len(self.spots)):
            found = self.spots[index]
            if found[:3] != spot[:3] or found.path[: len(spot.path)] != spot.path:
                return
            yield found

    def parts(self, spot: Spot) -> frozenset[Part]:
        """Give the parts that have an element or something inside of it; none where it is not on the page."""
        return frozenset(self._parts.get(spot, ()))

    def at(self, spot: Spot) -> Mapping[Attribute, Said]:
        """Give what is said of an element itself."""
        return self._said.get(spot, {})

    def shows_inside(self, spot: Spot, part: Part) -> bool:
        """Whether *part* has anything inside of an element."""
        return (spot, part) in self._insides

    def has(self, scope: Scope) -> bool:
        """Whether the page has this part."""
        return scope in self._scopes

    def speaks_of(self, scope: Scope) -> bool:
        """Whether the page says anything of what the part would be about."""
        if scope.part is Part.schema:
            return any(message[0] == scope.operation for message in self._messages)
        return scope[:3] in self._messages

    def facts(self, spot: Spot, parts: Iterable[Part] = tuple(Part)) -> tuple[Fact, ...]:
        """Give the facts of an element itself that *parts* have, the most trustworthy first."""
        said = self.at(spot).values()
        return tuple(fact for part in Part if part in parts for by in said for fact in by.get(part, ()))

    def _found(self, spot: Spot, part: Part) -> None:
        if part in self._parts[spot]:
            return  # then it is known of all that this is inside of
        if spot.is_element:
            self._parts[spot].add(part)
        above = spot.parent
        while above is not None and (above, part) not in self._insides:
            self._insides.add((above, part))
            self._parts[above].add(part)
            above = above.parent


def spot_of(fact: Fact) -> Spot:
    """Give the element that *fact* is about."""
    return Spot(fact.operation, fact.side, fact.status, fact.path)


def scope_of(spot: Spot, part: Part) -> Scope:
    """Give what *part* is about where it has *spot*."""
    if part is Part.schema:
        return Scope(spot.operation, Side.neither, "", part)
    return Scope(*spot[:3], part)


def lasting(attribute: Attribute) -> bool:
    """Whether *attribute* is more than the value of an example, and more than that something is there."""
    return attribute not in TRANSIENT and attribute is not Attribute.exists


def comparable(fact: Fact) -> str:
    """Give the value of *fact* so that two ways to write it are one: `1.0` is `1`, `a | b` is `b | a`."""
    value: Value = fact.value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = text_of(value)
    if fact.attribute is Attribute.required_together:
        return " | ".join(sorted(text.split(" | ")))
    return text.rstrip("/") if fact.attribute is Attribute.server else text


def values_of(facts: Iterable[Fact]) -> frozenset[str]:
    """Give the values of *facts*, comparable."""
    return frozenset(map(comparable, facts))
