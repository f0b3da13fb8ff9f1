"""What is peculiar to AutoSend: fields that hold two of ours, lists that are everyone, and shared templates."""

from __future__ import annotations

from typing import Any

import pytest
from handbill import (
    UNKNOWN,
    Audience,
    Content,
    Draft,
    Sender,
    SendNow,
    Unsupported,
)

from ..clients.server import Server
from .calling import Caller, Mode
from .cases.autosend import LISTS, SEGMENTS, TEMPLATE
from .stage import Stage


def autosend(stage: Stage, caller: Caller, **audience: Any) -> str:
    draft = Draft(name="Lists", content=Content(template_id=TEMPLATE), audience=Audience(**audience))
    return str(caller("create", draft).id)


@pytest.mark.parametrize(
    ("to", "change", "expected"),
    [
        (((LISTS[0],), SEGMENTS[0]), {"lists": LISTS[1:]}, {*LISTS[1:], SEGMENTS[0]}),
        (((LISTS[0],), SEGMENTS[0]), {"segment": None}, {LISTS[0]}),
        (((LISTS[0],), SEGMENTS[0]), {"segment": None, "lists": LISTS[1:]}, {*LISTS[1:]}),
        (((LISTS[0],), SEGMENTS[0]), {"segment": SEGMENTS[1]}, {LISTS[0], SEGMENTS[1]}),
        (((LISTS[0],), SEGMENTS[0]), {"lists": LISTS[1:2], "segment": SEGMENTS[1]}, {LISTS[1], SEGMENTS[1]}),
        (((LISTS[0],), SEGMENTS[0]), {"exclude_lists": LISTS[1:2]}, {LISTS[0], SEGMENTS[0]}),
    ],
)
def test_lists_and_segment_of_autosend_stay(
    stage_of: Any, mode: Mode, to: Any, change: dict[str, Any], expected: set[str]
) -> None:
    """Lists and segment are one field of AutoSend; what is not named of it is read and sent again."""
    stage: Stage = stage_of("autosend")
    with stage.caller(mode) as caller:
        id = autosend(stage, caller, lists=to[0], segment=to[1])
        caller("update", id, audience=Audience(**change))
    assert set(stage.sandbox.store.collection("autosend", "campaigns").get(id)["toLists"]) == expected


def test_all_segments_of_autosend_stay(stage_of: Any) -> None:
    """A campaign that was made elsewhere may have several segments; a change of its lists loses none of them."""
    stage: Stage = stage_of("autosend")
    with stage.caller() as caller:
        id = autosend(stage, caller, lists=LISTS[:1], segment=SEGMENTS[0])
        caller.campaigns.client.campaigns.update(id, to_lists=[LISTS[0], *SEGMENTS])
        caller("update", id, audience=Audience(lists=LISTS[1:2]))
    assert set(stage.sandbox.store.collection("autosend", "campaigns").get(id)["toLists"]) == {LISTS[1], *SEGMENTS}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"email": "anna@example.com"}, {"email": "anna@example.com", "name": "Bo"}),
        ({"name": "Anna"}, {"email": "bo@example.com", "name": "Anna"}),
        ({"name": "Anna", "email": "anna@example.com"}, {"email": "anna@example.com", "name": "Anna"}),
        ({"reply_to": "anna@example.com"}, {"email": "bo@example.com", "name": "Bo"}),
    ],
)
def test_both_halves_of_an_autosend_sender_stay(
    stage_of: Any, mode: Mode, change: dict[str, Any], expected: dict[str, str]
) -> None:
    """A sender is one field of AutoSend; the half that is not named is read and sent again."""
    stage: Stage = stage_of("autosend")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        caller("update", id, sender=Sender(**change))
    assert stage.sandbox.store.collection("autosend", "campaigns").get(id)["from"] == expected


def test_html_of_autosend_says_that_templates_are_shared(stage_of: Any) -> None:
    """The plan of a change of HTML says that other campaigns have it too; that of other changes does not."""
    stage: Stage = stage_of("autosend")
    with stage.caller() as caller:
        first, second = (caller("create", stage.case.draft).id for _ in range(2))
        plan = caller.plan.update(first, content=Content(html="<p>New</p>"))
        assert caller.plan.update(first, content=Content(subject="New")).reaches == ()
        caller.campaigns.send(plan)
        assert caller("get", second).content.html == "<p>New</p>"
    assert any("template" in words and "every campaign" in words for words in plan.reaches)


