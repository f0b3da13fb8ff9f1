"""Read the members of `oneOf` and `anyOf` as a whole: what they share, and what is missing.

In: a `Flat` and its alternatives.  Out: alternatives, or one `Flat` that holds all of them.
Never: types a schema.

Source: OpenAPI 3.1.0, 4.8.25 (a mapping names schemas by name or by reference).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from handbill_generator.contract import Schema
from handbill_generator.diagnostics import SpecError
from handbill_generator.plan.flatten import Flat, followed

Resolve = Callable[[str], Schema]

_NULL = {"type": "null"}
_TYPES = frozenset({"$ref", "allOf", "anyOf", "const", "enum", "oneOf", "properties", "type"})


def typed_alike(flat: Flat, alternatives: tuple[Schema, ...]) -> tuple[Schema, ...]:
    """Give the type that stands beside alternatives to those that state none; leave out those that allow nothing."""
    possible = [schema for schema in alternatives if schema.keywords is not False]
    if not set(flat.types) - {"null"}:
        return tuple(possible)
    kind = flat.keywords["type"]
    return tuple(
        replace(schema, keywords={"type": kind, **schema.keywords})
        if isinstance(schema.keywords, Mapping) and _TYPES.isdisjoint(schema.keywords)
        else schema
        for schema in possible
    )


def has_type(alternative: Schema) -> bool:
    """Whether an alternative says of which type a value is."""
    return isinstance(alternative.keywords, Mapping) and not (_TYPES | {"items"}).isdisjoint(alternative.keywords)


def chosen_by(flat: Flat, alternatives: tuple[Schema, ...], resolve: Resolve) -> tuple[Schema, ...]:
    """Add the schemas that only the mapping of the discriminator names."""
    known = {schema.keywords.get("$ref") for schema in alternatives if isinstance(schema.keywords, Mapping)}
    missing = [pointer for pointer in mapped(flat.keywords) if pointer not in known and is_there(pointer, resolve)]
    return (*alternatives, *(Schema(keywords={"$ref": pointer}, pointer=pointer) for pointer in missing))


def mapped(keywords: Mapping[str, object]) -> list[str]:
    """Give the pointers of the schemas that the mapping of a discriminator names."""
    stated = keywords.get("discriminator")
    mapping = stated.get("mapping") if isinstance(stated, Mapping) else None
    named = [name for name in mapping.values() if isinstance(name, str)] if isinstance(mapping, Mapping) else []
    found = (name if name.startswith("#/") else f"#/components/schemas/{name}" for name in named)
    return list(dict.fromkeys(found))


def is_there(pointer: str, resolve: Resolve) -> bool:
    """Whether there is a schema at *pointer* that says anything."""
    try:
        return bool(resolve(pointer).keywords)
    except (KeyError, ValueError, SpecError):
        return False


def merged(flat: Flat, alternatives: tuple[Schema, ...], resolve: Resolve) -> tuple[Flat, bool]:
    """Add to properties what the alternatives beside them have, and say whether that is all that they say.

    A property that all of them require is required; one that several describe is what any of them says.
    """
    kinds = [followed(schema, resolve) for schema in alternatives if schema.keywords not in (_NULL, False)]
    described: dict[str, list[Schema]] = {}
    for kind in kinds:
        for name, schema in kind.properties.items():
            known = described.setdefault(name, [])
            if all(schema.keywords != other.keywords for other in known):
                known.append(schema)
    added = {name: _any(schemas) for name, schemas in described.items()}
    required = frozenset[str].intersection(*(kind.required for kind in kinds)) if kinds else frozenset[str]()
    keywords = dict(flat.keywords)
    if len(kinds) < len(alternatives) and not flat.types and any(s.keywords == _NULL for s in alternatives):
        keywords["type"] = ["object", "null"]
    requirements = kinds[0].requirements if len(kinds) == 1 else ()
    found = replace(
        flat,
        keywords=keywords,
        properties={**added, **flat.properties},
        required=flat.required | required,
        alternatives=(),
        requirements=(*flat.requirements, *requirements),
    )
    is_exact = len(kinds) == 1 and kinds[0].is_object and not kinds[0].alternatives
    return found, is_exact and not added.keys() & flat.properties.keys()


def _any(schemas: list[Schema]) -> Schema:
    if len(schemas) == 1:
        return schemas[0]
    return Schema(keywords={"anyOf": [schema.keywords for schema in schemas]}, pointer=schemas[0].pointer)
