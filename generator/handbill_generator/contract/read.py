"""Read a bundled document into the `Contract`.

In: a `Bundle`.  Out: a `Contract` in the meaning of OpenAPI 3.1, every `$ref` outside of schemas followed.
Never: drops an operation.  Where the document is a little wrong its evident meaning is taken, and its ledger says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from handbill_generator.bundle import Bundle
from handbill_generator.contract.bodies import read_request_body, read_responses, read_schema
from handbill_generator.contract.habits import read_body_parameters
from handbill_generator.contract.model import (
    Contract,
    Operation,
    Pagination,
    RequestBody,
    Retries,
    Schema,
    SecurityScheme,
    Tag,
    Webhook,
)
from handbill_generator.contract.nodes import Node
from handbill_generator.contract.parameters import listed_parameters, read_lifecycle, read_parameters
from handbill_generator.contract.reading import Reading
from handbill_generator.contract.security import Requirements, read_requirements, read_security_scheme
from handbill_generator.contract.servers import read_server
from handbill_generator.text import Text

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What a method can be called (RFC 9110, sections 5.6.2 and 9.1)."""


def read_contract(bundle: Bundle) -> Contract:
    """Read *bundle*; raises SpecError with a position where it is not an OpenAPI 3.x document."""
    reading = Reading(bundle)
    root = Node(bundle.tree, "#", reading)
    _check_version(root)
    root.get("paths").demand_mapping("write each path as a key")
    info = root.get("info").resolved()
    read = {key: read_security_scheme(key, node.resolved()) for key, node in _components(root, "securitySchemes")}
    schemes = {key: scheme for key, scheme in read.items() if scheme}

    @cache
    def resolve(pointer: str) -> Schema:
        node = root.at(pointer)
        return read_schema(node) if node else Schema(keywords={}, pointer=pointer)

    contract = Contract(
        source=bundle.name,
        sha256=bundle.sha256,
        title=info.get("title").text(),
        python_name=info.get("x-handbill-name").text(),
        version=info.get("version").text(),
        description=info.get("description").text(),
        servers=tuple(read_server(node) for node in root.get("servers").items()),
        tags=tuple(_tag(node.resolved()) for node in root.get("tags").items()),
        operations=tuple(_operations(root, schemes)),
        webhooks=tuple(_webhooks(root, schemes)),
        schemas={key: read_schema(node) for key, node in _components(root, "schemas")},
        security_schemes=schemes,
        error_message=tuple(node.tokens() for node in root.get("x-handbill-error-message").items()),
        retries=_retries(root.get("x-handbill-retries")),
        losses=(),
        resolve=resolve,
        position=bundle.position,
    )
    # What schemas refer to outside of the components is read now, so that the ledger is whole.
    for pointer in reading.references():
        contract.resolve(pointer)
    return replace(contract, losses=tuple(reading.ledger))


def _check_version(root: Node) -> None:
    stated = root.get("openapi")
    if not stated:
        if "swagger" in root.mapping():
            raise root.get("swagger").error("this is a Swagger 2.0 document", "convert it to OpenAPI 3 first")
        raise root.error("this is not an OpenAPI document: it has no openapi key", 'add "openapi: 3.1.0" at the top')
    version = stated.string().strip()
    if re.fullmatch(r"3\.[012](\.\d+.*)?", version):
        return
    found = re.fullmatch(r"v?3(?:\.(\d+))?(?:\.[\dx]+.*)?", version)
    if not found:
        raise stated.error(f'OpenAPI version "{version}" is not supported', "use 3.0, 3.1 or 3.2")
    minor = int(found[1] or 0) if len(found[1] or "") < 3 else 2
    stated.lose(f'OpenAPI version "{version}"', f"3.{min(minor, 2)}", "it is the nearest that is known")


def _components(root: Node, section: str) -> Iterator[tuple[str, Node]]:
    return root.get("components").get(section).resolved().members()


