"""One operation of a page beside the same operation of a contract.

In: facts of both.  Out: a `Comparison`: pairs of messages, and findings with their places.
Never: decides what is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from handbill_generator.docs.findings import Finding, Level, Said
from handbill_generator.docs.judging.aligning import aligned, covered, statuses_of
from handbill_generator.docs.judging.documented import Documented
from handbill_generator.docs.judging.elements import Elements, is_shown, most_trusted, values_of
from handbill_generator.docs.judging.finding import found, place_on
from handbill_generator.docs.judging.held import Grounded, Held
from handbill_generator.docs.model import Attribute, Confidence, Fact, Path, Side, Value


@dataclass(frozen=True, slots=True)
class Pair:
    """A message of a page, and those of the contract that it stands for, by status."""

    side: Side
    status: str
    page: Elements
    held: Mapping[str, Elements]

    def having(self, path: Path) -> tuple[Elements, ...]:
        """Give the messages of the contract that have *path*."""
        return tuple(elements for elements in self.held.values() if path in elements.paths)


@dataclass(frozen=True)
class Comparison:
    """What a page and a contract say of one operation; *facts* are written as the contract would have them."""

    page: str
    source: str
    """The name of the page in docs.yaml, empty where it has none."""
    held: Held
    operation: str
    """As the contract has it."""
    facts: tuple[Fact, ...]
    contract: tuple[Fact, ...]
    pointers: Mapping[Fact, str]
    documented: Documented

    @classmethod
    def of(
        cls,
        facts: Iterable[Fact],
        grounds: Sequence[Grounded],
        *,
        page: str,
        source: str,
        held: Held,
        documented: Documented,
    ) -> Comparison:
        """Compare *facts* of one operation of a page with *grounds*, of which there is one at least."""
        contract = tuple(ground.fact for ground in grounds)
        return cls(
            page=page,
            source=source,
            held=held,
            operation=contract[0].operation,
            facts=aligned(facts, contract),
            contract=contract,
            pointers={ground.fact: ground.pointer for ground in grounds},
            documented=documented,
        )

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The messages of the page that the contract has, each beside the contract's; and the operation itself."""
        return tuple(self._pairs())

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        """The statuses of the contract."""
        return statuses_of(self.contract)

    @cached_property
    def page_statuses(self) -> tuple[str, ...]:
        """The statuses of the page, as the contract would have them."""
        return statuses_of(self.facts)

    def message(self, side: Side, status: str) -> Elements:
        """Give a message of the contract."""
        return Elements(fact for fact in self.contract if fact.side is side and fact.status == status)

    def on_page(self, side: Side, status: str) -> Elements:
        """Give all that the page says of the message *status* of the contract."""
        names = {name for name in self.page_statuses if status in covered(name, self.statuses)}
        return Elements(
            fact for fact in self.facts if fact.side is side and (fact.status in names if status else not fact.status)
        )

    def finding(
        self,
        id: str,
        *,
        side: Side,
        status: str = "",
        path: Path = (),
        attribute: Attribute | None = None,
        message: str,
        hint: str,
        names: tuple[str, ...] = (),
        said: Sequence[Fact] = (),
        stated: Sequence[Fact] = (),
        values: tuple[Value, ...] | None = None,
    ) -> Finding:
        """Give a finding: *said* is what the page says, *stated* what the contract states; *values* stand for its."""
        at = covered(status, self.statuses)[:1] or (status,)
        place = self.held.places.at(self.operation, side, at[0], path)
        said = tuple(said)
        best = most_trusted(said)
        pointer = next((self.pointers[fact] for fact in stated if fact in self.pointers), place.pointer)
        return found(
            id,
            page=self.page,
            contract=self.held.name,
            operation=self.operation,
            side=side,
            status=status,
            path=path,
            attribute=attribute,
            message=message,
            hint=hint,
            names=names,
            old=Said(
                values=values_of(said),
                source=best[0].source if best else None,
                position=next((there for fact in said if (there := place_on(self.page, fact))), None),
            ),
            new=Said(values=values_of(stated) if values is None else values, position=place.position, pointer=pointer),
            pointer=place.pointer,
            level=Level.warning if said and all(map(is_unsure, said)) else None,
        )

    def _pairs(self) -> Iterator[Pair]:
        for side in (Side.neither, Side.request):
            page = Elements(fact for fact in self.facts if fact.side is side)
            yield Pair(side, "", page, {"": self.message(side, "")})
        for status in self.page_statuses:
            page = Elements(fact for fact in self.facts if fact.side is Side.response and fact.status == status)
            names = covered(status, self.statuses)
            if names:
                yield Pair(Side.response, status, page, {name: self.message(Side.response, name) for name in names})


def is_unsure(fact: Fact) -> bool:
    """Say whether *fact* is no statement of the page but an example, or a sentence that was read by a pattern."""
    return is_shown(fact) or fact.confidence is Confidence.inferred
