"""The rules of SendKit."""

from __future__ import annotations

from typing import Any

import pytest
from handbill_generator.sandbox.model import Answer, Problem
from hypothesis import given
from hypothesis import strategies as st

from .worlds import JSON, Play

SARAH, SUPPORT = "665b1c2d3e4f5a6b7c8d9e0f", "665b1c2d3e4f5a6b7c8d9e10"
JOHN = "665d4e5f6a7b8c9d0e1f2a3b"
STEPS: list[JSON] = [
    {"type": "email", "subject": "One", "body": "Hi", "_id": "a"},
    {"type": "wait", "waitDays": 3},
    {"type": "email", "subject": "Two", "variants": [{"x": "A"}]},
    {"type": "wait", "waitDays": 1},
    {"type": "email", "order": 9, "name": "Mine"},
]
SCHEDULE: JSON = {"timezone": "America/Chicago", "startTime": "08:30", "endTime": "16:00", "workingDays": [1, 2]}
SETTINGS: JSON = {
    "trackOpens": True,
    "stopOnReply": False,
    "emailIntervalMinutes": 12,
    "espMatchingMode": "auto",
    "segCheckMode": "skip_all",
    "segSkipProviders": ["cisco"],
    "webhook": {"enabled": True},
    "myOwn": [1],
}
INTERESTED = {"type": "ai_tag", "value": "interested"}
REPLY = {"type": "reply"}


@pytest.fixture
def play() -> Play:
    return Play("sendkit")


def create(play: Play, **fields: Any) -> JSON:
    made: JSON = play.ask("createCampaign", {"name": "Outreach", **fields})["data"]
    return made


def update(play: Play, campaign: JSON, **fields: Any) -> JSON:
    changed: JSON = play.ask("updateCampaign", fields, {"campaignId": campaign["_id"]})["data"]
    return changed


def refuse(play: Play, campaign: JSON, **fields: Any) -> Answer:
    return play.refused("updateCampaign", fields, {"campaignId": campaign["_id"]})


def get(play: Play, campaign: JSON) -> JSON:
    found: JSON = play.ask("getCampaign", None, {"campaignId": campaign["_id"]})["data"]
    return found


def subsequences(play: Play, campaign: JSON) -> list[JSON]:
    report = play.ask("getCampaignAnalytics", None, {"campaignId": campaign["_id"]})
    found: list[JSON] = report["data"]["subsequences"]
    return found


def after_a_mail(play: Play, campaign: JSON) -> None:
    """Let the first subsequence of a campaign have sent a mail."""
    stored = play.stored(campaign["_id"])
    stored["subsequences"][0]["sent"] = 1
    play.world.collection("campaigns").put(campaign["_id"], stored)


def test_a_new_campaign_is_a_draft(play: Play) -> None:
    """A name is enough, and the id is a Mongo-like one under `_id`."""
    campaign = create(play)
    assert (campaign["status"], campaign["mailboxes"], campaign["sequence"]) == ("draft", [], [])
    assert len(campaign["_id"]) == 24
    assert int(campaign["_id"], 16)


def test_the_server_names_the_steps(play: Play) -> None:
    """Steps get names and places; what else they hold is kept, and no variant is made up."""
    sequence = create(play, sequence=STEPS)["sequence"]
    assert [step["name"] for step in sequence] == [
        "Initial Email",
        "Wait 3 days",
        "Follow-up 1",
        "Wait 1 day",
        "Follow-up 2",
    ]
    assert [step["order"] for step in sequence] == [0, 1, 2, 3, 9]
    assert sequence[0]["_id"] == "a"
    assert ["variants" in step for step in sequence] == [False, False, True, False, False]


def test_a_sequence_is_replaced(play: Play) -> None:
    """A step that an update leaves out is gone; an update that does not name the sequence leaves it alone."""
    campaign = create(play, sequence=STEPS)
    assert update(play, campaign, name="x")["sequence"] == campaign["sequence"]
    assert [step["subject"] for step in update(play, campaign, sequence=STEPS[2:3])["sequence"]] == ["Two"]


