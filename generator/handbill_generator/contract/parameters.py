"""Read the parameters of an operation.

In: a path, its path item and its operation.  Out: the parameters of both, merged, style and explode decided.
Never: leaves out a parameter that the path names.
"""

from __future__ import annotations

import re

from handbill_generator.contract.bodies import QUERY_STYLES, read_content, read_schema
from handbill_generator.contract.model import Lifecycle, Parameter, Schema
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

_LOCATIONS = ("path", "query", "header", "cookie")
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_ALLOWED_STYLES = {
    "path": {"simple", "label", "matrix"},
    "query": QUERY_STYLES,
    "header": {"simple"},
    "cookie": {"form", "cookie"},
}
# OpenAPI 3.1.0, 4.8.12.1: header parameters of these names are described elsewhere and shall be ignored.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def read_parameters(path: str, item: Node, operation: Node) -> tuple[Parameter, ...]:
    """Merge the parameters of path item and operation; the operation's wins (OpenAPI 3.1.0, 4.8.10.1)."""
    merged: dict[tuple[str, str], Parameter] = {}
    for owner in (item, operation):
        for node in owner.get("parameters").items():
            parameter = _parameter(node.resolved())
            if parameter.location != "header" or parameter.name.raw.lower() not in _IGNORED_HEADERS:
                merged[parameter.location, parameter.name.raw] = parameter
    for name in re.findall(r"\{([^{}]*)\}", path):
        if ("path", name) not in merged:
            merged["path", name] = _undeclared(name, operation)
    return tuple(parameter for key, parameter in merged.items() if key[0] != "path" or f"{{{key[1]}}}" in path)


def _undeclared(name: str, operation: Node) -> Parameter:
    # Published documents forget these; the path says all that is needed to call the operation.
    return Parameter(
        name=Text(name),
        python_name=Text(""),
        location="path",
        description=Text(""),
        required=True,
        lifecycle=Lifecycle(deprecated=False, sunset="", stability=""),
        schema=Schema(keywords={"type": "string"}, pointer=f"{operation.pointer}/parameters"),
        content=(),
        style="simple",
        explode=False,
        allow_reserved=False,
        pointer=operation.pointer,
    )


def _parameter(node: Node) -> Parameter:
    location = node.get("in").string()
    if location not in _LOCATIONS:
        raise node.error(f'a parameter cannot be in "{location}"', "write path, query, header or cookie")
    name = node.get("name")
    if not name or re.search(r"[\r\n\0]", name.string()):
        raise node.error("the parameter has no usable name", "give it a name of one line")
    style = node.get("style").string(_STYLES[location])
    if style not in _ALLOWED_STYLES[location]:
        allowed = ", ".join(sorted(_ALLOWED_STYLES[location]))
        raise node.get("style").error(f'a {location} parameter cannot have the style "{style}"', f"use {allowed}")
    schema = node.get("schema")
    return Parameter(
        name=name.text(),
        python_name=node.get("x-handbill-name").text(),
        location=location,
        description=node.get("description").text(),
        required=location == "path" or node.get("required").boolean(),
        lifecycle=read_lifecycle(node),
        schema=read_schema(schema) if schema else None,
        content=read_content(node.get("content")),
        style=style,
        explode=node.get("explode").boolean(style in ("form", "cookie")),
        allow_reserved=node.get("allowReserved").boolean(),
        pointer=node.pointer,
    )


def read_lifecycle(node: Node) -> Lifecycle:
    """Read what an operation or a parameter says of its own future."""
    return Lifecycle(
        deprecated=node.get("deprecated").boolean(),
        sunset=node.get("x-sunset").text().raw,
        stability=node.get("x-stability-level").text().raw,
    )
