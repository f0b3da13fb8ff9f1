"""Apply overlays to a document.

In: the main `Document`, and overlays in their order.  Out: the `Document` that they make, and what to be told of it.
Never: changes one of the trees, or looks at what the document refers to.

The result is the document itself in all but its content: it has its path, so that a reference that an overlay brings
leads from there, as the text would if it had been written into the file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256

from handbill_generator.bundle.where import Where
from handbill_generator.diagnostics import SpecError
from handbill_generator.load import JSON, STANDARD, Document, Limits, Tokens, pointer_of, value_at
from handbill_generator.load.source import shown
from handbill_generator.overlay.extending import mismatch
from handbill_generator.overlay.model import Action, Kind, Notice, Overlay
from handbill_generator.overlay.parts import (
    Change,
    Incompatible,
    Origin,
    Part,
    Steps,
    Targets,
    TooManySteps,
    appended,
    changed,
    height,
    merged,
)
from handbill_generator.overlay.queries import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaid:
    """A document with its overlays applied."""

    document: Document
    notices: tuple[Notice, ...]


def overlaid(document: Document, overlays: Iterable[Overlay], *, limits: Limits = STANDARD) -> Overlaid:
    """Apply *overlays* to *document*, each to what the one before it made.

    Raises SpecError, with the place in the overlay, for an action that cannot be done, makes the document deeper than
    *limits*, or, with all that came before, looks at more values than a document may have.
    """
    overlays = tuple(overlays)
    if not overlays:
        return Overlaid(document=document, notices=())
    work = _Applying(document, limits)
    for overlay in overlays:
        work.notices += mismatch(overlay, document)
        for action in overlay.actions:
            work.apply(action, overlay)
    digests = [document.content_sha256, *(overlay.document.content_sha256 for overlay in overlays)]
    tree = work.part.value
    assert isinstance(tree, dict)
    return Overlaid(
        document=replace(
            document,
            tree=tree,
            place=work.part.position,
            content_sha256=sha256("".join(digests).encode()).hexdigest(),
        ),
        notices=tuple(work.notices),
    )


class _Applying:
    """The document as it is by now."""

    def __init__(self, document: Document, limits: Limits) -> None:
        self.part = Part(document.tree, Origin(Where(document, ())))
        self.notices: list[Notice] = []
        self._limits = limits
        self._steps = Steps(limits.nodes)

    def apply(self, action: Action, overlay: Overlay) -> None:
        try:
            self._apply(action, overlay)
        except TooManySteps:
            message = f'"{shown(action.target)}" and what came before it look at more than {self._limits.nodes} values'
            raise action.at.error(message, "select by names where you can, and less with ..") from None

    def _apply(self, action: Action, overlay: Overlay) -> None:
        # A reusable action brings its target from where it is referred to, so that is where it stands.
        at = action.at.below("target")
        query = Query(action.target, at)
        places = query.select(self.part.value, self._steps, self._limits)
        if not places:
            near = query.nearest(self.part.value)
            self.notices.append(
                Notice(
                    position=at.document.position(pointer_of(at.tokens)),
                    pointer=pointer_of(at.tokens),
                    message=f'"{shown(action.target, 200)}" selects nothing, so the action does nothing',
                    hint=f"write {near} if that is meant" if near else "correct the target, or remove the action",
                )
            )
            return
        if action.kind is Kind.remove:
            self._remove(action, places)
        else:
            self._merge(action, overlay, places)

    def _remove(self, action: Action, places: tuple[Tokens, ...]) -> None:
        if () in places:
            raise action.at.error("the whole document cannot be removed", "select a part of it")
        self._change(places, lambda part: None)

    def _merge(self, action: Action, overlay: Overlay, places: tuple[Tokens, ...]) -> None:
        brought = self._brought(action)
        self._check_kinds(action, overlay, places, brought)
        deepest = max(map(len, places)) + height(brought.value, self._steps)
        if deepest > self._limits.depth:
            message = f'more than {self._limits.depth} levels of nesting (limit "depth")'
            raise action.given.error(message, "select what is less deep, or bring less")

        def change(part: Part) -> Part:
            if isinstance(part.value, list) and not isinstance(brought.value, list):
                return appended(part, [brought], self._steps)
            return merged(part, brought, self._steps)

        try:
            self._change(places, change)
        except Incompatible as found:
            raise _incompatible(action, found) from None

    def _change(self, places: tuple[Tokens, ...], change: Change) -> None:
        made = changed(self.part, Targets.of(places), change)
        assert made is not None
        self.part = made

    def _brought(self, action: Action) -> Part:
        """Give what the action brings; raises SpecError where what is to be copied is not one value."""
        if action.kind is Kind.update:
            return Part(action.given.value, Origin(action.given))
        text = str(action.given.value)
        query = Query(text, action.given)
        found = query.select(self.part.value, self._steps, self._limits)
        if len(found) != 1:
            count = f"{len(found)} values" if found else "nothing"
            near = query.nearest(self.part.value)
            hint = f"write {near} if that is meant" if near else "select one value"
            raise action.given.error(f'"{shown(text, 200)}" selects {count} to copy', hint)
        return self.part.at(found[0])

    def _check_kinds(self, action: Action, overlay: Overlay, places: tuple[Tokens, ...], brought: Part) -> None:
        """Refuse targets of several kinds, and what their kind does not take (Overlay 1.1.0, "Action Object")."""
        at = action.at.below("target")
        kinds = {_kind(value_at(self.part.value, tokens)) for tokens in places}
        if len(kinds) > 1:
            message = f'"{shown(action.target, 200)}" selects {" and ".join(sorted(kinds))}, which no one value fits'
            raise at.error(message, "make it several actions")
        if "scalars" in kinds and not overlay.can_select_scalars:
            hint = "select the mapping that it stands in, or begin with overlay: 1.1.0"
            raise at.error("in overlay 1.0 a target must be a mapping or a list", hint)
        if kinds == {"mappings"} and not isinstance(brought.value, dict):
            raise action.given.error(f"{_described(brought.value)} cannot be merged into a mapping", "bring a mapping")


def _kind(value: JSON) -> str:
    return "mappings" if isinstance(value, dict) else "lists" if isinstance(value, list) else "scalars"


def _incompatible(action: Action, found: Incompatible) -> SpecError:
    there, brought = found.there, found.brought
    at = action.given if action.kind is Kind.copy else brought.origin.where
    where = there.origin.where
    message = (
        f"{_described(brought.value)} cannot take the place of {_described(there.value)} "
        f"at {where.document.position(pointer_of(where.tokens))}"
    )
    return at.error(message, "remove that one by an action before this")


def _described(value: JSON) -> str:
    match value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case str():
            return f'the text "{shown(value, 40)}"'
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case _:
            return f"the number {value}"
