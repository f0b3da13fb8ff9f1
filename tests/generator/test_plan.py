"""Laws of `plan`: each operation is a method, whatever it takes and gives, and nothing is left to decide."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.plan import Package
from handbill_generator.plan.model import Method

from .documents import body, call, document, losses, plan, query, ref

STRING = {"type": "string"}
PET = {"type": "object", "required": ["name"], "properties": {"name": STRING, "age": {"type": "integer"}}}


def method_of(operation: dict[str, Any], **rest: Any) -> Method:
    (method,) = plan(document(paths={"/x": {"post": operation}}, **rest)).resources[0].methods
    return method


def test_every_operation_is_a_method() -> None:
    """As many methods as operations, whatever is missing in them."""
    operations = {
        "get": {},
        "put": {"responses": {}},
        "post": call(),
        "delete": call(gives=STRING),
        "trace": call(takes=True),
    }
    package = plan(document(paths={"/x": operations, "/": {"head": {}}, "/{a}": {"options": {}}}))
    assert sum(len(resource.methods) for resource in package.resources) == 7


@pytest.mark.parametrize(
    ("content", "annotation", "lost"),
    [
        ({"application/json": {"schema": STRING}}, "str", False),
        ({"application/problem+json; charset=utf-8": {"schema": STRING}}, "str", False),
        ({"*/*": {"schema": STRING}}, "str", False),
        ({"application/json": {}}, "Any", False),
        ({"text/plain": {"schema": STRING}}, "str", False),
        ({"text/plain": {}, "application/json": {"schema": PET}}, "RunResponse | str", False),
        ({"application/pdf": {"schema": {"type": "string", "format": "binary"}}}, "bytes", False),
        ({"application/pdf": {}}, "bytes", False),
        ({"application/xml": {"schema": PET}}, "bytes", False),
        ({"application/x-yaml": {"schema": PET}}, "bytes", True),
        ({}, "None", False),
    ],
)
def test_an_answer_is_json_text_or_bytes(content: Any, annotation: str, lost: bool) -> None:
    """What can be typed is typed; the rest is text or bytes, and where a schema is passed over the ledger says so."""
    operation = {"operationId": "run", "responses": {"200": {"description": "d", "content": content}}}
    package = plan(document(paths={"/x": {"get": operation, "post": call(takes={})}}))
    assert package.resources[0].methods[0].annotation == annotation
    assert bool(losses(package)) is lost


@pytest.mark.parametrize(
    ("content", "annotation", "media_type"),
    [
        ({"application/json": {"schema": PET}}, "RunRequest", "application/json"),
        ({"*/*": {"schema": PET}}, "RunRequest", "application/json"),
        ({"text/csv": {"schema": STRING}}, "str", "text/csv"),
        (
            {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
            "bytes | Iterable[bytes]",
            "application/octet-stream",
        ),
        ({"application/x-www-form-urlencoded": {"schema": PET}}, "RunRequest", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_is_json_text_or_bytes(content: Any, annotation: str, media_type: str) -> None:
    """The body of a request, likewise; a required one has no default."""
    operation = {
        "operationId": "run",
        "requestBody": {"content": content, "required": True},
        "responses": {"200": body({})},
    }
    found = method_of(operation).body
    assert found is not None
    assert (found.annotation, found.media_type.raw, found.required) == (annotation, media_type, True)


def test_several_successes_are_a_union() -> None:
    """A method returns what any of its successful answers brings, `None` last."""
    answers = {"204": {"description": "d"}, "200": body(ref("Pet")), "202": body(STRING), "404": body(STRING)}
    method = method_of({"responses": answers}, schemas={"Pet": PET})
    assert [str(result.status) for result in method.results] == ["204", "200", "202"]
    assert method.annotation == "Pet | str | None"
    assert [str(name) for name, _ in method.errors] == ["NotFoundError"]


def test_default_is_the_success_where_there_is_no_other() -> None:
    """Beside a success `default` is the error of all other statuses; alone it is the answer."""
    assert method_of({"responses": {"default": body(STRING)}}).annotation == "str"
    both = method_of({"responses": {"200": body(STRING), "default": body({})}})
    assert (both.annotation, [str(name) for name, _ in both.errors]) == ("str", ["UnlistedStatusError"])


def test_no_documented_success_is_a_loss() -> None:
    """An operation that documents only errors gives bytes, and the ledger says so."""
    package = plan(document(paths={"/x": {"get": {"responses": {"404": body(STRING)}}}}))
    assert package.resources[0].methods[0].annotation == "bytes"
    assert losses(package) == {"#/paths/~1x/get": "successful response"}


def test_a_body_is_spread_into_arguments() -> None:
    """Each field of an object body is an argument; optional ones say so, and required ones come first."""
    method = method_of(call(takes=PET, gives={}, parameters=[query("q"), query("r", required=True)]))
    assert [(str(a.place), str(a.name), a.required) for a in method.arguments] == [
        ("query", "r", True),
        ("body", "name", True),
        ("query", "q", False),
        ("body", "age", False),
    ]
    assert method.has_choice
    assert [str(a.annotation) for a in method.at("body")] == ["str", "int"]


@pytest.mark.parametrize(
    "schema", [STRING, {"type": "array", "items": STRING}, {"type": "object"}, {"oneOf": [STRING, PET]}]
)
def test_a_body_without_fields_is_given_whole(schema: Any) -> None:
    """Only the fields of a class can be arguments."""
    method = method_of(call(takes=schema, gives={}))
    assert method.body is not None
    assert not method.body.spread
    assert method.at("body") == ()


KEYS = {"type": "object", "properties": {"a": STRING}}


@pytest.mark.parametrize(
    ("parameter", "style", "explode", "is_styled"),
    [
        (query("q"), "form", True, False),
        (query("q", {"type": "array", "items": STRING}), "form", True, False),
        (query("q", {"type": "array", "items": STRING}, explode=False), "form", False, True),
        (query("q", {"type": "array", "items": STRING}, style="pipeDelimited"), "pipeDelimited", False, True),
        (query("q", KEYS, style="deepObject", explode=True), "deepObject", True, True),
        (query("q", KEYS), "form", True, True),
        ({"name": "q", "in": "query", "content": {"application/json": {"schema": KEYS}}}, "json", True, True),
    ],
)
def test_styles_are_kept(parameter: Any, style: str, explode: bool, is_styled: bool) -> None:
    """A query parameter that is not written in the usual way carries its style to the runtime."""
    (argument,) = method_of(call(gives={}, parameters=[parameter])).arguments
    assert (argument.style, argument.is_styled) == (style, is_styled)
    assert style == "json" or argument.explode is explode


SCHEMES = {
    "apiKey": {"type": "apiKey", "in": "query", "name": "key"},
    "session": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "login": {"type": "http", "scheme": "basic"},
    "token": {"type": "oauth2", "flows": {}},
    "unused": {"type": "mutualTLS"},
}


def secured() -> Package:
    paths = {
        "/a": {"get": call(gives={}), "put": call(gives={}), "post": call(gives={}, security=[])},
        "/b": {"get": call(gives={}, security=[{"login": [], "session": []}, {"token": []}])},
    }
    return plan(document(paths=paths, security=[{"apiKey": []}], components={"securitySchemes": SCHEMES}))


def test_credentials_are_arguments_of_the_client() -> None:
    """Each scheme that an operation uses has an argument and an environment variable; others are left out."""
    assert [(str(c.argument), str(c.variable), str(c.kind), c.wire_name.raw) for c in secured().credentials] == [
        ("api_key", "SHOP_API_KEY", "query", "key"),
        ("session", "SHOP_SESSION", "cookie", "sid"),
        ("login", "SHOP_LOGIN", "basic", "Authorization"),
        ("token", "SHOP_TOKEN", "bearer", "Authorization"),
    ]


def test_security_is_said_where_it_is_another() -> None:
    """What most operations need stands once; the others say what they need, also where that is nothing."""
    package = secured()
    assert [[key.raw for key in alternative] for alternative in package.security] == [["apiKey"]]
    said = {f"{m.http_method.raw} {m.path.raw}": m.security for r in package.resources for m in r.methods}
    assert said["GET /a"] is None
    assert said["POST /a"] == ()
    assert [[key.raw for key in alternative] for alternative in said["GET /b"] or ()] == [
        ["login", "session"],
        ["token"],
    ]


def test_a_certificate_belongs_to_the_connection() -> None:
    """Mutual TLS is a matter of the transport: no argument is made of it, and the ledger says where it was."""
    package = plan(
        document(
            paths={"/x": {"get": call(gives={}, security=[{"unused": [], "token": []}])}},
            components={"securitySchemes": SCHEMES},
        )
    )
    assert [[key.raw for key in alternative] for alternative in package.security] == [["token"]]
    assert losses(package)["#/components/securitySchemes/unused"] == 'security scheme "unused"'


LIST = {
    "type": "object",
    "properties": {
        "data": {"type": "array", "items": ref("Pet")},
        "page": {"type": "object", "properties": {"nextCursor": STRING}},
    },
}


def listing(block: Any, gives: Any = LIST) -> Package:
    operation = call(
        gives=gives, parameters=[query("cursor")], operationId="listPets", **{"x-handbill-pagination": block}
    )
    return plan(document(paths={"/pets": {"get": operation}}, schemas={"Pet": PET}))


def test_pages_are_followed_by_attributes() -> None:
    """The pointers of a listing become attributes of its models, and the item has its type."""
    pages = (
        listing({"items": "/data", "cursor": {"parameter": "cursor", "next": "/page/nextCursor"}})
        .resources[0]
        .methods[0]
        .pages
    )
    assert pages is not None
    assert (pages.items, pages.next, pages.item, pages.argument) == (
        ("data",),
        ("page", "next_cursor"),
        "Pet",
        "cursor",
    )


@pytest.mark.parametrize(
    "block",
    [
        {"items": "/nope", "cursor": {"parameter": "cursor", "next": "/page/nextCursor"}},
        {"items": "/data", "cursor": {"parameter": "cursor", "next": "/page/nope"}},
        {"items": "/data", "cursor": {"parameter": "nope", "next": "/page/nextCursor"}},
        {"items": "/page", "cursor": {"parameter": "cursor", "next": "/page/nextCursor"}},
    ],
)
def test_pages_that_lead_nowhere_are_a_loss(block: Any) -> None:
    """Where a pointer or the parameter does not exist, the method gives single pages, and the ledger says so."""
    package = listing(block)
    assert package.resources[0].methods[0].pages is None
    assert list(losses(package).values()) == ["pagination"]


def test_errors_are_one_class_a_status() -> None:
    """The bodies that operations document for one status are joined in one class."""
    paths = {"/a": {"get": {"responses": {"200": body({}), "404": body(ref("A"))}}}}
    paths["/b"] = {"get": {"responses": {"200": body({}), "404": body(ref("B")), "500": {"description": "d"}}}}
    errors = plan(document(paths=paths, schemas={"A": PET, "B": PET})).errors
    assert [(str(e.name), e.annotation and str(e.annotation)) for e in errors] == [
        ("NotFoundError", "models.A | models.B"),
        ("InternalServerError", None),
    ]


def test_the_client_is_called_after_the_title() -> None:
    """The title names the client, or what stands in its place."""
    assert (
        plan(document(paths={"/x": {"get": call(gives={})}}, info={"title": "pet shop API", "version": "1"})).client
        == "PetShopAPI"
    )
    assert plan(document(paths={"/x": {"get": call(gives={})}}, info={"version": "1"})).client == "Shop"
