"""Laws of `contract`: all parts are read, in the meaning of 3.1; what is of a wrong type is refused with its place."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.bundle import bundle
from handbill_generator.contract import Contract, Operation, read_contract
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import load, tokens_of, value_at
from hypothesis import given
from hypothesis import strategies as st
from openapi_python_client.schema import OpenAPI, PathItem
from openapi_spec_validator import OpenAPIV31SpecValidator
from ruamel.yaml import YAML

from .documents import body, call, document, query, read

SPECS = Path(__file__).parents[2] / "specs"
CURATED = ("autosend", "batch", "loops", "sendkit")

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def only(operation: dict[str, Any], path: str = "/x", **rest: Any) -> Operation:
    (found,) = read(document(paths={path: {"get": operation}}, **rest)).operations
    return found


def test_the_head_is_read() -> None:
    """Title, version, description, name, tags and the places of error messages are in the contract."""
    contract = read(
        document(
            info={"title": "Shop", "version": 1.5, "description": "D.", "x-handbill-name": "Store"},
            tags=[{"name": "Pets", "description": "P.", "x-handbill-name": "animals"}],
        )
        | {"x-handbill-error-message": ["/error/message", "/a~1b"]}
    )
    assert (contract.title.raw, contract.version.raw, contract.description.raw) == ("Shop", "1.5", "D.")
    assert contract.python_name.raw == "Store"
    assert [(tag.name.raw, tag.python_name.raw, tag.description.raw) for tag in contract.tags] == [
        ("Pets", "animals", "P.")
    ]
    assert contract.error_message == (("error", "message"), ("a/b",))
    assert len(contract.sha256) == 64


def test_server_variables_are_filled_in() -> None:
    """A server's address has the default of each variable; one without stays as it is, and no slash ends it."""
    variables = {"host": {"default": "eu"}, "version": {"default": 2}}
    contract = read(document(servers=[{"url": "https://{host}.test/v{version}/{left}/", "variables": variables}]))
    assert [server.url.raw for server in contract.servers] == ["https://eu.test/v2/{left}"]


