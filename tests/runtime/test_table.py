"""The table: every fault, every kind of call, and to the number what becomes of it."""

from __future__ import annotations

import gzip
import pickle
import time
import zlib
from dataclasses import dataclass
from typing import Any

import pytest

from .clock import Clock
from .depot import LOOPS, MODES, SECRET, Emitted, Mode, calls
from .faults import (
    THING,
    Fault,
    Server,
    answer,
    breaks_off,
    closes_unread,
    date_in,
    drips,
    drips_in_head,
    hangs,
    hangs_in_body,
    informs_first,
    message,
    refuses_upload,
    refusing,
    resets,
    resets_unread,
    says,
)

PAGE = b"<html>" + b"<p>sorry</p>" * 900_000
"""An error page of 10 MB."""
CHUNKED = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n"

FAULTS: dict[str, Fault] = {
    # No answer, or not the whole of one.
    "reset before it is read": resets_unread,
    "close before it is read": closes_unread,
    "reset after it is read": resets,
    "close after it is read": breaks_off(),
    "hang": hangs,
    "hang in the body": hangs_in_body,
    "length that lies": breaks_off(message(200, THING, {}, length=5000)),
    "length below zero": breaks_off(message(200, THING, {}, length=-1)),
    "two lengths": breaks_off(message(200, THING, {"Content-Length ": "3"})),
    "chunked, cut off": breaks_off(CHUNKED + b'8\r\n{"id": "\r\n'),
    "chunk without a size": breaks_off(CHUNKED + b"many\r\n{}\r\n"),
    "gzip that lies": says(message(200, b"not gzip at all", {"content-encoding": "gzip"})),
    "deflate that lies": says(message(200, b"not deflate", {"content-encoding": "deflate"})),
    "garbage status line": breaks_off(b"ICY 200 OK\r\n\r\n{}"),
    "status that is none": breaks_off(b"HTTP/1.1 20x OK\r\n\r\n{}"),
    "header with NUL": breaks_off(message(200, THING, {"x-a": "b\x00c"})),
    "header without end": breaks_off(b"HTTP/1.1 200 OK\r\nx-a: " + b"a" * 200_000),
    "bytes from elsewhere": breaks_off(b"\x16\x03\x01\x00\xa5"),
    # An answer that is a refusal.
    "503": answer(503, {"message": "down"}),
    "503, Retry-After 7": answer(503, {"message": "down"}, Retry_After="7"),
    "503, Retry-After 31": answer(503, {"message": "down"}, Retry_After="31"),
    "503, hostile Retry-After": answer(503, {"message": "down"}, Retry_After="1e9"),
    "503, endless Retry-After": answer(503, {"message": "down"}, Retry_After="inf"),
    "503, Retry-After in words": answer(503, {"message": "down"}, Retry_After="soon"),
    "503, date out of bounds": answer(503, {"message": "down"}, Retry_After="Fri, 31 Dec 99999 23:59:59 GMT"),
    "503, date far away": answer(503, {"message": "down"}, Retry_After="Fri, 31 Dec 9999 23:59:59 GMT"),
    "500": answer(500, b"oops", content_type="text/plain"),
    "408": answer(408, {}),
    "409": answer(409, {"message": "changed meanwhile"}, Retry_After="1"),
    "404": answer(404, {"message": "no such thing"}),
    "429": answer(429, {"message": "slow down"}),
    "429, Retry-After 0": answer(429, {"message": "slow down"}, Retry_After="0"),
    "429, Retry-After 7": answer(429, {"message": "slow down"}, Retry_After="7"),
    "429, Retry-After date": lambda peer: answer(429, {}, Retry_After=date_in(20))(peer),
    "429, date in the past": lambda peer: answer(429, {}, Retry_After=date_in(-3600))(peer),
    "429, hostile Retry-After": answer(429, {}, Retry_After="99999999999999999999"),
    "429, reset header": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(12))(peer),
    "429, reset far away": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(3600))(peer),
    "429, reset has passed": lambda peer: answer(429, {}, X_RateLimit_Reset=reset_in(-60))(peer),
    "429, reset is hostile": answer(429, {}, X_RateLimit_Reset="1e309"),
    "429, both headers": answer(429, {}, Retry_After="9", X_RateLimit_Reset="nan"),
    "early 413": refuses_upload,
    "302 to another port": answer(302, {}, location="http://127.0.0.1:1/stolen"),
    "307 to another port": answer(307, {}, location="http://127.0.0.1:1/stolen"),
    "302 to nowhere": answer(302, {}, location="http://[/"),
    "302 to no port": answer(302, {}, location="http://shop.test:x/"),
    "10 MB error page": answer(400, PAGE, content_type="text/html"),
    "10 MB error page, 502": answer(502, PAGE, content_type="text/html"),
    "error page that bursts": answer(400, zlib.compress(b" " * 2**26), content_encoding="deflate"),
    "status 999": answer(999, {"message": "?"}),
    # A success that is none.
    "truncated JSON": says(message(200, b'{"id": "t1", "na', {})),
    "HTML": answer(200, b"<html>welcome</html>", content_type="text/html"),
    "empty": answer(200, b""),
    "wrong type": answer(200, {"id": 1, "name": "Lamp"}),
    "deep JSON": answer(200, b"[" * 100_000),
    "not UTF-8": answer(200, b'{"id": "\xff", "name": "n"}'),
    # A success after all.
    "wrong content type": answer(200, THING, content_type="text/html"),
    "drips": drips,
    "informs first": informs_first,
    "compressed": answer(200, gzip.compress(b'{"id": "t1", "name": "Lamp"}'), content_encoding="gzip"),
    "status 299": answer(299, THING),
}


