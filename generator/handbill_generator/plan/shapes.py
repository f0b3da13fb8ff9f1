"""Turn the schemas of a contract into the normalised ones that types are spelt from.

In: a `Contract` and the names of the last run.  Out: `Shapes`: components only, each with its final name, each inline
object hoisted.
Never: renders, or spells a type.

A component that requests and responses use is one class, tolerant as answers need it; only one with readOnly or
writeOnly members becomes two, `X` for answers and `XInput` for requests.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from handbill_generator.contract import Contract, Schema
from handbill_generator.contract.nodes import join
from handbill_generator.load import pointer_of, tokens_of
from handbill_generator.plan.alternatives import is_there
from handbill_generator.plan.context import Context
from handbill_generator.plan.directions import REQUEST, RESPONSE, directions
from handbill_generator.plan.distinctions import Marks, remembered
from handbill_generator.plan.documentation import documentation
from handbill_generator.plan.flatten import Flat, flatten
from handbill_generator.plan.homes import key_of, name_of, owner_name, owner_of
from handbill_generator.plan.model import Check, Field, Shape
from handbill_generator.plan.names import LastRun, Scope, class_key, pointer_in
from handbill_generator.plan.normalise import FREE, JSON, NULL, Normaliser, any_of
from handbill_generator.plan.requirements import checks
from handbill_generator.plan.splitting import find_split
from handbill_generator.plan.tags import find_tags
from handbill_generator.plan.uploads import uploads
from handbill_generator.text import Code, Text, class_name, compound_name, identifier

RESERVED_CLASSES = frozenset(
    "Annotated Any AnyUrl Arguments AsyncClient AsyncEventStream AsyncIterable AsyncJSONLines AsyncPages "
    "BaseModel Client ConfigDict DateTime Decimal Encoding Enum EventStream Field FileInput HandbillUses Iterable "
    "JSONLines Literal MISSING Mapping Model Operation Pages Paging Parameter Path Redirect RootModel Self Sequence "
    "ServerSentEvent TypeAlias TypeAliasType UUID Union".split()
)
"""Names that emitted modules import for themselves."""

RESERVED_FIELDS = frozenset(
    "construct copy dict from_orm json model_computed_fields model_config model_construct model_copy model_dump "
    "model_dump_json model_extra model_fields model_fields_set model_json_schema model_parametrized_name "
    "model_post_init model_rebuild model_validate model_validate_json model_validate_strings mro parse_file parse_obj "
    "parse_raw register schema schema_json update_forward_refs validate".split()
)
"""Attributes of pydantic's BaseModel that a field would hide."""

