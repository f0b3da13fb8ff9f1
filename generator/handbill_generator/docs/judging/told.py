"""What one page tells of one operation.

In: facts of a page.  Out: a `Told`, which knows the two messages, and makes findings about them.
Never: needs a contract; where there is one, findings get their places in it.

A page may say `success` in one part and `200` in another, and may leave out that something is a list.  So there are
three messages, the request, the response of a success and that of an error, and paths without items.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from handbill_generator.docs.findings import Finding, Said
from handbill_generator.docs.judging.elements import LISTING, Elements, is_shown, most_trusted, values_of
from handbill_generator.docs.judging.finding import found, place_on
from handbill_generator.docs.judging.held import Places
from handbill_generator.docs.judging.wording import quoted
from handbill_generator.docs.model import ERROR, ITEMS, SUCCESS, Attribute, Fact, Page, Path, Side, SourceKind

BODY: Path = ("body",)
SCHEMAS = frozenset({SourceKind.published, SourceKind.embedded})
"""OpenAPI documents."""
FIELDS = LISTING - SCHEMAS
"""Lists of fields."""
EXAMPLES = frozenset({SourceKind.example, SourceKind.sample})


@dataclass(frozen=True, slots=True)
class Message:
    """The request, or the responses of successes or of errors."""

    side: Side
    status: str
    """Empty, `success` or `error`."""
    elements: Elements
    """As the page has them."""
    plain: Elements
    """The same with paths that say nothing of lists."""

    def by(self, sources: Collection[SourceKind]) -> Elements:
        """Give what some *sources* say, under plain paths."""
        return self.plain.where(lambda fact: fact.source in sources)

    @property
    def is_listed(self) -> bool:
        """Whether the page lists fields of the body."""
        return any(fact.path[:1] == BODY and fact.source in LISTING and not is_shown(fact) for fact in self.fields)

    @property
    def fields(self) -> tuple[Fact, ...]:
        """The facts on what is below the body."""
        return tuple(fact for fact in self.elements.facts if len(fact.path) > 1)


@dataclass(frozen=True)
class Told:
    """The facts of one operation of a page; *operation* is empty where the page does not name it."""

    page: str
    operation: str
    facts: tuple[Fact, ...]
    contract: str = ""
    places: Places | None = None

    @classmethod
    def all_of(cls, page: Page, contract: str, places: Places | None) -> tuple[Told, ...]:
        """Give what *page* tells of each operation, and of none."""
        operations = dict.fromkeys(fact.operation for fact in page.facts)
        return tuple(
            cls(page.name, operation, tuple(f for f in page.facts if f.operation == operation), contract, places)
            for operation in operations
        )

    @property
    def method(self) -> str:
        """The method, empty where it is not known."""
        return self.operation.partition(" ")[0]

    @property
    def path(self) -> str:
        """The path, empty where it is not known."""
        return self.operation.partition(" ")[2]

    @cached_property
    def request(self) -> Message:
        """The request."""
        return self._message(Side.request, "")

    @cached_property
    def success(self) -> Message:
        """The responses of successes."""
        return self._message(Side.response, SUCCESS)

    @cached_property
    def error(self) -> Message:
        """The responses of errors."""
        return self._message(Side.response, ERROR)

    @property
    def messages(self) -> tuple[Message, ...]:
        """All three."""
        return (self.request, self.success, self.error)

    def of(self, attribute: Attribute) -> tuple[Fact, ...]:
        """Give the facts with *attribute*."""
        return tuple(fact for fact in self.facts if fact.attribute is attribute)

    def finding(
        self,
        id: str,
        said: Sequence[Fact],
        message: str,
        hint: str,
        *,
        others: Sequence[Fact] = (),
        names: tuple[str, ...] = (),
        path: Path | None = None,
        attribute: Attribute | None = None,
    ) -> Finding:
        """Give a finding that rests on *said*, which is not empty; *others* are what speaks against it."""
        first = most_trusted(said)[0]
        at = first.path if path is None else path
        place = self.places.at(self.operation, first.side, first.status, at) if self.places and self.operation else None
        return found(
            id,
            page=self.page,
            contract=self.contract,
            operation=self.operation,
            side=first.side,
            status=first.status,
            path=at,
            attribute=attribute or first.attribute,
            message=message,
            hint=hint,
            names=names,
            old=self._said(said),
            new=self._said(others) if others else None,
            position=next((there for fact in (*said, *others) if (there := place_on(self.page, fact))), None),
            pointer=place.pointer if place else "",
        )

    def _said(self, facts: Sequence[Fact]) -> Said:
        best = most_trusted(facts)
        return Said(
            values=values_of(facts),
            source=best[0].source,
            position=next((at for fact in facts if (at := place_on(self.page, fact))), None),
        )

    def _message(self, side: Side, group: str) -> Message:
        facts = [fact for fact in self.facts if fact.side is side and group_of(fact.status) == group]
        plain = (replace(fact, path=plain_path(fact.path)) for fact in facts)
        return Message(side, group, Elements(facts), Elements(plain))


def group_of(status: str) -> str:
    """Give `success` or `error` for a status, nothing for none.

    >>> group_of("201"), group_of("4XX"), group_of("default"), group_of("")
    ('success', 'error', 'error', '')
    """
    if not status:
        return ""
    return SUCCESS if status == SUCCESS or status.startswith(("1", "2", "3")) else ERROR


def plain_path(path: Path) -> Path:
    """Give *path* without the tokens for items of lists."""
    return tuple(token for token in path if token != ITEMS)


def parts(facts: Iterable[Fact]) -> str:
    """Name the parts of the page that *facts* are from, for people."""
    return " and ".join(dict.fromkeys(_PARTS[fact.source] for fact in facts))


def told_values(facts: Sequence[Fact]) -> str:
    """Give the values of *facts* in quotes."""
    return quoted(values_of(facts))


_PARTS = {
    SourceKind.published: "the OpenAPI document",
    SourceKind.embedded: "the OpenAPI block",
    SourceKind.tag: "the list of fields",
    SourceKind.table: "the table",
    SourceKind.flattened: "the list of fields",
    SourceKind.example: "the example",
    SourceKind.sample: "the sample",
    SourceKind.prose: "the text",
}
