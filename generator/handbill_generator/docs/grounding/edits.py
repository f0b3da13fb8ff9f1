"""What to write into a contract so that it says what a page says.

In: a finding.  Out: edits, none where it is not clear what to edit.
Never: suggests an edit that says anything else, or that another operation would have to be right for.

What a component states is edited there: whoever uses it is documented by the same words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from handbill_generator.contract import Operation
from handbill_generator.docs.findings import Edit, Finding
from handbill_generator.docs.grounding.composing import composed
from handbill_generator.docs.grounding.edits_elements import added, removed, renamed
from handbill_generator.docs.grounding.edits_keywords import keyword_set, nullable_set, required_set, type_set
from handbill_generator.docs.grounding.edits_statuses import codes_added, codes_removed, status_added, status_removed
from handbill_generator.docs.grounding.edits_values import values_added, values_removed
from handbill_generator.docs.grounding.places import Places, as_held
from handbill_generator.docs.grounding.targets import Target, is_old
from handbill_generator.docs.grounding.wishes import Action, Wish, wish_of
from handbill_generator.docs.model import Attribute, Fact, Side

_OF_ELEMENTS: Mapping[tuple[Action, Attribute], Callable[[Target, Wish], Iterator[Edit]]] = {
    (Action.remove, Attribute.exists): removed,
    (Action.rename, Attribute.exists): renamed,
    (Action.add, Attribute.enum): values_added,
    (Action.remove, Attribute.enum): values_removed,
    (Action.set, Attribute.type): type_set,
    (Action.set, Attribute.nullable): nullable_set,
    (Action.set, Attribute.required): required_set,
}
_KEYWORDS = frozenset(
    {
        Attribute.format,
        Attribute.minimum,
        Attribute.maximum,
        Attribute.exclusive_minimum,
        Attribute.exclusive_maximum,
        Attribute.multiple_of,
        Attribute.min_length,
        Attribute.max_length,
        Attribute.min_items,
        Attribute.max_items,
        Attribute.min_properties,
        Attribute.max_properties,
        Attribute.pattern,
        Attribute.default,
        Attribute.deprecated,
        Attribute.read_only,
        Attribute.write_only,
    }
)


def suggested(places: Places, finding: Finding, facts: Iterable[Fact] = ()) -> tuple[Edit, ...]:
    """Give the edits that would make the contract say what the page of *finding* says.

    *facts* are those of the page: they tell what an element that is to be added is made of.
    """
    wish = wish_of(finding)
    operation = places.operation(finding.operation)
    if wish is None or operation is None:
        return ()
    return tuple(_edits(places, finding, wish, operation, facts))


def _edits(places: Places, finding: Finding, wish: Wish, operation: Operation, facts: Iterable[Fact]) -> Iterator[Edit]:
    if not finding.path:
        yield from _of_whole(places, finding, wish, operation)
        return
    if wish.action is Action.add and wish.attribute is Attribute.exists:
        new = composed(facts, finding.side, finding.status, finding.path, is_old=is_old(places.contract))
        yield from added(places, operation, finding.side, finding.status, finding.path, new)
        return
    path = as_held(finding.path, finding.operation, operation)
    way = places.way(operation, finding.side, finding.status, path)
    if way.left or way.holder is None:
        return
    target = Target(places, operation, way, way.taken)
    if edit := _OF_ELEMENTS.get((wish.action, wish.attribute)):
        yield from edit(target, wish)
    elif wish.action is not Action.rename and wish.attribute in _KEYWORDS:
        yield from keyword_set(target, wish)


def _of_whole(places: Places, finding: Finding, wish: Wish, operation: Operation) -> Iterator[Edit]:
    """Give the edits of an operation or of a response."""
    if finding.side is Side.neither and wish.attribute is Attribute.deprecated and wish.action is not Action.rename:
        yield from _deprecated(places, operation, is_wanted=wish.action is not Action.remove and wish.values == (True,))
    if finding.side is not Side.response or not finding.status:
        return
    match wish.action, wish.attribute:
        case Action.add, Attribute.exists:
            yield from status_added(places, operation, finding.status)
        case Action.remove, Attribute.exists:
            yield from status_removed(places, operation, finding.status)
        case Action.add, Attribute.code:
            yield from codes_added(places, operation, finding.status, wish.values)
        case Action.remove, Attribute.code:
            yield from codes_removed(places, operation, finding.status, wish.values)
        case _:
            pass


def _deprecated(places: Places, operation: Operation, *, is_wanted: bool) -> Iterator[Edit]:
    if operation.deprecated is not is_wanted:
        pointer = f"{operation.pointer}/deprecated"
        position = places.contract.position(pointer)
        action, value = ("add", True) if is_wanted else ("remove", None)
        yield Edit(action=action, pointer=pointer, value=value, position=position)
