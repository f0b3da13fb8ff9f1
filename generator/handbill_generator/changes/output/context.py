"""How a report of changes is to be written."""

from __future__ import annotations

from dataclasses import dataclass

from handbill_generator.changes.model import Gate, Level
from handbill_generator.reporting.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a report is to be written: what counts as failing, what is added, and how wide and coloured a text may be."""

    gate: Gate = Gate.imports
    fail_on: Level | None = Level.breaking
    witness: bool = False
    color: bool = False
    width: int = 80
    context: Context = Context()  # noqa: RUF009, as it is frozen
