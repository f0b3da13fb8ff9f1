"""How every format says the same things: values, verdicts, groups, how far a change reaches, what it asks for.

In: parts of a report.  Out: plain text of one line, escaped against forged lines and not yet for any format.
Never: knows a format.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from handbill_generator.changes.model import Change, Gate, Level, Pair, Report, Side, SymbolChange
from handbill_generator.diagnostics import one_line
from handbill_generator.reporting.context import Context

LEVELS = (Level.breaking, Level.risky, Level.compatible)
"""The levels, worst first."""

_CUT = 400  # as long as assembly lets a value be; what it cut is text that ends so


def counted(count: int, noun: str) -> str:
    """Give a number with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def value_text(value: Any) -> str:
    """Give a value as JSON on one line; one that was cut is no JSON any more, and given as it is."""
    if isinstance(value, str) and len(value) == _CUT and value.endswith("…"):
        return one_line(value)
    return one_line(json.dumps(value, ensure_ascii=False, default=str))


def sentence(change: Change) -> str:
    """Say what changed and where, for those who see no more than one line: `GET /a · query b: the type changed`."""
    return one_line(f"{change.where or change.pointer}: {change.message}")


def has_values(change: Change) -> bool:
    """Tell whether there is a value to show on either side; where both say nothing, neither is null."""
    return any(side is not None and side.value is not None for side in (change.old, change.new))


def values(change: Change) -> tuple[str, str]:
    """Give what stands at either side, empty for a side that is not there."""
    old, new = (value_text(side.value) if side else "" for side in (change.old, change.new))
    return old, new


def place(side: Side, context: Context) -> str:
    """Give `file:line:column`."""
    return one_line(f"{context.shown(side.position)}:{side.position.line}:{side.position.column}")


def verdicts(change: Change) -> tuple[tuple[Gate, Level], ...]:
    """Give the four verdicts with their names."""
    return tuple(zip(Gate, (change.wire, change.call, change.types, change.imports), strict=True))


def letters(change: Change) -> str:
    """Give the verdicts as four letters: a capital breaks, a small one is risky, a hyphen is neither."""
    return "".join(_letter(gate, level) for gate, level in verdicts(change))


def _letter(gate: Gate, level: Level) -> str:
    letter = gate.value[0]
    return {Level.breaking: letter.upper(), Level.risky: letter, Level.compatible: "-"}[level]


def symbol_verdicts(symbol: SymbolChange) -> str:
    """Say how bad the change of a symbol is: `breaking for call and types, risky for import`."""
    levels = dict(zip((Gate.call, Gate.types, Gate.imports), (symbol.call, symbol.types, symbol.imports), strict=True))
    parts = [
        f"{level.value} for {' and '.join(gate.value for gate, found in levels.items() if found is level)}"
        for level in (Level.breaking, Level.risky)
        if level in levels.values()
    ]
    return ", ".join(parts)


def signature(symbol: SymbolChange) -> str:
    """Give old and new signature or type of a symbol, or the one that there is; empty where there is none."""
    return one_line(" -> ".join(part for part in (symbol.old, symbol.new) if part))


def group_of(change: Change) -> str:
    """Give what a change stands under: its operation, or the component that several operations use."""
    if len(change.operations) == 1:
        return one_line(change.operations[0])
    return one_line(change.where.partition(" · ")[0]) or one_line(change.pointer)


def reach(change: Change, most: int = 3) -> str:
    """Say how many operations a change reaches, and name *most* of them: `2 operations: GET /a, GET /b`."""
    named = [one_line(operation) for operation in change.operations]
    left = len(named) - most
    more = f", and {left} more" if left > 0 else ""
    return f"{counted(len(named), 'operation')}: {', '.join(named[:most])}{more}" if named else ""


def facade(change: Change) -> str:
    """Name the cells of the facade that rest on what changed."""
    return ", ".join(one_line(f"{cell.provider} {cell.cell} ({cell.level})") for cell in change.facade)


