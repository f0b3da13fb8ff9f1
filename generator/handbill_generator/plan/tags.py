"""Find the properties that tell the members of a union apart.

In: a `Contract`.  Out: the pointers of those properties.
Never: judges whether the union holds together; it only keeps `shapes` from opening what must stay fixed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handbill_generator.contract import Contract, Schema
from handbill_generator.plan.directions import nested, operation_schemas, payloads
from handbill_generator.plan.flatten import flatten
from handbill_generator.plan.scalars import closed_values

_UNITING = frozenset({"allOf", "anyOf", "oneOf"})


def find_tags(contract: Contract) -> Iterator[str]:
    """Go through the pointers of all properties of one fixed value in the members of unions."""
    for root in (*contract.schemas.values(), *operation_schemas(contract)):
        for schema in nested(root):
            if _UNITING.isdisjoint(schema.keywords):
                continue
            for alternative in flatten(schema, contract.resolve).alternatives:
                yield from _fixed(alternative, contract)
    # What webhooks bring is read as one union.
    for payload in payloads(contract):
        yield from _fixed(payload, contract)


def _fixed(alternative: Schema, contract: Contract, seen: frozenset[str] = frozenset()) -> Iterator[str]:
    flat = flatten(alternative, contract.resolve)
    if flat.reference and flat.reference not in seen:
        yield from _fixed(contract.resolve(flat.reference), contract, seen | {flat.reference})
    for member in flat.properties.values():
        if isinstance(member.keywords, Mapping) and len(closed_values(member.keywords)[0]) == 1:
            yield member.pointer
