"""What is found when pages, locks and contracts are held against each other.

A `Finding` is one element with what each side says of it, where, and what to do.  A `Report` holds those of a run.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from handbill_generator.diagnostics import Position
from handbill_generator.docs.model import Attribute, Path, Side, SourceKind, Value


class Kind(StrEnum):
    """What sort of disagreement a finding is."""

    missing = "missing"
    """Documented, and not in the contract."""
    undocumented = "undocumented"
    """In the contract, and not documented."""
    contradicted = "contradicted"
    """Documented in another way than the contract has it."""
    inconsistent = "inconsistent"
    """A page says two things."""
    unknowable = "unknowable"
    """The page does not say what would decide it."""
    added = "added"
    """New on a page since the lock."""
    removed = "removed"
    """Gone from a page since the lock."""
    changed = "changed"
    """Documented in another way than the lock has it."""
    problem = "problem"
    """A page, a lock or a ruling that cannot be worked with as it is."""


class Level(StrEnum):
    """How bad a finding is: an error or a warning makes the exit code 1, a note does not."""

    error = "error"
    warning = "warning"
    note = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one side says: *values* of the attribute, sorted, none where it says nothing.

    *source* is empty for a contract.  *pointer* is set where a contract has the element.
    """

    values: tuple[Value, ...]
    source: SourceKind | None = None
    position: Position | None = None
    pointer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change to a contract: *action* is `add`, `replace` or `remove`, *pointer* the place in its bundled document.

    `add` makes a member of a mapping; at the end of a list the last token is `-` (RFC 6902, section 4.1).  *position*
    is the nearest place that is there already.
    """

    action: str
    pointer: str
    value: Any = None
    position: Position | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The ruling of docs.yaml that decides a finding."""

    position: Position
    chosen: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One disagreement.

    *id* is a word of `catalogue`; *contract* is the document as messages call it, *page* the page.  *old* is the lock
    in a drift, else the page; *new* is the page in a drift, else the contract; in an inconsistent page both are the
    page.  *symbols* are names of the emitted package, such as `handbill_loops.models.Campaign.status`.  *names*
    are further names that the finding is about (fields, statuses, codes).
    """

    id: str
    kind: Kind
    level: Level
    contract: str = ""
    page: str
    operation: str = ""
    side: Side = Side.neither
    status: str = ""
    path: Path = ()
    attribute: Attribute | None = None
    message: str
    hint: str = ""
    names: tuple[str, ...] = ()
    old: Said | None = None
    new: Said | None = None
    position: Position | None = None
    """Where to look first: in the contract where it has the element, else on the page."""
    pointer: str = ""
    """Of the contract: the element, or the nearest one above it that is there."""
    symbols: tuple[str, ...] = ()
    edits: tuple[Edit, ...] = ()
    settled: Settled | None = None
    fingerprint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings of one run; *pages* says for each page its format, and how many facts were read from it."""

    command: str
    """`audit`, `check`, `lock` or `accept`."""
    pages: tuple[Mapping[str, Any], ...]
    findings: tuple[Finding, ...]

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings that no ruling decides and that are no notes."""
        return tuple(f for f in self.findings if not f.settled and f.level is not Level.note)
