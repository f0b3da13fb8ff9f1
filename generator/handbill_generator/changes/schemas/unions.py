"""Write alternatives in one way.

In: a `Node` whose alternatives are as they were written.  Out: the same set with fewer of them.
Never: looks into an alternative that is too deep inside of others; it stays as it is.

Alternatives of different types are one schema, type by type; null beside them is a type; one alternative that is a
union itself is spliced in; `oneOf` whose alternatives cannot overlap is `anyOf`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from handbill_generator.changes.schemas.node import Conjunction, Group, Node

_Look: TypeAlias = "Callable[[Conjunction], Node | None]"
_KINDS = {"integer": "number", "fraction": "number"}
_FACETS: Mapping[str, tuple[str, ...]] = {
    "number": ("multiples",),
    "string": ("patterns", "contents"),
    "array": ("unique", "prefix", "items", "contains", "unevaluated_items"),
    "object": (
        "properties",
        "required",
        "hidden",
        "additional",
        "pattern_properties",
        "property_names",
        "unevaluated_properties",
        "dependent_required",
        "dependent_schemas",
    ),
}


def settled(node: Node, look: _Look) -> Node:
    """Give *node* with its alternatives in one spelling; *look* gives the node of one."""
    if not node.groups:
        return _simplified(node, look)
    is_free = node.is_free
    types = node.types
    groups = []
    for group in node.groups:
        branches = [(branch, look(branch)) for branch in _spliced(group, types, look)]
        if all(found for _, found in branches):
            known = [(branch, found) for branch, found in branches if found and found.types & types]
            if not known:
                return replace(node, types=frozenset(), groups=())
            if not group.exclusive and any(found.is_free and not found.groups for _, found in known):
                continue
            if group.exclusive and sum("null" in found.types for _, found in known) > 1:
                types -= {"null"}
            types &= frozenset().union(*(found.types for _, found in known))
            is_exclusive = group.exclusive and not _are_apart([found for _, found in known], types, look)
            if not is_exclusive:
                known = [(branch, found) for branch, found in known if found.types != {"null"}]
            whole = frozenset().union(*(found.types for _, found in known if found.is_types))
            if not is_exclusive and types - {"null"} <= whole:
                continue
            branches = list(known)
            group = replace(group, exclusive=is_exclusive)
        groups.append(replace(group, branches=tuple(branch for branch, _ in branches)))
    is_union = is_free and len(groups) == 1
    node = replace(node, types=types, groups=tuple(groups), is_union=is_union)
    node = _simplified(node, look)
    return _absorbed(node, look) if is_union else node


def _simplified(node: Node, look: _Look) -> Node:
    if node.negations:
        node = _without_types(node, look)
    names = look(node.property_names) if node.property_names else None
    return replace(node, property_names=()) if names and names.is_whole(frozenset({"string"})) else node


def _without_types(node: Node, look: _Look) -> Node:
    """Write what is refused as types that are not accepted, where it is nothing but types."""
    types, kept = node.types, []
    for negation in node.negations:
        found = look(negation)
        if found and found.is_types:
            types -= found.types
        elif not found or found.types & types:
            kept.append(negation)
    return replace(node, types=types, negations=tuple(kept))


def _spliced(group: Group, types: frozenset[str], look: _Look) -> Iterable[Conjunction]:
    """Give the alternatives, those of an alternative that is nothing but alternatives in its place."""
    found: list[Conjunction] = []
    for branch in group.branches:
        inner = look(branch)
        is_union = inner and inner.is_union and not inner.discriminator and not inner.groups[0].exclusive
        found += inner.groups[0].branches if inner and is_union else [branch]
    if group.exclusive and len(found) != len(group.branches):
        nodes = [node for node in map(look, found) if node]
        if len(nodes) != len(found) or not _are_apart(nodes, types, look):
            return group.branches
    return found


def _are_apart(nodes: list[Node], types: frozenset[str], look: _Look) -> bool:
    return all(_differ(one, other, types, look) for i, one in enumerate(nodes) for other in nodes[i + 1 :])


def _differ(one: Node, other: Node, types: frozenset[str], look: _Look) -> bool:
    """Whether no value of *types* is accepted by both, as far as that can be told without a search."""
    for atom in one.types & other.types & types:
        if atom in one.values and atom in other.values:
            if one.values[atom].keys() & other.values[atom].keys():
                return False
        elif atom != "object" or not _tell_apart(one, other, look):
            return False
    return True


def _tell_apart(one: Node, other: Node, look: _Look) -> bool:
    """Whether a property that both require has other values in each."""
    for name in sorted(one.required & other.required & one.properties.keys() & other.properties.keys()):
        found = [look(node.properties[name]) for node in (one, other)]
        if all(f and f.types and f.types == f.values.keys() for f in found):
            first, second = ({k for atom in f.values.values() for k in atom} for f in found if f)
            if not first & second:
                return True
    return False


def _absorbed(node: Node, look: _Look) -> Node:
    """Make one schema of alternatives that are told apart by their types, or are nothing but values."""
    (group,) = node.groups
    branches = [look(branch) for branch in group.branches]
    known = [branch for branch in branches if branch is not None and branch.is_plain]
    if group.exclusive or node.discriminator or len(known) != len(branches):
        return node
    owners: dict[str, Node] = {}
    for branch in known:
        for kind in {_KINDS.get(atom, atom) for atom in branch.types} - {"null"}:
            if kind in owners and not (_only_values(owners[kind], kind) and _only_values(branch, kind)):
                return node
            owners.setdefault(kind, branch)
    return _joined(node, known, owners)


def _only_values(node: Node, kind: str) -> bool:
    return all(atom in node.values for atom in node.types if _KINDS.get(atom, atom) == kind)


def _joined(node: Node, branches: list[Node], owners: Mapping[str, Node]) -> Node:
    values: dict[str, dict[str, Any]] = {}
    limits: dict[str, float] = {}
    places: dict[str, str] = {}
    for branch in reversed(branches):
        limits |= branch.limits
        places |= branch.places
    for branch in branches:
        for atom, found in branch.values.items():
            values[atom] = {**values.get(atom, {}), **found}
    if len(values.get("boolean", ())) == 2:
        del values["boolean"]
    facets = {name: getattr(owners[kind], name) for kind, names in _FACETS.items() if kind in owners for name in names}
    formats = frozenset(name for branch in branches for name in branch.formats)
    return replace(
        node,
        groups=(),
        is_union=False,
        values=values,
        is_const=False,
        limits=limits,
        formats=formats,
        places={**places, **node.places},
        annotations={**_shared(branches), **node.annotations},
        **facets,
    )


def _shared(branches: list[Node]) -> Mapping[str, Any]:
    """Give the annotations of the only alternative beside null."""
    others = [branch for branch in branches if branch.types != {"null"}]
    return others[0].annotations if len(others) == 1 else {}
