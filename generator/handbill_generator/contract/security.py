"""Read security schemes and what operations require of them.

In: a scheme of the components, or a `security` node.  Out: a `SecurityScheme`, or the alternatives (OR) of what goes
together (AND).
Never: accepts a scheme that nobody defined.
"""

from __future__ import annotations

from typing import TypeAlias

from handbill_generator.contract.model import Flow, SecurityRequirement, SecurityScheme
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

Requirements: TypeAlias = "tuple[tuple[SecurityRequirement, ...], ...]"


def read_security_scheme(key: str, node: Node) -> SecurityScheme:
    kind, location = node.get("type").string(), node.get("in").string()
    if kind == "apiKey" and location not in ("header", "query", "cookie"):
        raise node.get("in").error(f'an apiKey cannot be in "{location}"', "write header, query or cookie")
    return SecurityScheme(
        key=key,
        type=kind,
        scheme=node.get("scheme").string().lower(),
        location=location,
        name=node.get("name").text(),
        open_id_connect_url=node.get("openIdConnectUrl").text(),
        flows=tuple(_flow(type, flow) for type, flow in node.get("flows").members() if not type.startswith("x-")),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _flow(type: str, node: Node) -> Flow:
    return Flow(
        type=type,
        authorization_url=node.get("authorizationUrl").text(),
        token_url=node.get("tokenUrl").text(),
        refresh_url=node.get("refreshUrl").text(),
        scopes=tuple(Text(scope) for scope in node.get("scopes").mapping()),
        pointer=node.pointer,
    )


def read_requirements(node: Node, schemes: dict[str, SecurityScheme]) -> Requirements:
    for alternative in node.items():
        for key, member in alternative.members():
            if key not in schemes:
                hint = "add it to components.securitySchemes or correct the name"
                raise member.error(f'the security scheme "{key}" is not defined', hint)
    return tuple(
        tuple(SecurityRequirement(key=key, scopes=_scopes(member)) for key, member in alternative.members())
        for alternative in node.items()
    )


def _scopes(node: Node) -> tuple[str, ...]:
    return tuple(scope.string() for scope in node.items())