PARTS = st.fixed_dictionaries({}, optional={name: st.just(value) for name, value in SCHEDULE.items()})


@given(PARTS, PARTS.map(lambda part: {name: value for name, value in part.items() if name != "timezone"}))
def test_the_schedule_is_merged(first: JSON, second: JSON) -> None:
    """What a schedule does not name stays; it is read under another name than it is written."""
    play = Play("sendkit")
    campaign = create(play, schedule={"timezone": "UTC", **first})
    second = {**second, **({"startTime": "10:00"} if "startTime" in second else {})}
    changed = update(play, campaign, schedule=second)
    assert changed["sendingSchedule"] == {"timezone": "UTC", **first, **second}
    assert get(play, campaign)["sendingSchedule"] == changed["sendingSchedule"]
    assert "schedule" not in changed


def test_no_schedule_is_made_up(play: Play) -> None:
    """A campaign without a schedule tells none."""
    assert "sendingSchedule" not in get(play, create(play))


@given(st.sets(st.sampled_from(sorted(SETTINGS))), st.sets(st.sampled_from(sorted(SETTINGS))))
def test_settings_are_merged(first: set[str], second: set[str]) -> None:
    """A setting that is not named stays, and an object or array that is named is replaced as a whole."""
    play = Play("sendkit")
    before = {name: SETTINGS[name] for name in first}
    changes = {name: {"url": "x"} if name == "webhook" else SETTINGS[name] for name in second}
    campaign = create(play, settings=before)
    update(play, campaign, settings=changes)
    assert play.stored(campaign["_id"])["settings"] == {**before, **changes}


def test_settings_are_read_beside_the_name(play: Play) -> None:
    """Settings that a response has a place for stand directly on the campaign, all others are not shown."""
    found = get(play, create(play, settings=SETTINGS))
    hidden = {"webhook", "myOwn"}
    assert {name: found.get(name) for name in SETTINGS if name not in hidden} == {
        name: value for name, value in SETTINGS.items() if name not in hidden
    }
    assert not found.keys() & {"settings", *hidden}


def test_legacy_settings_are_normalised(play: Play) -> None:
    """The legacy gateway check is stored as none, and legacy matching rules are ignored."""
    rules = [{"recipientProvider": "gmail"}]
    campaign = create(play, settings={"segCheckMode": "use_specific_mailboxes", "espMatchingRules": rules})
    assert get(play, campaign)["segCheckMode"] == "disabled"
    assert "espMatchingRules" not in play.stored(campaign["_id"])["settings"]
    assert update(play, campaign, settings={"segCheckMode": "use_specific_mailboxes"})["segCheckMode"] == "disabled"


@pytest.mark.parametrize(
    ("selectors", "ids"),
    [
        ({"mailboxes": [SARAH]}, [SARAH]),
        ({"mailboxIds": [SUPPORT, "nowhere"]}, [SUPPORT]),
        ({"mailboxEmails": ["support@company.com"], "mailboxIds": [SARAH]}, [SARAH, SUPPORT]),
        ({"mailboxTags": ["primary", "other"]}, [SARAH]),
        ({"mailboxProvider": "custom"}, [SUPPORT]),
        ({"mailboxProvider": "outlook"}, []),
    ],
    ids=str,
)
def test_selectors_become_mailboxes(play: Play, selectors: JSON, ids: list[str]) -> None:
    """Selectors that are combined mean every mailbox that one of them means."""
    campaign = create(play, **selectors)
    assert campaign["mailboxes"] == ids
    assert get(play, campaign)["mailboxCount"] == len(ids)


