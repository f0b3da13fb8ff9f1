"""The text of one file, its limits, and the places in it.

In: text and offsets.  Out: positions as an editor counts them, and the error to raise there.
Never: knows JSON or YAML.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from ..diagnostics import Position, SpecError

_LINE_END = re.compile(r"\r\n|\r|\n")
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
    files: int = 200
    """Files of one bundle, the main document counted."""


STANDARD = Limits()


class Place(NamedTuple):
    """Where a value begins in the text (for a member of a mapping: where its key does), and the same below it."""

    offset: int
    inside: dict[str, Place] | list[Place] | None = None


class Source:
    """Text and the name it has in messages."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Give line and column of the character at *offset*."""
        line = bisect_right(self._lines, offset)
        return Position(file=self.name, line=line, column=offset - self._lines[line - 1] + 1)

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


def shown(text: str, most: int = 60) -> str:
    """Give *text*, cut where it is too long for a message."""
    return text if len(text) <= most else f"{text[: most - 3]}..."
