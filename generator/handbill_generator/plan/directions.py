"""Find out which schemas requests send and which ones responses bring.

In: a `Contract`.  Out: for the pointer of each component schema the directions that reach it.
Never: decides what follows from it; closed or open, checked or tolerated is for `shapes`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from handbill_generator.contract import Contract, MediaType, Operation, Schema, Webhook
from handbill_generator.contract.nodes import join
from handbill_generator.load import pointer_of, tokens_of
from handbill_generator.plan.alternatives import is_there, mapped

REQUEST, RESPONSE = "request", "response"

_MAPS = ("properties", "patternProperties", "dependentSchemas")
_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
_SINGLES = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
)


def directions(contract: Contract) -> dict[str, frozenset[str]]:
    """Give REQUEST and RESPONSE for the pointer of every schema that an operation reaches by reference."""
    reached: dict[str, set[str]] = {}
    for direction, roots in ((REQUEST, _requests(contract)), (RESPONSE, _responses(contract))):
        waiting = list(roots)
        while waiting:
            for pointer in targets(waiting.pop(), contract):
                if direction not in reached.setdefault(pointer, set()):
                    reached[pointer].add(direction)
                    waiting.append(contract.resolve(pointer))
    return {pointer: frozenset(found) for pointer, found in reached.items()}


def references(keywords: Any) -> Iterator[str]:
    """Go through the targets of all `$ref`s in a schema, however deep."""
    for schema in nested(Schema(keywords=keywords, pointer="")):
        if isinstance(reference := schema.keywords.get("$ref"), str):
            yield reference


def targets(schema: Schema, contract: Contract) -> Iterator[str]:
    """Go through the pointers of all that *schema* refers to, and of what discriminators of its unions name."""
    for inner in nested(schema):
        if isinstance(reference := inner.keywords.get("$ref"), str):
            yield pointer_of(tokens_of(reference))
        if "oneOf" in inner.keywords or "anyOf" in inner.keywords:
            yield from (pointer for pointer in mapped(inner.keywords) if is_there(pointer, contract.resolve))


def nested(schema: Schema) -> Iterator[Schema]:
    """Go through *schema* and the schemas inside of it, those that are mappings."""
    if not isinstance(schema.keywords, dict):
        return
    yield schema
    for path, keywords in _members(schema.keywords):
        yield from nested(Schema(keywords=keywords, pointer=join(schema.pointer, *path)))


def operation_schemas(contract: Contract) -> Iterator[Schema]:
    """Go through the schemas that stand at operations: of parameters, bodies and responses."""
    yield from _requests(contract)
    yield from _responses(contract)


def _members(keywords: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key in _MAPS:
        if isinstance(members := keywords.get(key), Mapping):
            yield from (((key, name), member) for name, member in members.items())
    for key in _LISTS:
        if isinstance(members := keywords.get(key), list):
            yield from (((key, str(index)), member) for index, member in enumerate(members))
    yield from (((key,), keywords[key]) for key in _SINGLES if key in keywords)


def _requests(contract: Contract) -> Iterator[Schema]:
    for operation in contract.operations:
        for parameter in operation.parameters:
            yield from ([parameter.schema] if parameter.schema else _schemas(parameter.content))
        if operation.request_body:
            yield from _schemas(operation.request_body.content)
    for webhook in (*contract.webhooks, *_callbacks(contract)):
        for response in webhook.operation.responses:
            yield from _schemas(response.content)


def _responses(contract: Contract) -> Iterator[Schema]:
    for operation in contract.operations:
        for response in operation.responses:
            yield from _schemas(response.content)
    yield from payloads(contract)
    yield from _bodies(_callbacks(contract))


def payloads(contract: Contract) -> Iterator[Schema]:
    """Go through what webhooks bring: their requests are what a client receives."""
    yield from _bodies(contract.webhooks)


def callbacks(operation: Operation) -> Iterator[Webhook]:
    """Go through the callbacks of an operation, and those that follow from them."""
    for callback in operation.callbacks:
        yield callback
        yield from callbacks(callback.operation)


def _callbacks(contract: Contract) -> Iterator[Webhook]:
    for operation in contract.operations:
        yield from callbacks(operation)


def _bodies(webhooks: Iterable[Webhook]) -> Iterator[Schema]:
    for webhook in webhooks:
        if webhook.operation.request_body:
            yield from _schemas(webhook.operation.request_body.content)


def _schemas(content: tuple[MediaType, ...]) -> Iterator[Schema]:
    for media_type in content:
        yield from (schema for schema in (media_type.schema, media_type.items) if schema)
