"""Read one schema as a whole: its `allOf` parts and the siblings of its `$ref` merged into one set of keywords.

In: a `Schema` of the contract.  Out: a `Flat`, whose members still know the pointers they came from.
Never: goes down into properties, items or alternatives; those are schemas of their own.

Schemas that hold only sometimes (`then`, `else`, `dependentSchemas`) bring their properties, which are then optional.
Parts of `allOf` that contradict each other are read as what an answer could be, and noted.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakKeyDictionary

from handbill_generator.contract import Schema
from handbill_generator.contract.nodes import join
from handbill_generator.diagnostics import SpecError
from handbill_generator.plan.requirements import Requirement, requirements

ANNOTATIONS = frozenset(
    {
        "$comment",
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    }
)
"""Keywords that describe a value without limiting it (JSON Schema 2020-12 validation, section 9)."""

_STRUCTURE = frozenset({"allOf", "properties", "required", "$ref"})
_SOMETIMES = ("then", "else")
_LOWER_WINS = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"})
_HIGHER_WINS = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flat:
    """A schema without `allOf`.

    *reference* is the pointer of another schema that this one only annotates, or empty.  *alternatives* are the
    members of `oneOf` or `anyOf`, but for those that are read as *requirements*: which properties go together.
    *notes* say what had to be read otherwise than it is written: what it is, what it became, and why.
    """

    pointer: str
    keywords: Mapping[str, Any]
    properties: Mapping[str, Schema]
    required: frozenset[str]
    alternatives: tuple[Schema, ...]
    requirements: tuple[Requirement, ...]
    reference: str
    notes: tuple[tuple[str, str, str], ...] = ()

    @property
    def types(self) -> tuple[str, ...]:
        """The JSON types that are stated, if any are."""
        return tuple(_types(self.keywords.get("type")))

    @property
    def is_nullable(self) -> bool:
        """Whether null stands beside the other types."""
        return "null" in self.types and len(self.types) > 1

    @property
    def is_object(self) -> bool:
        """Whether the schema names properties, and so deserves a class."""
        return bool(self.properties)


def flatten(schema: Schema, resolve: Callable[[str], Schema]) -> Flat:
    """Merge *schema* with all that its `allOf` and `$ref` bring in; *resolve* gives the schema at a pointer.

    What was merged once is remembered for as long as *resolve* lives: every step of the plan asks for the same schemas.
    """
    memory = _KNOWN.setdefault(resolve, _Memory())
    # The keywords are kept with their answer: only then is their id theirs alone.
    key = schema.pointer, id(schema.keywords)
    if key not in memory.flat:
        flat = _flattened(schema, resolve)
        memory.members += len(flat.properties)
        if memory.members > _MOST_MEMBERS:
            raise SpecError(
                f'more than {_MOST_MEMBERS} properties, those that allOf brings in counted (limit "properties")',
                pointer=schema.pointer,
                hint="shorten the chains of allOf, or emit fewer operations",
            )
        memory.flat[key] = schema.keywords, flat
    return memory.flat[key][1]


@dataclass(slots=True)
class _Memory:
    flat: dict[tuple[str, int], tuple[Any, Flat]] = field(default_factory=dict)
    members: int = 0


# Twenty times those of the largest published documents.  5,000 schemas in a chain, a property each, are 12 million.
_MOST_MEMBERS = 200_000
_KNOWN: WeakKeyDictionary[Callable[[str], Schema], _Memory] = WeakKeyDictionary()


def _flattened(schema: Schema, resolve: Callable[[str], Schema]) -> Flat:
    keywords = schema.keywords if isinstance(schema.keywords, Mapping) else {}
    if reference := _only_reference(keywords):
        outer = {key: value for key, value in keywords.items() if key in ANNOTATIONS}
        return Flat(
            pointer=schema.pointer,
            keywords=outer,
            properties={},
            required=frozenset(),
            alternatives=(),
            requirements=(),
            reference=reference,
        )
    merging = _Merging(resolve)
    merging.add(schema, outermost=True)
    merging.finish()
    return Flat(
        pointer=schema.pointer,
        keywords=merging.keywords,
        properties=merging.properties,
        required=frozenset(merging.required),
        alternatives=tuple(merging.alternatives),
        requirements=tuple(merging.requirements),
        reference="",
        notes=tuple(merging.notes),
    )


def followed(schema: Schema, resolve: Callable[[str], Schema]) -> Flat:
    """Give *schema* flat, or what it refers to; one that only refers to itself stays a reference."""
    flat, seen = flatten(schema, resolve), set[str]()
    while flat.reference and flat.reference not in seen:
        seen.add(flat.reference)
        flat = flatten(resolve(flat.reference), resolve)
    return flat


def _only_reference(keywords: Mapping[str, Any]) -> str:
    """Give the target of a schema that only refers; `allOf` of one member is how 3.0 puts words beside a reference."""
    rest = {key for key in keywords if key not in ANNOTATIONS and not key.startswith("x-")}
    if rest == {"$ref"} and isinstance(keywords["$ref"], str):
        return str(keywords["$ref"])
    members = keywords.get("allOf")
    if rest == {"allOf"} and isinstance(members, list) and len(members) == 1 and isinstance(members[0], Mapping):
        return _only_reference(members[0])
    return ""


class _Merging:
    def __init__(self, resolve: Callable[[str], Schema]) -> None:
        self.keywords: dict[str, Any] = {}
        self.properties: dict[str, Schema] = {}
        self.required: dict[str, None] = {}
        self.alternatives: list[Schema] = []
        self.requirements: list[Requirement] = []
        self.notes: dict[tuple[str, str, str], None] = {}
        self._resolve = resolve
        self._seen: set[str] = set()
        self._sometimes: list[Schema] = []
        self._is_nullable = False

    def add(self, schema: Schema, *, outermost: bool = False) -> None:
        if schema.pointer in self._seen or not isinstance(schema.keywords, Mapping):
            return
        self._seen.add(schema.pointer)
        if isinstance(reference := schema.keywords.get("$ref"), str):
            self.add(self._resolve(reference))
        for index, member in enumerate(_list(schema.keywords.get("allOf"))):
            self.add(Schema(keywords=member, pointer=join(schema.pointer, "allOf", str(index))))
        found, keywords = requirements(schema.keywords)
        self.requirements += found
        self._add_members(schema.pointer, keywords)
        for key, value in keywords.items():
            if key not in _STRUCTURE:
                self._add_keyword(key, value, outermost=outermost)

    def finish(self) -> None:
        """Add what can only be added when all else is known."""
        while self._sometimes:
            merging = _Merging(self._resolve)
            merging._seen = self._seen
            merging.add(self._sometimes.pop())
            self._sometimes += merging._sometimes
            self.properties = {**merging.properties, **self.properties} if merging.properties else self.properties
        stated = _types(self.keywords.get("type")) or (["object"] if self.properties else [])
        if self._is_nullable and stated:
            self.keywords["type"] = [*stated, *(["null"] if "null" not in stated else [])]

    def _add_members(self, pointer: str, keywords: Mapping[str, Any]) -> None:
        for name, member in _mapping(keywords.get("properties")).items():
            found = Schema(keywords=member, pointer=join(pointer, "properties", name))
            known = self.properties.get(name)
            # A later `true` or `{}` only repeats that the property exists; anything else refines what is known.
            if known is None or known.keywords in (True, {}):
                self.properties[name] = found
            elif member not in (True, {}):
                self.properties[name] = Schema(keywords={"allOf": [known.keywords, member]}, pointer=found.pointer)
        self.required |= {name: None for name in _list(keywords.get("required")) if isinstance(name, str)}
        for kind in ("oneOf", "anyOf"):
            self._add_alternatives(_list(keywords.get(kind)), join(pointer, kind))
        if "if" in keywords:
            self._sometimes += [
                Schema(keywords=keywords[key], pointer=join(pointer, key)) for key in _SOMETIMES if key in keywords
            ]
        for name, member in _mapping(keywords.get("dependentSchemas")).items():
            self._sometimes.append(Schema(keywords=member, pointer=join(pointer, "dependentSchemas", name)))

    def _add_alternatives(self, members: list[Any], pointer: str) -> None:
        kinds = [member for member in members if member != {"type": "null"}]
        if kinds and len(kinds) < len(members) and all(map(_says_nothing, kinds)):
            self._is_nullable = True
            return
        if members and self.alternatives:
            self.notes["alternatives beside alternatives", "one union", "a value is one of each"] = None
        for index, member in enumerate(members):
            self.alternatives.append(Schema(keywords=member, pointer=join(pointer, str(index))))

    def _add_keyword(self, key: str, value: Any, *, outermost: bool) -> None:
        if key in ("oneOf", "anyOf"):
            return
        if key in ANNOTATIONS and not outermost and key in self.keywords:
            return
        known = self.keywords.get(key)
        if isinstance(known, int | float) and isinstance(value, int | float) and key in _LOWER_WINS | _HIGHER_WINS:
            value = min(known, value) if key in _LOWER_WINS else max(known, value)
        elif key == "enum" and isinstance(known, list) and isinstance(value, list):
            value = self._common_values(known, value)
        elif key == "type" and known is not None:
            value = self._common_types(known, value)
        self.keywords[key] = value

    def _common_values(self, known: list[Any], value: list[Any]) -> list[Any]:
        other = set(map(_spelt, value))
        common = [item for item in known if _spelt(item) in other]
        if common or known == value:
            return common
        why = "one lists nothing" if not (known and value) else "no value is in both"
        self.notes["enum beside enum", "one of them", why] = None
        return value or known

    def _common_types(self, known: Any, value: Any) -> Any:
        """Give the types that both allow; the last word on null is the last one's."""
        before, after = ([t for t in _types(stated) if t != "null"] for stated in (known, value))
        common = [t for t in before if t in after or (t == "integer" and "number" in after)]
        common += [t for t in after if t == "integer" and "number" in before and t not in common]
        if before and after and not common:
            self.notes["types that exclude each other", "any of them", "no value is of both types"] = None
        kinds = common or list(dict.fromkeys([*before, *after]))
        kinds += ["null"] if "null" in _types(value) else []
        return kinds[0] if len(kinds) == 1 else kinds


def _says_nothing(schema: Any) -> bool:
    return isinstance(schema, Mapping) and all(key in ANNOTATIONS or key.startswith("x-") for key in schema)


def _spelt(value: Any) -> str:
    """Give the same text for the same values: in lists of thousands, each cannot be compared with each."""
    return json.dumps(value, sort_keys=True)


def _types(stated: Any) -> list[str]:
    return [t for t in (stated if isinstance(stated, list) else [stated]) if isinstance(t, str)]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
