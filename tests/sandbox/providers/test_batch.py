"""The rules of Batch."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from handbill_generator.sandbox.model import Kind, Problem
from hypothesis import given
from hypothesis import strategies as st

from .worlds import JSON, NOW, Play, allowed, operations

EMAIL = {"channel_type": "email", "subject": "Hi"}
BODY: JSON = {
    "name": "Spring",
    "state": "DRAFT",
    "labels": ["a"],
    "when": {"start_time": "2026-04-01T11:00:00+02:00"},
    "targeting": {"languages": ["fr"]},
    "messages": [EMAIL],
}
UPDATABLE = ("DRAFT", "STOPPED")

BODIES = st.fixed_dictionaries(
    {
        "name": st.text(max_size=5),
        "state": st.sampled_from(["DRAFT", "RUNNING", "STOPPED"]),
        "when": st.fixed_dictionaries({}, optional={"start_time": st.just("now"), "local_time": st.booleans()}),
        "messages": st.sampled_from(["email", "push"]).map(lambda channel: [{"channel_type": channel}]),
    },
    optional={
        "send_rate": st.integers(1000, 1_000_000),
        "labels": st.lists(st.text(max_size=3), max_size=5),
        "targeting": st.fixed_dictionaries({}, optional={"regions": st.just(["FR"])}),
    },
)


@pytest.fixture
def play() -> Play:
    return Play("batch")


def create(play: Play, **fields: Any) -> str:
    made: str = play.ask("createCampaign", {**BODY, **fields})["id"]
    return made


def item(play: Play, id: str) -> JSON:
    found: JSON = next(one for one in play.ask("listOrchestrations")["orchestrations"] if one["id"] == id)
    return found


def test_a_campaign_gets_an_id_and_nothing_else(play: Play) -> None:
    """Create tells the id alone, which looks as the examples do."""
    answer = play.answer("createCampaign", BODY)
    assert answer.status == 201
    assert list(answer.body) == ["id"]
    assert re.fullmatch(r"orchestration_[a-z0-9]{32}", answer.body["id"])


@pytest.mark.parametrize("state", ["DRAFT", "RUNNING", "STOPPED"])
def test_states_are_written_and_read_in_different_words(play: Play, state: str) -> None:
    """A campaign is made in any state, and listed in its lower-case word."""
    assert item(play, create(play, state=state))["status"] == state.lower()


def test_the_listing_shows_what_is_known_of_a_campaign(play: Play) -> None:
    """An item has its channel, its source, and its times in UTC without a zone."""
    id = create(play)
    assert item(play, id) == {
        "id": id,
        "type": "campaign",
        "channels": ["email"],
        "source": "api",
        "created_date": "2026-03-28T15:00:01",
        "name": "Spring",
        "labels": ["a"],
        "status": "draft",
        "start_time": "2026-04-01T09:00:00",
    }


@given(BODIES, BODIES)
def test_an_update_overwrites_everything(first: JSON, second: JSON) -> None:
    """What is stored is what was sent last, nothing of before; without targeting, that is the whole user base."""
    assert all(allowed("batch", "createCampaign", body) for body in (first, second))
    play = Play("batch")
    id = play.ask("createCampaign", first)["id"]
    assert play.stored(id)["campaign"] == first
    if first["state"] in UPDATABLE:
        assert play.ask("updateCampaign", {"id": id, "campaign": second}) == {}
        assert play.stored(id)["campaign"] == second
        assert ("targeting" in play.stored(id)["campaign"]) == ("targeting" in second)
        assert item(play, id)["name"] == second["name"]


def test_an_update_needs_a_whole_campaign() -> None:
    """The contract refuses a body that holds a part of a campaign."""
    assert not allowed("batch", "updateCampaign", {"id": "x", "campaign": {"state": "STOPPED"}})


@pytest.mark.parametrize("status", ["running", "completed"])
def test_what_runs_or_is_over_cannot_be_updated(play: Play, status: str) -> None:
    """A running or completed campaign is left as it is, even if the update would stop it."""
    id = create(play)
    play.provider.move(play.world, id, status)
    before = play.stored(id)
    answer = play.refused("updateCampaign", {"id": id, "campaign": {**BODY, "state": "STOPPED"}})
    assert (answer.status, answer.body["error_code"]) == (403, "12")
    assert play.stored(id) == before


@pytest.mark.parametrize("state", UPDATABLE)
def test_an_update_can_start_a_campaign(play: Play, state: str) -> None:
    """A draft or a stopped campaign runs after an update that says so."""
    id = create(play, state=state)
    play.ask("updateCampaign", {"id": id, "campaign": {**BODY, "state": "RUNNING"}})
    assert item(play, id)["status"] == "running"


@pytest.mark.parametrize("start", ["now", "2024-01-24T10:22:00Z"])
def test_a_running_campaign_runs_until_it_is_moved(play: Play, start: str) -> None:
    """No clock completes a campaign, even if its start is long ago."""
    id = create(play, state="RUNNING", when={"start_time": start})
    play.moment += timedelta(days=400)
    assert item(play, id)["status"] == "running"
    play.provider.move(play.world, id, "completed")
    assert item(play, id)["status"] == "completed"


def test_now_is_when_a_campaign_is_told_to_run(play: Play) -> None:
    """A draft for `now` has no start; once it runs, it started at that moment."""
    id = create(play, when={"start_time": "now"})
    assert "start_time" not in item(play, id)
    running = {**BODY, "state": "RUNNING", "when": {"start_time": "now"}}
    play.ask("updateCampaign", {"id": id, "campaign": running})
    started = play.moment.replace(tzinfo=None).isoformat()
    assert item(play, id)["start_time"] == started


@pytest.mark.parametrize(
    ("operation", "body", "query"),
    [
        ("updateCampaign", {"id": "orchestration_x", "campaign": BODY}, {}),
        ("deleteCampaign", {"id": "orchestration_x"}, {}),
        ("getOrchestration", None, {"orchestration_id": "orchestration_x"}),
        (
            "getOrchestrationStats",
            None,
            {"orchestration_id": "orchestration_x", "from_": "2026-03-01", "to": "2026-03-02"},
        ),
    ],
)
def test_unknown_ids_are_not_found(play: Play, operation: str, body: Any, query: JSON) -> None:
    """An id that was never given out gives 404, without the code that means a wrong route."""
    answer = play.refused(operation, body, **query)
    assert answer.status == 404
    assert answer.body["error_code"] != play.provider.problem(Problem("no_route", "No.")).body["error_code"]


def test_a_deleted_campaign_is_gone(play: Play) -> None:
    """Delete answers without a body; the campaign is in no listing, and cannot be updated, moved or deleted again."""
    id = create(play)
    answer = play.answer("deleteCampaign", {"id": id})
    assert (answer.status, answer.body) == (204, None)
    assert play.ask("listOrchestrations") == {"orchestrations": [], "count": 0, "has_more": False}
    assert play.provider.campaigns(play.world) == []
    assert play.refused("deleteCampaign", {"id": id}).status == 404
    assert play.refused("updateCampaign", {"id": id, "campaign": BODY}).status == 404


def test_a_listing_survives_deletions(play: Play) -> None:
    """Whoever deletes each page before asking for the next one still gets every campaign once."""
    made = [create(play) for _ in range(5)]
    found: list[str] = []
    query: JSON = {}
    while True:
        page = play.ask("listOrchestrations", limit=2, **query)
        found += [one["id"] for one in page["orchestrations"]]
        for one in page["orchestrations"]:
            play.ask("deleteCampaign", {"id": one["id"]})
        if not page["has_more"]:
            break
        query = {"from_": page["next_from"]}
    assert found == made


def test_only_the_first_page_counts(play: Play) -> None:
    """The number of all campaigns stands on the first page, and the last page gives no cursor."""
    for _ in range(3):
        create(play)
    first = play.ask("listOrchestrations", limit=2)
    last = play.ask("listOrchestrations", limit=2, from_=first["next_from"])
    assert (first["count"], first["has_more"]) == (3, True)
    assert (last["has_more"], last.keys() & {"count", "next_from"}) == (False, set())


@pytest.mark.parametrize("limit", [0, -1])
def test_a_page_is_never_empty_by_request(play: Play, limit: int) -> None:
    """A limit below one, which the contract does not forbid, gives pages of one: a listing comes to its end."""
    create(play)
    assert len(play.ask("listOrchestrations", limit=limit)["orchestrations"]) == 1


def test_stats_have_a_day_each(play: Play) -> None:
    """The days of the range until today have zeros; the future has not happened yet."""
    today = NOW.date()
    query: JSON = {"from_": (today - timedelta(days=2)).isoformat(), "to": (today + timedelta(days=9)).isoformat()}
    stats = play.ask("getOrchestrationStats", orchestration_id=create(play), **query)
    assert [day["date"] for day in stats["details"]] == ["2026-03-26", "2026-03-27", "2026-03-28"]
    assert {value for day in stats["details"] for key, value in day.items() if key != "date"} == {0}


@pytest.mark.parametrize(
    ("first", "last", "is_allowed"),
    [
        ("2025-09-28", "2026-03-28", True),
        ("2025-09-27", "2026-03-28", False),
        ("2026-03-02", "2026-03-01", False),
    ],
)
def test_stats_go_back_six_months(play: Play, first: str, last: str, is_allowed: bool) -> None:
    """A range begins at most six months ago, and not after its end."""
    query: JSON = {"orchestration_id": create(play), "from_": first, "to": last}
    if is_allowed:
        assert play.ask("getOrchestrationStats", **query)["details"][0]["date"] == first
    else:
        answer = play.refused("getOrchestrationStats", **query)
        assert (answer.status, answer.body["error_code"]) == (400, "31")


def test_only_push_campaigns_can_be_viewed(play: Play) -> None:
    """View shows a push campaign with times in UTC, and refuses any other."""
    push = create(play, messages=[{"channel_type": "push"}])
    assert play.ask("getOrchestration", orchestration_id=push) == {
        "id": push,
        "type": "campaign",
        "source": "api",
        "created_date": "2026-03-28T15:00:01Z",
        "updated_date": "2026-03-28T15:00:01Z",
        "name": "Spring",
        "labels": ["a"],
        "status": "draft",
        "start_time": "2026-04-01T09:00:00Z",
    }
    assert play.refused("getOrchestration", orchestration_id=create(play)).status == 403


@pytest.mark.parametrize(
    ("kind", "fields", "status", "code"),
    [
        ("invalid", (), 400, "32"),
        ("invalid", (("campaign.name", "is missing"),), 400, "30"),
        ("invalid", (("campaign.state", "is not one of these"),), 400, "31"),
        ("unauthorized", (), 401, "10"),
        ("forbidden", (), 403, "12"),
        ("no_route", (), 404, "20"),
        ("too_many", (), 429, "60"),
        ("failed", (), 500, "1"),
        ("down", (), 503, "2"),
    ],
)
def test_errors_have_their_number(play: Play, kind: Kind, fields: Any, status: int, code: str) -> None:
    """Each documented error has its status and its number as text, and no header says when to come back."""
    answer = play.provider.problem(Problem(kind, "No.", fields=fields, retry_after=1))
    assert (answer.status, answer.headers) == (status, {})
    assert answer.body == {"error_code": code, "error_message": "No."}


def test_catalogs_are_limited(play: Play) -> None:
    """All calls for catalogs share five requests a second, and no other call is limited."""
    (limit,) = play.provider.limits
    assert (limit.requests, limit.seconds) == (5, 1)
    of_catalogs = {id for id, one in operations("batch").items() if one.path.raw.startswith("/catalogs/")}
    assert limit.operations == frozenset(of_catalogs)
