"""What takes the place of a Python name that goes.

In: a change of a symbol, and all changes of the same update.  Out: the symbol to use instead, where one stands out.
Never: takes one of several for the one: a wrong hint costs more than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from handbill_generator.changes.model import SymbolChange

_NAME = re.compile(r"[A-Za-z_]\w*")


def replacement(change: SymbolChange, every: Iterable[SymbolChange]) -> str:
    """Give the dotted symbol that stands where *change* took one away, empty where none stands out.

    Of a field it is one of the same class and type that is new, and whose name is a part of the old one or has it as a
    part (`campaign_id`, `id`); of a class what stands in its place wherever it was named (`list[Row]`, `list[Item]`).
    """
    if change.kind != "removed":
        return ""
    owner, _, name = change.symbol.rpartition(".")
    every = tuple(every)
    # A class stands in a module, whose name is in small letters; a field in a class.
    found = _classes(owner, name, every) if owner.rpartition(".")[2].islower() else _fields(owner, name, change, every)
    return found.pop() if len(found) == 1 else ""


def _fields(owner: str, name: str, change: SymbolChange, every: tuple[SymbolChange, ...]) -> set[str]:
    parts = name.split("_")
    found = set()
    for other in every:
        above, _, short = other.symbol.rpartition(".")
        if other.kind == "added" and above == owner and other.new == change.old:
            new = short.split("_")
            if parts[-len(new) :] == new or new[-len(parts) :] == parts:
                found.add(other.symbol)
    return found


def _classes(module: str, name: str, every: tuple[SymbolChange, ...]) -> set[str]:
    found = set()
    for other in every:
        old, new = _NAME.findall(other.old), _NAME.findall(other.new)
        if other.kind == "retyped" and len(old) == len(new) and name in old:
            found |= {f"{module}.{after}" for before, after in zip(old, new, strict=True) if before == name != after}
    return found
