"""Compare two schemas: at one place, or as a whole.

In: two places of schemas, as one direction sees them.  Out: a `Local` for the place; for the whole, what becomes of the
accepted set.
Never: goes round in circles: what is being compared already is taken to be the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from handbill_generator.changes.model import Direction, Effect
from handbill_generator.changes.schemas.acceptance import Trial
from handbill_generator.changes.schemas.alternatives import compare_alternatives
from handbill_generator.changes.schemas.local import Local, through, together
from handbill_generator.changes.schemas.members import compare_items, compare_members
from handbill_generator.changes.schemas.node import NEVER, Conjunction, Node
from handbill_generator.changes.schemas.scalars import compare_scalars, compare_types
from handbill_generator.changes.schemas.source import Source
from handbill_generator.changes.schemas.view import View
from handbill_generator.contract import Lifecycle

Same: TypeAlias = "Callable[[Conjunction, Conjunction], bool]"
"""Whether two places are seen at a glance to hold the same."""

_DEEPEST = 30
"""Schemas inside of schemas that are compared as a whole; what is deeper counts as changed both ways."""
_MOST = 5_000
"""Comparisons as a whole that one contract may ask for."""


class Comparison:
    """Two contracts as one direction sees them."""

    def __init__(self, old: Source, new: Source, direction: Direction, are_same: Same) -> None:
        self.direction = direction
        self._are_same = are_same
        self.views = (View(old, direction), View(new, direction))
        self._relations: dict[tuple[Conjunction, Conjunction], Effect] = {}
        self._running: set[tuple[Conjunction, Conjunction]] = set()
        self._count = 0
        self._granted = 0

    def local(self, old: Conjunction, new: Conjunction, owners: tuple[str, str], *, skips_null: bool = False) -> Local:
        """Compare what stands at two places; *owners* are where to point to for a side that has nothing there."""
        nodes = [
            self._node(view, place, owner) for view, place, owner in zip(self.views, (old, new), owners, strict=True)
        ]
        if skips_null:
            nodes = [replace(node, types=node.types - {"null"}) for node in nodes]
        looks = (self.views[0].branch, self.views[1].branch)
        at = Local(
            old=nodes[0],
            new=nodes[1],
            direction=self.direction,
            looks=looks,
            across=self.relation,
            accepts=(Trial(self.views[0].source).accepts, Trial(self.views[1].source).accepts),
        )
        is_wrapped = at.old.is_union != at.new.is_union and not (at.old.groups and at.new.groups)
        compare_types(at, only_null=is_wrapped)
        if not is_wrapped:
            compare_scalars(at)
        if at.old.types and at.new.types:
            if not is_wrapped:
                compare_members(at)
                compare_items(at)
            compare_alternatives(at)
            _compare_annotations(at, is_alternative=skips_null)
        return at

    def relation(self, old: Conjunction, new: Conjunction) -> Effect:
        """Say what becomes of the accepted set, all that is inside counted."""
        key = (old, new)
        if key in self._relations:
            return self._relations[key]
        if self._are_same(old, new):
            return Effect.none
        if key in self._running:
            self._granted += 1
            return Effect.none
        if len(self._running) >= _DEEPEST or self._count >= _MOST:
            self._granted += 1
            return Effect.both
        granted = self._granted
        self._running.add(key)
        self._count += 1
        try:
            found = self._relation(old, new)
        finally:
            self._running.discard(key)
        # What rests on something that was only granted, because it was being compared, is sure for the outermost alone.
        if granted == self._granted or not self._running:
            self._relations[key] = found
        return found

    def _relation(self, old: Conjunction, new: Conjunction) -> Effect:
        at = self.local(old, new, ("#", "#"))
        effects = [finding.strict or finding.effect for finding in at.findings]
        for edge in at.edges:
            if together(effects) is Effect.both:
                break
            effects.append(through(self.relation(edge.old, edge.new), edge.polarity))
        return together(effects)

    def _node(self, view: View, place: Conjunction, owner: str) -> Node:
        node = view.node(place)
        return replace(node, pointer=owner) if place in ((), (NEVER,)) else node


def _compare_annotations(at: Local, *, is_alternative: bool) -> None:
    """Find what changed that sets no limit: default, deprecated, discriminator."""
    old, new = at.old.annotations, at.new.annotations
    if "default" in old or "default" in new:
        before, after = old.get("default"), new.get("default")
        if ("default" in old, before) != ("default" in new, after):
            action = "changed" if "default" in old and "default" in new else "added" if "default" in new else "removed"
            message = f"the default {_quoted(before if 'default' in old else after)} was {action}"
            if action == "changed":
                message = f"the default {_quoted(before)} became {_quoted(after)}"
            suffix = f"default-value-{action}"
            at.find(suffix, "default", Effect.none, message, "default", values=(before, after))
    before, after = (_lifecycle(annotations) for annotations in (old, new))
    if before != after:
        message = "what is said of how long it will be there changed"
        at.find("lifecycle", "lifecycle", Effect.none, message, "deprecated", values=(before, after))
    if not is_alternative or (at.old.discriminator and at.new.discriminator):
        _compare_discriminator(at)
    _compare_extensible(at, old.get("x-extensible-enum"), new.get("x-extensible-enum"))


def _lifecycle(annotations: Mapping[str, Any]) -> Lifecycle:
    return Lifecycle(
        deprecated=annotations.get("deprecated") is True,
        sunset=str(annotations.get("x-sunset") or ""),
        stability=str(annotations.get("x-stability-level") or ""),
    )


def _quoted(value: Any) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)


def _compare_extensible(at: Local, old: Any, new: Any) -> None:
    if isinstance(old, list) and isinstance(new, list):
        for value in old:
            if value not in new:
                message = f"the value {_quoted(value)} was removed from x-extensible-enum"
                suffix = "x-extensible-enum-value-removed"
                at.find(suffix, "enum", Effect.none, message, "x-extensible-enum", key=str(value))


def _compare_discriminator(at: Local) -> None:
    old, new = at.old.discriminator, at.new.discriminator
    if old is None and new is None:
        return
    if old is None or new is None:
        action = "removed" if new is None else "added"
        at.find(
            f"discriminator-{action}", "discriminator", Effect.none, f"the discriminator was {action}", "discriminator"
        )
        return
    before, after = (str(each.get("propertyName", "")) for each in (old, new))
    if before != after:
        message = f'the discriminator "{before}" became "{after}"'
        suffix = "discriminator-property-name-changed"
        at.find(suffix, "discriminator", Effect.both, message, "discriminator", values=(before, after))
    left, right = _mapping(old), _mapping(new)
    for value in sorted(left.keys() | right.keys()):
        if left.get(value) == right.get(value):
            continue
        action = "changed" if value in left and value in right else "added" if value in right else "deleted"
        # The alternatives say what may come; a value that leads to another one of them is read as something else.
        effect = Effect.both if action == "changed" else Effect.none
        at.find(
            f"discriminator-mapping-{action}",
            "discriminator",
            effect,
            f'the value "{value}" of the discriminator was {action}',
            "discriminator",
            values=(left.get(value), right.get(value)),
            key=value,
        )


def _mapping(discriminator: Mapping[str, Any]) -> dict[str, str]:
    """Give the schema by value; a name stands for the component of that name (OpenAPI 3.1.0, section 4.8.25)."""
    found = discriminator.get("mapping")
    members = found.items() if isinstance(found, Mapping) else ()
    return {str(value): str(target).rpartition("/")[2] for value, target in members}
