"""A listing asks for what is gone through and no more: page after page, each campaign once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from handbill import Campaign

from ..clients.server import Server
from .calling import Caller, Mode
from .cases import TESTED
from .stage import Stage


def fill(stage: Stage, count: int) -> set[str]:
    """Have *count* campaigns, more than anybody would create one by one."""
    with stage.caller() as caller:
        id = caller("create", stage.case.bare).id
    campaigns = stage.sandbox.store.collection(stage.provider, "campaigns")
    stored = campaigns.get(id)
    ids = [f"{id[:-4]}{number:04}" for number in range(count - 1)]
    for other in ids:
        campaigns.put(other, {**stored, **{name: other for name in ("id", "_id") if name in stored}})
    return {id, *ids}


def following(caller: Caller, listing: Any) -> Campaign[Any]:
    """Give the next campaign of a listing."""
    found: Campaign[Any] = next(listing) if caller.runner is None else caller.runner.run(anext(listing))
    return found


@pytest.mark.parametrize("provider", TESTED)
def test_a_listing_is_lazy(stage: Stage, mode: Mode) -> None:
    """Nothing is asked before the first campaign is, and the next page not before the page is at its end."""
    fill(stage, stage.case.page + 2)
    before = len(stage.came)
    with stage.caller(mode) as caller:
        listing = caller.campaigns.list()
        assert isinstance(listing, Iterator if mode == "sync" else AsyncIterator)
        assert len(stage.came) == before
        for _ in range(stage.case.page):
            following(caller, listing)
            assert len(stage.came) == before + 1
        following(caller, listing)
        assert len(stage.came) == before + 2
        if caller.runner:
            caller.runner.run(listing.aclose())


@pytest.mark.parametrize("pages", [0, 1, 2.5, 3])
@pytest.mark.parametrize("provider", TESTED)
def test_a_listing_gives_each_campaign_once(stage: Stage, pages: float, mode: Mode) -> None:
    """Over no page, one, and several with a full last one, each campaign comes once, under its id."""
    ids = fill(stage, int(stage.case.page * pages)) if pages else set[str]()
    before = len(stage.came)
    with stage.caller(mode) as caller:
        listed = [one.id for one in caller("list")]
    assert len(listed) == len(ids)
    assert set(listed) == ids
    assert len(stage.came) - before == max(1, -(-len(ids) // stage.case.page))


@pytest.mark.parametrize("provider", TESTED)
def test_two_listings_do_not_disturb_each_other(stage: Stage, mode: Mode) -> None:
    """A plan of a listing holds no place in it: two that are gone through at once both give everything."""
    ids = fill(stage, stage.case.page + 1)
    with stage.caller(mode) as caller:
        listings = [caller.campaigns.list() for _ in range(2)]
        found = [[following(caller, listing).id for listing in listings] for _ in ids]
    assert [set(column) for column in zip(*found, strict=True)] == [ids, ids]


def test_automations_of_batch_are_no_campaigns(stage_of: Any, mode: Mode, server: Server) -> None:
    """Batch lists automations beside campaigns; only its campaigns are given, recurrent ones too."""
    stage: Stage = stage_of("batch")
    kinds = {"o-1": "campaign", "o-2": "trigger", "o-3": "recurring", "o-4": "campaign"}
    items = [{"id": id, "type": kind, "name": id, "status": "draft"} for id, kind in kinds.items()]
    server.answer(200, {"orchestrations": items, "has_more": False})
    with stage.scripted(server, mode) as caller:
        assert [one.id for one in caller("list")] == ["o-1", "o-3", "o-4"]
