"""Laws of playing any document: from its examples and schemas, without state."""

from __future__ import annotations

import doctest
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from handbill_generator.contract import Schema
from handbill_generator.diagnostics import SpecError
from handbill_generator.sandbox import Sandbox, patterns, serve
from handbill_generator.sandbox.synthesis import synthesise

from .calling import Caller

OK = {"description": "Well."}
Play = Callable[..., Caller]


@pytest.fixture
def play(tmp_path: Path) -> Iterator[Play]:
    """Give a function that serves a document of one operation, `GET /pets/{id}`, with the given members."""
    with ExitStack() as stack:

        def play_one(operation: dict[str, Any], components: dict[str, Any] | None = None) -> Caller:
            tree = {
                "openapi": "3.0.3",
                "info": {"title": "Pets", "version": "1"},
                "paths": {"/pets/{id}": {"get": {"operationId": "getPet", **operation}}},
                "components": components or {},
            }
            (tmp_path / "pets.json").write_text(json.dumps(tree))
            sandbox = stack.enter_context(Sandbox(spec=tmp_path / "pets.json"))
            return Caller(stack.enter_context(serve(sandbox)), "api")

        yield play_one


def gives(media: dict[str, Any], status: str = "200", media_type: str = "application/json") -> dict[str, Any]:
    """Give the responses of an operation."""
    return {"responses": {status: {**OK, "content": {media_type: media}}}}


def test_an_example_is_the_answer(play: Play) -> None:
    """The first example of the lowest success is answered, with any id in the path."""
    pets = play(gives({"examples": {"one": {"value": {"name": "Rex"}}, "two": {"value": {}}}}))
    for id in ("1", "x%20y"):
        reply = pets.get(f"/pets/{id}")
        assert (reply.status, reply.json) == (200, {"name": "Rex"})
    assert reply.headers["x-handbill-sandbox"] == "example"


def test_a_schema_is_answered_by_a_value_of_it(play: Play) -> None:
    """Where there is no example, the answer is made up, and is what the schema says."""
    schema = {
        "type": "object",
        "required": ["a", "b", "c", "d", "e", "f"],
        "properties": {
            "a": {"type": "integer", "minimum": 5, "exclusiveMinimum": True, "multipleOf": 4},
            "b": {"type": "string", "minLength": 12, "maxLength": 20},
            "c": {"type": "array", "minItems": 2, "items": {"type": "string", "format": "uuid"}},
            "d": {"allOf": [{"$ref": "#/components/schemas/Node"}, {"type": "object", "required": ["more"]}]},
            "e": {"oneOf": [{"type": "string", "nullable": True}, {"type": "boolean"}]},
            "f": {"type": "number", "maximum": 0},
            "g": {"type": "string", "writeOnly": True},
        },
    }
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}}}
    pets = play(gives({"schema": schema}), {"schemas": {"Node": node}})
    body = pets.get("/pets/1").json
    assert body["a"] == 8
    assert "g" not in body
    assert pets.sandbox.violations == []


def test_a_value_is_made_up_within_bounds() -> None:
    """A schema that branches into itself does not make an endless value, nor an endless wait."""
    tree = {"type": "object", "properties": {name: {"$ref": "#"} for name in "abcdefgh"}, "required": list("ab")}
    made = synthesise(tree, lambda pointer: Schema(keywords=tree, pointer=pointer))
    assert len(json.dumps(made)) < 2_000_000


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"allOf": [{"type": "string"}, {"enum": ["a", "b"]}], "enum": ["b", "c"]}, "b"),
        ({"type": "string", "enum": ["a", "b"], "default": "c"}, "a"),
        ({"type": "string", "enum": ["a", "b"], "example": "b"}, "b"),
        ({"allOf": [{"const": "a"}, {"type": "string", "default": "b"}]}, "a"),
        ({"type": "null"}, None),
        ({"type": "string", "oneOf": [{"type": "null"}, {"type": "integer"}, {"type": "string", "enum": ["a"]}]}, "a"),
        ({"allOf": [{"type": ["string", "null"]}, {"type": ["null", "integer"]}]}, None),
        ({"allOf": [{"minimum": 5}, {"minimum": 3, "type": "integer"}]}, 5),
        ({"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}, "0"),
        ({"type": "string", "pattern": "^[^a0]\\d{2}(?:x|y)+\\.$", "maxLength": 9}, "A00x."),
        ({"type": "string", "pattern": "^[a-f]+$", "minLength": 6}, "aaaaaa"),
        ({"type": "string", "pattern": "^ses"}, "ses"),
        ({"type": "string", "pattern": "[a-z]"}, "text"),
        ({"type": "string", "pattern": "^(?=.*x)y$"}, "text"),
        ({"type": "string", "pattern": "^a\\b!$", "maxLength": 1}, "t"),
    ],
    ids=str,
)
def test_what_is_said_in_several_places_is_heeded_together(schema: dict[str, Any], value: Any) -> None:
    """Values that are written down, types and limits hold through `allOf`; so does a simple pattern."""
    assert synthesise(schema, lambda pointer: Schema(keywords={}, pointer=pointer)) == value


