"""See at a glance what is the same on both sides.

In: two contracts.  Out: whether two schemas are the same as far as all that they refer to.
Never: says so of schemas that differ; it may miss some that do not.

Most of two contracts is the same text.  Components whose text differs are marked, and so is all that refers to a marked
one; what is left needs no comparison.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from handbill_generator.contract import Contract, Schema
from handbill_generator.load import pointer_of, tokens_of

_SCHEMAS = "#/components/schemas/"


class Sameness:
    """What is the same in two contracts."""

    def __init__(self, old: Contract, new: Contract) -> None:
        self._old = old
        self._new = new
        self._targets: dict[str, str] = {}

    def are_same(self, old: Schema, new: Schema) -> bool:
        """Whether two schemas are written alike, and so is all that they refer to."""
        if not _alike(old.keywords, new.keywords):
            return False
        return not any(self._target(reference) in self._marked for reference in references(new.keywords))

    def _target(self, reference: str) -> str:
        if reference not in self._targets:
            self._targets[reference] = pointer_of(tokens_of(reference))
        return self._targets[reference]

    @cached_property
    def _marked(self) -> frozenset[str]:
        """Give the places of components that differ or refer to one that does, and of all that are no components."""
        users: dict[str, list[str]] = {}
        marked: list[str] = []
        for name, schema in self._new.schemas.items():
            old = self._old.schemas.get(name)
            if old is None or not _alike(old.keywords, schema.keywords):
                marked.append(schema.pointer)
            for reference in references(schema.keywords):
                target = self._target(reference)
                users.setdefault(target, []).append(schema.pointer)
                if not target.startswith(_SCHEMAS) or target.count("/") != 3:
                    marked.append(target)
        marked += [schema.pointer for name, schema in self._old.schemas.items() if name not in self._new.schemas]
        found: set[str] = set()
        while marked:
            place = marked.pop()
            if place not in found:
                found.add(place)
                marked += users.get(place, ())
        return frozenset(found)


def references(keywords: Any) -> Iterator[str]:
    """Go through the targets of all `$ref`s below, in data too, which does no harm."""
    waiting = [keywords]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            if isinstance(reference := value.get("$ref"), str):
                yield reference
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value


def _alike(one: Any, other: Any) -> bool:
    """Whether two values are written alike; for Python alone `true` is 1."""
    return bool(one == other) and json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
