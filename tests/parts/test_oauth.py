"""Tokens of OAuth's client credentials: when they are fetched, how often, how they are used, and who sees them."""

from __future__ import annotations

import asyncio
import base64
import copy
import io
import logging
import pickle
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import parse_qs, unquote_plus

import pytest

from .issuer import CLIENT_ID, CLIENT_SECRET, Issuer, issuing
from .making import MODES, Emitted, Mode
from .oauth import call, credentials


@pytest.mark.parametrize("mode", MODES)
def test_a_token_is_fetched_as_the_rfc_says(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """RFC 6749, sections 2.3.1 and 4.4.2: a form, the scopes, and the client in the Authorization header."""
    assert call(t, mode, issuer) == ["t1"]
    (asked,) = issuer.tokens
    assert asked.target == "/oauth/token?realm=shop"
    assert parse_qs(asked.body.decode()) == {"grant_type": ["client_credentials"], "scope": ["read write"]}
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.headers["accept"] == "application/json"
    pair = base64.b64decode(asked.headers["authorization"].removeprefix("Basic ")).decode()
    assert [unquote_plus(part) for part in pair.split(":")] == [CLIENT_ID, CLIENT_SECRET]


@pytest.mark.parametrize(("scopes", "expected"), [(("read",), ["read"]), ((), None)])
def test_scopes_may_be_given(t: Emitted, issuer: Issuer, scopes: tuple[str, ...], expected: list[str] | None) -> None:
    """Scopes that were given stand in place of the contract's; none are none."""
    call(t, "sync", issuer, login=credentials(t, scopes=scopes))
    assert parse_qs(issuer.tokens[0].body.decode()).get("scope") == expected


@pytest.mark.parametrize("mode", MODES)
def test_an_absolute_token_url_is_used_as_it_is(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """The contract's URL is asked wherever the API is; the caller may name another, for a sandbox or a test."""
    assert t.module("client")._SCHEMES["remote"].name == "https://login.shop.test/token/"
    with issuing() as other:
        asked = credentials(t, token_url=f"{other.url}/token/")
        assert call(t, mode, issuer, method="with_remote", login=None, remote=asked) == ["t1"]
        assert [came.target for came in other.tokens] == ["/token/"]
    assert issuer.tokens == []


@pytest.mark.parametrize("mode", MODES)
def test_a_token_is_kept_and_shared(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """One token does for all calls, and for the clients that `with_options` gives."""
    assert call(t, mode, issuer, times=3) == ["t1"] * 3
    with t.open("sync", login=credentials(t), base_url=issuer.url) as client:
        client.things.with_login()
        client.with_options(timeout=5).things.with_login()
    assert len(issuer.tokens) == 2


def test_many_threads_fetch_one_token(t: Emitted, issuer: Issuer) -> None:
    """Threads that need a token at the same time wait for one of them to fetch it."""
    with t.open("sync", login=credentials(t), base_url=issuer.url) as client, ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: client.things.with_login().name, range(16))) == {"t1"}
    assert len(issuer.tokens) == 1


def test_many_tasks_fetch_one_token(t: Emitted, issuer: Issuer) -> None:
    """So do tasks."""

    async def run() -> set[str]:
        async with t.open("async", login=credentials(t), base_url=issuer.url) as client:
            found = await asyncio.gather(*(client.things.with_login() for _ in range(16)))
            return {thing.name for thing in found}

    assert asyncio.run(run()) == {"t1"}
    assert len(issuer.tokens) == 1


def test_a_client_outlives_its_event_loop(t: Emitted, issuer: Issuer) -> None:
    """One client is used in two calls of asyncio.run, with tasks that wait for each other in both."""
    issuer.token = lambda number: (200, {"access_token": f"t{number}", "expires_in": 0})
    client = t.open("async", login=credentials(t), base_url=issuer.url, max_retries=0)

    async def run() -> int:
        # Connections do belong to the loop, which is httpx2's affair: each run has a transport of its own.
        client._transport = type(client._transport)()
        try:
            return len(await asyncio.gather(*(client.things.with_login() for _ in range(4))))
        finally:
            await client._transport.close()

    assert [asyncio.run(run()) for _ in range(2)] == [4, 4]


# What `expires_in` may be, and how many tokens two calls need.
LIFETIMES: list[tuple[Any, int]] = [
    (3600, 1), ("3600", 1), (None, 1), ("soon", 1), ([], 1), (float("nan"), 1), (float("inf"), 1), (10**400, 1),
    (40, 1), (0, 2), (-5, 2), (False, 2),
]  # fmt: skip


@pytest.mark.parametrize(("lifetime", "fetched"), LIFETIMES, ids=[f"{lifetime!r:.9}" for lifetime, _ in LIFETIMES])
@pytest.mark.parametrize("mode", MODES)
def test_a_token_is_kept_as_long_as_the_server_says(
    t: Emitted, mode: Mode, issuer: Issuer, lifetime: Any, fetched: int
) -> None:
    """What is absent or no number counts as an hour; a token that ends at once serves the one call."""
    issuer.token = lambda number: (200, {"access_token": f"t{number}", "expires_in": lifetime})
    assert call(t, mode, issuer, times=2) == ["t1", f"t{fetched}"]
    assert len(issuer.tokens) == fetched


def test_a_token_is_renewed_before_it_ends(t: Emitted, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a minute before its end, or at half its time if that is shorter."""
    now = [100.0]
    oauth = t.module("_oauth")
    monkeypatch.setattr(oauth.time, "monotonic", lambda: now[0])
    for lifetime, good_until in ((3600, 3570.0), (40, 20.0)):
        source = oauth.TokenSource("/token", (), credentials(t))
        source.take({"access_token": "t", "expires_in": lifetime})
        begun = now[0]
        now[0] = begun + good_until - 0.1
        assert not source.is_stale
        now[0] = begun + good_until
        assert source.is_stale


@pytest.mark.parametrize("mode", MODES)
def test_a_refused_token_is_renewed_once(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """A 401 has a new token fetched and the call sent again, whatever its method; a second 401 stands."""
    issuer.refused = {"t1"}
    assert call(t, mode, issuer) == ["t2"]
    assert issuer.used == ["t1", "t2"]
    issuer.refused = {f"t{number}" for number in range(20)}
    with pytest.raises(t.module("errors").APIStatusError) as caught:
        call(t, mode, issuer)
    assert (caught.value.status_code, caught.value.tries) == (401, 2)


def test_a_refused_post_is_sent_again(t: Emitted, issuer: Issuer) -> None:
    """What was refused for its token surely was not carried out."""
    issuer.refused = {"t1"}
    with t.open("sync", login=credentials(t), base_url=issuer.url) as client:
        assert client.things.create(id="1").id == "1"
    assert [came.body for came in issuer.calls] == [b'{"id":"1"}'] * 2


@pytest.mark.parametrize("mode", MODES)
def test_a_ready_token_is_used_as_it_is(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """A string is a token: nothing is fetched for it, and its 401 stands."""
    assert call(t, mode, issuer, login="ready") == ["ready"]
    issuer.refused = {"ready"}
    with pytest.raises(t.module("errors").APIStatusError) as caught:
        call(t, mode, issuer, login="ready")
    assert (caught.value.tries, len(issuer.tokens)) == (1, 0)


def test_the_environment_holds_a_token_or_a_client(t: Emitted, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    """T_LOGIN_CLIENT_ID and T_LOGIN_CLIENT_SECRET together stand for a client; T_LOGIN, a token, goes before them."""
    errors = t.module("errors")
    monkeypatch.setenv("T_LOGIN_CLIENT_ID", CLIENT_ID)
    with pytest.raises(errors.CredentialError, match="T_LOGIN_CLIENT_ID and T_LOGIN_CLIENT_SECRET"):
        call(t, "sync", issuer, login=None)
    monkeypatch.setenv("T_LOGIN_CLIENT_SECRET", CLIENT_SECRET)
    assert call(t, "sync", issuer, login=None) == ["t1"]
    monkeypatch.setenv("T_LOGIN", "ready")
    assert call(t, "sync", issuer, login=None) == ["ready"]
    assert len(issuer.tokens) == 1


@pytest.mark.parametrize("mode", MODES)
def test_raw_and_stream_give_the_answer_of_the_call(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """Though a token is fetched inside of them, they do not give the token endpoint's answer."""
    if mode == "sync":
        with t.open(mode, login=credentials(t), base_url=issuer.url) as client:
            assert client.raw(client.things.with_login).content == b'{"name": "t1", "id": "1"}'
        with (
            t.open(mode, login=credentials(t), base_url=issuer.url) as client,
            client.stream(client.things.with_login) as response,
        ):
            assert b'"t2"' in b"".join(response.chunks)
        return

    async def run() -> None:
        async with (
            t.open(mode, login=credentials(t), base_url=issuer.url) as client,
            client.stream(client.things.with_login) as response,
        ):
            assert b'"t1"' in b"".join([chunk async for chunk in response.chunks])

    asyncio.run(run())


def test_a_contextual_header_does_not_reach_the_endpoint(t: Emitted, issuer: Issuer) -> None:
    """Headers of the caller go to the API, and not to another server."""
    with t.open("sync", login=credentials(t), base_url=issuer.url) as client:
        client.with_options(headers={"X-Tenant": "one"}).things.with_login()
    assert "x-tenant" not in issuer.tokens[0].headers
    assert issuer.calls[0].headers["x-tenant"] == "one"


@pytest.mark.parametrize("mode", MODES)
def test_nothing_is_shown(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """No repr, log, error or traceback with locals holds a secret or a token, and none can be pickled or copied."""
    given = credentials(t)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    logger = logging.getLogger("t")
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    issuer.refused = {"t1-token", "t2-token"}
    issuer.token = lambda number: (200, {"access_token": f"t{number}-token"})
    try:
        with pytest.raises(t.module("errors").APIStatusError) as caught:
            call(t, mode, issuer, login=given)
    finally:
        logger.removeHandler(handler)
        logger.setLevel(logging.NOTSET)
    found = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in found.stack if "/t/" in frame.filename]
    assert frames
    shown = [
        repr(given),
        stream.getvalue(),
        str(caught.value),
        repr(caught.value),
        pickle.dumps(caught.value).decode("latin-1"),
    ]
    shown += [f"{frame.locals}" for frame in frames]
    source = t.module("_oauth").TokenSource("/token", (), given)
    shown += [repr(source), f"{source}"]
    basic = source.headers["authorization"].removeprefix("Basic ")
    for text in shown:
        assert CLIENT_SECRET not in text
        assert "-token" not in text
        assert basic not in text
    assert "POST" in stream.getvalue()
    for secret in (given, source):
        with pytest.raises(TypeError, match="pickled"):
            pickle.dumps(secret)
        with pytest.raises(TypeError, match="pickled"):
            copy.deepcopy(secret)


@pytest.mark.parametrize(("client_id", "client_secret"), [("", "b"), ("a", "")])
def test_empty_credentials_are_refused(t: Emitted, client_id: str, client_secret: str) -> None:
    """A client without a name or a secret is refused where it is made."""
    with pytest.raises(t.module("errors").CredentialError):
        t.module("_oauth").ClientCredentials(client_id, client_secret)