def test_a_member_that_is_said_twice_is_both() -> None:
    """Of a property that two parts of an `allOf` describe, neither description is lost."""
    parts = [{"properties": {"type": {"enum": ["DOCUMENT"]}}}, {"properties": {"type": {"type": "string"}}}]
    made = synthesise({"type": "object", "allOf": parts}, lambda pointer: Schema(keywords={}, pointer=pointer))
    assert made == {"type": "DOCUMENT"}


def test_a_pattern_takes_no_long_time() -> None:
    """Patterns that nest, or repeat, without end are left alone, and the example in the documentation is true."""
    for pattern in ("(" * 90 + "a" + ")" * 90, "(((a{9}){9}){9}){9}", "(((a{999}){999}){999}){999}", "[" * 300, "(a|b"):
        assert patterns.text_of(pattern, least=0, most=10) is None
    assert doctest.testmod(patterns).failed == 0


def test_what_is_made_up_badly_is_said_once_and_counted(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    """An answer that the document itself does not allow is one warning for each operation; all of them are counted."""
    pets = play(gives({"schema": {"type": "string"}, "example": 7}))
    for _ in range(3):
        assert pets.get("/pets/1").json == 7
    [said] = caplog.records
    assert said.levelname == "WARNING"
    assert said.message.startswith("made up, and not what the document says: api getPet: the body of the answer 200: ")
    [violation] = pets.sandbox.violations
    assert violation.startswith("api getPet: the body of the answer 200: the number 7")
    assert violation.endswith(" (3 times)")


def test_an_operation_without_a_name_is_called_by_its_method_and_path(play: Play) -> None:
    """Where a document gives no operationId, violations and records have the method and the path."""
    pets = play(gives({"schema": {"type": "string"}, "example": 7}) | {"operationId": ""})
    pets.get("/pets/1")
    assert pets.sandbox.requests[0].operation == "GET /pets/{id}"
    assert pets.sandbox.violations[0].startswith("api GET /pets/{id}: ")


def test_without_a_simple_call_none_is_shown(play: Play) -> None:
    """Where each call needs more than a path, the page is told of no example."""
    id = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    pets = play(gives({"example": {}}) | {"parameters": [id]})
    [told] = pets.send("GET", "/_sandbox/providers").json["providers"]
    assert told["sample"] is None


def test_text_is_answered_as_text(play: Play) -> None:
    """A response that is not JSON comes in its media type."""
    reply = play(gives({"example": "a,b\n1,2"}, media_type="text/csv")).get("/pets/1")
    assert (reply.headers["content-type"], reply.content) == ("text/csv", b"a,b\n1,2")


@pytest.mark.parametrize(
    ("responses", "status"),
    [
        ({"204": OK, "404": OK}, 204),
        ({"default": OK}, 200),
        ({"2XX": OK, "default": OK}, 200),
        ({"307": OK, "401": OK, "default": OK}, 307),
        ({"404": OK}, 404),
        ({}, 204),
    ],
)
def test_the_lowest_success_is_chosen(play: Play, responses: dict[str, Any], status: int) -> None:
    """A success before a redirect, a redirect before the default, an error only where there is nothing else."""
    assert play({"responses": responses}).get("/pets/1").status == status


def test_a_listing_ends(play: Play) -> None:
    """An example that says there is more would be followed for ever, so the answer is always the last page."""
    page = {"data": [], "next": "c2", "more": True}
    cursor = {"parameter": "cursor", "next": "/next"}
    listing = {"items": "/data", "cursor": cursor}
    nullable = {"type": "object", "properties": {"next": {"type": "string", "nullable": True}}}
    plain = {"type": "object", "properties": {"next": {"type": "string"}}}
    told = [
        play(gives({"example": page, "schema": schema}) | {"x-handbill-pagination": pagination}).get("/pets/1").json
        for schema, pagination in (
            (nullable, listing),
            (plain, listing),
            (plain, {"items": "/data", "cursor": cursor | {"more": "/more"}}),
            (plain, {"items": "/data", "page": {"parameter": "page", "total": "/more"}}),
        )
    ]
    assert told == [
        {"data": [], "next": None, "more": True},
        {"data": [], "more": True},
        {"data": [], "next": "c2", "more": False},
        {"data": [], "next": "c2", "more": 1},
    ]


SCHEMES = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
    "query": {"type": "apiKey", "in": "query", "name": "key"},
    "cookie": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "oauth": {"type": "oauth2", "flows": {}},
    "tls": {"type": "mutualTLS"},
}