def reset_in(seconds: float) -> str:
    """Write a moment in Unix seconds."""
    return str(int(time.time() + seconds))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a call: how many requests, and the error with its facts; no *error* stands for a result."""

    requests: int
    error: str = ""
    delivery: str = ""
    not_retried: str = ""

    @classmethod
    def read(cls, text: str) -> Outcome:
        """Read what the table writes."""
        number, *rest = text.split()
        return cls(int(number), *rest)


# The columns: GET, PUT and POST with a key, which may be repeated; POST, which may not; PUT of a stream, which cannot.
LOST = (
    "3 APIConnectionError maybe_sent max_retries",
    "1 APIConnectionError maybe_sent unsafe",
    "1 APIConnectionError maybe_sent body",
)
LATE = tuple(text.replace("Connection", "Timeout") for text in LOST)
DOWN = (
    "3 APIStatusError answered max_retries",
    "1 APIStatusError answered unsafe",
    "1 APIStatusError answered body",
)
LATER = (
    "1 APIStatusError answered retry_after",
    "1 APIStatusError answered unsafe",
    "1 APIStatusError answered retry_after",
)
FULL = (
    "3 TooManyRequestsError answered max_retries",
    "3 TooManyRequestsError answered max_retries",
    "1 TooManyRequestsError answered body",
)
FULL_LONG = ("1 TooManyRequestsError answered retry_after",) * 3
FINAL = ("1 APIStatusError answered final",) * 3
WRONG = ("1 ResponseValidationError answered final",) * 3
FINE = ("1",) * 3

TABLE: dict[str, tuple[str, ...]] = {
    "reset before it is read": LOST,
    "close before it is read": LOST,
    "reset after it is read": LOST,
    "close after it is read": LOST,
    "hang": LATE,
    "hang in the body": LATE,
    "length that lies": LOST,
    "length below zero": LOST,
    "two lengths": LOST,
    "chunked, cut off": LOST,
    "chunk without a size": LOST,
    "gzip that lies": LOST,
    "deflate that lies": LOST,
    "garbage status line": LOST,
    "status that is none": LOST,
    "header with NUL": LOST,
    "header without end": LOST,
    "bytes from elsewhere": LOST,
    "503": DOWN,
    "503, Retry-After 7": DOWN,
    "503, Retry-After 31": LATER,
    "503, hostile Retry-After": LATER,
    "503, endless Retry-After": DOWN,
    "503, Retry-After in words": DOWN,
    "503, date out of bounds": DOWN,
    "503, date far away": LATER,
    "500": DOWN,
    "408": DOWN,
    "409": FINAL,
    "404": ("1 NotFoundError answered final",) * 3,
    "429": FULL,
    "429, Retry-After 0": FULL,
    "429, Retry-After 7": FULL,
    "429, Retry-After date": FULL,
    "429, date in the past": FULL,
    "429, hostile Retry-After": FULL_LONG,
    "429, reset header": FULL,
    "429, reset far away": FULL_LONG,
    "429, reset has passed": FULL,
    "429, reset is hostile": FULL,
    "429, both headers": FULL,
    "early 413": FINAL,
    "302 to another port": FINAL,
    "307 to another port": FINAL,
    "302 to nowhere": FINAL,
    "302 to no port": FINAL,
    "10 MB error page": FINAL,
    "10 MB error page, 502": DOWN,
    "error page that bursts": FINAL,
    "status 999": FINAL,
    "truncated JSON": WRONG,
    "HTML": WRONG,
    "empty": WRONG,
    "wrong type": WRONG,
    "deep JSON": WRONG,
    "not UTF-8": WRONG,
    "wrong content type": FINE,
    "drips": FINE,
    "informs first": FINE,
    "compressed": FINE,
    "status 299": FINE,
}
COLUMNS = {"GET": 0, "PUT": 0, "keyed POST": 0, "POST": 1, "streamed PUT": 2}

# The least and the most that is paused before the second try, where it is not the client's own 0 to 0.5 seconds.
PAUSES: dict[str, tuple[float, float]] = {
    "503, Retry-After 7": (7, 7),
    "429": (5, 5),
    "429, Retry-After 0": (5, 5),
    "429, Retry-After 7": (7, 7),
    "429, Retry-After date": (18, 20),
    "429, date in the past": (5, 5),
    "429, reset header": (10, 12),
    "429, reset has passed": (5, 5),
    "429, reset is hostile": (5, 5),
    "429, both headers": (9, 9),
}


CELLS = [
    pytest.param(fault, kind, Outcome.read(outcomes[column]), id=f"{fault}-{kind}")
    for fault, outcomes in TABLE.items()
    for kind, column in COLUMNS.items()
]


def run(package: Emitted, mode: Mode, url: str, kind: str, **options: Any) -> Any:
    """Make a call; give its result, or the error that it raises, which must be one of the package's own."""
    try:
        return package.call(mode, url, calls(mode)[kind], **{"timeout": 5.0, **options})
    except package.error("DepotError") as error:
        return error


