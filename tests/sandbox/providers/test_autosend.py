"""The rules of AutoSend."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from handbill_generator.sandbox.model import Allowance, Kind, Limit, Problem
from hypothesis import given
from hypothesis import strategies as st

from .worlds import JSON, NOW, Play, allowed

NEWSLETTER = "60d5ec49f1b2c72d9c8b4567"
SEGMENT = "60d5ec49f1b2c72d9c8b9876"
TEMPLATE = "A-280fa451a7ca5cc17513"
BODY: JSON = {
    "name": "Spring",
    "subject": "Sale",
    "templateId": TEMPLATE,
    "from": {"email": "hello@example.com", "name": "Example Team"},
    "toLists": [NEWSLETTER],
    "sendMode": "immediate",
    "trackingOpen": True,
}
CHANGES: JSON = {
    "name": "Summer",
    "subject": "Other",
    "previewText": "",
    "from": {"email": "team@example.com"},
    "replyTo": "support@example.com",
    "templateId": "A-abc123def456ghi789jk",
    "toLists": [SEGMENT],
    "excludeLists": [NEWSLETTER],
    "unsubscribeGroupId": "AB12C3",
    "scheduledAt": "2026-04-06T05:56:02.850Z",
    "sendToGlobalList": True,
    "trackingClick": False,
    "trackingOpen": False,
    "sendMode": "gradual",
    "gradualStrategy": "1.5x",
    "dailyBatchSize": 200,
    "timezone": "America/New_York",
}


@pytest.fixture
def play() -> Play:
    return Play("autosend")


def create(play: Play, **fields: Any) -> JSON:
    made: JSON = play.ask("createCampaign", {**BODY, **fields})["data"]
    return made


def update(play: Play, campaign: JSON, **fields: Any) -> JSON:
    changed: JSON = play.ask("updateCampaign", fields, {"campaignId": campaign["id"]})["data"]
    return changed


def get(play: Play, campaign: JSON) -> JSON:
    found: JSON = play.ask("getCampaign", None, {"campaignId": campaign["id"]})["data"]
    return found


def moved(play: Play, status: str) -> JSON:
    campaign = create(play, sendMode="gradual", gradualStrategy="fixed")
    play.provider.move(play.world, campaign["id"], status)
    return get(play, campaign)


def test_a_plain_campaign_is_a_draft(play: Play) -> None:
    """Create answers 201 with a draft of which nothing is known that nobody said."""
    answer = play.answer("createCampaign", {"templateId": TEMPLATE})
    assert answer.status == 201
    assert answer.body["data"]["status"] == "draft"
    assert not {"name", "subject", "from", "sendMode", "trackingClick"} & set(answer.body["data"])
    assert set(answer.body["data"]["metrics"].values()) == {0}


@pytest.mark.parametrize(
    "fields",
    [
        {"publish": True},
        {"sendNow": True},
        {"publish": True, "sendNow": True},
        {"publish": True, "sendMode": "scheduled", "scheduledAt": "2026-04-06T05:56:02.850Z"},
        {"publish": True, "sendMode": "gradual", "gradualStrategy": "2x"},
    ],
    ids=str,
)
def test_what_is_published_or_sent_is_a_draft_no_more(play: Play, fields: JSON) -> None:
    """Whatever can make mail leave schedules a campaign, on create and on update."""
    assert create(play, **fields)["status"] == "scheduled"
    assert update(play, create(play), **fields)["status"] == "scheduled"


@pytest.mark.parametrize("status", ["sent", "paused", "aborted"])
def test_nothing_is_sent_twice(play: Play, status: str) -> None:
    """A campaign that is no draft does not start again by an update."""
    assert update(play, moved(play, status), publish=True, sendNow=True)["status"] == status


def test_content_is_needed() -> None:
    """The contract refuses a campaign that has neither a template nor HTML."""
    assert not allowed("autosend", "createCampaign", {"name": "Spring"})


def test_lists_come_back_as_objects(play: Play) -> None:
    """What was sent as ids is read as lists and segments with their names, an id that is not known too."""
    campaign = create(play, toLists=[NEWSLETTER, "nowhere"], excludeLists=[SEGMENT])
    assert campaign["toLists"] == [
        {"id": NEWSLETTER, "name": "Newsletter Subscribers", "type": "list", "contactCount": 340},
        {"id": "nowhere", "name": "Unknown list", "type": "list", "contactCount": 0},
    ]
    assert [one["type"] for one in campaign["excludeLists"]] == ["segment"]
    assert get(play, campaign)["toLists"] == campaign["toLists"]


@given(st.sets(st.sampled_from(sorted(CHANGES)), min_size=1))
def test_only_what_is_named_changes(names: set[str]) -> None:
    """An update replaces the fields that it names, arrays and senders as a whole, and leaves all others alone."""
    play = Play("autosend")
    id = create(play)["id"]
    before = play.stored(id)
    update(play, before, **{name: CHANGES[name] for name in names})
    after = play.stored(id)
    assert {**before, **{name: CHANGES[name] for name in names}, "updatedAt": after["updatedAt"]} == after
    assert after["updatedAt"] > before["updatedAt"]


def test_a_body_cannot_change_what_is_no_field(play: Play) -> None:
    """Members that the contract does not name are not taken for the id or the status of a campaign."""
    campaign = create(play, id="mine", status="sent")
    update(play, campaign, id="mine", status="sent")
    assert get(play, campaign)["status"] == "draft"


def test_html_rewrites_the_shared_template(play: Play) -> None:
    """HTML for one campaign changes all that have its template, and switches to a template that is given with it."""
    first, second, other = create(play), create(play), create(play, templateId="A-other")
    update(play, first, htmlTemplate="<p>New</p>")
    assert get(play, first)["template"]["emailTemplate"] == "<p>New</p>"
    assert get(play, second)["template"]["emailTemplate"] == "<p>New</p>"
    assert "template" not in get(play, other)
    update(play, second, htmlTemplate="<p>Other</p>", templateId="A-other")
    assert get(play, first)["template"]["emailTemplate"] == "<p>New</p>"
    assert get(play, other)["template"]["emailTemplate"] == "<p>Other</p>"
    assert get(play, second)["templateId"] == "A-other"


def test_html_alone_makes_a_template(play: Play) -> None:
    """A campaign that is made of HTML gets a template of its own."""
    first, second = (create(play, templateId="", htmlTemplate=text) for text in ("<p>1</p>", "<p>2</p>"))
    assert first["templateId"] != second["templateId"]
    assert get(play, first)["template"]["emailTemplate"] == "<p>1</p>"
    assert get(play, first)["template"]["templateName"] == "Spring"


def test_items_of_the_listing_are_short(play: Play) -> None:
    """A listing tells neither sender, lists nor template; it tells counters of a sent campaign only."""
    draft, sent = create(play), create(play)
    play.provider.move(play.world, sent["id"], "sent")
    first, second = play.ask("listCampaigns")["data"]["campaigns"]
    assert (first["id"], second["id"]) == (sent["id"], draft["id"])
    assert first.keys() - second.keys() == {"metrics", "sentAt"}
    assert not {"from", "toLists", "templateId", "replyTo"} & first.keys()


def test_a_sent_campaign_has_reached_its_lists(play: Play) -> None:
    """Counters are zero until a campaign is sent, and then those of a delivery to everybody."""
    campaign = create(play, toLists=[NEWSLETTER, SEGMENT])
    assert set(get(play, campaign)["metrics"].values()) == {0}
    play.provider.move(play.world, campaign["id"], "sent")
    metrics = get(play, campaign)["metrics"]
    assert metrics["sent"] == metrics["delivered"] == metrics["totalContacts"] == 340 + 890
    assert metrics["opened"] == metrics["failedCount"] == 0


def test_the_listing_can_be_narrowed_to_a_status(play: Play) -> None:
    """Pages and their number are those of the campaigns in that status."""
    for _ in range(3):
        create(play)
    create(play, publish=True)
    page = play.ask("listCampaigns", status="draft", limit=2, page=2)["data"]
    assert page["pagination"] == {"page": 2, "limit": 2, "total": 3, "totalPages": 2}
    assert [one["status"] for one in page["campaigns"]] == ["draft"]
    assert play.ask("listCampaigns", status="flying")["data"]["campaigns"] == []


@pytest.mark.parametrize("number", [0, -3])
def test_pages_count_from_one(play: Play, number: int) -> None:
    """A page or a limit below one, which the contract does not forbid, counts as one."""
    create(play)
    page = play.ask("listCampaigns", page=number, limit=number)["data"]
    assert page["pagination"] == {"page": 1, "limit": 1, "total": 1, "totalPages": 1}


def test_only_drafts_are_deleted(play: Play) -> None:
    """A draft is gone after a delete; any other campaign stays, and the refusal is the documented one."""
    draft, scheduled = create(play), create(play, publish=True)
    answer = play.ask("deleteCampaign", None, {"campaignId": draft["id"]})
    assert answer == {"success": True, "data": {"id": draft["id"], "deleted": True}}
    assert play.refused("getCampaign", None, {"campaignId": draft["id"]}).status == 404
    refused = play.refused("deleteCampaign", None, {"campaignId": scheduled["id"]})
    assert refused.status == 400
    assert refused.body["error"]["code"] == "ONLY_DRAFT_CAMPAIGNS_CAN_BE_DELETED"
    assert refused.body["error"]["status"] == 400
    assert get(play, scheduled)["status"] == "scheduled"


STEPS = {
    "pauseCampaign": ({"scheduled", "sending", "sending_gradual"}, "paused", "pausedAt"),
    "resumeCampaign": ({"paused"}, "sending_gradual", "resumedAt"),
    "abortCampaign": ({"scheduled", "sending", "sending_gradual", "paused"}, "aborted", "abortedAt"),
}


@pytest.mark.parametrize("status", ["draft", "scheduled", "sending", "sending_gradual", "paused", "sent", "aborted"])
@pytest.mark.parametrize("operation", STEPS)
def test_steps_lead_from_some_states(play: Play, operation: str, status: str) -> None:
    """A step goes from its states to the one it is for and notes when; from all others it is a bad request."""
    sources, target, moment = STEPS[operation]
    campaign = moved(play, status)
    path = {"campaignId": campaign["id"]}
    if status in sources:
        assert play.ask(operation, None, path)["data"]["status"] == target
        then = play.world.now()
        assert get(play, campaign)[moment] == then
    else:
        answer = play.refused(operation, None, path)
        assert (answer.status, "code" in answer.body["error"]) == (400, False)
        assert get(play, campaign)["status"] == status


def test_an_immediate_campaign_resumes_at_once(play: Play) -> None:
    """A campaign that is not gradual goes on as `sending`."""
    campaign = create(play)
    play.provider.move(play.world, campaign["id"], "paused")
    assert play.ask("resumeCampaign", None, {"campaignId": campaign["id"]})["data"]["status"] == "sending"


@pytest.mark.parametrize(
    ("kind", "status", "code"),
    [
        ("invalid", 400, "VALIDATION_FAILED"),
        ("unauthorized", 401, "UNAUTHORIZED"),
        ("forbidden", 403, "FORBIDDEN"),
        ("not_found", 404, "NOT_FOUND"),
        ("no_route", 404, "NOT_FOUND"),
        ("no_method", 405, None),
        ("too_many", 429, "RATE_LIMIT_EXCEEDED"),
        ("failed", 500, "SERVER_ERROR"),
        ("down", 503, None),
    ],
)
def test_errors_are_nested(play: Play, kind: Kind, status: int, code: str | None) -> None:
    """An error is an object in the envelope, with a code where one is documented."""
    answer = play.provider.problem(Problem(kind, "No."))
    assert answer.status == status
    assert answer.body["success"] is False
    assert (answer.body["error"]["message"], answer.body["error"].get("code")) == ("No.", code)


def test_an_unknown_campaign_has_a_code_of_its_own(play: Play) -> None:
    """What is not found is a campaign, says the code."""
    answer = play.refused("getCampaign", None, {"campaignId": "nowhere"})
    assert answer.body["error"] == {"message": "Campaign not found", "code": "CAMPAIGN_NOT_FOUND", "status": 404}


def test_wrong_fields_are_told_apart(play: Play) -> None:
    """Each field that is wrong stands in the details."""
    problem = Problem("invalid", "No.", fields=(("name", "is too long"),))
    assert play.provider.problem(problem).body["error"]["details"] == [{"field": "name", "message": "is too long"}]


@pytest.mark.parametrize(("seconds", "told"), [(0.0, 1), (0.4, 1), (1.2, 2)])
def test_a_limit_says_how_long_to_wait(play: Play, seconds: float, told: int) -> None:
    """Whoever waits as long as the body says, in whole seconds, does not come too early."""
    answer = play.provider.problem(Problem("too_many", "No.", retry_after=seconds))
    assert (answer.body["retryAfter"], answer.headers) == (told, {})


def test_limits_are_told_in_headers(play: Play) -> None:
    """Two requests a second are allowed, and the headers say when the next ones are, in Unix seconds."""
    (limit,) = play.provider.limits
    assert limit == Limit(requests=2, seconds=1)
    reset = NOW + timedelta(seconds=0.5)
    assert play.provider.limit_headers(Allowance(limit=limit, remaining=1, reset=reset)) == {
        "X-RateLimit-Limit": "2",
        "X-RateLimit-Remaining": "1",
        "X-RateLimit-Reset": str(int(NOW.timestamp()) + 1),
    }
