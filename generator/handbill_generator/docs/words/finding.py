"""Find JSON in running text.

In: any text.  Out: the whole JSON objects and arrays in it, with their lines.
Never: looks at a character more than a few times; a million brackets are read in one go.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from handbill_generator.docs.model import MAX_TOKEN
from handbill_generator.load import JSON

MAX_NESTING = 64
"""How deep values are inside of values."""

_OPENING = re.compile(r"[{\[]")
_BLANK = re.compile(r"[ \t\r\n]*")
_SCALAR = re.compile(
    r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*"'
    r"|-?(?:0|[1-9][0-9]{0,300})(?:\.[0-9]{1,300})?(?:[eE][+-]?[0-9]{1,3})?(?![\w.])"
    r"|(?:true|false|null)(?!\w)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundJson:
    """A JSON object or array of a text.

    *line* is its first line, from 1 on, and *end_line* its last.  *text_before* is what its own line has before it,
    or, where that is empty, the last line above with text; at most `MAX_TOKEN` characters, the nearest ones.
    """

    value: JSON
    line: int
    end_line: int
    text_before: str


def find_json(text: str) -> tuple[FoundJson, ...]:
    """Find the whole JSON objects and arrays in *text*, outermost ones only, in their order.

    What is empty or an array of scalars is found only where nothing else is on its lines: `[1]` in a sentence is a
    footnote.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    found = []
    for start, end in _spans(text):
        try:
            value: JSON = json.loads(text[start:end])
        except (ValueError, RecursionError):
            continue
        if _is_small(value) and not _is_alone(text, start, end):
            continue
        line, last = bisect_right(starts, start), bisect_right(starts, end - 1)
        found.append(
            FoundJson(value=value, line=line, end_line=last, text_before=_before(text, starts[line - 1], start))
        )
    return tuple(found)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Give start and end of each whole object or array.

    Where the text stops being JSON, every value that is open there ends in the same place; so the search goes on there.
    """
    opening = _OPENING.search(text)
    while opening:
        start = opening.start()
        end, is_whole = _read(text, start)
        if is_whole:
            yield start, end
        opening = _OPENING.search(text, max(end, start + 1))


def _read(text: str, start: int) -> tuple[int, bool]:
    """Read the value at *start*; give where it ends, or where it stops being JSON, and whether it is whole."""
    open_values: list[str] = []
    position = start
    expects_value = True
    while True:
        position = _blank(text, position)
        sign = text[position : position + 1]
        if expects_value:
            if sign and sign in "{[":
                if len(open_values) == MAX_NESTING:
                    return position, False
                open_values.append(sign)
                position, is_closed, is_good = _first(text, position + 1, sign)
                if not is_good:
                    return position, False
                if is_closed:
                    open_values.pop()
                    expects_value = False
            else:
                scalar = _SCALAR.match(text, position)
                if scalar is None:
                    return position, False
                position = scalar.end()
                expects_value = False
        elif sign == ",":
            position, is_good = _next(text, position + 1, open_values[-1])
            if not is_good:
                return position, False
            expects_value = True
        elif sign == ("}" if open_values[-1] == "{" else "]"):
            open_values.pop()
            position += 1
        else:
            return position, False
        if not open_values:
            return position, True


def _blank(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _first(text: str, position: int, sign: str) -> tuple[int, bool, bool]:
    """Read what follows an opening bracket up to the first value: position, whether it closes, whether it is JSON."""
    position = _blank(text, position)
    if text[position : position + 1] == ("}" if sign == "{" else "]"):
        return position + 1, True, True
    position, is_good = _next(text, position, sign)
    return position, False, is_good


def _next(text: str, position: int, sign: str) -> tuple[int, bool]:
    """Read the name and the colon before a member of an object; nothing in an array."""
    if sign == "[":
        return position, True
    position = _blank(text, position)
    name = _SCALAR.match(text, position) if text[position : position + 1] == '"' else None
    if name is None:
        return position, False
    position = _blank(text, name.end())
    if text[position : position + 1] != ":":
        return position, False
    return position + 1, True


def _is_small(value: JSON) -> bool:
    return not value or (isinstance(value, list) and not any(isinstance(item, dict | list) for item in value))


def _is_alone(text: str, start: int, end: int) -> bool:
    before = text.rfind("\n", 0, start) + 1
    after = text.find("\n", end)
    return not text[before:start].strip() and not text[end : after if after >= 0 else len(text)].strip()


def _before(text: str, line_start: int, start: int) -> str:
    own = text[max(line_start, start - MAX_TOKEN) : start].strip()
    if own:
        return own
    above = text[max(0, line_start - 2 * MAX_TOKEN) : line_start].rstrip()
    return above[above.rfind("\n") + 1 :].strip()[-MAX_TOKEN:]
