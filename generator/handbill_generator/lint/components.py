"""Rules about components.

In: a document.  Out: the components that no operation comes to.
Never: takes the text of an example for a reference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from handbill_generator.bundle.grammar import SECTIONS
from handbill_generator.lint.rule import Linted, Problem, Rule, Spot
from handbill_generator.load import JSON, Tokens, tokens_of
from handbill_generator.load.source import shown

_ROOTS = ("paths", "webhooks")


def unused(linted: Linted) -> Iterator[Problem]:
    """Find components that paths and webhooks do not lead to; a document of components alone is a library."""
    if not any(root in linted.bundle.tree for root in _ROOTS):
        return
    reached = _reached(linted)
    components = linted.bundle.tree.get("components")
    for section in SECTIONS & (components.keys() if isinstance(components, dict) else set()):
        members = components[section] if isinstance(components, dict) else None
        for name in members if isinstance(members, dict) else ():
            if (section, name) not in reached:
                message = f'no operation uses the component "{shown(name)}"'
                yield Problem(("components", section, name), message, "remove it, or refer to it")


def _reached(linted: Linted) -> set[Tokens]:
    """Give section and name of the components that a reference outside of them leads to, by way of others or not."""
    uses: dict[Tokens, set[Tokens]] = defaultdict(set)
    for spot in linted.spots:
        component = spot.tokens[1:3] if spot.tokens[:1] == ("components",) else ()
        uses[component].update(_used(spot))
        # A discriminator without mapping names its variants by their components (OpenAPI 3.1.0, 4.8.25).
        for base in _bases(linted, spot):
            uses[base].add(component)
    reached: set[Tokens] = set()
    waiting: list[Tokens] = [()]
    while waiting:
        new = uses[waiting.pop()] - reached
        reached |= new
        waiting += new
    return reached


def _used(spot: Spot) -> Iterator[Tokens]:
    if spot.kind in ("document", "operation"):
        yield from _schemes(spot.value.get("security"))
    if spot.kind == "discriminator" and isinstance(mapping := spot.value.get("mapping"), dict):
        for ref in mapping.values():
            yield _component(ref) or ("schemas", str(ref))
    if component := _component(spot.value.get("$ref")):
        yield component


def _schemes(security: JSON) -> Iterator[Tokens]:
    for alternative in security if isinstance(security, list) else ():
        if isinstance(alternative, dict):
            yield from (("securitySchemes", name) for name in alternative)


def _bases(linted: Linted, spot: Spot) -> Iterator[Tokens]:
    parts = spot.value.get("allOf") if spot.kind == "schemas" and len(spot.tokens) == 3 else None
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict) and (base := _component(part.get("$ref"))):
            value, _ = linted.resolved(part, ())
            if isinstance(value, dict) and "discriminator" in value:
                yield base


def _component(ref: JSON) -> Tokens:
    """Give section and name of the component that *ref* leads to or into."""
    if not isinstance(ref, str) or not ref.startswith("#/components/"):
        return ()
    return tokens_of(ref)[1:3]


RULES = (Rule("component-unused", "Every component is used, directly or through others, by an operation.", unused),)
