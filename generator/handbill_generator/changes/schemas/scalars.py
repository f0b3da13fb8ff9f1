"""Compare what two schemas say of single values: types, values, limits, patterns, formats.

In: a `Local`.  Out: its findings.
Never: runs a pattern; of two that differ each may accept what the other refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas.local import Local, effect_of
from handbill_generator.changes.schemas.node import Node
from handbill_generator.changes.schemas.ranges import bound, divides, is_inside

_SIZES = (
    ("minLength", "min-length", 1),
    ("maxLength", "max-length", -1),
    ("minItems", "min-items", 1),
    ("maxItems", "max-items", -1),
    ("minProperties", "min-properties", 1),
    ("maxProperties", "max-properties", -1),
)
_TYPE_OF = {"Length": "string", "Items": "array", "Properties": "object"}


def compare_scalars(at: Local) -> None:
    """Find what changed in the values that are accepted, types, members and items left out."""
    _values(at)
    for side, word, sign in (("minimum", "min", 1), ("maximum", "max", -1)):
        _bound(at, side, word, sign)
    for keyword, word, sign in _SIZES:
        if _has(at, _TYPE_OF[keyword[3:]]) and not (keyword == "minProperties" and _is_implied(at)):
            _limit(at, keyword, word, sign, at.old.limits.get(keyword), at.new.limits.get(keyword))
    if _has(at, "integer", "fraction"):
        _multiples(at)
    if _has(at, "string"):
        _patterns(at)
        _contents(at)
    _formats(at)


def _has(at: Local, *atoms: str) -> bool:
    """Whether both sides accept a type otherwise than by a list of values; else another finding says all."""
    return any(atom in _open(at.old) and atom in _open(at.new) for atom in atoms)


def _open(node: Node) -> frozenset[str]:
    return node.types - node.values.keys()


def compare_types(at: Local, *, only_null: bool = False) -> None:
    """Find what changed in the types that are accepted; in null alone, where alternatives say the rest."""
    old, new = at.old.types, at.new.types
    for atom, became in (("null", new - old), ("null", old - new)):
        if atom in became and old - {"null"} and new - {"null"}:
            is_new = became == new - old
            word, effect = ("nullable", Effect.widens) if is_new else ("not-nullable", Effect.narrows)
            message = f"null {_now(at) if is_new else _no_longer(at)}"
            at.find(f"became-{word}", "nullable", effect, message, "type", values=(_told(old), _told(new)))
            old, new = old - {"null"}, new - {"null"}
    lost, won = old - new, new - old
    if (not lost and not won) or (only_null and old and new):
        return
    effect = effect_of(bool(lost), bool(won))
    if not new or not old:
        word = "never" if not new else "possible"
        message = "no value is accepted any more" if not new else "values are accepted, where none was"
        at.find(f"became-{word}", "type", effect, message, "type", values=(_told(old), _told(new)))
        return
    suffix = {Effect.narrows: "type-specialized", Effect.widens: "type-generalized"}.get(effect, "type-changed")
    message = f"the type {_told(old)} became {_told(new)}"
    at.find(suffix, "type", effect, message, "type", values=(_told(at.old.types), _told(at.new.types)))


def _told(types: frozenset[str]) -> str:
    names = sorted(types - {"integer", "fraction"})
    if "fraction" in types:
        names.append("number")
    elif "integer" in types:
        names.append("integer")
    return "anything" if len(names) == 6 else " or ".join(sorted(names)) or "nothing"


def _values(at: Local) -> None:
    shared = at.old.types & at.new.types
    old = {key: v for atom in shared for key, v in at.old.values.get(atom, {}).items()}
    new = {key: v for atom in shared for key, v in at.new.values.get(atom, {}).items()}
    became = sorted(atom for atom in shared if atom in at.new.values and atom not in at.old.values)
    ceased = sorted(atom for atom in shared if atom in at.old.values and atom not in at.new.values)
    if became:
        word = "const-added" if at.new.is_const else "became-enum"
        listed = [v for atom in became for v in at.new.values[atom].values()]
        message = f"only {_listed(listed)} {_now(at)}" if len(listed) == 1 else f"nothing but a listed value {_now(at)}"
        at.find(word, "enum", Effect.narrows, message, _keyword(at.new), values=(None, listed))
    if ceased:
        word = "const-removed" if at.old.is_const else "enum-removed"
        listed = [v for atom in ceased for v in at.old.values[atom].values()]
        at.find(word, "enum", Effect.widens, f"any value {_now(at)}", _keyword(at.old), values=(listed, None))
    both = {atom for atom in shared if atom in at.old.values and atom in at.new.values}
    lost = [(k, v) for k, v in old.items() if k not in new and _of(at.old, k) in both]
    won = [(k, v) for k, v in new.items() if k not in old and _of(at.new, k) in both]
    # A value that one side lists may break another rule of the side that lists none.
    lost += [(k, v) for atom in ceased for k, v in at.old.values[atom].items() if _refuses(at, 1, v)]
    won += [(k, v) for atom in became for k, v in at.new.values[atom].items() if _refuses(at, 0, v)]
    if at.old.is_const and at.new.is_const and len(lost) == len(won) == 1:
        message = f"the value {_listed([lost[0][1]])} became {_listed([won[0][1]])}"
        at.find("const-changed", "enum", Effect.both, message, "const", values=(lost[0][1], won[0][1]))
        return
    opts_out = any("x-extensible-enum" in node.annotations for node in (at.old, at.new))
    for key, value in lost:
        message = f"the value {_listed([value])} {_no_longer(at)}"
        at.find("enum-value-removed", "enum", Effect.narrows, message, _keyword(at.old), values=(value, None), key=key)
    for key, value in won:
        effect = Effect.none if opts_out and at.direction is Direction.response else Effect.widens
        message = f"the value {_listed([value])} {_now(at)}"
        at.find("enum-value-added", "enum", effect, message, _keyword(at.new), values=(None, value), key=key)


def _now(at: Local) -> str:
    return "is accepted now" if at.direction is Direction.request else "can come now"


def _no_longer(at: Local) -> str:
    return "is no longer accepted" if at.direction is Direction.request else "does not come any more"


def _refuses(at: Local, side: int, value: Any) -> bool:
    return at.accepts[side]((at.old, at.new)[side].conjunction, value) is False


def _of(node: Node, key: str) -> str:
    return next(atom for atom, values in node.values.items() if key in values)


def _keyword(node: Node) -> str:
    return "const" if node.is_const else "enum"


def _listed(values: list[Any]) -> str:
    return ", ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in values)


def _bound(at: Local, side: str, word: str, sign: int) -> None:
    if not _has(at, "integer", "fraction"):
        return
    old, new = bound(at.old.limits, side), bound(at.new.limits, side)
    if old == new:
        return
    exclusive = f"exclusive{side.capitalize()}"
    keyword = exclusive if (new or old or (0, False))[1] else side
    word = f"exclusive-{word}" if keyword == exclusive else word
    if old and new:
        # Of two bounds at one number the exclusive one is tighter.
        tighter = (sign * new[0], new[1]) > (sign * old[0], old[1])
        grew = new[0] > old[0] or (new[0] == old[0] and (new[1] if sign > 0 else old[1]))
        told = [f"{keyword_of(side, b)} {_number(b[0])}" for b in (old, new)]
        message = f"{told[0]} became {told[1]}"
        effect = Effect.narrows if tighter else Effect.widens
        suffix = f"{word}-{'increased' if grew else 'decreased'}"
    else:
        effect = Effect.narrows if new else Effect.widens
        limit = new or old
        assert limit
        message = f"{keyword} {_number(limit[0])} was {'added' if new else 'removed'}"
        suffix = f"{word}-{'set' if new else 'unset'}"
    places = [keyword_of(side, b) if b else keyword for b in (old, new)]
    values = (old[0] if old else None, new[0] if new else None)
    at.find(suffix, "limit", effect, message, places[0] if not new else places[1], values=values)


def keyword_of(side: str, bound: tuple[float, bool]) -> str:
    """Give the keyword that writes a bound."""
    return f"exclusive{side.capitalize()}" if bound[1] else side


def _is_implied(at: Local) -> bool:
    """Whether what is required keeps the least number of properties on the side that does not ask for it."""
    old, new = at.old.limits.get("minProperties", 0), at.new.limits.get("minProperties", 0)
    return new <= max(old, len(at.old.required)) if new > old else old <= max(new, len(at.new.required))


def _limit(at: Local, keyword: str, word: str, sign: int, old: float | None, new: float | None) -> None:
    if old == new:
        return
    if old is None or new is None:
        effect, action = (Effect.narrows, "set") if old is None else (Effect.widens, "unset")
        limit = new if old is None else old
        message = f"{keyword} {_number(limit or 0)} was {'added' if old is None else 'removed'}"
    else:
        effect = Effect.narrows if sign * new > sign * old else Effect.widens
        action = "increased" if new > old else "decreased"
        message = f"{keyword} went from {_number(old)} to {_number(new)}"
    at.find(f"{word}-{action}", "limit", effect, message, keyword, values=(old, new))


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _multiples(at: Local) -> None:
    old, new = at.old.multiples, at.new.multiples
    if old == new:
        return
    narrows = any(not any(divides(one, other) for other in old) for one in new)
    widens = any(not any(divides(one, other) for other in new) for one in old)
    told = [", ".join(map(_number, sorted(each))) for each in (old, new)]
    action = "set" if not old else "unset" if not new else "changed"
    message = f"multipleOf {told[0] or 'nothing'} became {told[1] or 'nothing'}"
    at.find(
        f"multiple-of-{action}", "limit", effect_of(narrows, widens), message, "multipleOf", values=(told[0], told[1])
    )


def _patterns(at: Local) -> None:
    lost, won = sorted(at.old.patterns - at.new.patterns), sorted(at.new.patterns - at.old.patterns)
    if lost or won:
        action = "changed" if lost and won else "added" if won else "removed"
        message = f"the pattern {lost[0] if lost else won[0]} was {action}"
        if lost and won:
            message = f"the pattern {lost[0]} became {won[0]}"
        values = (lost[0] if lost else None, won[0] if won else None)
        at.find(f"pattern-{action}", "pattern", effect_of(bool(won), bool(lost)), message, "pattern", values=values)


def _formats(at: Local) -> None:
    old, new = at.old.formats, at.new.formats
    narrows = any(not any(is_inside(one, other) for one in old) for other in new)
    widens = any(not any(is_inside(one, other) for one in new) for other in old)
    told = tuple(", ".join(sorted(each)) or None for each in (old, new))
    if old == new:
        told = tuple(node.annotations.get("format") if _open(node) else None for node in (at.old, at.new))
    elif not (at.old.types - {"null"}) & (at.new.types - {"null"}):
        return
    if told[0] != told[1]:
        action = "changed" if told[0] and told[1] else "added" if told[1] else "removed"
        message = f"the format {told[0] or told[1]} was {action}"
        if action == "changed":
            message = f"the format {told[0]} became {told[1]}"
        at.find(f"format-{action}", "format", effect_of(narrows, widens), message, "format", values=(told[0], told[1]))


def _contents(at: Local) -> None:
    for keyword, before, after in _differing(at):
        word = {"contentMediaType": "content-media-type", "contentEncoding": "content-encoding"}.get(
            keyword, "content-schema"
        )
        message = f"{keyword} {before or 'nothing'} became {after or 'nothing'}"
        at.find(f"{word}-changed", "content", Effect.none, message, keyword, values=(before, after))


def _differing(at: Local) -> Iterator[tuple[str, str | None, str | None]]:
    for keyword in ("contentMediaType", "contentEncoding", "contentSchema"):
        before, after = at.old.contents.get(keyword), at.new.contents.get(keyword)
        if before != after:
            yield keyword, before, after
