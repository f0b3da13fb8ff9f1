"""Places that schemas stand at, and what single mappings of keywords say.

In: values of a document with their pointers.  Out: `Slots`, which are to be looked at as one, and `Part`.
Never: follows a reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.docs.model import ITEMS, VALUES
from handbill_generator.load import JSON, pointer_of, tokens_of


@dataclass(frozen=True, slots=True)
class Slot:
    """A place that a schema stands at."""

    value: JSON
    pointer: str


@dataclass(frozen=True, slots=True)
class Slots:
    """What is to be looked at as one: all of *own* hold, and of each of *either* one does."""

    own: tuple[Slot, ...]
    either: tuple[tuple[Slots, ...], ...] = ()

    @property
    def pointer(self) -> str:
        """Where the first of them stands."""
        return self.own[0].pointer if self.own else self.either[0][0].pointer

    @property
    def key(self) -> object:
        """What two names of the same places have in common."""
        if not self.either:
            return tuple(slot.pointer for slot in self.own)
        either = tuple(tuple(slots.key for slots in alternatives) for alternatives in self.either)
        return tuple(slot.pointer for slot in self.own), either


@dataclass(frozen=True, slots=True)
class Part:
    """A mapping of keywords and where it stands."""

    keywords: Mapping[str, Any]
    pointer: str

    def listed(self, keyword: str) -> list[Any]:
        """Give the list at *keyword*, empty where there is none."""
        value = self.keywords.get(keyword)
        return value if isinstance(value, list) else []

    def members(self, keyword: str) -> Iterator[tuple[str, Slot]]:
        """Go through the mapping of schemas at *keyword*."""
        value = self.keywords.get(keyword)
        for name, member in value.items() if isinstance(value, Mapping) else ():
            yield str(name), Slot(member, below(self.pointer, keyword, str(name)))

    def slot(self, keyword: str) -> Slot | None:
        """Give the schema at *keyword*, None where there is none."""
        value = self.keywords.get(keyword)
        return Slot(value, below(self.pointer, keyword)) if isinstance(value, dict) else None

    def inside(self) -> Iterator[tuple[str, Slot]]:
        """Go through what is inside: properties by name, items as `ITEMS`, values of a map as `VALUES`."""
        yield from self.members("properties")
        if items := self.slot("items"):
            yield ITEMS, items
        for index, member in enumerate(self.listed("prefixItems")):
            yield ITEMS, Slot(member, below(self.pointer, "prefixItems", str(index)))
        if values := self.slot("additionalProperties"):
            yield VALUES, values
        for _, slot in self.members("patternProperties"):
            yield VALUES, slot

    @property
    def values(self) -> list[Any] | None:
        """Give the values that are listed, None where there is no list; a constant is a list of one."""
        if isinstance(self.keywords.get("enum"), list):
            return self.listed("enum")
        return [self.keywords["const"]] if "const" in self.keywords else None

    @property
    def types(self) -> frozenset[str] | None:
        """Give the types that this mapping allows, `null` among them; None where it says nothing of them."""
        stated = self.keywords.get("type")
        types = frozenset(name for name in (stated if isinstance(stated, list) else [stated]) if isinstance(name, str))
        if types and self.keywords.get("nullable") is True:
            return types | {"null"}
        values = self.values
        if values is None:
            return types or None
        listed = frozenset(type_of(value) for value in values)
        if not types:
            return listed
        return types - {"null"} if "null" not in listed else types


def type_of(value: Any) -> str:
    """Give the type that a schema would call *value*."""
    match value:
        case None:
            return "null"
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return "object"


def below(pointer: str, *tokens: str) -> str:
    """Give the pointer that goes from *pointer* down along *tokens*."""
    return pointer + pointer_of(tokens)[1:]


def parent(pointer: str, levels: int = 1) -> str:
    """Give the pointer *levels* above *pointer*."""
    return pointer_of(tokens_of(pointer)[:-levels])


def last(pointer: str) -> str:
    """Give the last token of *pointer*, empty at the root."""
    tokens = tokens_of(pointer)
    return tokens[-1] if tokens else ""
