"""A report as SARIF 2.1.0, which code scanning and editors read.

In: a report.  Out: one run with a rule an id and a result a finding; what a ruling decides is suppressed.
"""

from __future__ import annotations

from typing import Any

from handbill_generator.diagnostics import Position, one_line
from handbill_generator.docs.findings import Finding, Report
from handbill_generator.docs.output import words
from handbill_generator.docs.output.options import Options
from handbill_generator.reporting.sarif import log, physical


def sarif(report: Report, options: Options) -> str:
    """Give *report* as a SARIF log."""
    rules = sorted({finding.id for finding in report.findings})
    results = [_result(finding, rules.index(finding.id), options) for finding in report.findings]
    return log(results, rules=rules, explain=options.explain, run=f"handbill-docs-{report.command}")


def _result(finding: Finding, index: int, options: Options) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.id,
        "ruleIndex": index,
        "level": finding.level.value,
        "message": {"text": "\n".join(_said(finding))},
        "locations": [_location(finding, options)],
        "partialFingerprints": {"handbill/v1": finding.fingerprint},
        "properties": {
            "contract": one_line(finding.contract),
            "page": one_line(finding.page),
            "pointer": one_line(finding.pointer),
            "symbols": list(map(one_line, finding.symbols)),
        },
        "suppressions": [],
    }
    if finding.settled:
        justification = one_line(f"{finding.settled.chosen} {finding.settled.why}")
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": justification}]
    return result


def _said(finding: Finding) -> list[str]:
    lines = [f"{finding.page}: {words.sentence(finding)}", *map(words.edit, finding.edits), finding.hint]
    return [one_line(line) for line in lines if line]


def _location(finding: Finding, options: Options) -> dict[str, Any]:
    """Give where to look; a finding on a lock alone has no line, and points at the top of its contract."""
    position = finding.position or Position(finding.contract, 1, 1)
    location: dict[str, Any] = {"physicalLocation": physical(position, options.context)}
    if finding.operation:
        location["logicalLocations"] = [{"fullyQualifiedName": one_line(finding.operation), "kind": "resource"}]
    return location