def check(found: Any, expected: Outcome, server: Server) -> None:
    """Compare what was found with what the table says."""
    asked = expected.requests
    server.settle(asked)
    assert server.asked == asked
    if not expected.error:
        assert found.name == "Lamp"
        return
    facts = (type(found).__name__, found.delivery, found.not_retried, found.tries)
    assert facts == (expected.error, expected.delivery, expected.not_retried, asked)
    assert_presentable(found)


def assert_presentable(error: Any) -> None:
    """An error prints on one line of bounded length, keeps no more of an answer than it may, and can be pickled."""
    text = str(error)
    assert text.isprintable()
    assert len(text) < 6000
    assert len(getattr(error, "content", b"")) <= 2**20
    twin = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(twin), str(twin), vars(twin)) == (type(error), text, vars(error))
    assert SECRET not in text + repr(error) + repr(vars(error))


def test_every_fault_has_a_row() -> None:
    """No fault is left out of the table."""
    assert FAULTS.keys() == TABLE.keys()
    assert PAUSES.keys() <= FAULTS.keys()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("fault", "kind", "expected"), CELLS)
def test_table(
    fault: str, kind: str, expected: Outcome, mode: Mode, depot: Emitted, server: Server, clock: Clock
) -> None:
    """A fault that does not pass ends in the error, after the requests and with the facts that the table says."""
    server.plays(FAULTS[fault])
    found = run(depot, mode, server.url, kind, timeout=0.1 if fault.startswith("hang") else 5.0)
    check(found, expected, server)
    assert len(clock.pauses) == expected.requests - 1
    low, high = PAUSES.get(fault, (0, 0.5))
    assert all(low <= pause <= high * (1 if fault in PAUSES else 2**tries) for tries, pause in enumerate(clock.pauses))
    # The same request each time, with the same key.
    assert len({(one.method, one.target, tuple(one.headers.items()), one.body) for one in server.requests}) <= 1


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("fault", "kind", "expected"), CELLS)
def test_what_passes(
    fault: str, kind: str, expected: Outcome, mode: Mode, depot: Emitted, server: Server, clock: Clock
) -> None:
    """A fault that passes costs one more request where the call is tried again, and nothing else."""
    server.plays(FAULTS[fault], answer())
    found = run(depot, mode, server.url, kind, timeout=0.1 if fault.startswith("hang") else 5.0)
    check(found, Outcome(2) if expected.requests == 3 else expected, server)
    assert len(clock.pauses) == server.asked - 1