def acceptance(change: Change) -> str:
    """Say why an accepted change may pass."""
    entry = change.accepted
    return one_line(f"{entry.reason} ({entry.owner}, until {entry.expires.isoformat()})") if entry else ""


def worst_first(changes: Iterable[Change], gate: Gate) -> list[Change]:
    """Give changes by how bad they are at *gate*, otherwise in their order; accepted ones come last."""
    return sorted(changes, key=lambda change: (change.accepted is not None, -change.at(gate).rank))


def of_pairs(report: Report) -> Iterator[tuple[Pair, list[Change]]]:
    """Give each pair with its changes."""
    found: dict[str, list[Change]] = {pair.name: [] for pair in report.pairs}
    for change in report.changes:
        found[change.contract].append(change)
    for pair in report.pairs:
        yield pair, found[pair.name]


def worth_telling(report: Report) -> list[tuple[Pair, list[Change]]]:
    """Give the pairs that there is something to say of; where there is only one pair, that one."""
    pairs = list(of_pairs(report))
    return pairs if len(pairs) == 1 else [(pair, changes) for pair, changes in pairs if changes or pair.notes]


def unchanged(report: Report) -> str:
    """Say how many contracts `worth_telling` leaves out, empty where it leaves out none."""
    count = len(report.pairs) - len(worth_telling(report))
    return f"{count} {'contract' if count == 1 else 'contracts'} without changes" if count else ""


def levels(changes: Iterable[Change], gate: Gate) -> dict[Level, int]:
    """Count changes that are not accepted by level, worst first."""
    found = Counter(change.at(gate) for change in changes if not change.accepted)
    return {level: found[level] for level in LEVELS}


def tally(changes: Iterable[Change], gate: Gate) -> str:
    """Say how many changes there are of each level: `2 breaking, 1 risky, 4 compatible changes, 1 accepted`."""
    changes = list(changes)
    found = levels(changes, gate)
    total = sum(found.values())
    accepted = len(changes) - total
    if not changes:
        return "no changes"
    parts = ", ".join(f"{count} {level.value}" for level, count in found.items() if count)
    said = f"{parts} {'change' if total == 1 else 'changes'}" if total else "no other changes"
    return f"{said}, {accepted} accepted" if accepted else said


def bumps(pair: Pair) -> str:
    """Say which bumps are due, and whether the one made is enough; empty where nothing is due."""
    versions = pair.versions
    if versions.api == versions.package == "none":
        return ""
    api = f"the API needs a {versions.api} bump" if versions.api != "none" else "the API needs no bump"
    package = f", {pair.package} a {versions.package} one" if versions.package != "none" else ""
    given = _given(pair)
    return one_line(f"{api}{package}; {given}" if given else f"{api}{package}")


def _given(pair: Pair) -> str:
    """Say which bump info.version makes; nothing where a side has none."""
    versions = pair.versions
    if not (versions.old and versions.new):
        return ""
    if versions.given == "unknown":
        return f'info.version goes from "{versions.old}" to "{versions.new}", which cannot be judged'
    made = {
        "none": f"info.version stays {versions.new}",
        "decreased": f"info.version goes back from {versions.old} to {versions.new}",
    }.get(versions.given, f"info.version makes a {versions.given} one, {versions.old} to {versions.new}")
    return f"{made}, which is {'enough' if versions.enough else 'not enough'}"


def outcome(report: Report, gate: Gate, fail_on: Level | None) -> str:
    """Say whether the report lets pass, and why not: `fails: 2 changes are breaking at level import`."""
    failing = len(report.failing(gate, fail_on))
    if failing and fail_on:
        what = {Level.breaking: "breaking", Level.risky: "risky or breaking", Level.compatible: "not accepted"}[fail_on]
        verb = "is" if failing == 1 else "are"
        said = f"{counted(failing, 'change')} {verb} {what} at level {gate.value}"
    else:
        said = ""
    stale = counted(len(report.problems), "problem") + " of the policy" if report.problems else ""
    reasons = ", ".join(part for part in (said, stale) if part)
    return f"fails: {reasons}" if reasons else "passes"
