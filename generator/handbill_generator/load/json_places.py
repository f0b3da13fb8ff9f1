"""Find where the values of a JSON text begin.

In: a text that `json_reader` accepts, and tokens.  Out: offsets.
Never: reads more of the text than lies before the value that was asked for, and that in C; checks anything.

A ledger asks for some dozens of a million values.  So a mapping or list is looked into when somebody asks for what is
in it; what lies beside the way is skipped by the standard library's scanner.
"""

from __future__ import annotations

import re
from json import JSONDecoder
from typing import TypeAlias

from .pointer import Tokens, index_of

_SPACE = re.compile(r"[ \t\r\n]*")
_NEXT = re.compile(r"[ \t\r\n]*[:,]?[ \t\r\n]*")
# Whatever is read is thrown away; what is short to write is quick to throw away.
_read = JSONDecoder(object_pairs_hook=len, parse_float=len, parse_int=len).raw_decode

_Members: TypeAlias = "dict[str, tuple[int, int]] | list[tuple[int, int]]"


class JSONPlaces:
    """Offsets of the values of one JSON text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._known: dict[int, _Members] = {}

    def offset(self, tokens: Tokens) -> int:
        """Give the offset of what stands at *tokens* (of a member: of its key), or of its nearest ancestor."""
        place = value = _after(_SPACE, self._text, 0)
        for token in tokens:
            match self._inside(value):
                case dict() as members if token in members:
                    place, value = members[token]
                case list() as items if (index := index_of(token)) is not None and index < len(items):
                    place, value = items[index]
                case _:
                    break
        return place

    def _inside(self, offset: int) -> _Members:
        """Give for each value of the mapping or list at *offset* where it stands and where it begins itself."""
        if offset not in self._known:
            match self._text[offset]:
                case "{":
                    self._known[offset] = self._members(offset + 1)
                case "[":
                    self._known[offset] = self._items(offset + 1)
                case _:
                    return []
        return self._known[offset]

    def _members(self, offset: int) -> dict[str, tuple[int, int]]:
        text, members = self._text, dict[str, tuple[int, int]]()
        offset = _after(_SPACE, text, offset)
        while text[offset] != "}":
            key, end = _read(text, offset)
            value = _after(_NEXT, text, end)
            members[key] = offset, value
            offset = _after(_NEXT, text, _read(text, value)[1])
        return members

    def _items(self, offset: int) -> list[tuple[int, int]]:
        text, items = self._text, list[tuple[int, int]]()
        offset = _after(_SPACE, text, offset)
        while text[offset] != "]":
            items.append((offset, offset))
            offset = _after(_NEXT, text, _read(text, offset)[1])
        return items


def _after(pattern: re.Pattern[str], text: str, offset: int) -> int:
    found = pattern.match(text, offset)
    return found.end() if found else offset
