"""The rules of Loops."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from handbill_generator.sandbox.model import Answer, Problem
from hypothesis import given
from hypothesis import strategies as st

from .worlds import JSON, NOW, Play, allowed, operations

GROUP = "clg7n5p3q1r9s7t5u3v1w9y7"
LIST = "clm2k8j4h6g0f8d6s4a2b0z8"
SEGMENT = "cls6e8g0i2k4m6o8q0s2u4w6"
OTHER_SEGMENT = "clr4c8t0v008yl70x3y4z5a6b"
FILTER = {"match": "any", "conditions": [{"type": "optIn", "status": None}]}
LATER = {"method": "schedule", "timestamp": "2026-04-01T09:00:00.000Z"}
FIELDS: JSON = {
    "name": "Renamed",
    "campaignGroupId": GROUP,
    "mailingListId": LIST,
    "audienceSegmentId": SEGMENT,
    "audienceFilter": FILTER,
    "scheduling": LATER,
}
AUDIENCE = {"audienceSegmentId", "audienceFilter"}


@pytest.fixture
def play() -> Play:
    return Play("loops")


def create(play: Play, **fields: Any) -> JSON:
    made: JSON = play.ask("createCampaign", {"name": "Spring", **fields})
    return made


def update(play: Play, campaign: JSON, **fields: Any) -> JSON:
    changed: JSON = play.ask("updateCampaign", fields, {"campaignId": campaign["id"]})
    return changed


def refuse(play: Play, campaign: JSON, **fields: Any) -> Answer:
    return play.refused("updateCampaign", fields, {"campaignId": campaign["id"]})


def get(play: Play, campaign: JSON) -> JSON:
    found: JSON = play.ask("getCampaign", None, {"campaignId": campaign["id"]})
    return found


def write(play: Play, campaign: JSON, **fields: Any) -> JSON:
    written: JSON = play.ask("updateEmailMessage", fields, {"emailMessageId": campaign["emailMessageId"]})
    return written


def test_a_new_campaign_is_a_draft_with_an_empty_message(play: Play) -> None:
    """Create answers 201 with a draft in the default group and the first revision of an empty message."""
    answer = play.answer("createCampaign", {"name": "Spring"})
    assert answer.status == 201
    assert (answer.body["status"], answer.body["scheduling"]) == ("Draft", {"method": "now", "timestamp": None})
    groups = play.ask("listCampaignGroups")["data"]
    assert answer.body["campaignGroupId"] in [group["id"] for group in groups]
    message = play.ask("getEmailMessage", None, {"emailMessageId": answer.body["emailMessageId"]})
    assert message["contentRevisionId"] == answer.body["emailMessageContentRevisionId"]
    assert (message["campaignId"], message["subject"], message["lmx"]) == (answer.body["id"], "", "")


def test_what_is_created_is_read_again(play: Play) -> None:
    """Get gives the answer of create, but for the revision, which only create tells."""
    made = create(play, **FIELDS)
    del made["emailMessageContentRevisionId"]
    assert get(play, made) == made
    assert {name: made[name] for name in FIELDS} == FIELDS


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"campaignGroupId": "nowhere"}, 400),
        ({"mailingListId": "nowhere"}, 404),
        ({"audienceSegmentId": "nowhere"}, 404),
        ({"scheduling": {"method": "schedule", "timestamp": NOW.isoformat()}}, 400),
    ],
    ids=str,
)
def test_references_and_times_are_checked(play: Play, fields: JSON, status: int) -> None:
    """An unknown group is a bad request, an unknown list or segment is not found, a time must be in the future."""
    campaign = create(play)
    assert play.refused("createCampaign", {"name": "x", **fields}).status == status
    assert refuse(play, campaign, **fields).status == status
    assert get(play, campaign) == {**get(play, campaign), **{name: campaign[name] for name in fields}}


def test_a_send_time_is_answered_in_utc(play: Play) -> None:
    """A time with an offset, or without milliseconds, comes back as the moment that it is, as Loops writes moments."""
    there = {"method": "schedule", "timestamp": "2026-04-01T11:00:00+02:00"}
    campaign = create(play, scheduling=there)
    assert campaign["scheduling"] == LATER
    assert update(play, campaign, scheduling=there)["scheduling"] == LATER


def test_now_takes_no_timestamp_and_an_update_takes_a_field() -> None:
    """The contract itself refuses a send time beside `now`, and an update that names nothing."""
    assert not allowed("loops", "updateCampaign", {"scheduling": {**LATER, "method": "now"}})
    assert not allowed("loops", "updateCampaign", {})


@given(st.sets(st.sampled_from(sorted(FIELDS)), min_size=1))
def test_only_what_is_named_changes(names: set[str]) -> None:
    """An update leaves every field alone that it does not name, but for the two halves of the audience."""
    play = Play("loops")
    before = get(play, create(play))
    after = update(play, before, **{name: FIELDS[name] for name in names})
    touched = names | {"updatedAt"} | (AUDIENCE if names & AUDIENCE else set())
    assert {name: value for name, value in after.items() if name not in touched} == {
        name: value for name, value in before.items() if name not in touched
    }
    assert {name: after[name] for name in names} == {name: FIELDS[name] for name in names}
    assert after["updatedAt"] > before["updatedAt"]
    assert get(play, before) == after


def test_one_half_of_the_audience_clears_the_other(play: Play) -> None:
    """A segment or a filter that comes alone takes the place of the other one; together the filter narrows."""
    both = create(play, audienceSegmentId=SEGMENT, audienceFilter=FILTER)
    assert (both["audienceSegmentId"], both["audienceFilter"]) == (SEGMENT, FILTER)
    by_segment = update(play, both, audienceSegmentId=OTHER_SEGMENT)
    assert (by_segment["audienceSegmentId"], by_segment["audienceFilter"]) == (OTHER_SEGMENT, None)
    by_filter = update(play, both, audienceFilter=FILTER)
    assert (by_filter["audienceSegmentId"], by_filter["audienceFilter"]) == (None, FILTER)


@pytest.mark.parametrize("name", ["mailingListId", "audienceSegmentId", "audienceFilter"])
def test_null_removes_what_it_names(play: Play, name: str) -> None:
    """Null clears a list, a segment or a filter, and nothing else."""
    before = create(play, **FIELDS)
    after = update(play, before, **{name: None})
    others = {key for key in FIELDS if key != name}
    assert after[name] is None
    assert {key: after[key] for key in others} == {key: before[key] for key in others}


def test_a_send_time_does_not_change_the_status(play: Play) -> None:
    """A campaign with a send time is a draft as it was."""
    assert update(play, create(play), scheduling=LATER)["status"] == "Draft"


@pytest.mark.parametrize("status", ["Scheduled", "Sending", "Sent"])
def test_only_drafts_take_every_field(play: Play, status: str) -> None:
    """A sent campaign takes name and group and nothing else, one on its way takes nothing at all."""
    campaign = create(play)
    play.provider.move(play.world, campaign["id"], status)
    for name in ("mailingListId", "scheduling"):
        assert refuse(play, campaign, **{name: FIELDS[name]}).status == 409
    assert refuse(play, campaign, name="x", mailingListId=None).status == 409
    if status == "Sent":
        assert update(play, campaign, name="x", campaignGroupId=GROUP)["name"] == "x"
    else:
        assert refuse(play, campaign, name="x").status == 409


def test_metrics_begin_when_a_campaign_is_sent(play: Play) -> None:
    """A campaign that has not been sent has no metrics, and then has those of a delivery that did not happen."""
    campaign = create(play)
    assert play.refused("getCampaignMetrics", None, {"campaignId": campaign["id"]}).status == 400
    play.provider.move(play.world, campaign["id"], "Sent")
    assert set(play.ask("getCampaignMetrics", None, {"campaignId": campaign["id"]}).values()) == {0}


def test_content_is_guarded_by_its_revision(play: Play) -> None:
    """Each change of a message gives it a new revision, and only the newest one may be expected."""
    campaign = create(play)
    first = campaign["emailMessageContentRevisionId"]
    written = write(play, campaign, expectedRevisionId=first, subject="Hi")
    assert written["contentRevisionId"] != first
    path = {"emailMessageId": campaign["emailMessageId"]}
    assert play.refused("updateEmailMessage", {"expectedRevisionId": first, "subject": "Ho"}, path).status == 409
    assert play.ask("getEmailMessage", None, path)["subject"] == "Hi"
    assert write(play, campaign, previewText="without a revision")["subject"] == "Hi"


def test_content_of_a_campaign_on_its_way_is_closed(play: Play) -> None:
    """The message of a campaign that is no draft cannot be changed."""
    campaign = create(play)
    play.provider.move(play.world, campaign["id"], "Scheduled")
    path = {"emailMessageId": campaign["emailMessageId"]}
    assert play.refused("updateEmailMessage", {"subject": "Hi"}, path).status == 409


KEYS = st.dictionaries(st.sampled_from("abc"), st.none() | st.sampled_from(["", "there"]))


@given(KEYS, KEYS)
def test_fallbacks_merge_key_by_key(first: dict[str, str | None], second: dict[str, str | None]) -> None:
    """Text sets a fallback, null removes it, a key that is not named stays; an empty map is not shown."""
    play = Play("loops")
    campaign = create(play)
    write(play, campaign, contactPropertiesFallbacks=first)
    written = write(play, campaign, contactPropertiesFallbacks=second)
    expected = {key: text for key, text in {**first, **second}.items() if text is not None}
    assert written.get("contactPropertiesFallbacks", {}) == expected
    assert ("contactPropertiesFallbacks" in written) == bool(expected)


@pytest.mark.parametrize(("length", "status"), [(100_000, 200), (100_001, 413)])
def test_lmx_has_at_most_100_kb(play: Play, length: int, status: int) -> None:
    """LMX of 100 KB is accepted as it is, whatever it says, and more is too large."""
    campaign = create(play)
    answer = play.answer("updateEmailMessage", {"lmx": "<" * length}, {"emailMessageId": campaign["emailMessageId"]})
    assert answer.status == status


def test_replies_go_to_an_address(play: Play) -> None:
    """The address for replies may be empty, but is no other text."""
    campaign = create(play)
    assert write(play, campaign, replyToEmail="")["replyToEmail"] == ""
    path = {"emailMessageId": campaign["emailMessageId"]}
    assert play.refused("updateEmailMessage", {"replyToEmail": "nobody"}, path).status == 400


def test_previews_of_a_day_are_counted(play: Play) -> None:
    """A team has 100 previews in any 24 hours."""
    path = {"emailMessageId": create(play)["emailMessageId"]}
    for _ in range(100):
        assert play.ask("previewEmailMessage", {"emails": ["jane@example.com"]}, path) == {"id": path["emailMessageId"]}
    assert play.refused("previewEmailMessage", {"emails": ["jane@example.com"]}, path).status == 429
    play.moment = play.moment.replace(day=play.moment.day + 1)
    assert play.ask("previewEmailMessage", {"emails": ["jane@example.com"]}, path)


@pytest.mark.parametrize("name", ["eventProperties", "dataVariables"])
def test_a_campaign_previews_contact_properties_only(play: Play, name: str) -> None:
    """Values that only workflows or transactional emails have are refused, and no preview is counted."""
    path = {"emailMessageId": create(play)["emailMessageId"]}
    body = {"emails": ["jane@example.com"], name: {"a": "b"}}
    assert play.refused("previewEmailMessage", body, path).status == 400
    assert play.stored("moments", "previews") is None


@pytest.mark.parametrize("name", ["Unsorted", "UNSORTED"])
def test_a_group_cannot_have_the_reserved_name(play: Play, name: str) -> None:
    """The reserved name is given to no group, and its group stays as it is."""
    assert play.refused("createCampaignGroup", {"name": name}).status == 400
    assert play.refused("updateCampaignGroup", {"name": name}, {"campaignGroupId": GROUP}).status == 400
    reserved = create(play)["campaignGroupId"]
    assert play.refused("updateCampaignGroup", {"description": "x"}, {"campaignGroupId": reserved}).status == 400


def test_groups_keep_what_an_update_does_not_name(play: Play) -> None:
    """A group that is renamed keeps its description, and is the one that is read again."""
    group = play.ask("createCampaignGroup", {"name": "News", "description": "All of it"})
    renamed = play.ask("updateCampaignGroup", {"name": "Letters"}, {"campaignGroupId": group["id"]})
    assert (renamed["name"], renamed["description"]) == ("Letters", "All of it")
    assert play.ask("getCampaignGroup", None, {"campaignGroupId": group["id"]}) == renamed


def test_segments_have_names_of_their_own(play: Play) -> None:
    """A segment can be sent to at once, and its name cannot be given again."""
    body = {"name": "Recent", "filter": FILTER}
    segment = play.ask("createAudienceSegment", body)
    assert play.ask("getAudienceSegment", None, {"audienceSegmentId": segment["id"]}) == segment
    assert create(play, audienceSegmentId=segment["id"])["audienceSegmentId"] == segment["id"]
    assert play.refused("createAudienceSegment", body).status == 400


def test_a_segment_names_campaigns_that_are_there(play: Play) -> None:
    """A segment of those who opened a campaign needs that campaign."""

    def body(id: str) -> JSON:
        activity = {"type": "activity", "action": "opened", "negate": False, "target": "campaign", "id": id}
        return {"name": "Openers", "filter": {"match": "all", "conditions": [activity]}}

    assert play.refused("createAudienceSegment", body("nowhere")).status == 404
    assert play.ask("createAudienceSegment", body(create(play)["id"]))["name"] == "Openers"


def test_there_are_lists_to_send_to(play: Play) -> None:
    """Both mailing lists of the beginning can be sent to."""
    for mailing_list in play.ask("listMailingLists"):
        assert create(play, mailingListId=mailing_list["id"])["mailingListId"] == mailing_list["id"]


def test_a_page_links_to_the_next(play: Play) -> None:
    """A page counts itself and gives the address of the next one; the newest campaign comes first."""
    made = [create(play)["id"] for _ in range(11)]
    page = play.ask("listCampaigns", perPage="10")
    assert [one["id"] for one in page["data"]] == made[:0:-1]
    assert page["pagination"] == {
        "totalResults": 11,
        "returnedResults": 10,
        "perPage": 10,
        "totalPages": 2,
        "nextCursor": made[1],
        "nextPage": f"http://sandbox.test/api/v1/campaigns?cursor={made[1]}&perPage=10",
    }


def test_limits_are_those_of_the_documentation(play: Play) -> None:
    """The second limit holds for the families that are said to manage content."""
    general, content = play.provider.limits
    assert (general.requests, general.seconds, general.operations) == (10, 1, None)
    assert (content.requests, content.seconds) == (60, 60)
    families = "campaigns campaign-groups components email-messages themes transactional-emails transactional-groups"
    families += " uploads workflows"
    of_families = {
        id for id, operation in operations("loops").items() if operation.path.raw.split("/")[2] in families.split()
    }
    assert content.operations == frozenset(of_families)


WORDED: list[tuple[Callable[[], Problem], JSON]] = [
    (lambda: Problem("not_found", "Campaign not found."), {"message": "Campaign not found."}),
    (lambda: Problem("unauthorized", "No."), {"message": "No."}),
    (lambda: Problem("invalid", "No."), {"message": "No."}),
    (lambda: _of("sendEvent", Problem("invalid", "No.")), {"success": False, "message": "No."}),
]


def _of(operation: str, problem: Problem) -> Problem:
    problem.operation = operation
    return problem


@pytest.mark.parametrize(("problem", "body"), WORDED)
def test_errors_are_a_message(play: Play, problem: Callable[[], Problem], body: JSON) -> None:
    """An error is a message without a machine code and without a header that says when to come back."""
    answer = play.provider.problem(problem())
    assert (answer.body, answer.headers) == (body, {})
