"""What clients leave behind: nothing open, nothing warned of, nothing broken by a cancelled call, a span if wanted."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier
from types import ModuleType, SimpleNamespace
from typing import Any

import httpx2
import pytest

from .clock import Clock
from .depot import MODES, SECRET, Emitted, Mode
from .faults import Server, answer, drips, echoes, hangs, hangs_in_body

PROGRAM = """
import asyncio, gc, sys, threading
sys.path.insert(0, sys.argv[1])
from depot import AsyncDepot, Depot, DepotError

url = sys.argv[2]
CALLS = [("get", "t1"), ("read", "t1"), ("count",), ("find",)]


def main():
    with Depot(token="t", base_url=url, max_retries=0, timeout=0.05) as client:
        for name, *args in CALLS:
            try:
                getattr(client.things, name)(*args)
            except DepotError:
                pass
            try:
                with client.stream(lambda: getattr(client.things, name)(*args)) as response:
                    next(iter(response.chunks), None)
            except DepotError:
                pass


async def amain():
    # On a busy machine everything is slow; that is no complaint.
    asyncio.get_running_loop().slow_callback_duration = 60
    async with AsyncDepot(token="t", base_url=url, max_retries=0, timeout=0.05) as client:
        for name, *args in CALLS:
            try:
                await getattr(client.things, name)(*args)
            except DepotError:
                pass
            try:
                async with client.stream(lambda: getattr(client.things, name)(*args)) as response:
                    async for _ in response.chunks:
                        break
            except DepotError:
                pass
            task = asyncio.create_task(client.things.get("t1"))
            await asyncio.sleep(0.01)
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


main()
asyncio.run(amain())
gc.collect()
# A thread that is left over would hold up the end of the program.
assert threading.active_count() == 1, threading.enumerate()
"""


def run(depot: Emitted, url: str) -> str:
    """Run the program with every warning an error, and give what it complains of."""
    home = str(Path(depot.module("client").__file__ or "").parents[1])
    command = [sys.executable, "-X", "dev", "-W", "error", "-c", PROGRAM, home, url]
    found = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    return found.stderr if found.returncode == 0 else f"{found.returncode}: {found.stderr}"


LEFT: dict[str, Any] = {
    "success": answer(),
    "404": answer(404, {}),
    "404 of 3 MB": answer(404, b"x" * 3 * 2**20),
    "503": answer(503, {}, Retry_After="0"),
    "hang": hangs,
    "hang in the body": hangs_in_body,
    "drips": drips,
}


@pytest.mark.parametrize("what", LEFT)
def test_nothing_is_warned_of(what: str, depot: Emitted, server: Server) -> None:
    """A program with every warning an error ends in silence: it leaves no socket, task, thread or generator."""
    server.plays(LEFT[what])
    assert run(depot, server.url) == ""


@pytest.mark.parametrize("mode", MODES)
def test_a_client_closes(mode: Mode, depot: Emitted, server: Server) -> None:
    """Leaving the block closes the connections; the server sees them end."""
    server.plays(answer())
    depot.call(mode, server.url, lambda client: client.things.get("t1"))
    assert server.connections == 1
    server.wait_until_left()


def test_a_connection_is_used_again(depot: Emitted, server: Server) -> None:
    """Calls that end well, or in an error whose body was read, share one connection."""
    server.plays(answer(), answer(404, {}), answer())
    with depot.open("sync", server.url) as client:
        client.things.get("t1")
        with pytest.raises(depot.error("NotFoundError")):
            client.things.get("t1")
        client.with_options(timeout=3).things.get("t1")
    assert (server.asked, server.connections) == (3, 1)


@pytest.mark.parametrize("fault", ["hang", "hang in the body", "drips", "pause"])
def test_a_cancelled_call(fault: str, depot: Emitted, server: Server) -> None:
    """A call that is cancelled, wherever it is, ends at once; its connection is given back, and the client works on."""
    faults = {
        "hang": hangs,
        "hang in the body": hangs_in_body,
        "drips": drips,
        "pause": answer(503, {}, Retry_After="20"),
    }
    server.plays(faults[fault], answer())

    async def main() -> Any:
        async with httpx2.AsyncClient(limits=httpx2.Limits(max_connections=1)) as http:
            client = depot.open("async", server.url, http_client=http, timeout=5.0)
            for what in (client.things.get("t1"), client.raw(lambda: client.things.get("t1"))):
                task = asyncio.create_task(what)
                while not server.asked:
                    await asyncio.sleep(0)
                await asyncio.sleep(0.01)
                task.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await task
                server.asked = 0
            server.plays(answer())
            raw = await client.raw(lambda: client.things.get("t1"))
            return raw.result

    assert asyncio.run(main()).name == "Lamp"


def test_threads_make_the_first_call_at_once(depot: Emitted, server: Server) -> None:
    """Threads that make the first calls of a client at the same moment share its connections, and none is left open."""
    server.plays(echoes)
    begin = Barrier(8)

    def call(number: int) -> Any:
        begin.wait()
        return client.things.get(f"{number}").id

    with ThreadPoolExecutor(8) as pool:
        for _ in range(10):
            with depot.open("sync", server.url) as client:
                assert list(pool.map(call, range(8))) == [f"{number}" for number in range(8)]
    gc.collect()
    server.wait_until_left()


def test_a_deadline_of_the_caller(depot: Emitted, server: Server) -> None:
    """`asyncio.timeout` around a call is a TimeoutError of Python's, and no error of the package's."""
    server.plays(hangs, answer())

    async def main() -> Any:
        async with depot.open("async", server.url) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await client.things.get("t1")
            return await client.things.get("t1")

    assert asyncio.run(main()).name == "Lamp"


class Tracer:
    """In place of OpenTelemetry's: keeps what is recorded."""

    def __init__(self) -> None:
        self.spans: list[dict[str, Any]] = []

    def get_tracer(self, name: str) -> Tracer:
        assert name == "depot"
        return self

    @contextmanager
    def start_as_current_span(self, name: str, *, kind: object, attributes: dict[str, Any]) -> Iterator[Any]:
        recorded: dict[str, Any] = {"name": name, "kind": kind, **attributes, "ended": False}
        self.spans.append(recorded)
        try:
            yield SimpleNamespace(set_attribute=recorded.__setitem__, set_status=lambda *_: None)
        except Exception as error:
            recorded["raised"] = type(error).__name__
            raise
        finally:
            recorded["ended"] = True


