"""What the comparison of one operation works with.

In: the operation of both sides, and where findings go.  Out: findings that know their operation and their direction.
Never: compares.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from handbill_generator.changes.difference import Difference, Spot, Use
from handbill_generator.changes.lifecycle import LifecycleRules
from handbill_generator.changes.model import Direction, Effect, Level
from handbill_generator.changes.schemas import Place, SchemaGraph
from handbill_generator.contract import Contract, MediaType, Operation, Schema


@dataclass(frozen=True, slots=True, kw_only=True)
class Both:
    """Two contracts that are compared; findings come to *found*, schemas to *graph*, its uses to *uses*."""

    old: Contract
    new: Contract
    graph: SchemaGraph
    rules: LifecycleRules
    found: list[Difference] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """One operation on both sides.

    *sends* is the direction of what its request carries: that of a webhook is received by our user, as a response is.
    """

    both: Both
    old: Operation
    new: Operation
    name: str
    sends: Direction = Direction.request

    @property
    def receives(self) -> Direction:
        """The direction of what its responses carry."""
        return Direction.request if self.sends is Direction.response else Direction.response

    def use(self, where: str = "") -> Use:
        """Give the use that stands for a place of this operation."""
        return Use(operation=self.name, tags=tuple(tag.raw for tag in self.new.tags), where=where)

    def report(
        self,
        id: str,
        facet: str,
        effect: Effect,
        message: str,
        *,
        direction: Direction,
        old: Spot | None,
        new: Spot | None,
        where: str = "",
        key: str = "",
        hint: str = "",
        wire: Level | None = None,
    ) -> None:
        """Add a finding at this operation."""
        self.both.found.append(
            Difference(
                id=id,
                facet=facet,
                direction=direction,
                effect=effect,
                message=message,
                old=old,
                new=new,
                key=key,
                uses=(self.use(where),),
                hint=hint,
                wire=wire,
            )
        )

    def compare(
        self, old: Schema | None, new: Schema | None, place: Place, *, direction: Direction, where: str
    ) -> None:
        """Hand the schemas of one place over to the graph."""
        if old is None and new is None:
            return
        self.both.uses.append(self.use(where))
        self.both.graph.add(old, new, direction=direction, place=place, use=len(self.both.uses) - 1)


def by_essence(content: tuple[MediaType, ...]) -> dict[str, MediaType]:
    """Give media types by what tells them apart: charset does not, nor do capitals (RFC 9110, 8.3.1)."""
    return {_essence(media.name.raw): media for media in content}


def _essence(name: str) -> str:
    essence, *parameters = (part.strip().lower() for part in name.split(";"))
    kept = sorted(parameter for parameter in parameters if parameter and not parameter.startswith("charset="))
    return ";".join([essence, *kept])
