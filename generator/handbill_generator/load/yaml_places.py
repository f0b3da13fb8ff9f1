"""Find where the values of a YAML text begin.

In: mappings and lists as they are built, with the offsets of what is in them.  Out: the offset of a pointer's value.
Never: reads the text.
"""

from __future__ import annotations

from array import array

from .pointer import JSON, Tokens, index_of


class YAMLPlaces:
    """Offsets of the values of one YAML text: one number a value, for all mappings and lists in one array.

    Aliases share mappings and lists, so these are known by identity, and *tree* keeps them alive.
    """

    tree: JSON = None
    root = 0
    """Where the tree itself begins."""

    def __init__(self) -> None:
        self._offsets = array("I")
        self._first: dict[int, int] = {}
        self._indexes: dict[int, dict[str, int]] = {}
        self._kept: list[JSON] = []

    def add(self, container: dict[str, JSON] | list[JSON], offsets: list[int]) -> None:
        """Remember where the values of *container* stand, in their order."""
        self._first[id(container)] = len(self._offsets)
        self._offsets.extend(offsets)

    def keep(self, container: JSON) -> None:
        """Keep *container*, which is not in the tree, so that no other gets its identity."""
        self._kept.append(container)

    def inside(self, container: dict[str, JSON] | list[JSON]) -> list[int]:
        """Give where the values of *container* stand, in their order."""
        first = self._first[id(container)]
        return self._offsets[first : first + len(container)].tolist()

    def offset(self, tokens: Tokens) -> int:
        """Give the offset of what stands at *tokens* (of a member: of its key), or of its nearest ancestor."""
        value, place = self.tree, self.root
        for token in tokens:
            match value:
                case dict() if token in value:
                    index, below = self._index(value, token), value[token]
                case list() if (found := index_of(token)) is not None and found < len(value):
                    index, below = found, value[found]
                case _:
                    break
            place, value = self._offsets[self._first[id(value)] + index], below
        return place

    def _index(self, mapping: dict[str, JSON], key: str) -> int:
        if id(mapping) not in self._indexes:
            self._indexes[id(mapping)] = {key: index for index, key in enumerate(mapping)}
        return self._indexes[id(mapping)][key]
