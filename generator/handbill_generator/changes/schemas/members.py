"""Compare what two schemas say of the members of objects and the items of arrays.

In: a `Local`.  Out: its findings, and edges to the schemas of members and items.
Never: takes an optional property that an open object did not name for one that was refused.

Properties follow a convention that is stricter than the letter of JSON Schema: what an open object does not name is not
there.  So a property may be added with any schema; and to remove one is told, though every value is still accepted.
"""

from __future__ import annotations

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas.local import Finding, Local, together
from handbill_generator.changes.schemas.node import TYPES, Conjunction, Node
from handbill_generator.changes.schemas.patterns import matches


def compare_members(at: Local) -> None:
    """Find what changed in the members of objects."""
    if not ("object" in _open(at.old) and "object" in _open(at.new)):
        return
    old, new = at.old, at.new
    for name, conjunction in new.properties.items():
        if name in old.properties:
            at.go(old.properties[name], conjunction, name, is_property=True)
        else:
            _added(at, name, conjunction)
    for name, conjunction in old.properties.items():
        if name not in new.properties:
            _removed(at, name, conjunction)
    _required(at)
    _additional(at)
    if old.property_names or new.property_names:
        # Names are strings, whatever else a schema for them would accept.
        at.go((*old.property_names, TYPES["string"]), (*new.property_names, TYPES["string"]), "propertyNames")
    at.go(old.unevaluated_properties, new.unevaluated_properties, "unevaluatedProperties")
    _by_pattern(at)
    _dependent(at)


def _additional(at: Local) -> None:
    old, new = at.old.additional, at.new.additional
    was_closed, is_closed = at.is_never(0, old), at.is_never(1, new)
    if was_closed == is_closed:
        if not is_closed:
            at.go(old, new, "*")
        return
    word, effect = ("forbidden", Effect.narrows) if is_closed else ("allowed", Effect.widens)
    message = "properties that are not named are " + ("refused now" if is_closed else "accepted now")
    at.find(f"additional-properties-{word}", "additional", effect, message, "additionalProperties")


def _open(node: Node) -> frozenset[str]:
    return node.types - node.values.keys()


def _unnamed(node: Node, name: str) -> Conjunction:
    """Give what holds of a property that is not named."""
    held = [places for pattern, places in node.pattern_properties.items() if matches(pattern, name) is not False]
    return tuple(place for places in held for place in places) if held else node.additional


def _added(at: Local, name: str, conjunction: Conjunction) -> None:
    """Tell of a property that is new."""
    place, required = conjunction[0] if conjunction else at.new.pointer, name in at.new.required
    before = _unnamed(at.old, name)
    if name in at.old.hidden:
        _flag(at, name, conjunction, is_hidden=False)
        return
    effect, strict = Effect.none, None
    if at.is_never(0, before):
        effect = Effect.none if at.is_never(1, conjunction) else Effect.widens
    elif before:
        at.go(before, conjunction, name, is_property=True)
    elif at.is_never(1, conjunction):
        effect = Effect.narrows
    elif not at.is_anything(1, conjunction):
        strict = Effect.narrows
    if required and name not in at.old.required:
        effect = together([effect, Effect.narrows])
    kind = "required" if required else "optional"
    id = f"new-{kind}-request-property" if at.direction is Direction.request else f"response-{kind}-property-added"
    at.findings.append(
        Finding(
            suffix=id,
            facet="property",
            effect=effect,
            message=f'the {kind} property "{name}" was added',
            old=None,
            new=(place, None),
            key=name,
            is_whole=True,
            step=name,
            strict=strict and together([effect, strict]),
        )
    )


def _removed(at: Local, name: str, conjunction: Conjunction) -> None:
    """Tell of a property that is gone."""
    place, required = conjunction[0] if conjunction else at.old.pointer, name in at.old.required
    after = _unnamed(at.new, name)
    if name in at.new.hidden:
        _flag(at, name, conjunction, is_hidden=True)
        return
    is_request = at.direction is Direction.request
    effect, strict = Effect.none, None
    if at.is_never(1, after):
        strict = None if at.is_never(0, conjunction) else Effect.narrows
        # A reader finds nothing of what is optional; that fewer responses are promised is no news beside that.
        effect = strict if strict and (is_request or required) else Effect.none
    elif after:
        at.go(conjunction, after, name, is_property=True)
    elif at.is_never(0, conjunction):
        effect = Effect.widens
    elif not at.is_anything(0, conjunction):
        strict = Effect.widens
    if required and name not in at.new.required:
        strict = together([strict or effect, Effect.widens])
        # Who sends it goes on to; that less must be sent is no news beside that nobody reads it.
        effect = effect if is_request and effect is Effect.none else strict
    if required and not is_request and effect is Effect.none:
        effect = Effect.widens  # it may still be asked for by name, and nothing says any more what it is
    kind = "required" if required else "optional"
    id = "request-property-removed" if is_request else f"response-{kind}-property-removed"
    at.findings.append(
        Finding(
            suffix=id,
            facet="property",
            effect=effect,
            message=f'the {kind} property "{name}" was removed',
            old=(place, None),
            new=None,
            key=name,
            is_whole=True,
            step=name,
            strict=strict and together([effect, strict]),
        )
    )


