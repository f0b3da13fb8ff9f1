"""A schema as a reader of documentation sees it: what holds together, what is one of several, and what is inside.

In: parts of schemas that were put together.  Out: their types, and the `Slots` of what is inside.
Never: reads a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from handbill_generator.docs.grounding.parts import Part, Slot, Slots

_OBJECTS = frozenset({"properties", "additionalProperties", "patternProperties"})
_ARRAYS = frozenset({"items", "prefixItems"})


@dataclass(frozen=True, eq=False)
class Seen:
    """All *parts* hold, and of each group one alternative does."""

    parts: tuple[Part, ...]
    groups: tuple[tuple[Seen, ...], ...] = ()

    @cached_property
    def is_null(self) -> bool:
        """Whether this is nothing but null."""
        return len(self.parts) == 1 and self.parts[0].keywords.get("type") == "null"

    def members(self) -> dict[str, Slots]:
        """Give what is inside: properties by name, items as `ITEMS`, values of a map as `VALUES`."""
        own: dict[str, list[Slot]] = {}
        either: dict[str, list[tuple[Slots, ...]]] = {}
        for part in self.parts:
            for token, slot in part.inside():
                if slot.value is not False:
                    own.setdefault(token, []).append(slot)
        for group in self.groups:
            alternatives: dict[str, list[Slots]] = {}
            for branch in group:
                for token, slots in branch.members().items():
                    alternatives.setdefault(token, []).append(slots)
            for token, found in alternatives.items():
                either.setdefault(token, []).append(tuple(found))
        return {token: Slots(tuple(own.get(token, ())), tuple(either.get(token, ()))) for token in {**own, **either}}

    @cached_property
    def others(self) -> tuple[tuple[Seen, ...], ...]:
        """The groups without null, which every one of them may have as an alternative."""
        return tuple(tuple(branch for branch in group if not branch.is_null) for group in self.groups)

    @cached_property
    def surely(self) -> tuple[Part, ...]:
        """The parts that hold whatever the value is, but null."""
        return (*self.parts, *(part for group in self.others if len(group) == 1 for part in group[0].surely))

    @cached_property
    def keywords(self) -> frozenset[str]:
        """All keywords of this and of its alternatives."""
        own = frozenset(keyword for part in self.parts for keyword in part.keywords)
        return own.union(*(branch.keywords for group in self.groups for branch in group))

    @cached_property
    def types(self) -> frozenset[str] | None:
        """The types that are allowed, `null` among them; None where nothing is said of them."""
        known: frozenset[str] | None = None
        for types in self._stated_types():
            known = types if known is None else _both(known, types)
        if known is not None:
            return known
        keywords = {keyword for part in self.surely for keyword in part.keywords}
        if keywords & _OBJECTS:
            return frozenset({"object"})
        return frozenset({"array"}) if keywords & _ARRAYS else None

    def _stated_types(self) -> Iterator[frozenset[str]]:
        for part in self.parts:
            if types := part.types:
                yield types
        for group in self.groups:
            branches = [branch.types for branch in group]
            if None not in branches:
                yield frozenset().union(*(branch for branch in branches if branch))


def _both(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    common = one & other
    if ("number" in one and "integer" in other) or ("integer" in one and "number" in other):
        common |= {"integer"}
    return common
