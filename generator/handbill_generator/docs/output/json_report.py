"""A report as JSON; `docs.schema.json` describes it.

In: a report.  Out: plain values.
Never: leaves a key out: what there is nothing of is empty or null.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from handbill_generator.diagnostics import Position
from handbill_generator.docs.findings import Finding, Report, Said
from handbill_generator.docs.model import written_path
from handbill_generator.docs.output import words


def schema() -> dict[str, Any]:
    """Give the JSON schema of what `told` gives."""
    text = files("handbill_generator.docs.output").joinpath("docs.schema.json").read_text(encoding="utf-8")
    described: dict[str, Any] = json.loads(text)
    return described


def told(report: Report) -> dict[str, Any]:
    """Give *report* as `handbill docs ... --format json` prints it."""
    return {
        "command": report.command,
        "pages": [dict(page) for page in report.pages],
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            **{f"{level.value}s": count for level, count in words.levels(report.findings).items()},
            "settled": sum(finding.settled is not None for finding in report.findings),
        },
        "fails": bool(report.failing),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "level": finding.level.value,
        "contract": finding.contract,
        "page": finding.page,
        "operation": finding.operation,
        "side": finding.side.value,
        "status": finding.status,
        "path": written_path(finding.path),
        "attribute": finding.attribute.value if finding.attribute else "",
        "message": finding.message,
        "hint": finding.hint,
        "names": list(finding.names),
        "old": _said(finding.old),
        "new": _said(finding.new),
        **_place(finding.position),
        "pointer": finding.pointer,
        "symbols": list(finding.symbols),
        "edits": [
            {"action": edit.action, "pointer": edit.pointer, "value": edit.value, **_place(edit.position)}
            for edit in finding.edits
        ],
        "settled": (
            {**_place(finding.settled.position), "chosen": finding.settled.chosen, "why": finding.settled.why}
            if finding.settled
            else None
        ),
        "fingerprint": finding.fingerprint,
    }


def _said(side: Said | None) -> dict[str, Any] | None:
    if side is None:
        return None
    source = side.source.value if side.source else ""
    return {"values": list(side.values), "source": source, "pointer": side.pointer, **_place(side.position)}


def _place(position: Position | None) -> dict[str, Any]:
    if position is None:
        return {"file": "", "line": 0, "column": 0}
    return {"file": position.file, "line": position.line, "column": position.column}
