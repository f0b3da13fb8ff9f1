"""Read what is written as Swagger 2.0 had it: parameters in `body` and in `formData`, and those without a schema.

In: the parameters of an operation.  Out: the request body that they mean; the schema of one of them.
Never: looks for a request body where there is one.

Source: OpenAPI 2.0, section "Parameter Object".
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from handbill_generator.contract.bodies import read_schema
from handbill_generator.contract.model import MediaType, RequestBody
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

PLACES = frozenset({"body", "formdata"})
"""Where such a parameter says it is, in small letters."""

_SCHEMA_KEYWORDS = ("type", "format", "items", "enum", "default", "description", "minimum", "maximum", "pattern")


def read_body_parameters(parameters: Iterable[Node], operation: Node) -> RequestBody | None:
    """Give the request body that *parameters* mean, None where none of them is a part of one."""
    found = [node for node in parameters if node.get("in").string().lower() in PLACES]
    if not found:
        return None
    for node in found:
        what = f'parameter "{node.get("name").string()}" in "{node.get("in").string()}"'
        node.lose(what, "a part of the request body", "Swagger 2.0 wrote it so")
    whole = next((node for node in found if node.get("in").string().lower() == "body"), None)
    form = _form(found, operation)
    name = (
        "application/json"
        if whole
        else "multipart/form-data"
        if _has_files(form)
        else "application/x-www-form-urlencoded"
    )
    content = MediaType(
        name=Text(name),
        schema=read_schema(whole.get("schema") if whole and whole.get("schema") else form),
        items=None,
        encoding={},
        examples={},
        pointer=form.pointer,
    )
    return RequestBody(
        description=whole.get("description").text() if whole else Text(""),
        required=any(node.get("required").boolean() for node in found),
        content=(content,),
        pointer=operation.pointer,
    )


def own_schema(node: Node) -> Node:
    """Give the schema of a parameter whose keywords stand beside its name, as Swagger 2.0 wrote it."""
    if node.get("schema"):
        return node.get("schema")
    keywords = {key: node.value[key] for key in _SCHEMA_KEYWORDS if key in node.mapping()}
    return Node(keywords, node.pointer, node.reading)


def _form(parameters: list[Node], operation: Node) -> Node:
    """Give the schema of a form with a property for each of *parameters* that is a field."""
    fields = [node for node in parameters if node.get("in").string().lower() == "formdata" and node.get("name")]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {node.get("name").string(): own_schema(node).value for node in fields},
        "required": [node.get("name").string() for node in fields if node.get("required").boolean()],
    }
    return Node(schema if fields else {}, f"{operation.pointer}/parameters", operation.reading)


def _has_files(form: Node) -> bool:
    fields = form.get("properties").mapping().values()
    return any(
        isinstance(field, dict) and (field.get("type") == "file" or field.get("format") == "binary") for field in fields
    )
