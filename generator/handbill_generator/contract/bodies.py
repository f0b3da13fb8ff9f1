"""Read what requests and responses carry.

In: the nodes of a request body, of responses, of a content map.  Out: media types, headers and schemas, every `$ref`
outside of schemas followed.
Never: looks into a schema, but to mend it and to lift it to 3.1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handbill_generator.contract.model import Encoding, Header, MediaType, RequestBody, Response, Schema
from handbill_generator.contract.nodes import Node, one_line_of
from handbill_generator.contract.statuses import is_status, statuses
from handbill_generator.text import Text

QUERY_STYLES = {"form", "spaceDelimited", "pipeDelimited", "deepObject"}
"""The styles of a query parameter, and of a property of a form (OpenAPI 3.1.0, 4.8.12.3 and 4.8.15.1)."""


def read_schema(node: Node) -> Schema:
    return Schema(keywords=node.reading.lifted(node.value, node.pointer), pointer=node.pointer)


def read_request_body(node: Node) -> RequestBody | None:
    if not node:
        return None
    return RequestBody(
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        content=_content_of(node),
        pointer=node.pointer,
    )


def read_content(node: Node) -> tuple[MediaType, ...]:
    return tuple(_media_type(name, member.resolved()) for name, member in node.resolved().members())


def _content_of(node: Node) -> tuple[MediaType, ...]:
    """Read the content of a body or an answer; a schema without a media type is Swagger 2.0's way to say JSON."""
    if node.get("content") or not (schema := node.get("schema")):
        return read_content(node.get("content"))
    schema.lose("a schema without a media type", "application/json", "Swagger 2.0 wrote it so")
    json = Node({"schema": schema.value}, node.pointer, node.reading)
    return (_media_type("application/json", json),)


def _media_type(name: str, node: Node) -> MediaType:
    schema, items = node.get("schema"), node.get("itemSchema")
    return MediaType(
        name=Text(one_line_of(name, "a media type", node)),
        schema=read_schema(schema) if schema else None,
        items=read_schema(items) if items else None,
        encoding={key: _encoding(member.resolved()) for key, member in node.get("encoding").resolved().members()},
        examples=_examples(node),
        pointer=node.pointer,
    )


def _examples(node: Node) -> dict[str, Any]:
    found: dict[str, Any] = {}
    stated = node.get("examples").resolved()
    if isinstance(stated.value, list):
        stated.lose("a list of examples", "examples without names", "they must have names here")
        found = {str(index): value for index, value in enumerate(stated.value)}
    else:
        for key, member in stated.members():
            example = member.resolved()
            if isinstance(example.value, dict):
                found[key] = example.value.get("value")
            else:
                example.lose(
                    "a value where an example must be", "an example of that value", "nothing else can be meant"
                )
                found[key] = example.value
    return found | ({"example": node.get("example").value} if "example" in node.mapping() else {})


def _encoding(node: Node) -> Encoding:
    # OpenAPI 3.1.0, 4.8.15.1: as soon as one of these is stated, contentType is ignored.
    is_styled = any(node.get(key) for key in ("style", "explode", "allowReserved"))
    style = node.get("style").string("form") if is_styled else ""
    if is_styled and style not in QUERY_STYLES:
        node.get("style").lose(f'style "{style}"', "form", "a property of a form cannot have it")
        style = "form"
    return Encoding(
        content_type=node.get("contentType").line("a media type"),
        style=style,
        explode=node.get("explode").boolean(style in ("", "form")),
        has_headers=bool(node.get("headers")),
        pointer=node.pointer,
    )


def read_responses(node: Node) -> Iterator[Response]:
    """Read each status; one that says nothing is left out, and one that stands there twice is read once."""
    answers = node.resolved()
    if _is_answer(answers):
        answers.lose("an answer where statuses must be", "default", "it says nothing of a status")
        yield _response("default", answers)
        return
    seen: set[str] = set()
    for key, member in answers.members():
        if key.startswith("x-"):
            continue
        found = [status for status in statuses(key) if status not in seen]
        if not is_status(key) or not found:
            why = "it stands here twice" if statuses(key) and not found else "it is not a status"
            member.lose(f'status "{key}"', " and ".join(found) or "nothing", why)
        seen.update(found)
        yield from (_response(status, member.resolved()) for status in found)


def _is_answer(node: Node) -> bool:
    keys = node.value.keys() if isinstance(node.value, dict) else set()
    return not {"content", "description", "headers", "schema"}.isdisjoint(keys) and not any(map(statuses, keys))


def _response(status: str, node: Node) -> Response:
    return Response(
        status=status,
        description=node.get("description").text(),
        content=_content_of(node),
        headers=tuple(_header(name, header.resolved()) for name, header in node.get("headers").resolved().members()),
        pointer=node.pointer,
    )


def _header(name: str, node: Node) -> Header:
    schema = node.get("schema")
    return Header(
        name=Text(one_line_of(name, "the name of a header", node)),
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        deprecated=node.get("deprecated").boolean(),
        schema=read_schema(schema) if schema else None,
        content=read_content(node.get("content")),
        pointer=node.pointer,
    )
