"""Look at schemas: follow references, and put together what holds at one place.

In: a contract, and places in it.  Out: what a reader of documentation sees there.
Never: goes in circles, or does more work than `MAX_WORK` whatever a document refers to.

Schemas are read as they stand in the document, not lifted to 3.1, because each part must keep a pointer to edit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handbill_generator.contract import Contract
from handbill_generator.docs.grounding.parts import Part, Slot, Slots, below
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.load import JSON, pointer_of, tokens_of, value_at

MAX_WORK = 60_000
"""The most parts of schemas that are looked at for one message.

Alternatives of alternatives grow without end; of fourteen large published documents, the one that asks for most asks
for a third.
"""
_DEEPEST = 40
"""How many references, parts of an allOf and alternatives may lie inside of each other at one place."""
_NULL: Mapping[str, Any] = {"type": "null"}


class Reader:
    """Looks at the schemas of one document for one question."""

    def __init__(self, tree: Mapping[str, Any]) -> None:
        self._tree: JSON = dict(tree)
        self._left = MAX_WORK

    @classmethod
    def of(cls, contract: Contract) -> Reader:
        """Give the reader of *contract*."""
        # No key of a document is a keyword of a schema, so what is below its root comes as it was written.
        return cls(contract.resolve("#").keywords)

    def value(self, pointer: str) -> JSON:
        """Give what stands at *pointer*, None where it leads nowhere."""
        try:
            return value_at(self._tree, tokens_of(pointer))
        except (KeyError, ValueError):
            return None

    def slot(self, pointer: str, keywords: Any = None) -> Slots:
        """Give what is to be looked at for the schema at *pointer*; *keywords* stand for one that is not written."""
        value = self.value(pointer)
        return Slots((Slot(value if isinstance(value, Mapping | bool) else keywords, pointer),))

    def referred(self, pointer: str) -> str:
        """Follow the references that begin at *pointer* to the place that holds the content."""
        seen: set[str] = set()
        while pointer not in seen:
            seen.add(pointer)
            value = self.value(pointer)
            reference = value.get("$ref") if isinstance(value, Mapping) else None
            if not isinstance(reference, str):
                break
            pointer = _canonical(reference) or pointer
        return pointer

    def look(self, slots: Slots) -> Seen:
        """Look at *slots*; where the work is used up, their members stay unseen."""
        return self._look(slots, frozenset(), 0)

    def _look(self, slots: Slots, above: frozenset[str], depth: int) -> Seen:
        gathering = _Gathering(visited=set(above))
        self._gather_all(slots, gathering, depth)
        return Seen(tuple(gathering.parts), tuple(gathering.groups))

    def _gather_all(self, slots: Slots, into: _Gathering, depth: int) -> None:
        for slot in slots.own:
            self._gather(slot, into, depth)
        for alternatives in slots.either:
            if len(alternatives) == 1 and depth <= _DEEPEST:
                self._gather_all(alternatives[0], into, depth + 1)  # nothing else has this member, so it holds
            else:
                self._group(alternatives, into, depth)

    def _gather(self, slot: Slot, into: _Gathering, depth: int) -> None:
        """Put together what holds at *slot*: the mapping, what it refers to, and the parts of its allOf."""
        value = slot.value
        if not isinstance(value, Mapping) or slot.pointer in into.visited or depth > _DEEPEST or self._left <= 0:
            return
        self._left -= 1
        if value.get("nullable") is True and not isinstance(value.get("type"), str):
            # Beside a reference or alternatives it adds null to what they allow.
            rest = Slot({key: member for key, member in value.items() if key != "nullable"}, slot.pointer)
            alone = Slots((rest,)) if len(rest.value) else None  # type: ignore[arg-type]
            null = Slots((Slot(dict(_NULL), slot.pointer),))
            self._group((alone, null) if alone else (null,), into, depth)
            return
        into.visited.add(slot.pointer)
        part = Part(value, slot.pointer)
        into.parts.append(part)
        if isinstance(reference := value.get("$ref"), str) and (target := _canonical(reference)):
            self._gather(Slot(self.value(target), target), into, depth + 1)
        for index, member in enumerate(part.listed("allOf")):
            self._gather(Slot(member, below(slot.pointer, "allOf", str(index))), into, depth + 1)
        for keyword in ("anyOf", "oneOf"):
            members = part.listed(keyword)
            alternatives = [
                Slots((Slot(_alternative(member), below(slot.pointer, keyword, str(index))),))
                for index, member in enumerate(members)
            ]
            if alternatives:
                self._group(alternatives, into, depth)

    def _group(self, alternatives: Iterable[Slots], into: _Gathering, depth: int) -> None:
        above = frozenset(into.visited)
        if depth <= _DEEPEST and self._left > 0:
            into.groups.append(tuple(self._look(slots, above, depth + 1) for slots in alternatives))


@dataclass(slots=True)
class _Gathering:
    """What was put together so far for one `Seen`."""

    visited: set[str]
    parts: list[Part] = field(default_factory=list)
    groups: list[tuple[Seen, ...]] = field(default_factory=list)


def _canonical(reference: str) -> str:
    try:
        return pointer_of(tokens_of(reference)) if reference.startswith("#") else ""
    except ValueError:
        return ""


def _alternative(member: Any) -> Any:
    # Alone it allows anything (OpenAPI 3.0.3, section 4.7.24), but whoever writes an alternative so means null.
    return dict(_NULL) if member == {"nullable": True} else member