def test_mailboxes_are_reassigned(play: Play) -> None:
    """A selector in an update takes the place of the assigned mailboxes, and no selector leaves them alone."""
    campaign = create(play, mailboxIds=[SARAH, SUPPORT])
    update(play, campaign, name="x")
    assert play.stored(campaign["_id"])["mailboxes"] == [SARAH, SUPPORT]
    update(play, campaign, mailboxProvider="gmail")
    assert play.stored(campaign["_id"])["mailboxes"] == [SARAH]
    update(play, campaign, mailboxes=[SUPPORT])  # this spelling is for create alone
    assert play.stored(campaign["_id"])["mailboxes"] == [SARAH]


@pytest.mark.parametrize("hour", ["8:00", "25:00", "24:00", "08:60", "08:00:00", "", "\u0660\u0668:00"])
def test_an_hour_is_hh_mm(play: Play, hour: str) -> None:
    """An hour in another form than the documented one is refused, at creation and later, and changes nothing."""
    campaign = create(play, schedule=SCHEDULE)
    assert refuse(play, campaign, schedule={"endTime": hour}).status == 400
    assert play.refused("createCampaign", {"name": "x", "schedule": {"startTime": hour}}).status == 400
    assert play.stored(campaign["_id"])["schedule"] == SCHEDULE


def test_a_subsequence_keeps_its_identity_by_its_id(play: Play) -> None:
    """A subsequence that comes back with its id is the same one; one that does not come back is gone."""
    campaign = create(play, subsequences=[{"trigger": INTERESTED, "name": "First"}, {"trigger": REPLY}])
    first, second = subsequences(play, campaign)
    after_a_mail(play, campaign)
    update(
        play, campaign, subsequences=[{"trigger": REPLY, "name": "New"}, {"_id": first["id"], "trigger": INTERESTED}]
    )
    new, kept = subsequences(play, campaign)
    assert (kept["id"], kept["stats"]["sent"]) == (first["id"], 1)
    assert new["id"] not in (first["id"], second["id"])
    assert "name" not in kept


@pytest.mark.parametrize("trigger", [{"type": "ai_tag", "value": "other"}, REPLY, None])
def test_a_trigger_is_fixed_once_mail_has_left(play: Play, trigger: Any) -> None:
    """Until its first mail a subsequence takes another trigger, then it does not; it can still be dropped."""
    campaign = create(play, subsequences=[{"trigger": INTERESTED}])
    id = subsequences(play, campaign)[0]["id"]
    changed = {"_id": id, **({"trigger": trigger} if trigger else {})}
    update(play, campaign, subsequences=[changed])
    update(play, campaign, subsequences=[{"_id": id, "trigger": INTERESTED}])
    after_a_mail(play, campaign)
    answer = refuse(play, campaign, subsequences=[changed])
    assert (answer.status, answer.body["error"]["code"]) == (400, "TRIGGER_IMMUTABLE")
    assert subsequences(play, campaign)[0]["trigger"] == INTERESTED
    update(play, campaign, subsequences=[])
    assert subsequences(play, campaign) == []


def test_a_reply_trigger_has_no_value(play: Play) -> None:
    """A value beside `reply` is ignored, so another one is no other trigger."""
    campaign = create(play, subsequences=[{"trigger": REPLY}])
    id = subsequences(play, campaign)[0]["id"]
    after_a_mail(play, campaign)
    update(play, campaign, subsequences=[{"_id": id, "trigger": {**REPLY, "value": "x"}}])


def test_a_caller_cannot_reset_the_count_of_mails(play: Play) -> None:
    """What a body says of mails does not make a trigger free again."""
    campaign = create(play, subsequences=[{"trigger": INTERESTED}])
    id = subsequences(play, campaign)[0]["id"]
    after_a_mail(play, campaign)
    assert refuse(play, campaign, subsequences=[{"_id": id, "trigger": REPLY, "sent": 0}]).status == 400


def tagged(*values: str, **fields: Any) -> list[JSON]:
    return [{"trigger": {"type": "ai_tag", "value": value}, **fields} for value in values]


