"""A type as words say it, and how it is written down.

In: what `types` read.  Out: `Typed`, text that `read_type` gives back, and the type that stands for several.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A type.

    *types* are of `model.TYPES`, none where any value is meant.  *nullable* is None where it is not said.  *items*
    is the type of the items of an array.  *values* are those of a closed list, as written.
    """

    types: tuple[str, ...]
    nullable: bool | None = None
    items: Typed | None = None
    format: str = ""
    values: tuple[str, ...] = ()


NULL = Typed(types=(), nullable=True)
"""What `null` says of the type that it stands beside."""


def written(typed: Typed) -> str:
    """Write *typed* so that `read_type` gives it back; its values must be without quotes."""
    if typed.values:
        is_text = "string" in typed.types
        parts = [f'"{value}"' if is_text else value for value in typed.values]
    else:
        parts = [_written(name, typed) for name in typed.types] or ["any"]
    if typed.nullable:
        parts.append("null")
    return ("non-null " if typed.nullable is False else "") + " | ".join(parts)


def united(terms: Sequence[Typed]) -> Typed:
    """Give one type for *terms*, of which one holds; a list of values is closed only where every term is one."""
    if len(terms) == 1:
        return terms[0]
    said = [term for term in terms if term != NULL]
    is_open = any(not term.types for term in said)
    is_closed = all(term.values for term in said)
    return Typed(
        types=() if is_open else tuple(dict.fromkeys(name for term in said for name in term.types)),
        nullable=True if any(term.nullable for term in terms) else None,
        items=None if is_open else next((term.items for term in said if term.items), None),
        format="" if is_open else next((term.format for term in said if term.format), ""),
        values=tuple(dict.fromkeys(value for term in said for value in term.values)) if is_closed else (),
    )


def _written(name: str, typed: Typed) -> str:
    if name == "array":
        return f"array<{written(typed.items)}>" if typed.items else "array"
    if typed.format and name in ("string", "integer", "number"):
        return f"{name}<{typed.format}>"
    return name