OPTIONS: dict[str, tuple[str, dict[str, Any], Outcome, int]] = {
    "no retries": ("503", {"max_retries": 0}, Outcome(1, "APIStatusError", "answered", "max_retries"), 0),
    "one retry": ("503", {"max_retries": 1}, Outcome(2, "APIStatusError", "answered", "max_retries"), 1),
    "seven": ("503", {"max_retries": 7}, Outcome(8, "APIStatusError", "answered", "max_retries"), 7),
    "seven, lost": (
        "reset after it is read",
        {"max_retries": 7},
        Outcome(8, "APIConnectionError", "maybe_sent", "max_retries"),
        7,
    ),
    "pause longer than what is left": (
        "503, Retry-After 7",
        {"total_timeout": 6.0},
        Outcome(1, "APIStatusError", "answered", "total_timeout"),
        0,
    ),
    "second pause longer than what is left": (
        "503, Retry-After 7",
        {"total_timeout": 10.0},
        Outcome(2, "APIStatusError", "answered", "total_timeout"),
        1,
    ),
    "floor longer than what is left": (
        "429",
        {"total_timeout": 4.0},
        Outcome(1, "TooManyRequestsError", "answered", "total_timeout"),
        0,
    ),
}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", OPTIONS)
def test_options(name: str, mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """`max_retries` and `total_timeout` bound a read."""
    fault, options, expected, pauses = OPTIONS[name]
    server.plays(FAULTS[fault])
    check(run(depot, mode, server.url, "GET", **options), expected, server)
    assert len(clock.pauses) == pauses


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", COLUMNS)
def test_a_refused_connection(kind: str, mode: Mode, depot: Emitted, clock: Clock) -> None:
    """Where nobody listens nothing was sent, so that every call is tried again, but for a body that is gone."""
    with refusing() as url:
        error = run(depot, mode, url, kind)
    streamed = kind == "streamed PUT"
    expected = ("APIConnectionError", "not_sent", "body" if streamed else "max_retries", 1 if streamed else 3)
    assert (type(error).__name__, error.delivery, error.not_retried, error.tries) == expected
    assert len(clock.pauses) == error.tries - 1
    assert_presentable(error)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["GET", "POST"])
@pytest.mark.parametrize("fault", ["answer", "close", "reset"])
def test_tls_to_a_plain_port(fault: str, kind: str, mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """A handshake that fails sent nothing: every call is tried again, and the error says so."""
    server.plays({"answer": answers_in_plain, "close": closes_unread, "reset": resets_unread}[fault])
    error = run(depot, mode, f"https://{server.address}", kind)
    assert (type(error).__name__, error.delivery, error.not_retried) == (
        "APIConnectionError",
        "not_sent",
        "max_retries",
    )
    assert server.connections == error.tries == 3
    assert_presentable(error)


def answers_in_plain(peer: Any) -> None:
    """Answer a TLS hello as a plain server does."""
    peer.send(message(400, {"message": "plain HTTP here"}, {}))
    peer.close()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("kind", "requests"), [("GET", 3), ("keyed POST", 3), ("POST", 2)])
