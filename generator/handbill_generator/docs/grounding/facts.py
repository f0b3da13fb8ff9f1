"""A contract as facts, each with the place that states it.

In: an operation of a contract.  Out: what a page on it would say that told everything.
Never: states what the document leaves open; ends up in a circle or in a number of facts that nobody can hold.

A schema lists all its properties, so that what is not required and not nullable is said to be so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from handbill_generator.contract import Contract, Operation, SecurityScheme
from handbill_generator.docs.grounding.matching import key_of
from handbill_generator.docs.grounding.messages import Answer, Holder, Messages, is_error
from handbill_generator.docs.grounding.parts import Part, Slots
from handbill_generator.docs.grounding.reader import Reader
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.grounding.stating import Stated, is_token, required_of, stated
from handbill_generator.docs.model import (
    Attribute,
    Confidence,
    Fact,
    Path,
    Side,
    SourceKind,
    Value,
    order,
)

MAX_DEPTH = 12
"""How deep below a body facts are stated: no page is read deeper."""
MAX_OPENED = 100
"""How many objects, lists and maps of one message are opened, those near the top first.

Documents of large APIs refer from each object to most others: all ways through them are millions, and no page lists
more than this.
"""
_MAX_REPEATS = 2
"""How often the same object may stand below itself: a page shows a child, and not the children of children."""


@dataclass(frozen=True, slots=True)
class Grounded:
    """A fact of a contract, and the pointer of what states it."""

    fact: Fact
    pointer: str


def grounded(
    contract: Contract,
    operation: Operation,
    *,
    source: SourceKind = SourceKind.published,
    most: int = MAX_OPENED,
) -> tuple[Grounded, ...]:
    """Give all that *contract* states of *operation*, sorted as facts are, each fact once; *source* is theirs.

    Of each message *most* objects, lists and maps are opened; what is inside of one is stated whole or not at all.
    """
    return _Stating(contract, operation, source, most).all()


class _Stating:
    def __init__(self, contract: Contract, operation: Operation, source: SourceKind, most: int) -> None:
        self.contract = contract
        self.operation = operation
        self.key = key_of(operation)
        self.source = source
        self.most = most
        self.found: dict[tuple[str, ...], Grounded] = {}

    def all(self) -> tuple[Grounded, ...]:
        self.whole()
        messages = Messages(self.contract, Reader.of(self.contract))
        for holder in messages.request(self.operation):
            self.holder(Side.request, "", holder, messages.reader)
        for answer in messages.answers(self.operation):
            self.answer(answer)
            # Each message may use up the work that one may: what one response costs, no other misses.
            reader = Reader.of(self.contract)
            for holder in answer.holders:
                self.holder(Side.response, answer.status, holder, reader)
        return tuple(self.found[key] for key in sorted(self.found))

    def say(self, side: Side, status: str, path: Path, attribute: Attribute, value: Value, pointer: str) -> None:
        if not is_token(value):
            return
        # A list that is open proves no more than an example.
        confidence = Confidence.shown if attribute is Attribute.shown else Confidence.stated
        fact = Fact(
            operation=self.key,
            side=side,
            status=status,
            path=path,
            attribute=attribute,
            value=value,
            source=self.source,
            confidence=confidence,
        )
        self.found.setdefault(order(fact), Grounded(fact, pointer))

    def whole(self) -> None:
        operation = self.operation
        self.say(Side.neither, "", (), Attribute.exists, True, operation.pointer)
        if operation.deprecated:
            self.say(Side.neither, "", (), Attribute.deprecated, True, operation.pointer)
        for alternative in operation.requirements:
            for needed in alternative:
                scheme = self.contract.security_schemes[needed.key]
                self.say(
                    Side.neither, "", (), Attribute.security, written_scheme(scheme), operation.requirements_pointer
                )
        for server in operation.servers or self.contract.servers:
            self.say(Side.neither, "", (), Attribute.server, server.url.raw, server.pointer)

    def answer(self, answer: Answer) -> None:
        self.say(Side.response, answer.status, (), Attribute.exists, True, answer.slot)

    def holder(self, side: Side, status: str, holder: Holder, reader: Reader) -> None:
        self.say(side, status, holder.path, Attribute.exists, True, holder.slot)
        if holder.required is not None:
            self.say(side, status, holder.path, Attribute.required, holder.required, holder.pointer)
        if holder.deprecated:
            self.say(side, status, holder.path, Attribute.deprecated, True, holder.pointer)
        for media_type in holder.media_types:
            self.say(side, status, holder.path, Attribute.media_type, media_type.name.raw, media_type.pointer)
        if holder.slots:
            self.elements(side, status, holder.path, holder.slots, reader)

    def elements(self, side: Side, status: str, top: Path, slots: Slots, reader: Reader) -> None:
        """State what is at *slots* and below, level by level."""
        known: dict[object, _Element] = {}
        waiting: deque[tuple[Path, Slots, tuple[str, ...]]] = deque([(top, slots, ())])
        opened = 0
        while waiting:
            path, slots, above = waiting.popleft()
            element = known.get(slots.key) or known.setdefault(slots.key, _element(slots, reader))
            for attribute, value, pointer in element.stated:
                self.say(side, status, path, attribute, value, pointer)
                if attribute is Attribute.enum and path[-1] == "code" and is_error(status):
                    self.say(side, status, (), Attribute.code, value, pointer)
            if not element.members or len(path) > MAX_DEPTH or opened >= self.most:
                continue
            if _is_repeated(element.objects, above):
                continue
            opened += 1
            for member in element.members:
                below = (*path, member.token)
                self.say(side, status, below, Attribute.exists, True, member.slots.pointer)
                if member.holder:
                    self.say(side, status, below, Attribute.required, member.is_required, member.holder)
                waiting.append((below, member.slots, (*above, *element.objects)))


@dataclass(frozen=True, slots=True)
class _Member:
    """Something inside of an element; *holder* is the mapping that decides whether it is required, if it can be."""

    token: str
    slots: Slots
    is_required: bool
    holder: str


@dataclass(frozen=True, slots=True)
class _Element:
    """What is stated of a schema wherever it is used."""

    stated: tuple[Stated, ...]
    members: tuple[_Member, ...]
    objects: tuple[str, ...]


def _element(slots: Slots, reader: Reader) -> _Element:
    seen = reader.look(slots)
    required = required_of(seen)
    members = (
        _Member(token, member, token in required, required.get(token) or next(_holding(seen, token), ""))
        for token, member in seen.members().items()
    )
    return _Element(tuple(stated(seen, slots.pointer)), tuple(members), objects(seen))


def objects(seen: Seen) -> tuple[str, ...]:
    """Give the pointers of the mappings with properties that *seen* consists of."""
    own = [part.pointer for part in seen.parts if "properties" in part.keywords]
    return (*own, *(pointer for group in seen.groups for branch in group for pointer in objects(branch)))


def written_scheme(scheme: SecurityScheme) -> str:
    """Give *scheme* as facts write it: `http bearer`, `apiKey header X-Api-Key`, else its type."""
    match scheme.type:
        case "http":
            return f"http {scheme.scheme}"
        case "apiKey":
            return f"apiKey {scheme.location} {scheme.name.raw}"
        case other:
            return other


def _is_repeated(own: tuple[str, ...], above: tuple[str, ...]) -> bool:
    return any(above.count(pointer) >= _MAX_REPEATS for pointer in own)


def _holding(seen: Seen, name: str) -> Iterator[str]:
    """Go through the mappings that have the property *name*."""
    yield from (part.pointer for part in seen.parts if _has(part, name))
    for group in seen.groups:
        for branch in group:
            yield from _holding(branch, name)


def _has(part: Part, name: str) -> bool:
    properties = part.keywords.get("properties")
    return isinstance(properties, dict) and name in properties
