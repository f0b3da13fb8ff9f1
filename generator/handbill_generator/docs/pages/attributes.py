"""The attributes of a tag, as MDX and liquid write them.

In: text and where the attributes begin.  Out: `Attributes` with values as JSON, or None where this is no tag.
Never: runs an expression; takes more time than the length of the page allows.

`name="x"` and `name='x'` are text, `name` alone is true, and `name={x}` is what the literal says: text, a number,
true, false, null, a list or an object.  An expression that is no literal is text.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from handbill_generator.load import JSON

Given = JSON

MAX_LENGTH = 20_000
"""The most characters of one tag."""

_SPACE = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r"[A-Za-z_:@][\w:.-]{0,80}")
_BARE = re.compile(r"[^\s\"'<>{}%=`]{1,300}")
_IN_BRACES = re.compile(r"[{}\"'`]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """The attributes of one tag and where it ends; `<A/>` is closed."""

    attributes: Mapping[str, Given] = field(default_factory=dict)
    end: int
    is_closed: bool = False


class AttributeReader:
    """Reads tags of one page of *length* characters.

    Tags that turn out to be none are read in vain, over and over where a page is made for it: so what may be read
    in vain has a limit, after which nothing is a tag.
    """

    def __init__(self, length: int) -> None:
        self._patience = 100_000 + 8 * length

    def read(self, text: str, at: int, end: str) -> Attributes | None:
        """Read the attributes in *text* from *at* to *end*, which is `>` or `%}`."""
        if self._patience <= 0:
            return None
        reading = _Reading(text, at, end)
        tag = reading.tag()
        if tag is None:
            self._patience -= reading.at - at + 20
        return tag


class _NoTag(Exception):
    """What was read is no tag."""


class _Reading:
    def __init__(self, text: str, at: int, end: str) -> None:
        self._text = text
        self._end = end
        self._limit = min(len(text), at + MAX_LENGTH)
        self.at = at

    def tag(self) -> Attributes | None:
        found: dict[str, Given] = {}
        try:
            while True:
                had_space = self._space()
                if self._text.startswith(self._end, self.at):
                    return Attributes(attributes=found, end=self.at + len(self._end))
                if self._text.startswith("/" + self._end, self.at):
                    return Attributes(attributes=found, end=self.at + 1 + len(self._end), is_closed=True)
                if not had_space and not found:
                    raise _NoTag
                self._attribute(found)
        except _NoTag:
            return None

    def _space(self) -> bool:
        space = _SPACE.match(self._text, self.at, self._limit)
        start, self.at = self.at, space.end() if space else self.at
        return self.at > start

    def _attribute(self, found: dict[str, Given]) -> None:
        if self._text.startswith("{", self.at):
            # `{...properties}` says nothing that could be read.
            self._braces()
            return
        name = _NAME.match(self._text, self.at, self._limit)
        if name is None:
            raise _NoTag
        self.at = name.end()
        self._space()
        if not self._text.startswith("=", self.at):
            found.setdefault(name[0], True)
            return
        self.at += 1
        self._space()
        found.setdefault(name[0], self._value())

    def _value(self) -> Given:
        first = self._text[self.at : self.at + 1]
        if first and first in "\"'":
            return html.unescape(self._quoted(first))
        if first == "{":
            return _literal(self._braces())
        bare = _BARE.match(self._text, self.at, self._limit)
        if bare is None:
            raise _NoTag
        self.at = bare.end()
        return bare[0]

    def _quoted(self, quote: str) -> str:
        close = self._text.find(quote, self.at + 1, self._limit)
        if close < 0:
            self.at = self._limit
            raise _NoTag
        quoted = self._text[self.at + 1 : close]
        self.at = close + 1
        return quoted

    def _braces(self) -> str:
        """Give what stands between braces, which may hold braces and text in quotes."""
        start, depth = self.at, 0
        while mark := _IN_BRACES.search(self._text, self.at, self._limit):
            self.at = mark.start()
            if mark[0] in "{}":
                depth += 1 if mark[0] == "{" else -1
                self.at += 1
                if not depth:
                    return self._text[start + 1 : self.at - 1].strip()
            else:
                self._quoted(mark[0])
        self.at = self._limit
        raise _NoTag


def _literal(expression: str) -> Given:
    """Read a literal of JavaScript as far as JSON goes, text in any quotes too; any other expression is text."""
    if len(expression) > 1 and expression[0] == expression[-1] and expression[0] in "'`":
        return expression[1:-1]
    if expression == "undefined":
        return None
    try:
        value: Given = json.loads(expression, parse_constant=str)
    except (ValueError, RecursionError):
        return expression
    return value
