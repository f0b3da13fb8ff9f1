"""Laws of what OpenAPI 3.2 adds to requests: a query that is described as a whole, methods of any name, and streams."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qsl, unquote

import pytest

from ..clients.server import Server
from ..generator.bodies import Dechunking
from ..generator.documents import JSON, call, document, losses, plan, ref
from .making import MODES, Emitted, Mode, made

STRING: JSON = {"type": "string"}
FORM = "application/x-www-form-urlencoded"
FILTER: JSON = {
    "type": "object",
    "required": ["kind"],
    "properties": {
        "kind": {"enum": ["a", "b"], "description": "Which kind."},
        "ids": {"type": "array", "items": {"type": "integer"}},
        "tags": {"type": "array", "items": STRING},
        "range": {"type": "object", "properties": {"from": STRING}},
        "page[size]": {"type": "integer"},
    },
}
ENCODING: JSON = {"tags": {"style": "pipeDelimited", "explode": False}}


def whole(media_type: str, schema: Any, **rest: Any) -> JSON:
    """Give the parameter that is the whole query."""
    return {"in": "querystring", "content": {media_type: {"schema": schema}}, **rest}


def sends(media_type: str, **rest: Any) -> JSON:
    """Give the body that is a sequence of filters."""
    return {"requestBody": {"required": True, "content": {media_type: {"itemSchema": ref("Filter"), **rest}}}}


def operation(name: str, *parameters: JSON, **rest: Any) -> JSON:
    return call(gives={}, operationId=name, tags=["things"], parameters=parameters, **rest)


FORM_QUERY = {
    "name": "filter",
    "in": "querystring",
    "required": True,
    "content": {FORM: {"schema": ref("Filter"), "encoding": ENCODING}},
}
DOCUMENT = document(
    schemas={"Filter": FILTER},
    paths={
        "/form": {"get": operation("form", FORM_QUERY)},
        "/map": {"get": operation("map", whole(FORM, {"type": "object", "additionalProperties": STRING}, name="q"))},
        "/json": {"get": operation("json", whole("application/json", ref("Filter"), name="selector"))},
        "/text": {"get": operation("text", whole("application/jsonpath", STRING, required=True))},
        "/act?do=it": {"get": operation("act", {"name": "what", "in": "query", "schema": STRING})},
        "/search": {"query": operation("search", requestBody=call(takes=ref("Filter"))["requestBody"])},
        "/lines": {"put": operation("lines", **sends("application/x-ndjson"))},
        "/records": {"put": operation("records", **sends("application/json-seq"))},
        "/mixed": {"put": operation("mixed", **sends("multipart/mixed"))},
        "/feed": {
            "get": {
                "operationId": "feed",
                "tags": ["things"],
                "responses": {
                    "200": {"description": "d", "content": {"application/json-seq": {"itemSchema": ref("Filter")}}}
                },
            }
        },
        "/things/{id}": {
            "additionalOperations": {
                "COPY": operation("copy"),
                "M-SEARCH": operation("hunt"),
            },
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": STRING}],
        },
    },
)
DOCUMENT["openapi"] = "3.2.0"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Emitted:
    return made(DOCUMENT, tmp_path_factory.mktemp("later"), "later_shop", "Shop")


@pytest.mark.parametrize("mode", MODES)
def test_a_form_that_is_the_query_is_given_field_by_field(shop: Emitted, mode: Mode, server: Server) -> None:
    """Each property is an argument: arrays repeat their name, objects are JSON, an encoding has its style."""
    server.answer(200, {})
    filters = shop.module("models").FilterRange(from_="x & y")
    arguments: dict[str, Any] = {"ids": [1, 2], "tags": ["p", "q"], "range": filters, "page_size": 3}
    shop.call(mode, server.url, lambda client: client.things.form(kind="a", **arguments))
    expected = [("kind", "a"), ("ids", "1"), ("ids", "2"), ("tags", "p|q"), ("range", '{"from":"x & y"}')]
    assert parse_qsl(server.request.raw_query) == [*expected, ("page[size]", "3")]


def test_fields_of_a_form_are_required_as_its_schema_says(shop: Emitted) -> None:
    """A field that the form requires is an argument that must be given, if the form must be; each is documented."""
    method = shop.module("resources.things").Things.form
    required = {n for n, p in inspect.signature(method).parameters.items() if p.default is inspect.Parameter.empty}
    assert required == {"self", "kind"}
    assert "kind: Which kind." in (method.__doc__ or "")


@pytest.mark.parametrize("mode", MODES)
def test_a_form_of_any_names_is_one_argument(shop: Emitted, mode: Mode, server: Server) -> None:
    """What is open for other names is given as a mapping, whose members are the query."""
    server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.map(q={"a b": "1", "c": "&"}))
    assert parse_qsl(server.request.raw_query) == [("a b", "1"), ("c", "&")]


@pytest.mark.parametrize("mode", MODES)
def test_json_that_is_the_query(shop: Emitted, mode: Mode, server: Server) -> None:
    """The text of the JSON stands behind the question mark, escaped; nothing does where it is not given."""
    for _ in range(2):
        server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.json(selector=shop.module("models").Filter(kind="a")))
    assert unquote(server.request.raw_query) == '{"kind":"a"}'
    assert not set(server.request.raw_query) & set('"{} ')
    shop.call(mode, server.url, lambda client: client.things.json())
    assert server.requests[-1].raw_query == ""


@pytest.mark.parametrize("mode", MODES)
def test_text_that_is_the_query(shop: Emitted, mode: Mode, server: Server) -> None:
    """Text is escaped as a whole (OpenAPI 3.2.0, 4.12.6)."""
    server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.text(query="$.a.b[1:1]"))
    assert server.request.raw_query == "%24.a.b%5B1%3A1%5D"


@pytest.mark.parametrize("mode", MODES)
def test_the_method_query_has_a_body_and_is_tried_again(shop: Emitted, mode: Mode, server: Server) -> None:
    """QUERY is safe, so a server that is busy is asked again, body and all."""
    server.answer(503, None, headers={"Retry-After": "0"})
    server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.search(kind="b"))
    assert [request.method for request in server.requests] == ["QUERY", "QUERY"]
    assert {request.body for request in server.requests} == {b'{"kind":"b"}'}


@pytest.mark.parametrize("mode", MODES)
def test_methods_of_any_name(shop: Emitted, mode: Mode, server: Server) -> None:
    """A method that OpenAPI does not know is called as it is written, and not tried again."""
    server.answer(200, {})
    server.answer(503, None, headers={"Retry-After": "0"})
    shop.call(mode, server.url, lambda client: client.things.copy("t/1"))
    with pytest.raises(shop.module("errors").APIStatusError):
        shop.call(mode, server.url, lambda client: client.things.hunt("t2"))
    assert [(r.method, r.target) for r in server.requests] == [("COPY", "/things/t%2F1"), ("M-SEARCH", "/things/t2")]


ITEMS = b'{"kind":"a"}\n{"kind":"b","ids":[1]}\n'


def items(shop: Emitted) -> list[Any]:
    filters = shop.module("models").Filter
    return [filters(kind="a"), {"kind": "b", "ids": [1]}]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("way", [list, iter, lambda found: (item for item in found)])
def test_a_stream_is_sent_item_by_item(shop: Emitted, mode: Mode, server: Server, way: Any) -> None:
    """Each item is a line of JSON, in whatever iterable it comes, and bytes go as they are."""
    server.RequestHandlerClass = Dechunking
    for _ in range(3):
        server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.lines(body=way(items(shop))))
    shop.call(mode, server.url, lambda client: client.things.lines(body=ITEMS))
    shop.call(mode, server.url, lambda client: client.things.lines(body=way([b"1\n", b"2"])))
    assert [request.body for request in server.requests] == [ITEMS, ITEMS, b"1\n2"]
    assert {request.header("content-type") for request in server.requests} == {"application/x-ndjson"}


def test_a_stream_that_comes_asynchronously(shop: Emitted, server: Server) -> None:
    """The async client also takes what has to be awaited."""
    server.RequestHandlerClass = Dechunking
    server.answer(200, {})

    async def coming() -> AsyncIterator[Any]:
        for item in items(shop):
            yield item

    shop.call("async", server.url, lambda client: client.things.lines(body=coming()))
    assert server.request.body == ITEMS


@pytest.mark.parametrize("mode", MODES)
def test_a_list_of_items_is_sent_again_and_an_iterator_is_not(shop: Emitted, mode: Mode, server: Server) -> None:
    """What can be gone through twice can be tried twice."""
    server.RequestHandlerClass = Dechunking
    server.answer(503, None, headers={"Retry-After": "0"})
    server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.lines(body=items(shop)))
    assert [request.body for request in server.requests] == [ITEMS, ITEMS]
    server.answer(503, None, headers={"Retry-After": "0"})
    with pytest.raises(shop.module("errors").APIStatusError) as caught:
        shop.call(mode, server.url, lambda client: client.things.lines(body=iter(items(shop))))
    assert caught.value.not_retried == "body"


@pytest.mark.parametrize("mode", MODES)
def test_records_begin_with_their_mark(shop: Emitted, mode: Mode, server: Server) -> None:
    """`application/json-seq` has a record separator before each text, there and back (RFC 7464)."""
    server.RequestHandlerClass = Dechunking
    server.answer(200, {})
    there = b'\x1e{"kind":\n"a"}\n\x1e{"kind":\n"]{" \n}\x1e{"kind":"c"}'
    server.answer(200, there, headers={"Content-Type": "application/json-seq"})
    shop.call(mode, server.url, lambda client: client.things.records(body=items(shop)))
    assert server.request.body == b'\x1e{"kind":"a"}\n\x1e{"kind":"b","ids":[1]}\n'
    assert [item.kind for item in drained(shop, mode, server)] == ["a", "]{", "c"]


def drained(shop: Emitted, mode: Mode, server: Server) -> list[Any]:
    async def awaiting(client: Any) -> list[Any]:
        return [item async for item in await client.things.feed()]

    return list(shop.call(mode, server.url, awaiting if mode == "async" else lambda client: list(client.things.feed())))


@pytest.mark.parametrize("body", ["text", {"kind": "a"}, 5])
def test_what_is_no_sequence_of_items_is_refused(shop: Emitted, server: Server, body: Any) -> None:
    """One object is not taken for the sequence of its keys, nor a text for that of its letters."""
    with pytest.raises((TypeError, ValueError)):
        shop.call("sync", server.url, lambda client: client.things.lines(body=body))
    assert not server.requests


def test_parts_of_other_streams_are_bytes() -> None:
    """Nothing here writes `multipart/mixed`; the ledger says that the caller has to."""
    package = plan(DOCUMENT)
    assert list(losses(package).values()) == ["multipart/mixed body"]
    assert "bytes | Iterable[bytes]" in {
        str(body.annotation) for m in package.resources[0].methods for body in m.bodies
    }


def test_a_whole_query_stands_alone() -> None:
    """Other parameters of the query are left out beside it, and noted; they stand beside the fields of a form."""
    other, same = {"name": "a", "in": "query", "schema": STRING}, {"name": "kind", "in": "query", "schema": {}}
    text = plan(document(paths={"/x": {"get": operation("x", whole("text/plain", STRING), other)}}))
    assert [a.wire.raw for a in text.resources[0].methods[0].arguments] == ["query"]
    assert losses(text) == {"#/paths/~1x/get/parameters/1": 'query parameter "a"'}
    form = plan(document(paths={"/x": {"get": operation("x", whole(FORM, FILTER), other, same)}}))
    wires = [a.wire.raw for a in form.resources[0].methods[0].arguments]
    assert sorted(wires) == sorted([*FILTER["properties"], "a"])
    assert not losses(form)


def test_a_whole_query_without_content_is_a_loss() -> None:
    """Where nothing is said of it, the operation stays, and the ledger says what does not."""
    package = plan(document(paths={"/x": {"get": operation("x", {"in": "querystring", "name": "q"})}}))
    assert package.resources[0].methods[0].arguments == ()
    assert "querystring parameter" in losses(package).values()


def test_a_method_must_be_a_token() -> None:
    """A name that could not stand in a request is refused."""
    with pytest.raises(Exception, match="no name of a method"):
        plan(document(paths={"/x": {"additionalOperations": {"GET /y HTTP/1.1\r\n": operation("x")}}}))


@pytest.mark.parametrize("mode", MODES)
def test_a_query_in_the_path_stays_there(shop: Emitted, mode: Mode, server: Server) -> None:
    """A path with a question mark is sent as it stands, with the arguments behind it."""
    for _ in range(2):
        server.answer(200, {})
    shop.call(mode, server.url, lambda client: client.things.act(what="a&b"))
    shop.call(mode, server.url, lambda client: client.things.act())
    assert [request.target for request in server.requests] == ["/act?do=it&what=a%26b", "/act?do=it"]
