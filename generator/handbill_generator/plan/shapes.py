"""Turn the schemas of a contract into the document that datamodel-code-generator is given.

In: a `Contract` and the names of the last run.  Out: `Shapes`: components only, each with its final name, each inline
object hoisted; and the loss ledger of what JSON Schema can say and Python types cannot.
Never: renders, or lets datamodel-code-generator choose a name.

Three rules decide how strict a type is:
- What only requests use is checked: enums are closed, limits hold.
- What a response brings (also) is tolerated: enums and unions are open, limits are documented and not enforced,
  because an answer must not be lost to a value that is new.
- A component with readOnly or writeOnly members that both sides use becomes two: `X` for answers, `XInput` for
  requests.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from handbill_generator.contract import Contract, Schema
from handbill_generator.contract.nodes import join
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import pointer_of, tokens_of
from handbill_generator.plan.directions import REQUEST, RESPONSE, directions, references
from handbill_generator.plan.documentation import documentation
from handbill_generator.plan.flatten import Flat, flatten
from handbill_generator.plan.model import Field, Loss, Shape
from handbill_generator.plan.names import Scope, locked_in
from handbill_generator.plan.scalars import closed_values, is_sound_pattern, limits, scalar
from handbill_generator.plan.tags import find_tags
from handbill_generator.text import Code, Text, class_name, identifier

RESERVED_CLASSES = frozenset(
    "Annotated Any AnyUrl Arguments AsyncClient AsyncPages BaseModel Client ConfigDict DateTime Decimal Enum Field "
    "HandbillUses Literal MISSING Model Operation Pages Paging Parameter Path RootModel Sequence TypeAlias "
    "TypeAliasType UUID Union".split()
)
"""Names that emitted modules import for themselves."""

RESERVED_FIELDS = frozenset(
    "construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump "
    "model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name "
    "model_post_init model_rebuild model_validate model_validate_json model_validate_strings mro parse_file parse_obj "
    "parse_raw register schema schema_json update_forward_refs validate".split()
)
"""Attributes of pydantic's BaseModel that a field would hide."""

_UNTYPED = ("not", "if", "prefixItems", "patternProperties", "unevaluatedProperties", "contains", "propertyNames")
_VARIANT = "@request"

