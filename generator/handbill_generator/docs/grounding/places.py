"""Find the elements that facts tell of in a contract.

In: an operation as a page writes it, a side, a status and a path.  Out: the place of the element, or of what is
nearest above it.
Never: looks at more than what lies on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from handbill_generator.contract import Contract, Operation
from handbill_generator.diagnostics import Position
from handbill_generator.docs.grounding.matching import matched
from handbill_generator.docs.grounding.messages import Answer, Holder, Messages, chosen
from handbill_generator.docs.grounding.parts import Slots, below
from handbill_generator.docs.grounding.reader import Reader
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.model import ITEMS, VALUES, Path, Side

_VARIABLE = re.compile(r"\{([^{}]{1,200})\}")
_DEEPEST = 64
"""How long a path may be: it comes from a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an element is: *is_exact* says whether it is the element itself or the nearest one above it."""

    pointer: str
    is_exact: bool
    position: Position | None


@dataclass(frozen=True, slots=True)
class Way:
    """How far a path leads: the *holder* it goes through, what was *seen* last, and what of the path is left over.

    *pointer* is where the last element stands, *slots* is what it is made of, *above* what it is a member of.
    """

    pointer: str
    left: Path
    holder: Holder | None = None
    slots: Slots | None = None
    above: Slots | None = None
    taken: Path = ()


class Places:
    """The elements of *contract*."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._matched: dict[str, Operation | None] = {}

    def operation(self, written: str) -> Operation | None:
        """Give the operation that a page writes so."""
        if written not in self._matched:
            self._matched[written] = matched(self.contract, written)
        return self._matched[written]

    def at(self, operation: str, side: Side, status: str, path: Path) -> Place:
        """Give the place of an element; that of the paths where the contract has no such operation."""
        found = self.operation(operation)
        if found is None:
            return self._place("#/paths", is_exact=False)
        if side is Side.neither or (side is Side.response and not status):
            return self._place(found.pointer, is_exact=not path)
        way = self.way(found, side, status, as_held(path, operation, found))
        return self._place(way.pointer, is_exact=not way.left and way.pointer != found.pointer)

    def answers(self, operation: Operation) -> tuple[Answer, ...]:
        """Give the responses of *operation*."""
        return Messages(self.contract, Reader.of(self.contract)).answers(operation)

    def way(self, operation: Operation, side: Side, status: str, path: Path) -> Way:
        """Go along *path* as far as it leads; where several responses fit, in the one where it leads farthest."""
        messages = Messages(self.contract, Reader.of(self.contract))
        path = path[:_DEEPEST]
        if side is Side.request:
            return _way(messages, Way(operation.pointer, path), messages.request(operation))
        answers = chosen(messages.answers(operation), status)
        ways = [_way(messages, Way(answer.slot, path), answer.holders) for answer in answers]
        return min(
            ways, key=lambda way: len(way.left), default=Way(below(operation.pointer, "responses"), path or ("",))
        )

    def _place(self, pointer: str, *, is_exact: bool) -> Place:
        return Place(pointer, is_exact, self.contract.position(pointer))


def as_held(path: Path, written: str, operation: Operation) -> Path:
    """Give *path* with the contract's name of a path variable; *written* is the operation with the page's.

    A base path has no variables that a document knows, so the last ones belong together.
    """
    if len(path) != 2 or path[0] != "path":
        return path
    names = zip(reversed(_VARIABLE.findall(written)), reversed(_VARIABLE.findall(operation.path.raw)), strict=False)
    return ("path", dict(names).get(path[1], path[1]))


def _way(messages: Messages, start: Way, holders: Iterable[Holder]) -> Way:
    holder = _held(tuple(holders), start.left)
    if holder is None:
        return start
    length = 2 if len(holder.path) == 2 else 1
    way = Way(holder.slot, start.left[length:], holder, holder.slots, None, holder.path)
    while way.left and way.slots:
        step = _step(messages.reader.look(way.slots), way)
        if step is None:
            break
        way = step
    return way


def _held(holders: tuple[Holder, ...], path: Path) -> Holder | None:
    """Give the holder that *path* begins with; a header by its name in any capitals."""
    for holder in holders:
        if path[: len(holder.path)] == holder.path:
            return holder
    if path[:1] == ("header",) and len(path) > 1:
        return next((h for h in holders if h.path[0] == "header" and h.path[1].lower() == path[1].lower()), None)
    return None


def _step(seen: Seen, way: Way) -> Way | None:
    members = seen.members()
    token = way.left[0]
    if token in members:
        return _stepped(way, token, members[token], way.left[1:])
    if token == ITEMS:
        # The page has a list where the contract has none.
        return Way(way.pointer, way.left[1:], way.holder, way.slots, way.above, way.taken) if way.left[1:] else None
    if ITEMS in members:  # a page may not say that there is a list
        return _stepped(way, ITEMS, members[ITEMS], way.left)
    return _stepped(way, VALUES, members[VALUES], way.left[1:]) if VALUES in members else None


def _stepped(way: Way, token: str, member: Slots, left: Path) -> Way:
    return Way(member.pointer, left, way.holder, member, way.slots, (*way.taken, token))
