"""What docs.yaml says of who documents what.

In: docs.yaml.  Out: the sources of a member of the contract.
Never: says that a source is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handbill_generator.docs.model import Attribute, Fact, Side
from handbill_generator.evidence import Evidence, target_of, text_of
from handbill_generator.load import Tokens

DECIDED = ""
"""Stands for a ruling that names a member, which then needs no source."""

_ABOVE = ("properties", "enum", "responses", "parameters")


class Documented:
    """The sources of the members of a contract."""

    def __init__(self, evidence: Evidence | None) -> None:
        self._sources: dict[tuple[Tokens, str], set[str]] = {}
        for holder, members, source in _stated(evidence) if evidence else ():
            target = target_of(holder)
            for member in members if target is not None else ():
                self._sources.setdefault((target or (), member), set()).add(source)

    def sources(self, pointers: Iterable[str], member: str) -> frozenset[str]:
        """Give the sources that document *member* of one of the *pointers*, or of what holds it; `DECIDED` is one."""
        found: set[str] = set()
        for holder in (holder for pointer in pointers for holder in _holders(pointer)):
            found |= self._sources.get((holder, member), set())
        return frozenset(found)


def member_of(fact: Fact) -> str:
    """Give the name under which docs.yaml has what *fact* tells of: a value, a status, a property or a parameter."""
    if is_value(fact):
        return text_of(fact.value)
    if fact.path:
        return fact.path[-1]
    return fact.status if fact.side is Side.response else ""


def is_value(fact: Fact) -> bool:
    """Say whether *fact* is a value of a list of a contract, closed or open."""
    return fact.attribute in (Attribute.enum, Attribute.shown)


def _stated(evidence: Evidence) -> Iterator[tuple[str, tuple[str, ...], str]]:
    yield from ((entry.holder, entry.members, entry.source) for entry in evidence.entries)
    yield from ((ruling.at, ruling.members, DECIDED) for ruling in evidence.rulings)


def _holders(pointer: str) -> Iterator[Tokens]:
    """Give *pointer* as tokens, and what holds it where it is a member or the list of members."""
    target = target_of(pointer)
    if target is None:
        return
    yield target
    if target[-2:-1] and target[-2] in _ABOVE:
        yield target[:-2]
    if target and target[-1] in (*_ABOVE, "const"):
        yield target[:-1]
