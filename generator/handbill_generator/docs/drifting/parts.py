"""What came or went because a whole part of a page did.

In: drafts, and two `Statements`.  Out: the drafts, those of one such part made one.
Never: calls gone what a part that became unreadable had; joins what another part of the page says too, or what is
said in sentences, which are no part that holds others.

A page that has an OpenAPI document now knows more, and that is no change of the API; one that has none any more knows
less.  What it says in another way than the rest of the page has said it is a change all the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from handbill_generator.docs.drifting.statements import Part, Scope, Spot, Statements, scope_of
from handbill_generator.docs.drifting.telling import Draft, named
from handbill_generator.docs.judging.wording import message
from handbill_generator.docs.model import Attribute, Side

_FEWEST = 2
"""A part that brings or takes one thing is no better known than that thing."""

_BROKEN = frozenset({Attribute.example_broken, Attribute.sample_broken})

_ADDED = "hold the page against the contract with handbill docs audit, then run handbill docs accept"
_REMOVED = "look at the page: what only this part said cannot be checked any more"


def joined(drafts: Iterable[Draft], before: Statements, after: Statements) -> tuple[Draft, ...]:
    """Give *drafts*, with one in the place of those that say no more than that a part of the page came or went."""
    drafts = tuple(drafts)
    broken = frozenset(
        scope_of(draft.spot, part)
        for draft in drafts
        if draft.new and draft.attribute in _BROKEN
        for part in draft.moved
    )
    kept: list[Draft] = []
    came: dict[Scope, list[Draft]] = {}
    went: dict[Scope, list[Draft]] = {}
    for draft in drafts:
        scope = _scope(draft)
        if _is_loss(draft) and draft.moved and all(scope_of(draft.spot, part) in broken for part in draft.moved):
            continue  # who cannot read an example does not know what it has lost
        if scope and not draft.old and _is_only_in(scope, after, before):
            came.setdefault(scope, []).append(draft)
        elif scope and not draft.new and _is_only_in(scope, before, after):
            went.setdefault(scope, []).append(draft)
        else:
            kept.append(draft)
    for scopes, way in ((came, "added"), (went, "removed")):
        for scope, same in scopes.items():
            kept += same if len(same) < _FEWEST else [_one(scope, same, way)]
    return tuple(kept)


def _is_loss(draft: Draft) -> bool:
    return not draft.new or draft.id.endswith("-removed")


def _scope(draft: Draft) -> Scope | None:
    """Give the one part that moved, where it is one that holds others."""
    if len(draft.moved) != 1 or Part.prose in draft.moved:
        return None
    return scope_of(draft.spot, *draft.moved)


def _is_only_in(scope: Scope, side: Statements, other: Statements) -> bool:
    """Whether only one side has a part, of something that both sides know."""
    return side.has(scope) and not other.has(scope) and other.speaks_of(scope)


def _one(scope: Scope, drafts: list[Draft], way: str) -> Draft:
    names = tuple(dict.fromkeys(_name(draft) for draft in drafts))
    about = "" if scope.part is Part.schema else f" of {message(scope.side, scope.status)}"
    told = ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
    says = (
        "the page has it now, and it alone says" if way == "added" else "the page no longer has it, and it alone said"
    )
    return Draft(
        id=f"source-{way}",
        spot=Spot(scope.operation),  # of the page: no message of the API came or went
        message=f"{scope.part.value}{about}: {says} something of {told}",
        names=(scope.part.value, *names),
        old=tuple(fact for draft in drafts for fact in draft.old),
        new=tuple(fact for draft in drafts for fact in draft.new),
        moved=frozenset({scope.part}),
        hint=_ADDED if way == "added" else _REMOVED,
    )


def _name(draft: Draft) -> str:
    return named(draft.spot) if draft.spot.side is not Side.neither else "the operation"
