"""A report as workflow commands, which GitHub shows beside the lines of a pull request.

In: a report.  Out: a command a line, and one that sums up.

A step shows ten annotations of each kind and drops the others, so the last says how many more there are.  Notes and
what a ruling settles are not worth a line in somebody's code.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.docs.findings import Finding, Level, Report
from handbill_generator.docs.output import words
from handbill_generator.docs.output.options import Options
from handbill_generator.reporting.annotations import command

_MOST = 10


def github(report: Report, options: Options) -> str:
    """Give *report* as workflow commands."""
    return "".join(f"{line}\n" for line in _lines(report, options))


def _lines(report: Report, options: Options) -> Iterator[str]:
    for level in (Level.error, Level.warning):
        found = [finding for finding in report.failing if finding.level is level]
        shown = found if len(found) <= _MOST else found[: _MOST - 1]
        for finding in shown:
            yield _annotation(finding, options)
        if left := len(found) - len(shown):
            yield command(level.value, [f"{left} more {level.value}s; the whole report names them"], title="handbill")
    yield command("notice", [words.tally(report)], title=f"Documentation: {words.outcome(report)}")


def _annotation(finding: Finding, options: Options) -> str:
    position = finding.position
    path = options.context.path(position) if position else None
    place = {"file": path, "line": str(position.line), "col": str(position.column)} if position and path else {}
    return command(finding.level.value, _said(finding), **place, title=finding.id)


def _said(finding: Finding) -> Iterator[str]:
    yield f"{finding.page}: {words.sentence(finding)}"
    yield from finding.symbols
    yield from map(words.edit, finding.edits)
    if finding.hint:
        yield finding.hint
