"""Every field of every provider: carried to the server and given back; or refused, before anything is sent."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import handbill
import pytest
from handbill import FIELDS, UNKNOWN, Level, Unsupported, adapter_of

from .calling import Caller, Mode
from .cases import ABSENT, TESTED, Places, Sample
from .parts import changed, changes, given, seen
from .stage import Stage, alike, inside, leaves
from .words import EXAMPLES

CELLS = [(provider, field) for provider in TESTED for field in FIELDS]
USABLE = [cell for cell in CELLS if adapter_of(cell[0]).table[cell[1]].level.usable]
REFUSED = [cell for cell in CELLS if cell not in USABLE]
CLEARED = [cell for cell in USABLE if adapter_of(cell[0]).table[cell[1]].clears]
KEPT = [cell for cell in USABLE if cell not in CLEARED]
WRITTEN = [cell for cell in USABLE if cell[1] != "schedule.send_now"]


def check_stored(stage: Stage, id: str, places: Places) -> None:
    """Check that the server has at *places* what it must have, whole."""
    stored = stage.stored(id)
    for place, value in places.items():
        expected = {} if value is ABSENT else leaves(value, place)
        assert {at: one for at, one in stored.items() if inside(at, [place])} == expected


def check_read(stage: Stage, caller: Caller, id: str, field: str, sample: Sample) -> None:
    """Check that `get` gives the field back, where the table says that it does."""
    if handbill.capabilities(stage.provider)[field].reads:
        value = sample.value if sample.read is ABSENT else sample.read
        assert agree(given(field, value), seen(caller("get", id), field))


def agree(value: Any, read: Any) -> bool:
    """Whether *read* says all that *value* says; a schedule may be told with more than was given."""
    if is_dataclass(value) and type(value) is type(read):
        pairs = [(getattr(value, one.name), getattr(read, one.name)) for one in fields(value)]
        return all(mine is UNKNOWN or mine == theirs for mine, theirs in pairs)
    return bool(value == read)


def lost(losses: Any, field: str) -> list[str]:
    return [loss.what for loss in losses if loss.field == field]


def note(stage: Stage, field: str) -> list[str]:
    row = handbill.capabilities(stage.provider)[field]
    return [row.note] if row.level is Level.LOSSY else []


def base(stage: Stage, draft: Any) -> dict[str, Any]:
    return {"base": draft} if stage.case.overwrites else {}


@pytest.mark.parametrize(("provider", "field"), WRITTEN)
def test_a_field_is_created(stage: Stage, field: str, mode: Mode) -> None:
    """A field of a draft is stored as it is meant, read as it was given, and its loss is reported."""
    sample = stage.case.samples[field]
    with stage.caller(mode) as caller:
        result = caller("create", changed(stage.case.bare, {field: sample.value, **sample.also}))
        check_stored(stage, result.id, sample.stored)
        check_read(stage, caller, result.id, field, sample)
    assert lost(result.losses, field) == note(stage, field)
    assert result.omitted == ()


@pytest.mark.parametrize(("provider", "field"), WRITTEN)
def test_a_field_is_updated(stage: Stage, field: str, mode: Mode) -> None:
    """A field of a change is stored as it is meant, read as it was given, and its loss is reported."""
    sample = stage.case.samples[field]
    draft = stage.case.draft
    with stage.caller(mode) as caller:
        id = caller("create", draft).id
        result = caller("update", id, **base(stage, draft), **changes({field: sample.value, **sample.also}))
        check_stored(stage, id, sample.stored)
        check_read(stage, caller, id, field, sample)
    assert lost(result.losses, field) == note(stage, field)
    assert result.omitted == ()


@pytest.mark.parametrize(("provider", "field"), [cell for cell in USABLE if cell[1].startswith("schedule")])
def test_a_schedule_is_set(stage: Stage, field: str, mode: Mode) -> None:
    """Every kind of schedule that the provider has can be given to `schedule`."""
    sample = stage.case.samples[field]
    draft = stage.case.draft
    with stage.caller(mode) as caller:
        id = caller("create", draft).id
        result = caller("schedule", id, sample.value, **base(stage, draft))
        check_stored(stage, id, sample.stored)
        check_read(stage, caller, id, field, sample)
    assert lost(result.losses, field) == note(stage, field)


@pytest.mark.parametrize(("provider", "field"), CLEARED)
def test_none_clears(stage: Stage, field: str, mode: Mode) -> None:
    """None takes a field from the server, where a way to do that is documented."""
    draft = stage.case.draft
    with stage.caller(mode) as caller:
        id = caller("create", draft).id
        caller("update", id, **base(stage, draft), **changes({field: None}))
        check_stored(stage, id, stage.case.samples[field].cleared)
        if handbill.capabilities(stage.provider)[field].reads:
            assert seen(caller("get", id), field) is None


@pytest.mark.parametrize(("provider", "field"), [cell for cell in KEPT if not cell[1].startswith("schedule")])
def test_none_is_refused_where_nothing_clears(stage: Stage, field: str) -> None:
    """None raises Unsupported, and sends nothing, where no way to clear is documented."""
    with stage.caller() as caller, pytest.raises(Unsupported) as caught:
        caller("update", "c-1", **base(stage, stage.case.draft), **changes({field: None}))
    assert field.startswith(caught.value.what)
    assert caught.value.reason
    assert stage.came == []


@pytest.mark.parametrize("provider", TESTED)
def test_no_schedule_is_refused(stage: Stage) -> None:
    """None for a schedule raises Unsupported: no provider documents how to take one away."""
    with stage.caller() as caller, pytest.raises(Unsupported, match=f"{stage.provider}: schedule: "):
        caller("update", "c-1", **base(stage, stage.case.draft), schedule=None)
    assert stage.came == []


def asked_for(stage: Stage, caller: Caller, verb: str, field: str, **more: Any) -> Any:
    """Ask *verb* for a field that the provider does not have."""
    value = EXAMPLES[field]
    match verb:
        case "create":
            return caller(verb, changed(stage.case.bare, {field: value, **cleared(field)}), **more)
        case "update":
            draft = stage.case.draft
            return caller(verb, "c-1", **base(stage, draft), **changes({field: value}), **more)
        case _:
            return caller(verb, "c-1", value, **base(stage, stage.case.draft))


def cleared(field: str) -> dict[str, Any]:
    """Give what must not stand beside a field for a draft to be made at all."""
    return {"audience.languages": UNKNOWN} if field == "audience.everyone" else {}


REFUSED_BY = [
    (provider, field, verb)
    for provider, field in REFUSED
    for verb in (("create", "update", "schedule") if field.startswith("schedule") else ("create", "update"))
    if (verb, field) != ("update", "schedule.send_now") and (verb, field) != ("create", "schedule.send_now")
]


@pytest.mark.parametrize(("provider", "field", "verb"), REFUSED_BY)
def test_a_field_that_is_not_there_is_refused(stage: Stage, field: str, verb: str, mode: Mode) -> None:
    """A field that the provider does not have, or that nobody verified, raises Unsupported and sends nothing."""
    with stage.caller(mode) as caller, pytest.raises(Unsupported) as caught:
        asked_for(stage, caller, verb, field)
    assert caught.value.provider == stage.provider
    # A schedule that is not there is refused before its details are looked at.
    assert field == caught.value.what or field.startswith(f"{caught.value.what}.")
    assert caught.value.reason == handbill.capabilities(stage.provider)[caught.value.what].reason
    assert stage.came == []


AUDIENCE = [cell for cell in REFUSED if cell[1].startswith("audience")]
OMITTED = [cell for cell in REFUSED if cell not in AUDIENCE and cell[1] != "schedule.send_now"]


@pytest.mark.parametrize(("provider", "field"), OMITTED)
def test_a_field_that_is_not_there_is_left_out_if_asked(stage: Stage, field: str, mode: Mode) -> None:
    """With on_unsupported="omit" a draft is created as if it did not name the field, and the result says so."""
    parent = ".".join(field.split(".")[:2])
    kept = {parent: EXAMPLES[parent]} if (stage.provider, parent) in USABLE else {}
    with stage.caller(mode) as caller:
        result = caller("create", changed(stage.case.bare, {field: EXAMPLES[field]}), on_unsupported="omit")
        plain = caller("create", changed(stage.case.bare, kept))
    assert set(result.omitted) == {name for name in (parent, field) if (stage.provider, name) in REFUSED}
    assert plain.omitted == ()
    assert alike(stage.stored(result.id)) == alike(stage.stored(plain.id))


@pytest.mark.parametrize(("provider", "field"), [cell for cell in OMITTED if not cell[1].startswith("schedule")])
def test_a_change_that_is_not_there_is_left_out_if_asked(stage: Stage, field: str, mode: Mode) -> None:
    """With on_unsupported="omit" the rest of a change is made, and with no rest there is nothing to send."""
    draft = stage.case.draft
    with stage.caller(mode) as caller:
        id = caller("create", draft).id
        came = len(stage.came)
        with pytest.raises(Unsupported) as caught:
            caller("update", id, **base(stage, draft), **changes({field: EXAMPLES[field]}), on_unsupported="omit")
        assert field in str(caught.value)
        assert len(stage.came) == came
        rest = changes({field: EXAMPLES[field], "name": "Autumn"})
        result = caller("update", id, **base(stage, draft), **rest, on_unsupported="omit")
    assert result.omitted == (field,)
    assert stage.stored(id)["campaign.name"] == "Autumn"


@pytest.mark.parametrize("verb", ["create", "update"])
@pytest.mark.parametrize(("provider", "field"), AUDIENCE)
def test_no_part_of_an_audience_is_left_out(stage: Stage, field: str, verb: str, mode: Mode) -> None:
    """A condition that the provider does not have is refused even with "omit": without it more people get mail."""
    with stage.caller(mode) as caller, pytest.raises(Unsupported) as caught:
        asked_for(stage, caller, verb, field, on_unsupported="omit")
    assert caught.value.what == field
    assert stage.came == []
