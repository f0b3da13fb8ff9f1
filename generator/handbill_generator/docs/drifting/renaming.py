"""The same field under another name.

In: two `Statements` and the facts of the new page.  Out: drafts, and the facts with the old names.
Never: takes two fields for one that differ in anything but the name, or where several could be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from handbill_generator.docs.drifting.elements import gone_from, is_new
from handbill_generator.docs.drifting.statements import (
    NOTES,
    Part,
    Spot,
    Statements,
    comparable,
    lasting,
    spot_of,
)
from handbill_generator.docs.drifting.telling import Draft, named, place
from handbill_generator.docs.judging.wording import quoted
from handbill_generator.docs.model import ITEMS, VALUES, Fact, Path

_MOST = 200
"""The most fields of one parent that are looked at: among more nobody could say which became which."""

_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that came or went in some *parts* of the page, and what these say of it and of what is inside of it."""

    spot: Spot
    shapes: Mapping[Part, frozenset[tuple[Path, str, str]]]

    def is_like(self, other: _Field) -> bool:
        """Whether *other* may be the same field: what parts say that have both is the same, and is something."""
        both = self.shapes.keys() & other.shapes.keys()
        if not both or any(self.shapes[part] != other.shapes[part] for part in both):
            return False
        return any(self.shapes[part] for part in both) or self.shares_a_word(other)

    def shares_a_word(self, other: _Field) -> bool:
        """Whether the names have a word in common, as `campaignId` and `id`."""
        return bool(_words(self.spot) & _words(other.spot))


def renamed(
    before: Statements, after: Statements, facts: tuple[Fact, ...]
) -> tuple[tuple[Draft, ...], tuple[Fact, ...]]:
    """Give what was renamed, and *facts*, those of *after*, under the old names."""
    gone, new = _gone(before, after), _new(before, after)
    pairs = [pair for above in sorted(gone.keys() & new.keys()) for pair in _pairs(gone[above], new[above])]
    drafts = tuple(_draft(old, fresh, before, after) for old, fresh in pairs)
    names = {fresh.spot: old.spot.path for old, fresh in pairs}
    return drafts, tuple(_called(fact, names) for fact in facts)


def _gone(before: Statements, after: Statements) -> dict[Spot, list[_Field]]:
    found: dict[Spot, list[_Field]] = {}
    for spot in filter(_has_a_name, before.spots):
        above = _above(spot)
        parts = gone_from(spot, before, after) - gone_from(above, before, after)
        if parts:
            found.setdefault(above, []).append(_Field(spot, {part: _shape(spot, part, before) for part in parts}))
    return found


def _new(before: Statements, after: Statements) -> dict[Spot, list[_Field]]:
    found: dict[Spot, list[_Field]] = {}
    for spot in filter(_has_a_name, after.spots):
        above = _above(spot)
        if is_new(spot, before, after) and not is_new(above, before, after):
            shapes = {part: _shape(spot, part, after) for part in after.parts(spot)}
            found.setdefault(above, []).append(_Field(spot, shapes))
    return found


def _pairs(gone: list[_Field], new: list[_Field]) -> Iterator[tuple[_Field, _Field]]:
    """Give those that can be nothing but each other; where several could be, a word in common decides."""
    if len(gone) > _MOST or len(new) > _MOST:
        return
    for old in gone:
        fresh = _only(old, new)
        if fresh and _only(fresh, gone) is old:
            yield old, fresh


def _only(field: _Field, among: list[_Field]) -> _Field | None:
    like = [other for other in among if field.is_like(other)]
    if len(like) > 1:
        like = [other for other in like if field.shares_a_word(other)]
    return like[0] if len(like) == 1 else None


def _draft(old: _Field, fresh: _Field, before: Statements, after: Statements) -> Draft:
    was, now = old.spot.path[-1], fresh.spot.path[-1]
    moved = frozenset(old.shapes)
    where = place(moved, after.parts(old.spot), stays="still says")
    return Draft(
        id="property-renamed" if old.spot.path[0] == "body" else "parameter-renamed",
        spot=old.spot,
        message=f"{named(old.spot)} seems to be called {quoted([now])} now{where}",
        names=(was, now),
        old=before.facts(old.spot, moved),
        new=after.facts(fresh.spot),
        moved=moved,
    )


def _called(fact: Fact, names: Mapping[Spot, Path]) -> Fact:
    """Give *fact* with the old name of what it is about, or of what that is inside of."""
    for length in range(2, len(fact.path) + 1):
        old = names.get(spot_of(fact)._replace(path=fact.path[:length]))
        if old is not None:
            return replace(fact, path=(*old, *fact.path[length:]))
    return fact


def _shape(spot: Spot, part: Part, statements: Statements) -> frozenset[tuple[Path, str, str]]:
    """Give what *part* says of an element and of what is inside of it, without the name."""
    return frozenset(
        (inside.path[len(spot.path) :], attribute.value, _value(fact, part))
        for inside in statements.inside(spot)
        for attribute, said in statements.at(inside).items()
        if lasting(attribute) and attribute not in NOTES
        for fact in said.get(part, ())
    )


def _value(fact: Fact, part: Part) -> str:
    value = comparable(fact)
    return "number" if value == "integer" and part in (Part.example, Part.sample) else value


def _above(spot: Spot) -> Spot:
    return spot._replace(path=spot.path[:-1])


def _has_a_name(spot: Spot) -> bool:
    return len(spot.path) > 1 and spot.path[-1] not in (ITEMS, VALUES)


def _words(spot: Spot) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(spot.path[-1]))