def test_all_contacts_of_autosend_are_everyone(stage_of: Any, mode: Mode) -> None:
    """The list that holds all contacts is refused, unsent: everyone is said by everyone=True."""
    stage: Stage = stage_of("autosend")
    everybody = Audience(lists=(LISTS[0], "GLOBAL_CONTACT_LIST"))
    draft = Draft(name="All", content=Content(template_id=TEMPLATE), audience=everybody)
    with stage.caller(mode) as caller:
        with pytest.raises(Unsupported, match="everyone=True"):
            caller("create", draft)
        with pytest.raises(Unsupported, match="everyone=True"):
            caller("update", "c-1", audience=everybody)
    assert stage.came == []


def test_lists_of_autosend_take_the_place_of_everyone(stage_of: Any, mode: Mode) -> None:
    """A campaign that goes to everyone and is given lists goes to those; else naming some would still reach all."""
    stage: Stage = stage_of("autosend")
    with stage.caller(mode) as caller:
        id = autosend(stage, caller, everyone=True)
        caller("update", id, audience=Audience(lists=LISTS[:1]))
        audience = caller("get", id).audience
    assert (audience.everyone, audience.lists) == (False, LISTS[:1])


@pytest.mark.parametrize("part", [Sender(email="anna@example.com"), Audience(lists=LISTS[:1])], ids=repr)
def test_what_autosend_does_not_tell_is_not_lost(stage_of: Any, part: Any, mode: Mode, server: Server) -> None:
    """Where the half that must be sent again is not told, the change is refused, and nothing is changed."""
    stage: Stage = stage_of("autosend")
    server.answer(200, {"success": True, "data": {"id": "c-1", "name": "Odd"}})
    name = "sender" if isinstance(part, Sender) else "audience"
    with stage.scripted(server, mode) as caller, pytest.raises(Unsupported, match="lost"):
        caller("update", "c-1", **{name: part})
    assert [one.method for one in server.requests] == ["GET"]


@pytest.mark.parametrize(
    ("stored", "lists", "segment", "everyone"),
    [
        ([], None, None, False),
        ([LISTS[0]], (LISTS[0],), None, False),
        ([SEGMENTS[0]], None, SEGMENTS[0], False),
        ([LISTS[0], *SEGMENTS], (LISTS[0],), UNKNOWN, False),  # of several, none is the one
        (["GLOBAL_CONTACT_LIST", LISTS[0]], (LISTS[0],), None, True),
    ],
)
def test_what_autosend_has_in_its_lists_is_read(
    stage_of: Any, stored: list[str], lists: Any, segment: Any, everyone: bool, mode: Mode
) -> None:
    """Lists, segments and everyone stand in one list of AutoSend, and are told apart."""
    stage: Stage = stage_of("autosend")
    with stage.caller() as caller:
        id = autosend(stage, caller)
        caller.campaigns.client.campaigns.update(id, to_lists=stored)
    with stage.caller(mode) as caller:
        audience = caller("get", id).audience
    assert (audience.lists, audience.segment, audience.everyone) == (lists, segment, everyone)


def test_autosend_is_left_with_some_list(stage_of: Any, mode: Mode) -> None:
    """Taking away the last segment would leave a campaign to nobody, or to everybody: nothing is changed."""
    stage: Stage = stage_of("autosend")
    with stage.caller(mode) as caller:
        id = autosend(stage, caller, segment=SEGMENTS[0])
        before = stage.stored(id)
        with pytest.raises(Unsupported, match="lists"):
            caller("update", id, audience=Audience(segment=None))
    assert stage.stored(id) == before


@pytest.mark.parametrize("verb", ["start", "schedule"])
def test_at_once_of_autosend_is_no_longer_a_time(stage_of: Any, verb: str, mode: Mode) -> None:
    """A campaign that had a time, and is sent at once, does not keep the mode that waits for it."""
    stage: Stage = stage_of("autosend")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        caller(verb, id, *((SendNow(),) if verb == "schedule" else ()))
    stored = stage.stored(id)
    assert (stored["campaign.sendMode"], stored["campaign.sendNow"]) == ("immediate", True)
