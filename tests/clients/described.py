"""Where an object that a contract describes came as a plain dict, though it has a class.

In: a schema, a value of it, and what an emitted package made of that.  Out: the places, none where all is typed.
Never: says which class it must be; a union may choose.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .contracts import resolved
from .emitted import attributes
from .providers import Provider
from .schemas import follows


def untyped_in(provider: Provider, schema: dict[str, Any], value: Any, read: Any, path: str = "") -> Iterator[str]:
    """The places in *value*, which was read as *read*, where properties are described and no model came."""
    schema = resolved(provider, schema)
    for branch in schema.get("allOf", []):
        yield from untyped_in(provider, branch, value, read, path)
    branches = [*schema.get("anyOf", []), *schema.get("oneOf", [])]
    fitting = [branch for branch in branches if follows(provider, branch, value)]
    if fitting:
        # What fits several branches may have become any of them.
        yield from min((list(untyped_in(provider, one, value, read, path)) for one in fitting), key=len)
    if isinstance(value, list):
        for index, (one, found) in enumerate(zip(value, read, strict=True)):
            yield from untyped_in(provider, schema.get("items", {}), one, found, f"{path}/{index}")
    elif isinstance(value, dict):
        yield from _in_object(provider, schema, value, read, path)


def _in_object(
    provider: Provider, schema: dict[str, Any], value: dict[str, Any], read: Any, path: str
) -> Iterator[str]:
    properties = schema.get("properties", {})
    if not isinstance(read, BaseModel):
        if properties:
            yield path or "/"
        others = schema.get("additionalProperties")
        others = others if isinstance(others, dict) else {}
        for key in value:
            yield from untyped_in(provider, others, value[key], read[key], f"{path}/{key}")
        return
    names = attributes(type(read))
    for key in properties.keys() & value.keys():
        yield from untyped_in(
            provider, properties[key], value[key], getattr(read, names.get(key, key)), f"{path}/{key}"
        )
