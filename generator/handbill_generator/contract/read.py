"""Read a bundled document into the `Contract`.

In: a `Bundle`.  Out: a `Contract` in the meaning of OpenAPI 3.1, every `$ref` outside of schemas followed.
Never: drops an operation, or guesses where the document is of the wrong type; that is a `SpecError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handbill_generator.bundle import Bundle
from handbill_generator.contract.lift import lift_schema
from handbill_generator.contract.model import (
    Contract,
    Encoding,
    Header,
    MediaType,
    Operation,
    Pagination,
    Parameter,
    RequestBody,
    Response,
    Retries,
    Schema,
    SecurityScheme,
    Server,
    ServerVariable,
    Tag,
    Webhook,
)
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_LOCATIONS = ("path", "query", "header", "cookie")
_STYLES = {"path": "simple", "query": "form", "header": "simple", "cookie": "form"}
_ALLOWED_STYLES = {
    "path": {"simple", "label", "matrix"},
    "query": {"form", "spaceDelimited", "pipeDelimited", "deepObject"},
    "header": {"simple"},
    "cookie": {"form", "cookie"},
}
# OpenAPI 3.1.0, 4.8.12.1: header parameters of these names are described elsewhere and shall be ignored.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def read_contract(bundle: Bundle) -> Contract:
    """Read *bundle*; raises SpecError with a position where it is not an OpenAPI 3.x document."""
    root = Node(bundle.tree, "#", bundle)
    _check_version(root)
    info = root.get("info")
    schemes = {key: _security_scheme(key, node.resolved()) for key, node in _components(root, "securitySchemes")}
    return Contract(
        source=bundle.name,
        sha256=bundle.sha256,
        title=info.get("title").text(),
        python_name=info.get("x-handbill-name").text(),
        version=info.get("version").text(),
        description=info.get("description").text(),
        servers=tuple(_server(node) for node in root.get("servers").items()),
        tags=tuple(_tag(node) for node in root.get("tags").items()),
        operations=tuple(_operations(root, schemes)),
        webhooks=tuple(_webhooks(root, schemes)),
        schemas={key: _schema(node) for key, node in _components(root, "schemas")},
        security_schemes=schemes,
        error_message=tuple(node.tokens() for node in root.get("x-handbill-error-message").items()),
        retries=_retries(root.get("x-handbill-retries")),
        resolve=lambda pointer: _schema(root.at(pointer)),
        position=bundle.position,
    )


def _check_version(root: Node) -> None:
    version = root.get("openapi")
    if "swagger" in root.mapping():
        raise root.get("swagger").error("this is a Swagger 2.0 document", "convert it to OpenAPI 3 first")
    if not version:
        raise root.error("this is not an OpenAPI document: it has no openapi key", 'add "openapi: 3.1.0" at the top')
    if not re.fullmatch(r"3\.[012](\.\d+.*)?", version.text().raw):
        raise version.error(f'OpenAPI version "{version.text().raw}" is not supported', "use 3.0, 3.1 or 3.2")


def _components(root: Node, section: str) -> Iterator[tuple[str, Node]]:
    return root.get("components").get(section).members()


def _schema(node: Node) -> Schema:
    if not isinstance(node.value, bool | dict):
        raise node.error("a schema must be a mapping or a boolean", "write a schema here")
    return Schema(keywords=lift_schema(node.value), pointer=node.pointer)


def _server(node: Node) -> Server:
    def default(match: re.Match[str]) -> str:
        return node.get("variables").get(match[1]).get("default").text().raw or match[0]

    template = node.get("url").string()
    names = dict.fromkeys(re.findall(r"\{([^{}]*)\}", template))
    return Server(
        url=Text(re.sub(r"\{([^{}]*)\}", default, template).rstrip("/")),
        template=Text(template.rstrip("/")),
        variables=tuple(_server_variable(name, node.get("variables").get(name)) for name in names),
        python_name=node.get("x-handbill-name").text(),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _server_variable(name: str, node: Node) -> ServerVariable:
    return ServerVariable(
        name=Text(name),
        default=node.get("default").text() if "default" in node.mapping() else None,
        values=tuple(value.text() for value in node.get("enum").items()),
        description=node.get("description").text(),
    )


def _tag(node: Node) -> Tag:
    return Tag(
        name=node.get("name").text(),
        python_name=node.get("x-handbill-name").text(),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _security_scheme(key: str, node: Node) -> SecurityScheme:
    kind, location = node.get("type").string(), node.get("in").string()
    flow = node.get("flows").get("clientCredentials")
    if kind == "apiKey" and location not in ("header", "query", "cookie"):
        raise node.get("in").error(f'an apiKey cannot be in "{location}"', "write header, query or cookie")
    return SecurityScheme(
        key=key,
        type=kind,
        scheme=node.get("scheme").string().lower(),
        location=location,
        name=node.get("name").text(),
        token_url=flow.get("tokenUrl").text(),
        scopes=tuple(Text(scope) for scope in flow.get("scopes").mapping()),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _operations(root: Node, schemes: dict[str, SecurityScheme]) -> Iterator[Operation]:
    everywhere = _security(root.get("security"), schemes)
    for path, item in root.get("paths").members():
        if path.startswith("x-"):
            continue
        if not path.startswith("/"):
            raise item.error(f'the path "{path}" must begin with a slash', f'write "/{path}"')
        target = item.resolved()
        for method in _METHODS:
            if operation := target.get(method):
                yield _operation(path, method, target, operation, everywhere, schemes)


def _webhooks(root: Node, schemes: dict[str, SecurityScheme]) -> Iterator[Webhook]:
    for name, item in root.get("webhooks").members():
        target = item.resolved()
        for method in _METHODS:
            if operation := target.get(method):
                yield Webhook(name=Text(name), operation=_operation("", method, target, operation, (), schemes))


def _operation(
    path: str,
    method: str,
    item: Node,
    node: Node,
    everywhere: tuple[tuple[str, ...], ...],
    schemes: dict[str, SecurityScheme],
) -> Operation:
    tags = list(node.get("tags").items())
    security = node.get("security")
    return Operation(
        id=node.get("operationId").text(),
        python_name=node.get("x-handbill-name").text(),
        method=method.upper(),
        path=Text(path),
        tag=tags[0].text() if tags else Text(""),
        summary=node.get("summary").text() or item.get("summary").text(),
        description=node.get("description").text() or item.get("description").text(),
        deprecated=node.get("deprecated").boolean(),
        parameters=_parameters(path, item, node),
        request_body=_request_body(node.get("requestBody").resolved()),
        responses=tuple(_responses(node.get("responses"))),
        security=_security(security, schemes) if security else everywhere,
        servers=tuple(_server(found) for found in (node.get("servers") or item.get("servers")).items()),
        pagination=_pagination(node.get("x-handbill-pagination")),
        pointer=node.pointer,
    )


def _security(node: Node, schemes: dict[str, SecurityScheme]) -> tuple[tuple[str, ...], ...]:
    for alternative in node.items():
        for key, member in alternative.members():
            if key not in schemes:
                hint = "add it to components.securitySchemes or correct the name"
                raise member.error(f'the security scheme "{key}" is not defined', hint)
    return tuple(tuple(alternative.mapping()) for alternative in node.items())


def _parameters(path: str, item: Node, operation: Node) -> tuple[Parameter, ...]:
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
        deprecated=False,
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
        deprecated=node.get("deprecated").boolean(),
        schema=_schema(schema) if schema else None,
        content=_content(node.get("content")),
        style=style,
        explode=node.get("explode").boolean(style in ("form", "cookie")),
        allow_reserved=node.get("allowReserved").boolean(),
        pointer=node.pointer,
    )


def _request_body(node: Node) -> RequestBody | None:
    if not node:
        return None
    return RequestBody(
        description=node.get("description").text(),
        required=node.get("required").boolean(),
        content=_content(node.get("content")),
        pointer=node.pointer,
    )


def _content(node: Node) -> tuple[MediaType, ...]:
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
        schema=_schema(schema) if schema else None,
        items=_schema(items) if items else None,
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
    if is_styled and style not in _ALLOWED_STYLES["query"]:
        allowed = ", ".join(sorted(_ALLOWED_STYLES["query"]))
        raise node.get("style").error(f'a property of a form cannot have the style "{style}"', f"use {allowed}")
    return Encoding(
        content_type=node.get("contentType").text(),
        style=style,
        explode=node.get("explode").boolean(style in ("", "form")),
        has_headers=bool(node.get("headers")),
        pointer=node.pointer,
    )


def _responses(node: Node) -> Iterator[Response]:
    for status, member in node.members():
        if status.startswith("x-"):
            continue
        if not re.fullmatch(r"[1-5]([0-9][0-9]|XX)|default", key := status.replace("x", "X")):
            raise member.error(f'"{status}" is not a status', 'write a status such as "200", "4XX" or default')
        answer = member.resolved()
        yield Response(
            status=key,
            description=answer.get("description").text(),
            content=_content(answer.get("content")),
            headers=tuple(_header(name, header.resolved()) for name, header in answer.get("headers").members()),
            pointer=answer.pointer,
        )


def _header(name: str, node: Node) -> Header:
    schema = node.get("schema")
    return Header(
        name=Text(name),
        description=node.get("description").text(),
        schema=_schema(schema) if schema else None,
        pointer=node.pointer,
    )


def _retries(node: Node) -> Retries:
    header = node.get("resetHeader")
    if not re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]*", header.string()):
        raise header.error("this is no name of a header", "write a name such as X-RateLimit-Reset")
    return Retries(minimum_pause=node.get("minimumPause").number(), reset_header=Text(header.string().lower()))


def _pagination(node: Node) -> Pagination | None:
    if not node:
        return None
    styles = [style for style in ("cursor", "page") if node.get(style)]
    if len(styles) != 1:
        raise node.error("x-handbill-pagination needs cursor or page, and only one of them", "keep one")
    block = node.get(styles[0])
    following = "next" if styles[0] == "cursor" else "total"
    for required in (node.get("items"), block.get("parameter"), block.get(following)):
        if not required:
            raise required.error(f"x-handbill-pagination lacks {required.pointer.rsplit('/', 1)[1]}", "add it")
    return Pagination(
        style=styles[0],
        items=node.get("items").tokens(),
        parameter=block.get("parameter").string(),
        next=block.get(following).tokens(),
        more=block.get("more").tokens(),
        pointer=node.pointer,
    )
