"""Update means one thing: what is named changes, and all else that the server has of the campaign stays as it was."""

from __future__ import annotations

from typing import Any

import pytest
from handbill import InvalidRequest, Unsupported, adapter_of
from hypothesis import given, settings

from .cases import ABSENT, TESTED, Sample, case_of
from .parts import changes, named
from .searching import Flat, drafted, written
from .stage import Callers, Stage, differing, inside, leaves

CELLS = [(provider, field) for provider in TESTED for field in case_of(provider).samples]
WRITTEN = [cell for cell in CELLS if cell[1] != "schedule.send_now"]
CLEARED = [cell for cell in CELLS if adapter_of(cell[0]).table[cell[1]].clears]


def base(stage: Stage) -> dict[str, Any]:
    return {"base": stage.case.draft} if stage.case.overwrites else {}


def places_of(sample: Sample) -> set[str]:
    """The places that a field may change, and those of what must be given with it."""
    return {*sample.stored, *sample.cleared, *sample.touches}


@pytest.mark.parametrize(("provider", "field"), WRITTEN)
def test_one_field_changes_alone(stage: Stage, field: str) -> None:
    """A change of one field changes that field, and leaves every other stored one to the letter."""
    sample = stage.case.samples[field]
    with stage.caller() as caller:
        id = caller("create", stage.case.draft).id
        before = stage.stored(id)
        caller("update", id, **base(stage), **changes({field: sample.value, **sample.also}))
    moved = differing(before, stage.stored(id))
    assert moved
    assert {place for place in moved if not inside(place, places_of(sample))} == set()


@pytest.mark.parametrize(("provider", "field"), CLEARED)
def test_one_field_is_cleared_alone(stage: Stage, field: str) -> None:
    """Clearing a field leaves every other stored one to the letter."""
    sample = stage.case.samples[field]
    with stage.caller() as caller:
        id = caller("create", stage.case.draft).id
        before = stage.stored(id)
        caller("update", id, **base(stage), **changes({field: None}))
    moved = differing(before, stage.stored(id))
    assert moved or field not in named(stage.case.draft)
    assert {place for place in moved if not inside(place, places_of(sample))} == set()


@pytest.mark.parametrize("provider", TESTED)
def test_a_change_to_the_same_changes_nothing(stage: Stage) -> None:
    """Writing what is there already leaves all of the campaign as it was."""
    draft = stage.case.draft
    same: Any = {"name": draft.name, "audience": draft.audience, "sender": draft.sender, "tracking": draft.tracking}
    with stage.caller() as caller:
        id = caller("create", draft).id
        before = stage.stored(id)
        for part, value in same.items():
            if part == "name" or value != type(value)():
                caller("update", id, **base(stage), **{part: value})
    assert differing(before, stage.stored(id)) == set()


@pytest.mark.parametrize("provider", TESTED)
def test_whatever_changes_alone(provider: str, callers: Callers) -> None:
    """Whatever change is made, the stored campaign differs from the one before in what the change names alone."""
    stage, caller = callers[provider]
    case = stage.case

    @settings(max_examples=25)
    @given(before=written(case, cleared=False), change=written(case))
    def search(before: Flat, change: Flat) -> None:
        stage.sandbox.reset()
        case.prepare(stage.sandbox)
        draft = drafted(case, before)
        id = caller("create", draft).id
        found = stage.stored(id)
        try:
            caller("update", id, **({"base": draft} if case.overwrites else {}), **changes(change))
        except (Unsupported, InvalidRequest):
            # Some providers do not let all of the audience, or all of the message, be cleared.
            assert None in change.values()
            assert stage.stored(id) == found
            return
        after = stage.stored(id)
        allowed = set().union(*(places_of(case.samples[name]) for name in change))
        if any(name.startswith("schedule") for name in change):
            # Another kind of schedule takes the place of the one before.
            allowed |= {
                place for name in case.samples if name.startswith("schedule") for place in case.samples[name].stored
            }
        assert {place for place in differing(found, after) if not inside(place, allowed)} == set()
        for name, value in change.items():
            check_named(case.samples[name], value, after)

    search()


def check_named(sample: Sample, value: Any, after: dict[str, Any]) -> None:
    """Check that a field of a change is stored, where it is cleared or has the sample's value."""
    expected = sample.cleared if value is None else sample.stored if value == sample.value else {}
    for place, held in expected.items():
        wanted = {} if held is ABSENT else leaves(held, place)
        assert {at: one for at, one in after.items() if inside(at, [place])} == wanted