@pytest.mark.parametrize(
    ("given", "is_allowed"),
    [
        (tagged(*"abcdefghijklmno"), True),
        (tagged(*"abcdefghijklmnop"), False),
        ([*tagged(*"abcdefghijklmno"), *tagged("p", archived=True)], True),
        (tagged("a", "A"), False),
        ([*tagged("a"), *tagged("A", archived=True)], True),
        ([{"trigger": REPLY}, {"trigger": REPLY}], False),
        ([{"trigger": REPLY}, {"trigger": REPLY, "archived": True}], True),
    ],
)
def test_active_subsequences_are_limited(play: Play, given: list[JSON], is_allowed: bool) -> None:
    """At most 15 are active, one of them for replies, and no two for the same tag; archived ones do not count."""
    campaign = create(play)
    if is_allowed:
        update(play, campaign, subsequences=given)
        assert len(subsequences(play, campaign)) == len(given)
    else:
        assert refuse(play, campaign, subsequences=given).status == 400
        assert subsequences(play, campaign) == []


def test_only_a_paused_campaign_resumes(play: Play) -> None:
    """Resume makes a paused campaign active and answers with `id`; from other states it is refused."""
    campaign = create(play)
    path = {"campaignId": campaign["_id"]}
    for status in ("draft", "active", "completed", "archived"):
        play.provider.move(play.world, campaign["_id"], status)
        assert play.refused("resumeCampaign", None, path).status == 400
    play.provider.move(play.world, campaign["_id"], "paused")
    assert play.ask("resumeCampaign", None, path)["data"] == {"id": campaign["_id"], "status": "active"}


def test_moving_notes_start_and_completion(play: Play) -> None:
    """A campaign started when it first became active, and completed when it last did."""
    campaign = create(play)
    assert (get(play, campaign)["startedAt"], get(play, campaign)["completedAt"]) == (None, None)
    play.provider.move(play.world, campaign["_id"], "active")
    started = get(play, campaign)["startedAt"]
    play.provider.move(play.world, campaign["_id"], "completed")
    play.provider.move(play.world, campaign["_id"], "active")
    assert get(play, campaign)["startedAt"] == started
    assert get(play, campaign)["completedAt"] >= started


def test_the_listing_can_be_searched(play: Play) -> None:
    """A part of the name in any case, a status, or both narrow the listing; its total counts what matches."""
    first, second = create(play, name="Spring Sale"), create(play, name="Sales")
    create(play, name="Other")
    play.provider.move(play.world, second["_id"], "active")
    found = play.ask("listCampaigns", search="SALE", limit=1)
    assert [one["_id"] for one in found["data"]] == [first["_id"]]
    assert found["pagination"] == {"limit": 1, "total": 2, "hasMore": True, "nextCursor": first["_id"]}
    found = play.ask("listCampaigns", search="sale", status="active")
    assert [one["_id"] for one in found["data"]] == [second["_id"]]


def test_the_last_page_has_a_cursor_too(play: Play) -> None:
    """Only `hasMore` ends a listing: a cursor is there on every page that holds something."""
    campaign = create(play)
    pagination = play.ask("listCampaigns")["pagination"]
    assert pagination == {"limit": 25, "total": 1, "hasMore": False, "nextCursor": campaign["_id"]}
    assert play.ask("listCampaigns", cursor=campaign["_id"])["data"] == []


def add(play: Play, campaign: JSON, **body: Any) -> JSON:
    added: JSON = play.ask("addCampaignLeads", body, {"campaignId": campaign["_id"]})["data"]
    return added


def test_leads_are_found_or_made(play: Play) -> None:
    """A lead is added once, whether named by id or by address in any case; what cannot be added is told."""
    campaign = create(play)
    entries = [
        {"leadId": JOHN},
        {"email": "JOHN@acme.com"},
        {"email": "new@example.com", "firstName": "New"},
        {"email": "NEW@example.com"},
        {"email": "invalid@"},
        {"leadId": "nowhere"},
    ]
    added = add(play, campaign, leads=entries)
    assert (added["added"], added["skipped"]) == (2, 2)
    assert [error["entry"] for error in added["errors"]] == entries[4:]
    found = play.ask("listCampaignLeads", None, {"campaignId": campaign["_id"]})
    assert [one["leadId"]["email"] for one in found["data"]] == ["john@acme.com", "new@example.com"]
    assert get(play, campaign)["leadCounts"] == {"total": 2, "active": 0}
    assert play.ask("listCampaigns")["data"][0]["stats"]["totalLeads"] == 2