def test_a_connection_that_ends_as_it_is_used_again(
    kind: str, requests: int, mode: Mode, depot: Emitted, server: Server, clock: Clock
) -> None:
    """A kept connection that the server drops when the next request comes: a read is sent again, a create is not."""
    server.plays(answer(), closes_unread, answer())

    def twice(client: Any) -> Any:
        calls(mode)["GET"](client)
        return calls(mode)[kind](client)

    async def atwice(client: Any) -> Any:
        await calls(mode)["GET"](client)
        return await calls(mode)[kind](client)

    try:
        found = depot.call(mode, server.url, twice if mode == "sync" else atwice)
    except depot.error("APIConnectionError") as error:
        found = error
    assert server.asked == requests
    assert getattr(found, "delivery", "") == ("maybe_sent" if kind == "POST" else "")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("chunked", [True, False])
def test_a_success_that_is_too_long(
    chunked: bool, mode: Mode, depot: Emitted, server: Server, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A result that is longer than the longest is refused as it comes, and read no further."""
    monkeypatch.setattr(depot.module("_call"), "_LONGEST_RESULT", 1000)
    content = b'{"id": "' + b"x" * 2**21 + b'"}'
    whole = (
        CHUNKED + f"{len(content):x}\r\n".encode() + content + b"\r\n0\r\n\r\n"
        if chunked
        else message(200, content, {})
    )
    server.plays(breaks_off(whole))
    error = run(depot, mode, server.url, "GET")
    assert (type(error).__name__, error.delivery, error.tries) == ("ResponseValidationError", "answered", 1)
    assert len(error.content) <= 2**20
    assert_presentable(error)


@pytest.mark.parametrize("mode", MODES)
def test_a_body_that_takes_too_long(mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """A body that comes byte by byte, each in time, still ends with `total_timeout`."""
    clock.speed = 1.0
    server.plays(drips)
    error = run(depot, mode, server.url, "GET", total_timeout=8.0)
    assert (type(error).__name__, error.delivery, error.not_retried) == (
        "APITimeoutError",
        "maybe_sent",
        "total_timeout",
    )
    assert server.asked == 1
    assert clock.now <= 8.0 + 3
    assert_presentable(error)


BOUNDED_BY_READS = pytest.mark.xfail(reason="httpx2 bounds each read of a head, not the whole of it", strict=True)


@pytest.mark.parametrize("mode", [pytest.param("sync", marks=BOUNDED_BY_READS), "async"])
def test_a_head_that_takes_too_long(mode: Mode, depot: Emitted, server: Server) -> None:
    """A head that comes byte by byte, each in time, ends with `total_timeout`, too, and not when the server likes."""
    server.plays(drips_in_head)
    error = run(depot, mode, server.url, "GET", timeout=0.1, total_timeout=0.05)
    assert (type(error).__name__, error.delivery, error.not_retried) == (
        "APITimeoutError",
        "maybe_sent",
        "total_timeout",
    )
    server.wait_until_left()
    assert server.answered == 0


@pytest.mark.parametrize("mode", MODES)
def test_loops_is_driven_the_same_way(mode: Mode, server: Server, clock: Clock) -> None:
    """The client of Loops, made of another contract, counts the same requests."""
    error = LOOPS.error("APIError")
    for fault, get, post in (("503", 3, 1), ("429", 3, 3), ("hang", 3, 1), ("404", 1, 1), ("chunked, cut off", 3, 1)):
        for what, requests in ((lambda loops: loops.campaigns.get("c1"), get), (create, post)):
            before = server.asked
            server.plays(FAULTS[fault])
            with pytest.raises(error):
                LOOPS.call(mode, server.url, what, timeout=0.1 if fault == "hang" else 5.0)
            assert server.asked - before == requests


def create(loops: Any) -> Any:
    """Create a campaign."""
    return loops.campaigns.create(name="n")
