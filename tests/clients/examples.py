"""The examples of the contracts: of parameters, of bodies sent and of bodies received.

In: parts of a contract.  Out: their examples by name, a value made from the schema where there is none, and what lacks
one.
Never: repairs an example.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .contracts import Media, Operation, Parameter, Webhook, operations, resolved, webhooks
from .providers import Provider
from .schemas import sample


def named(node: dict[str, Any], provider: Provider) -> dict[str, Any]:
    """The examples of a media type or a parameter, by name."""
    found = {name: resolved(provider, one)["value"] for name, one in node.get("examples", {}).items()}
    return found | ({"example": node["example"]} if "example" in node else {})


def examples(media: Media) -> dict[str, Any]:
    """The example bodies, by name; where there is none, one made from the schema."""
    return named(media.node, media.provider) or {"made up": sample(media.provider, media.schema)}


def value_of(parameter: Parameter) -> Any:
    """The first example of a parameter, or a value made from its schema."""
    found = named(_described(parameter), parameter.provider)
    return next(iter(found.values())) if found else sample(parameter.provider, parameter.schema)


def bodies_of(each: Operation, status: str) -> list[Any]:
    """The example bodies of an answer."""
    body = each.response(status).body
    return [] if body is None else list(examples(body).values())


def success_body(each: Operation) -> Any:
    """The first example of the first documented success."""
    return bodies_of(each, each.successes[0].status)[0]


def lacking() -> Iterator[str]:
    """The pointers, with the provider before them, of what has no example: bodies, and parameters that are required."""
    for each in operations():
        bodies = [each.body, *(response.body for response in each.responses)]
        yield from (_place(one) for one in bodies if one and not named(one.node, one.provider))
        required = (one for one in each.parameters if one.required)
        yield from (_place(one) for one in required if not named(_described(one), one.provider))
    yield from (_place(one.body) for one in webhooks() if one.body and not named(one.body.node, one.provider))


def _place(part: Media | Parameter | Webhook) -> str:
    return f"{part.provider} {part.pointer}"


def _described(parameter: Parameter) -> dict[str, Any]:
    found: dict[str, Any] = next(iter(parameter.node.get("content", {"": parameter.node}).values()))
    return found
