"""A report as JSON; `diff.schema.json` beside this describes it field by field.

In: a report.  Out: dictionaries, lists and values as the documents have them.
Never: escapes or renames; what reads this knows what it does.
"""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

from handbill_generator.changes.model import Acceptance, Change, Gate, Pair, Problem, Report, Side, SymbolChange
from handbill_generator.changes.output import words
from handbill_generator.diagnostics import Position

FORMAT = 1
"""Counts up where a reader of the earlier shape would go wrong; a new field alone does not."""


def schema() -> dict[str, Any]:
    """Give the JSON Schema of what `told` gives."""
    text = files("handbill_generator.changes.output").joinpath("diff.schema.json").read_text(encoding="utf-8")
    read: dict[str, Any] = json.loads(text)
    return read


def told(report: Report) -> dict[str, Any]:
    """Give *report* as `handbill diff --format json` prints it."""
    return {
        "format": FORMAT,
        "summary": _summary(report),
        "pairs": [_pair(pair) for pair in report.pairs],
        "changes": [_change(change) for change in report.changes],
        "problems": [_problem(problem) for problem in report.problems],
    }


def _summary(report: Report) -> dict[str, Any]:
    return {
        "changes": len(report.changes),
        "accepted": sum(1 for change in report.changes if change.accepted),
        "problems": len(report.problems),
        "levels": {
            gate.value: {level.value: count for level, count in words.levels(report.changes, gate).items()}
            for gate in Gate
        },
    }


def _pair(pair: Pair) -> dict[str, Any]:
    versions = pair.versions
    return {
        "name": pair.name,
        "old": pair.old,
        "new": pair.new,
        "package": pair.package,
        "versions": {
            "old": versions.old,
            "new": versions.new,
            "given": versions.given,
            "api": versions.api,
            "package": versions.package,
            "enough": versions.enough,
        },
        "notes": list(pair.notes),
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "id": change.id,
        "contract": change.contract,
        "level": change.level.value,
        **{gate.value: level.value for gate, level in words.verdicts(change)},
        "direction": change.direction.value,
        "effect": change.effect.value,
        "message": change.message,
        "where": change.where,
        "hint": change.hint,
        "pointer": change.pointer,
        "old": _side(change.old),
        "new": _side(change.new),
        "operations": list(change.operations),
        "tags": list(change.tags),
        "symbols": [_symbol(symbol) for symbol in change.symbols],
        "facade": [{"provider": cell.provider, "cell": cell.cell, "level": cell.level} for cell in change.facade],
        "fingerprint": change.fingerprint,
        "policy": change.policy,
        "accepted": _accepted(change.accepted),
    }


def _side(side: Side | None) -> dict[str, Any] | None:
    return {"pointer": side.pointer, **_position(side.position), "value": side.value} if side else None


def _symbol(symbol: SymbolChange) -> dict[str, Any]:
    return {
        "symbol": symbol.symbol,
        "kind": symbol.kind,
        "old": symbol.old,
        "new": symbol.new,
        "call": symbol.call.value,
        "types": symbol.types.value,
        "import": symbol.imports.value,
        "generated": symbol.generated,
        "witness": symbol.witness,
    }


def _accepted(entry: Acceptance | None) -> dict[str, Any] | None:
    if entry is None:
        return None
    return {
        "fingerprint": entry.fingerprint,
        "reason": entry.reason,
        "owner": entry.owner,
        "expires": entry.expires.isoformat(),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"id": problem.id, "message": problem.message, **_position(problem.position)}


def _position(position: Position) -> dict[str, Any]:
    return {"file": position.file, "line": position.line, "column": position.column}
