"""Find the components of which requests and responses need a version each.

In: a `Contract`, the directions that reach its schemas, and which of those have files.  Out: pointers.
Never: splits what is the same on both sides: one class is enough for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from handbill_generator.contract import Contract, Schema
from handbill_generator.plan.directions import nested, targets
from handbill_generator.plan.flatten import flatten


def find_split(contract: Contract, directions: Mapping[str, frozenset[str]], uploads: frozenset[str]) -> frozenset[str]:
    """Give the pointers of what is sent and received, and differs or holds something that does."""
    both = {pointer for pointer, found in directions.items() if len(found) == 2}
    split = {pointer for pointer in both if pointer in uploads or _differs(contract.resolve(pointer), contract)}
    users: dict[str, list[str]] = {}
    for pointer in both:
        for target in targets(contract.resolve(pointer), contract):
            users.setdefault(target, []).append(pointer)
    waiting = list(split)
    while waiting:
        more = [user for user in users.get(waiting.pop(), ()) if user not in split]
        split.update(more)
        waiting += more
    return frozenset(split)


def _differs(schema: Schema, contract: Contract) -> bool:
    marks = ("readOnly", "writeOnly")
    members = [member.keywords for member in flatten(schema, contract.resolve).properties.values()]
    inside = [inner.keywords for inner in nested(schema)]
    return any(isinstance(k, Mapping) and any(k.get(mark) is True for mark in marks) for k in members + inside)
