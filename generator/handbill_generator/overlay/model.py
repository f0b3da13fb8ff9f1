"""What an overlay says, as it was read and checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from handbill_generator.bundle.where import Where
from handbill_generator.diagnostics import Position, one_line
from handbill_generator.load import Document


class Kind(Enum):
    """What an action does with what its target selects."""

    update = "update"
    copy = "copy"
    remove = "remove"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """One action; *at* is its place.

    *target* is a JSONPath, and *given* the place of what the action brings: the value of an update, or the JSONPath of
    what is copied.
    """

    at: Where
    target: str
    kind: Kind
    given: Where


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """A file of actions.

    *can_select_scalars* is false for version 1.0, whose targets are mappings and lists only.  *extends* is the URI
    reference of the document that the overlay was written for, empty where it does not say.
    """

    document: Document
    can_select_scalars: bool
    extends: str
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What does no harm and should not be so: an action that does nothing, an overlay for another document."""

    position: Position
    pointer: str
    message: str
    hint: str

    def __str__(self) -> str:
        return one_line(f"{self.position}: {self.message} [{self.pointer}]; {self.hint}")
