"""Laws of `shapes`: requests are checked, answers are tolerated, and what Python cannot say is in the ledger."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.plan import Package
from hypothesis import example, given, settings
from hypothesis import strategies as st

from .documents import JSON, body, both_ways, call, document, losses, plan, query, ref, types_of

STRING = {"type": "string"}
SCHEMA_OF_ANSWER = "#/paths/~1run/get/responses/200/content/application~1json/schema"
SCHEMA_OF_REQUEST = "#/paths/~1run/post/requestBody/content/application~1json/schema"


def answered(schema: Any, **schemas: Any) -> Package:
    """Plan an operation that answers with *schema*."""
    return plan(document(paths={"/run": {"get": call(gives=schema, operationId="run")}}, schemas=schemas))


def requested(schema: Any, **schemas: Any) -> Package:
    """Plan an operation that takes *schema*."""
    return plan(document(paths={"/run": {"post": call(takes=schema, operationId="run")}}, schemas=schemas))


def returned(package: Package) -> str:
    """Give the annotation of what the only method returns."""
    return str(package.resources[0].methods[0].annotation).replace("'", '"')


def taken(package: Package) -> str:
    """Give the annotation of the body that the only method takes."""
    body = package.resources[0].methods[0].body
    assert body is not None
    return str(body.annotation).replace("'", '"')


def obj(**properties: Any) -> JSON:
    return {"type": "object", "properties": properties}


@pytest.mark.parametrize(
    ("schema", "open_", "closed"),
    [
        ({"enum": ["a", "b"]}, 'Literal["a", "b"] | str', 'Literal["a", "b"]'),
        ({"type": "string", "enum": ["a"]}, 'Literal["a"] | str', 'Literal["a"]'),
        ({"enum": ["a", "a"]}, 'Literal["a"] | str', 'Literal["a"]'),
        ({"enum": ["a", None]}, 'Literal["a"] | str | None', 'Literal["a"] | None'),
        ({"type": ["string", "null"], "enum": ["a", None]}, 'Literal["a"] | str | None', 'Literal["a"] | None'),
        ({"enum": [None]}, "None", "None"),
        ({"const": "a"}, 'Literal["a"] | str', 'Literal["a"]'),
        ({"const": 1}, "Literal[1] | int", "Literal[1]"),
        ({"const": None}, "None", "None"),
        ({"enum": [1, 2]}, "Literal[1, 2] | int", "Literal[1, 2]"),
        ({"enum": [True, False]}, "Literal[True, False] | bool", "Literal[True, False]"),
        (
            {"enum": ["a", 1, True]},
            'Literal[True, 1, "a"] | bool | int | str',
            'Literal[True, 1, "a"]',
        ),
    ],
)
def test_enums_are_open_in_answers_and_closed_in_requests(schema: JSON, open_: str, closed: str) -> None:
    """An answer may bring a value that is new; a request may not."""
    assert returned(answered(schema)) == open_
    assert taken(requested(schema)) == closed


@pytest.mark.parametrize(
    ("schema", "type_"),
    [
        ({"const": 1.5}, "int | float"),
        ({"enum": [1.5, 2]}, "int | float"),
        ({"enum": [{"a": 1}]}, "dict[str, Any]"),
        ({"enum": [[1]]}, "list[Any]"),
        ({"enum": ["a", [1]]}, 'Literal["a"] | list[Any]'),
        ({"const": 2**64}, "int"),
        ({"enum": []}, "Any"),
    ],
)
def test_values_that_literal_cannot_say_are_a_loss(schema: JSON, type_: str) -> None:
    """`Literal` takes no float, list or object, and no empty list of values: their type is left, and a ledger entry."""
    assert taken(package := requested(schema)) == type_
    assert losses(package) == {SCHEMA_OF_REQUEST: next(iter(schema))}


def test_an_enum_that_both_sides_use_is_tolerated() -> None:
    """A component that answers bring too is open, for it is one type."""
    package = plan(both_ways({"Pet": obj(kind={"enum": ["a"]})}, takes="Pet", gives="Pet"))
    assert types_of(package)["Pet.kind"] == 'Literal["a"] | str | MISSING = MISSING'


def test_a_parameter_is_closed() -> None:
    """What goes into a query is a request."""
    operation = call(parameters=[query("kind", {"enum": ["a"]})])
    (argument,) = plan(document(paths={"/x": {"get": operation}})).resources[0].methods[0].arguments
    assert argument.annotation == 'Literal["a"]'


def test_a_long_enum_has_a_name() -> None:
    """An enum that would hide the signature it stands in is an alias; shorter ones and components stay."""
    values = [f"v{number}" for number in range(40)]
    kinds = [query("few", {"enum": values[:5]}), query("many", {"type": "array", "items": {"enum": values}})]
    operation = call(parameters=[*kinds, query("known", ref("Kind"))], operationId="find")
    package = plan(document(paths={"/x": {"get": operation}}, schemas={"Kind": {"enum": values}}))
    few, many, known = (argument.annotation for argument in package.resources[0].methods[0].arguments)
    assert few.startswith('Literal["v0", ')
    assert (many, known) == ("list[FindManyItem]", "Kind")
    assert {str(shape.name) for shape in package.models.shapes} == {"Kind", "FindManyItem"}


def test_an_enum_that_grows_renames_nothing() -> None:
    """The value that makes an enum long gives it a name, and changes no other."""

    def named(count: int) -> set[str]:
        values = [f"v{number}" for number in range(count)]
        package = requested(obj(kind={"enum": values}, other=obj(kind=STRING)))
        fields = {f"{shape.name}.{field.name}" for shape in package.models.shapes for field in shape.fields}
        return fields | {str(shape.name) for shape in package.models.shapes}

    assert named(21) - named(20) == {"RunRequestKind"}
    assert named(20) <= named(21)


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["string", "null"]},
        {"anyOf": [{"type": "string"}, {"type": "null"}]},
        {"oneOf": [{"type": "null"}, {"type": "string"}]},
        {"anyOf": [{"type": "string"}, {"const": None}]},
        {"anyOf": [{"type": "string"}, {"enum": [None]}]},
        {"anyOf": [{"anyOf": [{"type": "string"}, {"type": "null"}]}]},
    ],
)
def test_null_is_spelt_in_many_ways(schema: JSON) -> None:
    """Each spelling of a nullable string is `str | None`, and a field of it can be absent besides."""
    assert set(returned(answered(schema)).split(" | ")) == {"str", "None"}
    field = types_of(answered(obj(a=schema)))["RunResponse.a"]
    assert set(field.removesuffix(" = MISSING").split(" | ")) == {"str", "None", "MISSING"}


def test_omitted_null_and_value_are_three_things() -> None:
    """Required and nullable are independent of one another."""
    nullable = {"type": ["string", "null"]}
    schema = {**obj(a=STRING, b=nullable, c=STRING, d=nullable), "required": ["a", "b"]}
    assert types_of(answered(schema)) == {
        "RunResponse.a": "str",
        "RunResponse.b": "str | None",
        "RunResponse.c": "str | MISSING = MISSING",
        "RunResponse.d": "str | None | MISSING = MISSING",
    }


CAT = {"type": "object", "required": ["kind"], "properties": {"kind": {"const": "cat"}, "lives": {"type": "integer"}}}
DOG = {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["dog"]}}}
BY_KIND = {"propertyName": "kind"}


def test_an_answer_of_an_unknown_variant_is_not_lost() -> None:
    """A union of classes in an answer takes any object besides; one in a request does not."""
    union = {"oneOf": [ref("Cat"), ref("Dog")]}
    assert returned(answered(union, Cat=CAT, Dog=DOG)) == "Cat | Dog | dict[str, Any]"
    assert taken(requested(union, Cat=CAT, Dog=DOG)) == "Cat | Dog"


def test_the_tags_of_a_union_stay_closed() -> None:
    """What tells the members of a union apart is fixed also in an answer; else every cat would be a dog."""
    said = types_of(answered({"oneOf": [ref("Cat"), ref("Dog")]}, Cat=CAT, Dog=DOG))
    assert said["Cat.kind"] == 'Literal["cat"]'
    assert said["Dog.kind"] == 'Literal["dog"]'


def test_a_discriminator_holds_in_requests() -> None:
    """Where every member fixes the property, pydantic is told to look at it first."""
    union = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": BY_KIND}
    package = requested(obj(pet=union), Cat=CAT, Dog=DOG)
    assert 'discriminator="kind"' in types_of(package)["RunRequest.pet"]


@pytest.mark.parametrize(
    "member", [STRING, obj(kind=STRING), {"type": "object", "properties": {"kind": {"const": "x"}}}]
)
def test_a_discriminator_that_does_not_hold_is_left_out(member: JSON) -> None:
    """Where a member does not fix the property, pydantic would refuse the class; it tries the members instead."""
    union = {"oneOf": [ref("Cat"), member], "discriminator": BY_KIND}
    assert "discriminator" not in types_of(requested(obj(pet=union), Cat=CAT))["RunRequest.pet"]


def test_a_union_of_scalars_needs_no_fallback() -> None:
    """Only objects are kept as what they are when nothing fits."""
    assert returned(answered({"oneOf": [STRING, {"type": "integer"}]})) == "str | int"


def test_read_only_and_write_only_split_a_component() -> None:
    """`X` has what answers bring, `XInput` what requests send."""
    schema = obj(id={"type": "string", "readOnly": True}, name=STRING, password={"type": "string", "writeOnly": True})
    package = plan(both_ways({"User": schema}, takes="User", gives="User"))
    assert set(types_of(package)) == {"User.id", "User.name", "UserInput.name", "UserInput.password"}
    assert (returned(package), taken(package)) == ("User", "UserInput")


def test_whatever_holds_a_split_component_is_split() -> None:
    """A list of users that both sides use is of `User` in one and of `UserInput` in the other."""
    schemas = {
        "Team": obj(users={"type": "array", "items": ref("User")}),
        "User": obj(id={"readOnly": True}, name=STRING),
    }
    said = types_of(plan(both_ways(schemas, takes="Team", gives="Team")))
    assert said["Team.users"] == "list[User] | MISSING = MISSING"
    assert said["TeamInput.users"] == "list[UserInput] | MISSING = MISSING"


@pytest.mark.parametrize(("takes", "gives", "names"), [("User", "", {"name"}), ("", "User", {"id", "name"})])
def test_one_side_needs_one_class(takes: str, gives: str, names: set[str]) -> None:
    """A component of one side is one class, without what the other side would see."""
    package = plan(both_ways({"User": obj(id={"readOnly": True}, name=STRING)}, takes=takes, gives=gives))
    assert set(types_of(package)) == {f"User.{name}" for name in names}


def test_all_of_is_one_class() -> None:
    """The parts of `allOf` are merged: members, what is required, and the narrower limit."""
    parts = [
        {**obj(a=STRING), "required": ["a"]},
        ref("Base"),
        {"properties": {"c": {"type": "integer"}}, "required": ["b"]},
    ]
    package = requested({"allOf": parts}, Base=obj(b=STRING))
    assert {key: value for key, value in types_of(package).items() if key.startswith("RunRequest")} == {
        "RunRequest.a": "str",
        "RunRequest.b": "str",
        "RunRequest.c": "int | MISSING = MISSING",
    }
    assert not losses(package)


def test_all_of_one_reference_is_that_reference() -> None:
    """3.0 could not put a description beside a `$ref`; `allOf` of one makes no class of its own."""
    package = answered(obj(pet={"allOf": [ref("Pet")], "description": "Mine."}), Pet=obj(a=STRING))
    assert types_of(package)["RunResponse.pet"] == "Pet | MISSING = MISSING"


def test_classes_may_contain_themselves() -> None:
    """A tree is a class that names itself, straight or by way of another."""
    schemas = {
        "Node": obj(children={"type": "array", "items": ref("Node")}, other=ref("Other")),
        "Other": obj(node={"anyOf": [ref("Node"), {"type": "null"}]}),
    }
    package = plan(both_ways(schemas, takes="Node", gives="Node"))
    assert types_of(package) == {
        "Node.children": "list[Node] | MISSING = MISSING",
        "Node.other": "Other | MISSING = MISSING",
        "Other.node": "Node | None | MISSING = MISSING",
    }
    assert not losses(package)


@pytest.mark.parametrize(
    ("schema", "alias"),
    [
        ({"type": "array", "items": ref("A")}, 'TypeAliasType("A", "list[A]")'),
        ({"type": "object", "additionalProperties": ref("A")}, 'TypeAliasType("A", "dict[str, A]")'),
        ({"anyOf": [STRING, {"type": "array", "items": ref("A")}]}, 'TypeAliasType("A", "str | list[A]")'),
        ({"type": "array", "prefixItems": [ref("A")]}, 'TypeAliasType("A", "tuple[A] | tuple[Any, ...]")'),
    ],
)
def test_aliases_may_contain_themselves(schema: JSON, alias: str) -> None:
    """A list, a map or a tuple may hold what its own component says."""
    package = plan(both_ways({"A": schema}, gives="A"))
    (definition,) = package.models.definitions
    assert definition.lines[0][0] == f"A = {alias}"
    assert returned(package) == "A"


def test_aliases_may_contain_each_other() -> None:
    """A circle of components stays a circle of names, also where one of them only refers to another."""
    schemas = {"A": ref("B"), "B": {"type": "array", "items": ref("A")}}
    package = plan(both_ways(schemas, gives="A"))
    assert not losses(package)
    assert {line for d in package.models.definitions for line, _ in d.lines} == {
        'A = TypeAliasType("A", "B")',
        'B = TypeAliasType("B", "list[A]")',
    }


def test_an_alias_of_classes_that_hold_it_is_no_loss() -> None:
    """A union of nodes, one of which has nodes as children, is what it says."""
    leaf, branch = (
        obj(kind={"const": "leaf"}),
        obj(kind={"const": "branch"}, below={"type": "array", "items": ref("A")}),
    )
    package = plan(both_ways({"A": {"oneOf": [ref("L"), ref("B")]}, "L": leaf, "B": branch}, gives="A"))
    assert not losses(package)
    assert types_of(package)["B.below"] == "list[A] | MISSING = MISSING"
    assert types_of(package)["A"] == "L | B | dict[str, Any]"


@pytest.mark.parametrize("schema", [{"anyOf": [STRING, ref("A")]}, {"allOf": [{"anyOf": [ref("A"), ref("A")]}]}])
def test_what_is_only_itself_is_a_loss(schema: JSON) -> None:
    """A component that is one of its own alternatives says nothing by that."""
    package = plan(both_ways({"A": schema}, gives="A"))
    assert set(losses(package).values()) == {"schema that is itself"}


def test_free_objects_and_plain_references_have_no_name() -> None:
    """A component that says nothing of its own dissolves where it is used."""
    schemas = {"Free": {"type": "object"}, "Anything": {}, "Same": ref("Pet"), "Pet": obj(a=STRING)}
    package = answered(obj(free=ref("Free"), anything=ref("Anything"), same=ref("Same")), **schemas)
    assert {str(shape.name) for shape in package.models.shapes} == {"Pet", "RunResponse"}
    said = types_of(package)
    assert said["RunResponse.free"] == "dict[str, Any] | MISSING = MISSING"
    assert said["RunResponse.anything"] == "Any | MISSING = MISSING"
    assert said["RunResponse.same"] == "Pet | MISSING = MISSING"


def test_inline_objects_are_classes_wherever_they_stand() -> None:
    """In a property, a list, a map or a parameter, an object with properties gets a class."""
    inner = obj(x=STRING)
    schema = obj(
        one=inner, many={"type": "array", "items": inner}, by_key={"type": "object", "additionalProperties": inner}
    )
    assert types_of(answered(schema)) == {
        "RunResponse.one": "RunResponseOne | MISSING = MISSING",
        "RunResponse.many": "list[RunResponseManyItem] | MISSING = MISSING",
        "RunResponse.by_key": "dict[str, RunResponseByKeyValue] | MISSING = MISSING",
        "RunResponseOne.x": "str | MISSING = MISSING",
        "RunResponseManyItem.x": "str | MISSING = MISSING",
        "RunResponseByKeyValue.x": "str | MISSING = MISSING",
    }


LIMITED = {
    "text": (
        {"type": "string", "minLength": 1, "maxLength": 3, "pattern": "^a"},
        ("min_length=1", "max_length=3", 'pattern="^a"'),
    ),
    "count": (
        {"type": "integer", "minimum": 1, "exclusiveMaximum": 9, "multipleOf": 2},
        ("ge=1", "lt=9", "multiple_of=2"),
    ),
    "share": ({"type": "number", "exclusiveMinimum": 0.5, "maximum": 2.5}, ("gt=0.5", "le=2.5")),
    "items": ({"type": "array", "items": STRING, "minItems": 1, "maxItems": 2}, ("min_length=1", "max_length=2")),
}


@pytest.mark.parametrize("name", LIMITED)
def test_limits_hold_in_requests_only(name: str) -> None:
    """A request is checked before it is sent; an answer is not lost to a limit."""
    schema, limits = LIMITED[name]
    field = types_of(requested(obj(it=schema)))["RunRequest.it"]
    assert [limit for limit in limits if limit not in field.replace('r"', '"')] == []
    assert "Field" not in types_of(answered(obj(it=schema)))["RunResponse.it"]


@pytest.mark.parametrize(
    "schema",
    [
        {"type": ["integer", "null"], "minimum": 1},
        {"type": ["string", "null"], "maxLength": 3},
        {"anyOf": [{"type": "string", "pattern": "^a"}, {"type": "null"}]},
        {"oneOf": [STRING, {"type": "integer", "minimum": 1}]},
        {"type": "array", "items": {"type": "string", "minLength": 1}},
        {"type": "object", "additionalProperties": {"type": "integer", "minimum": 1}},
        {"type": "array", "items": {"type": "array", "items": STRING, "maxItems": 2}},
    ],
)
def test_limits_can_stand_anywhere(schema: JSON) -> None:
    """A limit on a member of a union, an item or a value is no reason to refuse a document."""
    assert "RunRequest.it" in types_of(requested(obj(it=schema)))


@pytest.mark.parametrize("pattern", ["(?=a)b", "(?<!a)b", r"(a)\1", "(", "[", "a{99999999}"])
def test_a_pattern_that_could_run_for_ever_is_not_checked(pattern: str) -> None:
    """Only what a linear-time engine takes is checked; the rest is documented and in the ledger."""
    package = requested(obj(it={"type": "string", "pattern": pattern}))
    assert "pattern" not in types_of(package)["RunRequest.it"]
    assert losses(package) == {f"{SCHEMA_OF_REQUEST}/properties/it/pattern": "pattern"}


def test_defaults_are_documented_and_not_sent() -> None:
    """A default is the server's: a field that is not given stays away."""
    package = requested(obj(it={"type": "string", "default": "x", "description": "It."}))
    assert types_of(package)["RunRequest.it"] == "str | MISSING = MISSING"
    (shape,) = package.models.shapes
    assert shape.fields[0].documentation.raw == 'It. The server\'s default is `"x"`.'


