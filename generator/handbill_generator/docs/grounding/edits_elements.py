"""Add, remove and rename properties and parameters.

In: an operation and a path, or an element that is there.  Out: edits.
Never: touches what other operations of the same path share, or a variable of the path.
"""

from __future__ import annotations

from collections.abc import Iterator

from handbill_generator.contract import Operation
from handbill_generator.docs.findings import Edit
from handbill_generator.docs.grounding.composing import Composed
from handbill_generator.docs.grounding.edits_keywords import forgotten, lists_of, required_beside
from handbill_generator.docs.grounding.parts import Part, below
from handbill_generator.docs.grounding.places import Places
from handbill_generator.docs.grounding.targets import Target
from handbill_generator.docs.grounding.wishes import Wish
from handbill_generator.docs.model import ITEMS, VALUES, Path, Side

_UNSENT = frozenset({"accept", "content-type", "authorization"})
"""Headers that are no parameters (OpenAPI 3.1.0, section 4.8.12.1)."""


def added(places: Places, operation: Operation, side: Side, status: str, path: Path, new: Composed) -> Iterator[Edit]:
    """Add what *path* leads to, as *new* has it."""
    if not places.way(operation, side, status, path).left:
        return
    if path[0] in ("query", "header", "cookie") and len(path) == 2:
        if side is Side.request and not (path[0] == "header" and path[1].lower() in _UNSENT):
            yield from _parameter_added(places, operation, path, new)
        return
    way = places.way(operation, side, status, path[:-1])
    if way.left or way.holder is None or path[-1] in (ITEMS, VALUES) or len(path) < 2:
        return
    above = Target(places, operation, way, way.taken)
    if above.path[0] in ("query", "header", "cookie", "path") and len(path) < 3:
        return
    part = _open(above)
    if part is None:
        return
    if "properties" in part.keywords:
        yield above.edit("add", below(part.pointer, "properties", path[-1]), new.schema)
    else:
        yield above.edit("add", below(part.pointer, "properties"), {path[-1]: new.schema})
    if new.is_required:
        yield from required_beside(above, part, path[-1])


def removed(target: Target, wish: Wish) -> Iterator[Edit]:
    """Remove an element."""
    del wish
    if target.path[0] != "body" and len(target.path) == 2:
        yield from _parameter_removed(target)
        return
    holder = target.holder()
    if holder is None:
        return
    lists = lists_of(target, target.path[-1])
    if lists is None:
        return
    yield target.edit("remove", target.way.pointer)
    yield from forgotten(target, lists)


def renamed(target: Target, wish: Wish) -> Iterator[Edit]:
    """Give an element another name."""
    name = str(wish.values[-1])
    if target.path[0] != "body" and len(target.path) == 2:
        yield from _parameter_renamed(target, name)
        return
    holder = target.holder()
    lists = lists_of(target, target.path[-1])
    if holder is None or lists is None or name in target.parents().members():
        return
    yield target.edit("add", below(holder.pointer, "properties", name), target.reader.value(target.way.pointer))
    yield target.edit("remove", target.way.pointer)
    for part, index in lists:
        yield target.edit("replace", below(part.pointer, "required", str(index)), name)


def _open(above: Target) -> Part | None:
    """Give the mapping to add a property to: the one that has properties, else the one that is called an object."""
    seen = above.seen()
    having = [part for part in seen.parts if isinstance(part.keywords.get("properties"), dict)]
    if having:
        return (
            having[0] if len(having) == 1 else next((p for p in having if p.pointer == above.way.pointer), having[-1])
        )
    if seen.members():
        return None  # a map, a list, or one of several
    objects = [part for part in seen.parts if part.keywords.get("type") in ("object", ["object", "null"])]
    return objects[0] if len(objects) == 1 and not seen.groups else None


def _parameter_added(places: Places, operation: Operation, path: Path, new: Composed) -> Iterator[Edit]:
    target = Target(places, operation, places.way(operation, Side.request, "", ()), path)
    parameter = {
        "name": path[1],
        "in": path[0],
        **({"required": True} if new.is_required else {}),
        "schema": new.schema,
    }
    operation_part = target.part(operation.pointer)
    if operation_part is None:
        return
    if isinstance(operation_part.keywords.get("parameters"), list):
        yield target.edit("add", below(operation.pointer, "parameters", "-"), parameter)
    elif "parameters" not in operation_part.keywords:
        yield target.edit("add", below(operation.pointer, "parameters"), [parameter])


def _parameter_removed(target: Target) -> Iterator[Edit]:
    index = _own_parameter(target)
    if index is not None:
        yield target.edit("remove", below(target.operation.pointer, "parameters", str(index)))


def _parameter_renamed(target: Target, name: str) -> Iterator[Edit]:
    holder = target.way.holder
    part = target.part(holder.pointer) if holder else None
    is_own = _own_parameter(target) is not None and part and "$ref" not in part.keywords
    if holder and part and is_own and holder.pointer.startswith(target.operation.pointer):
        yield from target.put(part, "name", name)


def _own_parameter(target: Target) -> int | None:
    """Give where the operation itself lists the parameter; None for one of its path, and for variables."""
    holder = target.way.holder
    listed = target.reader.value(below(target.operation.pointer, "parameters"))
    if holder is None or target.path[0] == "path" or not isinstance(listed, list):
        return None
    for index in range(len(listed)):
        pointer = below(target.operation.pointer, "parameters", str(index))
        if target.reader.referred(pointer) == holder.pointer:
            return index
    return None