JSON = dict[str, Any]


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
        name = f"{self.parent}{class_name(part, fallback='Value')}"
        return replace(self, parent=name, key=key, checked=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The normalised *components* by final name, and what each of them is."""

    components: Mapping[str, JSON]
    shapes: tuple[Shape, ...]


class ShapeBuilder:
    """Normalises one schema after another; `built` gives what came of them."""

    def __init__(self, contract: Contract, symbols: Mapping[str, str], *, reserved: Iterable[str] = ()) -> None:
        self._contract = contract
        self._symbols = symbols
        self._directions = directions(contract)
        self._names = Scope(reserved=[*RESERVED_CLASSES, *reserved], locked=locked_in(symbols, "models.", self._exists))
        self._components: dict[str, JSON] = {}
        self._shapes: dict[str, Shape] = {}
        self._named: dict[str, Code] = {}
        self._open_aliases: list[Code] = []
        self.losses: dict[Loss, None] = {}
        self._split = self._find_split()
        self._tags = frozenset(find_tags(contract))
        self._name_components()
        for schema in contract.schemas.values():
            for direction in self._sides(schema.pointer):
                self._component(schema, direction)

    def built(self) -> Shapes:
        """Give all components so far: in the order of the document, inline classes behind what holds them."""
        order = {name: index for index, name in enumerate(self._contract.schemas)}
        started = {name: index for index, name in enumerate(self._components)}

        def place(shape: Shape) -> tuple[int, int]:
            path = tokens_of(shape.pointer.removesuffix(_VARIANT))
            component = path[2] if path[:2] == ("components", "schemas") else ""
            return order.get(component, len(order)), started[shape.name]

        return Shapes(components=self._components, shapes=tuple(sorted(self._shapes.values(), key=place)))

    def normalise(self, schema: Schema, *, direction: str, parent: str) -> JSON:
        """Give the normalised form of a schema of an operation; *parent* begins the name of an inline class."""
        return self._normal(schema, Context(direction=direction, lenient=direction == RESPONSE, parent=parent))

    def fields_of(self, schema: JSON) -> tuple[Shape, JSON] | None:
        """Give the shape and the normalised form of the class that a normalised *schema* refers to, if it does."""
        name = schema.get("$ref", "").rpartition("/")[2] if schema.keys() == {"$ref"} else ""
        shape = self._shapes.get(name)
        return (shape, self._components[name]) if shape and shape.is_class else None

    def lose(self, pointer: str, what: str, became: str, why: str) -> None:
        """Write something into the ledger, once."""
        self.losses[Loss(pointer=pointer, what=what, became=became, why=why)] = None

    def _exists(self, key: str) -> bool:
        """Whether a key of the manifest still stands for something.

        A property may come from elsewhere, and an alternative is known by a word: their owners must be there.
        """
        path = tokens_of(key.removesuffix(_VARIANT))
        owner = path[:-2] if path[-2:-1] == ("properties",) else path
        named = [i for i, token in enumerate(owner) if token in ("oneOf", "anyOf")]
        try:
            self._contract.resolve(pointer_of(owner[: named[0]] if named else owner))
        except (KeyError, SpecError):
            return False
        return True

    # Components

    def _find_split(self) -> frozenset[str]:
        """Find the components of which requests and responses need a version each."""
        both = {p for p, found in self._directions.items() if len(found) == 2}
        split = {pointer for pointer in both if self._differs(self._contract.resolve(pointer))}
        while more := {p for p in both - split if self._targets(p) & split}:
            split |= more
        return frozenset(split)

    def _targets(self, pointer: str) -> set[str]:
        return {pointer_of(tokens_of(target)) for target in references(self._contract.resolve(pointer).keywords)}

    def _differs(self, schema: Schema) -> bool:
        members = flatten(schema, self._contract.resolve).properties.values()
        flat = [member.keywords for member in members if isinstance(member.keywords, Mapping)]
        return any(keywords.get("readOnly") is True or keywords.get("writeOnly") is True for keywords in flat)

    def _sides(self, pointer: str) -> tuple[str, ...]:
        found = self._directions.get(pointer, frozenset({RESPONSE}))
        if pointer in self._split:
            return (RESPONSE, REQUEST)
        return (RESPONSE,) if RESPONSE in found else (REQUEST,)

    def _name_components(self) -> None:
        for key, schema in self._contract.schemas.items():
            for direction in self._sides(schema.pointer):
                variant = self._variant(schema.pointer, direction)
                wanted = Code(f"{class_name(key)}Input") if variant else class_name(key)
                explicit = _explicit(schema, class_name)
                explicit = Code(f"{explicit}Input") if explicit and variant else explicit
                name = self._names.give(schema.pointer + variant, wanted, Code(f"{wanted}Model"), explicit=explicit)
                self._named[schema.pointer + variant] = name

    def _variant(self, pointer: str, direction: str) -> str:
        return _VARIANT if direction == REQUEST and pointer in self._split else ""

    def _component(self, schema: Schema, direction: str) -> JSON:
        """Define a component once and give what stands for it elsewhere: a `$ref`, or what it dissolves to."""
        variant = self._variant(schema.pointer, direction)
        name = self._named[schema.pointer + variant]
        here = {"$ref": f"#/components/schemas/{name}"}
        if name in self._components:
            return here
        context = Context(direction=direction, lenient=direction == RESPONSE, parent=name, variant=variant)
        flat = flatten(schema, self._contract.resolve)
        if flat.is_object and not flat.reference:
            return self._define_class(name, flat, context)
        if name in self._open_aliases:
            self.lose(schema.pointer, "schema that contains itself", "Any", "a Python type alias cannot")
            return {}
        self._open_aliases.append(name)
        normal = self._normal_flat(flat, context)
        self._open_aliases.pop()
        if _is_plain(normal):
            return normal
        return self._define(name, normal, flat, context, fields=(), is_class=False)

    def _define(
        self, name: Code, normal: JSON, flat: Flat, context: Context, *, fields: tuple[Field, ...], is_class: bool
    ) -> JSON:
        self._components[name] = normal
        self._shapes[name] = Shape(
            name=name,
            is_class=is_class,
            documentation=documentation(flat.keywords),
            fields=fields,
            pointer=flat.pointer + context.variant,
        )
        return {"$ref": f"#/components/schemas/{name}"}

    # Schemas

    def _normal(self, schema: Schema, context: Context) -> JSON:
        if not isinstance(schema.keywords, Mapping):
            if schema.keywords is False:
                self.lose(schema.pointer, "schema that allows nothing", "Any", "a Python type cannot say so")
            return {}
        return self._normal_flat(flatten(schema, self._contract.resolve), context)

    def _normal_flat(self, flat: Flat, context: Context) -> JSON:
        if flat.reference:
            return self._follow(flat.reference, context)
        self._note_losses(flat)
        if "const" in flat.keywords or "enum" in flat.keywords:
            return self._closed(flat, context)
        alternatives = tuple(a for a in flat.alternatives if not _only_requires(a))
        if alternatives and not flat.is_object:
            return self._union(flat, alternatives, context)
        if flat.is_object:
            return self._inline_class(self._with_alternatives(flat, alternatives), context)
        return self._by_type(flat, context)

    def _follow(self, reference: str, context: Context) -> JSON:
        schema = self._contract.resolve(reference)
        direction = context.direction if schema.pointer in self._split else self._sides(schema.pointer)[0]
        if schema.pointer + self._variant(schema.pointer, direction) in self._named:
            return self._component(schema, direction)
        # A reference into the middle of something else: what it names is inline there, and its name comes from there.
        place = class_name("_".join(tokens_of(schema.pointer)[-3:]))
        return self._normal(schema, replace(context, parent=place, key=""))

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
        return _any_of(members + ([{"type": "null"}] if nullable else []))

    def _union(self, flat: Flat, alternatives: tuple[Schema, ...], context: Context) -> JSON:
        members: list[JSON] = []
        for index, schema in enumerate(alternatives):
            word = self._distinction(schema, index)
            key = join(schema.pointer.rpartition("/")[0], word)
            member = self._normal(schema, context.below(word, key=key))
            if member not in members:
                members.append(member)
        classes = [self.fields_of(member) for member in members]
        discriminator = self._discriminator(flat, members)
        if not context.lenient:
            return _any_of(members) | discriminator
        kinds = [member for member in members if member != {"type": "null"}]
        if any(classes) and len(kinds) > 1:
            members.append(_FREE)
        return _any_of(members)

    def _distinction(self, schema: Schema, index: int) -> str:
        """Give the word that tells an inline alternative from its siblings: a title, a const, else its number."""
        inner = flatten(schema, self._contract.resolve)
        if isinstance(title := inner.keywords.get("title"), str):
            return title
        for member in inner.properties.values():
            values, _ = closed_values(member.keywords if isinstance(member.keywords, Mapping) else {})
            if len(values) == 1 and isinstance(values[0], str):
                return values[0]
        return f"Option{index + 1}"

    def _discriminator(self, flat: Flat, members: list[JSON]) -> JSON:
        """Give the discriminator where every member is a class that fixes the property; elsewhere it would not hold."""
        stated = flat.keywords.get("discriminator")
        name = stated.get("propertyName") if isinstance(stated, Mapping) else None
        mapping: dict[str, str] = {}
        for member in members:
            found = self.fields_of(member)
            tag = found[1]["properties"].get(name, {}) if found else {}
            if not tag.get("enum") or name not in (found[1].get("required", ()) if found else ()):
                return {}
            mapping |= {str(value): member["$ref"] for value in tag["enum"]}
        return {"discriminator": {"propertyName": name, "mapping": mapping}} if len(members) > 1 else {}

    def _with_alternatives(self, flat: Flat, alternatives: tuple[Schema, ...]) -> Flat:
        """Add the properties of alternatives beside properties of its own; which of them go together is lost."""
        if not alternatives:
            return flat
        self.lose(flat.pointer, "alternatives beside properties", "optional fields", "one class must hold them all")
        added: dict[str, Schema] = {}
        for alternative in alternatives:
            added |= flatten(alternative, self._contract.resolve).properties
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
        return _any_of(members + ([{"type": "null"}] if nullable else []))

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
            return dict(_FREE)
        schema = Schema(keywords=values, pointer=join(flat.pointer, "additionalProperties"))
        return {"type": "object", "additionalProperties": self._normal(schema, context.below("value")) or True}

    def _array(self, flat: Flat, context: Context) -> JSON:
        schema = Schema(keywords=flat.keywords.get("items", {}), pointer=join(flat.pointer, "items"))
        items = self._normal(schema, context.below("item"))
        return {"type": "array", "items": items} | (limits("array", flat.keywords) if context.checked else {})

    # Classes

    def _inline_class(self, flat: Flat, context: Context) -> JSON:
        flat = replace(flat, pointer=context.key or flat.pointer)
        key = flat.pointer + context.variant
        if key not in self._named:
            wanted = Code(context.parent or "Model")
            title = flat.keywords.get("title")
            second = Code(wanted + class_name(title if isinstance(title, str) else "", fallback="Object"))
            self._named[key] = self._names.give(key, wanted, second)
        name = self._named[key]
        if name in self._components:
            return {"$ref": f"#/components/schemas/{name}"}
        return self._define_class(name, flat, replace(context, parent=name, key=""))

    def _define_class(self, name: Code, flat: Flat, context: Context) -> JSON:
        self._components[name] = {}  # Set aside: the class may contain itself.
        left_out = "writeOnly" if context.direction == RESPONSE else "readOnly"
        members = {
            wire: schema
            for wire, schema in flat.properties.items()
            if not (isinstance(schema.keywords, Mapping) and schema.keywords.get(left_out) is True)
        }
        names = Scope(reserved=RESERVED_FIELDS, locked=locked_in(self._symbols, f"models.{name}.", self._exists))
        fields: list[Field] = []
        properties: JSON = {}
        for wire, schema in members.items():
            keywords = flatten(schema, self._contract.resolve).keywords
            properties[wire] = self._normal(schema, replace(context.below(wire), checked=not context.lenient))
            # A property that `allOf` brings in stands elsewhere; the class that has it is this one.
            key = join(flat.pointer, "properties", wire) + context.variant
            wanted = identifier(wire, fallback="field")
            fields.append(
                Field(
                    name=names.give(key, wanted, Code(f"{wanted}_field"), explicit=_explicit(schema, identifier)),
                    wire=Text(wire),
                    required=wire in flat.required,
                    documentation=documentation(keywords),
                    pointer=key,
                )
            )
        normal = {"type": "object", "required": [f.wire.raw for f in fields if f.required], "properties": properties}
        if not normal["required"]:
            del normal["required"]
        return self._define(name, normal, flat, context, fields=tuple(fields), is_class=True)


_FREE: JSON = {"type": "object", "additionalProperties": True}
_JSON_TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}


def _explicit(schema: Schema, exit_: Callable[[Text], Code]) -> Code | None:
    stated = schema.keywords.get("x-handbill-name") if isinstance(schema.keywords, Mapping) else None
    return exit_(Text(stated)) if isinstance(stated, str) else None


def _is_plain(normal: JSON) -> bool:
    """Whether a component says no more than `Any`, a free object or a reference, and needs no name of its own."""
    return not normal or normal in (_FREE, {"type": "null"}) or normal.keys() == {"$ref"}


def _only_requires(alternative: Schema) -> bool:
    """Whether an alternative only says which properties go together, as in `anyOf: [{required: [a]}, ...]`."""
    keywords = alternative.keywords
    return isinstance(keywords, Mapping) and keywords.keys() <= {"required", "description", "title", "not"}


def _any_of(members: list[JSON]) -> JSON:
    """Join *members*, with the members of a union inside of it lifted out and each kept once."""
    flat: dict[str, JSON] = {}
    for member in members:
        for part in member["anyOf"] if member.keys() == {"anyOf"} else [member]:
            flat[json.dumps(part, sort_keys=True)] = part
    parts = list(flat.values())
    if {} in parts:
        return {}
    return parts[0] if len(parts) == 1 else {"anyOf": parts}
