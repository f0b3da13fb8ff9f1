"""Which elements came and which went.

In: two `Statements`.  Out: a draft for the topmost of what came or went together.
Never: lists what is inside of what came or went; calls gone what an example merely does not show this time.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from handbill_generator.docs.drifting.statements import Part, Spot, Statements, scope_of, values_of
from handbill_generator.docs.drifting.telling import Draft, named, place
from handbill_generator.docs.model import ITEMS, VALUES, Attribute, Side

_COMPLETE = frozenset({Part.schema, Part.fields})
"""Parts that have all there is, so that what one of them leaves out has gone from it."""
_WEAK = frozenset({Part.example, Part.sample, Part.prose})


def moved(before: Statements, after: Statements, inside: Container[Spot] = ()) -> tuple[Draft, ...]:
    """Give what came and went; nothing *inside* of these elements, whose change is said already."""
    return tuple(
        draft
        for spot in sorted({*before.spots, *after.spots})
        if spot.is_element and not _is_inside(spot, inside) and not _is_credential(spot, before, after)
        for draft in (*_gone(spot, before, after), *_new(spot, before, after))
    )


def gone_from(spot: Spot, before: Statements, after: Statements) -> frozenset[Part]:
    """Give the parts that no longer have an element though they should: all of them where it is nowhere any more."""
    was, still = before.parts(spot), after.parts(spot)
    if not still:
        return frozenset(part for part in was if not _is_not_shown(spot, part, after))
    return frozenset(
        part
        for part in was - still
        if _is_strict(spot, part) and after.has(scope_of(spot, part)) and not _is_not_shown(spot, part, after)
    )


def is_new(spot: Spot, before: Statements, after: Statements) -> bool:
    """Whether the page has an element that it did not have."""
    return bool(after.parts(spot)) and not before.parts(spot)


def _gone(spot: Spot, before: Statements, after: Statements) -> Iterator[Draft]:
    parts = gone_from(spot, before, after)
    above = spot.parent
    if not parts or (above and not parts - gone_from(above, before, after)):
        return
    if _is_only_of_items(spot, before):
        return
    where = place(parts, after.parts(spot), stays="still has")
    yield Draft(
        id=f"{_kind(spot)}-removed",
        spot=spot,
        attribute=Attribute.exists,
        message=f"{named(spot)} is gone{where}",
        old=before.facts(spot, parts),
        new=after.facts(spot),
        moved=parts,
    )


def _new(spot: Spot, before: Statements, after: Statements) -> Iterator[Draft]:
    above = spot.parent
    if not is_new(spot, before, after) or (above and is_new(above, before, after)):
        return
    if _is_only_of_items(spot, after):
        return
    parts = after.parts(spot)
    silent = (before.parts(above) if above else frozenset()) & _COMPLETE - parts
    where = place(parts, silent, stays="does not have")
    yield Draft(
        id=f"{_kind(spot)}-added",
        spot=spot,
        attribute=Attribute.exists,
        message=f"{named(spot)} is new{where}",
        new=after.facts(spot, parts),
        moved=parts,
    )


def _kind(spot: Spot) -> str:
    if not spot.path:
        return "response"
    return "property" if spot.path[0] == "body" else "parameter"


def _is_strict(spot: Spot, part: Part) -> bool:
    """Whether *part* has all there is at *spot*: a response is shown whole, of a request a choice is shown."""
    return part in _COMPLETE or (part is Part.example and spot.side is Side.response and bool(spot.path))


def _is_not_shown(spot: Spot, part: Part, after: Statements) -> bool:
    """Whether what it is inside of is shown as null or empty now, so that nothing inside can be seen."""
    if part not in (Part.example, Part.sample):
        return False
    above = spot.parent
    while above is not None and above.path and part not in after.parts(above):
        above = above.parent
    return above is not None and bool(above.path) and not after.shows_inside(above, part)


def _is_only_of_items(spot: Spot, statements: Statements) -> bool:
    """Whether *spot* is the items of an array of which no more is known than what an example shows: it may be empty."""
    weak = statements.parts(spot) <= _WEAK
    inside = any(statements.shows_inside(spot, part) for part in Part)
    return bool(spot.path) and spot.path[-1] in (ITEMS, VALUES) and weak and not inside


def _is_credential(spot: Spot, *sides: Statements) -> bool:
    """Whether *spot* is a header or a parameter that one of *sides* has as a credential: security says what of it."""
    if spot.side is not Side.request or len(spot.path) != 2 or spot.path[0] == "body":
        return False
    said = (side.at(Spot(spot.operation)).get(Attribute.security, {}) for side in sides)
    values = {value.lower() for by in said for facts in by.values() for value in values_of(facts)}
    place, name = spot.path[0], spot.path[1].lower()
    return f"apikey {place} {name}" in values or (name == "authorization" and bool(values))


def _is_inside(spot: Spot, among: Container[Spot]) -> bool:
    above = spot.parent
    while above is not None:
        if above in among:
            return True
        above = above.parent
    return False