@pytest.fixture
def tracer(depot: Emitted, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tracer]:
    """OpenTelemetry, as far as a client needs it."""
    made = Tracer()
    trace: Any = ModuleType("opentelemetry.trace")
    trace.get_tracer = made.get_tracer
    trace.SpanKind = SimpleNamespace(CLIENT="client")
    parent: Any = ModuleType("opentelemetry")
    parent.trace = trace
    monkeypatch.setitem(sys.modules, "opentelemetry", parent)
    monkeypatch.setitem(sys.modules, "opentelemetry.trace", trace)
    depot.module("_tracing")._trace.cache_clear()
    yield made
    depot.module("_tracing")._trace.cache_clear()


@pytest.mark.parametrize("mode", MODES)
def test_a_call_is_a_span(mode: Mode, depot: Emitted, server: Server, clock: Clock, tracer: Tracer) -> None:
    """A call is one span with all its tries; one that fails says with which error; none holds the credential."""
    server.plays(answer(503, {}), answer(), answer(404, {"message": "gone"}))
    depot.call(mode, server.url, lambda client: client.things.get("t1"))
    with pytest.raises(depot.error("NotFoundError")):
        depot.call(mode, server.url, lambda client: client.things.get("t1"))
    first, second = tracer.spans
    assert {key: first[key] for key in ("name", "kind", "http.request.method", "server.address", "ended")} == {
        "name": "GET getThing",
        "kind": "client",
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "ended": True,
    }
    assert "error.type" not in first
    assert (second["error.type"], second["raised"]) == ("NotFoundError", "NotFoundError")
    assert SECRET not in repr(tracer.spans)


def test_without_opentelemetry_nothing_is_imported(depot: Emitted, server: Server) -> None:
    """Where the API package is not installed, a call leaves no trace of it among the modules."""
    server.plays(answer())
    depot.module("_tracing")._trace.cache_clear()
    depot.call("sync", server.url, lambda client: client.things.get("t1"))
    assert not any(name.startswith("opentelemetry") for name in sys.modules)


def test_without_opentelemetry_it_is_looked_for_once(
    depot: Emitted, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that lacks it pays for the search with its first call only."""
    server.plays(answer())
    looked: list[str] = []
    tracing = depot.module("_tracing")
    tracing._trace.cache_clear()

    def missing(name: str) -> Any:
        looked.append(name)
        raise ImportError(name)

    monkeypatch.setattr(tracing, "import_module", missing)
    with depot.open("sync", server.url) as client:
        for _ in range(3):
            client.things.get("t1")
    assert len(looked) == 1
    tracing._trace.cache_clear()
