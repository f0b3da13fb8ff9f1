"""No credential is shown: whatever kind it is of, whatever happens to the call."""

from __future__ import annotations

import logging
import pickle
import traceback
from base64 import b64encode
from typing import Any

import pytest

from .clock import Clock
from .depot import MODES, SECRET, Emitted, Mode
from .faults import Fault, Server, answer, breaks_off, resets, says

KINDS = {
    "token": ("authorization", f"Bearer {SECRET}"),
    "login": ("authorization", f"Basic {b64encode(f'user:{SECRET}'.encode()).decode()}"),
    "header_key": ("x-depot-key", SECRET),
    "query_key": ("", SECRET),
    "cookie_key": ("cookie", f"session={SECRET}"),
}
HAPPENS: dict[str, Fault] = {
    "success": answer(),
    "401": answer(401, {"message": "no"}),
    "503": answer(503, {}),
    "reset": resets,
    "garbage": breaks_off(b"ICY 200\r\n\r\n"),
    "not JSON": says(b"HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nabc"),
}


def given(kind: str) -> dict[str, Any]:
    """Give the arguments of a client that has one credential."""
    return {"token": None, kind: f"user:{SECRET}" if kind == "login" else SECRET}


def hidden(*texts: object) -> bool:
    """Whether no text holds the credential, plain or as it is sent."""
    shown = "\n".join(map(str, texts))
    return not any(value in shown for value in (SECRET, KINDS["login"][1].removeprefix("Basic ")))


def made(depot: Emitted, mode: Mode, url: str, kind: str, **options: Any) -> BaseException | None:
    """Make a call with a credential of a *kind*; give its error, if it has one."""
    try:
        depot.call(mode, url, lambda client: client.things.get("t1"), **given(kind), **options)
    except depot.error("DepotError") as error:
        return error
    return None


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("happens", HAPPENS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_sent_and_not_shown(
    kind: str,
    happens: str,
    mode: Mode,
    depot: Emitted,
    server: Server,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """A credential goes out with every try, and is in no error, no pickle, no traceback and no log at DEBUG."""
    caplog.set_level(logging.DEBUG)
    server.plays(HAPPENS[happens])
    error = made(depot, mode, server.url, kind)
    name, value = KINDS[kind]
    assert server.requests
    for request in server.requests:
        assert request.headers.get(name) == value if name else request.target.endswith(f"?key={SECRET}")
    if happens != "success":
        assert error is not None
        assert hidden(str(error), repr(error), vars(error), *traceback.format_exception(error))
        assert hidden(pickle.dumps(error).decode("latin-1"))
    assert "GET" in caplog.text
    assert hidden(caplog.text, *(record.getMessage() for record in caplog.records))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_client_does_not_show_it(kind: str, mode: Mode, depot: Emitted) -> None:
    """Neither a client, nor what it holds, prints its credential; none can be pickled."""
    client = depot.open(mode, "http://127.0.0.1:1", **given(kind))
    for holder in (client, client.with_options(max_retries=1)):
        assert hidden(holder, vars(holder), holder._settings, holder._settings.credentials)
        with pytest.raises(TypeError) as caught:
            pickle.dumps(holder._settings)
        assert hidden(*traceback.format_exception(caught.value))


@pytest.mark.parametrize("mode", MODES)
def test_headers_of_the_caller_are_not_shown(
    mode: Mode, depot: Emitted, server: Server, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """A header that a caller adds may be a credential, too: it is sent, and shown nowhere."""
    caplog.set_level(logging.DEBUG)
    server.plays(answer(404, {}))
    client = depot.open(mode, server.url, token="other").with_options(headers={"X-Session": SECRET})
    assert hidden(client, vars(client), client._settings)
    with pytest.raises(depot.error("NotFoundError")) as caught:
        depot.call(
            mode,
            server.url,
            lambda made: made.with_options(headers={"X-Session": SECRET}).things.get("t1"),
            token="other",
        )
    assert server.requests[0].headers["x-session"] == SECRET
    assert hidden(caplog.text, str(caught.value), repr(caught.value), vars(caught.value))


@pytest.mark.parametrize("kind", KINDS)
def test_a_request_at_the_seam_does_not_print_it(kind: str, depot: Emitted) -> None:
    """What a transport of the caller's own is given to send prints without the credential."""
    seen: list[Any] = []

    class Transport:
        def send(self, request: Any, /) -> Any:
            seen.append(request)
            return depot.module("_transport").Response(
                status_code=200, headers={}, chunks=iter([b'{"id": "a", "name": "b"}']), close=lambda: None
            )

        def close(self) -> None: ...

    assert made(depot, "sync", "http://127.0.0.1:1", kind, transport=Transport()) is None
    assert hidden(seen[0])


@pytest.mark.parametrize("mode", MODES)
def test_what_is_logged(
    mode: Mode, depot: Emitted, server: Server, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """Each try is one line at INFO under the package's own logger, without the query; headers come at DEBUG."""
    caplog.set_level(logging.DEBUG, logger="depot")
    server.plays(answer(503, {}, X_Internal="inner"), answer(200, []))
    depot.call(mode, server.url, lambda client: client.things.find(search="jane@example.com"))
    ours = [record for record in caplog.records if record.name == "depot"]
    lines = [record.getMessage() for record in ours if record.levelno == logging.INFO]
    assert lines == [f"GET {server.url}/things: 503 (try 1)", f"GET {server.url}/things: 200 (try 2)"]
    shown = "\n".join(record.getMessage() for record in ours)
    assert "'content-type': 'application/json'" in shown
    assert "inner" not in shown
    assert "jane" not in shown
    assert SECRET not in shown


@pytest.mark.parametrize("mode", MODES)
def test_a_log_line_is_one_line(
    mode: Mode, depot: Emitted, server: Server, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    """What a server says cannot break out of its line in a log."""
    caplog.set_level(logging.DEBUG, logger="depot")
    server.plays(
        says(b"HTTP/1.1 404 \x1b[2J\r\ncontent-type: a\x85b\r\nx-request-id: \xe2\x80\xa8\r\ncontent-length: 0\r\n\r\n")
    )
    with pytest.raises(depot.error("DepotError")):
        depot.call(mode, server.url, lambda client: client.things.get("t1"))
    assert all(record.getMessage().isprintable() for record in caplog.records if record.name == "depot")


def test_silence_costs_nothing(depot: Emitted, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    """With its logger at WARNING a client logs nothing."""
    caplog.set_level(logging.WARNING, logger="depot")
    server.plays(answer())
    depot.call("sync", server.url, lambda client: client.things.get("t1"))
    assert [record for record in caplog.records if record.name == "depot"] == []
