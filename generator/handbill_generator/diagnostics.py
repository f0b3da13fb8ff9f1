"""Where something is, and what is wrong with it there.

In: a position and plain words.  Out: the one line that every command prints for bad input.
Never: prints, exits, or lets text of a document start a line of its own.

    Exception
    └── HandbillError
        ├── SpecError        a document that cannot be used: file:line:column, pointer, what, what to do
        ├── OutputError      a folder that cannot be written, or is not ours to write
        └── ConfigError      a command line or a configuration that does not say what to do
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file as an editor counts it: *line* and *column* start at 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{one_line(self.file)}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Loss:
    """Something that could not be taken exactly as it stands: *what* stands at *pointer*, what it *became*, and *why*.

    Every stage writes such entries into the ledger: a reference that leads nowhere, a document that is a little wrong,
    a schema that no Python type can say.
    """

    pointer: str
    what: str
    became: str
    why: str


class HandbillError(Exception):
    """Anything that a user can put right; its text is one line."""

    def __str__(self) -> str:
        return one_line(super().__str__())


class SpecError(HandbillError):
    """A document that cannot be used.

    *pointer* is a JSON pointer (RFC 6901) as a URI fragment (`#/paths/~1users`), or empty where there is none.
    *hint* says what to write instead, as an imperative sentence without a period.
    """

    def __init__(self, message: str, *, position: Position | None = None, pointer: str = "", hint: str = "") -> None:
        super().__init__(message, position, pointer, hint)
        self.message = message
        self.position = position
        self.pointer = pointer
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """Say how an error is made again in another process."""
        return _spec_error, self.args

    def __str__(self) -> str:
        where = f"{self.position}: " if self.position else ""
        pointer = f" [{self.pointer}]" if self.pointer not in ("", "#") else ""
        hint = f"; {self.hint}" if self.hint else ""
        return one_line(f"{where}{self.message}{pointer}{hint}")


def _spec_error(message: str, position: Position | None, pointer: str, hint: str) -> SpecError:
    return SpecError(message, position=position, pointer=pointer, hint=hint)


class OutputError(HandbillError):
    """A folder that cannot be written, or that holds something that is not ours to overwrite."""


class ConfigError(HandbillError):
    """A command line or a configuration that does not say what to do."""


def one_line(text: str) -> str:
    """Give *text* with every control, format, separator and surrogate character escaped.

    A document must not be able to forge a line of a log or to move the cursor of a terminal.
    """
    if text.isprintable():
        return text
    return "".join(
        character.encode("unicode_escape").decode("ascii")
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}
        else character
        for character in text
    )


def shown(text: str, most: int = 60) -> str:
    """Give *text*, cut where it is too long for a message."""
    return text if len(text) <= most else f"{text[: most - 3]}..."
