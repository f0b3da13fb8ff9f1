"""What is peculiar to Loops: a segment and a filter that clear each other, one list, a message with revisions."""

from __future__ import annotations

from typing import Any

import pytest
from handbill import (
    Audience,
    Content,
    Draft,
    Sender,
    Unsupported,
)

from .calling import Mode
from .stage import Stage, differing

_SEGMENTS = ("cls6e8g0i2k4m6o8q0s2u4w6", "clr4c8t0v008yl70x3y4z5a6b")
_PRO = {"match": "all", "conditions": [{"type": "property", "key": "plan", "operator": "equals", "value": "pro"}]}
_RANGE = {"from": "2026-01-01T00:00:00.000Z", "to": "2026-02-01T00:00:00Z"}
_BETWEEN = {
    "match": "all",
    "conditions": [{"type": "property", "key": "since", "operator": "between", "value": _RANGE, "new": {"aB": 1}}],
}


@pytest.mark.parametrize(
    ("stored", "change", "expected"),
    [
        ({"segment": _SEGMENTS[0]}, {"filter": _PRO}, (_SEGMENTS[0], _PRO)),
        ({"filter": _PRO}, {"segment": _SEGMENTS[0]}, (_SEGMENTS[0], _PRO)),
        ({"segment": _SEGMENTS[0], "filter": _PRO}, {"segment": _SEGMENTS[1]}, (_SEGMENTS[1], _PRO)),
        ({"segment": _SEGMENTS[0], "filter": _PRO}, {"filter": None}, (_SEGMENTS[0], None)),
        ({"segment": _SEGMENTS[0], "filter": _PRO}, {"segment": None}, (None, _PRO)),
        ({"segment": _SEGMENTS[0], "filter": _PRO}, {"segment": None, "filter": None}, (None, None)),
        ({"segment": _SEGMENTS[0]}, {"segment": None, "filter": _PRO}, (None, _PRO)),
        ({}, {"filter": _PRO}, (None, _PRO)),
        ({}, {"segment": None}, (None, None)),
    ],
)
def test_a_segment_and_a_filter_of_loops_stay(
    stage_of: Any, mode: Mode, stored: dict[str, Any], change: dict[str, Any], expected: Any
) -> None:
    """Each of the two clears the other where it is sent alone, so the other is sent with it."""
    stage: Stage = stage_of("loops")
    with stage.caller(mode) as caller:
        id = caller("create", Draft(name="Both", audience=Audience(**stored))).id
        caller("update", id, audience=Audience(**change))
        read = caller("get", id).audience
    kept = stage.case.stored(stage.sandbox, id)["campaign"]
    assert (kept["audienceSegmentId"], kept["audienceFilter"]) == expected
    assert (read.segment, read.filter) == expected


def test_a_filter_of_loops_goes_back_as_it_came(stage_of: Any) -> None:
    """What is resent beside a change is what was stored, to the letter, with what the contract does not know."""
    stage: Stage = stage_of("loops")
    with stage.caller() as caller:
        id = caller("create", Draft(name="Both", audience=Audience(segment=_SEGMENTS[0], filter=_BETWEEN))).id
        caller("update", id, audience=Audience(segment=_SEGMENTS[1]))
        assert caller("get", id).audience.filter == _BETWEEN
    assert stage.case.stored(stage.sandbox, id)["campaign"]["audienceFilter"] == _BETWEEN


def test_fallbacks_of_a_loops_message_stay(stage_of: Any) -> None:
    """What the campaign model has no words for is not touched by a change of the content."""
    stage: Stage = stage_of("loops")
    with stage.caller() as caller:
        native = {"lmx": "<Paragraph/>", "contact_properties_fallbacks": {"firstName": "friend"}}
        id = caller("create", stage.case.draft, native=native).id
        before = stage.stored(id)
        caller("update", id, content=Content(subject="Leaves"))
    assert differing(before, stage.stored(id)) == {"message.subject"}


@pytest.mark.parametrize("omit", ["raise", "omit"])
def test_loops_takes_one_list(stage_of: Any, mode: Mode, omit: Any) -> None:
    """A second mailing list is refused, unsent, and never left out; None takes away the one that is there."""
    stage: Stage = stage_of("loops")
    two = Audience(lists=("clm2k8j4h6g0f8d6s4a2b0z8", "cm3n274xf027h0mi33t4qhrdg"))
    with stage.caller(mode) as caller:
        for verb, args, more in (
            ("create", (Draft(name="Two", audience=two),), {}),
            ("update", ("c-1",), {"audience": two}),
        ):
            with pytest.raises(Unsupported, match="one mailing list"):
                caller(verb, *args, **more, on_unsupported=omit)
        assert stage.came == []
        id = caller("create", stage.case.draft).id
        caller("update", id, audience=Audience(lists=None))
        assert caller("get", id).audience.lists is None


def test_nobody_chosen_in_loops_is_said(stage_of: Any) -> None:
    """Whom a campaign without an audience reaches is not documented, so a plan that leaves it without one says so."""
    stage: Stage = stage_of("loops")
    with stage.caller() as caller:
        plans = [
            caller.plan.create(Draft(name="Nobody")),
            caller.plan.update("c-1", audience=Audience(segment=None)),
            caller.plan.update("c-1", audience=None),
        ]
        chosen = [
            caller.plan.create(stage.case.draft),
            caller.plan.update("c-1", audience=Audience(segment=_SEGMENTS[0])),
            caller.plan.update("c-1", name="Autumn"),
        ]
    assert all(plan.reaches for plan in plans)
    assert not any(plan.reaches for plan in chosen)


@pytest.mark.parametrize("verb", ["create", "update"])
def test_a_filter_of_loops_has_conditions(stage_of: Any, verb: str, mode: Mode) -> None:
    """A filter without a condition would choose everybody: refused, unsent, also as a native argument."""
    stage: Stage = stage_of("loops")
    nothing: Any = {"match": "all", "conditions": []}
    args = (Draft(name="Nothing", audience=Audience(filter=nothing)),) if verb == "create" else ("c-1",)
    change = {"audience": Audience(filter=nothing)} if verb == "update" else {}
    plain = (Draft(name="Nothing"),) if verb == "create" else ("c-1",)
    with stage.caller(mode) as caller:
        with pytest.raises(Unsupported, match="condition"):
            caller(verb, *args, **change)
        with pytest.raises(Unsupported, match="condition"):
            caller(verb, *plain, native={"audience_filter": nothing})
    assert stage.came == []


def test_empty_text_of_loops_is_text(stage_of: Any, mode: Mode) -> None:
    """Text may be empty, and is read as it is; only an empty address to reply to means that there is none."""
    stage: Stage = stage_of("loops")
    with stage.caller(mode) as caller:
        read = caller("get", caller("create", stage.case.bare).id)
        id = caller("create", stage.case.draft).id
        caller("update", id, content=Content(preview_text=""))
        assert caller("get", id).content == Content(subject="Hello", preview_text="")
    assert (read.content.subject, read.sender.name, read.sender.reply_to) == ("", "", None)


@pytest.mark.parametrize("status", ["400", "404", "409"])
def test_a_message_of_loops_that_cannot_be_read(stage_of: Any, status: str, mode: Mode) -> None:
    """A message in MJML cannot be read: the campaign is told all the same, and of its content nothing is known."""
    stage: Stage = stage_of("loops")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        stage.sandbox.inject("loops", status, on=2)
        read = caller("get", id)
    assert (read.name, read.content, read.sender) == (stage.case.draft.name, Content(), Sender())
