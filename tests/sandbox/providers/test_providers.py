"""Laws that hold for all four providers, held against their contracts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, get_args

import pytest
from handbill_generator.sandbox.model import Allowance, Kind, Limit, Problem
from handbill_generator.sandbox.providers import PROVIDERS
from hypothesis import given, settings
from hypothesis import strategies as st

from .worlds import NOW, Play, allowed, check, contract, documented, operations

NAMES = tuple(PROVIDERS)
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How campaigns are made, listed page by page and moved: the smallest body, the listing, a status word."""

    body: Any
    id: str
    listing: str
    size: str
    cursor: Callable[[Any], dict[str, Any] | None]
    items: Callable[[Any], list[Any]]
    word: str


def _loops_cursor(page: Any) -> dict[str, Any] | None:
    return {"cursor": page["pagination"]["nextCursor"]} if page["pagination"]["nextCursor"] else None


def _batch_cursor(page: Any) -> dict[str, Any] | None:
    return {"from_": page["next_from"]} if page["has_more"] else None


def _autosend_cursor(page: Any) -> dict[str, Any] | None:
    pagination = page["data"]["pagination"]
    return {"page": pagination["page"] + 1} if pagination["page"] < pagination["totalPages"] else None


def _sendkit_cursor(page: Any) -> dict[str, Any] | None:
    return {"cursor": page["pagination"]["nextCursor"]} if page["pagination"]["hasMore"] else None


BATCH_BODY = {"name": "x", "state": "DRAFT", "when": {}, "messages": [{"channel_type": "email"}]}
WAYS = {
    "loops": Ways(
        body={"name": "x"},
        id="id",
        listing="listCampaigns",
        size="perPage",
        cursor=_loops_cursor,
        items=lambda page: page["data"],
        word="Sent",
    ),
    "batch": Ways(
        body=BATCH_BODY,
        id="id",
        listing="listOrchestrations",
        size="limit",
        cursor=_batch_cursor,
        items=lambda page: page["orchestrations"],
        word="completed",
    ),
    "autosend": Ways(
        body={"name": "x", "htmlTemplate": "<p>Hi</p>"},
        id="id",
        listing="listCampaigns",
        size="limit",
        cursor=_autosend_cursor,
        items=lambda page: page["data"]["campaigns"],
        word="sent",
    ),
    "sendkit": Ways(
        body={"name": "x"},
        id="_id",
        listing="listCampaigns",
        size="limit",
        cursor=_sendkit_cursor,
        items=lambda page: page["data"],
        word="active",
    ),
}


def made(play: Play) -> str:
    """Make a campaign and give its id."""
    way = WAYS[play.provider.name]
    body = play.ask("createCampaign", way.body)
    found: str = body.get("data", body)[way.id]
    return found


def pages(play: Play, size: Any) -> Iterator[list[str]]:
    """Give the ids on each page of the listing, as its pagination is documented."""
    way = WAYS[play.provider.name]
    query: dict[str, Any] | None = {}
    while query is not None:
        page = play.ask(way.listing, **{way.size: size}, **query)
        yield [one[way.id] for one in way.items(page)]
        query = way.cursor(page)


def test_the_four_are_there_in_order() -> None:
    """The registry holds every provider under its own name, Loops first."""
    assert NAMES == ("loops", "batch", "autosend", "sendkit")
    assert all(provider.name == name for name, provider in PROVIDERS.items())
    assert set(WAYS) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_what_a_provider_names_is_in_its_contract(name: str) -> None:
    """Handlers and limits name operations of the contract, and every security scheme has a credential."""
    provider = PROVIDERS[name]
    limited = {one for limit in provider.limits for one in limit.operations or ()}
    assert limited | set(provider.handlers) <= set(operations(name))
    assert set(provider.credentials) == set(contract(name).security_schemes)
    assert set(provider.credentials.values()) == {"sandbox"}


def requests(name: str, operation: str) -> dict[str, Any]:
    """Give the examples of a request body; an operation without one has one request."""
    request = operations(name)[operation].request_body
    return dict(request.content[0].examples) if request else {"": None}


EXAMPLES = [
    pytest.param(name, operation, body, id=f"{name}-{operation}-{label}".removesuffix("-"))
    for name, provider in PROVIDERS.items()
    for operation in provider.handlers
    for label, body in requests(name, operation).items()
]


@pytest.mark.parametrize(("name", "operation", "body"), EXAMPLES)
def test_examples_are_answered_as_documented(name: str, operation: str, body: Any) -> None:
    """Whatever example of the contract is sent, the answer is one that the contract documents."""
    play = Play(name)
    campaign = made(play)
    if name == "batch" and isinstance(body, dict) and "id" in body:
        body = {**body, "id": campaign}
    path = {
        "campaignId": campaign,
        "emailMessageId": play.stored(campaign).get("emailMessageId", ""),
        "campaignGroupId": "clg7n5p3q1r9s7t5u3v1w9y7",
        "audienceSegmentId": "cls6e8g0i2k4m6o8q0s2u4w6",
    }
    days = {"from_": "2026-03-01", "to": "2026-03-28"} if "Stats" in operation else {}
    query = {"orchestration_id": campaign, **days} if operation.startswith("getOrchestration") else {}
    try:
        play.answer(operation, body, path, **query)
    except Problem as problem:
        # An example may name what is not there, be of another kind of message, or suit another state; `answer` has
        # checked the refusal.
        assert problem.kind in ("invalid", "not_found", "forbidden", "conflict")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", NAMES)
