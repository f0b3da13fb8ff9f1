"""Handbill's generator: OpenAPI documents in, typed Python clients out.

`load -> bundle -> contract -> plan -> render -> write`: one module (or small package) per stage, each a function from
one frozen value to the next.  Nothing here is imported by what is emitted.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbill_generator.changes import Report

__version__ = "0.1.0"


def diff(
    old: str | Path,
    new: str | Path,
    *,
    root: Path | None = None,
    today: date | None = None,
    python: bool = True,
    witness: bool = False,
) -> Report:
    """Say what changed between two states of a contract, and what breaks.

    *old* and *new* are documents, folders or globs of them, or `REV:PATH` of git; *old* may be an emitted package too.
    Paths are seen from *root*, the current folder if none is given, and [tool.handbill.diff] of the pyproject.toml
    nearest to it holds.  *today* is the day that sunsets and acceptances are held against, by default the day it is.
    Without *python* only requests and responses are compared; *witness* adds code that type-checks with the old package
    and not with the new one.

    Raises SpecError for a document that cannot be read, ConfigError for arguments or settings that mean nothing.
    """
    # The engines take a while to import, and not all who import this package compare.
    from handbill_generator.changes import diff as compared

    return compared(old, new, root=root, today=today, python=python, witness=witness)
