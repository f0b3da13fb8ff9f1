"""Say in the few words that Python types have what a schema says in the many words of JSON Schema.

In: one `Schema` and its `Context`.  Out: a normalised schema: references to named classes, scalars, lists, maps and
unions of those; and the loss ledger of what could not be said.
Never: names a class; that is for `shapes`, which builds on this.

Two rules decide how strict a type is:
- What only requests use is checked: enums are closed, limits hold.
- What a response brings (also) is tolerated: enums and unions are open, limits are documented and not enforced,
  because an answer must not be lost to a value that is new.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handbill_generator.contract import Schema
from handbill_generator.contract.nodes import join
from handbill_generator.plan.flatten import Flat, flatten
from handbill_generator.plan.model import Loss, Shape
from handbill_generator.plan.scalars import closed_values, is_sound_pattern, limits, scalar
from handbill_generator.text import class_name

JSON = dict[str, Any]

_MOST_MEMBERS = 200
_UNTYPED = (
    "not",
    "if",
    "prefixItems",
    "patternProperties",
    "unevaluatedProperties",
    "contains",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
)
FREE: JSON = {"type": "object", "additionalProperties": True}
_JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """From where a schema is looked at: its side, whether it is tolerated, and the name of what it stands in.

    *variant* marks the request version of a component that became two; it goes into the keys of the manifest, as does
    *key* where it is not the pointer.  *checked* says that limits hold here: directly at a field of a request.
    """

    direction: str
    lenient: bool
    parent: str
    variant: str = ""
    key: str = ""
    checked: bool = False

    def below(self, part: str, *, key: str = "") -> Context:
        """Give the context of a part, whose class would be named after the way there.

        *key* is what the manifest knows it by, where its pointer says only its place among others.
        """
        return Context(
            direction=self.direction,
            lenient=self.lenient,
            parent=f"{self.parent}{class_name(part, fallback='Value')}",
            variant=self.variant,
            key=key,
        )


class Normaliser(ABC):
    """Normalises schemas; *resolve* gives the schema at a pointer, *tags* are properties that tell classes apart."""

    def __init__(self, resolve: Callable[[str], Schema], tags: frozenset[str]) -> None:
        self.losses: dict[Loss, None] = {}
        self._resolve = resolve
        self._tags = tags

    @abstractmethod
    def fields_of(self, schema: JSON) -> tuple[Shape, JSON] | None:
        """Give the shape and the normalised form of the class that a normalised *schema* refers to, if it does."""

    @abstractmethod
    def _follow(self, reference: str, context: Context) -> JSON:
        """Give what stands for the schema that a `$ref` names."""

    @abstractmethod
    def _inline_class(self, flat: Flat, context: Context) -> JSON:
        """Give a reference to the class of an object that is described on the spot."""

    def lose(self, pointer: str, what: str, became: str, why: str) -> None:
        """Write something into the ledger, once."""
        self.losses[Loss(pointer=pointer, what=what, became=became, why=why)] = None

    def _normal(self, schema: Schema, context: Context) -> JSON:
        if not isinstance(schema.keywords, Mapping):
            if schema.keywords is False:
                self.lose(schema.pointer, "schema that allows nothing", "Any", "a Python type cannot say so")
            return {}
        return self._normal_flat(flatten(schema, self._resolve), context)

    def _normal_flat(self, flat: Flat, context: Context) -> JSON:
        if flat.reference:
            return self._follow(flat.reference, context)
        self._note_losses(flat)
        if "const" in flat.keywords or "enum" in flat.keywords:
            return self._closed(flat, context)
        alternatives = self._alternatives(flat)
        if alternatives and not flat.is_object:
            return self._union(flat, alternatives, context)
        if flat.is_object:
            here = self._inline_class(self._with_alternatives(flat, alternatives), context)
            return any_of([here, {"type": "null"}]) if flat.is_nullable else here
        return self._by_type(flat, context)

    def _alternatives(self, flat: Flat) -> tuple[Schema, ...]:
        """Give the alternatives that are types of their own; those that only limit the type beside them are noted."""
        found = flat.alternatives
        if "type" in flat.keywords and found and not any(map(_has_type, found)):
            self.lose(flat.pointer, "alternative limits", "unchecked", "Python types cannot say it")
            return ()
        return found

    def _note_losses(self, flat: Flat) -> None:
        for keyword in _UNTYPED:
            if keyword in flat.keywords:
                self.lose(join(flat.pointer, keyword), keyword, "unchecked", "Python types cannot say it")

    def _closed(self, flat: Flat, context: Context) -> JSON:
        values, unusable = closed_values(flat.keywords)
        if unusable or not values:
            what = "const" if "const" in flat.keywords else "enum"
            self.lose(flat.pointer, what, "any value of its type", "Literal takes strings, integers and booleans only")
            bare = {k: v for k, v in flat.keywords.items() if k not in ("const", "enum")}
            return self._by_type(replace(flat, keywords=bare), context)
        nullable = None in values
        normal: JSON = {"enum": [value for value in values if value is not None]}
        if not normal["enum"]:
            return {"type": "null"}
        kinds = {type(value) for value in normal["enum"]}
        names = [_JSON_TYPES[kind] for kind in sorted(kinds, key=str)]
        is_open = context.lenient and flat.pointer not in self._tags
        members = [
            {"type": _JSON_TYPES[kind], "enum": [v for v in normal["enum"] if type(v) is kind]} for kind in kinds
        ]
        members.sort(key=lambda member: str(member["type"]))
        if is_open:
            members += [{"type": name} for name in names]
        return any_of(members + ([{"type": "null"}] if nullable else []))

    def _union(self, flat: Flat, alternatives: tuple[Schema, ...], context: Context) -> JSON:
        members: list[JSON] = []
        base = context.key or flat.pointer
        for word, schema in zip(self._distinctions(alternatives), alternatives, strict=True):
            key = join(base, "oneOf", word)
            member = self._normal(schema, context.below(word, key=key))
            if member not in members:
                members.append(member)
        if len(members) > _MOST_MEMBERS:
            self.lose(flat.pointer, "union", "Any", f"it has more than {_MOST_MEMBERS} members")
            return {}
        classes = [self.fields_of(member) for member in members]
        discriminator = self._discriminator(flat, members)
        if not context.lenient:
            return any_of(members) | discriminator
        kinds = [member for member in members if member != {"type": "null"}]
        if any(classes) and len(kinds) > 1:
            members.append(FREE)
        return any_of(members)

    def _distinctions(self, alternatives: tuple[Schema, ...]) -> list[str]:
        """Give the word that tells each inline alternative from its siblings.

        That is a title, a const, or a property that no other has; else its number.
        """
        flat = [flatten(schema, self._resolve) for schema in alternatives]
        shared = Counter(name for one in flat for name in one.properties)
        words: list[str] = []
        for number, one in enumerate(flat, start=1):
            own = next((name for name in one.properties if shared[name] == 1), f"Option{number}")
            word = _word(one) or own
            words.append(word if word not in words else f"{word} Option{number}")
        return words

    def _discriminator(self, flat: Flat, members: list[JSON]) -> JSON:
        """Give the discriminator where every member is a class that fixes the property; elsewhere it would not hold."""
        stated = flat.keywords.get("discriminator")
        name = stated.get("propertyName") if isinstance(stated, Mapping) else None
        mapping: dict[str, str] = {}
        attributes: set[str] = set()
        for member in members:
            found = self.fields_of(member)
            tag = found[1]["properties"].get(name, {}) if found else {}
            if not tag.get("enum") or name not in (found[1].get("required", ()) if found else ()):
                return {}
            mapping |= {str(value): member["$ref"] for value in tag["enum"]}
            attributes |= {field.name for field in (found[0].fields if found else ()) if field.wire.raw == name}
        if len(members) < 2 or len(attributes) != 1:
            return {}
        return {"discriminator": {"propertyName": name, "mapping": mapping, "x-attribute": attributes.pop()}}

    def _with_alternatives(self, flat: Flat, alternatives: tuple[Schema, ...]) -> Flat:
        """Add the properties of alternatives beside properties of its own; which of them go together is lost."""
        if not alternatives:
            return flat
        self.lose(flat.pointer, "alternatives beside properties", "optional fields", "one class must hold them all")
        added: dict[str, Schema] = {}
        for alternative in alternatives:
            added |= flatten(alternative, self._resolve).properties
        return replace(flat, properties={**added, **flat.properties}, alternatives=())

    def _by_type(self, flat: Flat, context: Context) -> JSON:
        stated = flat.keywords.get("type")
        types = [t for t in (stated if isinstance(stated, list) else [stated]) if isinstance(t, str)]
        if not types:
            types = [
                t for t, keyword in (("array", "items"), ("object", "additionalProperties")) if keyword in flat.keywords
            ]
        nullable, types = "null" in types, [t for t in types if t != "null"]
        if not types:
            return {"type": "null"} if nullable else {}
        alone = replace(context, checked=context.checked and len(types) == 1 and not nullable)
        members = [self._of_type(t, flat, alone) for t in types]
        return any_of(members + ([{"type": "null"}] if nullable else []))

    def _of_type(self, name: str, flat: Flat, context: Context) -> JSON:
        if name == "object":
            return self._map(flat, context)
        if name == "array":
            return self._array(flat, context)
        if name not in _JSON_TYPES.values():
            self.lose(join(flat.pointer, "type"), "type", "Any", "JSON Schema has no type of that name")
            return {}
        pattern = flat.keywords.get("pattern")
        if isinstance(pattern, str) and not context.lenient and not is_sound_pattern(pattern):
            self.lose(
                join(flat.pointer, "pattern"), "pattern", "unchecked", "its syntax has no linear-time engine here"
            )
        return scalar(name, flat.keywords, checked=context.checked)

    def _map(self, flat: Flat, context: Context) -> JSON:
        values = flat.keywords.get("additionalProperties")
        if not isinstance(values, Mapping) or not values:
            return dict(FREE)
        schema = Schema(keywords=values, pointer=join(flat.pointer, "additionalProperties"))
        inside = context.below("value", key=join(context.key or flat.pointer, "additionalProperties"))
        return {"type": "object", "additionalProperties": self._normal(schema, inside) or True}

    def _array(self, flat: Flat, context: Context) -> JSON:
        schema = Schema(keywords=flat.keywords.get("items", {}), pointer=join(flat.pointer, "items"))
        items = self._normal(schema, context.below("item", key=join(context.key or flat.pointer, "items")))
        return {"type": "array", "items": items} | (limits("array", flat.keywords) if context.checked else {})


def _word(flat: Flat) -> str:
    if isinstance(title := flat.keywords.get("title"), str) and title:
        return title
    for member in flat.properties.values():
        values, _ = closed_values(member.keywords if isinstance(member.keywords, Mapping) else {})
        if len(values) == 1 and isinstance(values[0], str):
            return values[0]
    return ""


def _has_type(alternative: Schema) -> bool:
    keywords = alternative.keywords
    telling = {"$ref", "allOf", "anyOf", "const", "enum", "items", "oneOf", "properties", "type"}
    return isinstance(keywords, Mapping) and not telling.isdisjoint(keywords)


def any_of(members: list[JSON]) -> JSON:
    """Join *members*, with the members of a union inside of it lifted out and each kept once."""
    flat: dict[str, JSON] = {}
    for member in members:
        for part in member["anyOf"] if member.keys() == {"anyOf"} else [member]:
            flat[json.dumps(part, sort_keys=True)] = part
    parts = list(flat.values())
    if {} in parts:
        return {}
    return parts[0] if len(parts) == 1 else {"anyOf": parts}
