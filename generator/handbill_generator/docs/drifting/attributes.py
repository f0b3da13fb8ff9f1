"""What is said in another way of elements that are still there.

In: two `Statements`.  Out: a draft for each attribute that moved, a draft for each value that a list gained or lost.
Never: says that something moved because another part of the page says it now.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handbill_generator.docs.drifting.elements import gone_from
from handbill_generator.docs.drifting.sayings import moved_in_words
from handbill_generator.docs.drifting.statements import (
    Part,
    Said,
    Spot,
    Statements,
    comparable,
    lasting,
    scope_of,
    values_of,
)
from handbill_generator.docs.drifting.telling import Draft, listed, named, parts_of, place
from handbill_generator.docs.findings import Level
from handbill_generator.docs.model import Attribute, Fact

_LISTS: Mapping[Attribute, tuple[str, str]] = {
    Attribute.enum: ("value", "value"),
    Attribute.code: ("code", "error code"),
    Attribute.media_type: ("media-type", "media type"),
}
"""Attributes whose values come and go one by one: the word in ids, and that in messages."""

_IDS: Mapping[Attribute, str] = {
    Attribute.type: "type-changed",
    Attribute.required: "required-changed",
    Attribute.nullable: "nullable-changed",
    Attribute.format: "format-changed",
    Attribute.default: "default-changed",
    Attribute.deprecated: "deprecated-changed",
    Attribute.read_only: "access-changed",
    Attribute.write_only: "access-changed",
    Attribute.security: "security-changed",
    Attribute.server: "server-changed",
    Attribute.required_together: "rule-changed",
    Attribute.all_optional: "rule-changed",
    Attribute.min_properties: "rule-changed",
    Attribute.max_properties: "rule-changed",
    Attribute.enum_run: "run-changed",
    Attribute.minimum: "limit-changed",
    Attribute.maximum: "limit-changed",
    Attribute.exclusive_minimum: "limit-changed",
    Attribute.exclusive_maximum: "limit-changed",
    Attribute.multiple_of: "limit-changed",
    Attribute.min_length: "limit-changed",
    Attribute.max_length: "limit-changed",
    Attribute.min_items: "limit-changed",
    Attribute.max_items: "limit-changed",
    Attribute.pattern: "limit-changed",
}
"""Every other attribute is a note."""

_COUNTS = frozenset({Attribute.names_lost, Attribute.read_only_unnamed})
"""Attributes that count what may be a description, so that another sentence may move them: they fail nothing."""

_BY_EXAMPLE = frozenset({Part.example, Part.sample})
_CERTAIN = frozenset({Part.schema, Part.fields})


def changed(before: Statements, after: Statements) -> tuple[Draft, ...]:
    """Give what is said in another way."""
    return tuple(
        draft
        for spot in sorted({*before.spots, *after.spots})
        if bool(before.parts(spot)) == bool(after.parts(spot))
        for draft in _at(spot, before, after)
    )


def _at(spot: Spot, before: Statements, after: Statements) -> Iterator[Draft]:
    was, now = before.at(spot), after.at(spot)
    if was == now:
        return
    for attribute in filter(lasting, sorted({*was, *now})):
        view = _View(
            spot=spot,
            attribute=attribute,
            was=_without(was.get(attribute, {}), gone_from(spot, before, after)),
            now=now.get(attribute, {}),
            joining=after.parts(spot) - before.parts(spot),
            fresh=frozenset(part for part in Part if not before.has(scope_of(spot, part))),
            lost=frozenset(part for part in Part if not after.has(scope_of(spot, part))),
        )
        yield from view.values() if attribute in _LISTS else view.whole()


def _without(said: Said, parts: frozenset[Part]) -> Said:
    return {part: facts for part, facts in said.items() if part not in parts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """One attribute of one element, before and after.

    *joining* are the parts that did not have the element before, *fresh* those that are new on the page, *lost* those
    that the page no longer has.
    """

    spot: Spot
    attribute: Attribute
    was: Said
    now: Said
    joining: frozenset[Part]
    fresh: frozenset[Part]
    lost: frozenset[Part]

    def whole(self) -> Iterator[Draft]:
        """Give a draft where the attribute as a whole says something else."""
        new, gone = self._new(), self._gone()
        if not new and not gone:
            return
        old_parts = {part for part in {*new, *gone} if part in self.was} or set(self.was)
        old = tuple(fact for part in Part if part in old_parts for fact in self.was[part])
        fresh = tuple(fact for part in Part if part in new for fact in self.now[part])
        if not fresh:  # a part went over to what another has always said, or nobody says it any more
            fresh = tuple(fact for part in Part if part in self.now for fact in self.now[part])
        moved = frozenset({*new, *gone})
        staying = frozenset(part for part in self.now if part not in moved and part in self.was)
        said = listed(self._said_by(staying))
        stays = "still says" if values_of(old) & self._said_by(staying) else "says"
        where = place(moved, staying, stays=stays, what=said)
        yield Draft(
            id=_IDS.get(self.attribute, "note-changed"),
            spot=self.spot,
            attribute=self.attribute,
            message=f"{moved_in_words(self.spot, self.attribute, old, fresh)}{where}",
            old=old,
            new=fresh,
            moved=moved,
            level=Level.note if self.attribute in _COUNTS else None,
        )

    def values(self) -> Iterator[Draft]:
        """Give a draft for each value that came or went, and one for a list that came or went as a whole."""
        was, now = _by_value(self.was), _by_value(self.now)
        added = sorted(set(now) - set(was))
        gone = sorted(value for value in was if self._lost_by(value))
        for values, facts, way in ((added, now, "added"), (gone, was, "removed")):
            is_whole = not was if way == "added" else not now
            for names in [values] if is_whole and values else [[value] for value in values]:
                yield self._value(tuple(names), [fact for name in names for fact in facts[name]], way)

    def _value(self, names: tuple[str, ...], facts: list[Fact], way: str) -> Draft:
        word, noun = _LISTS[self.attribute]
        moved = parts_of(facts)
        still: list[Fact] = []
        if way == "removed":
            still = [fact for said in self.now.values() for fact in said if comparable(fact) in names]
            moved = frozenset(part for name in names for part in self._lost_by(name))
            staying = frozenset(part for part, said in self.now.items() if values_of(said) & {*names})
            where = place(moved, staying, stays="still has")
        else:
            staying = frozenset(part for part in self.now if part in self.was)
            where = place(moved, staying - moved, stays="does not have")
        does = "has" if way == "added" else "no longer has"
        plural = "" if len(names) == 1 else "s"
        return Draft(
            id=f"{word}-{way}",
            spot=self.spot,
            attribute=self.attribute,
            message=f"{named(self.spot)} {does} the {noun}{plural} {listed(names)}{where}",
            names=names,
            old=tuple(facts) if way == "removed" else (),
            new=tuple(facts if way == "added" else still),
            moved=moved,
        )

    def _lost_by(self, value: str) -> frozenset[Part]:
        """Give the parts that no longer have *value*; none where it is only that another part has it now."""
        had = frozenset(part for part, said in self.was.items() if value in values_of(said))
        still = frozenset(part for part, said in self.now.items() if value in values_of(said))
        if not still:
            return had
        return frozenset(part for part in had - still if part in _CERTAIN and part in self.now)

    def _new(self) -> frozenset[Part]:
        """Give the parts that say what no part has said."""
        said = {values_of(facts) for facts in self.was.values()}
        return frozenset(
            part
            for part, facts in self.now.items()
            if values_of(facts) not in said and not self._is_no_news(part, values_of(facts), said)
        )

    def _is_no_news(self, part: Part, values: frozenset[str], said: set[frozenset[str]]) -> bool:
        if self.attribute is Attribute.type and part in _BY_EXAMPLE:
            # An example shows one type of those that there are, and 1 may be a number.
            return not said or any(_numbers(values) <= _numbers(known) for known in said)
        # What joins in to say no brings nothing: silence is no yes.
        return part in self.joining - self.fresh and not said and values == {"false"}

    def _gone(self) -> frozenset[Part]:
        """Give the parts that said what no part says any more."""
        said = {values_of(facts) for facts in self.now.values()}
        return frozenset(
            part
            for part, facts in self.was.items()
            if values_of(facts) not in said and not self._is_no_loss(part) and not (part in self.lost and said)
        )

    def _is_no_loss(self, part: Part) -> bool:
        return part in _BY_EXAMPLE and self.attribute in (Attribute.type, Attribute.nullable)

    def _said_by(self, parts: frozenset[Part]) -> frozenset[str]:
        return values_of(fact for part in parts for fact in self.now[part])


def _by_value(said: Said) -> dict[str, list[Fact]]:
    found: dict[str, list[Fact]] = {}
    for part in Part:
        for fact in said.get(part, ()):
            found.setdefault(comparable(fact), []).append(fact)
    return found


def _numbers(types: frozenset[str]) -> frozenset[str]:
    return frozenset("number" if name == "integer" else name for name in types)
