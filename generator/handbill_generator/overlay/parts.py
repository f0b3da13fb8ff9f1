"""Change trees together with the places their values were written at.

In: a value with its `Origin`.  Out: another such `Part`; what did not change is shared.
Never: changes a value that it was given, or makes a tree deeper than allowed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from handbill_generator.bundle.where import Where
from handbill_generator.diagnostics import Position
from handbill_generator.load import JSON, Tokens, pointer_of, value_at


class TooManySteps(Exception):
    """What is asked for takes too long."""


class Steps:
    """How much may still be done."""

    def __init__(self, most: int) -> None:
        self.left = most

    def spend(self, steps: int = 1) -> None:
        """Do *steps* of it; raises TooManySteps."""
        self.left -= steps
        if self.left < 0:
            raise TooManySteps


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written; *inside* has the members that were not written inside of it there."""

    where: Where
    inside: Mapping[str, Origin] = field(default_factory=dict)

    def below(self, token: str) -> Origin:
        """Give where the member at *token* was written."""
        return self.inside.get(token) or Origin(self.where.below(token))

    def at(self, tokens: Tokens) -> Where:
        """Give where what is at *tokens* below this was written."""
        here = self
        for index, token in enumerate(tokens):
            if token not in here.inside:
                return here.where.below(*tokens[index:])
            here = here.inside[token]
        return here.where


@dataclass(frozen=True, slots=True)
class Part:
    """A value and where it was written."""

    value: JSON
    origin: Origin

    def at(self, tokens: Tokens) -> Part:
        """Give the part at *tokens* below this; raises KeyError where there is none."""
        origin = self.origin
        for token in tokens:
            origin = origin.below(token)
        return Part(value_at(self.value, tokens), origin)

    def members(self) -> Iterable[tuple[str, Part]]:
        """Go through the members of a mapping or the items of a list, each with its token."""
        if isinstance(self.value, dict):
            named: Iterable[tuple[str, JSON]] = self.value.items()
        else:
            named = (
                ((str(index), item) for index, item in enumerate(self.value)) if isinstance(self.value, list) else ()
            )
        return ((token, Part(value, self.origin.below(token))) for token, value in named)

    def position(self, tokens: Tokens) -> Position:
        """Give the place of what stands at *tokens*, or of its nearest ancestor, in the file it was written in."""
        reached = 0
        while reached < len(tokens):
            try:
                value_at(self.value, tokens[: reached + 1])
            except KeyError:
                break
            reached += 1
        where = self.origin.at(tokens[:reached])
        return where.document.position(pointer_of(where.tokens))


Change: TypeAlias = Callable[[Part], Part | None]
"""What becomes of a part; None is to remove it."""


class Incompatible(Exception):
    """What is brought cannot be merged with what is there."""

    def __init__(self, there: Part, brought: Part) -> None:
        super().__init__()
        self.there = there
        self.brought = brought


def merged(there: Part, brought: Part, steps: Steps) -> Part:
    """Merge *brought* into what is *there* (Overlay 1.1.0, "Action Object").

    Mappings are merged by name, lists put one behind the other.  A null that is there gives way to anything.  Raises
    Incompatible.
    """
    steps.spend()
    if isinstance(there.value, dict) and isinstance(brought.value, dict):
        value, inside = dict(there.value), dict(there.origin.inside)
        for name, member in brought.members():
            if name in value:
                member = merged(Part(value[name], there.origin.below(name)), member, steps)
            value[name], inside[name] = member.value, member.origin
        return Part(value, Origin(there.origin.where, inside))
    if isinstance(there.value, list) and isinstance(brought.value, list):
        return appended(there, [item for _, item in brought.members()], steps)
    if there.value is None or not (isinstance(there.value, dict | list) or isinstance(brought.value, dict | list)):
        return brought
    raise Incompatible(there, brought)


def appended(there: Part, items: list[Part], steps: Steps) -> Part:
    """Append *items* to the list that is *there*."""
    assert isinstance(there.value, list)
    steps.spend(len(items))
    first = len(there.value)
    inside = dict(there.origin.inside) | {str(first + index): item.origin for index, item in enumerate(items)}
    return Part([*there.value, *(item.value for item in items)], Origin(there.origin.where, inside))


@dataclass(slots=True)
class Targets:
    """Places in a tree, as a tree: whether this one is one of them, and those below."""

    is_here: bool = False
    below: dict[str, Targets] = field(default_factory=dict)

    @classmethod
    def of(cls, places: Iterable[Tokens]) -> Targets:
        """Give *places* as a tree."""
        root = cls()
        for tokens in places:
            here = root
            for token in tokens:
                here = here.below.setdefault(token, cls())
            here.is_here = True
        return root


def changed(part: Part, targets: Targets, change: Change) -> Part | None:
    """Give *part* with a *change* at each of *targets*, what is inside before what is around it."""
    if targets.below:
        part = _rebuilt(part, targets.below, change)
    return change(part) if targets.is_here else part


def _rebuilt(part: Part, below: Mapping[str, Targets], change: Change) -> Part:
    assert isinstance(part.value, dict | list)
    held = part.value if isinstance(part.value, dict) else {str(i): item for i, item in enumerate(part.value)}
    value, inside = dict(held), dict(part.origin.inside)
    for token, targets in below.items():
        made = changed(Part(value[token], part.origin.below(token)), targets, change)
        if made is None:
            del value[token]
            inside.pop(token, None)
        else:
            value[token], inside[token] = made.value, made.origin
    if isinstance(part.value, dict):
        return Part(value, Origin(part.origin.where, inside))
    if len(value) < len(held):
        # Those behind an item that went move up, and stay where they were written.
        inside = {str(i): inside.get(token) or part.origin.below(token) for i, token in enumerate(value)}
    return Part(list(value.values()), Origin(part.origin.where, inside))


def height(value: JSON, steps: Steps, known: dict[int, int] | None = None) -> int:
    """Give how many mappings and lists stand inside one another; what is shared is measured once."""
    if not isinstance(value, dict | list):
        return 0
    known = {} if known is None else known
    if id(value) not in known:
        steps.spend()
        inside = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + max((height(member, steps, known) for member in inside), default=0)
    return known[id(value)]
