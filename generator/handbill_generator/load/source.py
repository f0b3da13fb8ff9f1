"""The text of one file, its limits, and the places in it.

In: text and offsets.  Out: positions as an editor counts them, and the error to raise there.
Never: knows JSON or YAML.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from ..diagnostics import Position, SpecError
from ..diagnostics import shown as shown
from .pointer import Tokens

_BLOCK = 4096
_DIGITS = 400  # no measure or identifier has as many; Python refuses to print more than 4300


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one document may ask for.  Published ones stay far below."""

    bytes: int = 32 * 2**20
    """Bytes of one file."""
    nodes: int = 2_000_000
    """Mappings, lists and scalars of one document, every alias and every reference that is copied in counted."""
    depth: int = 200
    """Mappings and lists inside one another."""
    text: int = 2**20
    """Characters of one string or key."""
    files: int = 200
    """Files of one bundle, the main document counted."""


STANDARD = Limits()


class Places(Protocol):
    """Where the values of one document begin in its text."""

    def offset(self, tokens: Tokens) -> int:
        """Give the offset of what stands at *tokens* (of a member: of its key), or of its nearest ancestor."""
        ...


class Source:
    """Text and the name it has in messages."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _blocks(self) -> list[tuple[int, int]]:
        """Lines that ended before each block of the text, and where its first line begins.

        A list of all line ends would outweigh a text of 32 MB of them.
        """
        blocks, ended, start = [(0, 0)], 0, 0
        for begin in range(0, len(self.text), _BLOCK):
            ended += self._ended(begin, begin + _BLOCK)
            start = self._line_start(begin, begin + _BLOCK, start)
            blocks.append((ended, start))
        return blocks

    @cached_property
    def _has_returns(self) -> bool:
        return "\r" in self.text

    def _ended(self, begin: int, end: int) -> int:
        """Count the line ends (LF, CRLF, CR) in this piece; a CRLF counts where its LF is."""
        count = self.text.count("\n", begin, end)
        if self._has_returns:
            count += self.text.count("\r", begin, end) - self.text.count("\r\n", begin, end + 1)
        return count

    def _line_start(self, begin: int, end: int, before: int) -> int:
        """Give where the line begins that *end* is on; *before* where it does not begin in this piece."""
        found = self.text.rfind("\n", begin, end)
        if self._has_returns:
            returned = self.text.rfind("\r", begin, end)
            # The CR of a CRLF ends no line.
            while returned > found and self.text.startswith("\n", returned + 1):
                returned = self.text.rfind("\r", begin, returned)
            found = max(found, returned)
        return before if found < 0 else found + 1

    def position(self, offset: int) -> Position:
        """Give line and column of the character at *offset*."""
        begin = offset - offset % _BLOCK
        ended, start = self._blocks[begin // _BLOCK]
        line = 1 + ended + self._ended(begin, offset)
        return Position(file=self.name, line=line, column=offset - self._line_start(begin, offset, start) + 1)

    def error(self, message: str, offset: int, hint: str = "") -> SpecError:
        """Give the error to raise at *offset*."""
        return SpecError(message, position=self.position(offset), hint=hint)

    def duplicate(self, key: str, offset: int, first: int) -> SpecError:
        """Give the error for a key that its mapping has had since *first*."""
        message = f'the key "{shown(key)}" stands here twice, first on line {self.position(first).line}'
        return self.error(message, offset, "remove one of the two")

    def too_many_nodes(self, limits: Limits, offset: int) -> SpecError:
        """Give the error for the value that is one too many."""
        message = f'more than {limits.nodes} values, aliases expanded (limit "nodes")'
        return self.error(message, offset, "split the document, or repeat less")

    def too_deep(self, limits: Limits, offset: int) -> SpecError:
        """Give the error for the mapping or list that is one level too deep."""
        message = f'more than {limits.depth} levels of nesting (limit "depth")'
        return self.error(message, offset, "use $ref instead of nesting")

    def number(self, literal: str, offset: int) -> int | float:
        """Give the number that *literal* writes; raises SpecError where Python cannot hold it."""
        value = number(literal)
        if value is None:
            raise self.error(f'the number "{shown(literal)}" is too large', offset, "write a finite number or a string")
        return value


def number(literal: str) -> int | float | None:
    """Give the number that *literal* writes (JSON, or YAML with 0o and 0x); None where it is none, or not finite."""
    if len(literal) > _DIGITS:
        return None
    if literal.startswith(("0o", "0x")):
        return int(literal, 0)
    try:
        return int(literal)
    except ValueError:
        pass
    try:
        value = float(literal)
    except ValueError:
        return None  # such as NaNNaN, which is no number of either
    return value if value - value == 0 else None
