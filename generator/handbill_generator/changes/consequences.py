"""Put what happens to Python names beside its cause in the contract.

In: the changes of two contracts, and the symbols that change between the two packages they become.
Out: the changes with their symbols and the verdicts that follow; a symbol without a cause becomes a change of its own.
Never: compares packages.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from handbill_generator.changes.assembly import fingerprint_of, order
from handbill_generator.changes.model import Change, Direction, Effect, Level, Side, SymbolChange, worst
from handbill_generator.changes.python import Consequence
from handbill_generator.changes.schemas import schema_ids
from handbill_generator.contract import Contract

_NOWHERE = -1
_TYPELESS = frozenset(
    id
    for id, facet in schema_ids().items()
    if facet in ("limit", "pattern", "default", "lifecycle", "content", "contains", "condition", "dependent", "not")
)
"""Changes that no annotation of the emitted package shows; nor does it show headers of responses."""


def with_consequences(
    changes: Iterable[Change], consequences: Iterable[Consequence], old: Contract | None, new: Contract, *, name: str
) -> tuple[Change, ...]:
    """Add each consequence to the changes that it comes from: those nearest to it in the document."""
    causes = list(changes)
    symbols: dict[int, list[SymbolChange]] = {}
    alone: list[Change] = []
    for consequence in consequences:
        distances = [_distance(cause, consequence) if _can_cause(cause, consequence) else _NOWHERE for cause in causes]
        best = max(distances, default=_NOWHERE)
        if best == _NOWHERE:
            alone.append(_of_its_own(consequence, old, new, name))
            continue
        for index, distance in enumerate(distances):
            if distance == best:
                symbols.setdefault(index, []).append(consequence.change)
    told = [_told(cause, symbols.get(index, [])) for index, cause in enumerate(causes)]
    return tuple(sorted([*told, *alone], key=order))


def _told(change: Change, symbols: list[SymbolChange]) -> Change:
    return replace(
        change,
        symbols=tuple(symbols),
        call=worst([change.call, *(symbol.call for symbol in symbols)]),
        types=worst([change.types, *(symbol.types for symbol in symbols)]),
        imports=worst([change.imports, *(symbol.imports for symbol in symbols)]),
    )


def _can_cause(change: Change, consequence: Consequence) -> bool:
    """Whether a change is of the kind that a symbol depends on."""
    if change.id in _TYPELESS or "response-header" in change.id:
        return False
    if consequence.subject.kind == "result":
        return not change.id.startswith(("request-", "new-"))
    return consequence.subject.kind != "argument" or not change.id.startswith("response-")


def _distance(change: Change, consequence: Consequence) -> int:
    """Say how near a change stands to the place that a symbol comes from: the length of the path they share.

    One of the two must stand above the other: a field for a limit inside of it, an operation for its arguments.
    """
    found = _NOWHERE
    for side, pointers in ((change.old, consequence.old_pointers), (change.new, consequence.new_pointers)):
        if side is not None:
            found = max([found, *(_shared(side.pointer, pointer) for pointer in pointers)])
    return found


def _shared(one: str, other: str) -> int:
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) if longer == shorter or (longer.startswith(f"{shorter}/") and shorter != "#") else _NOWHERE


def _of_its_own(consequence: Consequence, old: Contract | None, new: Contract, name: str) -> Change:
    symbol = consequence.change
    sides = _sides(consequence, old, new)
    return Change(
        id=f"api-symbol-{symbol.kind}",
        contract=name,
        direction=Direction.neither,
        effect=Effect.none,
        wire=Level.compatible,
        call=symbol.call,
        types=symbol.types,
        imports=symbol.imports,
        message=f"{symbol.symbol} {_WORDS[symbol.kind]}",
        where="Python",
        old=sides[0],
        new=sides[1],
        symbols=(symbol,),
        fingerprint=fingerprint_of("api-symbol", symbol.kind, symbol.symbol),
    )


_WORDS = {
    "added": "was added",
    "removed": "was removed",
    "renamed": "was renamed",
    "retyped": "has another type",
    "became-required": "became required",
    "became-optional": "became optional",
    "changed": "changed",
}


def _sides(consequence: Consequence, old: Contract | None, new: Contract) -> tuple[Side | None, Side | None]:
    """Give both sides; where neither can be pointed at, the root of the new document."""
    places = [
        next((pointer for pointer in pointers if pointer.startswith("#")), "")
        for pointers in (consequence.old_pointers, consequence.new_pointers)
    ]
    if old is None or not any(places):
        places = ["", places[1] or "#"]
    told = (consequence.change.old, consequence.change.new)
    return (
        _side(old, places[0], told[0]) if old and places[0] else None,
        _side(new, places[1], told[1]) if places[1] else None,
    )


def _side(contract: Contract, pointer: str, text: str) -> Side:
    return Side(pointer=pointer, position=contract.position(pointer), value=text or None)
