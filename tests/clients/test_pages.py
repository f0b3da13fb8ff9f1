"""Listings: lazy, in order, page after page, and they end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from typing import Any, get_origin

import pytest

from . import wire
from .answers import page_of, replies
from .calls import calls_of
from .contracts import operations, tokens
from .credentials import arguments_of, ways_in
from .emitted import dumped, hints, kinds_of
from .loopback import calling, performed
from .pages import LISTINGS, Listing
from .providers import MODES, Mode, is_listing
from .server import Server
from .wire import canonical

MORE_THAN_ENOUGH = 12


BY_CURSOR = [listing for listing in LISTINGS if listing.by_cursor]
PLAIN = next(listing for listing in LISTINGS if str(listing) == "loops-listCampaigns")


def script(listing: Listing, server: Server, *pages: list[str]) -> None:
    """Answer with pages that have items of these marks; the last of them is the last of the listing."""
    for number, marks in enumerate(pages, start=1):
        server.answer(listing.example.number, listing.page(marks, number, last=number == len(pages)))


def gathered(listing: Listing, mode: Mode, server: Server, **given: Any) -> list[Any]:
    """Go through the listing, and give up after more than enough."""

    def start(client: Any) -> Any:
        call = listing.call
        return attrgetter(call.operation.call)(client)(*call.args, **call.kwargs, **given)

    async def agather() -> list[Any]:
        async with listing.operation.provider.open("async", server.url, **credentials_of(listing)) as client:
            items = []
            async for item in start(client):
                items.append(item)
                if len(items) == MORE_THAN_ENOUGH:
                    break
            return items

    if mode == "async":
        return asyncio.run(agather())
    with listing.operation.provider.open("sync", server.url, **credentials_of(listing)) as client:
        return list(islice(start(client), MORE_THAN_ENOUGH))


def credentials_of(listing: Listing) -> dict[str, str | None]:
    return arguments_of(listing.operation.provider, ways_in(listing.operation)[0])


def marks(listing: Listing, items: list[Any]) -> list[str]:
    return [listing.mark(item) for item in items]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_every_example_comes_back(listing: Listing, mode: Mode, server: Server, subtests: pytest.Subtests) -> None:
    """The items of each example, and of a page after it, come as their class and dump to what was served.

    However the first page is asked for, the second request is the first with the new cursor or number.
    """
    each = listing.operation
    with calling(each, mode, server.url) as caller:
        for call in calls_of(each):
            for reply in replies(each, each.successes):
                with subtests.test(f"{call}, {reply}"):
                    start = 1 if listing.by_cursor else call.values.get(listing.parameter, 1)
                    after = listing.following(start + 1)
                    first = replace(reply, body=page_of(reply, number=start, last=False, following=after))
                    second = replace(reply, body=page_of(reply, number=start + 1, last=True))
                    items, requests = performed(caller, call, server, first, second)
                    wanted = [*listing.items(first.body), *listing.items(second.body)]
                    assert canonical(dumped(items)) == canonical(wanted)
                    assert all(type(item) in listing.kinds(one) for item, one in zip(items, wanted, strict=True))
                    asked = [call.values, {**call.values, listing.parameter: after}]
                    expected = [wire.expected(each, values, credentials=ways_in(each)[0]) for values in asked]
                    assert [wire.arrived(each, request) for request in requests] == expected


def test_every_listing_is_here() -> None:
    """What the packages give as a listing is what the contracts say goes over several pages."""
    listings = {str(each) for each in operations() if is_listing(get_origin(hints(each)["return"]))}
    assert {str(listing) for listing in LISTINGS} == listings


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_three_pages(listing: Listing, mode: Mode, server: Server) -> None:
    """The items of all pages come in order; each page is asked for once, an empty one in the middle ends nothing."""
    script(listing, server, ["a", "b"], [], ["c"])
    assert marks(listing, gathered(listing, mode, server)) == ["a", "b", "c"]
    needed = {one.name: wire.text(value) for one, value in listing.call.values.items() if one.place == "query"}
    assert [dict(request.query) for request in server.requests] == [needed | listing.asked(n) for n in (1, 2, 3)]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_one_page(listing: Listing, mode: Mode, server: Server) -> None:
    """A listing whose first page is its last asks once."""
    server.answer(listing.example.number, listing.page([], 0 if not listing.by_cursor else 1, last=True))
    assert gathered(listing, mode, server) == []
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_pages_themselves(listing: Listing, mode: Mode, server: Server) -> None:
    """`pages()` gives each answer whole."""
    script(listing, server, ["a"], ["b"], ["c"])
    with calling(listing.operation, mode, server.url) as caller:
        pages = caller.pages(listing.operation.call, *listing.call.args, **listing.call.kwargs)
    bodies = [listing.page([mark], number, last=mark == "c") for number, mark in enumerate("abc", start=1)]
    assert dumped(pages) == bodies
    media = listing.example.media
    assert media
    assert all(type(page) in kinds_of(media, body) for page, body in zip(pages, bodies, strict=True))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", BY_CURSOR, ids=str)
def test_the_same_cursor_twice_ends_it(listing: Listing, mode: Mode, server: Server) -> None:
    """A server that names the page it just gave is not asked for it forever."""
    for mark in ("a", "b"):
        server.answer(listing.example.number, listing.page([mark], 1))
    assert marks(listing, gathered(listing, mode, server)) == ["a", "b"]


@pytest.mark.parametrize("mode", MODES)
def test_a_circle_of_cursors_ends_it(mode: Mode, server: Server) -> None:
    """Two pages that name each other are read once each."""
    for mark, following in (("a", "c2"), ("b", "c3"), ("c", "c2")):
        server.answer(200, PLAIN.page([mark], 1, following=following))
    assert marks(PLAIN, gathered(PLAIN, mode, server)) == ["a", "b", "c"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_nothing_is_asked_before_it_is_needed(listing: Listing, mode: Mode, server: Server) -> None:
    """Making a listing sends nothing; its first page sends one request, whatever follows it."""
    server.answer(listing.example.number, listing.page(["a", "b"], 1))
    call = listing.call

    async def first() -> Any:
        async with listing.operation.provider.open("async", server.url, **credentials_of(listing)) as client:
            items = attrgetter(call.operation.call)(client)(*call.args, **call.kwargs)
            assert server.requests == []
            return await anext(aiter(items))

    if mode == "async":
        item = asyncio.run(first())
    else:
        with listing.operation.provider.open("sync", server.url, **credentials_of(listing)) as client:
            items = attrgetter(call.operation.call)(client)(*call.args, **call.kwargs)
            assert server.requests == []
            item = next(iter(items))
    assert listing.mark(item) == "a"
    assert len(server.requests) == 1


@pytest.mark.parametrize("listing", LISTINGS, ids=str)
def test_a_listing_can_be_gone_through_again(listing: Listing, server: Server) -> None:
    """Going through a listing a second time starts at its first page again."""
    call = listing.call
    with listing.operation.provider.open("sync", server.url, **credentials_of(listing)) as client:
        items = attrgetter(call.operation.call)(client)(*call.args, **call.kwargs)
        for _ in range(2):
            script(listing, server, ["a"], ["b"], ["c"])
            assert marks(listing, list(items)) == ["a", "b", "c"]


@pytest.mark.parametrize("mode", MODES)
def test_pages_by_number_start_where_asked(mode: Mode, server: Server) -> None:
    """A listing by page number that starts at the second page goes on with the third, and keeps its filters."""
    listing = next(listing for listing in LISTINGS if str(listing) == "autosend-listCampaigns")
    server.answer(200, listing.page(["b"], 2))
    server.answer(200, listing.page(["c"], 3, last=True))
    assert len(gathered(listing, mode, server, page=2, status="draft")) == 2
    assert [request.raw_query for request in server.requests] == ["status=draft&page=2", "status=draft&page=3"]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("listing", [one for one in BY_CURSOR if not one.needs_paging], ids=str)
def test_an_answer_without_paging_is_the_last(listing: Listing, mode: Mode, server: Server) -> None:
    """Where the contract lets the paging be absent (Loops requires it), its absence ends the listing."""
    body = listing.page(["a"], 1, last=True)
    for pointer in (listing.block["cursor"][key] for key in ("next", "more") if key in listing.block["cursor"]):
        body.pop(tokens(pointer)[0], None)
    server.answer(listing.example.number, body)
    assert marks(listing, gathered(listing, mode, server)) == ["a"]


@pytest.mark.parametrize("mode", MODES)
def test_a_failure_in_the_middle_comes_up(mode: Mode, server: Server) -> None:
    """An error on the second page is raised there, after the items of the first."""
    server.answer(200, PLAIN.page(["a"], 1))
    server.answer(401, {"error": "Invalid API key"})
    with pytest.raises(PLAIN.operation.provider.module("errors").UnauthorizedError):
        gathered(PLAIN, mode, server)
    assert len(server.requests) == 2
