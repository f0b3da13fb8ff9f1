"""Try a value on schemas.

In: places of schemas that hold together, and a value that a document lists.  Out: whether they accept it, None where
that cannot be told.
Never: guesses: a format, a pattern that no linear engine takes, what other keywords have left over, all give None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias, TypeGuard

from handbill_generator.changes.schemas.node import Conjunction
from handbill_generator.changes.schemas.patterns import matches
from handbill_generator.changes.schemas.ranges import KNOWN_FORMATS, divides
from handbill_generator.changes.schemas.source import Source
from handbill_generator.changes.schemas.values import atom_of, atoms_of, key_of

_Answer: TypeAlias = "bool | None"
_DEEPEST = 24


class Trial:
    """Values tried on schemas of one contract."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._running: set[tuple[str, int]] = set()
        self._listed: dict[str, set[str]] = {}

    def accepts(self, places: Conjunction, value: Any) -> bool | None:
        """Whether schemas accept *value* together."""
        return self.all_of(((place, value) for place in places), 0)

    def all_of(self, tries: Iterable[tuple[str, Any]], depth: int) -> _Answer:
        return _all(self.one(place, value, depth) for place, value in tries)

    def one(self, place: str, value: Any, depth: int) -> _Answer:
        keywords = self._source.keywords(place)
        if isinstance(keywords, bool):
            return keywords
        key = (place, id(value))
        if not isinstance(keywords, Mapping) or key in self._running:
            return True
        if depth > _DEEPEST:
            return None
        self._running.add(key)
        try:
            return _all(self._answers(place, keywords, value, depth + 1))
        finally:
            self._running.discard(key)

    def _answers(self, place: str, keywords: Mapping[str, Any], value: Any, depth: int) -> Iterator[_Answer]:
        if isinstance(keywords.get("enum"), list):
            if place not in self._listed:
                self._listed[place] = {key_of(listed) for listed in keywords["enum"]}
            yield key_of(value) in self._listed[place]
        yield from _of_any(keywords, value)
        if isinstance(value, str):
            yield from _of_text(keywords, value)
        elif isinstance(value, list):
            yield from self._of_list(place, keywords, value, depth)
        elif isinstance(value, Mapping):
            yield from self._of_object(place, keywords, value, depth)
        yield from self._of_parts(place, keywords, value, depth)

    def _below(self, place: str, keywords: Mapping[str, Any], value: Any, depth: int, *path: str) -> _Answer:
        schema: Any = keywords
        for token in path:
            schema = schema[int(token)] if isinstance(schema, list) else schema[token]
        if schema is False:
            return False
        return self.one(self._source.below(place, *path, keywords=schema), value, depth)

    def _of_parts(self, place: str, keywords: Mapping[str, Any], value: Any, depth: int) -> Iterator[_Answer]:
        if isinstance(reference := keywords.get("$ref"), str):
            yield self.one(self._source.target(reference), value, depth)
        for kind, join in (("allOf", _all), ("anyOf", _any), ("oneOf", _only)):
            members = keywords.get(kind)
            if isinstance(members, list) and (members or kind == "allOf"):
                yield join(self._below(place, keywords, value, depth, kind, str(i)) for i in range(len(members)))
        if isinstance(keywords.get("not"), bool | Mapping):
            yield _not(self._below(place, keywords, value, depth, "not"))
        if isinstance(keywords.get("if"), bool | Mapping):
            test = self._below(place, keywords, value, depth, "if")
            branches = {
                word: self._below(place, keywords, value, depth, word)
                if isinstance(keywords.get(word), bool | Mapping)
                else True
                for word in ("then", "else")
            }
            yield branches["then"] if test else branches["else"] if test is False else _all(branches.values())

    def _of_list(self, place: str, keywords: Mapping[str, Any], value: list[Any], depth: int) -> Iterator[_Answer]:
        yield _is_within(len(value), keywords, "minItems", "maxItems")
        if keywords.get("uniqueItems") is True:
            yield len({key_of(item) for item in value}) == len(value)
        prefix = keywords.get("prefixItems")
        prefix = prefix if isinstance(prefix, list) else []
        for index, item in enumerate(value):
            if index < len(prefix):
                yield self._below(place, keywords, item, depth, "prefixItems", str(index))
            elif isinstance(keywords.get("items"), bool | Mapping):
                yield self._below(place, keywords, item, depth, "items")
        if isinstance(keywords.get("contains"), bool | Mapping):
            answers = [self._below(place, keywords, item, depth, "contains") for item in value]
            yield _counted(answers, keywords)
        if "unevaluatedItems" in keywords:
            yield None

    def _of_object(
        self, place: str, keywords: Mapping[str, Any], value: Mapping[str, Any], depth: int
    ) -> Iterator[_Answer]:
        yield _is_within(len(value), keywords, "minProperties", "maxProperties")
        yield all(name in value for name in _listed(keywords.get("required")))
        named, patterns = _mapping(keywords.get("properties")), _mapping(keywords.get("patternProperties"))
        for name, member in value.items():
            found = [(pattern, matches(pattern, name)) for pattern in patterns]
            if name in named:
                yield self._below(place, keywords, member, depth, "properties", name)
            for pattern, is_match in found:
                if is_match is not False:
                    answer = self._below(place, keywords, member, depth, "patternProperties", pattern)
                    yield answer if is_match or answer else None
            is_left = name not in named and not any(is_match for _, is_match in found)
            if is_left and isinstance(keywords.get("additionalProperties"), bool | Mapping):
                yield self._below(place, keywords, member, depth, "additionalProperties")
            if isinstance(keywords.get("propertyNames"), bool | Mapping):
                yield self._below(place, keywords, name, depth, "propertyNames")
        for name, needed in _mapping(keywords.get("dependentRequired")).items():
            yield name not in value or all(other in value for other in _listed(needed))
        for name in _mapping(keywords.get("dependentSchemas")):
            if name in value:
                yield self._below(place, keywords, value, depth, "dependentSchemas", name)
        if "unevaluatedProperties" in keywords:
            yield None


