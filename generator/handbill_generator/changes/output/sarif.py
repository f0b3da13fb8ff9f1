"""A report as SARIF 2.1.0 (OASIS standard), which code scanning and editors read.

In: a report.  Out: one run with a rule an id and a result a change.
Never: gives an address of this machine; files are named from the root of the repository.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from handbill_generator.changes.model import Change, Level, Problem, Report, Side
from handbill_generator.changes.output import words
from handbill_generator.changes.output.context import Options
from handbill_generator.diagnostics import one_line
from handbill_generator.reporting.context import Context
from handbill_generator.reporting.sarif import log, physical

_LEVELS = {Level.breaking: "error", Level.risky: "warning", Level.compatible: "note"}


def sarif(report: Report, options: Options) -> str:
    """Give *report* as a SARIF log."""
    rules = sorted({change.id for change in report.changes} | {problem.id for problem in report.problems})
    indices = {id: index for index, id in enumerate(rules)}
    results = [
        *(_result(change, indices[change.id], options) for change in report.changes),
        *(_problem(problem, indices[problem.id], options.context) for problem in report.problems),
    ]
    return log(results, rules=rules, explain=options.context.explain, run="handbill-diff")


def _result(change: Change, index: int, options: Options) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": change.id,
        "ruleIndex": index,
        "level": _LEVELS[change.at(options.gate)],
        "message": {"text": "\n".join(_said(change))},
        "locations": [_location(change.side, options.context, names=change.operations)],
        "partialFingerprints": {"handbill/v1": change.fingerprint},
        "properties": {
            "contract": one_line(change.contract),
            **{gate.value: level.value for gate, level in words.verdicts(change)},
            "pointer": one_line(change.pointer),
            "operations": list(map(one_line, change.operations)),
            "symbols": [one_line(symbol.symbol) for symbol in change.symbols],
            "tags": list(dict.fromkeys(map(one_line, change.tags))),
        },
    }
    if change.old and change.new:
        said = {"text": "The old side."}
        result["relatedLocations"] = [{"id": 1, **_location(change.old, options.context), "message": said}]
    if change.accepted:
        acceptance = {"kind": "external", "status": "accepted", "justification": words.acceptance(change)}
        result["suppressions"] = [acceptance]
    else:
        result["suppressions"] = []
    return result


def _said(change: Change) -> Iterator[str]:
    yield words.sentence(change)
    for symbol in change.symbols:
        yield f"{one_line(symbol.symbol)}: {words.signature(symbol)}"
    if len(change.operations) > 1:
        yield f"Reaches {words.reach(change)}"
    if change.hint:
        yield one_line(change.hint)


def _problem(problem: Problem, index: int, context: Context) -> dict[str, Any]:
    return {
        "ruleId": problem.id,
        "ruleIndex": index,
        "level": "error",
        "message": {"text": one_line(problem.message)},
        "locations": [{"physicalLocation": physical(problem.position, context)}],
        "suppressions": [],
    }


def _location(side: Side, context: Context, names: Iterable[str] = ()) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": physical(side.position, context)}
    if logical := [{"fullyQualifiedName": one_line(name), "kind": "resource"} for name in names]:
        location["logicalLocations"] = logical
    return location
