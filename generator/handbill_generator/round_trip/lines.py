"""The lines of a text, as far as editing asks for them.

In: offsets.  Out: offsets of line starts and ends, with or without the comments and blank lines around.
Never: changes the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")
_SPACE = " \t\r\n"


class Lines:
    """A text and its line ends."""

    def __init__(self, text: str, *, is_json: bool) -> None:
        self.text = text
        self.is_json = is_json
        ends = [match.end() for match in _LINE_END.finditer(text)]
        self._starts = [0, *ends] if not ends or ends[-1] < len(text) else [0, *ends[:-1]]
        found = _LINE_END.search(text)
        self.newline = found.group() if found else "\n"

    @cached_property
    def step(self) -> str:
        """One level of indentation of a JSON text, empty where it is on one line."""
        found = re.search(r"[\r\n]([ \t]+)\S", self.text)
        return found.group(1) if found else ""

    def _line(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _range(self, line: int) -> tuple[int, int]:
        end = self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)
        return self._starts[line], end

    def _content(self, line: int) -> str:
        start, end = self._range(line)
        return self.text[start:end]

    def column(self, offset: int) -> int:
        """Count the characters before *offset* on its line."""
        return offset - self._starts[self._line(offset)]

    def begins(self, offset: int) -> bool:
        """Say whether nothing but space stands before *offset* on its line."""
        return not self.text[self._starts[self._line(offset)] : offset].strip(_SPACE)

    def rest(self, offset: int) -> int:
        """Give the end of what stands behind *offset* on its line: a comment, or nothing."""
        return offset + len(self.text[offset : self._range(self._line(offset))[1]].rstrip(_SPACE))

    def indent(self, offset: int) -> str:
        """Give the space at the beginning of the line of *offset*."""
        line = self._content(self._line(offset))
        return line[: len(line) - len(line.lstrip(" \t"))]

    def text_after(self, offset: int) -> int:
        """Give the place of the first character that is no space on the lines behind that of *offset*."""
        at = self._range(self._line(offset))[1]
        return at + len(self.text[at:]) - len(self.text[at:].lstrip(_SPACE))

    def has_blank(self, start: int, end: int) -> bool:
        """Say whether a blank line stands between the lines of *start* and *end*."""
        return any(not self._content(line).strip() for line in range(self._line(start) + 1, self._line(end)))

    def start_of(self, offset: int, column: int, bound: int) -> int:
        """Give the start of the line of *offset*, or of the comments at *column* directly above it, behind *bound*."""
        line = self._line(offset)
        while line > 0 and self._range(line - 1)[0] >= bound and self._is_comment(line - 1, column, column):
            line -= 1
        return self._starts[line]

    def end_of(self, offset: int, column: int) -> int:
        """Give the end of the line of *offset*, or of the comments below it that are indented further than *column*."""
        line = last = self._line(offset)
        while line + 1 < len(self._starts):
            line += 1
            if self._is_comment(line, column + 1, len(self.text)):
                last = line
            elif self._content(line).strip(_SPACE):
                break
        return self._range(last)[1]

    def _is_comment(self, line: int, least: int, most: int) -> bool:
        content = self._content(line)
        text = content.lstrip(" \t")
        return text.startswith("#") and least <= len(content) - len(text) <= most

    def with_blank(self, start: int, end: int, bound: int, *, has_next: bool, is_first: bool) -> tuple[int, int]:
        """Give the region from *start* to *end* with blank lines that would stand beside others, first or last."""
        above = start
        while above > 0 and self._blank_before(above) and self._blank_start(above) > bound:
            above = self._blank_start(above)
        if above < start and (not has_next or not self._content(self._line(end)).strip(_SPACE)):
            return above, end
        while is_first and has_next and not self._content(self._line(end)).strip(_SPACE):
            end = self._range(self._line(end))[1]
        return start, end

    def _blank_start(self, start: int) -> int:
        return self._starts[self._line(start - 1)]

    def _blank_before(self, start: int) -> bool:
        return not self._content(self._line(start - 1)).strip(_SPACE)

    def final(self, start: int, end: int, body: str) -> tuple[int, int, str]:
        """Give an edit of whole lines, made so that a missing line end at the end of the text stays missing."""
        if end < len(self.text) or self.text[-1:] in ("\r", "\n"):
            return start, end, body
        if start == end:  # behind the last line
            return start, end, "\n" + body.removesuffix("\n")
        if body:
            return start, end, body.removesuffix("\n")
        return start - len(self._break_before(start)), end, ""

    def _break_before(self, start: int) -> str:
        match = re.search(r"(\r\n|\r|\n)\Z", self.text[:start])
        return match.group() if match else ""
