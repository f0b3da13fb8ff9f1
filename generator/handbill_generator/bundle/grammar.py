"""What stands where in an OpenAPI document, as far as references go.

In: the kind of an object and the name of a member.  Out: the kind of what stands there, or None for data.
Never: validates.

Kinds are one table for 3.0, 3.1 and 3.2: a member that a version does not have does no harm.
"""

from __future__ import annotations

# Kinds of object that have a section in `components` (OpenAPI 3.2, section 4.7) are called as the section is.
SECTIONS = frozenset(
    "schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems "
    "mediaTypes".split()
)

# What stands below which member: the kind, "{kind}" for a map of it; a list is of its items' kind.  "*" is any other
# member but an extension.  What is not here is data.
_PARAMETER = {"schema": "schemas", "examples": "{examples}", "content": "{mediaTypes}"}
_OPERATIONS = dict.fromkeys(("get", "put", "post", "delete", "options", "head", "patch", "trace", "query"), "operation")
_ENCODING = {"headers": "{headers}", "encoding": "{encoding}", "prefixEncoding": "encoding", "itemEncoding": "encoding"}
_MEMBERS: dict[str, dict[str, str]] = {
    "document": {"components": "components", "paths": "paths", "webhooks": "{pathItems}"},
    "components": {section: f"{{{section}}}" for section in sorted(SECTIONS)},
    "paths": {"*": "pathItems"},
    "pathItems": {**_OPERATIONS, "parameters": "parameters", "additionalOperations": "{operation}"},
    "operation": {
        "parameters": "parameters",
        "requestBody": "requestBodies",
        "responses": "statuses",
        "callbacks": "{callbacks}",
    },
    "statuses": {"*": "responses"},
    "callbacks": {"*": "pathItems"},
    "parameters": _PARAMETER,
    "headers": _PARAMETER,
    "requestBodies": {"content": "{mediaTypes}"},
    "responses": {"headers": "{headers}", "content": "{mediaTypes}", "links": "{links}"},
    "mediaTypes": {"schema": "schemas", "itemSchema": "schemas", "examples": "{examples}", **_ENCODING},
    "encoding": _ENCODING,
    "schemas": {
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas", "$defs", "definitions"), "{schemas}"),
        **dict.fromkeys(("items", "prefixItems", "contains", "additionalItems", "unevaluatedItems"), "schemas"),
        **dict.fromkeys(("additionalProperties", "propertyNames", "unevaluatedProperties"), "schemas"),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "contentSchema"), "schemas"),
        "discriminator": "discriminator",
    },
    "discriminator": {"mapping": "mapping"},
}


def kind_below(kind: str, member: str) -> str | None:
    """Give the kind of what stands at *member* of a mapping of *kind*, None for data: examples, defaults, extensions.

    >>> kind_below("operation", "requestBody"), kind_below("schemas", "default")
    ('requestBodies', None)
    """
    if kind.startswith("{"):
        return kind[1:-1]
    members = _MEMBERS.get(kind, {})
    return members.get(member) or (None if member.startswith("x-") else members.get("*"))
