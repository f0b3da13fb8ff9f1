"""Compare contracts: what breaks on the wire, what breaks in Python, with file and line.

In: two documents, folders, or revisions of them.  Out: a `Report`.
Never: writes, or looks at a clock.

`schemas` compares sets of values, `operations` all else, `levels` says how bad each is, `python` what follows for those
who use the emitted package; `inputs` finds the documents, `policy` and `acceptance` are the project's own word, and
`output` writes the report.
"""

from __future__ import annotations

from handbill_generator.changes.assembly import assembled
from handbill_generator.changes.lifecycle import LifecycleRules
from handbill_generator.changes.model import Change, Direction, Effect, Gate, Level, Pair, Report, Side
from handbill_generator.changes.operations import compare
from handbill_generator.contract import Contract

__all__ = [
    "Change",
    "Direction",
    "Effect",
    "Gate",
    "Level",
    "LifecycleRules",
    "Pair",
    "Report",
    "Side",
    "compare_contracts",
]


def compare_contracts(old: Contract, new: Contract, *, name: str, rules: LifecycleRules) -> tuple[Change, ...]:
    """Give what differs on the wire between two contracts; *name* is how the changes call the pair."""
    return assembled(compare(old, new, rules), old, new, name=name)
