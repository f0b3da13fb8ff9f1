"""What moved on a page since it was locked.

In: a page of the lock, and the page as it is now.  Out: findings: one a cause, none for what only looks different.
Never: looks at a contract; calls gone what a new design of the page, or a new reader, merely does not show.
"""

from __future__ import annotations

from handbill_generator.docs.drifting import attributes, elements
from handbill_generator.docs.drifting.operations import paired
from handbill_generator.docs.drifting.parts import joined
from handbill_generator.docs.drifting.renaming import renamed
from handbill_generator.docs.drifting.statements import NOTES, Spot, Statements
from handbill_generator.docs.findings import Finding
from handbill_generator.docs.judging.finding import found
from handbill_generator.docs.locking.pages import EXTRACTOR, LockedPage, fingerprint_of
from handbill_generator.docs.model import TRANSIENT, Attribute, Page

MOST_LOST = 0.5
"""The share of what a page said that an edit takes away at most.  Providers that changed a page took away less than a
fifth; a new design or a login page leaves next to nothing that a reader finds."""

_FEW = 12
"""Below this many statements one field is a large share, so only a page of which nothing is left was restructured."""


def drifted(old: LockedPage, new: Page) -> tuple[Finding, ...]:
    """Give what *new* says in another way than *old*, by element.

    The findings name elements as the lock has them.  They know no contract: pointer, symbols and edits are empty.
    """
    name = old.name
    if old.extractor != EXTRACTOR:
        return (_outdated(old),)
    new = new.of(old.operation) if old.operation else new
    if fingerprint_of(new.facts) == old.fingerprint:
        return ()
    pair = paired(old.page, new)
    before, after = Statements(pair.before), Statements(pair.after)
    names, facts = renamed(before, after, pair.after)
    after = Statements(facts)
    lost, said = _lost(before, after)
    if _is_restructured(lost, said, old, new):
        return (_restructured(old, new, lost, said),)
    changed = attributes.changed(before, after)
    other = frozenset(draft.spot for draft in changed if draft.attribute is Attribute.type)
    moved = elements.moved(before, after, inside=other)
    drafts = (*names, *joined((*pair.drafts, *changed, *moved), before, after))
    return tuple(draft.on(name) for draft in sorted(drafts, key=lambda draft: (draft.spot, draft.id, draft.names)))


def _lost(before: Statements, after: Statements) -> tuple[int, int]:
    """Count what *before* says of the API and *after* does not, in whatever way, and what *before* says at all."""
    said = {
        (spot, attribute)
        for spot in before.spots
        for attribute in before.at(spot)
        if attribute not in TRANSIENT and attribute not in NOTES
    }
    kept = {(spot, attribute) for spot, attribute in said if _says(after, spot, attribute)}
    return len(said) - len(kept), len(said)


def _says(after: Statements, spot: Spot, attribute: Attribute) -> bool:
    return attribute in after.at(spot) or (attribute is Attribute.exists and bool(after.parts(spot)))


def _is_restructured(lost: int, said: int, old: LockedPage, new: Page) -> bool:
    if not lost:
        return False
    if new.format is not old.format or lost == said:
        return True
    return said >= _FEW and lost > said * MOST_LOST


def _restructured(old: LockedPage, new: Page, lost: int, said: int) -> Finding:
    form = "" if new.format is old.format else f"; it was {old.format.value}, and is {new.format.value}"
    return found(
        "page-restructured",
        page=old.name,
        operation=old.operation,
        message=f"{lost} of the {said} things that the page said cannot be read from it any more{form}",
        hint="look at the page; hold it against the contract with handbill docs audit, then run handbill docs lock",
    )


def _outdated(old: LockedPage) -> Finding:
    return found(
        "extractor-outdated",
        page=old.name,
        operation=old.operation,
        message=f"the page was read with another extractor, {old.extractor}, and is now read with {EXTRACTOR}",
        hint="run handbill docs lock again",
    )
