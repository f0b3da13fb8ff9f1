"""Typed access to a tree whose shape nobody promised.

In: a bundled document.  Out: its members, each with its pointer, of the type that OpenAPI asks for there.
Never: returns something of another type; that is a `SpecError` with the place of the offending value.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.bundle import Bundle
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import pointer_of, tokens_of, value_at
from handbill_generator.text import Text


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document and where it stands."""

    value: Any
    pointer: str
    bundle: Bundle

    def __bool__(self) -> bool:
        return self.value is not None

    def get(self, key: str) -> Node:
        """Give the member *key* of this mapping; where there is none, a node whose value is None."""
        return Node(self.mapping().get(key), join(self.pointer, key), self.bundle)

    def members(self) -> Iterator[tuple[str, Node]]:
        """Go through this mapping; nothing where there is none."""
        for key in self.mapping():
            yield key, self.get(key)

    def items(self) -> Iterator[Node]:
        """Go through this list; nothing where there is none."""
        for index, value in enumerate(self._typed(list, "a list", [])):
            yield Node(value, f"{self.pointer}/{index}", self.bundle)

    def mapping(self) -> Mapping[str, Any]:
        """Give this mapping, empty where there is none."""
        result: Mapping[str, Any] = self._typed(dict, "a mapping", {})
        return result

    def string(self, default: str = "") -> str:
        """Give this string."""
        return str(self._typed(str, "a string", default))

    def text(self) -> Text:
        """Give this string as document text; numbers, which people write for versions, are read as strings."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return Text(str(self.value))
        return Text(self.string())

    def number(self, default: float = 0.0) -> float:
        """Give this number, which must not be below 0."""
        value = default if self.value is None else self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            raise self.error("a number that is not below 0 must stand here", "write a number")
        return float(value)

    def boolean(self, default: bool = False) -> bool:
        """Give this boolean."""
        return bool(self._typed(bool, "true or false", default))

    def resolved(self) -> Node:
        """Follow `$ref` to the node that holds the content.

        Next to a `$ref` in 3.1, `summary` and `description` replace those of the target (OpenAPI 3.1.0, 4.8.23).
        """
        node, outer = self, dict[str, Any]()
        while isinstance(node.value, Mapping) and isinstance(reference := node.value.get("$ref"), str):
            outer = {key: node.value[key] for key in ("summary", "description") if key in node.value} | outer
            node = self.at(reference)
        return Node({**node.value, **outer}, node.pointer, self.bundle) if outer else node

    def at(self, pointer: str) -> Node:
        """Give the node at a `#/...` pointer of the document."""
        path = tokens_of(pointer)
        return Node(value_at(self.bundle.tree, path), pointer_of(path), self.bundle)

    def tokens(self) -> tuple[str, ...]:
        """Give this JSON pointer, split into its tokens."""
        try:
            return tokens_of(self.string())
        except ValueError:
            raise self.error(f"{described(self.value)} is not a JSON pointer", "begin it with a slash") from None

    def error(self, message: str, hint: str = "") -> SpecError:
        """Make the error that says *message* of this place."""
        return SpecError(message, position=self.bundle.position(self.pointer), pointer=self.pointer, hint=hint)

    def _typed(self, kind: type, name: str, default: Any) -> Any:
        if self.value is None:
            return default
        if not isinstance(self.value, kind):
            raise self.error(f"{described(self.value)} stands where {name} must be", f"write {name} here")
        return self.value


def described(value: Any) -> str:
    """Name the kind of a JSON value, for messages."""
    match value:
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return f'the string "{value[:40]}"'
        case list():
            return "a list"
        case _:
            return "a mapping"


def join(pointer: str, *path: str) -> str:
    """Give the JSON pointer that goes from *pointer* down along *path*."""
    return pointer + pointer_of(path)[1:]
