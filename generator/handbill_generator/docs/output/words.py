"""How every format says the same things of a finding.

In: parts of a report.  Out: plain text of one line, escaped against forged lines and not yet for any format.
Never: knows a format.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping

from handbill_generator.diagnostics import Position, one_line
from handbill_generator.docs.findings import Edit, Finding, Kind, Level, Report, Said
from handbill_generator.docs.model import Attribute, Side, written_path
from handbill_generator.reporting.context import Context

LEVELS = (Level.error, Level.warning, Level.note)
"""The levels, worst first."""

_MOST_VALUES = 12


def place(position: Position, context: Context) -> str:
    """Give `file:line:column`."""
    return one_line(f"{context.shown(position)}:{position.line}:{position.column}")


def where(finding: Finding) -> str:
    """Say which element of the operation it is: `response 404`, `request body/from/email`."""
    side = "" if finding.side is Side.neither else finding.side.value
    return one_line(" ".join(filter(None, (side, finding.status, written_path(finding.path)))))


def sentence(finding: Finding) -> str:
    """Say all in one line, for those who see no more."""
    place = ", ".join(filter(None, (finding.operation, where(finding))))
    return one_line(f"{place}: {finding.message}" if place else finding.message)


def said(side: Said, attribute: Attribute | None) -> str:
    """Give what one side says, and from which part of a page it was read; not that it is there at all."""
    values = [value for value in side.values if not (value is True and attribute in (None, Attribute.exists))]
    shown = [value if isinstance(value, str) else json.dumps(value) for value in values[:_MOST_VALUES]]
    if len(values) > _MOST_VALUES:
        shown.append(f"{len(values) - _MOST_VALUES} more")
    listed = ", ".join(shown)
    return one_line(f"{listed} ({side.source.value})".strip() if side.source else listed)


def edit(change: Edit) -> str:
    """Say what to write into a contract: `add #/components/schemas/Book/properties/isbn: {"type": "string"}`."""
    value = "" if change.action == "remove" else f": {json.dumps(change.value, ensure_ascii=False)}"
    return one_line(f"{change.action} {change.pointer}{value}")


def to_edit(finding: Finding) -> Position | None:
    """Give where the contract is to be edited, unless the finding has a place in that file already."""
    sides = [side.position for side in (finding.old, finding.new) if side]
    files = {position.file for position in (*sides, finding.position) if position}
    return next((edit.position for edit in finding.edits if edit.position and edit.position.file not in files), None)


def ruling(finding: Finding, context: Context) -> str:
    """Say which ruling decides a finding, empty where none does."""
    settled = finding.settled
    return one_line(f"{settled.chosen} {settled.why} ({place(settled.position, context)})") if settled else ""


def counted(count: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def levels(findings: Iterable[Finding]) -> Mapping[Level, int]:
    """Count the findings that no ruling settles, by level."""
    found = Counter(finding.level for finding in findings if not finding.settled)
    return {level: found[level] for level in LEVELS}


def tally(report: Report) -> str:
    """Say how many findings there are: `2 errors, 1 warning, 9 notes, 4 settled by rulings`."""
    parts = [counted(count, level.value) for level, count in levels(report.findings).items() if count]
    settled = sum(finding.settled is not None for finding in report.findings)
    if settled:
        parts.append(f"{settled} settled by rulings")
    return ", ".join(parts) or "nothing found"


def outcome(report: Report) -> str:
    """Say whether the report lets pass."""
    failing = len(report.failing)
    if not failing:
        return "passes"
    return f"fails: {counted(failing, 'finding')} to act on or to rule on"


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings by how bad they are, otherwise in their order; what is settled comes last."""
    return sorted(findings, key=lambda finding: (finding.settled is not None, LEVELS.index(finding.level)))


def sides(finding: Finding) -> tuple[str, str]:
    """Give what the two sides of a finding are."""
    if finding.kind in (Kind.added, Kind.removed, Kind.changed):
        return "lock", "page"
    return ("page", "page") if finding.kind is Kind.inconsistent else ("page", "contract")