@pytest.mark.parametrize(
    ("scheme", "path", "headers", "status"),
    [
        ("bearer", "", {"Authorization": "Bearer anything"}, 200),
        ("bearer", "", {}, 401),
        ("basic", "", {"Authorization": "Basic dTpw"}, 200),
        ("basic", "", {"Authorization": "Basic ?"}, 401),
        ("query", "?key=anything", {}, 200),
        ("query", "?key=", {}, 401),
        ("query", "", {}, 401),
        ("cookie", "", {"Cookie": "sid=1"}, 200),
        ("cookie", "", {"Cookie": "other=1"}, 401),
        ("oauth", "", {"Authorization": "Bearer anything"}, 200),
        ("tls", "", {}, 200),
    ],
)
def test_any_credential_will_do_but_none(
    play: Play, scheme: str, path: str, headers: dict[str, str], status: int
) -> None:
    """A credential must be presented where the contract says, and must not be empty."""
    pets = play(gives({"example": {}}) | {"security": [{scheme: []}]}, {"securitySchemes": SCHEMES})
    assert pets.get(f"/pets/1{path}", headers=headers).status == status


def test_an_error_is_what_the_document_says(play: Play) -> None:
    """A refusal has the documented status and body, and its reason stands in a header; else it is in plain words."""
    parameter = {"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}
    error = {**OK, "content": {"application/json": {"example": {"oops": 1}}}}
    responses = gives({"example": {}})["responses"]
    documented = play({"responses": {**responses, "422": error}, "parameters": [parameter]}).get("/pets/1?n=%C3%A9")
    assert (documented.status, documented.json) == (422, {"oops": 1})
    assert documented.headers["x-handbill-problem"].startswith("n: the string")
    plain = play({"responses": responses, "parameters": [parameter]})
    assert plain.get("/pets/1").json == {"title": "invalid", "detail": "n: the query parameter is missing"}
    assert plain.get("/nothing").json["title"] == "no_route"
    assert plain.sandbox.violations == []


def test_faults_strike_a_document_too(play: Play) -> None:
    """What breaks a provider breaks a document, under the name of its prefix."""
    pets = play(gives({"example": {}}))
    pets.sandbox.inject("api", "429")
    reply = pets.get("/pets/1")
    assert (reply.status, reply.headers["retry-after"]) == (429, "1")


def test_a_body_that_is_no_json_is_taken_as_it_comes(tmp_path: Path) -> None:
    """Of other media types only the type is checked."""
    body = {"requestBody": {"required": True, "content": {"multipart/form-data": {"schema": {"type": "object"}}}}}
    tree = {
        "openapi": "3.1.0",
        "info": {"title": "x", "version": "1"},
        "paths": {"/files": {"post": {**body, "operationId": "up", "responses": {"204": OK}}}},
    }
    (tmp_path / "x.json").write_text(json.dumps(tree))
    with Sandbox(spec=tmp_path / "x.json") as sandbox, serve(sandbox) as running:
        caller = Caller(running, "api")
        assert caller.post("/files", b"--x", headers={"Content-Type": "multipart/form-data; boundary=x"}).status == 204
        assert caller.post("/files", b"--x", headers={"Content-Type": "text/plain"}).status == 400


def test_a_document_that_cannot_be_used_is_an_error_at_once(tmp_path: Path) -> None:
    """A document that is not there, or is none, is told before anything is served."""
    (tmp_path / "x.yaml").write_text("a: b")
    for name in ("x.yaml", "none.yaml"):
        with pytest.raises(SpecError):
            Sandbox(spec=tmp_path / name)