def _flag(at: Local, name: str, conjunction: Conjunction, *, is_hidden: bool) -> None:
    """Tell of a property that this direction sees no longer, or sees now."""
    word = "read-only" if at.direction is Direction.request else "write-only"
    side = at.old if is_hidden else at.new
    required = name in side.required
    effect = Effect.none
    if required:
        effect = Effect.widens if is_hidden else Effect.narrows
    kind, verb = "required" if required else "optional", "became" if is_hidden else "became-not"
    place = conjunction[0] if conjunction else side.pointer
    at.findings.append(
        Finding(
            suffix=f"{at.direction}-{kind}-property-{verb}-{word}",
            facet="read-write",
            effect=effect,
            message=f'the {kind} property "{name}" {verb.replace("-", " ")} {word}',
            old=(place if is_hidden else at.old.pointer, None),
            new=(at.new.pointer if is_hidden else place, None),
            key=name,
            is_whole=True,
            step=name,
        )
    )


def _required(at: Local) -> None:
    old, new = at.old, at.new
    for name in sorted(new.required - old.required):
        if name in old.properties or name not in new.properties:
            _flip(at, name, "required", Effect.narrows)
    for name in sorted(old.required - new.required):
        if (name in new.properties or name not in old.properties) and name not in new.hidden:
            _flip(at, name, "optional", Effect.widens)


def _flip(at: Local, name: str, became: str, effect: Effect) -> None:
    places = [side.properties.get(name) or (side.place("required"),) for side in (at.old, at.new)]
    at.findings.append(
        Finding(
            suffix=f"{at.direction}-property-became-{became}",
            facet="required",
            effect=effect,
            message=f'the property "{name}" became {became}',
            old=(places[0][0], became != "required"),
            new=(places[1][0], became == "required"),
            key=name,
            is_whole=True,
            step=name,
        )
    )


def _by_pattern(at: Local) -> None:
    old, new = at.old, at.new
    for pattern in sorted(old.pattern_properties.keys() | new.pattern_properties.keys()):
        before, after = old.pattern_properties.get(pattern), new.pattern_properties.get(pattern)
        if before is not None and after is not None:
            at.go(before, after, pattern, is_property=True)
            continue
        is_new = after is not None
        # What has no pattern of its own is held to additionalProperties.
        effect = at.across(old.additional if before is None else before, new.additional if after is None else after)
        if effect is Effect.none:
            continue
        message = f"properties that match {pattern} {'are held to a schema' if is_new else 'may be anything'} now"
        suffix = f"pattern-property-{'added' if is_new else 'removed'}"
        at.find(suffix, "pattern-property", effect, message, "patternProperties", key=pattern)


def _dependent(at: Local) -> None:
    old, new = at.old, at.new
    for name in sorted(old.dependent_required.keys() | new.dependent_required.keys()):
        before, after = (side.dependent_required.get(name, frozenset()) for side in (old, new))
        for needed in sorted(after - before):
            message = f'where "{name}" is, "{needed}" is needed now'
            at.find(
                "dependent-required-added", "dependent", Effect.narrows, message, "dependentRequired",
                key=f"{name} {needed}",
            )  # fmt: skip
        for needed in sorted(before - after):
            message = f'where "{name}" is, "{needed}" is no longer needed'
            at.find(
                "dependent-required-removed", "dependent", Effect.widens, message, "dependentRequired",
                key=f"{name} {needed}",
            )  # fmt: skip
    for name in sorted(old.dependent_schemas.keys() | new.dependent_schemas.keys()):
        at.go(old.dependent_schemas.get(name, ()), new.dependent_schemas.get(name, ()), f"dependentSchemas {name}")


def compare_items(at: Local) -> None:
    """Find what changed in the items of arrays."""
    if not ("array" in _open(at.old) and "array" in _open(at.new)):
        return
    old, new = at.old, at.new
    if old.unique != new.unique:
        effect = Effect.narrows if new.unique else Effect.widens
        message = f"items must {'' if new.unique else 'no longer '}differ from each other"
        suffix = f"unique-items-{'set' if new.unique else 'unset'}"
        at.find(suffix, "limit", effect, message, "uniqueItems", values=(old.unique, new.unique))
    for index in range(max(len(old.prefix), len(new.prefix))):
        before, after = (side.prefix[index] if index < len(side.prefix) else side.items for side in (old, new))
        at.go(before, after, f"item {index}")
    at.go(old.items, new.items, "items")
    at.go(old.unevaluated_items, new.unevaluated_items, "unevaluatedItems")
    _contains(at)


def _contains(at: Local) -> None:
    """Compare what must be among the items; at most so many is the opposite of at least."""
    old, new = at.old.contains, at.new.contains
    for before, after in zip(old, new, strict=False):
        polarity = 1 if before.most is None and after.most is None else 0
        at.go(before.schema, after.schema, "contains", polarity=polarity)
        for word, least, most, sign in (
            ("min-contains", before.least, after.least, 1),
            ("max-contains", _most(before.most), _most(after.most), -1),
        ):
            if least != most:
                effect = Effect.narrows if sign * most > sign * least else Effect.widens
                action = "increased" if most > least else "decreased"
                keyword = "minContains" if sign > 0 else "maxContains"
                at.find(f"{word}-{action}", "contains", effect, f"{keyword} {action}", keyword)
    for gone in old[len(new) :]:
        at.find("contains-removed", "contains", Effect.widens, "nothing must be among the items any more", "contains",
                key=str(gone.least))  # fmt: skip
    for come in new[len(old) :]:
        at.find("contains-added", "contains", Effect.narrows, "something must be among the items now", "contains",
                key=str(come.least))  # fmt: skip


def _most(value: int | None) -> float:
    return float("inf") if value is None else value
