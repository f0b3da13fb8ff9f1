"""Read what requests and responses carry.

In: the nodes of a request body, of responses, of a content map.  Out: media types, headers and schemas, every `$ref`
outside of schemas followed.
Never: looks into a schema, but to lift it to 3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.contract.lift import lift_schema
from handbill_generator.contract.model import Encoding, Header, MediaType, RequestBody, Response, Schema
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

QUERY_STYLES = {"form", "spaceDelimited", "pipeDelimited", "deepObject"}
"""The styles of a query parameter, and of a property of a form (OpenAPI 3.1.0, 4.8.12.3 and 4.8.15.1)."""


def read_schema(node: Node) -> Schema:
    if not isinstance(node.value, bool | dict):
        raise node.error("a schema must be a mapping or a boolean", "write a schema here")
    return Schema(keywords=lift_schema(node.value), pointer=node.pointer)


def read_request_body(node: Node) -> RequestBody | None:
    if not node:
        return None
    return RequestBody(
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        content=read_content(node.get("content")),
        pointer=node.pointer,
    )


def read_content(node: Node) -> tuple[MediaType, ...]:
    return tuple(_media_type(name, member.resolved()) for name, member in node.members())


def _media_type(name: str, node: Node) -> MediaType:
    if re.search(r"[\r\n\0]", name):
        raise node.error("a media type must be one line", "remove the line break")
    examples = {key: member.resolved().get("value").value for key, member in node.get("examples").members()}
    if "example" in node.mapping():
        examples["example"] = node.get("example").value
    schema, items = node.get("schema"), node.get("itemSchema")
    return MediaType(
        name=Text(name),
        schema=read_schema(schema) if schema else None,
        items=read_schema(items) if items else None,
        encoding={key: _encoding(member) for key, member in node.get("encoding").members()},
        examples=examples,
        pointer=node.pointer,
    )


def _encoding(node: Node) -> Encoding:
    if re.search(r"[\r\n\0]", node.get("contentType").string()):
        raise node.get("contentType").error("a media type must be one line", "remove the line break")
    # OpenAPI 3.1.0, 4.8.15.1: as soon as one of these is stated, contentType is ignored.
    is_styled = any(node.get(key) for key in ("style", "explode", "allowReserved"))
    style = node.get("style").string("form") if is_styled else ""
    if is_styled and style not in QUERY_STYLES:
        allowed = ", ".join(sorted(QUERY_STYLES))
        raise node.get("style").error(f'a property of a form cannot have the style "{style}"', f"use {allowed}")
    return Encoding(
        content_type=node.get("contentType").text(),
        style=style,
        explode=node.get("explode").boolean(style in ("", "form")),
        has_headers=bool(node.get("headers")),
        pointer=node.pointer,
    )


def read_responses(node: Node) -> Iterator[Response]:
    for status, member in node.members():
        if status.startswith("x-"):
            continue
        if not re.fullmatch(r"[1-5]([0-9][0-9]|XX)|default", key := status.replace("x", "X")):
            raise member.error(f'"{status}" is not a status', 'write a status such as "200", "4XX" or default')
        answer = member.resolved()
        yield Response(
            status=key,
            description=answer.get("description").text(),
            content=read_content(answer.get("content")),
            headers=tuple(_header(name, header.resolved()) for name, header in answer.get("headers").members()),
            pointer=answer.pointer,
        )


def _header(name: str, node: Node) -> Header:
    schema = node.get("schema")
    return Header(
        name=Text(name),
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        deprecated=node.get("deprecated").boolean(),
        schema=read_schema(schema) if schema else None,
        content=read_content(node.get("content")),
        pointer=node.pointer,
    )
