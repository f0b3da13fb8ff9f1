"""A token endpoint that fails: what comes of each answer, how often it is asked, and how long a call waits for it."""

from __future__ import annotations

import asyncio
import pickle
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .issuer import CLIENT_SECRET, Issuer
from .making import MODES, Emitted, Mode
from .oauth import call, credentials

# What the token endpoint answers for good, and what is said of it.
REFUSALS: list[tuple[int, Any, str]] = [
    (401, {"error": "invalid_client", "error_description": CLIENT_SECRET}, r"answered 401 \(invalid_client\)"),
    (400, {"error": f"invalid {CLIENT_SECRET}"}, "answered 400$"),
    (403, b"<html>" + CLIENT_SECRET.encode() * 100_000, "answered 403$"),
    (302, b"", "answered 302$"),
    (200, b"<html>Welcome</html>", "answered what cannot be read"),
    (200, b"", "answered what cannot be read"),
    (200, b"[]", "answered what cannot be read"),
    (200, b"[" * 100_000, "answered what cannot be read"),
    (200, {}, "gave no token"),
    (200, {"access_token": ""}, "gave no token"),
    (200, {"access_token": 5}, "gave no token"),
    (200, {"access_token": "a\r\nb"}, "gave no token"),
    (200, {"access_token": "é"}, "gave no token"),
    (200, {"access_token": "t", "token_type": "mac"}, "no bearer token"),
]


@pytest.mark.parametrize(("status", "answer", "said"), REFUSALS, ids=[f"{s}-{a!r:.14}" for s, a, _ in REFUSALS])
@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_gives_no_token(
    t: Emitted, mode: Mode, issuer: Issuer, status: int, answer: Any, said: str
) -> None:
    """What the endpoint refuses is a CredentialError after one request; the API itself is not called."""
    issuer.token = lambda number: (status, answer)
    with pytest.raises(t.module("errors").CredentialError, match=said) as caught:
        call(t, mode, issuer)
    assert CLIENT_SECRET not in str(caught.value)
    assert (len(issuer.tokens), issuer.calls) == (1, [])


@pytest.mark.parametrize("mode", MODES)
def test_a_gigantic_answer_is_cut_off(t: Emitted, mode: Mode, issuer: Issuer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The endpoint's answer is capped like all others."""
    monkeypatch.setattr(t.module("_call"), "_LONGEST_RESULT", 1000)
    issuer.token = lambda number: (200, {"access_token": "t" * 2000})
    with pytest.raises(t.module("errors").CredentialError, match="cannot be read"):
        call(t, mode, issuer)


@pytest.mark.parametrize("status", [429, 500, 503])
@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_recovers_is_asked_again(t: Emitted, mode: Mode, issuer: Issuer, status: int) -> None:
    """A passing failure of the endpoint costs tries of its own, not of the call."""
    issuer.token = lambda number: (status, b"<html>") if number < 3 else (200, {"access_token": f"t{number}"})
    assert call(t, mode, issuer) == ["t3"]
    assert (len(issuer.tokens), len(issuer.calls)) == (3, 1)


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_stays_down(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """It is asked as often as a call is sent, and then the call surely was not sent."""
    issuer.token = lambda number: (503, b"")
    with pytest.raises(t.module("errors").APIConnectionError, match="no token could be fetched") as caught:
        call(t, mode, issuer, max_retries=1)
    error = caught.value
    assert (error.delivery, error.tries, error.not_retried) == ("not_sent", 0, "max_retries")
    assert error.operation == "withLogin"
    assert (len(issuer.tokens), issuer.calls) == (2, [])
    assert pickle.loads(pickle.dumps(error)).args == error.args  # noqa: S301


@pytest.mark.parametrize("mode", MODES)
def test_an_endpoint_that_cannot_be_reached(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """No connection to the endpoint is no connection, and says which URL was asked."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}/token"
    with pytest.raises(t.module("errors").APIConnectionError, match=rf"POST {url}") as caught:
        call(t, mode, issuer, login=credentials(t, token_url=url))
    assert (caught.value.delivery, issuer.calls) == ("not_sent", [])


@pytest.mark.parametrize("url", ["file:///etc/passwd", "//evil.test/token?", "javascript:alert(1)"])
def test_a_token_url_that_is_no_http(t: Emitted, issuer: Issuer, url: str) -> None:
    """Only http and https are asked for a token."""
    if url.startswith("//"):
        assert t.module("_oauth").TokenSource(url, (), credentials(t)).url == url
        return
    with pytest.raises(ValueError, match="http"):
        call(t, "sync", issuer, login=credentials(t, token_url=url))


@pytest.mark.parametrize("mode", MODES)
def test_the_total_timeout_holds_while_fetching(t: Emitted, mode: Mode, issuer: Issuer) -> None:
    """An endpoint that does not answer costs the call no more than its total_timeout."""
    issuer.token = lambda number: None
    begun = time.monotonic()
    with pytest.raises(t.module("errors").APITimeoutError) as caught:
        call(t, mode, issuer, total_timeout=0.2, max_retries=9)
    assert time.monotonic() - begun < 2
    assert (caught.value.delivery, issuer.calls) == ("not_sent", [])


def test_the_total_timeout_holds_while_another_thread_fetches(t: Emitted, issuer: Issuer) -> None:
    """Whoever waits for another's token waits no longer than their own total_timeout."""
    issuer.token = lambda number: None
    error = t.module("errors").APITimeoutError
    with t.open("sync", login=credentials(t), base_url=issuer.url) as client, ThreadPoolExecutor(1) as pool:
        slow = pool.submit(client.with_options(total_timeout=3.0).things.with_login)
        while not issuer.tokens:
            time.sleep(0.01)
        begun = time.monotonic()
        with pytest.raises(error) as caught:
            client.with_options(total_timeout=0.2).things.with_login()
        assert time.monotonic() - begun < 2
        issuer.released.set()
        assert isinstance(slow.exception(), t.module("errors").APIError)
    assert (caught.value.delivery, caught.value.not_retried) == ("not_sent", "total_timeout")


def test_the_total_timeout_holds_while_another_task_fetches(t: Emitted, issuer: Issuer) -> None:
    """So for tasks."""
    issuer.token = lambda number: None
    error = t.module("errors").APITimeoutError

    async def run() -> Any:
        async with t.open("async", login=credentials(t), base_url=issuer.url) as client:
            slow = asyncio.create_task(client.with_options(total_timeout=1.0).things.with_login())
            while not issuer.tokens:
                await asyncio.sleep(0.01)
            with pytest.raises(error) as caught:
                await client.with_options(total_timeout=0.2).things.with_login()
            assert not slow.done()
            with pytest.raises(error):
                await slow
            return caught.value

    assert asyncio.run(run()).delivery == "not_sent"
