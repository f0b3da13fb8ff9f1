"""Places in files, and what to say about a reference that stands there.

In: a document and a pointer.  Out: the value, the position, the error.
Never: loads a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from ..diagnostics import SpecError
from ..load import JSON, Document, Tokens, pointer_of, value_at
from ..load.source import shown

_LONGEST_NAME = 200  # difflib is quadratic, and a document says how long its names are


class Unresolvable(SpecError):
    """A reference that leads nowhere, *why* in words; what would have been there is unknown, and all else is not."""

    def __init__(self, error: SpecError, why: str) -> None:
        super().__init__(error.message, position=error.position, pointer=error.pointer, hint=error.hint)
        self.why = why


@dataclass(frozen=True, slots=True)
class Where:
    """A place in a file."""

    document: Document
    tokens: Tokens

    @property
    def key(self) -> tuple[Path, Tokens]:
        """What two names of the same place have in common."""
        return self.document.path, self.tokens

    @property
    def value(self) -> JSON:
        """What stands there; raises KeyError where nothing does."""
        return value_at(self.document.tree, self.tokens)

    def below(self, *tokens: str) -> Where:
        """Give the place at *tokens* below this one."""
        return Where(self.document, (*self.tokens, *tokens))

    def error(self, message: str, hint: str = "") -> SpecError:
        """Give the error to raise for what stands there."""
        pointer = pointer_of(self.tokens)
        return SpecError(message, position=self.document.position(pointer), pointer=pointer, hint=hint)

    def leads_nowhere(self, ref: str, why: str, hint: str = "") -> Unresolvable:
        """Give the error for *ref*, standing here: *why* it leads to nothing, as a sentence about it."""
        return Unresolvable(self.error(f"{quoted(ref)} {why}", hint), f"it {why}")

    def unresolved(self, ref: str, tree: JSON, tokens: Tokens) -> Unresolvable:
        """Give the error for *ref*, standing here, where *tokens* lead nowhere in *tree*."""
        found = 0
        while isinstance(tree, (dict, list)):
            try:
                tree = value_at(tree, tokens[found : found + 1])
            except KeyError:
                break
            found += 1
        hint = "write what it refers to, or correct the reference"
        if isinstance(tree, dict) and (name := _closest(tokens[found], tree)):
            pointer = pointer_of((*tokens[:found], name, *tokens[found + 1 :]))
            hint = f"write {quoted(ref.partition('#')[0] + pointer)} if that is meant"
        return self.leads_nowhere(ref, "does not resolve", hint)


def origin(origins: Mapping[Tokens, Where], tokens: Tokens) -> Where:
    """Give where the part of the output at *tokens* was written; *origins* holds at least the root, `()`."""
    known = next(length for length in range(len(tokens), -1, -1) if tokens[:length] in origins)
    return origins[tokens[:known]].below(*tokens[known:])


def quoted(ref: str) -> str:
    """Give *ref* as messages show it."""
    return f'"{shown(ref, 200)}"'


def _closest(name: str, names: Mapping[str, JSON]) -> str | None:
    if len(name) > _LONGEST_NAME:
        return None
    close = get_close_matches(name, [other for other in names if len(other) <= _LONGEST_NAME], n=1)
    return close[0] if close else None
