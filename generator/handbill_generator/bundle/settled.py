"""Tell a document that is its own bundle.

In: the tree of the main document.  Out: whether each reference in it is a pointer that leads to content in it.
Never: says yes where anything is left to do.

Most published documents are like that, and then nothing needs to be copied or to be looked at by its kind.
"""

from __future__ import annotations

from ..load import JSON, tokens_of, value_at
from .identifiers import DYNAMIC, mappings


def is_settled(tree: JSON) -> bool:
    """Whether *tree* stays as it is when it is bundled; data that only looks like a reference makes it a no."""
    references: set[str] = set()
    for mapping in mappings(tree):
        if "$ref" in mapping and isinstance(reference := mapping["$ref"], str):
            if not reference.startswith("#/"):
                return False
            references.add(reference)
        if "discriminator" in mapping and _names_files(mapping):
            return False
        if ("$id" in mapping and _is_a_resource(mapping)) or not DYNAMIC.isdisjoint(mapping):
            return False
    ended: set[str] = set()
    return all(_leads_to_content(tree, reference, ended) for reference in references)


def _is_a_resource(mapping: dict[str, JSON]) -> bool:
    """Whether *mapping* has an `$id` that the pointers in it are relative to."""
    return isinstance(mapping["$id"], str) and any("$ref" in inside for inside in mappings(mapping))


def _names_files(mapping: dict[str, JSON]) -> bool:
    discriminator = mapping["discriminator"]
    names = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    values = names.values() if isinstance(names, dict) else ()
    return any(isinstance(value, str) and not value.startswith("#/") and not value.isidentifier() for value in values)


def _leads_to_content(tree: JSON, reference: str, ended: set[str]) -> bool:
    trail: set[str] = set()
    while reference not in ended:
        if reference in trail or not reference.startswith("#/"):
            return False
        trail.add(reference)
        try:
            value = value_at(tree, tokens_of(reference))
        except KeyError:
            return False
        if not isinstance(value, dict) or "responses" in value:
            return False  # no object, or an operation, whose text has to stand in
        if not isinstance(following := value.get("$ref"), str):
            break
        reference = following
    ended |= trail
    return True