@pytest.mark.parametrize(
    ("schema", "annotation"),
    [
        ({"type": "string", "format": "date-time"}, "DateTime"),
        ({"type": "string", "format": "date"}, "date"),
        ({"type": "string", "format": "uuid"}, "str"),
        ({"type": "string", "format": "email"}, "str"),
        ({"type": "string", "format": "uri"}, "str"),
        ({"type": "string", "format": "password"}, "str"),
        ({"type": "integer", "format": "int64"}, "int"),
        ({"type": "number"}, "int | float"),
        ({"type": "boolean"}, "bool"),
        ({"type": ["string", "integer"]}, "str | int"),
        ({"type": "array"}, "list[Any]"),
        ({"items": STRING}, "list[str]"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "dict[str, int]"),
        ({"properties": {"a": STRING}}, "RunResponse"),
        (True, "Any"),
        ({}, "Any"),
    ],
)
def test_types_are_what_json_brings(schema: Any, annotation: str) -> None:
    """Each JSON type has its Python type, and a format only where it survives the way there and back."""
    package = answered(schema)
    assert returned(package) == annotation
    assert not losses(package)


@pytest.mark.parametrize(
    "schema",
    [
        {"not": STRING},
        {"if": STRING, "then": {"minLength": 1}},
        {"type": "array", "prefixItems": [STRING]},
        {"type": "object", "patternProperties": {"^a": STRING}},
        {"type": "object", "propertyNames": {"maxLength": 1}},
        {"type": "array", "contains": STRING},
        False,
        {"type": "object", "properties": {"a": STRING}, "oneOf": [obj(b=STRING), obj(c=STRING)]},
        {"type": "frob"},
    ],
)
def test_what_python_cannot_say_is_in_the_ledger(schema: Any) -> None:
    """No keyword that limits a value disappears in silence; the operation stays callable."""
    package = answered(schema)
    assert losses(package)
    assert len(package.resources[0].methods) == 1


