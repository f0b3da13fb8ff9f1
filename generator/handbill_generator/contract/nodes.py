"""Typed access to a tree whose shape nobody promised.

In: a bundled document.  Out: its members, each with its pointer, of the type that OpenAPI asks for there.
Never: returns something of another type.  What is of the wrong type is read as it is evidently meant, or as if it was
not there, and that stands in the ledger; only what cannot be missed is a `SpecError` with its place.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.contract.model import Schema
from handbill_generator.contract.reading import Reading
from handbill_generator.contract.wording import described
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import pointer_of, tokens_of, value_at
from handbill_generator.text import Text


@dataclass(frozen=True, slots=True)
class Node:
    """A value of the document and where it stands."""

    value: Any
    pointer: str
    reading: Reading

    def __bool__(self) -> bool:
        return self.value is not None

    def get(self, key: str) -> Node:
        """Give the member *key* of this mapping; where there is none, a node whose value is None."""
        is_plain = "~" not in key and "/" not in key and "%" not in key
        pointer = f"{self.pointer}/{key}" if is_plain else join(self.pointer, key)
        return Node(self.mapping().get(key), pointer, self.reading)

    def members(self) -> Iterator[tuple[str, Node]]:
        """Go through this mapping; nothing where there is none."""
        for key in self.mapping():
            yield key, self.get(key)

    def items(self) -> Iterator[Node]:
        """Go through this list; nothing where there is none.  What stands there instead of a list is its only item."""
        if self.value is not None and not isinstance(self.value, list):
            self.lose(
                f"{described(self.value)} where a list must be", "a list of it alone", "nothing else can be meant"
            )
            yield self
        for index, value in enumerate(self.value if isinstance(self.value, list) else ()):
            yield Node(value, f"{self.pointer}/{index}", self.reading)

    def mapping(self) -> Mapping[str, Any]:
        """Give this mapping, empty where there is none."""
        result: Mapping[str, Any] = self._typed(dict, "a mapping", {})
        return result

    def string(self, default: str = "") -> str:
        """Give this string; a number is read as one."""
        if isinstance(self.value, int | float) and not isinstance(self.value, bool):
            return str(self.value)
        return str(self._typed(str, "a string", default))

    def text(self) -> Text:
        """Give this string as document text."""
        return Text(self.string())

    def line(self, what: str) -> Text:
        """Give this string as *what*, which travels in requests, without the space around it.

        Raises SpecError where it is of more than one line.
        """
        return Text(one_line_of(self.string().strip(), what, self))

    def number(self, default: float = 0.0) -> float:
        """Give this number; raises SpecError where it is below 0 or none."""
        value = default if self.value is None else self.value
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < math.inf:
            raise self.error("a number that is not below 0 must stand here", "write a number")
        return float(value)

    def boolean(self, default: bool = False) -> bool:
        """Give this boolean; `"true"` and `"false"` are meant so."""
        if isinstance(self.value, str) and (word := self.value.strip().lower()) in ("true", "false"):
            self.lose(described(self.value), word, "a boolean is written without quotes")
            return word == "true"
        return bool(self._typed(bool, "true or false", default))

    def resolved(self) -> Node:
        """Follow `$ref` to the node that holds the content.

        Next to a `$ref` in 3.1, `summary` and `description` replace those of the target (OpenAPI 3.1.0, 4.8.23).
        """
        if not isinstance(self.value, Mapping) or "$ref" not in self.value:
            return self
        node, outer, seen = self, dict[str, Any](), set[str]()
        while isinstance(node.value, Mapping) and isinstance(reference := node.value.get("$ref"), str):
            outer = {key: node.value[key] for key in ("summary", "description") if key in node.value} | outer
            target = node.at(reference) if reference not in seen else None
            if target is None:
                break
            seen.add(reference)
            node = target
        is_mapping = isinstance(node.value, Mapping)
        return Node({**node.value, **outer}, node.pointer, self.reading) if outer and is_mapping else node

    def at(self, pointer: str) -> Node | None:
        """Give the node at a `#/...` pointer of the document, None where there is nothing."""
        try:
            path = tokens_of(pointer)
            return Node(value_at(self.reading.bundle.tree, path), pointer_of(path), self.reading)
        except (KeyError, ValueError):
            return None

    def schema(self) -> Schema:
        """Give this schema, lifted to 3.1."""
        return Schema(keywords=self.reading.lifted(self.value, self.pointer), pointer=self.pointer)

    def tokens(self) -> tuple[str, ...]:
        """Give this JSON pointer, split into its tokens."""
        try:
            return tokens_of(self.string())
        except ValueError:
            raise self.error(f"{described(self.value)} is not a JSON pointer", "begin it with a slash") from None

    def lose(self, what: str, became: str, why: str) -> None:
        """Write into the ledger that this was not taken as it stands."""
        self.reading.lose(self.pointer, what, became, why)

    def error(self, message: str, hint: str = "") -> SpecError:
        """Make the error that says *message* of this place."""
        return self.reading.error(self.pointer, message, hint)

    def demand_mapping(self, hint: str) -> Node:
        """Give this node; raises SpecError where there is something and it is no mapping."""
        if self.value is not None and not isinstance(self.value, Mapping):
            raise self.error(f"{described(self.value)} stands where a mapping must be", hint)
        return self

    def _typed(self, kind: type, name: str, default: Any) -> Any:
        if self.value is None:
            return default
        if not isinstance(self.value, kind):
            self.lose(f"{described(self.value)} where {name} must be", "nothing", "it cannot be read as one")
            return default
        return self.value


def one_line_of(text: str, what: str, node: Node) -> str:
    """Give *text*; raises SpecError at *node* where it holds a line break or a NUL, which could forge a request."""
    if "\n" in text or "\r" in text or "\0" in text:
        raise node.error(f"{what} must be one line", "remove the line break")
    return text


def join(pointer: str, *path: str) -> str:
    """Give the JSON pointer that goes from *pointer* down along *path*."""
    return pointer + pointer_of(path)[1:]
