"""Compare contracts: what breaks on the wire, what breaks in Python, with file and line.

In: two documents, folders, or revisions of them.  Out: a `Report`.
Never: writes.

`schemas` compares sets of values, `operations` all else, `levels` says how bad each is, `python` what follows for those
who use the emitted package, `facade` which of its cells rest on it; `inputs` finds the documents, `policy` and
`acceptance` are the project's own word, `versions` and `history` what to call the result, and `output` writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from handbill_generator.changes.acceptance import read_acceptances
from handbill_generator.changes.assembly import assembled
from handbill_generator.changes.catalogue import explain, known_ids
from handbill_generator.changes.comparing import Wishes, reported
from handbill_generator.changes.inputs import InputPair, pairs
from handbill_generator.changes.lifecycle import LifecycleRules
from handbill_generator.changes.model import Change, Direction, Effect, Gate, Level, Pair, Report, Side, SymbolChange
from handbill_generator.changes.operations import compare
from handbill_generator.config import DiffSettings, configured, diff_settings
from handbill_generator.contract import Contract
from handbill_generator.diagnostics import ConfigError

__all__ = [
    "Change",
    "Direction",
    "Effect",
    "Gate",
    "InputPair",
    "Level",
    "LifecycleRules",
    "Pair",
    "Report",
    "Side",
    "SymbolChange",
    "compare_contracts",
    "compare_pairs",
    "diff",
    "explain",
    "pairs",
    "settings",
]


def diff(
    old: str | Path,
    new: str | Path,
    *,
    root: Path | None = None,
    today: date | None = None,
    python: bool = True,
    witness: bool = False,
) -> Report:
    """Compare *old* with *new*: documents, folders, globs, `REV:PATH` of git, or an emitted package as *old*.

    Paths are seen from *root*, the current folder if none is given, and [tool.handbill.diff] of the pyproject.toml
    nearest to it holds.  *today* is the day that sunsets and acceptances are held against.  Without *python* only
    requests and responses are compared; *witness* adds code that breaks.  Raises SpecError for a document that cannot
    be read, and ConfigError for arguments or settings that mean nothing.
    """
    root = root or Path.cwd()
    found = pairs(str(old), str(new), root=root)
    day = today or date.today()  # noqa: DTZ011  # the day of who asks
    return compare_pairs(found, settings(root), root=root, today=day, python=python, witness=witness)


def settings(root: Path) -> DiffSettings:
    """Give what [tool.handbill.diff] of the pyproject.toml nearest to *root* says; raises ConfigError."""
    return diff_settings(root, known=known_ids())


def compare_pairs(
    found: tuple[InputPair, ...],
    given: DiffSettings,
    *,
    root: Path,
    today: date,
    python: bool = True,
    witness: bool = False,
    progress: Callable[[str], None] = lambda what: None,
) -> Report:
    """Compare pairs that were found, by settings that were read; *progress* is told what is looked at next."""
    try:
        targets = configured(root, ())
    except ConfigError:
        targets = ()  # a project that emits no client has contracts all the same
    wishes = Wishes(
        today=today,
        notice=given.notice,
        severities=given.severities,
        accepted=read_acceptances(given.accept, name=given.accept_shown, today=today),
        targets=targets,
        python=python,
        witness=witness,
        progress=progress,
    )
    return reported(found, wishes)


def compare_contracts(old: Contract, new: Contract, *, name: str, rules: LifecycleRules) -> tuple[Change, ...]:
    """Give what differs on the wire between two contracts; *name* is how the changes call the pair."""
    return assembled(compare(old, new, rules), old, new, name=name)
