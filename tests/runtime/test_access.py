"""Raw answers, streams, calls outside of the contract, other settings; by many threads and tasks at once."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from .clock import Clock
from .depot import LOOPS, MODES, SECRET, Emitted, Mode
from .faults import THING, Server, answer, breaks_off, echoes, hangs_in_body, message, resets

CONTENT = bytes(range(256)) * 4000
MANY = 24


def get(client: Any) -> Any:
    """Read a thing."""
    return client.things.get("t1")


@pytest.mark.parametrize("mode", MODES)
def test_raw(mode: Mode, depot: Emitted, server: Server) -> None:
    """`raw` gives status, headers and bytes as they came, and what the call would have given."""
    server.plays(answer(299, {**THING, "extra": 1}, X_Request_Id="r1"))
    raw = depot.call(mode, server.url, lambda client: client.raw(lambda: get(client)))
    assert (raw.status_code, raw.headers["x-request-id"]) == (299, "r1")
    assert json.loads(raw.content) == {**THING, "extra": 1}
    assert raw.result.name == "Lamp"


@pytest.mark.parametrize("mode", MODES)
def test_raw_is_tried_again(mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """`raw` makes the call as always: again where that is safe, and with the same errors."""
    server.plays(answer(503, {}), resets, answer())
    assert depot.call(mode, server.url, lambda client: client.raw(lambda: get(client))).status_code == 200
    assert server.asked == 3
    server.plays(answer(404, {"message": "gone"}))
    with pytest.raises(depot.error("NotFoundError"), match="gone"):
        depot.call(mode, server.url, lambda client: client.raw(lambda: get(client)))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["raw", "stream"])
def test_nothing_was_called(kind: str, mode: Mode, depot: Emitted, server: Server) -> None:
    """`raw` and `stream` of what calls nothing are a TypeError that says so."""

    async def nothing() -> None: ...

    def asks(client: Any) -> Any:
        what = nothing if mode == "async" else lambda: None
        return client.raw(what) if kind == "raw" else streamed(client, mode, what)

    with pytest.raises(TypeError, match="nothing was called"):
        depot.call(mode, server.url, asks)


def streamed(client: Any, mode: Mode, what: Any) -> Any:
    """Stream a call and give its status and its bytes."""

    async def astreamed() -> Any:
        async with client.stream(what) as response:
            return response.status_code, b"".join([chunk async for chunk in response.chunks])

    if mode == "async":
        return astreamed()
    with client.stream(what) as response:
        return response.status_code, b"".join(response.chunks)


@pytest.mark.parametrize("mode", MODES)
def test_stream(mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """A stream gives the body in chunks as it comes; what went wrong before it is tried again."""
    server.plays(answer(503, {}), answer(200, CONTENT, content_type="application/octet-stream"))
    call = lambda client: streamed(client, mode, lambda: client.things.read("t1"))  # noqa: E731
    assert depot.call(mode, server.url, call) == (200, CONTENT)
    assert server.asked == 2


@pytest.mark.parametrize("mode", MODES)
def test_a_stream_of_a_refusal_raises(mode: Mode, depot: Emitted, server: Server) -> None:
    """A stream of an answer that is no success is the error that the call would be."""
    server.plays(answer(404, {"message": "gone"}))
    with pytest.raises(depot.error("APIStatusError"), match="gone"):
        depot.call(mode, server.url, lambda client: streamed(client, mode, lambda: get(client)))


def test_a_call_after_a_stream_that_failed(depot: Emitted, server: Server) -> None:
    """What was asked of one call is not asked of the next: after a stream that failed a call gives its result."""
    server.plays(answer(404, {}), answer())
    with depot.open("sync", server.url) as client:
        with pytest.raises(depot.error("NotFoundError")), client.stream(lambda: client.things.get("t1")):
            pass
        assert client.things.get("t1").name == "Lamp"


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("fault", ["cut off", "hang"])
def test_a_stream_that_breaks(fault: str, mode: Mode, depot: Emitted, server: Server) -> None:
    """A stream that ends too early is an `APIConnectionError`, and says that the call may have been carried out."""
    cut = breaks_off(message(200, b"abc", {}, length=100))
    server.plays(hangs_in_body if fault == "hang" else cut)
    with pytest.raises(depot.error("APIConnectionError")) as caught:
        depot.call(mode, server.url, lambda client: streamed(client, mode, lambda: get(client)), timeout=0.1)
    error: Any = caught.value
    assert type(error).__name__ == ("APITimeoutError" if fault == "hang" else "APIConnectionError")
    assert (error.delivery, error.tries, error.not_retried) == ("maybe_sent", 1, "final")


ONE = httpx2.Limits(max_connections=1)


def test_a_stream_that_is_left_gives_its_connection_back(depot: Emitted, server: Server) -> None:
    """A stream that is not read to its end closes, and so does one whose block or whose call raises; the next works."""
    long = answer(200, CONTENT)
    server.plays(long, long, long, long, answer())
    with httpx2.Client(limits=ONE) as http:
        client = depot.open("sync", server.url, http_client=http, timeout=1.0, max_retries=0)
        with client.stream(lambda: client.things.read("t1")):
            pass
        with pytest.raises(ZeroDivisionError), client.stream(lambda: client.things.read("t1")):
            raise ZeroDivisionError
        # There is no result yet, so that whatever uses it fails.
        with pytest.raises(AttributeError), client.stream(lambda: client.things.get("t1").name):
            pass
        with client.stream(lambda: client.things.read("t1")) as response:
            next(response.chunks)
        assert client.things.get("t1").name == "Lamp"


def test_an_async_stream_that_is_left_gives_its_connection_back(depot: Emitted, server: Server) -> None:
    """The same for the async client, and for a task that is cancelled while it reads."""
    long = answer(200, CONTENT)
    server.plays(long, long, long, long, hangs_in_body, answer())

    async def main() -> Any:
        async with httpx2.AsyncClient(limits=ONE) as http:
            client = depot.open("async", server.url, http_client=http, timeout=1.0, max_retries=0)
            async with client.stream(lambda: client.things.read("t1")):
                pass
            with pytest.raises(ZeroDivisionError):
                async with client.stream(lambda: client.things.read("t1")):
                    raise ZeroDivisionError

            async def uses_the_result() -> None:
                (await client.things.get("t1")).name  # noqa: B018

            with pytest.raises(AttributeError):
                async with client.stream(uses_the_result):
                    pass
            async with client.stream(lambda: client.things.read("t1")) as response:
                await anext(response.chunks)
            task = asyncio.create_task(streamed(client, "async", lambda: client.things.read("t1")))
            await asyncio.sleep(0.02)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await client.things.get("t1")

    assert asyncio.run(main()).name == "Lamp"


def test_a_stream_of_two_calls(depot: Emitted, server: Server) -> None:
    """Where two calls are made inside of `stream`, the first is streamed, and nothing is left open."""
    server.plays(echoes)
    with httpx2.Client(limits=httpx2.Limits(max_connections=2)) as http:
        client = depot.open("sync", server.url, http_client=http, timeout=1.0, max_retries=0)
        for _ in range(3):
            with client.stream(lambda: [client.things.get("one"), client.things.get("two")]) as response:
                assert json.loads(b"".join(response.chunks))["id"] == "one"


@pytest.mark.parametrize("mode", MODES)
def test_request(mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """`request` calls what the contract lacks, with credentials, retries and errors."""
    server.plays(answer(503, {}), answer(200, b"bytes", content_type="text/plain"))
    raw = depot.call(
        mode, server.url, lambda client: client.request("get", "/elsewhere", query={"a": [1, 2]}, headers={"X-A": "b"})
    )
    assert (raw.status_code, raw.content, raw.result) == (200, b"bytes", b"bytes")
    first = server.requests[0]
    assert (first.method, first.target, first.headers["x-a"]) == ("GET", "/elsewhere?a=1&a=2", "b")
    assert first.headers["authorization"] == f"Bearer {SECRET}"
    assert server.asked == 2


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    ("body", "sent", "kind"), [({"a": 1}, b'{"a":1}', "application/json"), (b"raw", b"raw", "application/octet-stream")]
)
def test_request_with_a_body(
    body: Any, sent: bytes, kind: str, mode: Mode, depot: Emitted, server: Server, clock: Clock
) -> None:
    """A body is bytes, or anything else as JSON; and a POST of no contract is not repeated either."""
    server.plays(answer(500, {}))
    with pytest.raises(depot.error("APIStatusError")) as caught:
        depot.call(mode, server.url, lambda client: client.request("POST", "/elsewhere", body=body))
    assert (server.requests[0].body, server.requests[0].headers["content-type"]) == (sent, kind)
    assert server.asked == 1
    assert "POST" in str(caught.value)


@pytest.mark.parametrize(
    "path", ["elsewhere", "/a/../b", "/a?b", "/a#b", "//evil.example/a", "/a b", "/a\n", "/.", "\\a", ""]
)
def test_a_path_that_leads_elsewhere(path: str, depot: Emitted, server: Server) -> None:
    """`request` stays below the base URL: a path that is more or less than a path is refused before it is sent."""
    server.plays(answer())
    try:
        depot.call("sync", server.url, lambda client: client.request("GET", path))
    except ValueError:
        assert server.asked == 0
    else:
        assert server.requests[0].target == path


@pytest.mark.parametrize("mode", MODES)
def test_with_options(mode: Mode, depot: Emitted, server: Server, clock: Clock) -> None:
    """Options of one call change that call; they add up, and the client that they were asked of is as before."""
    server.plays(answer(503, {}))

    def fails(client: Any) -> Any:
        return get(client.with_options(max_retries=0, headers={"X-A": "1"}).with_options(headers={"X-B": "2"}))

    for what, asked in ((fails, 1), (get, 3)):
        before = server.asked
        with pytest.raises(depot.error("APIStatusError")):
            depot.call(mode, server.url, what)
        assert server.asked - before == asked
    assert {name: server.requests[0].headers.get(name) for name in ("x-a", "x-b")} == {"x-a": "1", "x-b": "2"}
    assert "x-a" not in server.requests[-1].headers


ADDRESSES = [
    "http://a:x",
    "http://a\n",
    "http://[::1",
    "ftp://a",
    "//a",
    "http://a/?b=c",
    "http://a/#b",
    "http://☃.x..y",
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none(address: str, mode: Mode, depot: Emitted) -> None:
    """A base URL that cannot be called is a ValueError, and none of the HTTP library's errors."""
    with pytest.raises(ValueError, match=r"URL|base_url"):
        depot.call(mode, address, get)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\n", "ключ", " a", "\x00"])
