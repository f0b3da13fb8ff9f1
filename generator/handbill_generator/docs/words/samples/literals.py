"""Read a literal of JavaScript, PHP, Go, Java or Ruby.

In: code and the place where a literal begins.  Out: its value as JSON.
Never: evaluates; a member whose value is an expression is left out.
"""

from __future__ import annotations

import json
import re

from handbill_generator.docs.words.samples.sample import ABSENT, Absent
from handbill_generator.load import JSON

MAX_NESTING = 40
"""How deep literals are inside of literals."""

_BLANK = re.compile(r"(?:[\s;]|//[^\n]*(?:\n|$)|/\*[^*]*(?:\*(?!/)[^*]*)*\*/)*")
_TEXT = re.compile(
    r'"""(?P<block>[^"]*(?:"(?!"")[^"]*)*)"""|"(?P<double>[^"\\]*(?:\\.[^"\\]*)*)"|\'(?P<single>[^\'\\]*(?:\\.[^\'\\]*)*)\''
    r"|`(?P<raw>[^`]*)`",
    re.DOTALL,
)
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,15})?(?![\w.])")
_WORD = re.compile(r"(true|false|null|nil|None|True|False|undefined)\b")
_WORDS: dict[str, JSON] = {
    "true": True,
    "True": True,
    "false": False,
    "False": False,
    "null": None,
    "nil": None,
    "None": None,
    "undefined": None,
}
_OPENING = re.compile(r"(?:map\[string\][\w.]{0,40}(?:\{\})?|\[\][\w.\[\]]{0,60}(?:\{\}(?=\{))?)?\{|array ?\(|\[")
_KEY = re.compile(r":?([A-Za-z_$][\w$]{0,100})\s{0,20}(?:=>|:(?!:))")
_AFTER_KEY = re.compile(r"\s{0,20}(?:=>|:(?!:))")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "0": "\0"}
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|(.))", re.DOTALL)
_CLOSING = {"{": "}", "(": ")", "[": "]"}


class _NoLiteralError(Exception):
    """There is an expression here rather than a literal."""


class _UnreadableError(Exception):
    """Quotes or brackets do not end, or are too deep: nothing of the literal can be trusted."""


def literal(code: str, position: int) -> JSON | Absent:
    """Read the literal at *position*; text that is JSON is read as such.

    ABSENT where no object or array begins there.
    """
    try:
        value, _ = _Reader(code).value(position, 0)
    except (_NoLiteralError, _UnreadableError):
        return ABSENT
    if isinstance(value, str):
        return as_json(value)
    return value if isinstance(value, dict | list) else ABSENT


def as_json(text: str) -> JSON | Absent:
    """Read *text* as JSON; ABSENT where it is none, or no object or array."""
    try:
        value: JSON = json.loads(text)
    except (ValueError, RecursionError):
        return ABSENT
    return value if isinstance(value, dict | list) else ABSENT


class _Reader:
    """Reads literals from left to right."""

    def __init__(self, code: str) -> None:
        self._code = code

    def value(self, position: int, depth: int) -> tuple[JSON, int]:
        """Give the literal at *position* and where it ends."""
        position = self._blank(position)
        text = _TEXT.match(self._code, position)
        if text:
            return _unescaped(text), text.end()
        for pattern in (_NUMBER, _WORD):
            match = pattern.match(self._code, position)
            if match:
                return (_WORDS[match[1]] if pattern is _WORD else json.loads(_plain_number(match[0]))), match.end()
        opening = _OPENING.match(self._code, position)
        if opening is None:
            raise _NoLiteralError
        if depth == MAX_NESTING:
            raise _UnreadableError
        return self._members(opening.end(), _CLOSING[opening[0][-1]], depth)

    def _members(self, position: int, closing: str, depth: int) -> tuple[JSON, int]:
        """Read members or items up to *closing*."""
        members: dict[str, JSON] = {}
        items: list[JSON] = []
        while True:
            position = self._blank(position)
            sign = self._code[position : position + 1]
            if sign == closing:
                is_object = members or (closing == "}" and not items)
                return (members if is_object else items), position + 1
            if not sign:
                raise _UnreadableError
            if sign == ",":
                position += 1
                continue
            key, position = self._key(position)
            found = self._whole(position, closing, depth)
            if found is None:
                position = self._skipped(position, closing)
                continue
            value, position = found
            if key is None:
                items.append(value)
            else:
                members[key] = value

    def _whole(self, position: int, closing: str, depth: int) -> tuple[JSON, int] | None:
        """Read the literal at *position*; None where there is an expression, or a literal is only a part of one."""
        try:
            value, position = self.value(position, depth + 1)
        except _NoLiteralError:
            return None
        position = self._blank(position)
        return (value, position) if self._code[position : position + 1] in (",", closing) else None

    def _key(self, position: int) -> tuple[str | None, int]:
        word = _KEY.match(self._code, position)
        if word:
            return word[1], word.end()
        text = _TEXT.match(self._code, position)
        after = _AFTER_KEY.match(self._code, text.end()) if text else None
        return (_unescaped(text), after.end()) if text and after else (None, position)

    def _skipped(self, position: int, closing: str) -> int:
        """Give where the expression at *position* ends: at a comma or at *closing*."""
        depth = 0
        while position < len(self._code):
            text = _TEXT.match(self._code, position)
            sign = self._code[position]
            if text:
                position = text.end()
                continue
            if sign in "\"'`":
                break
            if depth == 0 and sign in (",", closing):
                return position
            if sign in _CLOSING:
                depth += 1
            elif sign in ")]}":
                depth -= 1
            if depth < 0:
                break
            position += 1
        raise _UnreadableError

    def _blank(self, position: int) -> int:
        match = _BLANK.match(self._code, position)
        return match.end() if match else position


def _plain_number(text: str) -> str:
    sign, digits = ("-", text[1:]) if text.startswith("-") else ("", text)
    whole, point, part = digits.partition(".")
    return f"{sign}{whole.lstrip('0') or '0'}{point}{part}"


def _unescaped(match: re.Match[str]) -> str:
    if match["raw"] is not None:
        return match["raw"]
    if match["single"] is not None:
        return re.sub(r"\\(['\\])", r"\1", match["single"])
    text = match["block"] if match["block"] is not None else match["double"]
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else _ESCAPES.get(found[2], found[2]), text)
