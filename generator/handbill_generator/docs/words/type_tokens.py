"""Split a type into tokens, and walk over them.

In: the text of a type.  Out: its words, literals and signs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LITERAL = r'"([^"\n]{0,100})"|\'([^\'\n]{0,100})\'|(-?[0-9]{1,15}(?:\.[0-9]{1,10})?)(?![\w.])'
_TOKEN = re.compile(rf"{_LITERAL}|([A-Za-z_][\w.-]{{0,60}})|([|/,·•;<>()\[\]?!:])")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: *kind* is `string`, `number`, `word` or the sign itself."""

    kind: str
    text: str


def tokens(text: str) -> list[Token]:
    """Split *text*; none where something is in it that no type has."""
    found: list[Token] = []
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        match = _TOKEN.match(text, position)
        if match is None:
            return []
        double, single, number, word, sign = match.groups()
        if sign:
            found.append(Token(sign, sign))
        elif word:
            found.append(Token("word", word))
        elif number:
            found.append(Token("number", number))
        else:
            found.append(Token("string", double if double is not None else single))
        position = match.end()
    return found


class NoTypeError(Exception):
    """The text is no type."""


class Cursor:
    """Walks over tokens from left to right.  `take` asks for a token, `expect` demands it, `peek` leaves it there."""

    def __init__(self, found: list[Token]) -> None:
        self._tokens = found
        self.at = 0

    @property
    def is_at_end(self) -> bool:
        """Whether every token was taken."""
        return self.at == len(self._tokens)

    def next(self) -> Token:
        if self.is_at_end:
            raise NoTypeError
        self.at += 1
        return self._tokens[self.at - 1]

    def peek(self, *kinds: str, ahead: int = 0) -> bool:
        at = self.at + ahead
        return at < len(self._tokens) and self._tokens[at].kind in kinds

    def peek_word(self, ahead: int = 0) -> str:
        return self._tokens[self.at + ahead].text.lower() if self.peek("word", ahead=ahead) else ""

    def take(self, *kinds: str) -> bool:
        if not self.peek(*kinds):
            return False
        self.at += 1
        return True

    def take_word(self, *words: str) -> bool:
        if self.peek_word() not in words:
            return False
        self.at += 1
        return True

    def word(self) -> str:
        if not self.peek("word"):
            raise NoTypeError
        return self.next().text.lower()

    def expect(self, kind: str) -> None:
        if not self.take(kind):
            raise NoTypeError
