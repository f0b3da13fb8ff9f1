"""Compare alternatives, conditions and negations.

In: a `Local`, and the way to compare two schemas whole.  Out: its findings, and edges to the alternatives that match.
Never: goes by the order of alternatives.

An alternative is found again by its component, by the value of the discriminator or the title, by being the same, or by
being the most alike.  One that comes or goes changes nothing where another accepts the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from handbill_generator.changes.model import Effect
from handbill_generator.changes.schemas.local import Edge, Local, Look, Relation
from handbill_generator.changes.schemas.node import TYPES, Condition, Conjunction, Group, Node

_ALIKE = 0.5
_LONGEST = 64
"""More alternatives than this are matched by their names alone."""


def compare_alternatives(at: Local) -> None:
    """Find what changed in `anyOf`, `oneOf`, `not` and `if`."""
    look, across = at.looks, at.across
    old, new = list(at.old.groups), list(at.new.groups)
    if len(old) == 1 and not new and at.old.is_union:
        _compare(at, old[0], _lone(at.new), look, across)
    elif len(new) == 1 and not old and at.new.is_union:
        _compare(at, _lone(at.old), new[0], look, across)
    else:
        for before, after in zip(old, new, strict=False):
            _compare(at, before, after, look, across)
        for group in old[len(new) :]:
            if not any(_is_inside(across(branch, at.new.conjunction)) for branch in group.branches):
                message = "the alternatives were removed"
                at.find(f"{group.word}-removed", "alternatives", Effect.widens, message, _key(group))
        for group in new[len(old) :]:
            if not any(_is_around(across(at.old.conjunction, branch)) for branch in group.branches):
                message = "one of the alternatives must hold now"
                at.find(f"{group.word}-added", "alternatives", Effect.narrows, message, _key(group))
    _negations(at, across)
    _conditions(at, across)


def _is_inside(effect: Effect) -> bool:
    return effect in (Effect.narrows, Effect.none)


def _is_around(effect: Effect) -> bool:
    return effect in (Effect.widens, Effect.none)


def _key(group: Group) -> str:
    return group.pointer.rpartition("/")[2]


def _lone(node: Node) -> Group:
    """Give a schema without alternatives as the only one."""
    return Group(branches=(node.conjunction,), exclusive=False, pointer="")


def _by_type(group: Group, look: Look) -> Group:
    """Give alternatives with one for each type that a plain one of them accepts; components stay whole."""
    found: list[Conjunction] = []
    for branch in group.branches:
        node = look(branch)
        kinds = sorted({{"integer": "number", "fraction": "number"}.get(atom, atom) for atom in _kinds(node)})
        is_whole = node is None or not node.is_plain or (node.component and group.pointer)
        found += [(*branch, TYPES[kind]) for kind in kinds] if len(kinds) > 1 and not is_whole else [branch]
    return replace(group, branches=tuple(found))


def _compare(at: Local, old: Group, new: Group, look: tuple[Look, Look], across: Relation) -> None:
    pairs = _matched(old.branches, new.branches, look, across)
    is_exclusive = old.exclusive or new.exclusive
    if not is_exclusive and len(pairs) < max(len(old.branches), len(new.branches)):
        # What one side says in one alternative the other may say in several.
        old, new = _by_type(old, look[0]), _by_type(new, look[1])
        pairs = _matched(old.branches, new.branches, look, across)
    if old.exclusive != new.exclusive and old.pointer and new.pointer:
        word = "exclusive" if new.exclusive else "inclusive"
        message = f"of the alternatives {'only one' if new.exclusive else 'more than one'} may hold now"
        effect = Effect.narrows if new.exclusive else Effect.widens
        at.find(f"alternatives-became-{word}", "alternatives", effect, message, _key(new))
    for before, after in pairs:
        at.edges.append(
            Edge(old=before, new=after, polarity=0 if is_exclusive else 1, step=_name(after), skips_null=True)
        )
    matched_old, matched_new = {b for b, _ in pairs}, {a for _, a in pairs}
    for branch in old.branches:
        if branch not in matched_old:
            effect = _gone(branch, old, new, is_exclusive, across)
            if effect is not Effect.none or _component(branch, look[0]):
                _branch(at, old, branch, look[0], effect, "removed")
    for branch in new.branches:
        if branch not in matched_new:
            effect = Effect.widens
            if is_exclusive:
                effect = Effect.both
            elif any(_is_inside(across(other, branch)) for other in old.branches):
                effect = Effect.none
            if effect is not Effect.none or _component(branch, look[1]):
                _branch(at, new, branch, look[1], effect, "added")


def _gone(branch: Conjunction, old: Group, new: Group, is_exclusive: bool, across: Relation) -> Effect:
    """Say what it comes to that an alternative is gone: nothing, where another accepts all that it did."""
    if is_exclusive:
        return Effect.both
    covered = any(_is_around(across(branch, other)) for other in new.branches)
    return Effect.none if covered else Effect.narrows


def _branch(at: Local, group: Group, branch: Conjunction, look: Look, effect: Effect, action: str) -> None:
    word = group.word if group.pointer else "any-of"
    name = _component(branch, look).rpartition("/")[2] or _name(branch)
    message = f"the alternative {name} was {action}"
    if effect is Effect.none:
        message += ", and another accepts the same"
    at.find(
        f"{word}-{action}",
        "alternatives",
        effect,
        message,
        "oneOf" if word == "one-of" else "anyOf",
        values=(name, None) if action == "removed" else (None, name),
        key=name,
    )


def _name(branch: Conjunction) -> str:
    """Say which alternative is meant: the name of its component, or where it stands."""
    tokens = branch[-1].split("/") if branch else ["anything"]
    return tokens[-1] if tokens[-1].isidentifier() or len(tokens) < 2 else " ".join(tokens[-2:])


def _matched(
    old: tuple[Conjunction, ...], new: tuple[Conjunction, ...], look: tuple[Look, Look], across: Relation
) -> list[tuple[Conjunction, Conjunction]]:
    """Pair the alternatives of both sides, by what tells most first."""
    left, right = list(old), list(new)
    pairs: list[tuple[Conjunction, Conjunction]] = []

    def take(matches: Callable[[Conjunction, Conjunction], bool]) -> None:
        for before in list(left):
            after = next((branch for branch in right if matches(before, branch)), None)
            if after is not None:
                pairs.append((before, after))
                left.remove(before)
                right.remove(after)

    take(lambda one, other: _component(one, look[0]) == _component(other, look[1]) != "")
    take(lambda one, other: _told(look[0](one)) == _told(look[1](other)) != ())
    if len(left) * len(right) <= _LONGEST * _LONGEST:
        take(lambda one, other: across(one, other) is Effect.none)
        for least in (0.99, _ALIKE):
            take(lambda one, other, least=least: _likeness(look[0](one), look[1](other)) >= least)  # type: ignore[misc]
    if len(left) == len(right) == 1 and _kinds(look[0](left[0])) & _kinds(look[1](right[0])):
        pairs.append((left[0], right[0]))
    return pairs


def _component(branch: Conjunction, look: Look) -> str:
    """Give the place of the component that an alternative is, or that it only refers to."""
    node = look(branch)
    return node.component if node else ""


def _told(node: Node | None) -> tuple[str, ...]:
    """Give the title, or the values that a required property is held to."""
    if node is None:
        return ()
    return (str(node.annotations["title"]),) if node.annotations.get("title") else ()


def _kinds(node: Node | None) -> frozenset[str]:
    return node.types - {"null"} if node else frozenset()


def _likeness(one: Node | None, other: Node | None) -> float:
    """Say how many of the properties of two objects are the same, from 0 to 1; other types are alike or not."""
    if one is None or other is None or not _kinds(one) & _kinds(other):
        return 0
    names = one.properties.keys() | other.properties.keys()
    if not names:
        return 1 if _kinds(one) == _kinds(other) else _ALIKE
    return len(one.properties.keys() & other.properties.keys()) / len(names)


def _negations(at: Local, across: Relation) -> None:
    left, right = list(at.old.negations), list(at.new.negations)
    for before in list(left):
        same = next((after for after in right if across(before, after) is Effect.none), None)
        if same is not None:
            left.remove(before)
            right.remove(same)
    for before, after in zip(left, right, strict=False):
        at.go(before, after, "not", polarity=-1)
    for gone in left[len(right) :]:
        if at.looks[0](gone) is None or _types(at.looks[0](gone)) & at.new.types:
            at.find("not-removed", "not", Effect.widens, "what was refused is accepted now", "not")
    for come in right[len(left) :]:
        if at.looks[1](come) is None or _types(at.looks[1](come)) & at.old.types:
            at.find("not-added", "not", Effect.narrows, "something more is refused now", "not")


def _types(node: Node | None) -> frozenset[str]:
    return node.types if node else frozenset()


def _conditions(at: Local, across: Relation) -> None:
    left, right = list(at.old.conditions), list(at.new.conditions)
    for before in list(left):
        same = next((after for after in right if _same(before, after, across)), None)
        if same is not None:
            left.remove(before)
            right.remove(same)
    for before, after in zip(left, right, strict=False):
        at.go(before.test, after.test, "if", polarity=_polarity(before, after))
        at.go(before.then, after.then, "then")
        at.go(before.otherwise, after.otherwise, "else")
    for _ in left[len(right) :]:
        at.find("if-removed", "condition", Effect.widens, "a condition was removed", "if")
    for _ in right[len(left) :]:
        at.find("if-added", "condition", Effect.narrows, "a condition was added", "if")


def _polarity(old: Condition, new: Condition) -> int:
    """Say what a wider test comes to: with `then` alone more is asked, with `else` alone less is."""
    has_then, has_else = (any(part) for part in ((old.then, new.then), (old.otherwise, new.otherwise)))
    return 0 if has_then and has_else else -1 if has_then else 1


def _same(old: Condition, new: Condition, across: Relation) -> bool:
    parts: Iterable[tuple[Conjunction, Conjunction]] = (
        (old.test, new.test),
        (old.then, new.then),
        (old.otherwise, new.otherwise),
    )
    return all(across(before, after) is Effect.none for before, after in parts)
