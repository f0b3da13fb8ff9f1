"""A report as GitLab's code quality report (its subset of the Code Climate format).

In: a report.  Out: a JSON array of findings.
Never: names two findings alike, because GitLab shows one of them.

Accepted and compatible changes are left out: the widget counts whatever is in the file as a loss of quality.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from handbill_generator.changes.model import Change, Level, Report
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.diagnostics import Position, one_line
from handbill_generator.reporting.context import Context, revision_of


def gitlab(report: Report, options: Options) -> str:
    """Give *report* as a code quality report."""
    failing = {id(change) for change in report.failing(options.gate, options.fail_on)}
    found = [
        _finding(change, "critical" if id(change) in failing else _SEVERITIES[change.at(options.gate)], options.context)
        for change in report.changes
        if not change.accepted and change.at(options.gate) is not Level.compatible
    ]
    problems = [
        _entry(
            one_line(problem.message),
            problem.id,
            "major",
            problem.position,
            options.context,
            key=(problem.id, problem.message, str(problem.position)),
        )
        for problem in report.problems
    ]
    return json.dumps(found + problems, indent=2) + "\n"


_SEVERITIES = {Level.breaking: "major", Level.risky: "minor"}


def _finding(change: Change, severity: str, context: Context) -> dict[str, Any]:
    symbols = ", ".join(symbol.symbol for symbol in change.symbols)
    said = f"{words.sentence(change)}{f'; changes {symbols}' if symbols else ''}"
    key = (change.contract, change.fingerprint)
    return _entry(one_line(said), change.id, severity, change.side.position, context, key=key)


def _entry(
    description: str, name: str, severity: str, position: Position, context: Context, *, key: tuple[str, ...]
) -> dict[str, Any]:
    path = context.path(position) or one_line(revision_of(position.file)[1])
    return {
        "description": description,
        "check_name": name,
        "fingerprint": sha256("\0".join(key).encode("utf-8", "surrogatepass")).hexdigest(),
        "severity": severity,
        "location": {"path": path, "lines": {"begin": position.line}},
    }
