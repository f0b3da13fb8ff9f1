"""Compare all schemas of two contracts, each pair once, and tell what uses it.

In: the schemas of each place of each operation.  Out: differences, each cause once a direction, with its uses.
Never: looks at what is the same on both sides as far as one can see from there.

A pair of schemas is a node of a graph; from the places of operations one comes, by way of properties and items, to all
pairs that they use.  Which places those are is kept as the bits of a number and carried along until nothing changes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas.compare import Comparison
from handbill_generator.changes.schemas.ids import Place, id_of
from handbill_generator.changes.schemas.local import Finding, Local, through
from handbill_generator.changes.schemas.node import Conjunction
from handbill_generator.changes.schemas.sameness import Sameness
from handbill_generator.changes.schemas.source import Source
from handbill_generator.contract import Contract, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaDifference:
    """One cause in a schema; *uses* are the numbers of the places that it reaches, *path* leads to it from the nearest.

    *effect* is that on the values which the place as a whole accepts.
    """

    id: str
    facet: str
    direction: Direction
    effect: Effect
    place: Place
    message: str
    old: tuple[str, Any] | None
    new: tuple[str, Any] | None
    path: tuple[str, ...]
    key: str
    uses: frozenset[int]


class _Key(NamedTuple):
    """A pair as one direction sees it, and what narrowing it does to the whole."""

    direction: Direction
    polarity: int
    old: Conjunction
    new: Conjunction
    skips_null: bool


@dataclass(slots=True)
class _Pair:
    """What is known of a pair: how it was reached first, what uses it, and how its two sides compare."""

    place: Place
    path: tuple[str, ...]
    is_inside: bool
    owners: tuple[str, str]
    uses: int = 0
    local: Local | None = None
    children: list[_Key] = field(default_factory=list)


class SchemaGraph:
    """The schemas of two contracts."""

    def __init__(self, old: Contract, new: Contract) -> None:
        self._sources = (Source(old), Source(new))
        self._same = Sameness(old, new)
        self._comparisons = {
            direction: Comparison(*self._sources, direction, self._are_same)
            for direction in (Direction.request, Direction.response)
        }
        self._pairs: dict[_Key, _Pair] = {}
        self._waiting: deque[_Key] = deque()
        self._known_uses: dict[int, frozenset[int]] = {}

    def add(self, old: Schema | None, new: Schema | None, *, direction: Direction, place: Place, use: int) -> None:
        """Compare the schemas of one place of an operation; *use* is its number, None accepts everything."""
        if old and new and self._same.are_same(old, new):
            return
        places = tuple(
            () if schema is None else (source.add(schema),)
            for source, schema in zip(self._sources, (old, new), strict=True)
        )
        targets = tuple(self._followed(source, found) for source, found in zip(self._sources, places, strict=True))
        owners = tuple(schema.pointer if schema else "#" for schema in (old, new))
        key = _Key(direction, 1, targets[0], targets[1], False)
        self._reach(key, place, (), False, (owners[0], owners[1]), 1 << use)

    def differences(self) -> tuple[SchemaDifference, ...]:
        """Give what differs, in the order in which it was reached."""
        while self._waiting:
            key = self._waiting.popleft()
            pair = self._pairs[key]
            if pair.local is None:
                self._compare(key, pair)
            for child in pair.children:
                known = self._pairs[child]
                if known.uses | pair.uses != known.uses:
                    known.uses |= pair.uses
                    self._waiting.append(child)
        return tuple(self._told())

    def component_pairs(self) -> tuple[tuple[str, str], ...]:
        """Give the components of the old contract that stand under another name in the new one, both in full."""
        found: dict[tuple[str, str], None] = {}
        names = [set(source.contract.schemas) for source in self._sources]
        for key in self._pairs:
            sides = [
                self._comparisons[key.direction].views[side].node(place).component
                for side, place in enumerate((key.old, key.new))
            ]
            old, new = (side.rpartition("/")[2] for side in sides)
            if all(sides) and old != new and old not in names[1] and new not in names[0]:
                found[sides[0], sides[1]] = None
        return tuple(found)

    def _followed(self, source: Source, places: Conjunction) -> Conjunction:
        """Give the place of the component that a schema only refers to, so that all who refer to it come together."""
        if len(places) != 1:
            return places
        place, seen = places[0], set[str]()
        while place not in seen:
            seen.add(place)
            keywords = source.keywords(place)
            if not isinstance(keywords, dict) or keywords.keys() != {"$ref"}:
                break
            place = source.target(keywords["$ref"])
        return (place,)

    def _reach(
        self, key: _Key, place: Place, path: tuple[str, ...], is_inside: bool, owners: tuple[str, str], uses: int
    ) -> None:
        pair = self._pairs.get(key)
        if pair is None:
            pair = self._pairs[key] = _Pair(place, path, is_inside, owners)
            self._waiting.append(key)
        if pair.uses | uses != pair.uses:
            pair.uses |= uses
            self._waiting.append(key)

    def _compare(self, key: _Key, pair: _Pair) -> None:
        comparison = self._comparisons[key.direction]
        pair.local = comparison.local(key.old, key.new, pair.owners, skips_null=key.skips_null)
        for edge in pair.local.edges:
            old, new = (self._followed(s, c) for s, c in zip(self._sources, (edge.old, edge.new), strict=True))
            if self._are_same(old, new):
                continue
            polarity = edge.polarity * key.polarity
            child = _Key(key.direction, polarity, old, new, edge.skips_null)
            owners = tuple(_written(c, o) for c, o in zip((old, new), pair.owners, strict=True))
            inside = pair.is_inside or edge.is_property
            self._reach(child, pair.place, (*pair.path, edge.step), inside, (owners[0], owners[1]), 0)
            pair.children.append(child)

    def _are_same(self, old: Conjunction, new: Conjunction) -> bool:
        if len(old) != 1 or len(new) != 1:
            return old == new == ()
        sides = [
            Schema(keywords=source.keywords(place[0]), pointer=place[0])
            for source, place in zip(self._sources, (old, new), strict=True)
        ]
        return self._same.are_same(sides[0], sides[1])

    def _numbers(self, uses: int) -> frozenset[int]:
        if uses not in self._known_uses:
            self._known_uses[uses] = frozenset(_bits(uses))
        return self._known_uses[uses]

    def _told(self) -> Iterator[SchemaDifference]:
        for key, pair in self._pairs.items():
            for finding in pair.local.findings if pair.local else ():
                yield self._difference(key, pair, finding)

    def _difference(self, key: _Key, pair: _Pair, finding: Finding) -> SchemaDifference:
        path = (*pair.path, finding.step) if finding.step else pair.path
        return SchemaDifference(
            id=finding.suffix if finding.is_whole else id_of(key.direction, pair.place, pair.is_inside, finding.suffix),
            facet=finding.facet,
            direction=key.direction,
            effect=through(finding.effect, key.polarity),
            place=Place.property if pair.is_inside else pair.place,
            message=finding.message,
            old=_spot(finding.old, pair.owners[0]),
            new=_spot(finding.new, pair.owners[1]),
            path=path,
            key=finding.key,
            uses=self._numbers(pair.uses),
        )


def _written(places: Conjunction, owner: str) -> str:
    """Give the first of some places that stands in the document; *owner* is what the others stand in."""
    return next((place for place in places if place.startswith("#")), owner)


def _spot(spot: tuple[str, Any] | None, owner: str) -> tuple[str, Any] | None:
    """Give what to point at: a schema that was made in reading stands nowhere."""
    return (spot[0] if spot[0].startswith("#") else owner, spot[1]) if spot else None


def _bits(number: int) -> Iterator[int]:
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
