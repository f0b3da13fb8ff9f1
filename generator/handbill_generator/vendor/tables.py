"""Read tables of the record, strictly.

In: a table and its keys.  Out: checked values, or a SpecError with the line.
Never: guesses what was meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from handbill_generator.diagnostics import Position, SpecError
from handbill_generator.load.source import shown
from handbill_generator.vendor.project import RECORD_NAME

_HINT = "correct it, or restore the file from version control"
_SHA256 = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the record: its *value*, the *keys* that lead to it, and the *text* of the whole file."""

    value: dict[str, Any]
    keys: tuple[str, ...]
    document: str

    def fault(self, message: str, key: str = "") -> SpecError:
        """Give the error to raise for the value of *key*, or for the table."""
        keys = (*self.keys, key) if key else self.keys
        position = Position(RECORD_NAME, line_of(self.document, keys), 1)
        return SpecError(shown(message, 200), position=position, pointer=".".join(keys), hint=_HINT)

    def only(self, *known: str) -> None:
        """Raise SpecError for a key that is not *known*."""
        for key in self.value:
            if key not in known:
                raise self.fault(f'there is no key "{key}"; there are {", ".join(known)}', key)

    def table(self, key: str) -> Table:
        """Give the table at *key*."""
        value = self.value.get(key)
        if not isinstance(value, dict):
            raise self.fault(f"{key} must be a table" if key in self.value else f"{key} is missing", key)
        return Table(value, (*self.keys, key), self.document)

    def text(self, key: str, otherwise: str | None = None) -> str:
        """Give the text at *key*, or *otherwise* where there is none."""
        value = self.value.get(key, otherwise)
        if not isinstance(value, str):
            raise self.fault(f"{key} must be text" if key in self.value else f"{key} is missing", key)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Give the list of texts at *key*."""
        value = self.value.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fault(f"{key} must be a list of texts", key)
        return tuple(value)

    def dotted(self, key: str) -> str:
        """Give the dotted Python name at *key*."""
        value = self.text(key)
        if not all(part.isidentifier() for part in value.split(".")):
            raise self.fault(f'{key} "{value}" is no name that Python could import', key)
        return value

    def digest(self, key: str) -> str:
        """Give the sha256 at *key*."""
        value = self.text(key)
        if not _SHA256.fullmatch(value):
            raise self.fault(f"{key} must be the 64 lower-case hex digits of a sha256", key)
        return value


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """Give the line where the value of *keys* stands, or the table that it would stand in; 1 where there is none.

    Only the way that TOML is mostly written is understood; it is for people, who find the rest by themselves.
    """
    lines = text.splitlines()
    for depth in range(len(keys), -1, -1):
        header = _header(keys[:depth]) if depth else None
        start = next((number for number, line in enumerate(lines) if header and header.match(line)), -1)
        if header and start < 0:
            continue
        if depth == len(keys):
            return start + 1
        key = re.compile(rf"\s*[\"']?{re.escape(keys[depth])}[\"']?\s*[.=]")
        for number in range(start + 1, len(lines)):
            if lines[number].lstrip().startswith("["):
                break
            if key.match(lines[number]):
                return number + 1
        if header:
            return start + 1
    return 1


def _header(keys: tuple[str, ...]) -> re.Pattern[str]:
    dotted = r"\s*\.\s*".join(rf"[\"']?{re.escape(key)}[\"']?" for key in keys)
    return re.compile(rf"\s*\[\s*{dotted}\s*\]")
