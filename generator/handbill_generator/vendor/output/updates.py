"""Write the plan of an update: what changes, what breaks, where the project uses it, and what conflicts.

In: a plan.  Out: text, or JSON values.
Never: writes the project.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handbill_generator.changes.model import Gate, Report, SymbolChange
from handbill_generator.changes.output import words
from handbill_generator.changes.output.json_report import told as told_report
from handbill_generator.diagnostics import one_line
from handbill_generator.vendor.output.entries import told as told_entry
from handbill_generator.vendor.output.entries import version
from handbill_generator.vendor.updating import Plan, Step


def text(plan: Plan, *, root: Path) -> str:
    """Give a plan as text."""
    lines = [line for step in plan.steps for line in _step(step, root=root)]
    return "".join(f"{line}\n" for line in lines)


def told(plan: Plan, *, root: Path, is_written: bool) -> dict[str, Any]:
    """Give a plan as JSON."""
    return {"format": 1, "written": is_written, "packages": [_told(step, root) for step in plan.steps]}


def _step(step: Step, *, root: Path) -> Iterator[str]:
    name = step.entry.name
    if not step.changes:
        yield one_line(f"{name}: {version(step.entry)} is what its source has")
        return
    yield one_line(f"{name}: {_what(step)}")
    compared = step.comparison
    if compared:
        yield from _contract(compared.report)
        if not compared.report.changes:
            yield from (one_line(f"  {symbol.symbol}: {symbol.kind}") for symbol in compared.symbols)
        yield from _uses(step, root)
    for path in step.merged:
        yield one_line(f"{name}: the patch of {path} is kept")
    for path in step.settled:
        yield one_line(f"{name}: the patch of {path} is no longer needed: the next version has it")
    for conflict in step.conflicts:
        place = f"{step.entry.path}/{conflict.path}:{conflict.line}"
        yield one_line(f"{place}: conflict: {conflict.message}; change the patch so that it fits, and declare it again")


def _contract(report: Report) -> Iterator[str]:
    """Say what changes in the contract: line by line what may hurt, and how much else there is."""
    hurting = [change for change in words.worst_first(report.changes, Gate.imports) if change.level.rank]
    for change in hurting:
        yield one_line(f"  {change.level.value:<8}  {words.sentence(change)}")
    if harmless := len(report.changes) - len(hurting):
        noun = "change" if harmless == 1 else "changes"
        yield f"  and {harmless} compatible {noun}; --format json lists all"


def _what(step: Step) -> str:
    if step.old is None:
        return f"{version(step.entry)} comes, as the facade needs it"
    if step.new is None:
        return f"{version(step.entry)} goes, as the facade does not need it any more"
    old, new = version(step.old), version(step.new)
    if old != new:
        return f"{old} -> {new}"
    return f"{new}, emitted anew by handbill {step.new.handbill}" if step.old.handbill != step.new.handbill else new


def _uses(step: Step, root: Path) -> Iterator[str]:
    compared = step.comparison
    assert compared is not None
    if not compared.breaking:
        yield "No Python name that the project could use breaks."
        return
    count = len(compared.breaking)
    yield f"{count} Python {'name breaks' if count == 1 else 'names break'}:"
    for symbol in compared.breaking:
        yield one_line(f"  {_broken(symbol)}")
    places = len({(use.path, use.line) for use in compared.uses})
    if not compared.uses:
        yield "The project's own source uses none of them."
        return
    yield f"The project's own source uses them in {places} {'place' if places == 1 else 'places'}:"
    for use in compared.uses:
        sure = "" if use.is_certain else "perhaps "
        instead = f"; now {use.instead}" if use.instead else ""
        yield one_line(f"  {_shown(use.path, root)}:{use.line}:{use.column}: {use.code}")
        yield one_line(f"      {sure}{_broken(use.change)}{instead}")


def _broken(change: SymbolChange) -> str:
    becomes = f": {change.old} -> {change.new}" if change.old and change.new else ""
    return f"{change.symbol} {change.kind}{becomes}"


def _shown(path: Path, root: Path) -> str:
    return Path(os.path.relpath(path, root)).as_posix()


def _told(step: Step, root: Path) -> dict[str, Any]:
    compared = step.comparison
    return {
        "name": step.entry.name,
        "changes": step.changes,
        "old": told_entry(step.old) if step.old else None,
        "new": told_entry(step.new) if step.new else None,
        "report": told_report(compared.report) if compared else None,
        "symbols": [
            {"symbol": change.symbol, "kind": change.kind, "old": change.old, "new": change.new}
            for change in (compared.breaking if compared else ())
        ],
        "uses": [
            {
                "file": _shown(use.path, root),
                "line": use.line,
                "column": use.column,
                "symbol": use.change.symbol,
                "kind": use.change.kind,
                "code": use.code,
                "instead": use.instead,
                "certain": use.is_certain,
            }
            for use in (compared.uses if compared else ())
        ],
        "merged": list(step.merged),
        "settled": list(step.settled),
        "conflicts": [
            {"file": f"{step.entry.path}/{conflict.path}", "line": conflict.line, "message": conflict.message}
            for conflict in step.conflicts
        ],
    }
