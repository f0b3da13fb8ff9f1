"""Listings: lazy, in order, page after page, and they end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from operator import attrgetter
from typing import Any

import pytest

from .contracts import operations
from .providers import BY_NAME, MODES, Mode, Provider
from .server import Server

MORE_THAN_ENOUGH = 12


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Listing:
    """A listing: *page* makes the body of a page from its items and what follows; *asked* is what is sent for page n.

    *last* is what follows the last page, and *one* makes an item.
    """

    provider: Provider
    operation: str
    call: str
    args: tuple[Any, ...] = ()
    one: Callable[[str], dict[str, Any]]
    page: Callable[[list[dict[str, Any]], Any], dict[str, Any]]
    follows: tuple[Any, Any]
    last: Any
    asked: tuple[dict[str, str], ...] = ({}, {"cursor": "c2"}, {"cursor": "c3"})

    def __str__(self) -> str:
        return self.operation


def _loops_item(id_: str) -> dict[str, Any]:
    nothing = ("emailMessageId", "campaignGroupId", "mailingListId", "audienceSegmentId", "audienceFilter")
    when = "2026-03-28T15:00:00.000Z"
    known = {"id": id_, "name": "n", "status": "Draft", "createdAt": when, "updatedAt": when}
    return known | dict.fromkeys(nothing) | {"scheduling": {"method": "now", "timestamp": None}}


def _loops_page(items: list[dict[str, Any]], following: Any) -> dict[str, Any]:
    counts = {"totalResults": 5, "returnedResults": len(items), "perPage": 2, "totalPages": 3}
    return {"pagination": {**counts, "nextCursor": following, "nextPage": None}, "data": items}


def _batch_page(items: list[dict[str, Any]], following: Any) -> dict[str, Any]:
    # The last page still names a cursor: Batch says to go by `has_more`.
    return {"orchestrations": items, "has_more": following != "end", "next_from": following}


def _autosend_page(items: list[dict[str, Any]], following: Any) -> dict[str, Any]:
    return {"success": True, "data": {"campaigns": items, "pagination": {"page": following, "totalPages": 3}}}


def _sendkit_page(items: list[dict[str, Any]], following: Any) -> dict[str, Any]:
    return {"success": True, "data": items, "pagination": {"hasMore": following != "end", "nextCursor": following}}


def _sendkit_item(id_: str) -> dict[str, Any]:
    return {"_id": id_, "name": "n", "status": "draft"}


LISTINGS = (
    Listing(
        provider=BY_NAME["loops"],
        operation="loops-listCampaigns",
        call="campaigns.list",
        one=_loops_item,
        page=_loops_page,
        follows=("c2", "c3"),
        last=None,
    ),
    Listing(
        provider=BY_NAME["batch"],
        operation="batch-listOrchestrations",
        call="orchestrations.list",
        one=lambda id_: {"id": id_},
        page=_batch_page,
        follows=("c2", "c3"),
        last="end",
        asked=({}, {"from": "c2"}, {"from": "c3"}),
    ),
    Listing(
        provider=BY_NAME["autosend"],
        operation="autosend-listCampaigns",
        call="campaigns.list",
        one=lambda id_: {"id": id_},
        page=_autosend_page,
        follows=(1, 2),
        last=3,
        asked=({}, {"page": "2"}, {"page": "3"}),
    ),
    Listing(
        provider=BY_NAME["sendkit"],
        operation="sendkit-listCampaigns",
        call="campaigns.list",
        one=_sendkit_item,
        page=_sendkit_page,
        follows=("c2", "c3"),
        last="end",
    ),
    Listing(
        provider=BY_NAME["sendkit"],
        operation="sendkit-listCampaignLeads",
        call="campaigns.list_leads",
        args=("c1",),
        one=lambda id_: {"_id": id_},
        page=_sendkit_page,
        follows=("c2", "c3"),
        last="end",
    ),
)
BY_CURSOR = [listing for listing in LISTINGS if listing.operation != "autosend-listCampaigns"]


def script(listing: Listing, server: Server, *pages: tuple[list[str], Any]) -> None:
    for ids, following in pages:
        server.answer(200, listing.page([listing.one(id_) for id_ in ids], following))


def gathered(listing: Listing, mode: Mode, server: Server, *, pages: bool = False, **given: Any) -> list[Any]:
    """Go through the listing, or its pages, and give up after more than enough."""

    def start(client: Any) -> Any:
        found = attrgetter(listing.call)(client)(*listing.args, **given)
        return found.pages() if pages else found

    async def agather() -> list[Any]:
        async with listing.provider.open("async", server.url) as client:
            items = []
            async for item in start(client):
                items.append(item)
                if len(items) == MORE_THAN_ENOUGH:
                    break
            return items

    if mode == "async":
        return asyncio.run(agather())
    with listing.provider.open("sync", server.url) as client:
        return list(islice(start(client), MORE_THAN_ENOUGH))


def test_every_listing_is_here() -> None:
    """The table has every operation that a contract says goes over several pages."""
    paged = {str(each) for each in operations() if "x-handbill-pagination" in each.node}
    assert {listing.operation for listing in LISTINGS} == paged


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_three_pages(listing: Listing, mode: Mode, server: Server) -> None:
    """The items of all pages come in order; each page is asked for once, an empty one in the middle ends nothing."""
    script(listing, server, (["a", "b"], listing.follows[0]), ([], listing.follows[1]), (["c"], listing.last))
    assert [item.id for item in gathered(listing, mode, server)] == ["a", "b", "c"]
    assert [dict(request.query) for request in server.requests] == list(listing.asked)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_one_page(listing: Listing, mode: Mode, server: Server) -> None:
    """A listing whose first page is its last asks once."""
    body = listing.page([], listing.last)
    if listing.provider.name == "autosend":
        body["data"]["pagination"] = {"page": 1, "totalPages": 0}
    server.answer(200, body)
    assert gathered(listing, mode, server) == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_pages_themselves(listing: Listing, mode: Mode, server: Server) -> None:
    """`pages()` gives each answer whole."""
    script(listing, server, (["a"], listing.follows[0]), (["b"], listing.follows[1]), (["c"], listing.last))
    pages = gathered(listing, mode, server, pages=True)
    assert len(pages) == 3
    assert {type(page).__name__ for page in pages} <= {
        "CampaignList",
        "OrchestrationList",
        "CampaignListResponse",
        "CampaignLeadList",
    }


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", BY_CURSOR, ids=str)
def test_the_same_cursor_twice_ends_it(listing: Listing, mode: Mode, server: Server) -> None:
    """A server that names the page it just gave is not asked for it forever."""
    script(listing, server, (["a"], "c2"), (["b"], "c2"))
    assert [item.id for item in gathered(listing, mode, server)] == ["a", "b"]


@pytest.mark.parametrize("mode", MODES)
def test_a_circle_of_cursors_ends_it(mode: Mode, server: Server) -> None:
    """Two pages that name each other are read once each."""
    listing = LISTINGS[0]
    script(listing, server, (["a"], "c2"), (["b"], "c3"), (["c"], "c2"))
    assert [item.id for item in gathered(listing, mode, server)] == ["a", "b", "c"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_nothing_is_asked_before_it_is_needed(listing: Listing, mode: Mode, server: Server) -> None:
    """Making a listing sends nothing; its first page sends one request, whatever follows it."""
    script(listing, server, (["a", "b"], listing.follows[0]))

    async def first() -> Any:
        async with listing.provider.open("async", server.url) as client:
            items = attrgetter(listing.call)(client)(*listing.args)
            assert server.requests == []
            return await anext(aiter(items))

    if mode == "async":
        item = asyncio.run(first())
    else:
        with listing.provider.open("sync", server.url) as client:
            items = attrgetter(listing.call)(client)(*listing.args)
            assert server.requests == []
            item = next(iter(items))
    assert item.id == "a"
    assert len(server.requests) == 1


@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_a_listing_can_be_gone_through_again(listing: Listing, server: Server) -> None:
    """Going through a listing a second time starts at its first page again."""
    with listing.provider.open("sync", server.url) as client:
        items = attrgetter(listing.call)(client)(*listing.args)
        for _ in range(2):
            script(listing, server, (["a"], listing.follows[0]), (["b"], listing.follows[1]), (["c"], listing.last))
            assert [item.id for item in items] == ["a", "b", "c"]


@pytest.mark.parametrize("mode", MODES)
def test_pages_by_number_start_where_asked(mode: Mode, server: Server) -> None:
    """A listing by page number that starts at the second page goes on with the third, and keeps its filters."""
    listing = next(listing for listing in LISTINGS if listing.operation == "autosend-listCampaigns")
    script(listing, server, (["b"], 2), (["c"], 3))
    assert len(gathered(listing, mode, server, page=2, status="draft")) == 2
    assert [request.raw_query for request in server.requests] == ["status=draft&page=2", "status=draft&page=3"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", [one for one in BY_CURSOR if one.provider.name != "loops"], ids=str)
def test_an_answer_without_paging_is_the_last(listing: Listing, mode: Mode, server: Server) -> None:
    """Where the contract lets the paging be absent (Loops requires it), its absence ends the listing."""
    body = listing.page([listing.one("a")], listing.last)
    server.answer(
        200, {key: value for key, value in body.items() if key not in ("pagination", "has_more", "next_from")}
    )
    assert [item.id for item in gathered(listing, mode, server)] == ["a"]


@pytest.mark.parametrize("mode", MODES)
def test_a_failure_in_the_middle_comes_up(mode: Mode, server: Server) -> None:
    """An error on the second page is raised there, after the items of the first."""
    listing = LISTINGS[0]
    script(listing, server, (["a"], "c2"))
    server.answer(401, {"error": "Invalid API key"})
    with pytest.raises(listing.provider.module("errors").UnauthorizedError):
        gathered(listing, mode, server)
    assert len(server.requests) == 2
