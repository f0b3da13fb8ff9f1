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
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import replace
from typing import Any

from handbill_generator.contract import Schema
from handbill_generator.contract.nodes import join
from handbill_generator.diagnostics import Loss
from handbill_generator.plan.alternatives import chosen_by, has_type, merged, typed_alike
from handbill_generator.plan.closed import closed, is_long
from handbill_generator.plan.context import Context
from handbill_generator.plan.distinctions import Marks, distinctions
from handbill_generator.plan.flatten import Flat, flatten
from handbill_generator.plan.members import says_something, values_of
from handbill_generator.plan.model import Shape
from handbill_generator.plan.scalars import is_sound_pattern, limits, scalar

JSON = dict[str, Any]

_MOST_MEMBERS = 200
_UNTYPED = ("not", "if", "patternProperties", "contains", "propertyNames", "dependentRequired", "dependentSchemas")
_MOST_PLACES = 100
_TELLING = {"array": ("items", "prefixItems"), "object": ("additionalProperties", "patternProperties")}
FREE: JSON = {"type": "object", "additionalProperties": True}
NULL: JSON = {"type": "null"}
_SCALARS = ("string", "integer", "number", "boolean")


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
    def _is_class(self, schema: JSON) -> bool:
        """Whether a normalised *schema* refers to a class, be it one that is still being defined."""

    @abstractmethod
    def _follow(self, reference: str, context: Context) -> JSON:
        """Give what stands for the schema that a `$ref` names."""

    @abstractmethod
    def _inside(self) -> AbstractContextManager[None]:
        """Mark what is normalised meanwhile as the content of a list or a map: there an alias may name itself."""

    @abstractmethod
    def _inline(self, flat: Flat, context: Context, alias: JSON | None = None) -> JSON:
        """Give a reference to what is described on the spot: the class of an object, or an *alias*."""

    @abstractmethod
    def _known_alternatives(self, base: str) -> Mapping[str, Marks]:
        """Give the words of the last run for the alternatives of the union that the manifest knows by *base*."""

    def lose(self, pointer: str, what: str, became: str, why: str) -> None:
        """Write something into the ledger, once."""
        self.losses[Loss(pointer=pointer, what=what, became=became, why=why)] = None

    def _normal(self, schema: Schema, context: Context) -> JSON:
        if not isinstance(schema.keywords, Mapping):
            if schema.keywords is False:
                self.lose(schema.pointer, "schema that allows nothing", "Any", "a Python type cannot say so")
            return {}
        flat = flatten(schema, self._resolve)
        normal = self._normal_flat(flat, context)
        # A tag is read together with its class.
        if is_long(flat.keywords) and flat.pointer not in self._tags and normal.keys() & {"enum", "anyOf"}:
            return self._inline(flat, context, alias=normal)
        return normal

    def _normal_flat(self, flat: Flat, context: Context) -> JSON:
        if flat.reference:
            return self._follow(flat.reference, context)
        self._note_losses(flat)
        if members := self._closed(flat, context):
            return any_of(members)
        alternatives = self._alternatives(flat)
        if alternatives and not flat.is_object:
            return self._union(flat, alternatives, context)
        if flat.is_object:
            here = self._inline(self._with_alternatives(flat, alternatives), context)
            return any_of([here, *self._beside(flat, context)])
        return self._by_type(flat, context)

    def _beside(self, flat: Flat, context: Context) -> list[JSON]:
        """Give what else a value can be where the schema names properties: null, a list, a string and so on."""
        others = [kind for kind in flat.types if kind != "object"]
        if not others:
            return []
        if "object" not in flat.types and others != ["null"]:
            self.lose(flat.pointer, "properties of what is no object", "an object, too", "the type says otherwise")
        rest = replace(flat, keywords={**flat.keywords, "type": others})
        return [self._by_type(rest, replace(context, checked=False))]

    def _alternatives(self, flat: Flat) -> tuple[Schema, ...]:
        """Give the alternatives that are types of their own; those that only limit the type beside them are noted."""
        found = flat.alternatives
        if "type" in flat.keywords and found and not any(map(has_type, found)):
            self.lose(flat.pointer, "alternative limits", "unchecked", "Python types cannot say it")
            return ()
        return found

    def _note_losses(self, flat: Flat) -> None:
        for what, became, why in flat.notes:
            self.lose(flat.pointer, what, became, why)
        for keyword in _UNTYPED:
            if keyword in flat.keywords and says_something(keyword, flat):
                became = "optional fields" if keyword == "dependentSchemas" else "unchecked"
                self.lose(join(flat.pointer, keyword), keyword, became, "Python types cannot say it")

    def _closed(self, flat: Flat, context: Context) -> list[JSON]:
        """Give the members of what `const` or `enum` says, none where they say nothing that a type can."""
        if not ("const" in flat.keywords or "enum" in flat.keywords):
            return []
        is_open = context.lenient and flat.pointer not in self._tags
        is_described = bool(flat.types or flat.properties or flat.alternatives)
        found = closed(flat.keywords, flat.types, is_open=is_open, is_described=is_described)
        if found.lost:
            what = "const" if "const" in flat.keywords else "enum"
            self.lose(flat.pointer, what, "any value of its type", found.lost)
        return list(found.members)

    def _union(self, flat: Flat, alternatives: tuple[Schema, ...], context: Context) -> JSON:
        members: list[JSON] = []
        base = context.key or flat.pointer
        alternatives = chosen_by(flat, typed_alike(flat, alternatives), self._resolve)
        words = distinctions(
            alternatives, self._resolve, discriminator=_property_name(flat), known=self._known_alternatives(base)
        )
        for word, schema in zip(words, alternatives, strict=True):
            key = join(base, "oneOf", word)
            member = self._normal(schema, context.below(word, key=key))
            if member not in members:
                members.append(member)
        if len(members) > _MOST_MEMBERS:
            self.lose(flat.pointer, "union", "Any", f"it has more than {_MOST_MEMBERS} members")
            return {}
        has_null = flat.types == ("null",) or (context.lenient and "null" in flat.types)
        members += [NULL] if has_null and NULL not in members else []
        if not context.lenient:
            return any_of(members) | self._discriminator(flat, members)
        kinds = [member for member in members if member != NULL]
        if any(map(self._is_class, members)) and len(kinds) > 1:
            members.append(FREE)
        return any_of(members)

    def _discriminator(self, flat: Flat, members: list[JSON]) -> JSON:
        """Give the discriminator where every member is a class that fixes the property; elsewhere it would not hold."""
        name = _property_name(flat)
        if not name:
            return {}
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
        found, is_exact = merged(flat, alternatives, self._resolve)
        if not is_exact:
            self.lose(flat.pointer, "alternatives beside properties", "optional fields", "one class must hold them all")
        return found

    def _by_type(self, flat: Flat, context: Context) -> JSON:
        types = list(flat.types) or [
            t for t, words in _TELLING.items() if any(keyword in flat.keywords for keyword in words)
        ]
        nullable, types = "null" in types, [t for t in types if t != "null"]
        if not types:
            return {"type": "null"} if nullable else {}
        alone = replace(context, checked=context.checked and len(types) == 1 and not nullable)
        members = [self._of_type(t, flat, alone) for t in types]
        return any_of(members + ([{"type": "null"}] if nullable else []))

    def _of_type(self, name: str, flat: Flat, context: Context) -> JSON:
        if name in ("object", "array"):
            with self._inside():
                return self._map(flat, context) if name == "object" else self._array(flat, context)
        if name not in _SCALARS:
            self.lose(join(flat.pointer, "type"), "type", "Any", "JSON Schema has no type of that name")
            return {}
        pattern = flat.keywords.get("pattern")
        if isinstance(pattern, str) and not context.lenient and not is_sound_pattern(pattern):
            self.lose(
                join(flat.pointer, "pattern"), "pattern", "unchecked", "its syntax has no linear-time engine here"
            )
        return scalar(name, flat.keywords, checked=context.checked)

    def _map(self, flat: Flat, context: Context) -> JSON:
        members: list[JSON] = []
        for schema in values_of(flat):
            key = (context.key or flat.pointer) + schema.pointer.removeprefix(flat.pointer)
            members.append(self._normal(schema, context.below("value", key=key)))
        return {"type": "object", "additionalProperties": any_of(members) or True} if members else dict(FREE)

    def _array(self, flat: Flat, context: Context) -> JSON:
        if isinstance(prefix := flat.keywords.get("prefixItems"), list) and prefix:
            return self._tuple(flat, context)
        schema = Schema(keywords=flat.keywords.get("items", {}), pointer=join(flat.pointer, "items"))
        items = self._normal(schema, context.below("item", key=join(context.key or flat.pointer, "items")))
        return {"type": "array", "items": items} | (limits("array", flat.keywords) if context.checked else {})

    def _tuple(self, flat: Flat, context: Context) -> JSON:
        """Give a tuple, and beside it what a value of another length may be (JSON Schema 2020-12, 10.3.1.1)."""
        prefix, key = flat.keywords["prefixItems"], join(context.key or flat.pointer, "prefixItems")
        places = [
            self._normal(
                Schema(keywords=keywords, pointer=join(flat.pointer, "prefixItems", str(index))),
                context.below(f"item {index + 1}", key=join(key, str(index))),
            )
            for index, keywords in enumerate(prefix[:_MOST_PLACES])
        ]
        size, rest = len(prefix), flat.keywords.get("items", flat.keywords.get("unevaluatedItems", True))
        is_closed = rest is False or flat.keywords.get("maxItems") == size
        is_sure = is_closed and flat.keywords.get("minItems") == size and size == len(places)
        exact: JSON = {"type": "array", "prefixItems": places, "items": False}
        if not is_sure:
            why = "how many items there are is left open"
            self.lose(join(flat.pointer, "prefixItems"), "prefixItems", "a tuple, or one of any length", why)
        if context.lenient:
            # An answer of another length, or of other things, is still an answer; pydantic would take a list first.
            return any_of([exact, {"type": "array", "prefixItems": [], "items": {}}])
        if is_sure:
            return exact
        others: JSON = {}
        if rest is False:
            others = any_of(places)
        elif isinstance(rest, Mapping):
            schema = Schema(keywords=rest, pointer=join(flat.pointer, "items"))
            inside = context.below("item", key=join(context.key or flat.pointer, "items"))
            others = any_of([*places, self._normal(schema, inside)])
        return any_of([exact, {"type": "array", "items": others}])


