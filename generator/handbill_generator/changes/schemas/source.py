"""The schemas of one contract by their places.

In: a `Contract`.  Out: what stands at a place, or at what a reference means, read once.
Never: interprets a keyword.
"""

from __future__ import annotations

from typing import Any

from handbill_generator.changes.schemas.node import NEVER, TYPES
from handbill_generator.contract import Contract, Schema
from handbill_generator.contract.nodes import join
from handbill_generator.load import pointer_of, tokens_of


class Source:
    """The schemas of one contract by their places."""

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self._known: dict[str, Any] = {NEVER: False} | {place: {"type": kind} for kind, place in TYPES.items()}

    def add(self, schema: Schema) -> str:
        """Make a schema known, and give its place."""
        self._known[schema.pointer] = schema.keywords
        return schema.pointer

    def below(self, pointer: str, *path: str, keywords: Any) -> str:
        """Make known what stands at *path* of a known schema, and give its place."""
        if keywords is False:
            return NEVER
        place = join(pointer, *path)
        self._known[place] = keywords
        return place

    def target(self, reference: str) -> str:
        """Give the place that a `$ref` means."""
        pointer = pointer_of(tokens_of(reference))
        if pointer not in self._known:
            self._known[pointer] = self.contract.resolve(pointer).keywords
        return pointer

    def keywords(self, pointer: str) -> Any:
        """Give what stands at a place: a boolean or a mapping."""
        if pointer not in self._known:
            self._known[pointer] = self.contract.resolve(pointer).keywords
        return self._known[pointer]
