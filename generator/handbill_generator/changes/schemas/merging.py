"""Merge the schemas that hold together at one place.

In: their places.  Out: one `Node` whose alternatives are still as they were written.
Never: loses a keyword: what two parts say of one thing both hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeGuard

from handbill_generator.changes.schemas.acceptance import Trial
from handbill_generator.changes.schemas.node import Conjunction, Contains, Node
from handbill_generator.changes.schemas.patterns import matches
from handbill_generator.changes.schemas.ranges import KNOWN_FORMATS, bound, integral, tightest
from handbill_generator.changes.schemas.stated import Stated, says
from handbill_generator.changes.schemas.values import atom_of, key_of

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


class Merging(Stated):
    """The work of one merge."""

    def node(self, conjunction: Conjunction, *, hidden: frozenset[str]) -> Node:
        """Give the node of *conjunction*; properties that are *hidden* are left out of it."""
        types = self._types
        multiples = frozenset(float(v) for _, v in self._all("multipleOf") if _is_number(v) and v > 0)
        if "fraction" in types and any(multiple.is_integer() for multiple in multiples):
            types -= {"fraction"}
        if "fraction" not in types:
            multiples -= {1.0}
        values, types, finite = self._values(types)
        types -= self._impossible(types - values.keys())
        limits, places = self._limits(types, values)
        is_string = "string" in types and "string" not in values
        return Node(
            pointer=self._places[0] if self._places else "#",
            conjunction=conjunction,
            component=self._component(),
            types=types,
            values=values,
            is_const=bool(self._found.get("const")),
            finite=finite,
            limits=limits,
            multiples=multiples if types & {"integer", "fraction"} - values.keys() else frozenset(),
            patterns=frozenset(
                v for _, v in self._all("pattern") if is_string and isinstance(v, str) and v not in _ALL
            ),
            formats=frozenset(v for _, v in self._all("format") if self._is_asserted(v, types, values)),
            contents=self._contents() if is_string else {},
            **(self._arrays() if "array" in types and "array" not in values else {}),
            **(self._objects(hidden) if "object" in types and "object" not in values else {}),
            groups=() if finite is not None else tuple(self._groups()),
            negations=() if finite is not None else tuple(self._negations()),
            conditions=() if finite is not None else tuple(self._conditions()),
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

    def _is_asserted(self, name: Any, types: frozenset[str], values: Mapping[str, Any]) -> bool:
        kinds = KNOWN_FORMATS.get(name, frozenset()) if isinstance(name, str) else frozenset()
        return bool(kinds & types - values.keys())

    def _values(
        self, types: frozenset[str]
    ) -> tuple[dict[str, dict[str, Any]], frozenset[str], Mapping[str, Any] | None]:
        """Give the values that are listed, by type, the types that are left, and all values that can be counted."""
        lists = [v for _, v in self._all("enum") if isinstance(v, list)] + [[v] for _, v in self._all("const")]
        lists += self._lists
        if not lists:
            countable: dict[str, list[Any]] = {"null": [None], "boolean": [True, False]}
            if not types <= countable.keys():
                return {}, types, None
            lists = [[value for atom in sorted(types) for value in countable[atom]]]
        kept = {key: value for key, value in self._kept(lists).items() if atom_of(value) in types}
        values: dict[str, dict[str, Any]] = {}
        for key, value in kept.items():
            values.setdefault(atom_of(value), {})[key] = value
        left = types & values.keys()
        values.pop("null", None)
        if len(values.get("boolean", ())) == 2:
            # Listing all of a type lists none.
            del values["boolean"]
        return values, left, kept

    def _kept(self, lists: list[list[Any]]) -> dict[str, Any]:
        """Give the values that all lists have and that nothing else refuses."""
        keys = [{key_of(value) for value in other} for other in lists[1:]]
        trial = Trial(self.source)
        return {
            key: value
            for key, value in ((key_of(value), value) for value in lists[0])
            if all(key in others for others in keys) and trial.accepts(self._roots, value) is not False
        }

    def _impossible(self, types: frozenset[str]) -> frozenset[str]:
        """Give the types of which no value keeps all limits."""
        limits = {k: v for k, (v, _) in self._tightest().items()}
        found = set()
        for type, keywords in _OF_TYPE.items():
            least, most = (limits.get(keyword) for keyword in keywords)
            if least is not None and most is not None and least > most:
                found.add(type)
        low, high = bound(limits, "minimum"), bound(limits, "maximum")
        if low and high and (low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1]))):
            found |= {"integer", "fraction"}
        elif low and high and "integer" in types:
            whole = integral({k: v for k, v in limits.items() if "imum" in k})
            if whole["minimum"] > whole["maximum"]:
                found.add("integer")
        return types & found

    def _tightest(self) -> dict[str, tuple[float, str]]:
        """Give the limits that count, each with the place that states it."""
        found: dict[str, tuple[float, str]] = {}
        for keyword in _LIMITS:
            stated = [(v, place) for place, v in self._all(keyword) if _is_number(v)]
            if stated:
                found[keyword] = (min if "max" in keyword.lower() else max)(stated)
        kept = tightest({keyword: value for keyword, (value, _) in found.items()})
        return {keyword: stated for keyword, stated in found.items() if keyword in kept}

    def _limits(self, types: frozenset[str], values: Mapping[str, Any]) -> tuple[dict[str, float], dict[str, str]]:
        stated = self._tightest()
        found = {keyword: value for keyword, (value, _) in stated.items()}
        places = {keyword: f"{place}/{keyword}" for keyword, (_, place) in stated.items()}
        numbers = types & {"integer", "fraction"} - values.keys()
        if not numbers:
            found = {k: v for k, v in found.items() if "imum" not in k}
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
        prefix = tuple(
            _together(tuple(filter(None, part[i : i + 1])) if i < len(part) else items for part, items in self._tuples)
            for i in range(longest)
        )
        items = _together(items for _, items in self._tuples)
        unevaluated = self._single("unevaluatedItems")
        if unevaluated and not self._evaluates_more() and not self._found.get("items"):
            # With nothing else that could evaluate an item, what is left over is what comes after the first ones.
            items, unevaluated = unevaluated, ()
        while prefix and prefix[-1] == items and not unevaluated:
            prefix = prefix[:-1]
        contains = []
        for place, value in self._all("contains"):
            siblings = self.source.keywords(place)
            least, most = siblings.get("minContains", 1), siblings.get("maxContains")
            if least or most is not None:
                contains.append(
                    Contains(
                        schema=(self._below(place, "contains", keywords=value),) if says(value) else (),
                        least=least,
                        most=most,
                    )
                )
        return {
            "unique": any(v is True for _, v in self._all("uniqueItems")),
            "prefix": prefix,
            "items": items,
            "contains": tuple(contains),
            "unevaluated_items": unevaluated,
        }

    def _objects(self, hidden: frozenset[str]) -> dict[str, Any]:
        additional = _together((m.others,) for m in self._members if m.others)
        unevaluated = self._single("unevaluatedProperties")
        if unevaluated and not additional and not (self._evaluates_more()):
            # With nothing else that could evaluate a property, what is left over is what has no name.
            additional, unevaluated = unevaluated, ()
        patterns: dict[str, list[str]] = {}
        for place, value in self._all("patternProperties"):
            for pattern, member in value.items() if isinstance(value, Mapping) else ():
                if says(member):
                    patterns.setdefault(pattern, []).append(
                        self._below(place, "patternProperties", pattern, keywords=member)
                    )
        properties = {
            name: _together(
                [
                    tuple(places),
                    *(tuple(held) for p, held in patterns.items() if matches(p, name)),
                    *self._left_over(name),
                ]
            )
            for name, places in self.properties.items()
            if name not in hidden
        }
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

    def _evaluates_more(self) -> bool:
        """Whether what is evaluated is more than what the parts themselves name."""
        return any(self._groups()) or bool(self._found.keys() & {"if", "dependentSchemas", "contains"})

    def _left_over(self, name: str) -> Iterable[Conjunction]:
        """Give what the parts that do not name a property say of it all the same."""
        for members in self._members:
            if (
                members.others
                and name not in members.named
                and not any(matches(pattern, name) is not False for pattern in members.patterns)
            ):
                yield (members.others,)

    def _dependent_required(self, hidden: frozenset[str]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        simple = [
            {name: member["required"] for name, member in value.items() if _is_required(member)}
            for _, value in self._all("dependentSchemas")
            if isinstance(value, Mapping)
        ]
        for value in [*(v for _, v in self._all("dependentRequired")), *simple]:
            for name, needed in value.items() if isinstance(value, Mapping) else ():
                listed = needed if isinstance(needed, list) else ()
                names = frozenset(each for each in listed if isinstance(each, str)) - hidden
                found[name] = found.get(name, frozenset()) | names
        return {name: needed for name, needed in found.items() if needed and name not in hidden}

    def _dependent_schemas(self) -> dict[str, Conjunction]:
        found: dict[str, list[str]] = {}
        for place, value in self._all("dependentSchemas"):
            for name, member in value.items() if isinstance(value, Mapping) else ():
                if says(member) and not _is_required(member):
                    found.setdefault(name, []).append(self._below(place, "dependentSchemas", name, keywords=member))
        return {name: tuple(places) for name, places in found.items()}

    def _discriminator(self) -> Mapping[str, Any] | None:
        found = [v for _, v in self._all("discriminator") if isinstance(v, Mapping)]
        return found[0] if found else None


def _is_component(place: str) -> bool:
    return place.startswith("#/components/schemas/") and place.count("/") == 3


def _together(parts: Iterable[Conjunction]) -> Conjunction:
    return tuple(dict.fromkeys(place for part in parts for place in part))


def _is_required(schema: Any) -> bool:
    """Whether a schema asks for properties and for nothing else."""
    return isinstance(schema, Mapping) and schema.keys() == {"required"}


def _is_number(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