@pytest.mark.parametrize("method", ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"])
def test_every_method_is_an_operation(method: str) -> None:
    """Each HTTP method of OpenAPI 3.0 to 3.2 is read, and none is lost."""
    (operation,) = read(document(paths={"/x": {method: call()}})).operations
    assert (operation.method, operation.path.raw) == (method.upper(), "/x")


def test_parameters_of_path_and_operation_are_merged() -> None:
    """The operation's parameter replaces the path's of the same name and place (OpenAPI 3.1.0, 4.8.10.1)."""
    shared = [query("a", description="path"), query("b"), {"name": "a", "in": "header", "schema": {}}]
    paths = {"/x": {"parameters": shared, "get": call(parameters=[query("a", description="operation"), query("c")])}}
    (operation,) = read(document(paths=paths)).operations
    assert [(p.location, p.name.raw, p.description.raw) for p in operation.parameters] == [
        ("query", "a", "operation"),
        ("query", "b", ""),
        ("header", "a", ""),
        ("query", "c", ""),
    ]


def test_path_parameters_are_those_of_the_path() -> None:
    """One that the path names and nobody declares is a string; one that it does not name is left out."""
    declared = {"name": "other", "in": "path", "required": True, "schema": {}}
    operation = only(call(parameters=[declared]), path="/x/{id}")
    assert [(p.name.raw, p.required, p.schema and p.schema.keywords) for p in operation.parameters] == [
        ("id", True, {"type": "string"})
    ]


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_are_described_elsewhere_are_ignored(name: str) -> None:
    """OpenAPI 3.1.0, 4.8.12.1: header parameters of these names are ignored."""
    assert only(call(parameters=[{"name": name, "in": "header", "schema": {}}])).parameters == ()


@pytest.mark.parametrize(
    ("place", "style", "explode"),
    [("path", "simple", False), ("query", "form", True), ("header", "simple", False), ("cookie", "form", True)],
)
def test_style_and_explode_are_never_left_open(place: str, style: str, explode: bool) -> None:
    """What a parameter does not say has the default of its place (OpenAPI 3.1.0, 4.8.12.2)."""
    (parameter,) = only(call(parameters=[{"name": "id", "in": place, "schema": {}}]), path="/{id}").parameters[:1]
    assert (parameter.style, parameter.explode) == (style, explode)


def test_a_parameter_can_have_content() -> None:
    """A parameter is described by a schema or by a media type."""
    content = {"application/json": {"schema": {"type": "object"}, "example": {"a": 1}}}
    (parameter,) = only(call(parameters=[{"name": "q", "in": "query", "content": content}])).parameters
    assert parameter.schema is None
    assert [(m.name.raw, dict(m.examples)) for m in parameter.content] == [("application/json", {"example": {"a": 1}})]


def test_statuses_can_be_ranges_and_numbers() -> None:
    """A status is a number, a range in either case, or default; extensions beside them are not."""
    answers: Any = {"200": body({}), "4xx": body({}), "5XX": body({}), "default": body({}), "x-note": 1}
    assert [r.status for r in only({"responses": answers}).responses] == ["200", "4XX", "5XX", "default"]
    assert [
        r.status
        for r in read(f"{HEAD}paths: {{/x: {{get: {{responses: {{200: {{description: d}}}}}}}}}}\n")
        .operations[0]
        .responses
    ] == ["200"]


def test_headers_of_an_answer_are_read() -> None:
    """A documented response header keeps its name, its words and its schema."""
    answer = {"description": "d", "headers": {"X-Rate": {"description": "Left.", "schema": {"type": "integer"}}}}
    (header,) = only({"responses": {"200": answer}}).responses[0].headers
    assert (header.name.raw, header.description.raw, header.schema and header.schema.keywords) == (
        "X-Rate",
        "Left.",
        {"type": "integer"},
    )


SCHEMES = {
    "key": {"type": "apiKey", "in": "query", "name": "k"},
    "basic": {"type": "http", "scheme": "Basic"},
    "token": {"type": "http", "scheme": "bearer"},
}


@pytest.mark.parametrize(
    ("everywhere", "own", "found"),
    [
        (None, None, ()),
        ([{"key": []}], None, (("key",),)),
        ([{"key": []}], [], ()),
        ([{"key": []}], [{"token": []}, {"key": [], "basic": []}], (("token",), ("key", "basic"))),
        (None, [{}, {"key": []}], ((), ("key",))),
    ],
)
def test_security_is_or_of_and(everywhere: Any, own: Any, found: Any) -> None:
    """Alternatives hold one or several schemes; an operation's replace the document's, an empty list says none."""
    operation = call() | ({} if own is None else {"security": own})
    rest = {} if everywhere is None else {"security": everywhere}
    assert only(operation, components={"securitySchemes": SCHEMES}, **rest).security == found


def test_security_schemes_are_read() -> None:
    """Type, place, name and HTTP scheme of each scheme are in the contract."""
    schemes = read(document(components={"securitySchemes": SCHEMES})).security_schemes
    assert {key: (s.type, s.scheme, s.location, s.name.raw) for key, s in schemes.items()} == {
        "key": ("apiKey", "", "query", "k"),
        "basic": ("http", "basic", "", ""),
        "token": ("http", "bearer", "", ""),
    }


@pytest.mark.parametrize(
    ("block", "found"),
    [
        (
            {"items": "/data", "cursor": {"parameter": "c", "next": "/page/next"}},
            ("cursor", ("data",), "c", ("page", "next"), ()),
        ),
        (
            {"items": "/a~1b", "page": {"parameter": "p", "total": "/n", "more": "/m"}},
            ("page", ("a/b",), "p", ("n",), ("m",)),
        ),
    ],
)
def test_pagination_is_read(block: Any, found: Any) -> None:
    """x-handbill-pagination says where the items are, what to send and where it stands."""
    pages = only(call(**{"x-handbill-pagination": block})).pagination
    assert pages is not None
    assert (pages.style, pages.items, pages.parameter, pages.next, pages.more) == found


def test_references_are_followed() -> None:
    """Parameters, bodies, answers and headers can be references, and words beside a reference replace its own."""
    components = {
        "parameters": {"P": query("p", description="inner")},
        "requestBodies": {"B": body({"type": "string"})},
        "responses": {"R": {"description": "inner", "headers": {"H": {"$ref": "#/components/headers/H"}}}},
        "headers": {"H": {"description": "h"}},
    }
    operation = {
        "parameters": [{"$ref": "#/components/parameters/P"}],
        "requestBody": {"$ref": "#/components/requestBodies/B"},
        "responses": {"200": {"$ref": "#/components/responses/R", "description": "outer"}},
    }
    found = only(operation, components=components)
    assert found.parameters[0].pointer == "#/components/parameters/P"
    assert found.request_body is not None
    assert found.request_body.content[0].name.raw == "application/json"
    assert found.responses[0].description.raw == "outer"
    assert found.responses[0].headers[0].description.raw == "h"


def test_words_of_the_path_hold_for_its_operations() -> None:
    """An operation that says nothing of itself is described by its path item."""
    paths = {"/x": {"summary": "S", "description": "D", "get": call(), "put": call(summary="own")}}
    said = {op.method: (op.summary.raw, op.description.raw) for op in read(document(paths=paths)).operations}
    assert said == {"GET": ("S", "D"), "PUT": ("own", "D")}


def test_3_0_is_lifted() -> None:
    """Schemas of a 3.0 document mean in the contract what they meant there."""
    contract = read(
        document(
            schemas={"A": {"type": "integer", "nullable": True, "minimum": 1, "exclusiveMinimum": True}},
            openapi="3.0.3",
        )
    )
    assert contract.schemas["A"].keywords == {"type": ["integer", "null"], "exclusiveMinimum": 1}


REFUSED = {
    "not OpenAPI": ("info: {title: T}\n", "api.yaml:1:1: this is not an OpenAPI document"),
    "Swagger 2": ("info: {}\nswagger: '2.0'\n", "api.yaml:2:1: this is a Swagger 2.0 document"),
    "an unknown version": ("openapi: 4.0.0\n", 'api.yaml:1:1: OpenAPI version "4.0.0" is not supported'),
    "paths is a string": (f"{HEAD}paths: none\n", 'api.yaml:3:1: the string "none" stands where a mapping must be'),
    "paths is a list": (f"{HEAD}paths: [a]\n", "api.yaml:3:1: a list stands where a mapping must be"),
    "text where a number must be": (
        f"{HEAD}components: {{schemas: {{A: {{items: {{\n  maxLength: '10'}}}}}}}}\n",
        'api.yaml:4:3: the string "10" stands where a number must be',
    ),
    "text where a limit must be": (
        f"{HEAD}paths: {{/x: {{get: {{parameters: [{{name: a, in: query, schema: {{\n  minimum: a}}}}]}}}}}}\n",
        'api.yaml:4:3: the string "a" stands where a number must be',
    ),
    "a line break in the name of a key": (
        f'{HEAD}components: {{securitySchemes: {{a: {{type: apiKey, in: header,\n  name: "a\\nb"}}}}}}\n',
        "api.yaml:4:3: the name of a key must be one line",
    ),
    "a line break in the name of a header of an answer": (
        f"{HEAD}components: {{responses: {{}}}}\npaths: {{/x: {{get: {{responses: {{200: {{headers: {{\n"
        '  "a\\nb": {}}}}}}}\n'.replace("}}}}}}", "}" * 6),
        "api.yaml:5:3: the name of a header must be one line",
    ),
    "a NUL in a URL": (f'{HEAD}servers:\n  - url: "https://a\\0"\n', "api.yaml:4:5: a URL must be one line"),
    "a line break in a header's name": (
        f'{HEAD}paths: {{/x: {{get: {{parameters: [\n  {{in: header, name: "a\\r\\nb"}}]}}}}}}\n',
        "api.yaml:4:3: the parameter has no usable name",
    ),
    "a line break in a media type": (
        f'{HEAD}paths: {{/x: {{get: {{requestBody: {{content: {{\n  "a\\nb": {{}} }}}}}}}}}}\n',
        "api.yaml:4:3: a media type must be one line",
    ),
    "pagination of two styles": (
        f"{HEAD}paths: {{/x: {{get: {{\n  x-handbill-pagination: {{cursor: {{a: 1}}, page: {{a: 1}}}}}}}}}}\n",
        "api.yaml:4:3: x-handbill-pagination needs cursor or page",
    ),
    "pagination without items": (
        f"{HEAD}paths: {{/x: {{get: {{\n  x-handbill-pagination: {{cursor: {{parameter: c, next: /n}}}}}}}}}}\n",
        "api.yaml:4:3: x-handbill-pagination lacks items",
    ),
    "a pointer without a slash": (
        f"{HEAD}x-handbill-error-message:\n  - message\n",
        'api.yaml:4:5: the string "message" is not a JSON pointer',
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_its_place(name: str) -> None:
    """The error is one line: file, line and column, what stands there, and what to do instead."""
    text, message = REFUSED[name]
    with pytest.raises(SpecError) as caught:
        read(text)
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)
    assert caught.value.hint


KEYS = st.sampled_from(
    "get post parameters responses requestBody content schema name in tags security $ref 200 a /x items".split()
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "query", "object", "#/info", "#/paths/~1x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=15,
)
TOPS = st.sampled_from("info servers tags security paths components x-handbill-error-message".split())


@given(st.dictionaries(TOPS, VALUES, max_size=4))
def test_reading_is_total(parts: dict[str, Any]) -> None:
    """Whatever stands in a document, it is read or refused with SpecError."""
    with suppress(SpecError):
        assert read({"openapi": "3.1.0", **parts}).source == "api.json"


# The second reader: openapi-python-client's own classes for a document, after a YAML reader that is not ours either.

DOCUMENTS = sorted([*SPECS.glob("*/openapi.yaml"), *SPECS.glob("*/history/*.yaml")])
AS_JSON: Any = {"mode": "json", "by_alias": True, "exclude_none": True}


def test_every_curated_contract_is_read_twice() -> None:
    """The laws below hold for the contract of each provider, and for earlier versions where there are some."""
    assert {path.parent.name for path in DOCUMENTS if path.name == "openapi.yaml"} == set(CURATED)


@pytest.fixture(scope="module", params=DOCUMENTS, ids=lambda path: path.relative_to(SPECS).as_posix())
def curated(request: pytest.FixtureRequest) -> tuple[Contract, dict[str, Any]]:
    """Give a curated contract as we read it, and what openapi-python-client read and wrote again."""
    plain = YAML(typ="safe", pure=True).load(request.param)
    tree = OpenAPI.model_validate(plain).model_dump(**AS_JSON)
    # What it would call a webhook it does not know, but a webhook is made of what it knows.
    items = {name: PathItem.model_validate(item) for name, item in plain.get("webhooks", {}).items()}
    tree["webhooks"] = {name: item.model_dump(**AS_JSON) for name, item in items.items()}
    return read_contract(bundle(load(request.param))), tree


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(SPECS).as_posix())
def test_curated_contracts_are_valid(path: Path) -> None:
    """openapi-spec-validator accepts each, by the version that it says it has."""
    errors = list(validator(path).iter_errors())
    found = [f"/{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]
    assert found == []


def validator(path: Path) -> OpenAPIV31SpecValidator:
    plain = YAML(typ="safe", pure=True).load(path)
    assert str(plain["openapi"]).startswith("3.1")
    return OpenAPIV31SpecValidator(plain)


Key = tuple[str, str]


def followed(part: dict[str, Any], tree: Any) -> Any:
    return value_at(tree, tokens_of(part["$ref"])) if "$ref" in part else part


def our_operations(contract: Contract) -> dict[Key, Operation]:
    """What we read: by method and path, or for a webhook its name, which has no slash before it."""
    found = {(operation.method, operation.path.raw): operation for operation in contract.operations}
    return found | {(one.operation.method, one.name.raw): one.operation for one in contract.webhooks}


def their_operations(tree: dict[str, Any]) -> Iterator[tuple[Key, dict[str, Any], dict[str, Any]]]:
    """The same as the second reader wrote it, with the path item that holds it."""
    for path, item in [*tree["paths"].items(), *tree["webhooks"].items()]:
        for method in ("get", "put", "post", "delete", "options", "head", "patch", "trace"):
            if operation := item.get(method):
                yield (method.upper(), path), item, operation


def test_both_readers_see_the_same_operations(curated: Any) -> None:
    """No operation is lost or made up, and each has the id, the tag and the words that the document gives it."""
    contract, tree = curated
    ours = {key: (o.id.raw, o.tag.raw, o.summary.raw, o.deprecated) for key, o in our_operations(contract).items()}
    theirs = {
        key: (o.get("operationId", ""), o.get("tags", [""])[0], o.get("summary", ""), o["deprecated"])
        for key, _, o in their_operations(tree)
    }
    assert ours == theirs
    assert len(contract.operations) + len(contract.webhooks) == len(theirs)
    assert contract.operations


def test_both_readers_see_the_same_parameters(curated: Any) -> None:
    """Each operation takes what both readers say, from the path item or its own."""
    contract, tree = curated
    ours = {
        key: sorted((p.location, p.name.raw, p.required) for p in o.parameters)
        for key, o in our_operations(contract).items()
    }
    theirs = {}
    for key, item, operation in their_operations(tree):
        found = [followed(part, tree) for part in [*item.get("parameters", []), *operation.get("parameters", [])]]
        theirs[key] = sorted({(p["in"], p["name"]): (p["in"], p["name"], p["required"]) for p in found}.values())
    assert ours == theirs


def test_both_readers_see_the_same_bodies_and_statuses(curated: Any) -> None:
    """Each operation sends and answers with what both readers say, status by status and media type by media type."""
    contract, tree = curated
    ours = {
        key: (
            {m.name.raw for m in o.request_body.content} if o.request_body else None,
            {r.status: {m.name.raw for m in r.content} for r in o.responses},
        )
        for key, o in our_operations(contract).items()
    }
    theirs = {}
    for key, _, operation in their_operations(tree):
        sent = set(followed(operation["requestBody"], tree)["content"]) if "requestBody" in operation else None
        answers = {code: set(followed(part, tree).get("content", ())) for code, part in operation["responses"].items()}
        theirs[key] = (sent, answers)
    assert ours == theirs


def test_both_readers_see_the_same_schemas(curated: Any) -> None:
    """Each component schema is there for both."""
    contract, tree = curated
    assert set(contract.schemas) == set(tree["components"]["schemas"])
