"""What a hostile or broken network does: redirects, refusals, breaks, stalls, and bytes that lie."""

from __future__ import annotations

import gzip
import pickle
import socket
from collections.abc import Iterator
from typing import Any

import pytest

from .contracts import operation
from .failures import GET, errors, failure, get_failure
from .providers import BY_NAME, MODES, PROVIDERS, Mode, Provider, call
from .server import Server, serving


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", ["get", "update"])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_redirect_is_an_error(provider: Provider, name: str, mode: Mode, server: Server) -> None:
    """A redirect is not followed: no request, and so no credential and no body, reaches the other origin."""
    with serving() as elsewhere:
        each = operation(GET[provider.name] if name == "get" else f"{provider}-updateCampaign")
        for status in (301, 302, 303, 307, 308):
            server.answer(status, {}, headers={"Location": f"{elsewhere.url}/stolen"})
            error = failure(each, mode, server.url)
            assert isinstance(error, errors(provider).APIStatusError)
            assert error.status_code == status
            assert error.headers["location"] == f"{elsewhere.url}/stolen"
        assert elsewhere.requests == []


@pytest.mark.parametrize("mode", MODES)
def test_cookies_are_not_carried_from_one_call_to_the_next(mode: Mode, server: Server) -> None:
    """What one answer sets as a cookie does not show up in another request: a call sends what the caller gave."""
    for body in ({"has_more": True, "next_from": "a"}, {"has_more": False}):
        server.answer(200, body, headers={"Set-Cookie": "session=1; Path=/"})
    call(BY_NAME["batch"], mode, server.url, "orchestrations.list")
    assert [request.header("Cookie") for request in server.requests] == [None, None]


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that refuses connections: the port is taken, and nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_nobody_there(provider: Provider, mode: Mode, nobody: str) -> None:
    """A refused connection is an `APIConnectionError` that names the call and can be pickled."""
    error = get_failure(provider, mode, nobody)
    assert type(error) is errors(provider).APIConnectionError
    assert nobody in str(error)
    assert error.method == "GET"
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (twin.args, vars(twin), str(twin)) == (error.args, vars(error), str(error))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fault", ["close", "reset", "half"])
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_a_broken_connection(provider: Provider, fault: Any, mode: Mode, server: Server) -> None:
    """A connection that ends before the answer does is an `APIConnectionError`, at whatever point it ends."""
    server.answer(200, {"id": "x" * 100}, fault=fault)
    error = get_failure(provider, mode, server.url)
    assert type(error) is errors(provider).APIConnectionError
    assert len(server.requests) == 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("provider", PROVIDERS, ids=str)
def test_too_slow(provider: Provider, mode: Mode, server: Server) -> None:
    """An answer that does not come in time is an `APITimeoutError`, which is an `APIConnectionError`."""
    server.answer(200, None, fault="stall")
    error = get_failure(provider, mode, server.url, timeout=0.1)
    assert type(error) is errors(provider).APITimeoutError
    assert isinstance(error, errors(provider).APIConnectionError)


UNDECODABLE = {"gzip": b"not gzip at all", "deflate": b"not deflate"}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("encoding", UNDECODABLE)
def test_a_content_coding_that_lies(encoding: str, mode: Mode, server: Server) -> None:
    """Bytes that are not the compression they claim are an error of the package, not one of its HTTP library."""
    server.answer(200, UNDECODABLE[encoding], headers={"Content-Encoding": encoding})
    error = get_failure(BY_NAME["loops"], mode, server.url)
    assert isinstance(error, errors(BY_NAME["loops"]).APIError)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("length", ["5000000", "-1", "many"])
def test_a_content_length_that_lies(length: str, mode: Mode, server: Server) -> None:
    """An answer whose length is not what it says is an error of the package."""
    server.answer(200, {}, headers={"Content-Length": length, "Connection": "close"}, fault="half")
    error = get_failure(BY_NAME["loops"], mode, server.url)
    assert isinstance(error, errors(BY_NAME["loops"]).APIConnectionError)


@pytest.mark.parametrize("mode", MODES)
def test_a_body_that_is_compressed_is_read(mode: Mode, server: Server) -> None:
    """A compressed answer is read like any other, and the error that it makes keeps the plain bytes."""
    server.answer(404, gzip.compress(b'{"message":"no"}'), headers={"Content-Encoding": "gzip"})
    error = get_failure(BY_NAME["loops"], mode, server.url)
    assert error.content == b'{"message":"no"}'


@pytest.mark.parametrize("mode", MODES)
def test_an_unusable_base_url_is_refused(mode: Mode) -> None:
    """A base URL that cannot be called is an error of the package, or a ValueError where the client is made."""
    for url in ("not a url", "ftp://127.0.0.1", "http://"):
        root = errors(BY_NAME["loops"]).LoopsError
        with pytest.raises((root, ValueError)):
            call(BY_NAME["loops"], mode, url, "campaigns.get", "c1")
