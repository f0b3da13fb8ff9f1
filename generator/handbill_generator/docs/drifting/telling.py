"""A draft of a finding, and how it is said.

In: an element, what was said of it and what is said.  Out: a `Finding`.
Never: decides whether something moved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from handbill_generator.docs.drifting.statements import PARTS, Part, Spot
from handbill_generator.docs.findings import Finding, Level, Said
from handbill_generator.docs.judging.finding import found, place_on
from handbill_generator.docs.judging.wording import element, quoted
from handbill_generator.docs.model import Attribute, Fact, Side, SourceKind

_CHECK = "see what the provider means; change the contract, then run handbill docs accept"
_PLURALS = {
    "still has": "still have",
    "still says": "still say",
    "says": "say",
    "does not have": "do not have",
}
_TRUST = list(SourceKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What moved at one element.

    *old* and *new* are the facts on either side, *moved* the parts of the page in which it moved.  *level* is that of
    the catalogue, unless a lower one is given.
    """

    id: str
    spot: Spot
    message: str
    attribute: Attribute | None = None
    names: tuple[str, ...] = ()
    old: tuple[Fact, ...] = ()
    new: tuple[Fact, ...] = ()
    moved: frozenset[Part] = frozenset()
    hint: str = _CHECK
    level: Level | None = None

    def on(self, page: str) -> Finding:
        """Give the finding on the page called *page*."""
        operation, side, status, path = self.spot
        return found(
            self.id,
            page=page,
            operation=operation,
            side=side,
            status=status,
            path=path,
            attribute=self.attribute,
            message=self.message,
            hint=self.hint,
            names=self.names,
            old=said(page, self.old, self.attribute),
            new=said(page, self.new, self.attribute),
            level=self.level,
        )


def said(page: str, facts: Sequence[Fact], attribute: Attribute | None) -> Said:
    """Give what *facts* say of *attribute*, with the most trustworthy source, and where the page has that."""
    about = [fact for fact in facts if fact.attribute is attribute]
    first = min(about or facts, key=lambda fact: (_TRUST.index(fact.source), fact.line), default=None)
    values = {(type(fact.value).__name__, str(fact.value)): fact.value for fact in about}
    return Said(
        values=tuple(values[key] for key in sorted(values)),
        source=first.source if first else None,
        position=place_on(page, first) if first else None,
    )


def named(spot: Spot) -> str:
    """Name an element."""
    return element(spot.side, spot.status, spot.path) if spot.path or spot.side is Side.response else "the operation"


def listed(values: Iterable[str]) -> str:
    """Give values in quotes, sorted."""
    return quoted(sorted(values))


def parts(which: Iterable[Part]) -> str:
    """Give parts of a page in words.

    >>> parts([Part.example, Part.schema])
    'the OpenAPI document and the example'
    """
    names = [part.value for part in Part if part in set(which)]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def place(moved: Iterable[Part], staying: Iterable[Part], *, stays: str, what: str = "it") -> str:
    """Say where it moved, and where it did not: ` in the example; the list of fields still has it`."""
    moved, staying = frozenset(moved), frozenset(staying) - frozenset(moved)
    if not staying:
        return f" (in {parts(moved)})" if moved else ""
    verb = _PLURALS[stays] if len(staying) > 1 else stays
    return f" in {parts(moved)}; {parts(staying)} {verb} {what}"


def parts_of(facts: Iterable[Fact]) -> frozenset[Part]:
    """Give the parts that *facts* were read from."""
    return frozenset(PARTS[fact.source] for fact in facts)
