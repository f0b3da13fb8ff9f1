"""What a caller can set for one call, and what stays the caller's: connections, headers, the client itself."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from .contracts import operation
from .examples import bodies_of
from .failures import errors
from .providers import BY_NAME, MODES, Mode
from .server import Server

LOOPS = BY_NAME["loops"]


def _get(client: Any, mode: Mode, **options: Any) -> Any:
    """Read a campaign with *options* for this call alone."""

    async def aget() -> Any:
        async with client:
            return await client.with_options(**options).campaigns.get("c1")

    if mode == "async":
        return asyncio.run(aget())
    with client:
        return client.with_options(**options).campaigns.get("c1")


@pytest.mark.parametrize("mode", MODES)
def test_options_for_one_call(mode: Mode, server: Server) -> None:
    """`with_options` changes retries and headers of one call, and nothing of the client that it is asked of."""
    server.answer(503, {"message": "m"})
    client = LOOPS.open(mode, server.url, max_retries=5)
    before = repr(client._settings)
    with pytest.raises(errors(LOOPS).APIStatusError):
        _get(client, mode, max_retries=0, headers={"X-Trace": "t1"})
    assert server.request.header("X-Trace") == "t1"
    assert server.request.header("Authorization") == LOOPS.sent["Authorization"]
    assert repr(client._settings) == before


@pytest.mark.parametrize("mode", MODES)
def test_timeout_for_one_call(mode: Mode, server: Server) -> None:
    """`with_options(timeout=...)` bounds that call."""
    server.answer(200, None, fault="stall")
    with pytest.raises(errors(LOOPS).APITimeoutError):
        _get(LOOPS.open(mode, server.url), mode, timeout=0.1)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["Accept", "accept", "USER-AGENT"])
def test_a_header_of_the_caller_replaces_ours(name: str, mode: Mode, server: Server) -> None:
    """A header given by the caller is sent once, in whatever case it is written."""
    server.answer(200, bodies_of(operation("loops-getCampaign"), "200")[0])
    _get(LOOPS.open(mode, server.url), mode, headers={name: "text/x-mine"})
    assert server.request.header(name) == "text/x-mine"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["Authorization", "authorization"])
def test_a_header_of_the_caller_never_doubles_the_credential(name: str, mode: Mode, server: Server) -> None:
    """There is one Authorization header, and it is the credential's."""
    server.answer(200, bodies_of(operation("loops-getCampaign"), "200")[0])
    _get(LOOPS.open(mode, server.url), mode, headers={name: "Bearer mine"})
    assert server.request.header("Authorization") == LOOPS.sent["Authorization"]


@pytest.mark.parametrize("mode", MODES)
def test_a_client_of_the_caller_is_left_open(mode: Mode, server: Server) -> None:
    """An `http_client` that is passed in sends the request, and is not closed with the client."""
    server.answer(200, bodies_of(operation("loops-getCampaign"), "200")[0])

    async def through_theirs() -> None:
        async with httpx2.AsyncClient(headers={"X-Theirs": "1"}) as http:
            async with LOOPS.open("async", server.url, http_client=http) as client:
                await client.campaigns.get("c1")
            assert not http.is_closed

    if mode == "async":
        asyncio.run(through_theirs())
    else:
        with httpx2.Client(headers={"X-Theirs": "1"}) as http:
            _get(LOOPS.open("sync", server.url, http_client=http), "sync")
            assert not http.is_closed
    assert server.request.header("X-Theirs") == "1"


@pytest.mark.parametrize("mode", MODES)
def test_closing_a_clone_leaves_its_origin_open(mode: Mode, server: Server) -> None:
    """A client from `with_options` shares connections; using it in a `with` block must not close them for the other."""
    body = bodies_of(operation("loops-getCampaign"), "200")[0]
    server.answer(200, body)
    server.answer(200, body)

    async def both() -> None:
        client = LOOPS.open("async", server.url)
        async with client.with_options(max_retries=1) as clone:
            await clone.campaigns.get("c1")
        await client.campaigns.get("c1")
        await client.aclose()

    if mode == "async":
        asyncio.run(both())
        return
    client = LOOPS.open("sync", server.url)
    with client.with_options(max_retries=1) as clone:
        clone.campaigns.get("c1")
    client.campaigns.get("c1")
    client.close()
