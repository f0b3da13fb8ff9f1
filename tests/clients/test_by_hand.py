"""A few calls with everything about them written out: what the other tests compute can be read here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from handbill_autosend import models as autosend
from handbill_batch import models as batch
from handbill_loops import models as loops
from handbill_sendkit import models as sendkit

from .answers import success
from .contracts import operation
from .providers import BY_NAME, MODES, Mode, call
from .server import Server

NOON_IN_CEST = datetime(2026, 4, 1, 12, 30, tzinfo=timezone(timedelta(hours=2)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """A call, and the request that it becomes, with the query as it is spelt."""

    operation: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict[str, Any])
    request: str
    body: str = ""

    def __str__(self) -> str:
        return self.operation


CASES = (
    # A cursor holds whatever the server put there.
    Case(
        operation="loops-listCampaigns",
        kwargs={"per_page": "10", "cursor": "clp9k2/m4+n6 p8&é="},
        request="GET /v1/campaigns?perPage=10&cursor=clp9k2%2Fm4%2Bn6%20p8%26%C3%A9%3D",
    ),
    Case(
        operation="batch-listOrchestrations",
        kwargs={"limit": 100, "from_": "eW9kYSBV"},
        request="GET /orchestrations/list?from=eW9kYSBV&limit=100",
    ),
    # Properties that the contract does not name go beside those that it does.
    Case(
        operation="loops-createContact",
        kwargs={"email": "jane@example.com", "additional_properties": {"favoriteColor": "blue", "age": 41}},
        request="POST /v1/contacts/create",
        body='{"email":"jane@example.com","favoriteColor":"blue","age":41}',
    ),
    # A date is a date, and text stays text.
    Case(
        operation="batch-getOrchestrationStats",
        kwargs={"orchestration_id": "o1", "from_": date(2025, 1, 13), "to": date(2025, 2, 12)},
        request="GET /orchestrations/stats?orchestration_id=o1&from=2025-01-13&to=2025-02-12",
    ),
    # None is null, what is not named is not sent, and a moment that is UTC already stays it.
    Case(
        operation="loops-createCampaign",
        kwargs={
            "name": "Spring announcement",
            "mailing_list_id": None,
            "audience_filter": None,
            "scheduling": loops.ScheduleAt(method="schedule", timestamp=datetime(2026, 4, 1, 9, 0, tzinfo=UTC)),
        },
        request="POST /v1/campaigns",
        body='{"name":"Spring announcement","mailingListId":null,"audienceFilter":null,'
        '"scheduling":{"method":"schedule","timestamp":"2026-04-01T09:00:00Z"}}',
    ),
    Case(
        operation="loops-updateCampaign",
        args=("c/1",),
        kwargs={
            "audience_filter": loops.AudienceFilter(
                match="all",
                conditions=[
                    loops.PropertyCondition(type="property", key="plan", operator="equals", value="pro"),
                    loops.OptInCondition(type="optIn", status=None),
                ],
            ),
        },
        request="POST /v1/campaigns/c%2F1",
        body='{"audienceFilter":{"match":"all","conditions":[{"type":"property","key":"plan","operator":"equals",'
        '"value":"pro"},{"type":"optIn","status":null}]}}',
    ),
    # A moment of another zone is sent as the same moment in UTC, and text beyond ASCII as UTF-8.
    Case(
        operation="batch-createCampaign",
        kwargs={
            "name": "Soldes d'été ☀",
            "state": "RUNNING",
            "when": batch.When(start_time=NOON_IN_CEST),
            "messages": [batch.PushMessage(channel_type="push")],
            "targeting": batch.Targeting(languages=["fr"], query={"firstname": {"$eq": "Zoë"}}),
        },
        request="POST /campaigns/create",
        body='{"name":"Soldes d\'été ☀","when":{"start_time":"2026-04-01T10:30:00Z"},"state":"RUNNING",'
        '"messages":[{"channel_type":"push"}],"targeting":{"languages":["fr"],"query":{"firstname":{"$eq":"Zoë"}}}}',
    ),
    # False, the empty string and the empty list are values.
    Case(
        operation="autosend-updateCampaign",
        args=("60d5ec49f1b2c72d9c8b4567",),
        kwargs={
            "subject": "Last chance: ends — tonight!",
            "preview_text": "",
            "tracking_open": False,
            "exclude_lists": [],
            "from_": autosend.Sender(email="hello@example.com"),
            "scheduled_at": NOON_IN_CEST,
        },
        request="PATCH /campaigns/60d5ec49f1b2c72d9c8b4567",
        body='{"subject":"Last chance: ends — tonight!","previewText":"","trackingOpen":false,"excludeLists":[],'
        '"from":{"email":"hello@example.com"},"scheduledAt":"2026-04-01T10:30:00Z"}',
    ),
    # Names that Python cannot have, or spells in another way, are the contract's on the wire.
    Case(
        operation="sendkit-updateCampaign",
        args=("665a1b2c3d4e5f6a7b8c9d0e",),
        kwargs={
            "subsequences": [
                sendkit.SubsequenceInput(
                    id="665c1b2c3d4e5f6a7b8c9d20", trigger=sendkit.AiTagTrigger(type="ai_tag", value="interested")
                ),
                sendkit.SubsequenceInput(trigger=sendkit.ReplyTrigger(type="reply"), sequence=[]),
            ],
            "settings": sendkit.CampaignSettings(skip_dnc=True),
        },
        request="PATCH /v1/campaigns/665a1b2c3d4e5f6a7b8c9d0e",
        body='{"subsequences":[{"_id":"665c1b2c3d4e5f6a7b8c9d20","trigger":{"type":"ai_tag","value":"interested"}},'
        '{"trigger":{"type":"reply"},"sequence":[]}],"settings":{"skipDNC":true}}',
    ),
    # A free object keeps its nulls.
    Case(
        operation="sendkit-sendTestEmail",
        args=("665a1b2c3d4e5f6a7b8c9d0e",),
        kwargs={
            "sequence_step": 0,
            "mailbox_id": "m",
            "custom_email": "test@example.com",
            "custom_variables": {"firstName": "John", "nothing": None},
        },
        request="POST /v1/campaigns/665a1b2c3d4e5f6a7b8c9d0e/send-test-email",
        body='{"sequenceStep":0,"mailboxId":"m","customEmail":"test@example.com",'
        '"customVariables":{"firstName":"John","nothing":null}}',
    ),
    Case(
        operation="sendkit-updateCampaignLead",
        args=("c1", "l1"),
        kwargs={"status": "paused", "ai_tag": None},
        request="PATCH /v1/campaigns/c1/leads/l1",
        body='{"status":"paused","aiTag":null}',
    ),
)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_exactly_this_arrives(case: Case, mode: Mode, server: Server) -> None:
    """Request line and body are these, and the length is that of the body's bytes."""
    each = operation(case.operation)
    success(each).script(server)
    call(each.provider, mode, server.url, each.call, *case.args, **case.kwargs)
    (request,) = server.settle()
    assert f"{request.method} {request.target}" == case.request
    if case.body:
        assert json.loads(request.body.decode()) == json.loads(case.body)
        assert request.header("Content-Length") == str(len(request.body)) == str(len(case.body.encode()))
    else:
        assert request.body == b""


