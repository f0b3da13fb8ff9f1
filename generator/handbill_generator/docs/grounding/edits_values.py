"""Add values to lists, and remove them.

In: an element that is there, and values.  Out: edits.
Never: makes a list of one value that is new, or an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.parts import Part, below, type_of
from handbill_generator.docs.grounding.seen import Seen
from handbill_generator.docs.grounding.targets import Target
from handbill_generator.docs.grounding.wishes import Wish
from handbill_generator.docs.model import Value


def values_added(target: Target, wish: Wish) -> Iterator[Edit]:
    """Add values to the list of an element; where it has none, make one of all values that there are."""
    seen = target.seen()
    if part := listing(seen):
        yield from put_in(target, part, wish.values)
    elif wish.is_whole and wish.values:
        stating = target.stating()
        if stating and not {"enum", "const"} & stating.keywords.keys() and _are_of(seen, wish.values):
            null = [None] if seen.types and "null" in seen.types else []
            yield target.edit("add", below(stating.pointer, "enum"), [*wish.values, *null])


def values_removed(target: Target, wish: Wish) -> Iterator[Edit]:
    """Remove values from the list of an element."""
    if part := listing(target.seen()):
        yield from take_out(target, part, wish.values)


def put_in(target: Target, part: Part, values: Sequence[Value]) -> Iterator[Edit]:
    """Add *values* at the end of the list of *part*, those that it lacks."""
    known = part.listed("enum")
    for value in values:
        if not _in(value, known) and any(type_of(value) == type_of(other) for other in known):
            yield target.edit("add", below(part.pointer, "enum", "-"), value)


def take_out(target: Target, part: Part, values: Sequence[Value]) -> Iterator[Edit]:
    """Remove *values* from the list of *part*, from the last on, so that each place is right when its turn comes."""
    known = part.listed("enum")
    indices = [index for index, value in enumerate(known) if _in(value, values)]
    if len(indices) < sum(value is not None for value in known):
        for index in reversed(indices):
            yield target.edit("remove", below(part.pointer, "enum", str(index)))


def listing(seen: Seen) -> Part | None:
    """Give the mapping whose list is that of *seen*, None where there are several or none."""
    parts = [part for part in seen.surely if part.values is not None]
    if not parts:
        parts = [part for group in seen.others for branch in group for part in branch.surely if part.listed("enum")]
    return parts[0] if len(parts) == 1 and parts[0].listed("enum") and "const" not in parts[0].keywords else None


def _are_of(seen: Seen, values: Sequence[Value]) -> bool:
    types = seen.types or frozenset()
    return all(type_of(value) in types or (type_of(value) == "integer" and "number" in types) for value in values)


def _in(value: object, values: Sequence[object]) -> bool:
    return any(type(other) is type(value) and other == value for other in values)
