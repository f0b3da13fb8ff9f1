"""Read values that stand in a sentence.

In: words with values in them, in code marks, in quotes or bare.  Out: the values.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from handbill_generator.docs.model import Value

MAX_VALUES = 200
"""The most values of a list."""

QUOTED = r"(?:`[^`\n]{1,80}`|\"[^\"\n]{1,80}\"|'[^'\n]{1,80}')"
"""A value in code marks or quotes, as a pattern."""
BARE = r"[A-Za-z0-9][\w.+:/-]{0,60}"
"""A value without marks, as a pattern."""

_VALUE = re.compile(rf"({QUOTED}|{BARE})(?: ?\(([^()\n]{{1,120}})\))?")
_BETWEEN = re.compile(r" ?, ?(?:(or|and) )?| (or|and) | ?\| ?|(?<=[`\"']) (?=[`\"'])")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?")
_NO_VALUES = frozenset(
    "the your our their its these those them this that it a an all any each none other others more same or and of two "
    "three four five several many following".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The values of a list, *remarks* with what each has in brackets behind it; *joint* is `or`, `and` or empty."""

    values: tuple[str, ...]
    remarks: tuple[str, ...]
    joint: str
    is_marked: bool
    """Whether every value is in code marks or quotes."""


def listing(text: str, start: int = 0) -> Listing | None:
    """Read the list of at least two values that goes from *start* to the end of *text*; None where there is none."""
    values: list[str] = []
    remarks: list[str] = []
    joint = ""
    is_marked = True
    position = start
    while len(values) < MAX_VALUES:
        match = _VALUE.match(text, position)
        if match is None:
            return None
        value = unmarked(match[1])
        if not value or (value == match[1] and value.lower() in _NO_VALUES):
            return None
        is_marked = is_marked and value != match[1]
        values.append(value)
        remarks.append(match[2] or "")
        position = match.end()
        if position == len(text):
            break
        between = _BETWEEN.match(text, position)
        if between is None:
            return None
        joint = between[1] or between[2] or joint
        position = between.end()
    if len(values) < 2 or len(values) == MAX_VALUES:
        return None
    return Listing(values=tuple(values), remarks=tuple(remarks), joint=joint, is_marked=is_marked)


def unmarked(value: str) -> str:
    """Give *value* without the code marks and quotes around it."""
    for _ in range(2):
        if len(value) > 1 and value[0] == value[-1] and value[0] in "`\"'":
            value = value[1:-1].strip()
    return value


def typed(value: str, types: Collection[str]) -> Value:
    """Give *value* as a number or a boolean where it is one and *types*, if there are any, allow it.

    >>> typed("10", ()), typed("10", ["string"]), typed("true", ["boolean"])
    (10, '10', True)
    """
    if value in ("true", "false", "True", "False") and (not types or "boolean" in types):
        return value.lower() == "true"
    number = _NUMBER.fullmatch(value)
    if number and (not types or "integer" in types or "number" in types):
        return float(value) if number[1] else int(value)
    return value


def are_booleans(values: Sequence[str]) -> bool:
    """Tell whether *values* are nothing but true and false."""
    return {value.lower() for value in values} <= {"true", "false"}
