"""Laws that hold whatever a server does: searched for a counterexample, through a transport that a test scripts."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from .clock import Clock, clock_of
from .depot import MODES, Emitted, Mode, calls
from .test_table import assert_presentable

REPEATABLE = {"GET": True, "PUT": True, "keyed POST": True, "POST": False, "streamed PUT": True}


@dataclass(frozen=True, slots=True)
class Happens:
    """What becomes of one request: no answer (*status* 0), or an answer in chunks.

    The parts of the time that it takes are given as a share of the timeout that the client allows.
    """

    status: int
    headers: dict[str, str] = field(default_factory=dict[str, str])
    sent: bool = True
    timed_out: bool = False
    until_head: float = 0.0
    chunks: tuple[tuple[float, bytes], ...] = ()
    breaks: bool = False


class Scripted:
    """A transport, sync and async at once, on which things happen in order; the last one stays."""

    def __init__(self, package: Emitted, script: list[Happens], clock: Clock | None) -> None:
        self._module = package.module("_transport")
        self._script = script
        self._clock = clock
        self.requests: list[Any] = []
        self.bodies: list[object] = []
        self.open = 0

    def happening(self, request: Any) -> Happens:
        """Give what happens to *request*; raises where that is that no answer comes."""
        happens = self._script[min(len(self.requests), len(self._script) - 1)]
        self.requests.append(request)
        self._pass(happens.until_head * request.timeout)
        if not happens.status:
            raise self._module.TransportError("lost", sent=happens.sent, timed_out=happens.timed_out)
        self.open += 1
        return happens

    def chunks(self, happens: Happens, request: Any) -> Iterator[bytes]:
        """Give the body."""
        for share, chunk in happens.chunks:
            self._pass(share * request.timeout)
            yield chunk
        if happens.breaks:
            raise self._module.TransportError("broken", sent=True, timed_out=happens.timed_out)

    def _pass(self, seconds: float) -> None:
        if self._clock:
            self._clock.now += seconds

    def closed(self) -> None:
        self.open -= 1


class Sync(Scripted):
    def send(self, request: Any, /) -> Any:
        happens = self.happening(request)
        if not isinstance(request.content, bytes | None):
            list(request.content)
        return self._module.Response(
            status_code=happens.status,
            headers=happens.headers,
            chunks=self.chunks(happens, request),
            close=self.closed,
        )

    def close(self) -> None: ...


class Async(Scripted):
    async def send(self, request: Any, /) -> Any:
        happens = self.happening(request)

        async def chunks() -> AsyncIterator[bytes]:
            for chunk in self.chunks(happens, request):
                yield chunk

        async def close() -> None:
            self.closed()

        return self._module.AsyncResponse(
            status_code=happens.status, headers=happens.headers, chunks=chunks(), close=close
        )

    async def close(self) -> None: ...


def run(package: Emitted, mode: Mode, transport: Scripted, kind: str, **options: Any) -> Any:
    """Make a call over *transport*; give its result or its error."""
    what = EXTRA.get(kind) or calls(mode)[kind]
    try:
        return package.call(mode, "http://depot.test", what, transport=transport, **options)
    except package.error("DepotError") as error:
        return error


EXTRA: dict[str, Any] = {"map": lambda depot: depot.things.count(), "many": lambda depot: depot.things.find()}

SHARES = st.floats(0, 1)
LOST = st.builds(Happens, status=st.just(0), sent=st.booleans(), timed_out=st.booleans(), until_head=SHARES)
RETRY_AFTER = st.sampled_from(
    ["0", "3", "30", "31", "1e9", "inf", "nan", "-1", "soon", "Fri, 31 Dec 9999 23:59:59 GMT"]
)
HEADERS = st.dictionaries(st.just("retry-after"), RETRY_AFTER)
ANSWERED = st.builds(
    Happens,
    status=st.sampled_from([200, 201, 299, 302, 400, 404, 408, 409, 425, 429, 500, 502, 503, 504]),
    headers=HEADERS,
    until_head=SHARES,
    chunks=st.lists(st.tuples(SHARES, st.sampled_from([b"", b"{}", b'{"id":"a","name":"b"}'])), max_size=4).map(tuple),
    breaks=st.booleans(),
    timed_out=st.booleans(),
)
SCRIPTS = st.lists(LOST | ANSWERED, min_size=1, max_size=6)
NOT_CARRIED_OUT = 429


def was_refused(happens: Happens) -> bool:
    """Whether what happened says that the call was surely not carried out."""
    return (not happens.status and not happens.sent) or (happens.status == NOT_CARRIED_OUT and not happens.breaks)


@pytest.mark.parametrize("mode", MODES)
@given(
    script=SCRIPTS,
    kind=st.sampled_from(sorted(REPEATABLE)),
    retries=st.integers(0, 5),
    timeout=st.floats(0.5, 60),
    total=st.floats(0.5, 120),
)
@example(script=[Happens(0, until_head=1.0, timed_out=True)], kind="GET", retries=5, timeout=60.0, total=90.0)
@example(script=[Happens(200, chunks=((1.0, b"{"),) * 4)], kind="GET", retries=0, timeout=60.0, total=61.0)
def test_trying_again(
    script: list[Happens], kind: str, retries: int, timeout: float, total: float, mode: Mode, depot: Emitted
) -> None:
    """However a network behaves, a call keeps to its bounds, and repeats nothing that may have been carried out.

    No more than one phase of the timeout past `total_timeout`, no more than 1 + `max_retries` requests, no second
    request of what is not repeatable unless the one before was refused, and the same request each time.
    """
    with clock_of(depot) as clock:
        transport = (Sync if mode == "sync" else Async)(depot, script, clock)
        found = run(depot, mode, transport, kind, max_retries=retries, timeout=timeout, total_timeout=total)
        assert clock.now <= total + timeout
    requests = transport.requests
    assert 1 <= len(requests) <= 1 + retries
    assert transport.open == 0
    assert all(0 < request.timeout <= timeout for request in requests)
    assert all(0 <= pause <= 30 for pause in clock.pauses)
    happened = [script[min(number, len(script) - 1)] for number in range(len(requests))]
    if kind == "POST":
        assert all(was_refused(each) for each in happened[:-1])
    if kind == "streamed PUT":
        assert len(requests) == 1
    assert (
        len(
            {
                (r.method, r.url, tuple(r.headers.items()), r.content if isinstance(r.content, bytes) else None)
                for r in requests
            }
        )
        == 1
    )
    assert ("idempotency-key" in requests[0].headers) == (kind == "keyed POST")
    if isinstance(found, Exception):
        assert_facts(found, happened)


def assert_facts(error: Any, happened: list[Happens]) -> None:
    """What an error says of its call is what happened."""
    assert error.tries == len(happened)
    assert_presentable(error)
    if error.delivery == "not_sent":
        assert not any(each.status or each.sent for each in happened)
    if error.delivery == "answered":
        assert happened[-1].status


@given(script=SCRIPTS, kind=st.sampled_from(["GET", "POST"]))
def test_both_clients_agree(script: list[Happens], kind: str, depot: Emitted) -> None:
    """Over the same network the async client does what the sync one does."""
    outcomes = []
    for mode in MODES:
        with clock_of(depot):
            transport = (Sync if mode == "sync" else Async)(depot, script, None)
            found = run(depot, mode, transport, kind)
            outcomes.append((len(transport.requests), repr(found) if not isinstance(found, Exception) else vars(found)))
    assert outcomes[0] == outcomes[1]


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
BODIES = st.one_of(
    st.binary(),
    ANY_JSON.map(lambda value: json.dumps(value).encode()),
    st.text().map(lambda text: json.dumps({"message": text}).encode()),
    st.dictionaries(st.text(min_size=1), st.text()).map(lambda value: json.dumps(value).encode()),
)


@pytest.mark.parametrize("mode", MODES)
@given(
    status=st.sampled_from([200, 302, 400, 404, 503]),
    body=BODIES,
    value=st.text(),
    kind=st.sampled_from(["GET", "POST", "map", "many"]),
)
@example(status=404, body=json.dumps({"message": "\x1b[2J\u2028\ud800" * 5000}).encode(), value="", kind="GET")
@example(status=200, body=json.dumps({"\x1b[2J\n" * 5000: "x"}).encode(), value="", kind="map")
@example(status=404, body=b'{"message": ' + b"9" * 5000 + b"}", value="", kind="GET")
@example(status=404, body=b'{"message":' * 20_000, value="", kind="GET")
def test_an_error_can_be_shown(status: int, body: bytes, value: str, kind: str, mode: Mode, depot: Emitted) -> None:
    """Whatever a server says, an error of it prints as one line of bounded length and can be pickled."""
    happens = Happens(status, headers={"x-request-id": value, "content-type": value}, chunks=((0.0, body),))
    with clock_of(depot):
        transport = (Sync if mode == "sync" else Async)(depot, [happens], None)
        found = run(depot, mode, transport, kind, max_retries=1)
    if isinstance(found, Exception):
        assert_presentable(found)
        assert isinstance(found.args[0], str)


@pytest.mark.parametrize("mode", MODES)
@given(said=st.text())
@example(said="\n" * 100_000)
def test_a_failure_can_be_shown(said: str, mode: Mode, depot: Emitted) -> None:
    """Whatever a transport says, an error of it prints as one line of bounded length."""
    module = depot.module("_transport")

    class Broken(Sync):
        def send(self, request: Any, /) -> Any:
            raise module.TransportError(said, sent=True)

    class AsyncBroken(Async):
        async def send(self, request: Any, /) -> Any:
            raise module.TransportError(said, sent=True)

    error = run(depot, mode, (Broken if mode == "sync" else AsyncBroken)(depot, [], None), "POST")
    assert_presentable(error)


@given(seconds=st.floats(1, 60))
def test_a_call_without_time_sends_nothing(seconds: float, depot: Emitted) -> None:
    """Where no time is left before the first request, none is made, and the error says so."""
    with clock_of(depot) as clock:
        clock.speed = 60.0
        transport = Sync(depot, [Happens(200)], clock)
        error = run(depot, "sync", transport, "GET", total_timeout=seconds)
    facts = (type(error).__name__, error.delivery, error.tries, error.not_retried)
    assert facts == ("APITimeoutError", "not_sent", 0, "total_timeout")
    assert transport.requests == []


def test_the_key_of_each_call_is_its_own(depot: Emitted) -> None:
    """Two calls have two idempotency keys, and one that the caller gives is sent as it is."""
    transport = Sync(depot, [Happens(200, chunks=((0.0, b'{"id":"a","name":"b"}'),))], None)
    with depot.open("sync", "http://depot.test", transport=transport) as client:
        client.things.order(id="a", name="b")
        client.things.order(id="a", name="b")
        client.things.order(id="a", name="b", idempotency_key="mine")
    keys = [request.headers["idempotency-key"] for request in transport.requests]
    assert len(set(keys)) == 3
    assert keys[2] == "mine"


def test_async_runs_in_any_loop(depot: Emitted) -> None:
    """A client made outside of a loop is used in one."""
    transport = Async(depot, [Happens(200, chunks=((0.0, b'{"id":"a","name":"b"}'),))], None)
    client = depot.open("async", "http://depot.test", transport=transport)

    async def main() -> Any:
        async with client:
            return await client.things.get("a")

    assert asyncio.run(main()).name == "b"