_VARIANT = "@request"
_BY_NAME = frozenset(
    "additionalProperties allOf anyOf contentSchema dependentSchemas items oneOf patternProperties prefixItems "
    "properties".split()
)
_INSIDE = Code("[")
"""Stands among the aliases that are being defined for a list, a map or a class around what follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """The normalised *components* by final name, and what each of them is."""

    components: Mapping[str, JSON]
    shapes: tuple[Shape, ...]


class ShapeBuilder(Normaliser):
    """Normalises one schema after another; `built` gives what came of them."""

    def __init__(self, contract: Contract, symbols: Mapping[str, str], *, reserved: Iterable[str] = ()) -> None:
        super().__init__(contract.resolve, frozenset(find_tags(contract)))
        self._contract = contract
        self.last = LastRun(symbols)
        self._remembered = remembered(symbols)
        self._directions = directions(contract)
        self._names = Scope(
            reserved=[*RESERVED_CLASSES, *reserved],
            locked=self.last.names_in("models", self._exists),
            spelt=compound_name,
        )
        self._components: dict[str, JSON] = {}
        self._shapes: dict[str, Shape] = {}
        self._named: dict[str, Code] = {}
        self._classes: set[str] = set()
        self._open_aliases: list[Code] = []
        self._named_within: set[Code] = set()
        self._open_references: list[str] = []
        self._dissolved: dict[Code, JSON] = {}
        self._stands: dict[Code, JSON] = {}
        self._uploads = uploads(contract)
        self._split = find_split(contract, self._directions, frozenset(self._uploads))
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

    def normalise(self, schema: Schema, *, direction: str, parent: str, key: str = "") -> JSON:
        """Give the normalised form of a schema of an operation; *parent* begins the name of an inline class.

        *key* is what the manifest knows it by, where its pointer says only its place among others.
        """
        context = Context(direction=direction, lenient=direction == RESPONSE, parent=parent, key=key)
        if self._is_composed(schema):
            context = replace(context, composed=key or schema.pointer)
        elif owner_of(schema.pointer):
            context = self._at_home(schema.pointer, context)
        return self._normal(schema, context)

    def fields_of(self, schema: JSON) -> tuple[Shape, JSON] | None:
        """Give the shape and the normalised form of the class that a normalised *schema* refers to, if it does."""
        name = schema.get("$ref", "").rpartition("/")[2] if schema.keys() == {"$ref"} else ""
        shape = self._shapes.get(name)
        return (shape, self._components[name]) if shape and shape.is_class else None

    def _is_class(self, schema: JSON) -> bool:
        return schema.keys() == {"$ref"} and schema["$ref"].rpartition("/")[2] in self._classes

    def _exists(self, key: str) -> bool:
        """Whether a key of the manifest still stands for something.

        A property may come from elsewhere, and an alternative is known by a word: their owners must be there.
        """
        bare = pointer_in(key).removesuffix(_VARIANT)
        # Names may hold an @, too.
        cuts = [bare, *(bare[: mark.start()] for mark in re.finditer("@", bare))]
        return any(self._resolves(cut) for cut in cuts)

    def _resolves(self, key: str) -> bool:
        try:
            path = tokens_of(key)
            # From here on a key goes by names, and a pointer by places.
            named = [i for i, token in enumerate(path) if token in _BY_NAME and i > 2]
        except ValueError:
            return False
        if path[:2] == ("components", "schemas") and len(path) == 3:
            return path[2] in self._contract.schemas
        return is_there(pointer_of(path[: named[0]] if named else path), self._resolve)

    def _known_alternatives(self, base: str) -> Mapping[str, Marks]:
        return self._remembered.get(base, {})

    # Homes

    def _at_home(self, pointer: str, context: Context) -> Context:
        """Give the context that names and keys an inline schema by the component in which it stands."""
        owner = owner_of(pointer)
        if owner[1] == "schemas":
            component = pointer_of(owner)
            name = str(self._named[component + self._variant(component, self._side(component, context.direction))])
        else:
            name = owner_name(owner)
        return replace(context, parent=name_of(pointer, name), key=key_of(pointer), composed="")

    def _side(self, component: str, direction: str) -> str:
        """Give the side of which a component is, looked at from *direction*."""
        return direction if component in self._split else self._sides(component)[0]

    def _is_composed(self, schema: Schema) -> bool:
        """Whether a schema stands nowhere as it is, but was put together of several."""
        keywords = schema.keywords
        if not isinstance(keywords, Mapping) or keywords.keys() not in ({"allOf"}, {"anyOf"}):
            return False
        return bool(self._resolve(schema.pointer).keywords != keywords)

    # Components

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
        flat = flatten(schema, self._resolve)
        context = Context(direction=direction, lenient=direction == RESPONSE, parent=name, variant=variant)
        here: JSON = {"$ref": f"#/components/schemas/{name}"}
        if flat.is_object and not flat.reference and not self._closed(flat, context):
            if name not in self._components:
                self._note_losses(flat)
                self._define_class(name, self._with_alternatives(flat, self._alternatives(flat)), context)
                # The class is the object; what else there may be is said again wherever it is used.
                self._stands[name] = any_of([here, *self._beside(flat, context)])
            return self._stands.get(name, here)
        if name in self._components:
            return here
        if name in self._dissolved:
            return self._dissolved[name]
        if name in self._open_aliases:
            if _INSIDE in self._open_aliases[self._open_aliases.index(name) :]:
                self._named_within.add(name)
                return here
            self.lose(schema.pointer, "schema that is itself", "Any", "it says nothing else")
            return {}
        self._open_aliases.append(name)
        normal = self._normal_flat(flat, context)
        self._open_aliases.pop()
        if _is_plain(normal) and name not in self._named_within:
            self._dissolved[name] = normal
            return normal
        return self._define(name, normal, flat, context, fields=(), is_class=False)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        self._open_aliases.append(_INSIDE)
        yield
        self._open_aliases.pop()

    def _define(
        self, name: Code, normal: JSON, flat: Flat, context: Context, *, fields: tuple[Field, ...], is_class: bool
    ) -> JSON:
        self._components[name] = normal
        self._shapes[name] = Shape(
            name=name,
            is_class=is_class,
            documentation=documentation(flat.keywords),
            fields=fields,
            checks=() if context.lenient else tuple(self._checks(flat, fields)),
            pointer=flat.pointer + context.variant,
        )
        return {"$ref": f"#/components/schemas/{name}"}

    def _checks(self, flat: Flat, fields: tuple[Field, ...]) -> Iterator[Check]:
        """Give what must hold between *fields*; a rule about a property that nobody describes cannot be checked."""
        known = {field.wire.raw: field.name for field in fields}
        rules = [rule for rule in flat.requirements if rule.names <= known.keys()]
        if len(rules) < len(flat.requirements):
            self.lose(flat.pointer, "required properties", "unchecked", "the rule names one that is not described")
        return checks(rules, known, frozenset(field.wire.raw for field in fields if field.required))

    # References and classes

    def _follow(self, reference: str, context: Context) -> JSON:
        schema = self._resolve(reference)
        direction = self._side(schema.pointer, context.direction)
        if schema.pointer + self._variant(schema.pointer, direction) in self._named:
            return self._component(schema, direction)
        if schema.pointer in self._open_references:
            self.lose(schema.pointer, "schema that contains itself", "Any", "it has no name to refer to")
            return {}
        # A reference into the middle of something else: what it names is inline there, and its name comes from there.
        lenient = direction == RESPONSE
        inside = replace(context, direction=direction, lenient=lenient, composed="")
        if owner_of(schema.pointer):
            inside = self._at_home(schema.pointer, inside)
        else:
            place = class_name("_".join(tokens_of(schema.pointer)[-3:]))
            inside = replace(inside, parent=place, key=key_of(schema.pointer))
        self._open_references.append(schema.pointer)
        normal = self._normal(schema, inside)
        self._open_references.pop()
        return normal

    def _inline(self, flat: Flat, context: Context, alias: JSON | None = None) -> JSON:
        # One schema is one class, however many `allOf` bring it in; the manifest knows it by the way it was first met.
        owner = owner_of(flat.pointer)
        if owner[1:2] == ("schemas",) and not context.composed:
            component = pointer_of(owner)
            direction = self._side(component, context.direction)
            variant = self._variant(component, direction)
            context = replace(context, direction=direction, lenient=direction == RESPONSE, variant=variant)
        identity = flat.pointer + context.variant
        if context.composed:
            # The same place can hold something else in another composition.
            identity += f" {context.composed} {_fingerprint(flat)}"
        flat = replace(flat, pointer=context.key or flat.pointer)
        if identity not in self._named:
            wanted = Code(context.parent or "Model")
            title = flat.keywords.get("title")
            second = Code(wanted + class_name(title if isinstance(title, str) else "", fallback="Object"))
            explicit = _explicit(flat, class_name)
            self._named[identity] = self._names.give(
                class_key(flat.pointer + context.variant), wanted, second, explicit=explicit
            )
        name = self._named[identity]
        if name in self._components:
            return {"$ref": f"#/components/schemas/{name}"}
        if alias is not None:
            return self._define(name, alias, flat, context, fields=(), is_class=False)
        return self._define_class(name, flat, replace(context, parent=name, key=""))

    def _define_class(self, name: Code, flat: Flat, context: Context) -> JSON:
        self._components[name] = {}  # Set aside: the class may contain itself.
        self._classes.add(name)
        left_out = "writeOnly" if context.direction == RESPONSE else "readOnly"
        members = {
            wire: schema
            for wire, schema in flat.properties.items()
            if not (isinstance(schema.keywords, Mapping) and schema.keywords.get(left_out) is True)
            # What no value satisfies is a property that must not be there.
            and (schema.keywords is not False or wire in flat.required)
        }
        key = class_key(flat.pointer + context.variant)
        locked = self.last.names_in(f"models.{name}", self._exists, key=key)
        names = Scope(reserved=RESERVED_FIELDS, locked=locked, spelt=identifier)
        files = self._uploads.get(flat.pointer, {}) if context.direction == REQUEST else {}
        fields: list[Field] = []
        properties: JSON = {}
        for wire, schema in members.items():
            keywords = flatten(schema, self._resolve).keywords
            # A property that `allOf` brings in stands elsewhere; the class that has it is this one.
            key = join(flat.pointer, "properties", wire)
            inside = context.below(wire, key=key)
            if not context.composed and self._is_composed(schema):
                inside = replace(inside, composed=key)
            elif not context.composed and owner_of(schema.pointer) != owner_of(flat.pointer):
                inside = self._at_home(schema.pointer, inside) if owner_of(schema.pointer) else inside
            inside = replace(inside, checked=not context.lenient)
            with self._inside():
                properties[wire] = files[wire] if wire in files else self._normal(schema, inside)
            key += context.variant
            wanted = identifier(wire, fallback="field")
            fields.append(
                Field(
                    name=names.give(
                        key, wanted, Code(f"{wanted.rstrip('_')}_field"), explicit=_explicit(schema, identifier)
                    ),
                    wire=Text(wire),
                    required=wire in flat.required,
                    documentation=documentation(keywords),
                    pointer=key,
                    is_explicit=_explicit(schema, identifier) is not None,
                )
            )
        normal = {"type": "object", "required": [f.wire.raw for f in fields if f.required], "properties": properties}
        if not normal["required"]:
            del normal["required"]
        return self._define(name, normal, flat, context, fields=tuple(fields), is_class=True)


def _fingerprint(flat: Flat) -> str:
    """Give what tells apart schemas that were composed of several."""
    members = {name: schema.keywords for name, schema in flat.properties.items()}
    content = [flat.keywords, members, [schema.keywords for schema in flat.alternatives]]
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _explicit(schema: Schema | Flat, exit_: Callable[[Text], Code]) -> Code | None:
    stated = schema.keywords.get("x-handbill-name") if isinstance(schema.keywords, Mapping) else None
    return exit_(Text(stated)) if isinstance(stated, str) else None


def _is_plain(normal: JSON) -> bool:
    """Whether a component says no more than `Any`, a free object or a reference, and needs no name of its own."""
    return not normal or normal in (FREE, NULL) or normal.keys() == {"$ref"}
