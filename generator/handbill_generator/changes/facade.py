"""Say which verbs and fields of the facade rest on what changed.

In: the facade's tables of capabilities, as `python -m handbill_demo capabilities` tells them, and changes.
Out: the same changes with the cells that they touch.
Never: imports the facade; what a cell rests on is the evidence in its row, an operationId, a schema or
`Schema.property`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from handbill_generator.changes.model import Change, FacadeCell
from handbill_generator.contract import Contract
from handbill_generator.diagnostics import HandbillError
from handbill_generator.facade import asked
from handbill_generator.load import tokens_of


def with_facade(changes: Iterable[Change], contracts: Iterable[Contract], provider: str) -> tuple[Change, ...]:
    """Add the cells of *provider*; *contracts* are both sides.

    Where there is no such provider, or no facade installed, the changes are given back as they are.
    """
    changes = tuple(changes)
    try:
        rows = asked("capabilities")["providers"].get(provider, ()) if changes else ()
    except HandbillError:
        return changes
    operations = {
        operation.id.raw: f"{operation.method} {operation.path.raw}"
        for contract in contracts
        for operation in contract.operations
    }
    return tuple(replace(change, facade=tuple(_cells(change, rows, provider, operations))) for change in changes)


def _cells(
    change: Change, rows: Iterable[Mapping[str, Any]], provider: str, operations: Mapping[str, str]
) -> Iterable[FacadeCell]:
    touched = _schemas(change)
    for row in rows:
        evidence = str(row["evidence"])
        if row["level"] == "unsupported":
            continue  # what the facade does not do, no change of the provider breaks
        # A cell that rests on a field is touched by what happens to that field, one that rests on a whole by anything.
        is_touched = operations[evidence] in change.operations if evidence in operations else evidence in touched
        if is_touched:
            yield FacadeCell(provider=provider, cell=str(row["name"]), level=str(row["level"]))


def _schemas(change: Change) -> set[str]:
    """Give `Schema` and `Schema.property` of what stands at either side."""
    found = set()
    for side in (change.old, change.new):
        match tokens_of(side.pointer) if side else ():
            case ("components", "schemas", name):
                found.add(name)
            case ("components", "schemas", name, "properties", property, *_):
                found |= {name, f"{name}.{property}"}
            case ("components", "schemas", name, *_):
                found.add(name)
    return found
