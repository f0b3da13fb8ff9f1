"""Read security schemes and what operations require of them.

In: a scheme of the components, or a `security` node.  Out: a `SecurityScheme`, or the alternatives (OR) of what goes
together (AND).
Never: asks for a scheme that nobody defined, or that nobody can send: the operation is called without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from handbill_generator.contract.model import Flow, SecurityRequirement, SecurityScheme
from handbill_generator.contract.nodes import Node
from handbill_generator.text import Text

Requirements: TypeAlias = "tuple[tuple[SecurityRequirement, ...], ...]"


_LOCATIONS = ("header", "query", "cookie")
_TYPES = {name.lower(): name for name in ("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect")}
_HTTP = {"basic", "bearer"}


def read_security_scheme(key: str, node: Node) -> SecurityScheme | None:
    """Read a scheme, None where it is of no kind that OpenAPI has or does not say where its key goes."""
    stated, scheme = node.get("type").string(), node.get("scheme").string().lower()
    kind = _TYPES.get(stated.strip().lower(), stated)
    if kind.lower() in _HTTP:
        node.get("type").lose(f'type "{stated}"', f"http {kind.lower()}", "Swagger 2.0 wrote it so")
        kind, scheme = "http", kind.lower()
    location, name = node.get("in").string().strip().lower(), node.get("name")
    if kind not in _TYPES.values():
        node.lose(f'type "{stated}"', "no security scheme", "OpenAPI has no such type")
        return None
    if kind == "apiKey" and (location not in _LOCATIONS or not name.string()):
        why = f'it cannot be in "{location}"' if location not in _LOCATIONS else "it has no name"
        node.lose(f'apiKey "{key}"', "no security scheme", why)
        return None
    return SecurityScheme(
        key=key,
        type=kind,
        scheme=scheme,
        location=location,
        name=name.line("the name of a key"),
        open_id_connect_url=node.get("openIdConnectUrl").line("a URL"),
        flows=tuple(_flow(type, flow) for type, flow in node.get("flows").members() if not type.startswith("x-")),
        description=node.get("description").text(),
        pointer=node.pointer,
    )


def _flow(type: str, node: Node) -> Flow:
    return Flow(
        type=type,
        authorization_url=node.get("authorizationUrl").line("a URL"),
        token_url=node.get("tokenUrl").line("a URL"),
        refresh_url=node.get("refreshUrl").line("a URL"),
        scopes=_flow_scopes(node.get("scopes")),
        pointer=node.pointer,
    )


def _flow_scopes(node: Node) -> tuple[Text, ...]:
    if isinstance(node.value, list):
        node.lose("a list of scopes", "scopes without a description", "a mapping must stand here")
        return tuple(scope.text() for scope in node.items())
    return tuple(Text(scope) for scope in node.mapping())


def read_requirements(node: Node, schemes: Mapping[str, SecurityScheme]) -> Requirements:
    found: list[tuple[SecurityRequirement, ...]] = []
    for alternative in node.items():
        known = tuple(_known(alternative, schemes))
        # What is left of an alternative of unknown schemes would say that no credential is needed.
        if known or not alternative.mapping():
            found.append(known)
    return tuple(found)


def _known(alternative: Node, schemes: Mapping[str, SecurityScheme]) -> Iterator[SecurityRequirement]:
    for key, member in alternative.members():
        if key in schemes:
            yield SecurityRequirement(key=key, scopes=_scopes(member, schemes[key]))
        else:
            member.lose(f'security scheme "{key}"', "nothing", "no usable scheme is defined by that name")


def _scopes(node: Node, scheme: SecurityScheme) -> tuple[str, ...]:
    scopes = tuple(scope.string() for scope in node.items())
    if scopes and scheme.type not in ("oauth2", "openIdConnect"):
        why = "only OAuth 2 and OpenID Connect send scopes"
        node.reading.lose_once(node.pointer, f'scopes of "{scheme.key}", which is {scheme.type}', "nothing", why)
    return scopes
