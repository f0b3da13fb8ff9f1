"""Facts by element and attribute.

In: facts of one message (a side and a status).  Out: `Elements`, which answers what is said of a path, and by whom.
Never: tells two sources of one page apart without being asked to.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property

from handbill_generator.docs.model import Attribute, Confidence, Fact, Path, SourceKind, Value
from handbill_generator.evidence import text_of

TRUST = {kind: rank for rank, kind in enumerate(SourceKind)}
"""The rank of each source: the lower, the more is it to be trusted."""

LISTING = frozenset({SourceKind.published, SourceKind.embedded, SourceKind.tag, SourceKind.table, SourceKind.flattened})
"""Sources that list all members of what they describe."""

SHOWING = frozenset({SourceKind.example, SourceKind.sample})
"""Sources that show some of what there is, and state nothing."""

ABOUT_PAGE = frozenset(
    {
        Attribute.example_broken,
        Attribute.sample_broken,
        Attribute.names_lost,
        Attribute.enum_run,
        Attribute.published,
        Attribute.missing_status,
        Attribute.causes,
        Attribute.echoed,
        Attribute.read_only_unnamed,
        Attribute.mislabelled,
    }
)
"""Attributes that do not say that their element is there."""


class Elements:
    """What some facts say of the elements of one message."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.facts = tuple(facts)

    @cached_property
    def paths(self) -> Mapping[Path, tuple[Fact, ...]]:
        """The facts of each element that is there, and of each one above it."""
        found: dict[Path, list[Fact]] = {}
        for fact in self.facts:
            if fact.attribute in ABOUT_PAGE or (fact.attribute is Attribute.exists and not fact.value):
                continue
            for length in range(1, len(fact.path)):
                found.setdefault(fact.path[:length], [])
            found.setdefault(fact.path, []).append(fact)
        return {path: tuple(facts) for path, facts in found.items()}

    @cached_property
    def children(self) -> Mapping[Path, tuple[Path, ...]]:
        """The paths that are one name longer than each."""
        found: dict[Path, list[Path]] = {}
        for path in self.paths:
            if path:
                found.setdefault(path[:-1], []).append(path)
        return {path: tuple(paths) for path, paths in found.items()}

    @cached_property
    def _by_path(self) -> Mapping[Path, Mapping[Attribute, tuple[Fact, ...]]]:
        found: dict[Path, dict[Attribute, tuple[Fact, ...]]] = {}
        for fact in self.facts:
            at = found.setdefault(fact.path, {})
            at[fact.attribute] = (*at.get(fact.attribute, ()), fact)
        return found

    def facts_at(self, path: Path) -> Mapping[Attribute, tuple[Fact, ...]]:
        """Give the facts at *path* by attribute."""
        return self._by_path.get(path, {})

    def of(self, path: Path, attribute: Attribute) -> tuple[Fact, ...]:
        """Give the facts with *attribute* at *path*, of all sources."""
        return self.facts_at(path).get(attribute, ())

    def stated(self, path: Path, attribute: Attribute) -> tuple[Fact, ...]:
        """Give those of the most trustworthy source that does more than show."""
        return most_trusted(fact for fact in self.of(path, attribute) if not is_shown(fact))

    def best(self, path: Path, attribute: Attribute) -> tuple[Fact, ...]:
        """Give those of the most trustworthy source."""
        return self.stated(path, attribute) or most_trusted(self.of(path, attribute))

    def listed(self, path: Path, sources: Collection[SourceKind] = LISTING) -> bool:
        """Say whether the element is in a list of all members of what is above it."""
        return any(fact.source in sources and not is_shown(fact) for fact in self.under(path))

    def under(self, path: Path) -> Iterable[Fact]:
        """Give the facts at *path*, and below it where there are none at it."""
        at = self.paths.get(path, ())
        return at or (fact for child in self.children.get(path, ()) for fact in self.under(child))

    def where(self, wanted: Callable[[Fact], bool]) -> Elements:
        """Give the elements that some of the facts tell of."""
        return Elements(fact for fact in self.facts if wanted(fact))


def is_shown(fact: Fact) -> bool:
    """Say whether *fact* only shows that something may be, and states nothing."""
    return fact.confidence is Confidence.shown or fact.source in SHOWING


def most_trusted(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Give those of *facts* that the most trustworthy source among them states."""
    facts = tuple(facts)
    rank = min((TRUST[fact.source] for fact in facts), default=0)
    return tuple(fact for fact in facts if TRUST[fact.source] == rank)


def values_of(facts: Iterable[Fact]) -> tuple[Value, ...]:
    """Give the values of *facts*, sorted, each once; `1` is not `true`."""
    return tuple(sorted({(type(v := fact.value).__name__, str(v)): v for fact in facts}.values(), key=text_of))


def texts_of(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Give *facts* by their values as text, the first of each."""
    found: dict[str, Fact] = {}
    for fact in facts:
        found.setdefault(text_of(fact.value), fact)
    return found
