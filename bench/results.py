"""What was measured: a document, and what one generator made of it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Document:
    """A document, with the number of its operations, and the seconds that we take to load it."""

    name: str
    path: str
    size: int
    sha256: str
    operations: int | None
    """None where it could not be loaded at all."""
    load: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One generator on one document; what was not measured is None."""

    document: Document
    generator: str
    code: int | None
    """None where it was stopped after the time allowed."""
    seconds: float
    processor: float
    """Seconds of the processor."""
    megabytes: float
    delivered: int
    """Operations."""
    lost: tuple[str, ...]
    """What it said that it left out, or why it made nothing."""
    lines: int = 0
    modules: int = 0
    broken: int = 0
    """Modules that cannot be imported."""
    first_broken: str = ""
    mypy: int | None = None
    """Errors of mypy --strict; -1 where it did not come to an end."""
    again: float | None = None
    """Seconds of a second run without changes."""
    client_import: float | None = None
    models_import: float | None = None

    @property
    def ended(self) -> str:
        """How the command ended, in a word."""
        return "timeout" if self.code is None else f"exit {self.code}"

    @property
    def succeeded(self) -> bool:
        """Whether every operation was delivered, in a package that imports."""
        return self.code == 0 and not self.broken and self.modules > 0 and self.delivered >= self.expected

    @property
    def expected(self) -> int:
        """The operations of the document."""
        return self.document.operations or 0

    @classmethod
    def of(cls, kept: dict[str, Any], document: Document) -> Result | None:
        """Read what `asdict` gave, for *document* as it is called now; None for what another version of this kept."""
        if kept.keys() != {field.name for field in fields(cls)}:
            return None
        return cls(**kept | {"document": document, "lost": tuple(kept["lost"])})
