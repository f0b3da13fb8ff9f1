"""What differs between two schemas, those inside of them left out.

In: two nodes, and who sends the values.  Out: findings with their effect on the set at this place, and edges to the
pairs of schemas inside.
Never: goes down an edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas.node import Conjunction, Node
from handbill_generator.changes.schemas.values import EVERYTHING

Relation: TypeAlias = "Callable[[Conjunction, Conjunction], Effect]"
"""What becomes of the accepted set from the first schema, of the old contract, to the second, of the new one."""

Look: TypeAlias = "Callable[[Conjunction], Node | None]"
"""What holds at some places together, None where that is too deep."""

Accepts: TypeAlias = "Callable[[Conjunction, Any], bool | None]"
"""Whether what holds at some places together accepts a value, None where that cannot be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One difference.

    *strict* is the effect by the letter of JSON Schema, where the convention for properties says otherwise.
    *suffix* is what its id ends with; where it *is_whole* it is the id.  *old* and *new* are pointer and value.
    """

    suffix: str
    facet: str
    effect: Effect
    message: str
    old: tuple[str, Any] | None
    new: tuple[str, Any] | None
    key: str = ""
    is_whole: bool = False
    step: str = ""
    strict: Effect | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A pair of schemas inside; *polarity* is 1 where narrowing it narrows the whole, -1 where it widens it, else 0.

    *step* is the name of a property, or the keyword; *skips_null* says that null was compared outside already.
    """

    old: Conjunction
    new: Conjunction
    polarity: int
    step: str
    is_property: bool = False
    skips_null: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Local:
    """The comparison of two nodes as it goes."""

    old: Node
    new: Node
    direction: Direction
    looks: tuple[Look, Look]
    across: Relation
    accepts: tuple[Accepts, Accepts]
    findings: list[Finding] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)

    def find(
        self,
        suffix: str,
        facet: str,
        effect: Effect,
        message: str,
        keyword: str,
        *,
        values: tuple[Any, Any] = (None, None),
        key: str = "",
    ) -> None:
        """Add a finding about *keyword*, with its value on both sides."""
        self.findings.append(
            Finding(
                suffix=suffix,
                facet=facet,
                effect=effect,
                message=message,
                old=(self.old.place(keyword), values[0]),
                new=(self.new.place(keyword), values[1]),
                key=key,
            )
        )

    def is_never(self, side: int, places: Conjunction) -> bool:
        """Whether a schema of the old (0) or new (1) contract accepts nothing."""
        node = self.looks[side](places)
        return node is not None and not node.types

    def is_anything(self, side: int, places: Conjunction) -> bool:
        """Whether a schema of the old (0) or new (1) contract accepts everything."""
        node = self.looks[side](places)
        return node is not None and node.is_whole(EVERYTHING)

    def go(
        self, old: Conjunction, new: Conjunction, step: str, *, polarity: int = 1, is_property: bool = False
    ) -> None:
        """Add an edge; two that accept everything need none."""
        if old or new:
            self.edges.append(Edge(old=old, new=new, polarity=polarity, step=step, is_property=is_property))


def effect_of(narrows: bool, widens: bool) -> Effect:
    """Give the effect that two tests come to."""
    if narrows and widens:
        return Effect.both
    return Effect.narrows if narrows else Effect.widens if widens else Effect.none


def together(effects: Iterable[Effect]) -> Effect:
    """Give the effect of several changes of one set."""
    found = set(effects)
    both = Effect.both in found
    return effect_of(both or Effect.narrows in found, both or Effect.widens in found)


def through(effect: Effect, polarity: int) -> Effect:
    """Give what an effect inside comes to outside."""
    if effect is Effect.none or polarity == 1:
        return effect
    if polarity == 0:
        return Effect.both
    return {Effect.narrows: Effect.widens, Effect.widens: Effect.narrows}.get(effect, effect)
