"""Merge the schemas that hold together at one place.

In: their places.  Out: one `Node` whose alternatives are still as they were written.
Never: loses a keyword: what two parts say of one thing both hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from handbill_generator.changes.schemas.node import Condition, Conjunction, Contains, Group, Node
from handbill_generator.changes.schemas.ranges import KNOWN_FORMATS, integral, tightest
from handbill_generator.changes.schemas.source import Source
from handbill_generator.changes.schemas.values import EVERYTHING, atom_of, atoms_of, key_of

_LIMITS = (
    "minimum exclusiveMinimum maximum exclusiveMaximum minLength maxLength minItems maxItems minProperties "
    "maxProperties"
).split()
_ANNOTATIONS = "title default deprecated readOnly writeOnly format x-extensible-enum x-sunset x-stability-level".split()
_CONTENTS = ("contentMediaType", "contentEncoding", "contentSchema")
_OF_TYPE = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
_ALL = frozenset({"", ".*", "^", "$", "^.*$", "^.*", ".*$", "(.*)", "^(.*)$"})
"""Patterns that match every string."""


@dataclass(frozen=True, slots=True)
class _Members:
    """What one part says of the members of an object: those it names, and what holds for the others."""

    named: frozenset[str]
    has_patterns: bool
    others: str | None


@dataclass(slots=True)
class Merging:
    """The work of one merge; *properties* are the places of each property."""

    source: Source
    properties: dict[str, list[str]] = field(default_factory=dict)
    _places: list[str] = field(default_factory=list)
    _found: dict[str, list[tuple[str, Any]]] = field(default_factory=dict)
    _members: list[_Members] = field(default_factory=list)
    _types: frozenset[str] = EVERYTHING
    _tuples: list[tuple[Conjunction, Conjunction]] = field(default_factory=list)
    _settled: set[str] = field(default_factory=set)

    def add(self, conjunction: Conjunction) -> None:
        """Add what stands at some places, with all that it brings in by `$ref` and `allOf`."""
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

    def settle(self, group: Group) -> None:
        """Take the one alternative that a group has left for what always holds."""
        self._settled.add(group.pointer)
        for branch in group.branches:
            self.add(branch)

    def _referred(self, keywords: Mapping[str, Any]) -> list[str]:
        return [self.source.target(reference) for reference in [keywords.get("$ref")] if isinstance(reference, str)]

    def _below(self, place: str, *path: str, keywords: Any) -> str:
        return self.source.below(place, *path, keywords=keywords)

    def _add_keywords(self, place: str, keywords: Mapping[str, Any]) -> None:
        for keyword, value in keywords.items():
            self._found.setdefault(keyword, []).append((place, value))
        if "type" in keywords:
            self._types &= atoms_of(keywords["type"])
        if keywords.get("not") is True or keywords.get("not") == {}:
            self._types = frozenset()
        self._add_members(place, keywords)
        prefix = keywords.get("prefixItems")
        items = keywords.get("items")
        if isinstance(prefix, list) or isinstance(items, bool | Mapping):
            self._tuples.append(
                (
                    tuple(self._below(place, "prefixItems", str(i), keywords=m) for i, m in enumerate(prefix or ())),
                    (self._below(place, "items", keywords=items),) if _says(items) else (),
                )
            )

    def _add_members(self, place: str, keywords: Mapping[str, Any]) -> None:
        named = keywords.get("properties")
        named = named if isinstance(named, Mapping) else {}
        others = keywords.get("additionalProperties")
        for name, member in named.items():
            self.properties.setdefault(name, []).append(self._below(place, "properties", name, keywords=member))
        self._members.append(
            _Members(
                frozenset(named),
                bool(keywords.get("patternProperties")),
                self._below(place, "additionalProperties", keywords=others) if _says(others) else None,
            )
        )

    def node(self, *, hidden: frozenset[str]) -> Node:
        """Give the node; properties that are *hidden* are left out of it."""
        types = self._types
        multiples = frozenset(float(v) for _, v in self._all("multipleOf") if _is_number(v) and v > 0)
        if "fraction" in types and any(multiple.is_integer() for multiple in multiples):
            types -= {"fraction"}
        if "fraction" not in types:
            multiples -= {1.0}
        values, types, is_const = self._values(types)
        limits, places = self._limits(types, values)
        is_string = "string" in types and "string" not in values
        return Node(
            pointer=self._places[0] if self._places else "#",
            component=self._component(),
            types=types,
            values=values,
            is_const=is_const,
            limits=limits,
            multiples=multiples if types & {"integer", "fraction"} - values.keys() else frozenset(),
            patterns=frozenset(
                v for _, v in self._all("pattern") if is_string and isinstance(v, str) and v not in _ALL
            ),
            formats=frozenset(v for _, v in self._all("format") if self._is_asserted(v, types, values)),
            contents=self._contents() if is_string else {},
            **(self._arrays() if "array" in types and "array" not in values else {}),
            **(self._objects(hidden) if "object" in types and "object" not in values else {}),
            groups=tuple(self._groups()),
            negations=tuple((self._below(p, "not", keywords=v),) for p, v in self._all("not") if v is not False),
            conditions=tuple(self._conditions()),
            discriminator=self._discriminator(),
            annotations={keyword: stated[0][1] for keyword in _ANNOTATIONS if (stated := self._found.get(keyword))},
            places={**{k: f"{found[0][0]}/{k}" for k, found in self._found.items() if "/" not in k}, **places},
        )

    def _component(self) -> str:
        """Give the component that the first place is, or refers to."""
        place = self._places[0] if self._places else ""
        while place and not _is_component(place):
            keywords = self.source.keywords(place)
            reference = keywords.get("$ref") if isinstance(keywords, Mapping) else None
            place = self.source.target(reference) if isinstance(reference, str) else ""
        return place

    def _all(self, keyword: str) -> Iterable[tuple[str, Any]]:
        return self._found.get(keyword, ())

    def _is_asserted(self, name: Any, types: frozenset[str], values: Mapping[str, Any]) -> bool:
        kinds = KNOWN_FORMATS.get(name, frozenset()) if isinstance(name, str) else frozenset()
        return bool(kinds & types - values.keys())

    def _values(self, types: frozenset[str]) -> tuple[dict[str, dict[str, Any]], frozenset[str], bool]:
        """Give the values that are listed, by type, and the types that are left; listing all of a type lists none."""
        lists = [v for _, v in self._all("enum") if isinstance(v, list)] + [[v] for _, v in self._all("const")]
        if not lists:
            return {}, types, False
        kept = {key_of(value): value for value in lists[0]}
        for other in lists[1:]:
            keys = {key_of(value) for value in other}
            kept = {key: value for key, value in kept.items() if key in keys}
        values: dict[str, dict[str, Any]] = {}
        for key, value in kept.items():
            if (atom := atom_of(value)) in types and self._allows(value):
                values.setdefault(atom, {})[key] = value
        left = types & values.keys()
        values.pop("null", None)
        if len(values.get("boolean", ())) == 2:
            del values["boolean"]
        return values, left, bool(self._found.get("const"))

    def _allows(self, value: Any) -> bool:
        """Whether the limits let a listed value through, as far as that is seen at a glance."""
        size = "Length" if isinstance(value, str) else "Items" if isinstance(value, list) else ""
        size = "Properties" if isinstance(value, dict) else size
        measured = len(value) if size else value
        if isinstance(value, bool) or not _is_number(measured):
            return True
        least = f"min{size}" if size else "minimum"
        most = f"max{size}" if size else "maximum"
        return all(not _is_number(v) or measured >= v for _, v in self._all(least)) and all(
            not _is_number(v) or measured <= v for _, v in self._all(most)
        )

    def _limits(self, types: frozenset[str], values: Mapping[str, Any]) -> tuple[dict[str, float], dict[str, str]]:
        found: dict[str, float] = {}
        places: dict[str, str] = {}
        for keyword in _LIMITS:
            stated = [(v, place) for place, v in self._all(keyword) if _is_number(v)]
            if stated:
                value, place = (min if "max" in keyword.lower() else max)(stated)
                found[keyword], places[keyword] = value, f"{place}/{keyword}"
        numbers = types & {"integer", "fraction"} - values.keys()
        found = tightest(found) if numbers else {k: v for k, v in found.items() if "imum" not in k}
        if numbers == {"integer"}:
            found = integral(found)
        for type, keywords in _OF_TYPE.items():
            if type not in types or type in values:
                found = {k: v for k, v in found.items() if k not in keywords}
        return {k: v for k, v in found.items() if not (k.startswith("min") and k != "minimum" and v <= 0)}, places

    def _contents(self) -> dict[str, str]:
        return {keyword: key_of(found[0][1]) for keyword in _CONTENTS if (found := self._found.get(keyword))}

    def _arrays(self) -> dict[str, Any]:
        longest = max((len(prefix) for prefix, _ in self._tuples), default=0)
        prefix = tuple(_together(part[i : i + 1] or items for part, items in self._tuples) for i in range(longest))
        items = _together(items for _, items in self._tuples)
        contains = []
        for place, value in self._all("contains"):
            siblings = self.source.keywords(place)
            least, most = siblings.get("minContains", 1), siblings.get("maxContains")
            if (least or most is not None) and (value is not True or most is not None or least > 1):
                contains.append(
                    Contains(schema=(self._below(place, "contains", keywords=value),), least=least, most=most)
                )
        return {
            "unique": any(v is True for _, v in self._all("uniqueItems")),
            "prefix": prefix,
            "items": items,
            "contains": tuple(contains),
            "unevaluated_items": self._single("unevaluatedItems"),
        }

    def _objects(self, hidden: frozenset[str]) -> dict[str, Any]:
        additional = _together((m.others,) for m in self._members if m.others)
        unevaluated = self._single("unevaluatedProperties")
        if unevaluated and not additional and not (self._found.keys() & {"anyOf", "oneOf", "if", "dependentSchemas"}):
            # With nothing else that could evaluate a property, what is left over is what has no name.
            additional, unevaluated = unevaluated, ()
        properties = {
            name: _together([tuple(places), *self._left_over(name)])
            for name, places in self.properties.items()
            if name not in hidden
        }
        patterns: dict[str, list[str]] = {}
        for place, value in self._all("patternProperties"):
            for pattern, member in value.items() if isinstance(value, Mapping) else ():
                if _says(member):
                    patterns.setdefault(pattern, []).append(
                        self._below(place, "patternProperties", pattern, keywords=member)
                    )
        required = frozenset(
            n for _, v in self._all("required") if isinstance(v, list) for n in v if isinstance(n, str)
        )
        return {
            "properties": properties,
            "required": required - hidden,
            "hidden": hidden,
            "additional": additional,
            "pattern_properties": {pattern: tuple(places) for pattern, places in patterns.items()},
            "property_names": self._single("propertyNames"),
            "unevaluated_properties": unevaluated,
            "dependent_required": self._dependent_required(hidden),
            "dependent_schemas": self._dependent_schemas(),
        }

    def _left_over(self, name: str) -> Iterable[Conjunction]:
        """Give what the parts that do not name a property say of it all the same."""
        for members in self._members:
            if members.others and name not in members.named and not members.has_patterns:
                yield (members.others,)

    def _single(self, keyword: str) -> Conjunction:
        return tuple(self._below(place, keyword, keywords=v) for place, v in self._all(keyword) if _says(v))

    def _dependent_required(self, hidden: frozenset[str]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for _, value in self._all("dependentRequired"):
            for name, needed in value.items() if isinstance(value, Mapping) else ():
                names = frozenset(needed if isinstance(needed, list) else ()) - hidden
                found[name] = found.get(name, frozenset()) | names
        return {name: needed for name, needed in found.items() if needed and name not in hidden}

    def _dependent_schemas(self) -> dict[str, Conjunction]:
        found: dict[str, list[str]] = {}
        for place, value in self._all("dependentSchemas"):
            for name, member in value.items() if isinstance(value, Mapping) else ():
                if _says(member):
                    found.setdefault(name, []).append(self._below(place, "dependentSchemas", name, keywords=member))
        return {name: tuple(places) for name, places in found.items()}

    def _groups(self) -> Iterable[Group]:
        for kind in ("anyOf", "oneOf"):
            for place, members in self._all(kind):
                if isinstance(members, list) and len(members) > 1 and f"{place}/{kind}" not in self._settled:
                    yield Group(
                        branches=tuple((self._below(place, kind, str(i), keywords=m),) for i, m in enumerate(members)),
                        exclusive=kind == "oneOf",
                        pointer=f"{place}/{kind}",
                    )

    def _conditions(self) -> Iterable[Condition]:
        for place, test in self._all("if"):
            siblings = self.source.keywords(place)
            then, otherwise = (
                (self._below(place, word, keywords=siblings[word]),) if _says(siblings.get(word)) else ()
                for word in ("then", "else")
            )
            if then or otherwise:
                yield Condition(test=(self._below(place, "if", keywords=test),), then=then, otherwise=otherwise)

    def _discriminator(self) -> Mapping[str, Any] | None:
        found = [v for _, v in self._all("discriminator") if isinstance(v, Mapping)]
        return found[0] if found else None


def _is_component(place: str) -> bool:
    return place.startswith("#/components/schemas/") and place.count("/") == 3


def _together(parts: Iterable[Conjunction]) -> Conjunction:
    return tuple(dict.fromkeys(place for part in parts for place in part))


def _says(schema: Any) -> bool:
    """Whether a schema says anything: `true` and `{}` do not."""
    return schema is False or (isinstance(schema, Mapping) and bool(schema))


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
