"""What is peculiar to SendKit: sequences that are replaced whole, and windows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, time
from typing import Any

import pytest
from handbill import (
    Content,
    Draft,
    Email,
    InvalidRequest,
    Malformed,
    Unsupported,
    Wait,
    Window,
)

from ..clients.server import Server
from .calling import Caller, Mode
from .stage import Stage, differing

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


@pytest.mark.parametrize("data", [{}, {"sequence": None}], ids=["absent", "null"])
def test_a_sequence_of_sendkit_that_is_not_told_is_not_replaced(
    stage_of: Any, data: Any, mode: Mode, server: Server
) -> None:
    """Where the campaign does not tell its steps, a change of the first email would lose them: nothing is written."""
    stage: Stage = stage_of("sendkit")
    server.answer(200, {"success": True, "data": {"_id": "c-1", "name": "Odd", "status": "draft", **data}})
    with stage.scripted(server, mode) as caller, pytest.raises((Unsupported, Malformed)):
        caller("update", "c-1", content=Content(subject="New"))
    assert [one.method for one in server.requests] == ["GET"]


@pytest.mark.parametrize(
    "window",
    [
        Window(start=time(9, 0, 30)),
        Window(end=time(17, tzinfo=UTC)),
        Window(days=(0,)),
        Window(days=(1, 8)),
        Window(days=()),
    ],
    ids=repr,
)
def test_a_window_of_sendkit_is_one(stage_of: Any, window: Window, mode: Mode) -> None:
    """What no schedule of SendKit can say is an error before anything is changed, and is not cut to what it can say."""
    stage: Stage = stage_of("sendkit")
    with stage.caller(mode) as caller:
        id = caller("create", stage.case.draft).id
        before = stage.stored(id)
        for call in (("update", (id,), {"schedule": window}), ("schedule", (id, window), {})):
            with pytest.raises((ValueError, InvalidRequest)):
                caller(call[0], *call[1], **call[2])
        with pytest.raises((ValueError, InvalidRequest)):
            caller("create", Draft(name="Odd", schedule=window))
    assert stage.stored(id) == before