def _of_any(keywords: Mapping[str, Any], value: Any) -> Iterator[_Answer]:
    if "type" in keywords:
        yield atom_of(value) in atoms_of(keywords["type"])
    if "const" in keywords:
        yield key_of(value) == key_of(keywords["const"])
    if _is_number(value):
        yield _is_within(value, keywords, "minimum", "maximum")
        least, most, unit = (keywords.get(key) for key in ("exclusiveMinimum", "exclusiveMaximum", "multipleOf"))
        yield not _is_number(least) or value > least
        yield not _is_number(most) or value < most
        yield not _is_number(unit) or unit <= 0 or divides(unit, value)
    if atom_of(value) in KNOWN_FORMATS.get(str(keywords.get("format")), ()):
        yield None


def _of_text(keywords: Mapping[str, Any], value: str) -> Iterator[_Answer]:
    yield _is_within(len(value), keywords, "minLength", "maxLength")
    if isinstance(pattern := keywords.get("pattern"), str):
        yield matches(pattern, value)


def _is_within(size: float, keywords: Mapping[str, Any], least: str, most: str) -> bool:
    low, high = keywords.get(least), keywords.get(most)
    return not ((_is_number(low) and size < low) or (_is_number(high) and size > high))


def _counted(answers: list[_Answer], keywords: Mapping[str, Any]) -> _Answer:
    least, most = keywords.get("minContains", 1), keywords.get("maxContains")
    least = least if _is_number(least) else 1
    sure, possible = answers.count(True), len(answers) - answers.count(False)
    if possible < least or (_is_number(most) and sure > most):
        return False
    return True if sure >= least and (not _is_number(most) or possible <= most) else None


def _all(answers: Iterable[_Answer]) -> _Answer:
    found = list(answers)
    return False if False in found else None if None in found else True


def _any(answers: Iterable[_Answer]) -> _Answer:
    found = list(answers)
    return True if True in found else None if None in found else False


def _only(answers: Iterable[_Answer]) -> _Answer:
    found = list(answers)
    if found.count(True) > 1:
        return False
    return None if None in found else True in found


def _not(answer: _Answer) -> _Answer:
    return None if answer is None else not answer


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
