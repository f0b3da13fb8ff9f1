"""What will be emitted, decided to the last name, before a line of it is rendered.

Names and types are `Code`: they came through the exits of `handbill_generator.text`.  Whatever else came from the
document is still `Text`, and the templates must put it through an exit themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handbill_generator.contract import Encoding, Retries
from handbill_generator.diagnostics import Loss
from handbill_generator.text import Code, Text, identifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """The old *name* of something that is called *new* since *version* of the API."""

    name: Code
    new: Code
    version: Text

    @property
    def message(self) -> Text:
        """What is said to who uses the old name."""
        since = f" in version {self.version.raw}" if self.version else ""
        return Text(f"{self.name} was renamed to {self.new}{since} and goes with the next version")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of an emitted model; *documentation* is its description with limits and default in words.

    *is_explicit* says that the contract names it, by `x-handbill-name`.
    """

    name: Code
    wire: Text
    required: bool
    documentation: Text
    pointer: str
    is_explicit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Something between the fields of a class that must not be so: the *condition*, and what to say of it."""

    condition: Code
    message: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A class or a type alias of `models.py`, as it must come out."""

    name: Code
    is_class: bool
    documentation: Text
    fields: tuple[Field, ...]
    checks: tuple[Check, ...]
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A class or an alias as it is written for a `Shape`.

    *lines* are the fields of a class, each with what is said of it; an alias has one line, the alias itself.
    *is_recursive* says that an alias contains itself.  *checks* come from the shape.  *types* has the type of each
    field.  *renamed* are old names of fields.
    """

    name: Code
    is_class: bool
    is_recursive: bool
    documentation: Text
    lines: tuple[tuple[Code, Text], ...]
    checks: tuple[Check, ...]
    types: Mapping[str, Code]
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """`models.py`: its *imports* (module to names), its *definitions* in the order to print them, and its *shapes*.

    *components* are the normalised schemas of the shapes, for who writes them a second time.  *renamed* are old names
    of definitions.
    """

    imports: Mapping[Code, tuple[Code, ...]]
    definitions: tuple[Definition, ...]
    shapes: tuple[Shape, ...]
    components: Mapping[str, Mapping[str, Any]]
    renamed: tuple[Renamed, ...] = ()

    @property
    def has_renamed_fields(self) -> bool:
        """Whether a field has an old name."""
        return any(definition.renamed for definition in self.definitions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of an emitted method.

    *place* is `path`, `query`, `header`, `cookie`, or `body` for a field of the body, which is then called *field*
    there, or `additional` for the properties of the body that are no fields.  *annotation* is without the `| MISSING`
    of an optional one.
    """

    name: Code
    field: Code
    wire: Text
    place: Code
    annotation: Code
    required: bool
    documentation: Text
    style: Code
    explode: bool
    is_object: bool

    @property
    def is_styled(self) -> bool:
        """Whether a parameter is written otherwise than the runtime writes what nothing is said of."""
        if self.place in ("body", "additional"):
            return False
        usual = {"query": ("form", True), "cookie": ("form", True)}.get(self.place, ("simple", False))
        return (self.style, self.explode) != usual or self.is_object


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The request body of a method, of one media type.

    *annotation* is the type of `body=`.  *spread* says that it is a class whose fields are arguments too.  *range* says
    that the media type is only a default, because the contract names a range.  *encodings* has, by wire name, what the
    contract says of single properties of a form.
    """

    annotation: Code
    media_type: Text
    range: bool
    kind: Code
    required: bool
    spread: bool
    encodings: Mapping[Text, Encoding]
    documentation: Text

    @property
    def is_plain_json(self) -> bool:
        """Whether the media type is the one that operations have when they do not say."""
        return self.media_type.raw == "application/json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an answer of one status, and of one media type where there are several, becomes."""

    status: Code
    media_type: Text
    annotation: Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a listing goes on: attribute paths from a page to its items, to what follows and to whether more follows."""

    constant: Code
    style: Code
    page: Code
    item: Code
    items: tuple[Code, ...]
    argument: Code
    next: tuple[Code, ...]
    more: tuple[Code, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One operation as a method; *constant* is the name of its description in the module.

    *others* are bodies of further media types; *content_type* is the argument that says which one is meant, if any.
    *callbacks* are what the API may call in turn.
    """

    name: Code
    constant: Code
    operation_id: Text
    http_method: Text
    path: Text
    summary: Text
    description: Text
    deprecated: bool
    arguments: tuple[Argument, ...]
    body: Body | None
    others: tuple[Body, ...]
    content_type: Code
    accept: Text
    results: tuple[Result, ...]
    annotation: Code
    returns: Text
    errors: tuple[tuple[Code, Text], ...]
    statuses: tuple[Text, ...]
    security: tuple[tuple[Text, ...], ...] | None
    base_url: Text
    callbacks: tuple[Webhook, ...]
    pages: Pages | None
    pointer: str

    def at(self, place: str) -> tuple[Argument, ...]:
        """Give the arguments of one place."""
        return tuple(argument for argument in self.arguments if argument.place == place)

    @property
    def has_choice(self) -> bool:
        """Whether a caller must give either the required fields of the body or the whole of it."""
        return bool(self.body and self.body.spread) and any(argument.required for argument in self.at("body"))

    @property
    def takes_null(self) -> bool:
        """Whether `None` for the whole body is null, and not the lack of one."""
        body = self.body
        return bool(body and body.required and body.kind == "json" and "None" in body.annotation.split(" | "))

    @property
    def bodies(self) -> tuple[Body, ...]:
        """All bodies, the one that is meant unless the caller says otherwise first."""
        return (self.body, *self.others) if self.body else ()

    @property
    def encodings(self) -> Mapping[Text, Mapping[Text, Encoding]]:
        """Give, by media type and wire name, how properties of forms are written that are not written as usual."""
        return {body.media_type: body.encodings for body in self.bodies if body.encodings}

    @property
    def answers(self) -> Mapping[Code, tuple[Result, ...]]:
        """Give the results by status."""
        statuses = dict.fromkeys(result.status for result in self.results)
        return {status: tuple(r for r in self.results if r.status == status) for status in statuses}

    @property
    def styles(self) -> Mapping[Code, Mapping[Text, tuple[Text, bool]]]:
        """Give, by place and name, style and explode of the parameters that are not written in OpenAPI's usual way."""
        styled = [argument for argument in self.arguments if argument.is_styled]
        return {
            place: {a.wire: (Text(a.style), a.explode) for a in styled if a.place == place}
            for place in dict.fromkeys(argument.place for argument in styled)
        }

    @property
    def idempotency_key(self) -> Text:
        """The header, in lower case, that makes it safe to send the call twice; empty where there is none."""
        names = (a.wire.raw.lower() for a in self.at("header"))
        return Text(next((name for name in names if name in ("idempotency-key", "x-idempotency-key")), ""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """The operations of one tag: a module, named as the client's attribute, with a class and its async twin.

    *renamed* are old names of methods.
    """

    tag: Text
    module: Code
    class_name: Code
    documentation: Text
    methods: tuple[Method, ...]
    hidden: frozenset[str]
    """Names of types that methods have: where they stand, the type goes by another name."""
    imports: Mapping[Code, tuple[Code, ...]]
    renamed: tuple[Renamed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """What a webhook or a callback brings; *name* is that of the contract."""

    name: Text
    annotation: Code
    documentation: Text
    pointer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorClass:
    """The error of one documented status."""

    name: Code
    status: Code
    annotation: Code | None
    documentation: Text

    @property
    def body(self) -> Code:
        """The name of the type of its body."""
        return Code(f"{self.name.removesuffix('Error')}Body")

    @property
    def adapter(self) -> Code:
        """The name of what reads its body."""
        return Code(identifier(self.body).upper())


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """A security scheme as an argument of the client; *variable* is the environment variable that stands in for it.

    *wire_name* is the header, cookie or query parameter, or where a token is fetched with *scopes*.
    """

    key: Text
    argument: Code
    variable: Code
    kind: Code
    wire_name: Text
    scopes: tuple[Text, ...]
    documentation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPart:
    """A variable of an address as an argument of a function; a value must match *pattern* as a whole."""

    name: Code
    wire: Text
    annotation: Code
    default: Text | None
    pattern: Text
    documentation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where the API is served: a *constant*, a *function* of its *parts*, or both; an empty name is none."""

    constant: Code
    function: Code
    url: Text
    template: Text
    parts: tuple[AddressPart, ...]
    documentation: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """Everything that will be emitted.

    *renamed* are old names of resources.  *old_names* are all old names as the manifest has them: key, name, version.
    """

    name: Code
    client: Code
    title: Text
    version: Text
    description: Text
    base_url: Text
    server_documentation: Text
    addresses: tuple[Address, ...]
    error_base: Code
    credentials: tuple[Credential, ...]
    security: tuple[tuple[Text, ...], ...]
    resources: tuple[Resource, ...]
    webhooks: tuple[Webhook, ...]
    models: Models
    errors: tuple[ErrorClass, ...]
    error_imports: Mapping[Code, tuple[Code, ...]]
    error_message: tuple[tuple[Text, ...], ...]
    retries: Retries
    first_call: Code
    features: frozenset[str]
    symbols: Mapping[str, str]
    losses: tuple[Loss, ...]
    renamed: tuple[Renamed, ...] = ()
    old_names: tuple[tuple[str, str, str], ...] = ()

    def resource(self, module: str) -> Resource:
        """Give the resource in a module."""
        return next(resource for resource in self.resources if resource.module == module)
