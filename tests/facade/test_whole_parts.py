"""Updates of what a provider replaces or clears as a whole: everything that the change does not name comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from handbill import Audience, Content, Draft, Email, Sender, Unsupported, Wait

from ..clients.server import Server
from .calling import Caller, Mode
from .cases.autosend import LISTS, SEGMENTS, TEMPLATE
from .stage import Stage, differing

_SEGMENTS = ("cls6e8g0i2k4m6o8q0s2u4w6", "clr4c8t0v008yl70x3y4z5a6b")
_PRO = {"match": "all", "conditions": [{"type": "property", "key": "plan", "operator": "equals", "value": "pro"}]}
_RANGE = {"from": "2026-01-01T00:00:00.000Z", "to": "2026-02-01T00:00:00Z"}
_BETWEEN = {
    "match": "all",
    "conditions": [{"type": "property", "key": "since", "operator": "between", "value": _RANGE, "new": {"aB": 1}}],
}


def autosend(stage: Stage, caller: Caller, **audience: Any) -> str:
    draft = Draft(name="Lists", content=Content(template_id=TEMPLATE), audience=Audience(**audience))
    return str(caller("create", draft).id)


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


SEQUENCE = [
    {"type": "wait", "order": 0, "waitDays": 1, "_id": "s-1"},
    {"type": "email", "order": 1, "_id": "s-2", "subject": "One", "body": "<p>1</p>", "someThing": {"aB": [1]}},
    {"type": "email", "order": 5, "_id": "s-3", "subject": "Two", "body": "<p>2</p>", "variants": [{"a": 1}, {"b": 2}]},
]


def sequenced(stage: Stage, caller: Caller, sequence: list[dict[str, Any]]) -> str:
    """Create a campaign whose sequence is stored as it is here, with what only the server knows."""
    id = str(caller("create", stage.case.draft).id)
    campaigns = stage.sandbox.store.collection("sendkit", "campaigns")
    campaigns.put(id, {**campaigns.get(id), "sequence": sequence})
    return id


@pytest.mark.parametrize(
    ("content", "moved"),
    [
        (Content(subject="New"), {"subject"}),
        (Content(html="<p>New</p>"), {"body"}),
        (Content(subject="New", html="<p>New</p>"), {"subject", "body"}),
    ],
)
def test_a_sequence_of_sendkit_keeps_its_steps(stage_of: Any, mode: Mode, content: Content, moved: set[str]) -> None:
    """A change of the first email sends all steps, with their ids, their order and whatever else they have."""
    stage: Stage = stage_of("sendkit")
    with stage.caller(mode) as caller:
        id = sequenced(stage, caller, SEQUENCE)
        before = stage.stored(id)
        caller("update", id, content=content)
    names = {place for place in stage.stored(id) if place.endswith(".name") and "sequence" in place}
    changed = differing(before, stage.stored(id)) - names  # the server names the steps, whatever is sent
    assert changed == {f"campaign.sequence.1.{name}" for name in moved}


def test_a_sequence_of_sendkit_without_an_email_gets_one(stage_of: Any) -> None:
    """Where the sequence has no email, a subject makes one, in front of what is there."""
    stage: Stage = stage_of("sendkit")
    with stage.caller() as caller:
        id = sequenced(stage, caller, SEQUENCE[:1])
        caller("update", id, content=Content(subject="New"))
        steps = caller("get", id).content.steps
    assert steps == (Email(subject="New"), Wait(days=1))
    stored = stage.case.stored(stage.sandbox, id)["campaign"]["sequence"]
    assert [step["order"] for step in stored] == [0, 1]


def test_variants_of_sendkit_are_not_lost(stage_of: Any) -> None:
    """An email with several variants is not written over: Unsupported, and nothing is changed."""
    stage: Stage = stage_of("sendkit")
    with stage.caller() as caller:
        id = sequenced(stage, caller, SEQUENCE[2:])
        before = stage.stored(id)
        with pytest.raises(Unsupported, match="variants"):
            caller("update", id, content=Content(subject="New"))
    assert stage.stored(id) == before
    assert [one.method for one in stage.came] == ["POST", "GET"]


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


def test_a_message_of_loops_that_cannot_be_read(stage_of: Any, mode: Mode) -> None:
    """A message in MJML cannot be read: the campaign is told all the same, and of its content nothing is known."""
    stage: Stage = stage_of("loops")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        stage.sandbox.inject("loops", "409", on=2)
        read = caller("get", id)
    assert (read.name, read.content, read.sender) == (stage.case.draft.name, Content(), Sender())


def test_steps_of_sendkit_are_read_in_their_order(stage_of: Any, mode: Mode) -> None:
    """An answer may have the steps in another order than they go out in; the first email is the first that does."""
    stage: Stage = stage_of("sendkit")
    with stage.caller(mode) as caller:
        id = sequenced(stage, caller, [SEQUENCE[1], SEQUENCE[0]])
        content = caller("get", id).content
    assert content.steps == (Wait(days=1), Email(subject="One", html="<p>1</p>"))
    assert (content.subject, content.html) == ("One", "<p>1</p>")


def test_steps_and_their_first_email_say_the_same(stage_of: Any) -> None:
    """A content that is read can be written; one whose subject is not that of its first email is a TypeError."""
    stage: Stage = stage_of("sendkit")
    with stage.caller() as caller:
        id = caller("create", stage.case.draft).id
        before = stage.stored(id)
        content = caller("get", id).content
        caller("update", id, content=content)
        assert stage.stored(id) == before
        with pytest.raises(TypeError, match="steps"):
            caller("update", id, content=replace(content, subject="Another"))
    assert stage.stored(id) == before


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
