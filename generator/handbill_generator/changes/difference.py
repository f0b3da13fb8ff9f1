"""One cause that was found, before its verdicts are weighed, and where such causes are gathered.

In: what the comparison of one place found.  Out: the same cause once, with every operation that it reaches.
Never: decides a level.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from handbill_generator.changes.model import Direction, Effect, Level

Spot: TypeAlias = "tuple[str, Any]"
"""A JSON pointer and the value that stands there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """A place of an operation that schemas are used at; *where* says it in words."""

    operation: str
    tags: tuple[str, ...]
    where: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One cause.

    *facet* is the word that explains it (`catalogue`).  *wire* is given where a rule of time or policy decides, not the
    effect.  *key* tells apart what stands at one pointer.
    """

    id: str
    facet: str
    direction: Direction
    effect: Effect
    message: str
    old: Spot | None
    new: Spot | None
    key: str = ""
    path: tuple[str, ...] = ()
    uses: tuple[Use, ...] = ()
    wire: Level | None = None
    hint: str = ""

    @property
    def identity(self) -> tuple[str, ...]:
        """What two findings of the same cause have in common."""
        old, new = (spot[0] if spot else "" for spot in (self.old, self.new))
        return self.id, self.direction, old, new, self.key


def gathered(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """Make one of the findings that have one cause, and keep the order in which they were found."""
    causes: dict[tuple[str, ...], list[Difference]] = {}
    for difference in found:
        causes.setdefault(difference.identity, []).append(difference)
    return tuple(
        replace(same[0], uses=tuple(dict.fromkeys(use for difference in same for use in difference.uses)))
        for same in causes.values()
    )
