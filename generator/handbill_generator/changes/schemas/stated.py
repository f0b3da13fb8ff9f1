"""Gather what the schemas that hold together at one place say, keyword by keyword.

In: their places.  Out: each keyword with every place that states it.
Never: weighs one against another; that is `merging`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handbill_generator.changes.schemas.node import Condition, Conjunction, Group
from handbill_generator.changes.schemas.source import Source
from handbill_generator.changes.schemas.values import EVERYTHING, atoms_of


@dataclass(frozen=True, slots=True)
class Members:
    """What one part says of the members of an object: those it names, and what holds for the others."""

    named: frozenset[str]
    patterns: tuple[str, ...]
    others: str | None


@dataclass(slots=True)
class Stated:
    """What is stated, keyword by keyword; *properties* are the places of each property."""

    source: Source
    properties: dict[str, list[str]] = field(default_factory=dict)
    _places: list[str] = field(default_factory=list)
    _found: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    _members: list[Members] = field(default_factory=list)
    _types: frozenset[str] = EVERYTHING
    _tuples: list[tuple[Conjunction, Conjunction]] = field(default_factory=list)
    _settled: set[str] = field(default_factory=set)
    _roots: Conjunction = ()
    _lists: list[list[Any]] = field(default_factory=list)

    def add(self, conjunction: Conjunction) -> None:
        """Add what stands at some places, with all that it brings in by `$ref` and `allOf`."""
        self._roots += conjunction
        waiting = list(reversed(conjunction))
        while waiting:
            place = waiting.pop()
            if place in self._places:
                continue
            self._places.append(place)
            keywords = self.source.keywords(place)
            if keywords is False:
                self._types = frozenset()
            elif isinstance(keywords, Mapping):
                more = self._referred(keywords)
                for kind in ("allOf", "anyOf", "oneOf"):
                    members = keywords.get(kind)
                    if isinstance(members, list) and (kind == "allOf" or len(members) == 1):
                        more += [self._below(place, kind, str(i), keywords=m) for i, m in enumerate(members)]
                waiting += reversed(more)
                self._add_keywords(place, keywords)

    def settle(self, pointer: str, branches: Iterable[Conjunction]) -> None:
        """Take for what always holds what a keyword, the one at *pointer*, comes to."""
        self._settled.add(pointer)
        for branch in branches:
            self.add(branch)

    def limit(self, pointer: str, values: Iterable[Any]) -> None:
        """Take for an enum what the alternatives at *pointer* come to."""
        self._settled.add(pointer)
        self._lists.append(list(values))
        self._found.setdefault("enum", []).append((pointer.rpartition("/")[0], None))

    def _referred(self, keywords: Mapping[str, Any]) -> list[str]:
        return [self.source.target(reference) for reference in [keywords.get("$ref")] if isinstance(reference, str)]

    def _below(self, place: str, *path: str, keywords: Any) -> str:
        return self.source.below(place, *path, keywords=keywords)

    def _add_keywords(self, place: str, keywords: Mapping[str, Any]) -> None:
        for keyword, value in keywords.items():
            self._found.setdefault(keyword, []).append((place, value))
        if "type" in keywords:
            self._types &= atoms_of(keywords["type"])
        self._add_members(place, keywords)
        prefix = keywords.get("prefixItems")
        prefix = prefix if isinstance(prefix, list) else None
        items = keywords.get("items")
        if isinstance(prefix, list) or isinstance(items, bool | Mapping):
            self._tuples.append(
                (
                    tuple(
                        self._below(place, "prefixItems", str(i), keywords=m) if says(m) else ""
                        for i, m in enumerate(prefix or ())
                    ),
                    (self._below(place, "items", keywords=items),) if says(items) else (),
                )
            )

    def _add_members(self, place: str, keywords: Mapping[str, Any]) -> None:
        named = keywords.get("properties")
        named = named if isinstance(named, Mapping) else {}
        others = keywords.get("additionalProperties")
        for name, member in named.items():
            self.properties.setdefault(name, []).append(self._below(place, "properties", name, keywords=member))
        self._members.append(
            Members(
                frozenset(named),
                tuple(keywords["patternProperties"]) if isinstance(keywords.get("patternProperties"), Mapping) else (),
                self._below(place, "additionalProperties", keywords=others) if says(others) else None,
            )
        )

    def _all(self, keyword: str) -> Iterable[tuple[str, Any]]:
        return self._found.get(keyword, ())

    def _single(self, keyword: str) -> Conjunction:
        return tuple(self._below(place, keyword, keywords=v) for place, v in self._all(keyword) if says(v))

    def _groups(self) -> Iterable[Group]:
        for kind in ("anyOf", "oneOf"):
            for place, members in self._all(kind):
                if isinstance(members, list) and len(members) > 1 and f"{place}/{kind}" not in self._settled:
                    yield Group(
                        branches=tuple((self._below(place, kind, str(i), keywords=m),) for i, m in enumerate(members)),
                        exclusive=kind == "oneOf",
                        pointer=f"{place}/{kind}",
                    )

    def _negations(self) -> Iterable[Conjunction]:
        for place, value in self._all("not"):
            if value is True or value == {}:
                yield ()
            elif value is not False and f"{place}/not" not in self._settled:
                yield (self._below(place, "not", keywords=value),)

    def _conditions(self) -> Iterable[Condition]:
        for place, test in self._all("if"):
            if f"{place}/if" in self._settled:
                continue
            siblings = self.source.keywords(place)
            then, otherwise = (
                (self._below(place, word, keywords=siblings[word]),) if says(siblings.get(word)) else ()
                for word in ("then", "else")
            )
            if then or otherwise:
                yield Condition(
                    test=(self._below(place, "if", keywords=test),),
                    then=then,
                    otherwise=otherwise,
                    pointer=f"{place}/if",
                )


def says(schema: Any) -> bool:
    """Whether a schema says anything: `true` and `{}` do not."""
    return schema is False or (isinstance(schema, Mapping) and bool(schema))
