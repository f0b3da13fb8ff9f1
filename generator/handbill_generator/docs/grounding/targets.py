"""The element of a contract that an edit is for.

In: where a path leads.  Out: a `Target`: the mappings that may be edited, if it is clear which these are.
Never: takes one of several mappings for the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.contract import Contract, Operation
from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.parts import Part, Slots
from handbill_generator.docs.grounding.places import Places, Way
from handbill_generator.docs.grounding.reader import Reader
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.model import ITEMS, VALUES, Path


@dataclass(frozen=True, slots=True)
class Target:
    """An element that is there: the *way* to it, and the document."""

    places: Places
    operation: Operation
    way: Way
    path: Path

    @property
    def reader(self) -> Reader:
        """Look at schemas with this."""
        return Reader.of(self.places.contract)

    @property
    def is_old(self) -> bool:
        """Whether the document is of OpenAPI 3.0, which has its own word for null and nothing beside a reference."""
        return is_old(self.places.contract)

    @property
    def is_property(self) -> bool:
        """Whether the element is a property, and no parameter, body, item or value."""
        return len(self.path) > 2 - (self.path[0] == "body") and self.path[-1] not in (ITEMS, VALUES)

    def seen(self) -> Seen:
        """Give the schema of the element."""
        return self.reader.look(self.way.slots) if self.way.slots else Seen(())

    def own(self) -> Part | None:
        """Give the mapping that the element itself stands at, None where there are several or none."""
        return single(self.way.slots, self.reader)

    def stating(self) -> Part | None:
        """Give the mapping to edit keywords of: that of the element, if nothing else has a say in it."""
        part, seen = self.own(), self.seen()
        return part if part and len(seen.parts) == 1 and not seen.groups else None

    def holder(self) -> Part | None:
        """Give the mapping that holds the element as a property, None where there are several."""
        slots = self.way.slots
        if not self.is_property or not slots or len(slots.own) != 1 or slots.either:
            return None
        return self.part(slots.own[0].pointer.rpartition("/")[0].rpartition("/")[0])

    def parents(self) -> Seen:
        """Give the schema that the element is a member of."""
        return self.reader.look(self.way.above) if self.way.above else Seen(())

    def part(self, pointer: str) -> Part | None:
        """Give the mapping at *pointer*."""
        value = self.reader.value(pointer)
        return Part(value, pointer) if isinstance(value, Mapping) else None

    def edit(self, action: str, pointer: str, value: Any = None) -> Edit:
        """Make an edit with the place that is nearest to it."""
        return Edit(action=action, pointer=pointer, value=value, position=self.places.contract.position(pointer))

    def put(self, part: Part, keyword: str, value: Any) -> Iterator[Edit]:
        """Give *part* the *keyword*; nothing where it has it."""
        pointer = f"{part.pointer}/{keyword}"
        if keyword not in part.keywords:
            yield self.edit("add", pointer, value)
        elif part.keywords[keyword] != value or type(part.keywords[keyword]) is not type(value):
            yield self.edit("replace", pointer, value)

    def take(self, part: Part, keyword: str) -> Iterator[Edit]:
        """Take the *keyword* from *part*; nothing where it does not have it."""
        if keyword in part.keywords:
            yield self.edit("remove", f"{part.pointer}/{keyword}")


def single(slots: Slots | None, reader: Reader) -> Part | None:
    """Give the one mapping that *slots* stand for."""
    if slots is None or len(slots.own) != 1 or slots.either:
        return None
    slot = slots.own[0]
    # What is not written, as the schema of a parameter that only the path has, cannot be edited.
    return Part(slot.value, slot.pointer) if isinstance(slot.value, Mapping) and reader.value(slot.pointer) else None


def is_old(contract: Contract) -> bool:
    """Whether a document is of OpenAPI 3.0."""
    return str(Reader.of(contract).value("#/openapi")).startswith("3.0")