def _property_name(flat: Flat) -> str:
    """Give the name of the property that tells the alternatives apart, or an empty string."""
    stated = flat.keywords.get("discriminator")
    name = stated.get("propertyName") if isinstance(stated, Mapping) else None
    return name if isinstance(name, str) else ""


def any_of(members: list[JSON]) -> JSON:
    """Join *members*, with the members of a union inside of it lifted out and each kept once.

    All values of enums stand together where the first of them stands, as a hand would write it.
    """
    flat: dict[str, JSON] = {}
    closed: list[JSON] = []
    for member in members:
        for part in member["anyOf"] if member.keys() == {"anyOf"} else [member]:
            is_closed = "enum" in part
            closed += [part] if is_closed else []
            flat["enum" if is_closed else json.dumps(part, sort_keys=True)] = part
    if closed:
        flat["enum"] = _all_values(closed)
    parts = list(flat.values())
    if {} in parts:
        return {}
    return parts[0] if len(parts) == 1 else {"anyOf": parts}


def _all_values(enums: list[JSON]) -> JSON:
    """Give one enum with the values of several, which may be of several types."""
    values = {(type(value), value): value for enum in enums for value in enum["enum"]}
    types = [enum["type"] for enum in enums if "type" in enum]
    is_one = len(types) == len(enums) and len({str(kind) for kind in types}) == 1
    return {**({"type": types[0]} if is_one else {}), "enum": list(values.values())}
