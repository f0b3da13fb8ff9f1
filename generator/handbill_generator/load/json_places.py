"""Find where the values of a JSON text begin.

In: a text that `json_reader` accepts, and tokens.  Out: offsets.
Never: reads more of the text than lies before the value that was asked for, and that in C; checks anything.

A ledger asks for some dozens of a million values.  So a mapping or list is looked into when somebody asks for what is
in it; what lies beside the way is skipped by the standard library's scanner.
"""

from __future__ import annotations

import re
from json import JSONDecoder

from .pointer import Tokens, index_of

_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT = re.compile(r"[ \t\r\n]*[:,]?[ \t\r\n]*")
# Most keys and values are as simple as that; then the next thing is found at once.
_SIMPLE_KEY = re.compile(r'"([^"\\]*)"[ \t\r\n]*:[ \t\r\n]*')
_SIMPLE_VALUE = re.compile(r'(?:"[^"\\]*"|[-+.\w]+)[ \t\r\n]*,?[ \t\r\n]*')
# Whatever is read is thrown away; what is short to write is quick to throw away.
_read = JSONDecoder(object_pairs_hook=len, parse_float=len, parse_int=len).raw_decode


class JSONPlaces:
    """Offsets of the values of one JSON text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, dict[str, int] | list[int]] = {}

    def offset(self, tokens: Tokens) -> int:
        """Give the offset of what stands at *tokens* (of a member: of its key), or of its nearest ancestor."""
        place = value = _after(_SPACE, self._text, 0)
        for token in tokens:
            match self._inside(value):
                case dict() as members if token in members:
                    place = members[token]
                    value = _after_key(self._text, place)[1]
                case list() as items if (index := index_of(token)) is not None and index < len(items):
                    place = value = items[index]
                case _:
                    break
        return place

    def _inside(self, offset: int) -> dict[str, int] | list[int]:
        """Give where the members or items of the mapping or list at *offset* stand."""
        if offset not in self._known:
            match self._text[offset]:
                case "{":
                    self._known[offset] = _members(self._text, offset + 1)
                case "[":
                    self._known[offset] = _items(self._text, offset + 1)
                case _:
                    return []
        return self._known[offset]


def _members(text: str, offset: int) -> dict[str, int]:
    members: dict[str, int] = {}
    offset = _after(_SPACE, text, offset)
    while text[offset] != "}":
        key, value = _after_key(text, offset)
        members[key] = offset
        offset = _after_value(text, value)
    return members


def _items(text: str, offset: int) -> list[int]:
    items: list[int] = []
    offset = _after(_SPACE, text, offset)
    while text[offset] != "]":
        items.append(offset)
        offset = _after_value(text, offset)
    return items


def _after_key(text: str, offset: int) -> tuple[str, int]:
    """Give the key at *offset*, and where its value begins."""
    if simple := _SIMPLE_KEY.match(text, offset):
        return simple[1], simple.end()
    key, end = _read(text, offset)
    return key, _after(_NEXT, text, end)


def _after_value(text: str, offset: int) -> int:
    """Give what comes behind the value at *offset* and its comma."""
    if simple := _SIMPLE_VALUE.match(text, offset):
        return simple.end()
    return _after(_NEXT, text, _read(text, offset)[1])


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    found = pattern.match(text, offset)
    return found.end() if found else offset
