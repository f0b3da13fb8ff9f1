"""What judging asks of a contract.

In: what `grounding` makes of a contract, or facts made by hand.  Out: `Held`.
Never: reads a contract.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from handbill_generator.diagnostics import Position
from handbill_generator.docs.model import Fact, Path, Side


class Grounded(Protocol):
    """A fact of a contract, and the pointer of what states it."""

    @property
    def fact(self) -> Fact:
        """The fact; its operation is written as the contract has it."""
        ...

    @property
    def pointer(self) -> str:
        """Where the contract states it."""
        ...


class Place(Protocol):
    """Where an element is in a contract, or the nearest one above it."""

    @property
    def pointer(self) -> str:
        """A JSON pointer."""
        ...

    @property
    def is_exact(self) -> bool:
        """Whether it is the element itself."""
        ...

    @property
    def position(self) -> Position | None:
        """The same for people."""
        ...


class Places(Protocol):
    """Finds elements in a contract."""

    def at(self, operation: str, side: Side, status: str, path: Path) -> Place:
        """Give the place of an element; *operation* is written as a page has it."""
        ...


@dataclass(frozen=True, slots=True)
class Grounds:
    """The facts of a contract."""

    operations: tuple[str, ...]
    """Method and path of each operation."""
    of: Callable[[str], Sequence[Grounded]]
    """Gives the facts of the operation that a page writes so; nothing where the contract has no such operation."""


@dataclass(frozen=True, slots=True)
class Held:
    """A contract that pages are held against."""

    name: str
    """What messages call its document."""
    grounds: Grounds
    places: Places
