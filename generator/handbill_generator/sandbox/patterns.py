"""Make up a text that a pattern allows.

In: a pattern of a document.  Out: a short text in which it is found, or None where that is not simple.
Never: runs a pattern anywhere but in pydantic's engine, which is linear; tries for long.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pydantic_core import SchemaError, SchemaValidator, core_schema

_LONGEST_PATTERN = 300
_LONGEST_TEXT = 2000
_DEEPEST = 20
_CHARACTERS = "a0A1z9Z-_. /:@"
_REPEATED = re.compile(r"(?:([*?+])|\{([0-9]{1,4})(,[0-9]{0,4})?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|\[:\^?[a-z]+:\]|[^\]\\])*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:[pP]\{[A-Za-z_]{1,30}\}|x[0-9A-Fa-f]{2}|.)", re.DOTALL)
_GROUP = re.compile(r"\((?:\?(?::|P?<[A-Za-z_]\w{0,60}>))?")


def matches(pattern: str, text: str) -> bool:
    """Whether *pattern* is found in *text*; one that the engine does not take is found in every text."""
    engine = _engine(pattern)
    return engine is None or engine.isinstance_python(text)


def text_of(pattern: str, *, least: int, most: float) -> str | None:
    """Give a text of at least *least* and at most *most* characters in which *pattern* is found.

    >>> text_of("^(0|[1-9][0-9]{3,})$", least=2, most=8), text_of(r"^evt_\\w{4}$", least=0, most=99)
    ('1000', 'evt_aaaa')
    """
    if len(pattern) > _LONGEST_PATTERN or _engine(pattern) is None:
        return None
    for wide in (False, True):
        for times in dict.fromkeys((0, min(least, 100))):
            try:
                text = _Reading(pattern, times, last=wide).whole()
            except _NotSimple:
                return None
            if least <= len(text) <= most and matches(pattern, text):
                return text
    return None


class _NotSimple(Exception):
    pass


class _Reading:
    """Reads a pattern once, from left to right, and writes the shortest text that it describes.

    What has no upper limit is repeated at least *times*; of alternatives the first is taken, or the *last*.
    """

    def __init__(self, pattern: str, times: int, *, last: bool) -> None:
        self._pattern, self._times, self._last = pattern, times, last
        self._at = 0

    def whole(self) -> str:
        """Give the text for the whole pattern."""
        text = self._alternatives(0)
        if self._at < len(self._pattern):
            raise _NotSimple
        return text

    def _alternatives(self, depth: int) -> str:
        if depth > _DEEPEST:
            raise _NotSimple
        texts = [self._sequence(depth)]
        while self._pattern.startswith("|", self._at):
            self._at += 1
            texts.append(self._sequence(depth))
        return texts[-1 if self._last else 0]

    def _sequence(self, depth: int) -> str:
        texts: list[str] = []
        while self._at < len(self._pattern) and self._pattern[self._at] not in "|)":
            texts.append(self._atom(depth) * self._count())
            if sum(map(len, texts)) > _LONGEST_TEXT:
                raise _NotSimple
        return "".join(texts)

    def _atom(self, depth: int) -> str:
        first = self._pattern[self._at]
        match first:
            case "^" | "$":
                self._at += 1
                return ""
            case "(":
                return self._group(depth)
            case "[":
                return _one(self._taken(_CLASS))
            case "\\":
                escape = self._taken(_ESCAPE)
                return "" if escape[1] in "bBAz" else _one(escape)
            case _:
                self._at += 1
                return "x" if first == "." else first

    def _group(self, depth: int) -> str:
        self._taken(_GROUP)
        text = self._alternatives(depth + 1)
        self._taken(re.compile(r"\)"))
        return text

    def _count(self) -> int:
        found = _REPEATED.match(self._pattern, self._at)
        if found is None:
            return 1
        self._at = found.end()
        sign, least, rest = found.groups()
        is_open = sign in ("*", "+") or rest == ","
        least = int(least) if least else int(sign == "+")
        return max(least, self._times) if is_open else least

    def _taken(self, wanted: re.Pattern[str]) -> str:
        found = wanted.match(self._pattern, self._at)
        if found is None:
            raise _NotSimple
        self._at = found.end()
        return found[0]


@lru_cache(maxsize=1024)
def _one(described: str) -> str:
    """Give a character that a class or an escape describes."""
    character: str
    for character in dict.fromkeys((*_CHARACTERS, *described)):
        if (engine := _engine(f"^{described}$")) and engine.isinstance_python(character):
            return character
    raise _NotSimple


@lru_cache(maxsize=1024)
def _engine(pattern: str) -> SchemaValidator | None:
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return None