@pytest.mark.parametrize(("status", "of_lead"), [("draft", "pending"), ("paused", "pending"), ("active", "active")])
def test_leads_wait_for_the_campaign(play: Play, status: str, of_lead: str) -> None:
    """A lead of an active campaign is active at once, any other is pending; the listing can be narrowed to either."""
    campaign = create(play)
    play.provider.move(play.world, campaign["_id"], status)
    add(play, campaign, leads=[{"leadId": JOHN}])
    path = {"campaignId": campaign["_id"]}
    assert len(play.ask("listCampaignLeads", None, path, status=of_lead)["data"]) == 1
    assert play.ask("listCampaignLeads", None, path, status="replied")["data"] == []


def test_all_leads_can_be_added_but_some(play: Play) -> None:
    """`selectAll` adds every lead of the workspace but those excluded, and to this campaign only."""
    campaign, other = create(play), create(play)
    assert add(play, campaign, selectAll=True, excludeIds=[JOHN])["added"] == 1
    assert add(play, campaign, selectAll=True)["added"] == 1
    assert add(play, campaign, selectAll=True) == {"added": 0, "skipped": 2, "errors": []}
    assert add(play, campaign, selectAll=False)["added"] == 0
    assert add(play, campaign, filters={"country": "US"})["added"] == 0
    assert get(play, other)["leadCounts"]["total"] == 0


def test_reports_count_leads_and_nothing_else(play: Play) -> None:
    """Both reports have zeros for what was never sent, and the leads by their state."""
    campaign = create(play, subsequences=[{"trigger": INTERESTED, "name": "Interested"}])
    play.provider.move(play.world, campaign["_id"], "active")
    add(play, campaign, selectAll=True)
    path = {"campaignId": campaign["_id"]}
    for operation in ("getCampaignAnalytics", "getPerCampaignAnalytics"):
        report = play.ask(operation, None, path)["data"]
        assert set(report["stats"].values()) == {0}
        assert report["statusBreakdown"]["active"] == 2
        assert len(report["subsequences"]) == 1
        assert report["campaign"]["id"] == campaign["_id"]


def test_days_are_those_of_the_campaign(play: Play) -> None:
    """The daily figures begin with the campaign and end today, within what was asked for."""
    path = {"campaignId": create(play)["_id"]}
    play.moment = play.moment.replace(day=30)
    assert [day["_id"] for day in play.ask("getDailyCampaignAnalytics", None, path)["data"]] == [
        "2026-03-28",
        "2026-03-29",
        "2026-03-30",
    ]
    found = play.ask("getDailyCampaignAnalytics", None, path, from_="2026-03-29", to="2099-01-01")["data"]
    assert [day["_id"] for day in found] == ["2026-03-29", "2026-03-30"]


def test_errors_have_a_code(play: Play) -> None:
    """An error is a code and a message in the product's own envelope."""
    answer = play.refused("getCampaign", None, {"campaignId": "nowhere"})
    assert answer.body == {"success": False, "error": {"code": "NOT_FOUND", "message": "Campaign not found"}}


@pytest.mark.parametrize(("seconds", "told"), [(0.0, "1"), (1.2, "2")])
def test_a_limit_says_how_long_to_wait(play: Play, seconds: float, told: str) -> None:
    """No limit is documented, but one that is injected says how long to wait."""
    assert play.provider.limits == ()
    assert play.provider.problem(Problem("too_many", "No.", retry_after=seconds)).headers == {"Retry-After": told}
