"""Find the place that an inline schema is at home, where several others bring it in.

In: the JSON pointer of a schema.  Out: the key by which the manifest knows it, and the words of its name.
Never: says a place among others where order means nothing: `allOf` is merged, so its members have no places.

A schema inside of a component belongs to that component, whoever refers to it or includes it: named after the first to
do so, it would be renamed when another comes first.
"""

from __future__ import annotations

from handbill_generator.load import pointer_of, tokens_of
from handbill_generator.text import class_name

_MERGED = frozenset({"allOf", "anyOf", "oneOf"})
_NAMED = frozenset({"$defs", "definitions", "dependentSchemas", "patternProperties", "properties"})
_PARTS = {"items": "item", "additionalProperties": "value"}
_SUFFIXES = {"headers": "", "parameters": "", "requestBodies": "Request", "responses": "Response"}
_DEPTH = 3
"""How many tokens an owner has: `components/schemas/Pet`."""


def owner_of(pointer: str) -> tuple[str, ...]:
    """Give the tokens of the component that *pointer* leads into; none for a place at an operation.

    Path items and callbacks are operations, wherever they stand.
    """
    if not pointer.startswith("#/components/"):
        return ()
    tokens = tokens_of(pointer)[:_DEPTH]
    return tokens if len(tokens) == _DEPTH and (tokens[1] == "schemas" or tokens[1] in _SUFFIXES) else ()


def key_of(pointer: str) -> str:
    """Give the manifest's key for the inline schema at *pointer*: the way to it by names alone."""
    tokens = tokens_of(pointer)
    start = _start(tokens)
    kept = list(tokens[:start])
    rest = iter(tokens[start:])
    for token in rest:
        if token in _MERGED:
            next(rest, None)
        else:
            kept += [token, *([next(rest, "")] if token in _NAMED else [])]
    return pointer_of(kept)


def name_of(pointer: str, owner: str) -> str:
    """Give the name for the inline schema at *pointer*, from the name of its *owner* and the way from there."""
    tokens = tokens_of(key_of(pointer))
    rest = iter(tokens[_start(tokens) :])
    for token in rest:
        owner += class_name(next(rest, "") if token in _NAMED else _PARTS.get(token, token), fallback="Value")
    return owner


def owner_name(owner: tuple[str, ...]) -> str:
    """Give the name of a component that is no schema: a parameter, a response, a request body, a header."""
    kind, name = owner[1], class_name(owner[2])
    suffix = _SUFFIXES[kind]
    return name if name.endswith(suffix) else f"{name}{suffix}"


def _start(tokens: tuple[str, ...]) -> int:
    """Count the tokens before the first keyword of a schema: a component, or all up to `schema`."""
    if tokens[:2] == ("components", "schemas"):
        return _DEPTH
    return next((i + 1 for i, t in enumerate(tokens) if t in ("schema", "itemSchema") and i >= _DEPTH), len(tokens))
