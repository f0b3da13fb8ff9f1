"""How a report on documentation is to be written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from handbill_generator.reporting.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """*settled* adds the findings that a ruling decides; *width* and *color* are for text alone."""

    settled: bool = False
    color: bool = False
    width: int = 80
    context: Context
    explain: Callable[[str], str]
