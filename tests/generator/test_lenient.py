"""Laws of leniency: what is a little wrong is read as it is meant, the ledger says so with its place, lint finds it."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, Operation
from handbill_generator.lint import lint
from handbill_generator.load import load_bytes
from hypothesis import given
from hypothesis import strategies as st

from .documents import JSON, body, call, document, emit, query, read
from .linting import VALIDITY

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def ledger(contract: Contract) -> list[str]:
    """Give the entries: place, what, what it became, why."""
    return [f"{contract.position(one.pointer)} {one.what} -> {one.became}: {one.why}" for one in contract.losses]


def entries(contract: Contract) -> list[tuple[str, str]]:
    """Give what each entry says was there, and what it became."""
    return [(one.what, one.became) for one in contract.losses]


def statuses(contract: Contract) -> list[str]:
    return [answer.status for answer in contract.operations[0].responses]


def parameters(contract: Contract) -> list[tuple[str, str]]:
    return [(one.location, one.name.raw) for one in contract.operations[0].parameters]


OPERATION: dict[str, tuple[str, Callable[[Contract], Any], Any, list[str]]] = {
    "a status that is none": (
        "responses:\n  abcdef: {description: d}\n  200: {description: d}",
        statuses,
        ["200"],
        ['api.yaml:7:9 status "abcdef" -> nothing: it is not a status'],
    ),
    "a status with words": (
        "responses:\n  200 OK: {description: d}\n  200: {description: d}",
        statuses,
        ["200"],
        [
            'api.yaml:7:9 status "200 OK" -> 200: it is not a status',
            'api.yaml:8:9 status "200" -> nothing: it stands here twice',
        ],
    ),
    "a range of statuses": (
        "responses: {400-599: {description: d}}",
        statuses,
        ["4XX", "5XX"],
        ['api.yaml:6:19 status "400-599" -> 4XX and 5XX: it is not a status'],
    ),
    "several statuses": (
        "responses: {'404,409': {description: d}, Default: {description: d}, 2**: {description: d}}",
        statuses,
        ["404", "409", "default", "2XX"],
        [
            'api.yaml:6:19 status "404,409" -> 404 and 409: it is not a status',
            'api.yaml:6:48 status "Default" -> default: it is not a status',
            'api.yaml:6:75 status "2**" -> 2XX: it is not a status',
        ],
    ),
    "an answer where statuses must be": (
        "responses: {description: d, content: {application/json: {}}}",
        statuses,
        ["default"],
        ["api.yaml:6:7 an answer where statuses must be -> default: it says nothing of a status"],
    ),
    "a list of answers": (
        "responses: [{description: d}]",
        statuses,
        [],
        ["api.yaml:6:7 a list where a mapping must be -> nothing: it cannot be read as one"],
    ),
    "no answers": ("summary: s", statuses, [], []),
    "a schema without a media type": (
        "requestBody: {schema: {type: string}}",
        lambda c: [m.name.raw for m in c.operations[0].request_body.content],
        ["application/json"],
        ["api.yaml:6:21 a schema without a media type -> application/json: Swagger 2.0 wrote it so"],
    ),
    "a tag that is no list": (
        "tags: pets",
        lambda c: [tag.raw for tag in c.operations[0].tags],
        ["pets"],
        [
            'api.yaml:6:7 the string "pets" where a list must be -> a list of it alone: nothing else can be meant',
        ],
    ),
    "tags that are objects": (
        "tags: [{name: pets, description: d}]",
        lambda c: [tag.raw for tag in c.operations[0].tags],
        ["pets"],
        ['api.yaml:6:14 a tag object -> the tag "pets": an operation names its tags'],
    ),
    "nulls": (
        "{tags: null, parameters: null, description: null, responses: {200: {description: null, content: null}}}",
        lambda c: (statuses(c), c.operations[0].tags, c.operations[0].description.raw),
        (["200"], (), ""),
        [],
    ),
    "a boolean in quotes": (
        'deprecated: "True"',
        lambda c: c.operations[0].deprecated,
        True,
        ['api.yaml:6:7 the string "True" -> true: a boolean is written without quotes'],
    ),
    "a word for a boolean": (
        "deprecated: maybe",
        lambda c: c.operations[0].deprecated,
        False,
        ['api.yaml:6:7 the string "maybe" where true or false must be -> nothing: it cannot be read as one'],
    ),
    "a number for a text": ("{summary: 5, operationId: 3}", lambda c: c.operations[0].summary.raw, "5", []),
    "a parameter in an unknown place": (
        "parameters: [{name: a, in: somewhere, schema: {}}]",
        parameters,
        [],
        ['api.yaml:6:20 parameter in "somewhere" -> nothing: where it goes, and as what, cannot be told'],
    ),
    "a parameter in a body": (
        "parameters: [{in: body, name: b, schema: {type: string}}]",
        parameters,
        [],
        ['api.yaml:6:20 parameter "b" in "body" -> a part of the request body: Swagger 2.0 wrote it so'],
    ),
    "a field of a form": (
        "parameters: [{in: formData, name: b, type: string}]",
        parameters,
        [],
        ['api.yaml:6:20 parameter "b" in "formData" -> a part of the request body: Swagger 2.0 wrote it so'],
    ),
    "a parameter without a place": (
        "parameters: [{name: a, schema: {}}]",
        parameters,
        [("query", "a")],
        ['api.yaml:6:20 parameter "a" without a place -> a query parameter: the path tells'],
    ),
    "a place in capitals": ("parameters: [{name: a, in: Query, schema: {}}]", parameters, [("query", "a")], []),
    "a parameter without a name": (
        "parameters: [{in: query, schema: {}}]",
        parameters,
        [],
        ["api.yaml:6:20 parameter without a name -> nothing: where it goes, and as what, cannot be told"],
    ),
    "a parameter without a schema": (
        "parameters: [{in: query, name: a}]",
        parameters,
        [("query", "a")],
        ['api.yaml:6:20 parameter "a" without a schema -> anything: nothing is said of its value'],
    ),
    "a parameter with its type beside its name": (
        "parameters: [{in: query, name: a, type: integer}]",
        lambda c: [one.schema.keywords for one in c.operations[0].parameters],
        [{"type": "integer"}],
        ['api.yaml:6:20 parameter "a" without a schema -> its type beside its name: Swagger 2.0 wrote it so'],
    ),
    "a parameter twice": (
        "parameters: [{in: query, name: a, schema: {}}, {in: query, name: a, schema: {}}]",
        parameters,
        [("query", "a")],
        ['api.yaml:6:54 parameter "a" -> the last of that name: it stands in this list twice'],
    ),
    "parameters by name": (
        "parameters: {one: {in: query, name: a, schema: {}}}",
        parameters,
        [("query", "a")],
        ["api.yaml:6:7 a mapping where a list must be -> a list of its values: nothing else can be meant"],
    ),
    "one parameter": (
        "parameters: {in: query, name: a, schema: {}}",
        parameters,
        [("query", "a")],
        ["api.yaml:6:7 a mapping where a list must be -> a list of it alone: nothing else can be meant"],
    ),
    "a style of another place": (
        "parameters: [{name: a, in: query, style: matrix, schema: {}}]",
        lambda c: c.operations[0].parameters[0].style,
        "form",
        ['api.yaml:6:41 style "matrix" -> form: a query parameter cannot have it'],
    ),
    "a path parameter of no path": (
        "parameters: [{name: a, in: path, required: true, schema: {}}]",
        parameters,
        [],
        ['api.yaml:6:20 path parameter "a" -> nothing: no path has it'],
    ),
    "examples in a list": (
        "requestBody: {content: {a/b: {examples: [1, 2]}}}",
        lambda c: dict(c.operations[0].request_body.content[0].examples),
        {"0": 1, "1": 2},
        ["api.yaml:6:37 a list of examples -> examples without names: they must have names here"],
    ),
    "an example that is a value": (
        "requestBody: {content: {a/b: {examples: {one: 5}}}}",
        lambda c: dict(c.operations[0].request_body.content[0].examples),
        {"one": 5},
        [
            "api.yaml:6:48 a value where an example must be -> an example of that value: nothing else can be meant",
        ],
    ),
    "a scheme that nobody defined": (
        "security: [{nope: []}, {key: []}]",
        lambda c: c.operations[0].security,
        (("key",),),
        ['api.yaml:6:19 security scheme "nope" -> nothing: no usable scheme is defined by that name'],
    ),
    "only a scheme that nobody defined": (
        "security: [{nope: []}]",
        lambda c: c.operations[0].security,
        (),
        ['api.yaml:6:19 security scheme "nope" -> nothing: no usable scheme is defined by that name'],
    ),
    "security that is no list": (
        "security: {key: []}",
        lambda c: c.operations[0].security,
        (("key",),),
        ["api.yaml:6:7 a mapping where a list must be -> a list of it alone: nothing else can be meant"],
    ),
    "scopes of a key": (
        "security: [{key: [read]}]",
        lambda c: c.operations[0].security,
        (("key",),),
        ['api.yaml:6:19 scopes of "key", which is apiKey -> nothing: only OAuth 2 and OpenID Connect send scopes'],
    ),
    "a server that is a string": (
        "servers: [https://a.test/]",
        lambda c: [server.url.raw for server in c.operations[0].servers],
        ["https://a.test"],
        [
            "api.yaml:6:17 a string where a server must be -> a server of that url: nothing else can be meant",
        ],
    ),
}


def test_bodies_of_swagger_2() -> None:
    """Parameters in `body` and in `formData` are the request body, as they were in Swagger 2.0."""
    contract = operation_of(
        "parameters: [{in: body, name: b, required: true, schema: {type: string}}, {in: query, name: q}]"
    )
    found = contract.operations[0].request_body
    assert found is not None
    assert (found.required, [(one.name.raw, one.schema and one.schema.keywords) for one in found.content]) == (
        True,
        [("application/json", {"type": "string"})],
    )
    assert ledger(contract)[-1] == (
        'api.yaml:6:20 parameter "b" in "body" -> a part of the request body: Swagger 2.0 wrote it so'
    )
    assert parameters(contract) == [("query", "q")]
    form = operation_of(
        "parameters: [{in: formData, name: a, type: file, required: true}, {in: formData, name: b, type: integer}]"
    )
    found = form.operations[0].request_body
    assert found is not None
    assert [(one.name.raw, one.schema and one.schema.keywords) for one in found.content] == [
        (
            "multipart/form-data",
            {
                "type": "object",
                "properties": {"a": {"type": "string", "format": "binary"}, "b": {"type": "integer"}},
                "required": ["a"],
            },
        )
    ]


def operation_of(text: str) -> Contract:
    """Read a document whose only operation says *text* from line 6 on, at column 7."""
    lines = "\n".join(f"      {line}" for line in text.splitlines())
    schemes = "components: {securitySchemes: {key: {type: apiKey, in: header, name: k}}}\n"
    return read(f"{HEAD}paths:\n  /x:\n    get:\n{lines}\n{schemes}")


@pytest.mark.parametrize("name", OPERATION)
def test_operations_that_are_a_little_wrong(name: str) -> None:
    """No operation is lost: its evident meaning is taken, and each guess stands in the ledger with its place."""
    text, look, found, said = OPERATION[name]
    contract = operation_of(text)
    assert (len(contract.operations), look(contract)) == (1, found)
    assert ledger(contract) == said


def test_a_path_is_read_as_it_is_meant() -> None:
    """A slash is put before it, a variable that nobody declares is a string, a method in capitals is a method."""
    contract = read(document(paths={"pets/{id}": {"GET": call(), "$ref": "#/paths/~1y"}, "/y": {"put": call()}}))
    assert [(one.method, one.path.raw) for one in contract.operations] == [
        ("GET", "/pets/{id}"),
        ("PUT", "/pets/{id}"),
        ("PUT", "/y"),
    ]
    assert entries(contract) == [
        ("method GET", "get"),
        ('path "pets/{id}"', "/pets/{id}"),
        ('path parameter "id"', "a string"),
        ('path parameter "id"', "a string"),
    ]


@pytest.mark.parametrize(
    ("version", "became"),
    [("3.1", []), ("v3.0.1", ["3.0"]), ("3", ["3.0"]), ("3.3.0", ["3.2"]), ("3.1.x", ["3.1"]), (" 3.1.0 ", [])],
)
def test_versions_that_are_not_known(version: str, became: list[str]) -> None:
    """A later one is read as the latest that is known; a number or a space does no harm."""
    contract = read(document() | {"openapi": version})
    assert [loss.became for loss in contract.losses] == became
    assert read(f"openapi: {3.1}\npaths: {{}}\n").losses == ()


@pytest.mark.parametrize(
    ("scheme", "said"),
    [
        ({"type": "magic"}, [('type "magic"', "no security scheme")]),
        ({"type": "apiKey", "in": "body", "name": "k"}, [('apiKey "a"', "no security scheme")]),
        ({"type": "apiKey", "in": "header"}, [('apiKey "a"', "no security scheme")]),
        ({"type": "basic"}, [('type "basic"', "http basic")]),
        ({"type": "ApiKey", "in": "Header", "name": "k"}, []),
        (
            {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://a.test", "scopes": ["r"]}}},
            [("a list of scopes", "scopes without a description")],
        ),
    ],
)
def test_security_schemes_that_are_a_little_wrong(scheme: JSON, said: list[tuple[str, str]]) -> None:
    """A scheme that cannot be sent is left out, and the operation is called without it."""
    paths = {"/x": {"get": call(security=[{"a": []}])}}
    contract = read(document(paths=paths, components={"securitySchemes": {"a": scheme}}))
    usable = not said or "no" not in said[0][1].split()
    assert ("a" in contract.security_schemes) == usable
    assert contract.operations[0].security == ((("a",),) if usable else ())
    assert [entry for entry in entries(contract) if not entry[0].startswith("security scheme")] == said


SCHEMAS: list[tuple[Any, Any, list[tuple[str, str]]]] = [
    ("string", {}, [('the string "string" where a schema must be', "anything")]),
    (None, {}, [("null where a schema must be", "anything")]),
    ([], {}, [("a list where a schema must be", "anything")]),
    (True, True, []),
    (False, False, []),
    ({"properties": {"a": 5}}, {"properties": {"a": {}}}, [("a number where a schema must be", "anything")]),
    ({"type": "file"}, {"type": "string", "format": "binary"}, [("type file", "string binary")]),
    ({"type": "Int"}, {"type": "integer"}, [("type Int", "integer")]),
    ({"type": "any"}, {}, [("type any", "anything")]),
    ({"type": None}, {"type": "null"}, [("type null", "null")]),
    ({"type": None, "properties": {}}, {"properties": {}}, []),
    ({"type": ["string"]}, {"type": ["string"]}, []),
    ({"type": ["string", None]}, {"type": ["string", "null"]}, [("list of types", "string or null")]),
    ({"type": []}, {}, [("list of types", "anything")]),
    ({"type": {}}, {}, [("a mapping as type", "anything")]),
    ({"type": "unicorn"}, {"type": "unicorn"}, []),
    ({"format": "shape"}, {"format": "shape"}, [('format "shape"', "its type alone")]),
    ({"format": 5}, {}, [("a number as format", "nothing")]),
    ({"enum": None}, {}, []),
    ({"enum": []}, {"enum": []}, []),
    ({"enum": "a"}, {"enum": ["a"]}, [('the string "a" as enum', "the only value")]),
    ({"enum": {"a": 1}}, {}, [("a mapping as enum", "nothing")]),
    ({"required": True}, {}, [("a boolean as required", "nothing")]),
    ({"required": "a", "properties": {"a": {}}}, None, [('the string "a" as required', "the only name")]),
    ({"required": ["b"], "properties": {"a": {}}}, None, [('required "b"', "nothing")]),
    ({"required": [5]}, None, [("required a number", "nothing")]),
    ({"nullable": True, "type": "string"}, {"type": ["string", "null"]}, [("nullable", "null as one more type")]),
    ({"nullable": "true", "type": "string"}, {"type": ["string", "null"]}, None),
    ({"x-nullable": True, "type": "string"}, {"type": ["string", "null"]}, []),
    (
        {"nullable": True, "oneOf": [{"type": "string"}], "type": "string"},
        {"anyOf": [{"oneOf": [{"type": "string"}], "type": "string"}, {"type": "null"}]},
        [("nullable", "null as one more type")],
    ),
    (
        {"exclusiveMinimum": True, "minimum": 1},
        {"exclusiveMinimum": 1},
        [("exclusiveMinimum", "the minimum itself is not allowed")],
    ),
    ({"description": None, "title": None}, {}, []),
    ({"description": 5}, {"description": "5"}, []),
    ({"description": []}, {}, [("a list as description", "nothing")]),
    ({"readOnly": "true"}, {"readOnly": True}, [('the string "true" as readOnly', "true")]),
    ({"maxLength": -1}, {"maxLength": -1}, []),
    ({"minItems": 1.0}, {"minItems": 1}, []),
    ({"maxLength": None, "minimum": None}, {}, []),
    ({"maxLength": True}, {}, [("a boolean as maxLength", "nothing")]),
    (
        {"items": [{"type": "string"}, {}]},
        {"prefixItems": [{"type": "string"}, {}]},
        [("a list as items", "prefixItems")],
    ),
    ({"items": [{}], "additionalItems": False}, None, [("a list as items", "prefixItems")]),
    ({"items": None}, {}, []),
    ({"properties": None}, {}, []),
    ({"properties": []}, {}, [("a list as properties", "nothing")]),
    ({"allOf": {"type": "string"}}, {"allOf": [{"type": "string"}]}, [("a mapping as allOf", "a list of it alone")]),
    ({"oneOf": None}, {}, []),
    ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}, None),
    ({"additionalProperties": "no"}, {"additionalProperties": {}}, None),
    ({"$ref": 5}, {}, [("a number as $ref", "nothing")]),
]


@pytest.mark.parametrize(("stated", "meant", "said"), SCHEMAS)
def test_schemas_that_are_a_little_wrong(stated: Any, meant: Any, said: list[tuple[str, str]] | None) -> None:
    """A keyword of a wrong type is what it evidently means, or as if it was not there; a null always is."""
    contract = read(document(paths={"/x": {"get": call()}}, schemas={"A": stated}))
    if meant is not None:
        assert contract.schemas["A"].keywords == meant
    if said is None:
        assert contract.losses
    else:
        assert entries(contract) == said
    assert all(contract.position(loss.pointer).line > 1 for loss in contract.losses)


def test_habits_of_3_0_are_right_in_3_0() -> None:
    """What a version says is right is in no ledger."""
    schema = {"type": "integer", "nullable": True, "minimum": 1, "exclusiveMinimum": True}
    assert read(document(schemas={"A": schema}) | {"openapi": "3.0.3"}).losses == ()


def test_a_tuple_of_draft_4_keeps_what_comes_behind_it() -> None:
    """`additionalItems` is what `items` is beside `prefixItems` (JSON Schema 2020-12, release notes)."""
    contract = read(document(schemas={"A": {"items": [{}], "additionalItems": {"type": "string"}}}))
    keywords = contract.schemas["A"].keywords
    assert (keywords["prefixItems"], keywords["items"]) == ([{}], {"type": "string"})


def test_what_is_right_is_in_no_ledger() -> None:
    """A document that is right is taken as it stands."""
    paths = {"/x/{id}": {"get": call(gives={"type": "string"}, parameters=[path_parameter("id"), query("q")])}}
    assert read(document(paths=paths)).losses == ()


def path_parameter(name: str) -> JSON:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def test_a_thing_is_said_once() -> None:
    """A schema that many refer to, and a format that stands in many places, are in the ledger once."""
    schema = {"type": "string", "format": "odd", "readOnly": "true"}
    paths = {f"/{n}": {"get": call(gives={"$ref": "#/components/schemas/A"})} for n in range(3)}
    contract = read(document(paths=paths, schemas={"A": schema, "B": {"format": "odd"}}))
    for _ in range(2):
        contract.resolve("#/components/schemas/A")
    assert [what for what, _ in entries(contract)] == ['the string "true" as readOnly', 'format "odd"']


def test_the_ledger_has_what_only_references_lead_to() -> None:
    """A schema outside of the components is read with the document, whoever asks for it later."""
    parts: JSON = {"A": {"items": {"$ref": "#/x-parts/B"}}, "B": {"type": "file"}}
    contract = read(document(schemas={"C": {"$ref": "#/x-parts/A"}}, **{"x-parts": parts}))
    assert [(loss.pointer, loss.became) for loss in contract.losses] == [("#/x-parts/B/type", "string binary")]


def test_references_stand_where_openapi_has_none() -> None:
    """Tags, servers, answers, lists of parameters, maps of headers and of media types may be references too."""
    parts = {
        "tag": {"name": "Pets"},
        "server": {"url": "https://a.test"},
        "answers": {"200": {"headers": {"$ref": "#/x-parts/headers"}, "content": {"$ref": "#/x-parts/content"}}},
        "headers": {"X-A": {"schema": {}}},
        "content": {"application/json": {"schema": {}}},
        "list": [query("a"), query("b")],
    }
    operation = {
        "responses": {"$ref": "#/x-parts/answers"},
        "parameters": [{"$ref": "#/x-parts/list"}, query("c")],
        "servers": [{"$ref": "#/x-parts/server"}],
    }
    rest: JSON = {"tags": [{"$ref": "#/x-parts/tag"}], "x-parts": parts}
    contract = read(document(paths={"/x": {"get": operation}}, **rest))
    (found,) = contract.operations
    assert [one.name.raw for one in found.parameters] == ["a", "b", "c"]
    assert [tag.name.raw for tag in contract.tags] == ["Pets"]
    assert [server.url.raw for server in found.servers] == ["https://a.test"]
    (answer,) = found.responses
    assert ([one.name.raw for one in answer.headers], [one.name.raw for one in answer.content]) == (
        ["X-A"],
        ["application/json"],
    )
    assert contract.losses == ()


def test_what_follows_from_a_missing_reference_is_not_said_again() -> None:
    """The reference is in the ledger, and not the parameter without a name that is left of it."""
    gone = {"$ref": "#/components/parameters/nope"}
    contract = read(document(paths={"/x": {"get": call(parameters=[gone, query("a")])}}))
    assert [one.name.raw for one in contract.operations[0].parameters] == ["a"]
    assert entries(contract) == [('reference "#/components/parameters/nope"', "no parameter")]


def test_a_pointer_that_leads_to_no_schema_gives_one_that_allows_anything() -> None:
    """Whoever resolves a pointer gets a schema."""
    contract = read(document())
    for pointer in ("#/nope", "nope", "#/info/title"):
        assert contract.resolve(pointer).keywords == {}


LINTED = [
    *(
        document(paths={"/x": {"get": json.loads(json.dumps(call())) | {key: value}}})
        for key, value in {
            "responses": {"abcdef": {"description": "d"}},
            "tags": "pets",
            "deprecated": "true",
            "parameters": [query("a"), query("a")],
            "requestBody": {"$ref": "#/nope"},
        }.items()
    ),
    document(paths={"x": {"get": call()}}),
    document(paths={"/{x}": {"get": call()}}),
    document(schemas={"A": {"type": "file"}}),
    document(schemas={"A": {"required": True}}),
    document(schemas={"A": {"items": [{}]}}),
    document(schemas={"A": {"allOf": {}}}),
]


@pytest.mark.parametrize("source", LINTED)
def test_lint_finds_what_is_read_leniently(source: JSON) -> None:
    """Who writes a contract is told of what others only tolerate."""
    made = bundle(load_bytes(json.dumps(source).encode(), path=Path("/nowhere/api.json"), name="api.json"))
    assert read(source).losses
    found = [finding.rule for finding in lint(made, VALIDITY)]
    assert {"openapi-valid", "path-parameter-declared", "reference-resolves"} & set(found)


def test_a_package_of_a_document_with_all_of_it(tmp_path: Path) -> None:
    """Every operation of a document that is wrong all over is a method, and every module is Python."""
    operations = {
        name: f"  /{number}:\n    get:\n" + "\n".join(f"      {line}" for line in text.splitlines())
        for number, (name, (text, *_)) in enumerate(OPERATION.items())
    }
    schemes = "components: {securitySchemes: {key: {type: apiKey, in: header, name: k}}}\n"
    tree = read_yaml(f"{HEAD}paths:\n" + "\n".join(operations.values()) + f"\n{schemes}")
    tree["components"]["schemas"] = {f"A{number}": stated for number, (stated, *_) in enumerate(SCHEMAS)}
    tree["paths"] |= {
        f"/s{number}": {"post": call(takes={"$ref": f"#/components/schemas/A{number}"}, gives=stated)}
        for number, (stated, *_) in enumerate(SCHEMAS)
    }
    tree["paths"]["/gone"] = {"post": {"requestBody": {"$ref": "gone.yaml"}, "responses": {"200": {"$ref": "#/no"}}}}
    built = emit(tree, tmp_path)
    made = [method for resource in built.package.resources for method in resource.methods]
    assert len(made) == built.operations == len(tree["paths"])
    for path in (tmp_path / "shop").rglob("*.py"):
        ast.parse(path.read_text(encoding="utf-8"))


def read_yaml(text: str) -> Any:
    return json.loads(json.dumps(load_bytes(text.encode(), path=Path("/nowhere/api.yaml"), name="api.yaml").tree))


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


def only(contract: Contract) -> Operation:
    (operation,) = contract.operations
    return operation


@given(st.sampled_from("tags responses security servers parameters requestBody summary callbacks".split()), JUNK)
def test_no_operation_is_lost_to_junk(key: str, value: Any) -> None:
    """Whatever stands at a field of an operation, the operation is there."""
    source = document(paths={"/x": {"post": {"responses": {"200": body({})}, key: value}}})
    assert only(read(source)).path.raw == "/x"