RESULTS: dict[str, tuple[tuple[Any, ...], dict[str, Any], str, Any]] = {
    "loops-getCampaign": (("c1",), {}, "scheduling.method", "now"),
    "loops-updateCampaign": (("c1",), {"name": "n"}, "updated_at", datetime(2026, 3, 28, 15, 15, tzinfo=UTC)),
    "batch-getOrchestration": ((), {"orchestration_id": "o1"}, "name", "Soldes d'été"),
    "autosend-getCampaign": (("c1",), {}, "data.template.builder_type", "code"),
    "sendkit-getCampaign": (("c1",), {}, "data.sending_schedule.working_days", [1, 2, 3, 4, 5]),
    "sendkit-getDailyCampaignAnalytics": (("c1",), {}, "data.0.id", date(2024, 5, 15)),
}
"""By operation: what it is called with, and what is found where in the result."""


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", RESULTS)
def test_exactly_this_is_found(name: str, mode: Mode, server: Server) -> None:
    """A value of the contract's example is there under its Python name, as the Python type of what it is."""
    args, kwargs, path, value = RESULTS[name]
    each = operation(name)
    success(each).script(server)
    found = call(each.provider, mode, server.url, each.call, *args, **kwargs)
    for step in path.split("."):
        found = found[int(step)] if step.isdecimal() else getattr(found, step)
    assert found == value


@pytest.mark.parametrize("taken", ["email", "userId", "user_id", "mailingLists"])
def test_an_additional_property_is_no_field(taken: str, server: Server) -> None:
    """What has an argument of its own is refused among the additional properties, by either of its names."""
    with pytest.raises(ValueError, match=taken):
        call(BY_NAME["loops"], "sync", server.url, "contacts.create", email="a@b.c", additional_properties={taken: "x"})
