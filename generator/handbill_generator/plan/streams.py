"""Find the schema of what a stream brings piece by piece.

In: a media type of server-sent events or of JSON lines.  Out: the schema of one piece.
Never: guesses; where a document does not say what is inside, events are text and lines are any JSON.

Source: OpenAPI 3.2.0, 4.14.4 (`itemSchema`; an event is an object whose `data` may have a `contentSchema`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from handbill_generator.contract import MediaType, Schema
from handbill_generator.contract.nodes import join
from handbill_generator.plan.flatten import followed

_EVENT = frozenset({"comment", "data", "event", "id", "retry"})

Resolve = Callable[[str], Schema]


def item_of(media_type: MediaType, resolve: Resolve) -> Schema | None:
    """Give the schema of one piece: `itemSchema`, the items of an array, or the schema that is there."""
    if media_type.items or not media_type.schema:
        return media_type.items
    flat = followed(media_type.schema, resolve)
    if flat.keywords.get("type") == "array" and "items" in flat.keywords:
        return Schema(keywords=flat.keywords["items"], pointer=join(flat.pointer, "items"))
    return media_type.schema


def data_of(item: Schema, resolve: Resolve) -> list[Schema | None]:
    """Give the schemas of what the data of an event can be, where None is text.

    Most documents describe the data itself; 3.2 describes an object that has it as a property.
    """
    flat = followed(item, resolve)
    described = [flat, *(followed(alternative, resolve) for alternative in flat.alternatives)]
    names = {name for each in described for name in each.properties}
    if "data" not in names or not names <= _EVENT:
        return [item]
    found = [_decoded(each.properties["data"], resolve) for each in described if "data" in each.properties]
    unique: dict[str, Schema | None] = {str(schema and schema.keywords): schema for schema in found}
    return list(unique.values())


def _decoded(data: Schema, resolve: Resolve) -> Schema | None:
    flat = followed(data, resolve)
    if isinstance(content := flat.keywords.get("contentSchema"), Mapping):
        return Schema(keywords=content, pointer=join(flat.pointer, "contentSchema"))
    return None if flat.keywords.get("type") == "string" or not flat.keywords else data


def is_text(normal: Mapping[str, object]) -> bool:
    """Whether a normalised schema takes strings and nothing else."""
    members = normal.get("anyOf", [normal])
    return isinstance(members, list) and all(_is_string(member) for member in members)


def _is_string(member: Mapping[str, object]) -> bool:
    return member.get("type") == "string" or member.get("$ref") == "#/components/schemas/DateTime"


def joined(schemas: list[Schema]) -> Schema:
    """Give one schema that takes what any of *schemas* takes."""
    if len(schemas) == 1:
        return schemas[0]
    return Schema(keywords={"anyOf": [schema.keywords for schema in schemas]}, pointer=schemas[0].pointer)