def test_a_header_that_cannot_be_sent(value: str, mode: Mode, depot: Emitted, server: Server) -> None:
    """A header that would break the request is a ValueError before anything is sent."""
    server.plays(answer())
    with pytest.raises(ValueError, match="header"):
        depot.call(mode, server.url, lambda client: client.things.order(id="a", name="b", idempotency_key=value))
    with pytest.raises(ValueError, match="header"):
        depot.call(mode, server.url, lambda client: get(client.with_options(headers={"X-A": value})))
    assert server.asked == 0


@pytest.mark.parametrize("mode", MODES)
def test_an_argument_that_is_too_long(mode: Mode, depot: Emitted, server: Server) -> None:
    """An argument that makes the URL longer than can be sent is a ValueError."""
    server.plays(answer())
    with pytest.raises(ValueError, match="long"):
        depot.call(mode, server.url, lambda client: client.things.get("a" * 70_000))


def test_threads_share_a_client(depot: Emitted, server: Server) -> None:
    """Many threads call one client at once, raw, streamed and plain: each gets its own answer."""
    server.plays(echoes)

    def each(number: int) -> None:
        for turn in range(3):
            name = f"{number}x{turn}"
            raw = client.raw(lambda: client.things.get(name))  # noqa: B023
            assert (raw.result.id, raw.headers["x-request-id"]) == (name, f"request {name}")
            assert client.things.get(name).name == f"thing {name}"
            with client.stream(lambda: client.things.get(name)) as response:  # noqa: B023
                assert json.loads(b"".join(response.chunks))["id"] == name
                assert client.raw(lambda: client.things.get("inner")).result.id == "inner"

    with depot.open("sync", server.url) as client, ThreadPoolExecutor(8) as pool:
        list(pool.map(each, range(MANY)))
    assert server.asked == MANY * 3 * 4