def _tag(node: Node) -> Tag:
    return Tag(
        name=node.get("name").text(),
        python_name=node.get("x-handbill-name").text(),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _tag_name(node: Node) -> Text:
    """Read a tag of an operation, where some write the whole Tag Object."""
    if isinstance(node.value, Mapping) and (name := node.get("name")):
        node.lose("a tag object", f'the tag "{name.string()}"', "an operation names its tags")
        return name.text()
    return node.text()


def _operations(root: Node, schemes: Mapping[str, SecurityScheme]) -> Iterator[Operation]:
    everywhere = read_requirements(root.get("security"), schemes)
    for path, item in root.get("paths").members():
        if not path.startswith("x-"):
            for method, holder, operation in _methods(item):
                yield _operation(_with_slash(path, item), method, holder, operation, everywhere, schemes)


def _with_slash(path: str, item: Node) -> str:
    if path.startswith("/"):
        return path
    item.lose(f'path "{path}"', f"/{path}", "a path begins with a slash")
    return f"/{path}"


def _methods(item: Node) -> Iterator[tuple[str, Node, Node]]:
    """Give each method of a path item, the item that holds it, and its operation.

    What stands beside a `$ref` wins over what it leads to (OpenAPI 3.1.0, 4.8.9, leaves it open), and is not lost.
    Methods that OpenAPI does not know are sent as they are written (OpenAPI 3.2.0, 4.9, `additionalOperations`).
    """
    holders = [item, item.resolved()] if "$ref" in item.mapping() else [item]
    seen: set[str] = set()
    for holder in holders:
        for method in _METHODS:
            for name in (method, method.upper(), method.title()):
                if method not in seen and (operation := holder.get(name)):
                    seen.add(method)
                    if name != method:
                        operation.lose(f"method {name}", method, "methods are written small")
                    yield method.upper(), holder, operation.resolved()
        for name, operation in holder.get("additionalOperations").members():
            if not _TOKEN.fullmatch(name):
                raise operation.error(f'"{name[:40]}" is no name of a method', "write a token such as COPY")
            if name.lower() not in seen:
                seen.add(name.lower())
                yield name, holder, operation.resolved()


def _webhooks(root: Node, schemes: Mapping[str, SecurityScheme]) -> Iterator[Webhook]:
    for name, item in root.get("webhooks").resolved().members():
        for method, holder, operation in _methods(item):
            yield Webhook(name=Text(name), operation=_operation("", method, holder, operation, (), schemes))


def _operation(
    path: str,
    method: str,
    item: Node,
    node: Node,
    everywhere: Requirements,
    schemes: Mapping[str, SecurityScheme],
    seen: set[str] | None = None,
) -> Operation:
    security = node.get("security")
    path, parameters = read_parameters(path, item, node)
    return Operation(
        id=node.get("operationId").text(),
        python_name=node.get("x-handbill-name").text(),
        method=method,
        path=Text(path),
        tags=tuple(filter(None, (_tag_name(tag) for tag in node.get("tags").items()))),
        summary=node.get("summary").text() or item.get("summary").text(),
        description=node.get("description").text() or item.get("description").text(),
        lifecycle=read_lifecycle(node),
        parameters=parameters,
        request_body=_request_body(item, node),
        responses=tuple(read_responses(node.get("responses"))),
        requirements=read_requirements(security, schemes) if security else everywhere,
        requirements_pointer=security.pointer if security else "#/security",
        servers=tuple(read_server(found) for found in (node.get("servers") or item.get("servers")).items()),
        callbacks=tuple(_callbacks(node, schemes, set() if seen is None else seen)),
        pagination=_pagination(node.get("x-handbill-pagination")),
        pointer=node.pointer,
    )


def _request_body(item: Node, node: Node) -> RequestBody | None:
    if stated := read_request_body(node.get("requestBody").resolved()):
        return stated
    parameters = (one for owner in (item, node) for one in listed_parameters(owner.get("parameters")))
    return read_body_parameters(parameters, node)


def _callbacks(node: Node, schemes: Mapping[str, SecurityScheme], seen: set[str]) -> Iterator[Webhook]:
    """Read the callbacks of an operation; *seen* are those of it and of its callbacks, each of which is read once.

    They may refer to each other in circles, or each to two that refer to the same ones.
    """
    for name, member in node.get("callbacks").members():
        callback = member.resolved()
        if callback.pointer in seen:
            continue
        seen.add(callback.pointer)
        for expression, item in callback.members():
            if expression.startswith("x-"):
                continue
            for method, holder, operation in _methods(item):
                read = _operation("", method, holder, operation, (), schemes, seen)
                yield Webhook(name=Text(f"{name} {expression}"), operation=read)


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
