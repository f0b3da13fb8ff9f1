"""What a finding wants of the contract, if the page is to be believed.

In: a finding of an audit or of a drift.  Out: a `Wish`, or None where it wants nothing that an edit could give.
Never: looks at the contract.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from handbill_generator.docs.findings import Finding, Kind, Said
from handbill_generator.docs.model import Attribute, Value


class Action(StrEnum):
    """What is to become of an element or of what is said of it."""

    add = "add"
    remove = "remove"
    set = "set"
    rename = "rename"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """To do *action*: *values* are those to have, or those to add or to remove; *held* are the contract's, if known.

    *is_whole* says that *values* are all that there are.
    """

    action: Action
    attribute: Attribute
    values: tuple[Value, ...]
    held: tuple[Value, ...] = ()
    is_whole: bool = False


def wish_of(finding: Finding) -> Wish | None:
    """Give what *finding* wants."""
    attribute = finding.attribute or Attribute.exists
    match finding.kind:
        case Kind.missing:
            held = _values(finding.new)
            return Wish(
                action=Action.add, attribute=attribute, values=_values(finding.old), held=held, is_whole=not held
            )
        case Kind.undocumented:
            # The page may list several values; what it lacks stands in the names.
            gone = tuple(value for value in _values(finding.new) if attribute is not Attribute.exists)
            return Wish(action=Action.remove, attribute=attribute, values=gone)
        case Kind.contradicted:
            return _set(attribute, _values(finding.old), _values(finding.new))
        case Kind.added:
            return Wish(action=Action.add, attribute=attribute, values=_values(finding.new))
        case Kind.removed:
            return Wish(action=Action.remove, attribute=attribute, values=_values(finding.old))
        case Kind.changed if attribute is Attribute.exists and len(finding.names) == 2:
            return Wish(action=Action.rename, attribute=attribute, values=finding.names)
        case Kind.changed:
            return _set(attribute, _values(finding.new), ())
        case _:
            return None


def _set(attribute: Attribute, values: tuple[Value, ...], held: tuple[Value, ...]) -> Wish | None:
    if attribute is Attribute.required and values == held:
        # The page says of a whole object that nothing in it is required.
        values = tuple(not value for value in held)
    return Wish(action=Action.set, attribute=attribute, values=values, held=held) if values else None


def _values(said: Said | None) -> tuple[Value, ...]:
    return said.values if said else ()
