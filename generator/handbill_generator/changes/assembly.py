"""Make changes of differences: their levels, their place in words, their sides in the files, their fingerprint.

In: the differences of two contracts.  Out: a `Change` each, worst first; what follows in Python is added later.
Never: finds a difference.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from hashlib import sha256
from typing import Any

from handbill_generator.changes.difference import Difference, Spot
from handbill_generator.changes.levels import exemption_of, wire_level
from handbill_generator.changes.model import Change, Effect, Level, Side
from handbill_generator.contract import Contract
from handbill_generator.load import tokens_of

_LONGEST_VALUE = 400
_ANY_BRANCH = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})

CALLS = ("api-security-*", "api-global-security-*", "api-server-*", "request-*-default-value-*")
"""Changes that make a call that worked raise, or mean something else, though no name of Python changes."""


def assembled(differences: Iterable[Difference], old: Contract, new: Contract, *, name: str) -> tuple[Change, ...]:
    """Make the changes of one pair of contracts, called *name*."""
    made = [_change(difference, old, new, name) for difference in differences]
    return tuple(_told_apart(sorted(made, key=order)))


def order(change: Change) -> tuple[Any, ...]:
    """Give what changes are sorted by: the worst first, then as they stand in the document."""
    position = change.side.position
    return -change.level.rank, change.contract, position.file, position.line, position.column, change.id, change.message


def side(contract: Contract, spot: Spot | None) -> Side | None:
    """Give a side of a change; a value that would fill the screen is cut."""
    if spot is None:
        return None
    pointer, value = spot
    return Side(pointer=pointer, position=contract.position(pointer), value=excerpt(value))


def excerpt(value: Any) -> Any:
    """Give *value*, or the beginning of its JSON where that is long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return value if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def fingerprint_of(*parts: str) -> str:
    """Give 12 hexadecimal digits that stay the same as long as *parts* do."""
    return sha256("\0".join(parts).encode()).hexdigest()[:12]


def _change(difference: Difference, old: Contract, new: Contract, name: str) -> Change:
    wire = difference.wire or wire_level(difference.id, difference.direction, difference.effect)
    calls = any(fnmatchcase(difference.id, pattern) for pattern in CALLS)
    return Change(
        id=difference.id,
        contract=name,
        direction=difference.direction,
        effect=difference.effect,
        wire=wire,
        call=wire if calls else Level.compatible,
        message=difference.message,
        where=_where(difference),
        hint=difference.hint or _hint(difference),
        old=side(old, difference.old),
        new=side(new, difference.new),
        operations=tuple(sorted({use.operation for use in difference.uses})),
        tags=tuple(sorted({tag for use in difference.uses for tag in use.tags})),
        fingerprint=fingerprint_of(difference.id, difference.direction, *_scope(difference), difference.key),
    )


def _hint(difference: Difference) -> str:
    exemption = exemption_of(difference.id) if difference.effect is Effect.none else None
    return exemption.reason if exemption else ""


def _where(difference: Difference) -> str:
    """Say the place: of the one operation that uses it, or of the component that several do."""
    path = ".".join(difference.path)
    component = _component(difference)
    if len(difference.uses) != 1 and component:
        inside = ".".join(_inside(difference))
        return " · ".join(part for part in (component, inside) if part)
    operations = sorted({use.operation for use in difference.uses})
    first = difference.uses[0].where if difference.uses else ""
    if not operations:
        return component or (difference.new or difference.old or ("", None))[0]
    named = operations[0] if len(operations) == 1 else f"{len(operations)} operations"
    return " · ".join(part for part in (named, first, path) if part)


def _component(difference: Difference) -> str:
    tokens = _tokens(difference)
    if len(tokens) < 3 or tokens[0] != "components":
        return ""
    return f"{tokens[1].removesuffix('s')} {tokens[2]}"


def _inside(difference: Difference) -> Iterator[str]:
    """Give the names on the way from a component to the difference: those of properties, and what has no name."""
    tokens = iter(_tokens(difference)[3:])
    for token in tokens:
        if token in ("properties", "patternProperties", "$defs", "dependentSchemas"):
            yield next(tokens, "")
        elif token in ("items", "additionalProperties", "not", "contains", "propertyNames"):
            yield {"additionalProperties": "*"}.get(token, token)
        elif token in _ANY_BRANCH:
            next(tokens, "")


def _tokens(difference: Difference) -> tuple[str, ...]:
    spot = difference.old or difference.new
    return tokens_of(spot[0]) if spot else ()


def _scope(difference: Difference) -> Iterator[str]:
    """Give what a place is called whatever else is added or moved: no index, and no operation of a shared component."""
    component = _component(difference)
    if component:
        yield component
        yield from _inside(difference)
        return
    first = difference.uses[0] if difference.uses else None
    yield first.operation if first else _tokens(difference)[-1] if _tokens(difference) else ""
    yield first.where if first else ""
    yield from difference.path


def _told_apart(changes: list[Change]) -> Iterator[Change]:
    """Number the fingerprints that two changes of one pair would share."""
    seen: Counter[str] = Counter()
    for change in changes:
        seen[change.fingerprint] += 1
        count = seen[change.fingerprint]
        yield change if count == 1 else replace(change, fingerprint=fingerprint_of(change.fingerprint, str(count)))