def test_problems_are_in_the_documented_envelope(name: str, kind: Kind) -> None:
    """Whatever can be wrong with a call is worded as its operation documents it, of whatever family it is."""
    provider = PROVIDERS[name]
    problem = Problem(kind, "No.", fields=(("name", "is missing"),), retry_after=0.2)
    for id, operation in operations(name).items():
        problem.operation = id
        answer = provider.problem(problem)
        takes = operation.request_body is not None or any(one.location == "query" for one in operation.parameters)
        is_possible = {
            "invalid": takes,
            # Only a handler looks for an object, and at its state.
            **dict.fromkeys(("not_found", "conflict", "forbidden"), id in provider.handlers),
            # Where there is no operation, no operation documents anything.
            **dict.fromkeys(("no_route", "no_method"), False),
        }
        if is_possible.get(kind, True) and documented(operation, answer.status):
            check(name, id, answer)


def test_problems_have_their_status() -> None:
    """A path or a method that is not there says so by its status, whatever the provider's envelope is."""
    for provider in PROVIDERS.values():
        statuses = {kind: provider.problem(Problem(kind, "No.")).status for kind in KINDS}
        assert statuses["no_route"] == statuses["not_found"] == 404
        assert statuses["no_method"] == 405
        assert (statuses["unauthorized"], statuses["too_many"], statuses["failed"], statuses["down"]) == (
            *(401, 429, 500, 503),
        )


@pytest.mark.parametrize("name", NAMES)
def test_headers_of_limits_are_text(name: str) -> None:
    """What is told of a limit can go into headers."""
    left = Allowance(limit=Limit(requests=2, seconds=1), remaining=1, reset=NOW + timedelta(milliseconds=1))
    headers = PROVIDERS[name].limit_headers(left)
    assert all(isinstance(value, str) for value in headers.values())
    documented_headers = {
        header.name.raw.lower()
        for operation in operations(name).values()
        for response in operation.responses
        for header in response.headers
    }
    assert {key.lower() for key in headers} <= documented_headers


@pytest.mark.parametrize("name", NAMES)
@given(count=st.integers(0, 23), size=st.integers(10, 12))
@settings(max_examples=10)
def test_pages_give_every_campaign_once(name: str, count: int, size: int) -> None:
    """The pages of a listing together hold every campaign once, none of them more than was asked for."""
    play = Play(name)
    ids = [made(play) for _ in range(count)]
    found = list(pages(play, str(size) if name == "loops" else size))
    assert sorted(id for page in found for id in page) == sorted(ids)
    assert all(len(page) == size for page in found[:-1])
    assert len(found[-1]) <= size


@pytest.mark.parametrize("name", [name for name in NAMES if name != "autosend"])
def test_a_cursor_that_is_not_known_is_refused(name: str) -> None:
    """A cursor that no page gave is a bad request: an empty page would end the caller's listing too early."""
    way = WAYS[name]
    play = Play(name)
    query: dict[str, Any] = {"from_" if name == "batch" else "cursor": "nowhere"}
    answer = play.refused(way.listing, **query)
    assert answer.status == 400


@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_there_is_not_found(name: str) -> None:
    """Every operation on one campaign says 404 for an id that was never given out."""
    for operation in PROVIDERS[name].handlers:
        if "{campaignId}" in operations(name)[operation].path.raw:
            assert Play(name).refused(operation, {"name": "y"}, {"campaignId": "nowhere"}).status == 404


@pytest.mark.parametrize("name", NAMES)
def test_move_changes_the_status(name: str) -> None:
    """A campaign that is moved has the new status and a later time of change, on the page too."""
    play = Play(name)
    id = made(play)
    before = play.provider.campaigns(play.world)
    play.moment += timedelta(hours=1)
    play.provider.move(play.world, id, WAYS[name].word)
    after = play.provider.campaigns(play.world)
    assert [one.id for one in after] == [one.id for one in before] == [id]
    assert after[0].status == WAYS[name].word
    assert after[0].updated_at > before[0].updated_at


@pytest.mark.parametrize("name", NAMES)
def test_move_refuses_what_the_provider_does_not_know(name: str) -> None:
    """A word or an id that the provider does not have is an error that names the words, or the id."""
    play = Play(name)
    with pytest.raises(Problem, match=f"{name}: no campaign can be .*; give one of .*{WAYS[name].word}"):
        play.provider.move(play.world, made(play), "flying")
    with pytest.raises(Problem, match=f'{name}: there is no campaign "nowhere"'):
        play.provider.move(play.world, "nowhere", WAYS[name].word)


@pytest.mark.parametrize("name", NAMES)
def test_seeds_repeat(name: str) -> None:
    """The same requests on the same seed make the same objects."""
    assert [made(play) for play in (Play(name), Play(name))] == [made(Play(name))] * 2


@pytest.mark.parametrize("name", NAMES)
def test_the_smallest_bodies_are_allowed(name: str) -> None:
    """What these tests send is what the contract allows."""
    assert allowed(name, "createCampaign", WAYS[name].body)
