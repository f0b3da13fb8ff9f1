"""Say which operations came and went.

In: the pairs of operations.  Out: a finding for each that has no partner; one for a whole path that is gone.
Never: calls a removal harmless unless the rules of time do.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from handbill_generator.changes import lifecycle
from handbill_generator.changes.difference import Difference, Use
from handbill_generator.changes.model import Direction, Effect, Level
from handbill_generator.changes.operations.matching import Matched
from handbill_generator.changes.operations.place import Both
from handbill_generator.contract import Operation


def compare_existence(both: Both, pairs: Iterable[Matched]) -> None:
    """Find the operations that only one side has."""
    kept = Counter(operation.path.raw for operation in both.new.operations)
    for pair in pairs:
        if pair.new is None and pair.old is not None:
            both.found.append(_removed(both, pair.old, whole_path=not kept[pair.old.path.raw]))
        elif pair.old is None and pair.new is not None:
            operation = pair.new
            both.found.append(
                _existence("endpoint-added", Effect.widens, "the operation was added", operation, new=True)
            )


def _removed(both: Both, operation: Operation, *, whole_path: bool) -> Difference:
    suffix, wire, words = lifecycle.removal(operation.lifecycle, both.rules)
    prefix, what = ("api-path", "path") if whole_path else ("api", "operation")
    message = f"the operation was removed{words}"
    if whole_path:
        message += f", and with it the {what}"
    return _existence(f"{prefix}-{suffix}", Effect.narrows, message, operation, new=False, wire=wire)


def _existence(
    id: str, effect: Effect, message: str, operation: Operation, *, new: bool, wire: Level | None = None
) -> Difference:
    name = f"{operation.method} {operation.path.raw}"
    spot = (operation.pointer, operation.id.raw or name)
    tags = tuple(tag.raw for tag in operation.tags)
    return Difference(
        id=id,
        facet="operation",
        direction=Direction.request,
        effect=effect,
        message=message,
        old=None if new else spot,
        new=spot if new else None,
        uses=(Use(operation=name, tags=tags, where=""),),
        wire=wire,
    )
