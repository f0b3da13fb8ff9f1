"""What is known while two packages are compared, and where what changed is gathered.

In: two emitted packages.  Out: `Consequence`s, and how much two types differ.
Never: looks for a change itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from handbill_generator.changes.model import Level, SymbolChange, worst
from handbill_generator.changes.python.annotations import Annotation, expanded, renamed, takes
from handbill_generator.changes.python.emitted import Emitted
from handbill_generator.changes.python.pairing import Pairs
from handbill_generator.changes.python.surface import Place
from handbill_generator.changes.python.usage import Usage, usage_of

OK, RISKY, BREAKING = Level.compatible, Level.risky, Level.breaking
Origins: TypeAlias = tuple[Iterable[str], Iterable[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How bad something is for calls, types and imports."""

    call: Level = OK
    types: Level = OK
    imports: Level = OK


FINE = Verdict()
REFUSED = Verdict(call=BREAKING, types=BREAKING)
"""A call that worked fails, and a type checker says so."""
GONE = Verdict(call=BREAKING, types=BREAKING, imports=BREAKING)
"""A name is gone; the code that imports it does not even start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a consequence is about, for who writes its witness.

    *kind* is `class`, `alias`, `field`, `method`, `result`, `argument`, `resource`, `client`, `error`, `error-body`,
    `function`, `constant`, `variable`, `webhooks` or `export`.  *old* and *new* are paths of names on each side,
    empty where there is nothing.  *written* says that callers give it, *read* that they get it.
    """

    kind: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    written: bool = True
    read: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """A Python symbol that changed, and the JSON pointers of both contracts that it comes from."""

    change: SymbolChange
    old_pointers: tuple[str, ...]
    new_pointers: tuple[str, ...]
    subject: Subject


@dataclass(kw_only=True)
class Comparison:
    """Two packages, and what was *found* between them so far."""

    old: Emitted
    new: Emitted
    pairs: Pairs
    found: list[Consequence] = field(default_factory=list)

    @cached_property
    def usage(self) -> Usage:
        """How the models of the old package are used: code that breaks was written against it."""
        return usage_of(self.old.surface)

    @cached_property
    def _renamed(self) -> dict[str, str]:
        return {one: other for one, other in self.pairs.models.items() if one != other}

    def report(
        self,
        kind: str,
        subject: Subject,
        verdict: Verdict,
        *,
        symbol: str,
        place: Place,
        old: object = "",
        new: object = "",
        origins: Origins = ((), ()),
    ) -> None:
        """Note a change of *symbol*; *origins* are the symbols of either side whose pointers it comes from."""
        package = self.new.package if kind == "added" else self.old.package
        change = SymbolChange(
            symbol=f"{package}.{symbol}",
            kind=kind,
            old=str(old),
            new=str(new),
            call=verdict.call,
            types=verdict.types,
            imports=verdict.imports,
            generated=str(place),
        )
        pointers = self.old.pointers(origins[0]), self.new.pointers(origins[1])
        self.found.append(
            Consequence(change=change, old_pointers=pointers[0], new_pointers=pointers[1], subject=subject)
        )

    def added(self, subject: Subject, verdict: Verdict, symbol: str, place: Place, new: object, *origins: str) -> None:
        """Note what only the new package has."""
        self.report("added", subject, verdict, symbol=symbol, place=place, new=new, origins=((), origins))

    def removed(
        self, subject: Subject, verdict: Verdict, symbol: str, place: Place, old: object, *origins: str
    ) -> None:
        """Note what only the old package has."""
        self.report("removed", subject, verdict, symbol=symbol, place=place, old=old, origins=(origins, ()))

    def is_same(self, old: Annotation, new: Annotation) -> bool:
        """Whether two types are the same, by whatever names."""
        return self._is_unchanged(old, new) or any(one == other for one, other in self._views(old, new))

    def _is_unchanged(self, old: Annotation, new: Annotation) -> bool:
        """Whether two types are written the same; most are, and there are many."""
        return old == new and old.names.isdisjoint(self._renamed)

    def narrowing(self, old: Annotation, new: Annotation) -> Level:
        """How bad it is for who gives such a value: breaking where some value can no longer be given."""
        if self._is_unchanged(old, new):
            return OK
        return self._level([(other, one) for one, other in self._views(old, new)])

    def widening(self, old: Annotation, new: Annotation) -> Level:
        """How bad it is for who gets such a value: breaking where it may be what it never was."""
        if self._is_unchanged(old, new):
            return OK
        level = self._level(self._views(old, new))
        loses_its_type = "Any" in new.names and "Any" not in old.names
        return worst([level, RISKY if loses_its_type else OK])

    def _views(self, old: Annotation, new: Annotation) -> list[tuple[Annotation, Annotation]]:
        """Give both as they are written, and with all aliases replaced by what they stand for."""
        names = self._renamed
        bare = expanded(old, self.old.surface.aliases), expanded(new, self.new.surface.aliases)
        return [(renamed(old, names), new), (renamed(bare[0], names), bare[1])]

    def _level(self, views: list[tuple[Annotation, Annotation]]) -> Level:
        if any(takes(wide, narrow, exactly=True) for wide, narrow in views):
            return OK
        # A list of something narrower can be read, and not be given to who asks for a list of something wider.
        return RISKY if any(takes(wide, narrow) for wide, narrow in views) else BREAKING
