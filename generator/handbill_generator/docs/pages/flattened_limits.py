"""Read the limits that Mintlify prints below a field: `Required string length: 1 - 200`, `x >= 1`.

In: a line.  Out: attributes with numbers.
Never: reads a sentence; `words.wording` does.
"""

from __future__ import annotations

import re

from handbill_generator.docs.model import MAX_TOKEN, Attribute, Value

_NUMBER = r"-?\d{1,15}(?:\.\d{1,10})?"
_RANGE = re.compile(
    rf"(?:.{{1,60}}[:\uff1a] ?)?(?:({_NUMBER}) ?(<=|<|\u2264) ?)?x(?: ?(<=|<|\u2264|>=|>|\u2265) ?({_NUMBER}))?"
)
_LENGTH = re.compile(
    r"(?:(?P<least>minimum|min)|(?P<most>maximum|max)|required) (?P<what>string|array|object)? ?length: "
    r"(?P<first>\d{1,15})(?: ?- ?(?P<last>\d{1,15}))?(?: (?:elements?|items?|characters?|properties))?",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(rf"(?:must be a )?multiple of:? ({_NUMBER})\.?", re.IGNORECASE)
_PATTERN = re.compile(r"pattern: ?(\S.{0,190})", re.IGNORECASE)
_BOUNDS = {
    "<=": (Attribute.minimum, Attribute.maximum),
    "\u2264": (Attribute.minimum, Attribute.maximum),
    "<": (Attribute.exclusive_minimum, Attribute.exclusive_maximum),
    ">=": (Attribute.maximum, Attribute.minimum),
    "\u2265": (Attribute.maximum, Attribute.minimum),
    ">": (Attribute.exclusive_maximum, Attribute.exclusive_minimum),
}
_LENGTHS = {
    "string": (Attribute.min_length, Attribute.max_length),
    "array": (Attribute.min_items, Attribute.max_items),
    "object": (Attribute.min_properties, Attribute.max_properties),
}


def limits_of(line: str, *, is_array: bool = False) -> tuple[tuple[Attribute, Value], ...]:
    """Give what *line* says; nothing where it is no such line.

    >>> limits_of("Required range: 1 <= x <= 100")
    ((<Attribute.minimum: 'minimum'>, 1), (<Attribute.maximum: 'maximum'>, 100))
    """
    if len(line) > MAX_TOKEN:
        return ()
    if match := _LENGTH.fullmatch(line):
        return _lengths(match, is_array=is_array)
    if match := _RANGE.fullmatch(line):
        left, before, after, right = match.groups()
        found: list[tuple[Attribute, Value]] = []
        if before:
            found.append((_BOUNDS[before][0], _number(left)))
        if after:
            found.append((_BOUNDS[after][1], _number(right)))
        return tuple(found)
    if match := _MULTIPLE.fullmatch(line):
        return ((Attribute.multiple_of, _number(match.group(1))),)
    if match := _PATTERN.fullmatch(line):
        return ((Attribute.pattern, match.group(1)),)
    return ()


def _lengths(match: re.Match[str], *, is_array: bool) -> tuple[tuple[Attribute, Value], ...]:
    least, most = _LENGTHS[(match.group("what") or ("array" if is_array else "string")).lower()]
    first = int(match.group("first"))
    if match.group("least"):
        return ((least, first),)
    if match.group("most"):
        return ((most, first),)
    return ((least, first), (most, int(match.group("last") or first)))


def _number(written: str) -> int | float:
    return float(written) if "." in written else int(written)