def test_tasks_share_a_client(depot: Emitted, server: Server) -> None:
    """Many tasks call one client at once, raw, streamed and plain: each gets its own answer."""
    server.plays(echoes)

    async def each(client: Any, number: int) -> None:
        name = f"{number}"
        raw = await client.raw(lambda: client.things.get(name))
        assert (raw.result.id, raw.headers["x-request-id"]) == (name, f"request {name}")
        assert (await client.things.get(name)).name == f"thing {name}"
        async with client.stream(lambda: client.things.get(name)) as response:
            assert json.loads(b"".join([chunk async for chunk in response.chunks]))["id"] == name
            assert (await client.raw(lambda: client.things.get("inner"))).result.id == "inner"

    async def main() -> None:
        async with depot.open("async", server.url) as client:
            await asyncio.gather(*(each(client, number) for number in range(MANY)))

    asyncio.run(main())
    assert server.asked == MANY * 4


def test_a_call_inside_of_a_raw_one(depot: Emitted, server: Server) -> None:
    """`raw` gives the answer of the last call in it; a task that is begun inside does not answer in its place."""
    server.plays(echoes)

    async def main() -> Any:
        async with depot.open("async", server.url) as client:
            others: list[Any] = []

            async def both() -> Any:
                others.append(asyncio.create_task(client.things.get("other")))
                await others[0]
                return await client.things.get("mine")

            return await client.raw(both)

    assert asyncio.run(main()).result.id == "mine"


def test_a_raw_call_of_another_package(depot: Emitted, server: Server) -> None:
    """Clients of two packages know nothing of each other's `raw`."""
    server.plays(echoes)
    with depot.open("sync", server.url) as ours, LOOPS.open("sync", server.url) as theirs:

        def both() -> Any:
            theirs.request("GET", "/theirs")
            return ours.things.get("mine")

        assert ours.raw(both).result.id == "mine"
        with pytest.raises(TypeError, match="nothing was called"):
            theirs.raw(lambda: ours.things.get("mine"))