def test_alternatives_that_only_require_are_no_loss() -> None:
    """`anyOf: [{required: [a]}, {required: [b]}]` says nothing that a class could say."""
    schema = {**obj(a=STRING, b=STRING), "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}
    assert not losses(requested(schema))


def test_each_body_of_an_error_has_its_class() -> None:
    """The answers of other statuses are typed too."""
    operation = {"operationId": "run", "responses": {"200": body({}), "404": body(obj(a=STRING)), "4XX": body(STRING)}}
    errors = plan(document(paths={"/run": {"get": operation}})).errors
    assert {str(error.status): str(error.annotation) for error in errors} == {
        "404": "models.RunResponse404",
        "4XX": "str",
    }


KEYS = st.sampled_from(["a", "b", "kind", "A", "class", "b c"])
LEAVES = st.sampled_from(
    [
        STRING,
        {"type": "integer"},
        {"const": "x"},
        {"enum": ["x", None]},
        {"type": "number"},
        True,
        {},
        {"type": "object"},
        ref("One"),
        ref("Two"),
        {**STRING, "format": "date-time"},
        {**STRING, "readOnly": True},
    ]
)


def _nested(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    members = st.dictionaries(KEYS, inner, max_size=3)
    return st.one_of(
        st.builds(
            lambda properties: {"type": "object", "properties": properties, "required": sorted(properties)[:1]}, members
        ),
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda values: {"type": "object", "additionalProperties": values}, inner),
        st.builds(
            lambda kind, several: {kind: several},
            st.sampled_from(["oneOf", "anyOf", "allOf"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
    )


@settings(max_examples=60, deadline=None)
@example(one=True, two={"oneOf": [{"type": "object", "properties": {"a": True}}]})
@given(one=st.recursive(LEAVES, _nested, max_leaves=6), two=st.recursive(LEAVES, _nested, max_leaves=6))
def test_any_schemas_have_types(one: Any, two: Any) -> None:
    """However schemas are put together, the engine writes what was planned, and twice the same."""
    schemas = {
        "One": {"type": "object", "properties": {"it": one}},
        "Two": {"type": "object", "properties": {"it": two}},
    }
    source = both_ways(schemas, takes="One", gives="Two")
    package = plan(source)
    assert plan(source, package.symbols) == package
    assert len(set(package.symbols.values())) == len(package.symbols)
