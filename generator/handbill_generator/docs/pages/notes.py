"""What is noted while a page is read, before it is known what the page is about.

In: what readers of components, blocks and code find.  Out: `Notes`, which `finishing` makes a `Page` of.
Never: decides which operation something is of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Confidence, Fact, Link, Path, Side, SourceKind, Value
from handbill_generator.docs.pages.operations import Statement
from handbill_generator.docs.pages.sections import Section
from handbill_generator.load import JSON

MAX_STATEMENTS = 200
"""The most methods and addresses of one page; what more there are is no documentation of an operation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words of a page that may state statuses and rules, with where they stand; *owner* is the field they are about."""

    text: str
    line: int
    section: Section
    owner: Path = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A message that a sample sends or an example shows."""

    side: Side
    value: JSON
    line: int
    statement: Statement | None = None


UNKNOWN = "?"
"""What the path of a field begins with as long as it is not known where it is."""


@dataclass(slots=True, kw_only=True)
class Loose:
    """The fields of a table or a list that does not say where they are: their paths begin with `UNKNOWN`."""

    section: Section
    facts: list[Fact] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Notes:
    """All that was found so far; a fact with a statement is of the operation which that turns out to be."""

    facts: list[tuple[Fact, Statement | None]] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    bodies: list[Body] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    documents: int = 0
    """What the OpenAPI documents inside of the page have cost so far."""

    def add(self, facts: Iterable[Fact], statement: Statement | None = None) -> None:
        """Note facts."""
        self.facts.extend((fact, statement) for fact in facts)

    def state(self, statement: Statement | None) -> Statement | None:
        """Note that the page states an operation; gives it back, or None where there are too many."""
        if statement is None or len(self.statements) >= MAX_STATEMENTS:
            return None
        self.statements.append(statement)
        return statement

    def publish(self, address: str, line: int, source: SourceKind) -> None:
        """Note that an OpenAPI document is published at *address*, which is a version where there is no address."""
        value = next((value for value in (address, address.partition("?")[0]) if len(value) <= MAX_TOKEN), "openapi")
        self.add([about(Side.neither, Attribute.published, value, line=line, source=source)])


def about(
    side: Side,
    attribute: Attribute,
    value: Value,
    *,
    line: int,
    source: SourceKind,
    status: str = "",
    path: Path = (),
    confidence: Confidence = Confidence.stated,
) -> Fact:
    """Give one fact of an operation that is not known yet."""
    return Fact(
        side=side,
        status=status,
        path=path,
        attribute=attribute,
        value=value,
        source=source,
        confidence=confidence,
        line=line,
    )
